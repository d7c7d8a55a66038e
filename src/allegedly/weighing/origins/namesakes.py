"""Whether two names within one claim are one's.

Who speaks to the same matter under nearly the same name is the same sooner than anywhere else, so that spellings count as one
here that would be left open across a ledger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import Levenshtein

from allegedly.ledger.names import abbreviates, folded
from allegedly.reading import lexicons
from allegedly.weighing.entities.people import compare, given_near, person
from allegedly.weighing.entities.spelling import bones, sound
from allegedly.weighing.origins.hops import is_calling, offices
from allegedly.weighing.origins.vocabularies import rows, words

_SMALL = frozenset(
    "of the and for in at on to s de la le al el der republic district office press general local dos das do da des du della"
    " del dei degli delle dell di y und fur van voor den et les los las d l i".split()
)
_ENDINGS = ("ional", "ical", "ing", "ian", "ial", "ese", "ish", "al", "an", "ic", "a", "e", "y")
_STEM = 4
"""Letters that are left of a word whose ending goes: *province* and *provincial* are one, *Iran* and *Irish* are not."""
_APOSTROPHE = re.compile(r"(?<=\w)['’ʻʼ`](?=[a-z]{2})")
"""Within a name: *Te'oroa* is *Teoroa* too."""
_FUZZY = 0.75
"""How alike the letters of two long surnames are that are two ways to write one."""
_OF = re.compile(r" (?:of|for|at|in|from) ")
_LONG = 6
_LONG_FUZZY = 0.6
"""The same of long given names."""


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell, without their endings."""
    bare = english(name)
    found = [w for w in bare.split() if w not in _SMALL]
    return frozenset(_stem(w) for w in found or bare.split())


@cache
def _tongues() -> Mapping[str, str]:
    """Words of bodies' names in other tongues → the English ones."""
    return {row["word"]: row["english"] for row in rows("tongues")}


@cache
def english(name: str) -> str:
    """A folded name with what is said of bodies in other tongues put into English: *Policía Regional*, *the regional police*."""
    return " ".join(_tongues().get(w, w) for w in folded(name).split())


def _stem(word: str) -> str:
    bare = lexicons.singular(word)
    stems = (bare.removesuffix(ending) for ending in _ENDINGS if bare.endswith(ending))
    return next((stem for stem in stems if len(stem) >= _STEM), bare)


@cache
def _person(name: str) -> tuple[str, ...]:
    every = folded(name).split()
    if any(lexicons.singular(w) in words("bodies") for w in every):
        return tuple(every)  # *The Justice Department*: no justice's.
    found = [w for i, w in enumerate(every) if w not in words("honorifics") and (w != "s" or not i)]
    while len(found) > 1 and (found[0] in offices() or is_calling(found[0])):
        # *Prefect Sow*: an office, which one may have taken into the name.
        del found[0]
    return tuple(found)


@cache
def same_name(a: str, b: str) -> bool:
    """Whether two names are one's.

    One has all words of the other; surname and first letter are the same; both are spellings of one name in other letters; or
    both are the same sort of body (*the army*, *the General Staff*), and nothing tells two of them apart.
    """
    a, b = (_APOSTROPHE.sub("", name.replace("ı", "i")) for name in (a, b))
    x, y = words_of(a), words_of(b)
    if _only_stands_in(a, b) or _only_stands_in(b, a):
        return False
    if x <= y or y <= x or abbreviates(a, b) or abbreviates(b, a):
        return True
    p, q = _person(a), _person(b)
    if p and q and (set(p) <= set(q) or set(q) <= set(p)):
        return True
    if p and q and p[-1] == q[-1] and len(p) <= 3 and len(q) <= 3 and p[0][0] == q[0][0] and 1 in (len(p[0]), len(q[0])):
        return True
    return _one_kind(a, b) or _in_compound(x, y) or _in_compound(y, x) or _spelt_alike(" ".join(p), " ".join(q))


@cache
def _only_stands_in(noun: str, name: str) -> bool:
    """Whether a body's noun stands in a name only to say of whom or of what that is: *county*, *Hill County Sheriff's Office*."""
    bare, sort = english(noun), lexicons.singular(english(noun))
    if sort not in words("bodies") or _kind(noun) is not None or " " in bare or _stem(bare) not in words_of(name):
        return False
    part = _OF.split(english(name).rpartition(" s ")[2])[0].split()
    ends = {_stem(word) for word in part[:1] + part[-1:]}
    return " " in english(name) and not name.islower() and _stem(bare) not in ends


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Words that tell of what kind a body is, a space before and behind them, the longest first, and the kinds."""
    return tuple(sorted(((f" {row['words']} ", row["kind"]) for row in rows("kinds")), key=lambda one: -len(one[0])))


@cache
def _kind(name: str) -> tuple[str, frozenset[str]] | None:
    """What sort of body a name is, and its other words."""
    low = f" {english(name)} "
    if low.strip() in words("towns"):
        return "council", frozenset()
    for called, kind in _kinds():
        if called in low and f"{called}s " not in low:
            rest = low.replace(called, " ")
            return kind, frozenset(_land(w) for w in rest.split() if w not in _SMALL and w not in ("centre", "center", "command"))
    return None


def _land(word: str) -> str:
    """A land's name and what is of it, alike: *Korvia*, *Korvian*, *Korvians*."""
    bare = lexicons.singular(word)
    stems = (bare.removesuffix(ending) for ending in ("stani", "stan", "ian", "ia", "an", "a", "i") if bare.endswith(ending))
    return next((stem for stem in stems if len(stem) >= _STEM), _stem(word))


def is_public(name: str) -> bool:
    """Whether a name is that of one who governs, or does the work of a state or a town."""
    return _kind(name) is not None


def is_government(name: str) -> bool:
    """Whether a name is that of those who govern a state."""
    kind = _kind(name)
    return kind is not None and kind[0] == "government"


def governs(land: str, name: str) -> bool:
    """Whether a name is that of a land's government: *Korvia*, *the Korvian government*."""
    kind = _kind(name)
    return kind is not None and kind[0] == "government" and bool(kind[1]) and kind[1] <= {_land(w) for w in folded(land).split()}


def _one_kind(a: str, b: str) -> bool:
    x, y = _kind(a), _kind(b)
    return x is not None and y is not None and x[0] == y[0] and (x[1] <= y[1] or y[1] <= x[1])


def _in_compound(bare: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one is only a sort of body and the other has it within a word: *the museum*, *Uhrenmuseum Hinterau*."""
    noun = next(iter(bare)) if len(bare) == 1 else ""
    return noun in words("bodies") and any(word.endswith(noun) for word in other)


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two full names of people are spellings of one."""
    if a.replace(" ", "") == b.replace(" ", "") and len(a) > _BONES:
        # *Mak Som*, *Maksom*
        return True
    if " " not in a and " " not in b:
        # *Father Varsonofy*, *Hegumen Varsonofiy*
        return len(_skeleton(a)) > _BONES and _skeleton(a) == _skeleton(b) and {a, b}.isdisjoint(words("bodies"))
    if " " not in a or " " not in b:
        return False
    p, q = a.split(), b.split()
    short, long = sorted((p[-1], q[-1]), key=len)
    if long in {short + ending for ending in _FAMILIES} and len(short) >= _LONG and _given_alike(p[-2], q[-2]):
        # *Orozakun*, *Orozakunov*
        return True
    if (
        {p[-1], q[-1]}.isdisjoint(words("bodies"))
        and len(_skeleton(p[-1])) >= _BONES
        and _skeleton(p[-1]) == _skeleton(q[-1])
        and _given_alike(p[0], q[0])
    ):
        return True
    one, other = person(a), person(b)
    if one is None or other is None or one.short or other.short:
        return False
    if compare(one, other).relation in ("same", "less", "more"):
        return True
    # Of a double surname one may be left out: *Mohapatra-Das* and *Mohapatro*.
    pairs = [(x, y) for x in one.words[1:] for y in other.words[1:] if min(len(x), len(y)) >= _LONG and x != y]
    if len(one.words) == len(other.words):
        pairs = [pair for pair in pairs if pair == (one.words[-1], other.words[-1])]
    if not any(Levenshtein.normalized_similarity(sound(x), sound(y)) >= _FUZZY for x, y in pairs):
        return False
    given = one.words[0], other.words[0]
    return bones(given[0]) == bones(given[1]) or given_near(one.first[0], other.first[0])[0] > 0 or _given_alike(*given)


_BONES = 4
"""Consonants of a surname that are not the same by chance in two people who speak to one matter."""
_FAMILIES = ("ov", "ova", "ev", "eva", "yev", "yeva", "uly", "zade", "oglu", "i")
"""What a surname has in one tongue and not in another."""
_LETTERS = tuple(
    pair.split(">")
    for pair in (
        "dzh>zh tsch>s sch>s tch>s ch>h kh>h gh>g sh>s zh>s ph>f tz>s ts>s cz>s dz>s dj>j ck>k x>ks q>k c>k w>v z>s"
    ).split()
)
"""What papers write for one sound of another tongue, the longer ones first."""


@cache
def _skeleton(word: str) -> str:
    """A word's consonants, in which the usual transliterations are one: *Kuznetsov*, *Kusnezow*."""
    for written, sound_ in _LETTERS:
        word = word.replace(written, sound_)
    bare = re.sub(r"[aeiouyjh]", "", word[:1].replace("h", "H") + word[1:])
    return re.sub(r"(.)\1+", r"\1", bare).removesuffix("s")


def _given_alike(a: str, b: str) -> bool:
    """Whether two given names may be one: by their consonants, or one is the other's first letter."""
    if 1 in (len(a), len(b)):
        return a[0] == b[0] or _skeleton(f"{a}a")[:1] == _skeleton(f"{b}a")[:1]
    alike = Levenshtein.normalized_similarity(sound(a), sound(b))
    return _skeleton(a) == _skeleton(b) or alike >= (_FUZZY if min(len(a), len(b)) < _LONG else _LONG_FUZZY)
