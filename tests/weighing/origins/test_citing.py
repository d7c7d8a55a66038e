"""Which outlets a sentence names, and what only looks like the name of one."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.citing import only_named
from allegedly.weighing.origins.outlets import called, is_cited
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import Claimed, links

CRACK = "the dam has a crack"


@pytest.mark.parametrize(
    ("outlet", "text", "cites"),
    [
        ("Lenning Today", f"Boats lay in Lenning today because {CRACK}.", False),
        ("Lenning Today", f"Lenning Today writes that {CRACK}.", True),
        ("Fen Harbour News", f"Somebody on Fen Harbour's rowing team says that {CRACK}.", False),
        ("Fen Harbour News", f"A cook who lives in Fen Harbour claims that {CRACK}.", False),
        ("Fen Harbour News", f"The Fen Harbour goalkeeper claims that {CRACK}.", False),
        ("Fen Harbour News", f"One reads in Fen Harbour News that {CRACK}.", True),
        ("Fen Harbour News", f"Fen Harbour News says that {CRACK}.", True),
        ("Fen Harbour News", f"Fen Harbour's front-page story says that {CRACK}.", True),
        ("Radio Glimford", f"A fitter has told Radio Glimford that {CRACK}.", True),
    ],
)
def test_what_only_looks_like_an_outlet(claimed: Claimed, outlet: str, text: str, *, cites: bool) -> None:
    """A town, its people and what happens there today are no paper that is called so."""
    connection = claimed(
        (outlet, "2024-05-02", "The dam has a crack, the keeper Ivo Brandt told us.", ["The dam has a crack"]),
        ("The Orrel Post", "2024-05-03", text, [CRACK]),
    )
    assert (outlet in [onto for of, kind, onto in links(connection) if kind == "cites"]) is cites


def test_who_told_us_has_not_told_the_station_of_the_town() -> None:
    """A town's name beside somebody who spoke to the outlet itself is no other outlet's."""
    text = f"At the Glimford pumping station {CRACK}, a fitter has told us."
    reading = allegedly.read(text, outlet="Vale Post", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)
    found = rests(report, [s.statement for s in report.sayings], ["Radio Glimford"])
    assert [hop.kind for rest in found for hop in rest.hops] == ["unnamed"]


def test_a_body_of_a_place_is_not_the_outlet_called_so() -> None:
    """*The Council of Hask* is not Hask Online, which is called *Hask* as well."""
    assert called("Harbour Council of Hask", "Hask Online") == 0
    assert called("Hask", "Hask Online") > 1
    assert not is_cited("Hask Online", " the harbour council of hask has met in hask ")
    assert is_cited("Hask Online", " the council met hask reported ")
    assert is_cited("Hask Online", " as hask online reports ")


def test_a_name_that_stands_for_another_among_sentences() -> None:
    """Sentences that have a place's name alone do not speak of the outlet."""
    assert only_named(["The cook of Fen Harbour's canteen was there."], "Fen Harbour News")
    assert not only_named(["The cook read Fen Harbour News."], "Fen Harbour News")
