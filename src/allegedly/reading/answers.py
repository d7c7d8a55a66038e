"""Answers: which statements of the article a statement denies, doubts, confirms or comments on.

What is answered is looked for among what others say near by: what the words name (*the reports*, *these allegations*), what
speaks of the same people and doings, and what lays something at the door of the one who answers. A plain negative sentence
denies only where it negates what another has said.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from allegedly.reading import lexicons
from allegedly.reading.clauses import negated, roots
from allegedly.reading.cues import family_of, rejections
from allegedly.reading.evidence import sort_of, source_head
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import Judgement
from allegedly.reading.voices import Cast

_LOOK_BACK = 40
"""Statements looked back on, and half as many ahead; keeps the work linear in the article's length."""
_MOST = 6
_LONGEST = 300
"""Tokens of a statement that are looked at."""
_CONTENT = ("NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD")
_EMPTY = frozenset(
    "be have do say tell make take go get come give show other new former last first more many such people year day "
    "think know see".split()
)
_FIRST = 3
_DEEPEST = 8
_REPORTS = frozenset({"report", "story", "article", "coverage", "account"})
_BODIES = frozenset({"organisation", "state", "outlet"})
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


@dataclass(slots=True, frozen=True, kw_only=True)
class _Matter:
    """What one statement is about."""

    words: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    subject: str | None = None
    """Entity that its main clause is about."""
    voice: str | None = None
    side: frozenset[str] = frozenset()
    """Entities that its voice is or speaks for."""
    nations: frozenset[str] = frozenset()
    """States of whose people its voice is (*Iranian officials*), who may deny what is said of them."""
    accuses: bool = False
    named: frozenset[str] = frozenset()
    """Nouns by which it names what others have said (*the reports*)."""
    many: bool = False
    """Whether such a noun is in the plural."""
    whose: frozenset[str] = frozenset()
    """Entities whose claim such a noun says it is (*the ministry's version*)."""
    points: bool = False
    """Whether its words begin by such a noun (*criticised the report*)."""
    doings: frozenset[str] = frozenset()
    """Base forms of its verbs."""
    negates: bool = False
    """Whether its main clause is negated."""
    of_self: bool = False
    """Whether its main clause is about its own voice, or about what belongs to it (*his government*)."""


class _Exchange:
    """Who answers whom in one article."""

    def __init__(self, parse: Parse, relations: list[Attribution], judgements: list[Judgement], cast: Cast) -> None:
        self.parse, self.relations, self.judgements, self.cast = parse, relations, judgements, cast
        self.spans = sorted((span, e.id) for e in cast.entities for span in e.mentions)
        self.starts = [span[0] for span, _ in self.spans]
        self.by_span = dict(self.spans)
        self.bodies: dict[str, set[str]] = {}
        for head, entity in cast.by_head.items():
            if cast.entity(entity).kind in _BODIES:
                self.bodies.setdefault(parse.lower[head], set()).add(entity)
        self.states = {lexicons.states().get(e.name, e.name): e.id for e in cast.entities if e.kind == "state"}
        self.of = {e.id: frozenset(role.of for role in e.roles if role.of) for e in cast.entities}
        self.matters = self._sided([self._matter(i) for i in range(len(relations))])
        spoken = [m for m, r in zip(self.matters, relations, strict=True) if r.mode != "narration"]
        self.count = Counter(word for m in spoken for word in m.words)
        self.total = len(spoken)
        self.inner: dict[int, list[int]] = {}
        for i, relation in enumerate(relations):
            if relation.within is not None:
                self.inner.setdefault(relation.within, []).append(i)
        self.denied: dict[str, tuple[int, ...]] = {}

    def all(self) -> list[tuple[int, ...]]:
        """The answers of every statement."""
        found = []
        for i, relation in enumerate(self.relations):
            answers = () if relation.mode == "narration" else self._answers(i)
            voice = self.matters[i].voice
            if voice is not None and answers and (self.judgements[i].stance == "denies" or self.matters[i].negates):
                known = self.denied.get(voice, ())
                self.denied[voice] = answers if self.judgements[i].stance == "denies" else (*known, *answers)[-_MOST:]
            found.append(answers)
        return found

    def _matter(self, i: int) -> _Matter:
        parse, relation = self.parse, self.relations[i]
        words: set[str] = set()
        doings: set[str] = set()
        entities: set[str] = set()
        named: set[str] = set()
        whose: set[str] = set()
        many = False
        if relation.mode == "narration":
            return _Matter()
        said = [t for span in relation.content for t in parse.tokens(span)[:_LONGEST]]
        for token in [*said, *(t for span in relation.cue for t in parse.tokens(span))]:
            tag = parse.tag[token]
            if tag in _CONTENT:
                entities.update(self._state(token))
                lemma = lemma_of(parse.lower[token])
                if not _in(relation.cue, parse.start[token]):
                    words.add(lemma)
                    if tag[:2] == "VB":
                        doings.add(lemma)
                if tag in ("NN", "NNS") and lemma in rejections("told"):
                    named.add(lemma)
                    whose.update(self._owners(token))
                    many = many or tag == "NNS"
        for span in relation.content:
            entities.update(self._entities(span))
        cue = {lemma_of(parse.lower[t]) for span in relation.cue for t in parse.tokens(span)}
        accuses = bool((cue | {relation.lemma}) & rejections("accuse"))
        if accuses and relation.cue_token is not None:
            # "blamed Iran for": the accused is the cue's object.
            for c in parse.children[relation.cue_token]:
                if parse.dep[c] in ("dobj", "nsubjpass", "dative"):
                    entities.update(self._entities((parse.start[parse.left[c]], parse.end[parse.right[c]])))
        voice = self._voice(i)
        side = set() if voice is None else {voice, *self.of.get(voice, ())}
        nations: set[str] = set()
        if relation.source is not None:
            side.update(self._entities(relation.source))
            # "navy spokesman": the navy, where the article has spoken of it.
            for token in parse.tokens(relation.source)[:_LONGEST]:
                nations.update(self._state(token))
                if parse.dep[token] in ("compound", "nmod"):
                    side.update(self.bodies.get(parse.lower[token], ()))
        root = next(roots(parse, relation.content), None)
        subject = parse.child(root, "nsubj", "nsubjpass") if root is not None else None
        about = self.cast.by_head.get(subject) if subject is not None else None
        owner = parse.child(subject, "poss") if subject is not None else None
        held = self.cast.by_head.get(owner) if owner is not None else None
        idle = _EMPTY | rejections("claim") | rejections("accuse") | rejections("false") | rejections("withheld")
        return _Matter(
            words=frozenset(words - idle | named),
            entities=frozenset(entities),
            subject=about,
            voice=voice,
            side=frozenset(side),
            nations=frozenset(nations),
            accuses=accuses,
            named=frozenset(named),
            many=many,
            whose=frozenset(whose),
            points=any(lemma_of(parse.lower[t]) in named for t in said[:_FIRST]),
            doings=frozenset(doings - idle),
            negates=root is not None and negated(parse, root),
            of_self=about in side or held in side,
        )

    def _sided(self, matters: list[_Matter]) -> list[_Matter]:
        """The same, each with all that its voice has been said to speak for anywhere (*navy spokesman* Brekk … Brekk)."""
        sides: dict[str, frozenset[str]] = {}
        for matter in matters:
            if matter.voice is not None:
                sides[matter.voice] = sides.get(matter.voice, frozenset()) | matter.side
        return [m if m.voice is None else replace(m, side=sides[m.voice]) for m in matters]

    def _owners(self, noun: int) -> list[str]:
        """Whose the noun says it is: *the ministry's claim*, *claims by the ministry*."""
        parse = self.parse
        near = [c for c in parse.children[noun] if parse.dep[c] == "poss"]
        for c in parse.children[noun]:
            if parse.dep[c] == "prep" and parse.lower[c] in ("by", "of", "from"):
                near += [k for k in parse.children[c] if parse.dep[k] == "pobj"]
        return [self.cast.by_head[k] for k in near if k in self.cast.by_head]

    def _state(self, token: int) -> list[str]:
        """The state that an adjective or a capital stands for (*Iranian officials*, *officials in Tehran*)."""
        word = self.parse.word[token]
        state = lexicons.demonyms().get(word) or lexicons.metonyms().get(word, ("", ""))[0]
        return [self.states[state]] if state in self.states else []

    def _voice(self, i: int) -> str | None:
        relation = self.relations[i]
        if relation.source is None:
            return None
        return self.cast.source_of(relation).entity or self.parse.text[slice(*relation.source)].casefold()

    def _entities(self, span: tuple[int, int]) -> Iterable[str]:
        low, high = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        return [name for (_, end), name in self.spans[low : min(high, low + _LONGEST)] if end <= span[1]]

    def _answers(self, i: int) -> tuple[int, ...]:
        relation, judgement, matter = self.relations[i], self.judgements[i], self.matters[i]
        turns = judgement.stance in ("denies", "doubts")
        if judgement.stance == "affirms":
            if judgement.act == "judgement" and matter.points:
                return tuple(sorted(self._named(i, self._near(i, ahead=0), [])))
            if relation.lemma in rejections("confirm"):
                return tuple(sorted(self._best(self._near(i, ahead=0), _LEAST, _ONE)[:2]))
            if matter.whose or (matter.points and not matter.words - matter.named):
                return tuple(sorted(self._pointed(i)))
            return self._denied_plainly(i) if matter.negates else ()
        # What it quotes of others in order to turn it down: "dismissed a report by the Post that …".
        own = [j for j in self.inner.get(i, ()) if turns and self._other(i, j) and self.judgements[j].stance == "affirms"]
        weights = self._near(i, ahead=_LOOK_BACK // 2 if turns else 0)
        found = self._best(weights, _TURNED if turns else _LEAST, _MANY if matter.many else _ONE)
        if matter.named:
            found = self._named(i, weights, found)
        known = self._denied_before(matter) if turns else []
        if matter.many or not found:
            found = [*found, *(j for j in known if j not in found)]
        if not found and not own:
            found = self._last(i, weights)
        return tuple(sorted({*own, *found[:_MOST]}))

    def _denied_before(self, matter: _Matter) -> list[int]:
        """What a voice, or whoever it speaks for, has denied already, the latest denial of each."""
        return sorted({j for voice in matter.side for j in self.denied.get(voice, ())})

    def _near(self, i: int, *, ahead: int) -> dict[int, float]:
        """Likeness of the statements of other voices round about; what comes later is less likely to be answered."""
        place = range(max(0, i - _LOOK_BACK), min(len(self.relations), i + 1 + ahead))
        return {j: self._alike(i, j) - (_LATER if j > i else 0.0) for j in place if j != i and self._other(i, j)}

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
        sort = sort_of(self.parse, head) if head is not None else None
        return sort is not None and sort.kind in _PAPERS

    def _last(self, i: int, weights: dict[int, float]) -> list[int]:
        """Where nothing is alike: an accusation of this voice; for words that only point (*it*, *the claim*) the last words."""
        matter = self.matters[i]
        affirmed = [j for j in weights if self.judgements[j].stance == "affirms"]
        accused = [j for j in affirmed if self.matters[j].accuses and self.matters[j].entities & (matter.side | matter.nations)]
        if accused:
            return sorted(accused, key=lambda j: (-weights[j], -j))[:1]
        if matter.words and not matter.named:
            return []
        before = [j for j in affirmed if j < i]
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
        above = self.relations[i].within
        for _ in range(_DEEPEST):
            if above is None:
                return True
            if above == j:
                return False
            above = self.relations[above].within
        return True

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


def _in(spans: list[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


def _negates(parse: Parse, relation: Attribution) -> bool:
    """Whether the main clause of the words is negated; what somebody does not believe or know denies nothing."""
    root = next(roots(parse, relation.content), None)
    if root is None or family_of(lemma_of(parse.lower[root])) == "belief" or parse.lower[root] in ("know", "known"):
        return False
    return relation.mode != "narration" and negated(parse, root)
