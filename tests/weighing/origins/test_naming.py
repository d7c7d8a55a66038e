"""Whom the words for a voice mean in their article; whatever the words, somebody or nobody is meant, and nothing breaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake import article_from_text
from allegedly.model import Entity
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.together import together

KINDS = ("person", "organisation", "group", "state", "place", "document", "outlet", "other", "unnamed")


def naming(text: str, *entities: Entity, outlet: str = "The Orrel Post") -> Naming:
    """The voices of a text."""
    return Naming(article_from_text(text, outlet=outlet, title="t"), entities, {}, lambda name: name == "Hill Courier")


def entity(text: str, name: str, kind: str, *words: str) -> Entity:
    """Somebody who is meant by these words, wherever they stand first."""
    spans = tuple((text.index(w), text.index(w) + len(w)) for w in (name, *words))
    return Entity(id=f"e{abs(hash(name)) % 1000}", kind=kind, name=name, mentions=spans)  # type: ignore[arg-type]


def test_own_people_other_outlets_and_nobody() -> None:
    """*Our reporter* is the outlet, *the Courier of Wednesday* an outlet, *a local paper* and *everybody here* nobody."""
    found = naming("x")
    assert found.hop("our reporter in Hask", None, "unnamed").kind == "own"
    assert found.hop("the Post", None, "unnamed").kind == "own"
    assert found.hop("our guest", None, "unnamed").kind == "unnamed"
    assert found.hop("the Echo of Wednesday", None, "place").kind == "outlet"
    assert found.hop("a local paper", None, "unnamed").kind == "nobody"
    assert found.hop("everybody in the corridors", None, "other").kind == "nobody"
    assert found.hop("the report in the Hill Courier", None, "document").name == "the Hill Courier"


def test_whose_document_it_is() -> None:
    """An auditor's report is the auditor's word; a visitors' book is nobody's but its own."""
    found = naming("x")
    assert (
        found.hop("the auditor's report", None, "document").kind,
        found.hop("the auditor's report", None, "document").name,
    ) == (
        "voice",
        "auditor",
    )
    assert found.hop("the visitors' book", None, "document").kind == "document"
    assert found.hop("a surveyor's report", None, "document").kind == "document"


def test_whom_somebody_speaks_for() -> None:
    """A spokesman is his body, a minister his ministry, her lawyer she, *the company* the firm that was named before."""
    text = "Corven Lines has a leak, Ana Ruiz says. Her lawyer and the company are silent."
    who = naming(text, entity(text, "Corven Lines", "organisation"), entity(text, "Ana Ruiz", "person", "Her"))
    assert who.hop("a spokesman for the Harbour Board", None, "person").name == "Harbour Board"
    assert who.hop("transport minister Ola Bergh", None, "person").bodies == ("transport ministry",)
    assert who.hop("Her lawyer", None, "unnamed", text.index("Her")).bodies == ("Ana Ruiz",)
    assert who.hop("the company", None, "organisation", text.index("the company")).bodies == ("Corven Lines",)
    assert who.hop("a cabinet minister", None, "unnamed").kind == "unnamed"


def test_people_of_a_body_are_not_the_body() -> None:
    """Somebody inside a body, a worker and a banker are people whom nobody names; an order of clinicians is no paper."""
    who = naming("x")
    for words in (
        "someone inside the national federation",
        "somebody at Corven Lines",
        "those within the Hask Party",
        "a Corven Lines insider",
        "Corven Lines workers",
    ):
        assert who.hop(words, None, "other").kind == "unnamed"
    assert who.hop("the banker, who asked not to be named", None, "organisation").kind == "unnamed"
    assert (who.hop("the Order of Clinicians", None, "document").kind, who.hop("the order", None, "document").kind) == (
        "voice",
        "document",
    )


def test_a_name_in_full() -> None:
    """Where the reader has a piece of a name, the whole one that stands there is meant; a body's name is not a thing's."""
    text = "Inland Waters Orrel has closed the weir. Beekeeper Toku Hana, 91, swam it. Red cheese is back, the Tolu dairy said."
    waters, toku = entity(text, "Waters Orrel", "place"), entity(text, "Toku", "person", "Toku")
    cheese = entity(text, "Red cheese", "other", "the Tolu dairy")
    who = naming(text, waters, toku, cheese)
    assert who.hop("Inland Waters Orrel", waters, "place", 0).name == "Inland Waters Orrel"
    assert who.hop("he", toku, "person", 0).name == "Toku Hana"
    assert who.hop("the Tolu dairy", cheese, "other", text.index("the Tolu")).name == "the Tolu dairy"
    assert who.hop("customs chief 'Akau", None, "unnamed").name == "'Akau"
    assert who.hop("the police as quoted by the agency", None, "unnamed").name == "the police"


def test_whose_agent_and_whose_officer() -> None:
    """An agent is his player's, not his own nor a club's; *its officer* is of the body with which the sentence before begins."""
    text = (
        "Striker Fumin Sae will join Yoko Marine, his agent, Krit Wat, told us. "
        "Corven Lines of Hask closed the pier on the Owen. Its port officer, Ana Ruiz, said so. "
        "A team of Doctors for Peace was there, the organisation says."
    )
    sae, marine = entity(text, "Striker Fumin Sae", "organisation"), entity(text, "Yoko Marine", "person", "his")
    wat, owen = entity(text, "Krit Wat", "person"), entity(text, "Owen", "person", "Its")
    ana, org = entity(text, "Ana Ruiz", "person"), entity(text, "organisation", "organisation")
    who = naming(text, sae, marine, wat, owen, ana, org)
    assert who.hop("his agent, Krit Wat", wat, "person", text.index("his agent")).bodies == ("Striker Fumin Sae",)
    assert who.hop("Its port officer, Ana Ruiz", ana, "person", text.index("Its")).bodies == ("Corven Lines of Hask",)
    assert who.hop("the organisation", org, "organisation", text.index("the organisation")).bodies == ("Doctors for Peace",)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The county mine office found lead at the fence of Corven Lines, its head, Ana Ruiz, said.", ("county mine office",)),
        ("The old pier was shut by Corven Lines, its head, Ana Ruiz, said.", ("Corven Lines",)),
    ],
)
def test_whose_head_she_is(text: str, bodies: tuple[str, ...]) -> None:
    """*Its head*, behind a clause, is that of the body that the sentence is about, though it has no name."""
    ana, lines = entity(text, "Ana Ruiz", "person"), entity(text, "Corven Lines", "organisation")
    found = naming(text, ana, lines).hop("its head, Ana Ruiz", ana, "person", text.index("its head"))
    assert found.bodies == bodies


def test_what_a_name_is_without() -> None:
    """Where a firm is listed is no part of its name; spokespeople of a long name speak for it; a survey may be a body."""
    who = naming("x")
    assert who.hop("London-listed Corven Lines", None, "organisation").name == "Corven Lines"
    assert who.hop("the geological survey", None, "document").kind == "voice"
    assert who.hop("the survey", None, "document").kind == "document"
    assert who.hop("The director of the authority, Faysal ad-Duri", None, "unnamed").name == "Faysal ad-Duri"


def test_the_outlet_by_its_own_name() -> None:
    """*Pulp & Print understands* in *Pulp & Print Weekly* is its own word."""
    found = naming("x", outlet="Pulp & Print Weekly")
    assert found.hop("Pulp & Print", None, "organisation").kind == "own"


def test_people_at_a_site_are_no_website() -> None:
    """The last word of a phrase may be an outlet's noun; who speaks is its head."""
    found = naming("x")
    assert found.hop("engineers at the site", None, "outlet").kind == "unnamed"
    assert found.hop("a local news site", None, "outlet").kind == "nobody"
    assert found.hop("the paper's writer", None, "outlet").kind == "nobody"


def test_voices_of_one_breath() -> None:
    """Joined words are several where each part is somebody; a firm of two names and one man's house are one."""
    who = naming("x")
    assert [hop.name for hop in together(who, "a driver and a neighbour", 0)] == ["a driver", "a neighbour"]
    assert [hop.name for hop in together(who, "both the fire brigade and the owners", 0)] == ["the fire brigade", "the owners"]
    assert together(who, "the consultants Haddle and Broom", 0) == ()
    assert together(who, "the head of the army and the navy", 0) == ()


def test_what_stands_within_a_part() -> None:
    """Two towns behind *in* are where one coalition fights."""
    text = "The coalition in Orrel and Hask said so."
    who = naming(text, entity(text, "Orrel", "place"), entity(text, "Hask", "place"))
    assert together(who, "The coalition in Orrel and Hask", 0) == ()
    assert together(who, "Ivo Brandt of the Wood and Paper Union", 0) == ()
    both = together(who, "The Harbour Board and the Wood Union", 0)
    assert [hop.words for hop in both] == ["The Harbour Board", "the Wood Union"]
    assert together(who, "the Hill Courier's Ana Ruiz and Ivo Brandt", 0) == ()


def test_of_several_names_who_is_meant() -> None:
    """A firm behind its brand, an outlet before *other outlets*, a whole name; the House is no White House."""
    text = "Rye Flakes’ parent company, Fenland Mills, spoke; KFEN-TV and the White House did. The House did not."
    flakes, house, tv = (
        entity(text, "Rye Flakes", "organisation"),
        entity(text, "White House", "organisation"),
        entity(text, "TV", "organisation"),
    )
    who = naming(text, flakes, house, tv)
    assert who.hop("Rye Flakes’ parent company, Fenland Mills", flakes, "organisation", 0).name == "Fenland Mills"
    assert who.hop("The Hill Courier and other news outlets", None, "group").name == "The Hill Courier"
    assert who.hop("KFEN-TV", tv, "organisation", text.index("KFEN")).name == "KFEN-TV"
    assert who.hop("The House", house, "organisation", text.index("The House")).name == "The House"


@given(st.text(max_size=80), st.sampled_from(KINDS), st.one_of(st.none(), st.integers(0, 60)))
def test_any_words(words: str, kind: str, at: int | None) -> None:
    """Any words are somebody or nobody."""
    text = "Ana Ruiz of the Harbour Board told the Post that the dam has a crack."
    who = naming(text, entity(text, "Ana Ruiz", "person"), entity(text, "Harbour Board", "organisation"))
    hop = who.hop(words, None, kind, at)
    assert hop.kind in ("outlet", "voice", "document", "unnamed", "own", "nobody")
    assert together(who, words, at or 0) is not None


@settings(max_examples=20)
@given(st.lists(st.sampled_from(("said ", "the ", "a ", "report ", "by ", ", ", "Ana ", "in which ", "and ")), max_size=60))
def test_any_phrases(parts: list[str]) -> None:
    """So are words that look like many things at once."""
    assert naming("".join(parts)).hop("".join(parts), None, "unnamed", 0).kind


def test_a_long_article_with_many_mentions() -> None:
    """Twenty thousand voices of an article with as many mentions are told in seconds: each looks at what is near."""
    text = "Ana Ruiz says so. " * 20_000
    who = naming(
        text, Entity(id="e1", kind="person", name="Ana Ruiz", mentions=tuple((i * 18, i * 18 + 8) for i in range(20_000)))
    )
    begun = time.process_time()
    for i in range(20_000):
        who.hop("her lawyer", None, "unnamed", i * 18 + 9)
        who.hop("the report", None, "document", i * 18 + 9)
    assert time.process_time() - begun < 20
