"""The vocabularies of voices: titles, role nouns, documents, outlets, metonyms, first names, states.

Each is a table ``vocabulary/NAME.tsv`` with a header and, for every row, the reason why it stands there. They are read once
a process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "thieves": "thief",
    "data": "data",
    "news": "news",
    "people": "people",
    "police": "police",
    "clergy": "clergy",
    "analyses": "analysis",
    "findings": "findings",
    "statistics": "statistics",
    "headquarters": "headquarters",
    "press": "press",
    "congress": "congress",
    "business": "business",
    "minutes": "minutes",
    "papers": "paper",
    "media": "media",
}
CORPORATE = frozenset("inc corp co ltd llc plc spa ag sa se nv bv gmbh company corporation group limited holdings".split())
"""Legal forms and their like, by which companies' names end."""
_KEEP = ("ss", "us", "is", "ics")


@dataclass(frozen=True, slots=True)
class Sort:
    """What a common noun says of whoever it is used of."""

    kind: str
    gender: str
    unnamed: bool = False
    document: str = ""
    """Class of document, so that *the story* can be *the report*."""


@cache
def singular(word: str) -> str:
    """The singular of a lower-case English noun, by its ending; what has none is given back."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("women", "men")):
        return word[:-2] + "an"
    if not word.endswith("s") or len(word) < 4 or word.endswith(_KEEP):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


_DOUBLED = frozenset({"dub", "slam"})


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular English verb: *dub*, *dubs*, *dubbed*, *dubbing* (and of *know*, the one irregular in use)."""
    if verb == "know":
        return ("know", "knows", "knew", "known", "knowing")
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb in _DOUBLED:
        return verb, third, verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    doubled = (verb + "led", verb + "ling") if verb.endswith("el") else ()
    return verb, third, verb + "ed", verb + "ing", *doubled


@cache
def sorts() -> Mapping[str, Sort]:
    """Common nouns of ``rolenouns.tsv`` and ``documents.tsv``, in the singular."""
    found = {r["noun"]: Sort("document", "", document=r["class"]) for r in rows("documents")}
    found.update({r["noun"]: Sort(r["kind"], r["gender"], r["unnamed"] == "yes") for r in rows("rolenouns")})
    for r in rows("documents"):
        # "Paper" is both: the newspaper is what it means as a voice, the study where it has an author.
        if found[r["noun"]].kind != "outlet":
            found[r["noun"]] = Sort("document", "", document=r["class"])
    return MappingProxyType(found)


@cache
def bodies() -> frozenset[str]:
    """Nouns that mean a body where they speak, and mostly something else where they do not: *the fire service said*."""
    return frozenset(r["noun"] for r in rows("bodies"))


@cache
def shells() -> frozenset[str]:
    """Nouns that stand for a clause or for what *of* brings, and are seldom spoken of themselves (Schmid 2000)."""
    return frozenset(r["noun"] for r in rows("shells"))


@cache
def titles() -> Mapping[str, str]:
    """Titles as written → gender of who bears them (empty where it says nothing)."""
    return MappingProxyType({r["title"]: r["gender"] for r in rows("titles")})


@cache
def addresses() -> frozenset[str]:
    """Titles that are forms of address and no offices, as *Mr.* and *Dr.* are."""
    return frozenset(r["title"] for r in rows("titles") if r["kind"] in ("address", "degree"))


@cache
def first_names() -> Mapping[str, str]:
    """First names → gender."""
    return MappingProxyType({r["name"]: r["gender"] for r in rows("firstnames")})


@cache
def forenames() -> Mapping[str, str]:
    """First names → gender: those of ``first_names``, and the many more of a census, which may be something else besides."""
    return MappingProxyType({**{r["name"]: r["gender"] for r in rows("forenames")}, **first_names()})


@cache
def lone_names() -> frozenset[str]:
    """First names that are so common that one by itself is somebody's."""
    return frozenset(first_names()).union(r["name"] for r in rows("forenames") if r["common"] == "yes")


@cache
def outlets() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """News outlets by the first word of what they are called: the words, and the outlet's full name."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for r in rows("outlets"):
        for called in [r["name"], *filter(None, r["also"].split("|"))]:
            words = tuple(called.replace("’", "'").split())
            found.setdefault(words[0], []).append((words, r["name"]))
            if words[0] in ("The", "the"):
                found.setdefault(words[1], []).append((words[1:], r["name"]))
    return MappingProxyType({k: tuple(sorted(v, key=lambda pair: -len(pair[0]))) for k, v in found.items()})


@cache
def mastheads() -> frozenset[str]:
    """Last words of the names of newspapers and broadcasters: *Gazette*, *Radio*."""
    return frozenset(r["word"] for r in rows("mastheads"))


@cache
def regions() -> frozenset[str]:
    """Names of regions, waters and facilities."""
    return frozenset(name for r in rows("regions") for name in (r["name"], *r["also"].split("|")) if name)


@cache
def epithets() -> frozenset[str]:
    """Words by which labels evaluate: *terror* group, *so-called* court. They tell nothing of which group is meant."""
    return frozenset(word for r in rows("labels") if r["use"] != "naming" for word in r["words"].lower().split())


@cache
def metonyms() -> Mapping[str, tuple[str, str]]:
    """Places that stand for offices or states: name → (whose, kind); ``capital`` is a town where it does not speak."""
    return MappingProxyType({r["name"]: (r["of"], r["kind"]) for r in rows("metonyms")})


@cache
def states() -> Mapping[str, str]:
    """States as they are called (long and short names, abbreviations) → one name."""
    found = {of: of for of, _ in metonyms().values() if of}
    for r in rows("countries"):
        for called in [r["name"], *filter(None, r.get("also", "").split("|"))]:
            found[called] = r["name"]
    return MappingProxyType(found)


@cache
def demonyms() -> Mapping[str, str]:
    """Adjectives and peoples → state: *Turkish*, *Turks*."""
    found = {}
    for r in rows("countries"):
        for word in filter(None, r.get("demonyms", "").split("|")):
            found[word] = r["name"]
    return MappingProxyType(found)
