"""An article as tracing sees it: what is said in it in reading order, each with the voices on whose word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from allegedly.ledger.names import folded
from allegedly.model import Entity, Reading, Span, Statement, Voice
from allegedly.reading import lexicons
from allegedly.reading.inflection import lemma_of
from allegedly.weighing.origins.hops import DETERMINED, Hop, head, is_name, is_paper, is_person, offices, offices_in, say, says
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.outlets import is_cited, known, plain
from allegedly.weighing.origins.pages import body_of, signers
from allegedly.weighing.origins.sayings import Saying, Sayings
from allegedly.weighing.origins.vocabularies import words

_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Brig|Gen|Col|Capt|Lt|Sgt|Maj|Cmdr|Adm|Rev|Fr|St|No|Sen|Rep|Gov|Cllr|Hon|Insp|Supt|Jr|Sr|[A-Z])\.$"
)
"""A full stop that ends no sentence."""
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,400})[\"”]")
_PLAIN = 4
"""So many of these come before what stands before a verb of saying."""
_OPENING = 6
"""Characters before the first name of a sentence that begins with it."""
_SUBJECT = 130
"""Characters before a verb of saying in which its subject is looked for."""
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""
_SAID = (
    re.compile(r"\b(?:[Aa]ccording to|as) (?P<who>[^.;,\n]{3,60}?) (?:gave|told|confirmed|shows?|showed)\b"),
    re.compile(
        r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|judgement|judgment|eyes) of|[Oo]n the (?:word"
        r"|authority|evidence) of)"
        r" (?P<who>[^.;,\n]{3,90})"
    ),
    re.compile(r"\b[Bb]y (?P<who>[^.;,\n]{3,60}?)['’]s? own (?:account|admission|reckoning|figures|estimate)\b"),
    re.compile(
        r"(?<=, )(?P<who>[^.;,\n]{3,60}?),? (?:gave out|gives out|let (?:it )?be known|lets (?:it )?be known|made"
        r" (?:it )?known|has it|have it"
        r"|put it|puts it|will have it)\b"
    ),
    re.compile(
        r"(?<=[,”\"–—:] )(?:says|said|writes|wrote|reports|reported|claims|claimed|insists|reckons|announced"
        r"|confirms|confirmed|reads)"
        r" (?P<who>[^.;,\n]{2,70}?)(?=[.;,\n]|$| (?:in|on|at|after|before|who|which|and)\b)"
    ),
    re.compile(r"\b(?P<who>[Tt]he [^.;,\n]{3,60}?)(?: on)? saying\b"),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>[A-Z][^.;,\n]{2,60}?) (?:has |had )?(?:rang|rung|called|phoned|texted|written|wrote|emailed|got in touch)"
        r"(?: in)?(?: to us| us)? to (?:say|report|tell)\b"
    ),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>(?:[A-Z][a-z]+ )?[A-Z][\w'’-]+ [A-Z][\w'’-]+) [a-z][^.;\n]{5,120}? and (?:has |had )?"
        r"(?:told|tells|assured|assures|informed) (?:us|me|the [A-Z]\w+)\b"
    ),
    re.compile(r"\b(?:where|when) (?P<who>[A-Z][^;,\n]{2,60}?) (?:spoke|talked|complained|warned) (?:of|about) (?:it|this|that)\b"),
    re.compile(r"\bis what (?P<who>[^.;,\n]{3,60}?) (?:says|said|claims|claimed|reports|tells|told|puts|calls)\b"),
    re.compile(
        r"\b(?:assessed|estimated|put|counted|measured|reckoned|recorded|registered|confirmed|certified|announced|made known"
        r"|disclosed|documented|calculated|verified|declared|determined|put about|spread|voiced|given|mentioned|claimed|forecast|predicted)"
        r" by (?P<who>(?:the |[A-Z][a-z]+\.? )[^.;,\n]{3,60}?)"
        r"(?= (?:at|on|in|as|to|that|this|last|yesterday)\b|[.;,\n]|$)"
    ),
    re.compile(
        r"\b(?:says|said|stated|stands?|written|reads|read|printed|recorded|set out|is|are|was|were) (?:so |down "
        r"|out |all )?(?:there )?"
        r"(?:on page \d+ of|in|on)"
        r" (?P<who>(?:the|an?|its|his|her|their) [^.;,\n]{3,60}?)(?= (?:on|about|that|which|for|to)\b|[.;,\n]|$)"
    ),
)
"""How a sentence gives its source, the plainest first; what stands before a verb of saying comes after the second."""
_ASIDE = re.compile(r"(?:an?|the) [a-z]")
_NAME_BEFORE = re.compile(r"(?:^|[.!?”\"] )(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}), $")
_NO_SUBJECT = re.compile(
    r"^(?:in|on|at|of|by|from|to|with|for|under|as|who|which|that|where|when|and|but|or|if|while|after|before)\b|\b(?:is|was|are|were|be|been|being|to|the|an?|its|his|her|their|of|with|by|for|in)$"
)
"""What is no subject of the verb behind it: the beginning of a clause, or a passive."""
_APPOSED = re.compile(r"(?:the|its|his|her|their|an?) [^,]{2,60}, (?:(?:Dr|Mr|Mrs|Ms|Sir|Mme)\.? )?[A-Z][^,]{1,50}$")
_BEGINS = re.compile(
    r"[\"“]?((?:The|An?|His|Her|Two|Three|Their) (?:[\w-]+ ){0,2}?[\w-]+) (?:saw|heard|has|had|have|was|were|is"
    r"|did|could|[a-z]+ed)\b"
)
"""Who or what a sentence is about, before its verb."""
_ABOUT = re.compile(
    r"[\s\"“]*(?P<who>(?:The|An?|His|Her|Its|Their) (?:[\w'’-]+ ){0,5}?[\w'’-]+) (?:has|had|have|will|is|was|were|are|would|could|spent|saw|heard|lost"
    r"|found|took|[a-z]{3,}ed)\b"
)
_SEVERAL = re.compile(
    r"(?:, (?:as )?|^)(?:[Tt]he |[Tt]wo |[Tt]hree )?(?:[\w-]+ ){0,2}?[a-z-]+s(?: (?:seen|obtained|of|from|at|in|by"
    r"|between|about) [^,.;]{2,50})? $"
)
"""Several, right before a verb: *invoices seen by the Post*."""
_PAPER_BEGINS = re.compile(
    r"(?:The|An?|Its|His|Her|Their|Our|This|That|(?:Article|Page|Section|Chapter|Clause|Paragraph|Annex) \w+(?: of the)?) "
)
_IN_WHICH = re.compile(r"\b((?:the|an?|its|his|her|their) [^,.;\n]{3,50}), (?:in|on|according to) which\b")
_LISTED = re.compile(r"((?:Page|Article|Section|Chapter|Clause|Paragraph|Annex) \w+):")
_PART = re.compile(r"^(?:Article|Page|Section|Chapter|Clause|Paragraph|Annex) \w+(?: of (?P<of>.+))?$")
_PAPER_VERBS = frozenset(
    "has puts gives shows finds lists counts names sets bears carries contains speaks reads runs is was describes"
    " leaves says".split()
)
_SPOKEN_OF = re.compile(
    r"(?:\s+[A-Z][\w-]+){0,2}(?:,[^,\n]{1,60},)?\s+(?:was|were|is|are|has been|have been|had been)\s+(?:\w+ )?"
    r"(?:(?:told|informed|warned|advised|accused|charged|suspected)\b"
    r"|(?:said|reported|believed|thought|understood|known|feared|alleged|rumou?red|claimed|supposed) to\b)"
)
"""Behind somebody of whom it is said, and who does not say it: *the bishop was told*, *the mayor is accused*."""
_DATELINE = re.compile(r"^[^\n]{0,80}?\) ?[-–—:] |^[A-Z][A-Z ,.]{2,30} [-–—] ")
_WIRES = (" Agency", " Wire", " News Service", " Press Service", " Press Association")
_AGENCY = re.compile(r"[A-Z][\w.&-]*(?: [A-Z&][\w.&-]*){0,3}$")
_PAGE_FOR = re.compile(r", [a-z][^,]{2,40}? (?:of|from) (the [a-z][^,]{2,40}|[A-Z][^,]{2,40})$")
"""Whose channel, bulletin, page an outlet is: *Voice of the East, channel of the administration*."""
_COPY_OF = re.compile(r"(?:an? )?cop(?:y|ies) of (?:which|it|them)\b", re.IGNORECASE)
_LABEL = re.compile(r"\((?:(?:Mr|Ms|Mrs|Miss|Dr|Hon|Prof)\.? )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})\):")
"""Who speaks in a record: *Member for Hill Ward (Ms Ana Ruiz):*."""
_STAFF = 12
"""Quotations of a body's page whose voices are taken for its people."""
_NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds thousands".split())
_CAPITALS = re.compile(r"[A-Z][A-Z&.]{1,5}")
_CREDIT = re.compile(r"^[^\n]{0,80}?\(([^()\n]{2,40})\)\s*(?:[-–—:]|$)")


def _may_speak(words_: str, noun: str) -> bool:
    """Whether who stands behind a verb of saying may be its subject: *said the fire chief*; not *wrote the time*."""
    one = lexicons.singular(noun)
    known_ = is_person(one) or one in offices() or one in words("bodies") or one in words("anyone") or is_paper(one)
    return is_name(words_) or known_ or noun.endswith(("er", "or", "ist", "ian", "man", "woman", "people"))


class Report:
    """One article. ``row`` is its row in the ledger."""

    def __init__(
        self, row: int, reading: Reading, statements: list[int], wholes: dict[str, int], is_outlet: Callable[[str], bool]
    ) -> None:
        article = reading.article
        self.row, self.text = row, article.text
        self.outlet, self.published = article.outlet or "", article.published
        self.byline, self.url, self.title = article.byline or "", article.url, article.title or ""
        self._article, self._is_outlet = article, is_outlet
        self.naming = Naming(article, reading.entities, wholes, is_outlet)
        self.mentions = self.naming.mentions
        self.is_self = self.naming.is_self
        self.sayings = Sayings(self._saying, tuple(zip(statements, reading.statements, strict=True)))
        self.at = {own: i for i, own in enumerate(statements)}
        self._quoted = [i for i, s in enumerate(reading.statements) if s.mode in ("direct", "mixed")]

    def _saying(self, own: int, s: Statement) -> Saying:
        hops = [self._hop(voice, s, last=i == len(s.chain) - 1) for i, voice in enumerate(s.chain) if not voice.outlet]
        kept = [h for h in hops if h is not None]
        entities = self.mentions.entities
        if s.source.entity and len(s.chain) > 1 and all(v.entity != s.source.entity and v.span != s.source.span for v in s.chain):
            kept.append(self._named(s.source.text or "", entities.get(s.source.entity), s.source.kind, s.source.span))
        if s.addressee and kept and all(h.kind != "outlet" for h in kept):
            # *told the weekly Sextant*: what was told there is known from there.
            heard = self._named(s.addressee.text, entities.get(s.addressee.entity or ""), "unnamed", s.addressee.span)
            if heard.kind == "outlet":
                kept.insert(len(kept) - 1, heard)
        if kept and kept[-1].words.lower().rstrip(",") in _NUMERALS:
            # *Four, said the fire chief*: how many is nobody.
            kept = []
        if kept and _COPY_OF.match(kept[-1].words):
            # *The report, a copy of which has reached us, lists …*: what the sentence is about.
            kept = []
        if len(kept) == 1 and kept[0].kind == "nobody" and kept[0].words.lower() in ("he", "she", "they"):
            start, end = self.sentence(s.content[0][0], s.content[0][0] + 1)
            if m := _BEGINS.match(self.text, start, end):
                kept = [self._named(m[1], None, "unnamed", (m.start(1), m.end(1)))]
        # One's own reporter between others is no station.
        inner = [h for i, h in enumerate(kept) if h.kind != "own" or i == len(kept) - 1]
        if self._is_spoken_of(s, kept):
            inner = []
        elif inner and s.mode == "indirect" and inner[-1].kind in ("voice", "unnamed") and self._by_hearsay(s):
            inner = [Hop("nobody", inner[-1].name, words=inner[-1].words, definite=True)]
        elif s.source.kind == "outlet" and not kept and s.source.text:
            inner = [self._own_name(s.source.text, s.source.span)]
        return Saying(
            statement=own,
            start=s.content[0][0],
            end=s.content[-1][1],
            stance=s.stance,
            act=s.act,
            quoted=s.mode in ("direct", "mixed"),
            hops=tuple(inner),
            others=self.naming.together(s.source.text, s.source.span[0]) if s.source.text and s.source.span else (),
            told=s.addressee.text if s.addressee else "",
        )

    def _in_mind(self, s: Statement) -> bool:
        """Whether the cue is what somebody knows or is out to do, of which the outlet tells: *officials knew that …*."""
        cues = [lemma_of(word) for a, b in s.cue for word in folded(self.text[a:b]).split()]
        return any(cue in words("minds") for cue in cues)

    def _by_hearsay(self, s: Statement) -> bool:
        """Whether the source only heard it, and from nobody who is named: *Mr Lamb had heard that …*."""
        cues = [lemma_of(word) for a, b in s.cue for word in folded(self.text[a:b]).split()]
        return any(cue in words("hearsay") for cue in cues) and self.text.startswith(" that ", s.cue[-1][1])

    def _named(self, text: str, entity: Entity | None, kind: str, span: Span | None) -> Hop:
        return self.naming.hop(text, entity, kind, span[0] if span else None)

    def _is_spoken_of(self, s: Statement, kept: list[Hop]) -> bool:
        """Whether it is said of the source, and not by it: *the bishop was told*, *officials knew*."""
        if s.source.span is None:
            return False
        return bool(kept and s.mode == "indirect" and self._in_mind(s)) or bool(_SPOKEN_OF.match(self.text, s.source.span[1]))

    def _own_name(self, text: str, span: Span | None) -> Hop:
        """What the reader takes for the outlet itself: a document where *it finds* follows one, else the outlet, or another."""
        if text.lower() in ("it", "this", "that", "they") and span is not None:
            begin, _ = self.sentence(span[0], span[0] + 1)
            before = self.text[max(self.sentence(begin - 1, begin)[0], begin - _LONGEST) : begin] if begin else ""
            if noun := self.naming.papers.noun(before):
                return self.naming.hop(f"the {noun}", None, "document", None)
            return Hop("own", self.outlet, words=text)
        return Hop("own", self.outlet, words=text) if self.is_self(text) else Hop("outlet", text, words=text)

    def _hop(self, voice: Voice, s: Statement, *, last: bool) -> Hop | None:
        entities = self.mentions.entities
        if last and voice.entity and voice.entity == s.source.entity and voice.span != s.source.span:
            # Another's words stand here for the source's: *the ministry said in a statement carried by the state agency*.
            return self._named(s.source.text or "", entities.get(voice.entity), s.source.kind, s.source.span)
        entity = entities.get(voice.entity or "")
        kind = s.source.kind if last else (entity.kind if entity else "unnamed")
        return self._named(" ".join((voice.text or "").split()).strip(" ,"), entity, kind, voice.span)

    def introduced(self, saying: Saying) -> Hop | None:
        """The person with whose name the sentence after a statement begins."""
        _, end = self.sentence(saying.start, saying.end)
        for x, _, e in self.mentions.inside(end, end + _SUBJECT):
            met = any(at < saying.start for at, _ in e.mentions)
            if x <= end + _OPENING and not met and e.kind in ("person", "other") and is_name(e.name) and " " in e.name:
                return self.naming.person(e)
        return None

    def said_by(self, start: int, end: int) -> tuple[Hop, ...]:
        """The voices that a sentence gives by *said*, *told* or *according to*, where the reader has none."""
        end = min(end, start + _LONGEST)
        line = _DATELINE.match(self.text)
        if line and start < line.end():
            start = line.end()
        for who, a, b in self._subjects(start, end):
            inside = self.mentions.inside(a, b)
            named = [e for x, y, e in inside if is_name(self.text[x:y])]
            entity = next((e for e in named if e.kind == "person" and is_name(e.name)), None)
            # Whoever else is meant by the words as a whole stands at their beginning, behind no more than an article.
            entity = entity or self.mentions.begins(a, b)
            if _COPY_OF.match(who):
                continue
            if who.split()[0].lower() in ("it", "he", "she", "they") and (
                " " in who or entity is None or (entity.kind != "organisation" and not is_name(entity.name))
            ):
                subject = self._subject(start) if " " not in who else None
                if subject is None:
                    continue
                who, a, b = subject
                entity = self.mentions.begins(a, b)
            if entity is not None and who.lower() in ("it", "they") and not is_name(entity.name):
                called = f"the {entity.name}"
            else:
                called = who
            noun = head(folded(called))
            several_ = (lexicons.singular(noun) != noun and is_person(lexicons.singular(noun))) or noun == "people"
            paper = is_paper(noun) or is_paper(lexicons.singular(noun))
            if entity is None and not DETERMINED.match(called.lower()) and not several_ and not paper:
                continue
            if several := self.naming.together(self.text[a:b], a):
                return several
            kind = entity.kind if entity else "unnamed"
            found = self.naming.hop(called, entity, "document" if paper else kind, a)
            if found.kind not in ("own", "nobody"):
                return (found,)
        return ()

    def _subject(self, start: int) -> tuple[str, int, int] | None:
        """What a sentence is about, where it begins with it: *The food service has found …, it said*."""
        m = _ABOUT.match(self.text, start)
        if m is None:
            return None
        a, b = m.span("who")
        noun = head(folded(m["who"]))
        return (m["who"], a, b) if _may_speak(m["who"][0].lower() + m["who"][1:], noun) else None

    def _subjects(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The words for whom a sentence gives as its source, with their places."""
        for form in _SAID[:_PLAIN]:
            for m in form.finditer(self.text, start, end):
                yield " ".join(m["who"].split()), *m.span("who")
        for verb in re.finditer(r"(?<= )[a-z]+\b", self.text[start:end]):
            if says(verb[0]) or (
                say(verb[0]) and _SEVERAL.search(self.text[max(start, start + verb.start() - 60) : start + verb.start()])
            ):
                yield from self._before_verb(start, start + verb.start())
        for form in _SAID[_PLAIN:]:
            for m in form.finditer(self.text, start, end):
                noun = head(folded(m["who"]))
                if form is _SAID[_PLAIN] and not _may_speak(m["who"], noun):
                    continue
                if form is _SAID[-1] and not (is_paper(noun) or is_paper(lexicons.singular(noun))):
                    continue
                yield " ".join(m["who"].split()), *m.span("who")

    def _before_verb(self, start: int, verb: int) -> Iterator[tuple[str, int, int]]:
        """What stands before a verb of saying, back to the comma before it, and to the one before that."""
        begin = max(start, verb - _SUBJECT)
        before = re.sub(r"(?:,? (?:has|have|had|also|later|then|now))*,? $", "", self.text[begin:verb])
        commas = [m.end() for m in re.finditer(r", (?:as )?", before)][::-1]
        if begin == start and before.strip().lower() in ("he", "she", "it", "they"):
            commas = [len(before) - len(before.lstrip())]
        if len(commas) > 1 and _APPOSED.match(before[commas[1] :]):
            # *its envoy, Ana Ruiz*: the name with what it is called by.
            commas = [commas[1], commas[0]]
        for at in commas[:2]:
            who = before[at:]
            if _ASIDE.match(who) and (named := _NAME_BEFORE.search(before[:at])):
                # *Ana Ruiz, an engineer with Stahl, wrote the report*
                yield named["who"], begin + named.start("who"), begin + named.end("who")
                continue
            if len(who) > 1 and not re.search(r"[.;\n\"“”]", who) and not _NO_SUBJECT.search(who):
                yield " ".join(who.split()), begin + at, begin + len(before)

    def paper(self, start: int, end: int) -> Hop | None:
        """The document that a sentence is about or that says what stands in it: *the university's study has 38*."""
        text = self.text[start : min(end, start + 300)].lstrip()
        if listed := _LISTED.match(text):
            return self.naming.hop(listed[1], None, "document", start)
        if not _PAPER_BEGINS.match(text):
            return None
        for verb in re.finditer(r"(?<= )[a-z]+\b", text):
            if verb[0] in _PAPER_VERBS or says(verb[0]):
                who = text[: verb.start()].split(",")[0].strip()
                part = _PART.match(who)
                who = (part["of"] or who) if part else who
                noun = head(folded(who))
                if is_paper(lexicons.singular(noun)) or is_paper(noun) or part:
                    break
        else:
            return None
        hop = self.naming.hop(who, None, "document", start)
        return hop if hop.kind in ("document", "voice", "outlet") else None

    def paper_before(self, start: int, at: int) -> Hop | None:
        """The document in which a clause says that something stands: *the visitors' book, in which the two names are*."""
        found = [m for m in _IN_WHICH.finditer(self.text, max(start, at - _LONGEST), at + 12) if self.naming.papers.noun(m[1])]
        return self.naming.hop(found[-1][1], None, "document", found[-1].start(1)) if found else None

    @cached_property
    def _breaks(self) -> list[int]:
        return [
            0,
            *(
                m.end()
                for m in _SENTENCE.finditer(self.text)
                if not _SHORT.search(self.text, max(0, m.start() - 8), m.start() + 1)
            ),
        ]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentences in which a span lies."""
        breaks = self._breaks
        first, last = bisect_right(breaks, start) - 1, bisect_right(breaks, max(start, end - 1))
        return breaks[first], breaks[last] if last < len(breaks) else len(self.text)

    def beside(self, saying: Saying) -> list[tuple[int, int]]:
        """The sentences before and after it, in its own paragraph; after its last one, the first of the next."""
        start, end = self.sentence(saying.start, saying.end)
        found = [self.sentence(end, end + 1)] if end < len(self.text) else []
        if start and "\n" not in self.text[max(0, start - 3) : start]:
            found.append(self.sentence(start - 1, start))
        return found

    def sentence_of(self, saying: Saying) -> str:
        """The words of these."""
        start, end = self.sentence(saying.start, saying.end)
        return self.text[start : min(end, start + _LONGEST)]

    def quoted(self) -> Iterator[Saying]:
        """The statements in which something is quoted."""
        for i in self._quoted:
            yield self.sayings[i]

    def names(self, outlet: str) -> bool:
        """Whether the article names an outlet in full."""
        return is_cited(outlet, self._low)

    @cached_property
    def _low(self) -> str:
        return f" {folded(self.text)} "

    def quotes(self, saying: Saying) -> frozenset[str]:
        """What is quoted in its sentences, folded, without single words."""
        return frozenset(q for m in _QUOTED.finditer(self.sentence_of(saying)) if len((q := folded(m[1])).split()) > 2)

    @cached_property
    def body(self) -> Hop | None:
        """The body that speaks for itself here, with who signs its page; nobody where the outlet is of the press."""
        name = body_of(self._article)
        if name is None:
            return None
        signed = signers(self._article, list(self.mentions.entities.values()))
        # *Army Press Centre, Korvia* is Korvia's army too.
        # Who is quoted there is of the body, and says elsewhere what it says.
        staff = dict.fromkeys(
            s.hops[-1].name
            for s in islice(self.quoted(), _STAFF)
            if s.hops and s.hops[-1].kind == "voice" and s.hops[-1].sort == "person" and not s.hops[-1].bodies and is_name(s.hops[-1].name)
        )
        staff |= dict.fromkeys(m["who"] for m in islice(_LABEL.finditer(self.text), _STAFF))
        whose = _PAGE_FOR.search(self.outlet)
        bodies = (self.outlet.replace(",", " "), *(who for who, _ in signed), *(name for name in staff if " " in name), *((whose[1],) if whose else ()))
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
        for given in re.split(r"/|,| and | & ", self.byline):
            name = re.sub(r"^(?:by|from|with) ", "", given.strip(), flags=re.IGNORECASE)
            if name and not self.is_self(name) and (self._credited(name) or name.endswith(_WIRES)):
                return name
        return None

    def _credited(self, name: str) -> bool:
        letters = name.isupper() and name.isalpha() and 2 <= len(name) <= 6
        return letters or known(name) or self._is_outlet(name)
