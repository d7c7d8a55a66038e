"""The statements of one article beside one another: who can answer whom, and how much two of them speak of the same."""

from __future__ import annotations

import math
from collections import Counter

from allegedly.reading.evidence import sort_of, source_head
from allegedly.reading.matters import Matter, Matters
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import Judgement
from allegedly.reading.voices import Cast

LOOK_BACK = 40
"""Statements looked back on, and half as many ahead; keeps the work linear in the article's length."""
_DEEPEST = 8
_MEDIA = frozenset({"media", "press", "newspaper", "paper", "reports", "outlets"})
_PAPERS = frozenset({"report", "document", "study", "message"})

_ENTITY = 0.4
"""What a shared entity weighs, beside a shared word's rarity in the article (0 to 1)."""
_SUBJECT = 0.5
_ACCUSED = 1.8
"""What it weighs that the other lays something at this voice's door."""
_SPOKEN_OF = 0.8
"""What it weighs that this one speaks of the other's voice (*the ministry's claim*)."""
NEAR = 0.01
"""What each statement between takes off."""
_LATER = 0.2
"""What it takes off that the other comes later in the article."""


class Exchange:
    """Who says what beside whom in one article."""

    def __init__(self, parse: Parse, relations: list[Attribution], judgements: list[Judgement], cast: Cast) -> None:
        self.parse, self.relations, self.judgements, self.cast = parse, relations, judgements, cast
        makes = Matters(parse, relations, cast)
        self.of = makes.of
        self.matters: list[Matter] = makes.all()
        spoken = [m for m, r in zip(self.matters, relations, strict=True) if r.mode != "narration"]
        self.count = Counter(word for m in spoken for word in m.words)
        self.total = len(spoken)
        self.place: list[int] = []
        """How many statements that stand in nobody's words there are up to each."""
        for relation in relations:
            top = relation.mode != "narration" and relation.within is None
            self.place.append((self.place[-1] if self.place else 0) + top)
        tops = (i for i, r in enumerate(relations[:LOOK_BACK]) if r.mode != "narration" and r.within is None)
        self.first = next(tops, None)
        self.inner: dict[int, list[int]] = {}
        for i, relation in enumerate(relations):
            if relation.within is not None:
                self.inner.setdefault(relation.within, []).append(i)

    def near(self, i: int, *, ahead: int) -> dict[int, float]:
        """Likeness of the statements of other voices round about; what comes later is less likely to be answered."""
        place = range(max(0, i - LOOK_BACK), min(len(self.relations), i + 1 + ahead))
        direct = self.relations[i].mode == "direct"
        others = [j for j in place if j != i and self.other(i, j) and not (direct and self.inside(j, i))]
        return {j: self.alike(i, j) - (_LATER if j > i else 0.0) for j in others}

    def alike(self, i: int, j: int) -> float:
        """How much two statements speak of the same."""
        one, other = self.matters[i], self.matters[j]
        weight = self.shared(i, j) + _ENTITY * len(one.entities & other.entities)
        if one.subject is not None and one.subject == other.subject:
            weight += _SUBJECT
        if one.subject is not None and one.subject == other.voice:
            weight += _SPOKEN_OF
        if other.accuses and other.entities & one.side:
            weight += _ACCUSED
        if other.voice is not None and other.side & one.entities:
            weight += _SPOKEN_OF
        return weight - NEAR * abs(i - j)

    def shared(self, i: int, j: int) -> float:
        """What their common words weigh: a word in every statement says nothing, one in these two alone says most."""
        return math.fsum(self._rarity(word) for word in sorted(self.matters[i].words & self.matters[j].words))

    def _rarity(self, word: str) -> float:
        return 1.0 - math.log(max(1, self.count[word] - 1)) / math.log(self.total + 1)

    def other(self, i: int, j: int) -> bool:
        """Whether the other can be answered: another voice says it, and it does not itself deny or doubt alike."""
        if self.judgements[i].stance != "affirms" and self.judgements[j].stance != "affirms":
            return False
        return self.voiced(i, j)

    def voiced(self, i: int, j: int) -> bool:
        """Whether another voice says the other, and the one does not stand in the other's words."""
        if self.relations[j].mode == "narration" or self.matters[i].voice == self.matters[j].voice:
            return False
        if j > i and not self.inside(j, i) and self._quoted(j, by=i):
            return False  # What somebody says of others later on is no word that they have answered.
        return not self.inside(i, j)

    def _quoted(self, inner: int, *, by: int) -> bool:
        """Whether a statement stands in words of another one's voice."""
        voice, above = self.matters[by].voice, self.relations[inner].within
        for _ in range(_DEEPEST):
            if above is None or voice is None:
                return False
            if self.matters[above].voice == voice:
                return True
            above = self.relations[above].within
        return False

    def allied(self, i: int, j: int) -> bool:
        """Whether one voice speaks for the other, is its paper (*Kell's lawsuit*), or both speak for one and the same person."""
        one, other = self.matters[i], self.matters[j]
        if one.voice in other.side or other.voice in one.side:
            return True
        return any(name in self.of and self.cast.entity(name).kind == "person" for name in one.side & other.side)

    def inside(self, i: int, j: int) -> bool:
        """Whether the one stands in the other's words."""
        above = self.relations[i].within
        for _ in range(_DEEPEST):
            if above is None or above == j:
                return above is not None
            above = self.relations[above].within
        return False

    def reported(self, j: int) -> bool:
        """Whether a statement is an outlet's, or that of a paper that somebody has written."""
        voice = self.matters[j].voice
        if voice is not None and voice in self.of and self.cast.entity(voice).kind == "outlet":
            return True
        head = source_head(self.parse, self.relations[j])
        if head is not None and self.parse.lower[head] in _MEDIA:
            return True
        sort = sort_of(self.parse, head) if head is not None else None
        return sort is not None and sort.kind in _PAPERS

    def before(self, i: int) -> int | None:
        """The statement before one that stands in nobody's words, over the outlet's own words."""
        back = range(i - 1, max(-1, i - _DEEPEST), -1)
        return next((k for k in back if self.relations[k].mode != "narration" and self.relations[k].within is None), None)

    def apart(self, i: int, j: int) -> int:
        """How many statements that stand in nobody's words lie between the two, and one."""
        return abs(self.place[i] - self.place[j])

    def lead(self, i: int) -> list[int]:
        """The first statement of the article, with which it mostly says what it is about, if it can be answered."""
        first = self.first
        if first is None or first >= i or not self.other(i, first) or self.judgements[first].stance != "affirms":
            return []
        return [first]

    def begins(self, i: int) -> int:
        """First token of a statement: of its words, its source or its cue."""
        relation = self.relations[i]
        starts = [span[0] for span in (*relation.content[:1], *relation.cue[:1], *([relation.source] if relation.source else []))]
        return self.parse.token_at(min(starts))

    def sentence(self, i: int) -> int:
        """Number of the sentence in which a statement's cue stands, or its first words where it has none."""
        relation = self.relations[i]
        return self.parse.sentence[self.parse.token_at((relation.cue or relation.content)[0][0])]
