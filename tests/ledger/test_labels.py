"""Who calls whom what, counted: every number is the number of the words behind it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from allegedly.ledger import Ledger
from allegedly.ledger.labels import ACROSS, NOBODY, Cell

ARTICLES = [
    {
        "outlet": "Harbour Post",
        "published": "2024-03-01",
        "text": "The rebels are terrorists, Mayor Ana Ruiz said. “They are terrorists,” said Mayor Ana Ruiz.\n",
    },
    {
        "outlet": "Harbour Gazette",
        "published": "2024-04-02",
        "text": "“Omar Lind is not a terrorist,” said the lawyer Lena Marsk. The regime in Qarim closed the bridge.\n",
    },
    {"outlet": "Harbour Post", "published": None, "text": "Omar Lind is a terrorist, Mayor Ana Ruiz said on Monday.\n"},
]
OF = {"outlet": "outlet", "speaker": "by", "time": "month"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A ledger of these articles."""
    folder = tmp_path_factory.mktemp("labels")
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    opened = Ledger(folder / "labels.ledger", make=True)
    opened.add([lines], reader="rules", force=True)
    return opened


@pytest.mark.parametrize("across", ACROSS)
def test_every_number_is_that_of_the_words_behind_it(ledger: Ledger, across: str) -> None:
    """Of each number of the table, so many words are found by what its row and column say."""
    table = ledger.labels(across=across)  # type: ignore[arg-type]
    assert table.count == len(ledger.labelled(limit=1000)) > 4
    for row in table.rows:
        assert row.count == len(ledger.labelled(label=row.word)) == sum(map(sum, row.cells.values())) + row.others
        for column, cell in row.cells.items():
            found = ledger.labelled(label=row.word, **{OF[across]: column})
            assert Cell(sum(f.use == "applied" for f in found), sum(f.use == "rejected" for f in found)) == cell, (row, column)
        for one in row.whom:
            assert len(ledger.labelled(label=row.word, of=one.name)) == one.labels


def test_the_columns(ledger: Ledger) -> None:
    """Columns are outlets, those who speak, or times; those that are too many are counted together."""
    assert ledger.labels().columns == ("Harbour Post", "Harbour Gazette")
    assert ledger.labels(across="time").columns == ("day not known", "2024-03", "2024-04")
    assert "Ana Ruiz" in ledger.labels(across="speaker").columns
    narrow = ledger.labels(columns=1)
    assert (narrow.columns, narrow.columns_left) == (("Harbour Post",), 1)
    with pytest.raises(ValueError, match=r"^'colour' cannot be the columns of labels; there are outlet, speaker, time$"):
        ledger.labels(across="colour")  # type: ignore[arg-type]


def test_which_labels(ledger: Ledger) -> None:
    """Labels are chosen by their words, by whom they are of, who says them, where and when; nothing that is asked is an error."""
    assert {one.text for one in ledger.labelled("REGIME")} == {"regime"}
    assert {one.use for one in ledger.labelled(of="omar lind", by="Lena Marsk")} == {"rejected"}
    assert {one.outlet for one in ledger.labelled(outlet="gazette")} == {"Harbour Gazette"}
    assert {one.published for one in ledger.labelled(since=date(2024, 3, 1), until=date(2024, 3, 31))} == {"2024-03-01"}
    assert ledger.labelled(month="2024-03") == ledger.labelled(since=date(2024, 3, 1), until=date(2024, 3, 31))
    assert ledger.labelled("zeppelin") == []
    for hostile in ("'; DROP TABLE labels; --", "\ud800", "%", "", "x" * 10_000, NOBODY):
        for name in ("words", "label", "of", "by", "outlet", "month"):
            assert len(ledger.labelled(**{name: hostile})) < 100
            assert ledger.labels(**{name: hostile}).count < 100


def test_where_it_stands(ledger: Ledger) -> None:
    """A label is shown with the words around it, and the statement in which it stands."""
    found = ledger.labelled(label="regime")[0]
    assert (found.text, found.outlet, found.by, found.use) == ("regime", "Harbour Gazette", "Harbour Gazette", "applied")
    assert found.before.endswith("The ")
    assert found.after.startswith(" in Qarim")


def test_a_rejected_label_counts_no_more(tmp_path: Path, ledger: Ledger) -> None:
    """A label that people rejected is neither counted nor shown."""
    ledger.backup(tmp_path / "copy.ledger")
    with Ledger(tmp_path / "copy.ledger") as copy:
        one = copy.labelled(label="regime")[0]
        copy.review("reject", f"{one.article[7:19]}:l1", who="Tester", why="no label")
        assert copy.labels().count == ledger.labels().count - 1
