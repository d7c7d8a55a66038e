"""Outlets by the names that others call them: *the Post* for the Tarnholm Daily Post, *INA* for the Isle News Agency.

Two outlets are the same where their names are, without article, case and what says only in which form they come (*Online*).
A short name is that of an outlet whose name has all its words, or whose first letters it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from allegedly.ledger.names import abbreviations, folded
from allegedly.reading import lexicons
from allegedly.reading.vocabularies import rows
from allegedly.weighing.origins.vocabularies import words as own_words

_BRACKETS = re.compile(r"\([^)]*\)")
_DOMAIN = re.compile(r"(?<=\w)\.[a-z]{2,4}(?:\.[a-z]{2})?\b")
"""What ends a web address: *Platania24.gr*."""
_FORM = frozenset(("online", "newsroom", "com", "co", "uk", "org", "net", "www", "english", "website"))
"""Words in which form an outlet comes; nobody who cites it says them."""
_SPELT = {"tv": "television"}
_SORT = frozenset(
    "agency newswire daily evening magazine morning news newspaper paper press radio service site state television tv"
    " wire".split()
)
"""Words of outlets' names that say of what sort it is; alone they name none."""
_AGENCY = frozenset("agency newswire wire press service news".split())
_PERIODICAL = frozenset("weekly monthly quarterly review journal today".split())
_PASSED = frozenset("and of the for in de du des la le".split())
_ARTICLES = frozenset("the l' la le les el los las il lo i gli der die das o os as".split())
_ON_AIR = frozenset("radio television tv channel fm".split())
_OF = re.compile(r" (?:of|de|di|da|do|del|della|du|des|van|von) ")
_WITHIN = re.compile(
    r"[^,]+, (?:(?:an?|the) (?:[a-z]+ ){1,3}(?:in|on|of|from|at|for|by) (?:the )?)?([A-Z][\w'’&-]*(?: [\w'’&-]+){1,4})$"
)
"""In what an outlet's name says that it appears: *Fen Talk, a column in Orrel Tidning*; *Good Morning, Channel 7*."""
_TITLE = re.compile(
    r"\w(?:blad|bladet|blatt|post|posten|avis|avisen|zeitung|tidning|tidningen|tidende|presse|kurier|anzeiger|krant|vesti|press"
    r"|blog|radio|tv|nytt|nyheter|lehti|leht|sanomat|hirlap|gazete|gazetesi|postasi|bote)$"
)
"""What words end in that are newspapers' in some tongue."""
_SIGNED = re.compile(r"[A-Z][A-Z&.]+")
_LEAST = 3
"""Letters of a signature: two stand in too many names."""
_SOFT = frozenset("aeiouyjhw")
"""Letters that papers write one way or another for a name of another tongue."""
_KINDRED = str.maketrans("pvqczdg", "bfkkstk")
"""Letters that tongues which have not both write for one another: *Blaka*, Placa."""
_BONES = 5
"""As many others that fit are not so by chance."""
_MOST = 3
"""How well the whole name names an outlet."""
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_COMPOUND = 8
"""Letters of a word that may be of two words."""


@cache
def plain(name: str) -> str:
    """An outlet's name as it is compared."""
    bare = _DOMAIN.sub("", _BRACKETS.sub(" ", name))
    words = [_SPELT.get(w, w) for w in folded(bare).split() if w not in _FORM]
    return " ".join(words) or folded(name)


@cache
def is_somebody(name: str) -> bool:
    """Whether an outlet is called as a person is: *Ana Ruiz*, where a column is kept under its writer's name."""
    first, *rest = name.split() or [""]
    given = first in lexicons.forenames() or _INITIALS.fullmatch(first) is not None
    media = _media()
    return given and 0 < len(rest) < _MOST and all(w[:1].isupper() and w not in media and w.lower() not in _SORT for w in rest)


@cache
def letters(name: str) -> frozenset[str]:
    """What its first letters may be, those of its last words perhaps left out: *rcn* for the Ridge & Coast News Agency."""
    every = (a for a in abbreviations(_BRACKETS.sub(" ", name)) if " " not in a)
    return frozenset(a[:n] for a in every for n in range(3, len(a) + 1)) | {a for a in abbreviations(name) if len(a) == 2}


@cache
def signs(short: str, outlet: str) -> bool:
    """Whether capitals are how an outlet signs: they stand in its name in this order, each of its first words begun by one.

    *NPS* is the Nordan Presservice, *FLN* Fjordlinje Nyhetsbyrå: letters within a word count where that is long, being of two.
    """
    if not _SIGNED.fullmatch(short):
        return False
    capitals = "".join(c for c in short if c not in "&.")
    if len(capitals) < _LEAST:
        return False
    left, begun = list(capitals.lower()), 0
    for word in plain(outlet).split():
        if left and (word[0] == left[0] or (left[0] == "x" and word.startswith("ex"))):
            left.pop(0)
            begun += 1
            at = 1
            while left and len(word) >= _COMPOUND and (at := word.find(left[0], at) + 1):
                left.pop(0)
        elif left and word not in _PASSED:
            return False
    return not left and begun > 1


@cache
def called(short: str, outlet: str) -> int:
    """How well somebody's words name an outlet: 3 the whole name, 2 its letters or most of it, 1 a part; 0 not at all."""
    words, whole = plain(short), plain(outlet)
    if not words or not whole:
        return 0
    if words == whole or words in shorter(outlet):
        return 3
    some, every = words.split(), whole.split()
    common = some[-1] in _SORT and some[-1] not in every and short.rsplit(maxsplit=1)[-1][:1].islower()
    if len(some) > 1 and common and some[0] in every:
        # *The Drenovica paper*
        some = some[:-1]
    heads = len(some[0])
    if (
        1 < heads < len(every)
        and some[0] == "".join(w[0] for w in every[:heads])
        and some[1 : 1 + len(every) - heads] == every[heads:]
    ):
        # *KB Serindai*, Kantor Berita Serindai
        return 2
    if len(some) == 1 and some[0] in letters(outlet):
        return 2
    if len(every) == 1 and every[0] in letters(short):
        return 2
    if signs(short, outlet) or (short.isupper() and len(short) >= _LEAST and some == every[:1]):
        return 2
    if _core(words) and _core(words) == _core(whole):
        # *The Threadneedle agency* is the Threadneedle Newswire.
        return 3
    if "".join(some) == "".join(every) or any(_in_other_letters(words, one) for one in shorter(outlet)):
        return 3
    if set(every) <= set(some) and not set(every) <= _SORT and not (len(every) == 1 and words.endswith(f" of {every[0]}")):
        # The website Zhemeya Today, the magazine Vessel & Crown; the Council of Orrel is not Orrel Online.
        return 2
    named = [w for w in some if w != "news"] or some
    if len(some) > 1 and every[-len(some) :] == some:
        return 2
    if set(named) <= set(every) and not (len(named) == 1 and named[0] in _SORT):
        return 2 if len(named) > 1 else 1
    return 0


def _in_other_letters(a: str, b: str) -> bool:
    """Whether two names of as many words are spellings of one: *al-Meezan al-Gadeed*, Al-Mizan al-Jadid."""
    if a[:1] != b[:1] or " " not in a or len(a.split()) != len(b.split()):
        return False
    one, other = (["".join(c for c in word if c not in _SOFT).translate(_KINDRED) for word in name.split()] for name in (a, b))
    bare, again = " ".join(dict.fromkeys(one)), " ".join(dict.fromkeys(other))
    alike = all(x[:1] == y[:1] or min(len(x), len(y)) < _LEAST for x, y in zip(one, other, strict=True))
    return (
        min(len(bare), len(again)) > _BONES
        and alike
        and Levenshtein.distance(bare, again) < (1 if len(bare) <= _BONES + 2 else 2)
    )


@cache
def _core(name: str) -> tuple[str, ...]:
    """A plain name's words without those that say that it is an agency, where there are such."""
    found = name.split()
    core = tuple(w for w in found if w not in _AGENCY)
    return core if len(core) < len(found) else ()


def short_for(outlet: str) -> str:
    """The one word of its name by which papers call an outlet, *the Beacon*; nothing where that is no masthead's."""
    last = (re.split(r",| \(", outlet)[0].split() or [""])[-1]
    found = re.split(r",| \(", outlet)[0].split()
    common = (
        last.lower() in _SORT or len(last) < _COMPOUND - 2 or any(w.lower() in ("of", "de", "di", "da", "del") for w in found)
    )
    return last if last.lower().rpartition("-")[2] in _mastheads() or (len(found) > 1 and not common) else ""


def alone(outlet: str) -> frozenset[str]:
    """The single words of its name by which an outlet is called behind *the*: *the Beacon*, *the Tribuna*."""
    return frozenset(word for word in (short_for(outlet), _first_for(outlet)) if word)


def _first_for(outlet: str) -> str:
    """The word with which its name begins, where that tells it: *Glas* of *Glas Orrela*, *Faro* of *El Faro de Orrel*."""
    every = re.sub(r"^L['’](?=\w)", "L' ", re.split(r",| \(", outlet)[0]).split()
    found = [word for word in every if word.lower() not in _ARTICLES]
    articled = every[0] != found[0] and every[0].lower() != "the" if found else False
    return found[0] if found and (articled or (len(found) > 1 and is_title(folded(found[0])))) else ""


def by_title(outlet: str, text: str) -> bool:
    """Whether a text names an outlet by the one word with which its name begins, without an article: *Inlandsbladet*."""
    first = _first_for(outlet)
    return (len(first) >= _COMPOUND or re.search(r"[a-z][A-Z]", first) is not None) and re.search(
        rf"\b{re.escape(first)}\b(?! [A-Z])", text
    ) is not None


def in_print(outlet: str, text: str) -> bool:
    """Whether a text says that something stands in an outlet by its name without what sort it is: *I saw it in Fenella*."""
    name = re.split(r",| \(", outlet)[0].removeprefix("The ").split()
    if len(name) != 2 or name[1].lower() not in _SORT | _PERIODICAL or len(name[0]) < _LEAST + 2:
        return False
    core = re.escape(name[0])
    read = r"(?:read|saw|seen|heard|found|got|has|have|had) (?:it|this|that|so|of it)(?: (?:all|first|too|only))? (?:in|on|from)"
    tells = r"(?:says|writes|reports|reported|wrote|has it)"
    return (
        re.search(rf"\b{read} {core}\b(?! [A-Z])|\b(?:in|on) {core} (?:it says|one reads)|\b{core} {tells}\b", text) is not None
    )


def is_title(word: str) -> bool:
    """Whether a folded word is one of newspapers' names in some tongue: *tribuna*, *fenbladet*."""
    return word in _titles() or bool(_TITLE.search(word))


@cache
def _titles() -> frozenset[str]:
    return frozenset(folded(word) for word in own_words("titles"))


def begins(name: str, outlet: str) -> bool:
    """Whether words are the first of an outlet's name, and tell that it is one: *Glas Orrela* of *Glas Orrela Danas*."""
    some, every = plain(name).split(), plain(outlet).split()
    return every[: len(some)] == some and any(is_title(word) or word in _ON_AIR for word in some)


@cache
def shorter(outlet: str) -> tuple[str, ...]:
    """The plain names under which a sentence may cite an outlet, the whole one first.

    Without what stands behind a comma (*TV Panon, News at Seven*), and the noun before *of* (*Večernik of Brezovar*); or by
    what stands behind the comma, where that is of the press (*Fen Talk, a column in the Orrel Post*).
    """
    whole = plain(outlet)
    name = plain(re.split(r"[,:;!?|–—]| with ", _BRACKETS.sub("", outlet))[0])
    found = [whole]
    bare = name.split()
    while len(bare) > 2 and bare[-1] in _AGENCY:
        bare.pop()
    if len(bare) > 1 and " ".join(bare) != name:
        found.append(" ".join(bare))
    name = re.sub(
        r"(?: \d+)+(?: fm| am)?$|(?: (?:weekend|sunday|saturday|in brief|in translation|translated|edition))+$", "", name
    )
    if len(name.split()) > 1 and name != whole:
        found.append(name)
    first, *place = _OF.split(name, maxsplit=1)
    title = [word for word in first.split() if word not in _ARTICLES]
    long = len(first) >= _COMPOUND - 2 or (len(first.split()) > 1 and title)
    if place and ((long and len(title) == 1 and title[0] not in _SORT) or (len(title) > 1 and " of " not in name)):
        # *El Faro* of *El Faro de Orrel*, *Red Alta* of *Red Alta de Noticias*
        found.append(first)
    if within := _WITHIN.match(_BRACKETS.sub("", outlet)):
        inner = plain(within[1])
        first, last = inner.split()[0], inner.split()[-1]
        telling = first in _ON_AIR or is_title(first) or is_title(last) or last in _mastheads()
        if " " in inner and (telling or within[0].partition(", ")[2] != within[1]):
            found.append(inner)
    return tuple(found)


_WHEN = re.compile(r"\b(?:today|tonight|now|online|live)\b")


def lowered(text: str) -> str:
    """Words as :func:`is_cited` looks for outlets in them, a space before and behind.

    What is part of a name with a capital alone is left out: *weavers filled Corven today* names no *Corven Today*.
    """
    return f" {folded(_WHEN.sub(' ', text))} "


def is_cited(outlet: str, low: str) -> bool:
    """Whether folded words, a space before and behind them, name an outlet."""
    low = low.replace(" tv ", " television ")
    found = [name for name in shorter(outlet) if f" {name} " in low]
    if found == [plain(outlet)] and " " not in found[0] and " " in folded(outlet).removeprefix("the "):
        # *The Council of Orrel*, *a shop in Orrel*: not Orrel Online.
        return re.search(rf"(?<! of)(?<! in)(?<! at)(?<! near)(?<! from) {re.escape(found[0])} ", low) is not None
    return bool(found)


_SEQUENCE = re.compile(r"[A-Z][\w'’&-]*(?:\.\w+)*(?: (?:(?:of|the|and|de|del|di|da|&) )?[A-Z0-9][\w'’&-]*(?:\.\w+)*)*")


_BEGINS = frozenset(
    "a according after also an and as at both but by even first for from if in is it like no now of on once only or since so"
    " that the then this today tomorrow via when where while with yesterday".split()
)
"""What begins a sentence, before a name: *Even Radio Fen*."""


@lru_cache(maxsize=64)  # of a sentence, or the beginning of a text: each is asked for several outlets in turn
def in_capitals(text: str) -> frozenset[str]:
    """The sequences of words with capitals in a text, as outlets' names may stand there."""
    found = [m[0].rstrip(".") for m in _SEQUENCE.finditer(text)]
    return frozenset((*found, *(name.partition(" ")[2] for name in found if name.partition(" ")[0].lower() in _BEGINS)))


def telling(outlet: str) -> list[str]:
    """The word that tells an outlet: the last of its name, or the first where a place follows, *Jornal da Serra Branca*."""
    whole = plain(outlet)
    return _OF.split(whole)[0].split()[-1:] if _OF.search(whole) else shorter(outlet)[-1].split()[-1:]


def is_named(outlet: str, names: frozenset[str]) -> bool:
    """Whether one of these names is an outlet's, in part: *the Valley Enterprise* for the St. Ambroise Valley Enterprise."""
    bare = outlet.partition(",")[0]
    last = {*telling(bare), *(plain(bare).split()[-1:] if not _OF.search(plain(bare)) else ())}
    return any(
        plain(name) == plain(bare)
        or signs(name, outlet)
        or begins(name, outlet)
        or (" " in name and called(name, outlet) >= _MOST)
        or (last & set(plain(name).split()) and called(name, outlet) > 1)
        for name in names
    )


def best(short: str, outlets: Iterable[str]) -> list[str]:
    """Those outlets that are named best by these words, in their order; none where nothing fits."""
    fits = [(called(short, outlet), outlet) for outlet in outlets]
    top = max((fit for fit, _ in fits), default=0)
    return [outlet for fit, outlet in fits if fit == top] if top else []


@cache
def _known() -> frozenset[str]:
    """Plain names of outlets that the reader knows."""
    return frozenset(
        plain(name) for row in rows("outlets") for name in (row["name"], *row["also"].split("|")) if name and len(name) > 2
    )


def known(name: str) -> bool:
    """Whether this is the name of an outlet of the world."""
    return plain(name) in _known()


@cache
def _media() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("mastheads"))


@cache
def _mastheads() -> frozenset[str]:
    return frozenset(word.lower() for word in _media())


def sounds(name: str) -> bool:
    """Whether a name sounds like an outlet's: it ends like one (*Gazette*), or says that it is an agency."""
    words = plain(name).split()
    return bool(words) and len(words) > 1 and (words[-1] in _mastheads() or words[-2:] == ["news", "agency"])
