"""Which names mean the same: full and short forms, with and without titles, acronyms, bracketed abbreviations.

The longest names come first and every shorter one looks for one of them: a surname for the person who bears it (the last
one spoken of, where two do), a single word for the body that begins or ends with it, capitals for the initials.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from itertools import islice

from allegedly.model import EntityKind
from allegedly.reading import lexicons
from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse

_SMALL = frozenset("the of for and de in on at to a an &".split())
_GENERATION = frozenset("jr sr ii iii iv".split())
_BODIES = ("organisation", "outlet", "other", "group", "document")
_PLACES = ("state", "place")
_SHORTEST_NICKNAME = 3
_NONE: dict[int, Figure] = {}
_MANY = 32
"""Figures of one surname, or bodies of one first or last word, that are looked at; more than any article tells apart."""


def join_names(parse: Parse, names: list[Mention]) -> list[Figure]:
    """Figures in order of their first name; every mention's ``figure`` is set to its place in that list."""
    book = _Book(parse)
    order = sorted(range(len(names)), key=lambda i: (-len(_key(names[i])), i))
    given: list[Figure | None] = [None] * len(names)
    bracketed = _bracketed(parse, names)
    for i in order:
        name = names[i]
        full = bracketed.get(i)
        figure = given[full] if full is not None else None
        if figure is None:
            figure = book.find(name)
        if figure is None:
            figure = book.add(name)
        else:
            book.enter(figure, name)
        given[i] = figure
    figures: list[Figure] = []
    numbers: dict[int, int] = {}
    for name, figure in zip(names, given, strict=True):
        assert figure is not None
        if id(figure) not in numbers:
            numbers[id(figure)] = len(figures)
            figures.append(figure)
        name.figure = numbers[id(figure)]
    for figure in figures:
        figure.names.sort(key=lambda m: m.first)
        _settle(figure)
    return figures


def _key(name: Mention) -> tuple[str, ...]:
    """The words that tell names apart, in lower case: no articles, initials, generations or legal forms."""
    words = [w.lower().replace("’", "'").replace(".", "") for w in name.words]
    if name.kind == "person":
        kept = [w for w in words if len(w) > 1 and w not in _GENERATION]
    else:
        kept = [w for w in words if w not in lexicons.CORPORATE and w not in ("the", "'s")]
    return tuple(kept or words or ["?"])


def _bracketed(parse: Parse, names: list[Mention]) -> dict[int, int]:
    """Abbreviations in brackets right behind a name: place of the one → place of the other."""
    found = {}
    for i, name in enumerate(names):
        before = names[i - 1] if i else None
        if before is None or name.first < 1 or parse.word[name.first - 1] not in ("(", "["):
            continue
        beside = before.last == name.first - 2 and len(name.words) == 1 and len(before.words) > 1
        if beside and name.words[0][:1].isupper() and sum(c.isupper() for c in name.words[0]) > 1:
            found[i] = i - 1
    return found


class _Book:
    """Figures by the words that name them."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.whole: dict[tuple[str, ...], Figure] = {}
        self.canonical: dict[str, Figure] = {}
        self.last: dict[str, dict[int, Figure]] = defaultdict(dict)
        self.first: dict[str, dict[int, Figure]] = defaultdict(dict)
        self.edge: dict[tuple[str, ...], dict[int, Figure]] = defaultdict(dict)
        self.initials: dict[str, dict[int, Figure]] = defaultdict(dict)
        self.figures: list[Figure] = []
        self.number: dict[int, int] = {}
        self.spoken: dict[str, list[tuple[int, int]]] = defaultdict(list)
        """By surname: the first token of each name that ends in it, and the number of the person."""

    def add(self, name: Mention) -> Figure:
        figure = Figure(name.kind, name.gender, name.plural)
        self.number[id(figure)] = len(self.figures)
        self.figures.append(figure)
        self.enter(figure, name)
        return figure

    def enter(self, figure: Figure, name: Mention) -> None:
        """Note the name under its figure and in the indices."""
        figure.names.append(name)
        key = _key(name)
        self.whole.setdefault(key, figure)
        if name.canonical:
            self.canonical.setdefault(name.canonical, figure)
        if name.gender and not figure.gender:
            figure.gender = name.gender
        if figure.kind == "person":
            insort(self.spoken[key[-1]], (name.first, self.number[id(figure)]))
        if len(key) < 2:
            return
        if name.kind == "person":
            _note(self.last[key[-1]], figure)
            _note(self.first[key[0]], figure)
            if len(key) > 2:
                _note(self.edge[key[-2:]], figure)
        else:
            for size in range(1, len(key)):
                if not any(w[0].isdigit() for w in key):  # "Harbour Master" is not "Harbour Master 6"
                    _note(self.edge[key[:size]], figure)
                _note(self.edge[key[-size:]], figure)
            letters = "".join(w if w.isdigit() else w[0] for w in key if w not in _SMALL and w[0].isalnum())
            if len(letters) > 1:
                _note(self.initials[letters], figure)
            capitals = "".join(w[0] for w in name.words if w[0].isupper()).lower()
            if len(capitals) > 1:
                _note(self.initials[capitals], figure)

    def find(self, name: Mention) -> Figure | None:
        """The figure that a name means among those that longer names have made."""
        key = _key(name)
        namesake = len(key) == 1 and key[0] in self.last and not self._located(name)
        if name.canonical in self.canonical and not namesake:
            return self.canonical[name.canonical]
        same = self.whole.get(key)
        if (
            same is not None
            and not (namesake and (same.kind in _PLACES or len(self.last[key[0]]) > 1))
            and (len(key) > 1 or not _at_odds(same, name))
            and _may_join(same.kind, name.kind)
        ):
            return same
        if len(key) > 1:
            return self._longer(name, key)
        word = key[0]
        if not (name.kind in _PLACES and self._located(name)):
            person = self._bearer(word, name) if word in self.last else None
            if person is None and name.kind in ("person", "other"):
                fore = [f for f in islice(self.first.get(word, _NONE).values(), _MANY) if not _at_odds(f, name)]
                person = _nearest(fore, name) if fore else None
            if person is not None and (name.kind == "person" or not name.canonical or not same):
                return person
        if name.kind in _PLACES and word in _known_places():
            return None
        bodies = self._edged(key)
        plain = "".join(name.words[:1]).replace(".", "")
        if plain.isupper() and len(plain) > 1:
            bodies = list(islice(self.initials.get(plain.lower(), _NONE).values(), _MANY)) or bodies
        bodies = [f for f in bodies if f.kind in _BODIES and (name.kind != "person" or not name.gender)]
        if name.kind in _PLACES:
            bodies = []
        return _nearest(bodies, name) if bodies else None

    def _edged(self, key: tuple[str, ...]) -> list[Figure]:
        """Figures whose longer names begin or end with these words."""
        return list(islice(self.edge.get(key, _NONE).values(), _MANY))

    def _bearer(self, surname: str, name: Mention) -> Figure | None:
        """Who of this surname was named last before the name stands; where nobody was, who is named first after it."""
        places = self.spoken[surname]
        here = bisect_left(places, (name.first,))
        order = [*range(here - 1, max(-1, here - 1 - _MANY), -1), *range(here, min(len(places), here + _MANY))]
        return next((f for k in order if not _at_odds(f := self.figures[places[k][1]], name)), None)

    def _located(self, name: Mention) -> bool:
        """Whether the name stands as a place's does: after *in*, *to*, *from*, or beside another place."""
        parse = self.parse
        before = name.first - 1
        if (
            before >= 0
            and parse.tag[before] in ("IN", "TO")
            and parse.lower[before]
            not in (
                "by",
                "with",
                "against",
                "of",
                "for",
                "as",
                "that",
                "about",
                "after",
                "like",
                "because",
                "while",
                "although",
                "if",
                "than",
            )
        ):
            return True
        return (
            before > 0
            and parse.word[before] == ","
            and parse.tag[before - 1] in ("NNP", "NNPS")
            and parse.dep[name.head] == "appos"
        )

    def _longer(self, name: Mention, key: tuple[str, ...]) -> Figure | None:
        if name.kind == "person":
            for figure in islice(self.last.get(key[-1], _NONE).values(), _MANY):
                if not _at_odds(figure, name) and any(_first_alike(_key(other), key) for other in islice(figure.names, _MANY)):
                    return figure
            near = [f for f in self._edged(key) if f.kind == "person" and not _at_odds(f, name)]
            return _nearest(near, name) if near else None
        if key[-1][0].isdigit():
            return None
        bodies = [f for f in self._edged(key) if f.kind in _BODIES and name.kind in _BODIES]
        return _nearest(bodies, name) if bodies else None


def _known_places() -> frozenset[str]:
    return frozenset(w.lower() for w in [*lexicons.states(), *lexicons.metonyms()])


def _note(figures: dict[int, Figure], figure: Figure) -> None:
    figures.setdefault(id(figure), figure)


def _may_join(a: EntityKind | None, b: EntityKind | None) -> bool:
    return {a, b} != {"person", "state"}


def _at_odds(figure: Figure, name: Mention) -> bool:
    """Whether gender says that the name is somebody else's."""
    return bool(name.gender and figure.gender and name.gender != figure.gender)


def _first_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two people's names of one surname may be one person's: equal, initial or short first names."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    x, y = a[0], b[0]
    short, long = sorted((x, y), key=len)
    return x == y or (len(short) >= _SHORTEST_NICKNAME and long.startswith(short)) or set(a) <= set(b) or set(b) <= set(a)


def _nearest(figures: list[Figure], name: Mention) -> Figure:
    """The figure whose name stands last before this one; where none does, the one that comes first."""

    def distance(figure: Figure) -> tuple[int, int]:
        before = [m.first for m in figure.names if m.first < name.first]
        return (0, name.first - max(before)) if before else (1, min(m.first for m in figure.names))

    return min(figures, key=distance)


def _settle(figure: Figure) -> None:
    """Kind, number and gender of a figure by the weight of its names."""
    votes: Counter[EntityKind] = Counter()
    # What a full name is, its short forms are: "Paris" by itself looks like the town even where it is somebody's surname.
    full = [name for name in figure.names if len(name.words) > 1]
    if all(name.kind == "other" for name in full):
        full = figure.names
    for name in full:
        if name.kind is not None:
            votes[name.kind] += 1 + 2 * (len(name.words) > 1) + 5 * bool(name.canonical) + 2 * bool(name.title)
    if len(votes) > 1 and "other" in votes:
        del votes["other"]
    if votes:
        best = max(votes.values())
        figure.kind = next(k for k in votes if votes[k] == best)
    genders = Counter(name.gender for name in figure.names if name.gender)
    figure.gender = genders.most_common(1)[0][0] if genders and figure.kind == "person" else ""
    figure.plural = figure.kind == "group" or (figure.kind == "other" and all(name.plural for name in figure.names))
