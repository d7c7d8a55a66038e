"""Main clauses of what is said, and whether a clause is negated."""

from __future__ import annotations

from collections.abc import Iterator

from allegedly.model import Span
from allegedly.reading.parse import Parse

NO = ("no", "zero", "little", "neither")
"""Words that empty the noun after them."""
_NEGATIVE = ("not", "n't", "n’t", "never", "neither", "nor", "nobody", "hardly")
_MORE = ("just", "only", "merely")
"""After *not*, they negate nothing (*it was not just late but costly*)."""
_SENTENCES = 4
"""Sentences of a quotation whose main clauses are looked at."""
_LONGEST = 300
"""Tokens of a sentence that are looked at."""


def negated(parse: Parse, token: int | None) -> bool:
    """Whether a cue or predicate is negated: by a word of its own, by its subject (*nobody said*), or by the verb beside it."""
    if token is None:
        return False
    near = [*parse.children[token], *(k for c in parse.children[token] if parse.dep[c] == "aux" for k in parse.children[c])]
    if any(
        (parse.dep[c] == "neg" or (parse.lower[c] in _NEGATIVE and parse.dep[c] in ("advmod", "preconj", "cc")))
        and parse.lower[min(c + 1, len(parse) - 1)] not in _MORE
        for c in near
    ):
        return True
    if parse.tag[token][:2] == "NN" and any(parse.lower[c] in NO and c < token for c in parse.children[token]):
        return True
    if any(parse.lower[c] == "longer" and any(parse.lower[k] == "no" for k in parse.children[c]) for c in parse.children[token]):
        return True
    above = parse.head[token]
    if parse.dep[token] == "conj" and above != token and any(parse.lower[c] in ("or", "nor") for c in parse.children[above]):
        # "would neither confirm nor deny", "did not confirm or deny"
        return any(parse.dep[c] == "neg" or parse.lower[c] in _NEGATIVE for c in parse.children[above])
    subject = parse.child(token, "nsubj", "nsubjpass")
    return subject is not None and (
        parse.lower[subject] in ("nobody", "none", "nothing")
        or any(parse.lower[k] in ("no", "neither") for k in parse.children[subject])
    )


def roots(parse: Parse, content: list[Span]) -> Iterator[int]:
    """Head tokens of the first sentences of each piece of content."""
    for span in content:
        tokens = parse.tokens(span)
        if not len(tokens):
            continue
        first, last = tokens[0], tokens[-1]
        for number in range(parse.sentence[first], min(parse.sentence[last], parse.sentence[first] + _SENTENCES - 1) + 1):
            low, high = parse.sentences[number]
            inside = range(max(low, first), min(high, last, max(low, first) + _LONGEST) + 1)
            # Verbs that hang on nothing inside the piece: the main clause, whatever hangs on the cue outside.
            heads = [t for t in inside if parse.head[t] not in inside or parse.head[t] == t]
            yield from [t for t in heads if parse.tag[t][:2] in ("VB", "MD")][:1] or heads[:1]
