"""What an outlet says of what it has reported before, who has taken that up, and who has said so since.

*As we revealed on Monday, a story that was taken up by the Post*; *what this newspaper reported has been confirmed by the
station*; *now the minister himself has said so*.
"""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.ledger.names import folded
from allegedly.weighing.origins.hops import Hop, is_name
from allegedly.weighing.origins.outlets import plain, shorter
from allegedly.weighing.origins.relaying import alike
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying

_AGAIN = re.compile(
    r"\b(?P<who>[Tt]his (?:agency|newspaper|paper|magazine|website|site|programme|station|channel|publication"
    r"|weekly|daily|journal|portal|blog)|[Ww]e|(?:The"
    r" )?[A-Z][\w'’&.-]*(?: [A-Z&][\w'’&.-]*){0,5})"
    r" (?:(?:first|had|has|have|exclusively|already|originally) )*"
    r"(?:reported|revealed|disclosed|published|wrote|broke|exposed|uncovered|brought|(?:was|were) (?:the )?first to"
    r" (?:report|reveal|write|tell|say|bring|announce|have)|told (?:you|our (?:readers|listeners|viewers)))\b"
)
"""How an outlet speaks of what it has reported before."""
_OWN_STORY = re.compile(
    r"\b(?:[Oo]ur|[Tt]his (?:newspaper|paper|magazine|website|station|agency)['’]s|(?:The )?(?P<own>[A-Z][\w-]*)['’]s?)"
    r" (?:own |recent |first |last week['’]s )?(?:exclusive|revelations?|scoop|disclosures?|report|story|article)\b"
)
"""*The Courier's exclusive*, in the Courier."""
_TAKEN_UP = re.compile(
    r"\b(?:picked|taken|followed) up by\b|\b(?:repeated|copied|echoed|reprinted|lifted|borrowed|shared|retold|followed)"
    r" (?:\w+ )?by\b|\b(?:went|gone|travelled|spread|made its way) (?:\w+ )?(?:to|into|round|through)\b"
)
"""How a story goes on from an outlet to others."""
_TAKES_UP = re.compile(
    r"(?P<who>[^.;:,\n\"“”]{3,60}?) (?:has|have|had) (?:\w+ )?(?:(?:taken|picked) (?:it|this|that|the \w+|our \w+) up"
    r"|(?:taken|picked) up (?:it|this|that|the \w+|our \w+)|followed suit|copied (?:it|us)|repeated (?:it|our \w+))\b"
)
_FROM_US = re.compile(
    r"(?P<who>[^.;:,\n\"“”]{3,60}?) (?:has |have |had )?(?:wrote|written|copied|copies|took|taken|lifted|borrowed|got|has|had)"
    r" (?:it|this|that|the \w+) (?:\w+ )?from (?:us|here|our \w+|this (?:paper|newspaper|station|magazine|page))\b"
)
"""*The Flag wrote it down from us*."""
_KNEW = r"(?:(?:have|had|already|first) )*(?:know|knew|known|learned|learnt|heard|read|saw|seen)"
_OUR_READERS = re.compile(
    rf"\b(?:[Rr]eaders|[Ll]isteners|[Vv]iewers) (?:of|to) (?:this \w+|our \w+|ours) {_KNEW}\b"
    rf"|\b[Oo]ur (?:readers|listeners|viewers|subscribers) {_KNEW}\b"
)
"""*As our readers have known since Monday*."""
_WHO_SAID = r"(?P<who>[^.;:,\n\"“”]{3,90}?)"
_SAID = r"(?:said|confirmed|repeated|acknowledged|admitted|announced|stated|borne out)"
_CONFIRMED_BY = re.compile(
    rf"\b(?:been|was|were|is|are) (?:now |also |since |officially )?{_SAID}(?: (?!(?:after|when|that|if|by)\b)[\w'-]+){{0,5}}"
    rf" by {_WHO_SAID}(?=[.;,\n]| (?:in|on|at) (?:its|his|her|their|the|an?) |$)"
)
"""*… was said out loud on Tuesday by no less a man than Senator Ruiz*."""
_SAYS_SO = (
    r"(?:(?:said|says|say|stated|states|announced) (?:so|as much|the same)"
    r"|(?:confirmed|confirms|admitted|admits|acknowledged|acknowledges|repeated|repeats) (?:so|as much|it|this|that|the same))"
)
_SO = re.compile(_SAYS_SO)
_HAS_SAID_SO = re.compile(
    rf"(?:^|[,:;] |\b(?:and|since|then|also) )(?:now |even )*{_WHO_SAID}(?: (?:himself|herself|itself|too|also))?"
    rf"(?: (?:has|have|had|now|also))* {_SAYS_SO}(?=[.,;:!?\"”)]|$| (?:too|again|in|on|at|to|last|yesterday|himself|itself)\b)"
)
"""*… now the minister himself has said so*."""
_NO_SUBJECT = re.compile(r"\b(?:who|which|whom|not|never|nobody|neither|if|would|could|may|might|to|percent|per cent)\b|%")
_SPEAKS_OF = re.compile(
    rf"\b(?:[Ee]ven|[Nn]ow(?: also)?|[Tt]oo,|[Aa]lso) {_WHO_SAID} (?:now |also |too )?(?:speaks|spoke|talks|has spoken) of\b"
)
"""*Even the prefect now speaks of it*."""
_LISTED_IN = re.compile(
    r"\b(?:figures|features|appears|stands|(?:is to|can) be found|(?:is|was|are|were|been) (?:listed|entered|registered|noted"
    r"|put|mentioned|included)) (?:now |also |already )?(?:in|on|among|under) (?P<what>(?:the|its|an?) [^.;,:\n\"“”]{3,80})"
)
"""*It now figures in the official list of the reserve*."""
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""


def reported_before(report: Report, sentence: str) -> bool:
    """Whether a sentence says that the outlet itself has reported it before."""
    if any(m["own"] is None or report.is_self(m["own"]) for m in _OWN_STORY.finditer(sentence)):
        return True
    if _OUR_READERS.search(sentence):
        return True
    own, name = folded(report.outlet), shorter(report.outlet)
    short = plain(re.split(r",| \(", report.outlet)[0]).split()[-1:]
    for m in _AGAIN.finditer(sentence):
        who = folded(re.sub(r"^(?:As|When|What|Where) ", "", m["who"]))
        if (
            who in (own, "we", *name)
            or m["who"].lower().startswith("this ")
            or (report.is_self(who) and who.split()[-1:] == short)
        ):
            return True
    return False


def taken_up(text: str) -> str:
    """What a sentence says of who has taken its matter up."""
    found, active = _TAKEN_UP.search(text), _TAKES_UP.search(text) or _FROM_US.search(text)
    return (text[found.end() :] if found else "") + (f" {active['who']}" if active else "")


def confirming(report: Report, saying: Saying, start: int, end: int) -> list[Hop]:
    """Who is said to say now what the outlet has reported: *what we disclosed was said out loud by Senator Ruiz*."""
    stop = min(end, start + _LONGEST)
    # Of the second form only its end is sought first: whatever may stand before that takes long to try.
    said_so = (_HAS_SAID_SO,) if _SO.search(report.text, start, stop) else ()
    forms = (_CONFIRMED_BY, *said_so, _SPEAKS_OF)
    found = next((m for form in forms if (m := form.search(report.text, start, stop))), None)
    if found is None or _NO_SUBJECT.search(found["who"]):
        return []
    at, who = found.start("who"), found["who"].strip()
    inside = [(x, e) for x, y, e in report.mentions.inside(at, at + len(who)) if is_name(report.text[x:y])]
    entity = inside[-1][1] if inside else report.mentions.begins(at, at + len(who))
    hop = report.naming.hop(who, entity, entity.kind if entity else "unnamed", at)
    if inside and inside[-1][1].kind == "person":
        hop = replace(report.naming.person(inside[-1][1]), words=who, sort="person")
    known = hop.kind in ("voice", "outlet") or (hop.kind == "unnamed" and hop.definite and bool(hop.offices))
    return [hop] if known and not any(alike(hop, one) for one in saying.hops) else []


def listed(report: Report, start: int, end: int) -> Hop | None:
    """The list, record or page in which a sentence says that its matter now stands."""
    found = _LISTED_IN.search(report.text, start, min(end, start + _LONGEST))
    if found is None or not report.naming.papers.noun(found["what"]):
        return None
    hop = report.naming.hop(found["what"].strip(), None, "document", found.start("what"))
    return hop if hop.kind == "document" else None
