"""Who calls whom what, and whether the word is applied or turned down."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Reading


def labels(reading: Reading) -> set[tuple[str, str, str | None, str]]:
    """Who, the words, of whom, and the use."""
    names = {e.id: e.name for e in reading.entities}
    return {
        (
            "the outlet" if x.by.outlet else names.get(x.by.entity or "", x.by.text or ""),
            x.text,
            names.get(x.of or ""),
            x.use,
        )
        for x in reading.labels
    }


def test_the_outlets_own_word() -> None:
    """A contested word in narration is the outlet's, of the group that was named before."""
    found = labels(allegedly.read("Hamas opened an office in Istanbul last year. The terror group has many friends there."))
    assert ("the outlet", "terror group", "Hamas", "applied") in found


def test_rejected_and_applied() -> None:
    """*does not consider it a … but a …* turns one label down and applies another, in the speaker's voice."""
    text = "Turkish officials said it does not consider Hamas a terror organization, but simply a Palestinian political party."
    found = labels(allegedly.read(text))
    assert ("Turkish officials", "terror organization", "Hamas", "rejected") in found
    assert ("Turkish officials", "Palestinian political party", "Hamas", "applied") in found


def test_in_quotation_marks() -> None:
    """Inside a quotation the word is the speaker's."""
    found = labels(allegedly.read('"These bandits are starving their own people," Yusra Damani said.'))
    assert any(by == "Yusra Damani" and "bandits" in words for by, words, _, _ in found)


def test_calling() -> None:
    """What a verb of naming gives is the namer's, whatever the words."""
    found = labels(allegedly.read('Ana Ruiz called the vote "a bad joke".'))
    assert any(by == "Ana Ruiz" and words == "bad joke" and use == "applied" for by, words, _, use in found)


def test_a_denial_of_the_word() -> None:
    """*We are not terrorists* turns the word down."""
    found = labels(allegedly.read('"We are not terrorists," Peter Berg said.'))
    assert any(by == "Peter Berg" and words == "terrorists" and use == "rejected" for by, words, _, use in found)


def test_offices_are_no_labels() -> None:
    """Offices, nationalities and charges in court label nobody."""
    text = "The French president met the mayor. The driver, a farmer, was charged with two counts of murder."
    assert labels(allegedly.read(text)) == set()


def test_bounds_of_the_words() -> None:
    """A label has its modifiers whole, and no words that only count."""
    text = "Numerous senior Hamas terrorists left. Saleh Rami, the second-highest-ranking Hamas terrorist, stayed."
    assert {words for _, words, _, _ in labels(allegedly.read(text))} == {
        "senior Hamas terrorists",
        "second-highest-ranking Hamas terrorist",
    }


def test_a_member_is_not_the_body() -> None:
    """What one member is called is not said of the body."""
    found = labels(allegedly.read("Hamas opened an office. The suspected Hamas recruiter was held by the terror group's rivals."))
    assert not any(words == "suspected Hamas recruiter" and of == "Hamas" for _, words, of, _ in found)


@pytest.mark.parametrize(
    ("text", "slant"),
    [
        ("The “ceasefire” deal lasted an hour.", "distancing"),
        ("The so-called reform failed.", "distancing"),
        ("The reform failed.", "neutral"),
        ("Anna Lind said the self-styled mayor was gone.", "distancing"),
        ("“The so-called reform failed,” Anna Lind said.", "neutral"),
    ],
)
def test_outlets_own_marks_are_a_slant(text: str, slant: str) -> None:
    """Where the outlet holds a word away from itself by marks or *so-called*, the statement is slanted; a speaker's is not."""
    assert allegedly.read(text).statements[0].slant == slant
