"""Pages on which a body speaks for itself: a press office's, a company's, a court's; and whose name stands at their foot.

What stands there without a voice, the body says. A page is told by what its outlet is called: a body with what it publishes
behind a comma (*Water Board, monthly sheet*), a press office, a name that ends in what sort of body it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice, pairwise

from allegedly.ledger.names import folded
from allegedly.model import Article, Entity
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import MEDIA, is_name, mastheads, offices_in, says
from allegedly.weighing.origins.outlets import is_title, known, signs
from allegedly.weighing.origins.vocabularies import words

_BRACKETS = re.compile(r"\([^)]*\)")
_NUMBER = re.compile(r"(?:,? (?:no\.? ?)?\d+)+$", re.IGNORECASE)
_HEAD = re.compile(r" (?:of|for|at|in|on|to) ")
_STATED = re.compile(
    r"\b(?:statement|communiqu[eé]|press release|media release|news release|press notice|clarification)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"^(?:[^,]{2,40}, )?(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Captain|Colonel|General|Professor|Governor|Mayor|Minister"
    r"|Director|Chief|Bishop)\.? )*"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3})(?:, .{3,60})?$"
)
_ORGAN = re.compile(
    r"^(?:the )?(?:\w+ )?(?:journal|magazine|newspaper|paper|newsletter|organ|voice|gazette|weekly|monthly) of (?:the"
    r" )?([A-Z].{2,60})$"
)
"""What a body publishes: *journal of the Teachers' Guild*."""
_SIGNATURE = re.compile(r"[^\n]{0,80}?\(([A-Z][A-Z&.]{1,5})\)\s*[-–—:]")
_NOTICES = frozenset(
    "statement notice overview bulletin release press situation briefing communique announcement circular".split()
)
"""What tells a notice also where it begins with a capital: *Relief Coordination, Situation overview No. 9*."""
_LEGAL = re.compile(
    r"[ ,](?:Ltd|Limited|Inc|Corp|Corporation|AG|GmbH|PLC|plc|LLC|LLP|Co|S\.?A|Oy|OY|AB|AS|ASA|A/S|N\.?V|B\.?V|SpA|S\.p\.A"
    r"|Pty|K\.?K|d\.o\.o|d\.d|a\.d|s\.r\.o|a\.s|S\.r\.l|Kft|UAB|e\.V|SE|SARL"
    r"|Sdn Bhd)\.?(?:,|$)"
)
"""What firms' names end in."""
_WE = re.compile(r"\b(?:[Oo]ur|[Ww]e)\b")
_A_PAGE = re.compile(
    r"(?:(?:national|international|regional|local|foreign|world|sports?|crime|culture|women['’]s|youth|children['’]s"
    r"|english|farm\w*|readers?['’]?|opinion|travel|business|front|back|law|science|weekend|weekly) )+(?:pages?|edition)\b",
    re.IGNORECASE,
)
"""A part of a paper: *national page*, *crime page*."""
_PERIOD = re.compile(r"the (?:day|week|weekend|month|year|morning|evening|night|hour|news|latest)\b")
"""What a paper or programme looks back on: *the week in parliament*."""
_WE_DID = re.compile(
    r"\b[Ww]e(?:, [^,.]{3,40},)? (?:(?:have|had) )?(?:[a-z]{2,}ed|put|saw|went|gave|took|threw|found|left|did|made)\b"
    r"|\b[Oo]ur (?:own )?(?:[a-z]+ ){1,2}(?:has|have) "
)
_ON_AIR = frozenset("am fm kanal radyo tele".split())
"""Words of stations' names in some tongue."""
_PROGRAMME = re.compile(r"\b(?:bulletin|news|page|summary|headlines|edition|digest)\b(?! (?:for|to) )", re.IGNORECASE)
"""What papers and stations bring out, behind the comma."""
_OPEN_LETTER = re.compile(
    r"\b(?:open|public) letter\b|\bletter to (?:the editor|my|our)\b|\b(?:personal|own) (?:page|statement|account)\b"
)
_I = re.compile(r"\b(?:I|[Ww]e)\b")
_HANDED = frozenset("leaflet letter flyer".split())
"""Sheets on which somebody speaks for himself only where he says what he did."""
_OURS = re.compile(r"\b[Oo]ur (?:own )?((?:[a-z-]+ ){0,3}[a-z-]+)")
_BEHIND = re.compile(
    r" (?:with|of|from|in|on|at|for|to|by|who|which|that|and|or|has|have|had|is|are|was|were|will|would|can|could|may|did|do"
    r"|does)\b"
)
"""What stands behind the noun that tells what is ours."""
_STANDS = (
    "condemns|deplores|protests|demands|regrets|welcomes|urges|mourns|calls (?:on|for|upon)|appeals|expresses|denounces"
    "|rejects|denies"
)
"""What a body does at the beginning of its page."""
_LABEL = re.compile(r"\((?:(?:Mr|Ms|Mrs|Miss|Dr|Hon|Prof)\.? )?(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3})\):")
"""Who speaks in a record: *Member for Hill Ward (Ms Ana Ruiz):*."""
_OF_OURS = re.compile(r"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3}),? of (?:our|this) [A-Za-z]")
"""*A study by Ana Ruiz of our faculty*."""
_STAFF = 12
"""Such names that are looked at."""
_SHORT = 3
"""Letters of a word that are too few to be a body's name by themselves."""
_FOOT = 90
"""Characters of a line that can be a signature."""
_OPENING = 400
"""Characters in which a body's own page names the body."""


def body_of(article: Article) -> str | None:
    """The body that speaks for itself here; null where the outlet is of the press."""
    outlet = _NUMBER.sub("", _BRACKETS.sub(" ", article.outlet or "").strip())
    name, _, form = (part.strip() for part in outlet.partition(","))
    if _LEGAL.search(outlet):
        return name
    low, every = folded(name), set(folded(name).split())
    if not low:
        return None
    if (signed := _SIGNATURE.match(article.text)) and signs(signed[1], name):
        # What signs its texts as an agency does is one.
        return None
    media = _media()
    if _condemns(article.text, name):
        return name
    if form and every & {*mastheads(), "news", "radio", "television", "tv", "evening", "morning", "daily", "weekly"}:
        return None
    for whole, bare in ((outlet, folded(outlet)), (name, low)):
        for page in _selves():
            if bare.endswith(page):
                # *City Police Gazette*: the police's.
                first = page.split()[0]
                own = len(page) - len(first) if first in words("bodies") else len(page)
                return name if form else (whole[: len(whole) - own].strip() or name)
    # *Paper Workers' Union, leaflet*: behind a word of the press stands another.
    inner = {word for word in ("paper", "press") if form and not low.endswith(word)}
    open_ = low.split()[-1] not in media and every & media <= {"paper", "press"} and not _is_titled(low) and not known(name)
    if open_ and _owns(article.text) and not (form and _of_the_press(form)):
        return name
    if _OPEN_LETTER.search(form) and _I.search(article.text):
        return name  # A letter to the public is its writer's.
    if _PROGRAMME.search(form) and (_is_titled(low) or every & _ON_AIR):
        # *Radyo Bukirin, text bulletin*
        return None
    if every & (media - {"agency"} - inner if form else media) or known(name):
        return None
    if form[:1].islower():
        if whose := _ORGAN.match(form):
            return whose[1]
        found = {*folded(form).split(), *(lexicons.singular(w) for w in folded(form).split())}
        if not _sort_of(low, owned=False) and (_HEAD.split(folded(form), maxsplit=1)[0].split() or [""])[-1] in words("bodies"):
            # *Slavutin Region, military administration*; but *People's Front, army of the eastern provinces*
            return name if _HEAD.search(folded(form)) else outlet.replace(",", "")
        notices = found & (words("notices") if _WE_DID.search(article.text) else words("notices") - _HANDED)
        told = form.startswith(("the ", "a ", "an ")) or notices or _sort_of(low, owned=False)
        if told and not _of_the_press(form):
            return name
    told = {*folded(form).split(), *(lexicons.singular(w) for w in folded(form).split())} & _NOTICES
    if form and told and not _of_the_press(form):
        return name
    sort = _sort_of(low, owned="'" in name or "’" in name)
    if sort == "firm" or (sort == "loose" and _acts(article.text, name)):
        return name
    if _STATED.search(article.title or "") and _acts(article.text, name):
        return name
    return name if (not form or form[:1].islower()) and _about_itself(article.text, name) else None


def _of_the_press(form: str) -> bool:
    """Whether what stands behind a comma is a part of a paper or programme: *news at one*, *the free encyclopaedia*.

    *Public notice*, *athlete page* and *staff newsletter* are a body's own.
    """
    if re.search(r"\b(?:newsletter|page|website|bulletin|notes) (?:of|for|by) (?:an?|those|people|all|everyone) ", form):
        return True
    if re.search(r"\bnews for (?!the (?:media|press)|journalists|members|investors|shareholders|staff)", form):
        return True
    if _PERIOD.match(form) or _A_PAGE.match(form):
        return True
    described = form.startswith(("the ", "a ", "an "))
    sent = words("programmes") - (
        frozenset() if described else {"page", "newsletter", "website", "site", "letter", "notes", "pages"}
    )
    phrase = folded(form).split()
    noun = (_HEAD.split(folded(form), maxsplit=1)[0].split() or [""])[-1]
    return noun in sent or any(" ".join(two) in sent for two in pairwise(phrase))


def _about_itself(text: str, name: str) -> bool:
    """Whether a page begins with what the body does, and speaks as *we*: *Stahl today introduces … our laboratory*."""
    first = name.removeprefix("The ").split()[0]
    begins = re.match(rf"\s*(?:At |The )?{re.escape(first)}\b(?: [A-Z][\w&.-]*)*,? (?:\w+ )?(?P<verb>[a-z]+)\b", text[:_OPENING])
    bare = re.sub(r"[\"“][^\"“”]*[\"”]", " ", text)
    plainly = " " in name and re.search(
        rf"\b(?:teams?|staff|members|volunteers|nurses|doctors|people|workers) (?:of|from)"
        rf" {re.escape(' '.join(name.split()[:2]))}",
        text[:_OPENING],
    )
    return ((bool(begins) and len(first) > _SHORT) or bool(plainly)) and bool(_WE.search(bare))


def _sort_of(low: str, *, owned: bool) -> str:
    """How sure it is by its name alone that it is a body: by the noun that the name is built on."""
    found = _HEAD.split(low, maxsplit=1)[0].split()
    if found[-1:] == ["general"] and len(found) > 1:
        # *Directorate-General of Antiquities*
        found.pop()
    if found[-1:] == ["hall"] and found[-2:-1] in (["town"], ["city"]):
        found[-2:] = ["town-hall"]
    if len(found) > 1 and found[0] in _abroad():
        # In many tongues the noun stands first: *Alcaldía de Puerto Nuevo*.
        return "firm"
    noun = (found or [""])[-1]
    if noun not in words("bodies") and owned and found[-2:-1] and found[-2] in words("bodies"):
        # *Growers' Association Lenn*
        return "firm"
    if noun not in words("bodies"):
        return ""
    # *Teachers' Union of Arle*: a body of some place, whatever its noun.
    # *The Prosecutor's Office* is somebody's.
    sure = _HEAD.search(low) or f" s {noun}" in low
    return "loose" if noun in words("loose") and not sure else "firm"


@cache
def _media() -> frozenset[str]:
    """Words of outlets' names."""
    return frozenset((*MEDIA, *mastheads(), "news", "times", "today"))


@cache
def _abroad() -> frozenset[str]:
    """What bodies are called in other tongues."""
    return frozenset(map(folded, words("abroad")))


@cache
def _selves() -> tuple[str, ...]:
    """How the names of bodies' own pages end, the longest first."""
    return tuple(sorted(words("selves"), key=lambda page: (-len(page), page)))


def _owns(text: str) -> bool:
    """Whether a page speaks of what a body has and the press has not: *our volunteers*, *our guests*."""
    bare = re.sub(r"[\"“][^\"“”]*[\"”]", " ", text)
    nouns = (_BEHIND.split(f" {m[1]}")[0].split()[:3] for m in _OURS.finditer(bare))
    return any(not words("belongings").isdisjoint(noun) for noun in nouns)


def _is_titled(low: str) -> bool:
    """Whether a folded name has a word of newspapers of some tongue."""
    return any(is_title(word) for word in low.split())


def _condemns(text: str, name: str) -> bool:
    """Whether a page begins by saying what the body holds of it: *Press Guild South condemns the arrest*."""
    bare, begin = name.removeprefix("The "), text[:_OPENING]
    return bare in begin and re.match(rf"\s*(?:The )?{re.escape(bare)} (?:{_STANDS})\b", begin) is not None


def _acts(text: str, name: str) -> bool:
    """Whether the page begins by saying what the body itself does: *Aeros regrets*, and not *people have told Aeros*."""
    begin = text[:_OPENING]
    for m in re.finditer(rf"(?:^|[.!?]\s+|\n\s*)(?:The )?{re.escape(name.removeprefix('The '))} (\w+)", begin):
        if not m[1][:1].isupper() and (not says(m[1]) or m[1] in ("confirms", "announces", "denies", "regrets", "declares")):
            return True
    return False


def staff(text: str, speakers: Iterable[str]) -> tuple[str, ...]:
    """The full names of a body's people on its page: of those who speak there, and who are said to be *of our* house.

    Args:
        text: The page's text.
        speakers: Who speaks there, by whatever names.
    """
    found = dict.fromkeys(name if " " in name else _in_full(text, name) for name in speakers)
    for form in (_LABEL, _OF_OURS):
        found |= dict.fromkeys(m["who"] for m in islice(form.finditer(text), _STAFF))
    return tuple(name for name in found if " " in name)


def _in_full(text: str, surname: str) -> str:
    """The full name of somebody whose surname stands alone where he speaks: *Dr Ana Ruiz … says Ruiz*."""
    found = re.search(rf"\b([A-Z][\w'’-]+) {re.escape(surname)}\b", text)
    return found[0] if found and not offices_in(folded(found[1])) and folded(found[1]) not in words("honorifics") else ""


def signers(article: Article, entities: list[Entity]) -> tuple[tuple[str, str], ...]:
    """Who signs the page at its foot, or is named above it as its author, each with the line: *Governor Ana Ruiz*."""
    lines = [line.strip() for line in article.text[-4 * _FOOT :].split("\n") if line.strip()]
    found: dict[str, str] = {}
    foot = [line for line in lines[-2:] if len(line) <= _FOOT and not re.search(r"[.!?][\"”’']?$", line)]
    for line in foot:
        if signed := _SIGNED.search(line):
            found[signed["name"]] = line
    for line in (*foot, article.byline or ""):
        for e in entities:
            if e.kind in ("person", "other") and " " in e.name and is_name(e.name) and _stands(e.name, line):
                found.setdefault(e.name, line)
    line = (article.byline or "").strip()
    if not found and line and is_name(line) and 1 < len(line.split()) <= 4 and all(w[:1].isupper() for w in line.split()):
        found[line] = line
    return tuple(found.items())


def _stands(name: str, line: str) -> bool:
    return f" {folded(name)} " in f" {folded(line)} "
