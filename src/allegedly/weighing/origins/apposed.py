"""Who is meant where the words for a source name several, one by another: *Rye Flakes' parent company, Fenland Mills*.

The reader takes the first of them, or a piece of a name: *TV* of *KFEN-TV*.
"""

from __future__ import annotations

import re

from allegedly.model import Entity
from allegedly.weighing.origins.hops import is_name

_NAME = r"[A-Z][\w&.'’-]*(?: (?:&|of|the|and|for|[A-Z][\w&.'’-]*)){0,5}"
_BEHIND = re.compile(r"[^,]{2,80}?(?:(?P<its>, (?:her|its|his|their))|['’]s?) (?:[a-z-]+ ){0,4}[a-z]+, (?P<name>" + _NAME + r")$")
"""*Rye Flakes' parent company, Fenland Mills*; *off Cape Grim, her owner, Corven Shipping*."""
_ONE_OF = re.compile(r"[Oo]ne of (?:the |her |his |its |their |those |several |[a-z]+ )[^,]{2,80}, (?P<name>" + _NAME + r")$")
"""*One of the women, Ana Ruiz*."""
_AND_OTHERS = re.compile(
    r"(?P<who>.{3,120}?),? (?:and|as well as|along with|among) (?:(?:several|many|some|a few|various) )?others?(?: [\w-]+){0,3}$"
)
"""*The Courier and other news outlets*."""
_FULLER = re.compile(r"(?P<before>(?:\b[A-Z][\w'’]+-)+|\b\d{1,3} |(?:[A-Z][\w'’-]* )+(?:sans|sem|sin|senza|ohne|ni) )$")
"""What a reader cuts off before a name: *KFEN-TV*, *38 North*, *Pilotes sans Frontières*."""
_LONGEST = 200
"""Characters of the words for a source that are looked at."""


def by_name(text: str, entity: Entity | None) -> str:
    """The name at the end that says who is meant, where the reader has another; else nothing.

    Args:
        text: The words for a source.
        entity: Who is meant by them, as the reader has it.
    """
    if len(text) > _LONGEST:
        return ""
    if m := _ONE_OF.match(text):
        return m["name"]
    m = _BEHIND.match(text)
    if m is None or (not m["its"] and (entity is None or entity.name in m["name"] or m["name"] in entity.name)):
        return ""
    return m["name"]


def without_others(text: str) -> str:
    """The words without those who are named by nobody behind them: *the Courier* of *the Courier and other papers*."""
    m = _AND_OTHERS.match(text[:_LONGEST])
    return m["who"] if m and is_name(m["who"]) else text


def fuller(text: str, name: str) -> str:
    """The whole name that stands in the words for a source, where the reader has but its end; else nothing."""
    at = text[:_LONGEST].find(name)
    m = _FULLER.search(text, 0, at) if at > 0 and is_name(name) else None
    many = m is not None and m["before"][0].isdigit() and (name.endswith("s") or " " in name)  # *12 Democrats*
    return "" if m is None or many else m["before"] + name
