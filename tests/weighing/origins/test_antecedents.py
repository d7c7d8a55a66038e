"""Whom *he* and *who* mean, and who speaks beside a name."""

from __future__ import annotations

import pytest

from allegedly.model import Entity, Source, Statement, Voice
from allegedly.weighing.origins import antecedents
from allegedly.weighing.origins.mentions import Mentions


def people(text: str, *names: str) -> Mentions:
    """The mentions of these persons, by their whole names and by their last ones."""
    found = []
    for n, name in enumerate(names, 1):
        last, at, spans = name.split()[-1], 0, []
        while (at := text.find(last, at)) >= 0:
            start = at + len(last) - len(name) if text[: at + len(last)].endswith(name) else at
            spans.append((start, at + len(last)))
            at += len(last)
        found.append(Entity(id=f"e{n}", kind="person", name=name, mentions=tuple(spans)))
    return Mentions(text, found)


def statement(text: str, who: str, cue: str, content: str, *, mode: str = "indirect") -> Statement:
    """What a source says in a text."""
    a, b, c = text.index(who), text.index(cue), text.index(content)
    return Statement(
        id="s1",
        mode=mode,  # type: ignore[arg-type]
        act="statement",
        stance="affirms",
        source=Source(span=(a, a + len(who)), text=who, kind="person"),
        cue=((b, b + len(cue)),),
        content=((c, c + len(content)),),
        chain=(Voice(text=who, span=(a, a + len(who))),),
        confidence=0.8,
    )


@pytest.mark.parametrize(
    ("text", "mode", "content", "named"),
    [
        ("“Ana Ruiz met many people,” she said.", "direct", "Ana Ruiz met many people", True),
        ("she said that Ruiz had met many people.", "indirect", "that Ruiz had met many people", True),
        ("Ana Ruiz met many people, she said.", "indirect", "Ana Ruiz met many people", False),
        ("“I am Ana Ruiz,” she said.", "direct", "I am Ana Ruiz", False),
        ("“Ask the Ruiz campaign,” she said.", "direct", "Ask the Ruiz campaign", False),
        ("“I met many people,” she said of Ruiz.", "direct", "I met many people", False),
    ],
)
def test_who_is_named_in_what_she_says(text: str, mode: str, content: str, *, named: bool) -> None:
    """Nobody calls himself by name, and a name never stands for a pronoun before it; what comes before *she said* may be hers."""
    mentions, s = people(text, "Ana Ruiz"), statement(text, "she", "said", content, mode=mode)
    assert antecedents.is_named_there(mentions, mentions.entities["e1"], s, s.source.span) is named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They asked Ana Ruiz, a diplomat in Orrel, who testified that it leaks", "Ana Ruiz"),
        ("It came from Ivo Brandt -- the man in charge of Locks.org -- who told us that it leaks", "Ivo Brandt"),
        ("Ana Ruiz spoke, and the town of Orrel, who said that it leaks", None),
        ("Orrel, who said that it leaks", None),
    ],
)
def test_who_is_described_before_who(text: str, name: str | None) -> None:
    """*Who* is the person whose description stands between his name and it, and no town in that description."""
    found = antecedents.who(people(text, "Ana Ruiz", "Ivo Brandt"), text.index("who "), 0)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("Last June, someone recorded Senator Ana Ruiz, then in the capital, saying it leaks", "someone", "Ana Ruiz"),
        ("A video surfaced of Ruiz saying it leaks", "A video", "Ana Ruiz"),
        ("The clerk met Ana Ruiz, saying it leaks", "The clerk", None),
        ("The clerk told Ivo Brandt that Ana Ruiz kept saying it leaks", "The clerk", None),
    ],
)
def test_who_is_recorded(text: str, who: str, name: str | None) -> None:
    """Of whom it is told how he said it, he speaks, and not who recorded him."""
    found = antecedents.recorded(people(text, "Ana Ruiz", "Ivo Brandt"), statement(text, who, "saying", "it leaks"))
    assert (found and found.name) == name


def test_words_in_which_he_said_it() -> None:
    """*A comment by Ana Ruiz in which she said* is hers, whoever seized on it."""
    text = "Ivo Brandt seized on a comment by Warden Ana Ruiz on Monday in which she said it leaks"
    mentions = people(text, "Ana Ruiz", "Ivo Brandt")
    found = antecedents.in_which(mentions, statement(text, "she", "said", "it leaks"), 0)
    assert found is not None
    assert found.name == "Ana Ruiz"
    assert antecedents.in_which(mentions, statement(text, "Ivo Brandt", "said", "it leaks"), 0) is None


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("The mayor said in an interview with the columnist Ana Ruiz that it leaks", True),
        ("The mayor said in a talk with Fen Radio's Ana Ruiz that it leaks", True),
        ("The mayor spoke with the board. Ana Ruiz said that it leaks", False),
        ("The mayor knew nothing of the call with the clerk that Ana Ruiz said that it leaks", False),
    ],
)
def test_who_only_asks(text: str, *, asking: bool) -> None:
    """Whom somebody gives an interview does not say what he says there."""
    assert antecedents.is_asking(text, statement(text, "Ana Ruiz", "that it", "it leaks")) is asking


def test_who_was_named_last() -> None:
    """Where whom *she* stands for is named in what she says, the last full name of her paragraph may be hers."""
    text = "Ivo Brandt waited.\n\nOne came home: Ana Ruiz, the boy of the ship. “They pulled,” she told us."
    assert antecedents.named_last(text, text.index("“"), "Orrel") == "Ana Ruiz"
    assert antecedents.named_last(text, text.index("“"), "Ana Ruiz") == ""
