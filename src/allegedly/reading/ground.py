"""A ground: why the reader decided something, as plain data that goes with the decision.

It costs a small tuple where something is decided; only where an explanation is asked for does
:mod:`allegedly.reading.reasons` make a sentence of it.
"""

from __future__ import annotations

from typing import NamedTuple

from allegedly.model import Span


class Ground(NamedTuple):
    """Which rule decided, and on which words."""

    rule: str
    """Its line in ``vocabulary/reasons.tsv``."""
    at: tuple[int | Span, ...] = ()
    """Tokens or spans that decided, in the order in which the line's sentence speaks of them."""
    said: tuple[str, ...] = ()
    """What else the sentence needs: a name, a number, what a vocabulary says of a word."""
