"""Whether an outlet's own people were there, by its words: *I counted nineteen*, *our photographer was on the bank*.

Who says in the first person what he feels, wishes or offers has seen nothing: *we wish them luck*, *I love it*.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.citing import CITING
from allegedly.weighing.origins.hops import is_paper, says
from allegedly.weighing.origins.outlets import letters, plain
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.vocabularies import words

_DOING = re.compile(
    r"\b(?:I|[Ww]e|of us)(?:['’](?:ve|d))? (?:(?:have|had|then|first|only|both|all|just|also|even|still|already|now|myself"
    r"|ourselves|twice) )*(?P<verb>[a-z]+)(?= |[.,;:!?]|$)"
)
"""The first person, and what it did."""
_PLACE = (
    r"in|on|at|by|near|under|below|above|inside|outside|behind|beside|among|between|with|across|opposite|aboard|ashore|next|close"
    r"|there|present|(?P<ing>[a-z]+ing)|\d+|(?:an?|one|two|three|four|five|ten|twenty|thirty|forty|fifty|a few|(?:\w+ )?hundred)"
    r" (?:\w+ )?(?:yards|metres|meters|feet|steps|paces|miles|streets|rows|stone['’]s throw|places|doors|tables|seats)\w*"
)
_NO_PLACE = (
    r"in (?:favou?r|love|doubt|contact|touch|two)|at (?:a loss|war|odds|fault)|on (?:holiday|about|the (?:phone|line))"
    r"|with (?:you|him|her)|by no"
)
_NOT_THERE = (
    r"(?:in (?:hospital|custody|prison|jail|hiding|shock|a coma|danger|trouble|intensive)|on (?:leave|strike|holiday|trial|bail"
    r"|remand)|under (?:arrest|guard|fire|pressure)|at (?:home|large))\b"
)
"""Where a colleague is of whom is told, and who tells nothing."""
_BEING = re.compile(
    r"\b(?:I (?:(?:had|have) been|was|am)|[Ww]e (?:(?:had|have) been|were|are)|of us were)"
    rf" (?:\w+ly |just |already |still |only |right |about |some |there )?(?!(?:{_NO_PLACE})\b)(?:{_PLACE})\b"
)
"""Where somebody says that he was."""
_AND_SAW = re.compile(
    r"\b(?:I|[Ww]e)\b[^.;:]{0,120}?\band (?:then |there )?(?:saw|watched|counted|filmed|photographed|picked up)\b"
)
_SENSED = re.compile(
    r"\b(?:I|[Ww]e) (?:count|make it|(?:could|can) (?:still |also |even )?(?:see|hear|make out|smell|feel|count|read|touch|watch"
    r"|put))\b|\bput (?:my|our) (?:hand|finger|foot|arm|ear)s?\b|\b[Ww]hen (?:I|we|this \w+) (?:got|came|arrived|reached)\b"
)
_THERE = re.compile(
    r"\b(?:in front of|beside|behind|next to|below|above|around|past|over|under|towards?|opposite|near) (?:me|us)\b"
    r"|\b(?:in front of|before|under|over|past|below) (?:my|our) (?:own |very )?(?:eyes|lens|camera|feet|noses?)\b"
    r"|\bas \w+ as (?:my|our)\b"
    r"|\b[Ff]rom (?:(?:the|a) \w+ (?:of|in|at) )?(?:my|our) (?:own )?(?:windows?|balcony|office|house|roof|garden|boat|car|seats?"
    r"|desk)\b"
    r"|\b(?:took|hit|shook|threw|knocked|woke|deafened|blinded|covered) (?:me|us|my|our)\b"
)
FIRST_PERSON = re.compile(r"(?:I|We|we| me| us| my| our|When this|when this)\b")
"""What stands in every sentence in the first person that is looked for here: most have none of it, which is told soon."""
_IN_IT = re.compile(r"[^.,;]{0,30} (?:in|into|onto|through|out of|over) (?:it|them)\b")
"""*I have ruined a pair of boots in it.*"""
_CORRECTS = re.compile(
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:accept|withdraw|retract|apologi[sz]e|take back|confused|mistook)\b"
    r"|\b(?:[Ww]e|I) (?:said|wrote|stated|reported)\b[^\n]*?\b(?:wrong|untrue|in error|mistake|incorrect|correct(?:ion)?"
    r"|not true)\b|\b[Oo]n [^.,\n]{3,30} (?:we|I) (?:said|wrote|stated|reported) that\b"
)
"""What an outlet says against what it said itself, it says of its own."""
_LONG_AGO = re.compile(
    r"\b(?:as an? (?:\w+ )?(?:child|boy|girl|student|youth|schoolboy|schoolgirl)|years ago|when (?:I|we) (?:was|were)"
    r" (?:a|an|young|little|small|children|\w+teen)|in (?:my|our) (?:youth|childhood|day)|used to|in those days|once upon)\b"
)
_SPOT = re.compile(r" (?:the|it|there|its|his|her|their)\b(?! (?:conclusion|decision|agreement|deal|point|verdict|view))")
"""What somebody reaches who comes there; not *we reached a deal*."""
_PAPER_OF = 6
"""Words behind a verb in which what was looked at is named: *we have gone through the minutes*."""
_HEARING = re.compile(
    r"\b(?:(?:hear|heard)(?= (?:that|from|of|about|how|why|talk|say)\b| (?:\w+ ){0,2}(?:news|reports?|rumou?rs?|story"
    r"|stories)\b)|have (?:all )?heard\b|understand|told|tells?|learn(?:ed|t)?|report(?:ed|s)?"
    r"|(?<!he )(?<!who )(?<!they )(?<!and )asked|think|believe|hope"
    r"|wish|sure|know|on the (?:line|phone|telephone)|whom (?:I|we)|with whom|to whom"
    r"|called(?! there| in\b| round| at)|rang(?! the)|phoned|telephoned|interviewed|contacted|approached|questioned"
    r"|emailed|met|wrote to|spoke (?:to|with))\b"
)
_LOOKING = re.compile(
    r"\b(?:[Ww]e|I) (?:have |had )?(?:look|looked|turn|talk|chat|discuss|lost|read|recall|remember|see (?:that|how|why)"
    r"|mourn|love|miss|say|ask|wonder|go on|le(?:ft|ave) (?:\w+ )?out|omit(?:ted)?|skipped|ranked|listed|rated|recommend(?:ed)?"
    r"|come to|begin|start|continue)\b"
)
"""How the press speaks of its own pages and feelings: *We look at the sale*."""
_NOT_SEEN = re.compile(
    r"\b(?:[Ww]e|I) (?:(?:have|had|did|do|could|can|has|am|are|was|were)(?: not|n['’]t)|never|have never|had never)\b"
)
"""What one did not see is not what one saw."""
_SUBJECT = re.compile(r"\b(?:[Tt]he|[Yy]our) (?:\w+ )?([A-Z]\w+) (?:has |had )?(\w+)")
_OF_OURS = re.compile(
    r"\b(?:reporters?|correspondents?|journalists?|photographers?|staff) (?:of|from|at) (?:this|our) \w+"
    r" (?:(?:has|had|have|also) )*(\w+)"
)
"""*Two reporters of this newspaper measured it*."""
_OUR_PEOPLE = re.compile(
    r"\b[Oo]ur (?:own )?(?:[\w-]+ ){0,2}?(?:newspaper|paper|magazine|website|station|programme|team|crew|staff|reporters?"
    r"|correspondents?"
    r"|cameras?|drones?|search party|expedition|chemists?|analysts?|researchers?|engineers?|envoys?|editors?|helicopter"
    r"|colleagues?"
    r"|photographers?|journalists?|testers?|laboratory|volunteers?|staff members?|writers?)(?: [A-Z][\w'’-]+){0,3}"
    r"(?:, who [^,]{3,80},)?(?!(?: [A-Z][\w'’-]+){0,3} (?:was|were|has been|is) \w+ed)"
    r"(?: (?:has|had|have|then|also|itself|themselves))* (\w+)"
)
"""*Our newspaper took water at five places.*"""
_OUR_PLACE = re.compile(
    r"\b[Oo]ur (?:own )?(?:team|crew|reporters?|correspondents?|critics?|photographers?|journalists?|editors?|stringers?"
    r"|colleagues?(?= [A-Z])|van|boat)"
    rf"(?: [A-Z][\w'’-]+){{0,3}},?(?: who)?"
    rf" (?:(?:is|are|was|were) (?:still |already |just )?(?!{_NOT_THERE})(?:{_PLACE})|counts|stands|watches|reports? from)\b"
)
"""*Our correspondent is standing in the main street.*"""
_REPORTS = re.compile(
    r"\b[Oo]ur (?:own )?(?:[\w-]+ )?(?:reporter|correspondent|critic|stringer|photographer|man|woman|colleague)"
    r"(?: (?:there|on the spot|in the field)| (?:in|at|on) [A-Z]\w+)?,?(?: [A-Z][\w'’-]+){0,3},? (?:now )?"
    r"(?:reports?|reported|writes|tells you)\b"
)
"""*Our critic reports from row 6*."""
_FROM_THERE = re.compile(r" from (?:the |row |his |her |our |[A-Z])")
_THIS_REPORTER = re.compile(r"\b(?:[Tt]his|[Yy]our) (?:reporter|correspondent|writer|author|columnist|photographer)\b")
_THIS_PAPER = re.compile(
    r"\b[Tt]his (?:news)?(?:paper|agency|magazine|station|channel|programme|blog|site|website|weekly)(?:['’]s \w+)?"
    r" (?:(?:has|had|itself|also|then) )*(\w+)"
)
"""*Where this paper stood with its camera*."""
_FOUND_IT = re.compile(
    r"(?: (?:there|also|only|(?:on|in|at|near|under|behind|below|outside) [^.,;:]{2,30}?| (?:this|last|yesterday) \w+))?"
    r" (?:an?|the|no|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d[\d,.]*|it|them|him"
    r"|her|nobody|nothing)\b"
)
"""Behind *found*, where a thing was found."""
_AT_THE_DOOR = re.compile(
    r" (?:there|in|round|at the (?:door|gate|house|office|site|works|plant|farm)|at (?:its|his|her)|the (?:door)?bell)\b"
)
"""Behind *called*, *rang*, of who comes to a place: *when the Post called there*."""
_HAD_PEOPLE = re.compile(
    r"\b(?:[Tt]his (?:news)?(?:paper|agency|magazine|station|channel|programme|blog|site|website|weekly)|[Ww]e)"
    r" had (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+|our) (?:[\w-]+ )?(?:people|men|women|counters?"
    r"|observers?|reporters?|correspondents?|colleagues?|photographers?|cameras?|drones?|testers?|volunteers?|pairs of eyes)\b"
)
"""*This newspaper had six people with clickers on the bridge.*"""
_HAD_DONE = re.compile(
    r"\b(?P<who>[Ww]e|I|[Tt]his (?:news)?(?:paper|magazine|station|channel|programme|site|website|weekly)"
    r"|(?:The )?[A-Z][\w'’&-]+"
    r"(?: [A-Z][\w'’&-]+){0,3}) (?:has|have|had) (?:it|them|(?:the |its |our |\w+ )?(?:samples?"
    r"|bottles?|packets?|jars?|pieces?|tests?"
    r"|probes?|water|soil|hair|documents?)\b[^.,;:]{0,40}?) (?:analysed|analyzed|tested|examined|measured|checked|weighed)\b"
)
"""*The Post had samples from four taps analysed.*"""
_WE = ("we", "i", "this newspaper", "this paper", "this magazine", "this station", "this channel", "this programme", "this site")
_WHO = (
    r"(?:(?P<we>I|[Ww]e|us|me|[Tt]his (?:newspaper|paper|magazine|station|programme))"
    r"|[Tt]he (?P<who>[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+){0,3}))"
)
_THERE_BY_NAME = (
    re.compile(
        rf"\b{_WHO} (?:had to|could|managed to|got to|(?:was|were) (?:just |only )?(?:able|allowed|made|left|obliged) to)"
        r" (?:only |still |even |just |barely )?"
        r"(?P<verb>stand|sit|kneel|crouch|queue|duck|wade|climb|watch|see|hear|smell|feel|touch|count)\b"
        r"(?! (?:by|down|for|up for|trial|why|how|(?:no|any) (?:reason|need|point|sign)|from the)\b)"
    ),
    re.compile(
        rf"\b(?:let|lets|allowed|allows|invited|waved|ushered|beckoned|took|takes|led|leads) {_WHO} (?:to )?"
        r"(?P<verb>look|see|watch|in|inside|climb|through|up|down|aboard|round|past)\b(?! (?:know|on the)\b)"
    ),
)
"""Where the outlet is that had to stand, could see, or was let in: *a hall so full that the Post had to stand*."""
_SHOWN = re.compile(r"\b(?:show(?:s|ed|n)?|told|tells|gave|given|gives|hand(?:s|ed)|sent|sends|asked|to) (?:\w+ ){1,4}$")
"""What somebody does to a reporter."""
_SUFFERED = re.compile(
    r"(?: [A-Z][\w'’-]+){0,3},? (?:was|were|is|has been|have been)"
    r" (?!parked|stationed|moored|based|seated|posted)(?:\w+ed|taken|shot|beaten|held|hit|thrown|told|sent|shown|led|found)\b"
)
"""What was done to somebody."""
_SEEN_BY = re.compile(r"\bseen by\b")
_TELLING = re.compile(r"(?:announc|confirm|add|stat|declar|apologi|print|contact|approach|call|ask|offer|promis|warn|urg)\w*")
_WORD = re.compile(r"\w+")
_JOINTS = frozenset(("the", "and", "for", "news"))
_SHORT_WORD = 2
"""Letters of a word of an outlet's name that tells nothing."""


def observed(report: Report, sentence: str) -> bool:
    """Whether the outlet's own people were there, by the words of a sentence outside of its quotations."""
    text = _LOOKING.sub(" ", _NOT_SEEN.sub(" ", sentence))
    return (_first_person(text, _acted) and not _HEARING.search(text)) or observers(report, sentence)


def lived(text: str) -> bool:
    """Whether a sentence beside what happened says in the first person that somebody was there, and did not only hear of it."""
    if not FIRST_PERSON.search(text) or _HEARING.search(text):
        return False
    within = any(_acted(m["verb"]) and _IN_IT.match(text, m.end()) for m in _DOING.finditer(text))
    return within or _first_person(text, words("presence").__contains__)


def _first_person(text: str, acted: Callable[[str], bool]) -> bool:
    """Whether a sentence says in the first person where somebody was, what he sensed, or did."""
    if not FIRST_PERSON.search(text) or _LONG_AGO.search(text):
        return False
    if _SENSED.search(text) or _THERE.search(text) or _CORRECTS.search(text):
        return True
    if any(not m["ing"] or lemma_of(m["ing"]) not in words("feelings") for m in _BEING.finditer(text)):
        return True
    if _AND_SAW.search(text):
        return True
    return any(
        acted(m["verb"]) and not _looks(text, *m.span()) and not (m["verb"] == "reached" and not _SPOT.match(text, m.end()))
        for m in _DOING.finditer(text)
    )


def _acted(verb: str) -> bool:
    """Whether a word is a verb of the past that tells what somebody did, and not what he felt or said."""
    if verb in words("presence") or verb in words("sightings"):
        return True
    past = verb.endswith("ed") or verb in _past() - {"was", "were"}
    return past and lemma_of(verb) not in words("feelings") and not says(verb) and not _TELLING.fullmatch(verb)


def _looks(text: str, start: int, end: int) -> bool:
    """Whether what was looked at is a paper: whoever reads has what stands there from it. *The extract, which we drew*."""
    before = re.findall(r"[A-Za-z-]+", text[max(0, start - 60) : start])
    which = before[-1:] in (["which"], ["that"]) and any(is_paper(lexicons.singular(word.lower())) for word in before)
    behind = re.findall(r"[A-Za-z-]+", text[end : end + 60])[:_PAPER_OF]
    return which or any(is_paper(lexicons.singular(word.lower())) for word in behind)


def reports_from(sentence: str) -> bool:
    """Whether a sentence is what the outlet's own reporter reports from a place: *our critic reports from row 6*."""
    return any(_FROM_THERE.match(sentence, m.end()) for m in _REPORTS.finditer(sentence))


def observers(report: Report, sentence: str) -> bool:
    """Whether a sentence says what the outlet's reporter, photographer … did."""
    found = folded(sentence).split()
    forms = (_OUR_PEOPLE, _OF_OURS, _THIS_PAPER, _named(report.outlet))
    if any(_did(sentence, m, 1) for form in forms for m in form.finditer(sentence)) and not _HEARING.search(sentence):
        return True
    if any(m["who"].lower() in _WE or report.is_self(m["who"]) for m in _HAD_DONE.finditer(sentence)):
        return True
    if not _HEARING.search(sentence) and any(_perceived(report, sentence, form) for form in _THERE_BY_NAME):
        return True
    if _HAD_PEOPLE.search(sentence) or _OUR_PLACE.search(sentence) or _REPORTS.search(sentence):
        return True
    if _THIS_REPORTER.search(sentence):
        return True
    if not _SEEN_BY.search(sentence) and not any(w in words("sightings") or w in _past() or w.endswith("ed") for w in found):
        return False
    own = {w for w in plain(report.outlet).split() if len(w) > _SHORT_WORD and w not in _JOINTS} | letters(report.outlet)
    alone = _alone(report.outlet)
    if not _HEARING.search(sentence):
        if alone and any(_did(sentence, m, 1) for m in alone.finditer(sentence)):
            return True
        if any(m[1].lower() in own and _did(sentence, m, 2) for m in _SUBJECT.finditer(sentence)):
            return True
    for m in _WORD.finditer(sentence):
        if m[0].lower() in words("observers"):
            before = folded(sentence[max(0, m.start() - 60) : m.start()]).split()
            ours = any(w in own or w == "our" for w in before[-4:])
            if ours and not _SHOWN.search(sentence[: m.start()]) and not _SUFFERED.match(sentence, m.end()):
                return True
    return False


def _perceived(report: Report, sentence: str, form: re.Pattern[str]) -> bool:
    """Whether the outlet was where something could be perceived, of which it is told by its name or as *we*; in no paper."""
    return any((m["we"] or report.is_self(m["who"])) and not _looks(sentence, *m.span("verb")) for m in form.finditer(sentence))


@cache
def _named(outlet: str) -> re.Pattern[str]:
    """An outlet by its whole name, at the beginning of a clause, and what it did: *Orrel Today went down with the team*."""
    name = re.escape(re.split(r",| \(", outlet)[0].removeprefix("The ") or "-")
    return re.compile(rf"(?:^|[.!?]\s+|\n|\b(?:and|when|where|as|[Tt]he) )(?:The )?{name} (?:(?:has|had|itself|also) )*(\w+)")


@cache
def _alone(outlet: str) -> re.Pattern[str] | None:
    """The same by the last word of its name, where that has a capital."""
    last = (re.split(r",| \(", outlet)[0].split() or [""])[-1]
    if not last[:1].isupper():
        return None
    return re.compile(rf"(?:^|[.!?]\s+|\n|\b(?:and|when|where|as) ){re.escape(last)} (?:has |had )?(\w+)")


@cache
def _past() -> frozenset[str]:
    """Past forms of irregular verbs."""
    strong = (
        row["form"] for row in reader_rows("irregular") if row["form"] != row["lemma"] and row["lemma"] not in ("be", "have")
    )
    return frozenset(strong) | words("sightings") | {"was", "were"}


def _did(sentence: str, m: re.Match[str], verb: int) -> bool:
    """Whether what an outlet is said to have done is no telling: *the Post found a slick*, not *the Post found that …*."""
    if m[verb] in ("called", "knocked", "rang") and _AT_THE_DOOR.match(sentence, m.end(verb)):
        return True
    return did(m[verb]) or (m[verb] == "found" and _FOUND_IT.match(sentence, m.end(verb)) is not None)


def did(verb: str) -> bool:
    """Whether a word is a verb of the past that says neither that somebody reports nor that he was told."""
    if verb in words("presence"):
        return True
    return (verb.endswith("ed") or verb in _past()) and not CITING.fullmatch(verb) and not _TELLING.fullmatch(verb)
