"""What an article's statements say has happened, is going on or is to come.

Which words stand for happenings (:mod:`allegedly.reading.happenings_triggers`), what sort they are, who has a part in them
(:mod:`allegedly.reading.happenings_parts`), and what became of them (:mod:`allegedly.reading.happenings_status`); then times,
places and amounts are handed to the word that they hang on, and one that is told twice becomes one
(:mod:`allegedly.reading.happenings_sameness`). The types are those of PLOVER (Open Event Data Alliance 2018) and everyday ones
that it lacks. Saying alone is no happening: it is a statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from allegedly.model import Amount, Entity, Happening, HappeningMention, Participant, Place, Span, Statement, Time
from allegedly.reading.happenings_parts import Found, light, parts_of, phrase_of
from allegedly.reading.happenings_sameness import Drawn, joined
from allegedly.reading.happenings_status import Told, governs, told
from allegedly.reading.happenings_triggers import triggers
from allegedly.reading.happenings_words import Sort, base_of, known_as, listed, people, phrases, pos_of, sort_of, words
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.voices import Cast

ENOUGH, UNKNOWN, KNOWN, BROUGHT = 0.5, 0.65, 0.25, 0.1
"""From which probability on a verb is taken for a happening, a noun that no vocabulary knows; a word that one knows; and such a
one behind *carry out*."""
_NEAR = 64
"""Contents looked back on for the one that holds a word; far more than ever stand in one another."""
_HANGS = 8
"""Steps from a time, place or amount to the happening that it belongs to."""
_PEOPLE = ("person", "group")


def find_happenings(
    parse: Parse,
    relations: Sequence[Attribution],
    statements: Sequence[Statement],
    cast: Cast,
    entities: Sequence[Entity],
    times: Sequence[Time],
    places: Sequence[Place],
    amounts: Sequence[Amount],
    begin: int = 0,
) -> tuple[Happening, ...]:
    """The happenings of an article in reading order, ids ``h1`` and so on.

    Args:
        parse: The article's parse.
        relations: Its attributions; entry *i* is statement ``s{i+1}``.
        statements: Its statements.
        cast: Who is who in it.
        entities: Its entities.
        times: Its times.
        places: Its places.
        amounts: Its amounts.
        begin: Where its prose begins.
    """
    return joined(parse, _Finding(parse, relations, statements, cast, entities, times, places, amounts).found(begin))


class _Finding:
    """One article's happenings, one for each word, before those that are the same are joined."""

    def __init__(
        self,
        parse: Parse,
        relations: Sequence[Attribution],
        statements: Sequence[Statement],
        cast: Cast,
        entities: Sequence[Entity],
        times: Sequence[Time],
        places: Sequence[Place],
        amounts: Sequence[Amount],
    ) -> None:
        self.parse, self.statements, self.cast = parse, statements, cast
        self.kinds = {e.id: e.kind for e in entities}
        self.cues = {r.cue_token for r in relations if r.cue_token is not None}
        self.denying = {
            s.id
            for r, s in zip(relations, statements, strict=True)
            if s.stance == "denies" and any(base_of(parse, k) in words("denying") for span in r.cue for k in parse.tokens(span))
        }
        self.spans = sorted((a, b, i) for i, s in enumerate(statements) for a, b in s.content)
        self.starts = [a for a, _, _ in self.spans]
        self.times, self.places, self.amounts = times, places, amounts
        self.standing: dict[int, int] = {}
        """Of words that only bring in a happening or say what became of it, the one that stands for it."""
        self.taken = {token for time in times for token in parse.tokens(time.span)}

    def found(self, begin: int) -> list[Drawn]:
        """The happenings, one for each word that stands for one."""
        parse = self.parse
        likely = {token: p for token, p in triggers(parse, begin) if p >= self._enough(token) and token not in self.taken}
        kept = self._kept(likely)
        when = self._hanging(kept, [(t.id, t.span) for t in self.times])
        much = self._hanging(kept, [(a.id, a.span) for a in self.amounts])
        where = self._places(kept)
        return [
            self._drawn(token, likely[token], when.get(token, []), where.get(token), much.get(token, []))
            for token in sorted(kept)
        ]

    def _enough(self, token: int) -> float:
        """From which probability on the word is taken: less will do for one that the vocabulary knows."""
        parse, pos = self.parse, pos_of(self.parse, token) or ""
        if not known_as(parse, token):
            return ENOUGH if pos == "verb" else UNKNOWN
        above = parse.head[token]
        brought = (
            parse.dep[token] in ("dobj", "nsubjpass") and light(base_of(parse, above)) and not parse.tag[token].startswith("NNP")
        )
        return BROUGHT if brought else KNOWN

    def _kept(self, likely: dict[int, float]) -> set[int]:
        """The words that stand for happenings by themselves; for the others, which word stands for them."""
        parse = self.parse
        kept = {token for token in likely if self._stands(token)}
        for token in sorted(kept):
            brought = self._brought(token, kept)
            if brought is not None:
                self.standing[token] = brought
        kept -= set(self.standing)
        # What only says what became of another happening is none itself: "planned", "tried to".
        for token in sorted(kept):
            above = told(parse, token).over
            fate = None if above is None else governs(parse, above)
            if above in kept and above is not None and fate is not None and not fate.also:
                self.standing.setdefault(above, token)
        return kept - set(self.standing)

    def _stands(self, token: int) -> bool:
        """Whether a word can stand for a happening by itself."""
        parse = self.parse
        base, pos = base_of(parse, token), pos_of(parse, token) or ""
        known = known_as(parse, token)
        if (base in words("none") and not known) or (pos == "adjective" and not known):
            return False
        if token in self.cues and (not known or known in words("stated") or base in words("denies")):
            return False
        kind = self.kinds.get(self.cast.by_head.get(token, ""))
        # An agreement is a document, and is made: what is published only says that there is one.
        made = kind == "document" and known and known not in words("stated")
        if pos == "noun" and kind in words("named") and not made:
            return False
        if pos == "noun" and (self._predicate(token) if not known else self._idle(token)):
            return False
        # "a suicide bomber", "peace talks": part of a name for somebody or something.
        return pos != "noun" or parse.dep[token] != "compound" or (parse.lower[parse.head[token]] in words("happening"))

    def _idle(self, noun: int) -> bool:
        """Whether a noun is but part of a preposition: *in order to*, *in case of*."""
        parse = self.parse
        return noun > 0 and parse.lower[noun - 1] == "in" and parse.lower[noun] in words("idle")

    def _predicate(self, noun: int) -> bool:
        """Whether a noun says what somebody or something is."""
        parse = self.parse
        while parse.dep[noun] == "conj" and parse.head[noun] != noun:
            noun = parse.head[noun]
        return parse.dep[noun] in ("attr", "oprd", "appos") or parse.child(noun, "nsubj") is not None

    def _brought(self, verb: int, kept: set[int]) -> int | None:
        """The noun that a verb only brings in, where that stands for the happening: *carried out attacks*."""
        parse = self.parse
        base = base_of(parse, verb)
        if pos_of(parse, verb) != "verb":
            return None
        known = listed(base, "verb")
        for child in parse.children[verb]:
            noun: int | None = None
            if parse.dep[child] in ("dobj", "nsubjpass") and light(base):
                noun = child
            elif parse.dep[child] == "prep" and words("engaging").get(base) == parse.lower[child]:
                noun, known = parse.child(child, "pobj"), ""
            if noun in kept and noun is not None and pos_of(parse, noun) == "noun":
                type_ = listed(base_of(parse, noun), "noun")
                return noun if type_ and (not known or base in words("bare") or known == type_) else None
        return None

    def _drawn(self, token: int, likely: float, times: list[str], place: str | None, amounts: list[str]) -> Drawn:
        parse = self.parse
        base, pos = base_of(parse, token), pos_of(parse, token) or ""
        parts = [self._participant(one) for one in parts_of(parse, token, self.cast.by_head) if one.head not in self.taken]
        parts = [one for one in parts if place is None or one.entity != place or one.role in ("actor", "target")]
        target = next((one for one in parts if one.role == "target"), None)
        if target is None:
            what = "none"
        elif self.kinds.get(target.entity or "") in _PEOPLE or self._people(target.span):
            what = "people"
        else:
            what = "things"
        sort = self._befallen(sort_of(base, pos, what, phrases(parse, token)), token)
        statement = self._statement(parse.start[token])
        said = told(parse, token)
        if statement is not None and statement.stance == "denies" and self._denied(token, statement, said):
            said.status, said.polarity = "denied", "negative"
        first, last = token, token
        if last + 1 < len(parse) and parse.head[last + 1] == token and parse.dep[last + 1] == "prt":
            last += 1
        span = parse.span(first, last)
        mention = HappeningMention(
            span=span,
            text=parse.text[span[0] : span[1]],
            statement=statement.id if statement else None,
            status=said.status,
            polarity=said.polarity,
            certainty=said.certainty,
            confidence=round(likely, 2),
        )
        return Drawn(token, base, sort, mention, parts, times, place, amounts)

    def _befallen(self, sort: Sort, token: int) -> Sort:
        """Harm that a fire, a storm or a crash does is no assault: *the blaze killed nine*."""
        parse = self.parse
        actor = next((c for c in parse.children[token] if parse.dep[c] in ("nsubj", "agent")), None)
        actor = parse.child(actor, "pobj") if actor is not None and parse.dep[actor] == "agent" else actor
        if sort.type != "assault" or actor is None or pos_of(parse, actor) != "noun":
            return sort
        by = listed(base_of(parse, actor), "noun")
        if by not in ("disaster", "accident"):
            return sort
        return Sort("death") if sort.mode == "killing" else Sort(by)

    def _people(self, span: Span) -> bool:
        """Whether the words of a participant are for people: *two reporters*, *them*."""
        tokens = self.parse.tokens(span)
        head = self.parse.head_of(tokens[0], tokens[-1])
        return self.parse.lower[head] in people() or base_of(self.parse, head) in people()

    def _participant(self, one: Found) -> Participant:
        parse = self.parse
        first, last = phrase_of(parse, one.head)
        span = parse.span(first, last)
        entity = self.cast.by_head.get(one.head) or self.cast.by_span.get(span) or self._named(one.head)
        return Participant(role=one.role, entity=entity, span=span, text=parse.text[span[0] : span[1]])

    def _named(self, head: int) -> str | None:
        """The entity whose name the token is the last word of, or that stands beside it in apposition."""
        parse = self.parse
        for child in parse.children[head]:
            if parse.dep[child] == "appos" and child in self.cast.by_head:
                return self.cast.by_head[child]
        return None

    def _statement(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds the character."""
        at = bisect_right(self.starts, offset)
        holding = [(b - a, i) for a, b, i in self.spans[max(0, at - _NEAR) : at] if offset < b]
        return self.statements[min(holding)[1]] if holding else None

    def _denied(self, token: int, statement: Statement, said: Told) -> bool:
        """Whether the word stands for what its statement denies: not for a circumstance, nor for the denying itself."""
        parse = self.parse
        base = base_of(parse, token)
        if token in self.cues or base in words("claims") or base in words("denying"):
            return False
        if statement.id not in self.denying:
            # "No shot was fired. Our crew lit two flares": what is put as not so is denied, and nothing else.
            return said.polarity == "negative"
        at = token
        for _ in range(_HANGS):
            if parse.dep[at] in ("advcl", "relcl") or parse.head[at] == at:
                break
            at = parse.head[at]
        return parse.dep[at] not in ("advcl", "relcl") or parse.start[at] < statement.content[0][0]

    # ---- times, places, amounts -------------------------------------------------------------------------------------------

    def _hanging(self, kept: set[int], things: Iterable[tuple[str, Span]]) -> dict[int, list[str]]:
        """Of each happening the things that hang on it, directly or through words that stand for none."""
        found: dict[int, list[str]] = {}
        for name, span in things:
            token = self._holder(span, kept)
            if token is not None:
                found.setdefault(token, []).append(name)
        return found

    def _holder(self, span: Span, kept: set[int]) -> int | None:
        parse = self.parse
        tokens = parse.tokens(span)
        if not len(tokens):
            return None
        at = parse.head_of(tokens[0], tokens[-1])
        for _ in range(_HANGS):
            if at in kept or self.standing.get(at) in kept:
                return self.standing.get(at, at)
            above = parse.head[at]
            if above == at:
                return None
            at = above
        return None

    def _places(self, kept: set[int]) -> dict[int, str]:
        """Of each happening where it is said to be: what stands behind *in*, *at*, *near* or before it as a name of a place."""
        parse = self.parse
        found: dict[int, str] = {}
        for place in self.places:
            for toponym in place.toponyms:
                if toponym.sense != "place":
                    continue
                tokens = parse.tokens(toponym.span)
                if not len(tokens):
                    continue
                head = parse.head_of(tokens[0], tokens[-1])
                while (
                    parse.dep[head] in ("conj", "appos") and parse.tag[parse.head[head]][:2] == "NN" and parse.head[head] != head
                ):
                    head = parse.head[head]
                above = parse.head[head]
                if (
                    parse.dep[head] == "pobj"
                    and parse.lower[above] == "of"
                    and parse.lower[parse.head[above]] in words("locating")
                ):
                    above = parse.head[above]
                if parse.dep[head] != "pobj" or parse.lower[above] not in words("locating"):
                    continue
                token = self._holder(parse.span(above, above), kept)
                if token is not None:
                    found.setdefault(token, place.entity)
        return found
