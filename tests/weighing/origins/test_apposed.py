"""Of several names in the words for a source, the one is found that says who is meant."""

from __future__ import annotations

import pytest

from allegedly.model import Entity
from allegedly.weighing.origins.apposed import by_name, fuller, without_others


def named(name: str) -> Entity:
    """An entity of this name."""
    return Entity(id="e1", kind="organisation", name=name, mentions=((0, len(name)),))


@pytest.mark.parametrize(
    ("text", "reader", "name"),
    [
        ("Rye Flakes’ parent company, Fenland Mills", "Rye Flakes", "Fenland Mills"),
        ("off Cape Grim, her owner, Corven Shipping", "Cape Grim", "Corven Shipping"),
        ("One of the women, Ana Ruiz", "women", "Ana Ruiz"),
        ("Rye Flakes’ parent company, Fenland Mills", "Fenland Mills", ""),
        ("Ana Ruiz, who owns Fenland Mills", "Ana Ruiz", ""),
        ("One of the women", "women", ""),
        ("Ruiz's " + "very " * 90 + "old firm, Fenland Mills", "Ruiz", ""),
    ],
)
def test_a_name_at_the_end(text: str, reader: str, name: str) -> None:
    """A firm behind its brand and one of many by her name are meant, where the reader has the brand or the many."""
    assert by_name(text, named(reader)) == name


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("The Orrel Courier and other news outlets", "The Orrel Courier"),
        ("Ana Ruiz and others", "Ana Ruiz"),
        ("Ana Ruiz, along with several other wardens", "Ana Ruiz"),
        ("the mayor and others", "the mayor and others"),
        ("Ana Ruiz and Ivo Brandt", "Ana Ruiz and Ivo Brandt"),
    ],
)
def test_without_those_whom_nobody_names(text: str, rest: str) -> None:
    """Of somebody named and others, he speaks."""
    assert without_others(text) == rest


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("KFEN-TV in Orrel", "TV", "KFEN-TV"),
        ("38 North, a site", "North", "38 North"),
        ("The aid agency Pilotes sans Frontières", "Frontières", "Pilotes sans Frontières"),
        ("12 Wardens", "Wardens", ""),
        ("Mayor Ana Ruiz", "Ana Ruiz", ""),
        ("the north-sea board", "sea", ""),
    ],
)
def test_a_name_cut_short(text: str, name: str, whole: str) -> None:
    """What belongs to a name and stands before it is put back; a number of people is none of their name."""
    assert fuller(text, name) == whole
