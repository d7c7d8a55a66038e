"""An article from its text and what is known of it: dateline, publication date and language are read from the text."""

from __future__ import annotations

import re

import msgspec

from allegedly.errors import Empty, OtherLanguage, TooLong
from allegedly.intake import dates
from allegedly.intake.dateline import dateline
from allegedly.intake.header import header_of
from allegedly.intake.language import KNOWN, language_name, language_of
from allegedly.model import Article, article_id

MAX_CHARACTERS = 2_500_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, one for one, so that it can be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def kept(text: str) -> str:
    """The text as articles keep it: character for character, but for a byte order mark, CR LF and lone surrogates."""
    return whole(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _tidy(words: str | None) -> str | None:
    return " ".join(whole(words).split()) or None if words else None


def article_from_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    key: str | None = None,
    filed: str | None = None,
) -> Article:
    """The article with this text.

    What is given counts before a header block of the text (``Title: …``), and that before the dateline. ``published``
    may be any notation that :func:`allegedly.intake.dates.day` reads; ``filed`` is the day in a file's name, the last
    resort. Any string is taken; nothing is raised.
    """
    text = kept(text)
    header = header_of(text)
    day = (dates.day(published) if published else None) or header.published
    line = dateline(text, day or filed)
    day = day or (line.date if line else None) or filed
    article = Article(
        id="",
        key=None if key is None else whole(key),
        text=text,
        title=_tidy(title) or _tidy(header.title),
        outlet=_tidy(outlet) or _tidy(header.outlet),
        url=_tidy(url) or _tidy(header.url),
        byline=_tidy(byline) or _tidy(header.byline),
        published=day,
        dateline=line,
        language=language_of(text),
    )
    return msgspec.structs.replace(article, id=article_id(article))


def checked(article: Article, name: str, *, force: bool = False, max_characters: int = MAX_CHARACTERS) -> Article:
    """The article, where there is something in it to read.

    Raises:
        Empty: nothing but white space.
        TooLong: more than ``max_characters``.
        OtherLanguage: plainly not English, and ``force`` is not set.
    """
    if not any(c.isprintable() and not c.isspace() for c in article.text):
        raise Empty(name, "holds nothing but white space; give a file with an article in it")
    if len(article.text) > max_characters:
        raise TooLong(
            name,
            f"has {len(article.text):,} characters, more than the limit of {max_characters:,}; "
            "cut it into parts, or raise the limit with --max-characters",
        )
    if not force and article.language not in (None, KNOWN):
        looks, reads = language_name(article.language), language_name(KNOWN)
        raise OtherLanguage(name, f"looks like {looks}; the reader knows {reads}, and --force reads it all the same")
    return article
