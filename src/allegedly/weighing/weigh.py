"""The whole of weighing: four steps in order, each brought up to date with what is new or changed since it was last done."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from threadpoolctl import threadpool_limits

from allegedly.ledger.store import writing
from allegedly.weighing import decided
from allegedly.weighing.claims import keeping as claims
from allegedly.weighing.claims import paired
from allegedly.weighing.copies import keeping as copies
from allegedly.weighing.entities import keeping as entities
from allegedly.weighing.entities.authority import put_lists
from allegedly.weighing.garbage import seldom_collected
from allegedly.weighing.helpers import Helpers
from allegedly.weighing.origins import keeping as origins
from allegedly.weighing.origins.families import put_families
from allegedly.weighing.origins.tracing import begin

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
STEPS = {"copies": copies, "entities": entities, "claims": claims, "origins": origins}
"""The steps, in order."""
BESIDE = ("entities", "claims", "copies", "origins")
"""The same where another process looks at statements beside the first, and compares copies beside the second."""
_FEW, _MANY = 50, 1_000
"""New articles, from which on another process is worth the second that it takes to begin, and up to which it is worth its memory:
for a whole large ledger both together would take half as much again as one."""


@dataclass
class Weighed:
    """What came of it."""

    articles: int = 0
    """Articles in the ledger."""
    claims: int = 0
    """Claims of more than one article."""
    disputed: int = 0
    """Of these, those that somebody denies."""
    single: int = 0
    """Of these, those of several outlets that come from one origin."""
    circular: int = 0
    """Of these, those whose outlets cite one another."""
    steps: dict[str, str] = field(default_factory=dict)
    """What each step did, in words."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each step took."""

    def __str__(self) -> str:
        claims, articles = ("claim" if self.claims == 1 else "claims"), ("article" if self.articles == 1 else "articles")
        parts = [f"{self.claims:,} {claims} of more than one article among {self.articles:,} {articles}"]
        if self.disputed:
            parts.append(f"{self.disputed:,} disputed")
        if self.single:
            parts.append(f"{self.single:,} by several outlets from a single origin")
        if self.circular:
            parts.append(f"{self.circular:,} circular")
        return "; ".join(parts)


def weigh(
    connection: sqlite3.Connection,
    *,
    families: Path | None = None,
    authorities: Sequence[Path] = (),
    processes: int = 1,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> Weighed:
    """Bring copies, entities, claims and origins up to date, in this order.

    Args:
        connection: The ledger.
        families: A list of outlets and their publishers, which takes the place of an earlier one.
        authorities: Lists of who is who, which take the place of earlier ones.
        processes: How many work, this one among them: others compare, and trace origins. Where little or very much is new it
            is alone.
        on_progress: Called with the step, and how many of how many parts of it are done.

    Raises:
        BadFamilies: The list of publishers cannot be read.
        BadList: A list of who is who cannot be read.
        ValueError: ``processes`` is below 1.
    """
    if processes < 1:
        raise ValueError(f"{processes} processes cannot weigh; give 1 or more")
    done = Weighed()
    if families is not None:
        with writing(connection):
            put_families(connection, families)
    if authorities:
        with writing(connection):
            put_lists(connection, authorities)
    # NumPy's products are small here: on several threads these wait for one another in loops, which takes more of the
    # processor than all that is multiplied, and takes it from the encoder.
    with ExitStack() as stack:
        settle = stack.enter_context(seldom_collected())
        stack.enter_context(threadpool_limits(1, "blas"))
        helpers = stack.enter_context(_helpers(connection, processes - 1))
        ahead: dict[str, Future[Any]] = {}
        if helpers:
            if due := claims.due(connection):
                ahead["claims"] = helpers.submit(paired.ahead_in, due)
            ahead["copies"] = helpers.submit(copies.ahead_in)
            for _ in range(helpers.many):
                helpers.submit(begin)
        for step in BESIDE if helpers else STEPS:
            begun = time.monotonic()
            settle()

            def tick(count: int, of: int, step: str = step) -> None:
                if on_progress:
                    on_progress(step, count, of)

            more: dict[str, object] = {}
            if step in ahead:
                more["ahead"] = _given(ahead[step])
            elif step == "origins":
                more["helpers"] = helpers
            done.steps[step] = str(STEPS[step].bring_up_to_date(connection, on_progress=tick, **more))
            if step == "claims":
                with writing(connection):
                    decided.apply(connection)
            done.seconds[step] = time.monotonic() - begun
    done.steps = {step: done.steps[step] for step in STEPS}
    done.seconds = {step: done.seconds[step] for step in STEPS}
    done.articles = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    done.claims, done.disputed, done.single, done.circular = connection.execute(
        "SELECT count(*), coalesce(sum(denials > 0), 0), coalesce(sum(origins = 1 AND outlets > 1), 0),"
        " coalesce(sum(circular), 0) FROM claims WHERE articles > 1"
    ).fetchone()
    return done


def _given(ahead: Future[T]) -> T | None:
    """What a helper has found; nothing where it was killed."""
    try:
        return ahead.result()
    except BrokenProcessPool:
        return None


def _helpers(connection: sqlite3.Connection, many: int) -> AbstractContextManager[Helpers | None]:
    """So many processes beside this one, which get ready while other steps are done; none where little is new, or very much."""
    (new,) = connection.execute(
        "SELECT count(*) FROM articles WHERE article NOT IN (SELECT article FROM weighed WHERE step = 'origins')"
    ).fetchone()
    path = next(file for _, name, file in connection.execute("PRAGMA database_list") if name == "main")
    return Helpers(path, many) if many and _FEW <= new <= _MANY else nullcontext()
