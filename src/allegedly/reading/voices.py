"""Who is meant: every name, description and pronoun of an article brought to the figure behind it.

Names are joined first (:mod:`allegedly.reading.aliases`), then what describes them by apposition, then the article is walked once
from its beginning: each noun phrase takes up a figure or brings a new one, each pronoun is ranked among what stands before
it. *I* and *we* come last, when every speaker is known. The work for each mention is bounded, so time grows with the length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegedly.model import Article, Entity, Role, Source, SourceKind, Span
from allegedly.reading import lexicons
from allegedly.reading.aliases import join_names
from allegedly.reading.mentions import Figure, Mention, bare, fullness, sureness
from allegedly.reading.names import find_names
from allegedly.reading.nominals import antecedent, find_nouns, fits
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.pronouns import Scene, agrees, find_pronouns, relative, resolve, speaks_on
from allegedly.reading.quotations import find_quotations
from allegedly.reading.relation import Attribution
from allegedly.reading.roles import FoundRole, appositions, before_name, of_noun, party, title_role

_LONGEST_NAME = 90
_ARTICLES = frozenset({"the", "a", "an"})
# A description that comes before the name: how many sentences later the name may stand.
_CATAPHORA = 4


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
    return _Stage(parse, article, attributions).cast()


class _Stage:
    """One article's figures while they are put together."""

    def __init__(self, parse: Parse, article: Article, attributions: Sequence[Attribution]) -> None:
        self.parse = parse
        self.article = article
        self.attributions = attributions
        self.sources = [self._source_head(a) for a in attributions]
        self.turns = speaks_on(parse, attributions, self.sources)
        self.speaking = frozenset(s for s in self.sources if s is not None)
        self.names = find_names(parse, article.outlet, self.speaking)
        self.nouns = find_nouns(parse, self.names, self.speaking)
        self.pronouns = find_pronouns(parse)
        self.figures: list[Figure] = join_names(parse, self.names)
        self.at: dict[int, Mention] = {m.head: m for m in [*self.pronouns, *self.nouns, *self.names]}
        self.ends = {m.last: m for m in self.names}
        self.roles: dict[int, list[tuple[FoundRole, int]]] = {}
        self.spans: dict[int, list[Span]] = {}

    def _source_head(self, attribution: Attribution) -> int | None:
        if attribution.source is None or attribution.mode == "narration":
            return None
        if attribution.source_token is not None:
            return attribution.source_token
        tokens = self.parse.tokens(attribution.source)
        return self.parse.head_of(tokens[0], tokens[-1]) if len(tokens) else None

    def cast(self) -> Cast:
        """Run the steps in their order."""
        self._describe()
        self._walk()
        self._first_person()
        return self._close()

    def _describe(self) -> None:
        """Roles before, behind and beside names; what describes a name means the same figure."""
        parse = self.parse
        for name in self.names:
            place = name.figure
            assert place is not None
            figure = self.figures[place]
            figure.mentions.append(name)
            if figure.kind == "person":
                role = before_name(parse, name)
                if role is not None:
                    self._note(place, role)
                belongs = party(parse, name)
                if belongs is not None:
                    self.spans.setdefault(place, []).append(belongs)
            elif figure.kind in ("organisation", "outlet", "group"):
                noun = self.at.get(name.last + 1)
                if noun is not None and noun.kind in ("organisation", "outlet") and noun.first <= name.first and not noun.plural:
                    # "the Houthi movement", "the Reuters news agency": the noun stands for the name before it.
                    noun.figure = place
                    figure.lemmas.add(noun.lemma)
        for noun, name in [*appositions(parse, self.nouns, self.at, self.ends), *self._source_names()]:
            place = name.figure
            if place is None or noun.figure is not None:
                continue
            figure = self.figures[place]
            loose = figure.kind == "other" or (figure.kind == "place" and not any(m.canonical for m in figure.names))
            if loose and noun.kind in ("outlet", "organisation", "state", "person"):
                figure.kind = noun.kind
            elif noun.kind in ("outlet", "organisation") and noun.head + 1 == name.first and bare(figure):
                figure.kind = noun.kind  # "the company Moda": no person, whatever it looked like
            if not fits(figure, noun) and not (noun.kind == "outlet" and figure.kind == "organisation"):
                continue
            if noun.kind == "outlet":
                figure.kind = "outlet"
            if noun.gender and not figure.gender:
                figure.gender = noun.gender
            noun.figure = place
            if noun.kind == "person":
                self._note(place, of_noun(parse, noun))
            else:
                figure.lemmas.add(noun.lemma)
                figure.modifiers.update(noun.words)

    def _source_names(self) -> Iterator[tuple[Mention, Mention]]:
        """Describing nouns that head a source, and the name that ends it: *the agent and specialist* Ana Ruiz."""
        parse = self.parse
        for attribution, source in zip(self.attributions, self.sources, strict=True):
            noun = self.at.get(source) if source is not None else None
            if noun is None or noun.form != "noun" or noun.plural or attribution.source is None:
                continue
            tokens = parse.tokens(attribution.source)
            last = tokens[-1]
            while last > tokens[0] and not parse.word[last][0].isalnum():
                last -= 1
            name = self.ends.get(last)
            if name is None or name.first <= noun.head or parse.tag[name.first - 1] in ("IN", "TO", "CC", "DT", "POS", "PRP$"):
                continue
            between = range(noun.head + 1, name.first)
            if not any(parse.tag[i][:1] == "V" or parse.word[i] in "()" or parse.tag[i] in ("WP", "WDT") for i in between):
                yield noun, name

    def _note(self, place: int, role: FoundRole) -> None:
        figure = self.figures[place]
        title_role(figure, role)
        sort = lexicons.sorts().get(role.lemma)
        if sort is not None and sort.gender and not figure.gender:
            figure.gender = sort.gender
        self.roles.setdefault(place, []).append((role, role.first))

    def _walk(self) -> None:
        """Resolve noun phrases and pronouns in reading order."""
        scene = self._scene()
        self.scene = scene
        later = self._later_names()
        recent: list[Mention] = []
        ordered = sorted([*self.names, *self.nouns, *self.pronouns], key=lambda m: (m.head, m.first))
        joined = self._coordinations()
        for mention in ordered:
            if mention.form == "noun" and mention.figure is None:
                self._place_noun(mention, recent, later)
            elif mention.form == "pronoun":
                self._place_pronoun(mention, recent, scene)
            place = mention.figure
            if place is None:
                continue
            figure = self.figures[place]
            if mention.form != "name":
                figure.mentions.append(mention)
            if mention.form == "pronoun" and mention.gender and not figure.gender and figure.kind == "person":
                figure.gender = mention.gender
            if mention.head in self.speaking:
                figure.speaks = True
            recent.append(mention)
            whole = joined.get(mention.head)
            if whole is not None:
                both = self._together(whole)
                if both is not None:
                    recent.append(both)

    def _place_noun(self, noun: Mention, recent: list[Mention], later: dict[tuple[str, int], list[Mention]]) -> None:
        parse = self.parse
        speaks = noun.head in self.speaking
        place = antecedent(self.figures, recent, noun, parse)
        if place is None and noun.kind == "person" and not noun.plural:
            place = self._named_later(noun, later)
        if place is None:
            self.figures.append(Figure(noun.kind, noun.gender, noun.plural, unnamed=noun.unnamed))
            place = len(self.figures) - 1
            figure = self.figures[place]
            figure.modifiers = set(noun.words)
        noun.figure = place
        figure = self.figures[place]
        figure.lemmas.add(noun.lemma)
        if noun.gender and not figure.gender and figure.kind == "person":
            figure.gender = noun.gender
        figure.speaks = figure.speaks or speaks

    def _later_names(self) -> dict[tuple[str, int], list[Mention]]:
        """First mentions of people by the noun of a role that stands with them, for descriptions that come first."""
        found: dict[tuple[str, int], list[Mention]] = {}
        for place, roles in self.roles.items():
            first = self.figures[place].names[0]
            for role, _ in roles:
                found.setdefault((role.lemma, 0), []).append(first)
        return found

    def _named_later(self, noun: Mention, later: dict[tuple[str, int], list[Mention]]) -> int | None:
        here = self.parse.sentence[noun.head]
        for name in later.get((noun.lemma, 0), ()):
            there = self.parse.sentence[name.head]
            if name.first > noun.last and 0 < there - here <= _CATAPHORA and name.figure is not None:
                figure = self.figures[name.figure]
                same = self._same_words(noun, figure)
                if same and (not noun.gender or not figure.gender or noun.gender == figure.gender):
                    return name.figure
        return None

    def _same_words(self, noun: Mention, figure: Figure) -> bool:
        """Whether the description and the later role share a word, or one of them has none of its own."""
        if not noun.words:
            return noun.lemma not in ("man", "woman", "person")
        stems = {w[:4] for w in figure.modifiers}
        return not stems or any(w[:4] in stems for w in noun.words)

    def _place_pronoun(self, pronoun: Mention, recent: list[Mention], scene: Scene) -> None:
        if pronoun.lemma in ("who", "which"):
            pronoun.figure = relative(self.parse, pronoun, self.at, self.figures)
        elif pronoun.lemma not in ("i", "we"):
            before = self.at.get(self.turns.get(pronoun.head, -1))
            if before is not None and before.figure is not None and agrees(self.figures[before.figure], before, pronoun):
                pronoun.figure = before.figure
                return
            pronoun.figure = resolve(self.parse, pronoun, recent, self.figures, scene, self.at)

    def _scene(self) -> Scene:
        """Speaker and quotation of every token, as far as names tell before the walk."""
        parse = self.parse
        n = len(parse)
        self.within = within = [-1] * n
        order = sorted(range(len(self.attributions)), key=lambda i: -sum(b - a for a, b in self.attributions[i].content))
        for i in order:
            if self.attributions[i].mode == "narration":
                continue
            for span in self.attributions[i].content:
                for token in parse.tokens(span):
                    within[token] = i
        quoted = [False] * n
        for quotation in find_quotations(parse.text, paragraphs_of(parse.text)):
            for token in parse.tokens(quotation.span):
                quoted[token] = True
        self.quoted = quoted
        speakers: list[int | None] = [None] * n
        known: dict[int, int | None] = {}
        for token in range(n):
            i = within[token]
            if i < 0:
                continue
            if i not in known:
                source = self.sources[i]
                mention = self.at.get(source) if source is not None else None
                known[i] = mention.figure if mention is not None and mention.form == "name" else None
            speakers[token] = known[i]
        return Scene(speakers, quoted, self.speaking)

    def _first_person(self) -> None:
        """*I* and *we* in a quotation are whoever the quotation is attributed to."""
        for pronoun in self.pronouns:
            if pronoun.lemma not in ("i", "we") or pronoun.figure is not None:
                continue
            i = self.within[pronoun.head]
            for _ in range(4):
                if i < 0:
                    break
                attribution = self.attributions[i]
                source = self.sources[i]
                mention = self.at.get(source) if source is not None else None
                if (
                    mention is not None
                    and mention is not pronoun
                    and mention.figure is not None
                    and (self.quoted[pronoun.head] or attribution.mode in ("direct", "mixed"))
                ):
                    pronoun.figure = mention.figure
                    self.figures[mention.figure].mentions.append(pronoun)
                    break
                i = attribution.within if attribution.within is not None and attribution.within != i else -1

    def _coordinations(self) -> dict[int, list[int]]:
        """Sources that are joined by *and*: head of the last part → heads of all parts."""
        parse = self.parse
        found = {}
        for source in sorted(self.speaking & self.at.keys()):
            parts = [source]
            current: int | None = source
            while current is not None and len(parts) < 6:
                current = parse.child(current, "conj")
                if current is not None and current in self.at:
                    parts.append(current)
            if len(parts) > 1 and any(parse.lower[c] == "and" for c in parse.children[parts[-2]]):
                found[parts[-1]] = parts
        return found

    def _together(self, parts: list[int]) -> Mention | None:
        """A figure for *A and B*, where the source's span holds both."""
        parse = self.parse
        places = [self.at[p].figure for p in parts]
        if any(p is None for p in places):
            return None
        first, last = self.at[parts[0]].first, self.at[parts[-1]].last
        start, end = parse.span(first, last)
        if not any(a.source is not None and a.source[0] <= start and end <= a.source[1] for a in self.attributions):
            return None
        same = tuple(p for p in places if p is not None)
        if len(set(same)) < 2:
            return None
        for number, figure in enumerate(self.figures):
            if figure.parts == same:
                place = number
                break
        else:
            kinds = {self.figures[p].kind for p in same}
            kind = kinds.pop() if len(kinds) == 1 and kinds != {"person"} else "group"
            self.figures.append(Figure(kind, plural=True, parts=same, speaks=True))
            place = len(self.figures) - 1
        mention = Mention(first, last, parts[0], "noun", self.figures[place].kind, plural=True, figure=place)
        self.figures[place].mentions.append(mention)
        return mention

    def _close(self) -> Cast:
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
        for attribution, source in zip(self.attributions, self.sources, strict=True):
            # A joint source is the joint figure, not the first of those in it.
            if attribution.source is None or source is None or source not in joint:
                continue
            mention, name = joint[source]
            start, end = parse.span(mention.first, mention.last)
            if attribution.source[0] <= start and end <= attribution.source[1]:
                by_span[attribution.source] = name
        return Cast(tuple(entities), parse, by_span, by_head, voices, _own(self.article, entities))

    def _counts(self, figure: Figure) -> bool:
        if figure.names or figure.speaks:
            return bool(figure.mentions)
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
        best = max(nouns, key=lambda m: (m.head in self.speaking, min(m.last - m.first, 8), -m.first))
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
        for role, _ in self.roles.get(place, ()):
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
        for span in self.spans.get(place, ()):
            text = parse.text[span[0] : span[1]]
            found.setdefault(text.lower(), Role(text=text, span=span))
        return tuple(sorted(found.values(), key=lambda r: r.span))

    def _mention_over(self, token: int) -> Mention | None:
        """The name that holds the token, or the noun phrase that it heads."""
        at = bisect_right(self._name_starts, token) - 1
        if at >= 0 and self.names[at].first <= token <= self.names[at].last:
            return self.names[at]
        return self.at.get(token)

    @property
    def _name_starts(self) -> list[int]:
        if not hasattr(self, "_starts"):
            self._starts = [m.first for m in self.names]
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
    return known or next((e.id for e, name in names if e.kind == "outlet" and called.startswith(f"{name} ")), None)
