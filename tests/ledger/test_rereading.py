"""Articles read again: the machine's findings are replaced, people's decisions stay, and cut off it goes on where it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.model import Reading, to_json
from tests.ledger.conftest import stored

NAVY = "acc6fb7de38d"


def older(ledger: Ledger, version: str = "0.0.1") -> None:
    """Let the ledger's readings be those of an older version."""
    ledger._connection.execute("UPDATE readings SET version = ?", (version,))


def test_what_an_older_version_read_is_read_again(ledger: Ledger, readings: list[Reading]) -> None:
    """Each article once; the older version stays on record; nothing is left to do the second time."""
    stored(ledger, readings)
    older(ledger)
    done = ledger.reread(reader="rules")
    assert (done.read, done.left, done.orphaned, done.refused) == (len(readings), 0, 0, [])
    assert done.statements == sum(len(r.statements) for r in readings)
    assert [to_json(r) for r in ledger] == [to_json(r) for r in readings]
    reads = ledger.history(NAVY).reads
    assert [(r.version, bool(r.replaced)) for r in reads] == [("0.0.1", True), (readings[0].reader.version, False)]
    again = ledger.reread(reader="rules")
    assert str(again) == f"0 read again (0 statements); {len(readings)} left as they are"
    assert list(ledger.check()) == []


def test_every_article_is_read_where_asked(ledger: Ledger, readings: list[Reading]) -> None:
    """With ``every`` also what the present reader read is read again, to the same bytes."""
    stored(ledger, readings[:2])
    assert ledger.reread(every=True, reader="rules", processes=2).read == 2
    assert [to_json(r) for r in ledger] == [to_json(r) for r in readings[:2]]


def test_nobody_is_left_over(ledger: Ledger, readings: list[Reading]) -> None:
    """Entities across articles that no reading names any more are gone, those of other articles stay."""
    stored(ledger, readings)

    def names() -> list[tuple[str, str]]:
        return ledger._connection.execute("SELECT kind, name FROM entities ORDER BY kind, name").fetchall()

    before = names()
    number = next(e.id for e in ledger.reading(NAVY).entities if e.name == "Tomas Brekk")
    (made,) = ledger.review("correct", f"{NAVY}:{number}", changes={"name": "Captain Tomas Brekk"}, who="Ana", why="x")
    assert set(names()) ^ set(before) == {("person", "Tomas Brekk"), ("person", "Captain Tomas Brekk")}
    ledger.reread(reader="trained")
    ledger.review("withdraw", made.id, who="Ana", why="x")
    ledger.reread(reader="rules")
    assert names() == before


def test_reviews_stay(ledger: Ledger, readings: list[Reading]) -> None:
    """What people decided holds of the new reading too, also where that is another reader's."""
    stored(ledger, readings)
    ledger.review("reject", f"{NAVY}:s4", who="Ana", why="for the test")
    ledger.review("correct", f"{NAVY}:s3", changes={"act": "promise"}, who="Ana", why="for the test")
    done = ledger.reread(reader="trained")
    assert (done.read, done.orphaned) == (len(readings), 0)
    shown = ledger.reading(NAVY)
    assert shown.reader.name == "allegedly-trained"
    (flares,) = ledger.find("flares", by="Brekk")
    assert (flares.statement.act, flares.statement.stance) == ("promise", "denies")
    assert not ledger.find("hurt by his sailors")
    assert list(ledger.check()) == []


def test_cut_off(ledger: Ledger, readings: list[Reading]) -> None:
    """What was read again before it was cut off is not read a third time."""
    stored(ledger, readings)
    older(ledger)
    seen = 0

    def stop(_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.reread(reader="rules", on_article=stop)
    done = ledger.reread(reader="rules")
    assert (done.read, done.left) == (len(readings) - 5, 5)
    assert [to_json(r) for r in ledger] == [to_json(r) for r in readings]


def test_what_is_kept_unread_is_read_where_asked(ledger: Ledger, tmp_path: Path) -> None:
    """An article that is not in English stays unread, unless it is forced."""
    german = "Der Minister sagte am Montag, dass die Brücke nicht sicher ist und von der Stadt gesperrt wird."
    (tmp_path / "de.txt").write_text(german, encoding="utf-8")
    ledger.add([tmp_path / "de.txt"], reader="rules")
    assert str(ledger.reread(reader="rules")) == "0 read again (0 statements); 1 left as they are"
    assert ledger.reread(force=True, reader="rules").read == 1
    assert [r.article.language for r in ledger] == ["de"]
    with pytest.raises(BadLedger, match=r"holds no article 0000000"):
        ledger.history("0000000")


def test_versions_say_what_changed(ledger: Ledger, tmp_path: Path) -> None:
    """The same URL with changed text: what is said anew and no more, decisions applied."""
    import io

    from allegedly.publishing import versions

    for number, words in enumerate(("would close. The council denied it", "would stay open. The council denied it"), 1):
        row = {"url": "https://example.org/bridge", "title": "Bridge", "text": f"Mayor Ana Ruiz said that the bridge {words}."}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        ledger.add([tmp_path / f"{number}.jsonl"], reader="rules")
    (found,) = ledger.find("bridge", by="Ruiz")
    file = io.StringIO()
    versions.write(ledger.versions(found.id), file)
    lines = file.getvalue().splitlines()
    assert [line[:9] for line in lines if line.startswith("Version")] == ["Version 1", "Version 2"]
    assert lines[2:] == ["  + Ana Ruiz: that the bridge would stay open", "  - Ana Ruiz: that the bridge would close"]
    assert [article.id for article, _ in ledger.versions(found.id)] == [
        article.id for article, _ in ledger.versions(ledger.versions(found.id)[0][0].id)
    ]
