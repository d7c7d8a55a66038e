"""Mistakes of the parser that are put right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.reading.mending import mended
from allegedly.reading.parse import Parse

ParseText = Callable[[str], Parse]

SUBJECTS = {
    "a name beside the noun before it": (
        "A urine sample of the hurdler Zsuzsa Kertész contained traces of a steroid, a report says.",
        "contained",
        "sample",
    ),
    "a noun as main word": (
        "The lawyer of the poet Aidar Sultanov tells Caravan Radio that her client was arrested.",
        "tells",
        "lawyer",
    ),
    "a name with a hyphen": (
        "The daily Sawt al-Mina, without giving a source for it, writes that the ship was hit.",
        "writes",
        "Mina",
    ),
    "a closing": (
        "Two men were held in the port, its harbour master, Guntis Ozols, told the agency on Monday.",
        "told",
        "master",
    ),
}


@pytest.mark.parametrize(("text", "verb", "wanted"), SUBJECTS.values(), ids=SUBJECTS)
def test_subjects(parse_of_text: ParseText, text: str, verb: str, wanted: str) -> None:
    """The verb has the one subject that the sentence gives it."""
    parse = parse_of_text(text)
    token = parse.word.index(verb)
    assert [parse.word[c] for c in parse.children[token] if parse.dep[c] in ("nsubj", "nsubjpass")] == [wanted]


def test_citing(parse_of_text: ParseText) -> None:
    """*Citing* before the words hangs on the verb that reports."""
    parse = parse_of_text("The Falls Beacon reported Monday, citing an unnamed supervisor, that the plant would close.")
    assert parse.word[parse.head[parse.word.index("citing")]] == "reported"


def test_twice(parse_of_text: ParseText) -> None:
    """What is mended is not mended again."""
    text = " ".join(words for words, *_ in SUBJECTS.values())
    parse = parse_of_text(text)
    heads, deps, tags = [*parse.head], [*parse.dep], [*parse.tag]
    mended(parse)
    assert (parse.head, parse.dep, parse.tag) == (heads, deps, tags)


def test_a_tree(parse_of_text: ParseText) -> None:
    """Every token comes to a root of its sentence."""
    parse = parse_of_text(" ".join(words for words, *_ in SUBJECTS.values()))
    for token in range(len(parse)):
        step = token
        for _ in range(len(parse)):
            step = parse.head[step]
        assert parse.head[step] == step
        assert parse.sentence[step] == parse.sentence[token]
