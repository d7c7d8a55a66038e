"""The command that opens a ledger in a browser."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from allegedly.cli_ledger import LEDGER, ledger_at
from allegedly.terminal import tell


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
def serve(ledger: Path, port: int, *, read_only: bool, no_browser: bool) -> None:
    r"""Open a ledger in the browser: read, search and trace what it says.

    It listens on this machine alone, and loads nothing from elsewhere. It runs until Ctrl-C; other commands can work on the
    ledger meanwhile.

    \b
    Examples:
      allegedly serve reports.ledger
      allegedly serve reports.ledger --read-only --port 9000 --no-browser
    """
    from allegedly.errors import AllegedlyError
    from allegedly.web.server import serve as run

    def started(address: str) -> None:
        click.echo(f"{ledger}: {address}")
        sys.stdout.flush()
        tell("Ctrl-C ends it.")
        if not no_browser:
            import webbrowser

            webbrowser.open(address)

    with ledger_at(ledger):
        pass  # what is wrong with it is told like everywhere else, and an earlier one is brought up to date
    try:
        run(ledger, port=port, read_only=read_only, on_start=started)
    except AllegedlyError as error:
        tell(f"Error: {error}")
        raise click.exceptions.Exit(1) from error


COMMANDS = (serve,)
