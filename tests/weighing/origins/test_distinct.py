"""In long reports two names are two origins only where something shows that they are two."""

from __future__ import annotations

from dataclasses import replace

from allegedly.weighing.origins.distinct import TWO, TWO_OF_NOTES, joints, likely, signs, weights
from allegedly.weighing.origins.likeness import End, Met
from allegedly.weighing.origins.nodes import Node

CLOSED = "the harbour board will close the north pier on 4 May"


def end(name: str, article: int, said: str, around: str, **more: object) -> End:
    """An end of a chain in a long report of a paper of its own."""
    met = replace(Met(f"{name}: {said}", around, 0.7, report=True), **more)  # type: ignore[arg-type]
    return End(Node("voice", name, article=article), said, "for", f"Paper {article}", page=False, met=met)


ONE = [
    end("Orrel", 1, CLOSED, f"ivo brandt, who runs the port in orrel, told reporters that {CLOSED}"),
    end("Ivo Brandt", 2, CLOSED, f"ivo brandt said in orrel that {CLOSED}"),
]
"""The town is taken for the speaker, and the speaker stands beside it."""
TWO_OF_THEM = [
    end(
        "Ivo Brandt", 1, "the pier is too weak for lorries", "ivo brandt, the engineer: the pier is too weak", sure=0.95, voices=2
    ),
    end(
        "Mara Quint", 2, "no lorry should use that rotten jetty", "mara quint told the board about the jetty", sure=0.95, voices=2
    ),
]


def test_who_stands_beside_the_same_words_is_no_second_origin() -> None:
    """Two reports print nearly the same words, and whom the one names stands beside them in the other: they count once."""
    found = list(joints(ONE, [0, 1]))
    assert [(one.one, one.other) for one in found] == [(0, 1)]
    assert found[0].likely < TWO


def test_people_with_words_of_their_own_are_two() -> None:
    """Two people who say it in other words, each alone in his report, stay two."""
    assert list(joints(TWO_OF_THEM, [0, 1])) == []


def test_less_shows_that_two_of_notes_are_two() -> None:
    """A note mostly says who says so: what would be one in two reports stays two there, unless hardly anything speaks for it."""
    between = [replace(one, met=replace(one.met, sure=0.95, voices=2)) for one in ONE]
    assert TWO_OF_NOTES < likely(signs(*between)) < TWO
    assert [(one.one, one.other) for one in joints(between, [0, 1])] == [(0, 1)]
    assert list(joints([replace(one, met=replace(one.met, report=False)) for one in between], [0, 1])) == []


def test_people_with_other_full_names_are_two_in_notes() -> None:
    """In notes whom rules tell apart stays two however alike the words are; in reports either may not be the one who speaks."""
    people = [
        end(name, n, CLOSED, f"{name} and ivo brandt, mara quint: {CLOSED}")
        for n, name in enumerate(("Ivo Brandt", "Mara Quint"), 1)
    ]
    assert likely(signs(*people)) < TWO_OF_NOTES
    assert [(one.one, one.other) for one in joints(people, [0, 1])] == [(0, 1)]
    assert list(joints([replace(one, met=replace(one.met, report=False)) for one in people], [0, 1])) == []


def test_denials_are_left_as_rules_have_them() -> None:
    """Who denies something is not looked at."""
    assert list(joints([ONE[0], replace(ONE[1], side="against")], [0, 1])) == []


def test_what_is_one_is_left() -> None:
    """Ends that are one already are not joined again."""
    assert list(joints(ONE, [0, 0])) == []


def test_the_same_whichever_comes_first() -> None:
    """The order of two ends changes nothing, and each sign has a weight."""
    for one, other in (ONE, TWO_OF_THEM):
        assert signs(one, other) == signs(other, one)
        assert {"", *signs(one, other)} == set(weights())
        assert 0 < likely(signs(one, other)) < 1
