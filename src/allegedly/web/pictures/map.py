"""A map of places that statements name: a circle as wide as the place is vague, as dark as there are statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from allegedly.ledger.timeline import Site
from allegedly.publishing.words import many
from allegedly.web.pictures.svg import element, picture
from allegedly.web.pictures.world import HEIGHT, WIDTH, projected

_WIDE, _HIGH = 800.0, 440.0
"""The picture, in pixels."""
_NEAREST = 420.0
"""The least of the world that is shown, in its units: some forty degrees. Its coasts are drawn for no nearer look."""
_NEAR = 1500.0
"""So much of the world, in its units, is still a near look; farther off, circles are smaller."""
_MARGIN = 0.09
RADII = {"exact": 4.0, "town": 6.0, "region": 13.0, "country": 21.0}
"""Half the width of a circle by how exactly a place is meant, in pixels."""
_DEGREES = 5


def worldmap(sites: Sequence[Site], world: str, address: Callable[[Site], str], chosen: str | None = None) -> Markup | None:
    """The map; null where there are no places.

    Args:
        sites: The places.
        world: Address of the file with the coasts and borders.
        address: Where the circle of a place leads.
        chosen: Key of the place that was asked for.
    """
    if not sites:
        return None
    places = [(site, *projected(site.longitude, site.latitude)) for site in sites]
    x, y, width = _view([(x, y) for _, x, y in places])
    scale = _WIDE / width
    most = max(site.statements for site in sites)
    base = element(
        "svg",
        [
            element("rect", class_="sea", x=-WIDTH, y=-HEIGHT, width=3 * WIDTH, height=3 * HEIGHT),
            element("use", class_="land", href=f"{world}#land"),
            element("use", class_="borders", href=f"{world}#borders"),
        ],
        width=_WIDE,
        height=_HIGH,
        viewBox=f"{x:.1f} {y:.1f} {width:.1f} {width * _HIGH / _WIDE:.1f}",
        aria_hidden="true",
    )
    # The wide ones first, so that those lie on them that are meant more exactly.
    ordered = sorted(places, key=lambda place: (-RADII.get(place[0].precision, 6.0), place[0].statements))
    size = min(1.0, max(0.6, _NEAR / width))
    marks = list(_marks([(site, (px - x) * scale, (py - y) * scale) for site, px, py in ordered], most, size, address, chosen))
    return picture(_WIDE, _HIGH, [base, *marks], title=f"Map of {many(len(sites), 'place')} that statements name", kind="map")


def _marks(
    places: Sequence[tuple[Site, float, float]], most: int, size: float, address: Callable[[Site], str], chosen: str | None
) -> Iterator[Markup]:
    for site, x, y in places:
        told = f"{site.name}{f', {site.country}' if site.country else ''}: {many(site.statements, 'statement')}"
        degree = max(1, round(_DEGREES * (site.statements / most) ** 0.4))
        now = " chosen" if site.key == chosen else ""
        circle = element("circle", class_=f"site d{degree}{now}", cx=x, cy=y, r=size * RADII.get(site.precision, 6.0))
        # The list beside the map is for the keyboard: it has the same places, each once and in order.
        yield element("a", [element("title", told), circle], href=address(site), tabindex=-1, aria_label=told)


def _view(points: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """The part of the world in which all of them lie: its left and upper edge, and how wide it is."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width = max(right - left, (bottom - top) * _WIDE / _HIGH, _NEAREST) * (1 + 2 * _MARGIN)
    high = width * _HIGH / _WIDE
    if width >= WIDTH * 0.8:
        width, high = float(WIDTH), WIDTH * _HIGH / _WIDE
        return 0.0, (HEIGHT - high) / 2 - 60, width
    x = min(max(0.0, (left + right - width) / 2), WIDTH - width)
    y = min(max(0.0, (top + bottom - high) / 2), max(0.0, HEIGHT - high))
    return x, y, width
