"""What stands at the end of somebody's words but is not said by them: whom the outlet cites for it, what it remarks on it."""

from __future__ import annotations

from allegedly.model import Span
from allegedly.reading import lexicons
from allegedly.reading.evidence import sort_of
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution

_CITING = ("cite", "quote")
_REMARKS = ("something",)
"""Words by which a remark takes up the whole clause: *…, something that he had long opposed*."""
_MARKS = "\"“”'’‘«»"
_LONGEST = 300
"""Tokens of the longest piece of content that is looked at."""


def cut_tail(parse: Parse, attribution: Attribution) -> None:
    """Take such a tail off the attribution's content, where words of it are left."""
    if attribution.cue_token is None:
        return
    start, end = attribution.content[-1]
    tokens = parse.tokens((start, end))
    if not 3 <= len(tokens) <= _LONGEST or any(mark in parse.text[start:end] for mark in _MARKS):
        return
    for token in tokens[2:]:
        if parse.right[token] < tokens[-1] - 1 or not (_cites(parse, token) or _remarks(parse, token)):
            continue
        last = token - 1
        while last > tokens[0] and parse.lower[last] in (",", "—", "–", "-", "also", "both"):
            last -= 1
        cut: Span = (start, parse.end[last])
        attribution.content = [*attribution.content[:-1], cut]
        return


def cut_head(parse: Parse, attribution: Attribution) -> None:
    """Take off whom the outlet cites before the words: *reported, citing two officials, that …*."""
    start, end = attribution.content[0]
    tokens = parse.tokens((start, end))[:_LONGEST]
    if len(tokens) < 3 or lemma_of(parse.lower[tokens[0]]) not in _CITING or parse.tag[tokens[0]] != "VBG":
        return
    for token in tokens[2:-1]:
        if parse.lower[token] == "that" and parse.word[token - 1] == ",":
            attribution.content = [(parse.start[token], end), *attribution.content[1:]]
            return


def give_object(parse: Parse, attribution: Attribution) -> None:
    """Let content that ends in a verb have the object that follows it: *firing on a boat, wounding* [two people]."""
    start, end = attribution.content[-1]
    tokens = parse.tokens((start, end))
    if not tokens or not parse.tag[tokens[-1]].startswith("VB"):
        return
    last = tokens[-1]
    taken = [*attribution.cue, *([attribution.source] if attribution.source else [])]
    for child in range(last + 1, parse.sentences[parse.sentence[last]][1] + 1):
        if parse.head[child] == last and parse.dep[child] == "dobj" and parse.left[child] == last + 1:
            whole: Span = (start, parse.end[parse.right[child]])
            if not any(a < whole[1] and b > end for a, b in taken):
                attribution.content = [*attribution.content[:-1], whole]
            return


def _cites(parse: Parse, token: int) -> bool:
    """Whether the word begins whom or what is cited: *…, citing two officials*; not reasons (*citing the cost*)."""
    if parse.tag[token] != "VBG" or lemma_of(parse.lower[token]) not in _CITING:
        return False
    thing = parse.child(token, "dobj")
    if thing is None:
        return False
    sort = lexicons.sorts().get(lexicons.singular(parse.lower[thing]))
    return sort_of(parse, thing) is not None or (sort is not None and sort.kind in ("person", "group", "outlet"))


def _remarks(parse: Parse, token: int) -> bool:
    return parse.lower[token] in _REMARKS and parse.lower[token - 1] == "," and parse.child(token, "relcl") is not None
