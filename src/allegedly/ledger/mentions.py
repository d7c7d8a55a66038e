"""Where an article means whom, as the ledger keeps it: windows of text, and in each row of one three characters for a mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

WINDOW, _IN_ROW = 512, 256
"""Characters of a window in ``mention_windows``, and mentions of a row, as the schema's views have them."""
_FIRST, _SURROGATES = 48, 0xD800


def windows(mentions: Iterable[tuple[int, int, int, int]]) -> list[tuple[int, int, int, str]]:
    """The rows of ``mention_windows``.

    Args:
        mentions: Of each mention where it starts and ends, its entity's number, and its article's row.
    """
    found: dict[tuple[int, int], list[str]] = {}
    for start, end, entity, row in sorted(mentions):
        numbers = (start % WINDOW, end - start, entity)
        found.setdefault((row, start // WINDOW), []).append("".join(map(_coded, numbers)))
    return [
        (row, place, at // _IN_ROW, "".join(coded[at : at + _IN_ROW]))
        for (row, place), coded in found.items()
        for at in range(0, len(coded), _IN_ROW)
    ]


def unwound(place: int, coded: str) -> Iterator[tuple[int, int, int]]:
    """The mentions of one row of ``mention_windows``: of each where it starts and ends, and its entity's number."""
    numbers = [ord(c) - _FIRST - 2048 * (ord(c) > _SURROGATES) for c in coded]
    begin = place * WINDOW
    for start, length, entity in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        yield begin + start, begin + start + length, entity


def _coded(n: int) -> str:
    """A number as the character that stands for it in ``mention_windows``."""
    return chr(n + _FIRST if n + _FIRST < _SURROGATES else n + _FIRST + 2048)
