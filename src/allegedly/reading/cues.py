"""The cue vocabulary: which words attribute, and what kind of saying each is."""

from __future__ import annotations

from functools import cache

from allegedly.reading.vocabularies import rows


@cache
def _families() -> dict[str, str]:
    return {row["cue"]: row["act"] for row in rows("stances")}


def family_of(lemma: str) -> str:
    """The act that the vocabulary gives the cue (*statement*, *demand* …), or empty where it does not know it."""
    return _families().get(lemma, "")


@cache
def hedges() -> frozenset[str]:
    """Verbs by which an outlet holds back in its own voice (*seems*, *appears*): no attribution to anybody."""
    return frozenset(row["cue"] for row in rows("hedges"))


@cache
def rejections(use: str) -> frozenset[str]:
    """Words of turning down that have this use: ``claim`` (what is turned down), ``false`` (what it is called) and so on."""
    return frozenset(row["word"] for row in rows("rejections") if row["use"] == use)


@cache
def denials() -> frozenset[str]:
    """Cues whose source turns down what they attribute."""
    return frozenset(row["cue"] for row in rows("stances") if row["stance"] == "denies")
