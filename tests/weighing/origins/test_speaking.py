"""For whom somebody speaks by what stands around him: *its head* for the subject, *the firm whose stamp it has* for no other."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.intake import article_from_text
from allegedly.model import Entity
from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import Claimed, counts


def speakers(text: str) -> list[Hop]:
    """Who speaks in a text."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda name: name == "The Orrel Post")
    return [saying.hops[-1] for saying in report.sayings if saying.hops]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The water office of the county found lead in the well, its head, Ana Ruiz, said on Monday.", "the water office"),
        ("The district laboratory has shut two wells, said its chief, Ana Ruiz.", "the district laboratory"),
        ("The Orrel Water Board has sued Hask Mills, its director, Ana Ruiz, said on Monday.", "Orrel Water Board"),
        ("The cooperative will sell its mill, according to its leader, Ana Ruiz.", "the cooperative"),
    ],
)
def test_whose_head_speaks(text: str, bodies: str) -> None:
    """The head of the body of which the sentence tells, named or not, whatever other body stands between."""
    (hop,) = speakers(text)
    assert (hop.name, [one.removesuffix(" of the county") for one in hop.bodies]) == ("Ana Ruiz", [bodies])


@pytest.mark.parametrize(
    "text",
    [
        "Two wells are shut, its neighbour, Ana Ruiz, said on Monday.",
        "Ivo Brandt has shut the wells, his brother, Ana Ruiz, said on Monday.",
        "Rain fell on the water office, the head gardener, Ana Ruiz, said on Monday.",
    ],
)
def test_whose_head_nobody_is(text: str) -> None:
    """Who holds no office of it, or is not called its own, does not speak for a body."""
    assert [hop.bodies for hop in speakers(text)] == [()]


def test_a_head_is_one_with_the_body(claimed: Claimed) -> None:
    """*The water office …, its head said*, and *the county's water office*."""
    lead = "there is lead in the well of Hask"
    her = "The county water office shut the well on Monday. The county water office found that " + lead
    connection = claimed(
        ("The Orrel Post", "2024-05-03", f"{her}, its head, Ana Ruiz, said.", [lead]),
        ("Hask News", "2024-05-04", f"The county's water office said that {lead}.", [lead]),
    )
    assert counts(connection)["origins"] == 1


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("The water office wants lead in the well, said its head, Ana Ruiz.", ("the water office",)),
        ("“The water office wants lead in the well,” said its head, Ana Ruiz.", ()),
    ],
)
def test_of_what_is_quoted_nobody_is_the_head(told: str, bodies: tuple[str, ...]) -> None:
    """Whoever speaks of a body in quotation marks is not by that its own."""
    at = told.index("The water office")
    office = Entity(id="e1", kind="organisation", name="office", mentions=((at, at + len("The water office")),))
    who = Naming(article_from_text(told, outlet="The Orrel Post", title="t"), [office], {}, lambda _: False)
    assert who.hop("its head, Ana Ruiz", None, "unnamed", told.index("its head")).bodies == bodies


def test_a_firm_that_is_only_brought_in() -> None:
    """*The firm* is the one that was named; of which more is told is another."""
    text = "Corven Lines has closed the pier. It was never painted, says the firm whose stamp is on the lid."
    lines = Entity(id="e1", kind="organisation", name="Corven Lines", mentions=((0, len("Corven Lines")),))
    who, at = (
        Naming(article_from_text(text, outlet="The Orrel Post", title="t"), [lines], {}, lambda _: False),
        text.index("the firm"),
    )
    assert who.hop("the firm", None, "organisation", at).bodies == ("Corven Lines",)
    assert who.hop("the firm whose stamp is on the lid", None, "organisation", at).bodies == ()


def test_who_acts_as_a_speaker() -> None:
    """He speaks for those of whom the clause tells, and for no body that was named before."""
    text = "Stahl Mills has shut.\n\n“We were not paid,” said Ana Ruiz, who acts as the drivers' spokeswoman and lives in Hask."
    assert [hop.bodies for hop in speakers(text)] == [("drivers",)]
