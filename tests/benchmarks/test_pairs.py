"""The pairs of passages that a network was tried with are what ``training/origins/README.md`` says of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "training" / "origins" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_each_passage_marks_what_carries_the_claim() -> None:
    """Once, with words inside, and an outlet beside it."""
    for pair in PAIRS:
        for side in "ab":
            text = pair[side]["text"]
            assert text.count("[[") == text.count("]]") == 1, text
            assert text[text.index("[[") + 2 : text.index("]]")].strip(), text
            assert pair[side]["outlet"]


def test_which_gives_no_source_is_said_where_that_cannot_be_told() -> None:
    """One, two, or which of the two has no source; as many as the README counts."""
    assert Counter(pair["one"] for pair in PAIRS) == {0: 1143, 1: 1085, -1: 255}
    assert all((pair["one"] < 0) == (pair.get("none") in ("a", "b", "ab")) for pair in PAIRS)
