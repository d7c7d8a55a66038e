"""The commands that change what a ledger says of its articles: people's decisions, and the reading of them anew."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from allegedly.cli_ledger import LEDGER, ledger_at
from allegedly.terminal import GAZETTEER, PIPELINE, READER, progress, results, tell

if TYPE_CHECKING:
    from allegedly.ledger import Ledger

_VERDICTS = ("accept", "reject", "correct", "note", "split", "merge", "withdraw")
_FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


def _changes(_: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, Any]:
    """Fields and values: a value that is a list, a number, null … in JSON is taken as such, anything else as words."""
    made: dict[str, Any] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise click.BadParameter(f"{one!r} names no field and value; write it as stance=denies", param=parameter)
        try:
            meant = json.loads(value)
        except (ValueError, RecursionError):
            meant = value
        # Words in quotation marks are words, with their marks.
        made[name.strip()] = value if isinstance(meant, str) else meant
    return made


@click.command()
@LEDGER
@click.argument("verdict", required=False, type=click.Choice(_VERDICTS))
@click.argument("records", nargs=-1, metavar="[ID]...")
@click.option("--set", "changes", multiple=True, callback=_changes, metavar="FIELD=VALUE", help="What to put in; for 'correct'.")
@click.option("--as", "name", metavar="NAME", help="For whom an entity is taken; for 'split'.")
@click.option("--why", default="", metavar="WORDS", help="The reason. Only 'accept' goes without.")
@click.option("--who", metavar="NAME", help="Who decides; else ALLEGEDLY_REVIEWER, else the login name.")
@click.option("--list", "listed", is_flag=True, help="List every review and how it stands.")
@click.option("--orphaned", is_flag=True, help="List reviews whose record is not found any more, with the reason.")
@click.option("--conflicts", is_flag=True, help="List where people who worked apart decided differently.")
@click.option("--export", "exported", type=_FILE, metavar="FILE", help="Write every review to a file, or -, as JSON Lines.")
@click.option("--import", "imported", type=_FILE, metavar="FILE", help="Take in reviews from JSON Lines in a file, or -.")
def review(ledger: Path, verdict: str | None, records: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 (click's options)
    r"""Decide upon what a ledger holds: who, when and why stays on record, and what it was before.

    ID is what 'allegedly find' prints; e3, t1, p2, a1, l1, h4 and r2 in place of s3 are an article's entities, times, places,
    amounts, labels, happenings and ties.

    'merge' takes names of entities, or ids of claims, that are one; 'split' takes an entity for somebody else, and a
    statement out of its claim; 'withdraw' takes the ids of reviews to undo.

    A value in --set is a field of the reading format: stance=denies, source.entity=e7, content=[[10,42]]. Words that stand once
    in the text may stand for their span, and a name for an entity.

    \b
    Examples:
      allegedly review reports.ledger accept acc6fb7de38d:s3 --who "Ana Ruiz"
      allegedly review reports.ledger reject acc6fb7de38d:s4 --why "nobody says this"
      allegedly review reports.ledger correct acc6fb7de38d:s5 --set stance=denies --why "it answers s2"
      allegedly review reports.ledger merge "Tomas Brekk" "Captain Brekk" --why "the same officer"
      allegedly review reports.ledger merge c4f19d2a7b06 c90b1e77a2d1 --why "the same arrest"
      allegedly review reports.ledger --export - | ssh desk allegedly review reports.ledger --import -

    A line of a file to import is one that --export wrote, or a decision yet to be taken:
    {"verdict": "reject", "record": "acc6fb7de38d:s4", "why": "nobody says this"}, with "changes": {"stance": "denies"} for
    'correct', and "who" where it is somebody else. The same line is never taken twice.

    \b
    Exit status: 0 done, 1 refused, or people are in conflict, 2 wrong usage.
    """
    asked = [verdict, options["listed"], options["orphaned"], options["conflicts"], options["exported"], options["imported"]]
    if sum(map(bool, asked)) != 1:
        raise click.UsageError("Give one of: a verdict, --list, --orphaned, --conflicts, --export FILE, --import FILE.")
    if (options["changes"] or options["name"]) and verdict not in ("correct", "split"):
        raise click.UsageError("--set goes with 'correct', and --as with 'split'.")
    with ledger_at(ledger) as opened:
        if verdict:
            _decide(opened, verdict, records, options)
        elif options["imported"]:
            _take(opened, options["imported"], options["who"])
        elif options["exported"]:
            _give(opened, options["exported"])
        else:
            _list(opened, options)


def _decide(ledger: Ledger, verdict: str, records: tuple[str, ...], options: dict[str, Any]) -> None:
    from allegedly.publishing import reviews

    made = ledger.review(
        verdict, *records, changes=options["changes"] or None, name=options["name"], who=options["who"], why=options["why"]
    )
    with results(None) as (file, _):
        reviews.write_made(made, file)


def _list(ledger: Ledger, options: dict[str, Any]) -> None:
    from allegedly.publishing import reviews

    with results(None) as (file, _):
        if options["orphaned"]:
            reviews.write_orphans(ledger.reviews.orphaned(), file)
        elif options["conflicts"]:
            found = ledger.reviews.conflicts()
            reviews.write_conflicts(found, file)
            if found:
                raise click.exceptions.Exit(1)
        else:
            reviews.write_entries(ledger.reviews.entries(), file)


def _give(ledger: Ledger, path: Path) -> None:
    import msgspec

    with results(None if str(path) == "-" else path) as (file, _):
        file.writelines(msgspec.json.encode(one).decode() + "\n" for one in ledger.reviews)


def _take(ledger: Ledger, path: Path, who: str | None) -> None:
    from allegedly.publishing import reviews

    name = "standard input" if str(path) == "-" else str(path)
    try:
        with click.open_file(str(path), "rb") as lines:
            done = ledger.reviews.take(lines, name, who=who, on_refused=lambda error: tell(f"Refused: {error}"))
    except OSError as error:
        tell(f"Error: {name}: cannot be read ({error.strerror or error}); check the path")
        raise click.exceptions.Exit(1) from error
    click.echo(f"{ledger.path}: {done}")
    sys.stdout.flush()
    with results(None) as (file, _):
        reviews.write_conflicts(done.conflicts, file)
        reviews.write_orphans(done.orphaned, file)
    if done.refused or done.conflicts:
        raise click.exceptions.Exit(1)


@click.command()
@LEDGER
@click.option("--all", "every", is_flag=True, help="Read also what the present reader has read.")
@click.option("--force", is_flag=True, help="Read also what is kept unread since it does not look like English.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Reading processes.")
@PIPELINE
@READER
@GAZETTEER
def reread(ledger: Path, **options: Any) -> None:  # noqa: ANN401 (click's options)
    r"""Read a ledger's articles again where another reader or version has read them.

    What the machine found is replaced article by article; which reader found it before stays on record, and so does every
    review: it is applied again where its record is found again, and listed as orphaned (allegedly review LEDGER --orphaned)
    where it is not. Cut off, it goes on where it was when the command is given again; with --all it begins anew.

    \b
    Examples:
      allegedly reread reports.ledger
      allegedly reread reports.ledger --reader rules --processes 2

    \b
    Exit status: 0 done, 1 some articles could not be read and keep the reading that they had, 2 wrong usage.
    """
    ticks: list[Callable[[], None]] = []
    with ledger_at(ledger) as opened, ExitStack() as stack:
        done = opened.reread(
            on_start=lambda count: ticks.append(stack.enter_context(progress(count, terminal=False))),
            on_refused=lambda error: tell(f"Refused: {error}"),
            on_article=lambda _: ticks[0](),
            **options,
        )
    click.echo(f"{ledger}: {done}")
    if done.refused:
        raise click.exceptions.Exit(1)


COMMANDS = (review, reread)
