"""Who is meant: every name, description and pronoun of an article brought to the figure behind it.

Names are joined first (:mod:`allegedly.reading.aliases`), then what describes them by apposition, then the article is walked once
from its beginning: each noun phrase takes up a figure or brings a new one, each pronoun is ranked among what stands before
it. *I* and *we* come last, when every speaker is known. The work for each mention is bounded, so time grows with the length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from allegedly.model import Article, Entity, Role, Source, SourceKind, Span
from allegedly.reading import lexicons
from allegedly.reading.mentions import Figure, Mention, fullness, sureness
from allegedly.reading.outlet_names import own_forms
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.stage import Stage

_LONGEST_NAME = 90
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(slots=True, frozen=True)
class Cast:
    """Everybody and everything in an article that speaks or is spoken of, and where."""

    entities: tuple[Entity, ...]
    parse: Parse
    by_span: dict[Span, str]
    by_head: dict[int, str]
    voices: dict[str, SourceKind]
    """What kind of voice each entity is: ``unnamed`` for people without a name, else its own kind."""
    own: str | None = None
    """The entity that is the article's own outlet, where the article names it."""

    def entity(self, name: str) -> Entity:
        """The entity with this id; its number is its place in ``entities``."""
        return self.entities[int(name[1:]) - 1]

    def entity_at(self, span: Span) -> str | None:
        """Id of the entity that the words of the span mean: its mention there, or the one that the span's head heads."""
        found = self.by_span.get(span)
        if found is not None:
            return found
        tokens = self.parse.tokens(span)
        if not len(tokens):
            return None
        head = self.parse.head_of(tokens[0], tokens[-1])
        if head in self.by_head:
            return self.by_head[head]
        for token in tokens:
            if (
                self.parse.head[token] == head
                and token in self.by_head
                and self.parse.dep[token] in ("appos", "compound", "nmod")
            ):
                return self.by_head[token]
        return None

    def source_of(self, attribution: Attribution) -> Source:
        """The attribution's source with the entity that it means and the kind of voice that this is."""
        span = attribution.source
        if span is None:
            return Source(kind="outlet" if attribution.mode == "narration" else "unnamed")
        text = self.parse.text[span[0] : span[1]]
        found = self.by_span.get(span)
        if found is None and attribution.source_token is not None:
            found = self.by_head.get(attribution.source_token)
        if found is None:
            found = self.entity_at(span)
        if found is None:
            return Source(span=span, text=text)
        return Source(span=span, text=text, entity=found, kind=self.voices[found])


def cast(parse: Parse, article: Article, attributions: Sequence[Attribution]) -> Cast:
    """The entities of an article with all their mentions and roles, ids ``e1`` … in order of first mention."""
    stage = Stage(parse, article, attributions)
    stage.run()
    return closed(stage)


def closed(stage: Stage) -> Cast:
    """The entities of the figures on a stage, once it has run."""
    return _Closing(stage).cast()


class _Closing:
    """Entities, drawn from an article's figures."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.parse, self.article, self.figures = stage.parse, stage.article, stage.figures

    def cast(self) -> Cast:
        """Entities from the figures that count, in order of their first mention."""
        parse = self.parse
        kept = [i for i, figure in enumerate(self.figures) if self._counts(figure)]
        kept.sort(key=lambda i: min((m.first, m.last) for m in self.figures[i].mentions))
        ids = {place: f"e{number}" for number, place in enumerate(kept, 1)}
        by_span: dict[Span, str] = {}
        by_head: dict[int, str] = {}
        entities = []
        voices: dict[str, SourceKind] = {}
        for place in kept:
            figure, name = self.figures[place], ids[place]
            spans = set()
            for mention in figure.mentions:
                span = parse.span(mention.first, mention.last)
                spans.add(span)
                by_span.setdefault(span, name)
                if not figure.parts:
                    by_head.setdefault(mention.head, name)
            kind = figure.kind or "other"
            entities.append(
                Entity(
                    id=name,
                    kind=kind,
                    name=self._name(figure),
                    mentions=tuple(sorted(spans)),
                    roles=self._roles(place, ids),
                    confidence=sureness(figure),
                )
            )
            people = kind in ("person", "group") and not figure.names and not figure.parts
            voices[name] = "unnamed" if people and (figure.unnamed or kind == "person") else kind
        joint = {m.head: (m, ids[i]) for i in reversed(kept) if self.figures[i].parts for m in reversed(self.figures[i].mentions)}
        for attribution, source in zip(self.stage.attributions, self.stage.sources, strict=True):
            # A joint source is the joint figure, not the first of those in it.
            if attribution.source is None or source is None or source not in joint:
                continue
            mention, name = joint[source]
            start, end = parse.span(mention.first, mention.last)
            if attribution.source[0] <= start and end <= attribution.source[1]:
                by_span[attribution.source] = name
        return Cast(tuple(entities), parse, by_span, by_head, voices, _own(self.article, entities))

    def _counts(self, figure: Figure) -> bool:
        if all(mention.form == "pronoun" for mention in figure.mentions):
            return False  # nobody is called "I"
        if figure.names or figure.speaks:
            return True
        return len(figure.mentions) > 1 and figure.kind in (
            "person",
            "group",
            "organisation",
            "document",
            "outlet",
            "state",
            "place",
        )

    def _name(self, figure: Figure) -> str:
        """The fullest name, else the longest description without its article, in the article's own characters."""
        parse = self.parse
        if figure.names:
            named = max(figure.names, key=lambda m: (m.kind == figure.kind, *fullness(m)))
            return parse.slice(named.first, named.last)
        nouns = [m for m in figure.mentions if m.form == "noun"]
        if not nouns:
            return parse.slice(figure.mentions[0].first, figure.mentions[0].last)
        best = max(nouns, key=lambda m: (m.head in self.stage.speaking, min(m.last - m.first, 8), -m.first))
        first = best.first
        while first < best.head and parse.lower[first] in _ARTICLES:
            first += 1
        start, end = parse.span(first, best.last)
        if end - start > _LONGEST_NAME:
            end = parse.end[best.head]
        return parse.text[start:end]

    def _roles(self, place: int, ids: dict[int, str]) -> tuple[Role, ...]:
        """The figure's roles, each way of putting it once."""
        parse = self.parse
        found: dict[str, Role] = {}
        for role, _ in self.stage.roles.get(place, ()):
            span = parse.span(role.first, role.last)
            text = parse.text[span[0] : span[1]]
            of = None
            if role.of is not None:
                mention = self._mention_over(role.of)
                if mention is not None and mention.figure is not None and mention.figure != place:
                    of = ids.get(mention.figure)
                if of is None:
                    of = self._state_of(parse.word[role.of], ids)
            found.setdefault(" ".join(text.lower().split()), Role(text=text, span=span, of=of))
        for span in self.stage.spans.get(place, ()):
            text = parse.text[span[0] : span[1]]
            found.setdefault(text.lower(), Role(text=text, span=span))
        return tuple(sorted(found.values(), key=lambda r: r.span))

    def _mention_over(self, token: int) -> Mention | None:
        """The name that holds the token, or the noun phrase that it heads."""
        at = bisect_right(self._name_starts, token) - 1
        if at >= 0 and self.stage.names[at].first <= token <= self.stage.names[at].last:
            return self.stage.names[at]
        return self.stage.at.get(token)

    @property
    def _name_starts(self) -> list[int]:
        if not hasattr(self, "_starts"):
            self._starts = [m.first for m in self.stage.names]
        return self._starts

    def _state_of(self, word: str, ids: dict[int, str]) -> str | None:
        """The state whose adjective a role has (*Turkish* president), where the article names that state."""
        state = lexicons.demonyms().get(word) or lexicons.states().get(word)
        if state is None:
            return None
        for place, name in ids.items():
            figure = self.figures[place]
            if figure.kind == "state" and any(m.canonical == state for m in figure.names):
                return name
        return None


def _own(article: Article, entities: list[Entity]) -> str | None:
    """The entity that bears the name of the article's outlet, or is an outlet with its first words (*NPR* of *NPR News*)."""
    called = (article.outlet or "").casefold().removeprefix("the ").strip()
    if not called:
        return None
    names = [(e, e.name.casefold().removeprefix("the ")) for e in entities]
    known = next((e.id for e, name in names if name == called), None)
    if known is not None:
        return known
    forms = {" ".join(form).casefold() for form in own_forms(article.outlet)}
    mine = next((e.id for e, name in names if e.kind == "outlet" and name in forms), None)
    return mine or next((e.id for e, name in names if e.kind == "outlet" and called.startswith(f"{name} ")), None)
