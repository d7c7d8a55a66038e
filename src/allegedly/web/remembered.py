"""What takes long to count and is asked for often: kept until somebody writes to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from allegedly.ledger import Ledger

T = TypeVar("T")
_kept: WeakKeyDictionary[Ledger, dict[str, tuple[int, object]]] = WeakKeyDictionary()


def remembered(ledger: Ledger, name: str, make: Callable[[Ledger], T]) -> T:
    """What this gives of the ledger, as it was given before where nobody has written since.

    Args:
        ledger: The ledger, of the thread that asks.
        name: What is kept.
        make: Makes it.
    """
    kept = _kept.setdefault(ledger, {})
    state = ledger.state()
    found = kept.get(name)
    if found is None or found[0] != state:
        found = kept[name] = (state, make(ledger))
    return found[1]  # type: ignore[return-value]
