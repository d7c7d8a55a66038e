"""Formats of other packages: each is an entry point of the group ``allegedly.formats`` that gives a ``Format``.

They are asked before our own, so that a package can read what we refuse, or read it better. One that does not load is told about
and left out; one that fails on an input refuses that input, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from allegedly.errors import Refused, Unreadable
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

GROUP = "allegedly.formats"


@cache
def loaded() -> tuple[tuple[Format, ...], tuple[str, ...]]:
    """The formats that other packages add, in the order of their names, and a sentence for each that does not load."""
    found, faults = [], []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            one = point.load()
        except Exception as error:  # noqa: BLE001 (whatever another package raises, it is that package)
            faults.append(f"{_named(point)} cannot be loaded ({_told(error)}); update or remove it")
            continue
        if isinstance(one, Format):
            found.append(_guarded(one, point))
        else:
            faults.append(f"{_named(point)} is no allegedly.intake.Format; update or remove it")
    return tuple(found), tuple(faults)


def _named(point: EntryPoint) -> str:
    package = f" of the package {point.dist.name}" if point.dist else ""
    return f"the format {point.name}{package}"


def _told(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _guarded(one: Format, point: EntryPoint) -> Format:
    """The same format; what it raises beside a refusal becomes one."""

    def looks(head: bytes) -> bool:
        try:
            return bool(one.looks(head))
        except Exception:  # noqa: BLE001 (the same)
            return False

    def read(source: Input) -> Iterator[Record | Refused]:
        try:
            yield from one.read(source)
        except Refused:
            raise
        except Exception as error:
            raise Unreadable(source.name, f"could not be read by {_named(point)} ({_told(error)}); report it there") from error

    return one._replace(looks=looks, read=read)
