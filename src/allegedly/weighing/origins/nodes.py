"""A root or a station of one claim, as it is compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.vocabularies import calendar

_CLAUSE = re.compile(r", (?:who|which|whose|where|whom) ")
"""What is told of somebody behind his name."""
_DAY = re.compile(rf" (?:(?:late|early) )?(?:on )?(?:{'|'.join(calendar('day'))})(?: (?:night|morning|evening|afternoon))?$")
"""*The Ruiz campaign on Sunday*."""
_ONE_OF = re.compile(
    r"[Oo]ne of (?:the|his|her|their) [^,]{2,60}, (?P<name>[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}),?$"
)
"""*One of the women, Ana Ruiz*: she has a name."""
_BEHIND = re.compile(
    r" (?:of|who|that|which|in|at|for|from|on|by|to|with|close|involved|familiar|said|seen|obtained|leaked|published"
    r"|released|shown|passed|sent|held|found|whose|where|within|inside|near|among) "
)
"""What stands behind a voice's noun."""


@dataclass(slots=True)
class Node:
    """A root or a station of one claim."""

    kind: str
    """voice, document, unnamed, outlet, external"""
    name: str
    whole: int | None = None
    bodies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    definite: bool = False
    outlet: str = ""
    """To whom an unnamed source spoke, or who saw it."""
    quotes: set[str] = field(default_factory=set)
    article: int = 0
    statement: int | None = None
    sort: str = ""
    """What sort of entity the reader takes it for."""
    described: tuple[str, ...] = ()
    """The common nouns by which it is described."""
    wrote: bool = False
    """Whether it is told of him that he wrote the paper in question."""
    paper: str = ""
    """The words for the document in which a voice says it."""
    said: str = ""
    """What it is reported to say, folded."""
    day: str = ""
    """When the article came out."""
    bare: bool = False
    """Whether it is an outlet's article that gives no source, and on whose word others rest."""
    also: set[int] = field(default_factory=set)
    """Other articles that have it."""

    def key(self) -> tuple[object, ...]:
        """What is the same is surely one."""
        if self.kind in ("unnamed", "outlet"):
            return self.kind, folded(self.name) if self.kind == "unnamed" else "", self.outlet, self.bodies
        return self.kind, folded(self.name), self.bodies


def node_of(hop: Hop, outlet: str, quotes: frozenset[str], article: int, statement: int | None) -> Node:
    """The root or station that a hop is."""
    kind = {"own": "outlet", "outlet": "external"}.get(hop.kind, hop.kind)
    shown = _CLAUSE.split(hop.name, maxsplit=1)[0]
    name = shown[0].lower() + shown[1:] if re.match(r"(?:The|A|An|His|Her|Its) [a-z]", shown) else shown
    name = _DAY.sub("", name)
    if kind == "unnamed" and (one := _ONE_OF.match(name)):
        kind, name = "voice", one["name"]
    return Node(
        kind,
        # Whose people were there is not known where the outlet is not.
        name or "the article",
        hop.whole,
        hop.bodies,
        hop.offices,
        hop.definite,
        outlet,
        set(quotes),
        article,
        statement,
        hop.sort,
        hop.described,
        hop.wrote,
        hop.paper,
    )


def head_of(name: str) -> str:
    """The noun of a voice's name, in the singular: *trust* of *the leisure trust that runs the lido*."""
    first = _BEHIND.split(f"{folded(name)} ")[0].split()
    return lexicons.singular(first[-1]) if first else ""
