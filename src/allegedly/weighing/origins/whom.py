"""Whether the reader's entity can be meant by words: a person is no federation, the banker no bank."""

from __future__ import annotations

import re

from allegedly.ledger.names import abbreviates, folded
from allegedly.model import Dateline, Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import DETERMINED, head, is_calling, is_name, is_paper, is_person, offices
from allegedly.weighing.origins.vocabularies import words

PRONOUNS = frozenset("one he she it they who which that this you your".split())
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_FULL_NAME = re.compile(r"(?:^|[a-z.] )(?:[A-Z][\w'’.-]* ){1,3}[A-Z][\w'’-]{2,}$")
_HOUSE = re.compile(r"(?:[Tt]he )?House")
_SOMEBODY_OF = re.compile(
    r"^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne) (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]+) (?:of|to) (?P<whom>.+)$"
)


def no_such(text: str, entity: Entity) -> bool:
    """Whether the words cannot mean somebody of this name: a person is no federation, and nobody has two names."""
    if folded(text) in PRONOUNS:
        return False
    if _HOUSE.fullmatch(text) and entity.name.endswith(" House"):
        return not entity.name.startswith(("U.S.", "US ", "State"))  # *The House* is a parliament's, and no *White House*.
    noun = lexicons.singular(head(folded(text)))
    own = {folded(word) for word in text.split()[1:] if word[:1].isupper()}
    if own and DETERMINED.match(text.lower()) and noun in words("bodies") | words("firms") and is_name(entity.name):
        # *The Soddu dairy* is not the cheese that was named before.
        theirs = {*folded(" ".join([entity.name, *(role.text for role in entity.roles)])).split()}
        if own.isdisjoint(theirs) and not abbreviates(" ".join(own), entity.name):
            return True
    if entity.kind in ("organisation", "state", "place", "document") and DETERMINED.match(text.lower()) and not is_name(text):
        # *The district* is no school, *the banker* no bank.
        named_ = {lexicons.singular(w) for w in folded(" ".join([entity.name, *(role.text for role in entity.roles)])).split()}
        body = noun in words("bodies") and noun not in words("firms") and f"the {noun}" not in words("generics")
        return (body or ((is_calling(noun) or is_person(noun)) and noun not in offices())) and noun not in named_
    if entity.kind not in ("person", "organisation"):
        return False
    if DETERMINED.match(text.lower()) and noun in words("bodies") and not is_name(text):
        return entity.name not in text
    named = _FULL_NAME.search(text)
    return bool(named) and not set(folded(text).split()) & set(folded(entity.name).split())


def is_called_after(text: str, name: str) -> bool:
    """Whether words mean a body that has a name only in front: *the Orrel district court*."""
    bare = _ARTICLE.sub("", text)
    low = head(folded(bare))
    return is_name(name) and bare.startswith(f"{name} ") and low in words("bodies") and low not in folded(name).split()


def of_another(text: str, entity: Entity) -> bool:
    """Whether a name stands in words for somebody else: *the driver of the late Aurelio Tocci*, *the skipper of the Marie*."""
    m = _SOMEBODY_OF.match(text)
    if m is None or entity.name not in m["whom"]:
        return False
    noun = m["noun"]
    if noun in words("helms") and (entity.kind != "organisation" or not words("craft").isdisjoint(folded(m["whom"]).split())):
        return m["whom"].startswith("the ") and m["whom"].endswith(entity.name)
    if entity.kind != "person":
        return False
    return (is_calling(noun) or is_person(noun)) and noun not in offices() and not is_paper(noun)


def of_dateline(entity: Entity, text: str, line: Dateline | None) -> bool:
    """Whether somebody is no more than the place from which it is reported: *TEKLE DAR, 8 Nov - … the group said*."""
    return line is not None and entity.name not in text and all(y <= line.span[1] for _, y in entity.mentions[:1])


def is_titled(before: str, name: str) -> bool:
    """Whether a name that stands behind a word is that of somebody who is described before it, and no part of the description."""
    if " " not in name:
        return before in offices()  # *customs chief Tolu*
    return before == "," or before in offices() or is_calling(lexicons.singular(before))


def is_described(text: str) -> bool:
    """Whether words say what somebody is, behind *the* or *his*."""
    noun = lexicons.singular(head(folded(text)))
    return text.lower().startswith(("the ", "its ", "his ", "her ", "their ")) and is_calling(noun)
