"""Reading from Python: one article or many, the same as on the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from allegedly.errors import Refused
from allegedly.intake import MAX_CHARACTERS, Source, article_from_text, articles, articles_from_path, checked, web_address
from allegedly.model import Reading

if TYPE_CHECKING:
    from allegedly.publishing.network import Network

_PATHLIKE = re.compile(r"[^\s]*[/\\][^\s]*|[^\s]+\.[A-Za-z0-9]{1,8}")


def read(
    source: str | Path,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    byline: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    allow_private: bool = False,
    pipeline: str | None = None,
    reader: str = "trained",
    gazetteer: str | Path | None = None,
    explain: bool = False,
) -> Reading:
    """Read one article.

    Args:
        source: A path, a web address, or a text. A string is a path where a file of that name exists, or where it looks
            like one. A web address is fetched.
        title: Its headline. What is given here counts before what the article says of itself.
        published: Its day of publication, from which *last weekend* is reckoned: ``2019-12-18``.
        outlet: Who published it.
        url: Where it was published.
        byline: Who wrote it.
        force: Read it even where it does not look like English.
        mend: Mend text that was decoded wrongly before it came here (``â€™`` for ``’``).
        max_characters: Longer articles are refused.
        allow_private: Fetch from machines of the own network too.
        pipeline: Name of the spaCy pipeline, see :mod:`allegedly.reading.pipeline`.
        reader: ``trained``, or ``rules`` for the rules alone: quicker, and it finds less.
        gazetteer: A table of places that adds to the packaged gazetteer, or a gazetteer's SQLite file that replaces it.
        explain: Whether each record says in ``why`` why it is as it is; nothing else of the reading changes.

    Raises:
        Refused: The article cannot be read: missing, binary, empty, too long, in another language, not to be fetched.
        NoPipeline: The spaCy pipeline is not installed.
        BadGazetteer: The gazetteer is missing, or is neither.
        ValueError: ``published`` is no day; there is no such reader; the file holds several articles.
    """
    from allegedly.reading.reader import check_reader, read_article

    check_reader(reader)
    path = _path(source)
    if path is None:
        article = article_from_text(str(source), title=title, outlet=outlet, url=url, byline=byline, published=published)
        if published and article.published is None:
            raise ValueError(f"{published!r} cannot be read as a day; write it as 2019-12-18")
        checked(article, "the text", force=force, max_characters=max_characters)
        return read_article(article, pipeline=pipeline, reader=reader, gazetteer=gazetteer, explain=explain)
    found = list(
        articles_from_path(
            path,
            published=published,
            outlet=outlet,
            force=force,
            mend=mend,
            max_characters=max_characters,
            allow_private=allow_private,
        )
    )
    if len(found) != 1:
        raise ValueError(f"{path}: holds {len(found)} articles; read_many gives them one by one")
    article = found[0]
    if title or url or byline:
        article = article_from_text(
            article.text,
            title=title or article.title,
            outlet=article.outlet,
            url=url or article.url,
            byline=byline or article.byline,
            published=article.published,
            key=article.key,
        )
    return read_article(article, pipeline=pipeline, reader=reader, gazetteer=gazetteer, explain=explain)


def _path(source: str | Path) -> Path | str | None:
    """The path or web address that is meant, or null where the source is a text."""
    if isinstance(source, Path):
        return source
    if len(source) > 2000 or "\n" in source or "\0" in source:
        return None
    if web_address(source) and not any(c.isspace() for c in source.strip()):
        return source
    try:
        exists = Path(source).exists()
    except (OSError, ValueError):
        exists = False
    return Path(source) if source and (exists or _PATHLIKE.fullmatch(source)) else None


def network(reading: Reading) -> Network:
    """The system that an article describes: its entities, and the ties and happenings that are said to join them.

    Its ``nodes`` and ``edges`` are there to be looked at, each edge with its voices and the words that say it; ``write``
    does what ``allegedly read ARTICLE --network FILE`` does.

    Args:
        reading: What was read.
    """
    from allegedly.publishing.network import Network

    return Network(reading)


def read_many(
    sources: Iterable[str | Path | Source],
    *,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    max_unpacked: int | None = None,
    map: Mapping[str, str] | None = None,  # noqa: A002 (the command's own word for it)
    fetch: bool = False,
    allow_private: bool = False,
    pipeline: str | None = None,
    reader: str = "trained",
    gazetteer: str | Path | None = None,
    explain: bool = False,
    processes: int = 1,
    stdin: BinaryIO | None = None,
    on_refused: Callable[[Refused], None] | None = None,
    on_warning: Callable[[str], None] | None = None,
) -> Iterator[Reading]:
    """Read many articles, one after the other as they are asked for; in the order of the sources on any number of processes.

    Args:
        sources: Files, folders, globs, web addresses, ``-`` for standard input.
        published: Day of publication of all of them.
        outlet: Outlet of all of them.
        force: Read what does not look like English.
        mend: Mend text that was decoded wrongly before it came here.
        max_characters: Longer articles are refused.
        max_unpacked: Bytes that a packed file or an archive may unpack to; where it is null, a hundred times its size, and
            twenty million at least.
        map: Which column of a table, or field of a JSON record, is read as what: ``{"text": "body", "title": "headline"}``. What
            is not set is guessed by the usual names, and told to ``on_warning``.
        fetch: Fetch what feeds and lists of feeds in files link to. A web address that is named is always fetched.
        allow_private: Fetch from machines of the own network too.
        pipeline: Name of the spaCy pipeline.
        reader: ``trained``, or ``rules`` for the rules alone.
        gazetteer: A table of places that adds to the packaged gazetteer, or a gazetteer's SQLite file that replaces it.
        explain: Whether each record says in ``why`` why it is as it is; nothing else of the reading changes.
        processes: How many processes read.
        stdin: What ``-`` reads; standard input where it is null.
        on_refused: Called for each input that is not read; where it is null, the first one is raised.
        on_warning: Called with a sentence for what is read but should be looked at.

    Raises:
        Refused: An input cannot be read, and ``on_refused`` is null.
        NoPipeline: The spaCy pipeline is not installed.
        BadGazetteer: The gazetteer is missing, or is neither.
        ValueError: ``published`` is no day, ``processes`` is below 1, ``map`` names no field, or there is no such reader.
    """
    from allegedly.reading.batch import read_articles
    from allegedly.reading.reader import check_reader

    check_reader(reader)
    if processes < 1:
        raise ValueError(f"{processes} processes cannot read; give 1 or more")
    refused = on_refused or _raise
    given = articles(
        [str(s) if isinstance(s, Path) else s for s in sources],
        published=published,
        outlet=outlet,
        force=force,
        mend=mend,
        max_characters=max_characters,
        max_unpacked=max_unpacked,
        map=map,
        fetch=fetch,
        allow_private=allow_private,
        stdin=stdin,
        on_refused=refused,
        on_warning=on_warning,
    )
    return read_articles(
        given,
        pipeline=pipeline,
        reader=reader,
        processes=processes,
        on_failed=lambda _, error: refused(error),
        gazetteer=gazetteer,
        explain=explain,
    )


def _raise(refused: Refused) -> None:
    raise refused
