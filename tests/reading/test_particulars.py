"""Office, rank, party, nationality and age of people, each with its words, its sort and who says it."""

from __future__ import annotations

import pytest

import allegedly

ROLES = [
    ("Defence Minister Ilse Varrenko, 52, said so.", [("Defence Minister", "office"), ("52", "age")]),
    ("The 71-year-old painter Anna Lind said so.", [("71", "age"), ("71-year-old painter", "part")]),
    ("Maureen Oak, a former patient aged 71, said so.", [("former patient", "part"), ("71", "age")]),
    ("Captain Tomas Brekk said so.", [("Captain", "rank")]),
    ("Navy spokesman Captain Tomas Brekk said so.", [("Navy spokesman Captain", "office"), ("Captain", "rank")]),
    (
        "Republican Senator John Stone (R-Texas) said so.",
        [("Republican", "party"), ("Republican Senator", "office"), ("R-Texas", "party")],
    ),
    ("Labour MP Joan Field said so.", [("Labour", "party"), ("Labour MP", "office")]),
    ("Prime Minister Anna Lind (Labour) said so.", [("Prime Minister", "office"), ("Labour", "party")]),
    ("Turkish lawyer Orhan Kaya said so.", [("Turkish", "nationality"), ("Turkish lawyer", "part")]),
    ("Anna Lind, 12 May, said so.", []),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: list[tuple[str, str]]) -> None:
    """Each role has its own words and says what sort it is."""
    people = [e for e in allegedly.read(text).entities if e.kind == "person"]
    assert [(role.text, role.kind) for person in people for role in person.roles] == roles


def test_who_says_so() -> None:
    """A role in a quotation is its speaker's, elsewhere the outlet's, who chose the word."""
    reading = allegedly.read('Mayor Anna Lind rose. "Former spy Rolf Amsel lied to us all," Joan Field said.')
    roles = {e.name: [(r.text, "outlet" if r.by.outlet else r.by.text) for r in e.roles] for e in reading.entities}
    assert roles["Anna Lind"] == [("Mayor", "outlet")]
    assert roles["Rolf Amsel"] == [("Former spy", "Joan Field")]
