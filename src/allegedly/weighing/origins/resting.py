"""On whose word an article has a claim: what its own words say of it.

A statement with a voice has it from this voice, or from whom this voice says that it has it. One in the outlet's own voice may
say that its people saw it, that somebody told them, or what paper it is about; else it has what the rest of the article gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.citing import CITING, cited, noted, sourced, unquoted
from allegedly.weighing.origins.exhibits import Exhibit
from allegedly.weighing.origins.hops import Hop, head, is_name, is_person
from allegedly.weighing.origins.outlets import called, letters, plain, shorter
from allegedly.weighing.origins.papers import is_of_its_giver
from allegedly.weighing.origins.recorded import in_which, recorded, written_in
from allegedly.weighing.origins.relaying import alike, onward, passed_on, who_read
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.scope import covers
from allegedly.weighing.origins.since import confirming, listed, reported_before, taken_up
from allegedly.weighing.origins.talk import everybodys, is_talk, of_the_press
from allegedly.weighing.origins.turns import in_turn
from allegedly.weighing.origins.vocabularies import rows, words
from allegedly.weighing.origins.witness import observed, reports_from

_IF_RIGHT = re.compile(
    r"\b(?:[Ii]f|[Aa]ssuming|[Pp]rovided)(?: that)? (?P<who>[^.;:\n\"“”]{3,100}?)"
    r" (?:is|are|was|were|has|have) (?:to be (?:believed|trusted)|right|correct|not (?:mistaken|wrong)|got it right)\b"
    r"|\b(?:[Ii]f|[Ss]hould) (?:you|one|we) (?:believe|trust)s? (?P<whom>[^.;:,\n\"“”]{3,80})"
)
_ONE = r"(?P<who>(?:(?:an?|one|another) (?:[\w'’-]+ ){0,4}?[a-z-]+|the (?:radio|television|wireless)))"
_READ_IN = (
    re.compile(
        r"\b(?:read|reads|reading|heard|hear|seen|saw|see|found|stood|stands|printed|published|appeared|carried)"
        rf"(?: (?:it|this|that|so|of it|about it|all|just|only|last|yesterday))* (?:in|on|by) {_ONE}"
        r"(?=[.,;:]| (?:on|of|in|from|that|which|there|this|last|over|at|shames|tells|makes)\b|$)"
    ),
    re.compile(rf"\b(?:[Ii]n|[Oo]n) {_ONE} (?:one|you|we) (?:can |could |may )?(?:read|reads|hear|hears|find|finds|see|sees)\b"),
)
"""*As one could read in an Italian newspaper on Friday*; *on a music portal one can read that …*."""
_SOURCE_IS = re.compile(r"\s*\(?(?:[Ss]ource|[Ii]nformant|[Ww]itness) ?: ?(?P<who>[^\n.;,()]{3,80})")
HEARD = re.compile(
    r"\b(?:learn(?:ed|t)|heard|hears?|told|understands?|(?:have|had) (?:it|this|that)|(?:confirmed|related|reported|described"
    r"|explained|revealed|disclosed|whispered|admitted) to (?:us|me|this \w+|the [A-Z]\w+))\b[^.]{0,30}?\b(?:from|by)\s+"
    r"((?:(?:an?|one|two|three|several|some)\s|some(?:one|body)\s|(?:circles|sources|insiders|people|members|employees|staff)"
    r"\s(?:of|in|at|close|from|within|inside|near|around|who)\s)[^.,;]{3,60})",
)
_GIVES_OUT = re.compile(r"\b(?:releas|issu|publish)(?:es|ed|ing) (?:an?|its|the|new|two)\b")
_TO_DO = re.compile(r" to (?!the |an? |us\b|me\b|him\b|her\b|them\b|[A-Z])[a-z]+")
_GAVE_US = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))\W*(?P<who>(?:An?|One|Two|Three|Several|Some(?:one|body)) [^.,;]{3,80}?),? (?:has |have |had )?"
    r"(?:also )?(?:gave|given|gives|give|supplied|offered) (?:us|me|(?:[Tt]he )?(?P<own>[A-Z][\w-]+))"
    r" (?:the same|an? \w+|another|this|that|the)"
    r" (?:account|version|story|picture|information|figures?|number|report|explanation|description|details)\b"
)
"""*A source inside the club gave Channel Eight the same account.*"""
_RANG = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))\W*(?P<who>(?:An?|One|Two|Three|Several|Some(?:one|body)) [^.,;]{3,80}?),? (?:has |have |had )?"
    r"(?:rang|rung|called|phoned|telephoned|texted|messaged|emailed|e-mailed|contacted|approached) (?:us|me"
    r"|(?:[Tt]he )?(?P<own>[A-Z][\w-]+))"
    r"\b[^.;:]{0,40}?(?::| to (?:say|report|tell)\b| and (?:said|told)\b)"
)
"""*Someone close to the family rang the Post last night: …*."""
_KNOWS_FROM = re.compile(
    r"\b(?:knows?|knew|understands?|understood|learn(?:s|ed|t)|hears|heard|gathers?|gathered)"
    r"(?:,? (?:it|this|that|so|of it|about it|by now|now|already|also|first|only))*,? from "
    r"(?P<who>(?:the |an? |his |her |its |their )?[^.;,:\n\"“”]{3,80}?)(?= himself| herself| itself| that\b|[.,;:]|$)"
)
"""*She knows by now, from the harbour master himself, that …*."""
_OURS = r"(?:this (?:newspaper|paper|magazine|agency|station|channel|programme|website|site)|our (?:newspaper|paper|reporters?))"
_TO_US = re.compile(
    r"(?:, (?:as )?|\bthat |\bwhich )((?:an?|one|two|three|several) [^.,;]{3,60}?)(?: has| have| had)? (?:\w+ (?:it |them )?"
    r"(?:to |with )?(?:us|me|[Tt]he (?P<own>[A-Z]\w+))|(?:told|tells?|confid\w+|entrust\w+|whisper\w*|confirm\w*|admit\w*"
    rf"|reveal\w*|disclos\w+|assur\w+|inform\w*|hint\w*|let|said|wrote) (?:it |them |this |so )?(?:to |with )?{_OURS})\b"
)
_SAME_TO_US = re.compile(
    r"(?P<who>\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Aa]nother) [^.,;]{3,60}?) (?:has |have )?(?:g[ai]ves?|given|told|tells?|confirm(?:s|ed))"
    r"(?: to)? (?P<own>us|me|(?:[Tt]he )?[A-Z][\w-]+) (?:the same|the story|as much|so|this|that account)\b"
)
"""*A source inside the club gave the Courier the same account*, in the Courier."""
TOLD_ME = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))\W*((?:An?|One|Two|Three|Several|Some(?:one|body)) [^.,;]{3,80}?),? (?:has |have |had )?(?:also )?"
    r"(?:told|whispered|confided|confirmed|admitted|revealed|assured|let slip|mentioned|described|passed|wrote|texted|showed"
    r"|entrusted|informed|let(?= \w+(?: \w+)? know\b)) "
    rf"(?:it |this |that |so |as much |the same )?(?:to |with )?(?:us|me|{_OURS})\b(?: (?:so|this|it|of it|as much))?"
    r"(?! (?:an?|the|his|her|their|its) )"
)
"""*A guard who has stood there for years whispered it to me on Sunday.*"""
_WITH_WHOM = re.compile(
    r"\b((?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree) [^.,;]{3,60}?),? (?:(?:with|to) )?whom (?:we|I|our \w+) (?:have |had )?(?:also )?"
    r"(?:spoke|spoken|talked|met|reached|called|rang|asked|interviewed|telephoned|visited)\b"
)
"""*A nurse, with whom we spoke separately, counted two hundred*."""
_AND_TO_US = re.compile(
    r"\b(?:and|while) (an? [^.,;]{3,50}?) (?:has )?(?:confirms|confirmed|tells|told|says) (?:it |this |that |as much |the"
    r" same )?(?:to )?(?:us|me)\b"
)
_I_WROTE = re.compile(
    r"\bI (?:had |have )?(?:wrote|written|drew up|put it in writing|noted it|signed it|reported (?:it|that|this))\b"
    r"|\b(?:in|it is in|it['’]s in) my (?:report|survey|letter|memo|study|findings)\b|\bmy (?:report|survey) (?:says|said"
    r"|puts|gives)\b"
)
_WRITTEN = r"(?:[\w-]+ ){0,3}?(?:report|survey|study|letter|memo|assessment|audit|inspection)\b"
_HE_WROTE = re.compile(
    rf"\bwhose (?:name|signature) (?:is|stands|was) (?:under|on|below) (?:the|an?|this) {_WRITTEN}"
    rf"|\b(?:wrote|drew up|compiled|signed|carried out|authored) the {_WRITTEN}"
    r"|\b(?:first|lead|leading|senior|chief|main) author\b"
    r"|\b(?:led|headed|directed) the (?:work|study|research|team|survey|inquiry)\b"
    r"|\bauthor of the (?:\w+ ){0,3}?(?:report|survey|study|letter|memo)\b"
)
"""How it is told of somebody that a paper is his."""
_WHAT_WE_HEARD = re.compile(
    r"\b(?:to|repeats|repeated|confirms|confirmed) what (?P<who>(?:[Tt]he |[A-Z])[^.;,:\n]{2,60}?) (?:(?:has|had|also) )*"
    r"(?:told|said to) (?:us|me|this \w+|our \w+)\b"
)
"""*He points to what the returning officer told us too: that …*: which the outlet has from that one."""
_SOURCE_TELLS = re.compile(
    r", (?P<who>(?:an?|one|two|three|several) [^.,;\"“”]{3,60}?) (?:has |have )?(?:told|tells|tell|assures|assured|informed"
    r"|(?:confirmed|confirms|said|whispered|whispers|revealed|reveals|disclosed|admitted|confided) to)"
    r" (?:the |us\b|me\b|this \w+|our \w+)?(?P<own>[A-Z]\w+)?"
)
"""*She has told producers that it is her last series, a source tells the Post*."""
_DONE = (
    r"(?:measurements?|tests?|counts?|survey|research|inquiries|checks?|analysis|investigation|samples?|poll"
    r"|calculations?|visit"
    r"|tally|reckoning|database|monitoring|gauges?|thermometers?|scales|meters?|cameras?|drones?|counters?|dosimeters?|sensors?"
    r"|webcams?|laboratory|lab|instruments?|stopwatch(?:es)?|microphones?|clickers?|hydrophones?|seismograph|rain gauge)"
)
_WORK = (
    re.compile(rf"\b(?:[Oo]ur|[Tt]he (?:\w+ )??(?P<by>\w+)['’]s?)(?: own)? (?:\w+ )?{_DONE}\b"),
    re.compile(rf"\b[Aa]? ?{_DONE} by (?:this |the )?(?:\w+ )??(?P<by>\w+)\b"),
)
"""What an outlet does itself, with whose it is; *our* is one's own."""
_ITS = ("it", "they")
_THERE_WE_FOUND = re.compile(
    r"(?:There|In (?:it|them|these)|Among (?:them|these)),? (?:we|I|this \w+) (?:\w+ )?(?:found|find|read|saw|see|came|met)\b"
)
"""Behind *we have gone through the files*: what was found there."""
_IT_SHOWS = re.compile(
    r"\W*(?:It|They|These|This|That|Both) (?:also |clearly |plainly )?(?:shows?|showed|lists?|listed|names?|named"
    r"|records?|recorded"
    r"|proves?|proved|reveals?|revealed|contains?|documents?)\b"
)
"""*They show the dam without water*: the papers of the sentence before."""
_ONESELF = ("i", "we")
_TELLING = ("report", "describe", "say", "tell", "write", "see", "count")
"""How an outlet's own people are said to tell what they saw."""
_HE_SHOWED = re.compile(r"\W*(?:He|She|They)\b[^.;,]{0,20}? (?:let|showed|shows|gave|sent|handed|read)\b")
"""Who has just spoken shows what he spoke of: no source of its own."""
_SPOKE_TO = (
    r"(?:told|tells|revealed to|confirmed to|admitted to|disclosed to|spoke to|speaking to|talking to|(?:says?|said"
    r"|announced|claimed|declared"
    r"|explained|told|repeated) (?:\w+ ){0,4}?(?:on|in|to)|interview (?:with|in|on|for|to))"
)
"""How a sentence says, in small letters, to which outlet somebody spoke."""
_SHORT_WORD = 2
_SMALL = frozenset("the and for del des der die das les los las".split())
"""Words of an outlet's name that tell nothing of it."""
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Where an article says that it has the claim from."""

    hops: tuple[Hop, ...]
    """The voices, outermost first; the last is where its words end."""
    statement: int
    quotes: frozenset[str]
    """What is quoted there."""
    copied: bool = False
    """Whether it prints the text of the first hop, an agency, rather than citing it."""
    told: str = ""
    """To whom it was said, in the article's words."""


def explicit(report: Report, saying: Saying, others: list[str], *, again: bool) -> list[Rest]:
    """What a statement itself, and its sentence, say of where the article has it from.

    Args:
        report: The article.
        saying: The statement.
        others: The outlets of the other articles of the claim.
        again: Whether the outlet has an earlier article on the claim.
    """
    quotes, hops = report.quotes(saying), _told_of(report, saying)
    if of_the_press(report.text[slice(*report.sentence(saying.start, saying.end))][:_LONGEST]):
        return [Rest((Hop("nobody", "the press", definite=True),), saying.statement, quotes)]
    if not saying.quoted and (common := everybodys(report, saying, hops)):
        return [Rest((Hop("nobody", common, definite=True),), saying.statement, quotes)]
    if paper := recorded(report, saying):
        return [Rest((_given_out(report, saying, paper),), saying.statement, quotes)]
    if hops and hops[-1].kind != "own":
        if hops[-1].kind in ("document", "unnamed", "nobody") and (
            _own_work(report, hops[-1].words) or _our_work(report, saying)
        ):
            return [Rest((Hop("own", report.outlet),), saying.statement, quotes)]
        doubted = _if_right(report, saying) if hops[-1].kind == "voice" else ""
        if doubted and (named := cited(report, doubted, others)):
            # *The club have decided to sell, if the Courier is right*: of the plan the Courier tells.
            return [Rest((Hop("outlet", outlet),), saying.statement, quotes) for outlet in named]
        if hops[-1].kind in ("unnamed", "nobody") and all(h.kind != "outlet" for h in hops) and not told_us(report, saying):
            # *One in two, if the Sentry is to be believed*: the reader's source may be no voice at all.
            sentence = report.text[slice(*report.sentence(saying.start, saying.end))][:_LONGEST]
            if named := cited(report, sentence, others):
                return [Rest((Hop("outlet", outlet), hops[-1]), saying.statement, quotes) for outlet in named]
        start, end = report.sentence(saying.start, saying.end)
        if hops[-1].kind == "voice" and not saying.quoted and any(alike(one, hops[-1]) for one in who_read(report, start, end)):
            # *She drew attention to the loss, about which she had read, she said, in the Courier.*
            named = cited(report, report.text[start : min(end, start + _LONGEST)], others)
            if len(named) == 1:
                return [Rest((*hops, Hop("outlet", named[0])), saying.statement, quotes)]
        ways = [(*hops[:-1], one) for one in saying.others] or [_by_way_of(report, saying, hops, others)]
        if len(ways) == 1 and ways[0][-1].kind in ("voice", "unnamed") and _wrote(report, saying):
            ways = [(*ways[0][:-1], replace(ways[0][-1], wrote=True))]
        if len(ways) == 1 and ways[0][-1].kind in ("voice", "unnamed") and (letter := written_in(report, saying)):
            author = replace(ways[0][-1], paper=letter.words)
            got = report.naming.showing.held(*report.sentence(saying.start, saying.end))
            own = got == letter and author.words.lower() not in _ITS and (author.kind == "unnamed" or author.sort == "person")
            ways = [(*ways[0][:-1], report.naming.written(letter, author) if own else author)]
        return [
            Rest((*way, *_whence(report, saying, way, _but(others, way))), saying.statement, quotes, told=saying.told)
            for way in ways
        ]
    start, end = report.sentence(saying.start, saying.end)
    text = report.text[start : min(end, start + _LONGEST)]
    bare = unquoted(text)
    if reports_from(bare):
        return [Rest((Hop("own", report.outlet),), saying.statement, quotes)]
    before = again and reported_before(report, bare)
    named = _cited_for(report, saying, start, end, others) or noted(report, text, end, others) or sourced(report, end, others)
    if before:
        # *As we revealed, a story that was taken up by the Post*: it goes on from here.
        named = [one for one in named if not cited(report, taken_up(bare), [one])]
        too_ = [Hop("outlet", one) for one in named] or confirming(report, saying, start, end)
        return [Rest((one,), saying.statement, quotes) for one in (Hop("earlier", report.outlet), *too_)]
    if named:
        cited_ = [Hop("outlet", outlet) for outlet in named]
        if too := _AND_TO_US.search(bare):
            # *One reads it in the Star, and a dancer confirms it to us*
            cited_.append(Hop("unnamed", too[1], words=too[1]))
            return [Rest((one,), saying.statement, quotes) for one in cited_]
        reader = who_read(report, start, end) or _quoting(report, start, end, bare, named)
        return [
            Rest((*reader, one, *(onward(report, saying, one) if len(named) == 1 else ())), saying.statement, quotes)
            for one in cited_
        ]
    if (whence := _print_read(bare)) or (whence := _stated(report, end)):
        return [Rest((whence,), saying.statement, quotes)]
    if so := confirming(report, saying, start, end):
        return [Rest((one, *passed_on(report, saying, one, others)), saying.statement, quotes) for one in so]
    if standing := listed(report, start, end):
        return [Rest((standing,), saying.statement, quotes)]
    if _own_work(report, bare):
        return [Rest((Hop("own", report.outlet),), saying.statement, quotes)]
    if knows := _knows_from(report, start, bare):
        return [Rest((knows,), saying.statement, quotes)]
    his = _HE_SHOWED.match(report.text, start, end)
    shown = None if his else report.naming.showing.shows(start, end)
    if shown is None and not his and start and _IT_SHOWS.match(bare):
        shown = report.naming.showing.earlier(report.sentence(start - 1, start)[0], start)
    if shown is None and _THERE_WE_FOUND.match(bare):
        shown = report.naming.showing.held_before(start)
    covered = (saying.start, saying.end) if report.long else None
    if shown and covered and not covers(report.text, (shown.start, shown.end), covered, end):
        shown = None
    if shown and (paper := _as_source(report, shown)):
        return [Rest((paper,), saying.statement, quotes)]
    said = report.said.by(start, end, covered)
    if report.long and saying.by is not None and not hops:
        # Who only does it does not say it either: *the warden has mourned the death*.
        doer = report.text[slice(*saying.by)]
        said = tuple(one for one in said if one.words not in doer and doer not in one.words)
    if said and said[0].kind == "unnamed" and (letter := in_which(report, start, end)):
        return [Rest((report.naming.document(letter),), saying.statement, quotes)]
    if said:
        return [Rest((one, *passed_on(report, saying, one, others)), saying.statement, quotes) for one in said]
    if paper := report.said.paper(start, end) or report.said.paper_before(start, saying.start):
        return [Rest((paper,), saying.statement, quotes)]
    to_us = _TO_US.search(bare)
    if to_us and to_us["own"] and not report.is_self(to_us["own"]):
        to_us = None
    if (alike_ := _SAME_TO_US.search(bare)) and (alike_["own"].lower() in ("us", "me") or report.is_self(alike_["own"])):
        return [Rest((Hop("unnamed", " ".join(alike_["who"].split())),), saying.statement, quotes)]
    if to_us and to_us[1].endswith(" of"):
        to_us = None  # *a copy of which the Review has seen*
    gave = _GAVE_US.search(bare) or _RANG.search(bare)
    if gave and (gave["own"] is None or report.is_self(gave["own"]) or gave["own"].lower() in plain(report.outlet).split()):
        return [Rest((Hop("unnamed", " ".join(gave["who"].split())),), saying.statement, quotes)]
    if heard := _informed(bare) or _WITH_WHOM.search(bare) or to_us or TOLD_ME.search(bare):
        return [Rest((Hop("unnamed", " ".join(heard[1].split())),), saying.statement, quotes)]
    if not his and (held := report.naming.showing.held(start, end)):
        return [Rest((report.naming.document(held),), saying.statement, quotes)]
    own = bool(hops) and hops[-1].words.lower() not in ("i", "we", "us", "me")
    sighted = own and (any(w in words("sightings") for w in folded(bare).split()) or _on_the_spot(report, saying))
    if (sighted or observed(report, bare)) and not is_talk(bare, alone=True):
        return [Rest((Hop("own", report.outlet),), saying.statement, quotes)]
    if is_talk(bare):
        return [Rest((Hop("nobody", text),), saying.statement, quotes)]
    return []


def _given_out(report: Report, saying: Saying, paper: Hop) -> Hop:
    """A document of which it is told who gives it out: *the flood office weighed in, releasing an estimate that …*."""
    last = saying.hops[-1] if saying.hops else None
    if paper.kind != "document" or paper.bodies or last is None or last.kind != "voice" or not is_name(last.name):
        return paper
    start, _ = report.sentence(saying.start, saying.end)
    gives = last.sort == "organisation" and _GIVES_OUT.search(report.text, start, saying.start)
    return replace(paper, bodies=(last.name, *last.bodies)) if gives and is_of_its_giver(paper.name) else paper


def told_us(report: Report, saying: Saying) -> bool:
    """Whether it is said of the outlet, or the body whose page it is, that somebody told it: *a passenger told us*."""
    told = saying.told.lower()
    return told in ("us", "me") or told.startswith(("this ", "our ")) or report.is_self(saying.told)


def _cited_for(report: Report, saying: Saying, start: int, end: int, others: list[str]) -> list[str]:
    """The outlets that a sentence cites for a statement: in a long report those that what stands around it cites."""
    text = report.text[start : min(end, start + _LONGEST)]
    if report.long:
        text = f"{report.text[max(start, saying.start - _LONGEST) : saying.start]} {report.text[saying.end : end][:_LONGEST]}"
        if not CITING.search(text):
            return []
    return cited(report, text, others)


def _if_right(report: Report, saying: Saying) -> str:
    """Whom a sentence doubts who is to have said so: *if the Courier and its man at the club are right*."""
    if saying.quoted:
        return ""
    start, end = report.sentence(saying.start, saying.end)
    found = _IF_RIGHT.search(report.text, start, min(end, start + _LONGEST))
    return found["who"] or found["whom"] if found else ""


def _print_read(bare: str) -> Hop | None:
    """One outlet without a name in which a sentence says that one reads it: *as one could read in an Italian newspaper*."""
    found = next((m for form in _READ_IN if (m := form.search(bare))), None)
    noun = lexicons.singular(found["who"].split()[-1].lower()) if found else ""
    return Hop("nobody", found["who"], words=found["who"]) if found and noun in _mediums() else None


def _stated(report: Report, end: int) -> Hop | None:
    """Whom a note behind a sentence gives as its source: *Source: one resident, reached by telephone*."""
    found = _SOURCE_IS.match(report.text, end)
    if found is None or found["who"].isdigit():
        return None
    at = found.start("who")
    entity = report.mentions.begins(at, at + len(found["who"]))
    paper = report.naming.papers.noun(found["who"])
    hop = report.naming.hop(found["who"], entity, "document" if paper else entity.kind if entity else "unnamed", at)
    return hop if hop.kind in ("voice", "document", "unnamed") else None


@cache
def _mediums() -> frozenset[str]:
    """By what sorts one outlet is called."""
    return frozenset(noun for row in rows("media") for noun in row["nouns"].split())


def _quoting(report: Report, start: int, end: int, bare: str, named: list[str]) -> list[Hop]:
    """Who speaks of the outlets that stand in quoted words alone: *Senator Ruiz rose …: “It is in the Argus”*."""
    said = [] if cited(report, bare, named) else report.said.by(start, end)
    return [hop for hop in said[:1] if hop.kind == "voice"]


def _on_the_spot(report: Report, saying: Saying) -> bool:
    """Whether one of the outlet's own people is who tells it: *Ana is there. She reports that the wall lies in the water*."""
    who = saying.hops[-1].words
    somebody = who.lower() in ("he", "she") or head(folded(who)) in words("observers") or is_name(who)
    return somebody and not report.is_self(who) and saying.cue in _TELLING


def _knows_from(report: Report, start: int, text: str) -> Hop | None:
    """From whom somebody is said to know it: *she knows from the harbour master himself that …*."""
    m = _KNOWS_FROM.search(text)
    if m is None:
        return None
    at = start + m.start("who")
    if report.text[at : at + len(m["who"])] != m["who"]:
        at = report.text.find(m["who"], start)  # quotations before it are left out
    people = [e for _, _, e in report.mentions.inside(at, at + len(m["who"])) if e.kind == "person" and is_name(e.name)]
    entity = next(iter(people), None) or report.mentions.begins(at, at + len(m["who"]))
    found = report.naming.hop(m["who"], entity, entity.kind if entity else "unnamed", at)
    noun = lexicons.singular(head(folded(m["who"])))
    somebody = is_person(noun) or noun in words("anyone") or m["who"].startswith("some") or is_name(found.name) or found.bodies
    if (
        report.naming.papers.noun(m["who"])
        and not people
        and m["who"].startswith(("a ", "an ", "the ", "its ", "his ", "her ", "their "))
    ):
        return report.naming.hop(m["who"], None, "document", at)
    return found if found.kind in ("voice", "unnamed") and somebody else None


def _informed(text: str) -> re.Match[str] | None:
    """From whom somebody heard it; who is *told by a guard to lie down* heard nothing."""
    return next((m for m in HEARD.finditer(text) if not _TO_DO.search(m[1])), None)


def _as_source(report: Report, shown: Exhibit) -> Hop | None:
    """A document that a sentence gives as what says so, where it is no outlet's own."""
    hop = report.naming.document(shown)
    return hop if hop.kind in ("document", "voice", "outlet") else None


def _wrote(report: Report, saying: Saying) -> bool:
    """Whether a voice says, or it is told beside it, that he wrote the paper: *I wrote to the county*."""
    if saying.quoted and _I_WROTE.search(report.text, saying.start, saying.end):
        return True
    start, end = report.sentence(saying.start, saying.end)
    begin, _ = report.sentence(max(0, start - 1), start) if start else (0, 0)
    return bool(_HE_WROTE.search(report.text, begin, min(end, begin + _LONGEST)))


def _told_of(report: Report, saying: Saying) -> tuple[Hop, ...]:
    """The voices of a statement; of what somebody plans, those who say so: *they agreed to sell, a banker said*."""
    hops = saying.hops
    if not hops or hops[-1].kind == "own":
        hops = in_turn(report, saying) or hops
    if hops and not saying.quoted and hops[-1].kind == "voice":
        start, end = report.sentence(saying.start, saying.end)
        if ours := _WHAT_WE_HEARD.search(report.text, start, saying.start):
            entity = report.mentions.begins(*ours.span("who"))
            hop = report.naming.hop(ours["who"], entity, entity.kind if entity else "unnamed", ours.start("who"))
            return (hop,) if hop.kind in ("voice", "unnamed") else hops
        told = _SOURCE_TELLS.search(report.text, saying.start, end)
        if told and not (told["own"] and told["own"][:1].isupper() and not report.is_self(told["own"])):
            hop = report.naming.hop(told["who"], None, "unnamed", told.start("who"))
            if hop.kind == "unnamed":
                return (hop,)
    deed = saying.cue in words("deeds") and hops and hops[-1].kind == "voice" and hops[-1].words.lower() not in _ONESELF
    if not hops or saying.quoted or hops[-1].kind != "voice":
        return hops
    if not deed and saying.act not in ("promise", "belief", "demand"):
        return hops
    _, end = report.sentence(saying.start, saying.end)
    said = report.said.by(min(saying.end, end), end)
    if not said or alike(said[-1], hops[-1]):
        # *The club has agreed to sell*: what it does, the outlet tells, and nobody is said to say so.
        return () if deed and len(hops) == 1 else hops
    noun = lexicons.singular(head(folded(said[-1].words)))
    somebody = said[-1].kind in ("voice", "document") or is_person(noun) or noun in words("anyone") or noun == "people"
    return said if somebody else hops


def _but(others: list[str], way: tuple[Hop, ...]) -> list[str]:
    """The other outlets without those that a way leads through."""
    return [outlet for outlet in others if all(h.kind != "outlet" or not called(h.name, outlet) for h in way)]


def _whence(report: Report, saying: Saying, way: tuple[Hop, ...], others: list[str]) -> list[Hop]:
    """From whom the last voice of a way has what it says, as far as the article tells; from nobody who has it from this one."""
    found = passed_on(report, saying, way[-1], others) or onward(report, saying, way[-1])
    return [] if any(alike(one, before) for one in found for before in way[:-1]) else found


def _by_way_of(report: Report, saying: Saying, hops: tuple[Hop, ...], others: list[str]) -> tuple[Hop, ...]:
    """The voices, with the outlet to which the sentence says that they spoke: *she told the podcast Centre Pass*."""
    if hops[-1].kind not in ("voice", "unnamed") or any(h.kind == "outlet" for h in hops):
        return hops
    low = f" {folded(unquoted(report.sentence_of(saying)))} "
    for outlet in others:
        every = (*shorter(outlet), plain(outlet.partition(",")[0]), *sorted(letters(outlet)))
        if any(f" {name} " in low for name in every) and not called(hops[-1].name, outlet):
            names = "|".join(re.escape(name) for name in every)
            told = rf" (?:{_SPOKE_TO}) (?:the |a )?(?:\w+ ){{0,3}}?(?:{names}) "
            quoted = rf" (?:quoted|cited|reported|carried) (?:by|in) (?:the |a )?(?:\w+ ){{0,3}}?(?:{names}) "
            reports = rf" (?:{names}) (?:\w+ )?(?:reports|reported|writes|wrote|announces|announced) $"
            if any(re.search(form, low) for form in (told, quoted, reports)):
                return (*hops[:-1], Hop("outlet", outlet), hops[-1])
    return hops


def _own_work(report: Report, sentence: str) -> bool:
    """Whether a sentence is about what the outlet itself measured, tested, counted: *a test by the Post*, *our measurements*."""
    own = {w for w in plain(report.outlet).split() if len(w) > _SHORT_WORD and w not in _SMALL and w != "news"}
    return any(
        m["by"] is None or m["by"].lower() in own or m["by"].lower() in ("newspaper", "paper", "magazine")
        for form in (_WORK if " by " in sentence else _WORK[:1])
        for m in form.finditer(sentence)
    )


def _our_work(report: Report, saying: Saying) -> bool:
    """Whether the statement's sentence begins with what the outlet measures with: *Our own gauge, a painted pole, read 7.02*."""
    return bool(_WORK[0].match(report.sentence_of(saying).lstrip(' \n"“')[:_LONGEST]))
