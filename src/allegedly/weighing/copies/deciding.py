"""What two articles that share text are to one another, and which of them came first.

The kinds: a **reprint** has most of the other's text; an **excerpt** has a part of it outside quotation marks, or quotes the
other and names it; an **update** is of the same outlet or address, and has much of the earlier one's text; of a **shared
source** both have the same words, and neither need have seen the other; **boilerplate** is what an outlet prints again and
again.

Which came first is told by what an article says of itself (the agency that signs it), by which cites the other's outlet, by
the day, and by which holds all of the other, in this order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from allegedly.model import Span
from allegedly.model_claims import CopyKind
from allegedly.weighing.copies.credit import cites
from allegedly.weighing.copies.passages import Run, runs, shared
from allegedly.weighing.copies.side import Side
from allegedly.weighing.copies.sketch import SURE, brief
from allegedly.weighing.copies.words import SHINGLE, same

if TYPE_CHECKING:
    from numpy.typing import NDArray

Which = Literal["a", "b"]

PASSAGE = 8
"""Words in a row from which on they are a passage that is shown; fewer are an idiom or a name."""
MOST = 0.5
"""Part of the shorter article from which on it is a reprint, or an update."""
WHOLE = 0.8
"""Part of the shorter article from which on it is a reprint though most of that is quoted."""
MUCH = 0.3
"""Part of the shorter article from which on another of the same outlet is a later version of it."""
ALIKE = 0.3
"""Jaccard index from which on two articles share text though no passage is long."""
BORROWED = 40
"""Words outside quotation marks from which on text was taken over, not only the same source used."""
WEEKS = 14
"""Days up to which an article that has much of an earlier one of its outlet is a later version of it."""
FOOT = 40
"""Words after a passage up to which it is the end of a text."""
FOOT_PART = 0.2
"""Part of the shorter article up to which the same end is no part of the report."""
USUAL = 0.5
"""Part of a passage's hashes from which on it is usual in its outlet."""


class Found(NamedTuple):
    """Two articles that share text; ``a`` is the earlier one where that is known."""

    kind: CopyKind
    original: Which | None
    """Which of them the text was taken from; null where neither, or where that cannot be told."""
    jaccard: float
    containment: float
    confidence: float
    reason: str
    """A sentence."""
    passages: tuple[tuple[Span, Span], ...]
    """The passages of the one and where they stand in the other, in the order of the first."""


class Hashed(NamedTuple):
    """What is known of the hashes in two articles' sketches."""

    usual: NDArray[np.uint32]
    """Those that are usual in the outlet of either, ascending."""
    chosen: NDArray[np.uint32]
    """Those of the sketch of either, ascending."""


class _Shares(NamedTuple):
    """Words of the common passages, by where they stand in quotation marks."""

    both: int
    a: int
    b: int
    neither: int
    longest: int

    @property
    def total(self) -> int:
        return self.both + self.a + self.b + self.neither


def decide(a: Side, b: Side, hashes: Callable[[], Hashed]) -> Found | None:
    """What the two are to one another; null where they share nothing that says anything.

    Args:
        a: One article; the earlier one where that is known.
        b: The other.
        hashes: Gives what is known of the hashes in their sketches.
    """
    common = shared(a, b)
    shorter = min(len(a.distinct), len(b.distinct))
    jaccard = common / (len(a.distinct) + len(b.distinct) - common) if common else 0.0
    containment = common / shorter if common else 0.0
    if common <= SURE - SHINGLE and jaccard < ALIKE and containment < MOST:
        return None  # too few for any passage that counts
    found = runs(a, b)
    known = hashes()
    fresh = [run for run in found if not _usual(b, run, known) and not _foot(a, b, run)]
    shares = _shares(a, b, [run for run in fresh if run.words >= PASSAGE])
    alike = jaccard >= ALIKE or containment >= MOST
    # Words of short runs count for texts that are alike with many small changes.
    copied = sum(_counted(a, run) for run in fresh if alike or run.words >= PASSAGE)
    part = min(1.0, copied / max(min(len(a.words.hashes), len(b.words.hashes)), 1))
    kind = _kind(a, b, shares, part) if shares.longest >= SURE or part >= MUCH else None
    if kind is None:
        if not alike:
            return None
        return _finish(a, b, "boilerplate", None, 0.8, found, (jaccard, containment), "what they share is printed often")
    original, sure, why = _original(a, b, kind, part)
    return _finish(a, b, kind, original, sure, fresh, (jaccard, containment), why)


def _usual(b: Side, run: Run, known: Hashed) -> bool:
    if not len(known.usual):
        return False
    short = brief(b.shingles[run.b : run.b + run.words - SHINGLE + 1])
    hits = int(np.count_nonzero(_among(short, known.usual)))
    return hits > 0 and hits >= USUAL * int(np.count_nonzero(_among(short, known.chosen)))


def _foot(a: Side, b: Side, run: Run) -> bool:
    """Whether the run is the foot of both, after the report: who its author is, what else the site has."""
    if a.quoted[run.a] and b.quoted[run.b]:
        return False
    left = (len(text.words.hashes) - at - run.words for text, at in ((a, run.a), (b, run.b)))
    return max(left) <= FOOT and run.words <= min(len(a.words.hashes), len(b.words.hashes)) * FOOT_PART


def _among(values: NDArray[np.uint32], ascending: NDArray[np.uint32]) -> NDArray[np.bool_]:
    at = np.searchsorted(ascending, values)
    at[at == len(ascending)] = 0
    among: NDArray[np.bool_] = ascending[at] == values
    return among


def _shares(a: Side, b: Side, found: list[Run]) -> _Shares:
    both = one = other = neither = 0
    for run in found:
        report = ~a.furniture[run.a : run.a + run.words]
        in_a, in_b = a.quoted[run.a : run.a + run.words][report], b.quoted[run.b : run.b + run.words][report]
        speaks = a.first_person[run.a : run.a + run.words][report] & ~in_a & ~in_b
        if speaks.any():
            # A report does not speak of itself as *I* or *we*: somebody's words that are printed without marks.
            both += len(speaks)
            continue
        both += int(np.count_nonzero(in_a & in_b))
        one += int(np.count_nonzero(in_a & ~in_b))
        other += int(np.count_nonzero(in_b & ~in_a))
        neither += int(np.count_nonzero(~in_a & ~in_b))
    return _Shares(both, one, other, neither, max((_counted(a, run) for run in found), default=0))


def _counted(a: Side, run: Run) -> int:
    """The words of the run that are of the report."""
    return int(np.count_nonzero(~a.furniture[run.a : run.a + run.words]))


def _kind(a: Side, b: Side, shares: _Shares, part: float) -> CopyKind | None:
    own = a.owner is not None and a.owner == b.owner
    address = a.article.url is not None and a.article.url == b.article.url
    quoted = shares.both + shares.a + shares.b
    if own or (address and None in (a.owner, b.owner)):
        soon = address or a.day < 0 or b.day - a.day <= WEEKS or part >= WHOLE
        if part >= MUCH and (part >= MOST or quoted < shares.neither):
            return "update" if soon else "excerpt"
        return "shared source" if quoted >= SURE and quoted >= shares.neither else None
    if part >= WHOLE or (part >= MOST and (address or shares.both <= shares.neither)):
        lengths = sorted((len(a.words.hashes), len(b.words.hashes)))
        return "reprint" if lengths[0] * 2 >= lengths[1] or (a.title and a.title == b.title) else "excerpt"
    credited = a.owner in b.suppliers or b.owner in a.suppliers
    if shares.neither >= (SURE if credited else BORROWED) and shares.neither >= quoted:
        return "excerpt"
    one_sided, by = max((shares.a, (a, b)), (shares.b, (b, a)), key=lambda share: share[0])
    if one_sided >= SURE and one_sided * 2 >= shares.total and by[1].owner and cites(by[0].article, by[1].owner):
        return "excerpt"
    return "shared source"


def _original(a: Side, b: Side, kind: CopyKind, part: float) -> tuple[Which | None, float, str]:
    """Which came first, how sure the whole is, and why."""
    a_from_b, b_from_a = b.owner in a.suppliers, a.owner in b.suppliers
    if kind == "shared source":
        return None, 0.9, "both have the same words of somebody else"
    if kind == "update":
        where = "of one outlet" if a.owner is not None and a.owner == b.owner else "of one address"
        if a.day >= 0 and b.day > a.day:
            return "a", 0.95, f"{where}, {_days(b.day - a.day)} later"
        return None, 0.85, f"{where}; which came first cannot be told"
    if a_from_b != b_from_a:
        credit = a.owner if b_from_a else b.owner
        return ("a" if b_from_a else "b"), 0.95, f"one credits the other's outlet, {credit}"
    agency = sorted(a.suppliers & b.suppliers)
    if agency:
        return None, 0.95, f"both credit {agency[0]}"
    a_cites, b_cites = bool(b.owner and cites(a.article, b.owner)), bool(a.owner and cites(b.article, a.owner))
    if a_cites != b_cites:
        return ("b" if a_cites else "a"), 0.9, f"one cites the other's outlet, {a.owner if b_cites else b.owner}"
    credited = sorted(a.suppliers | b.suppliers)
    if credited:
        return None, 0.8, f"one credits {credited[0]}, from whom both may have it"
    if a.day >= 0 and b.day > a.day:
        # Of an excerpt, a third one may be the source; on the sample that was judged, the day alone was wrong as often as right.
        return "a", 0.75 if kind == "reprint" else 0.5, f"published {_days(b.day - a.day)} earlier"
    if kind == "excerpt" and part >= WHOLE:
        longer: Which = "a" if len(a.words.hashes) > len(b.words.hashes) else "b"
        return longer, 0.7, "the longer one holds all of it"
    return None, 0.8, "which came first cannot be told"


def _days(many: int) -> str:
    return "a day" if many == 1 else f"{many} days"


def _finish(
    a: Side,
    b: Side,
    kind: CopyKind,
    original: Which | None,
    sure: float,
    found: list[Run],
    measures: tuple[float, float],
    why: str,
) -> Found:
    shown = [run for run in found if run.words >= PASSAGE] or sorted(found, key=lambda run: -run.words)[:1]
    shown.sort(key=lambda run: (run.a, run.b))
    words = sum(run.words for run in shown)
    several = "one passage" if len(shown) == 1 else f"{len(shown)} passages"
    spans = tuple((a.span(run.a, run.words), b.span(run.b, run.words)) for run in shown)
    # Words are compared by their hashes; what is shown is compared by its letters too.
    spans = tuple((one, other) for one, other in spans if same(a.text[slice(*one)], b.text[slice(*other)]))
    jaccard, containment = (round(measure, 4) for measure in measures)
    return Found(kind, original, jaccard, containment, sure, f"{several}, {words} words; {why}", spans)
