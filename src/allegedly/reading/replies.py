"""Replies: what a statement answers that turns nothing down, by who says it after whom.

The accused speak after the charge, the second toll comes after the first, the judge after the request; *but*, *in response* and
*asked about it* say that the next words answer the last ones; and who has begun to answer goes on with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.reading.cues import rejections
from allegedly.reading.evidence import source_head
from allegedly.reading.exchange import Exchange
from allegedly.reading.inflection import lemma_of

_FRESH = 20
"""How many statements back an accusation still stands in the room."""
_SOON = 3
"""How many statements after a request, or after words on a client, those still wait for an answer."""
_TOLLS = 8
"""How many statements apart two tolls are still of one event."""
_REPORTED = 1.0
"""Least likeness of a negative sentence and what media report of its voice."""
_PARAGRAPHS = 1
"""How many paragraphs later somebody still goes on with an answer."""
_TOPIC = 1.0
"""What the words shared with what was denied must weigh at least where somebody goes on."""
_LONG = 30
"""Tokens of a source, or on either side of a cue, that are looked at."""
_TOUCH = 0.3
"""Least likeness of two statements that *but* sets against one another."""
_EARLY = frozenset({"initial", "early", "earlier", "first", "preliminary", "previous"})
_JUDGES = frozenset({"judge", "court", "justice", "magistrate", "commissioner", "tribunal"})
_ABOUT = frozenset({"about", "whether", "if", "why", "how", "what"})
_POINTING = ("it", "this", "that", "these", "those")


class Replies:
    """The replies of one article; ``found`` are the answers of the statements before."""

    def __init__(self, exchange: Exchange, found: Sequence[tuple[int, ...]]) -> None:
        self.ex, self.found = exchange, found
        self.runs: set[int] = set()
        self.parse, self.relations, self.judgements, self.matters = (
            exchange.parse,
            exchange.relations,
            exchange.judgements,
            exchange.matters,
        )

    def of(self, i: int) -> set[int]:
        """What a statement answers by who says it after whom."""
        rules = (
            self._defends,
            self._comes_back,
            self._negates_report,
            self._rivals,
            self._other_toll,
            self._judges,
            self._contrasts,
            self._corrects,
            self._rules_on,
            self._advocates,
        )
        before = range(max(0, i - _FRESH), i)
        near = [j for j in before if self.ex.voiced(i, j) and not self.ex.allied(i, j) and self.judgements[j].stance != "neutral"]
        found = {j for j in near if any(rule(i, j) for rule in rules)}
        return found | self._asked(i, near) | self.going_on(i)

    def _top(self, *places: int) -> bool:
        return all(self.relations[k].within is None for k in places)

    def _defends(self, i: int, j: int) -> bool:
        """Whether the accused, or who speaks for them, claims something after the charge."""
        one, other = self.matters[i], self.matters[j]
        lemma = self.relations[i].lemma
        if lemma in rejections("accuse") - rejections("defend"):
            return False  # They blame somebody else.
        claims = self.judgements[i].slant == "distancing" or lemma in rejections("defend")
        return claims and bool(one.kin & other.blamed)

    def _comes_back(self, i: int, j: int) -> bool:
        """Whether it insists on what the other has denied."""
        mine = self.matters[i].side
        own = any(self.matters[k].voice in mine and k < j for k in self.found[j])
        return own and self.judgements[j].stance == "denies" and self.judgements[i].slant == "distancing"

    def _negates_report(self, i: int, j: int) -> bool:
        """Whether it negates what media report of its voice."""
        one, other = self.matters[i], self.matters[j]
        told = self.ex.reported(j) and not self.ex.reported(i) and self._top(i) and one.negates > other.negates
        told = told and self.judgements[i].act == "statement"
        return told and bool(one.side & other.entities) and self.ex.alike(i, j) >= _REPORTED

    def _rivals(self, i: int, j: int) -> bool:
        """Whether one claims to have done what the other lays at somebody's door."""
        one, other = self.matters[i], self.matters[j]
        return self._top(i, j) and ((one.takes and other.lays) or (other.takes and one.lays))

    def _other_toll(self, i: int, j: int) -> bool:
        """Whether it gives another toll than the other does."""
        one, other = self.matters[i].toll, self.matters[j].toll
        unsure = self.judgements[j].slant == "distancing"
        return bool(one and other) and not one & other and (unsure or self.ex.apart(i, j) <= _TOLLS)

    def _judges(self, i: int, j: int) -> bool:
        """Whether it judges whose last words the other is, and says no more (*criticised the report*)."""
        one, other = self.matters[i], self.matters[j]
        judged = self.judgements[i].act == "judgement" and len(one.words) <= 2 and other.voice in one.entities
        if not judged or self.ex.apart(i, j) > _SOON:
            return False
        later = [k for k in range(j + 1, i) if self.judgements[k].stance == "affirms"]
        return all(self.matters[k].voice != other.voice for k in later)

    def _contrasts(self, i: int, j: int) -> bool:
        """Whether *but* or *however* sets it against the sentence before, in which the other stands."""
        first = self.ex.begins(i)
        number = self.parse.sentence[first]
        head = self.parse.lower[self.parse.sentences[number][0]]
        if not self._top(i) or head not in rejections("contrast") or self.ex.before(i) != j:
            return False
        cue = self.relations[i].cue_token
        voiced = self.relations[i].source is not None and self.relations[j].source is not None
        near = self.ex.alike(i, j) >= _TOUCH
        return near and voiced and cue is not None and self.parse.head[cue] == cue and number - self.ex.sentence(j) == 1

    def _corrects(self, i: int, j: int) -> bool:
        """Whether it is the next word after what *initial reports* said."""
        source = self.relations[j].source
        if source is None or self.ex.before(i) != j:
            return False
        return any(self.parse.lower[t] in _EARLY for t in self.parse.tokens(source)[:3]) and self.ex.reported(j)

    def _rules_on(self, i: int, j: int) -> bool:
        """Whether a judge speaks on what was asked for."""
        source = self.relations[i].source
        if source is None or self.judgements[j].act != "demand" or not self._top(i, j) or self.ex.apart(i, j) > _SOON:
            return False
        return any(self.parse.lower[t] in _JUDGES for t in self.parse.tokens(source)[:_LONG]) and not self._court(j)

    def _advocates(self, i: int, j: int) -> bool:
        """Whether a lawyer or spokesman speaks on what was just said of whom they speak for."""
        source = self.relations[i].source
        if source is None or not self._top(i, j) or self.ex.apart(i, j) > _SOON or self.ex.reported(j):
            return False
        for whom in self.matters[i].side & self.matters[j].entities:
            kind = self.ex.cast.entity(whom).kind if whom in self.ex.of else ""
            if kind in ("person", "organisation", "group") and self.ex.shared(i, j) >= _TOPIC:
                return any(lemma_of(self.parse.lower[t]) in rejections("advocate") for t in self.parse.tokens(source)[:_LONG])
        return False

    def _court(self, j: int) -> bool:
        head = source_head(self.parse, self.relations[j])
        return head is not None and self.parse.lower[head] in _JUDGES

    def _asked(self, i: int, near: list[int]) -> set[int]:
        """The words that somebody is said to answer (*in response*, *asked about the story*, *was responding to the story*)."""
        relation, voice = self.relations[i], self.matters[i].voice
        if not self._top(i) or relation.source is None or relation.lemma == "ask":
            return set()
        said = range(max(0, i - _FRESH), i)
        reply = next((k for k in reversed(said) if self.matters[k].voice == voice), None)
        if reply is not None and self.relations[reply].lemma in rejections("reply") and self.relations[reply].rule[:4] == "prep":
            return {j for j in near if j > reply}
        number = self.ex.sentence(i)
        low, high = self.parse.sentences[number]
        cue = self.parse.token_at((relation.cue or relation.content)[0][0])
        near_it = range(max(low, cue - _LONG), min(high, cue + _LONG) + 1)
        around = [t for t in near_it if not any(a <= self.parse.start[t] < b for a, b in relation.content)]
        if not any(self._is_reply(t) for t in around):
            return set()
        others = [j for j in near if self._top(j) and self.ex.sentence(j) < number]
        return set(others[-1:])

    def _is_reply(self, token: int) -> bool:
        """Whether a word says that an answer follows: *asked about*, *in response*, *replied*."""
        word = lemma_of(self.parse.lower[token])
        after = self.parse.lower[token + 1] if token + 1 < len(self.parse) else ""
        tag = self.parse.tag[token]
        if word == "ask":
            return tag == "VBN" and after in _ABOUT
        if tag == "NN":
            return word in rejections("reply") and token > 0 and self.parse.lower[token - 1] == "in"
        return word in rejections("reply") and tag in ("VBD", "VBG", "VBN", "VBZ")

    def going_on(self, i: int) -> set[int]:
        """What the statement before by the same voice answers, where this one goes on from it."""
        before, voice = self.ex.before(i), self.matters[i].voice
        silent = self.judgements[i].stance == "neutral"
        for _ in range(_SOON if silent else 0):
            if before is not None and self.matters[before].voice == voice and not self.found[before]:
                before = self.ex.before(before)
        if before is None or voice is None or self.matters[before].voice != voice:
            return set()
        turned = self.judgements[before].stance in ("denies", "doubts") or before in self.runs
        parted = self.parse.paragraph[self.ex.begins(i)] - self.parse.paragraph[self.ex.begins(before)]
        if parted > _PARAGRAPHS or not (turned or silent):
            return set()
        known = set(self.found[before])
        if not self._takes_up(i):
            goes_on = self._top(i) and self.judgements[i].act == "statement"
            known = {j for j in known if goes_on and (silent or self.ex.shared(i, j) >= _TOPIC)}
        if known and turned:
            self.runs.add(i)
        return known

    def _takes_up(self, i: int) -> bool:
        """Whether a statement takes up the one before it: *he added*, *It is …*."""
        first = self.parse.tokens(self.relations[i].content[0])
        words = [self.parse.lower[t] for t in first[:3] if self.parse.word[t][0].isalnum()]
        return self.relations[i].lemma == "add" or (bool(words) and words[0] in _POINTING)
