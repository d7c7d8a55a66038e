"""Who speaks of somebody, and of whom somebody speaks: lines as thick as there are statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from allegedly.ledger.who import Circle, Count
from allegedly.publishing.words import many
from allegedly.web.pictures.svg import breadth, element, picture
from allegedly.web.templates import clipped

_ROW, _TOP, _REACH = 25.0, 30.0, 150.0
_LETTERS = 28


def circle(name: str, around: Circle, address: Callable[[str], str]) -> Markup | None:
    """The picture; null where nobody speaks of them and they speak of nobody.

    Args:
        name: Whose circle it is.
        around: What is around them.
        address: The address of somebody by name.
    """
    left, right = around.spoken_of_by, around.speaks_of
    if not left and not right:
        return None
    most = max(one.statements for one in (*left, *right))
    middle = clipped(name, 26)
    room = max(breadth(middle, 15) + 36, 120.0)
    start = max((breadth(_told(one)) for one in left), default=0.0) + 12
    begin = start + (_REACH if left else 0)
    end = begin + room
    width = end + (_REACH + max(breadth(_told(one)) for one in right) + 12 if right else 0)
    height = _TOP + _ROW * max(len(left), len(right), 1) + 8
    centre = _TOP + (height - _TOP - 8) / 2
    content = [
        *_side(left, "speaks of", start, begin, centre, most, address),
        *_side(right, "is spoken of by", end + _REACH, end, centre, most, address),
        element("rect", class_="middle", x=begin, y=centre - 17, width=room, height=34, rx=17),
        element("text", middle, class_="middle", x=begin + room / 2, y=centre + 5, text_anchor="middle"),
    ]
    if left:
        content.append(element("text", "is spoken of by", class_="tick", x=start, y=12, text_anchor="end"))
    if right:
        content.append(element("text", "speaks of", class_="tick", x=end + _REACH, y=12))
    return picture(width, height, content, title=f"Who speaks of {middle}, and of whom it speaks", kind="circle")


def _told(one: Count) -> str:
    return f"{clipped(one.name, _LETTERS)} {one.statements:,}"


def _side(
    those: Sequence[Count], what: str, x: float, edge: float, centre: float, most: int, address: Callable[[str], str]
) -> Iterator[Markup]:
    """Names in a column at ``x``, and lines from them to the middle's edge."""
    top = centre - _ROW * (len(those) - 1) / 2
    way = -1 if edge > x else 1
    for number, one in enumerate(those):
        y = top + _ROW * number
        thick = max(1.0, 10 * (one.statements / most) ** 0.5)
        near = centre + (number - (len(those) - 1) / 2) * min(2.0, 24 / max(1, len(those)))
        bend = (x + edge) / 2
        path = f"M{x - way * 7:.0f},{y:.1f} C{bend:.0f},{y:.1f} {bend:.0f},{near:.1f} {edge:.0f},{near:.1f}"
        yield element("path", class_="tie", d=path, stroke_width=thick)
        anchor = "end" if way < 0 else "start"
        label = [
            element("title", f"{one.name} {what} it in {many(one.statements, 'statement')}"),
            Markup("{} ").format(clipped(one.name, _LETTERS)),
            element("tspan", f"{one.statements:,}", class_="n"),
        ]
        words = element("text", label, x=x, y=y + 4.5, text_anchor=anchor)
        yield element("a", [words], href=address(one.name))
