"""What always holds of a reading, whatever the text."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import allegedly
from allegedly.errors import BrokenReading
from allegedly.intake import article_from_text
from allegedly.model import Reading, check, from_json, to_json
from allegedly.reading.reader import read_article

WORDS = st.sampled_from(
    "said denied told \" “ ” ' ‘ ’ the mayor that reports according to he she they it claim , . : — \n \n\n Hamas Reuters "
    "President Monday 2019 $20,000 last weekend in Paris Texas not believed is was by of Mr. Smith-Jones's “ the report "
    "spokesman allegedly \u202e \x00 \ufeff \U0001f600 é 3.5 % dozens".split(" ")
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join))


def whole(reading: Reading) -> None:
    """Spans lie in the text and quote it, references meet, statements have content, nesting has no circle."""
    check(reading)
    assert from_json(to_json(reading)) == reading
    outer = {s.id: s.within for s in reading.statements}
    for s in reading.statements:
        assert s.chain[0].outlet
        assert all(a[1] <= b[0] for a, b in zip(s.content, s.content[1:], strict=False))
        seen, above = {s.id}, s.within
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = outer[above]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("0%")
def test_any_text(text: str) -> None:
    """Any Unicode string is read without an exception, and its reading is whole and the same a second time."""
    article = article_from_text(text, outlet="The Mail", published="2025-03-04")
    reading = read_article(article)
    whole(reading)
    assert to_json(read_article(article)) == to_json(reading)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 3000,
        "said " * 2000,
        "He said that " * 600 + "it was so.",
        "(" * 4000,
        "a, " * 3000,
        "“" * 500 + "no" + "”" * 500,
        "1,000 " * 2000,
        "Mr. " * 2000,
        "the report, the report, " * 500,
        "x" * 20_000,
        "\n" * 20_000,
        "A\n" * 5000,
        "\u0301" * 3000,
        "Monday to Tuesday to " * 500,
        '"The report stood in The Mail, andIt was short."If you drive, you think so," Marsk said. "You think of the road."',
    ],
    ids=lambda text: repr(text[:12]),
)
def test_much_of_the_same(text: str) -> None:
    """Long runs of one thing are read, and in the time that their length asks for."""
    whole(allegedly.read(text + "\nThe mayor said so.", force=True))


def test_overlapping_pieces() -> None:
    """A reading whose content has two pieces that overlap does not hold, and says which."""
    reading = allegedly.read("The mayor said that the bridge was safe.")
    first = reading.statements[0]
    twice = msgspec.structs.replace(first, content=(first.content[0], first.content[0]))
    with pytest.raises(BrokenReading, match=r"^s1: its spans \[15, 39\] and \[15, 39\] overlap or are out of order$"):
        check(msgspec.structs.replace(reading, statements=(twice, *reading.statements[1:])))


def test_happenings_that_do_not_hold() -> None:
    """A happening that names somebody who is not there, that quotes other words, or that is told nowhere does not hold."""
    reading = allegedly.read("Gunmen attacked a convoy on Monday.")
    (attack,) = reading.happenings
    actor = attack.participants[0]
    for wrong, said in (
        (
            {"participants": (msgspec.structs.replace(actor, entity="e99"),)},
            r"^h1: refers to e99, which is not in the reading$",
        ),
        ({"times": ("t7",)}, r"^h1: refers to t7, which is not in the reading$"),
        (
            {"mentions": (msgspec.structs.replace(attack.mentions[0], text="defended"),)},
            r"^h1.mentions: 'defended' is not what stands at \[7, 15\]$",
        ),
        ({"mentions": ()}, r"^h1: no mention$"),
    ):
        broken = msgspec.structs.replace(attack, **wrong)
        with pytest.raises(BrokenReading, match=said):
            check(msgspec.structs.replace(reading, happenings=(broken,)))
