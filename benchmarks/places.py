"""Places against articles whose toponyms were marked by hand: ``python -m benchmarks.places``.

Local American and other small papers' news (LGL) and reports of epidemics (GeoVirus). Every mention is an entry of its own.
LGL's annotators marked peoples and adjectives too (*Georgian*), GeoVirus's did not: each is scored with what it marks, and
LGL without them as well. Only what places need is run: the parse, the entities, the places.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import Place
from allegedly.reading import pipeline
from allegedly.reading.places import locate
from allegedly.reading.voices import cast
from benchmarks.shared import data, rows, score, table

_SETS = (("lgl", True, ()), ("lgl", False, ("--no-demonyms",)), ("geovirus", False, ()))
"""Data, whether its annotators marked demonyms, options of the scorer."""


def read(path: Path) -> Iterator[tuple[str, list[Place], float]]:
    """Id, places and the seconds that they took, of each article."""
    nlp = pipeline.load()
    for row in rows(path):
        article = article_from_text(
            row["text"],
            title=row.get("title"),
            outlet=row.get("outlet"),
            url=row.get("url"),
            published=row.get("date"),
            key=row["id"],
        )
        parse = pipeline.parse_text(article.text, nlp)
        entities = cast(parse, article, []).entities
        begin = time.perf_counter()
        places, _ = locate(parse, article, entities)
        yield row["id"], places, time.perf_counter() - begin


def entries(places: list[Place], *, demonyms: bool) -> list[dict[str, Any]]:
    """Every toponym as the scorer takes it."""
    return [
        {"span": t.span, "latitude": p.latitude, "longitude": p.longitude, "geonames": p.geonames}
        for p in places
        for t in p.toponyms
        if demonyms or t.sense != "demonym"
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Places against annotated articles.")
    parser.add_argument("--only", choices=("lgl", "geovirus"), help="one of the two sets")
    given = parser.parse_args()
    read_once: dict[str, list[tuple[str, list[Place], float]]] = {}
    lines: list[list[object]] = []
    for name, demonyms, options in _SETS:
        if given.only not in (None, name):
            continue
        path = data(f"dev/geo_{name}.jsonl.gz")
        found = read_once.setdefault(name, list(read(path)) if name not in read_once else [])
        predictions = [{"id": key, "places": entries(places, demonyms=demonyms)} for key, places, _ in found]
        scores = score("places.py", path, predictions, *options)
        at, ids, resolved = scores["end_to_end_161"], scores["end_to_end_id"] or {}, scores["resolution"]
        title = f"{name}{' without demonyms' if options else ''}"
        lines.append(
            [
                title,
                scores["recognition"]["f1"],
                at["p"],
                at["r"],
                at["f1"],
                resolved["accuracy_161"],
                ids.get("f1"),
                1000 * sum(s for _, _, s in found) / len(found),
            ]
        )
    print(table(["", "found F1", "161 km P", "R", "F1", "resolution", "exact id F1", "ms/article"], lines))


if __name__ == "__main__":
    main()
