"""How many independent origins, in real news: claims that were read and judged, against what weighing traces.

``python -m benchmarks.weigh_news`` prints it for the claims that are for developing, ``--part test`` for those that nobody looks
at while the method is changed; with ``--list`` it names each claim that is counted wrong. These were drawn from all claims of
several outlets in AllSides; the parts ``several`` (for developing) and ``several-test`` from those of which weighing once said
that they have two independent origins or more, which is what it must not say lightly; ``rumours`` likewise, out of web news of
unknown outlets (the bodies of FNC-1). ``news.jsonl`` says of each claim which statements carry it (an article's key, the
characters), on which side, and the origins that an able reader finds who has these articles alone; it holds none of their
words. Claims and sides are given; copies, entities and origins are worked out.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.store import writing
from allegedly.model import Article
from allegedly.reading.reader import read_article
from allegedly.weighing.copies import keeping as copies
from allegedly.weighing.entities import keeping as entities
from allegedly.weighing.origins.keeping import bring_up_to_date
from benchmarks.shared import data, rows
from benchmarks.weigh_copies import article
from benchmarks.weigh_origins import connected, meant

JUDGED = Path(__file__).resolve().parent / "news.jsonl"
FILES = (
    *("bulk/allsides_articles", "bulk/fnc1_train_bodies", "dev/stance_fnc1_a", "dev/ecbplus_train_dev"),
    "dev/wikinews_with_sources",
)
PARTS = ("dev", "test", "several", "several-test", "rumours", "short", "short-all", "short-test")
Judged = dict[str, Any]
_WORD = re.compile(r"\w{3,}")
_SITE = re.compile(r"https?://(?:www\.)?([^/]+)")
"""Whose page it is, where the data name no outlet."""


@dataclass
class Score:
    """What was counted, claim by claim."""

    counted: list[int] = field(default_factory=list)
    """How many origins each has."""
    meant: list[int] = field(default_factory=list)
    """And how many the reader found."""
    named: int = 0
    """Claims of which the number is right and each origin is the reader's."""
    denying: int = 0
    """Claims of which as many origins deny as the reader found."""
    unestablished: int = 0
    """Claims whose articles without any source are the reader's."""
    wrong: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, str]]:
        """The figures."""
        n = len(self.counted)
        errors = [abs(one - other) for one, other in zip(self.counted, self.meant, strict=True)]
        several = [one > 1 for one in self.counted]
        both = sum(other > 1 for one, other in zip(several, self.meant, strict=True) if one)
        yield "claims", f"{n}"
        yield "origins counted right", f"{sum(not e for e in errors) / n:.3f}"
        yield "mean absolute error", f"{sum(errors) / n:.3f}"
        yield "several, it says: of how many", f"{sum(several)}"
        yield "and of how many it is so", f"{both}, of {sum(other > 1 for other in self.meant)}"
        yield "right, and the same ones", f"{self.named / n:.3f}"
        yield "denying counted right", f"{self.denying / n:.3f}"
        yield "not established: the same articles", f"{self.unestablished / n:.3f}"


def judged(part: str) -> list[Judged]:
    """The claims of one part."""
    return [one for one in rows(JUDGED) if one["part"] == part]


def texts(wanted: set[str]) -> dict[str, Article]:
    """The articles of these keys, out of all data."""
    found = {}
    for name in FILES:
        for row in rows(data(f"{name}.jsonl.gz")):
            for own in (row, *({**cited, "id": f"{row['id']}/s{i}"} for i, cited in enumerate(row.get("sources") or ()))):
                if own["id"] in wanted:
                    site = None if "outlet" in own else _SITE.match(own.get("url") or "")
                    found[own["id"]] = article({**own, "outlet": site[1]} if site else own, own["id"])
    return found


def stored(ledger: Ledger, claims: list[Judged]) -> dict[str, int]:
    """Put the claims' articles in, copies and entities worked out; the row of each by its key."""
    wanted = {s["article"] for claim in claims for s in claim["statements"]}
    connection = connected(ledger)
    run = Adding(connection, "benchmark")
    for given in texts(wanted).values():
        run.put(given, read_article(given))
    run.flush()
    copies.bring_up_to_date(connection)
    entities.bring_up_to_date(connection)
    return dict(connection.execute("SELECT key, article FROM articles").fetchall())


def put(connection: sqlite3.Connection, claim: Judged, known: dict[str, int]) -> dict[int, int]:
    """Write one claim down, in place of any other; by the row of each statement its number in what was judged."""
    for table in ("origin_links", "origins", "claim_statements", "claims"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names from above)
    found: dict[int, str] = {}
    numbers: dict[int, int] = {}
    for number, given in enumerate(claim["statements"], 1):
        for own in meant(connection, known[given["article"]], given["start"], given["end"])[:1]:
            found.setdefault(own, given["side"])
            numbers.setdefault(own, number)
    connection.execute(
        "INSERT INTO claims (claim, id, statement, statements, articles, outlets, voices_for, voices_against, voices_doubting)"
        " VALUES (1, ?, ?, ?, 0, 0, 0, 0, 0)",
        (claim["id"], min(found, default=None), len(found)),
    )
    connection.executemany("INSERT INTO claim_statements VALUES (?, 1, ?, 10000, '')", found.items())
    return numbers


def given(claims: list[Judged]) -> Iterator[tuple[Judged, sqlite3.Connection, dict[int, int]]]:
    """Each claim alone in a ledger with the articles of all, and by the row of each statement its number in what was judged."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "news.ledger", make=True) as ledger:
        connection, known = connected(ledger), stored(ledger, claims)
        for claim in claims:
            with writing(connection):
                numbers = put(connection, claim, known)
            yield claim, connection, numbers


def same(claim: Judged, found: list[tuple[str, str, str]]) -> bool:
    """Whether the origins found (kind, name, key of an article) are those of the reader, one each.

    A name is the same where it has a word in common with the reader's; what has no name of its own, where it is of an article
    that the reader has it from.
    """
    left = list(found)
    keys = {n: s["article"] for n, s in enumerate(claim["statements"], 1)}
    for origin in claim["origins"]:
        if origin["against"]:
            continue
        words = set(_WORD.findall(origin["name"].casefold()))
        fits = [one for one in left if words & set(_WORD.findall(one[1].casefold()))]
        if not fits and origin["kind"] not in ("voice", "external"):
            fits = [one for one in left if one[0] == origin["kind"] and one[2] in {keys[n] for n in origin["statements"]}]
        if not fits:
            return False
        left.remove(fits[0])
    return not left


def traced(claims: list[Judged]) -> Score:
    """Each claim traced to its origins, and compared."""
    score = Score()
    keys: dict[int, str] = {}
    for claim, connection, _ in given(claims):
        keys = keys or dict(connection.execute("SELECT article, key FROM articles").fetchall())
        bring_up_to_date(connection)
        count, denying, left = connection.execute("SELECT origins, denials, unestablished FROM claims").fetchone()
        found = connection.execute(
            "SELECT kind, coalesce(name, ''), article FROM origins WHERE root AND side != 'against'"
        ).fetchall()
        mine = [(kind, name, keys.get(row, "")) for kind, name, row in found]
        # Where the reader gives none of its statements nothing was traced.
        count, denying, left = count or 0, denying or 0, left or 0
        score.counted.append(count)
        score.meant.append(claim["independent"])
        right = count == claim["independent"] and same(claim, mine)
        score.named += right
        score.denying += denying == claim["denying"]
        score.unestablished += left == len(claim["not_established"])
        if not right:
            gold = ", ".join(f"{o['kind']} {o['name']}" for o in claim["origins"] if not o["against"])
            ours = ", ".join(f"{kind} {name}" for kind, name, _ in mine)
            score.wrong.append(f"{claim['id']}: {claim['independent']} ({gold}), found {count} ({ours})")
    return score


def main(arguments: list[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="dev", help="which claims")
    parser.add_argument("--list", action="store_true", help="name each claim that is counted wrong")
    options = parser.parse_args(arguments)
    claims = judged(options.part)
    score = traced(claims)
    print(f"origins of {len(claims)} claims of real news, claims and sides given")
    for name, value in score.rows():
        print(f"  {name:34} {value}")
    none = [claim["independent"] for claim in claims]
    print(
        f"  who says 'one' of every claim      {none.count(1) / len(none):.3f}  {sum(abs(1 - n) for n in none) / len(none):.3f}"
    )
    if options.list:
        for line in score.wrong:
            print(f"    {line}")


if __name__ == "__main__":
    main()
