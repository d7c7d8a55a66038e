"""The stories that the network and what weighs it learn from hold together, and none of them is one of the benchmark's."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BENCHMARK = ROOT / "benchmarks" / "origins"


def stories(path: Path) -> list[dict[str, Any]]:
    """The stories of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


FILES = [stories(ROOT / "training" / "origins" / f"{name}.jsonl") for name in ("stories", "held", "loops")]
OWN = [story for file in FILES for story in file]
CLAIMS = [(story, claim) for story in OWN for claim in story["claims"]]


def test_as_many_as_are_said() -> None:
    """The README here counts them."""
    told = (ROOT / "training" / "origins" / "README.md").read_text(encoding="utf-8")
    for every in FILES:
        assert f"{len(every):,} stories ({sum(len(story['claims']) for story in every):,} claims)" in told


def test_no_story_and_no_text_stands_twice() -> None:
    """Neither in two files nor in the benchmark."""
    others = [story for part in ("dev", "fresh", "test", "kept") for story in stories(BENCHMARK / f"{part}.jsonl")]
    assert [name for name, times in Counter(story["id"] for story in (*OWN, *others)).items() if times > 1] == []
    texts = {article["text"] for story in OWN for article in story["articles"]}
    assert texts.isdisjoint(article["text"] for story in others for article in story["articles"])


def test_quotations_stand_once_and_their_origins_are_reached() -> None:
    """What carries a claim is found in one place, and ways lead from its article to its origin."""
    for story, claim in CLAIMS:
        texts = {article["id"]: article["text"] for article in story["articles"]}
        onward: dict[str, set[str]] = {}
        for link in claim["links"]:
            onward.setdefault(link["from"], set()).add(link["to"])
        for told in claim["statements"]:
            assert texts[told["article"]].count(told["quote"]) == 1, (story["id"], told["quote"])
            seen, open_ = {told["article"]}, [told["article"]]
            while open_:
                new = onward.get(open_.pop(), set()) - seen
                seen |= new
                open_ += new
            assert told["origin"] is None or told["origin"] in seen, (story["id"], claim["id"], told["origin"])


def test_counts_follow_from_the_statements() -> None:
    """Independent are the origins of what is put forward."""
    for story, claim in CLAIMS:
        own = {told["origin"] for told in claim["statements"] if told["side"] == "for"} - {None}
        assert claim["independent"] == len(own), (story["id"], claim["id"])
