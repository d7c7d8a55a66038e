"""What is said to have become of a happening: status, polarity and certainty of one word that stands for it.

The word's own tense, modal and modifiers speak first, then what it hangs on, step by step: *planned*, *failed to*, *the plot was
foiled*, *is believed to*, *if*. Which words say what stands in ``vocabulary/happenings_status.tsv``. The notions follow MEANTIME
(Minard et al. 2016), which follows Saurí and Pustejovsky's FactBank (2009): polarity and certainty apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from allegedly.model import Certainty, Polarity, Status
from allegedly.reading.clauses import negated
from allegedly.reading.happenings_words import base_of, pos_of, words
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.sources import is_passive
from allegedly.reading.vocabularies import rows

_DEEPEST = 6
"""Steps from a word to those that say what became of it."""
_FUTURE = frozenset(("will", "'ll", "shall", "wo", "sha"))
_MAYBE = frozenset(("may", "might", "can", "could", "ca"))
_OUGHT = frozenset(("should", "must", "ought", "need"))
_OBJECTS = frozenset("dobj nsubjpass xcomp ccomp oprd attr pcomp pobj acl csubjpass".split())
"""As what a happening hangs on a word that says what became of it."""
_ITSELF = frozenset("amod compound advmod nmod mark prep prt".split())
_EMPTY = frozenset("carry conduct make hold take stage launch commit perform mount have do get give sign reach play wage".split())
"""Verbs that only bring a noun into a sentence: a negation of theirs is the noun's."""
_LINKING = frozenset(("of", "for", "to", "from", "against"))
_TO_BE = frozenset(("plan", "prepare", "call", "hope", "set", "schedule", "threaten"))
"""*plans for*, *a threat of*; *calls for*."""
_SURE = {"certain": 0, "probable": 1, "possible": 2}


@dataclass(slots=True, frozen=True)
class Fate:
    """What words say of the happening beside them."""

    status: Status | None
    negative: bool
    certainty: Certainty
    also: bool
    """Whether the word stands for a happening of its own all the same."""


@dataclass(slots=True)
class Told:
    """What became of a happening, as far as the words say."""

    status: Status
    polarity: Polarity
    certainty: Certainty
    over: int | None = None
    """The word that says so, where it is one that the happening hangs on."""


@cache
def fates() -> dict[tuple[str, str, str], Fate]:
    """By word, part of speech, and of what it says so: its ``object``, a ``clause`` only, its ``subject``, or ``itself``."""
    return {
        (word, row["pos"], row["of"]): Fate(
            cast("Status | None", row["status"] or None),
            row["polarity"] == "negative",
            cast("Certainty", row["certainty"]),
            row["also"] == "yes",
        )
        for row in rows("happenings_status")
        for word in row["words"].split()
    }


def governs(parse: Parse, token: int) -> Fate | None:
    """What a word says of the happenings that hang on it; null where it says nothing of them."""
    pos = pos_of(parse, token)
    if pos is None:
        return None
    base = base_of(parse, token)
    return fates().get((base, pos, "object")) or fates().get((base, pos, "clause"))


def told(parse: Parse, token: int) -> Told:
    """Status, polarity and certainty of the happening for which a word stands."""
    known = _Walk(parse, token)
    known.itself()
    known.up()
    status = known.status or known.conditional or known.plain()
    polarity: Polarity = "negative" if known.negative else "positive"
    # The noun of a denial is not what is denied: "denied the allegations".
    if status == "denied" and base_of(parse, token) in words("claims"):
        status, polarity = "happened", "positive"
    if status == "denied":
        polarity = "negative"
    return Told(status, polarity, known.certainty, known.over)


class _Walk:
    """From a word outwards, taking up what is said of it."""

    def __init__(self, parse: Parse, token: int) -> None:
        self.parse, self.token = parse, token
        self.status: Status | None = None
        self.negative = False
        self.certainty: Certainty = "certain"
        self.over: int | None = None
        self.believed = False
        """Whether it is said to be believed, to appear or to be alleged."""
        self.conditional: Status | None = None
        """What *would* makes of it where nothing else is said."""

    def take(self, fate: Fate) -> None:
        """Take up what a word says; the nearer one tells the status."""
        self.status = self.status or fate.status
        self.negative = self.negative != fate.negative
        self.weaken(fate.certainty)

    def weaken(self, certainty: Certainty) -> None:
        """The least sure word tells the certainty."""
        if _SURE[certainty] > _SURE[self.certainty]:
            self.certainty = certainty

    def itself(self) -> None:
        """The word's own modifiers, auxiliaries and negation."""
        parse, token = self.parse, self.token
        pos = pos_of(parse, token)
        own = fates().get((base_of(parse, token), pos or "", "itself"))
        self._beside(token)
        if own is not None:
            self.take(own)
        if negated(parse, token):
            self.negative = not self.negative
        if pos == "verb":
            self._auxiliaries(token)

    def _beside(self, token: int) -> None:
        parse = self.parse
        for child in parse.children[token]:
            if parse.dep[child] == "acl" and parse.tag[child] == "VBN":
                # "a truce proposed by the envoy"
                done = fates().get((base_of(parse, child), "verb", "object"))
                if done is not None:
                    self.take(done)
            if parse.dep[child] not in _ITSELF:
                continue
            word = parse.lower[child]
            if parse.dep[child] in ("amod", "compound") and parse.lower[child].endswith("ing"):
                # "accused of planning attacks" is often taken for attacks that plan.
                doing = fates().get((lemma_of(parse.lower[child]), "verb", "object"))
                if doing is not None:
                    self.take(doing)
            for pos in ("modifier", "adverb", "mark"):
                fate = fates().get((word, pos, "itself"))
                if fate is not None and (pos != "mark" or parse.dep[child] in ("mark", "advmod", "prep")):
                    self.take(fate)
                    break

    def _auxiliaries(self, token: int) -> None:
        parse = self.parse
        near = [parse.lower[c] for c in parse.children[token] if parse.dep[c] in ("aux", "auxpass")]
        if not near and parse.dep[token] == "conj" and parse.tag[token] in ("VB", "VBN", "VBG"):
            # "will sell and lease", "was taken and sold": the second verb has the first one's.
            above = parse.head[token]
            near = [parse.lower[c] for c in parse.children[above] if parse.dep[c] in ("aux", "auxpass")]
        perfect = any(word in ("have", "has", "had", "'ve", "having") for word in near)
        if any(word in _FUTURE for word in near):
            self.status = self.status or "planned"
        elif any(word in _MAYBE for word in near):
            self.status = self.status or ("happened" if perfect else "hypothetical")
            self.weaken("possible")
        elif any(word in _OUGHT for word in near):
            self.status = self.status or "hypothetical"
        elif any(word in ("would", "'d") for word in near):
            self.conditional = "planned" if self._reported() else "hypothetical"

    def _reported(self) -> bool:
        """Whether *would* is but *will* in what somebody said: no condition stands beside it."""
        parse, token = self.parse, self.token
        first, last = parse.sentences[parse.sentence[token]]
        near = range(max(first, token - 40), min(last, token + 40) + 1)
        return not any(parse.lower[k] in ("if", "unless", "otherwise") for k in near)

    def up(self) -> None:
        """What the word hangs on, step by step."""
        parse, first = self.parse, self.token
        at = first
        for _ in range(_DEEPEST):
            above, dep, pos = parse.head[at], parse.dep[at], pos_of(parse, parse.head[at])
            if above == at or dep == "relcl":
                return
            fate = self._said(at, above, dep, pos)
            if fate is not None and fate.also and fate.status == "hypothetical" and dep == "ccomp" and self._finite(at):
                # "told that it had sunk": nothing is asked for.
                return
            if fate is not None:
                self.believed = self.believed or (self.over is None and fate.status is None and fate.certainty != "certain")
                self.over = above if self.over is None else self.over
                self.take(fate)
                self._above(above, pos or "")
            elif dep in ("dobj", "nsubjpass") and base_of(parse, above) in _EMPTY and parse.tag[first][0] == "N":
                self.over = above if self.over is None else self.over
                self._brought(above)
            elif pos is not None and dep not in ("conj", "xcomp", "appos"):
                # A word of its own, which says nothing of what hangs on it.
                return
            at = above

    def _finite(self, verb: int) -> bool:
        parse = self.parse
        return parse.tag[verb] in ("VBD", "VBZ", "VBP") or any(
            parse.tag[c] in ("VBD", "VBZ", "VBP", "MD") for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")
        )

    def _said(self, at: int, above: int, dep: str, pos: str | None) -> Fate | None:
        """What the word above says of the one below it."""
        if pos is None:
            return None
        parse, word = self.parse, base_of(self.parse, above)
        if pos == "adjective":
            return fates().get((word, pos, "object")) if dep in ("xcomp", "advcl", "ccomp", "acl") else None
        if dep in ("nsubj", "nsubjpass"):
            found = fates().get((word, pos, "subject"))
            # What is foiled, cancelled, planned; further up it is somebody who is expected or allowed to do something.
            return fates().get((word, pos, "object")) if found is None and dep == "nsubjpass" and at == self.token else found
        if dep == "prep" and (pos == "noun" or word in _TO_BE) and parse.lower[at] in _LINKING:
            return fates().get((word, pos, "object"))
        doing = parse.lower[at] == "from" or (parse.lower[at] in ("of", "to") and parse.child(at, "pcomp") is not None)
        if dep == "prep" and pos == "verb" and doing:
            return fates().get((word, pos, "object"))
        if dep in ("xcomp", "ccomp") and (asked := fates().get((word, pos, "clause"))) is not None:
            return asked
        if dep in _OBJECTS or (dep == "advcl" and parse.tag[at] == "VB" and pos == "verb"):
            return fates().get((word, pos, "object"))
        return None

    def _brought(self, verb: int) -> None:
        """A verb that only brings the noun in: its negation and its tense are the noun's."""
        if negated(self.parse, verb):
            self.negative = not self.negative
        if self.status is None:
            self._beside(verb)
            self._auxiliaries(verb)
        if self.status is None and any(self.parse.tag[c] == "TO" for c in self.parse.children[verb]):
            self.status = "planned"

    def _above(self, token: int, pos: str) -> None:
        """Negation and doubt about the word that says what became of it: *does not plan to*, *may try to*."""
        parse = self.parse
        if negated(parse, token):
            self.negative = not self.negative
        if pos == "verb":
            if any(parse.lower[c] in _MAYBE for c in parse.children[token] if parse.dep[c] == "aux"):
                self.weaken("possible")
            self._beside(token)
        elif pos == "adjective" and pos_of(parse, parse.head[token]) == "verb" and negated(parse, parse.head[token]):
            self.negative = not self.negative

    def plain(self) -> Status:
        """The status where nothing special is said: by the tense of the word, or of the verb that a noun hangs on."""
        parse, token = self.parse, self.token
        pos, tag = pos_of(parse, token), parse.tag[token]
        if pos != "verb":
            return self._of_its_verb()
        lowers = [parse.lower[c] for c in parse.children[token] if parse.dep[c] in ("aux", "auxpass")]
        if "to" in lowers and self.believed:
            return "ongoing"
        if "to" in lowers and tag == "VBG":
            return "ongoing"
        if "to" in lowers:
            # A headline's "to open", or the aim of what is done: "came to help".
            return "planned" if "have" not in lowers and "having" not in lowers else "happened"
        if tag == "VBG" and not lowers and parse.dep[token] in ("advcl", "conj", "pcomp"):
            return self._with_its_clause()
        if tag == "VBG":
            past = any(word in ("was", "were") for word in lowers)
            return "happened" if past or (not lowers and parse.dep[token] in ("pcomp", "amod")) else "ongoing"
        if tag in ("VBZ", "VBP") and not self._headline():
            return "ongoing"
        if is_passive(parse, token) and any(word in ("is", "are", "being", "'s", "'re") for word in lowers):
            return "ongoing" if not self._headline() else "happened"
        return "happened"

    def _with_its_clause(self) -> Status:
        """A participle happens when the verb of its clause does."""
        parse, at = self.parse, self.token
        for _ in range(_DEEPEST):
            at = parse.head[at]
            if parse.tag[at] in ("VBZ", "VBP"):
                return "ongoing"
            if parse.tag[at] in ("VBD", "VBN"):
                return "happened"
        return "happened"

    def _of_its_verb(self) -> Status:
        """A noun without *the* shares what its verb makes of it: *would cause a flood*."""
        parse, token = self.parse, self.token
        above = parse.head[token]
        known = any(parse.dep[c] == "poss" or parse.lower[c] in ("the", "this", "that") for c in parse.children[token])
        if parse.dep[token] != "dobj" or known or pos_of(parse, above) != "verb":
            return "happened"
        verb = told(parse, above)
        if verb.status in ("happened", "ongoing") and verb.polarity == "positive":
            return "happened"
        self.negative = self.negative != (verb.polarity == "negative")
        self.weaken(verb.certainty)
        return verb.status

    def _headline(self) -> bool:
        """Whether the word stands in a line without a full stop, whose present tense is the past of the report."""
        parse = self.parse
        last = parse.sentences[parse.sentence[self.token]][1]
        while parse.tag[last] == "_SP" and last > self.token:
            last -= 1
        return parse.word[last][-1].isalnum()
