"""Allegedly reads the news and writes down who says so.

>>> import allegedly
>>> reading = allegedly.read("The bridge is safe, the mayor of Ostrava said.")
>>> reading.statements[0].source.text
'the mayor of Ostrava'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from allegedly.api import network as network
    from allegedly.api import read as read
    from allegedly.api import read_many as read_many
    from allegedly.errors import AllegedlyError as AllegedlyError
    from allegedly.errors import BrokenReading as BrokenReading
    from allegedly.errors import NoPipeline as NoPipeline
    from allegedly.errors import Refused as Refused
    from allegedly.ledger import Ledger as Ledger
    from allegedly.model import Article as Article
    from allegedly.model import Reading as Reading
    from allegedly.model import Statement as Statement
    from allegedly.model import from_json as from_json
    from allegedly.model import schema as schema
    from allegedly.model import to_json as to_json

# Where each public name lives. Nothing is imported before it is asked for, so that ``allegedly --help`` is quick.
_HOMES = {
    "AllegedlyError": "allegedly.errors",
    "Article": "allegedly.model",
    "BrokenReading": "allegedly.errors",
    "Ledger": "allegedly.ledger",
    "NoPipeline": "allegedly.errors",
    "Reading": "allegedly.model",
    "Refused": "allegedly.errors",
    "Statement": "allegedly.model",
    "from_json": "allegedly.model",
    "network": "allegedly.api",
    "read": "allegedly.api",
    "read_many": "allegedly.api",
    "schema": "allegedly.model",
    "to_json": "allegedly.model",
}

__all__ = [
    "AllegedlyError",
    "Article",
    "BrokenReading",
    "Ledger",
    "NoPipeline",
    "Reading",
    "Refused",
    "Statement",
    "__version__",
    "from_json",
    "network",
    "read",
    "read_many",
    "schema",
    "to_json",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'allegedly' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
