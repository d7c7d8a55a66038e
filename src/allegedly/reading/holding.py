"""Which statement a token stands in: the innermost attribution whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution


def holders(parse: Parse, attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """For every token the innermost attribution that holds it, narration counted, and the innermost that is no narration.

    Attributions by their places in the list, -1 where none holds the token.
    """
    order = sorted(range(len(attributions)), key=lambda i: -sum(b - a for a, b in attributions[i].content))
    innermost, speaking = [-1] * len(parse), [-1] * len(parse)
    for i in order:
        for span in attributions[i].content:
            for token in parse.tokens(span):
                innermost[token] = i
                if attributions[i].mode != "narration":
                    speaking[token] = i
    for token, i in enumerate(speaking):
        if i >= 0:
            innermost[token] = i
    return innermost, speaking
