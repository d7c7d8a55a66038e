"""From a ground to a reason: one sentence with the words that decided (``vocabulary/reasons.tsv``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from allegedly.model import Reason
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allegedly.model import Span
    from allegedly.reading.ground import Ground
    from allegedly.reading.parse import Parse

_LONGEST = 60
"""Characters of a quotation in a sentence; what is longer is cut in the middle."""
_NAMES = "abcd"
_SUREST = 0.99
"""What no count on so few articles shows to be surer."""
_DRAWN = 5
"""Cases that the share of a whole field counts for."""


@cache
def sentences() -> Mapping[str, tuple[str, str]]:
    """By rule, who decides and the sentence: ``{0}`` is what stands at the first place, ``{a}`` the first thing said beside."""
    return MappingProxyType({r["rule"]: (r["by"], r["sentence"]) for r in rows("reasons")})


@cache
def told(name: str, key: str, column: str = "reason") -> Mapping[str, str]:
    """What a vocabulary says of each of its entries; of one with several lines, the first."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[key], row[column])
    return MappingProxyType(found)


def a(noun: str) -> str:
    """The noun with *a* or *an*."""
    if noun == "other":
        return "something of another kind"
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def quote(parse: Parse, span: Span) -> str:
    """The words of a span on one line, cut in the middle where they are many."""
    words = " ".join(parse.text[span[0] : min(span[1], span[0] + 4 * _LONGEST)].split())
    if span[1] - span[0] <= 4 * _LONGEST and len(words) <= _LONGEST:
        return words
    last = " ".join(parse.text[max(span[0], span[1] - _LONGEST) : span[1]].split())
    half = _LONGEST // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {last[-half:].split(' ', 1)[-1]}"


@cache
def _counts() -> Mapping[tuple[str, str], tuple[int, int]]:
    """How often a rule's finding in a field was right on the development set, and of how many; by the field alone too."""
    lines = files("allegedly.reading").joinpath("data", "sureness.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:]]
    return MappingProxyType({(field, rule): (int(right), int(of)) for field, rule, right, of in cells})


def sureness(field: str, rule: str) -> float | None:
    """Share of such findings that are right, those of few cases drawn towards the field's; null where nobody has counted."""
    whole = _counts().get((field, ""))
    if whole is None:
        return None
    share = (whole[0] + 1) / (whole[1] + 2)
    right, of = _counts().get((field, rule), (0, 0))
    return min(_SUREST, (right + _DRAWN * share) / (of + _DRAWN))


def reason(parse: Parse, field: str, ground: Ground, confidence: float | None = None) -> Reason:
    """The reason for a field of a record; where the record itself does not say how sure it is, the rule's share does."""
    if confidence is None and field not in ("source.kind", "source.voice", "source.anonymity"):
        confidence = sureness(field.partition(".")[0], ground.rule)
    by, sentence = sentences()[ground.rule]
    spans = [at if isinstance(at, tuple) else parse.span(at, at) for at in ground.at]
    said = dict(zip(_NAMES, ground.said, strict=False))
    return Reason(
        field=field,
        because=sentence.format(*(quote(parse, span) for span in spans), **said),
        spans=tuple(dict.fromkeys(spans)),
        rule=ground.rule,
        by=by.format(**said),
        confidence=None if confidence is None else round(confidence, 2),
    )
