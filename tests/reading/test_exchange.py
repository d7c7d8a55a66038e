"""Statements beside one another: who stands with whom, who can answer whom, how much two speak of the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.intake import article_from_text
from allegedly.reading.exchange import Exchange
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import judge
from allegedly.reading.voices import cast

ParseText = Callable[[str], Parse]
Draft = Callable[..., Attribution]


def exchange_of(parse: Parse, *relations: Attribution) -> Exchange:
    """The exchange of the drafts."""
    listed = list(relations)
    return Exchange(parse, listed, judge(parse, listed), cast(parse, article_from_text(parse.text), listed))


SIDES = {
    "a lawyer and the client": ("Orban Kell", "Kell's lawyer", True),
    "a client and the suit": ("Orban Kell", "Kell's lawsuit", True),
    "a critic and whom he criticises": ("Orban Kell", "Kell's critics", False),
    "two who have nothing to do with one another": ("Orban Kell", "The union", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), SIDES.values(), ids=SIDES)
def test_allied(parse_of_text: ParseText, draft: Draft, one: str, other: str, expected: bool) -> None:
    """Whoever speaks for somebody, and his papers, are on his side; his critics are not."""
    parse = parse_of_text(f"{one} said the harvest was good. {other} said the silos were full.")
    first = draft(parse, one, "said", "the harvest was good")
    second = draft(parse, other, "said", "the silos were full", after=len(one) + 20)
    both = exchange_of(parse, first, second)
    assert both.allied(0, 1) is expected
    assert both.allied(1, 0) is expected


def test_two_who_speak_for_one_person(parse_of_text: ParseText, draft: Draft) -> None:
    """A lawyer and a wife of one and the same man are on one side."""
    parse = parse_of_text("Orban Kell fell ill. Kell's lawyer said the suit was old. Kell's wife said the bench was cold.")
    lawyer = draft(parse, "Kell's lawyer", "said", "the suit was old")
    wife = draft(parse, "Kell's wife", "said", "the bench was cold", after=55)
    assert exchange_of(parse, lawyer, wife).allied(0, 1)


def test_what_is_quoted_later_is_not_answered(parse_of_text: ParseText, draft: Draft) -> None:
    """What somebody says of others' words later on is nothing that was answered before; earlier words are."""
    parse = parse_of_text(
        "Lena Marsk said the well was clean. Marsk said that the union says the dam leaks. The union said the dam is old."
    )
    relations = [
        draft(parse, "Lena Marsk", "said", "the well was clean"),
        draft(parse, "Marsk", "said", "that the union says the dam leaks", after=36),
        draft(parse, "the union", "says", "the dam leaks", within=1),
        draft(parse, "The union", "said", "the dam is old", after=82),
    ]
    three = exchange_of(parse, *relations)
    assert [three.voiced(0, j) for j in (1, 2, 3)] == [False, False, True]
    assert three.voiced(3, 0)


def test_likeness(parse_of_text: ParseText, draft: Draft) -> None:
    """Words that only two statements share make them alike; those that all share do not, and narration is nobody's."""
    parse = parse_of_text(
        "The union said the mill burned brightly. The mayor said the mill burned brightly. "
        "The bank said the mill was insured. The pilot said the mill was tall."
    )
    relations = [
        draft(parse, "The union", "said", "the mill burned brightly"),
        draft(parse, "The mayor", "said", "the mill burned brightly", after=41),
        draft(parse, "The bank", "said", "the mill was insured", after=82),
        draft(parse, "The pilot", "said", "the mill was tall", after=118),
    ]
    four = exchange_of(parse, *relations)
    assert four.shared(0, 1) > four.shared(0, 2)
    assert four.shared(0, 2) == pytest.approx(four.shared(2, 3))
    assert four.apart(0, 3) == 3
