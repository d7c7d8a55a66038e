"""Reading from Python: the same functions as behind the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import allegedly
from allegedly.errors import NoPipeline, NotFetched, OtherLanguage, Refused, Unreadable
from allegedly.reading import pipeline
from allegedly.reading.reader import READERS
from tests.intake.server import running

REPORT = "The mayor of Oster said on Monday that the bridge was safe. The company denied the claim."


def test_text() -> None:
    """A string with words in it is a text."""
    reading = allegedly.read(REPORT, title="Bridge", published="2025-03-05", outlet="The Mail", url="https://mail.example/1")
    article = reading.article
    assert (article.text, article.title, article.published, article.outlet) == (REPORT, "Bridge", "2025-03-05", "The Mail")
    assert [(t.text, t.start) for t in reading.times] == [("Monday", "2025-03-03")]
    assert [s.stance for s in reading.statements] == ["affirms", "denies"]


def test_path(tmp_path: Path) -> None:
    """A path, or a string that names a file, is read from the disk; what is said of it counts before what it says."""
    file = tmp_path / "bridge.txt"
    file.write_text(f"Title: The bridge\nOutlet: The Post\n\n{REPORT}\n", encoding="utf-8")
    for given in (file, str(file)):
        article = allegedly.read(given, outlet="The Mail").article
        assert (article.title, article.outlet) == ("The bridge", "The Mail")


def test_web_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A string that is a web address is fetched; a text that begins with one is a text."""
    monkeypatch.setattr("allegedly.intake.fetching.PAUSE", 0.0)
    with running() as site:
        url = site.page("/bridge", REPORT, "text/plain")
        with pytest.raises(NotFetched, match=r"; --allow-private fetches it all the same$"):
            allegedly.read(url)
        assert site.asked == []
        article = allegedly.read(url, allow_private=True, published="2025-03-05").article
        assert (article.text, article.url, article.published) == (REPORT, url, "2025-03-05")
        assert [r.article.text for r in allegedly.read_many([url], allow_private=True)] == [REPORT]
    assert allegedly.read(f"{url} says so. {REPORT}").article.url is None


def test_missing_file() -> None:
    """A string that looks like a path is one, and says so where no file is there."""
    with pytest.raises(Unreadable, match=r"^nothere/report\.txt: there is no such file; check the path$"):
        allegedly.read("nothere/report.txt")


def test_no_day() -> None:
    """A day that cannot be read is an error, not a guess."""
    with pytest.raises(ValueError, match=r"^'soon' cannot be read as a day; write it as 2019-12-18$"):
        allegedly.read(REPORT, published="soon")


def test_other_language() -> None:
    """What is plainly not English is refused, unless one insists."""
    german = "Der Bürgermeister sagte am Montag, die Brücke sei sicher. Niemand habe die Bewohner gewarnt, sagte sie der Zeitung."
    with pytest.raises(OtherLanguage, match="looks like German; the reader knows English"):
        allegedly.read(german)
    assert allegedly.read(german, force=True).article.language == "de"


def test_several_in_one_file(tmp_path: Path) -> None:
    """A file with several articles is for ``read_many``."""
    file = tmp_path / "two.jsonl"
    file.write_text('{"text": "He said so."}\n{"text": "She denied it."}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"holds 2 articles; read_many gives them one by one"):
        allegedly.read(file)
    assert len(list(allegedly.read_many([file]))) == 2


def test_many_in_order_on_any_number_of_processes(tmp_path: Path) -> None:
    """Two processes give the same readings in the same order as one, byte for byte."""
    for i in range(12):
        text = f"Minister number {i} said that the bridge was safe. " * (1 + i % 3)
        (tmp_path / f"{i:02}.txt").write_text(text, encoding="utf-8")
    one = [allegedly.to_json(r) for r in allegedly.read_many([tmp_path])]
    two = [allegedly.to_json(r) for r in allegedly.read_many([tmp_path], processes=2)]
    assert len(one) == 12
    assert one == two


def test_refused_goes_to_the_caller(tmp_path: Path) -> None:
    """What is not read is told, and the rest goes on; with nobody to tell it is raised."""
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    refused: list[Refused] = []
    assert len(list(allegedly.read_many([tmp_path], on_refused=refused.append))) == 1
    assert [type(r).__name__ for r in refused] == ["Empty"]
    with pytest.raises(Refused):
        list(allegedly.read_many([tmp_path]))


def test_no_processes() -> None:
    """Fewer than one process cannot read."""
    with pytest.raises(ValueError, match=r"^0 processes cannot read; give 1 or more$"):
        allegedly.read_many([], processes=0)


def test_no_such_reader() -> None:
    """A reader that there is not is told at the call, with those that there are, before anything is read."""
    told = r"^there is no reader 'nonsense'; there are trained, rules$"
    with pytest.raises(ValueError, match=told):
        allegedly.read(REPORT, reader="nonsense")
    with pytest.raises(ValueError, match=told):
        allegedly.read("nothere/report.txt", reader="nonsense")
    for processes in (1, 2):
        with pytest.raises(ValueError, match=told):
            allegedly.read_many(["nothere"], reader="nonsense", processes=processes)


def test_one_endless_word() -> None:
    """A word of more word pieces than the network has places for is read, by both readers."""
    assert [r.article.text for r in [allegedly.read(REPORT + "\n\n" + "中x" * 3000, force=True, reader=name) for name in READERS]]


def test_a_fault_of_the_reader_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader itself fails on an article, that one is refused and the others are read."""
    from allegedly.reading import batch

    whole = batch.read_article

    def faulty(article: allegedly.Article, **more: str | None) -> allegedly.Reading:
        if "two" in article.text:
            raise ZeroDivisionError("division by zero")
        return whole(article, **more)

    monkeypatch.setattr(batch, "read_article", faulty)
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"Minister {name} said so.", encoding="utf-8")
    refused: list[Refused] = []
    assert len(list(allegedly.read_many([tmp_path], on_refused=refused.append))) == 2
    assert [r.reason for r in refused] == [
        "could not be read because of a fault of the reader (ZeroDivisionError: division by zero); please report it"
    ]


def test_spacy_component() -> None:
    """``nlp.add_pipe("allegedly")`` gives every document its reading."""
    nlp = spacy.load(pipeline.pipeline_name())
    nlp.add_pipe("allegedly")
    reading = nlp(REPORT)._.reading
    assert [s.source.text for s in reading.statements] == ["The mayor of Oster", "The company"]


def test_spacy_component_without_a_parser() -> None:
    """A document without grammar is told what it lacks."""
    nlp = spacy.blank("en")
    nlp.add_pipe("allegedly")
    with pytest.raises(NoPipeline, match="add 'allegedly' after the tagger and the parser"):
        nlp(REPORT)


def test_network() -> None:
    """The network of a reading has its ties as edges, the same as on the command line."""
    network = allegedly.network(allegedly.read("Harbour Party leader Ana Ruiz spoke."))
    assert [(network.named(e.of).name, e.label, network.named(e.to).name) for e in network.edges] == [
        ("Ana Ruiz", "leads", "Harbour Party")
    ]
