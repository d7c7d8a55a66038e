"""From whom a voice says that it has it: *Anna rang me*, *informed by the harbour office*, *Senator Ruiz held up the Argus*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.citing import cited
from allegedly.weighing.origins.hops import Hop, head, is_name, is_paper
from allegedly.weighing.origins.namesakes import is_public
from allegedly.weighing.origins.outlets import alone, by_title, called, in_capitals, in_print, is_cited, is_named, plain
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.vocabularies import words

_HOLDING = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)? up|quot(?:ed|es|ing)|cit(?:ed|es|ing)|read(?:s|ing)?|according to|have here|report(?:s|ed)|wrote"
    r"|writes|(?:has|have|had) (?:written|printed|published|shown)|says so|heard (?:it|this|that) (?:on|from)|article|all over"
    r"|(?:opened|picked up|bought) (?:my|the|a|our)|story|front page|cutting|(?:is|was|were|stands?|stood) (?:right |all )?"
    r"(?:there )?in (?:the |\w+['’]s )?(?=[A-Z])|(?:saw|seen|found) (?:it|this|that) (?:\w+ )?in|(?:has|had|have|got)"
    r" (?:it|this|that))\b"
)
_SINCE_WHEN = r"(?: (?:it|this|that|of it|so|only|just|first|also|now))*(?: (?:last|this|yesterday|on|late|early)(?: \w+){0,2})?"
"""Between *learned* and *from*: *of it*, *last night*, *on Monday*."""
_KNOWS = re.compile(
    rf"\b(?:knows?|knew|learned|learnt|heard|read|saw){_SINCE_WHEN} from\b"
    rf"|\b(?:learned|learnt|heard|read|saw){_SINCE_WHEN} (?:on|in)\b(?! [A-Z][a-z]+day\b)"
)
"""The same, said right beside the words in question."""
_HAS_FROM = re.compile(
    r"\b(?:has|have|had|got|gets|heard|hears|learn(?:s|ed|t)|knows|knew) (?:it |this |that |the story |so )?"
    r"(?:first |only |straight )?from\b"
)
"""*The Courier, which broke the story, has it from the inspector*: he has it not from the Courier."""
_AS = "as "
_AS_TOLD = re.compile(
    r"\b[Aa]s (?P<who>[^.;,\n]{3,60}?) (?:(?:has|had|first|also|then) )*(?:report(?:s|ed)|wr(?:ites?|ote)|written|reveal(?:s|ed)"
    r"|disclose[sd]|tells?|told|related|put it|had it|said|says)\b"
)
"""*As the Courier reported*: what a voice says behind it, the Courier tells."""
_READERS = re.compile(r"\b(?:[Yy]ou|[Ww]e|I|[Rr]eaders|[Mm]any|[Ee]verybody|[Ee]veryone)\b[^.;:,\n]{0,30}$")
"""*You read it in the Courier: a boat sank, the police say*: these have not read it there."""
_HE_HAS_IT = re.compile(
    r"\s*(?:(?:His|Her|Their|Its) (?:source|informant|information|knowledge) (?:is|was|(?:comes?|came) from)"
    r"|(?:He|She|They|It)\b[^.;\n\"“”]{0,60}?"
    r"\b(?:(?:ha[sd]|got|heard|learn(?:ed|t)|knows?|knew) (?:it|this|that|so|of it|about it)"
    r"|(?:was|were|been) (?:told|informed|assured|rung|called) (?:so|of it|about it|as much|this|that)?)"
    r"(?:,? [^.,;\n\"“”]{2,40},| (?:first|only|himself|herself))? (?:from|by)) (?P<who>(?:[^.;,\n\"“”]|, (?=[A-Z])){3,80})"
)
"""*The dam has a crack, Ana Ruiz said. She had it, she said, from the harbour master*: the sentence behind."""
_TOLD_ME = re.compile(
    r"(?P<who>(?:\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}|\b(?:[Mm]y|[Tt]he|[Oo]ur|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) [\w' -]{2,40}?)"
    r"(?: (?:from|at|of) (?:[Tt]he |[Mm]y |[Oo]ur )?[\w' -]{2,30}?)?)"
    r" (?:has |had )?(?:(?:rang|phoned|called|came|stopped|got)(?: up| by| round| over| in touch)? and (?:has |had )?)?"
    r"(?:told|rang|phoned|called|texted|wrote to|informed|assured|messaged|showed) (?:me|us)\b"
)
_TOLD_BY = re.compile(
    r"\b(?:told|informed|notified|briefed|advised|assured|warned)(?: (?!by\b)[\w'’]+){0,5} by (?P<who>[^.;,\n\"“”]{3,80}?)"
    r"(?= that\b| of\b| about\b| (?:a|an|one|two|three|several) (?:\w+ )?ago\b"
    r"| (?:last|this|on|yesterday|earlier|in writing|by)\b|[.;,\n\"“”]|$)"
    rf"|\b(?:heard|learned|learnt|has it|had it|have it|have this|got it|knows|knew){_SINCE_WHEN}"
    r" from (?P<whom>[^.;,\n\"“”]{3,80})"
    r"|(?P<count>\b[A-Z][\w'’ -]{2,60}?)['’]s? (?:own )?(?:count|tally|toll|figures?|numbers?|estimate|records?"
    r"|data|assessment|reckoning)\b"
    r"|\b(?:[Aa]ccording to) (?P<whose>[^.;,\n\"“”]{3,80})"
)
_TOLD_AT = re.compile(
    r"\b(?:was|were|been|being|is|are) (?:told|informed|assured|advised) (?:at|in|inside)"
    r" (?P<who>(?:the|his|her|their) [\w' -]{3,40}?)(?=[,.;]| that\b| (?:he|she|they|I|we) )"
)
"""*He was told at the town hall that …*."""
_HE_TOLD_ME = re.compile(
    r"\b(?P<who>[Hh]e|[Ss]he) (?:has |had )?(?:rang|phoned|called|told|texted|wrote to|messaged|informed|assured) (?:me|us)\b"
)
"""*He rang me and said that …, says Ana Ruiz, whose husband, Ivo Brandt, was at the wheel*."""
_NOTICE_FROM = re.compile(
    r"\b(?:received|had|got|has|have|passed on|relayed|delivered|conveyed|forwarded|read out)"
    r" (?:an? |the )?(?:notice|word|news|reports?|call|message|information|confirmation|letter)"
    r" from (?P<who>[^.;,\n\"“”]{3,80}?)(?= that\b| of\b| about\b|[.;,\n\"“”]|$)"
)
_TOLD_THEM = re.compile(
    r"(?:^|[.;,“\"] ?)(?P<who>(?:[Tt]he )?[A-Z][\w'’&.-]*(?: (?:of|the|and|&|[A-Z][\w'’&.-]*)){0,5}"
    r"|[Tt]he [\w' -]{2,40}?|(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y) [a-z]+(?: [A-Z][\w'’-]+){1,3}(?:, \d{1,3},)?) (?:has |had )?"
    r"(?:told|informed|notified|assured|warned) (?:him|her|them|us|me|(?:the|his|her|its|their|our) [\w-]+)\b[^.;,]{0,50} that\b"
)
"""*Stahl told the union at eight that …, its president says*."""
_NAMED_BEHIND = re.compile(
    r", (?:(?:Do[nñ]a|Don|Mrs?|Ms|Miss|Dr|Sister|Father)\.? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})(?=[,.;\"”]|$)"
)
"""*Told so by the woman across the street, Ana Ruiz*."""
_RECORDED = re.compile(
    r"^(?P<who>(?:[Tt]he )?[A-Z][\w'’&.-]*(?: (?:of|the|and|for|&|[A-Z][\w'’&.-]*)){0,5}) (?:has |had |have )?"
    r"(?:recorded|registered|measured|detected|counted|logged|established|determined|confirmed)\b"
)
"""*The Volcano Observatory has recorded an eruption, its chief told us*."""
_TOLD_HIM = re.compile(
    r"(?P<who>\b[Tt]he [\w' -]{2,30}?|\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) (?:had|has) (?:told|informed|assured|briefed"
    r"|written to|reported to|confirmed to|explained to|called|rung) (?:him|her|them)\b"
)
_NOTIFIED = re.compile(
    r"\b(?:notified|reported|communicated|declared|disclosed|supplied|submitted|announced|made known|conveyed|passed on|stated)"
    r" to (?:us|me|this \w+|our \w+|the (?:\w+ )?(?:office|agency|board|ministry|authority|commission|department|service))"
    r"(?: (?!by\b)[\w'’]+){0,4} by (?P<who>[^.;,\n\"“”]{3,80}?)(?= (?:on|in|at|last|yesterday|today)\b|[.;,\n\"“”]|$)"
)
"""*As notified to this office by the firm*."""
_WHAT_HE_TOLD = re.compile(
    r"(?:\b(?:[Tt]hat|[Tt]his|[Ss]o|[Ii]t) (?:is|was)(?: just| exactly)?|\b(?:point|refer|appeal)(?:s|ed|ing|red|ring)? to"
    r"|\b(?:repeat|pass)(?:s|es|ed|ing)?(?: on)?) what (?P<who>(?:[^.;,\n\"“”]|, (?=[A-Z])){3,80}?),?"
    r" (?:(?:has|had|also) )*(?:told|said|says|tells|announced|reported|explained|confirmed)\b"
)
"""*That is what the foreman, Ivo Brandt, told us, says Ana Ruiz*."""
_READ_IN = re.compile(
    r"\b(?:saw|seen|read|heard|found|got|know|learn(?:ed|t)) (?:it|this|of it|about it) (?:first |too )?(?:in|on|from)"
    r" (?:the )?(?P<where>[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4})"
)
"""*I saw it in Vigil*: where the speaker has it from, by the first word of its name too."""
_TOLD_SOMEBODY = re.compile(
    r"(?<=, )(?P<who>[^.;,\n\"“”]{3,60}(?:, [A-Z][^.;,\n]{2,40},)?) (?:has |had )?(?:told|informed|assured)"
    r" (?:him|her|them|(?:the|his|her|its|their) [\w-]+)(?: \w+)?,"
)
_WHOM = r"(?P<who>(?:[^.;,\n\"“”]|, (?=[A-Z])){3,80})"
_CITING_WHOM = re.compile(
    rf"\b(?:citing|quoting|(?:with|in) reference to|referring to|on the basis of|relying on|on the word of|and (?:cited"
    r"|quoted)) (?:(?:an? |the |his |her )?(?:conversation|call|talk|message|briefing|meeting|email|text) (?:with|from|by) )?"
    rf"{_WHOM}"
)
_ABOUT = ("referring to", "in reference to", "with reference to")
"""How it is told of whom a speaker speaks; an outlet that refers to somebody has it from him."""
_IT_CITES = re.compile(
    r"\s*(?:It|(?:The|This) (?:newspaper|paper|magazine|website|site|agency|station|broadcaster|channel|report|weekly"
    r"|daily|journal|blog"
    r"|article|story))"
    r" (?:also |has |had |itself )*(?:cite[sd]|quote[sd]|print(?:s|ed)|publish(?:es|ed)|reproduce[sd]?|show(?:s|ed)"
    r"|refer(?:s|red) to"
    r"|relie[sd] on|bases? (?:this|it|itself) on|based (?:this|it|itself) on|attribute[sd] (?:this|it) to|names? as its source"
    rf"|gives? as its source|had (?:it|this) from|has (?:it|this) from) {_WHOM}"
)
_ON_BEHALF = re.compile(
    r"\b[Oo]n (?P<who>his|her|their|its) behalf\b"
    r"|\b(?:[Oo]n behalf of|[Ii]n the name of|[Ss]peaking for) (?P<whom>[^.;,\n\"“”]{3,80})"
)
_IN_WHICH = re.compile(
    r"(?P<what>(?:the|an?|its|his|her|their) (?:[\w-]+ ){0,2}?[\w-]+) (?:(?:in|by|according to) which|that (?:says"
    r"|shows|states|claims|finds))\b"
)
_SHOWING = re.compile(
    r"(?P<what>(?:[\w.'’-]+ ){0,4}?(?P<noun>[a-z][\w-]+)) (?:(?:released|published|issued|compiled|gathered) [^.,;\n]{2,40}? )?"
    r"(?:showing|indicating|suggesting|(?:that|which) (?:shows?|showed|suggests?|suggested|indicates?|indicated|finds?|found))\b"
)
"""*Experts cite figures showing that …*: what they show, the figures say."""
_SPOKE_THERE = re.compile(
    r"\bto (?:which|whom) (?:he|she|they) (?:has |had |have )?(?:confirmed|said|told|spoke|spoken|gave|repeated|admitted)\b"
    r"|\bwho (?:had |has )?(?:spoke|spoken|talked|testified) (?:\w+ )?to (?:the )?(?:\w+ ){0,2}[A-Z]"
)
_ASKED = re.compile(
    r"\b(?:[Ww]here|[Hh]ow|[Ff]rom whom|[Ff]rom where) (?:did|does|do|had|has|is) (?:he|she|they|it|that|this)\b[^.?!\n]{0,40}"
    r"\b(?:get|got|know|have|hear|heard|learn|find|from|read)\b[^.?!\n]{0,30}\?"
)
"""The question from where somebody has it."""
_HAS_READ = re.compile(
    r"\b(?:I|[Ww]e)(?: have|['’]ve)? (?:read|seen|got|have|been through|gone through) (?P<what>(?:the|a|an|that|this|their"
    r"|its) (?:[\w-]+ ){0,3}?[\w-]+)"
    r"(?=[.,;\"”]| that says| and it)"
)
"""*I have read the draft. It says …*."""
_SHE_READ = re.compile(
    r"\b(?:he|she) (?:had |has |['’]d )?(?:(?:just|also|first) )?(?:(?:had|has|got|taken) (?:it|this|that)|read|heard"
    r"|seen|saw|learn(?:ed|t)|known)\b"
)
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LAST_NAME = re.compile(r"\b[A-Z][\w'’-]+\b")
_KIN_OF = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir) ")
_SUBJECT = 40
"""Characters before *was told by* in which it is said who was."""
_ANSWER = 200
"""Characters of the answer."""
_LONGEST = 2_000
"""Characters that are looked at."""


def passed_on(report: Report, saying: Saying, voice: Hop, others: list[str]) -> list[Hop]:
    """From whom a voice says that it has what it says; nobody where it does not say.

    Args:
        report: The article.
        saying: What the voice says of the claim.
        voice: The voice.
        others: The outlets of the other articles of the claim.
    """
    if voice.kind not in ("voice", "unnamed"):
        return []
    if not saying.quoted and (paper := _IN_WHICH.match(report.text, saying.start)):
        # *Nephews will challenge the will in which …*: what stands there, the will says.
        hop = report.naming.hop(paper["what"], None, "document", saying.start)
        if hop.kind == "document" and report.naming.papers.noun(paper["what"].split()[-1]):
            return [hop]
    shows = None if saying.quoted else _SHOWING.match(report.text, saying.start, saying.end)
    if shows and (is_paper(shows["noun"]) or is_paper(lexicons.singular(shows["noun"]))):
        hop = report.naming.hop(shows["what"], None, "document", saying.start)
        if hop.kind in ("document", "voice"):
            return [hop]
    # On a page of many matters outlets are named beside many voices who do not have it from there.
    telling = (voice.kind == "voice" or voice.definite) and not report.long
    named = [outlet for outlet in others if _speaks_of(report, outlet)] if telling else []
    if named:
        for one in report.sayings:
            between = report.text[min(one.start, saying.start) : max(one.end, saying.end)][:_LONGEST]
            near = one is saying or "\n" not in between
            if one.hops and alike(one.hops[-1], voice) and (outlet := _holding(report, one, voice, named, near=near)):
                return [Hop("outlet", outlet)]
    if saying.quoted and telling and others and (read := _READ_IN.search(report.text, saying.start, saying.end)):
        place = report.mentions.begins(*read.span("where"))
        # Where the speaker was is spoken of elsewhere too.
        for outlet in others if place is None or place.kind != "place" or len(place.mentions) == 1 else ():
            if called(read["where"], outlet) and not called(voice.name, outlet):
                return [Hop("outlet", outlet)]
    if voice.kind == "voice" and others and (answer := _answer(report.text)) is not None:
        # *Where did she get that? “It's all over the Sentry,” she said.*
        for outlet in others:
            if is_cited(outlet, f" {folded(answer)} ") or _by_short(report, outlet, answer):
                return [Hop("outlet", outlet)]
    if saying.quoted and (read := _HAS_READ.search(report.text, *report.sentence(saying.start, saying.end))):
        hop = report.naming.hop(read["what"], None, "document", read.start("what"))
        if hop.kind in ("document", "voice") and is_paper(lexicons.singular(head(folded(read["what"])))):
            return [hop]
    if saying.quoted and voice.kind == "voice" and (caller := _caller(report, saying, voice)):
        return [caller]
    own = saying.quoted or voice.kind != "voice" or report.body is not None
    if behind := _behind(report, saying, voice):
        return [behind]
    for text, start in _words(report, saying):
        if behalf := _ON_BEHALF.search(text):
            told = _spoken_for(report, start, behalf, voice)
            if told:
                return [told]
        for m in (
            *(m for m in (_TOLD_ME.finditer(text) if " me" in text or " us" in text else ()) if own or _is_quoted(text, m)),
            *_TOLD_BY.finditer(text),
            *(m for m in _TOLD_AT.finditer(text) if head(folded(m["who"])) in words("bodies") or is_public(m["who"])),
            *_TOLD_SOMEBODY.finditer(text),
            *_NOTICE_FROM.finditer(text),
            *_TOLD_HIM.finditer(text),
            *_NOTIFIED.finditer(text),
            *_TOLD_THEM.finditer(text),
            *_RECORDED.finditer(text),
            *_WHAT_HE_TOLD.finditer(text),
        ):
            group = next(g for g in ("who", "whom", "whose", "count") if g in m.re.groupindex and m[g])
            if report.long and not own and _of_another(text[: m.start()], voice):
                continue  # *The regent was briefed by the warden, her office said*
            if group == "whose" and _SPOKE_THERE.search(text):
                continue
            named_ = _NAMED_BEHIND.match(text, m.end(group))
            told = _teller(report, start + named_.start("name"), named_["name"], voice) if named_ else None
            told = told or _teller(report, start + m.start(group), m[group], voice)
            if told:
                return [told]
    return []


@lru_cache(maxsize=32)  # whole texts: each is asked for several of its statements in turn
def _answer(text: str) -> str | None:
    """What stands behind the question from where somebody has it; null where nobody asks that."""
    asked = _ASKED.search(text)
    return text[asked.end() : asked.end() + _ANSWER] if asked else None


def _speaks_of(report: Report, outlet: str) -> bool:
    """Whether an article names an outlet somewhere, in full or in short."""
    if outlet not in report.speaks_of:
        report.speaks_of[outlet] = report.names(outlet) or _by_short(report, outlet, report.text)
    return report.speaks_of[outlet]


def _of_another(before: str, voice: Hop) -> bool:
    """Whether it is said of somebody else than a voice that he was told something: the name before it is not the voice's."""
    named = _LAST_NAME.findall(before[-_SUBJECT:])
    return bool(named) and named[-1] not in voice.name


def _behind(report: Report, saying: Saying, voice: Hop) -> Hop | None:
    """From whom the next sentence of the paragraph says that a voice has it."""
    _, end = report.sentence(saying.start, saying.end)
    if voice.kind != "voice" or "\n" in report.text[max(0, end - 2) : end + 1]:
        return None
    m = _HE_HAS_IT.match(report.text, end, min(report.sentence(end, end + 1)[1], end + _LONGEST))
    if m is None:
        return None
    named = _NAMED_BEHIND.match(report.text, m.end("who"))
    told = _teller(report, named.start("name"), named["name"], voice) if named else None
    return told or _teller(report, m.start("who"), m["who"], voice)


def who_read(report: Report, start: int, end: int) -> list[Hop]:
    """Who is said to have read it there, by name: *Senator Ruiz spoke of the theft, of which she had read in the Argus*."""
    read = _SHE_READ.search(_blanked(report.text[start : min(end, start + _LONGEST)]))
    if read is None:
        return []
    before = [e for _, _, e in report.mentions.inside(start, start + read.start()) if e.kind == "person" and is_name(e.name)]
    people = {report.naming.person(e).name: e for e in before}
    return [report.naming.person(e) for e in people.values()] if len(people) == 1 else []


def _caller(report: Report, saying: Saying, voice: Hop) -> Hop | None:
    """Who *he* is of whom a voice says that he told her so: the one other person whom the sentence names."""
    m = _HE_TOLD_ME.search(report.text, saying.start, saying.end)
    if m is None:
        return None
    start, end = report.sentence(saying.start, saying.end)
    outside = report.mentions.inside(saying.end, end) if saying.end < end else report.mentions.inside(start, saying.start)
    people = {e.name: e for x, y, e in outside if e.kind == "person" and is_name(report.text[x:y])}
    others = [hop for hop in map(report.naming.person, people.values()) if not alike(hop, voice)]
    return replace(others[0], definite=True) if len(others) == 1 else None


def onward(report: Report, saying: Saying, voice: Hop) -> list[Hop]:
    """Whom an outlet, or a body, cites for what it says: *…, citing his wife*; *It printed the page from the land register*."""
    if voice.kind not in ("outlet", "voice"):
        return []
    start, end = report.sentence(saying.start, saying.end)
    found = _CITING_WHOM.search(_blanked(report.text[start : min(end, start + _LONGEST)]))
    if found is not None and voice.kind == "voice" and found[0].lower().startswith(_ABOUT):
        return []  # *“You are their best man,” Ruiz said, referring to the council*: of whom he speaks.
    if found is None and voice.kind == "outlet" and end < len(report.text) and "\n" not in report.text[max(start, end - 2) : end]:
        start, end = end, report.sentence(end, end + 1)[1]
        found = _IT_CITES.match(_blanked(report.text[start : min(end, start + _LONGEST)]))
    if found is None:
        return []
    at, who = start + found.start("who"), found["who"].strip()
    entity = report.mentions.begins(at, at + len(who))
    noun = lexicons.singular(head(folded(who)))
    kind = "document" if is_paper(noun) else entity.kind if entity else "unnamed"
    hop = report.naming.hop(who, entity, kind, at)
    return [hop] if hop.kind in ("voice", "document", "unnamed") and not alike(hop, voice) else []


def _is_quoted(text: str, m: re.Match[str]) -> bool:
    """Whether words are a speaker's own, and *us* not the outlet: *Ana Ruiz and Ivo Brandt told us* is no word of either."""
    return text[m.start() : m.end()] != _blanked(text)[m.start() : m.end()]


def _blanked(text: str) -> str:
    """A text of the same length, without what is quoted."""
    return _QUOTATION.sub(lambda m: " " * len(m[0]), text)


def _holding(report: Report, one: Saying, voice: Hop, others: list[str], *, near: bool) -> str:
    """The outlet that a voice cites, in the sentence of a statement of its or the next."""
    start, end = report.sentence(one.start, one.end)
    if "\n" not in report.text[max(0, end - 2) : end]:
        _, end = report.sentence(end, end + 1)
    text = report.text[start : min(end, start + _LONGEST)]
    low = f" {folded(text)} "
    # *The same diplomat who spoke to the agency* does not hold what it wrote.
    holds = _HOLDING.search(text) or (near and _KNOWS.search(text))
    for outlet in others if holds and not _SPOKE_THERE.search(text) else ():
        if (
            (is_cited(outlet, low) or _by_short(report, outlet, text) or cited(report, text, [outlet]))
            and not called(voice.name, outlet)
            and f" told the {plain(outlet)}" not in low
            and not _by_another(report, outlet, text, quoted=one.quoted)
            and not _tells(report, outlet, one)
        ):
            return outlet
    return ""


def _by_another(report: Report, outlet: str, text: str, *, quoted: bool) -> bool:
    """Whether what ties a voice to an outlet is said of another: the outlet has it from somebody, or readers read it there."""
    has = _HAS_FROM.search(text)
    if has and (is_cited(outlet, f" {folded(text[: has.start()])} ") or _by_short(report, outlet, text[: has.start()])):
        return True
    holds = _HOLDING.search(text)
    return bool(not quoted and holds and _READERS.search(text, 0, holds.start()))


def _tells(report: Report, outlet: str, one: Saying) -> bool:
    """Whether the outlet tells what the voice says: *as the Courier reported, the police accused him*."""
    if one.quoted or one.by is None:
        return False
    start, _ = report.sentence(one.start, one.end)
    if report.text[max(start, one.by[0] - len(_AS)) : one.by[0]].lower() == _AS:
        return True
    for m in _AS_TOLD.finditer(report.text, start, max(start, one.by[0])):
        if is_cited(outlet, f" {folded(m['who'])} ") or _by_short(report, outlet, m["who"]):
            return True
    return False


def _by_short(report: Report, outlet: str, text: str) -> bool:
    """Whether a text speaks of *the Beacon*, where that is what an outlet is called."""
    short = alone(outlet)
    own = not short.isdisjoint(alone(report.outlet))
    if own:
        return False
    there = "|".join(re.escape(word) for word in sorted(short) if word in text)
    if there and re.search(rf"\b(?:[Tt]he|[Mm]y|[Yy]our|in|\w+['’]s) (?:{there})\b", text):
        return True
    begin = text[:_LONGEST]
    return is_named(outlet, in_capitals(begin)) or by_title(outlet, begin) or in_print(outlet, begin)


def _words(report: Report, saying: Saying) -> Iterator[tuple[str, int]]:
    """The words of a statement; of one that is not quoted, with its sentence."""
    start, end = (saying.start, saying.end) if saying.quoted else report.sentence(saying.start, saying.end)
    yield report.text[start : min(end, start + _LONGEST)], start


def _spoken_for(report: Report, start: int, behalf: re.Match[str], voice: Hop) -> Hop | None:
    """On whose behalf the voice speaks."""
    if behalf["whom"]:
        return _teller(report, start + behalf.start("whom"), behalf["whom"], voice)
    a, b = (start + at for at in behalf.span("who"))
    meant = next((e for x, y, e in report.mentions.inside(a, b) if (x, y) == (a, b) and is_name(e.name)), None)
    if meant is None:
        # Whom the sentence itself names before the voice.
        begin, _ = report.sentence(a, b)
        people = [e for x, _, e in report.mentions.inside(begin, a) if e.kind == "person" and is_name(e.name)]
        meant = next((e for e in people if not alike(report.naming.person(e), voice)), None)
    return report.naming.person(meant) if meant and not alike(report.naming.person(meant), voice) else None


def _teller(report: Report, at: int, words_: str, voice: Hop) -> Hop | None:
    """Who told the voice; null where that is itself, or nobody in particular."""
    entity = report.mentions.begins(at, at + len(words_))
    inside = [(x, y, e) for x, y, e in report.mentions.inside(at, at + len(words_)) if e.kind == "person" and is_name(e.name)]
    if inside and inside[-1][1] == at + len(words_.rstrip()) and is_name(report.text[inside[-1][0] : inside[-1][1]]):
        # *His wife's colleague Ana Ruiz*
        words_, at, entity = report.text[inside[-1][0] : inside[-1][1]], inside[-1][0], inside[-1][2]
    found = report.naming.hop(words_.strip(), entity, entity.kind if entity else "unnamed", at)
    definite = is_name(found.name) or bool(found.bodies) or words_.strip().lower().startswith("the ")
    if found.kind == "unnamed" and _KIN_OF.match(words_) and head(folded(words_)) in words("kin"):
        return replace(found, definite=True)  # *His son told me so*
    if found.kind not in ("voice", "outlet") or not definite or alike(found, voice):
        return None
    return replace(found, definite=True)


def alike(a: Hop, b: Hop) -> bool:
    """Whether two voices of one article are one."""
    if a.kind != b.kind:
        return False
    return (
        a.name == b.name
        or (a.whole is not None and a.whole == b.whole)
        or (a.kind == "unnamed" and _ends(a.name) == _ends(b.name))
    )


def _ends(name: str) -> str:
    return folded(re.split(r" (?:of|who|that|in|at|for|from|on|with|close|involved|familiar) ", f"{name} ")[0]).split(" ")[-1]
