"""Sentences of news, from which the weights of words and the static vectors are counted."""

from __future__ import annotations

import random
import re
from collections import Counter

import numpy as np

from allegedly.weighing.claims.words import words
from benchmarks.shared import data, rows
from training.claims.places import STEMS

EVERY = 6
"""Of so many articles one is looked at."""
LEAST = 4
"""Sentences that a stem must stand in, to be listed."""
_ENDS = re.compile(r"(?<=[.!?])[”\"’']?\s+|\n+")


def sentences(each: int | None = None, every: int = EVERY) -> list[str]:
    """Sentences of the articles; of each article so many at most, drawn at random with a fixed seed."""
    drawn = random.Random(1)
    found: list[str] = []
    for i, row in enumerate(rows(data("bulk/allsides_articles.jsonl.gz"))):
        if i % every:
            continue
        own = [s for s in _ENDS.split(row["text"]) if 30 < len(s) < 400]
        found += own if each is None or len(own) <= each else drawn.sample(own, each)
    return found


def count() -> None:
    """Write the weight of each stem: the logarithm of sentences by sentences that have it."""
    every = sentences()
    seen: Counter[str] = Counter()
    for sentence in every:
        seen.update(set(words(sentence).stems))
    lines = ["stem\tweight"]
    lines += [f"{one}\t{np.log(len(every) / many):.2f}" for one, many in sorted(seen.items()) if many >= LEAST]
    lines.append(f"\t{np.log(len(every) / 1):.2f}")  # of every other: as though it stood in one
    STEMS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"stems: {len(lines) - 2} of {len(every)} sentences, written to {STEMS.name}")
