"""Articles in, readings out, in their order, on one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from allegedly.errors import AllegedlyError, BadGazetteer, NoPipeline, Refused, Unreadable
from allegedly.interrupts import unheard
from allegedly.model import Article, Reading, from_json, to_json
from allegedly.reading.gazetteer import use
from allegedly.reading.reader import read_article

if TYPE_CHECKING:
    from concurrent.futures import Future

Failed = Callable[[Article, Refused], None]

_AHEAD = 4
"""Articles handed out for each process before the first of them is back; bounds what is held in memory."""


def read_articles(
    given: Iterable[Article],
    *,
    pipeline: str | None,
    reader: str,
    processes: int,
    on_failed: Failed,
    gazetteer: str | Path | None = None,
    explain: bool = False,
) -> Iterator[Reading]:
    """Read articles one after the other as they are asked for.

    Args:
        given: The articles.
        pipeline: Name of the spaCy pipeline.
        reader: Which reader.
        processes: How many processes read; with one it is this one.
        on_failed: Called with each article on which the reader itself fails, and what went wrong; the rest goes on.
        gazetteer: A gazetteer of the user's; see :func:`allegedly.reading.gazetteer.use`.
        explain: Whether the records of the readings say why they are as they are.

    Raises:
        NoPipeline: The spaCy pipeline is not installed.
        BadGazetteer: The gazetteer is missing or is none.
        AllegedlyError: A reading process ended before its time.
    """
    use(gazetteer)
    if processes > 1:
        yield from _several(given, pipeline, reader, processes, on_failed, gazetteer, explain=explain)
        return
    for article in given:
        try:
            reading = read_article(article, pipeline=pipeline, reader=reader, gazetteer=gazetteer, explain=explain)
        except (NoPipeline, BadGazetteer):
            raise
        except Exception as error:  # noqa: BLE001 (one article must not end the batch)
            on_failed(article, _fault(article, error))
            continue
        yield reading


def _fault(article: Article, error: Exception) -> Refused:
    """A fault of the reader, told like any other input that is not read."""
    name = article.key or article.title or article.url or article.id[:19]
    reason = f"could not be read because of a fault of the reader ({type(error).__name__}: {error}); please report it"
    return Unreadable(name, " ".join(reason.split()))


def _several(
    given: Iterable[Article],
    pipeline: str | None,
    reader: str,
    processes: int,
    on_failed: Failed,
    gazetteer: str | Path | None,
    *,
    explain: bool,
) -> Iterator[Reading]:
    """The same on several processes: handed out in order, taken back in order."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_prepare, initargs=(pipeline,))
    waiting: deque[tuple[Article, Future[bytes]]] = deque()
    try:
        for article in given:
            with unheard():
                waiting.append((article, pool.submit(_read_apart, article, pipeline, reader, gazetteer, explain=explain)))
            if len(waiting) >= processes * _AHEAD:
                yield from _take_back(waiting, on_failed)
        while waiting:
            yield from _take_back(waiting, on_failed)
    except BrokenProcessPool as error:
        raise AllegedlyError(
            "a reading process ended before its time, for want of memory as a rule; read with fewer --processes"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _take_back(waiting: deque[tuple[Article, Future[bytes]]], on_failed: Failed) -> Iterator[Reading]:
    from concurrent.futures.process import BrokenProcessPool

    article, future = waiting.popleft()
    try:
        data = future.result()
    except (NoPipeline, BadGazetteer, BrokenProcessPool):
        raise
    except Exception as error:  # noqa: BLE001 (one article must not end the batch)
        on_failed(article, _fault(article, error))
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


def _read_apart(article: Article, pipeline: str | None, reader: str, gazetteer: str | Path | None, *, explain: bool) -> bytes:
    return to_json(read_article(article, pipeline=pipeline, reader=reader, gazetteer=gazetteer, explain=explain))
