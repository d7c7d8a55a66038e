"""Whose an outlet is: our own list, and before it the user's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.errors import BadFamilies
from allegedly.ledger import Ledger
from allegedly.ledger.store import writing
from allegedly.weighing.origins.families import families_of, put_families, read_families


def test_our_own_list(ledger: Ledger) -> None:
    """Outlets of one publisher have one family; what no list knows is its own."""
    family = families_of(ledger._connection)
    assert family("Fox News") == family("Fox Business") == "Fox Corporation"
    assert family("The Orrel Post") == "orrel post"


def test_the_users_list_comes_first(ledger: Ledger, tmp_path: Path) -> None:
    """Its lines count before ours, and a later list takes the place of an earlier one."""
    path = tmp_path / "mine.csv"
    path.write_text("outlet,family,note\nThe Orrel Post,Ruiz Press,x\nFox News,Another,\n", encoding="utf-8")
    with writing(ledger._connection):
        assert put_families(ledger._connection, path) == 2
    family = families_of(ledger._connection)
    assert (family("Orrel Post"), family("Fox News"), family("Fox Business")) == ("Ruiz Press", "Another", "Fox Corporation")
    path.write_text("outlet,family\nThe Dell Argus,Ruiz Press\n", encoding="utf-8")
    with writing(ledger._connection):
        put_families(ledger._connection, path)
    assert families_of(ledger._connection)("Orrel Post") == "orrel post"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no columns outlet and family; let its first line be outlet,family"),
        ("name,owner\na,b\n", "has no columns outlet and family; let its first line be outlet,family"),
        ("outlet,family\nThe Post,\n", "line 2 lacks an outlet or a family; give both or leave the line out"),
        ("outlet,family\nThe Post,A\nPost,B\n", "line 3 gives Post a second family; give one"),
    ],
)
def test_what_is_no_list(tmp_path: Path, text: str, reason: str) -> None:
    """One sentence that says what is wrong and what to do."""
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFamilies) as refused:
        read_families(path)
    assert str(refused.value) == f"{path}: {reason}"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """It is named, with the reason."""
    with pytest.raises(BadFamilies) as refused:
        read_families(tmp_path / "none.csv")
    assert str(refused.value) == f"{tmp_path / 'none.csv'}: cannot be read (No such file or directory); check the path"


@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any file is a list, or is refused with a sentence."""
    path = tmp_path_factory.mktemp("lists") / "any.csv"
    path.write_bytes(b"outlet,family\n" + data)
    try:
        found = read_families(path)
    except BadFamilies as error:
        found, said = {}, str(error)
    else:
        said = f"{path}: "
    assert said.startswith(f"{path}: ")
    assert all(outlet and family for outlet, family in found.items())
