"""Documents in an article: in which outlet they stand, and whose they are."""

from __future__ import annotations

import pytest

from allegedly.model import Entity
from allegedly.weighing.origins.exhibits import exhibits, in_whole
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.papers import Papers, beside_medium, is_of_its_giver, medium
from tests.weighing.origins.conftest import Claimed, roots


def papers(text: str, **named: str) -> Papers:
    """The documents of a text in which these are named, each by its kind: ``Ana_Ruiz="person"``."""
    entities = []
    for number, (name, kind) in enumerate(named.items()):
        words = name.replace("_", " ")
        at = text.index(words)
        entities.append(Entity(id=f"e{number}", kind=kind, name=words, mentions=((at, at + len(words)),)))  # type: ignore[arg-type]
    return Papers(text, Mentions(text, entities))


def test_reports_in_outlets() -> None:
    """A report in a paper is this paper's word; a poll for it and a letter to it are not."""
    assert medium("a report in the online magazine Vessel", lambda _: False) == "Vessel"
    assert medium("a report in the Hill Courier", lambda name: name == "the Hill Courier") == "the Hill Courier"
    assert medium("a poll for the Hill Courier", lambda _: True) == ""
    assert medium("an internal report by the aid agency Concord", lambda _: False) == ""
    assert beside_medium("Castle, the website Market Line") == "Market Line"
    assert beside_medium("the website of the council") == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A survey by Ana Ruiz shows it.", "A survey by Ana Ruiz"),
        ("A survey shows it. The survey, prepared for the council by Ana Ruiz, has forty pages.", "A survey"),
        ("Ana Ruiz's forty-page survey shows it.", "survey"),
        ("A survey shows it. So it stands in the survey by J. Ana Ruiz, the inspector.", "A survey"),
        ("A survey shows it. In the survey, which Ana Ruiz wrote in May, there is more.", "A survey"),
        ("It has read a letter in which Ana Ruiz warned of it.", "a letter"),
    ],
)
def test_authors(text: str, words: str) -> None:
    """Whose it is, is said before its noun, behind it, or elsewhere in the article."""
    assert papers(text, Ana_Ruiz="person").authors(words, text.index(words)) == ("Ana Ruiz",)


def test_who_has_seen_it_is_no_author() -> None:
    """*Seen by the Post* does not make it the Post's."""
    text = "A survey seen by Orrel Post shows it."
    assert papers(text, Orrel_Post="outlet").authors("A survey seen by Orrel Post", 0) == ()


def test_usual_authors() -> None:
    """Nobody but prosecutors writes an indictment."""
    assert papers("The indictment says so.").authors("The indictment", 0) == ("prosecutors",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A recording of Ana Ruiz shows it.", "A recording of Ana Ruiz"),
        ("Messages on the telephone of Ana Ruiz show it.", "Messages on the telephone of Ana Ruiz"),
        ("An audit of Ana Ruiz shows it.", "An audit of Ana Ruiz"),
        ("We have a letter, in which Ana Ruiz is called a thief.", "a letter"),
        ("We have a letter that was published by Ana Ruiz.", "a letter"),
    ],
)
def test_whom_a_document_shows_is_no_author(text: str, words: str) -> None:
    """Who is heard on it, in whose hands it was, whom it is about and who published it has not written it."""
    assert papers(text, Ana_Ruiz="person").authors(words, text.index(words)) == ()


def test_the_name_behind_what_a_body_is() -> None:
    """A report of the water board, Fen Water, is Fen Water's."""
    text = "It emerges from a report of the water board, Fen Water, that the dam leaks."
    words = "a report of the water board"
    assert papers(text, Fen_Water="organisation").authors(words, text.index(words)) == ("Fen Water",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A report shows it. As the Ruiz report puts it, there is more. Ana_Ruiz", "A report"),
        ("New figures show it. They come from Water Board figures that were given out on Monday.", "New figures"),
        ("New figures show it. There are more, according to figures released on Tuesday by the Water Board.", "New figures"),
        ("The statistics show it. On Monday Water Board statistics had more.", "The statistics"),
        ("The data show it. The Water Board's data go back to May.", "The data"),
    ],
)
def test_figures_and_reports_that_are_called_after_their_makers(text: str, words: str) -> None:
    """*The Ruiz report* is hers, and *Water Board figures* are the board's, wherever the article calls them so."""
    made = papers(text.replace(" Ana_Ruiz", ""), Ruiz="person") if "Ruiz" in text else papers(text, Water_Board="organisation")
    assert made.authors(words, text.index(words)) == (("Ruiz",) if "Ruiz" in text else ("Water Board",))


def test_what_a_film_is_called_after_has_not_made_it() -> None:
    """*The Ruiz video* shows her."""
    assert papers("The video shows it. The Ruiz video is short.", Ruiz="person").authors("The video", 0) == ()


def test_who_gives_out_a_letter_need_not_have_written_it() -> None:
    """An estimate is by who gives it out, a letter or a film may not be."""
    assert is_of_its_giver("an estimate")
    assert not is_of_its_giver("a letter")
    assert not is_of_its_giver("a video of the dam")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("all 30 pages of the harbour office's audit", "the harbour office's audit"),
        ("six minutes of the recording", "the recording"),
        ("most of the 12 sheets of its contract", "its contract"),
        ("the minutes of the meeting", "the minutes of the meeting"),
        ("two pages of history", "two pages of history"),
    ],
)
def test_so_much_of_a_document_is_the_document(words: str, whole: str) -> None:
    """How much of it somebody has read does not make it another."""
    assert in_whole(words, 7) == (whole, 7 + len(words) - len(whole))


def test_what_somebody_hands_in_is_a_document() -> None:
    """An application shows what stands in it, whoever handed it in."""
    text = "An application lodged with Hask shows it."
    assert [e.words for e in exhibits(text, 0, len(text))] == ["An application"]


def test_where_the_words_for_a_document_begin() -> None:
    """Behind a preposition; a paper that has pages is no newspaper."""
    text = "We went through all 30 pages of the audit, the six-page paper and the morning paper."
    assert [e.words for e in exhibits(text, 0, len(text))] == ["all 30 pages of the audit", "the six-page paper"]


@pytest.mark.parametrize(
    ("looked", "kind"), [("the files of the Mole trust", "document"), ("the cellar of the Mole trust", "outlet")]
)
def test_what_was_found_there(claimed: Claimed, looked: str, kind: str) -> None:
    """What an outlet found in papers that it looked through the papers say; what it found in a cellar it has seen."""
    text = f"We looked into {looked}. There we found twelve payments to Ana Ruiz."
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["There we found twelve payments"]))
    assert [kind for kind, _, _ in roots(connection)] == [kind]
