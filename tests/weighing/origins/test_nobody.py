"""Words that mean nobody in particular, and words that mean somebody all the same."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.nobody import is_crowd, is_held, is_nobody, is_press


@pytest.mark.parametrize(
    "words",
    [
        "social media users",
        "posts that are being passed around",
        "people all over the internet",
        "the talk in the village",
        "media reports",
        "posts that have gone round on social media since Easter",
        "Posts in several fan groups",
        "rumours on various message boards",
        "A message that thousands have forwarded",
        "a voice message doing the rounds",
        "Viral posts",
        "Screenshots circulating online",
        "fans",
        "many users",
        "the grapevine",
        "Monday",
        "Friday's",
        "New Year",
        "reports from the region",
        "Unconfirmed reports in the capital",
        "reports on several websites",
        "posts from people who work there",
        "the comments",
        "readers' comments",
        "people in the comments",
    ],
)
def test_nobody(words: str) -> None:
    """Talk, posts that go round, crowds of the networks, and days are nobody."""
    assert is_nobody(words, "")


@pytest.mark.parametrize(
    "words",
    [
        "a user of the service",
        "the post office",
        "people of Mill Street who saw it",
        "a reporter",
        "reports by the fire brigade",
        "posts on its page",
        "reports on the websites of both boards",
        "posts from the mayor",
        "his comments",
        "comments by the mayor",
        "a message that the mayor has sent",
        "an anonymous letter",
        "a screenshot of the chat",
        "posts in the logs of the harbour",
        "May",
        "Mr Friday",
    ],
)
def test_somebody(words: str) -> None:
    """Somebody is meant by these."""
    assert not is_nobody(words, "")


def test_press() -> None:
    """What makes news and has no name is no source of its own; a state's broadcaster is; a white paper is no newspaper."""
    assert is_press("the district paper")
    assert is_press("two news agencies")
    assert is_press("a state newspaper")
    assert not is_press("the state broadcaster")
    assert not is_press("the white paper")
    assert not is_press("the Orrel Post")


def test_who_is_one_of_many() -> None:
    """*Who* is nobody where those who wrote below an article are; behind posts of many nobody is looked for."""
    assert is_nobody("who", "comments")
    assert not is_nobody("who", "the warden")
    assert is_crowd("posts by several people on the quay")
    assert not is_crowd("media reports")


@pytest.mark.parametrize(
    ("behind", "held"),
    [
        (", a copy of which the Post has seen.", True),
        (", which the Post has obtained.", True),
        (", which has a new editor.", False),
        (".", False),
    ],
)
def test_a_paper_that_somebody_has(behind: str, *, held: bool) -> None:
    """What somebody has a copy of is no newspaper."""
    assert is_held("the paper", f"According to the paper{behind}", 13) is held
    assert not is_held("the weekly", f"According to the weekly{behind}", 13)
