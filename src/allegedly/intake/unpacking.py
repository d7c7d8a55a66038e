"""How much a packed input may unpack to: bombs are stopped while they unpack, and nothing of them is held."""

from __future__ import annotations

from collections.abc import Callable

from allegedly.errors import TooLong

FLOOR = 20_000_000
"""Bytes that anything may unpack to, however small it is."""
RATIO = 100
"""Times its own size that a packed input may unpack to; text packs to a tenth, seldom to a thirtieth."""
MOST = 50_000_000_000
"""Bytes that nothing may unpack to, unless a person says so."""


class Unpacking:
    """The count of what one packed input has unpacked to."""

    def __init__(self, name: str, packed: Callable[[], int], limit: int | None, above: Unpacking | None = None) -> None:
        """Begin to count.

        Args:
            name: The input, as messages name it.
            packed: Gives its size, as far as that is known when it is asked for.
            limit: Bytes that it may unpack to; what is reasonable for its size where it is null.
            above: The count of the archive that it stands in, which counts it too.
        """
        self.name = name
        self._packed, self._limit, self._above = packed, limit, above
        self._spent = 0

    def spend(self, count: int) -> None:
        """Count some bytes.

        Raises:
            TooLong: It unpacks to more than it may.
        """
        self._spent += count
        allowed = self._limit or min(MOST, max(FLOOR, RATIO * self._packed()))
        if self._spent > allowed:
            raise TooLong(self.name, f"unpacks to more than {allowed:,} bytes; raise the limit with --max-unpacked")
        if self._above:
            self._above.spend(count)
