"""Text that was decoded wrongly before it came here: told, left as it is, mended where a person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from allegedly.intake.mojibake import mended, places

MEANT = "The bridge isn’t safe, “not at all” – the café’s owner said, and it cost €5."
WRONG = "The bridge isnâ€™t safe, â€œnot at allâ€\x9d â€“ the cafÃ©â€™s owner said, and it cost â‚¬5."


def test_it_is_told_and_left(take: Callable[..., Any]) -> None:
    """The text is kept character for character, and the person is told how many places and how to mend them."""
    taken = take({"a.txt": WRONG})
    assert taken.articles[0].text == WRONG
    (warning,) = taken.warned
    assert warning == (
        "a.txt: 7 characters look as if they had been decoded wrongly (â€™ for ’); "
        "it is read as it is, and --mend reads it as it was meant"
    )


def test_it_is_mended_on_demand(take: Callable[..., Any]) -> None:
    """With ``mend`` the text is read as it was meant, and nobody is warned."""
    taken = take({"a.txt": WRONG}, mend=True)
    assert taken.articles[0].text == MEANT
    assert taken.warned == []


def test_one_place_is_one() -> None:
    """One ``â€™`` is never meant; one ``Ã©`` may be."""
    assert places("The bridge isnâ€™t safe.") == 1
    assert places("A word such as Ã© is an example.") == 0


def test_good_text_is_left_alone() -> None:
    """Accents, currency signs and curly marks are no damage."""
    assert places(MEANT) == 0
    assert mended(MEANT) == MEANT


@given(st.text())
def test_any_text_can_be_mended(text: str) -> None:
    """Mending any text gives a text, not longer than before."""
    assert places(text) >= 0
    assert len(mended(text)) <= len(text)
