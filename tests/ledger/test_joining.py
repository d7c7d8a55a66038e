"""Entities across articles that people merge or split."""

from __future__ import annotations

import pytest

from allegedly.errors import BadReview
from allegedly.ledger import Ledger
from allegedly.model import Reading, to_json
from tests.ledger.conftest import stored


def taken_for(ledger: Ledger, name: str) -> set[tuple[str, str | None]]:
    """For whom the articles' entities of a name are taken, and why."""
    rows = ledger._connection.execute("SELECT taken_for, reason FROM people WHERE name = ?", (name,))
    return set(rows.fetchall())


def said_by(ledger: Ledger, name: str) -> set[str]:
    """The ids of what somebody says."""
    return {f.id for f in ledger.find(by=name, limit=1000)}


@pytest.fixture
def full(ledger: Ledger, readings: list[Reading]) -> Ledger:
    """A ledger with the examples."""
    stored(ledger, readings)
    return ledger


def test_who_is_merged_is_found_by_either_name(full: Ledger, readings: list[Reading]) -> None:
    """Both names find what either says; readings stay as they are; a withdrawal undoes it."""
    brekk, moen = said_by(full, "Tomas Brekk"), said_by(full, "Klara Lindqvist-Moen")
    assert brekk
    assert moen
    (made,) = full.review("merge", "Klara Lindqvist-Moen", "Tomas Brekk", who="Ana", why="for the test")
    assert (made.before, made.after) == (
        {
            "entities": [
                {"name": "klara lindqvist moen", "kind": "person"},
                {"name": "tomas brekk", "kind": "person"},
            ]
        },
        {"entity": {"name": "klara lindqvist moen", "kind": "person"}},
    )
    assert said_by(full, "Tomas Brekk") == said_by(full, "Lindqvist-Moen") == brekk | moen
    assert taken_for(full, "Tomas Brekk") == {("Klara Lindqvist-Moen", "merged by Ana: for the test")}
    assert [to_json(r) for r in full] == [to_json(r) for r in readings]
    assert list(full.check()) == []
    full.review("withdraw", made.id, who="Ana", why="two people after all")
    assert (said_by(full, "Tomas Brekk"), said_by(full, "Klara Lindqvist-Moen")) == (brekk, moen)
    assert taken_for(full, "Tomas Brekk") == {("Tomas Brekk", "the same full name and kind")}


def test_a_merge_holds_for_articles_to_come(ledger: Ledger, readings: list[Reading]) -> None:
    """An article that is added, or read again, after the decision is gathered by it."""
    naming = [r for r in readings if any((e.name, e.kind) == ("Tesmark", "place") for e in r.entities)]
    assert len(naming) > 1
    stored(ledger, naming[:1])
    name = next(e.name for e in naming[0].entities if e.kind == "place" and e.name != "Tesmark")
    ledger.review("merge", name, "place:Tesmark", who="Ana", why="for the test")
    stored(ledger, naming[1:])
    assert {whom for whom, _ in taken_for(ledger, "Tesmark")} == {name}
    ledger.reread(every=True, reader="rules")
    assert {whom for whom, _ in taken_for(ledger, "Tesmark")} == {name}


def test_a_merge_travels(full: Ledger, readings: list[Reading], tmp_path: object) -> None:
    """In another ledger it is orphaned until that has the names."""
    import msgspec

    full.review("merge", "Klara Lindqvist-Moen", "Tomas Brekk", who="Ana", why="for the test")
    with Ledger(f"{tmp_path}/other.ledger", make=True) as other:
        done = other.reviews.take([msgspec.json.encode(r) for r in full.reviews], "ana.jsonl")
        assert [o.reason for o in done.orphaned] == ["no article of this ledger names klara lindqvist moen"]
        stored(other, readings)
        assert other.reviews.orphaned() == []
        assert said_by(other, "Tomas Brekk") == said_by(full, "Tomas Brekk")


def test_a_split_takes_one_article_s_entity_for_another(full: Ledger, readings: list[Reading]) -> None:
    """It is somebody else in that article alone, in every later reading of it too, until the review is withdrawn."""
    reading = next(r for r in readings if r.article.id.startswith("sha256:acc6fb7de38d"))
    number = next(e.id for e in reading.entities if e.name == "Tomas Brekk")
    others = taken_for(full, "Tomas Brekk")
    (made,) = full.review("split", f"acc6fb7de38d:{number}", name="Tomas Brekk (the navy's)", who="Ana", why="a namesake")
    assert (made.before, made.after) == ({"name": "Tomas Brekk"}, {"name": "Tomas Brekk (the navy's)"})
    new = ("Tomas Brekk (the navy's)", "split by Ana: a namesake")
    assert taken_for(full, "Tomas Brekk") == {new}
    full.reread(every=True, reader="rules")
    assert taken_for(full, "Tomas Brekk") == {new}
    assert list(full.check()) == []
    full.review("withdraw", made.id, who="Ana", why="the same after all")
    assert taken_for(full, "Tomas Brekk") == others


def test_what_cannot_be_merged(full: Ledger) -> None:
    """One name alone, a name that is not there, a split without a name or of no entity: one sentence each."""
    with pytest.raises(BadReview, match=r"one entity alone cannot be merged; name two or more, the one that the name is kept"):
        full.review("merge", "Tomas Brekk", "tomas brekk", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"^Nobody Atall: the ledger has no entity of this full name"):
        full.review("merge", "Tomas Brekk", "Nobody Atall", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"nothing says for whom it is to be taken; give a name with --as$"):
        full.review("split", "acc6fb7de38d:e7", who="Ana", why="x")
    with pytest.raises(BadReview, match=r"only an entity is split off; name one, as e3$"):
        full.review("split", "acc6fb7de38d:s3", name="X", who="Ana", why="x")
    assert list(full.reviews) == []
