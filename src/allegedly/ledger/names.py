"""Names as they are compared across articles: folded, and which of an entity's mentions are names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

from allegedly.model import Article, Entity

_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:'s|’s|'|’)$")
_OTHER = re.compile(r"[^\w]+")
_PRINTED = (("’", "'"), ("‘", '"'), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "."), ("\u00a0", " "))
"""Marks that print has, and such of a keyboard as count for the same in a name: most texts have no other foreign letters."""
_BLANKED = "".join(chr(c) if chr(c).isalnum() or chr(c) == "_" else " " for c in range(128))
"""The ASCII letters with blanks for all that is no part of a word."""
_KEPT = 400
"""Characters of a name, or of a sentence in which names are looked for, that is kept folded, at most: a whole article is not."""
_SMALL = frozenset("a an and at de des du for in of on or the to und von".split())
"""Words of a name that its abbreviation may pass over."""
NAMED = frozenset({"person", "organisation", "state", "place", "outlet"})
"""Kinds of entities that have names; what is only described (*two officials*) is another one in every article."""


def folded(name: str) -> str:
    """A name without case, accents, articles, possessive signs and punctuation: *The Café’s* and *cafe* are one."""
    return _again(name) if len(name) <= _KEPT else _folded(name)


def _folded(name: str) -> str:
    plain = name.lower()
    if not plain.isascii():
        for mark, typed in _PRINTED:
            plain = plain.replace(mark, typed)
    if not plain.isascii():
        plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", plain))).casefold()
    plain = _TRAILING.sub("", _LEADING.sub("", plain.strip()))
    return " ".join((plain.translate(_BLANKED) if plain.isascii() else _OTHER.sub(" ", plain)).split())


_again = lru_cache(maxsize=65_536)(_folded)
"""Of names that are looked at often: an article's statements name the same few."""


def bare(name: str) -> str:
    """A name as it is looked for: its words alone, without a leading article and possessive signs."""
    return " ".join(_OTHER.sub(" ", _TRAILING.sub("", _LEADING.sub("", name.strip()))).split())


def abbreviations(name: str) -> set[str]:
    """The first letters of a name's words, with and without the small words: *fbi* for *Federal Bureau of Investigation*."""
    words = folded(name).split()
    if len(words) < 2:
        return set()
    short = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}
    return {spelt for letters in short if len(letters) > 1 for spelt in (letters, " ".join(letters))}


def abbreviates(short: str, name: str) -> bool:
    """Whether a short form is a name's first letters, those of its last words perhaps left out (*CDC*)."""
    letters = folded(short).replace(" ", "")
    return len(letters) > 1 and any(a.replace(" ", "").startswith(letters) for a in abbreviations(name))


def proper(name: str) -> bool:
    """Whether these words are a name: they have a capital after the article."""
    words = name.split()
    return any(w[:1].isupper() for w in (words[1:] if words and words[0].lower() in ("the", "a", "an") else words))


def names_of(article: Article, entity: Entity) -> Iterator[str]:
    """The folded names that an entity goes by in its article: its own and the mentions that are names."""
    yield folded(entity.name)
    if entity.kind in NAMED:
        for start, end in entity.mentions:
            words = article.text[start:end]
            if proper(words) and len(words) > 2 and words.casefold() not in _PRONOUNS:
                yield folded(words)


_PRONOUNS = frozenset("she he they it his her their its him them this that these those who we our you your".split())


def identity(entity: Entity) -> tuple[str, str, float] | None:
    """The folded full name by which an entity is gathered across articles, with the reason and its score; null where it has none.

    What is only described (*two officials*) is another one in every article.
    """
    name = folded(entity.name)
    if entity.kind in NAMED and proper(entity.name) and name:
        return name, "the same full name and kind", 0.8
    return None
