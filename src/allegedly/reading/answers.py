"""Answers: which statements of the article a statement denies, doubts, confirms or comments on.

What is answered is looked for among what others say near by: what the words name (*the reports*, *these allegations*), what
speaks of the same people and doings, and what lays something at the door of the one who answers. A plain negative sentence
denies only where it negates what another has said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allegedly.reading.clauses import NO, negated, roots
from allegedly.reading.cues import family_of, rejections
from allegedly.reading.exchange import LOOK_BACK, NEAR, Exchange
from allegedly.reading.inflection import lemma_of
from allegedly.reading.matters import Matter
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.replies import Replies
from allegedly.reading.stance import Judgement
from allegedly.reading.voices import Cast

_MOST = 6
_FEW = 3
_LONG = 120
"""Tokens of words that say nothing that are looked at."""
_SAME = 0.6
"""Share of the words around that makes two statements one of the same words."""
_QUOTING = ("cite", "quote")
"""Verbs that only pass on what another says."""
_REPORTS = frozenset({"report", "story", "article", "coverage", "account"})
_FRESH = 20
"""How many statements back an accusation still stands in the room."""

_LEAST = 1.6
"""Least likeness of a statement and the one that it answers."""
_TURNED = 1.1
"""The same for a denial, which must answer something."""
_NEGATED = 2.4
"""The same for a plain negative sentence, which seldom answers anybody."""
_SHARED = 0.6
"""How much more it takes where the sentence is not about the voice itself: the same doings."""
_AGAIN = 1.0
"""The same where its voice has denied the other before."""
_SURE = 4.0
"""The same for a negative sentence that no accusation precedes."""
_SOME = 0.01
_WORD = 0.6
"""What shared words must weigh at least: one of a few statements."""
_HALF = 0.5
"""How near to the best what was denied before must come to be all that is denied again."""
_MANY, _ONE = 0.4, 0.75
"""How near to the best others must come to be answered too: for *claims* in the plural, and else."""


def find_answers(parse: Parse, relations: list[Attribution], judgements: list[Judgement], cast: Cast) -> list[tuple[int, ...]]:
    """For each statement the places of those that it denies, doubts, confirms or comments on, in order."""
    return _Answers(Exchange(parse, relations, judgements, cast)).all()


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


class _Answers:
    """Who answers whom in one article."""

    def __init__(self, exchange: Exchange) -> None:
        self.ex = exchange
        self.parse, self.relations, self.judgements, self.matters = (
            exchange.parse,
            exchange.relations,
            exchange.judgements,
            exchange.matters,
        )
        self.denied: dict[str, tuple[int, ...]] = {}
        self.disputed: set[int] = set()
        self.found: list[tuple[int, ...]] = []
        self.replies = Replies(exchange, self.found)

    def all(self) -> list[tuple[int, ...]]:
        """The answers of every statement."""
        for i, relation in enumerate(self.relations):
            answers = () if relation.mode == "narration" else self._answers(i)
            voice, denies = self.matters[i].voice, self.judgements[i].stance == "denies"
            if voice is not None and answers and (denies or self.matters[i].negates):
                known = self.denied.get(voice, ())
                self.denied[voice] = answers if denies else (*known, *answers)[-_MOST:]
                self.disputed.update(answers)
            self.found.append(answers)
        return self.found

    def _answers(self, i: int) -> tuple[int, ...]:
        stance = self.judgements[i].stance
        if self._nobody(i) or (stance == "doubts" and self.matters[i].voice not in self.ex.of):
            return ()  # Where nobody doubts, the outlet does.
        if stance == "affirms":
            return tuple(sorted({*self._affirmed(i), *self.replies.of(i)}))
        if stance != "neutral":
            return self._turned(i)
        if self.relations[i].within is not None or not self._keeps_silent(i):
            return ()
        return self._turned(i) or tuple(sorted(self._unsaid(i) or self.replies.going_on(i)))

    def _keeps_silent(self, i: int) -> bool:
        """Whether something is left unsaid (*declined to comment*), and not only left undone (*did not go*)."""
        relation = self.relations[i]
        spans = [*relation.cue, *relation.content]
        said = {lemma_of(self.parse.lower[t]) for span in spans for t in self.parse.tokens(span)[:_LONG]}
        silent = rejections("withheld") | rejections("noncommittal") | rejections("silent")
        if relation.lemma in rejections("withholding"):
            silent |= rejections("telling")
        return not said.isdisjoint(silent)

    def _unsaid(self, i: int) -> list[int]:
        """On what somebody says nothing: the reports that they speak of, or what is only alleged and was disputed before."""
        matter = self.matters[i]
        back = [j for j in range(max(0, i - LOOK_BACK), i) if self.ex.other(i, j) and self.judgements[j].stance == "affirms"]
        spoken = {lemma_of(self.parse.lower[t]) for a, b in self.relations[i].content for t in self.parse.tokens((a, b))[:_LONG]}
        if spoken & _REPORTS:
            return [j for j in back if self.ex.reported(j)][-1:]
        return [j for j in back if j in self.disputed][-1:] if matter.alleged else []

    def _affirmed(self, i: int) -> Iterable[int]:
        """What a statement that turns nothing down answers by its cue or its words."""
        relation, matter = self.relations[i], self.matters[i]
        if self.judgements[i].act == "judgement" and matter.points:
            return self._named(i, self.ex.near(i, ahead=0), [])
        if relation.lemma in rejections("confirm") and self.judgements[i].act != "promise":
            near = {j: w for j, w in self.ex.near(i, ahead=0).items() if j not in self.disputed or w >= _NEGATED}
            return self._best(near, _LEAST, _ONE)[:2]
        if self._knows(i):
            known = matter.words - rejections("aware")
            return [j for j in self.ex.near(i, ahead=0) if known and known <= self.matters[j].words][:1]
        if matter.whose or (matter.points and not matter.words - matter.named):
            return self._pointed(i)
        return self._denied_plainly(i) if _negates(self.parse, relation) else ()

    def _nobody(self, i: int) -> bool:
        """Whether the source is that there is none: *nobody*, *not a single witness*."""
        source = self.relations[i].source
        return source is not None and self.parse.lower[self.parse.token_at(source[0])] in (*NO, "not", "nobody", "none")

    def _knows(self, i: int) -> bool:
        """Whether the words are that somebody knows of something: *was aware of the order*."""
        root = next(roots(self.parse, self.relations[i].content), None)
        if root is None or self.matters[i].negates:
            return False
        knows = [root, *(c for c in self.parse.children[root] if self.parse.dep[c] in ("acomp", "attr"))]
        return any(self.parse.lower[t] in rejections("aware") for t in knows)

    def _turned(self, i: int) -> tuple[int, ...]:
        """What a statement answers that denies, doubts or says nothing."""
        judgement, matter = self.judgements[i], self.matters[i]
        turns = judgement.stance in ("denies", "doubts")
        # What it quotes of others in order to turn it down: "dismissed a report by the Post that …".
        own = [j for j in self.ex.inner.get(i, ()) if turns and self.ex.other(i, j) and self.judgements[j].stance == "affirms"]
        if self.relations[i].mode == "direct":
            own = []
        weights = self.ex.near(i, ahead=LOOK_BACK // 2 if turns else 0)
        if turns:
            # Who speaks for the same side, or says that it is not so, is of one mind with whoever turns it down.
            weights = {j: w for j, w in weights.items() if j not in own and (w >= _SURE or not self._agrees(i, j))}
        before = self._denied_before(matter) if turns else []
        blamed = self._blamed(i, weights) if turns and judgement.act != "belief" else []
        likely = weights
        if matter.words and not matter.named and not matter.guilt:
            # Words of its own answer what shares one of them; what somebody only believes, what shares more.
            least = _WORD if judgement.act == "belief" else _SOME
            likely = {j: w for j, w in weights.items() if j in before or self.ex.shared(i, j) >= least}
        found = self._best(likely, _TURNED if turns else _LEAST, _MANY if matter.many else _ONE)
        if matter.named and matter.named <= rejections("accuse") and matter.words and not matter.whose:
            # "denied the allegations of fraud": what is laid at the door of whoever denies, or the very same.
            whom = matter.kin | matter.entities if matter.spelled else matter.kin
            charged = [j for j in weights if self.matters[j].blamed & whom and self.judgements[j].stance == "affirms"]
            charged = self._latest([j for j in charged if j < i]) if matter.these else charged
            same = [j for j in found if j in charged] or [j for j in found if weights[j] >= _NEGATED]
            blamed, found = blamed or same or charged, []
            blamed = [j for j in blamed if j < i] or (blamed if matter.many else [])
        elif matter.named and not own:
            found, blamed = self._named(i, weights, found), []
        if matter.liar is not None:
            blamed = []
            found = [j for j in weights if self.matters[j].voice == matter.liar and j < i][-1:]
        if blamed and not own:
            found = blamed
        elif matter.guilt:
            # Who denies being behind something answers who says so.
            found = [j for j in found if self.matters[j].accuses or self.matters[j].lays or weights[j] >= _SURE]
        known = [j for j in before if j in weights]
        again = [j for j in known if matter.many or not found or weights[j] >= _AGAIN]
        if again and not matter.named and max(weights[j] for j in again) >= _HALF * max(weights[j] for j in found or again):
            # What is denied again is what was denied before, and not all that is like it.
            found = again
        found = [*found, *(j for j in again if j not in found)]
        if own:
            found = [j for j in found if weights[j] >= _SURE]
        if not found and not own and matter.liar is None:
            found = self._last(i, weights)
        # Of a report that quotes somebody and what that one says, the latter.
        quoted = {self.relations[j].within for j in found}
        found = [j for j in found if j not in quoted or self.relations[j].lemma not in _QUOTING]
        return tuple(sorted({*own, *(self._outer(i, j) for j in found[: _MOST if matter.many or blamed else _FEW])} - {i}))

    def _latest(self, places: list[int]) -> list[int]:
        """Of several statements those of the voice that spoke last: *those allegations* are the last ones."""
        return [j for j in places if self.matters[j].voice == self.matters[max(places)].voice]

    def _agrees(self, i: int, j: int) -> bool:
        """Whether the other can hardly be what is turned down."""
        other = self.matters[j]
        if self.ex.allied(i, j) and other.voice not in self.matters[i].whose:
            return True
        charges = other.accuses or self.judgements[j].slant == "distancing"
        told = other.lays or (charges and self.ex.shared(i, j) >= _WORD)
        about = (other.subject in self.matters[i].side or self._published(j)) and self.ex.alike(i, j) >= _LEAST
        if j > i and ((not told and not about) or self.judgements[i].stance == "doubts"):
            return True  # What is told before it is said is told because it is disputed.
        return other.negates and self.judgements[i].stance == "denies"

    def _published(self, j: int) -> bool:
        outer = self.relations[j].within
        return self.ex.reported(j) or (outer is not None and self.ex.reported(outer))

    def _outer(self, i: int, j: int) -> int:
        """The statement around one of the same words: what is answered is what was published."""
        outer = self.relations[j].within
        if outer is None or not self.ex.other(i, outer) or self.judgements[outer].stance != "affirms":
            return j
        if self.relations[outer].lemma in _QUOTING and self.matters[outer].voice != self.matters[j].voice:
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

    def _denied_before(self, matter: Matter) -> list[int]:
        """What a voice, or whoever it speaks for, has denied already, the latest denial of each."""
        return sorted({j for voice in matter.side for j in self.denied.get(voice, ())})

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
        for j, weight in self.ex.near(i, ahead=LOOK_BACK // 2).items():
            other = self.matters[j]
            if other.negates or self.judgements[j].stance != "affirms" or self.ex.allied(i, j) or self.ex.inside(j, i):
                continue
            accused = other.accuses and bool(other.entities & matter.side)
            alike = matter.of_self or weight >= _NEGATED + _SHARED
            again = j in known and weight >= _AGAIN and bool(matter.doings & other.words)
            same = matter.subject is not None and matter.subject == other.subject
            # "claimed that his troops had not": the outlet, too, takes it for a defence.
            defended = matter.of_self and self.judgements[i].slant == "distancing" and weight >= _LEAST
            told = self.ex.reported(j) and not self.ex.reported(i) and self.relations[i].within is None and weight >= _NEGATED
            if (accused and alike and weight >= _NEGATED) or (same and weight >= _SURE) or again or defended or told:
                found[j] = weight
        return tuple(sorted(sorted(found, key=lambda j: (-found[j], -j))[:_FEW]))

    def _named(self, i: int, weights: dict[int, float], found: list[int]) -> list[int]:
        """With what such a noun means: papers' words for *the reports*, accusations for *the allegations*; one if singular."""
        named = self.matters[i].named
        if "denial" in named:
            before = range(max(0, i - LOOK_BACK), i)
            return [j for j in before if self.judgements[j].stance == "denies" and self.ex.voiced(i, j)][-1:] or found
        meant = [j for j in weights if j not in found and self.judgements[j].stance == "affirms" and self._is_meant(i, j)]
        # "the ministry's claim", "the allegations of the union": what that voice has said.
        theirs = [j for j in weights if self._is_theirs(i, j) and self.judgements[j].stance == "affirms"]
        theirs = [j for j in theirs if j < i] or theirs
        theirs = [j for j in theirs if self.ex.shared(i, j) >= _WORD] or theirs
        if theirs:
            return self._likest(i, theirs)[: 3 if self.matters[i].many else 1]
        if self.matters[i].many:
            return [*found, *meant]
        meant = [j for j in meant if j < i]
        nouns = [j for j in meant if self.relations[j].lemma in named]
        if found and not nouns:
            return found
        meant = nouns or meant
        return sorted(meant, key=lambda j: (-weights[j], -j))[:1]

    def _pointed(self, i: int) -> list[int]:
        """What is meant by words that name another's saying without turning it down: *the union's claim*, *that claim*."""
        weights = self.ex.near(i, ahead=0)
        theirs = [j for j in weights if self._is_theirs(i, j)]
        if theirs or self.matters[i].whose:
            return self._likest(i, theirs)[:1]
        return [j for j in weights if self._is_meant(i, j)][-1:]

    def _is_theirs(self, i: int, j: int) -> bool:
        voice = self.matters[j].voice
        if voice is None or voice not in self.ex.of:
            return False
        if self.ex.cast.entity(voice).kind == "document":
            # A paper's words are those of whose paper it is (*a draft report from the committee*).
            return bool(self.matters[j].side & self.matters[i].whose - {voice})
        return voice in self.matters[i].whose

    def _likest(self, i: int, places: list[int]) -> list[int]:
        """The statements that are most alike, wherever they stand; of several the first, which is the main one."""
        return sorted(places, key=lambda j: (-round(self.ex.alike(i, j) + NEAR * abs(i - j), 6), j))

    def _is_meant(self, i: int, j: int) -> bool:
        named = self.matters[i].named
        if self.relations[j].lemma in named:
            return True
        if named & rejections("accuse") and self.matters[j].accuses and self.matters[i].entities & self.matters[j].entities:
            return True
        return bool(named & _REPORTS) and self.ex.reported(j)

    def _last(self, i: int, weights: dict[int, float]) -> list[int]:
        """Where nothing is alike: an accusation of this voice; for words that only point (*it*, *the claim*) the last words."""
        matter = self.matters[i]
        affirmed = [j for j in weights if self.judgements[j].stance == "affirms"]
        accused = [j for j in affirmed if self.matters[j].accuses and self.matters[j].entities & (matter.side | matter.nations)]
        if self.judgements[i].stance == "neutral" and not matter.words and not accused:
            # "declined to comment": on what was asked last, else on what the article is about.
            return [j for j in affirmed if j < i and self.judgements[j].act == "question"][-1:] or self.ex.lead(i)
        if matter.words and not matter.named:
            accused = [j for j in accused if matter.words & self.matters[j].words]
        accused = [j for j in accused if j < i] or (accused if matter.many or not matter.named else [])
        if accused:
            return sorted(accused, key=lambda j: (-weights[j], -j))[:1]
        before = [j for j in affirmed if j < i]
        if matter.named and matter.named <= rejections("accuse") and matter.spelled:
            # "denied accusations that they were behind it": what was said of them, or of the people of their state.
            return [j for j in before if self.matters[j].entities & (matter.side | matter.nations)][-1:]
        if matter.alleged and self.judgements[i].stance == "denies":
            return [j for j in before if self.matters[j].words & matter.words and self.relations[j].within is None][-1:]
        if matter.takes_up and self.judgements[i].stance == "neutral":
            return [j for j in before if self.relations[j].within is None][-1:]
        if matter.words and not matter.named:
            return []
        accusing = [j for j in before if self.matters[j].accuses and i - j <= _FRESH]
        accusing = [j for j in accusing if self.relations[j].within is None] or accusing
        disputed = [j for j in before if j in self.disputed]
        return accusing[-1:] or disputed[-1:] or [j for j in before if self.relations[j].within is None][-1:] or before[-1:]


def _negates(parse: Parse, relation: Attribution) -> bool:
    """Whether the main clause of the words is negated; what nobody believes, knows, will or can do denies nothing."""
    root = next(roots(parse, relation.content), None)
    if root is not None and any(parse.tag[c] == "MD" for c in parse.children[root]):
        return False
    if root is None or family_of(lemma_of(parse.lower[root])) == "belief" or parse.lower[root] in ("know", "known"):
        return False
    return relation.mode != "narration" and negated(parse, root)
