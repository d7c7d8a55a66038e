"""Talk: what everybody is said to know and nobody in particular says, as *they say at the feed store*, *it is rumoured*."""

from __future__ import annotations

import re
from functools import cache

from allegedly.ledger.names import folded
from allegedly.weighing.origins.citing import unquoted
from allegedly.weighing.origins.hops import Hop, is_name
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.sayings import Saying
from allegedly.weighing.origins.vocabularies import words

_NOBODY = re.compile(
    r"\b(?:has|have|had|was|were|is|are) (?:been |being )?(?:announced|forecast|predicted|reported|rumou?red|expected"
    r"|whispered|gossiped|bandied about)\b(?! by\b)"
    r"|\b(?:on|from) all sides\b|\b(?:can|could|may) be (?:read|seen|heard) (?:\w+ )?(?:on social media|online|on the net)\b"
    r"|\b[Tt]here(?:['’]s| has| have| had| is| was| were| are) (?:been )?(?:much |some |a lot of )?(?:talk|rumou?rs"
    r"|speculation|reports|gossip|claims)\b"
    r"|\b[Ii]t(?:['’]s| is| was) (?:(?:already|now|widely|everywhere|being) )*(?:said|told|whispered|rumou?red|put about"
    r"|understood|bandied about)\b(?! by\b| to (?:us|me|the|this)\b"
    r"| in (?:the|an?) (?!pub|bar|street|market|village|town|corridor))"
    r"|\b(?:an open secret|common knowledge|no secret (?:in|among|that|here|there))\b"
    r"|\b[Ww]ord (?:reaches|reached|has reached|comes|came|has come|gets|got|has got|is getting)(?: to)?"
    r" (?:us|me|this|the|a?round)\b"
    r"|(?:^|(?<=[.!?] ))\W*(?:[\w'’-]+ ){0,2}(?:talk|gossip|hearsay|rumou?rs?|whispers?)\b"
    r"(?! (?:from|with|by)\b)[^.:;?!]{0,60}:(?= )"
)
_ALL = (
    r"(?:everybody|everyone|all the world|[Tt]he (?:whole|entire) [a-z]+|[Hh]alf the [a-z]+|[Aa]ll of (?:you|us)"
    r"|the whole of [a-z]+)"
)
_PLACE = rf"(?:[a-z]+ ){{0,1}}?(?:{'|'.join(sorted(words('gatherings'), key=lambda word: (-len(word), word)))})"
_COMMON = re.compile(
    rf"\b(?:(?:as|[Aa]s) (?:you|we|{_ALL})(?:['’]ll)? (?:(?:all|will|may|must|probably|surely|well|now) )*"
    r"(?:knows?|have (?:all |now |already )?(?:heard|read|seen|gathered))\b(?! (?:in|on|from|by) )"
    rf"|(?:{_ALL}|[Ee]verybody|[Ee]veryone) (?:now |already |here )?(?:knows|says|is saying|is talking|has heard|talks)\b"
    r"|[Yy]ou(?:['’]ll| will| may| must) (?:all )?(?:have )?(?:heard|read|gathered|know)\b(?! (?:in|on|from|of|about) )"
    r"|(?:I|[Ww]e|[Oo]ne) hears? (?:it |this )?(?:on all sides|everywhere|left and right|at (?:the|every))\b"
    r"|(?:can|could|may) be read (?:on|in) (?:social media|the (?:inter)?net|the networks|the forums?)\b"
    r"|(?:[Tt]hey|[Pp]eople|[Ff]olks?)(?:['’]re| are| were)?(?: here)? (?:all |now )?(?:say|talk|whisper|tell)(?:ing)?"
    r"(?: (?:it|so|this|each other|one another))?"
    r",? (?:online\b|everywhere\b|all over\b|on the net\b|(?:in|at|on|along|around|round|down at|over at|up at|outside) the "
    rf"{_PLACE}(?= (?:that|of|at|in|and)\b|[,.;:]|$| [A-Z]))"
    rf"|(?:[Pp]eople|[Ff]olks?) (?:here |there |(?:in|at|around|round) the {_PLACE} )?are (?:all |now |already )?"
    r"(?:saying|whispering)\b"
    r"|I(?:['’]m| am|['’]ve been| have been) told(?=,| that\b|[.;])(?![^.;]{0,60}? by\b)"
    r"|(?:(?<=, )|(?<=\bso ))(?:I|we) hear(?=[,.;]|$)"
    r"|\bso (?:one|you) (?:hears?|reads?|is told|are told)\b"
    r"|[a-z]+(?:s|men|women|people) (?:are|were) telling (?:each other|one another)\b)"
)
"""What everybody is said to know, nobody in particular says."""
_WIDELY = re.compile(
    r"\b[Ii]t (?:is|was|has been|had been|is being) (?:now |also |already )?(?:widely|generally|commonly|variously|everywhere)"
    r" (?:reported|said|told|claimed|assumed|believed|held|written)\b(?!,? (?:by|in|on|from|to)\b)"
)
"""*It has been widely reported that …*, whoever speaks of it in the next sentence."""
_ASIDE = re.compile(
    r",? (?:who|which) (?:is|are|was|were) (?:said|believed|thought|reported|alleged|supposed|understood) to [^,.;]*"
)
"""What is said of somebody beside the matter."""
_FRONTED = re.compile(
    r"\W*(?:(?:We|I)(?:['’]re| are)?(?: keep)? )?(?P<it>(?:[Hh]earing(?: that\b|:)|hear that\b|One hears that\b"
    r"|(?:Overh|H)eard (?:this|last|yesterday|today|on|in|at)\b[^.;:]{0,40}:)"
    r"|As (?:(?:is|was|is being|one|you|can be) )?(?:hears?|heard|said|told|whispered|rumou?red|murmured|gossiped)\b"
    r"(?: (?:in|at|around|among|on|all over|everywhere in|from) (?P<where>[^,.;:]{3,40}))?,)"
)
"""*As is heard in legal circles, she has written …*: whatever speaks behind it, it is talk."""
_THAT_IS_WHAT = re.compile(
    rf"\W*(?:That|This)(?:['’]s| is) what (?:they|people|folks?|{_ALL})(?:['’]re| are| is)? "
    r"(?:all |now )?(?:say|says|saying|tell|telling|whisper|whispering|talk|talking)\b"
)
_ALL_KNOW = re.compile(rf"\W*(?:{_ALL}|[Ee]verybody|[Ee]veryone)\b[^.;:]{{0,60}}? knows?(?: it)?(?: already| by now)?\W*$")
"""*Everybody on the terrace knows.*"""
_SOME = r"(?:the |our |its |their )?(?:daily |local |foreign |national )?"
_PRESS = rf"{_SOME}(?:press|media|papers|newspapers|news)\b"
_SAYS = r"(?:now |also )?(?:ha(?:ve|s|d) it|tells? (?:it|us)|puts? it)"
_OF_THE_PRESS = re.compile(
    r"\b(?:learn(?:s|ed|t)?|hear[sd]?|heard|knows?|read|informed|aware|known) (?:of (?:it|this) )?(?:from|in|through|by)"
    rf" {_PRESS}"
    rf"|\b[Aa]s {_SOME}(?:press|media|newspapers|papers)(?: there| here| abroad)? {_SAYS}\b"
    rf"|\b(?:[Bb]y|[Ff]rom|to) what (?:(?:is|was|is being) (?:written|said|read|printed)|stands|one reads) (?:there )?in {_PRESS}"
    rf"|\b[Ss]o (?:it )?(?:stands|is written|says) in {_PRESS}"
    rf"|\b[Ii]f {_PRESS} (?:there |here )?(?:is|are) (?:to be believed|right)\b"
)
"""Who says that he has it from the press in general has it from nobody in particular, also on pages of his own."""
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""


def everybodys(report: Report, saying: Saying, hops: tuple[Hop, ...]) -> str:
    """The words by which a statement's sentence gives it to what everybody knows; nothing where somebody named says it."""
    start, end = report.sentence(saying.start, saying.end)
    if (fronted := _FRONTED.match(report.text, start, end)) and not is_name(fronted["where"] or ""):
        return fronted["it"]
    after = report.text[end : end + _LONGEST] if not report.text.startswith("\n", end) else ""
    if not hops and (told := _THAT_IS_WHAT.match(after)):
        return told[0].strip()
    before = report.text[slice(*report.sentence(start - 1, start))] if start and report.text[start - 1 : start] != "\n" else ""
    if not hops and len(before) < _LONGEST and _ALL_KNOW.match(before.strip()):
        return before.strip()
    found = _COMMON.search(report.text, start, min(end, start + _LONGEST))
    if found is None and not hops and not report.said.by(start, end):
        found = _WIDELY.search(report.text, start, min(end, start + _LONGEST))
    if found is None or f" {found[0]} " not in f" {unquoted(found[0])} ":
        return ""
    within = saying.by is not None and found.start() <= saying.by[0] < found.end()
    open_ = not hops or not is_name(hops[-1].words) or hops[-1].words.startswith(("Dear ", "My ", "Our "))
    return found[0] if within or open_ else ""


def of_the_press(sentence: str) -> bool:
    """Whether a sentence gives what it says to the press, and to none of it: *as one learns from the papers there*."""
    return bool(_OF_THE_PRESS.search(sentence))


def is_talk(sentence: str, *, alone: bool = False) -> bool:
    """Whether a sentence gives what it says to talk that is nobody's, but for what it says of somebody beside the matter.

    Args:
        sentence: The sentence, without quotations.
        alone: Whether turns that are talk's alone are asked for, not those that media are meant by as well.
    """
    if alone:
        return bool(_NOBODY.search(sentence))
    main = _ASIDE.sub(" ", sentence)
    return bool(_NOBODY.search(main) or _phrases().search(folded(main)))


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(folded(phrase) for phrase in words("nobodies") if " " in phrase or phrase == "reportedly")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
