"""Documents that an article rests on: whose they are, and in what outlet they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from allegedly.ledger.names import folded
from allegedly.model import Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import head, is_calling, is_indefinite, is_name, is_paper, offices
from allegedly.weighing.origins.mentions import Mentions
from allegedly.weighing.origins.outlets import known, sounds
from allegedly.weighing.origins.vocabularies import calendar, rows
from allegedly.weighing.origins.vocabularies import words as body_words

_REPORTING = frozenset(
    "report reports article story interview piece dispatch exposé expose investigation column broadcast editorial account item"
    " post essay feature bulletin programme scoop blog".split()
)
"""What stands in an outlet, whose word it is."""
_IN = re.compile(r"\b(?:in|by|from|on|of)\s+")
_MEDIUM = re.compile(
    r"(?:\w+ ){0,3}?(?:newspaper|paper|magazine|website|site|weekly|daily|broadcaster|(?:news|press|wire) agency"
    r"|station|journal|portal|blog"
    r"|channel|newsletter|outlet|tabloid|radio)\s+"
    r"((?:(?:al|el|an|ar|as|ash|ad)-)?[A-Z][\w'’&.-]*(?: (?:[A-Z&][\w'’.-]*|of|the))*)"
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w'’&.-]*(?: (?:&|of|the|and|[A-Z][\w'’&.-]*))*")
_MADE = (
    "written|lodged|filed|signed|prepared|drawn up|compiled|drafted|issued|published|released|submitted|authored|posted"
    "|produced|sent|left|kept|made|recorded|carried out|conducted|done|completed|finished|put together|penned|dictated"
)
_BY = re.compile(rf"\b(?:{_MADE})\b[^.;\n]{{0,60}}?\bby (?:the |its |their )?(?P<who>\S)")
_IN_WHICH = re.compile(r"(?<!\S)in which (?:the |its )?(?P<who>\S)")
_DIRECT = re.compile(r"\w*,? (?:by|from|of) (?:the |its |a )?")
_COMPOUND = re.compile(r" (?:[a-z]+ )?$")
"""Between a name and a document's noun: *the Ruiz report*, *Census Bureau figures*."""
_HIS = re.compile(r" (?:[\w-]+ ){0,2}$")
"""Between *his* and it."""
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_OWNED = re.compile(r"['’]s?\s+(?:[\w-]+ ){0,3}$")
_IN_IT = re.compile(r"\s*In (?:it|them|the \w+), ")
_A_BODY = re.compile(
    r"the (?P<who>[a-z][^,.;:\n]{3,60}?)(?= (?:has |had )?(?:wr[io]te|say|said|tell|told|warn|inform|ask|state|urge))"
)
"""*In it, the safety board of the trial tells doctors that …*."""
_BEHIND_BODY = re.compile(r"[,.;:]| (?:that|which|who|on|in|at|about|to|for|dated) ")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?][\"”’]?\s")
_WHICH = re.compile(rf"\b(?:which|that) (?P<who>[^.;,\n]{{3,60}}?) (?:had |has )?(?:wrote|drew up|{_MADE})\b")
_SHOWN = re.compile(r"\b(?:seen|obtained|read|published|leaked|shown|reviewed|commissioned|quoted|inspected|held|received) $")
"""Before *by*, where what follows is no author."""
_CALLED = re.compile(r", ((?:the )?[A-Z][^,.;\n]{2,60})(?=[,.;])")
"""The name behind what a body is."""
_PUBLISHED = re.compile(r"\b(?:published|released|posted|kept|left|sent)\b")
"""What is done with a report by its author, and with a letter by whoever has it."""
_LETTERS = ("letter", "memo", "note")
"""What may be given out by others than who wrote it."""
_SPEAKS = re.compile(
    r"(?:,[^,.;]{2,60},)?(?: (?:has|had|also|then|already|\w+ly))* (?:wr[io]tes?|says?|said|warn(?:s|ed)|asks?|asked"
    r"|tells?|told|complain(?:s|ed)|stat(?:es|ed)|urg(?:es|ed)"
    r"|demand(?:s|ed)|call(?:s|ed)"
    r"|describ(?:es|ed)|admit(?:s|ted)|confirm(?:s|ed)|informs?|informed|advis(?:es|ed)|report(?:s|ed)|explain(?:s|ed)"
    r"|concedes?|conceded"
    r"|answer(?:s|ed)|orders?|ordered|instruct(?:s|ed)|promis(?:es|ed)|threaten(?:s|ed)|acknowledg(?:es|ed))\b"
)
"""What an author does in his letter."""
_NEAR = 60
"""Characters behind *by* within which an author's name begins."""
_CLAUSE = 160
"""Characters behind a document's noun in which a clause says whose it is."""
_SENTENCE = 400
"""Characters around a document's noun in which its author is looked for."""
_TIMES = 12
"""How often a document is looked at in one article."""
_ELSEWHERE = re.compile(r" (?:on|in|at|to|with|for|about) ")
"""Before *of*, where it is not the document that is somebody's."""
_CALENDAR = frozenset((*calendar("day"), *calendar("month"), "Easter", "Christmas"))
_AUTHORS = ("person", "organisation", "state", "other", "group")


def medium(text: str, is_outlet: Callable[[str], bool]) -> str:
    """The outlet in which a report stands: *a report in the online magazine Vessel*; nothing where it stands in none."""
    found = _IN.search(text)
    if not found or not set(folded(text[: found.start()]).split()) & _REPORTING:
        return ""
    rest = text[found.end() :]
    if named := _MEDIUM.match(re.sub(r"^(?:the|a|an) ", "", rest)):
        return named[1]
    for m in _NAME.finditer(rest[:120]):
        name = m[0].strip()
        if is_name(name) and (is_outlet(name) or known(name) or sounds(name)):
            return name
    return ""


@lru_cache(maxsize=16_384)
def beside_medium(text: str) -> str:
    """The outlet whose name stands behind what sort of outlet it is: *the website Market Line*; nothing where there is none."""
    for part in text.split(", "):
        if (named := _MEDIUM.fullmatch(_ARTICLE.sub("", part.strip()))) and is_name(named[1]):
            return named[1]
    return ""


@cache
def _usual() -> dict[str, str]:
    return {row["noun"]: row["author"] for row in rows("authors")}


@cache
def _shown() -> frozenset[str]:
    """Nouns of recordings and pictures, and of lists: whom they are of or show is not whose they are."""
    return frozenset(row["noun"] for row in rows("sorts") if row["sorts"] != "message" and row["of"] == "matter")


def owns(owner: str, text: str) -> bool:
    """Whether who stands before a document is whose word it is: *the auditor's report*, not *the visitors' book*."""
    noun = head(folded(owner))
    sure = noun in body_words("bodies") or noun in offices() or is_calling(noun) or noun in body_words("firms")
    return is_name(owner) or (sure and not is_indefinite(text))


def is_of_its_giver(words: str) -> bool:
    """Whether a document is by who gives it out, as an estimate is, and a letter or a film may not be."""
    noun = Papers.noun(words)
    return noun not in _shown() and noun not in _LETTERS


class Papers:
    """The documents of one article.

    Args:
        text: The article's text.
        mentions: Who is meant in it.
    """

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text, self.mentions = text, mentions
        self._elsewhere: dict[str, tuple[str, ...]] = {}
        """Whose the documents of a noun are, by what the article says of them."""

    def authors(self, words: str, at: int | None) -> tuple[str, ...]:
        """Whose a document is, by the words for it and by what the article says of it elsewhere.

        Args:
            words: The words for it.
            at: Where they stand.
        """
        if at is not None:
            end = at + len(words)
            for m in re.finditer(r"\b(?:by|from|of)\s+(?:the |its |a )?", self.text[at:end]):
                if _SHOWN.search(self.text[at : at + m.start()]):
                    continue
                if m[0].startswith("of") and (self.noun(words) in _shown() or _ELSEWHERE.search(self.text[at : at + m.start()])):
                    continue  # *a recording of the minister*, *messages on the telephone of the minister* are not his
                if m[0].startswith("of") and "".join(self.text[at : at + m.start()].split()[-1:])[:1].isupper():
                    continue  # *in the Journal of Southern Cetology*
                if name := self._named(at + m.end(), end, near=60):
                    return (name,)
                body = _BEHIND_BODY.split(self.text[at + m.end() : end])[0].strip()
                if folded(body).split()[-1:] and folded(body).split()[-1] in body_words("bodies"):
                    # *figures of the district*; *a report of the water board, Fen Water,*
                    called = _CALLED.match(self.text, at + m.end() + len(body))
                    return (called[1],) if called and is_name(called[1]) else (body,)
        noun = self.noun(words)
        if not noun or noun == "page":
            return ()
        if usual := _usual().get(lexicons.singular(noun)):
            return (usual,)
        if noun not in self._elsewhere:
            found = dict.fromkeys(name for a in self._places(noun) if (name := self._of(a, noun)))
            self._elsewhere[noun] = tuple(found)[:2]
        return self._elsewhere[noun]

    def _of(self, a: int, noun: str) -> str:
        """The author that the sentence around a document's noun names, or the next one."""
        stop = _STOP.search(self.text, a, a + _SENTENCE)
        end = stop.start() if stop else min(a + _SENTENCE, len(self.text))
        after = a + len(noun)
        for x, y, e in self.mentions.inside(max(0, a - _NEAR), a):
            # Ana Ruiz's 44-page report
            if _OWNED.match(self.text[y:a]) and self._is_author(e, x):
                return e.name
            his = self.text[x:y].lower() in _POSSESSIVES
            of_him = his and noun not in _shown() and e.kind == "person" and _HIS.fullmatch(self.text, y, a)
            if (of_him or (not his and noun not in _shown() and self._is_named_after(e, x, y, a))) and self._is_author(e, x):
                return e.name
        direct = _DIRECT.match(self.text, after, end)
        if direct and noun in _shown() and " of " in direct[0]:
            direct = None
        if direct and (name := self._named(direct.end(), end, near=0 if " of " in direct[0] else _NEAR)):
            return name
        for form, near in ((_BY, 80), (_IN_WHICH, _NEAR), (_WHICH, 4)):
            if form is _IN_WHICH and noun in _shown():
                continue
            m = form.search(self.text, after, min(end, after + _CLAUSE))
            if m and form is _BY and noun in _LETTERS and _PUBLISHED.match(m[0]):
                continue
            if m and (name := self._named(m.start("who"), end, near=near, speaks=form is _IN_WHICH)):
                return name
        m = _IN_IT.match(self.text, end + 1)
        if m and (name := self._named(m.end(), m.end() + 80, near=4)):
            return name
        if m and (body := _A_BODY.match(self.text, m.end())) and _SPEAKS.match(self.text, body.end()):
            return body["who"] if {*folded(body["who"].split(" of ")[0]).split()[-1:]} & body_words("bodies") else ""
        if m and self.text[m.end() : m.end() + 4].startswith(("he ", "she ")):
            met = self.mentions.inside(max(0, a - 200), end)
            people = [e for x, _, e in met if e.kind == "person" and self._is_author(e, x)]
            return people[-1].name if people else ""
        return ""

    def _is_named_after(self, e: Entity, x: int, y: int, a: int) -> bool:
        """Whether a document's noun stands right behind the name of who made it: *the Ruiz report*, *Census Bureau figures*."""
        if e.kind not in ("person", "organisation") or _COMPOUND.fullmatch(self.text, y, a) is None:
            return False
        return is_name(self.text[x:y]) and not self._is_outlet(e)

    @staticmethod
    def _is_outlet(e: Entity) -> bool:
        return known(e.name) or sounds(e.name)

    def _places(self, noun: str) -> Iterator[int]:
        for n, m in enumerate(re.finditer(rf"\b{re.escape(noun)}s?\b", self.text)):
            if n >= _TIMES:
                return
            yield m.start()

    def _named(self, a: int, b: int, *, near: int, speaks: bool = False) -> str:
        """The first that is meant between two places, where it begins soon; one who says something there, if that is asked."""
        for x, y, e in self.mentions.inside(a, b):
            if x <= a + near and self._is_author(e, x) and (not speaks or _SPEAKS.match(self.text, y)):
                return e.name
        return ""

    def _is_author(self, e: Entity, x: int) -> bool:
        # *nurse Amalia Roux* is somebody, whatever the reader takes the name for.
        if e.name in _CALENDAR:
            return False
        called = e.kind in _AUTHORS or (" " in e.name and is_calling((self.text[max(0, x - 30) : x].split() or [""])[-1]))
        return called and is_name(e.name) and not is_paper(lexicons.singular(folded(e.name).split()[-1]))

    @staticmethod
    def noun(words: str) -> str:
        """The noun in them that is one of documents."""
        return next((w for w in re.findall(r"[\w-]+", words.lower()) if is_paper(lexicons.singular(w)) or is_paper(w)), "")
