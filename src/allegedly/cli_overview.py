"""The commands that look over a whole ledger: who calls whom what, when and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from allegedly.cli_ledger import LEDGER, day_option, ledger_at
from allegedly.terminal import look, results, tell

_FORMATS = ("text", "json", "csv")
_ACROSS = ("outlet", "speaker", "time")


@click.command()
@LEDGER
@click.argument("words", nargs=-1)
@click.option("--label", metavar="WORDS", help="The label itself, nothing more or less.")
@click.option("--of", metavar="NAME", help="Who is called so.")
@click.option("--by", metavar="NAME", help="Who calls them so; an outlet in its own voice.")
@click.option("--outlet", metavar="NAME", help="Who published it, or part of the name.")
@click.option("--since", metavar="DAY", callback=day_option, help="First day of publication.")
@click.option("--until", metavar="DAY", callback=day_option, help="Last day of publication.")
@click.option("--across", type=click.Choice(_ACROSS), default="outlet", show_default=True, help="By what they are counted.")
@click.option("--list", "listed", is_flag=True, help="The labels where they stand, with the words around them.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many at most.")
@click.option("--skip", type=click.IntRange(0), default=0, metavar="N", help="How many to pass over, for the next page.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def labels(
    ledger: Path,
    words: tuple[str, ...],
    across: str,
    form: str,
    output: Path | None,
    *,
    listed: bool,
    limit: int,
    skip: int,
    **which: Any,  # noqa: ANN401 (click's options)
) -> None:
    r"""Who calls whom what: labels by outlet, by who speaks, or over time; or where they stand.

    WORDS are words of the label. A label is counted where it is used and where somebody turns it down ("not a terrorist").

    \b
    Examples:
      allegedly labels reports.ledger
      allegedly labels reports.ledger regime --across speaker
      allegedly labels reports.ledger --of "Ana Ruiz" --list
      allegedly labels reports.ledger --across time --format csv -o labels.csv
    """
    from allegedly.publishing import labels as formats

    with ledger_at(ledger) as opened, results(output) as (file, _):
        if listed:
            found = opened.labelled(" ".join(words), limit=limit, skip=skip, **which)
            formats.write_list(found, form, file)
        else:
            table = opened.labels(" ".join(words), across=across, limit=limit, skip=skip, **which)  # type: ignore[arg-type]
            formats.write_table(table, form, file)
            found = list(table.rows)  # type: ignore[arg-type]
    if not found:
        tell("Nothing found.")


@click.command()
@LEDGER
@click.argument("words", nargs=-1)
@click.option("--when", metavar="TIME", help="A year, month or day that they name: 2019, 2019-12, 2019-12-18.")
@click.option("--at", metavar="PLACE", help="A place that they name, by its number in GeoNames.")
@click.option("--by", metavar="NAME", help="Who says it, or part of the name.")
@click.option("--about", metavar="NAME", help="Somebody or something that its words name.")
@click.option("--stance", type=click.Choice(["affirms", "denies", "doubts", "neutral"]), help="How the source stands to it.")
@click.option("--since", metavar="DAY", callback=day_option, help="First day of publication.")
@click.option("--until", metavar="DAY", callback=day_option, help="Last day of publication.")
@click.option("--outlet", metavar="NAME", help="Who published it, or part of the name.")
@click.option("--place", metavar="NAME", help="A place that it names.")
@click.option("--list", "listed", is_flag=True, help="The statements that name this time or place.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Places or statements at most.")
@click.option("--skip", type=click.IntRange(0), default=0, metavar="N", help="Statements to pass over, for the next page.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def timeline(
    ledger: Path,
    words: tuple[str, ...],
    form: str,
    output: Path | None,
    *,
    listed: bool,
    limit: int,
    skip: int,
    **wanted: Any,  # noqa: ANN401 (click's options)
) -> None:
    r"""When and where things are said to be: the times and places that statements name.

    WORDS are looked for in what is said, as 'allegedly find' does. With --when, a year is counted by months, a month by days.

    \b
    Examples:
      allegedly timeline reports.ledger
      allegedly timeline reports.ledger bridge --when 2024
      allegedly timeline reports.ledger bridge --when 2024-03 --list
      allegedly timeline reports.ledger --at 745044 --format csv -o istanbul.csv
    """
    from allegedly.publishing import found as formats
    from allegedly.publishing import timeline as pages

    try:
        with ledger_at(ledger) as opened, results(output) as (file, terminal):
            if listed:
                found = opened.told(" ".join(words), limit=limit, skip=skip, **wanted)
                width, colour = look(terminal=terminal)
                formats.write(found, form, file, width=width, colour=colour)
                counted = len(found)
            else:
                line = opened.timeline(" ".join(words), most=limit, **wanted)
                pages.write(line, form, file)
                counted = len(line.periods) + len(line.sites)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--when") from error
    if not counted:
        tell("Nothing found.")


COMMANDS = (labels, timeline)
