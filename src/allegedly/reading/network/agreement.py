"""How far the network agrees with a candidate, whoever made it: numbers from which its confidence is worked out."""

from __future__ import annotations

import math
from typing import NamedTuple

from allegedly.model import Span
from allegedly.reading.frames import Candidate
from allegedly.reading.network.marks import Marks
from allegedly.reading.parse import Parse


class Agreement(NamedTuple):
    """What the network says to one candidate. Shares and probabilities are 0 to 1, rounded to four places."""

    cue: float
    """Log odds that its cue heads one."""
    inside: float
    """Mean over the words of its content that a word is content."""
    whole: float
    """Expected share of words that its content and the true one have in common, of all that either has (soft Jaccard)."""
    edges: float
    """Mean that the content begins and ends where it does."""
    source: float
    """That its source is the source; where it has none, that there is none."""
    elsewhere: float
    """That some other word is the source."""


def log_odds(chance: float) -> float:
    """Log odds of a probability, held within 0.001 and 0.999."""
    held = min(max(chance, 0.001), 0.999)
    return math.log(held / (1.0 - held))


def agreement(parse: Parse, marks: Marks, candidate: Candidate) -> Agreement:
    """How far the network agrees with the candidate. Words outside the window of its cue count for nothing."""
    view = marks.view(candidate.token)
    first, last = view.first, view.first + len(view.content) - 1
    held = [
        token - first
        for span in candidate.content
        for token in parse.tokens(span)
        if first <= token <= last and view.is_word[token - first]
    ]
    within = math.fsum(view.content[i] for i in held)
    inside = within / len(held) if held else 0.0
    whole = within / (len(held) + max(0.0, view.total - within)) if held else 0.0
    taken: list[int] = []
    if candidate.source:
        taken = [t - first for t in parse.tokens(candidate.source) if first <= t <= last and view.is_word[t - first]]
    rest = next((view.source[i] for i in view.by_source if i not in taken), 0.0)
    source = max((view.source[i] for i in taken), default=0.0) if candidate.source else 1.0 - rest
    chances = (inside, whole, _edges(parse, view.content, candidate.content, first, last), source, rest)
    return Agreement(round(log_odds(float(marks.cue[candidate.token])), 4), *(round(x, 4) for x in chances))


def _edges(parse: Parse, chance: list[float], content: list[Span], first: int, last: int) -> float:
    """Mean, over the beginnings and ends of the content, that the word within is content and the one without is not."""
    sure = []
    for span in content:
        tokens = parse.tokens(span)
        if not tokens:
            continue
        for edge, step in ((tokens[0], 1), (tokens[-1], -1)):
            inner = _word(parse, edge, step, first, last)
            outer = _word(parse, edge - step, -step, first, last)
            if inner is not None:
                beyond = chance[outer - first] if outer is not None else 0.0
                sure.append(chance[inner - first] * (1.0 - beyond))
    return math.fsum(sure) / len(sure) if sure else 0.0


def _word(parse: Parse, token: int, step: int, first: int, last: int) -> int | None:
    """The first token from here on in this direction that has letters or digits, at most four steps on."""
    for _ in range(4):
        if not first <= token <= last:
            return None
        if parse.word[token][:1].isalnum():
            return token
        token += step
    return None
