"""Who is one and who is two, over all that go by names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.ledger.names import folded
from allegedly.weighing.entities.clustering import Given
from allegedly.weighing.entities.gathering import Found, Profile, Site, collect, identity_of
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.resolving import resolve
from allegedly.weighing.entities.scoring import verdict


def called(shown: str, kind: str = "person", **more: object) -> Named:
    """Somebody of this name."""
    return Named(name=folded(shown), kind=kind, shown=shown, **more)  # type: ignore[arg-type]


def together(*named: Named, given: tuple[Given, ...] = (), marks: dict[Identity, int] | None = None) -> set[frozenset[str]]:
    """The names of those who are one."""
    shown = {one.identity: one.shown + (f" ({one.facet})" if one.facet else "") for one in named}
    return {frozenset(shown[m] for m in group.members) for group in resolve(named, given, marks) if len(group.members) > 1}


def test_variants_of_a_name_are_one() -> None:
    """Transliterations, pet forms, initials and abbreviations of names come together, each with a sentence."""
    made = resolve([called("Ismail Haniyeh"), called("Ismail Haniya"), called("Bill Falk"), called("William A. Falk")])
    assert [group.members for group in made] == [
        (("bill falk", "person", ""), ("william a falk", "person", "")),
        (("ismail haniya", "person", ""), ("ismail haniyeh", "person", "")),
    ]
    assert [tie.words for group in made for tie in group.ties] == [
        "Bill Falk and William A. Falk: one leaves out A, Bill and William are forms of one name",
        "Ismail Haniya and Ismail Haniyeh: one name by the rules of transliteration",
    ]


def test_a_name_that_says_less_holds_nobody_together() -> None:
    """Of father and son, the name without an initial joins the one whom nearly every article means, or none."""
    father, son = called("George H. W. Falk", articles=3), called("George W. Falk", articles=97)
    assert together(father, son, called("George Falk")) == {frozenset({"George W. Falk", "George Falk"})}
    father = called("George H. W. Falk", articles=50)
    assert together(father, son, called("George Falk")) == set()


def test_namesakes_stay_apart() -> None:
    """A mayor and a goalkeeper of a common name are two; what is known of neither joins neither."""
    mayor = called("John Smith", facet="public", roles=("mayor",), walks=frozenset({"public"}))
    keeper = called("John Smith", facet="sport", roles=("goalkeeper",), walks=frozenset({"sport"}))
    assert together(mayor, keeper, called("John Smith")) == set()
    assert verdict(mayor, keeper).words == (
        "John Smith and John Smith: the same full name and kind;"
        " the surname is common, and their walks of life are far apart (public and sport)"
    )
    beside = frozenset({"velsund rovers", "ana ruiz"})
    same = [called("John Smith", facet=one.facet, walks=one.walks, company=beside) for one in (mayor, keeper)]
    assert together(*same) == {frozenset({"John Smith (public)", "John Smith (sport)"})}


def test_places_of_one_name_stay_apart() -> None:
    """By the countries and regions in which they lie; a place of which that is not known is the one in nearly every article."""
    rome = called("Rome", "place", facet="IT/Latium", articles=95)
    other = called("Rome", "place", facet="US/Georgia", articles=2)
    assert together(rome, other, called("Rome", "place")) == {frozenset({"Rome (IT/Latium)", "Rome"})}


def test_a_surname_alone_needs_more_than_itself() -> None:
    """An office in common, companions, or that nobody else can be meant; with a common surname the last does not count."""
    brekk = called("Tomas Brekk", roles=("navy", "spokesman"), walks=frozenset({"public"}), articles=9)
    assert together(called("Brekk"), brekk) == {frozenset({"Brekk", "Tomas Brekk"})}
    other = called("Ana Brekk", articles=9)
    assert together(called("Brekk"), brekk, other) == set()
    same = called("Brekk", roles=("navy", "spokesman"), walks=frozenset({"public"}), facet="spokesman")
    assert together(same, brekk, other) == {frozenset({"Brekk (spokesman)", "Tomas Brekk"})}
    assert together(called("Smith"), called("Tomas Smith")) == set()


def test_kinds_that_go_together() -> None:
    """A state and the place of its name, a body read as a place; never a person and a body whose name is a person's."""
    assert together(called("Iran", "state"), called("Iran", "place")) == {frozenset({"Iran"})}
    assert together(called("Falk Hall", "place"), called("Falk Hall", "organisation")) == {frozenset({"Falk Hall"})}
    assert together(called("John Falk"), called("John Falk", "organisation")) == set()


def test_people_and_lists_come_first() -> None:
    """What people put together or apart stands whatever the names say; two entries of a list are two."""
    a, b = called("Ana Ruiz"), called("Anna Ruis")
    assert together(a, b, given=(Given(a.identity, b.identity, "merged"),)) == {frozenset({"Ana Ruiz", "Anna Ruis"})}
    c, d = called("Ismail Haniyeh"), called("Ismail Haniya")
    assert together(c, d, given=(Given(c.identity, d.identity, "split", together=False),)) == set()
    assert together(c, d, marks={c.identity: 1, d.identity: 2}) == set()
    made = (Given(c.identity, d.identity, "merged"),)
    assert together(c, d, given=made, marks={c.identity: 1, d.identity: 2}) == {frozenset({"Ismail Haniyeh", "Ismail Haniya"})}


CROWD = [
    *(called(name, articles=n) for n, name in enumerate(("Ismail Haniyeh", "Ismail Haniya", "Haniyeh", "Haniya"), 1)),
    *(called(name, articles=n) for n, name in enumerate(("George Falk", "George W. Falk", "G. W. Falk", "Falk", "Jeb Falk"), 1)),
    *(called(name, "organisation") for name in ("FBI", "F.B.I.", "Federal Bureau of Investigation", "Falk Ltd.", "Falk")),
    *(called(name, "place", facet=facet) for name in ("Velsund", "Velsund, Tesmark") for facet in ("", "NO", "NO/Vest", "SE")),
]


@given(st.permutations(CROWD))
def test_the_order_does_not_matter(named: list[Named]) -> None:
    """The same groups for the same reasons, whoever comes first."""
    assert resolve(named) == resolve(CROWD)


@given(st.permutations(range(30)))
def test_a_profile_does_not_depend_on_the_order_of_articles(order: list[int]) -> None:
    """Of more articles than are kept, the same are kept whichever came first."""
    found = [
        Found(
            article=f"{i:016x}",
            number=1,
            kind="person",
            name="Tomas Brekk",
            roles=(f"navy spokesman number {i}",),
            day=f"2025-01-{i + 1:02}",
        )
        for i in range(30)
    ]
    one, other = Profile(), Profile()
    for i in order:
        one.take(found[i])
    for each in found:
        other.take(each)
    assert one == other


@pytest.mark.parametrize(
    ("found", "facet"),
    [
        (Found(article="a", number=1, kind="person", name="John Smith", roles=("mayor of Velsund",)), "public"),
        (Found(article="a", number=1, kind="person", name="Tomas Brekk", roles=("mayor of Velsund",)), ""),
        (Found(article="a", number=1, kind="person", name="Brekk", roles=("the mayor",)), "mayor"),
        (Found(article="a", number=1, kind="place", name="Velsund", site=Site("NO", "Vest", "town")), "NO/Vest"),
        (Found(article="a", number=1, kind="state", name="Egypt", site=Site("US", "Texas", "town")), ""),
        (Found(article="a", number=1, kind="organisation", name="Falk Ltd."), ""),
    ],
)
def test_facets(found: Found, facet: str) -> None:
    """What of one article tells namesakes apart, and for whom that is needed."""
    assert identity_of(found) == (folded(found.name), found.kind, facet)


def test_what_articles_name_is_put_together_by_name() -> None:
    """Once for each name, kind and facet, with the number of its articles."""
    named, of = collect(
        Found(article=a, number=1, kind="person", name="Tomas Brekk", day=day) for a, day in (("a", "2025-02-01"), ("b", None))
    )
    assert [(one.shown, one.articles, one.first, one.last) for one in named] == [("Tomas Brekk", 2, "2025", "2025")]
    assert of == {("a", 1): ("tomas brekk", "person", ""), ("b", 1): ("tomas brekk", "person", "")}
