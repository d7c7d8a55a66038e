"""Answers: which statements of the article a statement denies, doubts, confirms or comments on.

What is answered is looked for among what others say near by: what the words name (*the reports*, *these allegations*), what
speaks of the same people and doings, and what lays something at the door of the one who answers. A plain negative sentence
denies only where it negates what another has said.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from allegedly.reading.clauses import negated, roots
from allegedly.reading.cues import family_of, rejections
from allegedly.reading.evidence import sort_of, source_head
from allegedly.reading.inflection import lemma_of
from allegedly.reading.matters import Matter, Matters
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import Judgement
from allegedly.reading.voices import Cast

_LOOK_BACK = 40
"""Statements looked back on, and half as many ahead; keeps the work linear in the article's length."""
_MOST = 6
_FEW = 3
_SAME = 0.6
"""Share of the words around that makes two statements one of the same words."""
_DEEPEST = 8
_REPORTS = frozenset({"report", "story", "article", "coverage", "account"})
_MEDIA = frozenset({"media", "press", "newspaper", "paper", "reports", "outlets"})
_PAPERS = frozenset({"report", "document", "study", "message"})
_FRESH = 20
"""How many statements back an accusation still stands in the room."""

_ENTITY = 0.4
"""What a shared entity weighs, beside a shared word's rarity in the article (0 to 1)."""
_SUBJECT = 0.5
_ACCUSED = 1.8
"""What it weighs that the other lays something at this voice's door."""
_SPOKEN_OF = 0.8
"""What it weighs that this one speaks of the other's voice (*the ministry's claim*)."""
_NEAR = 0.01
"""What each statement between takes off."""
_LATER = 0.2
"""What it takes off that the other comes later in the article."""
_LEAST = 1.6
"""Least likeness of a statement and the one that it answers."""
_TURNED = 1.2
"""The same for a denial, which must answer something."""
_NEGATED = 2.4
"""The same for a plain negative sentence, which seldom answers anybody."""
_SHARED = 0.6
"""How much more it takes where the sentence is not about the voice itself: the same doings."""
_AGAIN = 1.0
"""The same where its voice has denied the other before."""
_SURE = 4.0
"""The same for a negative sentence that no accusation precedes."""
_REPORTED = 1.0
"""Least likeness of a negative sentence and what media report of its voice."""
_MANY, _ONE = 0.4, 0.75
"""How near to the best others must come to be answered too: for *claims* in the plural, and else."""


def find_answers(parse: Parse, relations: list[Attribution], judgements: list[Judgement], cast: Cast) -> list[tuple[int, ...]]:
    """For each statement the places of those that it denies, doubts, confirms or comments on, in order."""
    return _Exchange(parse, relations, judgements, cast).all()


def settle(
    parse: Parse, relations: list[Attribution], judgements: list[Judgement], answers: list[tuple[int, ...]]
) -> list[Judgement]:
    """The judgements, with ``denies`` for what negates a statement that it answers."""
    return [
        replace(judgement, stance="denies")
        if found and judgement.stance == "affirms" and _negates(parse, relation)
        else judgement
        for relation, judgement, found in zip(relations, judgements, answers, strict=True)
    ]


class _Exchange:
    """Who answers whom in one article."""

    def __init__(self, parse: Parse, relations: list[Attribution], judgements: list[Judgement], cast: Cast) -> None:
        self.parse, self.relations, self.judgements, self.cast = parse, relations, judgements, cast
        makes = Matters(parse, relations, cast)
        self.of = makes.of
        self.matters = makes.all()
        spoken = [m for m, r in zip(self.matters, relations, strict=True) if r.mode != "narration"]
        self.count = Counter(word for m in spoken for word in m.words)
        self.total = len(spoken)
        self.inner: dict[int, list[int]] = {}
        for i, relation in enumerate(relations):
            if relation.within is not None:
                self.inner.setdefault(relation.within, []).append(i)
        self.denied: dict[str, tuple[int, ...]] = {}
        self.found: list[tuple[int, ...]] = []

    def all(self) -> list[tuple[int, ...]]:
        """The answers of every statement."""
        for i, relation in enumerate(self.relations):
            answers = () if relation.mode == "narration" else self._answers(i)
            voice, denies = self.matters[i].voice, self.judgements[i].stance == "denies"
            if voice is not None and answers and (denies or self.matters[i].negates):
                known = self.denied.get(voice, ())
                self.denied[voice] = answers if denies else (*known, *answers)[-_MOST:]
            self.found.append(answers)
        return self.found

    def _answers(self, i: int) -> tuple[int, ...]:
        if self.judgements[i].stance == "affirms":
            return tuple(sorted({*self._affirmed(i), *self._replied(i)}))
        return self._turned(i)

    def _affirmed(self, i: int) -> Iterable[int]:
        """What a statement that turns nothing down answers by its cue or its words."""
        relation, matter = self.relations[i], self.matters[i]
        if self.judgements[i].act == "judgement" and matter.points:
            return self._named(i, self._near(i, ahead=0), [])
        if relation.lemma in rejections("confirm"):
            return self._best(self._near(i, ahead=0), _LEAST, _ONE)[:2]
        if matter.whose or (matter.points and not matter.words - matter.named):
            return self._pointed(i)
        return self._denied_plainly(i) if matter.negates else ()

    def _turned(self, i: int) -> tuple[int, ...]:
        """What a statement answers that denies, doubts or says nothing."""
        judgement, matter = self.judgements[i], self.matters[i]
        turns = judgement.stance in ("denies", "doubts")
        # What it quotes of others in order to turn it down: "dismissed a report by the Post that …".
        own = [j for j in self.inner.get(i, ()) if turns and self._other(i, j) and self.judgements[j].stance == "affirms"]
        if self.relations[i].mode == "direct":
            own = []
        weights = self._near(i, ahead=_LOOK_BACK // 2 if turns else 0)
        blamed = self._blamed(i, weights) if turns else []
        found = self._best(weights, _TURNED if turns else _LEAST, _MANY if matter.many else _ONE)
        if matter.named and matter.named <= rejections("accuse") and matter.words and not matter.whose:
            # "denied the allegations of fraud": what is laid at the door of whoever denies, or the very same.
            charged = [j for j in weights if self.matters[j].blamed & matter.kin and self.judgements[j].stance == "affirms"]
            same = [j for j in found if j in charged] or [j for j in found if weights[j] >= _NEGATED]
            blamed, found = blamed or same or charged, []
        elif matter.named:
            found, blamed = self._named(i, weights, found), []
        if matter.liar is not None:
            blamed = []
            found = [j for j in weights if self.matters[j].voice == matter.liar and j < i][-1:]
        if blamed:
            found = blamed
        known = [j for j in self._denied_before(matter) if j in weights] if turns else []
        again = [j for j in known if matter.many or not found or weights[j] >= _AGAIN]
        found = [*found, *(j for j in again if j not in found)]
        if not found and not own:
            found = self._last(i, weights)
        return tuple(sorted({*own, *(self._outer(i, j) for j in found[: _MOST if matter.many or blamed else _FEW])} - {i}))

    def _outer(self, i: int, j: int) -> int:
        """The statement around one of the same words: what is answered is what was published."""
        outer = self.relations[j].within
        if outer is None or not self._other(i, outer) or self.judgements[outer].stance != "affirms":
            return j
        low, high = self.relations[outer].content[0][0], self.relations[outer].content[-1][1]
        start, end = self.relations[j].content[0][0], self.relations[j].content[-1][1]
        return outer if end - start >= _SAME * (high - low) else j

    def _blamed(self, i: int, weights: dict[int, float]) -> list[int]:
        """For a statement on whether somebody is behind something, what others lay at their door."""
        matter = self.matters[i]
        meant = matter.guilt
        if self.judgements[i].stance == "denies":
            meant |= matter.kin if meant else matter.kin & matter.entities
        return [j for j in weights if self.judgements[j].stance == "affirms" and self.matters[j].blamed & meant]

    def _replied(self, i: int) -> set[int]:
        """What a statement answers by who says it after whom: the accused after the charge, the next words after the first."""
        rules = (self._defends, self._comes_back, self._negates_report, self._rivals, self._judges, self._other_toll)
        near = [j for j in range(max(0, i - _FRESH), i) if self._voiced(i, j) and self.judgements[j].stance != "neutral"]
        found = {j for j in near if any(rule(i, j) for rule in rules)}
        before, voice = self._spoken_before(i), self.matters[i].voice
        if before is not None and voice is not None and self.matters[before].voice == voice and self._goes_on(i):
            found.update(self.found[before] if self.judgements[before].stance in ("denies", "doubts") else ())
        return found

    def _spoken_before(self, i: int) -> int | None:
        """The statement before, over the outlet's own words."""
        return next((k for k in range(i - 1, max(-1, i - _DEEPEST), -1) if self.relations[k].mode != "narration"), None)

    def _goes_on(self, i: int) -> bool:
        """Whether a statement takes up the one before it by the same voice: *he added*, *It is …*."""
        first = self.parse.tokens(self.relations[i].content[0])
        words = [self.parse.lower[t] for t in first[:3] if self.parse.word[t][0].isalnum()]
        return self.relations[i].lemma == "add" or (bool(words) and words[0] in ("it", "this", "that", "these", "those"))

    def _defends(self, i: int, j: int) -> bool:
        """Whether the accused, or who speaks for them, claims something after the charge."""
        one, other = self.matters[i], self.matters[j]
        return self.judgements[i].slant == "distancing" and bool(one.kin & other.blamed) and not other.side & one.side

    def _comes_back(self, i: int, j: int) -> bool:
        """Whether it insists on what the other has denied."""
        mine = self.matters[i].side
        own = any(self.matters[k].voice in mine and k < j for k in self.found[j])
        return own and self.judgements[j].stance == "denies" and self.judgements[i].slant == "distancing"

    def _negates_report(self, i: int, j: int) -> bool:
        """Whether it negates what media report of its voice."""
        one, other = self.matters[i], self.matters[j]
        told = self._reported(j) and not self._reported(i) and self.relations[i].within is None and one.negates > other.negates
        return told and bool(one.side & other.entities) and self._alike(i, j) >= _REPORTED

    def _rivals(self, i: int, j: int) -> bool:
        """Whether one claims to have done what the other lays at somebody's door."""
        one, other = self.matters[i], self.matters[j]
        apart = self.relations[i].within is None and self.relations[j].within is None
        return apart and ((one.takes and other.accuses and bool(other.blamed)) or (other.takes and bool(one.blamed)))

    def _other_toll(self, i: int, j: int) -> bool:
        """Whether it gives another toll than one that the outlet does not vouch for."""
        one, other = self.matters[i], self.matters[j]
        return self.judgements[j].slant == "distancing" and bool(one.toll and other.toll) and one.toll != other.toll

    def _judges(self, i: int, j: int) -> bool:
        """Whether it judges the other's voice and says no more (*criticised the report*)."""
        one, other = self.matters[i], self.matters[j]
        return self.judgements[i].act == "judgement" and len(one.words) <= 2 and other.voice in one.entities

    def _denied_before(self, matter: Matter) -> list[int]:
        """What a voice, or whoever it speaks for, has denied already, the latest denial of each."""
        return sorted({j for voice in matter.side for j in self.denied.get(voice, ())})

    def _near(self, i: int, *, ahead: int) -> dict[int, float]:
        """Likeness of the statements of other voices round about; what comes later is less likely to be answered."""
        place = range(max(0, i - _LOOK_BACK), min(len(self.relations), i + 1 + ahead))
        others = [
            j for j in place if j != i and self._other(i, j) and not (self._inside(j, i) and self.relations[i].mode == "direct")
        ]
        return {j: self._alike(i, j) - (_LATER if j > i else 0.0) for j in others}

    def _best(self, weights: dict[int, float], least: float, share: float) -> list[int]:
        """Statements whose likeness reaches the least and comes near the best, the likest first."""
        if not weights:
            return []
        top = max(weights.values())
        bound = max(least, share * top)
        return sorted((j for j, weight in weights.items() if weight >= bound), key=lambda j: (-weights[j], -j))[:_MOST]

    def _denied_plainly(self, i: int) -> tuple[int, ...]:
        """What a negative sentence negates: an accusation of whom it speaks, or the same said before."""
        matter = self.matters[i]
        found = {}
        known = self._denied_before(matter)
        for j, weight in self._near(i, ahead=_LOOK_BACK // 2).items():
            other = self.matters[j]
            if other.negates or self.judgements[j].stance != "affirms":
                continue
            accused = other.accuses and bool(other.entities & matter.side)
            alike = matter.of_self or weight >= _NEGATED + _SHARED
            again = j in known and weight >= _AGAIN and bool(matter.doings & other.words)
            same = matter.subject is not None and matter.subject == other.subject
            # "claimed that his troops had not": the outlet, too, takes it for a defence.
            defended = matter.of_self and self.judgements[i].slant == "distancing" and weight >= _LEAST
            if (accused and alike and weight >= _NEGATED) or (same and weight >= _SURE) or again or defended:
                found[j] = weight
        return tuple(sorted(sorted(found, key=lambda j: (-found[j], -j))[:2]))

    def _named(self, i: int, weights: dict[int, float], found: list[int]) -> list[int]:
        """With what such a noun means: papers' words for *the reports*, accusations for *the allegations*; one if singular."""
        named = self.matters[i].named
        if "denial" in named:
            before = range(max(0, i - _LOOK_BACK), i)
            return [j for j in before if self.judgements[j].stance == "denies" and self._voiced(i, j)][-1:] or found
        meant = [j for j in weights if j not in found and self.judgements[j].stance == "affirms" and self._is_meant(i, j)]
        # "the ministry's claim", "the allegations of the union": what that voice has said.
        theirs = [j for j in weights if self._is_theirs(i, j) and self.judgements[j].stance == "affirms"]
        if theirs:
            return sorted(theirs, key=lambda j: (-weights[j], -j))[: 3 if self.matters[i].many else 1]
        if self.matters[i].many:
            return [*found, *meant]
        nouns = [j for j in meant if self.relations[j].lemma in named]
        if found and not nouns:
            return found
        meant = nouns or meant
        return sorted(meant, key=lambda j: (-weights[j], -j))[:1]

    def _pointed(self, i: int) -> list[int]:
        """What is meant by words that name another's saying without turning it down: *the union's claim*, *that claim*."""
        weights = self._near(i, ahead=0)
        theirs = [j for j in weights if self._is_theirs(i, j)]
        if theirs or self.matters[i].whose:
            return sorted(theirs, key=lambda j: (-weights[j], -j))[:1]
        return [j for j in weights if self._is_meant(i, j)][-1:]

    def _is_theirs(self, i: int, j: int) -> bool:
        voice = self.matters[j].voice
        if voice is None or voice not in self.of or voice not in self.matters[i].whose:
            return False
        return self.cast.entity(voice).kind != "document"

    def _is_meant(self, i: int, j: int) -> bool:
        named = self.matters[i].named
        if self.relations[j].lemma in named:
            return True
        if named & rejections("accuse") and self.matters[j].accuses and self.matters[i].entities & self.matters[j].entities:
            return True
        return bool(named & _REPORTS) and self._reported(j)

    def _reported(self, j: int) -> bool:
        """Whether a statement is an outlet's, or that of a paper that somebody has written."""
        voice = self.matters[j].voice
        if voice is not None and voice in self.of and self.cast.entity(voice).kind == "outlet":
            return True
        head = source_head(self.parse, self.relations[j])
        if head is not None and self.parse.lower[head] in _MEDIA:
            return True
        sort = sort_of(self.parse, head) if head is not None else None
        return sort is not None and sort.kind in _PAPERS

    def _last(self, i: int, weights: dict[int, float]) -> list[int]:
        """Where nothing is alike: an accusation of this voice; for words that only point (*it*, *the claim*) the last words."""
        matter = self.matters[i]
        affirmed = [j for j in weights if self.judgements[j].stance == "affirms"]
        accused = [j for j in affirmed if self.matters[j].accuses and self.matters[j].entities & (matter.side | matter.nations)]
        if accused:
            return sorted(accused, key=lambda j: (-weights[j], -j))[:1]
        before = [j for j in affirmed if j < i]
        if matter.alleged and self.judgements[i].stance == "denies":
            return [j for j in before if self.matters[j].words & matter.words and self.relations[j].within is None][-1:]
        if matter.takes_up and self.judgements[i].stance == "neutral":
            return [j for j in before if self.relations[j].within is None][-1:]
        if matter.words and not matter.named:
            return []
        accusing = [j for j in before if self.matters[j].accuses and i - j <= _FRESH]
        return accusing[-1:] or [j for j in before if self.relations[j].within is None][-1:] or before[-1:]

    def _other(self, i: int, j: int) -> bool:
        """Whether the other can be answered: another voice says it, and it does not itself deny or doubt alike."""
        if self.judgements[i].stance != "affirms" and self.judgements[j].stance != "affirms":
            return False
        return self._voiced(i, j)

    def _voiced(self, i: int, j: int) -> bool:
        """Whether another voice says the other, and the one does not stand in the other's words."""
        if self.relations[j].mode == "narration" or self.matters[i].voice == self.matters[j].voice:
            return False
        return not self._inside(i, j)

    def _inside(self, i: int, j: int) -> bool:
        """Whether the one stands in the other's words."""
        above = self.relations[i].within
        for _ in range(_DEEPEST):
            if above is None or above == j:
                return above is not None
            above = self.relations[above].within
        return False

    def _alike(self, i: int, j: int) -> float:
        """How much two statements speak of the same."""
        one, other = self.matters[i], self.matters[j]
        # A word in every statement says nothing, one in these two alone says most.
        shared = math.fsum(self._rarity(word) for word in sorted(one.words & other.words))
        weight = shared + _ENTITY * len(one.entities & other.entities)
        if one.subject is not None and one.subject == other.subject:
            weight += _SUBJECT
        if one.subject is not None and one.subject == other.voice:
            weight += _SPOKEN_OF
        if other.accuses and other.entities & one.side:
            weight += _ACCUSED
        if other.voice is not None and other.side & one.entities:
            weight += _SPOKEN_OF
        return weight - _NEAR * abs(i - j)

    def _rarity(self, word: str) -> float:
        return 1.0 - math.log(max(1, self.count[word] - 1)) / math.log(self.total + 1)


def _negates(parse: Parse, relation: Attribution) -> bool:
    """Whether the main clause of the words is negated; what nobody believes, knows, will or can do denies nothing."""
    root = next(roots(parse, relation.content), None)
    if root is not None and any(parse.tag[c] == "MD" for c in parse.children[root]):
        return False
    if root is None or family_of(lemma_of(parse.lower[root])) == "belief" or parse.lower[root] in ("know", "known"):
        return False
    return relation.mode != "narration" and negated(parse, root)
