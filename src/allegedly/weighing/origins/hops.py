"""One voice on the way to where words come from, and what the words for it say by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.reading.cues import family_of
from allegedly.reading.inflection import lemma_of
from allegedly.reading.vocabularies import rows as reader_rows
from allegedly.weighing.origins.vocabularies import rows, words

HopKind = Literal["outlet", "voice", "document", "unnamed", "own", "earlier", "nobody"]
DETERMINED = re.compile(r"^(?:the|a|an|some|our|its|his|her|their|various|many|several) ")
_NO_NAMES = frozenset(
    "any no every each all none neither either most few half another others those these our some many several one two"
    " three four page its his her their member members even both".split()
)
"""What begins a sentence with a capital and is no name."""
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_SOMEBODYS = re.compile(r"\w['’]s (?:[a-z-]+ )*[a-z-]+$")
_INDEFINITE = ("a ", "an ", "one ", "two ", "three ", "four ", "five ", "some ", "several ", "many ", "another ")
_TAIL = re.compile(
    r" (?:of|who|that|which|in|at|for|from|on|by|seen|obtained|leaked|released|published|shown|passed|sent|given|made"
    r"|drawn|to|with|close|involved|familiar|said|and|inside|near|within|whose|where) "
)
MEDIA = frozenset(
    "agency broadcaster channel daily journal magazine newsletter newspaper outlet paper press radio site station television"
    " tabloid tv website weekly wire".split()
)
PLURAL_MEDIA = frozenset(
    "media newspapers outlets papers websites agencies broadcasters reports magazines channels"
    " publications titles dailies weeklies sites stations blogs tabloids".split()
)


@dataclass(frozen=True, slots=True)
class Hop:
    """One voice on the way to where a statement's words come from."""

    kind: HopKind
    name: str
    """As people are shown it."""
    whole: int | None = None
    """The ledger's entity."""
    bodies: tuple[str, ...] = ()
    """Names of the body, or of the person, for whom a voice speaks; of whom a document is."""
    offices: tuple[str, ...] = ()
    """The offices that he is said to hold, by their nouns."""
    words: str = ""
    """The article's own words for it."""
    definite: bool = False
    """Whether the words mean somebody who is known from elsewhere in the article: *the last keeper*, *his wife*."""
    described: tuple[str, ...] = ()
    """The common nouns by which somebody named is described, or the one by which somebody unnamed is called."""
    sort: str = ""
    """What sort of entity the reader takes it for."""
    wrote: bool = False
    """Whether it is told of him that he wrote the paper in question."""
    paper: str = ""
    """The words for the document in which a voice says it: *the firm's ledger*."""


def head(bare: str) -> str:
    """The head of a folded noun phrase: its last word before *of*, *who*, *that*."""
    found = _TAIL.split(f"{bare} ", maxsplit=1)[0].split()
    return found[-1] if found else ""


def last(bare: str) -> str:
    """The last word."""
    found = bare.split()
    return found[-1] if found else ""


@lru_cache(maxsize=16_384)
def is_name(words_: str) -> bool:
    """Whether words are a name of one's own: a capital begins them, and not only since a sentence begins there (*Neighbours*)."""
    found = _ARTICLE.sub("", words_.strip()).split()
    if not found or not found[0][:1].isupper():
        return False
    if _SOMEBODYS.search(words_):
        # *Stahl's managing director*
        return False
    if len(found) > 1 and found[-1].islower() and lexicons.singular(found[-1]) in words("anyone") and "," not in words_:
        # *A Stahl insider*, *Stahl workers*
        return False
    several = lexicons.singular(found[0].lower()) != found[0].lower() and lexicons.singular(found[0].lower()) in lexicons.sorts()
    if several and len(found) > 1 and found[1] in ("of", "in", "at", "from", "on", "near", "who", "with", "for"):
        # *Residents of Mill Street*: no name, whatever capital follows.
        return False
    if len(found) > 1 and any(w[:1].isupper() for w in found[1:]):
        return lexicons.singular(found[0].lower()) not in _NO_NAMES
    first = folded(found[0])
    common = lexicons.singular(first) in lexicons.sorts() or first in _NO_NAMES
    return not common


@cache
def is_person(noun: str) -> bool:
    """Whether a noun in the singular is one of people."""
    sort = lexicons.sorts().get(noun)
    return sort is not None and sort.kind == "person"


def is_indefinite(words_: str) -> bool:
    """Whether words bring somebody in who was not there before: *a driver*, *two officials*."""
    return words_.lower().startswith(_INDEFINITE)


def is_paper(noun: str) -> bool:
    """Whether a noun in the singular is one of documents, recordings, pictures."""
    return noun in _papers()


def says(word: str) -> bool:
    """Whether a word is a finite form of a verb of saying: *said*, *assures*; not *claim*."""
    lemma = lemma_of(word)
    return (word != lemma or word in ("put", "read", "set")) and family_of(lemma) in ("statement", "judgement")


def say(word: str) -> bool:
    """Whether a word is the plain form of a verb of saying, as it stands behind several: *invoices show*."""
    return family_of(word) in ("statement", "judgement") and lemma_of(word) == word


@cache
def _papers() -> frozenset[str]:
    return frozenset(row["noun"] for row in reader_rows("documents")) | words("papers")


@cache
def last_of_papers() -> frozenset[str]:
    """The last words of what is called by several: *book* of *visitors' book*."""
    return frozenset(paper.rpartition(" ")[2] for paper in _papers() if " " in paper)


@cache
def nobodies() -> frozenset[str]:
    """What means nobody in particular, without its article."""
    return frozenset(DETERMINED.sub("", phrase) for phrase in words("nobodies"))


@cache
def mastheads() -> frozenset[str]:
    """Last words of outlets' names."""
    return frozenset(row["word"].lower() for row in reader_rows("mastheads"))


@cache
def offices() -> Mapping[str, str]:
    """Nouns of offices, and for whom their holder speaks: ``other``, ``body``, ``office``."""
    return {row["word"]: row["for"] for row in rows("speakers")}


@cache
def _posts() -> Mapping[str, str]:
    """Posts, a space before and behind them, and whose they are."""
    return {f" {row['words']} ": row["body"] for row in rows("posts")}


@lru_cache(maxsize=16_384)
def posts_in(bare: str) -> tuple[str, ...]:
    """The bodies whose posts folded words name: *fire service* of *chief fire officer*."""
    low = f" {bare} "
    held = ((post.strip(), body) for post, body in _posts().items() if post in low)
    found = (body for post, body in held if post not in _SHARED_POSTS or _of_the_police(post, low))
    return tuple(dict.fromkeys(found))


_SHARED_POSTS = frozenset(("inspector", "superintendent", "sergeant"))
"""Posts of the police that others have too: *an inspector of dams*, *the medical superintendent*."""


def _of_the_police(post: str, low: str) -> bool:
    return any(
        re.search(form, low)
        for form in (
            rf"^ (?:(?:the|an?|chief|detective|police|senior|deputy|acting) )*{post}(?! (?:of|for|from|with|at|who|general)\b)",
            rf" (?:chief|detective|police|deputy) {post} ",
        )
    )


@lru_cache(maxsize=16_384)
def offices_in(bare: str) -> tuple[str, ...]:
    """The offices and callings that folded words name: *mayor*, *lighthouse keeper*; not what anybody may be (*man*)."""
    found = (w if w in offices() else lexicons.singular(w) for w in bare.split())
    return tuple(dict.fromkeys(w for w in found if w in offices() or is_calling(w) or w in words("bearers")))


@cache
def is_calling(noun: str) -> bool:
    """Whether a noun says what somebody is, so that few are meant by it."""
    sort = lexicons.sorts().get(noun)
    return sort is not None and sort.kind == "person" and noun not in words("anyone")


def speaks(text: str) -> str:
    """For whom the holder of this role speaks: another, a body; nobody where it is empty."""
    known = offices()
    return next((known[w] for w in reversed(folded(text).split()) if w in known), "")


def before_office(text: str) -> str:
    """The body whose name stands before a speaker's office: *rescue service* in *rescue service spokesman*."""
    found = folded(text).split()
    known = offices()
    at = next((i for i, w in enumerate(found) if w in known), 0)
    passed = ("s", "its", "his", "her", "their", "sir", "chief", "senior", "deputy", "acting", "former", "vice")
    rest = [w for w in found[:at] if w not in passed]
    speaks_ = at < len(found) and found[at].startswith("spokes") and len(rest) > 1
    return " ".join(rest) if rest and (speaks_ or rest[-1] in words("bodies")) and rest != ["team"] else ""
