"""Who speaks where the reader has a piece of what is told of him, or takes *it* and *he* for what the statement only names.

*A clerk who opened the mail at the office says …*: the clerk, and not the mail. *“Gates at Hask, Orrel and Tarn will be
shut,” it says*: none of the three, but the paper of which the sentence before tells. *Orrel's bypass was used as a threat, he
claims*, and in the next sentence *Ivo Brandt told us*: not Orrel.
"""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.model import Entity, Statement
from allegedly.reading import lexicons
from allegedly.weighing.origins.exhibits import LONGEST
from allegedly.weighing.origins.hops import Hop, head, is_name, is_person, says
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.sentences import Sentences
from allegedly.weighing.origins.speaking import is_called_as_one
from allegedly.weighing.origins.vocabularies import words
from allegedly.weighing.origins.whom import PRONOUNS

_MENTIONS = 20
"""Mentions of somebody that are looked at."""
_SPEAKS_NEXT = re.compile(r"\s*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})(?:,[^,\n]{2,80},)? (?:has |had )?(?P<verb>[a-z]+)\b")
"""*Ivo Brandt told the Post*, with which a sentence begins."""
_PRONOUNS = PRONOUNS | frozenset("its his him her hers their theirs them himself herself itself themselves whose whom".split())
_WHO_DID = re.compile(
    r"[\"“]?(?P<who>(?:An?|The|One of (?:the|his|her|its)|Two|Three|Several|Some) (?:[\w'’-]+ ){1,8}?)"
    r"(?P<rel>who|that) (?P<did>[^.,;:\n\"“”]{2,90} )"
)
"""*A clerk who opened the*, with which a sentence begins."""
_CLAUSE = re.compile(r"\b(?:what|which|who|whom|whose|that|where|when|while|and|but|or|as|if|because)\b")
"""What else may begin before the source, so that it is whom that tells of."""
_WORDS_FOR_HIM = ("who", "that", "which", "he", "she")
_OWNS = ("'s ", "’s ", "' ", "’ ")


def rather(text: Sentences, naming: Naming, s: Statement) -> Hop | None:
    """Who speaks, where that is not whom the reader has; nobody where the reader may be right.

    Args:
        text: The article's sentences.
        naming: Its voices.
        s: A statement.
    """
    if told := _told_of(text, naming, s):
        return told
    called = (s.source.text or "").lower()
    entity = naming.mentions.entities.get(s.source.entity or "")
    if s.source.span is None or called not in ("it", "he", "she") or entity is None:
        return None
    named = [(x, y) for x, y in entity.mentions[:_MENTIONS] if folded(naming.text[x:y]) not in _PRONOUNS]
    if not named or not all(any(a <= x and y <= b for a, b in s.content) for x, y in named):
        return None
    if called == "it":
        return _paper_before(text, naming, s) if s.mode in ("direct", "mixed") else None
    owner = all(naming.text.startswith(_OWNS, y) for _, y in named)
    return _speaks_next(text, naming, s, entity) if owner and s.source.span[0] >= s.content[-1][1] else None


def _told_of(text: Sentences, naming: Naming, s: Statement) -> Hop | None:
    """Somebody without a name, where the source ends what is told of him: *a clerk who opened the mail at the office says*."""
    if s.source.span is None or not s.cue or s.cue[0][0] != s.source.span[1] + 1 or is_name(s.source.text or ""):
        return None
    a, b = s.source.span
    found = _WHO_DID.match(naming.text, text.sentence(a, a + 1)[0], a)
    if found is None or found.end() != a or _CLAUSE.search(found["did"]) or any(map(says, found["did"].split())):
        return None
    noun = lexicons.singular(head(folded(found["who"])))
    people = found["rel"] == "who" or is_person(noun) or noun in words("anyone")
    if not people or (s.source.text or "").lower() in _WORDS_FOR_HIM:
        return None
    return naming.hop(naming.text[found.start("who") : b], None, "unnamed", found.start("who"))


def _paper_before(text: Sentences, naming: Naming, s: Statement) -> Hop | None:
    """The document of which the sentence before tells, in the same paragraph."""
    begin, _ = text.sentence(s.content[0][0], s.content[0][0] + 1)
    start = text.sentence(begin - 1, begin)[0] if begin else 0
    if not begin or "\n" in naming.text[start:begin]:
        return None
    meant = naming.showing.earlier(max(start, begin - LONGEST), begin)
    return naming.document(meant) if meant else None


def _speaks_next(text: Sentences, naming: Naming, s: Statement, entity: Entity) -> Hop | None:
    """The person who speaks in the next sentence, where what is called by the name is no person's by it."""
    if is_called_as_one(entity.name) or folded(entity.name).split()[0] in lexicons.forenames():
        return None  # *Ana Ruiz's boat was rammed, she says*
    _, end = text.sentence(s.source.span[0], s.source.span[1]) if s.source.span else (0, 0)
    next_ = _SPEAKS_NEXT.match(naming.text, end)
    if next_ is None or not says(next_["verb"]) or not is_name(next_["who"]):
        return None
    who = naming.mentions.begins(*next_.span("who"))
    if who is None or who.kind != "person":
        return None
    return replace(naming.person(who), words=who.name, sort="person")
