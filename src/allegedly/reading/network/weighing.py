"""How sure the reader is of a candidate when rules and network have both spoken: one small forest over both.

Gradient-boosted trees (Friedman 2001) over the signs' log odds and the network's agreement, fitted by
``training/attribution`` to articles of PolNeAR's training part that neither the network nor the signs were fitted to, so
that of the candidates at 0.8 about 80 % are right.
"""

from __future__ import annotations

import math

import numpy as np

from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.network.agreement import Agreement, agreement, log_odds
from allegedly.reading.network.forest import forest
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import FRAME

COLUMNS = (
    *(f"network {name}" for name in Agreement._fields),
    "behind",
    "rules",
    "surest rule",
    "proposed",
    "shared",
    "same source",
    "pieces",
    "length",
    "cue quoted",
    "content quoted",
    "apart",
    "distance",
)
"""What :func:`table` says of a candidate, in its order."""

_AT_ONCE = 1024
"""Rows that are weighed in one go: memory stays flat however long the article is."""
_NO_RULE = -9.0
"""Log odds of a cue that no rule has a candidate for."""


def table(layout: Layout, marks: Marks, ruled: list[tuple[Candidate, float]]) -> list[list[float]]:
    """One row for each candidate of one cue, one number for each of :data:`COLUMNS`.

    Args:
        layout: The article.
        marks: What the network makes of it.
        ruled: The candidates of one cue, each with its confidence by the rules alone, which is not looked at where the
            network made it; such a one comes last.
    """
    if not ruled:
        return []
    parse = layout.parse
    rivals = [candidate for candidate, _ in ruled]
    odds = [log_odds(sure) for candidate, sure in ruled if candidate.frame != FRAME]
    agreements = [agreement(parse, marks, candidate) for candidate in rivals]
    proposed = rivals[-1] if rivals[-1].frame == FRAME else None
    surest = max(odds, default=_NO_RULE)
    best = max(a.whole for a in agreements)
    words = [{t for span in candidate.content for t in parse.tokens(span)} for candidate in rivals]
    rows = []
    for i, candidate in enumerate(rivals):
        shared = same = -1.0
        if proposed:
            shared = len(words[i] & words[-1]) / max(1, len(words[i] | words[-1]))
            mine, other = candidate.source, proposed.source
            if mine or other:
                same = float(bool(mine and other and mine[0] < other[1] and other[0] < mine[1]))
        start = candidate.content[0][0]
        rows.append(
            [
                *agreements[i],
                agreements[i].whole - best,
                odds[i] if i < len(odds) else surest,
                surest,
                float(candidate.frame == FRAME),
                shared,
                same,
                float(len(candidate.content)),
                math.log(1 + len(words[i])),
                float(layout.inside(candidate.cue[0]) is not None),
                float(layout.inside(start) is not None),
                float(parse.sentence[candidate.token] != parse.sentence[parse.token_at(start)]),
                float(candidate.source_token - candidate.token) if candidate.source_token is not None else 0.0,
            ]
        )
    return rows


def weigh(rows: list[list[float]]) -> list[float]:
    """Confidence, 0 to 1, of each row of :func:`table`, by itself. Rounded to four places."""
    trees = forest("reading", "forest.tsv", COLUMNS)
    sure: list[float] = []
    for low in range(0, len(rows), _AT_ONCE):
        values = trees.values(np.array(rows[low : low + _AT_ONCE], dtype=np.float64)).tolist()
        sure.extend(round(1.0 / (1.0 + math.exp(-(trees.start + math.fsum(row)))), 4) for row in values)
    return sure
