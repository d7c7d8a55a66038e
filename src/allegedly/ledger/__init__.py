"""Readings, kept: one SQLite file that is worked on for months, and that loses nothing."""

from __future__ import annotations

from allegedly.ledger.adding import Added
from allegedly.ledger.finding import Found
from allegedly.ledger.history import History
from allegedly.ledger.ledger import Ledger
from allegedly.ledger.rereading import Reread
from allegedly.ledger.reviewing import Imported
from allegedly.ledger.reviews import Review

__all__ = ["Added", "Found", "History", "Imported", "Ledger", "Reread", "Review"]
