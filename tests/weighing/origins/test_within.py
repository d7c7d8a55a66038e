"""What an article says again of whom it has spoken of."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.together import together
from allegedly.weighing.origins.within import repeated, titled
from tests.weighing.origins.conftest import Claimed, roots

CRACK = "the dam at Orrel has a crack"


def made(text: str) -> Report:
    """An article as tracing sees it."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2019-05-04", reader="rules")
    return Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)


@pytest.mark.parametrize(
    "said",
    [
        "the story alleges",
        "the report says",
        "the newspaper report said",
        "that article claims",
        "the piece adds",
    ],
)
def test_the_story_of_an_outlet_that_was_cited(claimed: Claimed, said: str) -> None:
    """It is that outlet's word."""
    text = f"The council knew of it, Channel Nine News reported on Monday.\n\nThe dam at Orrel has a crack, {said}."
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["The dam at Orrel has a crack"]))
    assert [(kind, name) for kind, name, _ in roots(connection)] == [("external", "Channel Nine News")]


def test_a_report_that_was_told_of_stays_one(claimed: Claimed) -> None:
    """Where a document came last, *the report* is this one."""
    text = (
        "The council knew of it, Channel Nine News reported on Monday. An audit says that it was warned.\n\n"
        "The dam at Orrel has a crack, the report says."
    )
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["The dam at Orrel has a crack"]))
    assert [kind for kind, _, _ in roots(connection)] == ["document"]


def test_words_that_stand_a_second_time() -> None:
    """A page that prints a quotation once more, without marks, gives it to nobody; it is still who was quoted."""
    report = made(
        "“We never sold the old harbour. The fishermen know it well enough,” Ana Ruiz said on Monday.\n\n"
        "We never sold the old harbour.\n\nThe fishermen know it well enough.\n\nThe council met."
    )
    last = [s for s in report.sayings if not s.hops]
    assert [one.hops[-1].name for s in last if (one := repeated(report, s)) is not None] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    "who",
    [
        "Ivo Brandt, Fenland Republican and a member of the harbour committee",
        "Ana Ruiz, an engineer and a member of the council",
        "Rep. Pia Rusk (R), the chairwoman and a former judge",
        "Tomas Lind, a diver and the owner of two boats",
        "Mayor Ana Ruiz, a Democrat and an heir to the mill",
    ],
)
def test_one_who_is_described_twice_is_no_two(who: str) -> None:
    """*An engineer and a member of the council* is what she is."""
    report = made(f"The dam has a crack, said {who}.")
    assert together(report.naming, who, report.text.index(who)) == ()


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Lawyer Ivo Brandt was asked about it. The former Orrel mayor said that the dam has a crack.",
            "The former Orrel mayor",
            "Ivo Brandt",
        ),
        ("The guild endorsed Ana Ruiz, the presumptive nominee said of it.", "the presumptive nominee", "Ana Ruiz"),
        ("Ana Ruiz was asked about it. The Fenland Democrat said that the dam has a crack.", "The Fenland Democrat", "Ana Ruiz"),
        (
            "Governor Pia Rusk met the divers. Later she slept. The governor said that the dam has a crack.",
            "The governor",
            "Pia Rusk",
        ),
        ("Nobody was there. The former Orrel mayor said that the dam has a crack.", "The former Orrel mayor", None),
        ("Ana Ruiz met Ivo Brandt. The former Orrel mayor said that the dam has a crack.", "The former Orrel mayor", None),
        ("Ana Ruiz was asked about it. The Fenland Water Authority said that.", "The Fenland Water Authority", None),
    ],
)
def test_who_is_meant_by_an_office_or_where_he_is_from(text: str, words: str, who: str | None) -> None:
    """Whom the article calls so before his name, or the only one who is named right before; else it stays open."""
    report = made(text)
    at = text.index(words)
    saying = Saying(1, at, at + len(words), "affirms", "statement", quoted=False, hops=(), by=(at, at + len(words)))
    found = titled(report, Hop("unnamed", words, words=words, definite=True), saying)
    assert (found.name if found else None) == who


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            'The mill has shut, somebody in the office tells this paper.\n\n"They took the keys off us," says our informant.',
            1,
        ),
        (
            'The mill has shut, one of its crew told us. The driver met us by the weir. "They took the keys off us," he said.',
            1,
        ),
        (
            'The mill has shut, a fitter has told the Post.\n\n"They took the keys off us," says another worker.',
            2,
        ),
        (
            'The mill has shut, a fitter has told the Post.\n\n"They took the keys off us," says her sister.',
            2,
        ),
        (
            'The mill has shut, a neighbour says. A baker stood by. "They took the keys off us," the baker said.',
            2,
        ),
    ],
    ids=["our informant", "the fitter", "another", "her sister", "a baker who was brought in"],
)
def test_somebody_without_a_name_is_spoken_of_again(text: str, number: int) -> None:
    """*Our*, *the* means whoever has been brought in, unless another one has."""
    report = made(text)
    found = rests(report, [s.statement for s in report.sayings if s.hops], ())
    assert len({rest.hops for rest in found}) == number


def test_whose_name_is_kept_back_is_nobody_named_next(claimed: Claimed) -> None:
    """Somebody whose voice is altered is not who is named in the next sentence."""
    text = (
        "Somebody at the weir, whose voice we have altered, tells us that the mill has shut.\n\n"
        '"I saw a van at the gate," says Ivo Brandt.'
    )
    connection = claimed(("The Orrel Post", "2024-05-03", text, ["the mill has shut"]))
    assert [kind for kind, _, _ in roots(connection)] == ["unnamed"]


def told(text: str, words: str) -> list[str]:
    """Whom an article has the statements from that have these words."""
    report = made(text)
    kept = [s.statement for s in report.sayings if words in report.text[s.start : s.end]]
    return sorted({rest.hops[-1].name for rest in rests(report, kept, ())})


@pytest.mark.parametrize("who", ["one of the people", "one of the two", "one of them", "the same two", "the two"])
def test_one_of_those_who_were_brought_in_is_no_other(who: str) -> None:
    """Two people are one source; whoever of them speaks then is either, and whom they quote or ask is neither."""
    text = (
        f"The dam has a crack, two people familiar with the matter told us.\n\nThe dam was shut at noon, {who} said.\n\n"
        "Mayor Ana Ruiz said that she would not comment."
    )
    assert told(text, "The dam") == ["two people familiar with the matter"]


def test_one_of_others_is_another() -> None:
    """*One of the divers* is none of two officials."""
    text = "The dam has a crack, two officials told us.\n\nThe dam was shut at noon, one of the divers said."
    assert len(told(text, "The dam")) == 2


def test_two_who_then_speak_are_no_body_and_nobody_whom_they_quote() -> None:
    """A firm that is asked is none of two people, nor is who speaks in the words of one of them."""
    text = (
        "The dam has a crack, two fitters told us.\n\n“Ivo Brandt said that it would be mended,” one of the two recounts.\n\n"
        "Stahl Waterworks said that the gates are old."
    )
    assert told(text, "The dam") == ["two fitters"]


@pytest.mark.parametrize(
    ("next_", "who"),
    [
        ("Ana Ruiz raised the matter on Monday, Radio Fen reports.", "Ana Ruiz"),
        ("Ana Ruiz made the remarks in the assembly, Radio Fen reports.", "Ana Ruiz"),
        ("Ana Ruiz put the question on Monday, Radio Fen reports.", "Ana Ruiz"),
        ("Ana Ruiz made the tea on Monday, Radio Fen reports.", "a member of the assembly"),
        ("The mayor raised the matter on Monday, Radio Fen reports.", "a member of the assembly"),
    ],
)
def test_who_is_said_to_have_raised_it(next_: str, who: str) -> None:
    """Somebody of the lead who has no name there is who brought it up."""
    assert told(f"The dam has a crack, a member of the assembly has said.\n\n{next_}", "The dam has") == [who]


def test_two_in_one_breath_with_a_word_behind() -> None:
    """*Both* is no part of the last one's name."""
    report = made("Ana Ruiz and the divers' union both say that the dam has a crack.")
    words = "Ana Ruiz and the divers' union both"
    assert [hop.name for hop in together(report.naming, words, 0)] == ["Ana Ruiz", "the divers' union"]
