"""On whose word an article has a claim: what its own words say of it.

A statement with a voice has it from this voice. One in the outlet's own voice may say that its people saw it, or that somebody
told them; else it has what the rest of the article gives it: a lead has the source that a later sentence of the same names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.outlets import best, called, letters, plain
from allegedly.weighing.origins.report import Hop, Report, Saying, is_name
from allegedly.weighing.origins.vocabularies import words

_FIRST = re.compile(r"\b(?:I|[Ww]e)\b(?! (?:all|both) )")
_LIVED = re.compile(r"\b(?:I|[Ww]e) (?:(?:have|had|was|were|then|first|only|both|all) )?(\w+)")
"""The first person, and the word after it."""
_NOBODY = re.compile(
    r"\b(?:has|have|had|was|were|is|are) (?:been )?(?:announced|forecast|predicted|reported|rumou?red|expected)\b(?! by\b)"
)
_CITING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|says?|said|told|tells|wrote|writes|written|reveal(?:s|ed)?|according|disclosure|disclosed|discovered"
    r"|found|published|quot(?:ed|es|ing)|exclusive|claims?|claimed|revelation|article|story|broadcast|showed|scoop)\b"
)
_HEARING = re.compile(
    r"\b(?:hear|heard|understand|told|tells?|learn(?:ed|t)?|report(?:ed|s)?|asked|think|believe|hope|wish|sure|know)\b"
)
_HEARD = re.compile(
    r"\b(?:learn(?:ed|t)|heard|hears?|told|understands?)\b[^.]{0,30}?\b(?:from|by)\s+((?:an?|one|two|three|several|some)\s[^.,;]{3,60})",
)
_THAT_IS_WHAT = re.compile(r"(?:That(?:['’]s| is) what|So) ((?:an?|the) [^,.;]{3,60}?) (?:tells|told|says|said|claims)\b")
_SUBJECT = re.compile(r"\b[Tt]he (?:\w+ )?([A-Z]\w+) (?:has |had )?(\w+)")
_TO_US = re.compile(r", ((?:an?|one|two|three|several) [^.,;]{3,60}?) \w+ (?:to |with )?(?:us|me)\b")
_THE = re.compile(r"\b[Tt]he ([A-Z]\w+)\b")
_SEEN_BY = re.compile(r"\bseen by\b")
_TELLING = re.compile(r"(?:announc|confirm|add|stat|declar|apologi|print|contact|approach|call|ask|offer|promis|warn|urg)\w*")
_HOLDING = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)? up|quot(?:ed|es|ing)|cit(?:ed|es|ing)|read(?:s|ing)?|according to|have here|report(?:s|ed)|wrote"
    r"|writes|article|story|front page|cutting)\b"
)
_NEXT = 3
"""How many statements later a lead is given its source."""
_LEADS = 2
"""As many statements at the beginning are the lead, which may call somebody *a man* whom the next sentence names."""
_LONG = 3


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


def rests(report: Report, statements: Iterable[int], outlets: Iterable[str]) -> list[Rest]:
    """Where the article has it from by its own words; nothing where they do not say.

    Args:
        report: The article.
        statements: Its statements of the claim, on one side.
        outlets: The outlets of the other articles of the claim.
    """
    sayings = [report.sayings[report.at[s]] for s in statements if s in report.at]
    others = [name for name in dict.fromkeys(outlets) if name and not report.is_self(name)]
    found = [rest for saying in sayings for rest in _explicit(report, saying, others)]
    if not found:
        found += _around(report, sayings, others)
    if report.body:
        found = [rest if _from_elsewhere(rest.hops[-1]) else _itself(report, rest) for rest in found]
        found = found or [_itself(report, Rest((), sayings[0].statement, frozenset()))] if sayings else []
    if not found and report.credit:
        found.append(Rest((Hop("outlet", report.credit),), sayings[0].statement if sayings else 0, frozenset(), copied=True))
    return list(dict.fromkeys(_named(report, rest) for rest in found))


def _from_elsewhere(hop: Hop) -> bool:
    """Whether a voice on a body's own pages is another than the body: *the report* there is its own."""
    if hop.kind == "document":
        return any(w[:1].isupper() for w in hop.words.split()[1:])
    return hop.kind in ("voice", "outlet")


def _itself(report: Report, rest: Rest) -> Rest:
    """What a body says on its own pages, it says itself, also where it speaks of *investigators*."""
    assert report.body is not None  # who calls this has looked
    # *Army Press Centre, Korvia* is Korvia's army too.
    return replace(rest, hops=(Hop("voice", report.body, bodies=(report.outlet.replace(",", " "),), words=report.body),))


def _explicit(report: Report, saying: Saying, others: list[str]) -> list[Rest]:
    """What the statement itself, and its sentence, say."""
    quotes = report.quotes(saying)
    hops = saying.hops
    if hops and hops[-1].kind != "own":
        return [Rest((*hops, *_passed_on(report, hops[-1], others)), saying.statement, quotes)]
    start, end = report.sentence(saying.start, saying.end)
    cited = _cited(report, report.text[start : min(end, start + 2000)], others)
    if cited:
        return [Rest((Hop("outlet", outlet),), saying.statement, quotes) for outlet in cited]
    if said := report.said_by(start, end):
        return [Rest((said,), saying.statement, quotes)]
    text = report.text[start : min(end, start + 2000)]
    bare = re.sub(r"[\"“][^\"“”]*[\"”]", " ", text)
    if heard := _HEARD.search(bare) or _TO_US.search(bare):
        return [Rest((Hop("unnamed", " ".join(heard[1].split())),), saying.statement, quotes)]
    own = bool(hops) and hops[-1].words.lower() not in ("i", "we", "us", "me")
    sighted = own and any(w in words("sightings") for w in folded(bare).split())
    if (sighted or _observed(report, bare)) and not _NOBODY.search(bare):
        return [Rest((Hop("own", report.outlet),), saying.statement, quotes)]
    low = f" {folded(bare)} "
    if _NOBODY.search(bare) or any(f" {folded(phrase)} " in low for phrase in _phrases()):
        return [Rest((Hop("nobody", text),), saying.statement, quotes)]
    return []


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(phrase for phrase in words("nobodies") if " " in phrase or phrase == "reportedly"))


def _observed(report: Report, sentence: str) -> bool:
    """Whether the outlet's own people were there, by the words of a sentence outside of its quotations."""
    return bool(_FIRST.search(sentence) and not _HEARING.search(sentence)) or _observers(report, sentence)


def _observers(report: Report, sentence: str) -> bool:
    """Whether a sentence says what the outlet's reporter, photographer … did."""
    found = folded(sentence).split()
    if not _SEEN_BY.search(sentence) and not any(w in words("sightings") or w in _past() or w.endswith("ed") for w in found):
        return False
    own = set(plain(report.outlet).split()) | letters(report.outlet)
    if not _HEARING.search(sentence) and any(m[1].lower() in own and _did(m[2]) for m in _SUBJECT.finditer(sentence)):
        return True
    for m in re.finditer(r"\b(\w+)\b", sentence):
        if m[1].lower() in words("observers"):
            before = folded(sentence[max(0, m.start() - 60) : m.start()]).split()
            if any(w in own or w == "our" for w in before[-4:]):
                return True
    return False


def _cited(report: Report, sentence: str, others: list[str]) -> list[str]:
    """The outlets among these that a sentence names, where it speaks of reporting."""
    if not _CITING.search(sentence):
        return []
    low = f" {folded(sentence)} "
    whole = [outlet for outlet in others if f" {plain(outlet)} " in low]
    if whole:
        return whole
    # *The Post* alone, where only one of them is a Post.
    short = {word for word in _THE.findall(sentence) if word in lexicons.mastheads() and not report.is_self(word)}
    found = [[outlet for outlet in others if plain(outlet).split()[-1] == word.lower()] for word in sorted(short)]
    return [only[0] for only in found if len(only) == 1]


def _passed_on(report: Report, voice: Hop, others: list[str]) -> list[Hop]:
    """The outlet from which a voice says that it has it: *Senator Ruiz held up the Argus*."""
    if voice.kind != "voice":
        return []
    for saying in report.sayings:
        if saying.hops and _one(saying.hops[-1], voice):
            start, end = report.sentence(saying.start, saying.end)
            _, end = report.sentence(end, end + 1)
            text = report.text[start : min(end, start + 2000)]
            low = f" {folded(text)} "
            for outlet in others if _HOLDING.search(text) else ():
                if f" {plain(outlet)} " in low and not called(voice.name, outlet) and f" told the {plain(outlet)}" not in low:
                    return [Hop("outlet", outlet)]
    return []


def _around(report: Report, sayings: list[Saying], others: list[str]) -> list[Rest]:
    """What the rest of the article says of a statement that itself gives no source."""
    for saying in sayings:
        if following := _following(report, saying):
            return [replace(following, statement=saying.statement)]
    for other in report.sayings:
        for hop in other.hops[:1]:
            if hop.kind == "outlet" and best(hop.name, others):
                return [Rest(other.hops, other.statement, report.quotes(other))]
    for saying in sayings:
        for start, end in report.beside(saying):
            text = re.sub(r"[\"“][^\"“”]*[\"”]", " ", report.text[start : min(end, start + 2000)])
            if told := _THAT_IS_WHAT.match(text):
                return [Rest((Hop("unnamed", " ".join(told[1].split())),), saying.statement, frozenset())]
            if _lived(text) or _observers(report, text):
                return [Rest((Hop("own", report.outlet),), saying.statement, frozenset())]
    return []


@cache
def _past() -> frozenset[str]:
    """Past forms of irregular verbs."""
    strong = (
        row["form"] for row in reader_rows("irregular") if row["form"] != row["lemma"] and row["lemma"] not in ("be", "have")
    )
    return frozenset(strong) | words("sightings") | {"was", "were"}


def _did(verb: str) -> bool:
    """Whether a word is a verb of the past that says neither that somebody reports nor that he was told."""
    return (verb.endswith("ed") or verb in _past()) and not _CITING.fullmatch(verb) and not _TELLING.fullmatch(verb)


def _lived(text: str) -> bool:
    """Whether somebody tells in the first person what he did, other than hear of it."""
    if _HEARING.search(text):
        return False
    return any(_did(m[1]) for m in _LIVED.finditer(text))


def _following(report: Report, lead: Saying) -> Rest | None:
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
        ):
            continue
        near = at < _LEADS and saying is beside[0] and saying.hops[-1].kind == "voice"
        if near or own & _stems(report.text[saying.start : saying.end]):
            return Rest(saying.hops, saying.statement, report.quotes(saying))
    return None


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words, those that stand everywhere left out."""
    return {w[:5] for w in folded(text).split() if len(w) > _LONG and w not in words("common")}


def _named(report: Report, rest: Rest) -> Rest:
    """Give somebody who is only described the name that the next statements give: *his wife said … Ana Ruiz told us*.

    What he is quoted with there counts as said here.
    """
    last = rest.hops[-1]
    at = report.at.get(rest.statement)
    if at is None or last.kind not in ("unnamed", "voice"):
        return rest
    quotes = rest.quotes
    if last.kind == "unnamed" or last.definite:
        lead = at < _LEADS
        for saying in report.sayings[at + 1 : at + 2 + _NEXT]:
            if not saying.hops or saying.hops[-1].words == last.words:
                continue
            other = saying.hops[-1]
            told = saying.quoted or bool(other.bodies)
            if other.kind == "voice" and is_name(other.name) and told and (last.definite or lead):
                return replace(rest, hops=(*rest.hops[:-1], other), quotes=quotes | report.quotes(saying))
            if other.kind == "unnamed" and other.definite and last.kind == "unnamed":
                # *a senior official told … the official said*
                quotes |= report.quotes(saying)
            if other.kind in ("unnamed", "voice"):
                break
        if last.definite and last.kind == "unnamed" and (name := report.introduced(report.sayings[at])):
            return replace(rest, hops=(*rest.hops[:-1], name))
    more = frozenset(
        quote for saying in report.sayings if saying.hops and _one(saying.hops[-1], last) for quote in report.quotes(saying)
    )
    return replace(rest, quotes=quotes | more)


def _one(a: Hop, b: Hop) -> bool:
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
