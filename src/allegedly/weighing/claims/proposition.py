"""The words of a statement that read as a proposition: without the *that* before them, the quotation marks around them, a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.words import role

GAP = " … "
"""What stands between pieces of a statement that stand apart in its article."""
_TOKEN = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*")
_UNFINISHED = ("be", "been", "being", "having", "to")
"""Auxiliaries that no clause has as its verb, and what stands before a verb that is none either: *to have made off*."""
_PLURALS = ("men", "children", "feet", "teeth")
"""Endings of plurals that do not look like one, and so like a past."""
_RELATIVE = ("that", "which", "who", "whom", "whose", "where")
"""What begins a clause that tells something of a noun: its verb is not that of the whole."""
_OWN = ("I", "I'm", "I've", "I'd", "I'll", "we", "We", "our", "Our", "us", "my", "My", "me")
"""Who alone does not say who it is."""
_LONGEST = 1_000
"""Characters of a statement that are looked at."""
_AROUND = " \t\n,;:…·•|*—–-"
"""What stands around a piece and says nothing."""
_QUOTES = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "(": ")", "[": "]"}
_OPENER = re.compile(r"([^\W\d_]+),?\s+(?=(['’\"“‘(]?[^\W_]+))")
_FRAGMENT = 0.5
"""What a piece that stands for all of them lacks, at most."""
_ROUNDS = 3
"""How often it is looked what stands around a piece: *“and that the ferry …*."""
_SHORTEST = 3
"""Words that are a proposition, at least; where fewer are left, all stay."""


@cache
def _openers() -> dict[str, str]:
    """Words that stand before a proposition and are no part of it, and before what else they may not."""
    return {row["word"]: row["before"] for row in rows("openers", "weighing") if row["before"] != "nothing"}


@cache
def _inseparable() -> frozenset[str]:
    """Words with which a *that* belongs together: *that day*, *that of*."""
    return frozenset(row["word"] for row in rows("openers", "weighing") if row["before"] == "nothing")


def proposition(text: str) -> str:
    """A piece of these words, character for character, that reads as a proposition where there is one.

    Of pieces that stand apart in the article it is the one that lacks least of a whole clause; where none has one, all of them. A
    *that*, *whether* or *because* before it goes, and so do quotation marks around it and a comma or an *and* behind it; what it
    says stays.

    Args:
        text: The words of a statement; pieces that stand apart are joined by an ellipsis.
    """
    pieces = text.split(GAP)
    if len(pieces) == 1:
        return _bare(text)
    bare = [_bare(piece) for piece in pieces]
    able = [piece for at, piece in enumerate(bare) if len(piece.split()) >= _SHORTEST and (at == 0 or _starts(piece))]
    best = max(able, key=lambda piece: (-lacks(piece), len(piece)), default="")
    return best if best and lacks(best) < _FRAGMENT else text


def _starts(piece: str) -> bool:
    """Whether a sentence may begin so: *The river*, *they*; not *to announce it*."""
    first = piece.lstrip("".join(_QUOTES)).partition(" ")[0]
    return role(first.lower()) in ("article", "pronoun", "title") or first[:1].isupper() or first[:1].isdigit()


def _bare(piece: str) -> str:
    """A piece without what stands before its proposition and behind it."""
    whole = piece
    for _ in range(_ROUNDS):
        piece = _unmarked(piece)
        opener = _OPENER.match(piece)
        if opener and _opens(opener[1], opener[2].lstrip("'’\"“‘("), piece):
            piece = piece[opener.end() :]
        head, _, last = piece.rpartition(" ")
        if role(last.lower()) in ("article", "conjunction"):
            piece = head
    return piece if len(piece.split()) >= _SHORTEST else whole


def _opens(word: str, behind: str, piece: str) -> bool:
    """Whether a word before this one stands before a proposition, and is no part of it.

    *That the ferry sank*, but not *that is false*; *because he lied*, but not *while he sang, she wrote*.
    """
    use = _openers().get(word.lower())
    if use == "anything" or (use == "sentence" and word[0].isupper()):
        able = word.islower() or use == "sentence"  # *That pigment was not yet known*
        return able and role(behind.lower()) != "auxiliary" and behind.lower() not in _inseparable()
    return _starts(behind) and (use in ("clause", "sentence") or (use == "whole" and "," not in piece))


def _unmarked(piece: str) -> str:
    """A piece without quotation marks or brackets around all of it, and without one of which the other is not there."""
    piece = piece.strip(_AROUND)
    first, last = piece[:1], piece[-1:]
    if first in _QUOTES:
        closed = piece.find(_QUOTES[first], 1)
        if closed < 0:
            return piece[1:].strip(_AROUND)
        if closed == len(piece) - 1:
            return piece[1:-1].strip(_AROUND)
    opening = next((one for one, other in _QUOTES.items() if other == last and one != "„"), "")
    alone = piece.count(last) % 2 == 1 if opening == last else opening and piece.count(opening) < piece.count(last)
    # An apostrophe is no quotation mark: *the workers’*.
    return piece[:-1].strip(_AROUND) if alone and last != "’" else piece


def lacks(text: str) -> float:
    """How much a proposition lacks of a whole clause that can be understood alone; 0: nothing."""
    words = _plainly(text)
    own = 0.15 * any(word in _OWN for word in words)
    return _opening(words[0].lower(), text) + _verbless(words) + own


def verbless(text: str) -> float:
    """What it lacks of a whole clause where no word is surely a verb of its own; 0: one is."""
    return _verbless(_plainly(text))


def _plainly(text: str) -> list[str]:
    return [match[0].replace("’", "'") for match in _TOKEN.finditer(text, 0, _LONGEST)] or [""]


def _opening(first: str, text: str) -> float:
    """What it lacks that begins with this word: *it*, *which*, *to*, *accepting*, *will*."""
    if first in ("to", "of", "than"):
        return 0.5
    kind = role(first)
    if kind in ("pronoun", "conjunction"):
        return 0.4
    if kind == "auxiliary":
        return 0.0 if text.rstrip().endswith("?") else 0.3
    return 0.3 if first.endswith("ing") and lemma_of(first) != first else 0.0


def _verbless(words: Sequence[str]) -> float:
    """The same of words; less where one could be a verb, which might as well be a plural."""
    could = False
    before = ""
    inside = False
    for word in words:
        lower = word.lower()
        kind = role(lower.removesuffix("n't") if lower.endswith("n't") else lower)
        may = word.islower() or not before  # *May* is a month
        verb = kind == "auxiliary" and may and lower not in _UNFINISHED and before not in _UNFINISHED
        changed = kind is None and word.islower() and lemma_of(lower) != lower
        past = changed and not lower.endswith(("s", "ing", *_PLURALS)) and before not in _UNFINISHED
        # *the disputed strait* has none
        if (verb or past) and not (past and role(before) in ("auxiliary", "article")):
            if not inside:
                return 0.0
            inside = False
        elif lower in _RELATIVE and before and role(before) not in ("preposition", "saying"):
            inside = True
        could = could or (changed and lower.endswith("s"))
        before = lower
    return 0.25 if could else 0.6
