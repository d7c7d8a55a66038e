"""The project's own gold of happenings and ties: sound by itself, and without a word of anybody's text."""

from __future__ import annotations

import json
import re
from typing import get_args

from allegedly.model import Status, TieKind
from benchmarks.own_gold import GOLD, TYPES

ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def test_it_holds_no_text() -> None:
    """Articles are named by a hash; every other string is a set's name or one of the vocabulary."""
    words = {"develop", "kept", "sample", "applied", "denied", *TYPES, *get_args(Status), *get_args(TieKind)}
    for row in ROWS:
        assert re.fullmatch(r"[0-9a-f]{64}", row["sha256"])
        for record in (*row["happenings"], *row["ties"]):
            said = [record.get("use", "applied"), *record.get("type", ()), *record.get("status", ()), *record.get("kind", ())]
            assert {word.removeprefix("~") for word in said} <= words
    assert [row["part"] for row in ROWS].count("develop") == [row["part"] for row in ROWS].count("kept") == 6


def test_spans() -> None:
    """Spans are half-open and not empty, and a tie's two ends are not the same words."""
    for row in ROWS:
        spans = [h["trigger"] for h in row["happenings"]] + [s for h in row["happenings"] for s in (*h["actor"], *h["target"])]
        spans += [s for tie in row["ties"] for s in (*tie["of"], *tie["to"], tie["span"])]
        assert all(0 <= start < end for start, end in spans)
        assert all(tie["of"] != tie["to"] for tie in row["ties"])
        triggers = [h["trigger"] for h in row["happenings"]]
        assert triggers == sorted(triggers)
