"""The command ``allegedly serve`` as a person uses it."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from click.testing import CliRunner

from allegedly.cli import main
from allegedly.ledger import Ledger
from allegedly.web.guard import LOOPBACK

ROOT = Path(__file__).resolve().parent.parent


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """It prints its address, answers there, and ends without a word on Ctrl-C."""
    ledger = tmp_path / "empty.ledger"
    Ledger(ledger, make=True).close()
    code = "from allegedly.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", str(ledger), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT / "src", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        said = running.stdout.readline()
        name, _, address = said.strip().partition(": ")
        assert name == str(ledger)
        assert address.startswith(f"http://{LOOPBACK}:")
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        connection.request("GET", "/")
        assert "empty.ledger" in connection.getresponse().read().decode()
        connection.close()
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0
        assert running.stderr.read() == "Ctrl-C ends it.\n"


def test_what_cannot_be_served_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A ledger that is not there, and a port that is taken."""
    missing = CliRunner().invoke(main, ["serve", str(tmp_path / "none.ledger")])
    assert (missing.exit_code, missing.output) == (
        1,
        f"Error: {tmp_path / 'none.ledger'}: there is no such ledger; 'allegedly add' makes one\n",
    )
    ledger = tmp_path / "empty.ledger"
    Ledger(ledger, make=True).close()
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = CliRunner().invoke(main, ["serve", str(ledger), "--port", str(port), "--no-browser"])
    sentence = f"Error: port {port} cannot be used (Address already in use); name another with --port, or 0 for any\n"
    assert (found.exit_code, found.output) == (1, sentence)
