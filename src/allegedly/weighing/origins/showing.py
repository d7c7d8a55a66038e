"""What sentences say of documents: that they show something, or that the outlet has them before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from allegedly.ledger.names import folded
from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.exhibits import DETERMINERS, LONGEST, MEASURE, Exhibit, blanked, exhibits
from allegedly.weighing.origins.hops import say, says
from allegedly.weighing.origins.outlets import letters, plain
from allegedly.weighing.origins.vocabularies import words

_SELF = re.compile(
    r"\b(?:(?:us|me|[Ww]e|I|our|my|[Oo]urs)\b|[Tt]his (?:newspaper|paper|magazine|weekly|daily|station|channel|website|site"
    r"|agency|service|programme|newsletter|blog|portal|column|publication|reporter|correspondent|newsroom|podcast|journal|review"
    r"|gazette|bulletin|digest|broadcaster)\b"
    r"|(?:[Tt]he |our )?(?:newsroom|editors|editorial office|editorial staff)\b)"
)
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w’'.&-]*(?: (?:(?:&|of|the|and|de|da|di|del) )?[A-Z0-9][\w’'.&-]*){0,5}")
_OWN = "§+(?:['’]s)?"
_BETWEEN = r"(?:,? ?(?:too|also|now|as well|itself|meanwhile|in turn|since|first|already|then|today|yesterday|exclusively),?)*"
_IS_GIVEN = re.compile(
    rf"{_OWN}{_BETWEEN} (?:(?:has|have|had)(?: \w+)? been|was|were|got)(?: \w+)? (?P<verb>shown|sent|given|passed|handed|leaked"
    r"|provided|played|forwarded|lent|slipped|granted|allowed|able|permitted|let|e-?mailed|offered)\b"
)
"""*The Post was shown …*"""
_SEES = re.compile(
    rf"{_OWN}(?:['’](?:ve|d))?{_BETWEEN} (?:(?:has|have|had|could|can|did|managed to|got to|may)(?: \w+ly| also| now"
    rf"| since| even)? )?"
    r"(?P<verb>[\w-]+)\b"
)
"""*We have read …*, *the Post could inspect …*"""
_HAS = re.compile(
    rf"{_OWN}(?:['’]ve|{_BETWEEN} (?:has|have|holds?|possess(?:es)?|keeps?))\b(?: (?:here|now|got|in front of §+"
    rf"|before (?:it|him|her|§+)"
    r"|in (?:its|§+) hands|on (?:its|§+) desk|in hand|the whole of))*"
)
"""*We have …*, *the Post has before it …*"""
_COMES = re.compile(
    r"\b(?:reached|(?:sent|passed|leaked|handed|given|slipped|made available|provided|shown|played|read out|e-?mailed|mailed"
    r"|forwarded|delivered|supplied|posted|entrusted|available|known|come|came|fallen|fell|addressed|brought|offered"
    r"|submitted|released|put|landed|arrived|dropped|ended up|way)(?: on| over)? (?:to|into|in|on|at|with|through"
    r"|before)(?: the)?"
    r"(?: (?:hands|possession|letter ?box|mailbox|desk|inbox|office|door) of(?: the)?)?"
    r"|(?:in|into) (?:the )?(?:hands|possession|files|archive) of|(?:lies?|lay|lying|been|is|are|was"
    r"|were) (?:\w+ )?(?:before|with|on|in)"
    r"|(?:seen|obtained|read|viewed|heard|reviewed|analysed|analyzed|examined|inspected|acquired|consulted|verified|studied"
    r"|evaluated|received|held|watched) by)"
    rf" (?:the )?{_OWN}|(?:has|have|had) (?:\w+ )?come {_OWN} way"
)
"""*… has reached us*, *was leaked to the Post*, *is before us*, *lies on our desk*, *seen by this newspaper*."""
_IT_CAME = re.compile(
    r"\W*(?:It|This|That|These|They|The one|The same|Another(?: one)?|Both|One)(?: that [^,.;]{3,60}?)?"
    r"(?:,? (?:has|have|had|was|were|is|are|also|too|since|now|then|been|already|first|in turn))*,? "
)
"""*It has reached us too*: of which the sentence before tells."""
_IN_IT = re.compile(r"\W*(?:In|On|From|According to) (?:it|them)\b")
"""*In it, a copy of which the Post has, …*."""
_GIVES = re.compile(
    rf"\b(?:sent|sends|given|gave|shown|showed|slipped|handed|passed|let|leaked|mailed|e-mailed|forwarded|lent"
    rf"|brought) {_OWN}(?!\w)"
)
"""*Somebody has sent us …*"""
_PUTS = re.compile(
    r"\b(?:put|sent|sends|passed|leaked|handed|given|gave|slipped|brought|pushed|dropped|forwarded|mailed|e-mailed|posted|left)"
    rf" (?P<what>[^.;:§\n]{{4,90}}?) (?:to|into|through|under|on|in|at|with) (?:the )?{_OWN}"
)
"""*Somebody has put … into our letter box*."""
_CARRIER = re.compile(r" of (?:which|it|them|this)\b")
"""*Photographs of which we have*: they are of another document."""
_REFERS = re.compile(
    r"(?: (?:to|at|into|through|of|over|read|see|view|hear|inspect|consult|copy|copies|a|all|parts?|most|every (?:page"
    r"|word|line) of))*"
    r" (?:it|them|these|this|both|(?:the |its )?(?:whole|entire|full|complete|original|originals|exchange|conversation"
    r"|thing|set|lot))\b"
)
"""*We have read it*, *the Post was allowed to see the whole exchange*."""
_THAT = re.compile(r" (?:that|how|why|whether|what|when|where|who)\b")
"""Behind a verb of seeing, where no document is seen."""
_GONE = frozenset("gone been went worked combed waded ploughed plowed pored sifted flicked thumbed leafed looked".split())
_THROUGH = re.compile(r" (?:\w+ )?(?:through|over|into)\b")
"""*We have gone through the records*."""
_NAMELY = re.compile(r"(?: (?:desk|hands|table|possession))?: ")
"""*It lies on our desk: a record of …*"""
_GAP = 90
"""Characters between an outlet that has something and what it has."""
_NEAR = 4
"""The same where nothing but *has* stands between."""
_SENTENCE = re.compile(r"[.!?;][\"”’')\]]*\s+")
_BACK = 400
"""Characters before a sentence in which a document is looked for that *it* means."""
_ADVERBS = r"(?: (?:so|down|there|out|also|as much|already|plainly|clearly|in black and white|word for word|duly|\w+ly))*"
_STANDS = re.compile(
    r"(?:\b(?:says|said|stands?|stood|written|stated|states|reads?|recorded|noted|entered|documented|listed|printed|set out"
    r"|laid down|put down|confirmed|registered|found|seen|heard|evident|clear|apparent|gathered|is|are|was|were|it['’]s"
    r"|that['’]s)"
    rf"{_ADVERBS},? (?:on page \d+ of|in|on|from)"
    r"|\b(?:emerges?|emerged|follows|followed|appears|results|comes|came|known|evident|clear|apparent|obvious|seen|read|taken"
    r"|gathered|learn|learns|learned|learnt|transpires)(?: \w+)? (?:from|out of|by)"
    r"|\b(?:[Aa]ccording to|[Tt]o judge by|[Jj]udging by|[Jj]udging from|[Gg]oing by|[Oo]n the (?:evidence|strength"
    r"|testimony) of|[Aa]s per|[Tt]he (?:finding|content|contents|burden|gist|result) of"
    r"|(?:[Aa] )?(?:look|glance|peek) (?:into|at|in)))$"
)
"""Before a document: *so it stands in …*, *it emerges from …*, *according to …*."""
_BASIS = re.compile(r"\b[Oo]n the basis of$")
_UNDER = re.compile(r"\b[Uu]nder$")
_RELATIVE_STANDS = re.compile(r"\b(?:that|which) (?:also )?(?:stands?|stood) (?:[a-z]+ ){0,4}(?:in|on|from)$")
"""*58 passages that stand word for word in other books*: what is found, and not where it is said."""
_DONE_UNDER = re.compile(r"\b(?:was|were|been) (?:\w+ly )?\w+(?:ed|en|t|ld|wn|un)\b[^,;]*\bunder$")
"""*He was arrested under a warrant*: what was done, and not what the warrant says."""
_IF = re.compile(r"\bif$")
_BELIEVED = re.compile(r" (?:is|are) (?:to be (?:believed|trusted)|genuine|right|correct|real|authentic|accurate)\b")
_SO_READS = re.compile(r"\W*(?:So|Thus) (?:reads?|runs?|stands?|says?|read|ran|stood|said)$")
_AT_BEGIN = re.compile(r"\W*(?:[Ii]n|[Oo]n)$")
"""*In the parish book, forty are entered.*"""
_INVERTED = re.compile(r"[,;:—–] (?:as |so |and )?(?P<verb>[a-z]+)$")
_RELATIVE = re.compile(
    r"(?!,? who)(?:,? (?:on|in|from|to|of)? ?(?:that|which|of which|in which|whose|a copy of which|copies of which)\b"
    r"|,? (?:\w+ly )?(?!would|could|should|had|been|went|want|need)\w+(?:ed|en|wn|un|nt|ld|ad)\b|,)"
)
"""What is told of a document between its noun and what it shows."""
_SAYS_IN = re.compile(
    r"\b(?:[Ss]o|[Aa]s|[Ii]t|[Tt]his|[Tt]hat)(?: it| is what)? (?:says|stands|reads|is written|stands written|is set out"
    r"|is put down|is laid down)"
    r"(?: it)?(?: so| there| down)? in (?P<what>(?P<noun>(?:an?|the|its|their|his|her) (?:[\w-]+ ){0,2}?(?:plan|proposal"
    r"|scheme|strategy|concept|programme"
    r"|budget|calculation|offer|reply|answer|statement of account|agenda|timetable|motion|paper))(?: (?:of|by|for"
    r"|from) [^,.;:\n]{3,60})?)"
)
"""*So it says in a plan of the works department*: whatever it is, it is written."""
_GOVERNED = re.compile(r"\b(?:of|in|on|from|at|to|with|by|against|about|for|into|under|over|through)$")
"""Before a noun that is no subject: *volunteers of the census say*."""
_COPY = re.compile(
    r"\b(?:cop(?:y|ies)|pages?(?: \d+)?|parts?|versions?|extracts?|photographs?|pictures?|scans?|look|glance|print-?out|chapter"
    r"|entry|entries|section|passages?|excerpts?) (?:of|from|at|into|in)$"
)
_HAVE = ("has", "have", "had")
_HAS_IT = re.compile(
    r" (?:it|the|an?|no|\d|its|his|her|him|them|every|each|all|[a-z]+(?:ty|teen)(?:-[a-z]+)?|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|eleven|twelve|[\"“])(?![a-z])"
)
"""Behind *has* as what a document shows: *the book has forty dead*; not *has sent*."""
_POSSESSIVE = re.compile(r"['’]s?$")
_NUMERAL = re.compile(r"\b\d[\d,.]* $")
_CLAUSE = 170


class Showing:
    """The documents of one article.

    Args:
        text: The article's text.
        outlet: Its outlet.
    """

    def __init__(self, text: str, outlet: str) -> None:
        self._text, self._outlet = text, outlet
        self._held: dict[tuple[int, int], Exhibit | None] = {}
        self._signed: dict[str, str] = {}
        bare = plain(re.split(r",| \(", outlet)[0]).split()
        cut = next((n for n, w in enumerate(bare) if w in ("of", "de", "da", "di", "del") and n), len(bare))
        self._names = {" ".join(bare), plain(outlet), bare[cut - 1] if bare else ""} - {""}
        self._names |= {" ".join(bare[:n]) for n in range(2, len(bare))}
        self._names |= {" ".join(bare[n:]) for n in range(1, len(bare))}

    def _marked(self, start: int, end: int) -> str:
        """A piece of the text of the same length in which whatever means the outlet is a row of signs, without quotations."""
        piece = blanked(self._text[start:end]).replace("§", " ")
        piece = _SELF.sub(lambda m: "§" * len(m[0]), piece)
        return _NAME.sub(lambda m: self._signs(m[0]), piece)

    def _signs(self, name: str) -> str:
        if name not in self._signed:
            bare = _POSSESSIVE.sub("", name)
            low = folded(bare.removeprefix("the ").removeprefix("The "))
            own = low in self._names or (bare.isupper() and low in letters(self._outlet))
            self._signed[name] = "§" * len(bare) + name[len(bare) :] if own else name
        return self._signed[name]

    def held(self, start: int, end: int) -> Exhibit | None:
        """The document that a sentence says the outlet has before it: *the Post has seen the will*.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
        """
        end = min(end, start + LONGEST)
        if (start, end) not in self._held:
            self._held[start, end] = self._found(start, end)
        return self._held[start, end]

    def _found(self, start: int, end: int) -> Exhibit | None:
        marked = self._marked(start, end)
        if "§" not in marked:
            return None
        here: list[Exhibit] | None = None
        for form in (_IS_GIVEN, _SEES, _HAS, _COMES, _GIVES, _PUTS):
            for m in form.finditer(marked):
                if form is _SEES and not self._sees(marked, m):
                    continue
                if here is None:
                    here = list(exhibits(self._text, start, end))
                if found := self._had(form, marked, m, start, here):
                    return found
        return None

    @staticmethod
    def _sees(marked: str, m: re.Match[str]) -> bool:
        """Whether what the outlet does is to look at something: *has read*, *has gone through*; not *sees that …*."""
        if _THAT.match(marked, m.end()):
            return False
        return lemma_of(m["verb"].lower()) in _seeing() or (m["verb"] in _GONE and bool(_THROUGH.match(marked, m.end())))

    def _had(self, form: re.Pattern[str], marked: str, m: re.Match[str], start: int, here: Sequence[Exhibit]) -> Exhibit | None:
        """The document of which something tells that the outlet has it."""
        a, b = start + m.start(), start + m.end()
        if form is _PUTS:
            return next((e for e in here if a <= e.start and e.end <= b), None)
        carried = [e for e in here if _CARRIER.match(self._text, e.noun)]
        behind = [e for e in here if e.start >= b and e not in carried]
        before = [e for e in here if e.end <= a and e not in carried]
        # *The contract, 14 pages, is on our desk*
        before = [e for e in before if not MEASURE.match(e.words.lower())] or before
        near = _NEAR if form is _HAS else _GAP
        first = behind[0] if behind and behind[0].start - b <= near and self._through(b, behind[0].start) else None
        if form is _HAS and first is not None and self._text[b : first.start].strip():
            first = None  # *has in photographs*
        if form is _COMES:
            it = not before and first is None and _IT_CAME.fullmatch(marked, 0, m.start())
            return before[-1] if before else self.earlier(max(0, start - _BACK), start) if carried or it else first
        if first is not None:
            return first
        if form is _HAS:
            copies = re.match(
                r" (?:\w+ ){0,3}(?:in )?(?:cop(?:y|ies)|writing|full|knowledge|sight|photographs|scans|pictures)\b",
                marked[m.end() :],
            )
            referring = re.match(r" (?:it|them|this|these)\b", marked[m.end() :])
            if not (copies or referring):
                return None
            return before[-1] if before else self.earlier(max(0, start - _BACK), start) if referring or carried else None
        if before and re.search(r"\b(?:that|which|whose)\b", self._text[before[-1].end : a]):
            return before[-1]
        meant = _REFERS.match(marked, m.end()) or carried or _IN_IT.match(marked)
        return self.earlier(max(0, start - _BACK), start) if meant else None

    def _through(self, a: int, b: int) -> bool:
        """Whether nothing between two places ends the clause."""
        return bool(_NAMELY.fullmatch(self._text[a:b])) or not re.search(r"[.;:\n]", self._text[a:b])

    def earlier(self, begin: int, start: int) -> Exhibit | None:
        """The document that the last sentence of a piece of the text names first, or the one before it.

        Args:
            begin: Where the piece begins.
            start: Where it ends.
        """
        breaks = [begin, *(begin + m.end() for m in _SENTENCE.finditer(self._text[begin:start])), start]
        for a, b in zip(breaks[-2::-1], breaks[:0:-1], strict=True):
            for e in exhibits(self._text, a, b):
                if not _CARRIER.match(self._text, e.noun) and not e.words[:1].isdigit():
                    return e
        return None

    def held_before(self, start: int) -> Exhibit | None:
        """The document that the outlet says, in the two sentences before a place, that it has.

        Args:
            start: The place.
        """
        begin = max(0, start - _BACK)
        breaks = [begin, *(begin + m.end() for m in _SENTENCE.finditer(self._text[begin:start])), start]
        pieces = list(pairwise(breaks))[:-3:-1]
        return next((held for a, b in pieces if (held := self.held(a, b))), None)

    def shows(self, start: int, end: int) -> Exhibit | None:
        """The document that a sentence gives as what says so: *so it stands in the register*, *invoices show*.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
        """
        end = min(end, start + LONGEST)
        if stands := self.stands(start, end):
            return stands
        piece = blanked(self._text[start:end])
        for e in exhibits(self._text, start, end):
            governed = _GOVERNED.search(piece[: e.start - start].rstrip())
            if not (governed and not _COPY.search(piece[: e.start - start].rstrip())) and self._is_subject(
                piece[e.noun - start :][:_CLAUSE], piece[e.end - start :][:_CLAUSE]
            ):
                return e
        return None

    def stands(self, start: int, end: int) -> Exhibit | None:
        """The document in which a sentence says that it stands: *it emerges from a letter*, *reads page 4 of the contract*.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
        """
        end = min(end, start + LONGEST)
        piece = blanked(self._text[start:end])
        if scheme := _SAYS_IN.search(piece):
            a = start + scheme.start("what")
            return Exhibit(a, a + len(scheme["noun"].rpartition(" ")[2]), a + len(scheme["what"]), scheme["what"])
        for e in exhibits(self._text, start, end):
            before, after = piece[: e.start - start].rstrip(" "), piece[e.end - start :]
            if (
                (_STANDS.search(before[-60:]) and not _RELATIVE_STANDS.search(before[-60:]))
                or _SO_READS.fullmatch(before)
                or (_IF.search(before) and _BELIEVED.search(after[:_CLAUSE]))
            ):
                return e
            if _AT_BEGIN.fullmatch(before) and (
                e.words.split()[0].lower() in DETERMINERS or re.match(r" (?:taken|made|obtained|bought)\b", after)
            ):
                return e
            rule = not {*folded(e.words).split()}.isdisjoint(words("rules"))
            if (_UNDER.search(before) and rule and not _DONE_UNDER.search(before)) or (_BASIS.search(before) and not rule):
                return e
            inverted = _INVERTED.search(before)
            if inverted and _shows(inverted["verb"]):
                return e
        return None

    def says(self, start: int, end: int, verb: str) -> Exhibit | None:
        """The document before which a verb of saying stands: *He took the money, say papers that we have*.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
            verb: The verb's base form.
        """
        end = min(end, start + LONGEST)
        piece = blanked(self._text[start:end])
        for e in exhibits(self._text, start, end):
            found = _INVERTED.search(piece[: e.start - start].rstrip())
            if found and lemma_of(found["verb"]) == verb and _shows(found["verb"]):
                return e
        return None

    @staticmethod
    def _is_subject(*behind: str) -> bool:
        """Whether what stands behind a document begins with what it shows."""
        for text in behind:
            for n, verb in enumerate(re.finditer(r"[a-z]+(?:['’]s)?\b", text)):
                if not _shows(verb[0]) or verb[0].endswith("ing") or re.search(r"[;:\n]", text[: verb.start()]):
                    continue
                if verb[0] in _HAVE and not _HAS_IT.match(text, verb.end()):
                    continue
                if _NUMERAL.search(text[: verb.start()]):
                    continue  # *in 32 states*
                if re.match(r" (?:by|in|on|at|from|with|to)\b", text[verb.end() :]) and n:
                    continue
                between = text[: verb.start()].rstrip()
                if n == 0 and not between.strip(" "):
                    return True
                if between.strip() == ",":
                    break
                if _RELATIVE.match(between) and not re.search(r"\b(?:to|not|who|and|they|he|she|it|we)$", between):
                    return True
        return False


def _shows(verb: str) -> bool:
    """Whether a verb says what a document shows."""
    return verb in words("showing") or lemma_of(verb) in words("showing") or says(verb) or say(verb)


@cache
def _seeing() -> frozenset[str]:
    """What an outlet does with a document that it has before it."""
    return frozenset(row["verb"] for row in reader_rows("seeing")) | words("having")
