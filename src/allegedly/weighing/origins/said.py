"""Whom or what paper a sentence gives as its source by its own words, where the reader has found no voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.exhibits import is_numbered
from allegedly.weighing.origins.hops import DETERMINED, Hop, head, is_name, is_paper, is_person, offices, say, says
from allegedly.weighing.origins.naming import Naming
from allegedly.weighing.origins.scope import covers
from allegedly.weighing.origins.together import together
from allegedly.weighing.origins.vocabularies import words

_PLAIN = 4
"""So many of these come before what stands before a verb of saying."""
_SUBJECT = 130
"""Characters before a verb of saying in which its subject is looked for."""
_LONGEST = 2_000
"""Characters of a sentence that are looked at."""
_SAID = (
    re.compile(r"\b(?:[Aa]ccording to|as) (?P<who>[^.;,\n]{3,60}?) (?:gave|told|confirmed|shows?|showed)\b"),
    re.compile(
        r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion|judgement|judgment|eyes) of|[Oo]n the (?:word"
        r"|authority|evidence) of)"
        r" (?P<who>(?:[^.;,\n]|(?<=\b(?:Dr|Mr|Ms|St))\.|(?<=\b(?:Mrs|Rep|Sen|Rev|Gov|Gen|Col))\.){3,90})"
    ),
    re.compile(r"\b[Bb]y (?P<who>[^.;,\n]{3,60}?)['’]s? own (?:account|admission|reckoning|figures|estimate)\b"),
    re.compile(
        r"(?:(?<=, )(?:as )?|\b(?=the [\w' -]{3,40} (?:made|makes) known that))(?P<who>[^.;,\n]{3,60}?)(?: has| have| had)?,?"
        r" (?:lets? us know|g[ai]ves? us to understand|assure[sd]? us|inform(?:s|ed)? us|gave out|gives out"
        r"|let (?:it )?be known|lets (?:it )?be known|makes? (?:it"
        r" )?known|made"
        r" (?:it )?known|has it|have it"
        r"|put it|puts it|will have it)\b"
    ),
    re.compile(
        r"(?<=[,”\"–—:] )(?:says|said|writes|wrote|reports|reported|claims|claimed|insists|reckons|announced"
        r"|confirms|confirmed|reads)"
        r" (?P<who>[^.;,\n]{2,70}?)(?=[.;,\n]|$| (?:in|on|at|after|before|who|which|and)\b)"
    ),
    re.compile(r"\b(?P<who>[Tt]he [^.;,\n]{3,60}?)(?: on)? saying\b"),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>[A-Z][^.;,\n]{2,60}?)(?:, (?:who|whose|where)[^.;\n]{3,80}?,)? (?:has |had )?"
        r"(?:rang|rung|called|phoned|texted|written"
        r"|wrote|emailed|got in touch)"
        r"(?: in)?(?: to us| us)? to (?:say|report|tell)\b"
    ),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>[A-Z][^.;:,\n\"“”]{2,60}?)(?:, (?:an?|the|who|whose)\b[^.;:,\n]{2,60},)?"
        r" (?:has |had )?(?:rang|rung|called|phoned|telephoned|texted|emailed|wrote|written)\b[^.;:\n\"“”]{0,60}?"
        r"\b(?:us|me|this (?:newspaper|paper|magazine|station|channel|programme))"
        r"(?: (?:back|again|himself|herself|from|on|at|last|this|yesterday|today|late|early|in|of)\b"
        r"[^.;:,\n\"“”]{0,40})?: (?=[A-Za-z])"
    ),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>(?:[A-Z][a-z]+ )?[A-Z][\w'’-]+ [A-Z][\w'’-]+)"
        r"(?: \([^()\n]{2,40}\))? [a-z][^.;\n]{2,120}? and"
        r" (?:has |had )?(?:(?:told|tells|assured|assures|informed) (?:us|me|the [A-Z]\w+)\b"
        r"|(?:said|says|declared|declares|claimed|claims|announced|stated) that\b)"
    ),
    re.compile(
        r"(?:\b(?:That|This|It)|(?<=[;:–—] )(?:that|this|it)|(?<=\band )(?:that|this|it))"
        r"(?:['’]s| is| comes| came)(?: straight| all)? from (?P<who>(?:(?:the|our) [^.;,\n]{3,60}"
        r"|[A-Z][^.;,\n]{2,60}(?:, [A-Z][\w'’ -]{2,40})?(?=, whom? )))"
    ),
    re.compile(
        r"\b(?:where|when) (?P<who>[A-Z][^;,\n]{2,60}?) (?:spoke|talked|complained|warned) (?:of|about) (?:it|this|that)\b"
    ),
    re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<who>[A-Z][^.;,\n]{2,60}?)(?:, who[^.;,\n]{3,80},)? "
        r"(?:stands|stood|sticks|stuck|holds|held) (?:by|to) (?:his|her|its|their|what|the|this|that)\b"
    ),
    re.compile(r"\bof which (?P<who>[^.;,\n]{3,60}?) (?:has |had |have )?(?:informed|told|notified|warned)\b"),
    re.compile(r"\bis what (?P<who>[^.;,\n]{3,60}?) (?:says|said|claims|claimed|reports|tells|told|puts|calls)\b"),
    re.compile(
        r"\b(?:(?:taken|took|has|have|recorded|obtained|received) (?:an? |the |sworn |signed |written |long )*(?:statements?"
        r"|testimon(?:y|ies)|affidavits?|depositions?) (?:from|by|of)|given a statement by)"
        r" (?P<who>(?:the |[A-Z])[^.;,\n]{3,60}?)"
        r"(?= (?:who|that|which|about|on|in|to)\b|[.;,\n]|$)"
    ),
    re.compile(
        r"\b(?:found|detected|identified|discovered) (?:[a-z]+ )?(?:at|in|on|near) [^.;,\n]{3,40}?"
        r" by (?P<who>the [^.;,\n]{3,60}?)"
        r"(?= (?:at|on|in|as|to|that|this|last|yesterday|which|who)\b|[.;,\n]|$)"
    ),
    re.compile(
        r"\b(?:assessed|estimated|put|counted|measured|reckoned|recorded|registered|confirmed|certified|announced|made known"
        r"|disclosed|documented|calculated|verified|declared|determined|put about|spread|voiced|given|mentioned|claimed"
        r"|forecast|predicted|notified)(?: to (?:us|(?:this|our|the) \w+))?"
        r" by (?P<who>(?:the |[A-Z][a-z]+\.? )[^.;,\n]{3,60}?)"
        r"(?= (?:at|on|in|as|to|that|this|last|yesterday)\b|[.;,\n]|$)"
    ),
    re.compile(
        r"\b(?:says|said|stated|stands?|written|reads|read|printed|recorded|set out|appears?|appeared|listed|posted|published"
        r"|redacted|(?:blacked|struck|laid|spelled) out|outlined|detailed"
        r"|is|are|was|were) (?:so |down |out |all |in black and white |now )?(?:there )?"
        r"(?:on page \d+ of|in|on)"
        r" (?P<who>(?:the|an?|its|his|her|their) [^.;,\n]{3,60}?)(?= (?:on|about|that|which|for|to)\b|[.;,\n]|$)"
    ),
)
"""How a sentence gives its source, the plainest first; what stands before a verb of saying comes after the second."""
_MARKS = (
    (),
    (),
    ("own",),
    (" us", " out", "known", " it"),
    (),
    ("saying",),
    (" to ",),
    (": ",),
    (" and ",),
    (" from ",),
    ("where", "when"),
    ("stands", "stood", "sticks", "stuck", "holds", "held"),
    ("of which",),
    ("is what",),
    ("statement", "testimon", "affidavit", "deposition"),
    (" by the ",),
    (" by ",),
    (),
)
"""Of each of these what must stand in a sentence that has its form: most have not, which is told soon."""
_FORMS = tuple(zip(_SAID, _MARKS, strict=True))
_ASIDE = re.compile(r"(?:an?|the) [a-z]")
_NAME_BEFORE = re.compile(r"(?:^|[.!?”\"] )(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}), $")
_NO_SUBJECT = re.compile(
    r"\b(?:after|before|when|because|since|that|as|while) (?:it|he|she|they)$|"
    r"^(?:In|On|At|After|Before|During|Under|Since|in|on|at|of|by|from|to|with|for|under|as|who|which|that|where|when|and|but|or|if|while|after|before)\b|\b(?:is"
    r"|was|are|were|be|been|being|to|the|an?|its|his|her|their|of|with|by|for|in|as)$"
)
"""What is no subject of the verb behind it: the beginning of a clause, or a passive."""
_APPOSED = re.compile(r"(?:the|its|his|her|their|an?) [^,]{2,60}, (?:(?:Dr|Mr|Mrs|Ms|Sir|Mme)\.? )?[A-Z][^,]{1,50}$")
_ABOUT = re.compile(
    r"[\s\"“]*(?P<who>(?:The|An?|His|Her|Its|Their) (?:[\w'’-]+ ){0,5}?[\w'’-]+) (?:has|had|have|will|is|was|were|are|would"
    r"|could|spent|saw|heard|lost"
    r"|found|took|[a-z]{3,}ed)\b"
)
"""*The food service has found listeria, it said*."""
_SEVERAL = re.compile(
    r"(?:, (?:as )?|^)(?:[Tt]he |[Tt]wo |[Tt]hree )?(?:[\w-]+ ){0,2}?[a-z-]+s(?: (?:seen|obtained|of|from|at|in|by"
    r"|between|about) [^,.;]{2,50})? $"
)
"""Several, right before a verb: *invoices seen by the Post*."""
_PAPER_BEGINS = re.compile(
    r"(?:The|An?|Its|His|Her|Their|Our|This|That|(?:Article|Page|Section|Chapter|Clause|Paragraph|Annex) \w+(?: of the)?) "
)
_IN_WHICH = re.compile(r"\b((?:the|an?|its|his|her|their) [^,.;\n]{3,50}), (?:in|on|according to) which\b")
_LISTED = re.compile(r"((?:Page|Article|Section|Chapter|Clause|Paragraph|Annex) \w+):")
_PART = re.compile(r"^(?:Article|Page|Section|Chapter|Clause|Paragraph|Annex) \w+(?: of (?P<of>.+))?$")
_PAPER_VERBS = frozenset(
    "has charges bills grants orders provides allots puts gives"
    " shows finds lists counts names sets bears carries contains speaks reads runs describes leaves says".split()
)
_WHO = re.compile(r"\b(?:who|whom|they|he|she|we) $")
"""Before a verb, as its subject."""
_KIN_OF = re.compile(r"[A-Z][\w-]+['’]s? (?P<noun>[a-z]+)$")
_FINITE = re.compile(r" (?:has|have|had|is|are|was|were|will|would)\b")
_DONE = re.compile(r" (?:been|\w+ed|\w+en|not|gone|lost|sold|burnt)\b")
"""Behind *has*, where something was done to a document."""
_PAGES = frozenset("website site page channel".split())
"""Where a body speaks."""
_IT_STANDS = re.compile(r"it (?:says|said|reads|stands|stood) (?:there|here)\b")
_DATELINE = re.compile(r"^[^\n]{0,80}?\) ?[-–—:] |^[A-Z][A-Z ,.]{2,30} [-–—] ")
COPY_OF = re.compile(r"(?:an? )?cop(?:y|ies) of (?:which|it|them)\b", re.IGNORECASE)
"""*The report, a copy of which has reached us*: no voice."""


def _may_speak(words_: str, noun: str) -> bool:
    """Whether who stands behind a verb of saying may be its subject: *said the fire chief*; not *wrote the time*."""
    one = lexicons.singular(noun)
    known_ = is_person(one) or one in offices() or one in words("bodies") or one in words("anyone") or is_paper(one)
    return is_name(words_) or known_ or noun.endswith(("er", "or", "ist", "ian", "man", "woman", "people"))


def _fitting(forms: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...], piece: str) -> list[re.Pattern[str]]:
    """The forms that a sentence may have by what stands in it."""
    return [form for form, marks in forms if not marks or any(mark in piece for mark in marks)]


class Said:
    """What the sentences of one article say of where they come from.

    Args:
        text: The article's text.
        naming: Its voices.
    """

    def __init__(self, text: str, naming: Naming) -> None:
        self._text, self._naming, self._mentions = text, naming, naming.mentions

    def by(self, start: int, end: int, said: tuple[int, int] | None = None) -> tuple[Hop, ...]:
        """The voices that a sentence gives by *said*, *told* or *according to*, where the reader has none.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
            said: Where the statement stands that they must cover; left out, all of the sentence is theirs.
        """
        end = min(end, start + _LONGEST)
        line = _DATELINE.match(self._text)
        if line and start < line.end():
            start = line.end()
        for who, a, b in self._subjects(start, end):
            if said is not None and not covers(self._text, (a, b), said, end):
                continue
            if found := self._voices(who, a, b, start):
                return found
        return ()

    def _voices(self, who: str, a: int, b: int, start: int) -> tuple[Hop, ...]:
        """Who is meant by words that a sentence gives for its source; nobody where they are none's."""
        inside = self._mentions.inside(a, b)
        named = [e for x, y, e in inside if is_name(self._text[x:y])]
        kin = _KIN_OF.search(who)
        if kin and lexicons.singular(kin["noun"]) in words("kin"):
            # *Ana Ruiz's wife* is not Ana Ruiz.
            return (self._naming.hop(who, None, "unnamed", a),)
        entity = next((e for e in named if e.kind == "person" and is_name(e.name)), None)
        # Whoever else is meant by the words as a whole stands at their beginning, behind no more than an article.
        entity = entity or self._mentions.begins(a, b)
        if COPY_OF.match(who):
            return ()
        if who.split(maxsplit=1)[0].lower() in ("it", "he", "she", "they") and (
            " " in who or entity is None or (entity.kind != "organisation" and not is_name(entity.name))
        ):
            subject = self._subject(start) if " " not in who else None
            return self._voices(*subject, start) if subject else ()
        called = (
            f"the {entity.name}" if entity is not None and who.lower() in ("it", "they") and not is_name(entity.name) else who
        )
        noun = head(folded(called))
        several_ = (lexicons.singular(noun) != noun and is_person(lexicons.singular(noun))) or noun == "people"
        paper = is_paper(noun) or is_paper(lexicons.singular(noun))
        if is_numbered(who):
            return (self._naming.hop(who, None, "document", a),)
        somebody = who.startswith(("somebody ", "someone "))
        if entity is None and not DETERMINED.match(called.lower()) and not (several_ or paper or somebody):
            return ()
        if several := together(self._naming, self._text[a:b], a):
            return several
        found = self._naming.hop(called, entity, "document" if paper else entity.kind if entity else "unnamed", a)
        return (found,) if found.kind not in ("own", "nobody") else ()

    def _subject(self, start: int) -> tuple[str, int, int] | None:
        """What a sentence is about, where it begins with it: *The food service has found …, it said*."""
        m = _ABOUT.match(self._text, start)
        if m is None:
            return None
        a, b = m.span("who")
        noun = head(folded(m["who"]))
        return (m["who"], a, b) if _may_speak(m["who"][0].lower() + m["who"][1:], noun) else None

    def _subjects(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The words for whom a sentence gives as its source, with their places."""
        piece = self._text[start:end]
        for form in _fitting(_FORMS[:_PLAIN], piece):
            for m in form.finditer(self._text, start, end):
                yield " ".join(m["who"].split()), *m.span("who")
        for verb in re.finditer(r"(?<= )[a-z]+\b", piece):
            if _IT_STANDS.match(self._text, start + verb.start() - 3):
                # *It says there*, where it was said before.
                continue
            if says(verb[0]) or (
                say(verb[0]) and _SEVERAL.search(self._text[max(start, start + verb.start() - 60) : start + verb.start()])
            ):
                yield from self._before_verb(start, start + verb.start())
        for form in _fitting(_FORMS[_PLAIN:], piece):
            for m in form.finditer(self._text, start, end):
                noun = head(folded(m["who"]))
                if form is _SAID[_PLAIN] and not _may_speak(m["who"], noun):
                    continue
                if form is _SAID[-1] and not (is_paper(noun) or is_paper(lexicons.singular(noun)) or noun in _PAGES):
                    continue
                yield " ".join(m["who"].split()), *m.span("who")

    def _before_verb(self, start: int, verb: int) -> Iterator[tuple[str, int, int]]:
        """What stands before a verb of saying, back to the comma before it, and to the one before that."""
        begin = max(start, verb - _SUBJECT)
        before = re.sub(r"(?:,? (?:has|have|had|also|later|then|now))*,? $", "", self._text[begin:verb])
        if before.endswith(" as"):
            return  # *as announced by the police*
        commas = [m.end() for m in re.finditer(r", (?:as )?", before)][::-1]
        if begin == start and before.strip().lower() in ("he", "she", "it", "they"):
            commas = [len(before) - len(before.lstrip())]
        if len(commas) > 1 and _APPOSED.match(before[commas[1] :]):
            # *its envoy, Ana Ruiz*: the name with what it is called by.
            commas = [commas[1], commas[0]]
        for at in commas[:2]:
            who = before[at:]
            if _ASIDE.match(who) and (named := _NAME_BEFORE.search(before[:at])):
                # *Ana Ruiz, an engineer with Stahl, wrote the report*
                yield named["who"], begin + named.start("who"), begin + named.end("who")
                continue
            if len(who) > 1 and not re.search(r"[.;\n\"“”]", who) and not _NO_SUBJECT.search(who):
                yield " ".join(who.split()), begin + at, begin + len(before)
            if who.lower() in ("he", "she", "it", "they"):
                return  # *and under number 17, the dagger, it records …*: nothing before the comma is its subject

    def paper(self, start: int, end: int) -> Hop | None:
        """The document that a sentence is about or that says what stands in it: *the university's study has 38*."""
        text = self._text[start : min(end, start + 300)].lstrip()
        if listed := _LISTED.match(text):
            return self._naming.hop(listed[1], None, "document", start)
        if not _PAPER_BEGINS.match(text) and not is_numbered(text):
            return None
        for verb in re.finditer(r"(?<= )[a-z]+\b", text):
            if (verb[0] in _PAPER_VERBS and not _DONE.match(text, verb.end())) or says(verb[0]):
                if _WHO.search(text[: verb.start()]):
                    return None  # *The letter concerned Ana Ruiz, who runs …*
                who = text[: verb.start()].split(",")[0].strip()
                if _FINITE.search(who):
                    return None  # *The ministry has no record of it*
                part = _PART.match(who)
                who = (part["of"] or who) if part else who
                noun = head(folded(who))
                if is_paper(lexicons.singular(noun)) or is_paper(noun) or part:
                    break
        else:
            return None
        hop = self._naming.hop(who, None, "document", start)
        return hop if hop.kind in ("document", "voice", "outlet") else None

    def paper_before(self, start: int, at: int) -> Hop | None:
        """The document in which a clause says that something stands: *the visitors' book, in which the two names are*."""
        found = [m for m in _IN_WHICH.finditer(self._text, max(start, at - _LONGEST), at + 12) if self._naming.papers.noun(m[1])]
        return self._naming.hop(found[-1][1], None, "document", found[-1].start(1)) if found else None
