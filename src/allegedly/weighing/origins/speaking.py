"""For whom somebody speaks: a spokesman for his ministry, a lawyer for whoever is named before, *the company* for its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.former import is_past, without
from allegedly.weighing.origins.hops import before_office, head, is_calling, is_indefinite, is_name, offices, posts_in, speaks
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.namesakes import is_public
from allegedly.weighing.origins.vocabularies import words

_FOR_WHOM = re.compile(
    r"\b(?:(?:spokes\w+|speakers?|lawyers?|solicitors?|attorneys?|representatives?) (?:of|for|at|from)|who (?:speaks|spoke) for)"
    r" (?:the |our |its )?(.+)$",
    re.IGNORECASE,
)
_ACTS_AS = re.compile(
    r"^[^,]{2,80}, who (?:now )?(?:acts|acted|serves|served|is acting) as (?=(?:the |its )?[\w -]{2,40}['’]s? )"
)
"""*Ana Ruiz, who acts as the drivers' spokeswoman*."""
_REPRESENTS = re.compile(
    r", who (?:represents|represented|acts for|acted for|is acting for|defends) ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)$"
)
"""*Ana Ruiz, who represents Ivo Brandt*: a person's lawyer; whom a member of parliament represents is none."""
_PEOPLE_OF = re.compile(
    r"\b(?:officials|management|researchers|scientists|officers|executives|managers) (?:of|for|at|from) (?:the |our |its )?(.+)$",
    re.IGNORECASE,
)
_FOLK_OF = re.compile(
    r"\b(?:people|folk|folks|volunteers|campaigners|activists)"
    r" (?:of|from|at|with) (?:the |our )?"
    r"(?P<of>[A-Z].+)$"
)
"""*The good people of Open Hand*: of a body, where that is no place."""
_ITS_SPEAKER = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?(?!(?:A|An|The|His|Her|Its|Their|Our) )([A-Z][\w.&-]*(?:"
    r" [A-Z][\w.&-]*){0,6})(?:['’]s?)? (?:chief |senior )?"
    r"(?:spokes\w+|press officer|envoy)\b"
)
_FIRM_POSTS = re.compile(
    r"\b(?:chief executive|chief (?:operating|financial|finance|technology|technical|commercial|marketing|legal|investment)"
    r" officer|(?:managing|sporting|technical|finance|operations|marketing|commercial) director|ceo|coo|cfo|chairman"
    r"|chairwoman"
    r"|director of (?:football|rugby|communications|operations)|general manager|spokes\w+|press officer)\b",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"\b(?:of|from|at|with) (?:the )?([A-Za-z][\w' -]{2,60})$")
_OFFICE_OF = re.compile(
    r"\b(?P<office>[a-z]+) (?:of|for|with|at|from) (?:the )?(?P<of>[A-Z][\w'’&.-]*(?: [A-Z0-9][\w'’&.-]*){0,3})(?=,|$)"
)
_OWNERS_SPEAKER = re.compile(r"^(?:[Tt]he |[Aa]n? )?([A-Za-z][\w -]{1,40}?)['’]s? (?:[\w-]+ ){0,2}?([a-z]+)\b")
_BODY_FIRST = re.compile(r"The (?P<who>(?:[\w-]+ ){0,4}?(?P<noun>[a-z]+)) (?:has |had |have )?(?:[a-z]+ed|found)\b")
"""The body that a sentence is about."""
_WHOSE = re.compile(r"^(his|her|their|its) (?:[\w-]+ ){0,2}?([\w-]+)\b", re.IGNORECASE)
_OWNED_OFFICE = re.compile(
    r"^(?:(?P<pronoun>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|(?:[Tt]he )?(?P<owner>[A-Z][^,]{1,50}?)['’]s?) (?P<post>(?:[a-z-]+"
    r" ){0,3}[a-z-]+)(?:,|$| [A-Z])"
)
_BEFORE_POST = re.compile(
    r"^(?:[Tt]he )?(?P<of>[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,4}) (?:[a-z-]+ )??(?P<post>[a-z]+) [A-Z][\w'’-]+(?: [A-Z]|,|$)"
)
"""*Green Front leader Ana Ruiz*."""
_MINISTER = re.compile(
    r"\b(?:minister (?:of|for) (?:the )?(?P<of>\w+(?: and \w+)?)|(?P<name>\w+(?: and \w+)?) minister)\b", re.IGNORECASE
)
_NO_MINISTRIES = frozenset("deputy first chief cabinet former senior junior state the another government regional local".split())
_OWNERS = re.compile(r"^(?:[Tt]he )?(?P<owner>[A-Z][\w-]*(?: [\w-]+){0,5})['’]s? [A-Z]")
_BROUGHT_IN = re.compile(r"^[Tt]he [\w-]+ (?:whose|which|that)\b")
_SPOKES = re.compile(r"^(?:[Tt]he |[Aa]n? |[Ii]ts )?(?:chief |press )?(?:spokes\w+|press officer)$")
_BODIES = ("organisation", "other", "group")
_HEADS = frozenset(
    "president chairman chairwoman chair director secretary head chief spokesman spokeswoman leader manager".split()
)
"""Offices of those who speak for what they are of."""
_MENTIONS = 20
"""Mentions of somebody that are looked at."""
_TITLE = re.compile(r"\b[A-Z][\w'’-]+(?:(?: (?:for|of|and|without|against|in|&|de|des|du|del|di))?(?: the)? [A-Z][\w'’-]+){1,6}")
"""A name of several words."""
_NEAR = 400
"""Characters before *the organisation* in which its name stands."""
_ENDS = (". ", ".\n", "\n", "? ", "! ")
_MARKS = frozenset("\"“‘'")
_APPOSED = re.compile(r"(?:, |[-–—] |\b(?:said|says|say|adds|added|told us|according to) )$")
"""Before *its head*, where he speaks for the subject of the sentence."""
_DATELINE = re.compile(r"[A-Z][A-Z '’.-]{2,40}(?:[,(/][^\n]{0,60}?)? ?[-–—:] ")
"""Where an article was written, in capitals before its first word: no body, whatever the reader takes it for."""
_NO_FIRMS = frozenset("union association federation party guild ministry council".split())
_PHRASE = 300
"""Characters of somebody's description that are looked at."""


class Speaking:
    """For whom the voices of one article speak.

    Args:
        mentions: Who is meant in it.
        is_outlet: Whether an outlet of the ledger has a name.
    """

    def __init__(self, mentions: Mentions, is_outlet: Callable[[str], bool]) -> None:
        self.mentions, self._is_outlet = mentions, is_outlet
        self._called: dict[str, list[tuple[int, str]]] = {}

    def is_dateline(self, entity: Entity) -> bool:
        """Whether somebody is no more than the place that a dateline names: *ORREL, June 4 (FLN) -*."""
        begin = entity.mentions[0][0]
        at_line = not begin or self.mentions.text[begin - 1] == "\n"
        line = _DATELINE.match(self.mentions.text, begin) if at_line else None
        # *ANA RUIZ: We will not.* speaks.
        return line is not None and not (entity.kind == "person" and line[0].endswith(": "))

    def bodies(self, entity: Entity | None, text: str, name: str, at: int | None) -> tuple[str, ...]:
        """The bodies, or the person, for whom a person speaks by what he is called.

        Args:
            entity: The person.
            text: The words for him.
            name: His name, or the words.
            at: Where they stand.
        """
        # *The former director of the Fen Bureau* speaks for himself.
        text = without(text[:_PHRASE])
        if one := self._said(text, name, at):
            return (one,)
        phrases = self._phrases(entity) if entity else ()
        for x, words_ in phrases:
            whose = _WHOSE.match(words_)
            if whose and offices().get(whose[2].lower()) == "other" and (one := self._possessor(whose[1], x, name)):
                return (one,)
        held = [r for r in entity.roles if not is_past(self.mentions.text, *r.span)] if entity else []
        roles = [text, *(role.text for role in held)]
        if entity is not None:
            # *The president of the Fitters' Union, Ana Ruiz*: what he is called stands beside his name.
            called = (words_[:_PHRASE] for _, words_ in phrases)
            roles += [words_ for words_ in called if " of " in words_ and not is_name(words_)]
        roles = [without(role) for role in roles]
        found = dict.fromkeys(self._by_office(text, name, ", ".join(roles)))
        before = _BEFORE_POST.match(text)
        if before and offices().get(before["post"]) == "body" and self._is_body(before["of"]):
            found[before["of"]] = None
        if entity is None:
            return tuple(found)
        for role in held:
            told = without(role.text)
            whom = speaks(told)
            of = self.mentions.entities.get(role.of or "")
            if whom and of is not None and (whom == "other" or of.kind in _BODIES or head(folded(of.name)) in words("bodies")):
                found[of.name] = None
            elif whom and (body := before_office(told)):
                found[body] = None
        if not found and _FIRM_POSTS.search(" ".join(roles)) and (firm := self.firm(at)):
            found[firm] = None
        if not found:
            for x, words_ in phrases:
                owned = _OWNED_OFFICE.match(words_[:_PHRASE])
                post = offices().get(lexicons.singular(head(folded(owned["post"])))) if owned else None
                if owned and post in ("body", "other") and (owned["pronoun"] or "").lower() in ("its", "their"):
                    found.update(dict.fromkeys(filter(None, (self._possessor(owned["pronoun"], x),))))
        if not entity.roles and (body := before_office(text.replace(name, "") or text)):
            found[body] = None
        return tuple(found)

    def _phrases(self, entity: Entity) -> list[tuple[int, str]]:
        """Where somebody is meant by several words, and these: a single one does not say for whom he speaks."""
        if entity.id not in self._called:
            text = self.mentions.text
            found = ((x, text[x:y]) for x, y in entity.mentions[:_MENTIONS] if " " in text[x:y])
            self._called[entity.id] = [(x, words_) for x, words_ in found if not is_past(text, x, x + len(words_))]
        return self._called[entity.id]

    def _said(self, text: str, name: str, at: int | None) -> str:
        """For whom the words themselves say that he speaks: *a spokesman for the harbour office*, *her lawyer*."""
        text = _ACTS_AS.sub("", text)
        if whom := _FOR_WHOM.search(text):
            return self.mentions.resolved(whom[1])
        if (whom := _REPRESENTS.search(text)) and is_called_as_one(self.mentions.resolved(whom[1])):
            return self.mentions.resolved(whom[1])
        if (whom := _PEOPLE_OF.search(text)) and not is_indefinite(text):
            return self.mentions.resolved(whom[1])
        if (whom := _FOLK_OF.search(text)) and not is_indefinite(text) and self._is_body(whom["of"]):
            return self.mentions.resolved(whom["of"])
        if whom := _ITS_SPEAKER.match(text):
            return whom[1].strip()
        if whom := _OWNERS_SPEAKER.match(text):
            speaker = offices().get(lexicons.singular(whom[2])) == "other"
            if speaker or (not is_name(name) and whom[2] in words("offices")):
                return self.mentions.resolved(whom[1])
        owned = _OWNED_OFFICE.match(text)
        if owned and offices().get(lexicons.singular(head(folded(owned["post"])))) in ("body", "other"):
            # *its branch secretary, Ana Ruiz*; *Stahl's managing director*
            if not owned["pronoun"]:
                return self.mentions.resolved(owned["owner"]) if is_name(owned["owner"]) else ""
            if owned["pronoun"].lower() in ("its", "their"):
                return self._possessor(owned["pronoun"], at)
        whose = _WHOSE.match(text)
        return self._possessor(whose[1], at, name) if whose and offices().get(whose[2].lower()) == "other" else ""

    @staticmethod
    def _by_office(text: str, name: str, roles: str) -> list[str]:
        """The bodies that an office stands for: the ministry for its minister, the police for an inspector."""
        if is_indefinite(text) and not is_name(name):
            return []
        found = []
        for m in _MINISTER.finditer(roles):
            of = (m["of"] or m["name"]).lower()
            if of == "prime":
                found.append("government")
            elif of not in _NO_MINISTRIES:
                found.append(f"{of} ministry")
        if (owner := _OWNERS.match(text)) and (text[:4] in ("The ", "the ") or head(folded(owner["owner"])) in words("bodies")):
            # *The Front's Ana Ruiz*
            found.append(owner["owner"])
        whom = _OF_BODY.search(text) if is_name(name) else None
        if whom and (head(folded(whom[1])) in words("bodies") or folded(whom[1]) == "coast guard"):
            found.append(whom[1])
        found += [m["of"] for m in _OFFICE_OF.finditer(text) if offices().get(m["office"]) in ("body", "other")]
        found += [m["of"] for m in _OFFICE_OF.finditer(roles) if m["office"] in _HEADS and " " in m["of"]]
        return [*found, *posts_in(folded(roles))]

    def _is_body(self, name: str) -> bool:
        """Whether a name is a body's in this article."""
        entity = self.mentions.called(self.mentions.resolved(name))
        if entity is not None and entity.kind in ("organisation", "place", "state"):
            return entity.kind == "organisation"
        return " " in name and is_name(name) and not is_called_as_one(name)

    def owner(self, text: str) -> str:
        """Whose office it is by the words: *the governor* of *the governor's press service*; nobody's where they do not say."""
        whom = _OWNERS_SPEAKER.match(text[:_PHRASE])
        return self.mentions.resolved(whom[1]) if whom else ""

    def for_named(self, text: str) -> bool:
        """Whether the words say of themselves for whom somebody speaks."""
        return bool(_FOR_WHOM.search(text[:_PHRASE]))

    def of_named(self, text: str) -> bool:
        """Whether the words mean people of a body: *researchers at the institute*."""
        folk = _FOLK_OF.search(text[:_PHRASE])
        return bool(_PEOPLE_OF.search(text[:_PHRASE])) or (folk is not None and self._is_body(folk["of"]))

    def meant(self, text: str, noun: str, at: int | None) -> tuple[str, ...]:
        """Whom a body without its name means in this article: *the company*, *his office*; nobody where that is open.

        Args:
            text: The words.
            noun: Their noun.
            at: Where they stand.
        """
        whose = _WHOSE.match(text)
        if whose and noun in words("offices") and (one := self._possessor(whose[1], at)):
            return (one,)
        spokesman = bool(_SPOKES.match(text))
        # *The agencies* are several, and no firm.
        definite = (text.lower().startswith(("the ", "its ")) and head(folded(text)) == noun) or folded(text) == "management"
        named = not text.removeprefix("The ").removeprefix("the ").islower()  # *the Soddu dairy* is no other's
        # *The firm whose stamp is on it* is one that is only brought in.
        if not spokesman and (named or _BROUGHT_IN.search(text) or not (noun in words("firms") and definite)):
            return ()
        firm = self.firm(at, text)
        return (firm,) if firm else ()

    def body(self, text: str, at: int | None) -> str:
        """The body that was named last before *the organisation*, *the association* …, near enough that it is meant."""
        definite = text.lower().startswith(("the ", "this ")) and text.count(" ") == 1
        if at is None or not definite or head(folded(text)) not in words("anybodies"):
            return ""
        near = [m[0] for m in _TITLE.finditer(self.mentions.text, max(0, at - _NEAR), at)]
        if text.lower() == "the force":
            near = [name for name in near if is_public(name)]
        return next((name for name in reversed(near) if not is_called_as_one(name) and not self._is_outlet(name)), "")

    def firm(self, at: int | None, text: str = "") -> str:
        """The firm that was named last before a place; where the reader knows of none, what was named first in the article."""
        if at is None:
            return ""
        for _, _, e in self.mentions.before(at):
            named = e.kind == "organisation" and is_name(e.name) and not any(c.isdigit() for c in e.name)
            named = named and lexicons.singular(folded(e.name).split(" ")[-1]) not in _NO_FIRMS and not self.is_dateline(e)
            if named and folded(e.name) != folded(text) and not self._is_outlet(e.name):
                return e.name
        given = lexicons.forenames()
        for x, _, e in self.mentions.first():
            named = x < at and e.kind in ("other", "person") and is_name(e.name) and not e.roles and not self.is_dateline(e)
            if named and e.name.split()[0].lower() not in given:
                return e.name
        return ""

    def _subject_before(self, at: int) -> str:
        """The name with which the sentence begins before the one that begins with *its*, if it is no person's."""
        text = self.mentions.text
        if text[max(0, at - 2) : at] not in (". ", ".\n", "\n\n"):
            return ""
        begin = max(text.rfind(mark, 0, max(0, at - 2)) for mark in (". ", "\n")) + 1
        found = _TITLE.match(text, begin + (text[begin : begin + 1] == " "))
        return found[0] if found and not is_called_as_one(found[0]) else ""

    def _subject_of(self, at: int) -> str:
        """The body with which the sentence begins in which *its head, Ana Ruiz* is said to speak; nothing where none does."""
        text = self.mentions.text
        begin = max(text.rfind(mark, 0, at) for mark in _ENDS) + 1
        begin += len(text[begin:at]) - len(text[begin:at].lstrip())
        if text[begin : begin + 1] in _MARKS or not _APPOSED.search(text, begin, at):
            return ""
        for x, y, e in self.mentions.inside(begin, at):
            if x > begin + len("The "):
                break
            noun = lexicons.singular(head(folded(text[x:y])))
            if e.kind == "organisation" or noun in words("bodies") or noun in words("firms"):
                return e.name if is_name(e.name) else text[x:y].replace("The ", "the ", 1)
        found = _BODY_FIRST.match(text, begin)
        return found["who"] if found and lexicons.singular(found["noun"]) in words("bodies") else ""

    def _possessor(self, pronoun: str, at: int | None, but: str = "") -> str:
        """Whose lawyer *her lawyer* is: nobody who is himself the lawyer, and a person where the pronoun says so."""
        if at is None:
            return ""
        person = pronoun.lower() in ("his", "her")
        if not person and (subject := self._subject_of(at)):
            return subject
        whole = next((e for x, y, e in self.mentions.inside(at, at + len(pronoun)) if y - x == len(pronoun)), None)
        named = whole is not None and is_name(whole.name) and whole.name != but
        if whole is not None and named and (is_called_as_one(whole.name) if person else whole.kind != "person"):
            return whole.name
        before = [e for _, _, e in self.mentions.before(at) if is_name(e.name) and e.name != but]
        if not person:
            subject = self._subject_before(at)
            return subject or next((e.name for e in before if e.kind in ("organisation", "state", "person")), "")
        begin = max(self.mentions.text.rfind(mark, 0, at) for mark in (". ", "\n", "” ", '" '))
        here = (e.name for _, _, e in self.mentions.inside(max(0, begin), at) if is_name(e.name) and e.name != but)
        one = next((name for name in here if is_called_as_one(name)), "")
        if one or (whole is not None and named and whole.kind == "person" and may_be_one(whole.name)):
            return one or (whole.name if whole is not None else "")
        here = (e.name for _, _, e in self.mentions.inside(max(0, begin), at) if is_name(e.name) and e.name != but)
        if one := next((name for name in here if may_be_one(name)), ""):
            return one
        found = next((e.name for e in before if e.kind == "person"), "")
        return found or next((e.name for e in before if e.kind in _BODIES and may_be_one(e.name)), "")


def is_called_as_one(name: str) -> bool:
    """Whether a name is a person's by its words: *Amalia Roux*, *Striker Phumin Sae*."""
    first = folded(name).split(" ")[0]
    return " " in name and (first in lexicons.forenames() or is_calling(first) or first in offices())


def may_be_one(name: str) -> bool:
    """Whether a name may be a person's: two or three words, the last of which is none for a body."""
    found = folded(name).split()
    body = found[-1] in words("bodies") | words("firms") | lexicons.CORPORATE
    return 1 < len(found) < 4 and not body and words("clubs").isdisjoint(found)
