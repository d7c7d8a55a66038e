"""What is said to have happened: found, sorted, with its participants, in its voice; and in the report that began the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import allegedly
from allegedly.model import Happening, Reading

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "jerusalem-2019-12-18.txt"


def one(reading: Reading, words: str) -> Happening:
    """The happening that has a mention with these words."""
    (found,) = [h for h in reading.happenings if any(m.text == words for m in h.mentions)]
    return found


def parts(reading: Reading, happening: Happening) -> list[tuple[str, str]]:
    """Who has which part, by name where it is known whom the words mean."""
    names = {e.id: e.name for e in reading.entities}
    return [(p.role, names.get(p.entity or "", p.text)) for p in happening.participants]


@pytest.mark.parametrize(
    ("text", "words", "sort", "told", "who"),
    [
        (
            "Gunmen attacked a convoy near Ostrel on Monday.",
            "attacked",
            ("assault", None),
            ("happened", "positive", "certain"),
            [("actor", "Gunmen"), ("target", "a convoy")],
        ),
        (
            "The envoy was assassinated by two brothers in March.",
            "assassinated",
            ("assault", "assassination"),
            ("happened", "positive", "certain"),
            [("target", "The envoy"), ("actor", "two brothers")],
        ),
        (
            "The rebels carried out attacks on two villages.",
            "attacks",
            ("assault", None),
            ("happened", "positive", "certain"),
            [("actor", "rebels"), ("target", "two villages")],
        ),
        (
            "The assassination of the envoy shook the town.",
            "assassination",
            ("assault", "assassination"),
            ("happened", "positive", "certain"),
            [("target", "the envoy")],
        ),
        (
            "The group planned failed assassinations against Ana Ruiz, Bruno Falk and Carla Moen.",
            "assassinations",
            ("assault", "assassination"),
            ("failed", "negative", "certain"),
            [("actor", "group"), ("target", "Ana Ruiz"), ("target", "Bruno Falk"), ("target", "Carla Moen")],
        ),
        (
            "Corvale denied that its navy had sunk the ferry.",
            "sunk",
            ("assault", None),
            ("denied", "negative", "certain"),
            [("actor", "its navy"), ("target", "the ferry")],
        ),
        (
            "The bank promised to pay the families $20,000.",
            "pay",
            ("trade", None),
            ("promised", "positive", "probable"),
            [("actor", "bank"), ("to", "the families"), ("target", "$20,000")],
        ),
        (
            "The talks between Corvale and Marenia were postponed.",
            "talks",
            ("consult", None),
            ("planned", "negative", "certain"),
            [("with", "Corvale"), ("with", "Marenia")],
        ),
        (
            "The cell was responsible for several bombings in the 90s.",
            "bombings",
            ("assault", "bombing"),
            ("happened", "positive", "certain"),
            [("actor", "The cell")],
        ),
        (
            "The union urged the mayor to resign.",
            "resign",
            ("appointment", "departure"),
            ("hypothetical", "positive", "certain"),
            [("actor", "the mayor")],
        ),
        (
            "A storm killed nine sailors.",
            "killed",
            ("death", None),
            ("happened", "positive", "certain"),
            [("actor", "A storm"), ("target", "nine sailors")],
        ),
    ],
)
def test_what_who_and_how(
    text: str, words: str, sort: tuple[str, str | None], told: tuple[str, str, str], who: list[tuple[str, str]]
) -> None:
    """Verbs, nouns, passives and nouns behind empty verbs stand for happenings, with their type, status and participants."""
    reading = allegedly.read(text)
    found = one(reading, words)
    mention = found.mentions[0]
    assert (found.type, found.mode) == sort
    assert (mention.status, mention.polarity, mention.certainty) == told
    assert parts(reading, found) == who


def test_when_where_and_how_much() -> None:
    """A time, a place and an amount belong to the happening that they hang on."""
    reading = allegedly.read(
        "Thieves stole $3 million from the bank in Paris on Friday. The mayor spoke on Sunday.", published="2025-03-12"
    )
    found = one(reading, "stole")
    times = {t.id: t.text for t in reading.times}
    names = {e.id: e.name for e in reading.entities}
    assert [times[t] for t in found.times] == ["Friday"]
    assert names[found.place or ""] == "Paris"
    assert [reading.amounts[0].text, list(found.amounts)] == ["$3 million", ["a1"]]


def test_told_twice_is_one() -> None:
    """What is told again, in another voice, is one happening with two mentions, each in its own statement."""
    reading = allegedly.read("The rebels attacked the port on Monday. Nine people died in the attack, the mayor said.")
    found = one(reading, "attack")
    assert [(m.text, m.statement) for m in found.mentions] == [("attacked", "s1"), ("attack", "s2")]
    assert parts(reading, found) == [("actor", "The rebels"), ("target", "the port")]


def test_two_of_a_kind_are_two() -> None:
    """Two attacks on different targets stay apart."""
    reading = allegedly.read("The rebels attacked the port of Ostrel on Monday. The rebels attacked the bridge on Friday.")
    assert [len(h.mentions) for h in reading.happenings if h.type == "assault"] == [1, 1]


def test_in_the_innermost_statement() -> None:
    """A happening stands in the statement that says it; what brings a statement in is the outlet's own."""
    reading = allegedly.read("The union urged the mayor to resign.")
    assert [(h.mentions[0].text, h.mentions[0].statement) for h in reading.happenings] == [("urged", None), ("resign", "s1")]


def test_who_is_accused_did_it() -> None:
    """What somebody is accused or convicted of, blamed for or kept from is the accused's doing, and never the accuser's."""
    reading = allegedly.read(
        "Marenia accused the Tesmark navy on Wednesday of firing on a boat, wounding two men. A court convicted Omar Lind of"
        " killing two guards. The union blamed the ministry for closing the school. The firm earned money by polluting the river."
    )
    for words, actor in (
        ("firing", "Tesmark navy"),
        ("wounding", "Tesmark navy"),
        ("killing", "Omar Lind"),
        ("closing", "ministry"),
        ("polluting", "The firm"),
    ):
        (found,) = [p.text for p in one(reading, words).participants if p.role == "actor"]
        assert found.removeprefix("the ") == actor


def test_saying_is_none() -> None:
    """Saying alone is a statement and no happening, nor is being or having."""
    reading = allegedly.read('"The mill is old," the mayor said. She told reporters that it has two wheels.')
    assert reading.happenings == ()


def test_only_what_is_denied() -> None:
    """In a denial, what is put as not so is denied, and nothing else that its words tell."""
    reading = allegedly.read('"No shot was fired. Our crew lit two flares," the navy said, denying that it had hit the boat.')
    status = {m.text: m.status for h in reading.happenings for m in h.mentions}
    assert status["lit"] == "happened"
    assert status["hit"] == "denied"


# By eye, in our own words: the word, its type, its status, the voice, and participants that must be there.
_LISTED: list[tuple[str, str, str, str, list[tuple[str, str]]]] = [
    ("meeting", "consult", "happened", "outlet", [("actor", "Ismail Haniyeh"), ("with", "Recep Tayyip Erdogan")]),
    ("welcoming", "support", "ongoing", "report", [("actor", "Turkey"), ("target", "terrorists")]),
    (
        "assassinations",
        "assault",
        "failed",
        "Transcripts",
        [("actor", "terrorists"), ("target", "Nir Barkat"), ("target", "Yehuda Glick"), ("target", "Roni Alscheich")],
    ),
    ("pay", "trade", "promised", "Hamas", [("actor", "Hamas"), ("target", "$20,000"), ("to", "family")]),
    ("deal", "agree", "happened", "report", [("actor", "Turkey")]),
    ("travel", "move", "ongoing", "report", [("actor", "officials"), ("means", "Egypt")]),
    ("trained", "aid", "planned", "Telegraph", [("target", "families")]),
    ("left", "move", "happened", "records", [("actor", "11 senior"), ("from", "Gaza")]),
    ("bombings", "assault", "happened", "outlet", [("actor", "Surif Cell"), ("target", "Israeli civilians")]),
    ("directing", "lead", "ongoing", "intelligence", [("actor", "Saleh al-Arouri"), ("target", "network")]),
    ("communication", "consult", "ongoing", "None", [("with", "Hamas"), ("with", "Turkish government")]),
]


@pytest.fixture(scope="module")
def sample() -> Reading:
    """The report on which the project began."""
    if not SAMPLE.exists():
        pytest.skip(f"{SAMPLE} is not here; it lies beside the checkout where the development data are")
    return allegedly.read(SAMPLE)


@pytest.mark.parametrize(("words", "sort", "status", "voice", "who"), _LISTED)
def test_the_sample(sample: Reading, words: str, sort: str, status: str, voice: str, who: list[tuple[str, str]]) -> None:
    """Each happening of the sample is there, in its voice, with its status and participants."""
    found = next(h for h in sample.happenings if any(m.text == words for m in h.mentions))
    mention: Any = next(m for m in found.mentions if m.text == words)
    statements = {s.id: s for s in sample.statements}
    said = statements[mention.statement]
    assert (found.type, mention.status) == (sort, status)
    assert voice in ("outlet" if said.mode == "narration" else str(said.source.text))
    named = [(role, f"{name} {p.text}") for (role, name), p in zip(parts(sample, found), found.participants, strict=True)]
    for role, name in who:
        assert any(role == r and name in shown for r, shown in named), (role, name, named)


def test_when_and_where_of_the_sample(sample: Reading) -> None:
    """The meeting was in a city last weekend, the deal in 2015, the bombings in the nineties."""
    times = {t.id: t.text for t in sample.times}
    names = {e.id: e.name for e in sample.entities}
    when = {w: [times[t] for t in one(sample, w).times] for w in ("meeting", "deal", "bombings", "communication")}
    assert when == {"meeting": ["last weekend"], "deal": ["2015"], "bombings": ["the 90s"], "communication": ["daily"]}
    assert names[one(sample, "meeting").place or ""] == "Istanbul"
    assert names[one(sample, "directing").place or ""] == "Turkey"
