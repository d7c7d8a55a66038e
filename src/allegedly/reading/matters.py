"""What each statement of an article is about: whom and what it names, whom it blames, for whom its voice speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from allegedly.reading import lexicons
from allegedly.reading.clauses import negated, roots
from allegedly.reading.cues import rejections
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.voices import Cast

_LONGEST = 300
"""Tokens of a statement that are looked at."""
_CONTENT = ("NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD")
EMPTY = frozenset(
    "be have do say tell make take go get come give show other new former last first more many such people year day "
    "think know see".split()
)
_FIRST = 3
_UP = 8
_THESE = ("these", "those", "this", "that", "such")
_SPELLED = frozenset({"acl", "ccomp", "relcl", "prep"})
_BODIES = frozenset({"organisation", "state", "outlet"})
_YEAR = 4
_BESIDE = 6
"""How many words from such a word a number is still of the dead or the hurt."""
_TOLL = frozenset({"kill", "dead", "die", "injure", "wound", "body", "death"})
"""Words beside which a number is a toll."""


@dataclass(slots=True, frozen=True, kw_only=True)
class Matter:
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
    blamed: frozenset[str] = frozenset()
    """Entities at whose door it lays something (*blamed Iran*, *sponsored by Iran*, *the army was behind it*)."""
    lays: bool = False
    """Whether it lays a deed at somebody's door, rather than a saying or a failing (*alleged that Iran hides it*)."""
    guilt: frozenset[str] = frozenset()
    """Entities of which it says whether they are behind something; for *denied involvement* its voice."""
    takes: bool = False
    """Whether its voice claims to have done something (*claimed responsibility*)."""
    toll: frozenset[str] = frozenset()
    """Numbers of dead and hurt."""
    alleged: bool = False
    """Whether it says of something that it is only alleged."""
    takes_up: bool = False
    """Whether it points back by *such* or *it*."""
    liar: str | None = None
    """Entity of which it says that it is lying."""
    named: frozenset[str] = frozenset()
    """Nouns by which it names what others have said (*the reports*)."""
    many: bool = False
    """Whether such a noun is in the plural."""
    these: bool = False
    """Whether such a noun points to what was last said (*those allegations*)."""
    spelled: bool = False
    """Whether such a noun says what was said (*accusations that they were behind it*)."""
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

    @property
    def kin(self) -> frozenset[str]:
        """All whom its voice may stand up for."""
        return self.side | self.nations


class Matters:
    """Makes them, for one article."""

    def __init__(self, parse: Parse, relations: list[Attribution], cast: Cast) -> None:
        self.parse, self.relations, self.cast = parse, relations, cast
        self.spans = sorted((span, e.id) for e in cast.entities for span in e.mentions)
        self.starts = [span[0] for span, _ in self.spans]
        self.bodies: dict[str, set[str]] = {}
        for head, entity in cast.by_head.items():
            if cast.entity(entity).kind in _BODIES:
                self.bodies.setdefault(parse.lower[head], set()).add(entity)
        self.states = {lexicons.states().get(e.name, e.name): e.id for e in cast.entities if e.kind == "state"}
        self.of = {e.id: frozenset(role.of for role in e.roles if role.of) for e in cast.entities}

    def all(self) -> list[Matter]:
        """What each statement is about, each voice with all that it is said anywhere to speak for (*navy spokesman* Brekk)."""
        matters = [self._matter(i) for i in range(len(self.relations))]
        sides: dict[str, frozenset[str]] = {}
        nations: dict[str, frozenset[str]] = {}
        for matter in matters:
            if matter.voice is not None:
                sides[matter.voice] = sides.get(matter.voice, frozenset()) | matter.side
                nations[matter.voice] = nations.get(matter.voice, frozenset()) | matter.nations
        return [m if m.voice is None else replace(m, side=sides[m.voice], nations=nations[m.voice]) for m in matters]

    def _matter(self, i: int) -> Matter:
        parse, relation = self.parse, self.relations[i]
        words: set[str] = set()
        doings: set[str] = set()
        entities: set[str] = set()
        named: set[str] = set()
        whose: set[str] = set()
        many = these = spelled = False
        if relation.mode == "narration":
            return Matter()
        voice = self._voice(i)
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
                if tag in ("NN", "NNS") and lemma in rejections("told") and self._tells(relation, token):
                    owners = self._owners(token)
                    if voice is not None and owners == [voice]:
                        continue  # Words of its own (*defended his claim*) are nobody else's.
                    named.add(lemma)
                    whose.update(owners)
                    many = many or tag == "NNS"
                    these = these or any(parse.lower[c] in _THESE for c in parse.children[token] if parse.dep[c] == "det")
                    spelled = spelled or any(parse.dep[c] in _SPELLED for c in parse.children[token] if c > token)
        for span in relation.content:
            entities.update(self._entities(span))
        cue = {lemma_of(parse.lower[t]) for span in relation.cue for t in parse.tokens(span)}
        accuses = bool((cue | {relation.lemma}) & rejections("accuse"))
        if accuses and relation.cue_token is not None:
            # "blamed Iran for": the accused is the cue's object.
            for c in parse.children[relation.cue_token]:
                if parse.dep[c] in ("dobj", "nsubjpass", "dative"):
                    entities.update(self._entities((parse.start[parse.left[c]], parse.end[parse.right[c]])))
        side = set() if voice is None else {voice, *self.of.get(voice, ())}
        nations: set[str] = set()
        against = relation.source is not None and any(
            lemma_of(parse.lower[t]) in rejections("against") for t in parse.tokens(relation.source)[:_LONGEST]
        )
        if relation.source is not None and not against:
            side.update(self._entities(relation.source))
            # "navy spokesman": the navy, where the article has spoken of it.
            for token in parse.tokens(relation.source)[:_LONGEST]:
                nations.update(self._state(token))
                if parse.dep[token] in ("compound", "nmod"):
                    side.update(self.bodies.get(parse.lower[token], ()))
        root = next(roots(parse, relation.content), None)
        blamed = self._blamed(relation, entities) - {voice}
        part = root is not None and parse.lower[root] in rejections("part")
        lays = part or bool((cue | {relation.lemma}) & rejections("blame")) or bool(self._blamed_within(relation))
        subject = parse.child(root, "nsubj", "nsubjpass") if root is not None else None
        about = self.cast.by_head.get(subject) if subject is not None else None
        owner = parse.child(subject, "poss") if subject is not None else None
        held = self.cast.by_head.get(owner) if owner is not None else None
        idle = EMPTY | rejections("claim") | rejections("accuse") | rejections("false") | rejections("withheld")
        return Matter(
            words=frozenset(words - idle | named),
            entities=frozenset(entities),
            subject=about,
            voice=voice,
            side=frozenset(side),
            nations=frozenset(nations),
            accuses=accuses,
            blamed=frozenset(blamed),
            lays=bool(blamed) and lays,
            guilt=frozenset(self._guilt(relation, root, voice)),
            liar=about if root is not None and lemma_of(parse.lower[root]) == "lie" else None,
            takes=relation.lemma == "claim" and root is not None and parse.tag[root] in ("NN", "NNS") and not doings,
            toll=frozenset(self._toll(said)),
            alleged=any(parse.lower[t] in rejections("alleged") for t in said),
            takes_up=any(parse.lower[t] in ("such", "it") for t in said),
            named=frozenset(named),
            many=many,
            these=these,
            spelled=spelled,
            whose=frozenset(whose),
            points=any(lemma_of(parse.lower[t]) in named for t in said[:_FIRST]),
            doings=frozenset(doings - idle),
            negates=root is not None and negated(parse, root),
            of_self=about in side or held in side,
        )

    def _blamed(self, relation: Attribution, entities: set[str]) -> set[str]:
        """Whom a statement lays something at the door of."""
        parse = self.parse
        cue = {relation.lemma, *(lemma_of(parse.lower[t]) for span in relation.cue for t in parse.tokens(span))}
        found = set(entities) if cue & rejections("accuse") - rejections("defend") else set()
        return found | self._blamed_within(relation)

    def _blamed_within(self, relation: Attribution) -> set[str]:
        """Whom the words themselves say to be behind something."""
        parse = self.parse
        found: set[str] = set()
        for span in relation.content:
            for token in parse.tokens(span)[:_LONGEST]:
                if parse.lower[token] in rejections("guilt"):
                    found.update(self._guilty(token))
                if parse.dep[token] == "agent" and lemma_of(parse.lower[parse.head[token]]) in rejections("doing"):
                    found.update(self._beside(parse.child(token, "pobj")))
        return found

    def _tells(self, relation: Attribution, token: int) -> bool:
        """Whether a noun stands in the cue, or near the top of the words, and is no account of another kind (*bank account*)."""
        parse, above = self.parse, token
        if parse.lower[token] in ("account", "accounts") and parse.child(token, "compound") is not None:
            return False
        in_cue = _in(relation.cue, parse.start[token])
        if not in_cue and parse.sentence[token] != parse.sentence[parse.token_at(relation.content[0][0])]:
            return False
        for _ in range(_UP):
            if parse.head[above] == above or in_cue:
                return True
            above = parse.head[above]
            if not _in(relation.content, parse.start[above]):
                return True
        return False

    def _toll(self, said: list[int]) -> set[str]:
        parse = self.parse
        beside = {k for t in said if lemma_of(parse.lower[t]) in _TOLL for k in range(t - _BESIDE, t + _BESIDE)}
        return {parse.lower[t] for t in said if t in beside and parse.tag[t] == "CD" and len(parse.lower[t]) != _YEAR}

    def _guilt(self, relation: Attribution, root: int | None, voice: str | None) -> set[str]:
        """Of whom a statement says whether they are behind something."""
        parse, found = self.parse, set()
        for span in relation.content:
            for token in parse.tokens(span)[:_LONGEST]:
                if parse.lower[token] in rejections("guilt"):
                    found.update(self._guilty(token))
        if root is not None and voice is not None and parse.lower[root] in rejections("part"):
            found.add(voice)
        return found

    def _guilty(self, token: int) -> set[str]:
        """Who is said to be *behind* or *responsible*: the subject above."""
        verb = token if self.parse.tag[token][:2] == "VB" else self.parse.head[token]
        return self._beside(self.parse.child(verb, "nsubj", "nsubjpass"))

    def _beside(self, head: int | None) -> set[str]:
        """The entities of a noun and of the names beside it (*the Syrian government*)."""
        if head is None:
            return set()
        near = [
            head,
            *(c for c in self.parse.children[head] if self.parse.dep[c] in ("compound", "amod", "nmod", "poss", "conj")),
        ]
        named = {self.cast.by_head[t] for t in near if t in self.cast.by_head}
        return named | {state for t in near for state in self._state(t)}

    def _owners(self, noun: int) -> list[str]:
        """Whose the noun says it is: *the ministry's claim*, *claims by the ministry*."""
        parse = self.parse
        near = [c for c in parse.children[noun] if parse.dep[c] in ("poss", "compound")]
        for c in parse.children[noun]:
            if parse.dep[c] == "prep" and parse.lower[c] in ("by", "of", "from"):
                near += [k for k in parse.children[c] if parse.dep[k] == "pobj"]
        return [self.cast.by_head[k] for k in near if k in self.cast.by_head]

    def _state(self, token: int) -> list[str]:
        """The state that an adjective or a capital stands for (*Iranian officials*, *officials in Tehran*)."""
        word = self.parse.word[token]
        for name in (f"{self.parse.word[token - 1]} {word}" if token else word, word):
            state = lexicons.demonyms().get(name) or lexicons.metonyms().get(name, ("", ""))[0]
            if state in self.states:
                return [self.states[state]]
        return []

    def _voice(self, i: int) -> str | None:
        relation = self.relations[i]
        if relation.source is None:
            return None
        return self.cast.source_of(relation).entity or self.parse.text[slice(*relation.source)].casefold()

    def _entities(self, span: tuple[int, int]) -> Iterable[str]:
        low, high = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        return [name for (_, end), name in self.spans[low : min(high, low + _LONGEST)] if end <= span[1]]


def _in(spans: list[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)
