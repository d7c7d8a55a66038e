"""The command line: one verb for each thing that a person does. Everything it does can be done from Python too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from allegedly import __version__, cli_ledger, cli_overview, cli_review, cli_serve, cli_weigh
from allegedly.terminal import GAZETTEER, MAPPED, PIPELINE, READER, UNPACKED, look, progress, results, tell

if TYPE_CHECKING:
    from allegedly.errors import Refused
    from allegedly.model import Reading

FORMATS = ("page", "json", "jsonl", "csv", "csv-happenings", "html")
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
_READ_HELP = """Read news reports and write down who says so.

SOURCES are text files, saved web pages, JSON Lines, tables (CSV, TSV, Parquet), PDF files, archives (zip, tar), web archives
(WARC, ARC, WACZ), feeds (RSS, Atom), folders, globs, web addresses, or - for standard input. Nothing is fetched but the
addresses that you name, and the pages behind the entries of a feed whose address you name. The page goes to standard output;
what could not be read, and why, to standard error.

\b
Examples:
  allegedly read article.txt
  allegedly read page.html --published 2019-12-18 --format html -o page-read.html
  allegedly read reports/ --format jsonl --processes 4 > readings.jsonl
  allegedly read archive.csv --map text=body,title=headline
  allegedly read https://news.example/ferry.html
  allegedly read reports/ --gazetteer villages.tsv --format csv -o places.csv
  allegedly read article.txt --explain
  allegedly read article.txt --network article.svg
  allegedly read reports/ --format csv-happenings -o happenings.csv
  pbpaste | allegedly read -

\b
Exit status: 0 done, 1 some input refused, 2 wrong usage.
"""


class _Command(click.Group):
    """The command ``allegedly``: exit status 0 done, 1 some input refused, 2 wrong usage, 130 stopped by Ctrl-C."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 (click's signature)
    ) -> Any:  # noqa: ANN401 (the same)
        """Run it; Ctrl-C ends it without a word."""
        inner: Any = super().main
        if not standalone_mode:
            return inner(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            sys.exit(inner(args, prog_name, complete_var, standalone_mode=False, **extra) or 0)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.exceptions.Abort, KeyboardInterrupt):
            sys.exit(130)


@click.group(cls=_Command, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="allegedly")
def main() -> None:
    r"""Reads the news and writes down who says so.

    Every statement of a report with its voice: who says it, on whose word, on what evidence, who denies it, in which
    exact characters. Nothing leaves this machine, and nothing is fetched but what you name.

    \b
    Example:
      allegedly read article.txt
    """


@main.command(help=_READ_HELP, short_help="Read one article or many.")
@click.argument("sources", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="page", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--published", metavar="DAY", help="Day of publication of the articles, as 2019-12-18; anchors 'last weekend'.")
@click.option("--outlet", metavar="NAME", help="Who published the articles.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out what is less sure than this, 0 to 1.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say of each finding why, in a sentence, with the words that decided; not in csv.",
)
@click.option(
    "--network",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write who is tied to whom and who does what to whom, of one article: .svg or .html a picture, .graphml a graph.",
)
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Reading processes.")
@click.option("--force", is_flag=True, help="Read what does not look like English.")
@click.option("--mend", is_flag=True, help="Mend text that was decoded wrongly before (â€™ for ’).")
@click.option(
    "--max-characters", type=click.IntRange(1), default=2_500_000, show_default=True, metavar="N", help="Refuse longer articles."
)
@UNPACKED
@MAPPED
@click.option("--fetch", is_flag=True, help="Fetch what feeds and lists of feeds (OPML) in files link to.")
@click.option("--allow-private", is_flag=True, help="Fetch from machines of the own network too.")
@PIPELINE
@READER
@GAZETTEER
def read(
    sources: tuple[str, ...],
    form: str,
    output: Path | None,
    published: str | None,
    outlet: str | None,
    min_confidence: float,
    explain: bool,
    network: Path | None,
    processes: int,
    force: bool,
    mend: bool,
    max_characters: int,
    max_unpacked: int | None,
    columns: dict[str, str],
    fetch: bool,
    allow_private: bool,
    pipeline: str | None,
    reader: str,
    gazetteer: Path | None,
) -> None:
    """Read articles; see ``_READ_HELP``."""
    from allegedly import publishing
    from allegedly.api import read_many
    from allegedly.errors import AllegedlyError
    from allegedly.intake import dates, expand
    from allegedly.publishing.network import SUFFIXES, passing

    if published and dates.day(published) is None:
        raise click.BadParameter(f"{published!r} cannot be read as a day; write it as 2019-12-18", param_hint="--published")
    if explain and form.startswith("csv"):
        raise click.UsageError("--explain has no place in a table; take --format json, jsonl, html or page")
    if network is not None and network.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"{str(network)!r} says no format; end it in {', '.join(SUFFIXES)}", param_hint="--network")
    refused: list[Refused] = []

    def refuse(error: Refused) -> None:
        refused.append(error)
        tell(f"Refused: {error}")

    inputs = expand(sources, on_refused=refuse)
    with results(output) as (file, terminal), progress(len(inputs), terminal=terminal) as tick:
        try:
            readings = read_many(
                inputs,
                published=published,
                outlet=outlet,
                force=force,
                mend=mend,
                max_characters=max_characters,
                max_unpacked=max_unpacked,
                map=columns,
                fetch=fetch,
                allow_private=allow_private,
                pipeline=pipeline,
                reader=reader,
                gazetteer=gazetteer,
                explain=explain,
                processes=processes,
                on_refused=refuse,
                on_warning=lambda sentence: tell(f"Note: {sentence}"),
            )
            if network is not None:
                readings = passing(readings, network, min_confidence=min_confidence)
            width, colour = look(terminal=terminal)
            publishing.write(_ticked(readings, tick), form, file, min_confidence=min_confidence, width=width, colour=colour)
        except AllegedlyError as error:
            tell(f"Error: {error}")
            raise click.exceptions.Exit(1) from error
    if refused:
        raise click.exceptions.Exit(1)


def _ticked(readings: Iterator[Reading], tick: Callable[[], None]) -> Iterator[Reading]:
    for reading in readings:
        tick()
        yield reading


@main.command()
def schema() -> None:
    r"""Print the JSON Schema of a reading.

    \b
    Example:
      allegedly schema > reading.schema.json
    """
    import json

    from allegedly.model import schema as made

    click.echo(json.dumps(made(), indent=1, ensure_ascii=False))


@main.command()
@click.option("--pipeline", metavar="NAME", help="spaCy pipeline to look at.")
def doctor(pipeline: str | None) -> None:
    r"""Tell what is installed, what is missing, and how to mend it.

    \b
    Example:
      allegedly doctor
    """
    from allegedly.doctor import examine

    ill = False
    for finding in examine(pipeline):
        ill = ill or not finding.good
        click.echo(f"{'ok ' if finding.good else 'NO '} {finding.name:<20} {finding.what}")
    if ill:
        raise click.exceptions.Exit(1)


for command in (*cli_ledger.COMMANDS, *cli_weigh.COMMANDS, *cli_overview.COMMANDS, *cli_review.COMMANDS, *cli_serve.COMMANDS):
    main.add_command(command)
for command in main.commands.values():
    # Docstrings with a backslash are raw, so click's mark for "do not wrap" stands in them as two characters.
    command.help = (command.help or "").replace("\\b\n", "\b\n")
