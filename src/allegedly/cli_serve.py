"""The command that opens a ledger in a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from allegedly.cli_ledger import LEDGER, ledger_at
from allegedly.terminal import tell

if TYPE_CHECKING:
    from allegedly.web.server import Remote

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_REMOTE = {
    "--listen": "listen",
    "--host": "hosts",
    "--password-file": "password_file",
    "--tls-cert": "certificate",
    "--tls-key": "key",
    "--behind-proxy": "behind_proxy",
}
"""Options that mean nothing on this machine alone, and by which names they come."""


def _ip(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An address to listen at."""
    from ipaddress import ip_address

    try:
        return str(ip_address(value.strip("[]"))) if value else None
    except ValueError as error:
        sentence = f"{value!r} is no address of this machine; write it as 192.0.2.7, 0.0.0.0 or ::"
        raise click.BadParameter(sentence, param=parameter) from error


@click.command()
@LEDGER
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8370,
    show_default=True,
    metavar="N",
    help="Where to listen; 0 takes any port that is free.",
)
@click.option("--read-only", is_flag=True, help="Nothing can be changed in the browser.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option("--allow-remote", is_flag=True, help="Let other machines ask, with a password.")
@click.option("--listen", callback=_ip, metavar="ADDRESS", help="Where to listen, with --allow-remote; 0.0.0.0 is every address.")
@click.option("--host", "hosts", multiple=True, metavar="NAME", help="A name by which browsers of other machines call it.")
@click.option(
    "--password-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The password or its hash; where there is no such file, the password is asked for and its hash put there.",
)
@click.option("--tls-cert", "certificate", type=_FILE, metavar="FILE", help="Certificate for TLS, PEM.")
@click.option("--tls-key", "key", type=_FILE, metavar="FILE", help="Its private key, PEM.")
@click.option("--behind-proxy", is_flag=True, help="A proxy on this machine has the certificate, and says who asks.")
def serve(ledger: Path, port: int, *, read_only: bool, no_browser: bool, **options: Any) -> None:  # noqa: ANN401 (click's options)
    r"""Open a ledger in the browser: read, search and trace what it says, review it, and add to it.

    It listens on this machine alone, and loads nothing from elsewhere. It runs until Ctrl-C; other commands can work on the
    ledger meanwhile.

    With --allow-remote other machines may ask, and everybody signs in with a name and the password: that in --password-file,
    else that in ALLEGEDLY_PASSWORD, else the one that is typed in when it starts. It is never given on the command line. Who
    signed in, and what was changed from where, is put on record in LEDGER.log.

    \b
    Examples:
      allegedly serve reports.ledger
      allegedly serve reports.ledger --read-only --port 9000 --no-browser
      allegedly serve reports.ledger --allow-remote --listen 192.0.2.7 --tls-cert desk.pem --tls-key desk.key
      allegedly serve reports.ledger --allow-remote --behind-proxy --host desk.example --password-file desk.password
    """
    from allegedly.errors import AllegedlyError
    from allegedly.web.server import serve as run

    remote = _remote(options)

    def started(address: str) -> None:
        click.echo(f"{ledger}: {address}")
        sys.stdout.flush()
        tell("Ctrl-C ends it.")
        if not no_browser and remote is None:
            import webbrowser

            webbrowser.open(address)

    with ledger_at(ledger):
        pass  # what is wrong with it is told like everywhere else, and an earlier one is brought up to date
    try:
        run(ledger, port=port, read_only=read_only, remote=remote, on_start=started)
    except AllegedlyError as error:
        tell(f"Error: {error}")
        raise click.exceptions.Exit(1) from error


def _remote(options: dict[str, Any]) -> Remote | None:
    """How other machines may ask, by the options; what does not go together is told."""
    from allegedly.errors import NoServer
    from allegedly.web import password
    from allegedly.web.guard import LOOPBACK
    from allegedly.web.server import Remote, everywhere, local

    listen, certificate, key = options["listen"] or LOOPBACK, options["certificate"], options["key"]
    if not options["allow_remote"]:
        given = [option for option, name in _REMOTE.items() if options[name]]
        if given:
            raise click.UsageError(f"{given[0]} lets other machines in; that needs --allow-remote, which takes a password.")
        return None
    if everywhere(listen) and not options["hosts"]:
        raise click.UsageError("Name with --host by which name or address browsers call it; it answers to no other.")
    if (certificate is None) != (key is None):
        raise click.UsageError("--tls-cert and --tls-key go together.")
    if certificate is None and not options["behind_proxy"] and not local(listen):
        tell("Note: without --tls-cert and --tls-key everybody on the way can read what is sent, the password too.")
    try:
        hashed = password.given(options["password_file"], _ask if sys.stdin.isatty() else None)
    except NoServer as error:
        tell(f"Error: {error}")
        raise click.exceptions.Exit(1) from error
    return Remote(
        password=hashed,
        listen=listen,
        hosts=tuple(options["hosts"]),
        certificate=certificate,
        key=key,
        behind_proxy=options["behind_proxy"],
    )


def _ask() -> str:
    words: str = click.prompt("Password with which people sign in", hide_input=True, confirmation_prompt=True, err=True)
    return words


COMMANDS = (serve,)
