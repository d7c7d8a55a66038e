"""Two voices of two articles are one by what stands around them there: a sentence, a quotation, an office, an outlet."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.ledger.names import folded
from allegedly.weighing.origins.meeting import Meeting
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sameness import groups

DAY = "2024-05-03"


def article(row: int, text: str, day: str | None = DAY) -> Report:
    """An article of a paper of its own."""
    reading = allegedly.read(text, outlet=f"Paper {row}", published=day, title="t", reader="rules")
    return Report(row, reading, list(range(row * 100, row * 100 + len(reading.statements))), {}, lambda _: False)


def voice(report: Report, words: str, name: str, kind: str = "voice", **more: object) -> Node:
    """An end of a chain, in the statement that has these words."""
    saying = next(s for s in report.sayings if words in report.text[s.start : s.end])
    made = Node(kind, name, article=report.row, statement=saying.statement, said=folded(report.text[saying.start : saying.end]))
    for field, value in more.items():
        setattr(made, field, value)
    return made


def why(one: tuple[str, str, str, str], other: tuple[str, str, str, str], day: str | None = DAY, against: bool = False) -> str:
    """Why two are one: each a text, the words of its statement, a name, a kind."""
    reports = {1: article(1, one[0]), 2: article(2, other[0], day)}
    nodes = [voice(reports[n], words, name, kind) for n, (_, words, name, kind) in ((1, one), (2, other))]
    denials = frozenset([nodes[1].statement or 0]) if against else frozenset()
    return Meeting(nodes, reports, denials).same(0, 1)


PIER = "The board will close the old north pier to all lorries of more than four tonnes from Monday, Ana Ruiz said."


def test_one_sentence_of_two_articles_has_one_source() -> None:
    """Two articles print one sentence, and the reader has somebody else for it in the one."""
    here = (f"It rained in Orrel. {PIER}", "north pier", "Ana Ruiz", "voice")
    assert why(here, (PIER, "north pier", "Orrel", "voice")) == "both articles print one sentence"
    assert why(here, (PIER, "north pier", "FLN", "external")) == "both articles print one sentence"
    assert why(here, ("The board will close the old north pier, Ivo Brandt said.", "north pier", "Ivo Brandt", "voice")) == ""


ROTTEN = ('The pier is "woefully inadequate" for lorries, the report said.', "woefully", "the report", "document")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ('Ana Ruiz said that it is "woefully inadequate" now.', "Ana Ruiz", "both are given the words “woefully inadequate”"),
        ('"It is woefully inadequate for us," Ana Ruiz said.', "Ana Ruiz", "both are given the words “woefully inadequate”"),
        ('"I fear that the old pier is woefully inadequate," she said.', "she", "both are given the words “woefully inadequate”"),
        ("Ana Ruiz said that it is woefully inadequate now.", "Ana Ruiz", ""),
        ('Ana Ruiz said that it is "inadequate" now.', "Ana Ruiz", ""),
        ('Ana Ruiz said that it is "of the" board.', "Ana Ruiz", ""),
    ],
)
def test_a_few_words_in_quotation_marks_are_one_persons(text: str, name: str, found: str) -> None:
    """Words that not every sentence has, in quotation marks in both articles, are one source's."""
    words = "inadequate" if "inadequate" in text else "board"
    assert why(ROTTEN, (text, words, name, "voice")) == found


def test_titles_denials_and_other_years_are_not_the_same_words() -> None:
    """A title in quotation marks is nobody's words; who denies quotes another; a phrase is used again in another year."""
    plan = ('Ana Ruiz said that she backs "Water For All" now.', "backs", "Ana Ruiz", "voice")
    assert why(plan, ('Ivo Brandt said he is against "Water For All" now.', "against", "Ivo Brandt", "voice")) == ""
    other = ('Ivo Brandt said that it is "woefully inadequate" now.', "woefully", "Ivo Brandt", "voice")
    assert why(ROTTEN, other, against=True) == ""
    assert why(ROTTEN, other, day="2029-05-03") == ""
    assert why(ROTTEN, other, day=None) == "both are given the words “woefully inadequate”"


@pytest.mark.parametrize(
    ("before", "called", "found"),
    [
        ("Orrel Bank Chairman Ana Ruiz came to Hask.", "the Orrel chairman", "the Orrel chairman is Ana Ruiz"),
        ("Orrel Bank Chairman Ana Ruiz came to Hask.", "the chairman", "the chairman is Ana Ruiz"),
        ("Former Orrel Bank Chairman Ana Ruiz came to Hask.", "the chairman", ""),
        ("Orrel Bank Chairman Ana Ruiz met Chairman Ivo Brandt.", "the chairman", ""),
        ("Orrel Bank Chairman Ana Ruiz came to Hask.", "a chairman", ""),
        ("Orrel Bank Chairman Ana Ruiz came to Hask.", "the Hask chairman", ""),
    ],
)
def test_who_is_called_by_an_office_is_its_holder(before: str, called: str, found: str) -> None:
    """The office alone means whom the same article has named with it, where that is one."""
    one = (f"{before} The pier is closed, {called} said.", "pier is closed", called, "voice")
    assert why(one, ("The pier is closed, Ana Ruiz said.", "pier is closed", "Ana Ruiz", "voice")) == found


def test_a_governor_is_known_by_the_short_form() -> None:
    """*Gov.* before a name is the governor."""
    one = ("Gov. Ana Ruiz came. The pier is closed, the governor said.", "pier is closed", "the governor", "unnamed")
    assert why(one, ("The pier is closed, Ana Ruiz said.", "pier is closed", "Ana Ruiz", "voice")) == "the governor is Ana Ruiz"


def test_a_surname_is_no_outlet() -> None:
    """*Hask* is Ana Hask where the article has named her, and an outlet where it has not."""
    named = ("The pier is closed, Ana Hask said.", "pier is closed", "Ana Hask", "voice")
    other = ("Ana Hask came. The pier is closed, Hask said.", "pier is closed", "Hask", "external")
    assert why(named, other) == "Hask is Ana Hask there"
    assert why(named, ("The pier is closed, Hask said.", "pier is closed", "Hask", "external")) == ""


def test_who_spoke_to_a_paper_is_whom_it_has_it_from() -> None:
    """Somebody unnamed, beside whom an article names the paper that the other article cites, is that paper's source."""
    cited = ("The pier is closed, the Orrel Post reported.", "pier is closed", "Orrel Post", "external")
    told = ("It was in the Orrel Post. The pier is closed, two people said.", "pier is closed", "two people", "unnamed")
    assert why(cited, told) == "two people is whom Orrel Post has it from"
    assert why(cited, ("The pier is closed, two people said.", "pier is closed", "two people", "unnamed")) == ""


def test_one_article_is_not_compared_with_itself() -> None:
    """Two voices of one article are told apart there."""
    report = article(1, f"{PIER} It rained.")
    nodes = [voice(report, "north pier", name) for name in ("Ana Ruiz", "Ivo Brandt")]
    assert Meeting(nodes, {1: report}, frozenset()).same(0, 1) == ""


def test_the_reason_is_told_with_the_group() -> None:
    """What is joined by what the articles say has its reason beside those of the names."""
    texts = ("Gov. Ana Ruiz came. The pier is closed, the governor said.", "The pier is closed, Ana Ruiz said.")
    reports = {row: article(row, text) for row, text in enumerate(texts, 1)}
    nodes = [voice(reports[1], "pier is closed", "the governor"), voice(reports[2], "pier is closed", "Ana Ruiz")]
    found = groups(nodes, Meeting(nodes, reports, frozenset()).same)
    assert found.number == [0, 0]
    assert found.reasons == {0: ("the governor and Ana Ruiz are one: the governor is Ana Ruiz",)}
    assert groups(nodes).number == [0, 1]
