"""How a claim spread: a mark for each article on the day when it was published; those who deny or doubt it below the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from markupsafe import Markup

from allegedly.model_claims import Claim, ClaimStatement
from allegedly.publishing.words import day, many
from allegedly.web.pictures.svg import element, picture

_WIDTH, _EDGE, _STEP = 760.0, 14.0, 11.0
_HIGHEST = 9
"""Marks over one another; more of them are counted."""
_TICKS = 7
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def spread(claim: Claim, address: Callable[[str], str]) -> Markup | None:
    """The picture; null where fewer than two days are known."""
    once: dict[tuple[str, bool], ClaimStatement] = {}
    for s in claim.statements:
        if s.published and s.side != "neutral":
            once.setdefault((s.statement.rpartition(":")[0], s.side == "for"), s)
    days = [date.fromisoformat(s.published) for s in once.values() if s.published]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    above, below = _stacks(once, first, last)
    up = 20 + _STEP * min(_HIGHEST, max(map(len, above.values()), default=0))
    down = 26 + _STEP * min(_HIGHEST, max(map(len, below.values()), default=0))
    content = [*_axis(first, last, up), *_marks(above, up, -1, address), *_marks(below, up, 1, address)]
    title = f"How it spread: {many(len(once), 'article')} from {day(first.isoformat())} to {day(last.isoformat())}"
    return picture(_WIDTH, up + down, content, title=title, kind="spread")


Stacks = dict[int, list[ClaimStatement]]


def _stacks(once: dict[tuple[str, bool], ClaimStatement], first: date, last: date) -> tuple[Stacks, Stacks]:
    """The articles that stand over one another, by their place on the line."""
    above: Stacks = {}
    below: Stacks = {}
    for (_, own), s in once.items():
        at = _x(date.fromisoformat(s.published or ""), first, last)
        (above if own else below).setdefault(round(at / _STEP), []).append(s)
    return above, below


def _x(at: date, first: date, last: date) -> float:
    return _EDGE + (_WIDTH - 2 * _EDGE) * (at - first).days / max(1, (last - first).days)


def _axis(first: date, last: date, y: float) -> Iterator[Markup]:
    yield element("path", class_="axis", d=f"M0,{y:.0f} H{_WIDTH:.0f}")
    span = (last - first).days
    ticks = min(_TICKS, span + 1)
    for i in range(ticks):
        at = first + timedelta(days=round(span * i / max(1, ticks - 1)))
        x = _x(at, first, last)
        told = f"{at.day} {_MONTHS[at.month - 1]}" + (f" {at.year}" if i in (0, ticks - 1) else "")
        anchor = "start" if i == 0 else "end" if i == ticks - 1 else "middle"
        yield element("path", class_="axis", d=f"M{x:.1f},{y:.0f} v4")
        edge = 0.0 if i == 0 else _WIDTH if i == ticks - 1 else x
        yield element("text", told, class_="tick", x=edge, y=y + 17, text_anchor=anchor)


def _marks(stacks: Stacks, y: float, way: int, address: Callable[[str], str]) -> Iterator[Markup]:
    for place, those in stacks.items():
        x = min(_WIDTH - 6, max(6, place * _STEP))
        base = y + (way * 9 if way < 0 else 28)
        for height, s in enumerate(those[:_HIGHEST]):
            at = base + way * _STEP * height
            told = f"{s.outlet or 'outlet not known'}, {day(s.published or '')}: {s.source or 'nobody named'}"
            shape = (
                element("circle", class_=f"dot {s.side}", cx=x, cy=at, r=4.5)
                if s.side == "for"
                else element("path", class_=f"cross {s.side}", d=f"M{x - 4:.1f},{at - 4:.1f} l8,8 m0,-8 l-8,8")
            )
            yield element("a", [element("title", told), shape], href=address(s.statement), aria_label=told)
        if len(those) > _HIGHEST:
            yield element(
                "text", f"+{len(those) - _HIGHEST}", class_="tick", x=x, y=base + way * _STEP * _HIGHEST, text_anchor="middle"
            )
