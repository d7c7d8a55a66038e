"""Happenings and ties on the project's own gold (``happenings_gold.jsonl``, conventions in ``README.md``).

    python -m benchmarks.own_gold [--show]

Of the happenings: how many of the gold's triggers are found, and of those found how often type and status are right. Of the ties:
precision, recall and F1 by kind and both ends; of those found how often ``use`` and ``former`` are right. Doubtful records count
neither way. ``--show`` lists what went wrong on the articles that may be looked at. Of the sample only those ties are marked that
have to be found: only recall is told.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allegedly.intake import article_from_text
from allegedly.reading.reader import read_article
from benchmarks.shared import SHARED, data, letters, rows, table

if TYPE_CHECKING:
    from allegedly.model import Article, Reading, Span, Tie

GOLD = Path(__file__).with_name("happenings_gold.jsonl")
_EITHER = ("allied with", "opposed to", "related to", "married to")
TYPES = frozenset(
    """agree consult support cooperate aid yield request accuse reject threaten protest sanction mobilize coerce assault arrest
    trial vote appointment death accident disaster publication other""".split()
)
"""The types of the gold; whatever else a reading has counts as ``other``."""


def articles() -> Iterator[tuple[dict[str, Any], Article]]:
    """The gold's records with their articles, in the gold's order.

    Raises:
        SystemExit: the development data are not here, or lack one of the articles.
    """
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    wanted = {row["sha256"] for row in gold}
    found = {}
    for sample in SHARED.glob("samples/*.txt"):
        text = sample.read_text(encoding="utf-8")
        found[hashlib.sha256(text.encode("utf-8")).hexdigest()] = article_from_text(text)
    for name in sorted({row["set"] for row in gold} - {"samples"}):
        for row in rows(data(f"bulk/{name}.jsonl.gz")):
            digest = hashlib.sha256(row["text"].encode("utf-8")).hexdigest()
            if digest in wanted:
                found[digest] = article_from_text(
                    row["text"], title=row.get("title"), outlet=row.get("outlet"), published=row.get("date")
                )
    for row in gold:
        if row["sha256"] not in found:
            raise SystemExit(f"{row['set']}: no article with the SHA-256 {row['sha256']}; the gold was made on other data")
        yield row, found[row["sha256"]]


class Score:
    """What was counted over some articles."""

    def __init__(self, *, whole: bool = True) -> None:
        self.whole = whole
        self.count: dict[str, int] = dict.fromkeys(
            ("triggers", "found", "type", "status", "ties", "hit", "wrong", "use", "former"), 0
        )

    def line(self) -> list[object]:
        """The figures of one line of the table."""
        c = self.count
        precision = c["hit"] / max(1, c["hit"] + c["wrong"])
        recall = c["hit"] / max(1, c["ties"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found, hit = max(1, c["found"]), max(1, c["hit"])
        if not self.whole:
            return [None, None, None, None, c["ties"], None, recall, None, c["use"] / hit, c["former"] / hit]
        return [
            c["triggers"], c["found"] / max(1, c["triggers"]), c["type"] / found, c["status"] / found,
            c["ties"], precision, recall, f1, c["use"] / hit, c["former"] / hit,
        ]  # fmt: skip

    def add(self, gold: dict[str, Any], reading: Reading, show: list[str] | None = None) -> None:
        """Count one article."""
        self._happenings(gold, reading, show)
        self._ties(gold, reading, show)

    def _happenings(self, gold: dict[str, Any], reading: Reading, show: list[str] | None) -> None:
        text = reading.article.text
        said = [(mention, h.type if h.type in TYPES else "other") for h in reading.happenings for mention in h.mentions]
        for row in gold["happenings"]:
            if row["doubtful"]:
                continue
            spans = [row["trigger"], *row["also"]]
            here = [pair for pair in said if any(pair[0].span[0] < b and a < pair[0].span[1] for a, b in spans)]
            self.count["triggers"] += 1
            words = text[slice(*row["trigger"])]
            if not here:
                if show is not None:
                    show.append(f"  no happening: {words} ({row['type'][0]}, {row['status'][0]})")
                continue
            mention, kind = min(here, key=lambda pair: (abs(pair[0].span[0] - row["trigger"][0]), pair[0].span))
            right = kind in row["type"], mention.status in row["status"]
            for field, one in zip(("found", "type", "status"), (True, *right), strict=True):
                self.count[field] += one
            if show is not None and not all(right):
                show.append(f"  {words}: {kind}, {mention.status}; gold {'/'.join(row['type'])}, {'/'.join(row['status'])}")

    def _ties(self, gold: dict[str, Any], reading: Reading, show: list[str] | None) -> None:
        text = reading.article.text
        names = {e.id: e.name for e in reading.entities}
        mentions = {e.id: e.mentions for e in reading.entities}
        left = list(reading.ties)
        for row in sorted(gold["ties"], key=lambda row: row["doubtful"]):
            hits = [tie for tie in left if _same(text, row, tie, mentions)]
            left = [tie for tie in left if tie not in hits]
            if row["doubtful"]:
                continue
            self.count["ties"] += 1
            if hits:
                tie = hits[0]
                self.count["hit"] += 1
                self.count["use"] += tie.use == ("applied" if row["use"] == "applied" else "rejected")
                self.count["former"] += tie.former == row["former"]
            elif show is not None:
                of, to = (text[slice(*row[end][0])] for end in ("of", "to"))
                show.append(f"  no tie: {of} {row['kind'][0]} {to}")
        self.count["wrong"] += len(left)
        if show is not None:
            show.extend(f"  no such tie: {names[t.of]} {t.kind} {names[t.to]} ({t.text})" for t in left)


def _same(text: str, row: dict[str, Any], tie: Tie, mentions: dict[str, tuple[Span, ...]]) -> bool:
    """Whether a tie is the gold's: its kind and both ends."""

    def end(name: str, spans: list[Span]) -> bool:
        return any(_overlap(text, a, b) for a in mentions[name] for b in spans)

    straight = end(tie.of, row["of"]) and end(tie.to, row["to"])
    turned = end(tie.to, row["of"]) and end(tie.of, row["to"])
    return any(
        tie.kind == kind.removeprefix("~") and (turned if kind[0] == "~" else straight or (turned and tie.kind in _EITHER))
        for kind in row["kind"]
    )


def _overlap(text: str, a: Span, b: Span) -> bool:
    """Whether two mentions share half their letters, or one goes on where the other stops, with a preposition."""
    one, other = letters(text, [a]), letters(text, [b])
    if 2 * len(one & other) >= len(one | other) > 0:
        return True
    behind = text[min(a[1], b[1]) : max(a[1], b[1])].split(maxsplit=1)
    return a[0] == b[0] and bool(behind) and behind[0] in ("of", "for", "from", "in", "to", "at", "who")


def main(options: list[str]) -> None:
    """Read the articles and print the figures."""
    scores = {"develop": Score(), "kept": Score(), "all": Score(), "sample": Score(whole=False)}
    for row, article in articles():
        show = [f"{article.title or article.text[:40]}:"] if "--show" in options and row["part"] == "develop" else None
        reading = read_article(article)
        scores[row["part"]].add(row, reading, show)
        if row["part"] != "sample":
            scores["all"].add(row, reading)
        if show:
            print("\n".join(show))
    head = ["articles", "triggers", "found", "type", "status", "ties", "P", "R", "F1", "use", "former"]
    print(table(head, [[name, *score.line()] for name, score in scores.items()]))


if __name__ == "__main__":
    main(sys.argv[1:])
