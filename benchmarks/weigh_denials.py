"""Who denies it: of plain denials drawn out of AllSides, how many stand in a claim against what they deny.

``python -m benchmarks.weigh_denials`` prints it for those that are for developing, ``--part held`` for those whose text nobody
reads while the method is changed; ``--list`` names each that is missed or put against something else. ``denied.tsv`` says of
each where it stands (an article's key, the characters), whether an able reader finds that it denies anything, and where in its
article, and in another of the same weeks, somebody puts forward what it denies; it holds none of their words. All these articles
are read and weighed together; with ``--ledger`` they are looked up in a ledger that is weighed already.
"""

from __future__ import annotations

import argparse
import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.reading.reader import read_article
from allegedly.weighing.claims.keeping import bring_up_to_date
from allegedly.weighing.entities import keeping as entities
from benchmarks.shared import data, rows
from benchmarks.weigh_copies import article
from benchmarks.weigh_origins import connected, meant

JUDGED = Path(__file__).resolve().parent / "denied.tsv"


class Place(NamedTuple):
    """Where a statement stands."""

    article: str
    """Its key."""
    start: int
    end: int


class Denial(NamedTuple):
    """One that was judged."""

    part: str
    at: Place
    denies: bool
    """Whether it denies anything at all."""
    same: tuple[Place, ...]
    """Where in its article what it denies is put forward."""
    other: tuple[Place, ...]
    """Where in another article it is."""


@dataclass
class Score:
    """What was counted."""

    deniable: list[bool] = field(default_factory=list)
    """Of each denial of which somebody puts forward what it denies, whether it stands against that."""
    against: list[bool] = field(default_factory=list)
    """Of each that stands against something, whether it denies this."""
    wrong: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, str]]:
        """The figures."""
        found, right = sum(self.deniable), sum(self.against)
        yield "what it denies is put forward, by the reader", f"{len(self.deniable)}"
        yield "and it stands against that", f"{found}  {found / max(len(self.deniable), 1):.3f}"
        yield "stands against anything that somebody puts forward", f"{len(self.against)}"
        yield "and denies it", f"{right}  {right / max(len(self.against), 1):.3f}"


def judged(part: str) -> list[Denial]:
    """The denials of one part."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        lines = [row for row in csv.DictReader(file, delimiter="\t") if row["part"] == part]
    return [
        Denial(
            row["part"],
            Place(row["article"], int(row["start"]), int(row["end"])),
            row["denies"] == "yes",
            tuple(_place(row["article"], span) for span in row["same article"].split(";") if span),
            tuple(_place(*whole.split(":")) for whole in row["other article"].split(";") if whole),
        )
        for row in lines
    ]


def _place(key: str, span: str) -> Place:
    start, end = span.split("-")
    return Place(key, int(start), int(end))


def score(connection: sqlite3.Connection, denials: list[Denial]) -> Score:
    """What the claims of a weighed ledger say of these denials."""
    counted = Score()
    known = dict(connection.execute("SELECT key, article FROM articles WHERE newer IS NULL").fetchall())
    for denial in denials:
        claim, side = _claim(connection, known, denial.at)
        denied = [_claim(connection, known, place) for place in (*denial.same, *denial.other)]
        right = side == "against" and (claim, "for") in denied
        telling = connection.execute("SELECT 1 FROM claim_statements WHERE claim = ? AND side = 'for'", (claim,)).fetchone()
        stands = side == "against" and telling is not None
        if denied:
            counted.deniable.append(right)
        if stands:
            counted.against.append(right)
        if (denied and not right) or (stands and not right):
            counted.wrong.append(f"{denial.at.article} {denial.at.start}: {'against something else' if stands else 'missed'}")
    return counted


def _claim(connection: sqlite3.Connection, known: dict[str, int], place: Place) -> tuple[int | None, str]:
    """In which claim what stands there is, and on which side; nothing: in none."""
    if place.article not in known:
        return None, ""
    for own in meant(connection, known[place.article], place.start, place.end)[:1]:
        found = connection.execute("SELECT claim, side FROM claim_statements WHERE statement = ?", (own,)).fetchone()
        if found:
            return int(found[0]), str(found[1])
    return None, ""


def weighed(ledger: Ledger, denials: list[Denial]) -> sqlite3.Connection:
    """Put their articles in, and gather claims."""
    wanted = {place.article for denial in denials for place in (denial.at, *denial.other)}
    connection = connected(ledger)
    run = Adding(connection, "benchmark")
    for row in rows(data("bulk/allsides_articles.jsonl.gz")):
        if row["id"] in wanted:
            given = article(row, row["id"])
            run.put(given, read_article(given))
    run.flush()
    entities.bring_up_to_date(connection)
    bring_up_to_date(connection)
    return connection


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "held"), default="dev", help="which denials")
    parser.add_argument("--ledger", type=Path, help="a ledger with all of AllSides, weighed")
    parser.add_argument("--list", action="store_true", help="name each that is missed or wrong")
    options = parser.parse_args(arguments)
    denials = judged(options.part)
    if options.ledger:
        with sqlite3.connect(f"file:{options.ledger}?mode=ro", uri=True) as connection:
            counted = score(connection, denials)
        connection.close()
    else:
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "denials.ledger", make=True) as ledger:
            counted = score(weighed(ledger, denials), denials)
    print(f"{len(denials)} plain denials of AllSides, {sum(not denial.denies for denial in denials)} of which deny nothing")
    for name, value in counted.rows():
        print(f"  {name:52} {value}")
    if options.list:
        for line in counted.wrong:
            print(f"    {line}")


if __name__ == "__main__":
    main()
