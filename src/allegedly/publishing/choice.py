"""A reading without what it is not sure enough of, its references still meeting."""

from __future__ import annotations

import msgspec

from allegedly.model import Reading, Reason, Statement


def chosen(reading: Reading, least: float) -> Reading:
    """The reading without statements, labels, times, amounts, happenings and ties below a confidence; entities and places stay.

    What stood within a statement that goes stands within the next one that stays.
    """
    if least <= 0:
        return reading
    kept = {s.id for s in reading.statements if s.confidence >= least}
    outer = {s.id: s.within for s in reading.statements}

    def within(name: str | None) -> str | None:
        for _ in outer:
            if name is None or name in kept:
                return name
            name = outer[name]
        return None

    def why(s: Statement) -> tuple[Reason, ...] | None:
        """Without the reasons of answers to what goes."""
        if s.why is None:
            return None
        gone = {f"answers.{a}" for a in s.answers if a not in kept}
        return tuple(r for r in s.why if r.field not in gone)

    times = tuple(t for t in reading.times if t.confidence >= least)
    amounts = tuple(a for a in reading.amounts if a.confidence >= least)
    left = {t.id for t in times} | {a.id for a in amounts}
    replace = msgspec.structs.replace
    statements = tuple(
        replace(
            s,
            within=within(s.within),
            answers=tuple(a for a in s.answers if a in kept),
            times=tuple(t for t in s.times if t in left),
            amounts=tuple(a for a in s.amounts if a in left),
            why=why(s),
        )
        for s in reading.statements
        if s.id in kept
    )
    labels = tuple(replace(x, within=within(x.within)) for x in reading.labels if x.confidence >= least)
    happenings = tuple(
        replace(
            h,
            mentions=tuple(replace(m, statement=within(m.statement)) for m in h.mentions),
            times=tuple(t for t in h.times if t in left),
            amounts=tuple(a for a in h.amounts if a in left),
        )
        for h in reading.happenings
        if h.confidence >= least
    )
    ties = tuple(
        replace(
            tie,
            statement=within(tie.statement),
            since=tie.since if tie.since in left else None,
            until=tie.until if tie.until in left else None,
        )
        for tie in reading.ties
        if tie.confidence >= least
    )
    return replace(reading, statements=statements, labels=labels, times=times, amounts=amounts, happenings=happenings, ties=ties)
