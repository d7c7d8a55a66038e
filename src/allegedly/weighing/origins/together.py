"""The several voices of one breath: *a driver and a neighbour*, *both the fire service and the owners*."""

from __future__ import annotations

import re

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import DETERMINED, Hop, head, is_calling, is_indefinite, is_name, is_paper, offices
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.outlets import known
from allegedly.weighing.origins.staff import whose_reporters
from allegedly.weighing.origins.vocabularies import words

_PHRASE = 300
"""Characters of a description that are looked at."""
_BOTH = re.compile(r"^(?:both|either) ", re.IGNORECASE)
_EACH = re.compile(r" (?:both|each|all)$", re.IGNORECASE)
"""*The mayor and the union both* say so."""
_AND = re.compile(r" (?:and|as well as|along with|together with) ")
_JOINED = re.compile(r",? (?:and|as well as|along with|together with) (?:also )?|, (?=(?:an?|the|two|three|his|her|its|their) )")
_DESCRIBED = re.compile(
    r"(?:[A-Z][\w.'’-]*\.? ){0,2}[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,3} ?(?:\([^()]{1,30}\))?,"
    r" (?!who |and |[A-Z][\w'’-]+ [A-Z][\w'’-]+,)(?:an? |the |[A-Z][\w'’-]+ )?[\w'’ -]{3,80}? and (?:an? |the )"
)
"""*Ana Ruiz, an engineer and a member of the board*; *Ivo Brandt, Fenland Republican and a member of the committee*."""
_WITHIN = re.compile(r" (?:in|from|of|between|across|for|against|near|to|at|with) (?:the )?(?:[A-Z][\w.'’-]* ?)+$")
"""*The office for Orrel* of *the office for Orrel and Hask*: one."""
_A_NAME_BEGUN = re.compile(r"\b[Tt]he (?:[A-Z][\w'’-]+,? )+and $")
_LAST_CAPITAL = re.compile(r"(?:[A-Z][\w'’-]+ ){0,3}(?P<noun>[A-Z][\w'’-]+)")
"""What stands before and behind the *and* of *the Metal and Foundry Union*."""
_PARTS = 5
"""Voices of one breath that are told apart."""


def together(naming: Naming, text: str, at: int) -> tuple[Hop, ...]:
    """The voices of one breath that the words tell apart: *a driver and a neighbour*; none where they are not several."""
    parts: list[tuple[str, int]] = []
    begin = 0
    bare = _EACH.sub("", text[:_PHRASE])
    if not _AND.search(bare):
        return ()
    if (paper := whose_reporters(bare)) and (naming.is_outlet(paper) or known(paper)):
        return ()  # *The Courier's Ana Ruiz and Ivo Brandt*: the Courier
    if both := _BOTH.match(bare):
        begin = both.end()
    for m in _JOINED.finditer(bare, begin):
        parts.append((bare[begin : m.start()], begin))
        begin = m.end()
    parts.append((bare[begin:], begin))
    if not 1 < len(parts) <= _PARTS or not all(part for part, _ in parts):
        return ()
    first, *rest = [part for part, _ in parts]
    if _DESCRIBED.match(bare):
        return ()  # *Ana Ruiz, an engineer and a member of the board*: one, by what she is.
    if " of " in first and not is_indefinite(rest[-1]) and not _met(naming, at + parts[-1][1], rest[-1]):
        return ()
    if _WITHIN.search(parts[-2][0]) and getattr(_met(naming, at + parts[-1][1], parts[-1][0]), "kind", "") in ("place", "state"):
        return ()  # *The coalition that fights in Orrel and Hask*
    if not all(_apart(naming, at + offset, part) for part, offset in parts):
        return ()
    if any(_is_one_name(bare[:end], bare[end:]) for _, end in parts[1:]):
        return ()
    hops = [naming.hop(part, _met(naming, at + offset, part), "unnamed", at + offset) for part, offset in parts]
    return tuple(hops) if all(h.kind not in ("own", "nobody") for h in hops) else ()


def _is_one_name(before: str, behind: str) -> bool:
    """Whether what *and* joins is the name of one body: *the Metal and Foundry Union*."""
    noun = _LAST_CAPITAL.match(behind)
    return noun is not None and _A_NAME_BEGUN.search(before) is not None and folded(noun["noun"]) in words("bodies")


def _met(naming: Naming, at: int, part: str) -> Entity | None:
    return naming.mentions.met(at, at + len(part))


def _apart(naming: Naming, at: int, part: str) -> bool:
    """Whether a part of what is joined is somebody by itself; *who sells ice and stood beside Ana Ruiz* is not two."""
    first = part.split(" ", 1)[0]
    if first.islower() and not DETERMINED.match(f"{first} ") and first not in offices() and not is_calling(first):
        return False
    met = _met(naming, at, part)
    if met is not None and is_name(met.name) and (met.kind != "person" or " " in met.name):
        return met.kind in ("person", "organisation", "state", "outlet") or DETERMINED.match(part.lower()) is not None
    if not (DETERMINED.match(part.lower()) or is_indefinite(part)) or part.lower().startswith(("some ", "many ", "several ")):
        return False
    noun = lexicons.singular(head(folded(part)))
    sort = lexicons.sorts().get(noun)
    if is_indefinite(part):
        return not part.lower().startswith("another ")
    persons = sort is not None and sort.kind in ("person", "organisation", "group", "document")
    return persons or noun in words("bodies") or noun in offices() or is_paper(noun) or noun.endswith(("er", "or", "ist", "ian"))
