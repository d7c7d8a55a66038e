"""What became of those who are counted: killed, wounded, missing, arrested, displaced and the like.

By the grammar around the number: whom a verb befalls (*the blast killed 11*, *11 were killed*), who dies or flees, what stands
behind the number (*11 dead*), and what noun is counted (*11 deaths*).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from allegedly.model import Fate
from allegedly.reading.vocabularies import rows

if TYPE_CHECKING:
    from allegedly.reading.parse import Parse

_UP = ("conj", "appos", "nummod", "compound", "quantmod", "attr", "amod")
_CLIMB = 5
"""Steps from a number to the verb."""
_TOLL = 10
"""Tokens before a number in which *death toll* may stand."""


def fate_of(parse: Parse, first: int, last: int, counted: int | None) -> Fate | None:
    """What became of those counted by the number at tokens ``first`` to ``last``; ``counted`` is the noun, if there is one."""
    if counted is not None and (fate := _word(parse.lower[counted], "noun")):
        return fate
    end = last if counted is None else counted
    fate = _behind(parse, end) or _by_verb(parse, end)
    if fate is None and counted is None and "toll" in parse.lower[max(0, first - _TOLL) : first]:
        return "killed"
    return fate


@cache
def _words() -> dict[tuple[str, str], Fate]:
    return {(word, row["kind"]): cast("Fate", row["fate"]) for row in rows("fates") for word in row["words"].split()}


def _word(word: str, kind: str) -> Fate | None:
    return _words().get((word, kind))


def _behind(parse: Parse, end: int) -> Fate | None:
    """*11 dead*, *20 others injured*, *11 people killed*."""
    i = end + 1
    if parse.lower[i : i + 1] in (["others"], ["more"], ["people"]):
        i += 1
    if i >= len(parse):
        return None
    fate = _word(parse.lower[i], "state") or (_word(parse.lower[i], "object") if parse.tag[i] in ("VBN", "JJ") else None)
    return fate if fate and parse.child(i, "dobj") is None else None


def _by_verb(parse: Parse, token: int) -> Fate | None:
    for _ in range(_CLIMB):
        dep, head = parse.dep[token], parse.head[token]
        if head == token:
            return None
        word = parse.lower[head]
        if dep in ("dobj", "nsubjpass"):
            return _word(word, "object") or _state_below(parse, head)
        if dep == "nsubj":
            return _word(word, "subject") or _word(word, "state") or _state_below(parse, head)
        if dep == "pobj" and word in ("including", "of"):
            token = parse.head[head]
            continue
        if dep not in _UP:
            return None
        token = head
    return None


def _state_below(parse: Parse, verb: int) -> Fate | None:
    """*are missing*, *made 300 families homeless*, *shot dead four guards*."""
    for child in parse.children[verb]:
        if parse.dep[child] in ("acomp", "oprd", "advmod", "ccomp", "xcomp", "amod", "attr") and (
            fate := _word(parse.lower[child], "state")
        ):
            return fate
    return None
