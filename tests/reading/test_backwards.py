"""Sentences that only say who says the one before."""

from __future__ import annotations

import pytest

import allegedly

POINTING = {
    "so said": (
        (
            "Thirty of our colleagues can no longer report for duty as of this morning. "
            "So said Ministry spokeswoman Svetlana Bukva in our studio."
        ),
        "Svetlana Bukva",
    ),
    "so somebody has told us": ("The dam was never inspected. So the owner has told us.", "owner"),
    "confirmed this": (
        "The icebreaker will be handed over next year. The yard's managing director, Heikki Sillanpää, confirmed this on Monday.",
        "Heikki Sillanpää",
    ),
    "was confirmed by": ("The dam was never inspected. This was confirmed by the ministry on Monday.", "ministry"),
    "that is what": ("The dam was never inspected. That is what two engineers told this newspaper.", "two engineers"),
    "as much": ("The dam was never inspected. Its owner admitted as much in a letter to the mayor.", "Its owner"),
    "told somebody so": ("The prisoner has stopped eating. His sister told our office so on Sunday.", "His sister"),
    "the same": ("She has left her post. The Actuary, relying on an adviser, reports the same.", "Actuary"),
    "informed": ("The editor was arrested at dawn. His wife informed our office by telephone within the hour.", "His wife"),
}


@pytest.mark.parametrize(("text", "wanted"), POINTING.values(), ids=POINTING)
def test_pointing_back(text: str, wanted: str) -> None:
    """The sentence before is said by whoever is named, and nobody else says it."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    said = text[: text.index(". ")]
    found = [(names.get(s.source.entity or ""), text[slice(*s.content[0])]) for s in reading.statements]
    assert found[0] == (wanted, said)
    assert all(words != said for _, words in found[1:])


APART = {
    "somebody has said it": ("The dam was never inspected, the mayor said. The owner confirmed this.", "mayor"),
    "another paragraph": ("The dam was never inspected.\n\nThe owner confirmed this on Monday.", None),
    "something of its own": ("The plan was dropped. The mayor said this week that he was ill.", None),
}


@pytest.mark.parametrize(("text", "wanted"), APART.values(), ids=APART)
def test_left_alone(text: str, wanted: str | None) -> None:
    """The sentence before stays whose it is where somebody has it, and where nothing points back to it."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    first = reading.statements[0]
    assert names.get(first.source.entity or "") == wanted
