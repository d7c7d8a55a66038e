"""A president's house and his administration are one voice, and so are a court and who wrote its ruling."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.powers import administration, campaign, court, department, presides

TEXT = "President Ana Ruiz spoke at the White House. The administration of Orrel County did not."


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("White House", ("White House", "")),
        ("the White House", ("White House", "")),
        ("the administration", ("White House", "")),
        ("Ruiz administration", ("White House", "Ruiz")),
        ("the Ruiz White House", ("White House", "Ruiz")),
        ("senior administration officials", ("White House", "")),
        ("Downing Street", ("Downing Street", "")),
        ("No 10 officials", None),
        ("NSC", ("White House", "")),
        ("Brandt administration", None),
        ("a senior administration official", None),
        ("Hask Port Administration", None),
        ("the county administration", None),
    ],
)
def test_who_speaks_for_a_president(name: str, whose: tuple[str, str] | None) -> None:
    """His house, his administration and its officials; no single official, and no body of another kind."""
    assert presides(name, (TEXT,)) == whose


def test_a_name_that_others_have_too_is_the_house_s_where_that_is_named() -> None:
    """Every state may have a national security council, and every street a number ten."""
    assert presides("NSC", ("The council met in Orrel.",)) is None
    assert presides("the administration", ("The National Security Council met in Orrel.",)) is None
    assert presides("No 10 officials", ("Downing Street was closed.",)) == ("Downing Street", "")


def test_another_country_s_house_has_no_administration() -> None:
    """*The Ruiz administration* is not the Kremlin's, though no other house is named beside it."""
    text = "President Ana Ruiz answered the Kremlin. The Ruiz administration will pay."
    assert presides("the administration", (text,)) is None
    assert presides("the Ruiz administration", (text,)) == ("", "Ruiz")
    both = Node("voice", "the Ruiz administration"), Node("voice", "Kremlin")
    assert administration(*both, (text, text)) == ""
    house = Node("voice", "White House")
    assert administration(both[0], house, (text, "The White House answered.")) == "both speak for the administration"


def test_without_a_president_an_administration_is_any_body() -> None:
    """*The administration* of a school is no president's."""
    assert presides("the administration", ("The school has a new roof.",)) is None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (Node("voice", "White House"), Node("voice", "the administration"), "both speak for the administration"),
        (Node("voice", "Ivo Brandt", bodies=("NSC",)), Node("voice", "Ruiz administration"), "both speak for the administration"),
        (
            Node("voice", "Ivo Brandt", described=("deputy", "national", "security", "adviser")),
            Node("unnamed", "administration officials"),
            "both speak for the administration",
        ),
        (Node("voice", "Ruiz administration"), Node("voice", "Hask administration"), ""),
        (Node("voice", "Kremlin"), Node("voice", "the administration"), ""),
        (Node("voice", "the Élysée"), Node("voice", "White House officials"), ""),
        (Node("voice", "Number 10"), Node("voice", "Downing Street officials"), "both speak for the administration"),
        (Node("voice", "Ana Ruiz"), Node("voice", "White House"), ""),
        (Node("voice", "Ivo Brandt", bodies=("White House",), offices=("speaker",)), Node("voice", "the administration"), ""),
    ],
)
def test_house_and_administration_are_one(one: Node, other: Node, found: str) -> None:
    """The house and the administration of one president are one; he himself, and another's, are not."""
    texts = (TEXT, "President Ivo Hask took over from Downing Street.")
    assert administration(one, other, texts) == administration(other, one, texts) == found


RULING = Node("document", "the ruling")
JUDGE = Node("voice", "Ana Ruiz", offices=("chief", "justice"), sort="person")


@pytest.mark.parametrize(
    ("one", "other", "told", "found"),
    [
        (
            RULING,
            JUDGE,
            "chief justice ana ruiz wrote in the majority opinion that the pier is public",
            "Ana Ruiz wrote for the court",
        ),
        (RULING, JUDGE, "justice ana ruiz wrote in her dissent that the pier is not public", ""),
        (RULING, JUDGE, "justice ana ruiz said at dinner that the pier is public", ""),
        (Node("voice", "Supreme Court"), JUDGE, "justice ana ruiz wrote for the majority", "Ana Ruiz wrote for the court"),
        (
            Node("voice", "Supreme Court"),
            Node("voice", "Hask v. Orrel"),
            "hask v orrel held that",
            "Hask v. Orrel is the court's",
        ),
        (Node("document", "the memo"), JUDGE, "justice ana ruiz wrote for the majority", ""),
    ],
)
def test_a_ruling_is_its_authors(one: Node, other: Node, told: str, found: str) -> None:
    """The ruling, the court and the judge who wrote it are one; who dissents, or talks elsewhere, is not."""
    assert court(one, other, ("the pier is public", told)) == found
    assert court(other, one, (told, "the pier is public")) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Bureau of Labor Statistics", "Labor Department", "both have the figures of the labor department"),
        ("BLS", "a Labor Department report released Friday", "both have the figures of the labor department"),
        ("the May jobs report", "Department of Labor", "both have the figures of the labor department"),
        ("Commerce Department", "Labor Department", ""),
        ("the report", "Labor Department", ""),
    ],
)
def test_an_office_of_figures_is_its_department(one: str, other: str, found: str) -> None:
    """Papers give figures to the office that gathers them, to its department, or to the report in which they stand."""
    assert department(Node("voice", one), Node("voice", other)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ruiz campaign", True),
        ("a new Ruiz ad", True),
        ("the Ruiz campaign", True),
        ("Ruiz’s lawyers", True),
        ("Ruiz and his fellow lawmakers", True),
        ("Ruiz and aides", True),
        ("Ruiz and Hask", False),
        ("Ruiz supporters", False),
        ("Hask campaign", False),
        ("Ruiz", False),
    ],
)
def test_who_runs_speaks_by_his_campaign(name: str, found: bool) -> None:
    """Somebody's campaign, advertisement, lawyers, and those who speak with him are he; those who back him are not."""
    one, other = Node("voice", name), Node("voice", "Ana Ruiz", sort="person")
    assert campaign(one, other) == campaign(other, one) == (f"Ana Ruiz speaks by {name}" if found else "")
    assert campaign(one, Node("voice", "South Ruiz", sort="place")) == ""
