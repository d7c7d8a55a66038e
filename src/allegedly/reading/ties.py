"""Who is said to be tied to whom: leads, is a member of, founded, works for, lies in; applied or turned down, in a voice.

What stands in a role or an apposition (*Hamas leader X*) is taken for granted by whoever speaks; what a clause says can be turned
down by it (*is not a member of*) or by the statement in which it stands (*denied that …*). Each tie is kept once for each
voice that says it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from allegedly.model import Entity, Place, Statement, Tie, Time
from allegedly.reading.holding import holders
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.ties_ends import Bond, Ends
from allegedly.reading.ties_nouns import noun_bonds, people_of
from allegedly.reading.ties_places import place_bonds
from allegedly.reading.ties_verbs import verb_bonds
from allegedly.reading.ties_words import helpers
from allegedly.reading.voices import Cast

_EITHER = frozenset({"allied with", "opposed to", "related to", "married to"})
"""Kinds that hold either way round."""
_SURE = {"noun": 0.88, "compound": 0.85, "possessive": 0.88, "comma": 0.9, "in": 0.8}
"""How sure a tie is by the rule that found it, by eye on 110 ties of 28 other articles, nine in ten of which were right."""
_OTHER = 0.8
_NEAR = 32
"""Times of one sentence that are looked at."""
_SINCE, _UNTIL = ("since", "from"), ("until", "till", "to")


def find_ties(
    parse: Parse,
    cast: Cast,
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
    statements: Sequence[Statement],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[Tie, ...]:
    """The ties of an article in reading order, ids ``r1`` and so on.

    Args:
        parse: The article's parse.
        cast: Who is who in it.
        entities: Its entities, places among them.
        attributions: Its attributions; entry *i* is statement ``s{i+1}``.
        statements: Its statements.
        times: Its times.
        places: Its places.
    """
    ends = Ends(parse, entities, cast)
    bonds = [*noun_bonds(parse, ends), *people_of(parse, ends), *verb_bonds(parse, ends), *place_bonds(parse, ends, places)]
    bonds.sort(key=lambda b: (b.first, b.last, b.of, b.to, b.kind))
    innermost, _ = holders(parse, attributions)
    when = _When(parse, times)
    found: dict[tuple[object, ...], Tie] = {}
    for bond in bonds:
        held = innermost[bond.anchor]
        statement = statements[held] if held >= 0 else None
        tie = _tie(parse, bond, statement, attributions[held] if held >= 0 else None, when)
        pair = tuple(sorted((tie.of, tie.to))) if tie.kind in _EITHER else (tie.of, tie.to)
        voice = None if statement is None or statement.mode == "narration" else (statement.source.entity or statement.source.text)
        found.setdefault((tie.kind, *pair, tie.use, tie.former, voice), tie)
    return tuple(replace(tie, id=f"r{number}") for number, tie in enumerate(found.values(), 1))


def _tie(parse: Parse, bond: Bond, statement: Statement | None, attribution: Attribution | None, when: _When) -> Tie:
    span = parse.span(bond.first, bond.last)
    turned = bond.negated
    if bond.clause is not None and not turned and statement is not None and attribution is not None:
        turned = statement.stance == "denies" and attribution.lemma in helpers("turned")
    since, until = when.of(bond)
    # In reported speech the past may stand for the present: "he said that he was a member".
    past = bond.past and (statement is None or statement.mode in ("narration", "direct"))
    return Tie(
        id="r0",
        kind=bond.kind,
        of=bond.of,
        to=bond.to,
        span=span,
        text=parse.text[span[0] : span[1]],
        statement=statement.id if statement is not None else None,
        use="rejected" if turned else "applied",
        former=bond.former or past,
        since=since,
        until=until,
        confidence=_SURE.get(bond.rule.split()[0], _OTHER),
    )


class _When:
    """The times of an article by their sentences."""

    def __init__(self, parse: Parse, times: Sequence[Time]) -> None:
        self.parse = parse
        self.times = sorted((t.span, t.id) for t in times)
        self.starts = [span[0] for span, _ in self.times]

    def of(self, bond: Bond) -> tuple[str | None, str | None]:
        """Since when and until when a tie is said to be: *since 2005*; *became president in 2005*; *left in 1987*."""
        if not self.times:
            return None, None
        parse = self.parse
        low, high = parse.sentences[parse.sentence[bond.anchor]]
        at = bisect_left(self.starts, parse.start[low])
        since = until = None
        for span, name in self.times[at : at + _NEAR]:
            if span[0] >= parse.end[high]:
                break
            token = parse.token_at(span[0])
            before = token - 1 if parse.lower[token] not in (*_SINCE, *_UNTIL, "in") else token
            if before < low or not self._beside(bond, before):
                continue
            lead = parse.lower[before]
            if lead in _SINCE or (lead == "in" and bond.starts):
                since = since or name
            elif lead in _UNTIL or (lead == "in" and bond.ends):
                until = until or name
        return since, until

    def _beside(self, bond: Bond, preposition: int) -> bool:
        """Whether the time hangs on the verb or the noun that says the tie."""
        above = self.parse.head[preposition]
        return above in (bond.anchor, bond.clause, bond.first, bond.last) or above == preposition
