"""The commands that work on a ledger: add, find, show, check, backup. Those of reviews are in ``cli_review``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from allegedly.terminal import GAZETTEER, MAPPED, PIPELINE, READER, UNPACKED, look, progress, results, tell

if TYPE_CHECKING:
    from allegedly.errors import Refused
    from allegedly.ledger import Ledger

LEDGER = click.argument("ledger", type=click.Path(path_type=Path))
_FIND_FORMATS = ("text", "json", "jsonl", "csv")
_NAMESAKES = 5
"""Those who go by one name that are shown at once."""
_SHOW_FORMATS = ("page", "json", "jsonl", "csv", "csv-happenings", "html")
Command = TypeVar("Command", bound=Callable[..., Any])


@contextmanager
def ledger_at(path: Path, *, make: bool = False) -> Iterator[Ledger]:
    """The ledger; what goes wrong with it becomes one sentence and exit status 1."""
    from allegedly.errors import AllegedlyError
    from allegedly.ledger import Ledger

    try:
        with Ledger(path, make=make, on_warning=lambda sentence: tell(f"Note: {sentence}")) as ledger:
            yield ledger
    except AllegedlyError as error:
        tell(f"Error: {error}")
        raise click.exceptions.Exit(1) from error


def day_option(_: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The value of an option as a day."""
    from allegedly.intake import dates

    day = dates.day(value) if value else None
    if value and day is None:
        raise click.BadParameter(f"{value!r} cannot be read as a day; write it as 2019-12-18", param=parameter)
    return date.fromisoformat(day) if day else None


@click.command()
@LEDGER
@click.argument("sources", nargs=-1, required=True)
@click.option("--published", metavar="DAY", callback=day_option, help="Day of publication of the articles, as 2019-12-18.")
@click.option("--outlet", metavar="NAME", help="Who published the articles.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Reading processes.")
@click.option("--force", is_flag=True, help="Read what does not look like English; else it is kept unread.")
@click.option("--mend", is_flag=True, help="Mend text that was decoded wrongly before (â€™ for ’).")
@click.option(
    "--max-characters", type=click.IntRange(1), default=2_500_000, show_default=True, metavar="N", help="Refuse longer articles."
)
@UNPACKED
@MAPPED
@click.option("--fetch", is_flag=True, help="Fetch what feeds and lists of feeds (OPML) in files link to.")
@click.option("--allow-private", is_flag=True, help="Fetch from machines of the own network too.")
@click.option(
    "--keep-raw", is_flag=True, help="Keep the bytes that each article was read from, too; 'show' --raw gives them back."
)
@PIPELINE
@READER
@GAZETTEER
def add(
    ledger: Path,
    sources: tuple[str, ...],
    published: date | None,
    columns: dict[str, str],
    **options: Any,  # noqa: ANN401 (click's options)
) -> None:
    r"""Read articles and keep them in a ledger.

    LEDGER is one file, made where there is none. SOURCES are what 'allegedly read' takes: text files, saved web pages, JSON
    Lines, tables (CSV, TSV, Parquet), PDF files, archives (zip, tar), web archives, feeds, folders, globs, web addresses, or -
    for standard input. What is there already is not read again, so a command that was cut off goes on where it was when it is
    given again. Pages and feeds that were fetched before are fetched only where they have changed.

    \b
    Examples:
      allegedly add reports.ledger articles/
      allegedly add reports.ledger archive.jsonl --processes 2
      allegedly add reports.ledger archive.csv --map text=body,title=headline
      allegedly add reports.ledger crawl.warc.gz https://news.example/feed.xml

    \b
    Exit status: 0 done, 1 some input refused, 2 wrong usage.
    """
    from allegedly.intake import expand

    early: list[Refused] = []
    inputs = expand(sources, on_refused=early.append)
    with ledger_at(ledger, make=True) as opened, progress(len(inputs), terminal=False) as tick:
        done = opened.add(
            [*early, *inputs],
            published=published.isoformat() if published else None,
            map=columns,
            command=" ".join(["allegedly", "add", str(ledger), *sources]),
            on_refused=lambda error: tell(f"Refused: {error}"),
            on_warning=lambda sentence: tell(f"Note: {sentence}"),
            on_article=lambda _: tick(),
            **options,
        )
    click.echo(f"{ledger}: {done}")
    if done.refused:
        raise click.exceptions.Exit(1)


@click.command()
@LEDGER
@click.argument("words", nargs=-1)
@click.option("--by", metavar="NAME", help="Who says it, or part of the name.")
@click.option("--about", metavar="NAME", help="Somebody or something that its words name.")
@click.option("--denied-by", metavar="NAME", help="Who denies it.")
@click.option("--stance", type=click.Choice(["affirms", "denies", "doubts", "neutral"]), help="How the source stands to it.")
@click.option(
    "--act",
    type=click.Choice(["statement", "belief", "promise", "demand", "question", "judgement"]),
    help="What kind of saying it is.",
)
@click.option("--evidence", metavar="KIND", help="What it rests on: document, recording, poll …")
@click.option("--since", metavar="DAY", callback=day_option, help="First day of publication.")
@click.option("--until", metavar="DAY", callback=day_option, help="Last day of publication.")
@click.option("--outlet", metavar="NAME", help="Who published it, or part of the name.")
@click.option("--label", metavar="WORD", help="What somebody is called in it.")
@click.option("--place", metavar="NAME", help="A place that it names.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out what is less sure than this."
)
@click.option("--rejected", is_flag=True, help="Find also what people rejected.")
@click.option("--undecided", is_flag=True, help="Find only what nobody has decided about.")
@click.option(
    "--sort", type=click.Choice(["newest", "least-sure"]), default="newest", show_default=True, help="What comes first."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many at most.")
@click.option("--skip", type=click.IntRange(0), default=0, metavar="N", help="How many to pass over, for the next page.")
@click.option("--format", "form", type=click.Choice(_FIND_FORMATS), default="text", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def find(ledger: Path, words: tuple[str, ...], form: str, output: Path | None, **wanted: Any) -> None:  # noqa: ANN401 (the same)
    r"""Find statements in a ledger; those of the articles added last come first, or those that the reader is least sure of.

    WORDS are looked for in what is said. Several must all be there; "in a row" is a phrase, begin* a beginning; OR, NOT and
    brackets mean what they say. Nothing that is typed is an error.

    \b
    Examples:
      allegedly find reports.ledger bridge closed
      allegedly find reports.ledger --by "Ana Ruiz" --stance denies --since 2024-03-01
      allegedly find reports.ledger '"opened fire" OR shot' --denied-by navy --format csv -o denied.csv
      allegedly find reports.ledger --undecided --sort least-sure
    """
    from allegedly.publishing import found as formats

    with ledger_at(ledger) as opened:
        statements = opened.find(" ".join(words), **wanted)
    with results(output) as (file, terminal):
        width, colour = look(terminal=terminal)
        formats.write(statements, form, file, width=width, colour=colour)
    if not statements:
        tell("Nothing found.")


@click.command()
@LEDGER
@click.argument("name", metavar="ID")
@click.option(
    "--history", is_flag=True, help="List who or what read it and when, and every review: who, when, why, before, after."
)
@click.option("--rejected", is_flag=True, help="With what people rejected.")
@click.option("--machine", is_flag=True, help="What the reader alone found, without people's decisions.")
@click.option("--raw", is_flag=True, help="The bytes that the article was read from, where they were kept.")
@click.option("--versions", is_flag=True, help="List the article's versions, and what was said anew or no more in each.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out what is less sure than this."
)
@click.option("--format", "form", type=click.Choice(_SHOW_FORMATS), default="page", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def show(
    ledger: Path,
    name: str,
    form: str,
    output: Path | None,
    *,
    versions: bool,
    history: bool,
    rejected: bool,
    machine: bool,
    raw: bool,
    min_confidence: float,
) -> None:
    r"""Show one article of a ledger, one statement, one claim, or somebody, in full.

    ID is what 'allegedly find' prints: the beginning of an article's id, with a statement's after a colon where one is meant. It
    is a claim's where it is one that 'allegedly claims' prints: then the tree of its origins is shown. It may be a name, too: who
    goes by it, what they are called, their roles, who speaks of them and of whom they speak (as a page, or as json).

    \b
    Examples:
      allegedly show reports.ledger acc6fb7de38d
      allegedly show reports.ledger acc6fb7de38d:s3
      allegedly show reports.ledger acc6fb7de38d --versions
      allegedly show reports.ledger acc6fb7de38d:s3 --history
      allegedly show reports.ledger c4f19d2a7b06
      allegedly show reports.ledger "Ana Ruiz"
    """
    from allegedly import publishing
    from allegedly.publishing import claims, reviews, who
    from allegedly.publishing import versions as changes

    if raw:
        with ledger_at(ledger) as opened:
            data = opened.raw(name)
        with click.open_file(str(output or "-"), "wb", atomic=output is not None) as bytes_file:
            bytes_file.write(data)
        return
    with ledger_at(ledger) as opened, results(output) as (file, terminal):
        width, colour = look(terminal=terminal)
        if opened.has_claim(name):
            claim = opened.claim(name)
            hints = opened.hints(claim) if form == "page" else ()
            claims.write_one(claim, form, file, width=width, colour=colour, hints=hints)
            return
        known = opened.who(name)
        if known:
            who.write([(one, opened.circle(one)) for one in known[:_NAMESAKES]], form, file)
            return
        if versions:
            changes.write(opened.versions(name), file)
            return
        if history:
            reviews.write_history(opened.history(name), file)
            return
        shown = opened.show(name, rejected=rejected, machine=machine)
        publishing.write([shown], form, file, min_confidence=min_confidence, width=width, colour=colour)


@click.command()
@LEDGER
def check(ledger: Path) -> None:
    r"""Look a ledger over: the file, every span, every hash, every reference, the search index.

    \b
    Example:
      allegedly check reports.ledger

    \b
    Exit status: 0 all is well, 1 something does not hold; it is listed.
    """
    ill = False
    with ledger_at(ledger) as opened:
        counts = opened.counts()
        for sentence in opened.check():
            ill = True
            tell(sentence)
    if ill:
        raise click.exceptions.Exit(1)
    click.echo(f"{ledger}: all is well: {counts['articles']:,} articles, {counts['statements']:,} statements")


@click.command()
@LEDGER
@click.argument("copy", type=click.Path(path_type=Path))
def backup(ledger: Path, copy: Path) -> None:
    r"""Copy a ledger into a new file, also while it is in use.

    \b
    Example:
      allegedly backup reports.ledger reports-monday.ledger
    """
    with ledger_at(ledger) as opened:
        opened.backup(copy)
    sys.stdout.flush()


COMMANDS = (add, find, show, check, backup)
