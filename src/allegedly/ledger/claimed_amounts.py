"""How many, by voice: the amounts that the statements of a claim give."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from allegedly.model import Fate
from allegedly.model_claims import Amounts, ClaimStatement, SaidAmount


def amounts_by_voice(connection: sqlite3.Connection, statements: Sequence[tuple[int, ClaimStatement]]) -> tuple[Amounts, ...]:
    """What is counted by statements of two articles or more, each with who says how many; what is said first comes first.

    People of whom the same became are counted together, whatever they are called (*nine dockers*, *nine workers*); else what has
    one unit. A voice that gives the same amount again is named once.

    Args:
        connection: The ledger.
        statements: Row numbers and statements, in the order in which they were said.
    """
    groups: dict[tuple[str, str], list[tuple[str, Fate | None, SaidAmount]]] = {}
    for row, one in statements:
        found = connection.execute(
            "SELECT substr(x.text, a.start + 1, a.end - a.start), a.value, a.unit, a.fate, a.low, a.high FROM statement_amounts s"
            " JOIN amounts a ON a.article = s.article AND a.number = s.amount JOIN articles x ON x.article = s.article"
            " WHERE s.statement = ? ORDER BY a.start",
            (row,),
        )
        for text, value, unit, fate, low, high in found.fetchall():
            said = SaidAmount(
                statement=one.statement,
                source=one.source,
                words=" ".join(text.split()),
                value=value,
                unit=unit,
                low=low,
                high=high,
            )
            key = ("fate", fate) if fate else ("unit", unit)
            if unit or fate:
                groups.setdefault(key, []).append((one.statement.rpartition(":")[0], fate, said))
    made = []
    for group in groups.values():
        if len({article for article, *_ in group}) < 2:
            continue
        units = {said.unit for *_, said in group}
        by = {(said.source, said.value): said for *_, said in reversed(group)}
        values = [said.value for said in by.values()]
        made.append(
            Amounts(
                unit=units.pop() if len(units) == 1 else None,
                fate=group[0][1],
                least=min(values),
                most=max(values),
                by=tuple(reversed(by.values())),
            )
        )
    return tuple(made)
