"""Bytes → :class:`~allegedly.model.Article`: whatever reports come in, from files, folders, standard input and the web.

Each input that cannot be read is refused with one sentence, and the others go on. Only what a person names is fetched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from allegedly.errors import Refused
from allegedly.intake import dates, plugins
from allegedly.intake.article import MAX_CHARACTERS, article_from_text, checked
from allegedly.intake.columns import checked as checked_map
from allegedly.intake.dateline import preamble, prose_start
from allegedly.intake.formats import records
from allegedly.intake.header import body_start
from allegedly.intake.mojibake import mended, places
from allegedly.intake.record import Format, Provenance, Record
from allegedly.intake.sources import Source, expand, expanded, web_address
from allegedly.intake.stream import Input, digest, opened
from allegedly.intake.terms import Seen, Terms
from allegedly.model import Article

if TYPE_CHECKING:
    from allegedly.intake.fetching import Fetcher, Memory

__all__ = [
    "MAX_CHARACTERS",
    "Format",
    "Input",
    "Received",
    "Record",
    "Seen",
    "Source",
    "Terms",
    "article_from_text",
    "articles",
    "articles_from_path",
    "body_start",
    "checked",
    "expand",
    "preamble",
    "prose_start",
    "received",
    "web_address",
]


class Received(NamedTuple):
    """An article, and what it was read from."""

    article: Article
    name: str
    """The input, and the place in it, as messages name it."""
    source: str
    """The input alone: the file, or the member of an archive, of which ``on_input`` gives the hash."""
    digest: str | None
    """``sha256:`` and the hash of the bytes that it was read from, unpacked: those of the file or page that is one article, of
    the line that is one; null where a table holds it among others."""
    raw: bytes | None = None
    """These bytes, where they are asked for."""
    provenance: Provenance | None = None
    """What the archive that it stands in says of it: the record's id, digest and day."""


def articles(
    sources: Iterable[str | Source | Refused],
    *,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    max_unpacked: int | None = None,
    fetch: bool = False,
    allow_private: bool = False,
    memory: Memory | None = None,
    stdin: BinaryIO | None = None,
    map: Mapping[str, str] | None = None,  # noqa: A002 (the command's own word for it)
    on_refused: Callable[[Refused], None],
    on_warning: Callable[[str], None] | None = None,
) -> Iterator[Article]:
    """The articles of all sources, one after the other, in a stable order: what :func:`received` gives, without their bytes.

    Raises:
        ValueError: ``published`` cannot be read as a day; ``map`` has a field that there is not.
    """
    found = received(
        sources,
        published=published,
        outlet=outlet,
        force=force,
        mend=mend,
        max_characters=max_characters,
        max_unpacked=max_unpacked,
        fetch=fetch,
        allow_private=allow_private,
        memory=memory,
        stdin=stdin,
        map=map,
        on_refused=on_refused,
        on_warning=on_warning,
    )
    return (one.article for one in found)


def received(
    sources: Iterable[str | Source | Refused],
    *,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    max_unpacked: int | None = None,
    fetch: bool = False,
    allow_private: bool = False,
    memory: Memory | None = None,
    stdin: BinaryIO | None = None,
    map: Mapping[str, str] | None = None,  # noqa: A002 (the command's own word for it)
    keep_raw: bool = False,
    on_refused: Callable[[Refused], None],
    on_warning: Callable[[str], None] | None = None,
    on_input: Callable[[Seen], None] | None = None,
) -> Iterator[Received]:
    """The articles of all sources with the hash of what each was read from, one after the other, in a stable order.

    Args:
        sources: files, folders, globs, web addresses, ``-`` for standard input; or what :func:`expand` gave, refusals too.
        published: day of publication of all of them; counts before what they say themselves.
        outlet: outlet of all of them, likewise.
        force: read what is plainly not English all the same.
        mend: mend text that was decoded wrongly before it came here; every span is then one in the mended text.
        max_characters: longer articles are refused.
        max_unpacked: bytes that a packed file or an archive may unpack to; where it is null, a hundred times its size, and
            twenty million at least.
        fetch: fetch what feeds and lists of feeds in files link to; a web address that is named itself is always fetched.
        allow_private: fetch from machines of the own network too.
        memory: what was fetched before, so that it is fetched again only where it has changed.
        stdin: what ``-`` reads; standard input where it is null.
        map: which column of a table, or field of a JSON record, is read as what: field → column. The fields are ``text``, ``id``,
            ``title``, ``outlet``, ``published``, ``url``, ``byline``; what is not set is guessed by the usual names.
        keep_raw: give the bytes of each article too; otherwise they are let go as soon as it is read.
        on_refused: called once for each input, or record of an input, that is not read.
        on_warning: called with a sentence for what is read but should be looked at.
        on_input: called once for each file, member of an archive, or standard input with its hash, read or refused, after its
            articles; where it is refused as a whole, before ``on_refused``.

    Raises:
        ValueError: ``published`` cannot be read as a day; ``map`` has a field that there is not.
    """
    day = dates.day(published) if published else None
    if published and day is None:
        raise ValueError(f"{published!r} cannot be read as a day; write it as 2019-12-18")
    warn = on_warning or _silent
    terms = Terms(note=warn, columns=checked_map(map or {}), unpacked=max_unpacked, seen=on_input)
    reach = _Reach(max_characters, stdin, terms, fetch, allow_private, memory)
    return _received(_records(sources, reach), day, outlet, force, mend, keep_raw, max_characters, on_refused, warn)


class _Reach:
    """How far the reading of sources may go, and the one that fetches, made when it is first needed."""

    def __init__(
        self,
        characters: int,
        stdin: BinaryIO | None,
        terms: Terms,
        fetch: bool,
        allow_private: bool,
        memory: Memory | None,
    ) -> None:
        self.characters, self.stdin, self.terms, self.fetch = characters, stdin, terms, fetch
        self._allow_private, self._memory = allow_private, memory

    @cached_property
    def fetcher(self) -> Fetcher:
        """It is one for a whole run, so that it knows when it asked which host."""
        from allegedly.intake.fetching import Fetcher

        return Fetcher(allow_private=self._allow_private, memory=self._memory)


def _silent(sentence: str) -> None:
    """Warnings that nobody asked for."""


def articles_from_path(
    path: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    allow_private: bool = False,
) -> Iterator[Article]:
    """The articles of one file, folder or web address; the first that cannot be read is raised.

    Raises:
        Refused: an input, or a record of one, cannot be read.
    """

    def stop(refused: Refused) -> None:
        raise refused

    return articles(
        [str(path)],
        published=published,
        outlet=outlet,
        force=force,
        mend=mend,
        max_characters=max_characters,
        allow_private=allow_private,
        on_refused=stop,
    )


def _received(
    found: Iterable[Record | Refused],
    published: str | None,
    outlet: str | None,
    force: bool,
    mend: bool,
    keep_raw: bool,
    max_characters: int,
    on_refused: Callable[[Refused], None],
    on_warning: Callable[[str], None],
) -> Iterator[Received]:
    for fault in plugins.loaded()[1]:
        on_warning(fault)
    for record in found:
        if isinstance(record, Refused):
            on_refused(record)
            continue
        text = mended(record.text) if mend and places(record.text) else record.text
        article = article_from_text(
            text,
            title=record.title,
            outlet=outlet or record.outlet,
            url=record.url,
            byline=record.byline,
            published=published or record.published,
            key=record.key,
            filed=record.filed,
        )
        try:
            checked(article, record.name, force=force, max_characters=max_characters)
        except Refused as refused:
            on_refused(refused)
            continue
        for note in record.notes:
            on_warning(f"{record.name}: {note}")
        wrong = places(article.text)
        if wrong:
            look = "1 character looks as if it" if wrong == 1 else f"{wrong:,} characters look as if they"
            on_warning(
                f"{record.name}: {look} had been decoded wrongly (â€™ for ’); "
                "it is read as it is, and --mend reads it as it was meant"
            )
        raw = record.raw
        yield Received(
            article,
            record.name,
            record.source,
            None if raw is None else digest(raw),
            raw if keep_raw else None,
            record.provenance,
        )


def _records(sources: Iterable[str | Source | Refused], reach: _Reach) -> Iterator[Record | Refused]:
    for given in sources:
        for source in expanded([given]) if isinstance(given, str) else [given]:
            if isinstance(source, Refused):
                yield source
                continue
            try:
                yield from _of(source, reach)
            except Refused as refused:
                yield refused


def _of(source: Source, reach: _Reach) -> Iterator[Record | Refused]:
    if source.url is not None:
        from allegedly.intake import web

        yield from web.read(source.name, source.url, reach.fetcher, reach.terms, reach.characters, follow=reach.fetch)
        return
    terms = reach.terms._replace(fetcher=reach.fetcher) if reach.fetch else reach.terms
    if source.file is not None:
        named = PurePath(source.name).name
        yield from records(Input(source.name, source.file, filename=named, characters=reach.characters, terms=terms))
        return
    if source.path is None:
        yield from records(Input(source.name, reach.stdin or sys.stdin.buffer, characters=reach.characters, terms=terms))
        return
    with opened(source.name, source.path) as file:
        yield from records(Input(source.name, file, filename=source.path.name, characters=reach.characters, terms=terms))
