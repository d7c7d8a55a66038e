"""Who is said to be tied to whom, applied or turned down, in whose voice, and since when."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Reading, check, from_json, to_json


def ties(reading: Reading) -> set[tuple[str, str, str]]:
    """Who, how, to whom, of those that are applied and not over."""
    names = {e.id: e.name for e in reading.entities}
    return {(names[t.of], t.kind, names[t.to]) for t in reading.ties if t.use == "applied" and not t.former}


def found(text: str) -> set[tuple[str, str, str]]:
    """The same of a text."""
    return ties(allegedly.read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Harbour Party leader Ana Ruiz spoke in Riga.", ("Ana Ruiz", "leads", "Harbour Party")),
        ("Ana Ruiz, the leader of the Harbour Party, spoke in Riga.", ("Ana Ruiz", "leads", "Harbour Party")),
        ("Latvia’s president, Ana Ruiz, spoke in Riga.", ("Ana Ruiz", "leads", "Latvia")),
        ("Latvian President Ana Ruiz left Latvia on Monday.", ("Ana Ruiz", "leads", "Latvia")),
        ("Ana Ruiz is the chief executive of Borel Motors.", ("Ana Ruiz", "leads", "Borel Motors")),
        ("Ana Ruiz was elected president of Latvia.", ("Ana Ruiz", "leads", "Latvia")),
        ("Borel Motors spokesman Tom Vale said it was late.", ("Tom Vale", "represents", "Borel Motors")),
        ("Tom Vale, a spokesman for Borel Motors, said it was late.", ("Tom Vale", "represents", "Borel Motors")),
        ("Ana Ruiz left. Tom Vale, her lawyer, said so.", ("Tom Vale", "represents", "Ana Ruiz")),
        ("Tom Vale is a member of the Harbour Party.", ("Tom Vale", "member of", "Harbour Party")),
        ("Tom Vale belongs to the Harbour Party.", ("Tom Vale", "member of", "Harbour Party")),
        ("Tom Vale works for Borel Motors.", ("Tom Vale", "works for", "Borel Motors")),
        ("The Herald’s Tom Vale was there.", ("Tom Vale", "works for", "Herald")),
        ("Latvian Foreign Minister Tom Vale left Latvia.", ("Tom Vale", "works for", "Latvia")),
        ("The Blue Brigade is the armed wing of the Harbour Party.", ("Blue Brigade", "part of", "Harbour Party")),
        ("Borel Motors was founded by Karel Novak.", ("Karel Novak", "founded", "Borel Motors")),
        ("Borel Motors owns Sefton Steel.", ("Borel Motors", "owns", "Sefton Steel")),
        ("Jana Malik met her brother, Petr Malik.", ("Petr Malik", "related to", "Jana Malik")),
        ("Karel Novak married Jana Malik in 2001.", ("Karel Novak", "married to", "Jana Malik")),
        ("Latvia funds the Red Front.", ("Latvia", "funds", "Red Front")),
        ("Latvia trains the Blue Brigade.", ("Latvia", "trains", "Blue Brigade")),
        ("The Latvia-backed Red Front attacked the town.", ("Latvia", "allied with", "Red Front")),
        ("The Red Front is backed by Latvia.", ("Latvia", "allied with", "Red Front")),
        ("The Red Front has been fighting the Blue Brigade.", ("Red Front", "opposed to", "Blue Brigade")),
        ("Latvia shelters members of the Red Front.", ("Latvia", "hosts", "Red Front")),
        ("Borel Motors, which is based in Riga, was late.", ("Borel Motors", "located in", "Riga")),
        ("The mayor accused Latvia of funding the Red Front.", ("Latvia", "funds", "Red Front")),
        ("Tom Vale is believed to lead the Red Front.", ("Tom Vale", "leads", "Red Front")),
        ("Tom Vale of the Herald was there.", ("Tom Vale", "works for", "Herald")),
        ("They met in Riga, Latvia, on Monday.", ("Riga", "located in", "Latvia")),
        ("Riga, the capital of Latvia, was quiet.", ("Riga", "located in", "Latvia")),
    ],
)
def test_kinds(text: str, tie: tuple[str, str, str]) -> None:
    """Roles, appositions, possessives, copulas, verbs and participles each tell of a tie."""
    assert tie in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front may join the Harbour Party.",
        "Ana Ruiz wants to join the Harbour Party.",
        "If Ana Ruiz led the Harbour Party, it would win.",
        "Ana Ruiz was barred from joining the Harbour Party.",
        "They will make Ana Ruiz the leader of the Harbour Party.",
        "They voted in Maine, Texas, Ohio and Utah.",
        "The French journalist Tom Vale left France.",
    ],
)
def test_what_ties_nobody(text: str) -> None:
    """What may be, is wanted or is to come is no tie; nor is a list of places, nor where somebody is from."""
    assert found(text) == set()


def test_former() -> None:
    """*former*, and the past outside reported speech, say that it is over."""
    reading = allegedly.read("Former Harbour Party leader Ana Ruiz spoke. Tom Vale was a member of the Harbour Party until 2014.")
    assert [(t.kind, t.former) for t in reading.ties] == [("leads", True), ("member of", True)]
    reported = allegedly.read("Tom Vale said that he was a member of the Harbour Party.")
    assert [(t.kind, t.former) for t in reported.ties] == [("member of", False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Ruiz is not a member of the Harbour Party, the mayor said.", "member of"),
        ("Tom Vale denied that he was a member of the Harbour Party.", "member of"),
        ("Latvia denied funding the Red Front.", "funds"),
        ("Latvia does not fund the Red Front.", "funds"),
    ],
)
def test_turned_down(text: str, kind: str) -> None:
    """A negation over the clause turns the tie down, and so does whoever denies it."""
    assert [(t.kind, t.use) for t in allegedly.read(text).ties] == [(kind, "rejected")]


def test_a_role_outlives_a_denial() -> None:
    """What somebody is called beside what they deny is taken for granted."""
    assert ("Ana Ruiz", "leads", "Harbour Party") in found("Tom Vale denied that Harbour Party leader Ana Ruiz had met him.")


def test_since_and_until() -> None:
    """Times that hang on the words of a tie bound it."""
    reading = allegedly.read(
        "Ana Ruiz has led the Harbour Party since 2015. Tom Vale was a member of the Harbour Party until 2014. "
        "Karel Novak founded Borel Motors in 1998."
    )
    times = {t.id: t.text for t in reading.times}
    assert [(t.kind, times.get(t.since or ""), times.get(t.until or "")) for t in reading.ties] == [
        ("leads", "2015", None),
        ("member of", None, "2014"),
        ("founded", "1998", None),
    ]


def test_in_a_voice() -> None:
    """A tie stands in the innermost statement that says it; said by two voices it is there twice, by one voice once."""
    reading = allegedly.read(
        "Latvia funds the Red Front, Tom Vale said. The mayor said that Latvia funds the Red Front. "
        "Tom Vale said again that Latvia funds the Red Front."
    )
    by = {s.id: s.source.text for s in reading.statements}
    assert [(t.kind, by[t.statement or ""]) for t in reading.ties] == [("funds", "Tom Vale"), ("funds", "The mayor")]


def test_joined_ends() -> None:
    """Each of several that are joined by *and* has its own tie."""
    assert found("Ana Ruiz sang. She is represented by Oakline Talent and attorney Tom Vale.") == {
        ("Oakline Talent", "represents", "Ana Ruiz"),
        ("Tom Vale", "represents", "Ana Ruiz"),
    }


def test_offices_of_several_words() -> None:
    """A *Secretary-General* is no secretary, a *deputy leader* does not lead, and *director for* a region does not lead it."""
    assert found("NATO Secretary-General Tom Vale spoke.") == {("Tom Vale", "leads", "NATO")}
    assert ("Ana Ruiz", "leads", "Harbour Party") not in found("Ana Ruiz, deputy leader of the Harbour Party, spoke.")
    assert all(to != "Asia" for _, kind, to in found("Tom Vale, a director for Asia at Borel Group, spoke.") if kind == "leads")


def test_ids_spans_and_the_public_format() -> None:
    """Ties are numbered, quote the text, and come back from the public format as they were."""
    reading = allegedly.read("Harbour Party leader Ana Ruiz and Borel Motors chairman Tom Vale met in Riga, Latvia.")
    assert [t.id for t in reading.ties] == [f"r{n}" for n in range(1, len(reading.ties) + 1)]
    assert check(from_json(to_json(reading))) == reading
