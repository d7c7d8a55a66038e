"""When and where, counted: every number is the number of the statements behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegedly.ledger import Ledger
from allegedly.ledger.timeline import Period, _periods

ARTICLES = [
    {
        "outlet": "Harbour Post",
        "published": "2024-03-13",
        "text": "The bridge in Istanbul was closed on 12 March 2024, Mayor Ana Ruiz said. “It was opened in May 2023 in"
        " Istanbul,” said Lena Marsk. “It was built in Ankara in 1973,” Omar Lind said.\n",
    },
    {
        "outlet": "Harbour Gazette",
        "published": "2024-04-02",
        "text": "The bridge in Istanbul was closed on 14 March 2024, Omar Lind said. “Nothing happened in Paris in March 2024,”"
        " said Lena Marsk. The plant opened in 2024, the firm said.\n",
    },
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A ledger of these articles."""
    folder = tmp_path_factory.mktemp("timeline")
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    opened = Ledger(folder / "timeline.ledger", make=True)
    opened.add([lines], reader="rules", force=True)
    return opened


def test_every_number_is_that_of_the_statements_behind_it(ledger: Ledger) -> None:
    """Of each time and each place, so many statements are found as are counted; alone and together."""
    whole = ledger.timeline()
    assert (whole.looked, whole.every) == (ledger.counts()["statements"], True)
    assert {site.name for site in whole.sites} == {"Istanbul", "Ankara", "Paris"}
    for site in whole.sites:
        assert len(ledger.told(at=site.key, limit=100)) == site.statements
        there = ledger.timeline(at=site.key)
        for period in there.periods:
            assert len(ledger.told(at=site.key, when=period.when, limit=100)) == period.statements
    assert whole.periods
    for period in whole.periods:
        assert len(ledger.told(when=period.when, limit=100)) == period.statements
        then = ledger.timeline(when=period.when)
        for site in then.sites:
            assert len(ledger.told(at=site.key, when=period.when, limit=100)) == site.statements


def test_what_the_words_say_has_happened(ledger: Ledger) -> None:
    """Of each statement what it tells of, with its status, and who has a part in it."""
    found = ledger.told(when="2024-03-12")
    ((closed,),) = ledger.happened(found)
    assert (closed.words, closed.status, closed.parts[0]) == ("closed", "happened", ("target", "The bridge"))
    assert ledger.happened([]) == []


def test_nearer_and_nearer(ledger: Ledger) -> None:
    """A year is counted by months, a month by days; what is no more exact is told."""
    months = {period.when for period in ledger.timeline(when="2024").periods}
    assert months == {"2024-03"}
    assert {period.when for period in ledger.timeline(when="2024-03").periods} == {"2024-03-12", "2024-03-14"}
    assert ledger.timeline(when="2024-03").vaguer == 1
    assert ledger.timeline(when="197").periods == (Period("1973", 1),)


def test_filters(ledger: Ledger) -> None:
    """What can be asked of statements can be asked here; nothing that is asked is an error but a wrong time."""
    by = ledger.timeline(by="Omar Lind", outlet="Gazette")
    assert [site.name for site in by.sites] == ["Istanbul"]
    assert ledger.timeline("zeppelin").looked == 0
    assert ledger.timeline(outlet="nobody", words="bridge?").sites == ()
    for hostile in ("'", "\ud800", "?", "x" * 10_000):
        assert ledger.timeline(hostile, at=hostile, by=hostile).periods == ()
        assert ledger.told(at=hostile) == []
    with pytest.raises(ValueError, match=r"^'soon' is no year, month or day; write it as 2019, 2019-12 or 2019-12-18$"):
        ledger.timeline(when="soon")


def test_far_years_are_counted_by_decades() -> None:
    """Of many years those in a row are counted one by one in which the most is; others by decades. A few years go by months."""
    years = [(i, f"{year}-01-01", f"{year}-12-31") for i, year in enumerate([1776, 1941, 1944, 2001, *[2020] * 5, 2031, 2090])]
    periods, decades, vaguer = _periods(years, "")
    assert [period.when for period in periods] == ["2001", "2020", "2031"]
    assert decades == (Period("177", 1), Period("194", 2), Period("209", 1))
    assert vaguer == 0
    few = [(1, "2020-02-01", "2020-02-29"), (2, "2021-01-01", "2021-12-31"), (3, "2019-12-31", "2020-01-01")]
    assert _periods(few, "") == ((Period("2020-02", 1),), (), 2)
    assert _periods([], "") == ((), (), 0)


def test_whatever_is_named_once_in_a_statement_counts_once(tmp_path: Path) -> None:
    """A statement that names a place twice is one statement."""
    (tmp_path / "a.txt").write_text("“Istanbul is Istanbul in Istanbul,” Mayor Ana Ruiz said in Ankara.\n", encoding="utf-8")
    with Ledger(tmp_path / "a.ledger", make=True) as opened:
        opened.add([tmp_path / "a.txt"], reader="rules", force=True)
        counted = {site.name: site.statements for site in opened.timeline(by="Ana Ruiz").sites}
    assert counted.get("Istanbul") == 1
