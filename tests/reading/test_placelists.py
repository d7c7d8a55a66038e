"""A user's own places: a table that adds to the gazetteer, a file that replaces it, and what is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import allegedly
from allegedly.cli import main
from allegedly.errors import BadGazetteer
from allegedly.reading import gazetteer
from allegedly.reading.placelists import places_in

HEAD = "name\tlatitude\tlongitude\talso\tkind\tcountry\tpeople\tgeonames\n"
TEXT = "The fire broke out in Brumhaven on Sunday, the mayor said."


@pytest.fixture(autouse=True)
def packaged() -> Iterator[None]:
    """Every test leaves the packaged gazetteer behind."""
    yield
    gazetteer.use(None)


def test_a_table_adds(tmp_path: Path) -> None:
    """A village of the user's is found under each of its names, and the world's towns still are."""
    table = tmp_path / "villages.tsv"
    table.write_text(HEAD + "Brumhaven\t50.5\t-3.25\tOld Brum|Brum Haven\ttown\tGB\t120\t\n", encoding="utf-8")
    (place,) = allegedly.read(TEXT, gazetteer=table).places
    assert (place.name, place.latitude, place.longitude, place.country, place.geonames) == ("Brumhaven", 50.5, -3.25, "GB", None)
    assert [site.name for site in gazetteer.sites("old brum")] == ["Brumhaven"]
    assert "TR" in {site.country for site in gazetteer.sites("Istanbul")}
    assert allegedly.read(TEXT).places == ()


def test_its_own_places_come_first(tmp_path: Path) -> None:
    """Where the user's list has a name, that place is meant rather than a large town of the name."""
    table = tmp_path / "villages.tsv"
    table.write_text("name\tlatitude\tlongitude\tcountry\nParis\t1.5\t2.5\tGH\n", encoding="utf-8")
    (place,) = allegedly.read("The fire broke out in Paris on Sunday.", gazetteer=str(table)).places
    assert place.country == "GH"


def test_a_file_replaces(tmp_path: Path) -> None:
    """An SQLite file in the gazetteer's layout takes the place of the packaged one."""
    path = tmp_path / "small?.sqlite"
    base = sqlite3.connect(path)
    base.executescript(gazetteer.SCHEMA)
    base.execute("INSERT INTO place VALUES (7, 'Brumhaven', 50.5, -3.25, 'GB', 'ENG', 120, 0)")
    base.execute("INSERT INTO name VALUES ('brumhaven', 7)")
    base.commit()
    base.close()
    (place,) = allegedly.read(TEXT, gazetteer=path).places
    assert (place.name, place.geonames) == ("Brumhaven", 7)
    assert gazetteer.sites("Istanbul") == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "has no column 'name'; name the columns in its first line, tabs between them"),
        (b"name\tlatitude\n", "has no column 'longitude'; name the columns in its first line, tabs between them"),
        (
            b"name\tlatitude\tlongitude\tcolour\n",
            "has a column 'colour'; it may have name, latitude, longitude, also, kind, country, people, geonames",
        ),
        (b"name\tlatitude\tlongitude\n\t1\t2\n", "line 2 has no name; give it one or take the line out"),
        (b"name\tlatitude\tlongitude\nX\t91\t2\n", "line 2 has the latitude '91'; write degrees between -90 and 90"),
        (b"name\tlatitude\tlongitude\nX\t1\tnan\n", "line 2 has the longitude 'nan'; write degrees between -180 and 180"),
        (
            b"name\tlatitude\tlongitude\tkind\nX\t1\t2\tmoor\n",
            "line 2 is of the kind 'moor'; write town, region, country, water, facility",
        ),
        (
            b"name\tlatitude\tlongitude\tcountry\nX\t1\t2\tKenya\n",
            "line 2 lies in the country 'Kenya'; write its two letters, as KE",
        ),
        (
            b"name\tlatitude\tlongitude\tpeople\nX\t1\t2\tmany\n",
            "line 2 has 'many' under people; write a whole number or nothing",
        ),
        (
            b"SQLite format 3\x00",
            "is no gazetteer (file is not a database); make one with training/gazetteer, or give a table of places",
        ),
    ],
)
def test_what_is_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    """A bad file is refused with one sentence, and the gazetteer stays what it was."""
    path = tmp_path / "bad.tsv"
    path.write_bytes(data)
    with pytest.raises(BadGazetteer) as refusal:
        allegedly.read(TEXT, gazetteer=path)
    assert str(refusal.value) == f"{path}: {reason}"
    assert gazetteer.sites("Istanbul")


def test_the_command(tmp_path: Path) -> None:
    """The command takes the same file, and tells what is wrong with one; a missing one is told too."""
    article = tmp_path / "fire.txt"
    article.write_text(TEXT, encoding="utf-8")
    table = tmp_path / "villages.tsv"
    table.write_text("name\tlatitude\tlongitude\nBrumhaven\t50.5\t-3.25\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(article), "--format", "json", "--gazetteer", str(table)])
    assert (done.exit_code, '"name":"Brumhaven","latitude":50.5' in done.output.replace('": ', '":').replace(", ", ",")) == (
        0,
        True,
    )
    missing = tmp_path / "none.tsv"
    done = CliRunner().invoke(main, ["read", str(article), "--gazetteer", str(missing)])
    assert done.exit_code == 1
    assert f"{missing}: there is no such file; give a table of places or a gazetteer's SQLite file" in " ".join(
        done.output.split()
    )


@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever is in the file, it is a list of places or it is refused."""
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_bytes(b"name\tlatitude\tlongitude\n" + data)
    try:
        found = places_in(path)
    except BadGazetteer:
        return
    assert all(-90 <= site.latitude <= 90 for sites in found.values() for site in sites)
