"""The judged claims of news are as their format says."""

from __future__ import annotations

from benchmarks.weigh_news import Judged, judged, same


def test_parts() -> None:
    """Each claim is in one part, carried by articles of which at least two put it forward, deny or doubt it."""
    dev, test = judged("dev"), judged("test")
    names = [claim["id"] for claim in (*dev, *test)]
    assert (len(dev), len(test)) == (49, 123)
    assert len(set(names)) == len(names)
    assert all(len({s["article"] for s in claim["statements"]}) > 1 for claim in (*dev, *test))


def test_claims() -> None:
    """Origins are counted as they are listed, and lead to statements that are there; spans are spans."""
    for claim in (*judged("dev"), *judged("test")):
        assert claim["independent"] == sum(not origin["against"] for origin in claim["origins"])
        assert claim["denying"] == sum(origin["against"] for origin in claim["origins"])
        assert all(0 < n <= len(claim["statements"]) for origin in claim["origins"] for n in origin["statements"])
        assert all(0 <= s["start"] < s["end"] for s in claim["statements"])
        assert {s["side"] for s in claim["statements"]} <= {"for", "against", "doubting", "neutral"}
        assert set(claim["not_established"]) <= {s["article"] for s in claim["statements"]}


def test_same_ones() -> None:
    """An origin is the reader's by a word of its name, or, where it has no name of its own, by its article."""
    claim: Judged = {
        "statements": [{"article": "x"}, {"article": "y"}],
        "origins": [
            {"kind": "voice", "name": "Harbour Master Ada Lind", "against": False, "statements": [1]},
            {"kind": "unnamed", "name": "two officials", "against": False, "statements": [2]},
            {"kind": "voice", "name": "the mayor", "against": True, "statements": [2]},
        ],
    }
    assert same(claim, [("voice", "Lind", "x"), ("unnamed", "a source", "y")])
    assert not same(claim, [("voice", "Lind", "x"), ("unnamed", "a source", "x")])
    assert not same(claim, [("voice", "Lind", "x")])
    assert not same(claim, [("voice", "Lind", "x"), ("unnamed", "two officials", "y"), ("voice", "Ben Oduya", "y")])
