"""When and where → text for a terminal, JSON, CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from allegedly.ledger.timeline import Timeline
from allegedly.publishing.lines import harmless
from allegedly.publishing.safe import cell, line
from allegedly.publishing.words import many

_BAR = 40
"""Columns of the longest bar."""
_COLUMNS = ("what", "key", "name", "latitude", "longitude", "country", "precision", "statements")


def write(found: Timeline, form: str, file: TextIO) -> None:
    """Write times and places with their counts.

    Args:
        found: The times and places.
        form: ``text``, ``json``, or ``csv`` (a row for each time and each place).
        file: Where to.
    """
    if form == "json":
        file.write(harmless(json.dumps(plain(found), ensure_ascii=False, indent=1)) + "\n")
    elif form == "csv":
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerow(_COLUMNS)
        rows.writerows(("time", one.when, "", "", "", "", "", one.statements) for one in (*found.decades, *found.periods))
        rows.writerows(
            ("place", cell(s.key), cell(s.name), s.latitude, s.longitude, s.country or "", s.precision, s.statements)
            for s in found.sites
        )
    else:
        file.writelines(f"{row}\n" for row in _text(found))


def plain(found: Timeline) -> dict[str, Any]:
    """Times and places, for JSON."""
    return {
        "looked": found.looked,
        "every": found.every,
        "periods": [one._asdict() for one in found.periods],
        "decades": [one._asdict() for one in found.decades],
        "vaguer": found.vaguer,
        "sites": [one._asdict() for one in found.sites],
        "sites_left": found.sites_left,
    }


def _text(found: Timeline) -> Iterator[str]:
    yield f"Named in {many(found.looked, 'statement')}{'' if found.every else ', those of the articles added last'}:"
    most = max((one.statements for one in found.periods), default=1)
    for one in found.periods:
        yield f"  {one.when:<10} {'█' * max(1, round(_BAR * one.statements / most))} {one.statements:,}"
    if found.decades:
        yield f"  further off: {', '.join(f'{one.when}0s {one.statements:,}' for one in found.decades)}"
    if found.vaguer:
        yield f"  a longer time: {many(found.vaguer, 'statement')}"
    for site in found.sites:
        yield f"  {line(site.name)}{f', {site.country}' if site.country else ''}  {site.statements:,}  ({line(site.key)})"
    if found.sites_left:
        yield f"  and {many(found.sites_left, 'other place')}"
