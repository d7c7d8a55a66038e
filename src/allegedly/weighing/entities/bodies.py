"""Names of organisations, outlets, states and places, two of them compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from allegedly.ledger.names import abbreviates, folded
from allegedly.reading.lexicons import sorts
from allegedly.reading.vocabularies import rows as reading_rows
from allegedly.weighing.entities.people import Comparison, common, first_names
from allegedly.weighing.entities.spelling import SOUND, VOWELS, near, owner, plain, sound, spelt
from allegedly.weighing.entities.vocabularies import also, rows

LAND = frozenset({"place", "state"})
BODY = frozenset({"organisation", "outlet"})
_LETTERS_ONLY = re.compile(r"^(?:[A-Z]\.){2,}$|^[A-Z][A-Za-z&]?[A-Z]{1,6}s?$|^[A-Z]{2,8}$")
_ASIDE = re.compile(r"\([^)]*\)?")
_KIND_OF_LAND = re.compile(r"^(?:the )?(?:city|town|village|state|province|region|island|kingdom|commonwealth|county) of (?=\w)")
_FORMS = {"mt": "mount", "ft": "fort", "st": "saint", "ste": "sainte", "pt": "point", "is": "island", "isl": "island"}
"""Words of names of places, and what they are short for."""
_LONGEST = 16
"""Words of a name of a body that are compared."""


@cache
def _known() -> dict[tuple[str, str], tuple[str, str]]:
    """(Name, group of kinds) → (the name by which it goes, the reason)."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows("known"):
        for name in (row["name"], *also(row["also"])):
            for written in spelt(name):
                found.setdefault((written, group(row["kind"])), (row["name"], row["reason"]))
    for row in reading_rows("countries"):
        for name in (row["name"], *filter(None, row["also"].split("|"))):
            written = plain(name)
            to = found.get((plain(row["name"]), "land"), (row["name"], ""))[0]
            found.setdefault((written, "land"), (to, "the state's long and short names"))
    towns = {row["name"] for row in reading_rows("metonyms")}
    for row in reading_rows("divisions"):
        if row["after"] != "yes":
            found.setdefault((plain(row["short"]), "land"), (row["name"], row["reason"]))
            # Washington and New York are states and towns.
            if row["name"] not in towns and (plain(f"{row['name']} City"), "land") not in found:
                found.setdefault((plain(row["name"]), "land"), (row["name"], row["reason"]))
    return found


@cache
def _demonyms() -> dict[str, str]:
    found = {}
    for row in reading_rows("countries"):
        name = plain(row["name"])
        found.update(dict.fromkeys((plain(word) for word in row["demonyms"].split("|") if word), name))
    return {**found, "us": "united states", "usa": "united states", "american": "united states", "un": "united nations"}


@cache
def _body_words() -> dict[str, str]:
    return {plain(r["word"]) or r["word"]: r["instead"] for r in rows("bodywords")}


@cache
def _tails() -> dict[str, bool]:
    """What sort of body it is, as names end in it: whether the name means the same without it."""
    return {r["word"]: r["drops"] == "yes" for r in rows("tails")}


def group(kind: str) -> str:
    """Kinds that may be one thing: *land* for places and states, *body* for organisations and outlets."""
    return "land" if kind in LAND else "body" if kind in BODY else kind


@lru_cache(1 << 16)
def known(shown: str, kind: str) -> tuple[str, str] | None:
    """The name by which something well known goes, and the reason; null where it is in no table."""
    table = _known()
    return next((found for written in spelt(shown) if (found := table.get((written, group(kind)))) is not None), None)


def letters(shown: str) -> str:
    """The letters of what looks like an abbreviation, *fbi* for *F.B.I.*; empty where it does not."""
    name = shown.removeprefix("the ").removeprefix("The ")
    return plain(name).replace(" ", "") if _LETTERS_ONLY.match(name) else ""


@lru_cache(1 << 16)
def heart(shown: str) -> tuple[str, ...]:
    """The words that say which body it is, alike for *the Israeli Health Ministry* and *Ministry of Health of Israel*."""
    words = plain(owner(_ASIDE.sub(" ", shown).replace("&", " and ").replace("U.S.", "US").replace("U.N.", "UN")))
    out: list[str] = []
    spell, people = _body_words(), _demonyms()
    for word in words.split()[:_LONGEST]:
        instead = spell.get(word, word)
        if instead == "-":
            continue
        out += people.get(instead, instead).split()
    return tuple(sorted(out)) or tuple(words.split()[:_LONGEST])


def core(shown: str) -> tuple[str, ...]:
    """The heart without what sort of body it is at the end, where that says nothing."""
    words = plain(shown).split()
    made = heart(shown)
    if len(words) > 1 and _tails().get(words[-1]) and len(made) > 1 and words[-1] in made:
        left = list(made)
        left.remove(words[-1])
        return tuple(left)
    return made


@lru_cache(1 << 16)
def site(shown: str) -> tuple[tuple[str, ...], str]:
    """The words of a place's name without what it lies in, and that: *San José, Costa Rica*."""
    name, _, within = owner(_ASIDE.sub(" ", shown)).partition(",")
    if within and not re.fullmatch(r"(?: [A-Z][\w.'’-]*){1,3}", within):
        name, within = shown, ""
    words = tuple(_FORMS.get(w, w) for w in _KIND_OF_LAND.sub("", plain(name)).split())
    return words or tuple(plain(shown).split()), plain(within)


def calls(name: str, also: frozenset[str]) -> frozenset[str]:
    """Of the other names that articles use for a body, those by which it can be found: words of its own, no common nouns."""
    if not also:
        return frozenset()
    found, whole = set(), f" {name} "
    for one in also:
        # Of two bodies with an and between them, neither is the other's name.
        inside = one != name and f" {one} " in whole and f" and {one} " not in whole and f" {one} and " not in whole
        if inside and not _common(one) and (len(one.split()) > 1 or name.endswith(one) or _brand(one)):
            found.add(one)
    return frozenset(found)


def _brand(word: str) -> bool:
    """Whether a word that begins a name may be the whole of it: no place, people or first name."""
    return (word, "land") not in _known() and word not in _demonyms() and word not in first_names() and word not in common()


def _common(words: str) -> bool:
    return len(words.split()) == 1 and (len(words) < 4 or words in sorts() or words in _body_words() or words in _tails())


def _sounds(words: tuple[str, ...]) -> str:
    return sound("".join(words))


def compare_bodies(one: str, other: str, kinds: tuple[str, str], *, called: tuple[frozenset[str], frozenset[str]]) -> Comparison:
    """How two names of organisations or outlets stand to one another.

    Args:
        one: A name.
        other: Another.
        kinds: The kinds of both.
        called: Folded names that articles use besides for each.
    """
    known_as = known(one, kinds[0]), known(other, kinds[1])
    if known_as[0] and known_as[1]:
        if known_as[0][0] == known_as[1][0]:
            return Comparison("same", 0.93, f"both are names of {known_as[0][0]}: {known_as[0][1]}")
        return Comparison("apart", 0.9, f"they are {known_as[0][0]} and {known_as[1][0]}")
    a, b = heart(one), heart(other)
    if a != b and (known_as[0] or known_as[1]):
        return Comparison("none", 0.0, f"one is {(known_as[0] or known_as[1] or ('',))[0]}, the other goes by no name of it")
    if a == b:
        words = "the same words but for their order, signs and legal forms"
        return Comparison("same", 0.92, words)
    if folded(one) in calls(folded(other), called[1]) or folded(other) in calls(folded(one), called[0]):
        less = len(plain(one).split()) < len(plain(other).split())
        return Comparison("less" if less else "more", 0.85, "an article calls it both")
    short, long = letters(one), letters(other)
    if bool(short) != bool(long):
        return _abbreviation(one, other, called) if short else _turned(_abbreviation(other, one, (called[1], called[0])))
    if short and long:
        return Comparison("none", 0.0, "two abbreviations that differ")
    if core(one) == core(other):
        return Comparison("same", 0.85, "the same words but for what sort of body it is")
    if len(a) == len(b):
        grades = [near(x, y) for x, y in zip(a, b, strict=True)]
        if min(grades) >= SOUND:
            return Comparison("same", 0.9, "one name by the rules of transliteration")
        if min(grades) >= VOWELS and sum(g < 1 for g in grades) == 1:
            return Comparison("same", 0.82, "one name but for vowels")
    if len(_sounds(a)) > 6 and _sounds(a) == _sounds(b):
        return Comparison("same", 0.88, "the same letters, put together otherwise")
    return Comparison("none", 0.0, "the names are not near")


def _turned(made: Comparison) -> Comparison:
    return made._replace(relation={"less": "more", "perhaps less": "perhaps more"}.get(made.relation, made.relation))


def _abbreviation(short: str, long: str, called: tuple[frozenset[str], frozenset[str]]) -> Comparison:
    spelling = letters(short)
    if not abbreviates(spelling, long) and "".join(w[0] for w in plain(long).split()) != spelling:
        return Comparison("none", 0.0, "one is not the other's first letters")
    ways = {spelling, " ".join(spelling)}
    if ways & called[1] or plain(long) in called[0]:
        return Comparison("less", 0.9, "one is the other's first letters, and an article calls it both")
    return Comparison("perhaps less", 0.45, "one is the other's first letters")


def compare_places(one: str, other: str, kinds: tuple[str, str]) -> Comparison:
    """How two names of places or states stand to one another."""
    known_as = known(one, kinds[0]), known(other, kinds[1])
    if known_as[0] and known_as[1]:
        if known_as[0][0] == known_as[1][0]:
            return Comparison("same", 0.95, f"both are names of {known_as[0][0]}: {known_as[0][1]}")
        return Comparison("apart", 0.9, f"they are {known_as[0][0]} and {known_as[1][0]}")
    (a, within), (b, beside) = site(one), site(other)
    if within and beside and within != beside and _land(within) != _land(beside):
        return Comparison("apart", 0.85, f"one is in {within.title()}, the other in {beside.title()}")
    if a == b:
        words = f"the same name but for {(within or beside).title()}" if within or beside else "the same name but for short forms"
        return Comparison("same", 0.88, words)
    if sorted(a) == sorted(b):
        return Comparison("perhaps less", 0.65, "the same words in another order")
    if len(a) == len(b):
        grades = [near(x, y) for x, y in zip(a, b, strict=True)]
        if min(grades) >= SOUND and len("".join(a)) > 4:
            return Comparison("same", 0.85, "one name by the rules of transliteration")
    if len("".join(a)) > 6 and _sounds(a) == _sounds(b):
        return Comparison("same", 0.85, "the same letters, put together otherwise")
    return Comparison("none", 0.0, "the names are not near")


def _land(name: str) -> str:
    found = _known().get((name, "land"))
    return found[0] if found else name
