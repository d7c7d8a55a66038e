"""The amounts that those who speak of a claim name, each voice on a line of its own, all on one axis."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from allegedly.model_claims import Claim, ClaimStatement, SaidAmount
from allegedly.publishing.words import many
from allegedly.web.pictures.svg import breadth, element, picture
from allegedly.web.templates import clipped

_ROW, _TOP, _AXIS = 26.0, 12.0, 460.0
_MOST = 16
"""Voices of one picture."""
_MARKS = 60
"""Marks on one line."""
_BROAD = 200
"""Where the greatest is so many times the least, the axis is in powers of ten."""


class Named(NamedTuple):
    """That somebody names an amount."""

    statement: ClaimStatement
    amount: SaidAmount


class Axis(NamedTuple):
    """What is counted, and the picture of it."""

    what: str
    picture: Markup


def amounts(claim: Claim, address: Callable[[str], str]) -> list[Axis]:
    """A picture for each thing of which voices, or one at two times, name different amounts; the most named first."""
    by = {s.statement: s for s in claim.statements}
    made = []
    for counted in sorted(claim.amounts, key=lambda counted: -len(counted.by)):
        those = [Named(by[said.statement], said) for said in counted.by if math.isfinite(said.value)]
        if len({one.amount.value for one in those}) > 1:
            what = ", ".join(filter(None, (counted.unit, counted.fate)))
            made.append(Axis(what, _picture(what, those, address)))
    return made[:4]


def _picture(what: str, those: list[Named], address: Callable[[str], str]) -> Markup:
    rows: dict[str, list[Named]] = {}
    for one in those:
        rows.setdefault(one.statement.source or "nobody named", []).append(one)
    shown = dict(list(rows.items())[:_MOST])
    values = [v for those in shown.values() for one in those for v in _ends(one.amount)]
    scale = _Scale(min(values), max(values))
    labels = {name: clipped(name, 28) for name in shown}
    left = max(map(breadth, labels.values())) + 18
    height = _TOP + _ROW * len(shown) + 26
    content = [*_axis(scale, left, height - 24)]
    for number, (name, every) in enumerate(shown.items()):
        content += _row(labels[name], every, left, _TOP + _ROW * number + 10, scale, address)
    title = f"{what}: {many(len(rows), 'voice')}"
    return picture(left + _AXIS + 30, height, content, title=title, kind="amounts")


def _ends(amount: SaidAmount) -> tuple[float, ...]:
    bounds = [b for b in (amount.low, amount.high) if b is not None and math.isfinite(b)]
    return (amount.value, *bounds)


class _Scale:
    """Where a value stands on the axis."""

    def __init__(self, least: float, most: float) -> None:
        self.powers = least > 0 and most / least > _BROAD
        if self.powers:
            self.low, self.high = float(math.floor(math.log10(least))), float(math.ceil(math.log10(most)))
        else:
            step = _step((most - min(0.0, least)) / 4 or 1.0)
            self.low = math.floor(min(0.0, least) / step) * step
            self.high = math.ceil(most / step) * step or step
            self.step = step

    def x(self, value: float) -> float:
        """In pixels from the beginning of the axis."""
        at = math.log10(value) if self.powers else value
        return _AXIS * (at - self.low) / ((self.high - self.low) or 1)

    def ticks(self) -> list[float]:
        """Values that are written at the axis."""
        if self.powers:
            every = max(1, (int(self.high) - int(self.low)) // 6)
            return [10.0**p for p in range(int(self.low), int(self.high) + 1, every)]
        return [self.low + self.step * i for i in range(round((self.high - self.low) / self.step) + 1)]


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * 0.999)


def _axis(scale: _Scale, left: float, y: float) -> Iterator[Markup]:
    yield element("path", class_="axis", d=f"M{left:.0f},{y:.0f} h{_AXIS:.0f}")
    for value in scale.ticks():
        x = left + scale.x(value)
        yield element("path", class_="grid", d=f"M{x:.1f},{_TOP - 6:.0f} V{y:.0f}")
        yield element("text", f"{value:,.10g}", class_="tick", x=x, y=y + 16, text_anchor="middle")


def _row(name: str, every: list[Named], left: float, y: float, scale: _Scale, address: Callable[[str], str]) -> Iterator[Markup]:
    yield element("text", name, class_="who", x=left - 14, y=y + 4, text_anchor="end")
    for one in every[:_MARKS]:
        amount, s = one.amount, one.statement
        told = f"{s.source or 'nobody named'}, {s.outlet or 'outlet not known'}: {amount.words}"
        x = left + scale.x(amount.value)
        marks = [element("title", told)]
        # The words set one bound or two (at least, up to); an open end fades out to the edge of the axis.
        if amount.low is None or amount.high is None or amount.low != amount.high:
            a = left + (scale.x(amount.low) if amount.low is not None and scale.low <= amount.low else 0.0)
            b = left + (scale.x(amount.high) if amount.high is not None else _AXIS)
            marks.append(element("path", class_="bounds", d=f"M{a:.1f},{y:.1f} H{b:.1f}"))
        marks.append(element("circle", class_=f"dot {s.side}", cx=x, cy=y, r=5))
        yield element("a", marks, href=address(s.statement), aria_label=told)
