"""The server that runs the application until it is told to stop."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from allegedly.errors import NoServer
from allegedly.web.application import app
from allegedly.web.guard import LOCAL, LOOPBACK

PORT = 8370
"""Where it listens unless another port is named; no well-known service has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """How other machines may ask: only with a password."""

    password: str
    """Its hash; :func:`allegedly.web.password.hashed` makes it."""
    listen: str = LOOPBACK
    """The address to listen at: one of this machine's, or all of them (``0.0.0.0``, ``::``)."""
    hosts: tuple[str, ...] = ()
    """Names that it may be asked by, besides the address and those of this machine."""
    certificate: Path | None = None
    """File with the certificate (PEM) for TLS; null where there is none, or a proxy has it."""
    key: Path | None = None
    """File with its private key."""
    behind_proxy: bool = False
    """A proxy on this machine passes on what comes, and its word counts on from where."""


def serve(
    ledger: str | Path,
    *,
    port: int = PORT,
    read_only: bool = False,
    remote: Remote | None = None,
    on_start: Callable[[str], None] | None = None,
) -> None:
    """Serve a ledger to browsers, until Ctrl-C.

    Args:
        ledger: The file.
        port: Where to listen; 0 takes any that is free.
        read_only: Nothing can be changed through it.
        remote: How other machines may ask; null where only this one may. Whoever signs in then, and whatever is changed, is
            put on record in a file beside the ledger, named like it with ``.log`` behind.
        on_start: Called with the address when it listens.

    Raises:
        BadLedger: The file is missing, damaged, or no ledger.
        NoServer: The port is taken, or the address, the certificate or the log cannot be used.
    """
    path = Path(ledger)
    if remote is None:
        application = app(path, read_only=read_only)
    else:
        _check_certificate(remote)
        hosts = (*LOCAL, *_named(remote.listen), *remote.hosts)
        log = path.with_name(path.name + ".log")
        application = app(path, read_only=read_only, hosts=hosts, password=remote.password, log=log)
    with _listening(remote.listen if remote else LOOPBACK, port) as listener:
        if on_start:
            on_start(_address(remote, listener.getsockname()[1]))
        # The server ends by itself on Ctrl-C, and then says it once more.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configured(application, remote)).run(sockets=[listener])


def everywhere(listen: str) -> bool:
    """Whether an address stands for all of this machine's."""
    return ip_address(listen).is_unspecified


def local(listen: str) -> bool:
    """Whether nobody but this machine reaches an address."""
    return ip_address(listen).is_loopback


def _named(listen: str) -> tuple[str, ...]:
    """What a browser calls an address by."""
    if everywhere(listen):
        return ()
    return (f"[{listen}]" if ":" in listen else listen,)


def _address(remote: Remote | None, port: int) -> str:
    """What to open in a browser."""
    if remote is None:
        return f"http://{LOOPBACK}:{port}/"
    if remote.behind_proxy:
        return f"https://{remote.hosts[0]}/" if remote.hosts else f"http://{LOOPBACK}:{port}/"
    name = (*remote.hosts, *_named(remote.listen), LOOPBACK)[0]
    return f"{'https' if remote.certificate else 'http'}://{name}:{port}/"


def configured(application: ASGIApp, remote: Remote | None = None) -> uvicorn.Config:
    """How the server runs an application: it tells nothing of itself, and writes no record of what is read."""
    return uvicorn.Config(
        application,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=remote is not None and remote.behind_proxy,
        forwarded_allow_ips=LOOPBACK,
        ssl_certfile=remote.certificate if remote else None,
        ssl_keyfile=remote.key if remote else None,
        ws="none",
        limit_concurrency=256,
        timeout_graceful_shutdown=5,
    )


def _check_certificate(remote: Remote) -> None:
    if remote.certificate is None:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(remote.certificate, remote.key)
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        told = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        raise NoServer(
            f"{remote.certificate}: is no certificate that can be used with its key ({told}); give both as PEM files"
        ) from error


def _listening(listen: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((listen, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        where = f"port {port}" if listen == LOOPBACK else f"port {port} of {listen}"
        raise NoServer(f"{where} cannot be used ({error.strerror}); name another with --port, or 0 for any") from error
    return listener
