"""Replies: what is answered by who says it after whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegedly.intake import article_from_text
from allegedly.reading.answers import find_answers
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import judge
from allegedly.reading.voices import cast

ParseText = Callable[[str], Parse]
Draft = Callable[..., Attribution]
Line = tuple[str, ...]

CASES: dict[str, tuple[str, list[Line], list[tuple[int, ...]]]] = {
    "the accused argue after the charge": (
        "Prosecutors accused Orban Kell of burning the mill. Kell argued that the mill was empty.",
        [
            ("Prosecutors", "accused", "Orban Kell of burning the mill"),
            ("Kell", "argued", "that the mill was empty"),
        ],
        [(), (0,)],
    ),
    "the accused blame somebody else": (
        "Prosecutors accused Orban Kell of burning the mill. Kell alleged that the police were lazy.",
        [
            ("Prosecutors", "accused", "Orban Kell of burning the mill"),
            ("Kell", "alleged", "that the police were lazy"),
        ],
        [(), ()],
    ),
    "another toll, told right after": (
        "Rescuers said that 40 people were killed. The ministry said that twelve people were killed.",
        [
            ("Rescuers", "said", "that 40 people were killed"),
            ("The ministry", "said", "that twelve people were killed"),
        ],
        [(), (0,)],
    ),
    "the same toll": (
        "Rescuers said that 40 people were killed. The ministry said that 40 people were killed by the flood.",
        [
            ("Rescuers", "said", "that 40 people were killed"),
            ("The ministry", "said", "that 40 people were killed by the flood"),
        ],
        [(), ()],
    ),
    "but": (
        "The union said the harvest was good. But Lena Marsk said the harvest was small.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "the harvest was small"),
        ],
        [(), (0,)],
    ),
    "but, of something else": (
        "The union said the harvest was good. But Lena Marsk said the silos were empty.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "the silos were empty"),
        ],
        [(), ()],
    ),
    "but, after words of the outlet's own": (
        "The union said the harvest was good. It rained for weeks. But Lena Marsk said the harvest was small.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "the harvest was small"),
        ],
        [(), ()],
    ),
    "but, and nothing was said": (
        "The union declined to name the farms. But Lena Marsk said the farms were small.",
        [
            ("The union", "declined", "to name the farms"),
            ("Lena Marsk", "said", "the farms were small"),
        ],
        [(), ()],
    ),
    "after initial reports": (
        "Initial reports said a lorry had struck the bridge. The police said it was a barge.",
        [
            ("Initial reports", "said", "a lorry had struck the bridge"),
            ("The police", "said", "it was a barge"),
        ],
        [(), (0,)],
    ),
    "a court on a request": (
        "Orban Kell requested that the suit be dropped. Judge Ana Ruiz said the trial would begin in May.",
        [
            ("Orban Kell", "requested", "that the suit be dropped"),
            ("Judge Ana Ruiz", "said", "the trial would begin in May"),
        ],
        [(), (0,)],
    ),
    "in response": (
        "The union said the harvest was good. In response, Lena Marsk said the silos were empty.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "the silos were empty"),
        ],
        [(), (0,)],
    ),
    "the first step of a response": (
        "The union said the harvest was good. It was a response of farmers, Lena Marsk said.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "It was a response of farmers"),
        ],
        [(), ()],
    ),
    "a defence of one's own claim": (
        "The union said that the harvest was good. Lena Marsk defended her claim that the harvest was small.",
        [
            ("The union", "said", "that the harvest was good"),
            ("Lena Marsk", "defended", "her claim that the harvest was small"),
        ],
        [(), ()],
    ),
    "asked about it": (
        "The union said the harvest was good. Asked about the harvest, Lena Marsk said the silos were empty.",
        [
            ("The union", "said", "the harvest was good"),
            ("Lena Marsk", "said", "the silos were empty"),
        ],
        [(), (0,)],
    ),
    "a lawyer on a client": (
        "The police said that Orban Kell had carried a rifle. Kell's lawyer said the rifle was a toy.",
        [
            ("The police", "said", "that Orban Kell had carried a rifle"),
            ("Kell's lawyer", "said", "the rifle was a toy"),
        ],
        [(), (0,)],
    ),
    "a lawyer on something else": (
        "The police said that Orban Kell had carried a rifle. Kell's lawyer said the court was cold.",
        [
            ("The police", "said", "that Orban Kell had carried a rifle"),
            ("Kell's lawyer", "said", "the court was cold"),
        ],
        [(), ()],
    ),
    "a neighbour who is no lawyer": (
        "The police said that Orban Kell had carried a rifle. Kell's neighbour said the rifle was a toy.",
        [
            ("The police", "said", "that Orban Kell had carried a rifle"),
            ("Kell's neighbour", "said", "the rifle was a toy"),
        ],
        [(), ()],
    ),
    "a client and his own lawyer": (
        "Orban Kell said that the rifle was a toy. But Kell's lawyer said that the rifle was old.",
        [
            ("Orban Kell", "said", "that the rifle was a toy"),
            ("Kell's lawyer", "said", "that the rifle was old"),
        ],
        [(), ()],
    ),
    "a claim of responsibility and a charge of concealment": (
        "Lena Marsk alleged that the ministry hides the figures. The rebels claimed responsibility.",
        [
            ("Lena Marsk", "alleged", "that the ministry hides the figures"),
            ("The rebels", "claimed", "responsibility"),
        ],
        [(), ()],
    ),
}


@pytest.mark.parametrize(("text", "lines", "expected"), CASES.values(), ids=CASES)
def test_replies(parse_of_text: ParseText, draft: Draft, text: str, lines: list[Line], expected: list[tuple[int, ...]]) -> None:
    """The statements of a short article, and which of them each answers."""
    parse = parse_of_text(text)
    relations = []
    for source, cue, *content in lines:
        sentence = text.index(content[0])
        after = max(text.rfind(". ", 0, sentence), 0)
        relations.append(draft(parse, source, cue, *content, after=after))
    known = cast(parse, article_from_text(text), relations)
    assert find_answers(parse, relations, judge(parse, relations), known) == expected


def test_what_was_asked_about(parse_of_text: ParseText, draft: Draft) -> None:
    """Who *was responding to a story* answers what the story says, until then and after."""
    parse = parse_of_text(
        "A clerk was responding to a story in the Harlow Gazette, which said the vault was empty. "
        'The newspaper also said that "the keys are lost." The clerk said the vault would open in May.'
    )
    relations = [
        draft(parse, "A clerk", "was responding to", "a story in the Harlow Gazette, which said the vault was empty"),
        draft(parse, "which", "said", "the vault was empty", within=0),
        draft(parse, "The newspaper", "also said", 'that "the keys are lost."'),
        draft(parse, "The clerk", "said", "the vault would open in May", after=130),
    ]
    relations[0].rule = "prep:to"
    known = cast(parse, article_from_text(parse.text), relations)
    assert find_answers(parse, relations, judge(parse, relations), known)[3] == (1, 2)


def test_going_on(parse_of_text: ParseText, draft: Draft) -> None:
    """Who has denied something and goes on about it still answers it; about something else, no more."""
    parse = parse_of_text(
        "Lena Marsk claimed that the dam leaks black oil. The company denied that the dam leaks black oil. "
        "The company said the black oil is old. The company said the canteen is new."
    )
    relations = [
        draft(parse, "Lena Marsk", "claimed", "that the dam leaks black oil"),
        draft(parse, "The company", "denied", "that the dam leaks black oil", after=49),
        draft(parse, "The company", "said", "the black oil is old", after=98),
        draft(parse, "The company", "said", "the canteen is new", after=137),
    ]
    known = cast(parse, article_from_text(parse.text), relations)
    assert find_answers(parse, relations, judge(parse, relations), known) == [(), (0,), (0,), ()]
