"""Names as they are compared across articles: folded, and which of an entity's mentions are names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from allegedly.model import Article, Entity

_LEADING = re.compile(r"^(?:the|a|an)\s+")
_TRAILING = re.compile(r"(?:'s|’s|'|’)$")
_OTHER = re.compile(r"[^\w]+")
NAMED = frozenset({"person", "organisation", "state", "place", "outlet"})
"""Kinds of entities that have names; what is only described (*two officials*) is another one in every article."""


def folded(name: str) -> str:
    """A name without case, accents, articles, possessive signs and punctuation: *The Café’s* and *cafe* are one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = _TRAILING.sub("", _LEADING.sub("", plain.strip()))
    return " ".join(_OTHER.sub(" ", plain).split())


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


def identity(article_id: str, entity: Entity) -> tuple[str, str, float]:
    """What an entity is gathered by across articles, with the reason and its score.

    A named one by its folded full name; what is only described by its article too, so that it stays apart.
    """
    name = folded(entity.name)
    if entity.kind in NAMED and proper(entity.name) and name:
        return name, "the same full name and kind", 0.8
    return f"{article_id} {entity.id}", "only described: this article's own", 1.0
