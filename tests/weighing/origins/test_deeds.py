"""What somebody only does, takes to heart or has yet to prove is not said by him, whatever the reader takes it for."""

from __future__ import annotations

import pytest

from allegedly.model import Source, Statement, Voice
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.origins.deeds import is_done


def done(text: str, cue: str, content: str, *, kind: str = "person", mode: str = "indirect", stance: str = "affirms") -> bool:
    """Whether who stands before the cue, behind a stroke if there is one, only does what stands behind it."""
    begin, text = max(text.find("|"), 0), text.replace("|", "")
    a, b = text.index(cue), text.index(content)
    who = text[begin : a - 1]
    source = Source(span=(begin, a - 1), text=who, kind=kind)  # type: ignore[arg-type]
    said = Statement(
        id="s1",
        mode=mode,  # type: ignore[arg-type]
        act="statement",
        stance=stance,  # type: ignore[arg-type]
        source=source,
        cue=((a, a + len(cue)),),
        content=((b, b + len(content)),),
        chain=(Voice(text=who, span=(begin, a - 1)),),
        confidence=0.8,
    )
    return is_done(text, said, "document" if kind == "document" else "voice", [lemma_of(word) for word in cue.split()])


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Four senators have filed nine motions on the dam", "have filed", "nine motions on the dam"),
        ("The regent recognised Ostrel as a free town", "recognised", "Ostrel as a free town"),
        ("The harbour board nominated Ana Ruiz, who sits on it", "nominated", "Ana Ruiz, who sits on it"),
        ("The prosecutor subpoenaed the mill's books", "subpoenaed", "the mill's books"),
        ("Ivo Brandt lifted the curfew in the old town", "lifted", "the curfew in the old town"),
        ("The regent’s reversal on the closing of the lock", "reversal on", "the closing of the lock"),
        ("The wardens continued their hunt for a motive for the fire", "continued", "a motive for the fire"),
        ("The town tagged the regent's chief of staff", "tagged", "the regent's chief of staff"),
    ],
)
def test_what_somebody_does(text: str, cue: str, content: str) -> None:
    """A verb of doing with a thing behind it is a deed, also one that no list of verbs of saying has."""
    assert done(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Warden Ana Ruiz has denounced the death of a diver", "has denounced", "the death of a diver"),
        ("The club mourned the keeper's drowning", "mourned", "the keeper's drowning"),
        ("The regent's office defends the counting of gulls", "defends", "the counting of gulls"),
        ("Ivo Brandt welcomed the closing of the lock", "welcomed", "the closing of the lock"),
        ("Nurses condemned Friday's shooting at the ferry", "condemned", "Friday's shooting at the ferry"),
    ],
)
def test_what_somebody_takes_to_heart(text: str, cue: str, content: str) -> None:
    """What somebody mourns, defends or condemns, the outlet tells: he takes it for granted."""
    assert done(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content", "more"),
    [
        ("The board voted to shut the lock", "voted", "to shut the lock", {}),
        ("The clerk refused to hand over the keys", "refused", "to hand over the keys", {}),
        ("The board's refusal to step down", "refusal", "to step down", {}),
        ("The regent’s decision to sell the ferry", "decision", "to sell the ferry", {}),
        ("The party's ten-year quest to free the port", "quest", "to free the port", {}),
        ("The jury found Ivo Brandt not guilty on Friday", "found", "Ivo Brandt not guilty on Friday", {"kind": "group"}),
        ("Islanders rejected a law that would have shut the lock", "rejected", "a law that would have shut the lock", {}),
        ("The regent shocked the port by burning the ferry", "shocked the port by", "burning the ferry", {}),
        ("The suburb saw a riot after the lock was shut", "saw", "a riot after the lock was shut", {"kind": "place"}),
        ("The court hears a case on Monday about whether it leaks", "hears", "a case on Monday about whether it leaks", {}),
        ("Top wardens slammed the regent for her letter", "slammed", "the regent for her letter", {}),
    ],
)
def test_what_somebody_decides_on(text: str, cue: str, content: str, more: dict[str, str]) -> None:
    """A vote, a refusal, a verdict, what a town saw: the outlet tells it, and who does it has not said so."""
    assert done(text, cue, content, **({"kind": "organisation"} | more))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("A buyer has to demonstrate that he lives on the island", "has to demonstrate", "that he lives on the island"),
        ("The council is to find out how the wall fell", "to find out", "how the wall fell"),
        ("The board would sell instead of just showing that the boats leak", "showing", "that the boats leak"),
        ("The inspectors need to establish whether the wall holds", "need to establish", "whether the wall holds"),
        ("The inquiry is to determine who opened the lock", "to determine", "who opened the lock"),
    ],
)
def test_what_somebody_has_yet_to_prove(text: str, cue: str, content: str) -> None:
    """What is yet to be shown or found out nobody has said."""
    assert done(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Avoid : the ferry on Mondays", ":", "the ferry on Mondays"),
        ("Photos : the regent at the ferry", ":", "the regent at the ferry"),
        ("Story highlights the wall must be shut by May", "highlights", "the wall must be shut by May"),
        ("Video shows the ferry at the pier", "shows", "the ferry at the pier"),
        ("Related : the closing of the lock", ":", "the closing of the lock"),
    ],
)
def test_what_a_page_calls_its_parts(text: str, cue: str, content: str) -> None:
    """A word before a colon, a heading, a link is no voice."""
    assert done(text, cue, content, kind="other")


@pytest.mark.parametrize(
    ("text", "cue", "content", "more"),
    [
        ("Ana Ruiz said the wall has a crack", "said", "the wall has a crack", {}),
        ("Ana Ruiz recognised that the wall had failed", "recognised", "that the wall had failed", {}),
        ("Ana Ruiz denounced the law as a tax on bread", "denounced", "the law as a tax on bread", {}),
        ("Ana Ruiz condemned the law, which is a tax", "condemned", "the law, which is a tax", {"stance": "denies"}),
        ("The office raised the number of deaths to nine", "raised", "the number of deaths to nine", {}),
        ("The register files nine deaths under May", "files", "nine deaths under May", {"kind": "document"}),
        ("Ana Ruiz has shown that the wall leaks", "has shown", "that the wall leaks", {}),
        ("Ana Ruiz defended the need to shut the lock", "defended", "the need to shut the lock", {}),
        ("Ana Ruiz issued a warning of a flood", "issued a warning of", "a flood", {}),
        ("The mayor rejected the claim of a leak", "rejected", "the claim of a leak", {}),
        ("The board found that the lock leaks", "found", "that the lock leaks", {}),
        ("I refused to step down", "refused", "to step down", {}),
        ("The regent shocked the port by saying the lock was sold", "shocked the port by", "saying the lock was sold", {}),
        ("The board voted that the lock is unsafe", "voted", "that the lock is unsafe", {}),
        ("RUIZ : the lock is shut", ":", "the lock is shut", {"kind": "other"}),
        ("Ana Ruiz condemned the “murder of a lock”", "condemned", "the “murder of a lock”", {"mode": "mixed"}),
    ],
)
def test_what_somebody_says(text: str, cue: str, content: str, more: dict[str, str]) -> None:
    """Clauses, judgements, numbers, quoted words and papers are said."""
    assert not done(text, cue, content, **more)


def test_what_somebody_says_that_he_decides_on() -> None:
    """*She said she refused to step down* is her word, and so what she decided on; without *said* it is a deed."""
    assert not done("Ana Ruiz said |she refused to step down", "refused", "to step down")
    assert done("Ana Ruiz left, for |she refused to step down", "refused", "to step down")
