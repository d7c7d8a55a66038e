"""Who is meant by the words that an article has for a voice: somebody named, a body, a document, an outlet, or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from allegedly.ledger.names import folded
from allegedly.model import Article, Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.apposed import by_name, fuller, without_others
from allegedly.weighing.origins.exhibits import Exhibit, in_whole, is_exhibit, is_numbered
from allegedly.weighing.origins.fullness import in_full
from allegedly.weighing.origins.hops import (
    MEDIA,
    PLURAL_MEDIA,
    Hop,
    head,
    is_calling,
    is_indefinite,
    is_name,
    is_paper,
    last,
    mastheads,
    offices,
    offices_in,
    posts_in,
    speaks,
)
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.namesakes import is_public
from allegedly.weighing.origins.nobody import is_crowd, is_held, is_nobody, is_press
from allegedly.weighing.origins.outlets import called, is_somebody, known, letters, plain, sounds
from allegedly.weighing.origins.pages import body_of
from allegedly.weighing.origins.papers import Papers, beside_medium, medium, owns
from allegedly.weighing.origins.showing import Showing
from allegedly.weighing.origins.speaking import Speaking
from allegedly.weighing.origins.staff import is_piece_of, outlets_of
from allegedly.weighing.origins.vocabularies import calendar, words
from allegedly.weighing.origins.whom import (
    PRONOUNS,
    is_called_after,
    is_described,
    is_titled,
    no_such,
    of_another,
    of_dateline,
)

_DAYS = "|".join(calendar("day"))
_DATED = re.compile(
    rf"^(?:{_DAYS}|[Yy]esterday|[Tt]oday)['’]s (?=[A-Z])| of (?:last )?(?:{_DAYS}|today|yesterday|\d{{1,2}} [A-Z]\w+)$"
)
"""The day of an edition: *the Courier of Wednesday*."""
_PAGE_OF_WHOM = re.compile(
    r"^(?:[Tt]he |[Ii]ts )?(?:official )?(?:website|web page|page|channel|account|feed|press office|press service"
    r"|spokes\w+) (?:of|for) (?:the )?(.{2,80})$"
)
"""Where a body speaks: *the website of Brook Police*."""
_THANKS = re.compile(r"^(?:[Ww]ith )?(?:[Tt]hanks|[Cc]redit|[Cc]ourtesy|[Aa]cknowledgements?) (?:to|of) (?=\w)")
"""*With thanks to the Courier: …*."""
_SOMEBODY = re.compile(
    r"(?:some(?:one|body)|those|one) (?:else )?(?:\w+ )?(?:inside|within|at|in|from|of|close|who|near|on|with)\b.*$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:[Tt]he )?(?:Order(?: of (?:the )?[A-Z][\w'’-]+s)?|(?:[A-Z]\w+ )*(?:[Gg]eological|[Oo]rdnance|[Hh]ydrographic|[Ss]oil"
    r"|[Aa]rchaeological) [Ss]urvey(?: of [A-Z]\w+)?)$"
)
"""Bodies that are called as papers are: *the Order of Clinicians*, *the geological survey*."""
_OWN_OFFICE = re.compile(r"(?:[Tt]he )?[A-Z][\w -]{1,40}?['’]s? (?:[a-z]+ ){0,2}[a-z]+$")
"""*Orrel's managing director*, whom the next sentence may name."""
_SELF = frozenset("i we us me our ourselves myself".split())
_OURS = re.compile(
    r"^(?:this (?:agency|service|newspaper|paper|magazine|website|site|programme|station|channel|reporter|correspondent"
    r"|newsletter|publication)"
    r"|(?:\w+ ){0,3}(?:reporters?|correspondents?|journalists?|staff|photographers?|editors?) (?:of|from|for|at) (?:this"
    r"|our) \w+"
    r"|our (?:\w+ ){0,2}(?:" + "|".join(sorted(words("observers"))) + r")\b.{0,60})$",
    re.IGNORECASE,
)
_OUR_STAFF = re.compile(r"[Oo]ur (?:own )?(?:[a-z-]+ )?[a-z]+$")
"""*Our chemists found …*"""
_NAMED_BEHIND = re.compile(r"[a-z],? (?:(?:Dr|Mr|Mrs|Ms|Prof|Sister|Father)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_POSTS = {
    "MD": "managing director",
    "CEO": "chief executive",
    "GM": "general manager",
    "PM": "prime minister",
    "DG": "director general",
}
_ITSELF = re.compile(r" (?:itself|himself|herself|themselves)$")
_QUOTED_BY = re.compile(r",? as (?:quoted|cited|reported) (?:by|in) .*$")
_APPOSED_BEHIND = re.compile(r", (?P<name>(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+)(?=[,.;])")
_LISTED = re.compile(r"^(?:[Tt]he )?[A-Z]\w+-(?:listed|based|owned|traded|headquartered|backed|run) (?=[A-Z])")
"""*London-listed Stahl*: where a firm is at home."""
_SHORT_POST = re.compile(r"(?:(?<=['’]s )|(?<=[Tt]he )|(?<=[Ii]ts ))(MD|CEO|GM|PM|DG)\b")
"""Posts by their first letters, behind whose they are."""
_UP_TO_VERB = re.compile(
    r"^(?P<who>[^,]{3,60}?) (?:has |have |had )?(?:reported|said|told|announced|wrote|confirmed|stated|claimed|made)\b"
)
_WHO_CLAUSE = re.compile(r", (?:who|whose|whom) ")
_NAMED_LAST = re.compile(
    r"(?P<before>,|\b[a-z]+) (?P<name>(?:['’‘ʻ]?[A-Z][\w'’-]+ ){0,3}(?:(?:al|ad|an|ar|as|ash|el)-|['’‘ʻ])?"
    r"[A-Z][\w'’-]+)$"
)
_PHRASE = 300
"""Characters of somebody's description that are looked at."""
_ALSO = re.compile(r",? (?:named as|called|known as) (?=(?:[Tt]he )?[\"“‘']?[A-Z])")
"""Before a name: *a man called Ivo*; not *a nurse who was called to the pier*."""
_OBSERVER = re.compile(r"\b(?P<whose>\w+)(?:['’]s)? (?:\w+ )?(?P<noun>[a-z]+),? $")
_BEFORE = 50
"""Characters before a name in which it is said what somebody is."""
_MENTIONS = 20
"""Mentions of somebody that are looked at."""
_ITS = re.compile(r"(its|their|his|her) (?:own )?", re.IGNORECASE)
_OWNER = re.compile(r"(?:the |a |an )?([^,]+?)(?:'s|’s|s'|s’) ", re.IGNORECASE)
_PAGE_OF = re.compile(
    r"\b(?:pages?|article|section|chapter) \w+ of ((?:the|an?|its|his|her) [^.,;\n]{3,60}?)(?= (?:on|about|that"
    r"|which|into|for)\b|[.,;\n])"
)
_MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_NO_OWNERS = tuple("our page today yesterday last this his her their its".split())
_NONE = lexicons.Sort("", "")


class Naming:
    """The voices of one article.

    Args:
        article: The article.
        entities: Its entities.
        wholes: The ledger's entity for each of them.
        is_outlet: Whether an outlet of the ledger has a name.
    """

    def __init__(
        self, article: Article, entities: tuple[Entity, ...], wholes: dict[str, int], is_outlet: Callable[[str], bool]
    ) -> None:
        self._article, self.text, self.outlet = article, article.text, article.outlet or ""
        self.mentions = Mentions(article.text, entities)
        self.papers = Papers(article.text, self.mentions)
        self.showing = Showing(article.text, self.outlet)
        self.speaking = Speaking(self.mentions, self.is_outlet)
        self._wholes, self._outlets = wholes, is_outlet
        self._staff: dict[str, bool] = {}

    def is_outlet(self, name: str) -> bool:
        """Whether words are an outlet's name, and nobody's here: somebody under whose name articles are kept speaks too."""
        return self._outlets(name) and not self.is_persons(name)

    def is_persons(self, outlet: str) -> bool:
        """Whether an outlet's name is a person's of this article, or a surname: *Hill* is Ana Hill, not *The Hill*."""
        named = is_somebody(outlet) and getattr(self.mentions.called(outlet), "kind", "") == "person"
        return named or self.mentions.is_surname(outlet)

    def is_self(self, name: str) -> bool:
        """Whether these words name this article's own outlet."""
        return bool(self.outlet) and called(name, self.outlet) > 0

    def hop(self, text: str, entity: Entity | None, kind: str, at: int | None = None) -> Hop:
        """The voice that these words mean.

        Args:
            text: The words.
            entity: Who is meant by them.
            kind: What sort of source the reader takes it for.
            at: Where they stand.
        """
        text = _THANKS.sub("", text)
        if (cut := _UP_TO_VERB.match(text)) and not is_name(text):
            text = cut["who"]
        if page := _PAGE_OF_WHOM.match(text):
            whole_ = self.mentions.called(self.mentions.resolved(page[1]))
            if whole_ or " page " not in text or head(folded(page[1])) in words("bodies"):
                return self.hop(page[1], whole_, whole_.kind if whole_ else "organisation", None)
        named = by_name(text, entity) or (fuller(text, entity.name) if entity else "") or without_others(text)
        if named != text and kind != "document":
            return self._by_name(named, text, at)
        rather = self.mentions.rather(text, entity, at)
        entity, kind = rather, "person" if rather is not entity else kind
        text = _LISTED.sub("", _QUOTED_BY.sub("", _ITSELF.sub("", text)))
        if entity is not None and _LISTED.match(entity.name):
            entity = None
        behind = _APPOSED_BEHIND.match(self.text, at + len(text)) if at is not None and not is_name(text) else None
        if behind and is_described(text) and (entity is None or not is_name(entity.name)):
            # *The engineer who built it, Ana Ruiz*, where the reader has no more than the engineer.
            entity = self.mentions.begins(*behind.span("name")) or entity
            text = text + behind[0]
        text = _SHORT_POST.sub(lambda m: _POSTS[m[1]], text)
        if entity is not None and (_QUOTED_BY.search(entity.name) or of_dateline(entity, text, self._article.dateline)):
            entity = None
        if entity is not None and (entity.name in _POSTS or _SHORT_POST.search(entity.name)):
            entity = None
        if entity is not None and is_name(entity.name) and (of_another(text, entity) or no_such(text, entity)):
            # The reader's entity is somebody else than the words.
            entity = self._named_within(text, at, entity)
            kind = entity.kind if entity is not None else "unnamed" if kind == "person" or is_described(text) else kind
        other = entity is not None and is_name(entity.name) and folded(entity.name) not in folded(text)
        if other and entity is not None and (self.speaking.is_dateline(entity) or folded(entity.name) in words("honorifics")):
            # *The company* is not the town in which the report was written.
            entity = None
        if entity is not None and entity.kind != "organisation" and is_called_after(text, entity.name):
            entity, kind = None, "organisation"  # *The Orrel district court* is not Orrel.
        dated = _DATED.sub("", text)
        found = self._hop(dated, None if dated != text and entity and _DATED.search(entity.name) else entity, kind, at)
        sort = "person" if kind == "person" else entity.kind if entity else ""
        return replace(found, words=found.words or text, sort=sort, described=self._described(found, text, entity))

    def _by_name(self, name: str, text: str, at: int | None) -> Hop:
        """The voice that a name within the words for a source means."""
        start = None if at is None else at + text.index(name)
        met = None if start is None else self.mentions.begins(start, start + len(name))
        if met is not None and name.removeprefix("The ").removeprefix("the ") not in met.name:
            met = None
        met = self.mentions.called(name) or met
        return self.hop(name, met, met.kind if met else "organisation", start)

    def document(self, exhibit: Exhibit) -> Hop:
        """The document that stands in the text, or whose word it is.

        Args:
            exhibit: Its words there.
        """
        return self.hop(exhibit.words, None, "document", exhibit.start)

    def written(self, exhibit: Exhibit, author: Hop) -> Hop:
        """The document that stands in the text, where it is told beside it who wrote it.

        Args:
            exhibit: Its words there.
            author: Who wrote it.
        """
        names = (author.name, *author.bodies) if is_name(author.name) else author.bodies
        return Hop("document", exhibit.words, None, names, words=exhibit.words)

    def _named_within(self, text: str, at: int | None, but: Entity) -> Entity | None:
        """Who else is named within words."""
        inside = self.mentions.inside(at, at + len(text)) if at is not None else []
        found = [e for _, _, e in inside if e.kind == "person" and e.name in text and e.id != but.id]
        return found[-1] if found and is_name(found[-1].name) else None

    @staticmethod
    def _described(found: Hop, text: str, entity: Entity | None) -> tuple[str, ...]:
        if found.kind == "unnamed" and head(folded(text)) in words("kin"):
            return (head(folded(text)),)
        if found.kind == "unnamed":
            return (lexicons.singular(head(folded(found.name if folded(text) in PRONOUNS else text))),)
        if found.kind != "voice":
            return ()
        told = " ".join([text[:_PHRASE], *(role.text for role in entity.roles)]) if entity else text[:_PHRASE]
        return tuple(
            dict.fromkeys(w for w in re.findall(r"\b[a-z]{3,}\b", told) if w not in words("anyone") or w in words("kin"))
        )

    def person(self, e: Entity) -> Hop:
        """Somebody by his name."""
        return Hop("voice", e.name, self._wholes.get(e.id), self.speaking.bodies(e, "", e.name, None), self._offices(e, ""))

    def _whole(self, entity: Entity | None) -> int | None:
        return self._wholes.get(entity.id) if entity else None

    def _hop(self, text: str, entity: Entity | None, kind: str, at: int | None) -> Hop:
        if _ALSO.search(text):
            text = _ALSO.split(text)[-1]
            entity = self.mentions.called(text) or entity
        if text.lower() == "it" and entity is not None and entity.kind in ("other", "place"):
            if head(folded(entity.name)) not in words("bodies"):
                return Hop("nobody", text)
            text = f"the {entity.name}" if not is_name(entity.name) else entity.name
        if entity is not None and is_indefinite(text) and at is not None and is_name(entity.name) and entity.name not in text:
            # Who is brought in as *a member of the board* is nobody who was named before.
            entity = None if any(x < at and is_name(self.text[x:y]) for x, y in entity.mentions) else entity
        called_ = in_full(entity, text, self.text) if entity else ""
        text = called_ if text.lower() in PRONOUNS and called_ else text
        name = called_ if is_name(called_) else text or called_
        whole = self._whole(entity)
        bare = folded(text or name)
        if bare in _SELF or name.lower() in _SELF or (_OURS.match(text) and not self._is_of_the_body(text)):
            return Hop("own", self.outlet)
        if _OUR_STAFF.match(text) and head(bare) in words("belongings"):
            return Hop("own", self.outlet)
        if bare in PRONOUNS:
            return Hop("nobody", text)
        if is_press(text):
            return self._document(text, whole, at) if is_held(text, self.text, at) else Hop("nobody", text or name)
        if somebody := _SOMEBODY.match(text):
            # *Someone inside the federation* is not the federation.
            return Hop("unnamed", somebody[0], whole)
        if is_nobody(text, name):
            return Hop("nobody", text or name, definite=is_crowd(text or name))
        if (inner := beside_medium(text)) and not self.is_self(inner):
            return Hop("outlet", inner, None)
        for press in outlets_of(text[:_PHRASE], words("observers")):
            if self.is_self(press) and (press.split()[-1].lower() in self._own_words):
                return Hop("own", self.outlet)
            if self.is_outlet(press) or known(press) or sounds(press) or folded(press) in mastheads():
                return Hop("outlet", press, None)
        if is_name(text) and self.is_outlet(text) and not called(text, self.outlet) > 1:
            # *La Voce di Roccasenna*, where the reader knows of Roccasenna alone.
            return Hop("outlet", text, whole)
        if self.is_outlet(name) and not self.is_self(name):
            return Hop("outlet", name, whole)
        if text.startswith(("the ", "The ")) and folded(text) in mastheads() and text[4:5].isupper():
            return Hop("own", self.outlet) if self.is_self(text) else Hop("outlet", text[4:], whole)
        if is_name(text) and (is_piece_of(self.outlet, self.text, text, at) or (entity is not None and self._on_staff(entity))):
            return Hop("own", self.outlet)
        if is_name(text) and " " in text and called(text, self.outlet) > 1 and not self._is_somebodys(text, entity):
            return Hop("own", self.outlet)  # *Pulp & Print understands …*
        if is_name(text) and self.is_self(text) and (last(plain(text)) in MEDIA or sounds(f"x {last(plain(text))}")):
            return Hop("own", self.outlet)
        if text.lower().startswith("the ") and folded(text[4:]) == self._short and text[4:5].isupper():
            return Hop("own", self.outlet)
        noun = lexicons.singular(head(bare))
        # *The district paper* is one of the press.
        paper = (
            (is_exhibit(text) or (noun != "paper" and (is_paper(noun) or is_paper(head(bare)))))
            and kind in ("other", "unnamed", "group", "person")
            and not is_name(text)
        ) or is_numbered(text)
        if _ORDER.match(text):
            return Hop("voice", text.removeprefix("The ").removeprefix("the "), whole, definite=True)
        if kind != "outlet" and (kind == "document" or paper):
            return self._document(text or name, whole, at)
        if (
            kind == "outlet"
            or (entity is not None and entity.kind == "outlet")
            or self._agency(text, name)
            or self._own_people(name)
        ):
            return self._medium(text, name, whole)
        return self._somebody(text, name, entity, kind, at)

    @staticmethod
    def _is_somebodys(text: str, entity: Entity | None) -> bool:
        """Whether a name that the outlet bears too may be a person's: *Rosa Lind* in *Rosa Lind Weekly*."""
        return folded(text).split()[0] in lexicons.forenames() or bool(entity is not None and entity.roles)

    def _somebody(self, text: str, name: str, entity: Entity | None, kind: str, at: int | None) -> Hop:
        """A person, a body, or who is not named."""
        bare, whole = folded(text or name), self._whole(entity)
        noun = lexicons.singular(head(bare))
        tail = _NAMED_LAST.search(_WHO_CLAUSE.split(text)[0])
        if (
            tail
            and not is_name(name)
            and is_name(tail["name"].lstrip("'’‘ʻ"))
            and not self.is_outlet(tail["name"])
            and is_titled(tail["before"], tail["name"])
        ):
            # *the city's director of monuments, Pia Rusk*, where the reader has no name.
            entity = self.mentions.called(tail["name"])
            bodies = self.speaking.bodies(entity, text, tail["name"], at)
            return Hop("voice", tail["name"], self._whole(entity), bodies, self._offices(entity, text))
        if is_name(name):
            person = kind == "person" or (entity is not None and entity.kind == "person")
            # *Town clerk Ana Ruiz*, whom the reader may take for a body.
            person = person or bool(kind == "organisation" and " " in name and offices_in(folded(text.partition(name)[0])))
            bodies = self.speaking.bodies(entity, text, name, at) if person else ()
            return Hop("voice", name, whole, bodies, self._offices(entity, text))
        person_ = is_indefinite(text) and (noun in offices() or (lexicons.sorts().get(noun) or _NONE).kind == "person")
        # *The banker, who …* is no bank.
        person_ = person_ or (is_calling(noun) and noun not in offices() and noun not in words("bodies"))
        public = is_public(text) and not is_indefinite(text) and not is_calling(noun)
        if not (person_ or noun in ("source", "insider", "circle")) and (
            noun in words("bodies") or public or kind in ("organisation", "state", "place")
        ):
            name = text if name in ("he", "she", "it", "they") else name
            bodies = self.speaking.meant(text or name, noun, at)
            owner = self.speaking.owner(text)
            if not bodies and entity is not None and not is_name(name) and (of := self.speaking.body(text, at)):
                bodies = (of,)
            if not bodies and owner and noun in words("offices"):
                bodies = (owner,)
            return Hop("voice", name, whole, bodies, offices_in(bare) if owner else (), definite=bare in words("generics"))
        bodies = self.speaking.bodies(entity, text, name, at)
        bodies = bodies or self.speaking.meant(text, noun, at)
        official = speaks(text or name) == "other" or self.speaking.for_named(text)
        known_ = speaks(text or name) or posts_in(bare) or self.speaking.of_named(text)
        if bodies and not official and offices().get(noun) == "office" and not self.speaking.of_named(text):
            return Hop("unnamed", text, whole, bodies, offices_in(bare), definite=not is_indefinite(text or name))
        if bodies and (official or (known_ and not is_indefinite(text or name))):
            owned = text.lower().startswith(("his ", "her ", "their ", "its ")) or _OWN_OFFICE.match(text) is not None
            return Hop("voice", bodies[0], None, bodies, offices_in(bare), definite=owned)
        if kind == "other" and (inner := self._inside(text, at)):
            return inner
        indefinite = is_indefinite(text or name) or (head(bare) != noun and noun not in words("firms"))
        shown = text if len(text) > 3 else name or "somebody"
        if meant := self.speaking.meant(text or name, noun, at):
            return Hop("voice", shown, whole, meant, definite=True)
        return Hop("unnamed", shown, whole, (), offices_in(bare), definite=not indefinite)

    def _offices(self, entity: Entity | None, text: str) -> tuple[str, ...]:
        if entity is None:
            return offices_in(folded(text))
        # *District collector Ana Ruiz*, whatever she is called where she speaks.
        spans = ((x, y) for x, y in entity.mentions[:_MENTIONS] if is_name(self.text[x:y]))
        before = (self.text[max(0, x - _BEFORE) : x].split()[-1:] for x, _ in spans)
        beside = [word[0] for word in before if word and word[0].isalpha()]
        return offices_in(folded(" ".join([text, *(role.text for role in entity.roles), *beside])))

    def _medium(self, text: str, name: str, whole: int | None) -> Hop:
        """An outlet: one's own, another, or none in particular."""
        if self.is_self(name) or self._own_people(name):
            return Hop("own", self.outlet)
        end = last(folded(text or name))
        if (noun := head(folded(text))) != end and is_calling(lexicons.singular(noun)):
            return Hop("unnamed", text, whole)  # *Engineers at the site* are no website.
        if not is_name(name) and (end in PLURAL_MEDIA or not self.is_outlet(name)) and "state" not in name.lower():
            return Hop("nobody", text or name)
        return Hop("outlet", name, whole)

    def _own_people(self, name: str) -> bool:
        """Whether these are the outlet's own people: *a Herald photographer* in a Herald."""
        found = folded(name).split()
        return len(found) > 1 and lexicons.singular(found[-1]) in words("observers") and found[-2] in self._own_words

    def _on_staff(self, entity: Entity) -> bool:
        """Whether somebody is of the outlet's people: *Banner photographer Ana Ruiz* in a Banner, *our colleague Ivo Brandt*."""
        if entity.id not in self._staff:
            before = [self.text[max(0, x - _BEFORE) : x] for x, y in entity.mentions[:_MENTIONS] if is_name(self.text[x:y])]
            # A look at the last word tells for most that nobody of the press is meant.
            last_ = ((words_, words_.split()[-1:]) for words_ in before)
            found = (_OBSERVER.search(w) for w, end in last_ if end and end[0].removesuffix(",") in words("observers"))
            own = self._own_words - {"the"}
            mine = not self._of_a_body and any(words_.lower().endswith("our own ") for words_ in before)
            self._staff[entity.id] = mine or any(
                m is not None
                and m["noun"] in words("observers")
                and not (m["noun"] == "colleague" and self._of_a_body)
                and (m["whose"].lower() in own or m["whose"].lower() == "our")
                for m in found
            )
        return self._staff[entity.id]

    def _is_of_the_body(self, text: str) -> bool:
        """Whether words mean somebody by name, of the body on whose page they stand: *our colleague Ana Ruiz*."""
        return bool(_NAMED_BEHIND.search(text)) and self._of_a_body

    @cached_property
    def _of_a_body(self) -> bool:
        """Whether a body speaks for itself here: its colleagues are its people, and the press's are of the press."""
        return body_of(self._article) is not None

    @cached_property
    def _short(self) -> str:
        """The last word of the outlet's name, by which it calls itself: *the Express*."""
        found = re.split(r",| \(", self.outlet)[0].split()
        return folded(found[-1]) if len(found) > 1 and folded(found[-1]) not in words("bodies") else ""

    @cached_property
    def _own_words(self) -> set[str]:
        return set(plain(self.outlet).split()) - {"the", "news", "daily"} | letters(self.outlet)

    def _inside(self, text: str, at: int | None) -> Hop | None:
        """Who is named inside of words that mean a thing: *a charge that the public prosecutor made known*."""
        if at is None:
            return None
        for x, _, e in self.mentions.inside(at + 1, at + len(text)):
            if e.kind in ("person", "organisation", "state", "group") and x > at:
                return self.hop(e.name, e, e.kind)
        return None

    def _agency(self, text: str, name: str) -> bool:
        if is_name(name) and (known(name) or sounds(name) or self.is_outlet(name)):
            return True
        found = folded(text).split()
        return bool(found) and (found[0] in MEDIA or found[-1] in MEDIA - {"agency"} or found[-2:] == ["news", "agency"])

    def _document(self, text: str, whole: int | None, at: int | None) -> Hop:
        """A document; what is in an outlet is this one's word, and what has an owner's name before it this one's voice."""
        text, at = in_whole(text, at)
        if name := medium(text, self.is_outlet):
            return Hop("own", self.outlet) if self.is_self(name) else Hop("outlet", name, whole, words=name)
        if Papers.noun(text) == "page" and self._paged:
            return self._document(self._paged, whole, None)
        if _MINE.search(text):
            return Hop("own", self.outlet)
        if at is not None and (whose := _ITS.match(text)):
            meant = next((e for x, y, e in self.mentions.inside(at, at + len(whose[1])) if y - x == len(whose[1])), None)
            if meant is not None and is_name(meant.name) and self._on_staff(meant):
                return Hop("own", self.outlet)
            if meant is not None and is_name(meant.name) and not self.is_self(meant.name):
                return Hop("voice", meant.name, self._whole(meant), (meant.name,), words=text, paper=text)
        owner = _OWNER.match(text)
        if owner and not owner[1].lower().startswith(_NO_OWNERS) and owns(owner[1], text):
            if is_name(owner[1]) and (known(owner[1]) or sounds(owner[1]) or self.is_outlet(owner[1])):
                return Hop("own", self.outlet) if self.is_self(owner[1]) else Hop("outlet", owner[1], words=owner[1])
            body = self.mentions.resolved(owner[1])
            return Hop("voice", body, None, (body,), offices_in(folded(owner[1])), paper=text)
        return Hop("document", text, whole, self.papers.authors(text, at))

    @cached_property
    def _paged(self) -> str:
        """Of what the article gives pages: *page 88 of the auditor's report*."""
        found = _PAGE_OF.search(self.text)
        return found[1] if found else ""
