"""Offices, ranks, parties and nationalities, as the words next to a name give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allegedly.model import Span
from allegedly.reading import lexicons
from allegedly.reading.mentions import Figure, Mention, left_edge
from allegedly.reading.parse import Parse

_BEFORE = ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "HYPH", "POS", "CD", "VBG", "JJS", "RB", ",")
_PARTY = re.compile(r"\((?:[RDI]|Rep|Dem|Lab|Con|Lib)\.?(?:-[A-Z][\w.]{0,12}\.?)?\)|(?<=, )[RDI]-[A-Z][\w.]{0,12}")
_LONGEST = 14
_DESCRIBING = ("person", "organisation", "outlet")
"""Kinds of nouns by which somebody is described in *X is a …*."""
_TITLE = 5
"""Words of a title by itself."""


@dataclass(slots=True)
class FoundRole:
    """A role's tokens, the tokens of the body it is held in (if said), and the noun that it turns on."""

    first: int
    last: int
    lemma: str
    of: int | None
    words: tuple[str, ...]


def before_name(parse: Parse, name: Mention) -> FoundRole | None:
    """What stands right before a person's name and says what they are: *Hamas spokesman* Hazem Qasem."""
    last = name.first - 1
    begin = parse.sentences[parse.sentence[name.first]][0]
    if begin == name.first:
        begin = _stray_title(parse, begin)
    if last >= begin and parse.word[last] == ",":
        return None
    while last >= begin and parse.tag[last] == "_SP":
        last -= 1
    first = last + 1
    turn = None
    for i in range(last, max(begin, last - _LONGEST) - 1, -1):
        if parse.tag[i] not in _BEFORE or (parse.tag[i] == "RB" and parse.lower[i] != "then") or parse.word[i] in '"“”()':
            break
        if parse.word[i] == "," and (i == begin or parse.tag[i - 1] != "JJ"):
            break
        if turn is None:
            sort = lexicons.sorts().get(lexicons.singular(parse.lower[i]))
            office = parse.word[i] in lexicons.titles() and parse.word[i] not in lexicons.addresses()
            if (sort is not None and sort.kind == "person") or office:
                turn = i
            elif parse.tag[i] not in ("NNP", "NNPS") or last - i > 1:
                return None
        first = i
    if turn is None:
        return None
    while first < turn and (parse.word[first] in "',-" or parse.tag[first] in ("POS", ",")):
        first += 1
    return FoundRole(first, last, lexicons.singular(parse.lower[turn]), _body(parse, first, turn), _words(parse, first, turn))


def _stray_title(parse: Parse, begin: int) -> int:
    """First token of a few words without a stop before the sentence: a title that a stray paragraph break cut off its name."""
    number = parse.sentence[begin]
    if not number:
        return begin
    low, high = parse.sentences[number - 1]
    words = [i for i in range(low, high + 1) if parse.tag[i] != "_SP"]
    short = 0 < len(words) <= _TITLE and all(parse.tag[i] in _BEFORE for i in words)
    return low if short and parse.word[words[-1]][-1].isalpha() else begin


def of_noun(parse: Parse, noun: Mention) -> FoundRole:
    """The role in a noun phrase that stands in apposition or as a predicate."""
    first = noun.first
    while first < noun.head and parse.tag[first] in ("DT", "PRP$", "PDT"):
        first += 1
    of = noun.owner
    if of is None:
        of = _body(parse, first, noun.head)
    last = noun.last
    return FoundRole(first, last, noun.lemma, of, noun.words)


def party(parse: Parse, name: Mention) -> Span | None:
    """A party in brackets or between commas behind a politician's name: *(R-Texas)*."""
    start = parse.end[name.last]
    match = _PARTY.search(parse.text, start, start + 24)
    if match is None or match.start() - start > 3:
        return None
    begin, end = match.span()
    return (begin + 1, end - 1) if parse.text[begin] == "(" else (begin, end)


def _body(parse: Parse, first: int, turn: int) -> int | None:
    """The last token of a name before the role's noun that can be the body in which it is held."""
    for i in range(turn - 1, first - 1, -1):
        if parse.tag[i] in ("NNP", "NNPS", "JJ", "NN") and parse.word[i][:1].isupper() and parse.word[i] not in lexicons.titles():
            return i
    return None


def _words(parse: Parse, first: int, turn: int) -> tuple[str, ...]:
    return tuple(parse.lower[i] for i in range(first, turn) if parse.word[i][:1].isalnum())


def appositions(
    parse: Parse, nouns: list[Mention], at: dict[int, Mention], ends: dict[int, Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a describing noun phrase and the name that it describes, by apposition or predicate.

    ``at`` has the mentions by their head tokens, ``ends`` the names by their last ones.
    """
    for noun in nouns:
        if noun.kind is None and parse.dep[noun.head] != "appos":
            continue
        other = _described(parse, noun, at, ends)
        if other is not None:
            yield noun, other


def _described(parse: Parse, noun: Mention, at: dict[int, Mention], ends: dict[int, Mention]) -> Mention | None:
    head = noun.head
    if parse.dep[head] == "appos":
        above = at.get(parse.head[head])
        if above is not None and above.form == "name":
            return above
    for child in parse.children[head]:
        if parse.dep[child] == "appos":
            below = at.get(child)
            if below is not None and below.form == "name":
                return below
    if parse.dep[head] == "attr" and parse.lower[parse.head[head]] in ("is", "was", "'s", "became", "becomes", "remains"):
        verb = parse.head[head]
        if parse.child(verb, "neg") is None:
            subject = parse.child(verb, "nsubj")
            above = at.get(subject) if subject is not None else None
            if above is not None and above.form == "name" and noun.kind in _DESCRIBING and not noun.plural:
                return above
    first = left_edge(parse, head)
    if noun.kind in ("person", "outlet", "organisation") and first > 1 and parse.word[first - 1] == "," and not noun.plural:
        above = ends.get(first - 2)
        if above is not None and above.form == "name" and parse.dep[head] in ("appos", "conj", "npadvmod", "ROOT", "dep", "attr"):
            after = noun.last + 1
            if after < len(parse) and parse.word[after] in ",." and parse.sentence[above.head] == parse.sentence[head]:
                return above
    return None


def title_role(figure: Figure, role: FoundRole) -> None:
    """Note a role's noun and words on the figure, so that *the minister* finds it."""
    figure.lemmas.add(role.lemma)
    figure.modifiers.update(role.words)
