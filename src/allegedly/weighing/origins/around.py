"""What the rest of an article says of where it has a claim from, whose own sentence gives no source; and who is meant there.

A lead has the source that a later sentence of the same matter names. *A man says …* and, in the next sentence, *the rancher
Walt Purdy told the Courier* are one; *two people say* are those two who then speak one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.blocks import led_in
from allegedly.weighing.origins.citing import CITING, cited, unquoted
from allegedly.weighing.origins.firsthand import befell, counted_too, found_it, saw_it
from allegedly.weighing.origins.hops import Hop, head, is_name, is_paper, says
from allegedly.weighing.origins.onpages import on_a_page
from allegedly.weighing.origins.outlets import best
from allegedly.weighing.origins.recorded import recorded
from allegedly.weighing.origins.relaying import alike, passed_on
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import HEARD, TOLD_ME, Rest, explicit
from allegedly.weighing.origins.sayings import Saying, innermost
from allegedly.weighing.origins.scope import runs_on
from allegedly.weighing.origins.sums import without_sums
from allegedly.weighing.origins.vocabularies import words
from allegedly.weighing.origins.within import (
    are_several,
    can_be,
    known,
    of_outlet,
    of_the_body,
    once,
    raised,
    repeated,
    same_as,
    speaker_of,
    subject_of,
    titled,
    told_apart,
    writer_of,
)
from allegedly.weighing.origins.witness import FIRST_PERSON, lived, observers

_THAT_IS_WHAT = re.compile(r"(?:That(?:['’]s| is) what|So) ((?:an?|the) [^,.;]{3,60}?) (?:tells|told|says|said|claims)\b")
_THAT_FROM = re.compile(
    r"(?:That|This|So|It)\b[^.;\n]{0,50}?\b(?:from|in|according to|by|says|say|writes|reports|shows) "
    r"(?P<who>(?:[Tt]he|[Aa]n?|its|his|her) [^.;,\n]{3,70})"
)
_I = re.compile(r"\b(?:I|me|my)\b")
_TOLD = re.compile(
    r"\b(?:hear|heard|understand|told|tells?|learn(?:ed|t)?|asked|think|believe|hope|wish|sure|know|wonder|read|suppose)\b"
)
_SO_MUCH = re.compile(
    r"(?:So much(?! for\b)|As much|This much|That much|(?:To|At|Of|From|On) this|This (?:is|was|can|could|may|emerges"
    r"|follows|comes|appears|became)"
    r"|So (?:reads|runs|stands|ran|read|says|said|testified|writes|wrote|reports|reported|claims|claimed|declared|stated"
    r"|declares|states)"
    r"|That (?:(?:is|was)(?! no)|can|could|may|emerges|follows|comes|appears)|The same (?:is|was))\b"
)
_OUR_SOURCE = re.compile(r"\b[Oo]ur (?:own )?(?:two |three )?(?:sources?|informants?|witness(?:es)?|contacts?)\b")
"""*Our source sits on the council.*"""
_AS_MUCH = re.compile(
    r"\b(?:(?:told|assured|informed) (?:us|me|this \w+|the [A-Z]\w+) (?:so|this|that|of (?:it|this)|about (?:it|this))"
    r"|as much|so much|confirm\w* (?:it|this|that)|says so|said so|say so"
    r"|writes so|admit\w* (?:it|this)|told so)\b"
)
"""How a sentence says that somebody says what the one beside it says."""
_CONCLUDES = re.compile(r"\b(?:this|that) (?:conclusion|result|finding|view|opinion|verdict|information|assessment|suspicion)\b")
_POINTING = frozenset("it this that these those he him she her they them so i me we us".split())
_THERE = re.compile(r"\b(?:in|at|on) \w")
"""In a byline: the reporter is on the spot."""
_SAYS_IT = re.compile(r"\b(?:it|this|so|that(?=[.,;]))\b")
"""*It* as what somebody says, not the *that* before it."""
_OF_IT = re.compile(r"\b(?:it|[Tt]his|that|so)\b")
_ITS_OWN = re.compile(r"\s*According to\b")
"""A sentence that gives its own matter to whom it cites."""
_SPEAKS_OF = re.compile(
    rf"{CITING.pattern}|\b(?:see|saw|seen|got|have|had|has|looks?|looked|open|opened|bought|cutting|thanks?|[Ss]ource|via|credits?|it|this"
    r"|so|breaks?|broke|reveals?|goes to)\b"
)
"""How a sentence beside a statement speaks of an outlet as of where it is from; not *seldom of one mind with the Courier*."""
_CREDITS_US = re.compile(
    r"\b(?:credit\w*|quot\w+|cit\w+|follow\w*|pick\w* up|after|repeat\w*|thank\w*) (?:from )?"
    r"(?:this (?:\w+ )?(?:newspaper|paper|magazine|agency|station|site|website)|us|our (?:\w+ )?(?:report|story|article|news))\b"
)
"""Another outlet that has it from here."""
_MYSELF = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_SO_DID = re.compile(
    r"\b(?:and )?so (?:did|does|do|has|says|said) (?P<who>(?:an?|the|his|her|another) [^.,;\n]{2,60}"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_ON_AIR = re.compile(
    r"\b(?:said|says|repeated|claimed|stated|told) (?:so|it|this|that|as much) (?:on|in|to|over) (?P<where>[^.;,\n]{3,60})"
)
_SEEN_BY = re.compile(r"\b(?:seen|heard|watched|witnessed|noticed|observed|met|spotted|felt|smelt|filmed) by \b")
_NEAR = 200
"""Characters in which it is said who has seen it."""
_FOR_YEARS = re.compile(
    r"\bfor (?:years|decades|months|weeks|ages|a long time|generations)\b|\b(?:has|have|had) (?:long|always|often|repeatedly)\b"
    r"|\bevery year\b"
)
"""What somebody has been saying for years is no news, and nobody's source of it."""
_NEXT = 3
"""How many statements later a lead is given its source."""
_LEADS = 2
"""As many statements at the beginning are the lead, which may call somebody *a man* whom the next sentence names."""
_ALIKE = 2
"""Words that two sentences of one matter have in common: what the whole article is about is no more than one."""
_LONG = 3
_BACK = 3_000
"""Characters before a statement in which somebody who is described there may be named."""
_WAS_THERE = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:was|were) (?:\w+ )?(?:sitting|standing|lying|waiting|walking|there|present|among|beside|behind"
    r"|near|inside|in front)"
    r"|(?:have |had )?(?:saw|seen|heard|watched|counted|filmed|photographed|measured))\b"
)
"""How a writer says that he was there."""


def rests(
    report: Report,
    statements: Iterable[int],
    outlets: Iterable[str],
    against: Collection[int] = (),
    *,
    again: bool = False,
    alone: bool = False,
) -> list[Rest]:
    """Where the article has it from by its own words; nothing where they do not say.

    Args:
        report: The article.
        statements: Its statements of the claim, on one side.
        outlets: The outlets of the other articles of the claim.
        against: Its statements of the claim that are on another side: nothing said there is the source of these.
        again: Whether the outlet has an earlier article on the claim.
        alone: Whether only what a statement's own sentence says is asked for.
    """
    sayings = innermost(report.sayings[report.at[s]] for s in statements if s in report.at)
    others = _others(report, outlets)
    # What else stands in a sentence that has a voice is this voice's.
    voiced = {report.sentence(s.start, s.end)[0] for s in sayings if s.hops and s.hops[-1].kind != "own"}
    kept = [s for s in sayings if s.hops or report.sentence(s.start, s.end)[0] not in voiced]
    found = [rest for saying in kept for rest in explicit(report, saying, others, again=again)]
    given = {rest.statement for rest in found}
    again_ = [(s, one) for s in kept if not s.hops and s.statement not in given and (one := repeated(report, s))]
    found += [Rest(one.hops, s.statement, report.quotes(one)) for s, one in again_]
    given |= {s.statement for s, _ in again_}
    found += [Rest(led, s.statement, report.quotes(s)) for s in kept if s.statement not in given and (led := _led_in(report, s))]
    found += _so_did(report, found) + counted_too(report, found)
    if found and not alone:
        given = {rest.statement for rest in found}
        found += [
            one
            for s in kept
            if not s.hops and s.statement not in given
            for one in _witness(report, s) or saw_it(report, s) or found_it(report, s) or befell(report, s)
        ]
        given = {rest.statement for rest in found}
        own = [s for s in kept if not s.hops and s.statement not in given and _seen_next(report, s)]
        found += [Rest((Hop("own", report.outlet),), s.statement, frozenset()) for s in own[:1]]
    if not found and not alone:
        found += [one for s in kept if not s.hops for one in saw_it(report, s) or found_it(report, s)]
    if not found and not alone:
        found += _around(report, sayings, others, [report.sayings[report.at[s]] for s in against if s in report.at])
    found = on_a_page(report, found, sayings[0].statement if sayings else None, others)
    if not found and report.credit:
        found.append(Rest((Hop("outlet", report.credit),), sayings[0].statement if sayings else 0, frozenset(), copied=True))
    found = [_named(report, of_outlet(report, speaker_of(report, rest)), others) for rest in found]
    named = [one for rest in found for one in told_apart(report, same_as(report, rest, others))]
    return list(dict.fromkeys(without_sums(report, of_the_body(report, once(report, named)))))


def _led_in(report: Report, saying: Saying) -> tuple[Hop, ...]:
    """Whose words a statement is that has no voice, or says *I*, below a sentence that leads them in."""
    own = saying.hops and saying.hops[-1].kind == "own"
    return led_in(report, saying) if own or not saying.hops else ()


def _others(report: Report, outlets: Iterable[str]) -> list[str]:
    """The other outlets of a claim; whoever is named as somebody is cited by what he says alone."""
    return [name for name in dict.fromkeys(outlets) if name and not report.is_self(name) and not report.naming.is_persons(name)]


def _seen_next(report: Report, saying: Saying) -> bool:
    """Whether the next sentence of the paragraph says that the writer saw it: *A guard fired. I sat among them*."""
    _, end = report.sentence(saying.start, saying.end)
    if "\n" in report.text[max(0, end - 2) : end + 1]:
        return False
    start, end = report.sentence(end, end + 1)
    return bool(_WAS_THERE.search(unquoted(report.text[start : min(end, start + _BACK)])))


def cites(report: Report, statement: int, outlets: Iterable[str]) -> bool:
    """Whether a statement's own sentence gives it to one of these outlets."""
    others = _others(report, outlets)
    found = explicit(report, report.sayings[report.at[statement]], others, again=False)
    return any(rest.hops[0].kind == "outlet" for rest in found)


def _around(report: Report, sayings: list[Saying], others: list[str], against: list[Saying]) -> list[Rest]:
    """What the rest of the article says of a statement that itself gives no source."""
    for saying in sayings:
        if following := _following(report, saying, others, against):
            return [replace(one, statement=saying.statement) for one in following]
    for saying in sayings:
        if seen := _witness(report, saying) or saw_it(report, saying):
            return seen
    for other in report.cited() if others and not report.long else ():
        if best(other.hops[0].name, others):
            return [Rest(other.hops, other.statement, report.quotes(other))]
    for saying in sayings:
        for start, end in report.beside(saying):
            if beside := _beside(report, saying, start, min(end, start + _BACK), others):
                return [Rest((hop,), saying.statement, report.quotes(saying)) for hop in beside]
    for saying in () if report.long else sayings:
        if _first_person(report, saying):
            return [Rest((Hop("own", report.outlet),), saying.statement, frozenset())]
    for saying in () if report.long else sayings:
        if paper := _paper(report, saying):
            return [Rest((paper,), saying.statement, report.quotes(saying))]
    return []


def _beside(report: Report, saying: Saying, start: int, end: int, others: list[str]) -> list[Hop]:
    """What a sentence beside a statement says of where the article has that from."""
    text = unquoted(report.text[start:end])
    if (
        _SPEAKS_OF.search(text)
        and (named := cited(report, text, others))
        and not _CREDITS_US.search(text)
        and _of_one_matter(report, saying, text)
    ):
        return [Hop("outlet", outlet) for outlet in named]
    pointed = _anaphor(report, start, end, text)
    if report.long:
        return [pointed] if pointed is not None else []
    if pointed is None and (clear := _THAT_FROM.match(text)):
        pointed = _from(report, start + clear.start("who"), clear["who"])
    if pointed is not None:
        return [pointed]
    heard = (HEARD.search(text) or TOLD_ME.search(text)) if _OF_IT.search(text) else None
    if told := heard or _THAT_IS_WHAT.match(text):
        return [Hop("unnamed", " ".join(told[1].split()))]
    if ours := _OUR_SOURCE.search(text):
        return [Hop("unnamed", ours[0].lower(), words=ours[0])]
    if held := report.naming.showing.held(start, end):
        return [report.naming.document(held)]
    near = "\n" not in report.text[max(0, start - 2) : start + 1]
    return [Hop("own", report.outlet)] if (near and lived(text)) or _WAS_THERE.search(text) or observers(report, text) else []


def _of_one_matter(report: Report, saying: Saying, text: str) -> bool:
    """Whether a sentence that cites an outlet is about what a statement says, and no other matter that stands there."""
    return not _ITS_OWN.match(text) or bool(_OF_IT.search(text)) or bool(_stems(report.sentence_of(saying)) & _stems(text))


def _first_person(report: Report, saying: Saying) -> bool:
    """Whether the paragraph tells what the writer saw or had: *It smelt of pears. I have it in my coat*."""
    before = report.text[max(0, saying.start - _BACK) : saying.start].rpartition("\n")[2]
    text = unquoted(before + report.text[saying.start : saying.start + _BACK].partition("\n")[0])
    there = bool(_THERE.search(report.byline))
    if not there and not FIRST_PERSON.search(text):
        return False
    return any((there and _I.search(one) and not _TOLD.search(one)) or lived(one) for one in re.split(r"[.!?]\s", text))


def _anaphor(report: Report, start: int, end: int, text: str) -> Hop | None:
    """Who says so in the sentence beside it: *So much the waterworks conceded*; *this emerges from e-mails*."""
    if not (
        _SO_MUCH.match(text) or _CONCLUDES.search(text) or (_AS_MUCH.search(text) and any(says(w) for w in folded(text).split()))
    ):
        return None
    if said := report.said.by(start, end):
        return said[0]
    for x, y, e in report.mentions.inside(start, end):
        if folded(report.text[x:y]) not in _POINTING:
            hop = report.naming.hop(report.text[x:y], e, e.kind, x)
            if hop.kind in ("document", "voice", "outlet") or (hop.kind == "unnamed" and hop.definite):
                return hop
    if (paper := report.naming.papers.noun(text)) and not paper[0].isupper():
        return report.naming.hop(paper, None, "document")
    the = re.search(r"\b[Tt]he [a-z][\w-]+(?: [a-z][\w-]+)?(?= [a-z]+ed\b)", text)
    found = report.naming.hop(the[0], None, "unnamed", start + the.start()) if the else None
    return found if found is not None and found.kind in ("voice", "unnamed") else None


def _from(report: Report, at: int, words_: str) -> Hop | None:
    """The document, outlet or body from which something is said to be known: *that is clear from a survey by …*."""
    entity = report.mentions.begins(at, at + len(words_))
    paper = is_paper(lexicons.singular(head(folded(words_))))
    found = report.naming.hop(words_.strip(), entity, "document" if paper else entity.kind if entity else "unnamed", at)
    speaks_ = found.kind == "voice" and (found.sort in ("person", "organisation", "state", "group") or bool(found.bodies))
    return found if found.kind in ("document", "outlet") or speaks_ else None


def _paper(report: Report, saying: Saying) -> Hop | None:
    """The document that the outlet says it has before it near there, or on which the article's first sentence rests."""
    for start, end in report.near(saying):
        if held := report.naming.showing.held(start, end):
            return report.naming.document(held)
    lead = next((s for s in report.sayings[:_LEADS] if s.hops and s.hops[-1].kind == "document"), None)
    return lead.hops[-1] if lead is not None and lead.start < saying.start else None


def _following(report: Report, lead: Saying, others: list[str], against: list[Saying]) -> list[Rest]:
    """The source that one of the statements beside it, of the same matter, gives."""
    at = report.at[lead.statement]
    own = _stems(report.sentence_of(lead))
    beside = (*report.sayings[at + 1 : at + 1 + _NEXT], *report.sayings[max(0, at - 2) : at])
    for saying in beside:
        if (
            not saying.hops
            or saying.hops[-1].kind in ("own", "nobody")
            or saying.stance != "affirms"
            or saying.act != "statement"
            or any(saying is one or (one.hops and alike(one.hops[-1], saying.hops[-1])) for one in against)
            or _is_publisher(report, saying.hops[-1])
        ):
            continue
        first = at < _LEADS and saying is beside[0]
        somebody = saying.hops[-1].kind == "voice" and not _in_general(saying.hops[-1])
        near = first and (somebody or bool(_SAYS_IT.search(report.sentence_of(saying))))
        near = (near and not _FOR_YEARS.search(report.sentence_of(saying))) or _tells(report, lead, saying)
        if report.long and lead.start <= saying.start < lead.end:
            continue
        if report.long:
            fits = runs_on(report.text, (lead.start, lead.end), (saying.start, saying.end))
        else:
            fits = near or len(own & _stems(report.text[saying.start : saying.end])) >= _ALIKE
        if fits:
            if paper := recorded(report, saying):
                return [Rest((paper,), saying.statement, report.quotes(saying))]
            ways = [(*saying.hops[:-1], one) for one in saying.others] or [saying.hops]
            aired = _ON_AIR.search(report.sentence_of(saying))
            if aired and len(ways) == len(ways[0]) == 1 and (named := cited(report, aired["where"], others)):
                # *Senator Ruiz said so on Radio Fen*
                ways = [(Hop("outlet", named[0]), *ways[0])]
            return [
                Rest((*way, *passed_on(report, saying, way[-1], others)), saying.statement, report.quotes(saying)) for way in ways
            ]
    return []


def _is_publisher(report: Report, hop: Hop) -> bool:
    """Whether a voice is whose paper it is: *the federation*, in the monthly of the herders' federation."""
    behind = folded(report.outlet.partition(",")[2])
    return hop.kind == "voice" and bool(behind) and folded(hop.words).removeprefix("the ") == behind.rpartition(" ")[2]


def _in_general(hop: Hop) -> bool:
    """Whether a voice is no more than a word for many with which a sentence begins: *Buyers say that ice is dear*."""
    return " " not in hop.name and hop.sort != "organisation" and lexicons.singular(folded(hop.name)) != folded(hop.name)


def _tells(report: Report, statement: Saying, other: Saying) -> bool:
    """Whether a sentence is about somebody who tells beside it, in his own words, what he lived through: *He ran out and …*."""
    told_us = other.told.lower().startswith(("us", "me", "our ", "this "))
    if not other.quoted or not (told_us or _MYSELF.search(report.text[other.start : other.end])):
        return False
    start, _ = report.sentence(statement.start, statement.end)
    who = report.mentions.begins(start, start + 60)
    return who is not None and report.naming.person(who).name == other.hops[-1].name


def _witness(report: Report, saying: Saying) -> list[Rest]:
    """Who is said to have seen it, and speaks in the next statement: *It was seen by Ana Ruiz. “It was brown,” she said*."""
    at = report.at[saying.statement]
    following = next(iter(report.sayings[at + 1 : at + 2]), None)
    if following is None or not following.hops or following.hops[-1].kind != "voice" or not following.quoted:
        return []
    start, end = report.sentence(saying.start, saying.end)
    m = _SEEN_BY.search(report.text, start, min(end, start + _BACK))
    if m is None or "\n" in report.text[end - 1 : following.start]:
        return []
    named = {report.naming.person(e).name for _, _, e in report.mentions.inside(m.end(), min(end, m.end() + _NEAR))}
    return [Rest(following.hops, saying.statement, report.quotes(following))] if following.hops[-1].name in named else []


def _so_did(report: Report, found: list[Rest]) -> list[Rest]:
    """Who is said to have seen or said the same, in the same sentence: *…, he says; so did a boy*."""
    for rest in found:
        at = report.at.get(rest.statement)
        if at is None or rest.hops[-1].kind not in ("voice", "unnamed"):
            continue
        saying = report.sayings[at]
        start, end = report.sentence(saying.start, saying.end)
        if m := _SO_DID.search(report.text, start, min(end, start + 2000)):
            inside = report.mentions.begins(*m.span("who"))
            hop = report.naming.hop(m["who"], inside, inside.kind if inside else "unnamed", m.start("who"))
            if hop.kind in ("voice", "unnamed"):
                return [Rest((hop,), rest.statement, frozenset())]
    return []


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words, those that stand everywhere left out."""
    return {w[:5] for w in folded(text).split() if len(w) > _LONG and w not in words("common")}


def _named(report: Report, rest: Rest, others: list[str]) -> Rest:
    """Give somebody who is only described the name that the article gives: *his wife said … Ana Ruiz told us*.

    What he is quoted with there counts as said here.
    """
    last = rest.hops[-1]
    at = report.at.get(rest.statement)
    if at is None or last.kind not in ("unnamed", "voice"):
        return rest
    quotes = rest.quotes
    if who := titled(report, last, report.sayings[at]):
        return replace(rest, hops=(*rest.hops[:-1], who))
    if last.kind == "voice" and (writer := writer_of(report, report.sayings[at])):
        last = replace(last, bodies=tuple(dict.fromkeys((*last.bodies, writer.name, *writer.bodies))))
        rest = replace(rest, hops=(*rest.hops[:-1], last))
    if (last.kind == "unnamed" or last.definite) and not are_several(last):
        if met := known(report, last, report.sayings[at]):
            return replace(rest, hops=(*rest.hops[:-1], met))
        lead = at < _LEADS
        if lead and (who := raised(report, last, report.sayings[at])):
            return replace(rest, hops=(*rest.hops[:-1], who))
        for saying in report.sayings[at + 1 : at + 2 + _NEXT]:
            if not saying.hops or saying.hops[-1].words == last.words:
                continue
            other = saying.hops[-1]
            if report.long and "\n" in report.text[report.sayings[at].start : saying.start]:
                break  # there he is no more likely than any other to be meant
            if other.kind == "unnamed" and alike(other, last):
                continue
            beside = (s for s in report.sayings[at + 1 : at + 2 + _NEXT] if s.hops and not alike(s.hops[-1], last))
            next_ = saying is next(beside, None)
            told = saying.quoted or bool(other.bodies) or last.kind == "voice" or next_
            many = (
                other.sort != "person" and " " not in other.name and lexicons.singular(folded(other.name)) != folded(other.name)
            )
            before = last.kind == "unnamed" and 0 <= report.text.find(other.name) < report.sayings[at].end
            if last.kind == "unnamed" and (saying.act != "statement" or many or before):
                break
            fresh = all(other.name != hop.name for hop in rest.hops[:-1])
            if (
                other.kind == "voice"
                and is_name(other.name)
                and told
                and (last.definite or lead)
                and can_be(last, other)
                and fresh
            ):
                own = (last.name,) if head(folded(last.name)) in words("bodies") else ()
                other = replace(
                    other,
                    bodies=tuple(dict.fromkeys((*other.bodies, *last.bodies, *own))),
                    offices=tuple(dict.fromkeys((*other.offices, *last.offices))),
                    described=tuple(dict.fromkeys((*other.described, *last.described))),
                )
                return replace(rest, hops=(*rest.hops[:-1], other), quotes=quotes | report.quotes(saying))
            if other.kind == "unnamed" and other.definite and last.kind == "unnamed":
                # *a senior official told … the official said*
                quotes |= report.quotes(saying)
            if other.kind in ("unnamed", "voice"):
                break
        if last.definite and last.kind == "unnamed" and (name := report.introduced(report.sayings[at])):
            return replace(rest, hops=(*rest.hops[:-1], name))
        if last.definite and last.kind == "unnamed" and (subject := subject_of(report, last, report.sayings[at])):
            return replace(rest, hops=(*rest.hops[:-1], replace(subject, wrote=last.wrote, paper=last.paper)))
    # The same words show two voices to be one where another outlet has a voice.
    same = [s for s in report.quoting() if s.hops and alike(s.hops[-1], last)] if others else []
    more = frozenset(quote for one in same for quote in report.quotes(one))
    return replace(rest, quotes=quotes | more)
