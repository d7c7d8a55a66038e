"""How many copies are found, how many of those given are right, and how fast: ``python -m benchmarks.weigh_copies``.

Recall on the pairs of which the development data list the Jaccard index and containment of their word 5-grams, by the scorer
``copies.py``; CPU seconds of the whole search, articles in memory; then the verdicts on a random choice of AllSides' pairs that
``copies_judged.tsv`` lists, and the articles that Wikinews cites, found among 500 others. ``--draw`` prints that choice with the
words that each pair shares, to be judged.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from allegedly.intake.article import article_from_text
from allegedly.model import Article
from allegedly.weighing.copies.derived import Described, likely_sources
from allegedly.weighing.copies.finding import Pair, pairs_of
from benchmarks.shared import data, rows, score, table

HERE = Path(__file__).resolve().parent
SETS = {
    "wikinews_with_sources": ("dev/wikinews_with_sources.jsonl.gz", "dev/wikinews_with_sources_neardup_silver.jsonl.gz"),
    "fnc1_train_bodies": ("bulk/fnc1_train_bodies.jsonl.gz", "bulk/fnc1_train_neardup_silver.jsonl.gz"),
    "reuters21578": ("bulk/reuters21578.jsonl.gz", "bulk/reuters21578_neardup_silver.jsonl.gz"),
    "allsides": ("bulk/allsides_articles.jsonl.gz", "bulk/allsides_neardup_silver.jsonl.gz"),
}
OTHERS, RANKS = 500, 5
DRAWN, SEED = 100, 6


def article(row: dict[str, Any], key: str) -> Article:
    """An article of the data, or one that it cites."""
    authors = row.get("authors")
    return article_from_text(
        row["text"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        byline=", ".join(authors) if isinstance(authors, list) else authors,
        published=(row.get("date") or "")[:10] or None,
        key=key,
    )


@cache
def articles(name: str) -> tuple[Article, ...]:
    """The articles of one of the sets, those that they cite among them."""
    found = []
    for row in rows(data(SETS[name][0])):
        found.append(article(row, row["id"]))
        found.extend(article(cited, f"{row['id']}/s{i}") for i, cited in enumerate(row.get("sources") or ()))
    return tuple(found)


def recall(names: list[str]) -> dict[str, list[Pair]]:
    """Print recall and time of each set; the pairs of each."""
    lines: list[list[object]] = []
    kinds: list[list[object]] = []
    pairs = {}
    for name in names:
        every = articles(name)
        begin = time.process_time()
        found = pairs[name] = pairs_of(every)
        seconds = time.process_time() - begin
        for what, those in (("", found), (", boilerplate left out", [p for p in found if p.found.kind != "boilerplate"])):
            given = [{"a": every[p.a].key, "b": every[p.b].key, "score": p.found.jaccard} for p in those]
            by = score("copies.py", data(SETS[name][1]), given)["recall"]
            part = [x for step in ("jaccard>=0.5", "containment>=0.8") for x in (by[step]["recall"], by[step]["gold"])]
            lines.append([f"{name}{what}", len(every), len(those), *part, None if what else round(seconds, 1)])
        counts = Counter(p.found.kind for p in found)
        kinds.append([name, *(counts[k] for k in ("reprint", "excerpt", "update", "shared source", "boilerplate"))])
    head = ["", "articles", "pairs", "J ≥ .5", "of", "C ≥ .8", "of", "CPU s"]
    print(table(head, lines), end="\n\n")
    print(table(["kinds", "reprint", "excerpt", "update", "shared source", "boilerplate"], kinds), end="\n\n")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB", end="\n\n")
    return pairs


def drawn(pairs: list[Pair]) -> list[Pair]:
    """A random choice of the pairs, boilerplate left out."""
    every = articles("allsides")
    named = sorted((p for p in pairs if p.found.kind != "boilerplate"), key=lambda p: (every[p.a].key, every[p.b].key))
    return random.Random(SEED).sample(named, DRAWN)


def show(pairs: list[Pair]) -> None:
    """Print a choice with the words that each pair shares."""
    every = articles("allsides")
    for number, pair in enumerate(pairs, 1):
        a, b, it = every[pair.a], every[pair.b], pair.found
        print(f"{number}\t{a.key}\t{b.key}\t{it.kind}\t{it.original}\t{it.jaccard}\t{it.containment}\t{it.reason}")
        for one, which in ((a, "a"), (b, "b")):
            print(f"  {which}: {one.outlet}, {one.published}, {len(one.text):,} characters: {one.title}")
        for (start, end), (first, last) in sorted(it.passages, key=lambda p: p[0][0] - p[0][1])[:3]:
            print(f"  a …{a.text[max(0, start - 80) : start]!r} [[{a.text[start:end][:300]!r}]] {a.text[end : end + 60]!r}")
            print(f"  b …{b.text[max(0, first - 80) : first]!r} [[…]] {b.text[last : last + 60]!r}")


def verdicts(pairs: list[Pair]) -> None:
    """Print how many of the judged pairs are right, of those that are still found."""
    with (HERE / "copies_judged.tsv").open(encoding="utf-8", newline="") as lines:
        judged = list(csv.DictReader(lines, delimiter="\t"))
    every = articles("allsides")
    still = {frozenset((every[p.a].key, every[p.b].key)): p.found.kind for p in pairs}
    lasting = [j for j in judged if still.get(frozenset((j["a"], j["b"]))) == j["kind"]]
    by: list[list[object]] = []
    for kind in ("reprint", "excerpt", "update", "shared source", None):
        of = [j for j in lasting if kind in (None, j["kind"])]
        right = [sum(j[what] == "right" for j in of) for what in ("shared", "as")]
        asked = [j for j in of if j["first"]]
        first = sum(j["first"] == "right" for j in asked)
        by.append([kind or "all", len(of), right[0], right[1], len(asked), first])
    print(f"{len(judged)} pairs judged, {len(lasting)} of them found as they were then")
    print(table(["kind", "pairs", "do share text", "kind right", "with an original", "right"], by), end="\n\n")


def derived() -> None:
    """Print how often a cited article is among the first five of its story's and 500 others; pages of the same words are one."""
    with (HERE / "cited_pages.tsv").open(encoding="utf-8", newline="") as lines:
        lost = {row["id"] for row in csv.DictReader(lines, delimiter="\t")}
    by = {a.key or "": Described(a) for name in ("wikinews_with_sources", "fnc1_train_bodies") for a in articles(name)}
    counts: Counter[str] = Counter()
    for key in [key for key in by if key.startswith("WNS") and "/" not in key]:
        cited = [k for k in by if k.startswith(f"{key}/")]
        if not cited:
            continue
        rest = [k for k in by if k != key and k not in cited]
        pool = cited + random.Random(key).sample(rest, OTHERS)
        found = likely_sources(by[key], [by[k] for k in pool], most=len(pool))
        ranked = [{pool[place] for place in (s.place, *s.also)} for s in found]
        counts["articles"] += 1
        counts["one"] += any(same & set(cited) for same in ranked[:RANKS])
        for one in cited:
            at = next((n for n, same in enumerate(ranked) if one in same), len(pool))
            ahead = sum(same.isdisjoint(cited) for same in ranked[:at])
            for of in ("all", "kept") if one not in lost else ("all",):
                counts[of] += 1
                counts[f"{of} plain"] += at < RANKS
                counts[f"{of} ahead"] += ahead < RANKS
    lines_: list[list[object]] = [
        [what, counts[of], counts[f"{of} plain"] / counts[of], counts[f"{of} ahead"] / counts[of]]
        for what, of in (("cited pages that hold what was cited", "kept"), ("all cited pages", "all"))
    ]
    print(table(["", "pages", "recall@5", "recall@5, other cited ones not counted"], lines_), end="\n\n")
    print(f"articles of which a cited page is among the first five: {counts['one']} of {counts['articles']}")


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--draw", action="store_true", help="print a random choice of AllSides' pairs, to be judged")
    if parser.parse_args(arguments).draw:
        show(drawn(pairs_of(articles("allsides"))))
        return
    verdicts(recall(list(SETS))["allsides"])
    derived()


if __name__ == "__main__":
    main()
