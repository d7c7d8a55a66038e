"""Who is one within an article, and who are several: *a man says … the rancher Walt Purdy told us*; *two people say*."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.bare import fit, is_state
from allegedly.weighing.origins.citing import cited
from allegedly.weighing.origins.documents import alike
from allegedly.weighing.origins.exhibits import MEASURE
from allegedly.weighing.origins.hops import (
    Hop,
    head,
    is_calling,
    is_indefinite,
    is_name,
    is_paper,
    is_person,
    offices,
    offices_in,
    speaks,
)
from allegedly.weighing.origins.namesakes import is_public, same_name
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.vocabularies import words
from allegedly.weighing.origins.whom import PRONOUNS

_NEXT = 3
"""How many statements later somebody is named."""
_BACK = 3_000
"""Characters before a statement in which somebody who is described there may be named."""
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_THINGS = ("organisation", "state", "place", "outlet")
_RANKS = frozenset("captain engineer officer sergeant".split())
"""What a pilot, a driver or a soldier may be called too."""
_OWNING = frozenset("owner keeper landlord landlady manager".split())
_IN_A = re.compile(
    r"\bin (?:an?|its|his|her|their) (?:[\w-]+ ){0,2}?(letter|statement|note|post|video|interview|speech|report|email)\b"
)
_OF_IT = re.compile(r"\bof (?:it|them|which)\b")
_AGED = re.compile(r"\b\d{1,3}-year-old$")


_SOMEONE = re.compile(r"(?:somebody|someone|one of) ", re.IGNORECASE)
"""Who is brought in without a name and without an article."""
_OF_THEM = re.compile(
    r"(?:(?:one|another) of (?:the (?:\w+|two \w+)|them|these|those)|(?:the|these|those) same (?:two|three|four|five|\w+s)"
    r"|the (?:two|three|four|five)|both(?: of them)?)",
    re.IGNORECASE,
)
"""*One of the people*, *the same two*: of those who have been brought in."""
_THOSE = frozenset(("people", "sources", "them", "these", "those", *_NUMBERS))
_RAISED = re.compile(
    r"[^.;\n]{3,120}? (?:raised|put|made|brought|levelled|voiced|aired|set out) (?:the|this|that|these|those|his|her)"
    r" (?:\w+ )?(?:matter|question|issue|charges?|claims?|remarks?|comments?|accusations?|allegations?|announcement|statement"
    r"|case|point|concerns?|complaint)\b"
)
"""*Ana Ruiz made the charge on Monday*."""
_UNNAMED = re.compile(
    r"\bwhose (?:voice|name|face|identity)\b|\b(?:anonymous(?:ly)?|anonymity|unnamed|incognito)\b"
    r"|\bnot(?: (?:want|wish|like|willing|prepared|allowed|to))*(?: to)? be (?:named|identified)\b"
)
"""How it is told of somebody that his name is kept back: who is named next is another."""
_OURS = re.compile(r"(?:our|my(?= (?:own )?(?:contact|informant|insider|source)\b)) ", re.IGNORECASE)
"""*Our friend*; *my friend* may be a columnist's, who is another."""
_BEFORE = 12
"""How many statements before *the statement said* it is told who made it."""
_THE_PAPER = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) (?:same |written |short |brief |long )?(\w+)")
_THE_SAME = re.compile(
    r"\b(?:the same|(?:is|are) the (?:one|ones|\w+)|identical)\b[^.\n]{0,30}?\b(?:that|which|as|to|of which|with)\b[^.\n]{0,80}"
)
_THE_STORY = re.compile(
    r"(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts) (?:newspaper |news |paper['’]s |magazine['’]s )?(?P<noun>report|story|article|piece)"
)
"""What an outlet has printed, as another one speaks of it further on."""
_OFFICE_ALONE = re.compile(r"[Tt]he (?P<noun>president|governor|mayor|senator|congressman|congresswoman|chancellor|premier)")
"""An office that one bears whom the article calls by it before his name."""
_DESCRIBED_AS = re.compile(
    r"[Tt]he (?=[a-z-]* ?(?:former|then|presumptive|longtime|freshman|outgoing|incoming|[A-Z]))(?:[\w.-]+ ){1,4}?(?P<noun>\w+)"
)
"""*The former Orrel mayor*, *the Fenland Democrat*, *the presumptive nominee*."""
_PARTISANS = frozenset(("democrat", "republican", "conservative", "liberal", "independent"))
"""What one member of a party is called."""
_OTHERS = frozenset("another first other next only last second two latter".split())
_NEARBY = 300
"""Characters before *the former mayor* in which he is named."""
_TITLE = 30
"""Characters before a name in which his office stands."""
_STORY = {"report": 3}
"""How many statements before it the outlet is looked for: a report may be anybody's."""
_FAR = 8
_REPEATED = 5
"""So many words of a quotation that stand a second time are its speaker's there too."""
_AFTER = 300
"""Characters behind a statement in which another outlet's paper may be said to be the same."""


def of_the_body(report: Report, found: list[Rest]) -> list[Rest]:
    """Who speaks right behind a body, with an office and no body of his own, is of it: *the union … organiser Ana Ruiz*."""
    kept: list[Rest] = []
    for rest in found:
        last, before = rest.hops[-1], kept[-1].hops[-1] if kept else None
        ats = [report.at.get(one.statement) for one in (rest, *kept[-1:])]
        near = len(ats) > 1 and None not in ats and 0 < (ats[0] or 0) - (ats[1] or 0) <= _NEXT
        person = last.kind == "voice" and last.sort == "person" and is_name(last.name) and not last.bodies
        office = {*offices_in(folded(last.words)), *last.offices} & (offices().keys() | words("bearers"))
        body = before is not None and before.kind == "voice" and before.sort != "person" and _is_body(before)
        if near and person and office and body and before is not None:
            kept.append(replace(rest, hops=(*rest.hops[:-1], replace(last, bodies=(before.name, *before.bodies)))))
        else:
            kept.append(rest)
    return kept


def _is_body_or_firm(hop: Hop) -> bool:
    """Whether the words for somebody are those for a body: *the operator, Corven Lines*."""
    told = {lexicons.singular(w) for w in (*folded(hop.name).split(), *hop.described)}
    return not told.isdisjoint(words("bodies") | words("firms"))


def _is_body(hop: Hop) -> bool:
    return bool({lexicons.singular(w) for w in folded(hop.name).split()} & words("bodies"))


def once(report: Report, found: list[Rest]) -> list[Rest]:
    """Those unnamed who are one: *a former member says … the researcher told us*, where no researcher came before."""
    kept: list[Rest] = []
    for rest in found:
        last, at = rest.hops[-1], report.at.get(rest.statement)
        if last.kind == "document" and (same := _same_paper(kept, last)):
            kept.append(replace(rest, hops=same.hops))
            continue
        if at is not None and (whole := next((one for one in kept if _is_of(last, one.hops[-1])), None)):
            kept.append(replace(rest, hops=whole.hops, quotes=rest.quotes | whole.quotes))
            continue
        one = kept[-1].hops[-1] if kept else None
        if one is not None and at is not None and _refers(report, last, one, report.sayings[at].start):
            kept.append(replace(rest, hops=kept[-1].hops, quotes=rest.quotes | kept[-1].quotes))
            continue
        kept.append(rest)
    return kept


def _refers(report: Report, last: Hop, one: Hop, at: int) -> bool:
    """Whether words mean somebody who has been brought in without a name: *a member of her crew … the sailor*."""
    if last.kind != "unnamed" or one.kind != "unnamed" or not (is_indefinite(one.words) or _SOMEONE.match(one.words)):
        return False
    called = last.words
    if folded(called) in PRONOUNS:
        # *The sailor met us in a café. “It burnt,” he said*
        found = re.search(rf"\b[Tt]he (?:[\w-]+ )??{re.escape(last.name)}\b", report.text[max(0, at - _NEARBY) : at])
        if found is None or not last.definite:
            return False
        called, at = found[0], max(0, at - _NEARBY) + found.start()
    noun = head(folded(called))
    ours = _OURS.match(called) is not None and noun in words("insiders")
    several = any(lexicons.singular(w) != w for w in (noun, head(folded(one.words))))
    if several or not (ours or called.lower().startswith(("the ", "this ", "that "))):
        return False
    return noun not in folded(report.text[max(0, at - _BACK) : at]).split()


def are_several(hop: Hop) -> bool:
    """Whether words mean several by their number alone, so that nobody who is named is meant: *the two*."""
    return hop.kind == "unnamed" and head(folded(hop.words)) in _NUMBERS


def _is_of(last: Hop, several: Hop) -> bool:
    """Whether words mean several of whom an article has spoken, or one of these: *two officials … one of the officials*."""
    if last.kind != "unnamed" or several.kind != "unnamed" or not _OF_THEM.fullmatch(last.words):
        return False
    count, *called = folded(re.split(r" (?:who|with|close|familiar|involved)\b", several.words)[0]).split()
    noun = head(folded(last.words.lower().removeprefix("one of ").removeprefix("another of ")))
    return count in _NUMBERS and (noun in called or noun in _THOSE or lexicons.singular(noun) in words("anyone"))


def _same_paper(kept: list[Rest], paper: Hop) -> Rest | None:
    """The rest on the same document, of which an article has spoken before: *a letter … the letter*, *a photograph of it*."""
    for rest in kept:
        one = rest.hops[-1]
        if one.kind == "document" and (
            _OF_IT.search(paper.name)
            or MEASURE.match(paper.name.lower())
            or (alike(one.name, paper.name) and (not paper.bodies or not one.bodies or {*paper.bodies} & {*one.bodies}))
        ):
            return rest
    return None


def same_as(report: Report, rest: Rest, others: list[str]) -> Rest:
    """A document of which the next sentences say that another outlet has it too: *the same that the Post wrote about*."""
    at = report.at.get(rest.statement)
    if rest.hops[-1].kind != "document" or len(rest.hops) > 1 or at is None or not others:
        return rest
    _, end = report.sentence(report.sayings[at].start, report.sayings[at].end)
    m = _THE_SAME.search(report.text, end, end + _AFTER)
    if m is None:
        return rest
    start, stop = report.sentence(m.start(), m.end())
    named = cited(report, report.text[start:stop], others)
    return replace(rest, hops=(Hop("outlet", named[0]), *rest.hops)) if len(named) == 1 else rest


def writer_of(report: Report, saying: Saying) -> Hop | None:
    """Who speaks next in the same paper: *the school tells parents in a letter … writes the head, Ana Ruiz, in the letter*."""
    paper = _IN_A.search(report.sentence_of(saying))
    if not paper:
        return None
    at = report.at[saying.statement]
    for one in report.sayings[at + 1 : at + 1 + _NEXT]:
        the = re.search(rf"\bin (?:the|that|this|his|her|its) (?:\w+ )?{re.escape(paper[1])}\b", report.sentence_of(one))
        if the and one.hops and one.hops[-1].kind == "voice" and is_paper(lexicons.singular(paper[1])):
            return one.hops[-1]
    return None


def speaker_of(report: Report, rest: Rest) -> Rest:
    """Who speaks in *the statement*, *that declaration* of which the article has told before: *the group said in a statement*."""
    at, last = report.at.get(rest.statement), rest.hops[-1]
    noun = _THE_PAPER.fullmatch(last.words)
    if last.kind != "document" or last.bodies or noun is None or at is None:
        return rest
    there = re.compile(rf"\b(?:in|by|through|with|on) (?:an?|its|his|her|their) (?:[\w-]+ ){{0,3}}?{re.escape(noun[1])}\b")
    for one in reversed(report.sayings[max(0, at - _BEFORE) : at]):
        if not one.hops or one.hops[-1].kind not in ("voice", "unnamed"):
            continue
        if there.search(report.sentence_of(one)) or _stem(one.cue) == _stem(noun[1]):
            return replace(rest, hops=(*rest.hops[:-1], *one.hops[-1:]), quotes=rest.quotes | report.quotes(one))
    return rest


def of_outlet(report: Report, rest: Rest) -> Rest:
    """The outlet whose report *the story alleges* means, where the article has just cited one for what it tells."""
    at, last = report.at.get(rest.statement), rest.hops[-1]
    noun = _THE_STORY.fullmatch(last.words)
    if last.kind not in ("document", "unnamed", "nobody") or noun is None or at is None:
        return rest
    for one in reversed(report.sayings[max(0, at - _STORY.get(noun["noun"], _FAR)) : at]):
        if one.hops and one.hops[-1].kind == "outlet":
            return replace(rest, hops=(*rest.hops[:-1], one.hops[-1]))
        if one.hops and one.hops[-1].kind == "document" and _THE_STORY.fullmatch(one.hops[-1].words) is None:
            return rest
    return rest


def repeated(report: Report, saying: Saying) -> Saying | None:
    """The statement that quotes somebody with the words that a statement without any voice has: printed twice, as pages do."""
    told = folded(report.text[saying.start : min(saying.end, saying.start + _BACK)])
    if len(told.split()) < _REPEATED:
        return None
    for one in report.quoted():
        named = one is not saying and one.hops and one.hops[-1].kind in ("voice", "unnamed")
        if named and told in folded(report.text[one.start : min(one.end, one.start + _BACK)]):
            return one
    return None


def _stem(word: str) -> str:
    """What *declare* and *declaration*, *announce* and *announcement* have in common."""
    return re.sub(r"(?:e?ments?|ations?|ions?|es?|s)$", "", word)


def can_be(described: Hop, named: Hop) -> bool:
    """Whether nothing in the words for somebody speaks against his being the named one: a clerk is no mayor."""
    if described.kind == "unnamed" and _UNNAMED.search(described.words):
        return False
    posts = {office for office in named.offices if office in offices() and office not in _RANKS}
    if posts and not posts & set(described.offices) and not described.definite:
        return False
    noun = lexicons.singular(head(folded(described.words)))
    if described.kind == "unnamed" and is_person(noun) and named.sort in _THINGS and _is_body_or_firm(named):
        return False  # *A survivor* is no company.
    if described.kind == "voice" and noun in words("bodies") and not described.bodies and named.sort == "person":
        # *The police* are no shop owner who speaks next.
        return any(same_name(described.name, body) for body in named.bodies) if named.bodies else bool(posts - _OWNING)
    if described.kind == "voice" and noun in words("bodies") and not described.bodies and named.sort in _THINGS:
        # *The administration* is no front that speaks next.
        other = Node("voice", named.name, sort=named.sort)
        governing = is_public(described.name) and (is_public(named.name) or is_state(other))
        return governing or bool(named.bodies) or fit(Node("voice", described.name), other) > 0
    if described.kind == "voice" and described.bodies and (posts or named.bodies):
        # *Stahl's director* is none who is of another body, or holds another office.
        own = {*named.bodies} & {*described.bodies}
        return bool(own or (not named.bodies and posts & set(described.offices)))
    if described.kind == "unnamed" and is_paper(noun):
        return False
    if described.kind == "unnamed" and noun != head(folded(described.words)):
        return False
    roles = [w for w in map(lexicons.singular, folded(named.words).split()) if is_person(w)]
    return noun in roles or not roles or noun in words("anyone") or not is_person(noun) or described.kind == "voice"


def known(report: Report, hop: Hop, saying: Saying) -> Hop | None:
    """Whom a definite description means of those named before: *the 29-year-old*, *the nurse*; *our guest was Ana Ruiz*."""
    called = re.compile(rf"\b{re.escape(hop.name)}(?: \w+)? (?:is|was|are|were) ", re.IGNORECASE)
    if hop.kind == "unnamed" and hop.definite and (m := called.search(report.text, max(0, saying.end - _BACK), saying.end)):
        who = report.mentions.begins(m.end(), m.end() + 60)
        if who is not None and who.kind == "person" and is_name(who.name):
            return report.naming.person(who)
    if not hop.definite or hop.kind != "unnamed" or not hop.words.lower().startswith("the "):
        return None
    noun = head(folded(hop.words))
    people = [
        e
        for x, y, e in report.mentions.before(saying.start)
        if e.kind == "person" and " " in e.name and is_name(e.name) and is_name(report.text[x:y])
    ]
    if _AGED.search(hop.words.lower()):
        return report.naming.person(people[0]) if people else None
    # *The skipper of the Marie Lind* is not she, though the reader has her for the skipper.
    people = [e for e in people if e.name not in hop.words]
    fits = {e.id: e for e in people if any(noun in folded(role.text).split() for role in e.roles)}
    return report.naming.person(next(iter(fits.values()))) if len(fits) == 1 else None


def titled(report: Report, hop: Hop, saying: Saying) -> Hop | None:
    """Whom an office means, or where somebody is from and what he is: *the president*; *the former Orrel mayor*, named before."""
    m = _OFFICE_ALONE.fullmatch(hop.words) or _DESCRIBED_AS.fullmatch(hop.words)
    if m is None or hop.bodies or any(word in _OTHERS for word in folded(hop.words).split()):
        return None
    noun = folded(m["noun"])
    if noun in words("bodies") or not (noun in _PARTISANS or is_person(noun) or offices().get(noun) == "office"):
        return None
    people = [
        (x, e)
        for x, y, e in report.mentions.before(saying.by[0] if saying.by else saying.start)
        if e.kind == "person" and is_name(e.name) and is_name(report.text[x:y])
    ]
    if m.re is _DESCRIBED_AS:
        near = {e.id: e for x, e in people if x > saying.start - _NEARBY and " " in e.name}
        return report.naming.person(next(iter(near.values()))) if len(near) == 1 else None
    before = [(folded(report.text[max(0, x - _TITLE) : x]).split(), e) for x, e in people]
    held = Counter(e.id for told, e in before if told[-1:] == [noun] and told[-2:-1] != ["former"])
    return report.naming.person(report.mentions.entities[held.most_common(1)[0][0]]) if held else None


def raised(report: Report, hop: Hop, saying: Saying) -> Hop | None:
    """Who the next sentence says has brought it up, where a lead has somebody without a name: *Ana Ruiz raised the matter*."""
    if hop.kind != "unnamed" or not is_indefinite(hop.words):
        return None
    end = report.sentence(saying.start, saying.end)[1]
    begin = end + len(report.text[end:]) - len(report.text[end:].lstrip())
    who = report.mentions.begins(begin, begin + _NEARBY)
    m = _RAISED.match(report.text, *report.sentence(begin, begin + 1))
    if who is None or m is None or who.kind != "person" or not is_name(who.name):
        return None
    named = report.naming.person(who)
    return named if can_be(hop, named) else None


def subject_of(report: Report, hop: Hop, saying: Saying) -> Hop | None:
    """Who a definite description means that comes once, where an article is about one person: *the world champion says*."""
    noun = head(folded(hop.words))
    # *The driver of the ferry* says himself who he is.
    single = noun == lexicons.singular(noun) and noun not in offices() and hop.words.lower().startswith("the ")
    single = single and " of the " not in hop.words
    if not single or hop.kind != "unnamed" or not (is_calling(noun) or noun in words("winners")):
        return None
    begin = report.text.find("\n") + 1
    people = {
        e.id: (x, e)
        for x, y, e in report.mentions.before(saying.start)
        if e.kind == "person" and is_name(e.name) and is_name(report.text[x:y]) and not report.naming.speaking.is_dateline(e)
    }
    brought_in = re.search(rf"\b(?:[Aa]n?|[Oo]ne) (?:[\w-]+ )*{re.escape(noun)}\b", report.text[: saying.start][-_BACK:])
    if len(people) != 1 or brought_in:
        return None
    x, one = next(iter(people.values()))
    return report.naming.person(one) if x < begin and not one.roles else None


def told_apart(report: Report, rest: Rest) -> list[Rest]:
    """The several whom a lead names in one breath and who then speak one by one: *two people … a driver says … a woman says*."""
    last = rest.hops[-1]
    many = _NUMBERS.get((last.words.lower().split() or [""])[0], 0)
    at = report.at.get(rest.statement)
    if last.kind != "unnamed" or not many or at is None:
        return [rest]
    found: dict[str, Saying] = {}
    for saying in report.sayings[at + 1 : at + 1 + 2 * many]:
        if not saying.hops or saying.hops[-1].kind in ("own", "nobody"):
            continue
        one = saying.hops[-1]
        if len(saying.hops) > 1 or _OF_THEM.fullmatch(one.words):
            continue  # *One of the two* is either; of whom he speaks is neither.
        singular = lexicons.singular(head(folded(one.words))) == head(folded(one.words))
        if one.kind == "unnamed" and is_indefinite(one.words) and singular:
            found.setdefault(head(folded(one.words)), saying)
        elif (
            one.kind == "voice"
            and one.sort not in _THINGS
            and not speaks(one.words)
            and not one.bodies
            and is_name(one.name)
            and " " in one.name
        ):
            found.setdefault(one.name, saying)
    if not 1 < len(found) <= many:
        return [rest]
    return [
        replace(rest, hops=(*rest.hops[:-1], s.hops[-1]), statement=s.statement, quotes=report.quotes(s)) for s in found.values()
    ]
