"""Two passages read at once: what of them is read, and what comes out."""

from __future__ import annotations

import pytest

from allegedly.reading.network.marks import tokenizer
from allegedly.weighing.origins.passages import AROUND, OUTLET, PIECES, SOURCE, Passage, joined, odds, size, turned

TEXT = (
    "The ferry Mirela sank off Cape Orrel on Sunday night. It went down within ten minutes, its captain, Ivo Brandt, said. "
    "Eleven people were taken off by a trawler. The harbour office gave no figure. Fog had closed the harbour at noon."
)


def passage(words: str, text: str = TEXT, outlet: str = "The Orrel Post") -> Passage:
    """Where these words stand."""
    at = text.index(words)
    return Passage(outlet, text, at, at + len(words))


def read(one: Passage) -> str:
    """What is read of a passage, as words."""
    decoded: str = tokenizer().decode(one.pieces())
    return decoded


def test_what_is_read_of_a_passage() -> None:
    """The outlet, the words between bars, and sentences around them."""
    told = read(passage("It went down within ten minutes"))
    assert told.startswith("the orrel post | ")
    assert "| it went down within ten minutes |" in told
    assert "ivo brandt" in told
    assert read(passage("It went down", outlet="")).startswith("unknown | ")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("x" * 30_000, 100, 200),
        ("word " * 20_000, 0, 90_000),
        ("No. " * 9_000, 18_000, 18_003),
        ("Fire.", 0, 5),
        ("Fire.", 0, 0),
        ("\n\n\nFire.\n\n", 3, 8),
    ],
)
def test_it_is_short_whatever_is_given(text: str, start: int, end: int) -> None:
    """At most so many pieces, of the outlet a part at most, and no error for what is no text."""
    outlet = "An outlet of a very long name that nobody could ever read to the end"
    pieces = Passage(outlet, text, start, end, "a source of many words " * 9_000).pieces()
    assert len(pieces) <= PIECES + 1 + SOURCE
    bar = tokenizer().token_to_id("|")
    assert pieces.index(bar) <= OUTLET
    assert pieces.count(bar) >= 3


def test_the_source_is_read_behind_it() -> None:
    """What rules have for the source stands last, and nothing where they were not asked."""
    at = TEXT.index("It went down")
    assert read(Passage("The Orrel Post", TEXT, at, at + 12, "voice: Ivo Brandt captain")).endswith(
        "| voice : ivo brandt captain"
    )
    assert read(passage("It went down")).endswith("|")


def test_sentences_are_read_as_far_as_they_go() -> None:
    """No further than so many characters, where the words' own sentence is no longer."""
    text = " ".join(f"Sentence number {n} is about the harbour." for n in range(200))
    start, end = passage("Sentence number 100 is", text)._around()
    assert text[start:end].count("Sentence number 100 is") == 1
    assert end - start <= AROUND


def test_both_orders_come_out_alike() -> None:
    """Which passage is given first changes nothing but the names of what comes out, and nothing changes from run to run."""
    a = passage("It went down within ten minutes")
    b = Passage("Radio Cape", "The Mirela was gone in ten minutes, says her master. He is 61.", 0, 34)
    there, back = odds(a, b), odds(b, a)
    assert there == odds(a, b)
    assert there == pytest.approx(turned(back), abs=1e-4)


def test_the_captain_is_her_master_and_nobody_else() -> None:
    """The same man under another name is heard as one, sooner than another body that says the same on its own knowledge."""
    a = passage("It went down within ten minutes")
    his = 'The Mirela\'s captain was still shaking. "She was gone in ten minutes," Ivo Brandt told us at the quay.'
    theirs = "The coastguard's radar lost the Mirela ten minutes after her first call, a duty officer at Fen Rock said."
    same = odds(a, passage("She was gone in ten minutes", his, "Radio Cape"))
    other = odds(a, passage("The coastguard's radar lost the Mirela ten minutes after her first call", theirs, "Radio Cape"))
    assert same.one > other.one


def test_the_marks_between() -> None:
    """A mark before, between and behind, and for each piece whose it is."""
    pieces, sorts = joined([7, 8], [9])
    assert (len(pieces), sorts) == (6, [0, 0, 0, 0, 1, 1])
    assert pieces[1:3] + pieces[4:5] == [7, 8, 9]


def test_the_graph_is_small() -> None:
    """It is in the package, and below ten megabytes."""
    assert 0 < size() < 10_000_000
