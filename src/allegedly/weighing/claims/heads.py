"""Which word of a statement says what happens, guessed without a parse: there are a million statements."""

from __future__ import annotations

import re

from allegedly.reading.inflection import lemma_of
from allegedly.weighing.claims.words import Words, role, words

_WORD = re.compile(r"'?[^\W\d_]+")
_LONGEST = 4_000
"""Characters of a statement that are looked at; longer ones are whole speeches."""


def likeliest_head(found: Words, names: frozenset[str] = frozenset()) -> int | None:
    """The place of the first word that looks like a verb: it has a form of the past, or stands behind an auxiliary or a pronoun.

    Else that of the first word behind a name or number; else of the first that is none itself.

    Args:
        found: The statement's words.
        names: Stems that are known to be names, beside those that their capitals show.
    """
    can = [may and stem not in names for may, stem in zip(found.heads, found.stems, strict=True)]
    able = [i for i, may in enumerate(can) if may]
    for i in able:
        form = found.forms[i]
        if found.after[i] in _BEFORE or (not form.endswith("s") and lemma_of(form) != form):
            return i
    behind = next((i for i in able if i and not can[i - 1]), None)
    return behind if behind is not None else next(iter(able), None)


def is_clause(text: str) -> bool:
    """Whether any word could be a verb: *the whale washes up*, but not *on this programme about the whale*."""
    found = words(text)
    if any(may and lemma_of(form) != form for may, form in zip(found.heads, found.forms, strict=True)):
        return True
    # Of *didn't* the pattern finds *didn*.
    plain = (match[0].lower().replace("’", "'") for match in _WORD.finditer(text, 0, _LONGEST))
    return any("auxiliary" in (role(word), role(word.removesuffix("n"))) for word in plain)


def negated(found: Words, at: int | None) -> bool:
    """Whether a *not*, *never* or the like stands before the word at this place."""
    return at is not None and found.after[at] == "negation"


_BEFORE = ("auxiliary", "negation")
"""What stands before a verb."""
