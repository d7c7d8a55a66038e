"""How fast a ledger of a million statements is searched, and how large it is: ``python -m benchmarks.find``.

The ledger is filled with copies of real readings (:mod:`benchmarks.copies`) by the code that fills every ledger. Then some two
hundred queries of all kinds are put to it, the first page of twenty with what was found marked: rare and common words, phrases,
beginnings, names, what was denied, dates, outlets, and combinations that match little or nothing; and last what is typed to make
it slow. ``--ledger FILE`` keeps the ledger for the next time.
"""

from __future__ import annotations

import argparse
import os
import re
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console
from rich.progress import track

from allegedly.intake import articles
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.store import tidy
from allegedly.model import Reading, from_json, to_json
from allegedly.reading.batch import read_articles
from benchmarks.copies import copies
from benchmarks.shared import data, table

Query = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]{3,}")


def real(file: Path | None, most: int) -> list[Reading]:
    """Readings to copy: of a file, which is made of the first articles of the development data where it is not there."""
    if file and file.exists():
        with file.open("rb") as lines:
            return [from_json(line) for _, line in zip(range(most), lines, strict=False)]
    given = articles([str(data("bulk/allsides_articles.jsonl.gz"))], force=False, on_refused=lambda _: None)
    first = [article for _, article in zip(range(most), given, strict=False)]
    read = read_articles(first, pipeline=None, reader="trained", processes=2, on_failed=lambda *_: None)
    found = list(shown(read, "Reading", len(first)))
    if file:
        file.write_bytes(b"".join(to_json(reading) + b"\n" for reading in found))
    return found


def shown(things: Iterable[Reading], what: str, total: int) -> Iterator[Reading]:
    """The same, with a bar on standard error."""
    yield from track(things, what, total, console=Console(stderr=True), transient=True)


def fill(path: Path, readings: list[Reading], statements: int) -> None:
    """A ledger with so many statements, unless it is there already."""
    if path.exists():
        return
    each = sum(len(r.statements) for r in readings) / len(readings)
    with Ledger(path, make=True) as ledger:
        run = Adding(ledger._connection, "benchmarks.find")  # noqa: SLF001 (stores without reading)
        for reading in shown(copies(readings, statements), "Storing", int(statements / each)):
            run.put(reading.article, reading)
        run.flush()
        # As `add` does at the end of a long run.
        tidy(ledger._connection, added=ledger.counts()["articles"])  # noqa: SLF001 (the same)


def queries(readings: list[Reading], ledger: Ledger) -> dict[str, list[Query]]:
    """The queries, by kind."""
    random = Random(4)
    seen: Counter[str] = Counter()
    for reading in readings:
        for s in reading.statements:
            words = {w.lower() for a, b in s.content for w in _WORD.findall(reading.article.text[a:b])}
            seen.update(words)
    by_use = [word for word, _ in seen.most_common()]
    common, middling = by_use[:40], by_use[200:1500]
    rare = [word for word, times in seen.items() if times == 1]
    phrases = []
    for reading in random.sample(readings, 20):
        start, end = random.choice(reading.statements).content[0]
        pieces = reading.article.text[start:end].split()
        phrases.append(" ".join(word.strip('"“”') for word in pieces[: random.choice((2, 3, 4))]))
    with sqlite3.connect(f"file:{ledger.path}?mode=ro", uri=True) as connection:
        people = [name for (name,) in connection.execute("SELECT name FROM entities WHERE kind = 'person' ORDER BY entity")]
    some = random.sample(people, 20)
    short = [name.split()[-1] for name in random.sample(people, 20)]
    bodies = ["FBI", "White House", "Republicans", "Supreme Court", "Obama", "the president", "United States", "GOP", "EPA", "he"]
    labels = [reading.article.text[slice(*label.span)] for reading in readings for label in reading.labels]
    places = [place.name for reading in readings for place in reading.places]
    kinds = sorted({e.kind for reading in readings for s in reading.statements for e in s.evidence})
    papers = ["The Ashby Post", "Times", "courier", "The Marsk Herald", "Norwold", "no such paper"]
    ranges: list[Query] = [
        {"since": date(2016, 5, 3), "until": date(2016, 5, 3)},
        {"since": date(2014, 2, 10), "until": date(2014, 4, 20)},
        {"since": date(2019, 1, 1)},
        {"until": date(2012, 6, 30)},
        {"since": date(2013, 3, 7), "until": date(2018, 11, 12)},
        {"since": date(2031, 1, 1)},
    ]
    few: list[Query] = [
        {"by": "no such person"},
        {"evidence": kinds[0]},
        {"stance": "doubts"},
        {"label": random.choice(labels)},
        {"outlet": "The Ostby Tribune", "since": date(2015, 1, 1), "until": date(2015, 1, 31)},
        {"min_confidence": 0.99},
        {"place": random.choice(places)},
        {"act": "question", "stance": "denies"},
    ]

    def words(given: Iterable[str], **more: Any) -> list[Query]:  # noqa: ANN401 (whatever find takes)
        return [{"words": word, **more} for word in given]

    every: dict[str, list[Query]] = {
        "rare word": words(random.sample(rare, 15)),
        "common word": words(common[:15]),
        "several words": words(f"{a} {b}" for a, b in zip(random.sample(middling, 15), random.sample(common, 15), strict=True)),
        "phrase": words(f'"{phrase}"' for phrase in phrases),
        "beginning": words(f"{word[:length]}*" for word in random.sample(middling, 4) for length in (2, 3, 4)),
        "OR, NOT, brackets": words(
            f"({a} OR {b}) NOT {c}"
            for a, b, c in zip(random.sample(middling, 12), random.sample(rare, 12), random.sample(common, 12), strict=True)
        ),
        "by": [{"by": name} for name in [*some[:10], *short[:10], *bodies]],
        "about": [{"about": name} for name in [*some[10:], *short[10:], *bodies]],
        "denied by": [{"denied_by": name} for name in [*some[:5], *short[:5], *bodies]],
        "stance, act, evidence": [
            *({"stance": stance} for stance in ("affirms", "denies", "doubts", "neutral")),
            *({"act": act} for act in ("statement", "promise", "question")),
            *({"evidence": kind} for kind in kinds),
            {"stance": "affirms", "act": "statement"},
        ],
        "outlet": [{"outlet": paper} for paper in papers],
        "label, place": [
            *({"label": label} for label in random.sample(labels, 6)),
            *({"place": place} for place in random.sample(places, 6)),
        ],
        "days": ranges,
        "confidence": [{"min_confidence": sure} for sure in (0.5, 0.9, 0.95, 0.98, 1.0)],
        "everything, later pages": [{"skip": skip} for skip in (0, 100, 10_000)],
        "common word and a filter": [{"words": word, **one} for word in common[:3] for one in (*few, *ranges)],
        "rare word and a wide filter": [
            {"words": word, **one}
            for word in random.sample(rare, 3)
            for one in ({"stance": "affirms"}, ranges[2], ranges[4], {"outlet": "Times"}, {"min_confidence": 0.5})
        ],
        "name and filters": [
            {"by": name, **one}
            for name in ("Obama", short[0])
            for one in (*few[1:], *ranges, {"words": common[0], "about": "Congress"})
        ],
        "common word, later pages": [{"words": common[0], "skip": skip} for skip in (100, 1000, 5000)],
    }
    return every


def hostile() -> list[Query]:
    """What is typed to make it slow."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [
        {"words": " OR ".join(f"{a}{b}*" for a in letters for b in letters)},
        {"words": " ".join(f"{a}*" for a in letters)},
        {"words": " OR ".join(f"{a}*" for a in letters)},
        {"words": "a*"},
        {"words": "s* NOT t*"},
        {"words": "t* zzzzqqq"},
        {"words": "zzzzqqq OR (the NOT (a* OR t*))"},
        {"words": "the NOT " + " NOT ".join(letters)},
        {"words": "NOT a NOT the"},
        {"words": "-the"},
        {"words": "(" * 10_000 + "the" + ")" * 10_000},
        {"words": "x" * 100_000},
        {"words": '"' + "the " * 10_000 + '"'},
        {"words": '"the the the the the the"'},
        {"words": "the", "skip": 10**9},
        {"words": "\0\ud800 the"},
        {"by": "a " * 10_000},
        {"by": "the of and"},
        {"about": "*"},
        {"outlet": "the"},
        {"place": "(" * 1000},
        {"label": '"'},
        {"min_confidence": 1.0, "words": "the of and to in"},
        {"since": date.min, "until": date.max, "words": "the"},
        {"words": "the", "since": date(2012, 1, 1), "until": date(2012, 1, 2), "min_confidence": 0.98},
    ]


def measure(ledger: Ledger, kinds: dict[str, list[Query]], rounds: int) -> None:
    """Print how long each kind of query takes."""
    lines: list[list[object]] = []
    together: list[float] = []
    slowest: list[tuple[float, Query]] = []
    for kind, asked in kinds.items():
        taken, empty = [], 0
        for query in asked:
            for turn in range(rounds):
                begin = time.perf_counter()
                found = ledger.find(limit=20, **query)
                taken.append(1000 * (time.perf_counter() - begin))
                if not turn:
                    empty += not found
                    slowest.append((taken[-1], query))
        lines.append([kind, len(asked), empty, *_spread(taken)])
        if kind != "hostile":
            together += taken
    lines.append(["all but the hostile", "", "", *_spread(together)])
    print(table(["milliseconds", "queries", "empty", "median", "95 %", "most"], lines), "\n")
    for milliseconds, query in sorted(slowest, key=lambda one: -one[0])[:5]:
        print(f"slowest: {milliseconds:.0f} ms  {str(query)[:120]}")
    print()


def _spread(taken: list[float]) -> tuple[str, ...]:
    ordered = sorted(taken)
    return tuple(f"{x:.1f}" for x in (statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]))


def sizes(path: Path) -> None:
    """Print what the file is made of, beside the text that is in it."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    text = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM articles").fetchone()[0]
    size = path.stat().st_size
    print(f"{size / 1e6:,.0f} MB, {size / text:.2f} times the text of {text / 1e6:,.0f} MB\n")
    rows = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC").fetchall()
    parts: Counter[str] = Counter()
    for name, count in rows:
        parts[re.sub(r"_words_.*", "_words (search index)", name)] += count
    lines: list[list[object]] = [[name, f"{count / 1e6:.1f}", count / text] for name, count in parts.most_common(16)]
    print(table(["", "MB", "times the text"], lines))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How fast a large ledger is searched, and how large it is.")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ledger", type=Path, help="keep the ledger here, and use it where it is there")
    parser.add_argument("--readings", type=Path, help="keep the readings that are copied here, and use them where they are there")
    given = parser.parse_args()
    readings = real(given.readings, 200)
    with tempfile.TemporaryDirectory() as folder:
        path = given.ledger or Path(folder) / "large.ledger"
        begin = time.perf_counter()
        fill(path, readings, given.statements)
        with Ledger(path) as ledger:
            counts = ledger.counts()
            print(f"{counts['statements']:,} statements of {counts['articles']:,} articles; filled in", end=" ")
            print(f"{time.perf_counter() - begin:,.0f} s; {os.cpu_count()} processors\n")
            kinds = queries(readings, ledger)
            print(f"{sum(map(len, kinds.values()))} queries, {given.rounds} times each, the first page of 20 of each\n")
            measure(ledger, {**kinds, "hostile": hostile()}, given.rounds)
        sizes(path)


if __name__ == "__main__":
    main()
