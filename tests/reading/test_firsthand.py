"""Whose evidence is, whether the outlet has seen it, and what a source has seen with its own eyes."""

from __future__ import annotations

import pytest

import allegedly

HANDS = [
    ("The ministry's records show that 12 people died.", "The ministry", None),
    ("According to a report by the Harbour Union, 12 people died.", "the Harbour Union", None),
    ("Radar records released by the coast guard show a ship.", "the coast guard", None),
    ("The records show that 12 people died.", None, None),
    ("A memo seen by the Plains Post says that 12 people died.", None, "seen by the Plains Post"),
    ("A video reviewed by this newspaper shows a fire in the hall.", None, "reviewed by this newspaper"),
    ("A memo seen by the Ostrel Gazette says that 12 people died.", None, None),
    ("The memo says that 12 people died. The Plains Post has obtained a copy of the memo.", None, "The Plains Post has obtained"),
]


@pytest.mark.parametrize(("text", "of", "seen"), HANDS)
def test_whose_and_seen(text: str, of: str | None, seen: str | None) -> None:
    """Whose a paper is and that the outlet has seen it are said in the article's own words, or not at all."""
    reading = allegedly.read(text, outlet="Plains Post")
    item = next(e for s in reading.statements for e in s.evidence)
    assert (item.of.text if item.of else None) == of
    assert (text[slice(*item.seen)] if item.seen else None) == seen


EYES = [
    ("Anna Lind said she saw three men run away.", [("she saw", "observation")]),
    ('"I heard two shots," said Rolf Amsel.', [("I heard", "observation")]),
    ("Witnesses said a car had stopped.", [("Witnesses", "witness")]),
    ("Anna Lind said she had not seen the men.", []),
    ("Anna Lind said the minister saw three men.", []),
    ("Anna Lind said she will see the minister.", []),
]


@pytest.mark.parametrize(("text", "evidence"), EYES)
def test_own_eyes(text: str, evidence: list[tuple[str, str]]) -> None:
    """What a source says to have seen or heard itself rests on that; what others saw, or nobody, does not."""
    assert [(e.text, e.kind) for s in allegedly.read(text).statements for e in s.evidence] == evidence
