"""The vocabularies of happenings hold together."""

from __future__ import annotations

from typing import get_args

from allegedly.model import Certainty, Part, Polarity, Status
from allegedly.reading.happenings_words import Sort, sort_of
from allegedly.reading.vocabularies import rows

TYPES = frozenset(
    """agree consult support cooperate aid yield request accuse reject threaten protest sanction mobilize coerce assault
    arrest trial vote appointment death life health accident disaster crime publication launch ending trade change move contest
    discovery lead making gathering intention other""".split()
)


def test_every_line_is_sound() -> None:
    """A type that there is, a reason, two examples of our own, and each word once for each kind of target."""
    seen = set()
    for row in rows("happenings"):
        assert row["type"] in TYPES
        assert row["pos"] in ("verb", "noun")
        assert row["target"] in ("", "people", "things", "none")
        assert row["reason"]
        assert row["example"] != row["another"]
        for word in row["words"].split():
            key = (word, row["pos"], row["target"])
            assert key not in seen
            seen.add(key)


def test_every_status_is_sound() -> None:
    """Status, polarity and certainty are those of the model, and each line has a reason and an example."""
    for row in rows("happenings_status"):
        assert row["status"] in ("", *get_args(Status))
        assert row["polarity"] in get_args(Polarity)
        assert row["certainty"] in get_args(Certainty)
        assert row["of"] in ("object", "clause", "subject", "itself")
        assert row["reason"]
        assert row["example"]


def test_every_part_is_sound() -> None:
    """A preposition names a part of the model."""
    for row in rows("happenings_parts"):
        assert row["reason"]
        if row["list"] == "preposition":
            assert row["part"] in get_args(Part)


def test_the_target_tells() -> None:
    """Releasing somebody is letting go, releasing a film is making it public; set phrases go before single words."""
    assert sort_of("release", "verb", "people") == Sort("yield", "release")
    assert sort_of("release", "verb", "things") == Sort("publication")
    assert sort_of("call", "verb", "none", ["call+for"]) == Sort("request")
    assert sort_of("fire", "noun", "none", ["cease+fire"]) == Sort("agree")
    assert sort_of("bridge", "noun", "none") == Sort("other")
