"""The formats by the readers that their users use, on an ordinary article and on a hostile one."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import jsonschema
import pytest

from allegedly import publishing, read
from allegedly.model import Reading, check, from_json, schema


def written(reading: Reading, form: str, **look: object) -> str:
    """What a format writes for one reading."""
    file = io.StringIO()
    publishing.write([reading], form, file, **look)  # type: ignore[arg-type]
    return file.getvalue()


def test_unknown_format(ordinary: Reading) -> None:
    """A format that is not there is named, with those that are."""
    with pytest.raises(ValueError, match=r"^there is no format 'pdf'; there are page, json, jsonl, csv, csv-happenings, html$"):
        written(ordinary, "pdf")


def test_json_lines_are_the_public_format(ordinary: Reading) -> None:
    """Each line is a reading that comes back as it was, and holds against the schema."""
    line = written(ordinary, "jsonl")
    assert line.count("\n") == 1
    assert from_json(line) == ordinary
    jsonschema.validate(json.loads(line), schema())


@pytest.mark.parametrize("form", ["json", "csv", "csv-happenings", "html"])
def test_nothing_steers_in_any_format(hostile: Reading, form: str) -> None:
    """Shown in a terminal, no format carries a control character or a mark of direction of the article's."""
    assert {unicodedata.category(c) for c in written(hostile, form) if c not in "\r\n"}.isdisjoint({"Cc", "Cf", "Cs"})


def test_json_keeps_what_it_escapes(hostile: Reading) -> None:
    """What is escaped comes back as it was."""
    assert from_json(written(hostile, "json")) == hostile


def test_least_confidence(ordinary: Reading) -> None:
    """What is not sure enough is left out, and the references of what stays still meet."""
    least = max(s.confidence for s in ordinary.statements)
    kept = from_json(written(ordinary, "json", min_confidence=least))
    assert 0 < len(kept.statements) < len(ordinary.statements)
    assert all(s.confidence >= least for s in kept.statements)
    check(kept)


def test_csv_reads_back(ordinary: Reading) -> None:
    """One row for each statement; the words are those of the article."""
    rows = list(csv.DictReader(io.StringIO(written(ordinary, "csv"), newline="")))
    assert len(rows) == len(ordinary.statements)
    said = next(row for row in rows if row["source"] == "The harbour master of Oster")
    assert said["content"] == "that two ferries had been lost"
    assert (said["stance"], said["outlet"], said["published"]) == ("affirms", "The Oster Mail", "2025-03-04")


def test_csv_says_what_kind_of_voice_it_is() -> None:
    """Why a source has no name, what sort of evidence it has, whose that is, and by which words the outlet has seen it."""
    text = (
        "A port official, who asked not to be named because the plan is secret, said the harbour will close."
        " The minister knew, the official said, citing letters seen by the Courier."
    )
    rows = list(csv.DictReader(io.StringIO(written(read(text, outlet="The Courier"), "csv"), newline="")))
    said = next(row for row in rows if row["source"].startswith("A port official"))
    assert (said["source_voice"], said["unnamed"], said["unnamed_because"]) == (
        "unnamed",
        "not to be named because the plan is secret",
        "because the plan is secret",
    )
    seen = next(row for row in rows if row["evidence_kinds"])
    assert (seen["evidence"], seen["evidence_kinds"], seen["evidence_seen"]) == ("letters", "message", "seen by the Courier")


def test_csv_holds_no_formula(hostile: Reading) -> None:
    """No cell begins with a character that a spreadsheet takes for a formula's."""
    for row in csv.reader(io.StringIO(written(hostile, "csv"), newline="")):
        assert all(not value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [30, 60, 100, 160])
def test_page_carries_nothing_that_steers(hostile: Reading, *, colour: bool, width: int) -> None:
    """Of an article's control characters and marks of direction none is in the page, whatever its width."""
    page = written(hostile, "page", width=width, colour=colour)
    page = re.sub(r"\x1b\[[0-9;]*m", "", page) if colour else page
    assert {unicodedata.category(c) for c in page if c != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})
    assert all(len(row) <= width for row in page.splitlines())


def test_page_does_not_take_markup(hostile: Reading) -> None:
    """Words in square brackets are words."""
    assert "[bold red]mayor[/bold red]" in written(hostile, "page", width=200)


def test_page_says_who(ordinary: Reading) -> None:
    """The page names the voices, the kind of saying, the words without *that*, what is denied, and counts."""
    page = written(ordinary, "page", width=200)
    assert "The Oster Mail · 4 March 2025 · Oster" in page
    assert re.search(r"Lena\s+Marsk.*  says “told” to the Tidewater Gazette", page)
    assert re.search(r"^     two ferries had been lost$", page, re.MULTILINE)
    assert re.search(r"company  ✗ denies “denied”", page)
    assert "how much: at least 11" in page
    assert "1 denial" in page


def test_html_is_whole_and_loads_nothing(ordinary: Reading, hostile: Reading) -> None:
    """The page parses, keeps the article's text, has no script, and names nothing that would be loaded."""
    from lxml import html

    for reading in (ordinary, hostile):
        text = written(reading, "html")
        page = html.document_fromstring(text)
        assert not page.xpath("//script | //img | //link | //iframe | //*[@src] | //*[@onerror] | //*[@style]")
        assert all(link.startswith("#") for link in page.xpath("//a/@href"))
        anchors = page.xpath("//@id")
        assert len(anchors) == len(set(anchors))
        assert {link[1:] for link in page.xpath("//a/@href")} <= set(anchors)
    assert "default-src 'none'" in text
    assert len(page.xpath("//h1")) == 1


def test_html_keeps_the_text(ordinary: Reading) -> None:
    """Paragraph by paragraph the words are the article's."""
    from lxml import html

    page = html.document_fromstring(written(ordinary, "html"))
    shown = " ".join(" ".join(p.text_content().split()) for p in page.xpath("//p[@class='text']"))
    assert shown == " ".join(ordinary.article.text.split())


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt install chromium")
def test_html_in_chromium(ordinary: Reading, tmp_path: Path) -> None:
    """A real browser lays the page out: style is applied under the page's own policy, and every statement stands there."""
    file = tmp_path / "page.html"
    file.write_text(written(ordinary, "html"), encoding="utf-8")
    picture = tmp_path / "page.png"
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    done = subprocess.run(
        [*command, f"--screenshot={picture}", "--window-size=1200,900", "--enable-logging=stderr", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert picture.stat().st_size > 10_000
    assert "Content Security Policy" not in done.stderr
    dom = subprocess.run([*command, "--dump-dom", file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    assert dom.stdout.count('class="card ') == sum(s.mode != "narration" for s in ordinary.statements)
