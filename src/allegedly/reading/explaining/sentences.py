"""From a ground to a reason: one sentence with the words that decided (``vocabulary/reasons.tsv``)."""

from __future__ import annotations

from functools import cache
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


def reason(parse: Parse, field: str, ground: Ground, confidence: float | None = None) -> Reason:
    """The reason for a field of a record."""
    by, sentence = sentences()[ground.rule]
    spans = [at if isinstance(at, tuple) else parse.span(at, at) for at in ground.at]
    said = dict(zip(_NAMES, ground.said, strict=False))
    return Reason(
        field=field,
        because=sentence.format(*(quote(parse, span) for span in spans), **said),
        spans=tuple(dict.fromkeys(spans)),
        by=by.format(**said),
        confidence=None if confidence is None else round(confidence, 2),
    )
