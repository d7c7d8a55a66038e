"""Pictures: all that they must show is in them, whatever the claim is; nothing in them is markup of an article."""

from __future__ import annotations

import re
import time
from xml.etree import ElementTree as ET

from allegedly.ledger.who import Circle, Count
from allegedly.model_claims import (
    Amounts,
    Claim,
    ClaimStatement,
    LinkKind,
    Origin,
    OriginKind,
    OriginLink,
    Origins,
    OriginSide,
    SaidAmount,
    Side,
)
from allegedly.web.pictures.amounts import amounts
from allegedly.web.pictures.circle import circle
from allegedly.web.pictures.spread import spread
from allegedly.web.pictures.tree import tree


def address(name: str) -> str:
    """The address of an article or of somebody."""
    return f"/at/{name}"


def said(article: str, outlet: str, day: str | None, side: Side = "for", source: str = "Ana Ruiz") -> ClaimStatement:
    """A statement of a claim."""
    return ClaimStatement(
        statement=f"{article}:s1",
        outlet=outlet,
        published=day,
        source=source,
        words="it is shut",
        side=side,
        score=0.9,
        reason="",
    )


def origin(number: int, name: str, kind: OriginKind = "voice", side: OriginSide = "for", *, root: bool = True) -> Origin:
    """A root or a station."""
    return Origin(id=f"o{number}", kind=kind, name=name, root=root, side=side, article=None, statement=None, reason="it speaks")


def link(of: str, onto: str, kind: LinkKind = "says") -> OriginLink:
    """That one rests on another."""
    return OriginLink(of=of, onto=onto, kind=kind, statement=None, reason="")


def claim(*statements: ClaimStatement, origins: Origins | None = None, amounts: tuple[Amounts, ...] = ()) -> Claim:
    """A claim of these statements."""
    return Claim(
        id="c1234",
        statement=statements[0].statement,
        words="it is shut",
        first_seen=None,
        last_seen=None,
        articles=len(statements),
        outlets=len(statements),
        families=len(statements),
        voices_for=1,
        voices_against=0,
        voices_doubting=0,
        statements=statements,
        amounts=amounts,
        origins=origins,
    )


def traced(*origins: Origin, links: tuple[OriginLink, ...] = (), unestablished: tuple[str, ...] = ()) -> Origins:
    """Origins with their links."""
    roots = sum(o.root for o in origins)
    return Origins(
        independent=roots, at_least=roots, denying=0, origins=origins, links=links, unestablished=unestablished, circular=False
    )


def words(picture: str) -> list[str]:
    """The words of a picture, which must be whole XML, without its titles."""
    root = ET.fromstring(picture)  # noqa: S314 (made above)
    for title in root.iter("title"):
        title.text = ""
    return [" ".join("".join(each.itertext()).split()) for each in root.iter("text")]


def test_the_tree_goes_from_origins_to_articles() -> None:
    """An origin, who has it from there, who copies these; what nothing is said of stands apart; each article stands once."""
    made = tree(
        claim(
            said("a", "The Post", "2025-03-12"),
            said("b", "Osk Daily", "2025-03-13"),
            said("c", "The Mail", None),
            origins=traced(
                origin(1, "Ana Ruiz"),
                links=(link("a", "o1"), link("b", "a", "copies"), link("b", "o1", "cites")),
                unestablished=("c",),
            ),
        ),
        address,
    )
    assert made is not None
    assert words(made) == [
        "copies",
        "where from is not established",
        "Ana Ruiz",
        "The Post, 12 March 2025",
        "Osk Daily, 13 March 2025",
        "The Mail",
    ]
    assert 'href="/at/a:s1"' in made
    assert made.count('class="link extra"') == 1


def test_a_circle_is_drawn_once_and_ends() -> None:
    """Outlets that cite one another in a circle are all drawn, as not established."""
    made = tree(
        claim(
            said("a", "The Post", None),
            said("b", "Osk Daily", None),
            origins=traced(links=(link("a", "b", "cites"), link("b", "a", "cites")), unestablished=("a", "b")),
        ),
        address,
    )
    assert made is not None
    assert [w for w in words(made) if w != "cites"] == ["where from is not established", "The Post", "Osk Daily"]


def test_who_denies_is_crossed_out() -> None:
    """An origin that denies has a cross beside its colour."""
    made = tree(claim(said("a", "The Post", None), origins=traced(origin(1, "the navy", side="against"))), address)
    assert made is not None
    assert made.count('class="cross"') == 1
    assert 'class="node voice against"' in made


def test_a_large_tree_counts_what_it_does_not_draw() -> None:
    """Of five hundred who have it from the same, a dozen rows are drawn; a chain of a thousand ends too, and soon."""
    many = [said(f"a{i}", f"Outlet {i}", None) for i in range(500)]
    begin = time.process_time()
    made = tree(
        claim(*many, origins=traced(origin(1, "Ana Ruiz"), links=tuple(link(f"a{i}", "o1") for i in range(500)))), address
    )
    assert made is not None
    assert "and 489 more" in words(made)
    assert len(words(made)) == 13
    links = (link("a0", "o1"), *(link(f"a{i + 1}", f"a{i}", "copies") for i in range(499)))
    assert tree(claim(*many, origins=traced(origin(1, "Ana Ruiz"), links=links)), address) is not None
    assert time.process_time() - begin < 5


def test_very_many_are_counted() -> None:
    """A thousand origins, and a thousand articles of a day, make pictures that a page can carry."""
    many = [said(f"a{i}", f"Outlet {i}", f"2025-03-{1 + i % 2:02}") for i in range(1_000)]
    voices = [origin(i, f"Voice {i}") for i in range(1_000)]
    made = tree(claim(*many, origins=traced(*voices, links=tuple(link(f"a{i}", f"o{i}") for i in range(1_000)))), address)
    assert made is not None
    assert "and 961 more origins" in words(made)
    assert len(made) < 60_000
    grown = spread(claim(*many), address)
    assert grown is not None
    assert words(grown).count("+491") == 2
    assert len(grown) < 20_000


def test_a_claim_that_was_not_traced_has_no_tree() -> None:
    """Without origins there is nothing to draw."""
    assert tree(claim(said("a", "The Post", None)), address) is None


def test_how_it_spread() -> None:
    """One mark an article and side, on its day; denials are crosses; one day alone, or none, is no picture."""
    made = spread(
        claim(
            said("a", "The Post", "2025-03-01"),
            said("b", "Osk Daily", "2025-03-31"),
            said("b", "Osk Daily", "2025-03-31", "against", "the navy"),
            said("c", "The Mail", None),
        ),
        address,
    )
    assert made is not None
    assert (made.count('class="dot for"'), made.count('class="cross against"')) == (2, 1)
    assert words(made)[0] == "1 Mar 2025"
    assert words(made)[-1] == "31 Mar 2025"
    assert spread(claim(said("a", "The Post", "2025-03-01"), said("b", "Osk Daily", "2025-03-01")), address) is None
    assert spread(claim(said("a", "The Post", None)), address) is None


def counted(*said: tuple[str, float], unit: str = "people", low: float | None = None) -> Amounts:
    """Amounts that articles name, each in its first statement; exact unless a bound is given."""
    by = [
        SaidAmount(statement=f"{article}:s1", source=None, words=f"{value:g} {unit}", value=value, unit=unit, low=low, high=None)
        for article, value in said
    ]
    values = [value for _, value in said]
    return Amounts(unit=unit, fate=None, least=min(values), most=max(values), by=tuple(by))


def test_amounts_by_voice() -> None:
    """Each voice has a line; what all agree on is no picture; an axis over many powers of ten is in powers."""
    two = said("a", "The Post", None), said("b", "Osk Daily", None, source="the union")
    (axis,) = amounts(claim(*two, amounts=(counted(("a", 3), ("b", 5), low=3),)), address)
    assert axis.what == "people"
    assert {"Ana Ruiz", "the union"} <= set(words(axis.picture))
    assert axis.picture.count('class="bounds"') == 2  # what has no bounds is not exact either
    assert amounts(claim(*two, amounts=(counted(("a", 3), ("b", 3)),)), address) == []
    (wide,) = amounts(claim(*two, amounts=(counted(("a", 2), ("b", 3_000_000)),)), address)
    assert {"1", "10,000,000"} <= set(words(wide.picture))
    assert amounts(claim(*two, amounts=(counted(("a", float("inf")), ("b", -4), ("b", 0)),)), address)


def test_who_speaks_of_whom_is_drawn_with_counts() -> None:
    """Names on either side with how many statements; nobody at all is no picture."""
    around = Circle(looked=1, speaks_of=(Count("Lena Marsk", 1_200),), spoken_of_by=(Count("navy", 2),), called=(), roles=())
    made = circle("Ana Ruiz", around, address)
    assert made is not None
    assert sorted(words(made)) == ["Ana Ruiz", "Lena Marsk 1,200", "is spoken of by", "navy 2", "speaks of"]
    assert circle("Ana Ruiz", Circle(looked=0, speaks_of=(), spoken_of_by=(), called=(), roles=()), address) is None


def test_names_are_text() -> None:
    """Markup in names is shown as it is, in texts, titles and addresses."""
    name = "<script>x</script>\"><img src=x>'"
    hostile = claim(
        said("a", name, "2025-03-01", source=name),
        said("b", name, "2025-03-02"),
        origins=traced(origin(1, name), links=()),
        amounts=(counted(("a", 1), ("b", 2), unit=name),),
    )
    around = Circle(looked=1, speaks_of=(Count(name, 1),), spoken_of_by=(), called=(), roles=())
    pictures = [tree(hostile, address), spread(hostile, lambda _: f"/{name}"), circle(name, around, lambda _: f"/{name}")]
    pictures += [axis.picture for axis in amounts(hostile, address)]
    for made in pictures:
        assert made is not None
        assert words(made)
        assert not re.search(r"<(script|img)", made)
