"""The commands that look over a whole ledger: who calls whom what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from allegedly.cli_ledger import LEDGER, day_option, ledger_at
from allegedly.terminal import results, tell

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


COMMANDS = (labels,)
