"""Additions beside everything else: one after the other, not too many, and ended with the server."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import pytest

from allegedly.errors import Unreadable
from allegedly.intake import Source
from allegedly.ledger import Ledger
from allegedly.web.jobs import Busy, Job, Jobs


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty ledger."""
    Ledger(tmp_path / "desk.ledger", make=True).close()
    return tmp_path / "desk.ledger"


def given(jobs: Jobs, number: int) -> tuple[Job, BytesIO]:
    """An addition of one file without words."""
    file = BytesIO(b" \n")
    return jobs.begin([Source(f"{number}.txt", None, file=file)], published=None, outlet=None, command="the test"), file


def over(job: Job) -> Job:
    """The addition when it is over."""
    for _ in range(300):
        if job.over:
            return job
        time.sleep(0.1)
    raise AssertionError(job)


def test_few_wait_and_the_rest_is_turned_away(path: Path) -> None:
    """Eight may wait while another command writes; the ninth is told so, and what was sent with it is let go."""
    jobs = Jobs(path)
    with Ledger(path) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        waiting = [given(jobs, number) for number in range(8)]
        ninth = BytesIO(b" \n")
        with pytest.raises(Busy) as refused:
            jobs.begin([Source("9.txt", None, file=ninth)], published=None, outlet=None, command="the test")
        assert str(refused.value) == "Too many additions wait already; try again when the first is done"
        assert ninth.closed
        other._connection.execute("ROLLBACK")
    for job, file in waiting:
        assert [str(one) for one in over(job).refused] == [
            f"{file_name(job)} holds nothing but white space; give a file with an article in it"
        ]
        assert (job.state, file.closed) == ("done", True)
    assert jobs.of(waiting[0][0].id) is waiting[0][0]
    assert jobs.of("another") is None
    jobs.close()


def file_name(job: Job) -> str:
    """How the refusal of an addition's file begins."""
    return f"{job.refused[0].name}:"


def test_what_waits_when_the_server_ends_is_let_go(path: Path) -> None:
    """The one that is read is ended, those that wait are not begun; nothing that was sent is left open."""
    jobs = Jobs(path)
    with Ledger(path) as other:
        other._connection.execute("BEGIN IMMEDIATE")
        first, second = given(jobs, 1), given(jobs, 2)
        jobs._ending = True
        other._connection.execute("ROLLBACK")
    jobs.close()
    assert first[0].over
    assert (second[0].state, second[0].wrong, first[1].closed, second[1].closed) == ("stopped", None, True, True)


def test_what_goes_wrong_is_told(path: Path) -> None:
    """A ledger that is not there any more is a sentence, and refusals that were known before are on record."""
    jobs = Jobs(path)
    job = over(jobs.begin([Unreadable("ftp://a", "is none")], published=None, outlet=None, command="the test"))
    assert (job.state, job.refusals) == ("done", 1)
    path.unlink()
    assert over(given(jobs, 1)[0]).wrong == f"{path}: there is no such ledger; 'allegedly add' makes one"
    jobs.close()
