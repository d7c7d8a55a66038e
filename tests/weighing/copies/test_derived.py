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
    dated = ((LEAD, QUOTE, RAIL), "2031-03-05"), ((LEAD, QUOTE, HORSES), "2031-03-06"), ((LEAD, QUOTE), "2031-03-07")
    others = [Described(article(*text, published=day)) for text, day in dated]
    found = likely_sources(Described(article(REWRITTEN, published="2031-03-05")), others)
    assert {source.place for source in found} == {0, 1}


def test_the_same_words_take_one_place() -> None:
    """Three mastheads print one report: it is one source, met where it stood first, and those who reprint it stand beside it."""
    dated = ((LEAD, QUOTE), "2031-03-05"), ((FISH,), "2031-03-04"), ((LEAD, QUOTE), "2031-03-04"), ((LEAD, QUOTE), None)
    others = [Described(article(*text, published=day)) for text, day in dated]
    found = likely_sources(Described(article(REWRITTEN, published="2031-03-05")), others)
    assert (found[0].place, found[0].also) == (2, (0, 3))
    assert len([source for source in found if source.score > 0.1]) == 1


def test_nothing_in_common() -> None:
    """Where nothing is shared, or nobody is there, nothing is given."""
    assert likely_sources(Described(article("xyzzy")), [Described(article(LEAD))]) == []
    assert likely_sources(Described(article(LEAD)), []) == []
    assert likely_sources(Described(article("")), [Described(article(""))]) == []
