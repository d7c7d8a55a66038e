"""What is said, as arrays: many statements' words, vectors and bearings, side by side.

Everything about a statement follows from its own words and its article; nothing from what else is in the ledger. So a
statement that comes later changes nothing about those that were there.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from allegedly.reading.network.marks import tokenizer
from allegedly.weighing.claims.heads import likeliest_head
from allegedly.weighing.claims.words import Words, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 64
"""Numbers of a static vector, each in one byte."""
SCALE = 127.0
"""What a number of a unit vector is multiplied with to go into a byte."""
_AT_ONCE = 4_096
"""Statements whose words' vectors are looked up in one go: so few that their words are at hand when asked for again."""


@dataclass(frozen=True, slots=True)
class Put:
    """One statement as weighing is given it."""

    text: str
    """Its content, as people are shown it."""
    article: int
    """Number of its article."""
    names: frozenset[str] = frozenset()
    """Words of the names that its pronouns and mentions stand for, in lower case, beside those in its own words."""
    head: tuple[int, int] | None = None
    """Where in the text stands what happens; none: it is guessed."""
    negative: bool = False
    """Whether whoever says it denies it."""
    start: int = 0
    """Where in its article it begins, in characters."""
    voice: str = ""
    """Who says it, as voices are told apart."""
    narrated: bool = False
    """Whether it is in the outlet's own voice."""
    day: int = 0
    """On which its article was published, as an ordinal; 0: nobody knows."""


@dataclass(slots=True)
class Said:
    """Statements side by side; row *i* of each is the same statement's."""

    article: NDArray[np.int64]
    bounds: NDArray[np.int64]
    """Where a statement's words begin in ``stems``; one more for the end."""
    stems: NDArray[np.int32]
    """Of all statements, one after the other, each once a statement and sorted: numbers in :data:`Stems`."""
    idf: NDArray[np.float32]
    """What each of ``stems`` weighs."""
    kind: NDArray[np.int8]
    """Of each of ``stems``: :data:`NAME`, :data:`NUMBER` or neither."""
    head: NDArray[np.int32]
    """The stem that says what happens; -1: none."""
    heads: NDArray[np.int64]
    """Where in its text the word with it begins and ends: (statements, 2); -1: none."""
    vectors: NDArray[np.int8]
    """Static vectors, (statements, WIDTH)."""
    head_vectors: NDArray[np.int8]
    """Those of the head's word."""
    negative: NDArray[np.bool_]
    length: NDArray[np.int32]
    denied: NDArray[np.bool_]
    """Whether whoever says it denies it."""
    negated: NDArray[np.bool_]
    """Whether a word in it turns something around."""
    start: NDArray[np.int64]
    voice: NDArray[np.int64]
    """A number for each voice; 0: nobody is known."""
    narrated: NDArray[np.bool_]
    day: NDArray[np.int64]
    """As in :class:`Put`."""
    forms: NDArray[np.int32]
    """Of each of ``stems`` the form in which the statement has it: numbers in :data:`Stems`."""
    meanings: NDArray[np.int8]
    """Static vectors of forms, by their numbers: (forms, WIDTH)."""

    def __len__(self) -> int:
        return len(self.article)


NAME, NUMBER = 1, 2


class Stems:
    """Numbers for stems and for forms, in the order in which they are met; and the stems' weights."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.number: dict[str, int] = {}
        self.weight: list[float] = []
        self.hash: list[int] = []

    def of(self, stem: str) -> int:
        """The number of a stem; a new one for a new stem."""
        number = self.number.get(stem)
        if number is None:
            number = self.number[stem] = len(self.weight)
            self.weight.append(weight(stem))
            self.hash.append(hashed(stem))
        return number


def hashed(stem: str) -> int:
    """A number for a stem that is the same everywhere, of 32 bits; none is 0."""
    return crc32(stem.encode("utf-8", "replace")) or 1


@cache
def _weights() -> tuple[dict[str, float], float]:
    text = resources.files("allegedly.weighing").joinpath("data", "stems.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines()[1:]]
    known = {stem: float(number) for stem, number in pairs}
    return known, known.pop("")


def weight(stem: str) -> float:
    """What a stem says about what a statement is about: the log of how seldom news sentences have it (Spärck Jones 1972)."""
    known, most = _weights()
    return known.get(stem, most)


@cache
def _weights_by_hash() -> tuple[NDArray[np.int64], NDArray[np.float32], float]:
    known, most = _weights()
    rows = sorted((hashed(stem), number) for stem, number in known.items())
    return np.array([row[0] for row in rows], np.int64), np.array([row[1] for row in rows], np.float32), most


def weights_of(hashes: NDArray[np.int64] | NDArray[np.uint32]) -> NDArray[np.float32]:
    """What :func:`weight` says of stems of which only the hash is known."""
    known, weights, most = _weights_by_hash()
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    found: NDArray[np.float32] = np.where(known[at] == hashes, weights[at], most).astype(np.float32)
    return found


@cache
def _table() -> NDArray[np.float32]:
    with resources.files("allegedly.weighing").joinpath("data", "static.npy").open("rb") as file:
        table: NDArray[np.int8] = np.load(file)
    return table.astype(np.float32) / SCALE


@lru_cache(maxsize=131_072)
def word_vector(form: str) -> NDArray[np.float32]:
    """A word's static vector, of unit length: the mean of its pieces'."""
    found: NDArray[np.float32] = _word_vectors([form])[0]
    return found


def _word_vectors(forms: Sequence[str]) -> NDArray[np.float32]:
    """The same of many words: (forms, WIDTH); zeros where no piece is left of one."""
    pieces = [found.ids for found in tokenizer().encode_batch(list(forms), add_special_tokens=False)]
    many = np.array([len(own) for own in pieces], np.int64)
    table, every = _table(), np.array([piece for own in pieces for piece in own], np.int64)
    sums = np.zeros((len(forms), WIDTH), np.float32)
    # All first pieces, then all second ones: hardly a word has more than three.
    ends = np.cumsum(many)
    at, place = np.flatnonzero(many), ends - many
    while len(at):
        sums[at] += table[every[place[at]]]
        place[at] += 1
        at = at[place[at] < ends[at]]
    means: NDArray[np.float32] = sums / np.maximum(many, 1).astype(np.float32)[:, None]
    return _unit(means)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = vectors / np.maximum(np.sqrt(np.vecdot(vectors, vectors)), np.float32(1e-9))[:, None]
    return unit


def _packed(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    packed: NDArray[np.int8] = np.rint(_unit(vectors) * np.float32(SCALE)).astype(np.int8)
    return packed


class _Meant:
    """The vectors of forms, by their numbers."""

    def __init__(self, stems: Stems) -> None:
        self.forms = stems.forms
        self.vectors = _word_vectors(list(stems.forms))

    def take(self, forms: Iterable[str]) -> None:
        """Give those forms numbers that are new."""
        new = [form for form in dict.fromkeys(forms) if form not in self.forms]
        self.forms.update((form, number) for number, form in enumerate(new, len(self.forms)))
        self.vectors = np.concatenate([self.vectors, _word_vectors(new)])


def said(puts: Sequence[Put], stems: Stems) -> Said:
    """Statements as arrays, in their order."""
    # Of hundreds of thousands of statements each number is kept in its few bytes: as an object it takes ten times as many.
    many = np.zeros(len(puts), np.int64)
    flat, kinds, forms = array("i"), array("b"), array("i")
    head_stem, head_form = np.full(len(puts), -1, np.int32), np.full(len(puts), -1, np.int32)
    heads = np.full((len(puts), 2), -1, np.int64)
    vectors = np.zeros((len(puts), WIDTH), np.int8)
    length, negations = np.zeros(len(puts), np.int32), np.zeros(len(puts), np.int32)
    meant = _Meant(stems)
    for low in range(0, len(puts), _AT_ONCE):
        some = puts[low : low + _AT_ONCE]
        meant.take(form for put in some for form in (*words(put.text).forms, *sorted(put.names)))
        means = np.zeros((len(some), WIDTH), np.float32)
        for row, put in enumerate(some, low):
            found = words(put.text)
            numbers, written = [stems.of(one) for one in found.stems], [meant.forms[form] for form in found.forms]
            own = dict.fromkeys(numbers, 0)
            for number, one in zip(numbers, found.stems, strict=True):
                if one in found.names:
                    own[number] = NAME
                elif one in found.numbers:
                    own[number] = NUMBER
            form = dict(zip(reversed(numbers), reversed(written), strict=True))
            for name in sorted(put.names):
                number = stems.of(name)
                own[number] = NAME
                form.setdefault(number, meant.forms[name])
            inside = sorted(own)
            flat.extend(inside)
            kinds.extend([own[number] for number in inside])
            forms.extend([form[number] for number in inside])
            many[row] = len(own)
            if found.stems:
                # The weighted mean of the words' vectors (Arora, Liang and Ma 2017).
                weights = np.array([stems.weight[number] for number in numbers], np.float32)
                means[row - low] = weights @ meant.vectors[written]
            at = head(found, put)
            if at is not None:
                head_stem[row], head_form[row] = stems.of(found.stems[at]), meant.forms[found.forms[at]]
                heads[row] = found.starts[at], found.starts[at] + len(found.forms[at])
            length[row], negations[row] = len(found.stems), found.negations
        vectors[low : low + len(some)] = _packed(means)
    which = np.array(flat, np.int32)
    meanings = _packed(meant.vectors)
    denied = np.array([put.negative for put in puts], np.bool_)
    return Said(
        article=np.array([put.article for put in puts], np.int64),
        bounds=np.concatenate([[0], np.cumsum(many)]),
        stems=which,
        idf=np.array(stems.weight, np.float32)[which],
        kind=np.array(kinds, np.int8),
        head=head_stem,
        heads=heads,
        vectors=vectors,
        # The last row is nothing's.
        head_vectors=np.concatenate([meanings, np.zeros((1, WIDTH), np.int8)])[head_form],
        negative=(negations % 2 == 1) != denied,
        length=length,
        denied=denied,
        negated=negations > 0,
        start=np.array([put.start for put in puts], np.int64),
        voice=numbered(puts),
        narrated=np.array([put.narrated for put in puts], np.bool_),
        day=np.array([put.day for put in puts], np.int64),
        forms=np.array(forms, np.int32),
        meanings=meanings,
    )


def numbered(puts: Sequence[Put]) -> NDArray[np.int64]:
    """A number for each statement's voice; 0: nobody is known."""
    voices: dict[str, int] = {"": 0}
    return np.array([voices.setdefault(put.voice, len(voices)) for put in puts], np.int64)


def head(found: Words, put: Put) -> int | None:
    """The place among the words of the one that says what happens: the one at the given place, else the likeliest."""
    if put.head is not None:
        inside = [i for i, start in enumerate(found.starts) if put.head[0] <= start < put.head[1]]
        return next(iter(sorted(inside, key=lambda i: (not found.heads[i], -weight(found.stems[i]), i))), None)
    return likeliest_head(found, put.names)
