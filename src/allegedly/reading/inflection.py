"""Base forms of English verbs and nouns, for looking words up: *denied* → *deny*, *admitted* → *admit*, *claims* → *claim*.

Irregular forms are listed in ``vocabulary/irregular.tsv``. Of the bases that a regular form could have (*believ*, *believe*),
one that the cue vocabulary knows is taken, else the one that spelling makes likeliest.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from allegedly.reading.vocabularies import rows

_DOUBLED = re.compile(r".*[aeiou]([bdgklmnprtvz])\1$")
_KEEPS_DOUBLE = re.compile(r".*(?:[aeiou]ll|ss|ff|zz)$")


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in rows("irregular")}


@cache
def _irregular_bases() -> frozenset[str]:
    return frozenset(_irregular().values())


@cache
def _known() -> frozenset[str]:
    return frozenset(row["cue"] for row in rows("stances") if " " not in row["cue"])


@lru_cache(maxsize=65_536)
def lemma_of(word: str) -> str:
    """Base form of a word in lower case; the word itself where it has no ending that can go."""
    irregular = _irregular().get(word)
    if irregular is not None:
        return irregular
    known = _known()
    if word in known or word in _irregular_bases():
        return word
    bases = _bases(word)
    return next((base for base in bases if base in known), bases[0] if bases else word)


def _bases(word: str) -> list[str]:
    """What a regular form can be a form of, the likeliest first."""
    if len(word) < 4:
        return []
    if word.endswith(("ies", "ied")):
        # *lies*, *tied*; but *tries*, *denied*.
        return [word[:-1], word[:-3] + "y"] if len(word) == 4 else [word[:-3] + "y", word[:-1]]
    if word.endswith("s"):
        if word.endswith(("ss", "us", "is")):
            return []
        if word.endswith(("shes", "ches", "sses", "xes", "zzes")):
            return [word[:-2], word[:-1]]
        return [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and re.search("[aeiouy]", stem):
            if _DOUBLED.match(stem) and not (_KEEPS_DOUBLE.match(stem) and len(stem) < 5):
                return [stem[:-1], stem, stem + "e"]
            return [stem + "e", stem] if _silent(stem) else [stem, stem + "e"]
    return []


def _silent(stem: str) -> bool:
    """Whether the stem more likely lost an *e* than not."""
    if stem.endswith(
        ("c", "u", "v", "z", "dg", "rg", "ang", "eng", "rs", "ns", "as", "es", "is", "os", "us", "ys")
    ) and not _KEEPS_DOUBLE.match(stem):
        return True
    if stem[-1] in "wxy":
        return False
    vowel = re.search(r"[aeiou]+[^aeiou]*$", stem)
    # One vowel and one consonant without doubling: *hope*, *state*, but *visit*, *offer* have two syllables.
    return bool(vowel and len(vowel[0]) == 2 and len(re.findall(r"[aeiouy]+", stem)) == 1)
