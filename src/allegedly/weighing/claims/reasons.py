"""Why two statements are taken for the same: one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.weighing.claims.said import weight
from allegedly.weighing.claims.words import words

_SHOWN = 4
"""Words that are named at most."""


def reason(text: str, canonical: str) -> str:
    """What a statement has in common with the claim's wording, the rarest first, and where their numbers differ."""
    if " ".join(text.split()) == " ".join(canonical.split()):
        return "It is in the same words as the claim."
    own, theirs = words(text), words(canonical)
    known = set(theirs.stems)
    common: dict[str, str] = {}
    for stem, start, form in zip(own.stems, own.starts, own.forms, strict=True):
        if stem in known:
            common.setdefault(stem, text[start : start + len(form)])
    ranked = sorted(common, key=lambda stem: (-weight(stem), stem))[:_SHOWN]
    numbers = sorted(own.numbers - theirs.numbers) if theirs.numbers else []
    if not ranked:
        return "It is like others of the claim, though no word of the wording stands in it."
    said = f"It shares {_listed([common[stem] for stem in ranked])} with the claim's wording"
    return f"{said}; where that has {_listed(sorted(theirs.numbers))}, it has {_listed(numbers)}." if numbers else f"{said}."


def _listed(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
