"""Why each mention means whom it means, and what makes an entity what it is."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

from allegedly.reading import lexicons
from allegedly.reading.explaining.sentences import a, reason, told
from allegedly.reading.ground import Ground
from allegedly.reading.mentions import fullness
from allegedly.reading.roles import appositions
from allegedly.reading.stage import Stage
from allegedly.reading.voices import closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allegedly.model import Article, Entity, Reason, Role, Source, Span
    from allegedly.reading.mentions import Figure, Mention
    from allegedly.reading.parse import Parse
    from allegedly.reading.ranking import Choice, Signs
    from allegedly.reading.relation import Attribution

_COUNTED = {
    "sentence": "fewer sentences lie between",
    "mention": "fewer others were spoken of since",
    "often": "it is spoken of more often",
    "names": "it is named more often",
    "theme": "its noun stands more often in the article",
}
"""What signs that are counted say where they decide."""
_SORTED = {"age": "role age", "nationality": "role nationality", "rank": "role rank"}
_DEEPEST = 4
_BESIDE = 8
"""Words behind a noun within which the name may end that it describes."""
_WINDOW = 80
"""Mentions of a figure that are looked back on."""
_FORMS = 32
"""Ways of naming one entity that are looked at."""


class _Watched(Stage):
    """The stage, keeping what each mention was chosen among."""

    def __init__(self, parse: Parse, article: Article, attributions: Sequence[Attribution]) -> None:
        super().__init__(parse, article, attributions)
        self.ranked: dict[int, tuple[str, list[Choice]]] = {}

    def rank(self, mention: Mention, table: str, choices: Sequence[Choice]) -> int | None:
        """Rank as always; by the mention's head, the ranker's table and the choices that it had."""
        dropped = table == "antecedents" and mention.gender and len(choices) > 1
        self.ranked[mention.head] = (table, list(choices[1:] if dropped else choices))
        return super().rank(mention, table, choices)


class People:
    """Who is who in an article, cast anew, with the figures at hand."""

    def __init__(self, parse: Parse, article: Article, relations: Sequence[Attribution]) -> None:
        self.parse, self.relations = parse, relations
        self.stage = _Watched(parse, article, relations)
        self.stage.run()
        self.cast = closed(self.stage)
        self.figures: list[Figure] = self.stage.figures
        beside = appositions(parse, self.stage.nouns, self.stage.at, self.stage.ends)
        self.beside = {id(noun): name for noun, name in beside}
        self.order = [sorted(f.mentions, key=lambda m: (m.first, m.last)) for f in self.figures]
        self.full: dict[int, Mention] = {}
        self.forms: dict[int, list[Mention]] = {}
        for place, figure in enumerate(self.figures):
            if figure.names:
                # The name by which an entity goes, and the first mention of each of its names, the fullest first.
                self.full[place] = max(figure.names, key=lambda m: (m.kind == figure.kind, *fullness(m)))
                forms = {m.words: m for m in reversed(figure.names)}
                self.forms[place] = sorted(forms.values(), key=lambda m: (-len(m.words), m.first))[:_FORMS]
        self.called = {
            (place, role.lemma): self.parse.span(role.first, role.last)
            for place, roles in self.stage.roles.items()
            for role, _ in reversed(roles)
        }
        self.of: dict[str, int] = {}
        self.by_span: dict[Span, Mention] = {}
        for place, mentions in enumerate(self.order):
            for mention in mentions:
                span = self._span(mention)
                name = self.cast.by_span.get(span)
                if name is not None and self.of.setdefault(name, place) == place:
                    self.by_span.setdefault(span, mention)

    def _span(self, mention: Mention) -> Span:
        return self.parse.span(mention.first, mention.last)

    # ---- mentions ----

    def mention(self, mention: Mention) -> tuple[Ground, float | None]:
        """Why a mention means its figure, and how sure that is where it was weighed."""
        assert mention.figure is not None
        figure = self.figures[mention.figure]
        if mention.form == "name":
            return self._name(mention, figure), None
        if mention.form == "pronoun":
            return self._pronoun(mention)
        found = self._sure(mention)
        return self._noun(mention, figure), None if found is None else found[0]

    def _name(self, mention: Mention, figure: Figure) -> Ground:
        assert mention.figure is not None
        here, full = self._span(mention), self.full[mention.figure]
        there = self._span(full)
        if full is mention:
            return Ground("full name", (here,))
        if mention.words == full.words:
            return Ground("same name", (here, there))
        text = self.parse.slice(mention.first, mention.last)
        whose = lexicons.metonyms().get(text, ("", ""))
        if whose[0] and whose[0] == full.canonical:
            return Ground("metonym", (here,), (whose[0],))
        if mention.canonical and mention.canonical == full.canonical:
            return Ground("listed name", (here, there), ("outlets" if figure.kind == "outlet" else "countries",))
        mine = _plain(mention)
        for other in self.forms[mention.figure]:
            if other is not mention and mine < _plain(other):
                return Ground("short name", (here, self._span(other)))
            capitals = "".join(w[0] for w in other.words if w[:1].isupper())
            if len(mention.words) == 1 and len(capitals) > 1 and mention.words[0].replace(".", "") == capitals:
                return Ground("initials", (here, self._span(other)))
        return Ground("other name", (here, there))

    def _noun(self, noun: Mention, figure: Figure) -> Ground:
        here = self._span(noun)
        if figure.parts:
            return Ground("joined", (here,))
        name = self.beside.get(id(noun)) or self.stage.ends.get(noun.head - 1) or self._ahead(noun)
        if name is not None and name.figure == noun.figure:
            return Ground("named beside", (here, self._span(name)))
        before = self._before(noun)
        who = ("weights descriptions" if self._sure(noun) else "rules nominals",)
        for other in before:
            if other.form == "noun" and other.lemma == noun.lemma:
                return Ground("same noun", (here, self._span(other)), who)
        assert noun.figure is not None
        role = self.called.get((noun.figure, noun.lemma))
        if role is not None and role[1] <= here[0]:
            return Ground("same noun", (here, role), who)
        names = [m for m in before if m.form == "name"]
        ending = next((m for m in names if lexicons.singular(m.words[-1].lower()) == noun.lemma), None)
        if ending is not None:
            return Ground("noun of the name", (here, self._span(ending)), who)
        if not before:
            return Ground("named later", (here, self._span(figure.names[0]))) if figure.names else Ground("new one", (here,), who)
        return Ground("fits", (here, self._span((names or before)[0])), who)

    def _ahead(self, noun: Mention) -> Mention | None:
        """The name that stands a few words behind a noun in its sentence, no verb between: *the agent and painter* Ana Ruiz."""
        for token in range(noun.head + 1, min(noun.head + _BESIDE, len(self.parse))):
            if self.parse.sentence[token] != self.parse.sentence[noun.head] or self.parse.tag[token][:1] == "V":
                return None
            if token in self.stage.ends:
                return self.stage.ends[token]
        return None

    def _before(self, mention: Mention) -> list[Mention]:
        """The figure's mentions before this one, the nearest first, as far back as is looked."""
        assert mention.figure is not None
        return self._before_in(mention.figure, mention)

    def _before_in(self, place: int, mention: Mention) -> list[Mention]:
        """Mentions of a figure before this one."""
        order = self.order[place]
        at = bisect_left(order, (mention.first, mention.last), key=lambda m: (m.first, m.last))
        return order[max(0, at - _WINDOW) : at][::-1]

    def _pronoun(self, pronoun: Mention) -> tuple[Ground, float | None]:
        parse, stage, here = self.parse, self.stage, self._span(pronoun)
        before = self._before(pronoun)
        assert pronoun.figure is not None
        later = next(iter(self.figures[pronoun.figure].names), pronoun)  # "In her speech, Vera Holm", "its name was Norvik"
        meant = next((m for m in before if m.form != "pronoun"), before[0] if before else later)
        if pronoun.lemma in ("i", "we", "you"):
            return Ground("first person", (here, self._span(self._speaker(pronoun) or meant))), None
        if pronoun.lemma in ("who", "which"):
            return Ground("relative", (here, self._span(before[0] if before else pronoun))), None
        turn = stage.at.get(stage.turns.get(pronoun.head, -1))
        if turn is not None and turn.figure == pronoun.figure:
            return Ground("speaks on", (here, self._span(turn))), None
        ranked = self._ranked(pronoun, meant)
        if ranked is not None:
            return ranked
        rule = "reflexive" if parse.lower[pronoun.head].endswith(("self", "selves")) else "pronoun"
        return Ground(rule, (here, self._span(meant))), None

    def _speaker(self, pronoun: Mention) -> Mention | None:
        """The source of the words in which *I* stands."""
        i = self.stage.within[pronoun.head]
        for _ in range(_DEEPEST):
            source = self.stage.sources[i] if i >= 0 else None
            mention = self.stage.at.get(source) if source is not None else None
            if mention is not None and mention.figure == pronoun.figure:
                return mention
            outer = self.relations[i].within if i >= 0 else None
            i = outer if outer is not None else -1
        return None

    def _sure(self, mention: Mention) -> tuple[float, tuple[int, Signs] | None, Signs, float] | None:
        """How sure a ranker is of its choice (softmax over the sums of signs, as it was trained), and the best rival.

        Null where the mention was not ranked, or other rules overruled the ranker.
        """
        table, choices = self.stage.ranked.get(mention.head, ("", []))
        chosen = next((signs for place, signs in choices if place == mention.figure), None)
        if chosen is None:
            # What is new has no place yet when it is ranked.
            chosen = next((signs for place, signs in choices if place < 0), None) if not self._before(mention) else None
        if chosen is None:
            return None
        weights = self.stage.weights(table)
        sums = [
            (math.fsum(weights.get(sign, 0.0) * value for sign, value in signs.items()), place, signs) for place, signs in choices
        ]
        best = max(total for total, _, _ in sums)
        whole = math.fsum(math.exp(total - best) for total, _, _ in sums)
        mine = next(total for total, _, signs in sums if signs is chosen)
        others = sorted(
            ((total, place, signs) for total, place, signs in sums if signs is not chosen), key=lambda o: (-o[0], o[1])
        )
        rival = next(((place, signs) for _, place, signs in others if place >= 0), None)
        share = next((math.exp(total - best) / whole for total, place, _ in others if place >= 0), 0.0)
        return math.exp(mine - best) / whole, rival, chosen, share

    def _ranked(self, mention: Mention, meant: Mention) -> tuple[Ground, float | None] | None:
        """The ranker's choice against the nearest rival; null where no ranker chose."""
        found = self._sure(mention)
        if found is None:
            return None
        sure, rival, signs, share = found
        here = self._span(mention)
        if rival is None:
            return Ground("ranked alone", (here, self._span(meant))), None
        order = self._before_in(rival[0], mention)
        named = [m for m in order if m.form != "pronoun"] or order or self.figures[rival[0]].mentions
        said = (f"{sure:.2f}", f"{share:.2f}", self._told(signs, rival[1], mention))
        return Ground("ranked", (here, self._span(meant), self._span(named[0])), said), sure

    def _told(self, best: Signs, rival: Signs, mention: Mention) -> str:
        """The sign that speaks most for the one and against the other, in words."""
        table = self.stage.ranked[mention.head][0]
        weights = self.stage.weights(table)
        signs = sorted({*best, *rival})
        gain = {s: weights.get(s, 0.0) * (best.get(s, 0.0) - rival.get(s, 0.0)) for s in signs}
        sign = max(signs, key=lambda s: gain[s])
        words = _COUNTED.get(sign) or told(table, "sign").get(sign, sign)
        if sign.startswith(("it:", "they:", "she:")):
            words = f"“{self.parse.word[mention.head]}” is said more often of {a(sign.rpartition(':')[2])}"
            return (
                words if sign in best else f"“{self.parse.word[mention.head]}” is said less often of {a(sign.rpartition(':')[2])}"
            )
        words = words.split(": ")[0].replace("*", "")
        return words if sign in best or sign in _COUNTED else f"of the other one {words}"

    # ---- entities ----

    def entity(self, entity: Entity) -> tuple[Reason, ...]:
        """Why it is of its kind, why its mentions are its, and its roles."""
        place = self.of.get(entity.id)
        if place is None:
            return ()
        parse, figure = self.parse, self.figures[place]
        found = [reason(parse, "kind", self._kind(entity, figure))]
        for number, span in enumerate(entity.mentions):
            mention = self.by_span.get(span)
            if mention is not None and mention.figure is not None:
                found.append(reason(parse, f"mentions.{number}", *self.mention(mention)))
        names = sorted(m.first for m in figure.names)
        for number, role in enumerate(entity.roles):
            following = bisect_left(names, parse.tokens(role.span)[-1] + 1)
            before = following < len(names) and parse.start[names[following]] - role.span[1] <= 1
            found.append(reason(parse, f"roles.{number}", Ground(_rule_of(role, before=before), (role.span,))))
        return tuple(found)

    def _kind(self, entity: Entity, figure: Figure) -> Ground:
        if not figure.names:
            noun = next((m for m in figure.mentions if m.form == "noun"), figure.mentions[0])
            why = _of_noun(noun.lemma)
            here = self._span(noun)
            return Ground("kind by noun", (here,), (a(entity.kind), why)) if why else Ground("kind open", (here,))
        full = self.full[self.of[entity.id]]
        if full.kind != figure.kind:
            return Ground("kind by votes", (self._span(full),), (a(entity.kind),))
        if full.canonical:
            table = "outlets" if figure.kind == "outlet" else "countries"
            return Ground("kind listed", (self._span(full),), (a(entity.kind), table))
        return Ground("kind recognised", (self._span(full),), (a(entity.kind),))

    # ---- sources ----

    def source(self, relation: Attribution, source: Source) -> list[Reason]:
        """Why a source is this entity, and why it is of this kind."""
        parse = self.parse
        if relation.mode == "narration":
            return []
        if source.span is None:
            return [reason(parse, "source", Ground("no source", tuple(relation.cue[:1])))]
        if source.entity is None:
            return [reason(parse, "source.entity", Ground("source unknown", (source.span,)))]
        place = self.of.get(source.entity)
        figure = self.figures[place] if place is not None else None
        mention = self._heading(relation, source)
        found = []
        if mention is not None:
            found.append(reason(parse, "source.entity", *self.mention(mention)))
        if figure is None:
            return found
        if source.kind == "unnamed":
            ground = Ground("kind without name", (source.span,))
        elif figure.names:
            ground = Ground("kind by name", (self._span(self.full[self.of[source.entity]]),), (a(source.kind),))
        else:
            noun = next((m.lemma for m in figure.mentions if m.form == "noun"), "")
            why = _of_noun(noun)
            ground = Ground("kind by noun", (source.span,), (a(source.kind), why)) if why else Ground("kind open", (source.span,))
        found.append(reason(parse, "source.kind", ground))
        voice = {"office-holder": "office voice", "crowd": "crowd voice"}.get(source.voice or "")
        if voice is not None:
            found.append(reason(parse, "source.voice", Ground(voice, (source.span,))))
        if source.anonymity is not None:
            found.append(reason(parse, "source.anonymity", Ground("anonymity", (source.anonymity.span,))))
        return found

    def _heading(self, relation: Attribution, source: Source) -> Mention | None:
        """The mention by which a source means its entity."""
        assert source.span is not None
        place = self.of.get(source.entity or "")
        tokens = self.parse.tokens(source.span)
        head = relation.source_token
        if head is None and len(tokens):
            head = self.parse.head_of(tokens[0], tokens[-1])
        mention = self.stage.at.get(head) if head is not None else None
        if mention is not None and mention.figure == place:
            return mention
        if place is None or not len(tokens):
            return None
        order = self.order[place]
        at = bisect_left(order, tokens[0], key=lambda m: m.first)
        return next((m for m in order[max(0, at - 1) :][:_DEEPEST] if m.first in tokens or m.last in tokens), None)


def _rule_of(role: Role, *, before: bool) -> str:
    """Which rule gave a role, by what sort it is and where it stands."""
    if role.kind == "party":
        seat = role.text[:3] in ("Rep", "Dem", "Lab", "Con", "Lib") or role.text[1:2] in ("", "-")
        return "role party" if seat and " " not in role.text and role.text != "Labour" else "role party name"
    return _SORTED.get(role.kind, "role before" if before else "role beside")


def _plain(mention: Mention) -> set[str]:
    return {w.lower().strip(".") for w in mention.words}


def _of_noun(lemma: str) -> str:
    """What the vocabularies say of a noun for somebody or for a document."""
    return told("rolenouns", "noun").get(lemma) or told("documents", "noun").get(lemma, "")
