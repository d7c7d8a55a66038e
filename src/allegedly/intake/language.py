"""Which language a text looks like, by the letters that it is written in and the small words that run through it.

A text is called another language only where that is plain: many small words of that language and few English ones.
What is too short or too mixed to tell is left open, and is read. The small words are ``vocabulary/languages.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from allegedly.intake.tables import table

KNOWN = "en"
"""The language that the reader knows."""

_WORD = re.compile(r"[^\W\d_]+")
_PART = 2_000
"""Characters looked at in each of three places of a long text: its beginning, its middle, its end."""
_LETTERS = 12
"""Fewer letters of a foreign script than this say nothing."""
_HITS = 4
"""Fewer small words of another language than this say nothing: they may be a name or a quoted title."""
_KINDS = 3
"""And they must be this many different words: a table may say one English word that another language has too."""
_SHARE = 0.12
"""Part of all words that must be small words of the language. News texts have .25 to .45 of them."""
_LEAD = 2.0
"""How many times more small words another language must have than English."""


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table("languages"):
        for word in row["words"].split():
            if row["script"] == "Latin" and len(word) == 1:
                continue  # U.S., 'S', initials: single letters say nothing
            found.setdefault(word, []).append(row["code"])
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("languages")}


@cache
def _by_script() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table("languages"):
        found.setdefault(row["script"], []).append(row["code"])
    return {script: tuple(codes) for script, codes in found.items()}


@cache
def _blocks() -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    rows = sorted((int(row["first"], 16), int(row["last"], 16), row["script"]) for row in table("scripts"))
    return tuple(first for first, _, _ in rows), tuple((last, script) for _, last, script in rows)


@cache
def _script(letter: str) -> str | None:
    firsts, blocks = _blocks()
    at = bisect_right(firsts, ord(letter)) - 1
    if at < 0:
        return None
    last, script = blocks[at]
    return script if ord(letter) <= last else None


def _sample(text: str) -> str:
    if len(text) <= 3 * _PART:
        return text
    middle = len(text) // 2
    return f"{text[:_PART]}\n{text[middle : middle + _PART]}\n{text[-_PART:]}"


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that the text looks like, or null where it is too short or mixed to tell."""
    words = [word.lower() for word in _WORD.findall(_sample(text))]
    scripts: Counter[str] = Counter()
    for word in words:
        script = _script(word[0])
        if script:
            scripts[script] += len(word)
    if not scripts:
        return None
    # Japanese is written mostly in Chinese characters; a fair part of its own letters decides.
    if scripts["Kana"] * 5 > scripts["Han"]:
        scripts["Kana"] += scripts.pop("Han", 0)
    script, letters = max(scripts.items(), key=lambda item: (item[1], item[0]))
    among = _by_script().get(script, ())
    if script != "Latin":
        if letters < _LETTERS or letters * 2 < sum(scripts.values()):
            return None
        return among[0] if len(among) == 1 else _most(words, among)[0]
    best, hits = _most(words, among)
    kinds = len({word for word in words if best in _words().get(word, ())})
    english = sum(KNOWN in _words().get(word, ()) for word in words)
    if best == KNOWN:
        return KNOWN if hits >= _HITS else None
    if kinds >= _KINDS and hits >= _HITS and hits >= _SHARE * len(words) and hits >= _LEAD * english:
        return best
    return KNOWN if english >= _HITS and hits < _LEAD * english else None


def _most(words: list[str], among: tuple[str, ...]) -> tuple[str, int]:
    counts = Counter(code for word in words for code in _words().get(word, ()))
    # English wins a tie, then the order of the table.
    return max(((code, counts[code]) for code in among), key=lambda item: (item[1], item[0] == KNOWN))


def language_name(code: str) -> str:
    """English name of a language code of the vocabulary; the code itself where it is not there."""
    return _names().get(code, code)
