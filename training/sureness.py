"""Count how often each rule's finding is right, and write ``reading/data/sureness.tsv``: the confidence of a reason.

    python -m training.sureness ../shared/data/dev/voices_gold.jsonl.gz

Data: our own annotated articles. Each article is read with its reasons; statements are paired with the annotated ones by their
content (Jaccard index of letters at least one half, as in ``score/statements.py``), and of the paired ones every reason is
counted by its field and rule, with whether the annotation agrees. The rules were made on the same articles, so the shares are
those of the development set; what is new will be somewhat less sure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import Entity, Reading, Reason, Span, Statement
from allegedly.reading import explaining
from allegedly.reading.reader import read_article

TARGET = Path(explaining.__file__).parents[1] / "data" / "sureness.tsv"
FIELDS = ("source", "stance", "act", "chain", "evidence", "answers")
"""Fields that the annotation has; of the others nobody knows how often they are right."""
_SAME = 0.5
Row = dict[str, Any]


def _letters(text: str, spans: list[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def paired(row: Row, reading: Reading) -> list[tuple[Row, Statement]]:
    """Annotated statements, doubtful ones apart, each with the one of the reading whose content is most like its."""
    left = [s for s in reading.statements if s.mode != "narration"]
    found = []
    for gold in row["statements"]:
        if gold["mode"] == "narration" or gold.get("borderline"):
            continue
        wanted = _letters(row["text"], [(a, b) for a, b in gold["content"]])
        shares = []
        for i, s in enumerate(left):
            said = _letters(row["text"], list(s.content))
            shares.append((len(wanted & said) / max(1, len(wanted | said)), -i))
        share, place = max(shares, default=(0.0, 0))
        if share >= _SAME:
            found.append((gold, left.pop(-place)))
    return found


def _words(name: str | None) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W_]{4,}", name or "")}


def _same(entity: Entity | None, text: str | None, name: str, marked: dict[str, list[list[int]]]) -> bool:
    """Whether an entity, or words where there is none, mean the one of this name in the annotation."""
    called = entity.name if entity is not None else text
    if _words(called) & _words(name) or (called or "").lower() == name.lower() != "":
        return True
    return entity is not None and any(a < d and c < b for a, b in entity.mentions for c, d in marked.get(name, []))


def judged(row: Row, reading: Reading) -> Iterator[tuple[str, Reason, bool]]:
    """The reasons of an article's statements that can be judged: field, reason, whether the annotation agrees."""
    entities = {e.id: e for e in reading.entities}
    marked = {e["name"]: e["mentions"] for e in row["entities"]}
    pairs = paired(row, reading)
    known = {s.id: gold["id"] for gold, s in pairs}
    for gold, s in pairs:
        name = gold["source"]["entity"]
        entity = entities.get(s.source.entity or "")
        evidence = [e["span"] for e in gold["evidence"] if e.get("span")]
        for reason in s.why or ():
            field, _, place = reason.field.partition(".")
            if reason.field in ("source", "source.entity"):
                yield field, reason, _same(entity, None, name, marked) if name else entity is None
            elif field in ("stance", "act"):
                yield field, reason, getattr(s, field) == gold[field]
            elif field == "chain":
                hop = s.chain[int(place)]
                who = entities.get(hop.entity or "")
                yield field, reason, any(_same(who, hop.text, voice, marked) for voice in gold["chain"])
            elif field == "evidence" and reason.rule not in ("own eyes", "witness"):
                start, end = s.evidence[int(place)].span
                yield field, reason, any(a < end and start < b for a, b in evidence)
            elif field == "answers" and place in known:
                yield field, reason, known[place] in gold["answers"]


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="voices_gold.jsonl.gz")
    given = parser.parse_args()
    right: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    with gzip.open(given.articles, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            article = article_from_text(
                row["text"], title=row.get("title"), outlet=row.get("outlet"), published=row.get("published")
            )
            for field, reason, agrees in judged(row, read_article(article, explain=True)):
                for key in ((field, reason.rule), (field, "")):
                    right[key] += agrees
                    every[key] += 1
    table = ["field\trule\tright\tof", *(f"{f}\t{r}\t{right[f, r]}\t{n}" for (f, r), n in sorted(every.items()))]
    TARGET.write_text("\n".join(table) + "\n", encoding="utf-8")
    print("\n".join(table))


if __name__ == "__main__":
    main()
