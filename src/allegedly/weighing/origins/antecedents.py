"""Whom *he* and *who* mean, and who speaks beside a name, where the reader has somebody who cannot be meant."""

from __future__ import annotations

import re
from functools import cache

from allegedly.model import Entity, Statement
from allegedly.weighing.origins.hops import is_name
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.vocabularies import words

_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|[A-Z][\w'’-]+)){1,3}")
_APPOSED = re.compile(
    r"(?:,| --?| —| –|—|–) ?(?:an?|the|his|her|its|their|[A-Z][\w'’-]+) ?[^,;\n]{2,100}?(?:,| --?| —| –|—|–)? ?"
)
"""Between a name and *who*: *Ana Ruiz, a diplomat in Orrel, who*."""
_TITLED = re.compile(r"(?:(?:[A-Z][\w.'’-]*|then|former|the) ){0,6}$")
"""What stands between that and his name."""
_BETWEEN = re.compile(r"(?:, [^,;\n]{3,60},)? $")
_I_AM = re.compile(r"\b(?:I(?: am|['’]m|,)?|[Mm]y name(?: is|['’]s)|[Mm]e,) $")
"""Before one's own name."""
_HE = ("he", "she")
_AROUND = 250
"""Characters before a place that are looked at."""
_PARAGRAPH = 1_000
"""Characters of a paragraph that are looked at."""
_AHEAD = 12
"""Characters before a name."""
_MENTIONS = 60
"""Mentions of somebody that are looked at."""


@cache
def _any_of(vocabulary: str) -> str:
    """A pattern for any word of a vocabulary."""
    return "|".join(re.escape(word) for word in sorted(words(vocabulary), key=len, reverse=True))


@cache
def _with() -> re.Pattern[str]:
    """Before somebody to whom another spoke."""
    return re.compile(
        rf"\b(?:{_any_of('exchanges')}) with (?:(?:[A-Z][\w'’]*|the|columnist|host|anchor|reporter|presenter) ){{0,3}}$"
    )


@cache
def _recorded() -> re.Pattern[str]:
    """Before somebody of whom it is told how he said it: *someone recorded Senator Ana Ruiz saying*."""
    return re.compile(rf"\b(?:{_any_of('recording')}) $")


@cache
def _in_which() -> re.Pattern[str]:
    """*A comment by Ana Ruiz on Monday in which he said*."""
    return re.compile(rf"\b(?:{_any_of('pieces')}) (?:by|from) (?P<who>[^,;\n]{{3,120}}?),? in which $")


@cache
def _others() -> re.Pattern[str]:
    """Behind a name that is but a part of another: *the Ruiz campaign*."""
    return re.compile(rf" (?:[A-Z]|(?:{_any_of('followings')})\b)")


def _bare(name: str) -> str:
    """The last word of a name, without *Jr.* and the like behind it."""
    found = [word for word in name.replace(",", "").split() if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return found[-1] if found else ""


def is_named_there(mentions: Mentions, entity: Entity, s: Statement, span: tuple[int, int] | None) -> bool:
    """Whether somebody is called by name in what *he* says: so nobody calls himself, and no name stands for a *he* before it.

    *“Ana Ruiz met many people,” she said*: another says so (Chomsky's binding principle C).

    Args:
        mentions: Who is meant in the article.
        entity: Whom the reader takes *he* for.
        s: The statement.
        span: Where *he* stands.
    """
    if span is None or not s.content or not is_name(entity.name):
        return False
    surname = _bare(entity.name)
    start, end = s.content[0][0], s.content[-1][1]
    if s.mode != "direct" and span[0] > start:
        return False  # *Ana Ruiz will go, she said*
    for x, y in entity.mentions[:_MENTIONS]:
        called = mentions.text[x:y]
        within = start <= x and y <= end and any(a <= x and y <= b for a, b in s.content)
        if not within or not is_name(called) or called.split()[-1] != surname:
            continue
        if not _others().match(mentions.text, y) and not _I_AM.search(mentions.text, max(0, x - _AHEAD), x):
            return True
    return False


def who(mentions: Mentions, at: int, begin: int) -> Entity | None:
    """The person who is described between his name and *who*.

    Args:
        mentions: Who is meant in the article.
        at: Where *who* stands.
        begin: Where its sentence begins.
    """
    begin = max(begin, at - _AROUND)
    found = None
    for x, y, e in mentions.inside(begin, at):
        if e.kind != "person" or not _NAME.fullmatch(mentions.text, x, y):
            continue
        if _APPOSED.fullmatch(mentions.text, y, at):
            found = e
    return found


def is_asking(text: str, s: Statement) -> bool:
    """Whether whom the reader has for the source is whom another spoke with: *in an interview with Ivo Brandt of Radio Fen*."""
    if s.source.span is None or s.mode == "direct":
        return False
    at = s.source.span[0]
    return _with().search(text, max(0, at - _AROUND), at) is not None


def recorded(mentions: Mentions, s: Statement) -> Entity | None:
    """Of whom it is told how he said it: *someone recorded Senator Ana Ruiz saying …*."""
    if not s.cue or not mentions.text[slice(*s.cue[0])].split(" ")[0].endswith("ing"):
        return None
    at = s.cue[0][0]
    for x, y, e in reversed(mentions.inside(max(0, at - _AROUND), at)):
        if e.kind != "person" or not is_name(mentions.text[x:y]):
            continue
        if not _BETWEEN.fullmatch(mentions.text, y, at):
            return None
        title = _TITLED.search(mentions.text, max(0, x - _AROUND), x)
        before = title.start() if title else x
        return e if _recorded().search(mentions.text, max(0, before - _AROUND), before) else None
    return None


def in_which(mentions: Mentions, s: Statement, begin: int) -> Entity | None:
    """Whose words they are in which *he* said it: *a comment by Ana Ruiz on Monday in which she said*."""
    if s.source.span is None or (s.source.text or "").lower() not in _HE:
        return None
    at = s.source.span[0]
    m = _in_which().search(mentions.text, max(begin, at - _AROUND), at)
    inside = mentions.inside(*m.span("who")) if m else []
    return next((e for x, y, e in inside if e.kind == "person" and is_name(mentions.text[x:y])), None)


def named_last(text: str, at: int, but: str) -> str:
    """Who is named in full last before a place, in its paragraph: *one came home: Ana Ruiz … “We swam,” she told us*.

    Args:
        text: The article's text.
        at: Where he speaks.
        but: Who cannot be meant.
    """
    begin = max(text.rfind("\n", 0, at), at - _PARAGRAPH, 0)
    found = [m[0] for m in _NAME.finditer(text, begin, at) if but not in m[0] and m[0].split()[0].lower() not in words("common")]
    return found[-1] if found else ""
