"""Why a statement is said to somebody, comes through these voices, rests on this, and answers that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegedly.reading.chain import Chains
from allegedly.reading.evidence import evidence_grounds, find_evidence
from allegedly.reading.explaining.sentences import reason
from allegedly.reading.firsthand import own_eyes
from allegedly.reading.ground import Ground
from allegedly.reading.inflection import lemma_of
from allegedly.reading.matters import Matter, Matters

if TYPE_CHECKING:
    from allegedly.model import Reason, Span, Statement
    from allegedly.reading.parse import Parse
    from allegedly.reading.relation import Attribution
    from allegedly.reading.voices import Cast

_ANSWERS = {"denies": "answers denial", "doubts": "answers denial", "neutral": "answers comment"}
_SHARED = 3
"""Words and names that two statements share, that a sentence tells of."""
_LONGEST = 300
_BACK = 80
"""Statements back that are looked through for what the same voice has answered already."""


class Links:
    """What leads from a statement to other voices, to what it rests on, and to other statements."""

    def __init__(self, parse: Parse, relations: list[Attribution], cast: Cast, statements: tuple[Statement, ...]) -> None:
        self.parse, self.relations, self.cast, self.statements = parse, relations, cast, statements
        self.evidence = evidence_grounds(parse, relations, cast.entity_at)
        self.papers = find_evidence(parse, relations, cast.entity_at)
        self.chains = Chains(parse, relations, cast, self.papers)
        self.chains.all()
        self.matters: list[Matter] = Matters(parse, relations, cast).all()

    def of(self, i: int) -> list[Reason]:
        """The reasons of one statement."""
        relation, statement, parse = self.relations[i], self.statements[i], self.parse
        if relation.mode == "narration":
            return []
        found = []
        if statement.addressee is not None:
            found.append(reason(parse, "addressee", Ground("addressee", (relation.cue[0], statement.addressee.span))))
        for number, hop in enumerate(statement.chain[1:], 1):
            found.append(reason(parse, f"chain.{number}", self.chains.ground(i, hop)))
        grounds = {item.span: ground for item, ground in zip(self.papers[i], self.evidence[i], strict=True)}
        eyes = {span: ground for span, _, ground in own_eyes(parse, relation, self.cast)}
        for number, item in enumerate(statement.evidence):
            found.append(reason(parse, f"evidence.{number}", grounds.get(item.span) or eyes[item.span]))
        found += [reason(parse, f"answers.{name}", self._answer(i, int(name[1:]) - 1)) for name in statement.answers]
        return found

    def _answer(self, i: int, j: int) -> Ground:
        """Why one statement answers another."""
        stance = self.statements[i].stance
        rule = _ANSWERS.get(stance, "answers confirm")
        spans, names = self._shared(i, j)
        why = self._why(i, j, names)
        return Ground(rule, (*self.relations[i].cue[:1], *spans), (f"s{j + 1}", why))

    def _why(self, i: int, j: int, names: list[str]) -> str:
        """What binds the two, in words, the strongest first."""
        one, other = self.matters[i], self.matters[j]
        both = f"both speak of {', '.join(f'“{name}”' for name in names)}" if names else ""
        also = f", and {both}" if both else ""
        if self.relations[j].within == i:
            return "it stands in its own words"
        if one.liar is not None and one.liar == other.voice:
            return "whoever says that is called a liar"
        if other.voice is not None and other.voice in one.whose:
            return "the words say whose claim is meant"
        if other.blamed & one.kin or (other.accuses and other.entities & one.side):
            return f"that lays something at the door of this voice or of those it speaks for{also}"
        if one.named:
            return f"“{min(one.named)}” means what others have said{also}"
        if self._answered_before(i, j):
            return f"its voice has answered that before{also}"
        if one.subject is not None and one.subject == other.subject:
            return f"both are about the same{also}"
        if one.toll and other.toll and one.toll != other.toll:
            return "each gives another toll"
        points = "" if one.words else "the words only point back, and "
        return both or f"{points}nothing that others say stands nearer"

    def _answered_before(self, i: int, j: int) -> bool:
        """Whether the same voice has answered it a little before."""
        before = (k for k in range(max(0, i - _BACK), i) if self.matters[k].voice == self.matters[i].voice)
        return any(self.statements[j].id in self.statements[k].answers for k in before)

    def _shared(self, i: int, j: int) -> tuple[list[Span], list[str]]:
        """Where the words and names stand that both statements have, in the answering one and then in the other."""
        one, other = self.matters[i], self.matters[j]
        words = one.words & other.words | one.named
        entities = one.entities & other.entities
        spans: list[Span] = []
        names: list[str] = []
        for place in (i, j):
            seen: set[str] = set()
            for span in self.relations[place].content:
                for token in self.parse.tokens(span)[:_LONGEST]:
                    key = lemma_of(self.parse.lower[token])
                    entity = self.cast.by_head.get(token)
                    key = entity if entity in entities and entity is not None else key
                    if len(seen) < _SHARED and key not in seen and (key in words or key in entities):
                        seen.add(key)
                        spans.append(self.parse.span(token, token))
                        if place == i and key not in one.named:
                            names.append(self.parse.word[token])
        return spans, names
