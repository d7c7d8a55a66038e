"""Readings, kept: one SQLite file that is worked on for months, and that loses nothing."""

from __future__ import annotations

from allegedly.ledger.adding import Added
from allegedly.ledger.finding import Found
from allegedly.ledger.ledger import Ledger

__all__ = ["Added", "Found", "Ledger"]
