"""The command ``allegedly serve`` as a person uses it."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
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


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--listen", "::"], "--listen lets other machines in; that needs --allow-remote, which takes a password."),
        (["--tls-cert", __file__], "--tls-cert lets other machines in; that needs --allow-remote, which takes a password."),
        (
            ["--allow-remote", "--listen", "::"],
            "Name with --host by which name or address browsers call it; it answers to no other.",
        ),
        (["--allow-remote", "--tls-cert", __file__], "--tls-cert and --tls-key go together."),
        (
            ["--allow-remote", "--listen", "desk.example"],
            "Invalid value for '--listen': 'desk.example' is no address of this machine; write it as 192.0.2.7, 0.0.0.0 or ::",
        ),
        (["--password", "word"], "No such option"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, options: list[str], sentence: str) -> None:
    """Other machines are let in only where that is said and a password is there; a password is never on the command line."""
    Ledger(tmp_path / "empty.ledger", make=True).close()
    found = CliRunner().invoke(main, ["serve", str(tmp_path / "empty.ledger"), *options])
    assert found.exit_code == 2
    assert f"Error: {sentence}" in " ".join(found.output.replace("\n", " ").split())


def test_other_machines_need_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one it does not start; with no certificate it says who can read along; a certificate that is none is told."""
    ledger, bits = tmp_path / "empty.ledger", tmp_path / "bits.pem"
    Ledger(ledger, make=True).close()
    bits.write_text("no certificate", encoding="utf-8")
    monkeypatch.delenv("ALLEGEDLY_PASSWORD", raising=False)
    remote = ["serve", str(ledger), "--allow-remote"]
    assert CliRunner().invoke(main, remote).output == (
        "Error: --allow-remote needs a password, and nobody is there to be asked; put it in a --password-file, "
        "or set ALLEGEDLY_PASSWORD\n"
    )
    monkeypatch.setenv("ALLEGEDLY_PASSWORD", "short")
    found = CliRunner().invoke(main, [*remote, "--listen", "192.0.2.7"])
    assert (found.exit_code, found.output) == (
        1,
        (
            "Note: without --tls-cert and --tls-key everybody on the way can read what is sent, the password too.\n"
            "Error: ALLEGEDLY_PASSWORD: the password is too short; give one of 12 to 1,000 characters\n"
        ),
    )
    monkeypatch.setenv("ALLEGEDLY_PASSWORD", "a long pass phrase")
    found = CliRunner().invoke(main, [*remote, "--tls-cert", str(bits), "--tls-key", str(bits)])
    assert found.exit_code == 1
    assert found.output.startswith(f"Error: {bits}: is no certificate that can be used with its key (")
    found = CliRunner().invoke(main, [*remote, "--listen", "192.0.2.7", "--port", "1"])
    assert found.output.splitlines()[-1] == (
        "Error: port 1 of 192.0.2.7 cannot be used (Cannot assign requested address); name another with --port, or 0 for any"
    )


def test_other_machines_sign_in(tmp_path: Path) -> None:
    """With a password it listens and asks for it; a record of who came is beside the ledger."""
    ledger = tmp_path / "empty.ledger"
    Ledger(ledger, make=True).close()
    secret = tmp_path / "password"
    secret.write_text("a long pass phrase\n", encoding="utf-8")
    code = "from allegedly.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", str(ledger), "--port", "0", "--allow-remote", "--password-file", str(secret)]
    with subprocess.Popen(command, cwd=ROOT / "src", stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip().partition(": ")[2]
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert (answer.status, answer.headers["location"]) == (303, "/sign-in")
        connection.close()
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0
    assert (tmp_path / "empty.ledger.log").read_bytes() == b""
