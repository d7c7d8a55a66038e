"""How likely two voices of one claim are one, where no rule says so.

*The naval command* of one article is *the country's navy* of another; *figures of the district* are the flood office's. Measured
are their names and those of the bodies that they speak for, their sorts and offices, what they are reported to say, and on whose
page that stands. Trees that ``training/origins`` fits to the development stories of ``benchmarks/origins`` make a probability of
it (gradient boosting, Friedman 2001); groups are joined as long as their members are, on the average, more likely one than two
(average linkage, Sokal and Michener 1958).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz.distance import JaroWinkler

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.network.forest import forest
from allegedly.weighing.origins.hops import is_calling, is_indefinite, is_name, offices
from allegedly.weighing.origins.namesakes import same_name, words_of
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.outlets import called
from allegedly.weighing.origins.parts import FOR
from allegedly.weighing.origins.speaking import may_be_one
from allegedly.weighing.origins.vocabularies import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KINDS = (
    *("voice-voice", "unnamed-voice", "document-voice", "unnamed-unnamed", "document-document", "document-unnamed"),
    *("outlet-voice", "external-voice", "external-outlet"),
)
COLUMNS = (
    *_KINDS,
    *("one article", "one outlet", "one side", "two sides", "named", "no name", "indefinite", "definite", "shared of all"),
    *("shared of fewer", "bodies' of all", "bodies' of fewer", "letters", "noun", "offices", "have offices", "described"),
    *("people", "one person", "outlet's name", "own page's name", "pages", "said alike", "numbers alike", "numbers apart"),
    *("said of the other", "quoted", "ends"),
)
"""What the trees look at."""
ONE = 0.6
"""How likely it is, on the average, at least, where groups are one."""
_MANY = 60
"""More ends than this in one claim are left as the rules have them."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"[a-z']{3,}")
_MEDIA = frozenset(("outlet", "external"))
_LOOSE = frozenset("agency association authority board body command group office organisation organization service".split())
"""Nouns that may be said of bodies of every sort."""
_LONG = 3
_ROOT = 4
"""Letters that are looked at of words that may be one's forms."""


_INSIDE = re.compile(r"\b(?:within|inside)\b")
"""*Somebody within the federation* does not speak for it."""
_ANONYMOUS = re.compile(
    r"\b(?:not (?:to )?be (?:named|identified)|not want|not wish|anonym\w*|unnamed|asked not|name (?:is|was) withheld)\b"
)
"""How it is said of somebody that he is not named."""


@dataclass(frozen=True, slots=True)
class Met:
    """How an article tells what an end says."""

    sentence: str = ""
    around: str = ""
    """The text around that, in small letters."""
    sure: float = 1.0
    """How sure the reader is of the statement."""
    voices: int = 1
    """Of the statement's chain."""
    beside: frozenset[int] = frozenset()
    """Who speaks in the statements around it, by the ledger's numbers."""
    report: bool = False
    """Whether it is a long report, and no note."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a chain of a claim ends, with what it is met in."""

    node: Node
    said: str
    """What it is reported to say."""
    side: str
    outlet: str
    """Of the article."""
    page: bool
    """Whether that is a body's own page."""
    met: Met = Met()
    """How that is told."""


class Joint(NamedTuple):
    """Two groups that are one, by a member of each."""

    one: int
    other: int
    likely: float


def joints(ends: Sequence[End], groups: Sequence[int]) -> Iterator[Joint]:
    """Which groups of ends are one, the likeliest first.

    Args:
        ends: The ends.
        groups: For each the number of the group that rules have put it in.
    """
    if not len(set(groups)) > 1 or len(ends) > _MANY:
        return
    sure = np.zeros((len(ends), len(ends)))
    pairs = list(combinations(range(len(ends)), 2))
    for (i, j), p in zip(pairs, likely(table(ends, pairs)), strict=True):
        two = _named_apart(ends[i].node, ends[j].node) or _strangers(ends[i], ends[j])
        sure[i, j] = sure[j, i] = 0.0 if two else p
    members = {group: [i for i, own in enumerate(groups) if own == group] for group in sorted(set(groups))}
    while len(members) > 1:
        fits = [(float(sure[np.ix_(members[a], members[b])].mean()), a, b) for a, b in combinations(sorted(members), 2)]
        best, a, b = max(fits, key=lambda fit: (fit[0], -fit[1], -fit[2]))
        if best <= ONE:
            return
        yield Joint(members[a][0], members[b][0], best)
        members[a] += members.pop(b)


def joints_against(ends: Sequence[End], groups: Sequence[int]) -> Iterator[Joint]:
    """The same of those ends alone that do not put the claim forward."""
    kept = [k for k, end in enumerate(ends) if end.side != FOR]
    for joint in joints([ends[k] for k in kept], [groups[k] for k in kept]):
        yield Joint(kept[joint.one], kept[joint.other], joint.likely)


def surely_two(a: End, b: End) -> bool:
    """Whether two are told apart: they say it in one breath, are people with other full names, papers by two authors.

    So are an outlet's own people and somebody else. Nor is a source that one outlet does not name any that another does not
    name, as far as their words differ.
    """
    x, y = a.node, b.node
    if (x.statement is not None and x.statement == y.statement) or _named_apart(x, y):
        return True
    if "outlet" in (x.kind, y.kind) and "unnamed" not in (x.kind, y.kind):
        return True
    if x.kind == y.kind == "document":
        return bool(x.bodies and y.bodies) and not any(same_name(i, j) for i in x.bodies for j in y.bodies)
    return x.kind == y.kind == "unnamed" and a.outlet != b.outlet and head_of(x.name) != head_of(y.name)


def apart(a: End, b: End) -> tuple[bool, bool, bool]:
    """Whether two are surely two, are named apart, are strangers."""
    return surely_two(a, b), _named_apart(a.node, b.node), _strangers(a, b)


def _named_apart(x: Node, y: Node) -> bool:
    """Whether two are two whatever is told of them: people with other full names; *her trainer* and *her cousin*.

    *A teacher who will not be named* is not the deputy whom another article names, nor is *somebody within the federation* it.
    Of an outlet that gives no source it is not known whose word it has.
    """
    if x.bare or y.bare:
        return True
    if "unnamed" in (x.kind, y.kind) and x.kind != y.kind:
        unnamed, speaker = (x, y) if x.kind == "unnamed" else (y, x)
        if _INSIDE.search(unnamed.name) and speaker.sort != "person":
            return True
        return speaker.kind == "voice" and bool(_ANONYMOUS.search(unnamed.name)) and _is_full_name(speaker)
    if x.kind == y.kind == "unnamed":
        one, other = (lexicons.singular(head_of(node.name)) for node in (x, y))
        return one != other and all(is_calling(noun) or noun in words("kin") for noun in (one, other))
    if x.kind == y.kind == "voice" and _is_full_name(x) and _is_full_name(y):
        one_, other_ = ({word[:_ROOT] for word in folded(node.name).split()} for node in (x, y))
        return not same_name(x.name, y.name) and one_.isdisjoint(other_)
    return False


def _is_full_name(node: Node) -> bool:
    """Whether a node is called as people are: of two words or three, none of them one of bodies."""
    found = folded(node.name).split()
    bodily = any(lexicons.singular(word) in words("bodies") | words("firms") for word in found)
    people = node.sort in ("person", "other", "") or (node.sort == "organisation" and may_be_one(node.name))
    return people and is_name(node.name) and len(found) in (2, 3) and not bodily


def _strangers(a: End, b: End) -> bool:
    """Whether they are two by what the words mean: nothing that they are called is alike, or what is says that they are two.

    So sources that two outlets do not name, one that is not named and somebody whom another outlet names, papers by two authors,
    people who have two names, and two bodies that speak in one article stay two.
    """
    x, y = a.node, b.node
    kinds, both = {x.kind, y.kind}, is_name(x.name) and is_name(y.name)
    if kinds <= _MEDIA or "outlet" in kinds or (x.sort == y.sort == "person" and " " in x.name and " " in y.name and both):
        return True  # whom rules would know for one
    open_ = [node.kind == "unnamed" and (is_indefinite(node.name) or not node.definite) for node in (x, y)]
    if a.outlet != b.outlet and kinds <= {"unnamed", "voice"} and (all(open_) if kinds == {"unnamed"} else any(open_)):
        return True
    if kinds == {"voice"} and _are_of_two_sorts(x, y):
        return True
    people = [_is_somebody(x), _is_somebody(y)]
    if kinds == {"voice"} and not any(people) and _told_apart(x, y):
        return True
    if kinds == {"voice"} and people[0] != people[1] and _for_himself(x if people[0] else y):
        return True
    if kinds == {"document"} and x.bodies and y.bodies and not any(same_name(i, j) for i in x.bodies for j in y.bodies):
        return True
    if both and not _tied(_all_words(x) - words_of(head_of(x.name)), _all_words(y) - words_of(head_of(y.name))):
        return True
    called_ = _tied(_all_words(x) | set(x.described), _all_words(y) | set(y.described))
    return not (called_ or not set(x.offices).isdisjoint(y.offices) or head_of(x.name) == head_of(y.name))


def _for_himself(x: Node) -> bool:
    """Whether somebody with a full name is said to hold no office and to speak for no body: a witness is not the fire brigade."""
    return is_name(x.name) and " " in x.name and not offices().keys() & set(x.offices) and not x.bodies


def _is_somebody(x: Node) -> bool:
    """Whether a person speaks, and not somebody unnamed for a body that gives the name."""
    return x.sort == "person" and x.name not in x.bodies


def _are_of_two_sorts(x: Node, y: Node) -> bool:
    """Whether the nouns that say what bodies they are are others: a department is no laboratory."""
    one, other = ({head_of(name) for name in (node.name, *node.bodies)} & words("bodies") - _LOOSE for node in (x, y))
    return bool(one and other) and one.isdisjoint(other)


def _told_apart(x: Node, y: Node) -> bool:
    """Whether two bodies are two: one article has both, or their names have no more in common than a place may be.

    *The tanker drivers' association* is not *the transport union* beside which it speaks, *Orrel Museum* not *Orrel Athletic*.
    """
    one, other = (words_of(node.name) - words_of(head_of(node.name)) for node in (x, y))
    if x.article == y.article:
        return head_of(x.name) != head_of(y.name) and not _tied(one, other)
    both = words_of(x.name) & words_of(y.name)
    apart = [words_of(node.name) - both for node in (x, y)]
    return is_name(x.name) and is_name(y.name) and len(both) == 1 and all(apart) and head_of(x.name) != head_of(y.name)


def _tied(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have a word in common, or one's beginning: *the naval command* and *the navy*."""
    roots = [{word[:_ROOT] for word in words_ if len(word) >= _LONG} for words_ in (one, other)]
    return not roots[0].isdisjoint(roots[1])


def table(ends: Sequence[End], pairs: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
    """What is measured: a line of :data:`COLUMNS` for each of these pairs."""
    lines = [[*_measured(ends[i], ends[j]), len(ends)] for i, j in pairs]
    return np.array(lines, dtype=np.float32).reshape(-1, len(COLUMNS))


def likely(table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The probability for each line of :func:`table`."""
    odds = forest("weighing", "one.tsv", COLUMNS).odds(table)
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return found


def _measured(a: End, b: End) -> Iterator[float]:
    x, y = a.node, b.node
    kinds = "-".join(sorted((x.kind, y.kind)))
    yield from (kinds == one for one in _KINDS)
    yield from (x.article == y.article, a.outlet == b.outlet, a.side == b.side, {a.side, b.side} == {"for", "against"})
    yield is_name(x.name) and is_name(y.name)
    yield not is_name(x.name) and not is_name(y.name)
    yield is_indefinite(x.name) + is_indefinite(y.name)
    yield x.definite + y.definite
    yield from _shared(words_of(x.name), words_of(y.name))
    yield from _shared(_all_words(x), _all_words(y))
    yield max(JaroWinkler.similarity(folded(one), folded(two)) for one in _names(x) for two in _names(y))
    yield head_of(x.name) == head_of(y.name)
    yield not set(x.offices).isdisjoint(y.offices)
    yield bool(x.offices and y.offices)
    yield not set(x.described).isdisjoint(y.described)
    yield x.sort == y.sort == "person"
    yield (x.sort == "person") != (y.sort == "person")
    yield _is_called(x, b.outlet) or _is_called(y, a.outlet)
    yield _is_called(x, a.outlet) or _is_called(y, b.outlet)
    yield a.page + b.page
    apart = x.article != y.article
    said, told = telling(a.said), telling(b.said)
    yield len(said & told) / max(1, len(said | told)) if apart else 0.0
    numbers, others = set(_NUMBER.findall(a.said)), set(_NUMBER.findall(b.said))
    yield not numbers.isdisjoint(others)
    yield bool(numbers and others) and numbers.isdisjoint(others)
    low, lower = a.said.lower(), b.said.lower()
    yield any(len(w) > _LONG and w in lower for w in words_of(x.name)) + any(
        len(w) > _LONG and w in low for w in words_of(y.name)
    )
    yield bool(x.quotes and y.quotes)


def _names(node: Node) -> list[str]:
    return [name for name in (node.name, *node.bodies) if name] or [""]


def _all_words(node: Node) -> frozenset[str]:
    return frozenset().union(*(words_of(name) for name in _names(node)))


def _stands(words_: frozenset[str], text: str) -> bool:
    return any(len(word) > _LONG and word in text for word in words_)


def _is_called(node: Node, outlet: str) -> bool:
    return any(called(name, outlet) > 0 for name in _names(node))


def _shared(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """Which part of all words two names share, and which part of those of the shorter one."""
    both = len(one & other)
    return both / max(1, len(one | other)), both / max(1, min(len(one), len(other)))


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """The words of a text that tell something."""
    return frozenset(_WORD.findall(text.lower())) - words("common")
