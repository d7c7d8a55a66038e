"""Two that go by names, with everything known of both: one or two, how sure, and the sentence that says why."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from allegedly.weighing.entities.bodies import BODY, LAND, compare_bodies, compare_places, known
from allegedly.weighing.entities.named import Named, near_walks
from allegedly.weighing.entities.people import Comparison, Person, common, compare, first_names, person, unlike

APART_YEARS = 45
"""Years between the articles of two, from which on a person of both would have been in the papers for two generations."""
SHORTER = 3
"""How many times as often as the long name a short one of one word may be in the articles, to be its short form."""
ENOUGH = 2
"""Words of roles, or companions, that two must have in common where the names leave it open."""


_SHARE = 0.25
"""Share of the companions of one that the other must have too."""


class Verdict(NamedTuple):
    """Whether two are one."""

    relation: str
    """*same*, *less*, *more*, *apart*, *none*, or one of the first three with *perhaps* before it, as in :class:`Comparison`."""
    score: float
    """How sure that is, 0 to 1."""
    words: str
    """Why, in a sentence without its full stop."""


def verdict(one: Named, other: Named) -> Verdict:
    """Whether two that go by names are one, with the sentence that says why or why not."""
    made = _named(one, other)
    if made.relation in ("none", "apart"):
        return Verdict(made.relation, made.score, _sentence(one, other, made.words))
    against = _against(one, other)
    shared = _shared(one, other)
    if against and not shared:
        return Verdict("apart", 0.85, _sentence(one, other, f"{made.words}; {against}"))
    if against:
        # Both for and against: the name decides, less surely.
        return Verdict(made.relation, round(made.score - 0.05, 2), _sentence(one, other, f"{made.words}; {shared}; {against}"))
    if made.relation == "perhaps same":
        return Verdict(made.relation, made.score, _sentence(one, other, made.words))
    if shared and 1 in (len(one.name.split()), len(other.name.split())) and made.relation.startswith("perhaps "):
        # One word alone never holds others together, however well it fits.
        return Verdict(made.relation, round(min(0.85, made.score + 0.25), 2), _sentence(one, other, f"{made.words}; {shared}"))
    if shared:
        relation = made.relation.removeprefix("perhaps ")
        # What the names leave open stays less sure than names that say it, however much else fits.
        score = min(0.85, made.score + 0.25) if relation != made.relation else min(0.97, made.score + 0.03)
        return Verdict(relation, round(score, 2), _sentence(one, other, f"{made.words}; {shared}"))
    return Verdict(made.relation, made.score, _sentence(one, other, made.words))


def strangers(one: Named, other: Named) -> bool:
    """Whether :func:`verdict` finds two of two names *apart* or *none*, by a quick look at the names of people.

    What this does not see, it may still find.
    """
    return one.kind == other.kind == "person" and _strangers(one.shown or one.name, other.shown or other.name)


@lru_cache(1 << 16)
def _strangers(one: str, other: str) -> bool:
    a = _in_full(one)
    b = None if a is None else _in_full(other)
    return a is not None and b is not None and unlike(a, b)


@lru_cache(1 << 16)
def _in_full(shown: str) -> Person | None:
    """The parts of a person's name of several words that stands in no table of the well-known; null for others."""
    name = None if known(shown, "person") else person(shown)
    return None if name is None or name.short else name


def _sentence(one: Named, other: Named, words: str) -> str:
    return f"{one.shown or one.name} and {other.shown or other.name}: {words}"


def _named(one: Named, other: Named) -> Comparison:
    """What the names and kinds alone say."""
    if one.kind == other.kind and one.name == other.name:
        return _facets(one, other)
    if "person" in (one.kind, other.kind):
        if one.kind != other.kind:
            return _kinds(one, other)
        return _people(one.shown or one.name, other.shown or other.name)
    names = one.shown or one.name, other.shown or other.name
    kinds = one.kind, other.kind
    if {*kinds} <= LAND:
        made = compare_places(*names, kinds)
        if made.relation == "same" and not _one_land(one, other):
            return Comparison("apart", 0.85, f"one lies in {_country(one)}, the other in {_country(other)}")
        return _vaguer(one, other, made) if made.relation == "same" and one.name == other.name else made
    if {*kinds} <= BODY:
        made = compare_bodies(*names, kinds, called=(one.also, other.also))
        short, long = (one, other) if made.relation == "less" else (other, one)
        if made.relation in ("less", "more") and len(short.name.split()) == 1 and short.articles > SHORTER * long.articles:
            return Comparison("none", 0.0, "an article calls it both, and far more articles know the short name alone")
        return made
    return _kinds(one, other)


@lru_cache(1 << 16)  # of one name there are several, by their facets: half of what is compared was compared before
def _people(one: str, other: str) -> Comparison:
    """What two names of people alone say."""
    known_as = known(one, "person"), known(other, "person")
    if known_as[0] and known_as[1] and known_as[0][0] == known_as[1][0]:
        return Comparison("same", 0.93, f"both are names of {known_as[0][0]}: {known_as[0][1]}")
    a, b = person(one), person(other)
    if a is None or b is None:
        return Comparison("none", 0.0, "one has no word that is a name")
    return compare(a, b)


def _kinds(one: Named, other: Named) -> Comparison:
    """Two of kinds that are not compared otherwise: the reader may have taken one name for two kinds."""
    if one.name != other.name or len(one.name.split()) < 2 or "and" in one.name.split():
        return Comparison("none", 0.0, f"one is a {one.kind}, the other a {other.kind}")
    words = f"the same name, once read as {one.kind} and once as {other.kind}"
    if "person" not in (one.kind, other.kind):
        return Comparison("same", 0.8, words)
    # A house of fashion has the name of a person; that the reader mistook one for the other must show in something else.
    relation = "perhaps less" if (one.articles, one.identity) < (other.articles, other.identity) else "perhaps more"
    return Comparison(relation, 0.45 if one.name.split()[0] in first_names() else 0.6, words)


def _country(one: Named) -> str:
    return one.facet.replace("/", ", ")


def _one_land(one: Named, other: Named) -> bool:
    """Whether two places can be one by the countries and regions in which they lie."""
    a, b = one.facet, other.facet
    return not a or not b or a == b or (a.split("/")[0] == b.split("/")[0] and ("/" not in a or "/" not in b))


def _facets(one: Named, other: Named) -> Comparison:
    """Two of one full name and kind, whom their facets may tell apart."""
    same = Comparison("same", 0.8, "the same full name and kind")
    if one.kind in LAND:
        if _one_land(one, other):
            return _vaguer(one, other, same)
        return Comparison("apart", 0.85, f"the same name; one lies in {_country(one)}, the other in {_country(other)}")
    if one.kind == "person" and len(one.name.split()) == 1:
        return Comparison("perhaps same", 0.6, "the same name of one word, and nothing that tells them apart")
    return _vaguer(one, other, same)


def _vaguer(one: Named, other: Named, same: Comparison) -> Comparison:
    """Of two who are one by name, the one of whom it is not known which of several it is says less."""
    if one.facet == other.facet or (one.facet and other.facet and one.kind not in LAND):
        return same
    return same._replace(relation="less" if len(one.facet) < len(other.facet) else "more")


def _far(one: Named, other: Named) -> bool:
    """Whether no walk of life of the one is near one of the other's."""
    near = near_walks()
    return bool(one.walks and other.walks) and not any(a == b or (a, b) in near for a in one.walks for b in other.walks)


def _against(one: Named, other: Named) -> str:
    """What speaks for two, beside their names."""
    if one.kind == "person" and other.kind == "person":
        if _far(one, other):
            names = person(one.shown or one.name), person(other.shown or other.name)
            told = [name for name in names if name is not None and (name.short or name.surname in common())]
            if told:
                a, b = min(one.walks), min(other.walks)
                reason = "a surname alone tells little" if any(name.short for name in told) else "the surname is common"
                return f"{reason}, and their walks of life are far apart ({a} and {b})"
        years = _years_apart(one, other)
        if years > APART_YEARS:
            return f"{years} years lie between the articles that name them"
    return ""


def _years_apart(one: Named, other: Named) -> int:
    if not (one.first and one.last and other.first and other.last):
        return 0
    if one.first <= other.last and other.first <= one.last:
        return 0
    return max(int(one.first[:4]) - int(other.last[:4]), int(other.first[:4]) - int(one.last[:4]), 0)


def _shared(one: Named, other: Named) -> str:
    """What speaks for one, beside their names."""
    roles = [word for word in one.roles if word in other.roles and word not in (*one.name.split(), *other.name.split())]
    if len(roles) >= ENOUGH:
        return f"both are called {' '.join(roles[:3])}"
    company = sorted((one.company & other.company) - {one.name, other.name})
    if len(company) < _SHARE * min(len(one.company), len(other.company)):
        company = []
    if not roles and not company:
        return ""
    if roles and company:
        return f"both are called {roles[0]} and named beside {company[0]}"
    word = min(one.name, other.name, key=lambda name: len(name.split()))
    if len(company) >= ENOUGH + (one.articles > 20 or other.articles > 20) and word not in first_names():
        return f"both are named beside {' and '.join(company[:2])}"
    if roles and one.walks & other.walks:
        return f"both are called {roles[0]}"
    return ""
