"""Posts that somebody holds no longer, and those that he holds: whoever has left a body does not speak for it."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.former import is_past, without
from allegedly.weighing.origins.report import Report


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz, who was *head of the mint* until March, spoke.",
        "Ana Ruiz, *head of the mint* until the autumn, spoke.",
        "Ana Ruiz, *head* of the Old Mint of Orrel until the autumn, spoke.",
        "Ana Ruiz was *head of the mint* for nine years.",
        "Ana Ruiz, *head of the mint* before she was sacked, spoke.",
        "Ana Ruiz, *head of the mint*, who was dismissed in May, spoke.",
        "Ana Ruiz was sacked in May as the *head of the mint*.",
        "Ana Ruiz, who resigned as *head of the mint*, spoke.",
        "Ana Ruiz, the former deputy *head of the mint*, spoke.",
        "Ana Ruiz, ex-*head of the mint*, spoke.",
        "Ana Ruiz used to be *head of the mint*.",
    ],
)
def test_a_post_that_is_over(told: str) -> None:
    """Until when, for how long, or how somebody was in a post that he has left."""
    assert _past(told)


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz, *head of the mint*, said that it will be shut until May.",
        "Ana Ruiz, who was *head of the mint*’s delegation, spoke.",
        "Ana Ruiz, *head of the mint* until next year, spoke.",
        "Ana Ruiz has been *head of the mint* for nine years.",
        "Ana Ruiz, who replaced Ivo Brandt as *head of the mint*, spoke.",
        "Ana Ruiz, a former pilot and *head of the mint*, spoke.",
        "Ana Ruiz, *head of the mint*, dismissed the charge.",
        "The *head of the mint* will not speak until Monday.",
        "The *head* of the mint would not speak until Monday.",
        "Ana Ruiz, *head of the mint*. Until May nobody knew.",
    ],
)
def test_a_post_that_somebody_is_in(told: str) -> None:
    """What lasts, what somebody took over, and what else ended."""
    assert not _past(told)


def read(text: str) -> Report:
    """The report of a text."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    return Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda name: name == "The Orrel Post")


def _past(told: str) -> bool:
    start, end = told.index("*"), told.rindex("*")
    return is_past(told.replace("*", ""), start, end - 1)


def test_words_without_posts_that_are_over() -> None:
    """What stands beside a former post is left."""
    assert without("a former spokesman for the mint") == "a "
    assert without("the mint's former chief, Ana Ruiz") == "the mint's , Ana Ruiz"
    assert without("the mint's chief, Ana Ruiz, a former pilot") == "the mint's chief, Ana Ruiz, a "
    assert without("Ana Ruiz, who was chief of the mint until May") == "Ana Ruiz"


@pytest.mark.parametrize(
    ("post", "speaks_for"),
    [
        ("who was deputy chairwoman of the Bank of Orrel until the spring", False),
        ("former deputy chairwoman of the Bank of Orrel", False),
        ("the Bank of Orrel's former chairwoman", False),
        ("a former spokeswoman for the Bank of Orrel", False),
        ("deputy chairwoman of the Bank of Orrel", True),
        ("the Bank of Orrel's chairwoman", True),
        ("who is chairwoman of the Bank of Orrel", True),
    ],
)
def test_who_has_left_a_body_does_not_speak_for_it(post: str, speaks_for: bool) -> None:
    """A former chairwoman speaks for herself, the chairwoman for the bank."""
    report = read(f"Ana Ruiz, {post}, said on Tuesday that nine tonnes of silver were sold.")
    said = [s.hops[-1] for s in report.sayings if s.hops]
    assert [hop.name for hop in said] == ["Ana Ruiz"]
    assert bool(said[0].bodies) == speaks_for
