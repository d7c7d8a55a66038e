"""Statements found again by words, voice, subject, stance, date and the rest."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from allegedly.errors import BadLedger
from allegedly.ledger import Ledger
from allegedly.ledger.finding import CLOSE, OPEN
from allegedly.model import Reading
from benchmarks.copies import copies
from tests.ledger.conftest import stored


def said(ledger: Ledger, words: str = "", **wanted: object) -> str:
    """The words of all that is found, a line each."""
    return "\n".join(f.highlighted for f in ledger.find(words, limit=1000, **wanted))  # type: ignore[arg-type]


def test_everything(whole: Ledger, readings: list[Reading]) -> None:
    """Without a filter everything is found, and each is the statement that was read."""
    found = whole.find(limit=10_000)
    assert len(found) == sum(len(r.statements) for r in readings)
    by_id = {r.article.id: r for r in readings}
    for one in found:
        assert one.statement in by_id[one.article.id].statements
        assert one.article == by_id[one.article.id].article


def test_words(whole: Ledger) -> None:
    """Words are found in any form of case and accent, phrases in a row, beginnings by a star; what was found is marked."""
    assert f"{OPEN}opened fire{CLOSE}" in said(whole, '"OPENED fire"')
    assert said(whole, "fire opened trawler") == said(whole, "trawler fire opened")
    assert "flares" in said(whole, "flar*")
    assert said(whole, "flares NOT flares") == ""
    assert said(whole, "zzzzqqq") == ""


def test_by_and_about(whole: Ledger) -> None:
    """Who says it is found by the full or the short name, and whom it is about."""
    assert said(whole, by="Tomas Brekk") == said(whole, by="brekk") != ""
    assert "No shot was fired" in said(whole, by="Brekk")
    assert "drifted across" in said(whole, about="Tesmark")
    assert said(whole, by="?!") == ""


def test_by_another_name(ledger: Ledger, tmp_path: Path) -> None:
    """An abbreviation finds what is said under the full name in articles that do not have it, and the other way round."""
    texts = {
        "both": "The Federal Bureau of Investigation opened a case. The FBI said that the bridge was safe.",
        "full": "The Federal Bureau of Investigation said that the ferry was late.",
        "short": "The FBI said that the tunnel was closed.",
        "other": "New York said that the road was open.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ledger.add([tmp_path], reader="rules")
    for name in ("FBI", "f.b.i.", "the Federal Bureau of Investigation", "federal bureau of investigation's"):
        found = said(ledger, by=name)
        assert ("ferry" in found, "tunnel" in found, "road" in found) == (True, True, False), name


def test_by_pronoun(ledger: Ledger, tmp_path: Path) -> None:
    """What is said by *he* or *she* is found by the name of who is meant, in full or in part."""
    (tmp_path / "a.txt").write_text("Mayor Ana Ruiz opened the bridge. She said that the ferry was late.", encoding="utf-8")
    ledger.add([tmp_path], reader="rules")
    assert "the ferry was late" in said(ledger, "ferry", by="ruiz").replace(OPEN, "").replace(CLOSE, "")
    assert said(ledger, "ferry", by="Ana Ruiz") == said(ledger, "ferry", by="ruiz")


def test_by_the_outlet(whole: Ledger, readings: list[Reading]) -> None:
    """What an article says in its own voice is found by its outlet's name."""
    told = [s for r in readings if r.article.outlet == "Halmar Gazette" for s in r.statements if s.source.kind == "outlet"]
    found = [f.statement for f in whole.find(by="halmar gazette", limit=1000)]
    assert told
    assert all(s in found for s in told)


def test_few_and_many(ledger: Ledger, readings: list[Reading]) -> None:
    """Filters that fit few articles and such that fit most give what the readings have, alone and together."""
    many = list(copies(readings, 2000))
    stored(ledger, many)
    outlets = sorted({str(r.article.outlet) for r in many})
    ranges = ("2012-01-01 2013-06-30", "2014-02-27 2014-03-02", "2016-02-29 2016-12-31", "2012-05-05 2020-05-05")
    for since, until in map(str.split, ranges):
        for outlet in (None, outlets[0], "courier", "the"):
            for stance, sure in ((None, 0.0), ("affirms", 0.9), ("denies", 0.0), (None, 0.98)):
                expected = {
                    (r.article.id, s.id)
                    for r in many
                    if since <= str(r.article.published) <= until
                    and (outlet is None or (outlet != "the" and outlet.lower() in str(r.article.outlet).lower()))
                    for s in r.statements
                    if stance in (None, s.stance) and s.confidence >= sure
                }
                first, last = date.fromisoformat(since), date.fromisoformat(until)
                found = ledger.find(since=first, until=last, outlet=outlet, stance=stance, min_confidence=sure, limit=10_000)
                assert {(f.article.id, f.statement.id) for f in found} == expected


HOSTILE = [" OR ".join(["a*"] * 5000), "(" * 5000, '"' + "the " * 5000, "x" * 100_000, "-" * 5000, "a\ud800b \0", "NOT a NOT b"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile(whole: Ledger, typed: str) -> None:
    """Whatever is typed, wherever, is answered at once."""
    begin = time.monotonic()
    for name in ("words", "by", "about", "denied_by", "stance", "act", "evidence", "outlet", "label", "place"):
        whole.find(**{name: typed})  # type: ignore[arg-type]
    assert time.monotonic() - begin < 5


def test_denied(whole: Ledger) -> None:
    """What somebody denies is what they deny themselves and what they answer with a denial."""
    denied = said(whole, denied_by="navy")
    assert "had fired" in denied
    answered = {f.id for f in whole.find(denied_by="army", limit=100)}
    assert len(answered) > len(whole.find(by="army", stance="denies", limit=100))


def test_filters_together(whole: Ledger, readings: list[Reading]) -> None:
    """Stance, act, evidence, outlet, label, place, day and confidence narrow it down, each as the readings have it."""
    every = [(r.article, s) for r in readings for s in r.statements]
    for name, kept in {
        "denies": [s for _, s in every if s.stance == "denies"],
    }.items():
        assert len(whole.find(stance=name, limit=1000)) == len(kept)
    assert len(whole.find(act="demand", limit=1000)) == sum(s.act == "demand" for _, s in every)
    kinds = {e.kind for _, s in every for e in s.evidence}
    for kind in kinds:
        assert len(whole.find(evidence=kind, limit=1000)) == sum(any(e.kind == kind for e in s.evidence) for _, s in every)
    for first, last in (
        (date(2025, 3, 12), date(2025, 3, 12)),
        (date(2023, 1, 1), date(2024, 12, 31)),
        (date(2025, 3, 13), None),
    ):
        end = last or date.max
        expected = sum(bool(a.published) and first <= date.fromisoformat(str(a.published)) <= end for a, _ in every)
        assert len(whole.find(since=first, until=last, limit=1000)) == expected
    assert len(whole.find(min_confidence=0.9, limit=1000)) == sum(s.confidence >= 0.9 for _, s in every)
    assert "terrorists" in said(whole, label="terrorists")
    assert "Dubai" in said(whole, place="dubai")
    assert {f.article.outlet for f in whole.find(outlet="tesmark courier", limit=1000)} == {"The Tesmark Courier"}


def test_days_as_text(whole: Ledger) -> None:
    """A day may be given as text, and as a time; what is no day is told in a sentence."""
    expected = whole.find(since=date(2025, 3, 12), until=date(2025, 3, 12), limit=1000)
    assert whole.find(since="2025-03-12", until="12 March 2025", limit=1000) == expected != []
    assert whole.find(since=datetime(2025, 3, 12, 9, 30, tzinfo=UTC), until=date(2025, 3, 12), limit=1000) == expected
    with pytest.raises(ValueError, match=r"^'last spring' cannot be read as a day; write it as 2019-12-18$"):
        whole.find(since="last spring")


def test_pages(whole: Ledger) -> None:
    """Limit and skip give one page after the other, nothing twice."""
    every = [f.id for f in whole.find(limit=1000)]
    pages = [f.id for at in range(0, len(every), 7) for f in whole.find(limit=7, skip=at)]
    assert pages == every


def test_the_least_sure_first(ledger: Ledger, readings: list[Reading]) -> None:
    """In the order of confidence, one page after the other, whatever is looked for; what was decided about is left out."""
    stored(ledger, readings)
    total = sum(len(r.statements) for r in readings)
    for wanted in ({}, {"words": "the"}, {"stance": "denies"}, {"outlet": "The Tesmark Courier"}):
        every = ledger.find(**wanted, limit=total)  # type: ignore[arg-type]
        found = ledger.find(**wanted, sort="least-sure", limit=total)  # type: ignore[arg-type]
        assert {f.id for f in found} == {f.id for f in every}
        sure = [f.statement.confidence for f in found]
        assert sure == sorted(sure)
        walked, after = [], None
        while step := ledger.find(**wanted, sort="least-sure", after=after, limit=7):  # type: ignore[arg-type]
            walked += [f.id for f in step]
            after = walked[-1]
        assert walked == [f.id for f in found]
        assert [f.id for f in ledger.find(**wanted, after=every[3].id, limit=5)] == [f.id for f in every[4:9]]  # type: ignore[arg-type]
    first, second = found[:2]
    ledger.review("accept", first.id, who="Ana")
    assert ledger.find(**wanted, undecided=True, sort="least-sure", limit=1)[0].id == second.id  # type: ignore[arg-type]
    assert len(ledger.find(undecided=True, limit=total)) == total - 1
    with pytest.raises(BadLedger, match=r"has no statement acc6fb7de38d:s999; 'allegedly find' shows those that are there$"):
        ledger.find(after="acc6fb7de38d:s999")


def test_show(whole: Ledger) -> None:
    """An id that is found shows its article, or the one statement; what is no id, or of two, is told."""
    found = whole.find("flares", by="Brekk")[0]
    assert whole.show(found.id.partition(":")[0]).article == found.article
    shown = whole.show(found.id)
    assert shown.statements[0].content == found.statement.content
    with pytest.raises(BadLedger, match=r"is no id of an article; 'allegedly find' shows them$"):
        whole.show("brekk")
    with pytest.raises(BadLedger, match="holds no article 0000000"):
        whole.show("0000000")
    with pytest.raises(BadLedger) as error:
        whole.show("c0ffee000000")
    assert error.value.reason == (
        "holds no claim and no article c0ffee000000; 'allegedly claims' and 'allegedly find' show those that are there"
    )
    with pytest.raises(BadLedger) as error:
        whole.show("c000")
    assert error.value.reason == (
        "holds no claim and no article c000; 'allegedly claims' and 'allegedly find' show those that are there"
    )
    with pytest.raises(BadLedger, match="the article has no statement s999; it has s1 to s"):
        whole.show(f"{found.id.partition(':')[0]}:s999")
