"""What kind of voice each source is, and what the article says of why it has no name."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Statement

VOICES = [
    ("Anna Lind said the bridge was safe.", "named"),
    ("Anna Lind and Rolf Amsel said the bridge was safe.", "named"),
    ("The defence minister said the bridge was safe.", "office-holder"),
    ("Turkey's president said the bridge was safe.", "office-holder"),
    ("A former minister said the bridge was safe.", "unnamed"),
    ("The harbour company said the bridge was safe.", "organisation"),
    ("Germany said the bridge was safe.", "state"),
    ("The report said the bridge was safe.", "document"),
    ("Residents said the bridge was safe.", "crowd"),
    ("Many said the bridge was safe.", "crowd"),
    ("Two senior officials said the bridge was safe.", "unnamed"),
    ("A source familiar with the matter said the bridge was safe.", "unnamed"),
    ("It is believed that the bridge is safe.", "nobody"),
    ("The bridge is safe.", None),
]


def said(text: str) -> list[Statement]:
    """The statements of a text."""
    return list(allegedly.read(text).statements)


@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_kind_of_voice(text: str, voice: str | None) -> None:
    """People with a name, office-holders, bodies, states, documents, crowds, unnamed people, nobody; null for narration."""
    assert said(text)[0].source.voice == voice


ANONYMOUS = [
    (
        "A source who asked not to be named because the talks are secret said the deal was off.",
        "not to be named because the talks are secret",
        "because the talks are secret",
    ),
    (
        "An official, speaking on condition of anonymity to discuss private talks, said the deal was off.",
        "on condition of anonymity to discuss private talks",
        "to discuss private talks",
    ),
    ("A diplomat who declined to be named said the deal was off.", "declined to be named", None),
    (
        "Two diplomats said the deal was off. Both spoke on condition of anonymity, citing the rules of their ministry.",
        "on condition of anonymity, citing the rules of their ministry",
        "citing the rules of their ministry",
    ),
    (
        "An official who was not authorised to speak publicly said the deal was off.",
        "not authorised to speak",
        "not authorised to speak",
    ),
]


@pytest.mark.parametrize(("text", "words", "because"), ANONYMOUS)
def test_anonymity(text: str, words: str, because: str | None) -> None:
    """The words that say that somebody is not to be named are kept, and those that say why."""
    found = said(text)[0].source.anonymity
    assert found is not None
    assert found.text == words
    assert (None if found.because is None else text[slice(*found.because)]) == because


def test_anonymity_is_kept() -> None:
    """What is said once of a source holds for all that it says; of others, and of who is named, nothing is said."""
    text = (
        "A source who asked not to be named said the deal was off. The source said the talks had failed. "
        "Anna Lind said a man who asked not to be named had called her. Residents said they were afraid."
    )
    statements = [s for s in said(text) if s.mode != "narration"]
    assert [s.source.anonymity.text if s.source.anonymity else None for s in statements] == [
        "not to be named",
        "not to be named",
        None,
        None,
    ]
