"""The command line as a person uses it: real processes, real files, what stands on either stream, and the exit status."""

from __future__ import annotations

import codecs
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allegedly.cli import main
from allegedly.model import from_json
from tests.intake.server import running

REPORT = (
    "The mayor of Oster said that the bridge was safe. “Nobody warned us,” Lena Marsk told reporters.\n\n"
    "The company denied the claim.\n"
)
SAID = {"that the bridge was safe", "“Nobody warned us,”", "the claim"}
GERMAN = (
    "Der Bürgermeister sagte am Montag, die Brücke sei sicher. Niemand habe die Bewohner gewarnt, sagte Lena Marsk der "
    "Zeitung. Das Unternehmen wies die Vorwürfe zurück und kündigte eine Untersuchung an.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *words, **more: runner.invoke(main, list(words), **more)


def said(line: str) -> set[str]:
    """The words that are attributed in a reading, as its JSON has them."""
    reading = from_json(line)
    text = reading.article.text
    return {text[a:b] for s in reading.statements if s.mode != "narration" for a, b in s.content}


def test_help_has_an_example(run: Callable[..., Result]) -> None:
    """The help of the command and of every verb shows how it is used."""
    assert "allegedly read article.txt" in run("--help").output
    for verb in main.commands:
        found = run(verb, "--help")
        assert found.exit_code == 0
        assert f"allegedly {verb}" in found.output


def test_page_and_json(run: Callable[..., Result]) -> None:
    """A file is read to a page, or to one object on a line."""
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    assert "3 statements · from 3 voices · 1 denial" in run("read", "report.txt").output
    assert said(run("read", "report.txt", "--format", "json").output) >= SAID


def test_standard_input(run: Callable[..., Result]) -> None:
    """``-`` reads standard input."""
    assert said(run("read", "-", "--format", "jsonl", input=REPORT.encode()).output) >= SAID


def test_published_and_outlet(run: Callable[..., Result]) -> None:
    """What is said of the articles on the command line is in their readings."""
    found = run("read", "-", "--format", "json", "--published", "18 December 2019", "--outlet", "The Mail", input=REPORT.encode())
    article = json.loads(found.output)["article"]
    assert (article["published"], article["outlet"]) == ("2019-12-18", "The Mail")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["read"], "Missing argument 'SOURCES...'"),
        (["read", "x.txt", "--format", "docx"], "Invalid value for '--format'"),
        (["read", "x.txt", "--published", "soon"], "'soon' cannot be read as a day; write it as 2019-12-18"),
        (["read", "x.txt", "--min-confidence", "2"], "2.0 is not in the range 0<=x<=1"),
        (["write", "x.txt"], "No such command 'write'"),
    ],
)
def test_wrong_usage(run: Callable[..., Result], words: list[str], message: str) -> None:
    """A wrong command says what is wrong with it, and ends with status 2."""
    found = run(*words)
    assert found.exit_code == 2
    assert message in found.stderr


FILES: dict[str, bytes] = {
    "binary.bin": bytes(range(256)) * 40,
    "caps.txt": REPORT.upper().encode(),
    "cp1252.txt": REPORT.encode("cp1252"),
    "empty.txt": b"",
    "german.txt": GERMAN.encode(),
    "latin1.txt": REPORT.replace("“", '"').replace("”", '"').replace("Lena", "Léna").encode("latin-1"),
    "marks.txt": b'"""" \'\' " "\n',
    "nul.txt": REPORT.replace(" ", "\0", 1).encode(),
    "pdf.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"0 obj\n" * 50,
    "plain.txt": REPORT.encode(),
    "points.txt": REPORT.replace(".", "").replace(",", "").encode(),
    "rtl.txt": f"\u202e{REPORT}\u202c".encode(),
    "utf16.txt": codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"),
    "white.txt": b" \n\n\t",
}
REFUSED = {
    "binary.bin": "is in an encoding that cannot be told",
    "empty.txt": "is empty; give a file with an article in it",
    "german.txt": "looks like German; the reader knows English, and --force reads it all the same",
    "pdf.pdf": "is a PDF that cannot be read",
    "white.txt": "holds nothing but white space",
}


def test_bad_input_and_the_rest_of_the_batch(run: Callable[..., Result], tmp_path: Path) -> None:
    """Of a folder of all sorts each file is read, or refused in one sentence that names it; the others go on; status 1."""
    (tmp_path / "folder").mkdir()
    for name, data in FILES.items():
        (tmp_path / "folder" / name).write_bytes(data)
    found = run("read", "folder", "missing.txt", "--format", "jsonl")
    assert found.exit_code == 1
    assert len(found.stdout.splitlines()) == len(FILES) - len(REFUSED)
    complaints = [line for line in found.stderr.splitlines() if line.startswith("Refused: ")]
    assert len(complaints) == len(REFUSED) + 1
    for name, reason in REFUSED.items():
        assert any(f"{name}: " in line and reason in line for line in complaints), name
    assert any("missing.txt: there is no such file" in line for line in complaints)
    readings = [from_json(line) for line in found.stdout.splitlines()]
    named = {r.article.text[:20] for r in readings}
    assert len(named) >= 5


@pytest.mark.parametrize("name", ["cp1252.txt", "plain.txt", "utf16.txt", "rtl.txt"])
def test_encodings_read_alike(run: Callable[..., Result], tmp_path: Path, name: str) -> None:
    """In whichever encoding the report came, the same is found in it."""
    (tmp_path / name).write_bytes(FILES[name])
    assert said(run("read", name, "--format", "json").stdout) >= SAID


def test_web_addresses(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """A web address is fetched, from the own network with leave only; a list of feeds fetches where it is told to."""
    monkeypatch.setattr("allegedly.intake.fetching.PAUSE", 0.0)
    with running() as site:
        url = site.page("/bridge", REPORT, "text/plain; charset=utf-8")
        found = run("read", url, "--format", "json")
        assert (found.exit_code, site.asked) == (1, [])
        assert "--allow-private fetches it all the same" in found.stderr
        assert said(run("read", url, "--format", "json", "--allow-private").stdout) >= SAID
        feed = site.page(
            "/feed", f"<rss><channel><item><description>{REPORT * 9}</description></item></channel></rss>", "text/xml"
        )
        Path("mine.opml").write_text(f'<opml><body><outline xmlUrl="{feed}"/></body></opml>', encoding="utf-8")
        assert "--fetch fetches them" in run("read", "mine.opml", "--allow-private").stderr
        assert said(run("read", "mine.opml", "--fetch", "--allow-private", "--format", "json").stdout) >= SAID
        found = run("add", "a.ledger", url, "mine.opml", "--fetch", "--allow-private", "--reader", "rules")
        assert found.stdout.startswith("a.ledger: 2 read and stored (")


def test_force(run: Callable[..., Result], tmp_path: Path) -> None:
    """What looks like German is read with ``--force``."""
    (tmp_path / "german.txt").write_bytes(FILES["german.txt"])
    assert run("read", "german.txt").exit_code == 1
    assert run("read", "german.txt", "--force").exit_code == 0


def test_too_long(run: Callable[..., Result]) -> None:
    """A text over the limit is refused with the flag that raises it, and read with it."""
    text = (REPORT * 4).encode()
    assert "raise the limit with --max-characters" in run("read", "-", "--max-characters", "100", input=text).stderr
    assert run("read", "-", "--max-characters", "1000", input=text).exit_code == 0


def test_five_megabytes_in_a_line(run: Callable[..., Result]) -> None:
    """One line of five megabytes is refused in one sentence."""
    found = run("read", "-", input=(REPORT.replace("\n", " ") * 40_000)[:5_000_000].encode())
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.count("\n") == 1


def test_json_lines_in_and_out(run: Callable[..., Result], tmp_path: Path) -> None:
    """Ids come back as keys; a lone surrogate is replaced; a broken line is refused by number, and the others are read."""
    lines = [
        json.dumps({"id": "a", "text": REPORT}),
        '{"id": "b", "text": "The mayor \\ud800 said that the bridge was safe."}',
        '{"id": "c" broken',
        json.dumps({"id": "d", "text": REPORT, "outlet": "The Mail"}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = run("read", "in.jsonl", "--format", "jsonl")
    assert [json.loads(line)["article"]["key"] for line in found.stdout.splitlines()] == ["a", "b", "d"]
    assert "in.jsonl line 3: is not valid JSON" in found.stderr
    assert found.exit_code == 1


def test_output_is_whole_or_not_there(run: Callable[..., Result], tmp_path: Path) -> None:
    """``-o`` writes the file under its name when it is whole; nothing else is left behind."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("read", "report.txt", "--format", "html", "-o", "page.html").exit_code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.html", "report.txt"]
    found = run("read", "report.txt", "-o", "nowhere/page.html")
    assert found.exit_code == 1
    assert "cannot be written" in found.stderr


def test_file_names_do_not_steer_the_terminal(run: Callable[..., Result], tmp_path: Path) -> None:
    """A control character in a file's name does not reach the terminal."""
    (tmp_path / "a\x1b[31mb.txt").write_bytes(b"")
    found = run("read", ".")
    assert found.exit_code == 1
    assert "\x1b" not in found.stderr


def test_unknown_pipeline(run: Callable[..., Result]) -> None:
    """A pipeline that is not there is told with the remedy."""
    found = run("read", "-", "--pipeline", "no_such_model", input=REPORT.encode())
    assert found.exit_code == 1
    assert found.stderr.startswith("Error: the spaCy pipeline 'no_such_model' cannot be loaded")


def test_schema_and_doctor(run: Callable[..., Result]) -> None:
    """The schema is JSON; the doctor finds this installation whole."""
    assert json.loads(run("schema").output)["title"] == "Allegedly reading"
    found = run("doctor")
    assert found.exit_code == 0, found.output
    assert all(line.startswith("ok ") for line in found.output.splitlines())


def command(*words: str, **more: object) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    line = [sys.executable, "-m", "allegedly", *words]
    return subprocess.Popen(line, text=True, encoding="utf-8", **more)  # type: ignore[call-overload, no-any-return]


def test_columns_of_a_table(run: Callable[..., Result]) -> None:
    """What is guessed is told, what is set is read, what is no field or no column is wrong usage or a refusal."""
    Path("a.csv").write_text(f'body,words\n"{REPORT}","The bridge is safe, the mayor said."\n', encoding="utf-8")
    guessed = run("read", "a.csv", "--format", "json")
    assert said(guessed.stdout) >= SAID
    assert guessed.stderr == 'Note: a.csv: reads "body" as text; say otherwise with --map FIELD=COLUMN\n'
    assert said(run("read", "a.csv", "--format", "json", "--map", "text=words").output) == {"The bridge is safe"}
    wrong = run("read", "a.csv", "--map", "txt=words")
    assert (wrong.exit_code, "'txt' is no field of an article" in wrong.stderr) == (2, True)
    missing = run("add", "a.ledger", "a.csv", "--map", "text=word")
    assert missing.exit_code == 1
    assert missing.stderr == 'Refused: a.csv: has no column "word" (it has "body", "words"); name one of these with --map\n'


def test_what_unpacks_to_too_much(run: Callable[..., Result]) -> None:
    """A flag sets how much a packed file may unpack to."""
    Path("a.txt.gz").write_bytes(gzip.compress(REPORT.encode()))
    refused = run("read", "a.txt.gz", "--max-unpacked", "100")
    assert refused.exit_code == 1
    assert refused.stderr == "Refused: a.txt.gz: unpacks to more than 100 bytes; raise the limit with --max-unpacked\n"
    assert run("read", "a.txt.gz", "--max-unpacked", "1000").exit_code == 0


def test_closed_pipe(tmp_path: Path) -> None:
    """Whoever reads the output may stop at any time: no word of it on standard error."""
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps({"text": REPORT * 30}) for _ in range(40)), encoding="utf-8")
    with command(
        "read", "in.jsonl", "--format", "jsonl", cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == 0


def test_plain_encodings_of_the_terminal(tmp_path: Path) -> None:
    """Where standard output is not UTF-8 by nature, results are UTF-8 all the same."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with command("read", "report.txt", cwd=tmp_path, stdout=subprocess.PIPE, env=env) as process:
        assert "“Nobody warned us,”" in process.communicate()[0]


def test_help_is_light() -> None:
    """Nothing heavy is imported before it is needed."""
    code = (
        "import sys\nfrom allegedly.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'numpy', 'trafilatura', 'rich', 'msgspec', 'ftfy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_examples_stand_on_lines_of_their_own(run: Callable[..., Result], verb: str) -> None:
    """Every verb's help shows an example on lines of its own, and no mark that was meant for the formatter."""
    lines = run(verb, "--help").output.splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip() in ("Example:", "Examples:"))
    assert lines[at + 1].strip().startswith("allegedly ")
    assert not any("\\b" in line for line in lines)


def test_network(run: Callable[..., Result]) -> None:
    """--network writes the network of one article beside what is printed; not another suffix, nor a second article."""
    Path("a.txt").write_text("Harbour Party leader Ana Ruiz spoke in Riga, Latvia.", encoding="utf-8")
    done = run("read", "a.txt", "--network", "a.svg", "--format", "jsonl")
    assert done.exit_code == 0
    assert [t.kind for t in from_json(done.stdout).ties] == ["leads", "located in"]
    assert "Harbour Party" in Path("a.svg").read_text(encoding="utf-8")
    wrong = run("read", "a.txt", "--network", "a.png")
    assert wrong.exit_code == 2
    assert wrong.stderr.endswith("Error: Invalid value for --network: 'a.png' says no format; end it in .graphml, .svg, .html\n")
    several = run("read", "a.txt", "a.txt", "--network", "b.svg")
    assert several.exit_code == 1
    assert "Error: b.svg: is the network of one article, and there are several; name one of them" in several.stderr
    assert not Path("b.svg").exists()
