"""How likely an article has a statement from another article of the claim, by how it speaks of that one's outlet there.

*It was in the Beacon yesterday, I read it over my eggs*; *one celebrity site is saying*: papers name one another in more ways
than rules have. Measured is whether the outlet's name, its letters, a part of it or its sort stands in the sentence, beside it,
in the paragraph; how it is introduced; and who else is named there. Trees that ``training/origins`` fits to the development
stories of ``benchmarks/origins`` make a probability of it (gradient boosting, Friedman 2001).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.network.forest import forest
from allegedly.weighing.origins.outlets import letters, plain
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.vocabularies import rows, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HOPS = ("outlet", "voice", "document", "unnamed", "own", "nobody")
_NEAR = ("sentence", "beside", "paragraph")
_WINDOWS = (*_NEAR, "title", "text")
COLUMNS = (
    *(f"named in {window}" for window in _WINDOWS),
    *(f"before others in {window}" for window in _WINDOWS),
    *(f"{what} in {window}" for window in _NEAR for what in ("reported", "introduced", "sort", "one of a sort", "media")),
    *("named from", "named to", "outlets", "days", "body", "own body", "statements apart", "place", "voices", "quoted"),
    *(f"from {kind}" for kind in _HOPS),
    *("from nobody said", "alike", "alike before others", "numbers", "told there", "ruled"),
)
"""What the trees look at."""
MENTIONED = 0.45
"""How likely it is, at least, where an article is taken to be from another one that no rule has found."""
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’&.-]*(?: (?:(?:&|of|the|and|de|der|la|du|des) )?[^\W\d_a-z][\w'’&.-]*)*")
_SIGN = re.compile(r"^[^\n]{0,80}?\(([^()\n]{2,30})\)\s*[-–—]")
"""An agency's own sign in the dateline of its article."""
_REPORTED = re.compile(
    r"\b(?:report(?:s|ed|ing)?|wr(?:ote|ites?|itten)|sa(?:id|ys?)|according to|cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|told|tells?"
    r"|reveal(?:s|ed)?|publish(?:ed|es)?|carri(?:ed|es)|source|learn(?:t|ed|s)?|confirm(?:s|ed)?|claim(?:s|ed)?|broke|r[au]ns?"
    r"|read|saw|seen|posted|air(?:ed|s)|broadcast|credit(?:s|ed)?|heard)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"\b(?:to|told|tells|with|on|in|by|from|of|as) [^.;]{0,25}$")
_DETERMINERS = frozenset("a an one another the this".split())
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_AROUND = 60
"""Characters beside an outlet's name in which a word of reporting belongs to it."""
_PARAGRAPH = 2_000
"""Characters that are looked at on each side."""
_WORD = 4
"""Letters of words that tell something."""
_MONTHS = 60
_BY_A_WORD = 1
"""A level of naming that may be chance: a town's name in that of its paper."""


class Named(NamedTuple):
    """Where a text names an outlet best."""

    level: int
    """5 in full, 4 by its letters or most of it, down to 1 by a word of it; 0 not at all."""
    start: int
    end: int


@cache
def _media() -> tuple[dict[str, str], ...]:
    """The sorts of outlets, with how their names and others tell them."""
    return rows("media")


@cache
def sort_of(outlet: str) -> str:
    """Of what sort an outlet is, by its name: a newspaper where that does not say."""
    low = outlet.lower()
    return next((row["sort"] for row in _media() if re.search(row["names"], low)), "newspaper")


@cache
def nouns_of(sort: str) -> frozenset[str]:
    """The nouns by which others call an outlet of a sort."""
    return frozenset(next(row["nouns"] for row in _media() if row["sort"] == sort).split())


@cache
def _any() -> frozenset[str]:
    return frozenset(noun for row in _media() for noun in row["nouns"].split()) | words("presses")


@lru_cache(maxsize=2_048)  # an article is asked for the same outlets in many claims
def named(text: str, outlet: str, sign: str = "") -> Named:
    """How well a text names an outlet at best, and where.

    Args:
        text: The text.
        outlet: The outlet.
        sign: How it signs its own articles.
    """
    whole = plain(outlet)
    every, initials = whole.split(), letters(outlet)
    best = Named(0, 0, 0)
    if not every:
        return best
    shown = _shown(text)
    # Nothing else than these can name it: what has a word of its name, is its letters, or is its sign.
    near = {*shown.by_sign.get(sign.lower(), ())}.union(*(shown.by_word.get(word, ()) for word in (*every, *initials)))
    for i in sorted(near):
        words_, said, at, end = shown.every[i]
        level = _level(words_, said, whole, every, initials, sign)
        if level > best.level:
            best = Named(level, at, end)
    return best


class _Shown(NamedTuple):
    """The words with capitals in a text."""

    every: list[tuple[str, str, int, int]]
    """As they stand there, as they are compared, and where they stand first."""
    by_word: dict[str, list[int]]
    """By each word of what is compared, and by all of it, the places of these."""
    by_sign: dict[str, list[int]]
    """By the words in small letters."""


@lru_cache(maxsize=32)  # whole texts: of one claim a few articles are looked at in turn
def _shown(text: str) -> _Shown:
    """The words with capitals in a text: one is asked for many outlets."""
    first: dict[str, re.Match[str]] = {}
    for m in _CAPITALS.finditer(text):
        first.setdefault(m[0], m)
    found = _Shown([], {}, {})
    for i, (shown, m) in enumerate(first.items()):
        said = plain(shown)
        found.every.append((shown, said, *m.span()))
        for word in {said, *said.split()}:
            found.by_word.setdefault(word, []).append(i)
        found.by_sign.setdefault(shown.lower(), []).append(i)
    return found


def _level(shown: str, said: str, whole: str, every: list[str], initials: frozenset[str], sign: str) -> int:
    own, last = said.split(), every[-1]
    if f" {whole} " in f" {said} ":
        return 5
    if said in initials or (sign and sign.lower() == shown.lower()):
        return 4
    if len(own) > 1 and f" {said} " in f" {whole} ":
        return 4 if own[-1] == last else 3
    if last in own:
        return 3 if last.title() in lexicons.mastheads() else 2 if len(own) == 1 else 1
    return int(len(own) == 1 and own[0] in every)


class Mentioning:
    """How the articles of one side of a claim speak of one another.

    Args:
        reports: The articles by row.
        statements: By article its statements of the claim, on this side.
    """

    def __init__(self, reports: Mapping[int, Report], statements: Mapping[int, list[int]]) -> None:
        self.reports, self.statements = reports, statements
        self._named: dict[tuple[str, str], Named] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def table(self, row: int, saying: Saying, others: Sequence[int], ruled: frozenset[int]) -> NDArray[np.float32]:
        """What is measured: a line of :data:`COLUMNS` for each of the other articles.

        Args:
            row: The article.
            saying: One of its statements.
            others: The articles that it may be from, each of another outlet.
            ruled: Those among them that rules take it to be from.
        """
        report = self.reports[row]
        windows = _windows(report, saying)
        levels = {
            (other, name): [self._best(text, other) for text in texts] for other in others for name, texts in windows.items()
        }
        alike = {other: self._alike(report, saying, other) for other in others}
        own = self._of_statement(row, saying)
        lines = []
        for other in others:
            rest = [o for o in others if o != other]
            there = [levels[other, name] for name in _WINDOWS]
            top = [max((one.level for one in found), default=0) for found in there]
            rivals = [max((one.level for o in rest for one in levels[o, name]), default=0) for name in _WINDOWS]
            near = [self._near(windows[name], found, other) for name, found in zip(_NEAR, there, strict=False)]
            first = next((max(found) for found in there[: len(_NEAR)] if any(one.level for one in found)), Named(0, -1, -1))
            that = self.reports[other]
            numbers = [n in that.text for n in _NUMBER.findall(report.text[saying.start : saying.end])]
            lines.append(
                [
                    *top,
                    *(level - rival for level, rival in zip(top, rivals, strict=True)),
                    *(one for window in near for one in window),
                    *(first.start, first.end, len(others), _days(that.published, report.published), that.body is not None),
                    *own,
                    *(alike[other], alike[other] - max((alike[o] for o in rest), default=0)),
                    sum(1 if there_ else -1 for there_ in numbers),
                    bool(saying.told) and named(saying.told, that.outlet).level > 0,
                    other in ruled,
                ]
            )
        return np.array(lines, dtype=np.float32).reshape(-1, len(COLUMNS))

    def _of_statement(self, row: int, saying: Saying) -> list[float]:
        report, hops = self.reports[row], [hop.kind for hop in saying.hops]
        return [
            *(report.body is not None, len(self.statements[row]), saying.start / max(1, len(report.text))),
            *(len(hops), saying.quoted, *(kind in hops for kind in _HOPS), not hops),
        ]

    def _near(self, texts: list[str], found: list[Named], other: int) -> list[bool]:
        """How an outlet is spoken of in one window."""
        at = max(range(len(found)), key=lambda i: found[i].level, default=None)
        text = texts[at] if at is not None and found[at].level else ""
        _, start, end = found[at] if at is not None else Named(0, 0, 0)
        before = text[max(0, start - _AROUND) : start]
        low = folded(" ".join(texts)).split()
        nouns = nouns_of(sort_of(self.reports[other].outlet))
        some = [i for i, word in enumerate(low) if word in nouns]
        return [
            bool(_REPORTED.search(text[max(0, start - _AROUND) : end + _AROUND])),
            bool(_INTRODUCED.search(before)),
            bool(some),
            any(not _DETERMINERS.isdisjoint(low[max(0, i - 3) : i]) for i in some),
            not _any().isdisjoint(low),
        ]

    def _best(self, text: str, other: int) -> Named:
        outlet = self.reports[other].outlet
        if (text, outlet) not in self._named:
            sign = _SIGN.match(self.reports[other].text)
            self._named[text, outlet] = named(text, outlet, sign[1] if sign else "")
        return self._named[text, outlet]

    def _alike(self, report: Report, saying: Saying, other: int) -> float:
        """Which part of the words of a statement's sentence stand in the other article's statements of the claim."""
        if other not in self._stems:
            that = self.reports[other]
            said = [that.sayings[that.at[s]] for s in self.statements.get(other, ()) if s in that.at]
            self._stems[other] = _stems(" ".join(that.sentence_of(one) for one in said))
        own, there = _stems(report.sentence_of(saying)), self._stems[other]
        return len(own & there) / max(1, min(len(own), len(there)))


def likely(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The probability for each line of :meth:`Mentioning.table`."""
    odds = forest("weighing", "mentioned.tsv", COLUMNS).odds(table)
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return found


def mentioned(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The same, where it is likely enough, else 0; an outlet that is not named is none where another one may be meant as well."""
    sure = likely(table)
    near = table[:, [COLUMNS.index(f"named in {window}") for window in _NEAR]].max(1, initial=0)
    unnamed = near <= _BY_A_WORD
    fits = unnamed & (table[:, [COLUMNS.index(f"sort in {window}") for window in _NEAR]].max(1, initial=0) > 0)
    sure[(sure < MENTIONED) | (unnamed & (fits.sum() > 1))] = 0.0
    return sure


def _windows(report: Report, saying: Saying) -> dict[str, list[str]]:
    start, end = report.sentence(saying.start, saying.end)
    text = report.text
    first = max(text.rfind("\n", 0, start) + 1, start - _PARAGRAPH)
    stop = text.find("\n", max(end - 1, 0))
    return {
        "sentence": [text[start : min(end, start + _PARAGRAPH)]],
        "beside": [text[a : min(b, a + _PARAGRAPH)] for a, b in report.beside(saying)],
        "paragraph": [text[first : min(len(text) if stop < 0 else stop, end + _PARAGRAPH)]],
        "title": [report.title],
        "text": [text],
    }


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in folded(text).split() if len(word) >= _WORD)


def _days(before: str | None, after: str | None) -> int:
    """Days between two articles; -9 where one's day is not known."""
    if not before or not after:
        return -9
    return min(_MONTHS, (date.fromisoformat(after[:10]) - date.fromisoformat(before[:10])).days)
