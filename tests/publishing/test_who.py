"""Who somebody is, as a page and as JSON."""

from __future__ import annotations

import io
import json

from allegedly.ledger.who import Called, Circle, Count, Held, Known
from allegedly.publishing.who import write

KNOWN = Known(3, "Ana Ruiz", "person", ("Ruiz", "Ana \u202eRuiz"), 1_200)
AROUND = Circle(
    looked=400,
    speaks_of=(Count("Lena Marsk", 2),),
    spoken_of_by=(),
    called=(Called("traitor", "rejected", None, 1, "2025-03-12", "2025-03-12"),),
    roles=(Held("mayor", "office", 2, "2025-03-12", "2025-03-14"), Held("aunt", "part", 1, None, None)),
)


def written(form: str) -> str:
    """What is written in a format."""
    file = io.StringIO()
    write([(KNOWN, AROUND)], form, file)
    return file.getvalue()


def test_as_a_page() -> None:
    """Counts say of how many articles they are; nobody is no line; nothing steers the terminal."""
    assert written("page") == (
        "Ana Ruiz  person, named in 1,200 articles, also as Ruiz, Ana Ruiz\n"
        "  counted in the 400 of these that were added last:\n"
        "  speaks of Lena Marsk (2)\n"
        "  is not called “traitor” by nobody named, 12 March 2025\n"
        "  mayor: 2 articles, 12–14 March 2025\n"
        "  aunt: 1 article\n"
        "\n"
    )


def test_as_json() -> None:
    """The same as one list, without the number that this ledger has for them."""
    (made,) = json.loads(written("json"))
    assert made["name"] == "Ana Ruiz"
    assert made["speaks_of"] == [{"name": "Lena Marsk", "statements": 2}]
    assert made["roles"][0] == {"words": "mayor", "kind": "office", "articles": 2, "first": "2025-03-12", "last": "2025-03-14"}
    assert "id" not in made
