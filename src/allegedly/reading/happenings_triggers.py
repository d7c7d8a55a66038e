"""Which words stand for happenings: a logistic regression over readable signs.

The weights are a table of ``data/triggers.tsv``, made by ``training/happenings.py`` from MEANTIME (Minard et al. 2016) and ECB+
(Cybulska and Vossen 2014). Their probabilities are the confidence of a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType

from allegedly.reading.happenings_words import base_of, listed, pos_of
from allegedly.reading.parse import Parse

_FAMILIES = 24
"""Children of a word that are looked at."""


@cache
def weights() -> Mapping[str, float]:
    """Sign → weight."""
    lines = files("allegedly.reading").joinpath("data", "triggers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return MappingProxyType({sign: float(weight) for sign, weight in (line.split("\t") for line in lines)})


def triggers(parse: Parse, begin: int = 0, table: Mapping[str, float] | None = None) -> Iterator[tuple[int, float]]:
    """Every word that can stand for a happening, from offset ``begin`` on, with the probability that it does.

    Args:
        parse: The article's parse.
        begin: Where its prose begins.
        table: Other weights than those of the reader.
    """
    known = weights() if table is None else table
    always = known.get("always", 0.0)
    for token in candidates(parse):
        if parse.start[token] >= begin:
            total = always + sum(known.get(sign, 0.0) for sign in signs(parse, token))
            yield token, 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def candidates(parse: Parse) -> Iterator[int]:
    """Verbs, nouns, names and adjectives."""
    for token in range(len(parse)):
        if pos_of(parse, token) is not None and parse.word[token][0].isalpha():
            yield token


def signs(parse: Parse, token: int) -> list[str]:
    """What is to be seen of a word and of the words beside it."""
    pos = pos_of(parse, token)
    assert pos is not None
    word, base, dep, above = parse.lower[token], base_of(parse, token), parse.dep[token], parse.head[token]
    found = [
        f"{pos} {parse.tag[token]}",
        f"{pos} is {base}",
        f"word {base}",
        f"{pos} ends {word[-3:]}",
        f"{pos} ends {word[-4:]}",
        f"{pos} as {dep}",
        f"{pos} as {dep} of a {parse.tag[above][:2]}",
        f"{pos} as {dep} of {base_of(parse, above)}",
        f"{pos} listed {listed(base, pos)}",
    ]
    if parse.word[token][0].isupper():
        found.append(f"{pos} capital")
    for child in parse.children[token][:_FAMILIES]:
        label = parse.dep[child]
        found.append(f"{pos} with {label}")
        if label in ("prep", "prt"):
            found.append(f"{pos} with {parse.lower[child]}")
        elif label == "det":
            found.append(f"{pos} after {parse.lower[child]}")
    return list(dict.fromkeys(found))
