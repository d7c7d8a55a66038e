"""An article as tracing sees it: what is said in it in reading order, each with the voices on whose word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

from allegedly.ledger.names import folded
from allegedly.model import Entity, Reading, Statement, Voice
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.outlets import called, known, letters, plain, sounds
from allegedly.weighing.origins.vocabularies import rows, words

HopKind = Literal["outlet", "voice", "document", "unnamed", "own", "nobody"]
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*")
_QUOTED = re.compile(r"[\"“]([^\"“”]{8,400})[\"”]")
_SELF = frozenset("i we us me our ourselves myself".split())
_OURS = re.compile(
    r"^(?:this (?:newspaper|paper|magazine|website|site|programme|station|channel|reporter|correspondent|newsletter|publication)"
    r"|our .{1,60})$",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she it they who which that this you your".split())
_DETERMINED = re.compile(r"^(?:the|a|an|some|our|its|his|her|their|various|many|several) ")
_IN_MEDIA = re.compile(
    r"^(?:reports?|rumou?rs|stories|claims|talk|speculation) (?:in|on|by|from) (?:\w+ )?(?:media|press|newspapers|internet)$"
)
_FOR_WHOM = re.compile(
    r"\b(?:spokes\w+|speaker|lawyer|solicitor|attorney|officials|representatives|management|researchers|scientists)"
    r" (?:of|for|at|from) (?:the |our |its )?(.+)$",
    re.IGNORECASE,
)
_ITS_SPEAKER = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,6})(?:['’]s?)? (?:chief |senior )?"
    r"(?:spokes\w+|press officer|envoy)\b"
)
_MINISTER = re.compile(
    r"\b(?:minister (?:of|for) (?:the )?(?P<of>\w+(?: and \w+)?)|(?P<name>\w+(?: and \w+)?) minister)\b", re.IGNORECASE
)
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""
_PHRASE = 300
"""Characters of somebody's description that are looked at."""
_NO_NAMES = frozenset("our some many several one two three four page its his her their member members even both".split())
"""What begins a sentence with a capital and is no name."""
_INDEFINITE = ("a ", "an ", "one ", "two ", "three ", "some ", "several ", "many ", "another ")
_VERBS = (
    r"(?:said|says|say|told|claims|claimed|reported|reports|tells|announced|revealed|reveals?|confirmed|confirms|certified|found|finds"
    r"|shows?|showed|suggests?|states|warns|warned|writes|wrote|admits|admitted|has told|have told)\b"
)
_SAID = (
    re.compile(r"\b(?:[Aa]ccording to|as) (?P<who>[^.;,\n]{3,60}?) (?:gave|told|confirmed|shows?|showed)\b"),
    re.compile(r"[Aa]ccording to (?P<who>[^.;,\n]{3,90})"),
    re.compile(r"(?<=, )(?P<who>[^.;,\n]{3,110}?),? " + _VERBS),
    re.compile(r"(?<=, )(?P<who>[^.;,\n]{3,80}, [^.;,\n]{3,60}?),? " + _VERBS),
)
"""How a sentence gives its source, the plainest first."""
_DATELINE = re.compile(r"^[^\n]{0,80}?\) ?[-–—:] |^[A-Z][A-Z ,.]{2,30} [-–—] ")
_CREDIT = re.compile(r"^[^\n]{0,80}?\(([^()\n]{2,40})\)\s*(?:[-–—:]|$)")
_MEDIA = frozenset(
    "agency broadcaster channel daily journal magazine newsletter newspaper outlet paper press radio site station television"
    " tabloid tv website weekly wire".split()
)
_PLURAL_MEDIA = frozenset("media newspapers outlets papers websites agencies broadcasters reports".split())
_ALSO = re.compile(r",? (?:named as|called|known as) ")


@dataclass(frozen=True, slots=True)
class Hop:
    """One voice on the way to where a statement's words come from."""

    kind: HopKind
    name: str
    """As people are shown it."""
    whole: int | None = None
    """The ledger's entity."""
    bodies: tuple[str, ...] = ()
    """Names of the body, or of the person, for whom a voice speaks."""
    offices: tuple[str, ...] = ()
    """The offices that he is said to hold, by their nouns."""
    words: str = ""
    """The article's own words for it."""
    definite: bool = False
    """Whether the words mean somebody who is known from elsewhere in the article: *the last keeper*, *his wife*."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of an article."""

    statement: int
    start: int
    end: int
    stance: str
    act: str
    quoted: bool
    hops: tuple[Hop, ...]
    """Outermost first; none where it is in the outlet's own voice."""


class Report:
    """One article. ``row`` is its row in the ledger."""

    def __init__(
        self, row: int, reading: Reading, statements: list[int], wholes: dict[str, int], is_outlet: Callable[[str], bool]
    ) -> None:
        article = reading.article
        self.row, self.text = row, article.text
        self.outlet, self.published = article.outlet or "", article.published
        self.byline, self.url, self.title = article.byline or "", article.url, article.title or ""
        self._entities = {e.id: e for e in reading.entities}
        self._wholes, self._is_outlet = wholes, is_outlet
        self.sayings = tuple(self._saying(own, s) for own, s in zip(statements, reading.statements, strict=True))
        self.at = {s.statement: i for i, s in enumerate(self.sayings)}

    def _saying(self, own: int, s: Statement) -> Saying:
        hops = [self._hop(voice, s, last=i == len(s.chain) - 1) for i, voice in enumerate(s.chain) if not voice.outlet]
        kept = [h for h in hops if h is not None]
        if s.source.entity and len(s.chain) > 1 and all(v.entity != s.source.entity and v.span != s.source.span for v in s.chain):
            kept.append(self.hop(s.source.text or "", self._entities.get(s.source.entity), s.source.kind))
        if s.addressee and kept and all(h.kind != "outlet" for h in kept):
            # *told the weekly Sextant*: what was told there is known from there.
            heard = self.hop(s.addressee.text, self._entities.get(s.addressee.entity or ""), "unnamed")
            if heard.kind == "outlet":
                kept.insert(len(kept) - 1, heard)
        # One's own reporter between others is no station.
        inner = [h for i, h in enumerate(kept) if h.kind != "own" or i == len(kept) - 1]
        if s.source.kind == "outlet" and not kept and s.source.text:
            inner = [h] if (h := self._named_outlet(s.source.text)) else []
        return Saying(
            statement=own,
            start=s.content[0][0],
            end=s.content[-1][1],
            stance=s.stance,
            act=s.act,
            quoted=s.mode in ("direct", "mixed"),
            hops=tuple(inner),
        )

    def _named_outlet(self, name: str) -> Hop | None:
        return None if self.is_self(name) else Hop("outlet", name)

    def is_self(self, name: str) -> bool:
        """Whether these words name this article's own outlet."""
        return bool(self.outlet) and called(name, self.outlet) > 0

    def _hop(self, voice: Voice, s: Statement, *, last: bool) -> Hop | None:
        if last and voice.entity and voice.entity == s.source.entity and voice.span != s.source.span:
            # Another's words stand here for the source's: *the ministry said in a statement carried by the state agency*.
            return self.hop(s.source.text or "", self._entities.get(voice.entity), s.source.kind)
        entity = self._entities.get(voice.entity or "")
        kind = s.source.kind if last else (entity.kind if entity else "unnamed")
        return self.hop(" ".join((voice.text or "").split()).strip(" ,"), entity, kind)

    def hop(self, text: str, entity: Entity | None, kind: str) -> Hop:
        """The voice that these words mean; see :meth:`_hop_of`."""
        return replace(self._hop_of(text, entity, kind), words=text)

    def _hop_of(self, text: str, entity: Entity | None, kind: str) -> Hop:
        """The voice that these words mean.

        Args:
            text: The words.
            entity: Who is meant by them.
            kind: What sort of source the reader takes it for.
        """
        if _ALSO.search(text):
            text = _ALSO.split(text)[-1]
            entity = next((e for e in self._entities.values() if e.name == text), entity)
        called_ = entity.name if entity else ""
        text = called_ if text.lower() in _PRONOUNS and called_ else text
        name = called_ if is_name(called_) else text or called_
        whole = self._wholes.get(entity.id) if entity else None
        bare = folded(text or name)
        if bare in _SELF or name.lower() in _SELF or _OURS.match(text):
            return Hop("own", self.outlet)
        if bare in _PRONOUNS:
            return Hop("nobody", text)
        plain_ = _DETERMINED.sub("", (text or name).lower())
        if plain_ in _nobodies() or plain_.split(" ", 1)[-1] in _nobodies() or _IN_MEDIA.search(plain_):
            return Hop("nobody", text or name)
        if self._is_outlet(name) and not self.is_self(name):
            return Hop("outlet", name, whole)
        head = lexicons.singular(_head(bare))
        if kind != "outlet" and (kind == "document" or (head in _documents() and kind in ("other", "unnamed"))):
            return self._document(text or name, whole)
        if (
            kind == "outlet"
            or (entity is not None and entity.kind == "outlet")
            or self._agency(text, name)
            or self._own_people(name)
        ):
            return self._medium(text, name, whole)
        person = kind == "person" or (entity is not None and entity.kind == "person")
        if is_name(name):
            roles = " ".join([text, *(role.text for role in entity.roles)]) if entity else text
            return Hop("voice", name, whole, self._bodies(entity, text, name, person=person), _offices_in(folded(roles)))
        if head in words("bodies") or kind in ("organisation", "state", "place"):
            name = text if name in ("he", "she", "it", "they") else name
            return Hop("voice", name, whole, definite=bare in words("generics"))
        bodies = self._bodies(entity, text, name, person=True)
        if bodies and (_speaks(text or name) or _FOR_WHOM.search(text)):
            return Hop("voice", bodies[0], None, bodies)
        if kind == "other" and (inner := self._inside(text)):
            return inner
        indefinite = (text or name).lower().startswith(_INDEFINITE) or _head(bare) != head
        return Hop(
            "unnamed", text if len(text) > 3 else name or "somebody", whole, offices=_offices_in(bare), definite=not indefinite
        )

    def _medium(self, text: str, name: str, whole: int | None) -> Hop:
        """An outlet: one's own, another, or none in particular."""
        if self.is_self(name) or self._own_people(name):
            return Hop("own", self.outlet)
        last = _last(folded(text or name))
        if not is_name(name) and (last in _PLURAL_MEDIA or not self._is_outlet(name)) and "state" not in name.lower():
            return Hop("nobody", text or name)
        return Hop("outlet", name, whole)

    def _own_people(self, name: str) -> bool:
        """Whether these are the outlet's own people: *a Herald photographer* in a Herald."""
        found = folded(name).split()
        own = set(plain(self.outlet).split()) - {"the", "news", "daily"} | letters(self.outlet)
        return len(found) > 1 and lexicons.singular(found[-1]) in words("observers") and found[-2] in own

    def _inside(self, text: str) -> Hop | None:
        """Who is named inside of words that mean a thing: *a charge that the public prosecutor made known*."""
        at = self.text.find(text)
        if at < 0:
            return None
        for e in self._entities.values():
            if e.kind in ("person", "organisation", "state", "group") and any(
                at < x and y <= at + len(text) for x, y in e.mentions
            ):
                return self.hop(e.name, e, e.kind)
        return None

    def introduced(self, saying: Saying) -> Hop | None:
        """The person with whose name the sentence after a statement begins."""
        _, end = self.sentence(saying.start, saying.end)
        for e in self._entities.values():
            if (
                e.kind in ("person", "other")
                and is_name(e.name)
                and " " in e.name
                and any(end <= x <= end + 6 for x, _ in e.mentions)
            ):
                return Hop("voice", e.name, self._wholes.get(e.id), self._bodies(e, "", e.name, person=True))
        return None

    def said_by(self, start: int, end: int) -> Hop | None:
        """The voice that a sentence gives by *said*, *told* or *according to*, where the reader has none."""
        end = min(end, start + _LONGEST)
        line = _DATELINE.match(self.text)
        if line and start < line.end():
            start = line.end()
        for m in (m for form in _SAID for m in form.finditer(self.text, start, end)):
            a, b = m.span("who")
            inside = [e for e in self._entities.values() if any(a <= x and y <= b for x, y in e.mentions)]
            words_ = " ".join(m["who"].split())
            named = [e for e in inside if any(a <= x and y <= b and is_name(self.text[x:y]) for x, y in e.mentions)]
            entity = next((e for e in named if e.kind == "person" and is_name(e.name)), None)
            # Whoever else is meant by the words as a whole stands at their beginning, behind no more than an article.
            entity = entity or next((e for e in inside if any(a <= x <= a + 4 for x, _ in e.mentions)), None)
            if entity is None and not _DETERMINED.match(words_.lower()):
                continue
            found = self.hop(words_, entity, entity.kind if entity else "unnamed")
            if found.kind not in ("own", "nobody"):
                return found
        return None

    def _agency(self, text: str, name: str) -> bool:
        if is_name(name) and (known(name) or sounds(name) or self._is_outlet(name)):
            return True
        found = folded(text).split()
        return bool(found) and (found[0] in _MEDIA or found[-1] in _MEDIA - {"agency"} or found[-2:] == ["news", "agency"])

    def _document(self, text: str, whole: int | None) -> Hop:
        """A document; a statement, a release, and what has an owner's name before it, is this one's voice."""
        owner = re.match(r"(?:the |a |an )?([^,]+?)(?:'s|’s|s'|s’) ", text, re.IGNORECASE)
        if owner and not owner[1].lower().startswith(("our", "page", "today", "yesterday", "last", "this")):
            body = self._resolved(owner[1])
            return Hop("voice", body, None, (body,))
        return Hop("document", text, whole)

    def _resolved(self, words_: str) -> str:
        """The full name of whom these words mean in this article."""
        low = folded(words_)
        for e in self._entities.values():
            for start, end in e.mentions:
                if folded(self.text[start:end]) == low and is_name(e.name):
                    return e.name
        return words_

    def _bodies(self, entity: Entity | None, text: str, name: str, *, person: bool) -> tuple[str, ...]:
        """For whom somebody speaks who holds an office of a body."""
        text = text[:_PHRASE]
        if person and (whom := _FOR_WHOM.search(text)):
            return (self._resolved(whom[1]),)
        if person and (whom := _ITS_SPEAKER.match(text)):
            return (whom[1].strip(),)
        if not person or entity is None:
            return ()
        found: dict[str, None] = {}
        for m in _MINISTER.finditer(" ".join([text, *(role.text for role in entity.roles)])):
            found[f"{m['of'] or m['name']} ministry".lower()] = None
        if any(w in words("ranks") for w in folded(" ".join([text, *(role.text for role in entity.roles)])).split()):
            found["police"] = None
        for role in entity.roles:
            speaks = _speaks(role.text)
            if not speaks:
                continue
            of = self._entities.get(role.of or "")
            if of is not None and (
                speaks == "other" or of.kind in ("organisation", "other", "group") or _head(folded(of.name)) in words("bodies")
            ):
                found[of.name] = None
            elif body := _before(role.text):
                found[body] = None
        if not entity.roles and (body := _before(text.replace(name, "") or text)):
            found[body] = None
        return tuple(found)

    @cached_property
    def _breaks(self) -> list[int]:
        return [0, *(m.end() for m in _SENTENCE.finditer(self.text))]

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

    def quotes(self, saying: Saying) -> frozenset[str]:
        """What is quoted in its sentences, folded, without single words."""
        return frozenset(q for m in _QUOTED.finditer(self.sentence_of(saying)) if len((q := folded(m[1])).split()) > 2)

    @cached_property
    def body(self) -> str | None:
        """The body that speaks for itself here, where the outlet is no press: *Province Water Board, monthly sheet*."""
        name = self.outlet.split(",")[0].strip()
        for words_ in words("selves"):
            if folded(self.outlet).endswith(words_):
                rest = name if "," in self.outlet else name[: len(name) - len(words_)].strip()
                return rest or name
        found = folded(re.sub(r"\([^)]*\)", " ", name)).split()
        media = {*_MEDIA, *_mastheads(), "news", "times", "today"}
        return name if any(w in words("bodies") for w in found) and not media & set(found) and not known(name) else None

    @cached_property
    def credit(self) -> str | None:
        """The agency that the dateline or the byline credits; null where that is nobody else."""
        found = _CREDIT.match(self.text)
        for given in (found[1] if found else "", self.byline):
            name = re.sub(r"^(?:by|from) ", "", given.strip(), flags=re.IGNORECASE)
            if name and not self.is_self(name) and self._credited(name):
                return name
        return None

    def _credited(self, name: str) -> bool:
        letters = name.isupper() and name.isalpha() and 2 <= len(name) <= 6
        return letters or known(name) or self._is_outlet(name)


@cache
def _documents() -> frozenset[str]:
    return frozenset(row["noun"] for row in reader_rows("documents")) | words("papers")


@cache
def _nobodies() -> frozenset[str]:
    return frozenset(_DETERMINED.sub("", phrase) for phrase in words("nobodies"))


@cache
def _mastheads() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in reader_rows("mastheads"))


@cache
def _offices() -> Mapping[str, str]:
    return {row["word"]: row["for"] for row in rows("speakers")}


def _head(bare: str) -> str:
    """The head of a folded noun phrase: its last word before *of*, *who*, *that*."""
    words_ = re.split(
        r" (?:of|who|that|which|in|at|for|from|on|by|seen|to|with|close|involved|familiar|said|and) ", f"{bare} ", maxsplit=1
    )[0].split()
    return words_[-1] if words_ else ""


def _last(bare: str) -> str:
    found = bare.split()
    return found[-1] if found else ""


def is_name(words_: str) -> bool:
    """Whether words are a name of one's own: a capital begins them, and not only since a sentence begins there (*Neighbours*)."""
    found = re.sub(r"^(?:the|a|an) ", "", words_.strip(), flags=re.IGNORECASE).split()
    if not found or not found[0][:1].isupper():
        return False
    if len(found) > 1 and any(w[:1].isupper() for w in found[1:]):
        return lexicons.singular(found[0].lower()) not in _NO_NAMES
    first = folded(found[0])
    common = lexicons.singular(first) in lexicons.sorts() or first in _NO_NAMES
    return not common


def _offices_in(bare: str) -> tuple[str, ...]:
    """The offices that folded words name."""
    return tuple(dict.fromkeys(w for w in bare.split() if w in _offices()))


def _speaks(text: str) -> str:
    """For whom the holder of this role speaks: another, a body; nobody where it is empty."""
    offices = _offices()
    return next((offices[w] for w in reversed(folded(text).split()) if w in offices), "")


def _before(text: str) -> str:
    """The body whose name stands before a speaker's office: *rescue service* in *rescue service spokesman*."""
    found = folded(text).split()
    offices = _offices()
    at = next((i for i, w in enumerate(found) if w in offices), 0)
    rest = [
        w
        for w in found[:at]
        if w not in ("s", "its", "his", "her", "their", "sir", "chief", "senior", "deputy", "acting", "former", "vice")
    ]
    return " ".join(rest) if rest and rest[-1] in words("bodies") else ""
