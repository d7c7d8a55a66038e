"""The judged denials of news are as their format says, and are counted as it says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.reading.reader import read_article
from allegedly.weighing.claims.keeping import bring_up_to_date
from benchmarks.weigh_copies import article
from benchmarks.weigh_denials import Denial, Place, judged, score

PIER = (
    "Ana Ruiz alleged that Mayor Tomas Brekk had taken gifts from the builders of the pier. Brekk denied the allegations."
    " The band played until the harbour lights went out."
)


def test_parts() -> None:
    """Sixty for developing, forty held back; each stands somewhere once, and what denies nothing has nothing that it denies."""
    dev, held = judged("dev"), judged("held")
    assert (len(dev), len(held)) == (60, 40)
    assert len({denial.at for denial in (*dev, *held)}) == 100
    for denial in (*dev, *held):
        assert all(0 <= place.start < place.end for place in (denial.at, *denial.same, *denial.other))
        assert denial.denies or not (denial.same or denial.other)
        assert {place.article for place in denial.same} <= {denial.at.article}
        assert denial.at.article not in {place.article for place in denial.other}


def test_score(tmp_path: Path) -> None:
    """A denial is right where it stands against what it denies, and missed where the ledger has neither."""
    with Ledger(tmp_path / "a.ledger", make=True) as ledger:
        connection: sqlite3.Connection = ledger._connection
        run = Adding(connection, "test")
        given = article({"text": PIER, "outlet": "The Oster Courier", "published": "2026-03-02"}, "pier")
        run.put(given, read_article(given))
        run.flush()
        bring_up_to_date(connection)
        at, said = PIER.index("the allegations"), PIER.index("that Mayor")
        denied = Place("pier", said, PIER.index(". Brekk"))
        right = Denial("dev", Place("pier", at, at + 15), denies=True, same=(denied,), other=())
        wrong = right._replace(same=(Place("pier", PIER.index("The band"), len(PIER)),))
        missed = right._replace(at=Place("elsewhere", 0, 9))
        assert list(score(connection, [right, wrong, missed]).rows()) == [
            ("what it denies is put forward, by the reader", "3"),
            ("and it stands against that", "1  0.333"),
            ("stands against anything that somebody puts forward", "2"),
            ("and denies it", "1  0.500"),
        ]
