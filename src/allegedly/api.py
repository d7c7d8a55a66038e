"""Reading from Python: one article or many, the same as on the command line."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from allegedly.errors import AllegedlyError, NoPipeline, Refused, Unreadable
from allegedly.intake import MAX_CHARACTERS, Source, article_from_text, articles, articles_from_path, checked
from allegedly.model import Article, Reading, from_json, to_json

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_AHEAD = 4
"""Articles handed out for each process before the first of them is back; bounds what is held in memory."""
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
    pipeline: str | None = None,
    reader: str = "trained",
) -> Reading:
    """Read one article.

    Args:
        source: A path, or a text. A string is a path where a file of that name exists, or where it looks like one.
        title: Its headline. What is given here counts before what the article says of itself.
        published: Its day of publication, from which *last weekend* is reckoned: ``2019-12-18``.
        outlet: Who published it.
        url: Where it was published.
        byline: Who wrote it.
        force: Read it even where it does not look like English.
        mend: Mend text that was decoded wrongly before it came here (``â€™`` for ``’``).
        max_characters: Longer articles are refused.
        pipeline: Name of the spaCy pipeline, see :mod:`allegedly.reading.pipeline`.
        reader: ``trained``, or ``rules`` for the rules alone: quicker, and it finds less.

    Raises:
        Refused: The article cannot be read: missing, binary, empty, too long, in another language.
        NoPipeline: The spaCy pipeline is not installed.
        ValueError: ``published`` is no day; the file holds several articles.
    """
    from allegedly.reading.reader import read_article

    path = _path(source)
    if path is None:
        article = article_from_text(str(source), title=title, outlet=outlet, url=url, byline=byline, published=published)
        if published and article.published is None:
            raise ValueError(f"{published!r} cannot be read as a day; write it as 2019-12-18")
        checked(article, "the text", force=force, max_characters=max_characters)
        return read_article(article, pipeline=pipeline, reader=reader)
    found = list(
        articles_from_path(path, published=published, outlet=outlet, force=force, mend=mend, max_characters=max_characters)
    )
    if len(found) > 1:
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
    return read_article(article, pipeline=pipeline, reader=reader)


def _path(source: str | Path) -> Path | None:
    """The path that is meant, or null where the source is a text."""
    if isinstance(source, Path):
        return source
    if len(source) > 1000 or "\n" in source or "\0" in source:
        return None
    try:
        exists = Path(source).exists()
    except (OSError, ValueError):
        exists = False
    return Path(source) if source and (exists or _PATHLIKE.fullmatch(source)) else None


def read_many(
    sources: Iterable[str | Path | Source],
    *,
    published: str | None = None,
    outlet: str | None = None,
    force: bool = False,
    mend: bool = False,
    max_characters: int = MAX_CHARACTERS,
    pipeline: str | None = None,
    reader: str = "trained",
    processes: int = 1,
    stdin: BinaryIO | None = None,
    on_refused: Callable[[Refused], None] | None = None,
    on_warning: Callable[[str], None] | None = None,
) -> Iterator[Reading]:
    """Read many articles, one after the other as they are asked for; in the order of the sources on any number of processes.

    Args:
        sources: Files, folders, globs, ``-`` for standard input.
        published: Day of publication of all of them.
        outlet: Outlet of all of them.
        force: Read what does not look like English.
        mend: Mend text that was decoded wrongly before it came here.
        max_characters: Longer articles are refused.
        pipeline: Name of the spaCy pipeline.
        reader: ``trained``, or ``rules`` for the rules alone.
        processes: How many processes read.
        stdin: What ``-`` reads; standard input where it is null.
        on_refused: Called for each input that is not read; where it is null, the first one is raised.
        on_warning: Called with a sentence for what is read but should be looked at.

    Raises:
        Refused: An input cannot be read, and ``on_refused`` is null.
        NoPipeline: The spaCy pipeline is not installed.
        ValueError: ``published`` is no day, or ``processes`` is below 1.
    """
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
        stdin=stdin,
        on_refused=refused,
        on_warning=on_warning,
    )
    return _one(given, pipeline, reader, refused) if processes == 1 else _several(given, pipeline, reader, processes, refused)


def _raise(refused: Refused) -> None:
    raise refused


def _name(article: Article) -> str:
    return article.key or article.title or article.url or article.id[:19]


def _failed(article: Article, error: Exception) -> Refused:
    """An article on which the reader itself fails: told like any other that is not read, so that the rest goes on."""
    reason = f"could not be read because of a fault of the reader ({type(error).__name__}: {error}); please report it"
    return Unreadable(_name(article), " ".join(reason.split()))


def _one(given: Iterator[Article], pipeline: str | None, reader: str, refused: Callable[[Refused], None]) -> Iterator[Reading]:
    from allegedly.reading.reader import read_article

    for article in given:
        try:
            reading = read_article(article, pipeline=pipeline, reader=reader)
        except NoPipeline:
            raise
        except Exception as error:  # noqa: BLE001 (one article must not end the batch)
            refused(_failed(article, error))
            continue
        yield reading


def _several(
    given: Iterator[Article], pipeline: str | None, reader: str, processes: int, refused: Callable[[Refused], None]
) -> Iterator[Reading]:
    """The same on several processes: handed out in order, taken back in order."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_prepare, initargs=(pipeline,))
    waiting: deque[tuple[Article, Future[bytes]]] = deque()
    try:
        for article in given:
            _hand_out(pool, waiting, article, pipeline, reader)
            if len(waiting) >= processes * _AHEAD:
                yield from _take_back(waiting, refused)
        while waiting:
            yield from _take_back(waiting, refused)
    except BrokenProcessPool as error:
        raise AllegedlyError(
            "a reading process ended before its time, for want of memory as a rule; read with fewer --processes"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor, waiting: deque[tuple[Article, Future[bytes]]], article: Article, pipeline: str | None, reader: str
) -> None:
    waiting.append((article, pool.submit(_read_apart, article, pipeline, reader)))


def _take_back(waiting: deque[tuple[Article, Future[bytes]]], refused: Callable[[Refused], None]) -> Iterator[Reading]:
    from concurrent.futures.process import BrokenProcessPool

    article, future = waiting.popleft()
    try:
        data = future.result()
    except (NoPipeline, BrokenProcessPool):
        raise
    except Exception as error:  # noqa: BLE001 (one article must not end the batch)
        refused(_failed(article, error))
        return
    yield from_json(data)


def _prepare(pipeline: str | None) -> None:
    """Load the pipeline when a process starts, and leave Ctrl-C to the process that started it."""
    import signal

    from allegedly.reading import pipeline as pipelines

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipelines.load(pipeline)
    except NoPipeline:
        return  # told by the first article that asks for it


def _read_apart(article: Article, pipeline: str | None, reader: str) -> bytes:
    from allegedly.reading.reader import read_article

    return to_json(read_article(article, pipeline=pipeline, reader=reader))
