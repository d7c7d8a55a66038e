"""An article as tracing sees it: what is said in it in reading order, each with the voices on whose word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice

from allegedly.ledger.names import folded
from allegedly.model import Entity, Reading, Span, Statement, Voice
from allegedly.reading.cues import family_of
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.notes import is_report
from allegedly.weighing.origins import antecedents, subjects
from allegedly.weighing.origins.clauses import which_said
from allegedly.weighing.origins.deeds import is_done, is_hearsay, is_in_mind, is_of_readers
from allegedly.weighing.origins.hops import Hop, head, is_name, offices_in
from allegedly.weighing.origins.mistaken import (
    are_only_people,
    guest,
    inverted,
    is_day,
    is_only_spoken_of,
    is_place,
    is_what_he_is,
    opens_with,
    speaker_before,
)
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.outlets import is_cited, is_somebody, known, lowered
from allegedly.weighing.origins.pages import body_of, signers, staff
from allegedly.weighing.origins.polls import asked, is_share, last_poll, poll_in
from allegedly.weighing.origins.printed import Printed
from allegedly.weighing.origins.said import COPY_OF, Said
from allegedly.weighing.origins.sayings import Saying, Sayings
from allegedly.weighing.origins.sentences import LONGEST, Sentences
from allegedly.weighing.origins.speaking import may_be_one
from allegedly.weighing.origins.staff import whose_reporters
from allegedly.weighing.origins.together import together
from allegedly.weighing.origins.vocabularies import words

_SENTENCES = 2
"""Sentences before one with *he* or *she* in which somebody is named."""
_TITLE = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Do[nñ]a|Don|Father|Sister|Captain|Professor|Prof|Diver|Farmer|Nurse|Fisherman)\.? )?")
_FULL = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}")
_AHEAD = 130
"""Characters behind a sentence in which a name is looked for."""
_BACK = 1_500
"""Characters before so many of a hundred in which the poll is named that asked them."""
_OPENING = 6
"""Characters before the first name of a sentence that begins with it."""
_BEGINS = re.compile(
    r"[\"“]?((?:The|An?|His|Her|Two|Three|Their) (?:[\w-]+ ){0,2}?[\w-]+) (?:saw|heard|has|had|have|was|were|is"
    r"|did|could|[a-z]+ed)\b"
)
"""Who or what a sentence is about, before its verb."""
_SPOKEN_OF = re.compile(
    r"(?:\s+[A-Z][\w-]+){0,2}(?:,[^,\n]{1,60},)?\s+(?:was|were|is|are|has been|have been|had been)\s+(?:\w+ )?"
    r"(?:(?:told|informed|warned|advised|accused|charged|suspected)\b"
    r"|(?:said|reported|believed|thought|understood|known|feared|alleged|rumou?red|claimed|supposed) to\b)"
)
"""Behind somebody of whom it is said, and who does not say it: *the bishop was told*, *the mayor is accused*."""
_AS = re.compile(r"\b[Aa]s (?:\w+ ){0,2}(?:(?:reported|revealed|written|published|disclosed) (?:by|in) )?(?:[Tt]he )?$")
"""Before an outlet by whose leave a sentence says something: *as first reported by the Courier*."""
_AS_LONG = 40
"""Characters that are looked at for it."""
_IT_SAYS = re.compile(
    r" (?:there|here|in (?:the |this |to(?:day|night)['’]s |yesterday['’]s |last |\w+day['’]s )?(?:\w+ )?[A-Z])"
)
"""*It says there*, *it says in today's Sentinel*: what stands there has been named before, or is named behind it."""
_EXPECTED = re.compile(
    r" (?:(?:a|an|her|his|their|another|twin|[a-z]+) ){0,3}(?:baby|babies|child|children|twins|triplets|boys?|girls?|sons?"
    r"|daughters?)\b"
)
"""Whoever is expecting a child says nothing thereby."""
_PART = re.compile(r"(?:[Pp]art|[Ss]ome|[Mm]uch|[Mm]ost|[Aa]ll) of (?:it|this|that)\b|(?:[Mm]any|[Ss]ome|[Mm]ost|[Oo]thers) as\b")
_AGAIN = re.compile(r"\b(?:reportedly|purportedly|supposedly|allegedly)\b")
_SOURCES = ("voice", "unnamed")
_SOMEBODY = Hop("nobody", "somebody", words="somebody")
"""Who speaks where whom the reader has cannot be meant."""
_WIRES = (" Agency", " Wire", " News Service", " Press Service", " Press Association")
_AGENCY = re.compile(r"[A-Z][\w.&-]*(?: [A-Z&][\w.&-]*){0,3}$")
_PAGE_FOR = re.compile(r", [a-z][^,]{2,40}? (?:of|from) (the [a-z][^,]{2,40}|[A-Z][^,]{2,40})$")
"""Whose channel, bulletin, page an outlet is: *Voice of the East, channel of the administration*."""
_DESCRIBED = re.compile(r", (?:the |an? )?[a-z][^,]{2,40}? of (?:the )?[a-z]")
"""What a body is, behind its name."""
_STAFF = 12
"""Quotations of a body's page whose voices are taken for its people."""
_NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds thousands".split())
_CAPITALS = re.compile(r"[A-Z][A-Z&.]{1,5}")
_CREDIT = re.compile(r"^[^\n]{0,80}?\(([^()\n]{2,40})\)\s*(?:[-–—:]|$)")


class Report(Sentences):
    """One article. ``row`` is its row in the ledger."""

    def __init__(
        self, row: int, reading: Reading, statements: list[int], wholes: dict[str, int], is_outlet: Callable[[str], bool]
    ) -> None:
        self._article = article = reading.article
        super().__init__(article.text)
        self.row = row
        self.long = is_report(len(self.text))
        self.outlet, self.published = article.outlet or "", article.published
        self.byline, self.url, self.title = article.byline or "", article.url, article.title or ""
        self.naming = Naming(article, reading.entities, wholes, is_outlet)
        self.mentions = self.naming.mentions
        self.said = Said(article.text, self.naming)
        self.is_self = self.naming.is_self
        self._statements = reading.statements
        self._printed = Printed(self.text, self.title, self.naming, reading.statements)
        self.sayings = Sayings(self._saying, tuple(zip(statements, reading.statements, strict=True)))
        self.at = {own: i for i, own in enumerate(statements)}
        self._quoted = [i for i, s in enumerate(reading.statements) if s.mode in ("direct", "mixed")]
        self.speaks_of: dict[str, bool] = {}
        """By outlet whether it is spoken of, as far as that was asked for."""

    def _saying(self, own: int, s: Statement) -> Saying:
        hops = [self._hop(voice, s, own, last=i == len(s.chain) - 1) for i, voice in enumerate(s.chain) if not voice.outlet]
        kept = [h for i, h in enumerate(hops) if h is not None and (not i or h != hops[i - 1])]
        entities = self.mentions.entities
        if s.source.entity and len(s.chain) > 1 and all(v.entity != s.source.entity and v.span != s.source.span for v in s.chain):
            kept.append(self._named(s.source.text or "", entities.get(s.source.entity), s.source.kind, s.source.span))
        if s.addressee and kept and all(h.kind != "outlet" for h in kept):
            # *told the weekly Sextant*: what was told there is known from there.
            heard = self._named(s.addressee.text, entities.get(s.addressee.entity or ""), "unnamed", s.addressee.span)
            if heard.kind == "outlet":
                kept.insert(len(kept) - 1, heard)
        # *Story highlights: the mayor says …*: what a page calls its parts speaks nowhere.
        kept = [h for h in kept if h.words.lower() not in words("labels") or not h.words[:1].isupper()]
        kept = self._meant(s, kept)
        if kept and (is_day(kept[-1].words) or kept[-1].words.lower() in ("a", "an", "the")):
            kept = []
        if len(kept) == 1 and (behind := inverted(self.text, s) or which_said(self.text, s)):
            kept = [self._named(self.text[slice(*behind)], self.mentions.met(*behind), "unnamed", behind)]
        if kept and kept[-1].words.lower().rstrip(",") in _NUMERALS:
            # *Four, said the fire chief*: how many is nobody.
            kept = []
        if kept and self._is_host(s):
            # *BO: Did you know …?*: the programme's own.
            kept = []
        if kept and COPY_OF.match(kept[-1].words):
            # *The report, a copy of which has reached us, lists …*: what the sentence is about.
            kept = []
        if kept and kept[-1].kind == "own" and s.addressee and _FULL.search(s.source.text or ""):
            heard = self._named(s.addressee.text, entities.get(s.addressee.entity or ""), "unnamed", s.addressee.span)
            speaker = entities.get(s.source.entity or "")
            if heard.kind == "outlet" and speaker is not None and is_name(speaker.name):
                # *Our colleague Ana Ruiz told the Courier*: so she speaks for herself.
                kept[-1:] = [heard, replace(self.naming.person(speaker), words=s.source.text or "", sort="person")]
        if len(kept) == 1 and kept[0].kind == "nobody" and kept[0].words.lower() in ("he", "she"):
            quoted = opens_with(self.text, s.content[0][0]) if s.mode == "direct" else None
            kept = [self._spoke_before(own) or self._told_of(s.content[0][0]) or quoted or kept[0]]
        if len(kept) == 1 and (meant := subjects.rather(self, self.naming, s)):
            kept = [meant]
        elif kept and is_only_spoken_of(self.mentions, entities.get(s.source.entity or ""), s):
            kept = [self._spoken_on(own, s) or kept[0]]
        if len(kept) == 1 and s.mode == "direct" and (s.source.text or "").lower() in ("he", "she"):
            told_of = self._told_of(s.content[0][0]) if is_place(self.text, kept[0].name) else None
            kept = [told_of or kept[0]]
        if len(kept) == 1 and (s.source.text or "").lower() in ("he", "she") and (other := self._rather(own, s, kept[0])):
            kept = [other]
        if len(kept) == 1 and kept[0].kind in ("unnamed", "voice") and (s.source.text or "").lower() in ("he", "she"):
            direct = s.mode == "direct" and kept[0].kind == "unnamed" and not kept[0].definite
            told_of = self._told_of(s.content[0][0]) if direct else None
            kept = [self._guest(s.content[0][0], on_the_line=kept[0].kind == "voice") or told_of or kept[0]]
        if len(kept) == 1 and kept[0].kind == "nobody" and kept[0].words.lower() in ("he", "she", "it", "they"):
            start, end = self.sentence(s.content[0][0], s.content[0][0] + 1)
            body = self._body_before(own, start) if kept[0].words.lower() == "it" else None
            if body:
                kept = [body]
            elif m := _BEGINS.match(self.text, start, end):
                told = self._named(m[1], None, "unnamed", (m.start(1), m.end(1)))
                if told.kind != "document" or kept[0].words.lower() in ("it", "they"):
                    kept = [told]
        if len(kept) == 1 and are_only_people(self.text, s, kept[0]):
            kept = [Hop("nobody", "they", words=kept[0].words)]
        if len(kept) > 1 and kept[-1].kind == "document" and any(cue in words("tokens") for cue in self._cues(s)):
            kept.pop()  # *She said the report was a sad reminder that …*
        kept = self._printed.voices(self.at[own], s, kept, self.sayings)
        # One's own reporter between others is no station.
        inner = [h for i, h in enumerate(kept) if h.kind != "own" or i == len(kept) - 1]
        if kept and s.mode == "indirect" and is_of_readers(self.text, s, self._cues(s)):
            inner = [Hop("nobody", kept[-1].name, words=kept[-1].words)]
        elif self._is_spoken_of(s, kept):
            # *The board voted to sell, said Ana Ruiz*; not *in the Courier, Ana Ruiz defended the sale*
            inner = inner[:-1] if len(inner) > 1 and inner[-2].kind != "outlet" else []
        elif inner and s.mode == "indirect" and inner[-1].kind in _SOURCES and is_hearsay(self.text, s, self._cues(s)):
            inner = inner[:-1] or [Hop("nobody", inner[-1].name, words=inner[-1].words, definite=True)]
        elif s.source.kind == "outlet" and not kept and s.source.text:
            inner = [self._own_name(s.source.text, s.source.span)]
        cues = self._cues(s)
        spoke = len(inner) > 1 and inner[-1].kind == "outlet" and inner[-2].kind in ("voice", "unnamed")
        if spoke and s.source.span and _AS.search(self.text, max(0, s.source.span[0] - _AS_LONG), s.source.span[0]):
            # *As the Courier reported, the dam has a crack, the police say*: the Courier had it from these.
            inner[-2:] = [inner[-1], inner[-2]]
        return Saying(
            statement=own,
            start=s.content[0][0],
            end=s.content[-1][1],
            stance=s.stance,
            act=s.act,
            quoted=s.mode in ("direct", "mixed"),
            hops=tuple(inner),
            others=together(self.naming, s.source.text, s.source.span[0]) if s.source.text and s.source.span else (),
            told=s.addressee.text if s.addressee else "",
            by=s.source.span,
            cue=next((cue for cue in cues if family_of(cue)), cues[-1]),
            sure=s.confidence,
        )

    def _meant(self, s: Statement, kept: list[Hop]) -> list[Hop]:
        """The voices of a statement, where somebody else than the last one, or nobody, is meant."""
        if not kept or s.source.span is None:
            return kept
        share = next((one for one in (s.source.text or "", kept[-1].words or kept[-1].name) if is_share(one)), "")
        if share:
            poll = next((hop for hop in kept[:-1] if hop.kind == "document"), None) or self._poll(s)
            return [poll] if poll else kept if asked(share) else kept[:-1] or [Hop("nobody", share)]
        called = s.source.text or ""
        again = s.mode == "indirect" and s.addressee is None and _AGAIN.search(self.text[slice(*s.cue[0])] if s.cue else "")
        if _PART.match(called) or again:  # *Part of it is seeing …*; *he reportedly said*: which nobody in particular tells
            return kept[:-1] or [Hop("nobody", kept[-1].name, words=called)]
        if kept[-1].kind == "voice" and words("reporting") & {*self._cues(s)} and (paper := whose_reporters(called)):
            hop = self._named(paper, self.mentions.called(paper), "unnamed", s.source.span)
            return [*kept[:-1], hop] if hop.kind in ("own", "outlet") else kept
        entity = self.mentions.entities.get(s.source.entity or "")
        begin = self.sentence(s.source.span[0], s.source.span[0] + 1)[0]
        found = antecedents.recorded(self.mentions, s) or antecedents.in_which(self.mentions, s, begin)
        if found is None and called.lower() == "who" and entity is not None and entity.kind not in ("person", "group"):
            found = antecedents.who(self.mentions, s.source.span[0], begin)
        if found is None and antecedents.is_asking(self.text, s):
            first = self.mentions.inside(begin, begin + _AHEAD)[:1]
            found = next((e for x, _, e in first if x <= begin + _OPENING and e.kind == "person"), None)
            if found is None:
                return [*kept[:-1], _SOMEBODY]
        if found is None or (entity is not None and found.id == entity.id):
            return kept
        return [
            *(h for h in kept[:-1] if h.name != found.name),
            replace(self.naming.person(found), words=found.name, sort="person"),
        ]

    def _poll(self, s: Statement) -> Hop | None:
        """The poll that counted those who think something, in their sentence, or the last one before it."""
        start, end = self.sentence(s.content[0][0], s.content[-1][1])
        found = poll_in(self.text, start, min(end, start + LONGEST)) or last_poll(self.text, max(0, start - _BACK), start)
        return self._named(self.text[slice(*found)], None, "document", found) if found else None

    def _spoken_on(self, own: int, s: Statement) -> Hop | None:
        """Who speaks where *he* is nobody of whom others speak: of whom the sentence before tells, or who spoke before."""
        if (s.source.text or "").lower() not in ("he", "she"):
            return None
        entities = self.mentions.entities
        told_of = self._told_of(s.content[0][0])
        before = None if told_of else speaker_before(self.text, self._statements, self.at[own], entities)
        if before is None:
            begin = self.sentence(s.content[0][0], s.content[0][0] + 1)[0]
            first = _FULL.match(self.text, self.sentence(begin - 1, begin)[0], begin) if begin and not told_of else None
            alone = first is not None and self.text[begin - 1] != "\n" and self.text[first.end() :][:2].strip().islower()
            return Hop("voice", first[0], words=first[0], sort="person") if first is not None and alone else told_of
        found = self._named(before.source.text or "", entities.get(before.source.entity or ""), "person", before.source.span)
        return found if found.kind == "voice" else None

    def _spoke_before(self, own: int) -> Hop | None:
        """Who spoke in the statement before, in the same paragraph, by name."""
        at = self.at[own]
        before = self._statements[at - 1] if at else None
        if before is None or before.source.span is None or before.source.text is None:
            return None
        (a, b), end = before.source.span, self._statements[at].content[0][0]
        called = before.source.text.partition(",")[0]
        if b > end or "\n" in self.text[b:end] or not _FULL.fullmatch(called):
            return None
        found = self._named(before.source.text, self.mentions.entities.get(before.source.entity or ""), "person", (a, b))
        return found if found.kind == "voice" else None

    def _spoke_last(self, own: int, but: Entity) -> Hop | None:
        """Who spoke last before a statement, in its paragraph or the one before, of those who can be meant."""
        s = self._statements[self.at[own]]
        there = {e.id for _, _, e in self.mentions.inside(s.content[0][0], s.content[-1][1])} | {but.id}
        others = {of: e for of, e in self.mentions.entities.items() if e.id not in there}
        before = speaker_before(self.text, self._statements, self.at[own], others)
        speaker = others.get(before.source.entity or "") if before is not None else None
        return replace(self.naming.person(speaker), words=speaker.name, sort="person") if speaker is not None else None

    def _body_before(self, own: int, start: int) -> Hop | None:
        """The body that spoke in the statement before, in the same sentence: *the board announced …; later it spoke of …*."""
        at = self.at[own]
        source = self._statements[at - 1].source if at else None
        if source is None or source.span is None or source.text is None or source.span[0] < start:
            return None
        found = self._named(source.text, self.mentions.entities.get(source.entity or ""), source.kind, source.span)
        return found if found.kind == "voice" and not (found.sort == "person" and is_name(found.name)) else None

    def _told_of(self, at: int) -> Hop | None:
        """Of whom the sentences before a place tell, in its paragraph: *Ana Ruiz took eleven salmon. “From pen 6,” she says*."""
        begin, _ = self.sentence(at, at + 1)
        for _ in range(_SENTENCES):
            if not begin or "\n" in self.text[max(0, begin - 2) : begin]:
                return None
            begin, _ = self.sentence(begin - 1, begin)
            for x, y, e in self.mentions.inside(begin, begin + _AHEAD):
                alone = _TITLE.fullmatch(self.text, begin, x) is not None or is_what_he_is(self.text[begin:x])
                if (
                    alone
                    and is_name(self.text[x:y])
                    and e.kind in ("person", "organisation", "other")
                    and _FULL.fullmatch(e.name)
                ):
                    return replace(self.naming.person(e), words=e.name, sort="person")
        return None

    def _rather(self, own: int, s: Statement, hop: Hop) -> Hop | None:
        """Who says it, where the reader has a paper, a club or whom a speaker is only described by for *he*."""
        start, end = s.content[0]
        if s.mode == "indirect" and hop.kind == "voice" and s.source.span is not None and s.source.span[0] > end:
            # *Ana Ruiz leaves Hask Rovers, she told us*: whom the sentence is about.
            first = next(((x, y, e) for x, y, e in self.mentions.inside(start, start + _AHEAD) if x <= start + _OPENING), None)
            if first is not None and may_be_one(first[2].name) and " " in hop.name and not may_be_one(hop.name):
                return replace(self.naming.person(first[2]), words=first[2].name, sort="person")
        at = self.at[own]
        before = self._statements[at - 1] if at else None
        if (
            before is None
            or before.source.span is None
            or before.mode == "narration"
            or "\n" in self.text[before.source.span[0] : start]
        ):
            return None
        speaker = self.mentions.entities.get(before.source.entity or "")
        described = any(x > before.source.span[0] and e.name == hop.name for x, _, e in self.mentions.inside(*before.source.span))
        if hop.kind == "document" or (described and speaker is not None and speaker.name != hop.name):
            found = self._named(before.source.text or "", speaker, before.source.kind, before.source.span)
            return found if found.kind in ("voice", "unnamed") and found.name != hop.name else None
        return None

    def _guest(self, at: int, *, on_the_line: bool) -> Hop | None:
        """Who is brought in by the sentence before, as *our guest was Ana Ruiz, who has been a nurse and a cook*.

        Args:
            at: Where he speaks.
            on_the_line: Whether only *we have on the line Ana Ruiz* brings him in, for the reader has somebody else by name.
        """
        begin, _ = self.sentence(at, at + 1)
        start = self.sentence(begin - 1, begin)[0] if begin else 0
        span = guest(self.text, start, begin, on_the_line=on_the_line)
        if span is None:
            return None
        return self._named(self.text[slice(*span)], self.mentions.begins(*span), "person", span)

    def _cues(self, s: Statement) -> list[str]:
        """The base forms of the words that attribute a statement."""
        return [lemma_of(word) for a, b in s.cue for word in folded(self.text[a:b]).split()] or [""]

    def _named(self, text: str, entity: Entity | None, kind: str, span: Span | None) -> Hop:
        return self.naming.hop(text, entity, kind, span[0] if span else None)

    def _is_spoken_of(self, s: Statement, kept: list[Hop]) -> bool:
        """Whether it is said of the source, and not by it: *the bishop was told*, *officials knew*."""
        if s.source.span is None:
            return False
        if s.source.text in ("it", "It") and s.cue and _IT_SAYS.match(self.text, s.cue[-1][1]):
            return True
        a, b = s.cue[-1] if s.cue else (0, 0)
        if self.text[a:b].endswith("expecting") and _EXPECTED.match(self.text, b):
            return True
        cues = self._cues(s)
        in_mind = s.mode == "indirect" and is_in_mind(self.text, s, cues)
        done = bool(kept) and (s.mode != "direct" or len(kept) > 1) and is_done(self.text, s, kept[-1].kind, cues)
        if kept and (in_mind or done):
            return True
        return bool(_SPOKEN_OF.match(self.text, s.source.span[1]))

    def _is_host(self, s: Statement) -> bool:
        """Whether the source is who speaks in the record of a programme by one name in capitals, as its hosts do."""
        called, span = s.source.text or "", s.source.span
        alone = span is not None and self.text.startswith(":", span[1]) and called.isupper() and called.isalpha()
        return alone and len(called) > 1 and self._whose_page is None and not self._printed.is_named(called)

    def _own_name(self, text: str, span: Span | None) -> Hop:
        """What the reader takes for the outlet itself: a document where *it finds* follows one, else the outlet, or another."""
        if text.lower() in ("it", "this", "that", "they") and span is not None:
            begin, _ = self.sentence(span[0], span[0] + 1)
            if begin and (meant := self.naming.showing.earlier(max(self.sentence(begin - 1, begin)[0], begin - LONGEST), begin)):
                return self.naming.document(meant)
            return Hop("own", self.outlet, words=text)
        return Hop("own", self.outlet, words=text) if self.is_self(text) else Hop("outlet", text, words=text)

    def _hop(self, voice: Voice, s: Statement, own: int, *, last: bool) -> Hop | None:
        entities = self.mentions.entities
        he = entities.get(voice.entity or "") if (voice.text or "").lower() in ("he", "she") else None
        if he is not None and antecedents.is_named_there(self.mentions, he, s, voice.span):
            others = (self._spoke_before(own), self._told_of(s.content[0][0]), self._spoke_last(own, he))
            met = (hop for hop in others if hop is not None and hop.name != he.name)
            last_ = "" if self.long else antecedents.named_last(self.text, s.content[0][0], he.name)
            return next(met, None) or (Hop("voice", last_, words=last_, sort="person") if last_ else _SOMEBODY)
        if last and voice.entity and voice.entity == s.source.entity and voice.span != s.source.span:
            # Another's words stand here for the source's: *the ministry said in a statement carried by the state agency*.
            return self._named(s.source.text or "", entities.get(voice.entity), s.source.kind, s.source.span)
        entity = entities.get(voice.entity or "")
        kind = s.source.kind if last else (entity.kind if entity else "unnamed")
        return self._named(" ".join((voice.text or "").split()).strip(" ,"), entity, kind, voice.span)

    def introduced(self, saying: Saying) -> Hop | None:
        """The person with whose name the sentence after a statement begins."""
        _, end = self.sentence(saying.start, saying.end)
        for x, _, e in self.mentions.inside(end, end + _AHEAD):
            met = any(at < saying.start for at, _ in e.mentions)
            named = is_name(e.name) and " " in e.name and is_name(self.text[x : x + len(e.name)])
            if x <= end + _OPENING and not met and e.kind in ("person", "other") and named:
                return self.naming.person(e)
        return None

    def quoted(self) -> Iterator[Saying]:
        """The statements in which something is quoted."""
        return map(self.sayings.__getitem__, self._quoted)

    def cited(self) -> Iterator[Saying]:
        """The statements that the article has from an outlet; those in its own voice alone are not looked at."""
        for i, s in enumerate(self._statements):
            voiced = s.source.text or s.source.entity or not all(v.outlet for v in s.chain)
            if voiced and self.sayings[i].hops and self.sayings[i].hops[0].kind == "outlet":
                yield self.sayings[i]

    def quoting(self) -> Iterator[Saying]:
        """The statements in which more is quoted than single words."""
        every = ((i, self._statements[i].content) for i in self._quoted)
        return (self.sayings[i] for i, content in every if self.quotes_in(content[0][0], content[-1][1]))

    def names(self, outlet: str) -> bool:
        """Whether the article names an outlet in full."""
        return is_cited(outlet, self._low)

    @cached_property
    def _low(self) -> str:
        return lowered(self.text)

    @cached_property
    def _whose_page(self) -> str | None:
        """The body whose page it is, by name; found without the statements, which are read with it in mind."""
        return body_of(self._article)

    @cached_property
    def body(self) -> Hop | None:
        """The body that speaks for itself here, with who signs its page; nobody where the outlet is of the press."""
        name = self._whose_page
        if name is None:
            return None
        form = self.outlet.partition(",")[2]
        signed = signers(self._article, list(self.mentions.entities.values()))
        # *Army Press Centre, Korvia* is Korvia's army too.
        # Who is quoted there is of the body, and says elsewhere what it says.
        speakers = dict.fromkeys(
            s.hops[-1].name
            for s in islice(self.quoted(), _STAFF)
            if s.hops
            and s.hops[-1].kind == "voice"
            and s.hops[-1].sort in ("person", "other")
            and all(self.is_self(of) or not is_name(of) for of in s.hops[-1].bodies)
            and is_name(s.hops[-1].name)
        )
        whose = _PAGE_FOR.search(self.outlet)
        bodies = (
            # *People's Front, army of the eastern provinces* is not the army of which others speak.
            name if _DESCRIBED.search(self.outlet) or head(folded(form)) in words("forms") else self.outlet.replace(",", " "),
            *(who for who, _ in signed),
            *staff(self.text, speakers),
            *((whose[1],) if whose else ()),
        )
        offices = tuple(dict.fromkeys(office for _, line in signed for office in offices_in(folded(line))))
        return Hop("voice", name, bodies=bodies, offices=offices, words=name)

    @cached_property
    def signature(self) -> str:
        """How the agency signs whose text this is, be it the outlet itself: *FLN* of *KALLERSUND, March 4 (FLN) -*."""
        found = _CREDIT.match(self.text)
        return found[1].strip() if found and _CAPITALS.fullmatch(found[1].strip()) else self.credit or ""

    @cached_property
    def credit(self) -> str | None:
        """The agency that the dateline or the byline credits; null where that is nobody else."""
        found = _CREDIT.match(self.text)
        if found and (name := found[1].strip()) and not self.is_self(name) and (_AGENCY.match(name) or self._credited(name)):
            return name
        every = re.split(r"/|,| and | & ", self.byline)
        for given in every:
            name = re.sub(r"^(?:by|from|with) ", "", given.strip(), flags=re.IGNORECASE)
            people = is_somebody(name) or (len(every) > 2 and not known(name))  # so many names are people's
            if name and not people and not self.is_self(name) and (self._credited(name) or name.endswith(_WIRES)):
                return name
        return None

    def _credited(self, name: str) -> bool:
        letters = name.isupper() and name.isalpha() and 2 <= len(name) <= 6
        return letters or known(name) or self.naming.is_outlet(name)
