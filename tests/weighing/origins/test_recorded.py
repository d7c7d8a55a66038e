"""What is heard on a tape or stands in a paper is the tape's and the paper's, whomever the reader takes for its voice."""

from __future__ import annotations

import pytest

from tests.weighing.origins.test_around import ends

CRACK = "the dam has a crack"
LONG = "The dam has a crack"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "The Post has heard a recording. On it Ana Ruiz says that the dam has a crack.",
            CRACK,
            [("document", "a recording")],
        ),
        ("“The dam has a crack,” says Ana Ruiz on the tape, which lasts an hour.", LONG, [("document", "the tape")]),
        ("“The dam has a crack,” says Ana Ruiz in a video on her page.", LONG, [("voice", "Ana Ruiz")]),
        ("Ana Ruiz is heard to say on the recording that the dam has a crack.", CRACK, [("document", "the recording")]),
        (
            "We have the voice messages. In the second one Ivo Brandt says: “The dam has a crack.”",
            LONG,
            [("document", "the voice messages")],
        ),
        ("“The dam has a crack,” says a voice in the radio traffic of that night.", LONG, [("document", "the radio traffic")]),
        ("So it says in a plan of the works office: the dam has a crack.", CRACK, [("document", "a plan of the works office")]),
        ("The “Fen” slides have reached us, and they say that the dam has a crack.", CRACK, [("document", "The “Fen” slides")]),
        (
            "We have seen a letter of the dam office. “The dam has a crack,” the engineer writes.",
            LONG,
            [("document", "a letter of the dam office")],
        ),
        ("We have seen a letter of the dam office. “The dam has a crack,” writes Ana Ruiz.", LONG, [("voice", "Ana Ruiz")]),
        (
            "We too have had post: the same letter, on the same paper, in which the bishop writes that the dam has a crack.",
            CRACK,
            [("document", "the same letter")],
        ),
        (
            "The draft, of nine pages, lists the dams. The dam has a crack, it says.",
            LONG,
            [("document", "The draft")],
        ),
        (
            "Another paper lies on our desk: a record of the dam office. The dam has a crack, it says.",
            LONG,
            [("document", "a record of the dam office")],
        ),
        ("Guests will see that the dam has a crack.", CRACK, []),
        (
            "Ana Ruiz has written it. She let us have a look at the page. The dam has a crack, she says.",
            LONG,
            [("voice", "Ana Ruiz")],
        ),
    ],
)
def test_the_document_speaks(text: str, words: str, found: list[tuple[str, str]]) -> None:
    """On a tape, in the paper at hand and by *it* the document says so; who shows himself, or signs a letter, says so himself."""
    assert ends(text, words) == found
