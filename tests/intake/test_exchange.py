"""TLS: the certificate is checked against the name, and a handshake is bounded in time like everything else."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from allegedly.errors import NotFetched
from allegedly.intake import exchange, fetching
from allegedly.intake.fetching import Fetcher
from tests.intake.server import HERE

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nNo"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine that nobody else trusts, and its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes certificates, is not installed")
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=odra"]
    command += ["-addext", f"subjectAltName=IP:{HERE}", "-keyout", "key.pem", "-out", "certificate.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """A function that lets another answer what connects to a port; the port."""
    monkeypatch.setattr(fetching, "PAUSE", 0.0)
    made: list[socket.socket] = []

    def listen(answer: Callable[[socket.socket], None]) -> int:
        server = socket.create_server((HERE, 0))
        made.append(server)

        def one(connection: socket.socket) -> None:
            with connection, suppress(OSError):  # who asked may be gone
                answer(connection)

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        port: int = server.getsockname()[1]
        return port

    yield listen
    for server in made:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def secured(certificate: Path) -> Callable[[socket.socket], None]:
    """What answers over TLS with the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")

    def answer(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as inner:
            inner.recv(4096)
            inner.sendall(ANSWER)

    return answer


def test_a_certificate_that_is_trusted(
    certificate: Path, listening: Callable[[Callable[[socket.socket], None]], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is fetched over TLS from a server whose certificate is trusted and carries its name."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "certificate.pem"))
    exchange._context.cache_clear()
    port = listening(secured(certificate))
    try:
        assert Fetcher(allow_private=True).get(f"https://{HERE}:{port}/a").data == b"No"
        with pytest.raises(NotFetched, match=r"has a certificate that is not trusted .Hostname mismatch"):
            Fetcher(allow_private=True).get(f"https://{'localhos' + 't'}:{port}/a")
    finally:
        exchange._context.cache_clear()


def test_a_certificate_that_is_not(certificate: Path, listening: Callable[[Callable[[socket.socket], None]], int]) -> None:
    """A server with a certificate of its own making is refused."""
    url = f"https://{HERE}:{listening(secured(certificate))}/a"
    with pytest.raises(NotFetched) as caught:
        Fetcher(allow_private=True).get(url)
    assert str(caught.value) == (
        f"{url}: has a certificate that is not trusted (self-signed certificate); save the page in a browser"
    )


def test_a_slow_handshake(listening: Callable[[Callable[[socket.socket], None]], int], monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that draws out the handshake byte by byte is left when the time is over."""
    monkeypatch.setattr(fetching, "SECONDS", 1.0)

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xf0")
        for _ in range(100):
            connection.sendall(b"\x03")
            time.sleep(0.1)

    url = f"https://{HERE}:{listening(drip)}/a"
    begun = time.monotonic()
    with pytest.raises(NotFetched) as caught:
        Fetcher(allow_private=True).get(url)
    assert str(caught.value) == f"{url}: is too slow; try again later, or save the page and give its file"
    assert time.monotonic() - begun < 5


def test_no_tls_at_all(listening: Callable[[Callable[[socket.socket], None]], int]) -> None:
    """A server that speaks plain HTTP where TLS is asked for is told."""
    url = f"https://{HERE}:{listening(lambda connection: connection.sendall(ANSWER))}/a"
    with pytest.raises(NotFetched) as caught:
        Fetcher(allow_private=True).get(url)
    assert str(caught.value) == f"{url}: gives an answer that is no HTTP (SSLError); check the address"
