"""Additions that run while their pages are looked at: one after the other, in a thread of their own."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from allegedly.errors import AllegedlyError, Refused
from allegedly.intake import Source
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Added
from allegedly.model import Article

T = TypeVar("T")
_WAITING = 8
"""Additions that may wait; each holds what was sent."""
_KEPT = 50
"""Additions whose pages are kept when they are done."""
_LISTED = 200
"""Articles, refusals and notes that a page lists."""


class Busy(AllegedlyError):
    """Too many additions wait already."""


class _Stopped(Exception):
    """The server ends."""


@dataclass(slots=True)
class Job:
    """One addition."""

    id: str
    given: tuple[Source | Refused, ...]
    published: str | None
    outlet: str | None
    command: str
    state: Literal["waiting", "reading", "done", "stopped"] = "waiting"
    read: int = 0
    """Articles that are done, read now or there before."""
    articles: list[tuple[str, str]] = field(default_factory=list)
    """The first of them: id, and title or first words."""
    refused: list[Refused] = field(default_factory=list)
    refusals: int = 0
    notes: list[str] = field(default_factory=list)
    added: Added | None = None
    wrong: str | None = None
    """Why it could not be done, a sentence."""

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return self.state in ("done", "stopped")

    def close(self) -> None:
        """Let go of what was sent."""
        for one in self.given:
            if isinstance(one, Source) and one.file is not None:
                one.file.close()
        self.given = ()


class Jobs:
    """The additions of one run of the server."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._ending = False

    def of(self, name: str) -> Job | None:
        """The addition with this id; null where there is none, or it was long ago."""
        return self._jobs.get(name)

    def begin(self, given: Sequence[Source | Refused], *, published: str | None, outlet: str | None, command: str) -> Job:
        """Put an addition in line. What was sent with it is closed when it is over, or where there is no room for it.

        Raises:
            Busy: Too many wait.
        """
        job = Job(secrets.token_urlsafe(12), tuple(given), published, outlet, command)
        if sum(not other.over for other in self._jobs.values()) >= _WAITING:
            job.close()
            raise Busy("Too many additions wait already; try again when the first is done")
        self._jobs[job.id] = job
        while len(self._jobs) > _KEPT and next(iter(self._jobs.values())).over:
            self._jobs.popitem(last=False)
        self._pool.submit(self._run, job)
        return job

    def close(self) -> None:
        """End: what is read just now is kept, what waits is let go."""
        self._ending = True
        self._pool.shutdown()

    def _run(self, job: Job) -> None:
        try:
            with Ledger(self._path) as ledger:
                self._goes_on()
                job.state = "reading"
                job.added = ledger.add(
                    job.given,
                    published=job.published,
                    outlet=job.outlet,
                    command=job.command,
                    on_refused=lambda refused: _refuse(job, refused),
                    on_warning=lambda sentence: _few(job.notes, sentence),
                    on_article=self._counter(job),
                )
            job.state = "done"
        except _Stopped:
            job.state = "stopped"
        except AllegedlyError as error:
            job.state, job.wrong = "stopped", str(error)
        except Exception:
            job.state, job.wrong = (
                "stopped",
                "something is wrong in Allegedly itself; the terminal in which it was started says what",
            )
            raise
        finally:
            job.close()

    def _counter(self, job: Job) -> Callable[[Article], None]:
        def count(article: Article) -> None:
            job.read += 1
            begin = article.dateline.span[1] if article.dateline else 0
            _few(job.articles, (article.id, article.title or article.text[begin : begin + 120]))
            self._goes_on()

        return count

    def _goes_on(self) -> None:
        if self._ending:
            raise _Stopped


def _refuse(job: Job, refused: Refused) -> None:
    job.refusals += 1
    _few(job.refused, refused)


def _few(kept: list[T], one: T) -> None:
    if len(kept) < _LISTED:
        kept.append(one)
