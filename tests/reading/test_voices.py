"""Who is meant: names and their short forms, titles, descriptions, pronouns; roles; kinds of voices."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Entity, Reading


def entity(reading: Reading, name: str) -> Entity:
    """The entity with a name."""
    return next(e for e in reading.entities if e.name == name)


def speakers(text: str, outlet: str | None = None) -> list[tuple[str | None, str | None]]:
    """Source as it stands and the name of the entity that is meant, for each attribution."""
    reading = allegedly.read(text, outlet=outlet)
    names = {e.id: e.name for e in reading.entities}
    return [(s.source.text, names.get(s.source.entity or "")) for s in reading.statements if s.mode != "narration"]


def test_short_forms_and_pronouns() -> None:
    """The surname, the pronoun and the description mean the person who was named in full."""
    text = (
        "Defence Minister Laura Ostrand said on Monday that the talks had failed. Ostrand said nobody was hurt. "
        "She said that the army was ready. The minister said she would not resign."
    )
    assert [meant for _, meant in speakers(text)[:4]] == ["Laura Ostrand"] * 4


def test_two_of_one_surname() -> None:
    """A full name is never taken for somebody else of that surname."""
    text = "Anna Berg said that the bridge was safe. Her brother, Peter Berg, said that it was not."
    assert [meant for _, meant in speakers(text)] == ["Anna Berg", "Peter Berg"]


def test_speaker_named_after_the_quotation() -> None:
    """Who is named only after the words is who said them."""
    assert speakers('"Nobody warned us," said Lena Marsk, a teacher.')[0][1] == "Lena Marsk"


def test_first_person() -> None:
    """*I* in a quotation is whoever is quoted."""
    found = speakers('"I believe that the bridge is safe," Peter Berg said.')
    assert ("I", "Peter Berg") in found


def test_it_said_goes_on() -> None:
    """A pronoun after a quotation is who spoke in the sentence before, not whom that sentence spoke of."""
    text = (
        "The Harbour Relief Council (HRC) said safe passage would be essential in the event of a flood. "
        '"Some 700 people could be displaced overnight," it said.'
    )
    assert speakers(text)[-1] == ("it", "Harbour Relief Council")


def test_roles() -> None:
    """Office, party, rank and age stand with the person, each with its words, and with the body in which it is held."""
    reading = allegedly.read("Hamas spokesman Hazem Qasem said so. Jerusalem mayor Nir Barkat, 60, denied that it was true.")
    qasem = entity(reading, "Hazem Qasem")
    assert [r.text for r in qasem.roles] == ["Hamas spokesman"]
    assert qasem.roles[0].of == entity(reading, "Hamas").id
    assert [(r.text, r.kind) for r in entity(reading, "Nir Barkat").roles] == [("Jerusalem mayor", "office"), ("60", "age")]


def test_title_before_a_stray_break() -> None:
    """A title that a paragraph break cuts off its name is the person's role all the same."""
    reading = allegedly.read("The office was closed last year.\n\nSenior Hamas leader\n\nPeter Berg is believed to run it.")
    assert [r.text for r in entity(reading, "Peter Berg").roles] == ["Senior Hamas leader"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg said that it was safe.", "person"),
        ("The foreign ministry of France said that it was safe.", "organisation"),
        ("Turkey said that it was safe.", "state"),
        ("Court records show that it was safe.", "document"),
        ("Officials said that it was safe.", "unnamed"),
        ("A source familiar with the talks said that it was safe.", "unnamed"),
        ("Reuters reported that it was safe.", "outlet"),
        ("The Oster Gazette reported that it was safe.", "outlet"),
        ("It is believed that the tower dates from 1850.", "unnamed"),
    ],
)
def test_kinds_of_voices(text: str, kind: str) -> None:
    """A person, a body, a state, a document, an outlet, nobody named."""
    reading = allegedly.read(text)
    assert next(s.source.kind for s in reading.statements if s.mode != "narration") == kind


def test_the_source_and_the_paper() -> None:
    """*the source* is whoever spoke without a name, *the paper* the newspaper that was named."""
    text = (
        "The Telegraph reports that the deal is dead. Turkish officials denied the report. "
        '"We reject all these claims," the source told the paper.'
    )
    reading = allegedly.read(text)
    said = reading.statements[-1] if reading.statements[-1].mode == "direct" else reading.statements[-2]
    names = {e.id: e.name for e in reading.entities}
    assert names[said.source.entity or ""] == "Turkish officials"
    assert said.addressee is not None
    assert names[said.addressee.entity or ""] == "Telegraph"


def test_pronouns_are_nobody() -> None:
    """No entity is called *he*."""
    for text in ("He said so.", "She denied that they were there.", '"I saw it," he said.'):
        assert all(e.name.lower() not in ("he", "she", "i", "they") for e in allegedly.read(text).entities)


def test_a_surname_alone_after_a_namesake() -> None:
    """A bare surname is whoever of that surname was named last; a form of address tells them apart."""
    text = (
        "Anna Berg said the bridge was safe. Berg said it was new. Peter Berg said that it was not. "
        "Berg added that there was a crack. Ms. Berg denied this."
    )
    assert [meant for _, meant in speakers(text)] == ["Anna Berg", "Anna Berg", "Peter Berg", "Peter Berg", "Anna Berg"]


def test_bodies_that_look_like_people() -> None:
    """*the company Moderna* and *the "Sarif Cell"* are bodies, and *which* is never the person before them."""
    reading = allegedly.read(
        'Omar Dahl, the former leader of the "Sarif Cell", which was blamed for the fires, said nothing would change. '
        "The biotech company Moderna reported good data on Monday."
    )
    assert entity(reading, "Sarif Cell").kind == "organisation"
    assert entity(reading, "Moderna").kind == "organisation"
    assert [reading.article.text[a:b] for a, b in entity(reading, "Omar Dahl").mentions] == ["Omar Dahl", "the former leader"]


def test_peoples_that_only_qualify() -> None:
    """Adjectives of peoples are no entities, joined by *and* or with a prefix either."""
    reading = allegedly.read("Israeli and Egyptian records show that he met anti-Israel groups.")
    assert not {"Israeli", "Egyptian", "anti-Israel"} & {e.name for e in reading.entities}


def test_many_of_one_surname() -> None:
    """Hundreds of people of one surname stay apart."""
    text = " ".join(f"{first}{last}a Berg said so." for first in ("Al", "Bo", "Cy") for last in "bcdfghjklm")
    assert len({e.name for e in allegedly.read(text).entities}) > 20


def test_a_pronoun_before_its_name() -> None:
    """*In her speech, X said*: the pronoun is the subject that follows."""
    text = "Peter Berg spoke first. In her speech, Vera Holm said that the bridge was safe."
    reading = allegedly.read(text)
    assert "her" in [text[a:b] for a, b in entity(reading, "Vera Holm").mentions]


def test_it_for_a_state() -> None:
    """*It* and *they* after a state are the state."""
    assert speakers("France denied the report on Monday. It said that no ship had sailed.")[-1] == ("It", "France")


def test_we_of_one_person_is_not_that_person() -> None:
    """*We* in one person's mouth is more than that person; *we* of a body is the body."""
    text = '"We have no plans to leave," Anna Berg said. "We were not asked," the Oster Rowing Club said.'
    reading = allegedly.read(text)
    assert [text[a:b] for a, b in entity(reading, "Anna Berg").mentions] == ["Anna Berg"]
    assert "We" in [text[a:b] for a, b in entity(reading, "Oster Rowing Club").mentions]


def test_first_names_alone() -> None:
    """A first name by itself is a person's, whatever the recogniser says, and tells whom *she* means."""
    text = "Debbie stayed in the house. Peter Berg left. She called the police, Berg said."
    assert "She" in [text[a:b] for a, b in entity(allegedly.read(text), "Debbie").mentions]


def test_names_that_begin_small() -> None:
    """Brands may begin with a small letter."""
    text = "The site fixMate was sold on Monday. fixMate said that it had 20 users."
    assert speakers(text)[-1] == ("fixMate", "fixMate")


KINDS = {
    "a service": ("Three men died, the fire service said.", "organisation"),
    "a command": ("A ship was struck by a drone, the naval command said in a statement.", "organisation"),
    "whoever *who* takes up": ("It was hot, said Tyrell Banksley, who was picking two aisles over.", "person"),
    "a form of address": ("They took him away, said Madam Patience Ikobi.", "person"),
    "whose lawyer": ("The lawyer of the poet Aidar Sultanov said that he was arrested.", "unnamed"),
    "whose driver": ("The driver of the late Aurelio Tosi told the judges that money changed hands.", "unnamed"),
    "an office by its letters": ("Delivery has been put off, the MD said.", "unnamed"),
}


@pytest.mark.parametrize(("text", "wanted"), KINDS.values(), ids=KINDS)
def test_who_can_speak(text: str, wanted: str) -> None:
    """Bodies that speak are bodies, people are people, and a name beside whose servant speaks is not the speaker's."""
    assert next(s.source.kind for s in allegedly.read(text).statements if s.mode != "narration") == wanted


APPOSED = {
    "with a clause behind it": (
        "He said no, said the leader of the opposition group, Falko Trent, who is an architect.",
        "Falko Trent",
    ),
    "a name that nobody knows": ("The bank is to merge, Petra's chairman, Savvas Dimou, has told the Post.", "Savvas Dimou"),
    "with a form of address": (
        "Counsel to the Bureau, Mr Tunde Balogun-Ake, told the court that it was so.",
        "Tunde Balogun-Ake",
    ),
    "a day for a first name": ("The gateman, Sunday Etom, said that he saw it.", "Sunday Etom"),
}


@pytest.mark.parametrize(("text", "wanted"), APPOSED.values(), ids=APPOSED)
def test_name_behind_an_office(text: str, wanted: str) -> None:
    """The name between commas behind an office is the speaker's."""
    assert speakers(text)[0][1] == wanted
