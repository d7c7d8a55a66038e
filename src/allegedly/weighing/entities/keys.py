"""Which names are compared at all: those that share a key, which is a letter for its sort and what their spellings share."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from allegedly.ledger.names import abbreviations
from allegedly.weighing.entities.bodies import calls, core, group, heart, known, letters, site
from allegedly.weighing.entities.named import Named
from allegedly.weighing.entities.people import Person, described, first_names, forms, particles, person
from allegedly.weighing.entities.spelling import bones, sound

BOTH, SHORT, FULL = 0, 1, 2
"""Sides of a key: names that are compared with one another, and short ones that are compared with full ones alone."""
Key = tuple[str, int]
"""What is shared, and on which side of it the name stands."""
_INNER = 4
"""Words inside a name by which it is looked for."""


def keys(one: Named) -> frozenset[Key]:
    """The keys of a name."""
    return _keys(one.name, one.kind, one.shown or one.name, one.also)


@lru_cache(1 << 16)  # who is looked for is looked up again, beside the tens of thousands who were found
def _keys(name: str, kind: str, shown: str, also: frozenset[str]) -> frozenset[Key]:
    found: set[Key] = set()
    well_known = known(shown, kind)
    if well_known:
        found.add((f"k{group(kind)} {well_known[0]}", BOTH))
    if len(name.split()) > 1:
        found.add((f"m{name}", BOTH))
    if kind == "person":
        parts = None if described(shown) else person(shown)
        if parts is not None:
            found.update(_person(parts))
        return frozenset(found)
    if group(kind) == "land":
        words = site(shown)[0]
        found.add(("g" + "".join(sorted(sound(w) for w in words)), BOTH))
        found.add(("h" + "".join(bones(w) for w in words), BOTH))
        return frozenset(found)
    found.add((f"z{name}", SHORT))
    found.update((f"z{called}", FULL) for called in calls(name, also))
    short = letters(shown)
    if short:
        found.add((f"a{short}", SHORT))
    else:
        found.update((f"a{a.replace(' ', '')}", FULL) for a in abbreviations(shown) if len(a) > 1)
        found.add(("o" + " ".join(sound(w) for w in heart(shown)), BOTH))
        found.add(("o" + " ".join(sound(w) for w in core(shown)), BOTH))
        joined = "".join(bones(w) for w in heart(shown))
        if len(joined) > 3:
            found.add((f"b{joined}", BOTH))
    if short:
        found.add((f"o{sound(' '.join(heart(shown)))}", BOTH))
    return frozenset(found)


def digest(key: Key, side: int | None = None) -> int:
    """A key as the ledger keeps it, in eight bytes; ``side``: another side of it."""
    made = blake2b(f"{key[1] if side is None else side}{key[0]}".encode(), digest_size=8).digest()
    return int.from_bytes(made, signed=True)


def across(key: Key) -> int:
    """Where those stand with whom a name is compared that has this key."""
    return digest(key, {BOTH: BOTH, SHORT: FULL, FULL: SHORT}[key[1]])


def _person(parts: Person) -> set[Key]:
    words = parts.words
    last = {bones(w) for w in (words[-1], *forms("surnames").get(words[-1], ()))}
    sounds = {sound(w) for w in (words[-1], *forms("surnames").get(words[-1], ()))}
    if parts.short:
        return {(f"s{one}", SHORT) for one in sounds}
    found: set[Key] = {("t" + " ".join(sorted(words)), BOTH), ("j" + "".join(words), BOTH)}
    found.update((f"r{sound(parts.rest)} {_begin(w)}", BOTH) for w in _called(words[0]))
    found.update((f"s{one}", FULL) for one in sounds)
    if words[0] not in first_names():
        found.add((f"s{sound(words[0])}", FULL))
    if parts.hyphened:
        found.add((f"s{sound(words[-2])}", FULL))
    begins = {_begin(w) for word in words[: min(len(words) - 1, _INNER)] for w in _called(word)}
    found.update((f"p{one} {begin}", BOTH) for one in last for begin in begins)
    inner = [w for w in words[1:-1][:_INNER] if len(w) > 1 and w not in first_names() and w not in particles()]
    found.update((f"p{bones(w)} {begin}", BOTH) for w in inner for begin in {_begin(f) for f in _called(words[0])})
    return found


def _called(word: str) -> set[str]:
    """A first word and the names of which it is a form, as a given name or as a surname that comes first."""
    return {word, *forms("givennames").get(word, ()), *forms("surnames").get(word, ())}


def _begin(word: str) -> str:
    return bones(word)[:1] or "a"
