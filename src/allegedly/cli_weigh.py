"""The commands of what many articles say together: weigh, claims."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from allegedly.cli_ledger import LEDGER, ledger_at
from allegedly.terminal import look, results, steps, tell

if TYPE_CHECKING:
    from allegedly.ledger.claims import Sort

_SORTS = ("disputed", "repeated", "single-origin", "circular", "newest")
_FORMATS = ("text", "json", "jsonl", "csv")
_UNWEIGHED = "Nothing found; 'allegedly weigh' gathers claims."


@click.command()
@LEDGER
@click.option(
    "--families",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Whose the outlets are: a CSV file with the columns outlet,family. The ledger keeps it.",
)
@click.option(
    "--authority",
    "authorities",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who is who: a CSV file with the columns id,name,aliases,kind, or FollowTheMoney JSON Lines. Repeatable; "
    "the ledger keeps them.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, 256),
    default=2,
    show_default=True,
    metavar="N",
    help="Processes that weigh, where 50 to 1,000 articles are new.",
)
def weigh(ledger: Path, families: Path | None, authorities: tuple[Path, ...], processes: int) -> None:
    r"""Work out which articles copy others, who is who across them, what they claim, and from how many origins.

    Only what is new or changed since the last time is weighed. Cut off, it goes on where it was when the command is given again.

    \b
    Examples:
      allegedly weigh reports.ledger
      allegedly weigh reports.ledger --families publishers.csv
      allegedly weigh reports.ledger --authority people.csv --authority sanctions.ftm.jsonl
    """
    with ExitStack() as stack:
        opened = stack.enter_context(ledger_at(ledger))
        tick = stack.enter_context(steps())
        done = opened.weigh(families=families, authorities=authorities, processes=processes, on_progress=tick)
    for step, what in done.steps.items():
        tell(f"{step}: {what} ({done.seconds[step]:.1f} s)")
    click.echo(f"{ledger}: {done}")
    sys.stdout.flush()


@click.command()
@LEDGER
@click.argument("words", nargs=-1)
@click.option(
    "--sort", type=click.Choice(_SORTS), default="disputed", show_default=True, help="Which claims, and in which order."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many at most.")
@click.option("--skip", type=click.IntRange(0), default=0, metavar="N", help="How many to pass over, for the next page.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def claims(ledger: Path, words: tuple[str, ...], sort: str, limit: int, skip: int, form: str, output: Path | None) -> None:
    r"""List claims: what several articles say, from how many independent origins, and who denies it.

    WORDS are looked for in what is said, as 'allegedly find' does; without them, claims of one article alone are left out. The
    order 'disputed' begins with those put forward and denied from the most origins, 'repeated' with those of the most outlets,
    'newest' with those that appeared last; 'single-origin' lists only those that several outlets have from one origin, 'circular'
    only those whose outlets cite one another.

    \b
    Examples:
      allegedly claims reports.ledger
      allegedly claims reports.ledger bridge closed --sort newest
      allegedly claims reports.ledger --sort single-origin --format csv -o one-origin.csv
    """
    from allegedly.publishing import claims as formats

    with ledger_at(ledger) as opened:
        found = opened.claims(" ".join(words), sort=cast("Sort", sort), limit=limit, skip=skip)
        others = bool(found) or bool(opened.claims(limit=1))
    with results(output) as (file, terminal):
        width, colour = look(terminal=terminal)
        formats.write(found, form, file, width=width, colour=colour)
    if not found:
        tell("No such claim; other words, or another --sort, may find some." if others else _UNWEIGHED)


COMMANDS = (weigh, claims)
