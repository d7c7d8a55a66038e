"""An article's figures while they are put together: every mention brought to the figure behind it.

Names are joined first (:mod:`allegedly.reading.aliases`), then what describes them by apposition, then the article is walked once
from its beginning: each noun phrase takes up a figure or brings a new one, each pronoun is ranked among what stands before
it. *I* and *we* come last, when every speaker is known. The work for each mention is bounded, so time grows with the length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from allegedly.model import Article, Span
from allegedly.reading import bearers, descriptions, lexicons, ranking
from allegedly.reading.aliases import join_names
from allegedly.reading.antecedents import agrees, candidates, reflexive
from allegedly.reading.clauses import roots
from allegedly.reading.dialogue import listen
from allegedly.reading.mentions import Figure, Mention, bare
from allegedly.reading.names import find_names
from allegedly.reading.nominals import antecedent, find_nouns, fits, makes_news, pointing
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.pronouns import Scene, find_pronouns, own_name, pleonastic, relative, speaks_on
from allegedly.reading.quotations import find_quotations
from allegedly.reading.ranking import Choice, choose
from allegedly.reading.relation import Attribution
from allegedly.reading.roles import FoundRole, appositions, before_name, of_noun, party, title_role

_VOICES = ("person", "organisation", "group", "state", "outlet")
"""Kinds of nouns for those who can speak, whom the rules know well: *the source*, *the paper*, *the terror group*."""
_MASTHEADS = ("other", "place", "person", "organisation")
"""Kinds for which the names of papers and agencies are taken."""
_BODIES = ("organisation", "outlet", "state")
# A description that comes before the name: how many sentences later the name may stand.
_CATAPHORA = 4


class Stage:
    """One article's figures while they are put together."""

    def __init__(self, parse: Parse, article: Article, attributions: Sequence[Attribution]) -> None:
        self.parse = parse
        self.article = article
        self.attributions = attributions
        self.sources = [self._source_head(a) for a in attributions]
        self.turns = speaks_on(parse, attributions, self.sources)
        self.speaking = frozenset(s for s in self.sources if s is not None)
        self.names = find_names(parse, article.outlet, self.speaking)
        self.closed = self._closed()
        self.nouns = find_nouns(parse, self.names, self.speaking.union(self.closed.values()))
        self.pronouns = find_pronouns(parse)
        self.figures: list[Figure] = join_names(parse, self.names)
        self.at: dict[int, Mention] = {m.head: m for m in [*self.pronouns, *self.nouns, *self.names]}
        self.ends = {m.last: m for m in self.names}
        self.begins = {m.first: m for m in self.names}
        self.roles: dict[int, list[tuple[FoundRole, int]]] = {}
        self.spans: dict[int, list[Span]] = {}
        self.known = descriptions.Known(self.nouns)

    def _closed(self) -> dict[int, int]:
        """Pronouns that close words → the words' subject, which they take up most often: *The service has found …, it said*."""
        parse = self.parse
        found: dict[int, int] = {}
        for attribution, source in zip(self.attributions, self.sources, strict=True):
            if source is None or parse.tag[source] != "PRP" or attribution.rule not in ("fronted", "as"):
                continue
            for root in roots(parse, attribution.content[:1]):
                subject = parse.child(root, "nsubj", "nsubjpass")
                if subject is not None and parse.tag[subject] in ("NN", "NNS", "NNP", "NNPS"):
                    found[source] = subject
                break
        return found

    def _source_head(self, attribution: Attribution) -> int | None:
        if attribution.source is None or attribution.mode == "narration":
            return None
        if attribution.source_token is not None:
            return attribution.source_token
        tokens = self.parse.tokens(attribution.source)
        return self.parse.head_of(tokens[0], tokens[-1]) if len(tokens) else None

    def run(self) -> None:
        """Run the steps in their order."""
        self._describe()
        scene = self._scene()
        self._walk(scene)
        self._first_person()
        self._without_marks()

    def _describe(self) -> None:
        """Roles before, behind and beside names; what describes a name means the same figure."""
        parse = self.parse
        for name in self.names:
            place = name.figure
            assert place is not None
            figure = self.figures[place]
            figure.mentions.append(name)
            if figure.kind in _MASTHEADS and not figure.gender and makes_news(parse, name.first - 1):
                figure.kind = "outlet"
            if figure.kind == "person":
                role = before_name(parse, name)
                if role is not None:
                    self._note(place, role)
                belongs = party(parse, name)
                if belongs is not None:
                    self.spans.setdefault(place, []).append(belongs)
            elif figure.kind in ("organisation", "outlet", "group"):
                noun = self.at.get(name.last + 1) or self._agency(name)
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
            elif noun.kind in ("outlet", "organisation") and bearers.is_masthead(parse, noun, figure):
                figure.kind = noun.kind  # "the largest paper there, Vecer Plus"
            elif noun.kind == "person" and figure.kind == "organisation" and bearers.is_human(parse, noun, name):
                figure.kind = "person"  # "Petra's chairman, Savvas Demou"
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

    def _agency(self, name: Mention) -> Mention | None:
        """*News agency* behind a name, as one noun."""
        noun = self.at.get(name.last + 2)
        return noun if noun is not None and makes_news(self.parse, noun.head) else None

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
            apposed = bearers.apposed(parse, self.begins, noun, last)
            if apposed is not None:
                yield noun, apposed
                continue
            name = self.ends.get(last)
            if name is None or name.first <= noun.head or parse.tag[name.first - 1] in ("IN", "TO", "CC", "DT", "POS", "PRP$"):
                continue
            between = range(noun.head + 1, name.first)
            if bearers.is_anothers(parse, between, name):
                continue
            if not any(parse.tag[i][:1] == "V" or parse.word[i] in "()" or parse.tag[i] in ("WP", "WDT") for i in between):
                yield noun, name

    def _note(self, place: int, role: FoundRole) -> None:
        figure = self.figures[place]
        title_role(figure, role)
        sort = lexicons.sorts().get(role.lemma)
        if sort is not None and sort.gender and not figure.gender:
            figure.gender = sort.gender
        self.roles.setdefault(place, []).append((role, role.first))

    def _walk(self, scene: Scene) -> None:
        """Resolve noun phrases and pronouns in reading order."""
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
                figure.gender, figure.assumed = mention.gender, True
            if mention.head in self.speaking:
                figure.speaks = True
            if mention.form == "noun":
                figure.lemmas.add(mention.lemma)
                figure.phrases.add((mention.lemma, *sorted({*mention.words})))
                owner = self.at.get(mention.owner) if mention.owner is not None else None
                if owner is not None and owner.figure is not None and owner.figure != place:
                    figure.owners.add(owner.figure)
            self.known.note(place, figure, mention)
            recent.append(mention)
            whole = joined.get(mention.head)
            if whole is not None:
                both = self._together(whole)
                if both is not None:
                    recent.append(both)

    def _place_noun(self, noun: Mention, recent: list[Mention], later: dict[tuple[str, int], list[Mention]]) -> None:
        parse = self.parse
        speaks = noun.head in self.speaking
        rule = antecedent(self.figures, recent, noun, parse)
        if rule is not None and (speaks or noun.kind in _VOICES or pointing(parse, noun)):
            place: int | None = rule
        else:
            rows = descriptions.candidates(parse, noun, recent, self.figures, self.known, self.at, rule, self.quoted)
            place = self.rank(noun, "descriptions", rows)
        if place is None and noun.kind == "person" and not noun.plural:
            place = self._named_later(noun, later)
        if place is None:
            self.figures.append(Figure(noun.kind, noun.gender, noun.plural, unnamed=noun.unnamed))
            place = len(self.figures) - 1
            figure = self.figures[place]
            figure.modifiers = set(noun.words)
        noun.figure = place
        figure = self.figures[place]
        if noun.gender and not figure.gender and figure.kind == "person":
            figure.gender = noun.gender
        figure.speaks = figure.speaks or speaks

    def rank(self, mention: Mention, table: str, choices: Sequence[Choice]) -> int | None:
        """Place of the figure that a ranker takes for the mention, None where it takes none."""
        if table == "antecedents" and mention.gender and len(choices) > 1:
            choices = choices[1:]  # somebody is meant by *he* and *she* wherever a person has been spoken of
        return choose(choices, self.weights(table))

    def weights(self, table: str) -> Mapping[str, float]:
        """The ranker's weights."""
        return ranking.weights(table)

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
        elif pronoun.lemma not in ("i", "we", "you"):
            before = self.at.get(self.turns.get(pronoun.head, -1))
            if before is not None and before.figure is not None and agrees(self.figures[before.figure], before, pronoun):
                pronoun.figure = before.figure
                return
            said = self.at.get(self.closed.get(pronoun.head, -1)) if pronoun.lemma == "it" else None
            if said is not None and said.figure is not None and self.figures[said.figure].kind in _BODIES:
                pronoun.figure = said.figure
                return
            pronoun.figure = self._resolve(pronoun, recent, scene)

    def _resolve(self, pronoun: Mention, recent: list[Mention], scene: Scene) -> int | None:
        """Place of the figure that a third-person pronoun means, or None where nothing fits or something else fits better."""
        parse = self.parse
        if pleonastic(parse, pronoun.head):
            return None
        subject = reflexive(parse, pronoun)
        mention = self.at.get(subject) if subject is not None else None
        if mention is not None and mention.figure is not None:
            return mention.figure
        name = own_name(parse, pronoun.head, self.at)
        if name is not None and name.figure is not None and agrees(self.figures[name.figure], name, pronoun):
            return name.figure
        choices = candidates(parse, pronoun, recent, self.figures, self.known, scene, self.at)
        return self.rank(pronoun, "antecedents", choices)

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
        saying = [self._aloud(i) for i in range(len(self.attributions))]
        for token in range(n):
            i = saying[within[token]] if within[token] >= 0 else -1
            if i < 0:
                continue
            if i not in known:
                source = self.sources[i]
                mention = self.at.get(source) if source is not None else None
                known[i] = mention.figure if mention is not None and mention.form == "name" else None
            speakers[token] = known[i]
        self.dialogue = dialogue = listen(parse, self.pronouns, quoted, self.figures)
        mine = quoted[:]
        for paragraph, turn in enumerate(dialogue.turns):
            if turn == "answer":
                first, last = parse.paragraphs[paragraph]
                for token in range(first, last + 1):
                    mine[token] = True
                    if speakers[token] is None:
                        speakers[token] = dialogue.asked
        sources = [self.sources[saying[i]] if i >= 0 and saying[i] >= 0 else None for i in within]
        return Scene(speakers, sources, quoted, mine, self.speaking)

    def _aloud(self, i: int) -> int:
        """The attribution whose source speaks the words of attribution ``i``, and reports who stands in them; -1 for none."""
        for _ in range(4):
            source = self.sources[i]
            if source is None or not self.quoted[source]:
                return i
            outer = self.attributions[i].within
            if outer is None or outer == i:
                return -1
            i = outer
        return -1

    def _first_person(self) -> None:
        """*I* in a quotation is whoever it is attributed to, *we* the body that speaks or whoever the speaker counts in."""
        together: dict[int, int] = {}
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
                    place = self._who(pronoun, mention.figure, together)
                    pronoun.figure = place
                    self.figures[place].mentions.append(pronoun)
                    break
                i = attribution.within if attribution.within is not None and attribution.within != i else -1

    def _who(self, pronoun: Mention, speaker: int, together: dict[int, int]) -> int:
        """Place of the figure that a speaker means: with *we* one person means the body of his office, or more than one."""
        figure = self.figures[speaker]
        if pronoun.lemma == "i" or figure.kind != "person" or figure.plural or pronoun.head in self.speaking:
            return speaker
        for role, _ in self.roles.get(speaker, ()):
            body = self.at.get(role.of) if role.of is not None else None
            if body is not None and body.figure is not None and self.figures[body.figure].kind in _BODIES:
                return body.figure
        if speaker not in together:
            self.figures.append(Figure(None, plural=True))
            together[speaker] = len(self.figures) - 1
        return together[speaker]

    def _without_marks(self) -> None:
        """*I*, *we* and *you* outside quotations: the two of an interview, or the one who speaks all along."""
        made: dict[tuple[str, str], int] = {}
        dialogue = self.dialogue
        for pronoun in self.pronouns:
            if pronoun.figure is not None or pronoun.lemma not in ("i", "we", "you") or self.quoted[pronoun.head]:
                continue
            turn = dialogue.turn(self.parse, pronoun.head)
            if not turn:
                continue
            asked = (turn, pronoun.lemma) in (("answer", "i"), ("question", "you"))
            if asked and dialogue.asked is not None:
                place = dialogue.asked
            else:
                who = ("answer", "i") if asked else (turn, pronoun.lemma)
                if who not in made:
                    self.figures.append(Figure(None, plural=pronoun.lemma == "we"))
                    made[who] = len(self.figures) - 1
                place = made[who]
            pronoun.figure = place
            self.figures[place].mentions.append(pronoun)

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
