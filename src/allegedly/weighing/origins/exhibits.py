"""The words for documents in a text: *an extract from the land register*, *messages on his telephone*, *Decree No. 17*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import is_paper, last_of_papers, says
from allegedly.weighing.origins.vocabularies import words

_WORD = re.compile(r"[^\W_](?:[\w'’-]|[.,](?=\d))*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"“”]*\"(?!\w)")
_TITLE = re.compile(r"[“\"][A-Z][^“”\",.!?]{1,40}[”\"]")
"""A document's title: *a plan, “Project Falcon”*."""
DETERMINERS = frozenset("the a an its his her their this that these those another each every both some several".split())
_NO_MODIFIER = frozenset(
    "of in on from by to at with into about between over under through throughout during within without against across"
    " along among amid around behind beside besides beyond despite except onto upon per since until via"
    " for as and or but that which who whose whom if when while"
    " where than is are was were be been being has have had do does did will would can could may might must shall should"
    " not it he she they we you i us them him me there here so too also then now out up down before after".split()
)
"""What stands before a noun and is no part of its phrase."""
_ON = frozenset("of on from by between to about in at with for dated over no nr number".split())
"""What goes on with a document's noun."""
_LEFT = 6
"""Words before a document's noun that may be part of its phrase."""
_RIGHT = 9
"""Words behind it that may be."""
_A_PAPER = re.compile(
    r" (?:of|on|by|for|drawn|prepared|marked|written|that|which) "
    r"|, (?:\w+ ){0,3}?(?:pages|dated|marked|numbered|number|which)"
)
"""Behind a *paper* that is no newspaper."""
_STOPS = frozenset(
    "into through under against without lies lie lay that which who whose whom has have had is are was were be been will would"
    " can could may might must it he she they we and or but which where when while as if so before after seen obtained read"
    " shown leaked passed sent made given held handed provided published released concerned regarded contained mentioned covered"
    " described listed named quoted dealt".split()
)
"""What ends a document's phrase."""
_NUMBERED = re.compile(r" (?:[Nn]o\.? |[Nn]r\.? |number )?[A-Z]*\d")
_NUMBERED_PAPER = re.compile(r"(?P<noun>[A-Z][a-z]+) (?:[Nn]o\.? ?|[Nn]umber )?(?:[A-Z]+[-/ ]?)?\d")
_THE_RECORD = re.compile(r"\b(?:on|off) (?:the )?$")
_IN_HIS = re.compile(r"\b[Ii]n (?:the|its|his|her|their|our|my) $")
_CONTRACTED = re.compile(r"(?:it|that|there|here|he|she|who|what|let|i|we|they|you)['’](?:s|re|ve|m|d|ll)", re.IGNORECASE)
_MODAL = frozenset(("will", "act", "sign", "slip"))
"""Nouns that are verbs as often."""
_VERBAL = frozenset("reports posts orders signs acts charges bills shows files lists notes".split())
"""Plurals that are verbs as often: *the council reports*."""
_FIGURES = re.compile(r"\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)(?: (?:now|also|still|already|then|even|never|always|\w+ly))* $")
"""Before a verb that looks like a document's noun: *it now figures in the list*."""
_BEFORE_VERB = 40
"""Characters before a word in which its pronoun stands."""
MEASURE = re.compile(
    r"(?:(?:the|all|its|these) )*(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|dozens of"
    r"|hundreds of)"
    r" (?:\w+ )?(?:pages?|sheets?|slides?|rows?|minutes|seconds|hours)\b|(?:the |this )?(?:page|table|slide|sheet"
    r"|paragraph|annex)\b"
)
"""So much of a document: *the 14 pages*, *page 3*."""
_SO_MUCH_OF = re.compile(
    r"(?:(?:the|all|its|these|most|some|every) )*(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    r"|many|all|most|some|every|dozens|hundreds)(?: of(?: the)?)? )+(?:[a-z-]+ )?"
    r"(?:pages?|sheets?|slides?|rows?|lines?|paragraphs?|chapters?|volumes?|minutes|seconds|hours) of (?=[A-Za-z])"
)
"""Before a document of which it is said how much of it: *all 90 pages of the auditor's report*."""
_MANY = 30
"""Documents of one sentence that are looked at."""
LONGEST = 2_000
"""Characters of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A document in a text."""

    start: int
    noun: int
    """Where its noun ends."""
    end: int
    words: str
    """Its phrase, with what it is of or on."""


_SUBJECTS = frozenset("it he she who which now also still even".split())
_VERB_BEHIND = re.compile(r" (?:in|on|among|under) ")


def exhibits(text: str, start: int, end: int) -> Iterator[Exhibit]:
    """The documents between two places of a text, in reading order; what is quoted there is left out."""
    for e in _exhibits(text[start : min(end, start + LONGEST)]):
        yield Exhibit(start + e.start, start + e.noun, start + e.end, e.words)


@lru_cache(maxsize=4_096)
def _exhibits(piece: str) -> tuple[Exhibit, ...]:
    """The documents of a piece of text: a sentence is asked for them again and again."""
    return tuple(_met(piece)) if any(map(_may_be, _WORD.findall(piece))) else ()


def _met(piece: str) -> Iterator[Exhibit]:
    bare = blanked(piece)
    found = list(_WORD.finditer(bare))
    over, met = 0, 0
    for i, m in enumerate(found):
        if met >= _MANY:
            return
        if m.start() < over or not _may_be(m[0]) or not _is_one(bare, found, i):
            continue
        first = _left(bare, found, i)
        if first is None:
            continue
        stop = _right(bare, found, i)
        over, met = stop, met + 1
        words_ = " ".join(piece[first:stop].split())
        yield Exhibit(first, m.end(), stop, words_)


@lru_cache(maxsize=16_384)
def is_exhibit(words_: str) -> bool:
    """Whether words as a whole mean a document: *position signals which the ship sent*."""
    first = next(exhibits(words_, 0, len(words_)), None)
    return first is not None and first.start == 0


def in_whole(words_: str, at: int | None) -> tuple[str, int | None]:
    """The document, and where it begins, where the words begin with how much of it there is."""
    part = _SO_MUCH_OF.match(words_)
    if part is None or not is_exhibit(words_[part.end() :]):
        return words_, at
    return words_[part.end() :], None if at is None else at + part.end()


def is_numbered(words_: str) -> bool:
    """Whether words begin with a paper and its number: *Invoice A-0417 of the firm*."""
    m = _NUMBERED_PAPER.match(words_)
    return m is not None and is_paper(m["noun"].lower())


def blanked(text: str) -> str:
    """A text of the same length without what is quoted in it, titles excepted."""
    return _QUOTED.sub(lambda m: m[0] if _TITLE.fullmatch(m[0]) else " " * len(m[0]), text)


@lru_cache(maxsize=16_384)
def _may_be(word: str) -> bool:
    """Whether a word can be a document's noun, whatever stands beside it."""
    low = word.lower()
    noun = lexicons.singular(low)
    return is_paper(low) or is_paper(noun) or noun in last_of_papers()


def _is_one(text: str, found: list[re.Match[str]], i: int) -> bool:
    """Whether a word is a document's noun."""
    word = found[i][0]
    noun = lexicons.singular(word.lower())
    beside = found[i - 1][0].lower() if i and found[i - 1].end() == found[i].start() - 1 else ""
    if beside in _SUBJECTS and noun != word.lower() and _VERB_BEHIND.match(text, found[i].end()):
        return False  # *It now figures in the list*
    if not is_paper(f"{beside} {noun}"):
        if not (is_paper(word.lower()) or is_paper(noun)) or noun in words("utterances"):
            return False
        if noun in _MODAL and beside not in DETERMINERS and not beside.endswith(("'s", "’s")):
            return False
        after = found[i + 1][0].lower() if i + 1 < len(found) and found[i + 1].start() == found[i].end() + 1 else ""
        sort = lexicons.sorts().get(lexicons.singular(after)) if after else None
        if after in words("compounds") or (sort is not None and sort.kind != "document" and not says(after)):
            return False
        if after and (is_paper(after) or is_paper(lexicons.singular(after))) and not says(after) and after not in _VERBAL:
            # *The draft contract*: the noun comes.
            return False
        if noun in ("judgement", "judgment") and _IN_HIS.search(text, max(0, found[i].start() - 8), found[i].start()):
            return False  # *in the judgement of the company*: what it thinks
        if noun == "record" and _THE_RECORD.search(text, max(0, found[i].start() - 8), found[i].start()):
            return False
        if noun == "paper" and not (beside.endswith("-page") or _A_PAPER.match(text, found[i].end())):
            return False
    if _FIGURES.search(text, max(0, found[i].start() - _BEFORE_VERB), found[i].start()):
        return False
    if word[:1].isupper() and not _NUMBERED.match(text, found[i].end()):
        begins = not text[: found[i].start()].strip(" \n\"“'‘")
        return begins and (noun != word.lower() or noun in words("masses"))
    return True


def _left(text: str, found: list[re.Match[str]], i: int) -> int | None:
    """Where the phrase of a document's noun begins; nowhere where it is none's."""
    first, determined = i, False
    for k in range(i - 1, max(-1, i - 1 - _LEFT), -1):
        word, gap = found[k][0], text[found[k].end() : found[k + 1].start()]
        if gap.strip('"“”') != " " and gap != "-":
            break
        low = word.lower()
        if _CONTRACTED.fullmatch(word) or (low == "that" and lexicons.singular(found[i][0].lower()) != found[i][0].lower()):
            break  # *it's lousy policy*, *that exit polls show it*
        if low in DETERMINERS or low in ("our", "my"):
            first, determined = k, True
            break
        verb = low in words("showing") or (says(low) and (determined or not low.endswith("ed")))
        if low in _NO_MODIFIER or verb:
            break
        if word.endswith(("'s", "’s", "s'", "s’")):
            determined = True
        first = k
    word = found[i][0].lower()
    plural = lexicons.singular(word) != word or word in words("masses")
    number = any(found[k][0].isdigit() for k in range(first, i))
    if first < i and found[first][0].lower() in ("our", "my", "this", "these") and lexicons.singular(word) in words("pages"):
        return None
    if not (determined or plural or number or _NUMBERED.match(text, found[i].end())):
        return None
    if word in _VERBAL and (first == i or not determined):
        return None
    return found[first].start()


def _right(text: str, found: list[re.Match[str]], i: int) -> int:
    """Where the phrase of a document's noun ends: *the log of the night shift*."""
    last = i
    for k in range(i + 1, min(len(found), i + 1 + _RIGHT)):
        word, gap = found[k][0], text[found[k - 1].end() : found[k].start()]
        low = word.lower()
        if gap.strip(" .") or "\n" in gap:
            break
        if k == i + 1 and not (low in _ON or word[:1].isdigit()):
            break
        joined = low == "and" and k + 1 < len(found) and found[k + 1][0][:1].isupper()
        if (
            not joined
            and not word[:1].isupper()
            and (low in _STOPS or (low not in _ON and (low in words("showing") or says(low))))
        ):
            break
        if low == "in" and text.startswith(" front", found[k].end()):
            break
        last = k
    while last > i and found[last][0].lower() in _ON | DETERMINERS | {"and", "the"}:
        last -= 1
    return found[last].end()
