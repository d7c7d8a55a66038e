"""From which articles another is derived: rare words, names and numbers that both have, and the order of their days."""

from __future__ import annotations

from allegedly.weighing.copies.derived import Described, likely_sources

from .conftest import COUNCIL, FISH, HORSES, LEAD, QUOTE, RAIL, article

REWRITTEN = "Marta Quill, who is master of Port Lenning's harbour, warns of the autumn storms: the dredger still stands idle."


def test_source_is_ranked_first() -> None:
    """A rewritten report is derived from the one with its names and rare words."""
    others = [Described(article(*text)) for text in ((RAIL, HORSES), (LEAD, QUOTE), (FISH, COUNCIL))]
    found = likely_sources(Described(article(REWRITTEN)), others)
    assert found[0].place == 1
    assert found[0].reason == "both have marta, port, quill, autumn"
    assert 0 < found[0].score <= 1


def test_what_came_later_is_no_source() -> None:
    """An article that was published days later is left out; one of the next day may have another clock."""
    others = [Described(article(LEAD, QUOTE, published=day)) for day in ("2031-03-05", "2031-03-06", "2031-03-07")]
    found = likely_sources(Described(article(REWRITTEN, published="2031-03-05")), others)
    assert [source.place for source in found] == [0, 1]


def test_nothing_in_common() -> None:
    """Where nothing is shared, or nobody is there, nothing is given."""
    assert likely_sources(Described(article("xyzzy")), [Described(article(LEAD))]) == []
    assert likely_sources(Described(article(LEAD)), []) == []
    assert likely_sources(Described(article("")), [Described(article(""))]) == []
