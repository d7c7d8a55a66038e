"""The user's own lists of who is who, as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.errors import BadList
from allegedly.weighing.entities.authority import Entry, entries


def of(path: Path, given_: bytes) -> list[Entry]:
    """The entries of a file of these bytes."""
    path.write_bytes(given_)
    return entries(path)


def test_a_table(tmp_path: Path) -> None:
    """Columns in any order, aliases between bars or semicolons, what else it says kept; a byte order mark is none of it."""
    text = "\ufeffkind,name,id,aliases,born\nperson,Ana Ruiz,Q1,A. Ruiz|Ana  María Ruiz,1970\n\n,Velsund,Q2,,\n"
    assert of(tmp_path / "list.csv", text.encode()) == [
        Entry(id="Q1", name="Ana Ruiz", names=("Ana Ruiz", "A. Ruiz", "Ana María Ruiz"), kind="person", more={"born": ["1970"]}),
        Entry(id="Q2", name="Velsund", names=("Velsund",)),
    ]


def test_followthemoney(tmp_path: Path) -> None:
    """Names, aliases, and weak aliases of two words or more."""
    line = b'{"id":"x","schema":"Company","properties":{"name":["Falk Ltd"],"weakAlias":["FL","Falk Sea"],"country":["no"]}}\n'
    assert of(tmp_path / "list.jsonl", line) == [
        Entry(id="x", name="Falk Ltd", names=("Falk Ltd", "Falk Sea"), kind="organisation", more={"country": ["no"]})
    ]


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        (b"", "list: has no columns id and name; its first line names them: id,name,aliases,kind"),
        (b"who\nAna Ruiz\n", "list: has no columns id and name; its first line names them: id,name,aliases,kind"),
        (b"id,name\n", "list: has no entry with a name; a CSV file needs the columns id and name"),
        (b"id,name\n1,\n", "list, line 2: has no id or no name; every entry needs both"),
        (b"id,name\n1,Ana\n1,Eva\n", "list: two entries have the id '1'; give each its own"),
        (
            b"id,name,kind\n1,Ana,boat\n",
            "list, line 2: 'boat' is no kind; there are organisation, outlet, person, place, state",
        ),
        (b"id,name\n1,\xff\xfe\n", "list, line 2: is not UTF-8; save the list as UTF-8"),
        (b"id,name\n1,A\0na\n", "list, line 2: has a character that no text has; save the list as CSV text"),
        (b"id,name\n" + b"x" * 1_000_001, "list, line 2: is longer than 1,000,000 bytes; no entry is so long, leave it out"),
        (
            b'{"id": 1}\n',
            "list, line 1: is no FollowTheMoney entity (Expected `str`, got `int` - at `$.id`); give id, schema, properties",
        ),
        (
            b'{"id":"x","schema":"Vessel","properties":{}}\n',
            "list: has no entry with a name; a CSV file needs the columns id and name",
        ),
    ],
)
def test_what_is_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_: bytes, message: str) -> None:
    """One sentence: the file and line, what is wrong, what to do."""
    monkeypatch.chdir(tmp_path)
    Path("list").write_bytes(given_)
    with pytest.raises(BadList) as error:
        entries("list")
    assert str(error.value) == message


def test_a_list_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, not raised as an error of the system."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadList, match=r"^nowhere: cannot be read \(No such file or directory\); name a CSV or JSON Lines file$"):
        entries("nowhere")


@given(
    st.binary(max_size=300).map(lambda b: b"id,name\n" + b)
    | st.binary(max_size=300)
    | st.binary(max_size=300).map(lambda b: b"{" + b)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_list_or_refused(tmp_path: Path, given_: bytes) -> None:
    """Nothing else comes out."""
    try:
        assert all(entry.names for entry in of(tmp_path / "any", given_))
    except BadList as error:
        assert str(tmp_path) in str(error)  # noqa: PT017 (it may be read, too)


def test_a_return_inside_the_first_line_is_refused(tmp_path: Path) -> None:
    """A carriage return that ends no line makes no traceback: the list is refused in a sentence that names the line."""
    with pytest.raises(BadList) as told:
        of(tmp_path / "own.csv", b"id,na\rme\ne1,Ana Ruiz\n")
    assert str(told.value).startswith(f"{tmp_path / 'own.csv'}, line 1: is no line of a table")
