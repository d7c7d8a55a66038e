"""Entities across the articles of a ledger, brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegedly.errors import BadList
from allegedly.intake import article_from_text
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.ledger.store import writing
from allegedly.model import Entity, Reader, Reading, Role, Statement, Voice
from allegedly.model import Source as Said
from allegedly.weighing.entities.authority import put_lists
from allegedly.weighing.entities.keeping import Resolved, bring_up_to_date
from allegedly.weighing.entities.named import about

KYIV = "the name that the place has now or at home, and the one by which English papers call or called it"
READER = Reader(name="test", version="1", pipeline="none")


def article(text: str, *names: tuple[str, str] | tuple[str, str, str], day: str = "2025-03-01") -> Reading:
    """An article that names these: name and kind, and a role. Each says what the text says."""
    made = article_from_text(text, published=day, outlet="The Tesmark Courier")
    entities, statements = [], []
    for number, (name, kind, *role) in enumerate(names, 1):
        at = text.index(name)
        roles = tuple(Role(text=words, span=(text.index(words), text.index(words) + len(words))) for words in role)
        span = (at, at + len(name))
        entities.append(Entity(id=f"e{number}", kind=kind, name=name, mentions=(span,), roles=roles))  # type: ignore[arg-type]
        statements.append(
            Statement(
                id=f"s{number}",
                mode="indirect",
                act="statement",
                stance="affirms",
                source=Said(span=span, text=name, entity=f"e{number}", kind="person"),
                cue=(),
                content=((0, len(text)),),
                chain=(Voice(outlet=True), Voice(entity=f"e{number}", text=name, span=span)),
                confidence=0.9,
            )
        )
    return Reading(article=made, entities=tuple(entities), statements=tuple(statements), reader=READER)


ONE = article(
    "Hamas leader Ismail Haniyeh said that talks go on in Kyiv.", ("Ismail Haniyeh", "person", "Hamas leader"), ("Kyiv", "place")
)
TWO = article("Ismail Haniya, the Hamas leader, was in Kiev.", ("Ismail Haniya", "person", "Hamas leader"), ("Kiev", "place"))
THREE = article(
    "Haniyeh denied it, said the Velsund Fishing Association.",
    ("Haniyeh", "person"),
    ("Velsund Fishing Association", "organisation"),
)
MAYOR = article("John Smith, mayor of Velsund, opened the bridge.", ("John Smith", "person", "mayor of Velsund"))
KEEPER = article("The goalkeeper John Smith was hurt.", ("John Smith", "person", "The goalkeeper"))


def put(ledger: Ledger, *readings: Reading) -> None:
    """Put readings into a ledger as ``add`` does."""
    run = Adding(ledger._connection, "test")
    for reading in readings:
        run.put(reading.article, reading)
    run.flush()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "test.ledger", make=True) as made:
        yield made


def known(ledger: Ledger) -> list[tuple[str, ...]]:
    """Who is named in the articles, and as whom they are known."""
    rows = ledger._connection.execute(
        "SELECT DISTINCT coalesce(p.name, k.name), k.name, k.entity FROM known_as k JOIN people p USING (article, number)"
        " ORDER BY 1, 2, 3"
    )
    return [(name, whole) for name, whole, _ in rows]


def everything(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """All that weighing keeps of entities."""
    tables = ("resolved", "wholes", "profiles", "name_keys", "weighed", "weighings", "entities", "names", "article_entities")
    return [(table, *row) for table in tables for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608 (names from above)


def test_variants_are_one(ledger: Ledger) -> None:
    """Under the name that most articles use, with a sentence, and both are found by either name."""
    put(ledger, ONE, TWO, THREE)
    assert bring_up_to_date(ledger._connection) == Resolved(articles=3, touched=6, entities=3, joined=3)
    assert known(ledger) == [
        ("Haniyeh", "Ismail Haniyeh"),
        ("Ismail Haniya", "Ismail Haniyeh"),
        ("Ismail Haniyeh", "Ismail Haniyeh"),
        ("Kiev", "Kyiv"),
        ("Kyiv", "Kyiv"),
        ("Velsund Fishing Association", "Velsund Fishing Association"),
    ]
    reasons = ledger._connection.execute("SELECT also, reason FROM known_as WHERE also IS NOT NULL ORDER BY also").fetchall()
    assert reasons == [
        ("Haniyeh", "Haniyeh and Ismail Haniyeh: one is the other's surname alone; nobody else in the ledger may be meant"),
        (
            "Ismail Haniya",
            "Ismail Haniya and Ismail Haniyeh: one name by the rules of transliteration; both are called hamas leader",
        ),
        ("Kiev", f"Kiev and Kyiv: both are names of Kyiv: {KYIV}"),
    ]
    assert {f.source for f in ledger.find(by="Ismail Haniya")} == {"Haniyeh", "Ismail Haniya", "Ismail Haniyeh"}
    assert len(ledger.find(about="Kiev")) == len(ledger.find(about="Kyiv")) == 4
    assert list(ledger.check()) == []


def test_weighing_twice_changes_nothing(ledger: Ledger) -> None:
    """Nothing is touched and no row is another one."""
    put(ledger, ONE, TWO, THREE, MAYOR, KEEPER)
    bring_up_to_date(ledger._connection)
    before = everything(ledger._connection)
    assert bring_up_to_date(ledger._connection).touched == 0
    assert everything(ledger._connection) == before


def test_one_more_of_many_touches_nobody(ledger: Ledger) -> None:
    """Of somebody whom 16 articles name a 17th tells nothing new: who is one with whom is not asked again."""
    often = [
        article(f"Hamas leader Ismail Haniyeh came {n} times.", ("Ismail Haniyeh", "person", "Hamas leader")) for n in range(18)
    ]
    put(ledger, TWO, *often[:16])
    assert bring_up_to_date(ledger._connection).touched == 3
    before = known(ledger)
    put(ledger, often[16])
    assert bring_up_to_date(ledger._connection).touched == 0
    assert known(ledger) == before
    put(ledger, often[17])
    assert bring_up_to_date(ledger._connection).touched > 0


@pytest.mark.parametrize(("articles", "counted"), [(0, 0), (1, 1), (15, 15), (16, 16), (17, 16), (18, 18), (35, 32), (1000, 960)])
def test_about(articles: int, counted: int) -> None:
    """Few articles are counted one by one, many by and large."""
    assert about(articles) == counted


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_bit_by_bit_or_at_once(ledger: Ledger, tmp_path: Path, at: int) -> None:
    """What is added and weighed in two parts comes out as when it is added and weighed at once."""
    every = (ONE, TWO, THREE, MAYOR, KEEPER)
    put(ledger, *every[:at])
    bring_up_to_date(ledger._connection)
    put(ledger, *every[at:])
    bring_up_to_date(ledger._connection)
    with Ledger(tmp_path / "other.ledger", make=True) as other:
        put(other, *every)
        bring_up_to_date(other._connection)
        assert known(ledger) == known(other)


def test_namesakes(ledger: Ledger) -> None:
    """A mayor and a goalkeeper are two, also when the articles are read again."""
    put(ledger, MAYOR, KEEPER)
    bring_up_to_date(ledger._connection)
    assert known(ledger) == [("John Smith", "John Smith"), ("John Smith", "John Smith")]
    ledger.reread(every=True, reader="rules")
    bring_up_to_date(ledger._connection)
    assert list(ledger.check()) == []


def test_an_article_read_again_is_resolved_anew(ledger: Ledger) -> None:
    """Who is not named any more holds nobody together, and leaves nothing behind."""
    from allegedly.ledger.keeping import put_machine

    put(ledger, ONE, TWO)
    bring_up_to_date(ledger._connection)
    with writing(ledger._connection):
        put_machine(ledger._connection, 2, article(TWO.article.text, ("Kiev", "place")))
    assert bring_up_to_date(ledger._connection) == Resolved(articles=1, touched=3, entities=2, joined=1)
    assert known(ledger) == [("Ismail Haniyeh", "Ismail Haniyeh"), ("Kiev", "Kyiv"), ("Kyiv", "Kyiv")]
    assert list(ledger.check()) == []


def test_people_have_the_last_word(ledger: Ledger) -> None:
    """Who is merged stays so, who is split off is not joined again; a withdrawal undoes it."""
    put(ledger, ONE, TWO)
    bring_up_to_date(ledger._connection)
    short = TWO.article.id.removeprefix("sha256:")[:12]
    (split,) = ledger.review("split", f"{short}:e1", name="Ismail Haniya", who="Ana", why="another man")
    assert split.before == {"name": "Ismail Haniyeh"}
    bring_up_to_date(ledger._connection)
    assert known(ledger)[:2] == [("Ismail Haniya", "Ismail Haniya"), ("Ismail Haniyeh", "Ismail Haniyeh")]
    ledger.review("withdraw", split.id, who="Ana", why="the same after all")
    bring_up_to_date(ledger._connection)
    assert known(ledger)[0] == ("Ismail Haniya", "Ismail Haniyeh")
    put(ledger, MAYOR)
    bring_up_to_date(ledger._connection)
    ledger.review("merge", "Ismail Haniyeh", "John Smith", who="Ana", why="for the test")
    bring_up_to_date(ledger._connection)
    assert ("John Smith", "Ismail Haniyeh") in known(ledger)
    assert list(ledger.check()) == []


def listed(ledger: Ledger, path: Path, text: str) -> int:
    """Keep a list and weigh."""
    path.write_text(text, encoding="utf-8")
    with writing(ledger._connection):
        count = put_lists(ledger._connection, [path])
    bring_up_to_date(ledger._connection)
    return count


def test_a_list_comes_before_the_machine(ledger: Ledger, tmp_path: Path) -> None:
    """Its names are one and its entries two, its ids are shown, and spellings that it does not list find it."""
    put(ledger, ONE, TWO, THREE)
    path = tmp_path / "people.csv"
    assert listed(ledger, path, "id,name,aliases,kind\nQ1,Ismail Abdulsalam Haniyeh,Ismail Haniyeh,person\n") == 1
    rows = ledger._connection.execute("SELECT DISTINCT name, list, list_id FROM known_as WHERE list IS NOT NULL").fetchall()
    assert rows == [("Ismail Abdulsalam Haniyeh", "people.csv", "Q1")]
    assert known(ledger)[1] == ("Ismail Haniya", "Ismail Abdulsalam Haniyeh")
    listed(ledger, path, "id;name;kind\nA;Ismail Haniyeh;person\nB;Ismail Haniya;person\n")
    rows = ledger._connection.execute("SELECT DISTINCT name, list_id FROM known_as WHERE list IS NOT NULL ORDER BY 1").fetchall()
    assert ("Ismail Haniya", "B") in rows
    assert ("Ismail Haniyeh", "A") in rows
    assert list(ledger.check()) == []


def test_ids_stay(ledger: Ledger, tmp_path: Path) -> None:
    """Those of entities are the same after other lists, and after another version of the method has weighed all anew."""
    put(ledger, ONE, TWO, THREE, MAYOR, KEEPER)
    bring_up_to_date(ledger._connection)
    query = "SELECT article, number, entity FROM known_as ORDER BY 1, 2"
    before = ledger._connection.execute(query).fetchall()
    listed(ledger, tmp_path / "a.csv", "id,name\nQ1,Ismail Haniyeh\n")
    assert ledger._connection.execute(query).fetchall() == before
    ledger._connection.execute("UPDATE weighings SET version = 'an earlier one'")
    bring_up_to_date(ledger._connection)
    assert ledger._connection.execute(query).fetchall() == before


def test_a_list_in_followthemoney(ledger: Ledger, tmp_path: Path) -> None:
    """People and bodies by name and alias, weak aliases of two words; what is neither is left out."""
    put(ledger, ONE, TWO)
    text = (
        '{"id": "Q1", "schema": "Person", "properties": {"name": ["Ismail Haniyeh"],'
        ' "alias": ["Ismail Haniya"], "country": ["ps"]}}\n'
        '{"id": "V1", "schema": "Vessel", "properties": {"name": ["Kyiv"]}}\n'
    )
    assert listed(ledger, tmp_path / "ftm.jsonl", text) == 1
    rows = ledger._connection.execute("SELECT list, id, kind, name, more FROM authorities").fetchall()
    assert rows == [("ftm.jsonl", "Q1", "person", "Ismail Haniyeh", '{"country":["ps"]}')]


def test_two_lists_of_one_file_name(ledger: Ledger, tmp_path: Path) -> None:
    """They could not be told apart."""
    paths = [tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv"]
    for path in paths:
        path.parent.mkdir()
        path.write_text("id,name\n1,Ana Ruiz\n", encoding="utf-8")
    with pytest.raises(BadList, match=r"^x\.csv: two lists have this file name; give one of them another$"):
        put_lists(ledger._connection, paths)


def test_from_the_command_line(tmp_path: Path) -> None:
    """``weigh --authority`` keeps the lists, and a list that is none is refused with one sentence."""
    from click.testing import CliRunner

    from allegedly.cli import main

    path = tmp_path / "test.ledger"
    with Ledger(path, make=True) as made:
        put(made, ONE)
    people = tmp_path / "people.csv"
    people.write_text("id,name\nQ1,Ismail Haniyeh\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["weigh", str(path), "--authority", str(people)])
    assert done.exit_code == 0, done.output
    with Ledger(path) as made:
        assert made._connection.execute("SELECT DISTINCT list_id FROM known_as WHERE list IS NOT NULL").fetchall() == [("Q1",)]
    people.write_text("who\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["weigh", str(path), "--authority", str(people)])
    assert done.exit_code == 1
    assert f"Error: {people}: has no columns id and name; its first line names them: id,name,aliases,kind" in done.output
