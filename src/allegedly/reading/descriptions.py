"""Whom or what a noun phrase takes up again: *the minister*, *the boat*, *her hashtag*; or whether it brings somebody new.

Candidates are the figures that were called so before, those whose names hold the noun, whatever stands beside it by apposition
or as a subject of which it is said, and the last few that were spoken of. Each has signs, and so has being new; a ranker's
weights decide (:mod:`allegedly.reading.ranking`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from allegedly.reading.mentions import Figure, Mention, is_subject
from allegedly.reading.parse import Parse
from allegedly.reading.ranking import Choice, Signs

_KNOWN = 6
"""Figures of one noun that are looked at, the last ones spoken of."""
_LEMMAS = 32
"""Nouns used of a figure, more than which no honest text has."""
_RECENT = 5
"""Other figures that are looked at."""
_FAR = 12
"""Sentences from which all distances are alike."""
_NAMED = ("organisation", "outlet", "other", "document", "place", "state", "group")
_COPULAS = frozenset({"is", "was", "'s", "are", "were", "became", "becomes", "remains", "remained", "be", "been"})
_POINTING = frozenset({"this", "these", "that", "those", "such"})
_OTHERS = frozenset(
    {"another", "other", "others", "different", "new", "second", "third", "next", "further", "more", "additional"}
)
_NEVER = frozenset({"another", "no"})
"""Words before a noun that takes up nothing."""
PERIODS = frozenset(
    """second minute hour day night morning afternoon evening week weekend month year decade century time moment today tomorrow
    yesterday tonight january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday""".split()
)


class Known:
    """Figures by the nouns that have been used of them, and by the words of their names, as far as the article has been read."""

    def __init__(self, nouns: Sequence[Mention]) -> None:
        self.nouns = Counter(noun.lemma for noun in nouns)
        """How often each noun stands in the whole article."""
        self.figures: dict[str, dict[int, None]] = {}
        self.last: dict[int, Mention] = {}
        """The last mention of each figure."""
        self.count: dict[int, int] = {}
        """How often each was mentioned."""

    def note(self, place: int, figure: Figure, mention: Mention) -> None:
        """Somebody is mentioned."""
        self.last[place] = mention
        self.count[place] = self.count.get(place, 0) + 1
        if mention.form == "pronoun":
            return
        keys = {mention.lemma} if mention.form == "noun" else set()
        if mention.form == "name" and len(figure.lemmas) <= _LEMMAS:
            keys |= figure.lemmas
        if mention.form == "name" and figure.kind in _NAMED and len(mention.words) > 1:
            keys.update(word.lower() for word in mention.words)
        for key in sorted(keys - {""}):
            places = self.figures.setdefault(key, {})
            places.pop(place, None)
            places[place] = None

    def called(self, noun: str) -> list[int]:
        """The last figures that the noun was used of, the last one first."""
        places = self.figures.get(noun)
        if not places:
            return []
        found: list[int] = []
        for place in reversed(places):
            found.append(place)
            if len(found) == _KNOWN:
                break
        return found


def candidates(
    parse: Parse,
    noun: Mention,
    recent: Sequence[Mention],
    figures: Sequence[Figure],
    known: Known,
    at: Mapping[int, Mention],
    rule: int | None,
    quoted: Sequence[bool],
) -> list[Choice]:
    """What a noun phrase may mean: nobody spoken of before (place -1), then the figures, each with its signs.

    Args:
        parse: The article's parse.
        noun: The noun phrase.
        recent: Mentions in reading order up to here.
        figures: All figures.
        known: Those that were called something.
        at: Mentions by their head tokens.
        rule: The figure that the rules would take, if any.
        quoted: For each token, whether it stands between quotation marks.
    """
    sort = _determiner(parse, noun)
    if parse.lower[noun.first] in _NEVER:
        return [(-1, _new(parse, noun, sort, 0))]
    beside = _beside(parse, noun, at)
    places = dict.fromkeys([*beside, *known.called(noun.lemma)])
    alike = len(places) - len(beside)
    if rule is not None:
        places.setdefault(rule)
    if noun.determiner in ("definite", "possessed") or noun.kind is not None:
        more = 0
        for mention in reversed(recent[-16:]):
            place = mention.figure
            if place is not None and place not in places:
                places[place] = None
                more += 1
                if more == _RECENT:
                    break
    owner = at[noun.owner].figure if noun.owner is not None and noun.owner in at else None
    rows: list[Choice] = [(-1, _new(parse, noun, sort, alike))]
    for place in places:
        last = known.last.get(place)
        if last is None or place == owner or _overlap(noun, last):
            continue
        signs = _signs(parse, noun, sort, figures[place], last, known.count.get(place, 1), owner)
        if place == rule:
            signs["rule"] = 1.0
        if place in beside:
            signs[beside[place]] = 1.0
        if quoted[last.head] != quoted[noun.head]:
            signs["quoted"] = 1.0
        rows.append((place, signs))
    return rows


def _determiner(parse: Parse, noun: Mention) -> str:
    if parse.tag[noun.head] in ("NNP", "NNPS"):
        return f"proper:{noun.determiner}"
    if noun.determiner == "definite" and parse.lower[noun.first] in _POINTING:
        return "pointing"
    return noun.determiner


def _new(parse: Parse, noun: Mention, sort: str, alike: int) -> Signs:
    signs = {"new": 1.0, f"new:{sort}": 1.0, f"new:{noun.kind or 'thing'}": 1.0}
    if alike:
        signs["new:known"] = 1.0
        signs[f"new:known:{sort}"] = 1.0
    if noun.last > noun.head or any(parse.dep[c] in ("relcl", "acl", "prep") for c in parse.children[noun.head] if c > noun.head):
        signs["new:long"] = 1.0
    if noun.plural:
        signs["new:plural"] = 1.0
    if noun.lemma in PERIODS:
        signs["new:period"] = 1.0
    signs["new:words"] = min(len(noun.words), 3) / 3
    return signs


def _signs(parse: Parse, noun: Mention, sort: str, figure: Figure, last: Mention, count: int, owner: int | None) -> Signs:
    signs: Signs = {}
    if noun.lemma in figure.lemmas:
        match = "head"
        wanted = set(noun.words)
        if (noun.lemma, *sorted(wanted)) in figure.phrases:
            signs["equal"] = 1.0
            signs[f"equal:{sort}"] = 1.0
        elif not wanted:
            signs["drops"] = 1.0
        elif wanted <= figure.modifiers:
            signs["agrees"] = 1.0
        elif figure.modifiers:
            signs["differs"] = 1.0
        else:
            signs["adds"] = 1.0
    else:
        words = {word.lower() for name in figure.names[:3] for word in name.words}
        match = "name" if noun.lemma in words and figure.kind in _NAMED else "else"
        signs[f"{noun.kind or 'thing'}:{figure.kind or 'thing'}"] = 1.0
        if any(word in figure.modifiers or word in words for word in noun.words):
            signs["shares"] = 1.0
    signs[f"{match}:{sort}"] = 1.0
    if figure.plural != noun.plural:
        signs["number"] = 1.0
        signs[f"number:{match}"] = 1.0
    if noun.gender and figure.gender and noun.gender != figure.gender:
        signs["gender"] = 1.0
    distance = min(parse.sentence[noun.head] - parse.sentence[last.head], _FAR)
    signs[f"sentence:{match}"] = distance / _FAR
    if distance <= 1:
        signs[f"near:{match}"] = 1.0
    if distance == 0:
        signs[f"same_sentence:{match}"] = 1.0
    signs[f"last:{last.form}"] = 1.0
    if is_subject(parse, last.head):
        signs["subject"] = 1.0
    signs["often"] = math.log1p(count)
    if figure.names:
        signs["named"] = 1.0
    if figure.owners and owner is not None:
        signs["owner" if owner in figure.owners else "owned_elsewhere"] = 1.0
    if set(noun.words) & _OTHERS:
        signs["another"] = 1.0
    return signs


def _beside(parse: Parse, noun: Mention, at: Mapping[int, Mention]) -> dict[int, str]:
    """Figures that the grammar says the phrase is: by apposition, and what it is said of."""
    found: dict[int, str] = {}
    head = noun.head
    above = parse.head[head]
    if parse.dep[head] == "appos":
        mention = at.get(above)
        if mention is not None and mention.figure is not None:
            found[mention.figure] = "apposed"
    elif parse.dep[head] == "attr" and parse.lower[above] in _COPULAS and parse.child(above, "neg") is None:
        subject = parse.child(above, "nsubj")
        mention = at.get(subject) if subject is not None else None
        if mention is not None and mention.figure is not None and subject is not None and subject < head:
            found[mention.figure] = "predicate"
    return found


def _overlap(noun: Mention, other: Mention) -> bool:
    return other.first <= noun.last and noun.first <= other.last
