"""Claims in a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import allegedly
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.checking import check
from allegedly.model import Reading
from allegedly.weighing.claims.keeping import Summary, bring_up_to_date, due
from allegedly.weighing.claims.paired import ahead_of
from allegedly.weighing.entities import keeping as entities

TEXTS = {
    "The Oster Courier": "Police in Corvale said that a fire at the Lindqvist paper mill killed nine workers on Monday.",
    "The Harwick Post": "A fire at the Lindqvist paper mill in Corvale killed nine workers, police said.",
    "The Kelby Times": "Orla Brandt denied that a fire at the Lindqvist paper mill in Corvale killed nine workers.",
    "The Farrow Herald": "The farmers of Ashby said that the drought had ruined half of the barley harvest.",
}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The articles, read."""
    return [
        allegedly.read(text, outlet=outlet, published=f"2026-03-0{day}", reader="rules")
        for day, (outlet, text) in enumerate(TEXTS.items(), 2)
    ]


def put(ledger: Ledger, readings: list[Reading]) -> None:
    """Put readings into a ledger as ``add`` does."""
    run = Adding(ledger._connection, "test")
    for reading in readings:
        run.put(reading.article, reading)
    run.flush()


def claimed(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Id of the claim, outlet and side of every statement that is in a claim."""
    rows = ledger._connection.execute("SELECT claim_id, outlet, side FROM claimed_by ORDER BY published, id").fetchall()
    return [tuple(row) for row in rows]


def kept(ledger: Ledger) -> dict[str, list[object]]:
    """All that the step writes."""
    tables = ("statement_keys", "likely_pairs", "claims", "claim_statements", "weighed", "weighings")
    return {table: ledger._connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}  # noqa: S608 (named here)


def test_statements_of_one_claim_come_together_and_a_denial_stands_against(tmp_path: Path, readings: list[Reading]) -> None:
    """Three outlets, one claim, one against it; what is told once has no claim."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, readings)
        assert bring_up_to_date(ledger._connection) == Summary(articles=4, statements=4, claims=1, changed=1)
        (name,) = {name for name, _, _ in claimed(ledger)}
        assert claimed(ledger) == [
            (name, "The Oster Courier", "for"),
            (name, "The Harwick Post", "for"),
            (name, "The Kelby Times", "against"),
        ]
        row = ledger._connection.execute(
            "SELECT first_seen, last_seen, articles, outlets, voices_for, voices_against FROM claimed"
        ).fetchone()
        assert tuple(row) == ("2026-03-02", "2026-03-04", 3, 3, 2, 1)
        assert list(check(ledger._connection)) == []


def test_weighing_twice_changes_nothing(tmp_path: Path, readings: list[Reading]) -> None:
    """Nothing is new the second time."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, readings)
        bring_up_to_date(ledger._connection)
        before = claimed(ledger)
        assert bring_up_to_date(ledger._connection) == Summary(articles=0, statements=0, claims=1, changed=0)
        assert claimed(ledger) == before


def test_what_comes_later_joins_and_the_claim_keeps_its_id(tmp_path: Path, readings: list[Reading]) -> None:
    """Two articles, then two more: the same as all at once."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger, Ledger(tmp_path / "b.ledger", make=True) as whole:
        put(ledger, readings[:2])
        bring_up_to_date(ledger._connection)
        before = claimed(ledger)
        put(ledger, readings[2:])
        assert bring_up_to_date(ledger._connection).articles == 2
        put(whole, readings)
        bring_up_to_date(whole._connection)
        assert claimed(ledger)[:2] == before
        assert claimed(ledger) == claimed(whole)


def test_whom_to_compare_found_ahead(tmp_path: Path, readings: list[Reading]) -> None:
    """What another process finds ahead writes nothing and is used; where more is new by then it is found anew."""
    with Ledger(tmp_path / "ahead.ledger", make=True) as ledger, Ledger(tmp_path / "at_once.ledger", make=True) as other:
        for made in (ledger, other):
            put(made, readings[:2])
            bring_up_to_date(made._connection)
            put(made, readings[2:-1])
        before = list(ledger._connection.iterdump())
        ahead = ahead_of(ledger._connection, due(ledger._connection))
        assert len(ahead.every) == len(readings) - 3
        assert list(ledger._connection.iterdump()) == before
        assert bring_up_to_date(ledger._connection, ahead=ahead) == bring_up_to_date(other._connection)
        assert kept(ledger) == kept(other)
        assert due(ledger._connection) == []
        put(ledger, readings[-1:])
        put(other, readings[-1:])
        assert bring_up_to_date(ledger._connection, ahead=ahead) == bring_up_to_date(other._connection)
        assert kept(ledger) == kept(other)


def test_reviewed_after_looking_ahead(tmp_path: Path, readings: list[Reading]) -> None:
    """A statement that somebody rejects while another process looks at it is in no claim, though no other article is new."""
    with Ledger(tmp_path / "ahead.ledger", make=True) as ledger:
        put(ledger, readings)
        ahead = ahead_of(ledger._connection, due(ledger._connection))
        name, number = ledger._connection.execute(
            "SELECT a.id, s.number FROM statements s JOIN articles a USING (article) WHERE outlet = 'The Harwick Post'"
        ).fetchone()
        ledger.review("reject", f"{name}:s{number}", who="Ana Ruiz", why="for the test")
        assert list(ahead.every) == due(ledger._connection)
        bring_up_to_date(ledger._connection, ahead=ahead)
        assert [outlet for _, outlet, _ in claimed(ledger)] == ["The Oster Courier", "The Kelby Times"]


def test_one_voice_seen_after_looking_ahead(tmp_path: Path) -> None:
    """Who turns out to be one while another process looks at statements is one voice in the claim all the same."""
    texts = {
        "The Oster Courier": "A fire at the Lindqvist paper mill in Corvale killed nine workers, Yusuf al-Haniyeh said.",
        "The Harwick Post": "A fire at the Lindqvist paper mill in Corvale killed nine workers, Yusuf Haniya said.",
    }
    read = [allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules") for outlet, text in texts.items()]
    with Ledger(tmp_path / "ahead.ledger", make=True) as ledger:
        put(ledger, read)
        ahead = ahead_of(ledger._connection, due(ledger._connection))
        voices = {one.voice for every in ahead.every.values() for one in every}
        entities.bring_up_to_date(ledger._connection)
        bring_up_to_date(ledger._connection, ahead=ahead)
        assert len(voices) == 2
        assert ledger._connection.execute("SELECT articles, voices_for FROM claimed").fetchall() == [(2, 1)]


def test_what_is_not_touched_stays_as_it_is(tmp_path: Path, readings: list[Reading]) -> None:
    """A claim that nothing new is like keeps its row, and so its origins; one that a statement joins is written anew."""
    barley = "Half of the barley harvest was ruined by the drought, the farmers of Ashby said."
    more = [allegedly.read(barley, outlet="The Oster Courier", published="2026-03-09", reader="rules")]
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, readings[:2])
        bring_up_to_date(ledger._connection)
        ledger._connection.execute("UPDATE claims SET origins = 1")
        put(ledger, [readings[3], *more])
        assert bring_up_to_date(ledger._connection) == Summary(articles=2, statements=2, claims=2, changed=1)
        assert ledger._connection.execute("SELECT origins FROM claims ORDER BY claim").fetchall() == [(1,), (None,)]
        put(ledger, readings[2:3])
        assert bring_up_to_date(ledger._connection).changed == 1
        assert ledger._connection.execute("SELECT origins FROM claims").fetchall() == [(None,), (None,)]


def test_an_old_version_leaves_its_claim(tmp_path: Path, readings: list[Reading]) -> None:
    """Where a page says something else later, its earlier words stand in no claim any more."""
    pages = [
        allegedly.read(text, outlet="The Kelby Times", published="2026-03-05", url="https://kelby.example/fire", reader="rules")
        for text in (TEXTS["The Harwick Post"], TEXTS["The Farrow Herald"])
    ]
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, [*readings[:2], pages[0]])
        bring_up_to_date(ledger._connection)
        assert [outlet for _, outlet, _ in claimed(ledger)] == ["The Oster Courier", "The Harwick Post", "The Kelby Times"]
        put(ledger, pages[1:])
        bring_up_to_date(ledger._connection)
        assert [outlet for _, outlet, _ in claimed(ledger)] == ["The Oster Courier", "The Harwick Post"]


def test_a_denial_without_words_of_its_own_joins_what_it_denies(tmp_path: Path) -> None:
    """What is denied is another statement of its article, so it stands against that one's claim, and the reason says so."""
    texts = {
        "The Oster Courier": (
            "Prosecutors said on Monday that Orla Brandt had taken bribes from the Lindqvist brewery. Brandt denied it."
        ),
        "The Harwick Post": "Orla Brandt had taken bribes from the Lindqvist brewery, prosecutors said on Monday.",
    }
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(
            ledger,
            [allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules") for outlet, text in texts.items()],
        )
        bring_up_to_date(ledger._connection)
        rows = ledger._connection.execute("SELECT outlet, source, side, reason FROM claimed_by WHERE side = 'against'").fetchall()
        assert [tuple(row) for row in rows] == [
            ("The Oster Courier", "Orla Brandt", "against", "It denies what s1 of the same article says.")
        ]
        assert list(check(ledger._connection)) == []


def test_a_denial_of_two_claims_stays_in_the_first(tmp_path: Path) -> None:
    """Where it denies what stands in a claim already, a later claim that it denies too does not take it away."""
    texts = {
        "The Oster Courier": (
            "Prosecutors said on Monday that Orla Brandt had taken bribes from the Lindqvist brewery. The farmers' union said"
            " that the drought had ruined half of the barley harvest in Ashby. Brandt denied it."
        ),
        "The Harwick Post": "Orla Brandt had taken bribes from the Lindqvist brewery, prosecutors said on Monday.",
        "The Farrow Herald": "The farmers' union said the drought had ruined half of the barley harvest in Ashby.",
    }
    readings = [allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules") for outlet, text in texts.items()]
    first = readings[0]
    *told, denial = first.statements
    assert (denial.stance, len(told)) == ("denies", 2)
    both = replace(denial, answers=tuple(one.id for one in told))
    readings[0] = replace(first, statements=(*told, both))
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, readings[:2])
        bring_up_to_date(ledger._connection)
        against = [row for row in claimed(ledger) if row[2] == "against"]
        put(ledger, readings[2:])
        assert bring_up_to_date(ledger._connection) == Summary(articles=1, statements=1, claims=2, changed=1)
        assert [row for row in claimed(ledger) if row[2] == "against"] == against
        assert len(against) == 1
        assert list(check(ledger._connection)) == []


def gathered(folder: Path, texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """Outlet, side and words of every statement in a claim, of articles that came out on one day."""
    with Ledger(folder / "told.ledger", make=True) as ledger:
        put(
            ledger,
            [allegedly.read(text, outlet=outlet, published="2026-03-02", reader="rules") for outlet, text in texts.items()],
        )
        bring_up_to_date(ledger._connection)
        rows = ledger._connection.execute("SELECT outlet, side, words FROM claimed_by ORDER BY article_id, id").fetchall()
    return sorted(tuple(row) for row in rows)


def test_one_thing_told_in_other_words_is_one_claim(tmp_path: Path) -> None:
    """Two rare words in common are enough where two short reports of one day have nothing else to tell."""
    found = gathered(
        tmp_path,
        {
            "The Oster Courier": "The owner of the Tarnholm foundry has been arrested, police said.",
            "The Harwick Post": "Police say that the proprietor of a foundry in Tarnholm was taken into custody.",
        },
    )
    assert found == [
        ("The Harwick Post", "for", "that the proprietor of a foundry in Tarnholm was taken into custody"),
        ("The Oster Courier", "for", "The owner of the Tarnholm foundry has been arrested"),
    ]


def test_what_stands_inside_a_denial_is_nobodys_word(tmp_path: Path) -> None:
    """The reports that somebody calls false are neither for the claim nor against it; who calls them so is against it."""
    found = gathered(
        tmp_path,
        {
            "The Oster Courier": (
                "Reports that the Tarnholm foundry poured slag into the Ell marshes are false, its owner said on Monday."
            ),
            "The Harwick Post": "The foundry at Tarnholm poured slag into the Ell marshes, an engineer told the Post.",
            "The Kelby Times": "Slag from the Tarnholm foundry went into the Ell marshes, an engineer told the Harwick Post.",
        },
    )
    assert [(outlet, side) for outlet, side, _ in found] == [
        ("The Harwick Post", "for"),
        ("The Kelby Times", "for"),
        ("The Oster Courier", "against"),
        ("The Oster Courier", "neutral"),
    ]


def test_what_a_body_says_beside_its_denial_is_against_the_claim_too(tmp_path: Path) -> None:
    """On one page it is of one mind; a paper tells of both sides."""
    told = (
        "The Tarnholm foundry has poured no slag into the Ell marshes. Slag from the foundry is poured into moulds at Tarnholm."
    )
    claim = "Slag from the Tarnholm foundry was poured into the Ell marshes, an engineer told the Post."
    for outlet, side in (("Tarnholm Foundry Ltd", "against"), ("The Oster Courier", "for")):
        folder = tmp_path / side
        folder.mkdir()
        with Ledger(folder / "a.ledger", make=True) as ledger:
            put(
                ledger,
                [
                    allegedly.read(claim, outlet="The Harwick Post", published="2026-03-02", reader="rules"),
                    allegedly.read(told, outlet=outlet, published="2026-03-03", reader="rules"),
                ],
            )
            bring_up_to_date(ledger._connection)
            rows = ledger._connection.execute("SELECT outlet, side, reason FROM claimed_by ORDER BY published, id").fetchall()
            assert [tuple(row)[:2] for row in rows] == [("The Harwick Post", "for"), (outlet, "against"), (outlet, side)]
            if side == "against":
                assert rows[2][2] == "It stands beside s1 on the page of a body, which denies the claim there."


def test_namesakes_have_two_claims(tmp_path: Path) -> None:
    """The same words of two men of one name, or of two places."""
    found = gathered(
        tmp_path,
        {
            "The Oster Courier": "The Terns have suspended their keeper Ilan Dorvath after a failed test, the club said.",
            "The Harwick Post": "The Terns have suspended their keeper Osk Dorvath after a failed test, the club said.",
        },
    )
    assert found == []


def test_what_is_told_again_after_a_year_in_other_words_is_one_claim(tmp_path: Path) -> None:
    """However far apart: most of the words, and the same names, stand in both."""
    texts = {
        "2025-02-01": "The painter Ilan Dorvath lodged at the Pavilion in Kelby for eleven days in the summer of 1911.",
        "2026-03-02": "In August 1911 the painter Ilan Dorvath spent eleven days in the Pavilion at Kelby.",
    }
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, [allegedly.read(t, outlet=f"The {d} Post", published=d, reader="rules") for d, t in texts.items()])
        assert bring_up_to_date(ledger._connection).claims == 1


@pytest.mark.parametrize(("outlet", "claims"), [("The Oster Courier", 0), (None, 1)])
def test_four_articles_of_one_outlet_make_a_caption_and_four_of_nobody_knows_whom_a_claim(
    tmp_path: Path, outlet: str | None, claims: int
) -> None:
    """What is in no outlet's name may be told by four."""
    text = "A fire at the Lindqvist paper mill in Corvale killed nine workers on Monday."
    readings = [allegedly.read(text, outlet=outlet, published=f"2026-03-0{day}", reader="rules") for day in range(2, 6)]
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, readings)
        assert bring_up_to_date(ledger._connection).claims == claims


PIER = (
    "Residents of Corvale walked along the new pier on Sunday. Ana Ruiz alleged that Mayor Tomas Brekk had taken gifts from the"
    " builders of the pier. The pier was opened in spring, and a band played. Brekk denied the allegations."
)
GIFTS = "Mayor Tomas Brekk had taken gifts from the builders of the pier, Ana Ruiz alleged."


def test_a_charge_that_is_denied_in_its_article_is_a_claim(tmp_path: Path) -> None:
    """Nobody repeats it, but somebody denies it, whatever his words; nothing else there is a claim."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, [allegedly.read(PIER, outlet="The Oster Courier", published="2026-03-02", reader="rules")])
        assert bring_up_to_date(ledger._connection).claims == 1
        rows = ledger._connection.execute("SELECT words, side, reason FROM claimed_by ORDER BY id").fetchall()
        assert [tuple(row) for row in rows] == [
            ("that Mayor Tomas Brekk had taken gifts from the builders of the pier", "for", "Its words stand for the claim."),
            ("the allegations", "against", "It denies what s2 of the same article says."),
        ]
        assert list(check(ledger._connection)) == []
        assert bring_up_to_date(ledger._connection) == Summary(articles=0, statements=0, claims=1, changed=0)


def test_a_denial_follows_what_it_denies_into_a_claim_of_more(tmp_path: Path) -> None:
    """Where another article repeats the charge later, the claim grows, keeps its id and keeps its denial."""
    later = allegedly.read(GIFTS, outlet="The Kelby Times", published="2026-03-03", reader="rules")
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        put(ledger, [allegedly.read(PIER, outlet="The Oster Courier", published="2026-03-02", reader="rules")])
        bring_up_to_date(ledger._connection)
        name = claimed(ledger)[0][0]
        put(ledger, [later])
        bring_up_to_date(ledger._connection)
        assert sorted(claimed(ledger)) == [
            (name, "The Kelby Times", "for"),
            (name, "The Oster Courier", "against"),
            (name, "The Oster Courier", "for"),
        ]


def test_a_rejected_denial_denies_nothing(tmp_path: Path) -> None:
    """Where a person has rejected it, the charge is told once and no claim."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        reading = allegedly.read(PIER, outlet="The Oster Courier", published="2026-03-02", reader="rules")
        put(ledger, [reading])
        denier = next(s.id for s in reading.statements if s.stance == "denies")
        ledger.review("reject", f"{reading.article.id}:{denier}", who="Ana", why="misread")
        assert bring_up_to_date(ledger._connection).claims == 0
