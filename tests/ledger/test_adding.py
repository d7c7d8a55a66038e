"""Into the ledger and out again: nothing twice, nothing lost."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

import allegedly
from allegedly.errors import BadLedger, Refused
from allegedly.ledger import Ledger
from allegedly.model import Reading, to_json
from tests.intake.archives import HTML, record, response
from tests.ledger.conftest import EXAMPLES, stored


def test_the_same_comes_out(whole: Ledger, readings: list[Reading]) -> None:
    """Every reading comes out of the tables equal to what went in, to the byte of its public format."""
    assert [to_json(r) for r in whole] == [to_json(r) for r in readings]
    assert list(whole.check()) == []


def test_nothing_twice(ledger: Ledger) -> None:
    """What is there is not read again; files that cannot be read are told and on record."""
    refused: list[Refused] = []
    first = ledger.add([EXAMPLES / "strait-short.txt", "no-such-file.txt"], reader="rules", on_refused=refused.append)
    assert (first.added, first.there, len(first.refused)) == (1, 0, 1)
    assert [r.name for r in refused] == ["no-such-file.txt"]
    again = ledger.add([EXAMPLES / "strait-short.txt", EXAMPLES / "museum.html"], reader="rules")
    assert (again.added, again.there) == (1, 1)
    assert ledger.counts()["articles"] == 2
    told = ledger._connection.execute("SELECT result, reason FROM intake ORDER BY intake").fetchall()
    assert sorted(told, key=str) == sorted(
        [
            ("refused", "there is no such file; check the path"),
            ("added", None),
            ("there already", None),
            ("added", None),
        ],
        key=str,
    )


def test_the_same_article_twice_in_one_batch(ledger: Ledger, tmp_path: Path) -> None:
    """One article in two files is stored once."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Title: Bridge\n\nThe mayor said that the bridge would close.\n", encoding="utf-8")
    done = ledger.add([tmp_path / "a.txt", tmp_path / "b.txt"], reader="rules")
    assert (done.added, done.there) == (1, 1)


def test_a_newer_version(ledger: Ledger, tmp_path: Path) -> None:
    """The same URL with changed text is a new version: linked, and what is found is said in the newest."""
    for name, words in (("1", "would close"), ("2", "would stay open")):
        row = {"url": "https://example.org/bridge", "title": "Bridge", "text": f"Mayor Ana Ruiz said that the bridge {words}."}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert ledger.add([tmp_path / "1.jsonl"], reader="rules").versions == 0
    assert ledger.add([tmp_path / "2.jsonl"], reader="rules").versions == 1
    (found,) = ledger.find("bridge", by="Ruiz")
    assert "stay open" in found.highlighted
    texts = [article.text for article, _ in ledger.versions(found.id)]
    assert [text.endswith("close.") for text in texts] == [True, False]
    assert list(ledger.check()) == []


def test_another_language_is_kept_unread(ledger: Ledger, tmp_path: Path) -> None:
    """What is not English is kept and marked, and not read."""
    german = "Der Minister sagte am Montag, dass die Brücke nicht sicher ist und von der Stadt gesperrt wird."
    (tmp_path / "de.txt").write_text(german, encoding="utf-8")
    done = ledger.add([tmp_path / "de.txt"], reader="rules")
    assert (done.added, done.unread) == (0, 1)
    ((name, language),) = ledger._connection.execute("SELECT id, language FROM articles").fetchall()
    assert language == "de"
    assert ledger.article(name).text == german
    with pytest.raises(BadLedger, match=r"is kept unread, since it is not English; 'allegedly reread' with --force reads it$"):
        ledger.reading(name)
    assert list(ledger.check()) == []


def test_odd_characters(ledger: Ledger, tmp_path: Path) -> None:
    """Whatever characters an article has, it comes out as it went in, is found by its words, and the ledger holds together."""
    texts = [
        "The mayor said\0 that the bridge\0was closed. Ana Ruiz \0 said the ferry, on Monday,\0 was late.",
        "The m\u0301ayor said that the \u0928\u092e\u0938\u094d bridge\x02 was.\ufeff Ana Ruiz said \u202ethe ferry was late.",
        "\U0001f600 Ana Ruiz said that the bri\u00addge was \U00010400 closed. Wei\u00df denied that the ferry was\x03 late.",
    ]
    lines = [json.dumps({"text": text, "outlet": 'The "Odd"\0 (Post)', "title": "\0"}) for text in texts]
    (tmp_path / "odd.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert ledger.add([tmp_path / "odd.jsonl"], reader="rules", force=True).added == 3
    assert [r.article.text for r in ledger] == texts
    assert list(ledger.check()) == []
    assert len(ledger.find("ferry", outlet="odd post")) == 3
    assert len(ledger.find("ferry", by="Weiß")) == 1


def test_two_processes_store_the_same(tmp_path: Path, readings: list[Reading]) -> None:
    """However many processes read, the ledger holds the same."""
    with Ledger(tmp_path / "two.ledger", make=True) as ledger:
        ledger.add([EXAMPLES], reader="rules", processes=2)
        assert [to_json(r) for r in ledger] == [to_json(r) for r in readings]


def test_two_commands_at_once(tmp_path: Path) -> None:
    """Two that add to one ledger at the same time wait for each other, and together add everything once."""
    path = tmp_path / "both.ledger"
    command = [sys.executable, "-m", "allegedly", "add", str(path), str(EXAMPLES), "--reader", "rules"]
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(120) for one in running] == [0, 0]
    with Ledger(path) as ledger:
        assert ledger.counts()["articles"] == len(list(allegedly.intake.articles([str(EXAMPLES)], on_refused=print)))
        assert list(ledger.check()) == []


WRITER = """
import sys
from allegedly.intake import Received
from allegedly.ledger import Ledger
from allegedly.ledger.adding import Adding
from allegedly.model import from_json
with Ledger(sys.argv[1], make=True) as ledger:
    run = Adding(ledger._connection, "killed")
    readings = {r.article.id: r for r in map(from_json, open(sys.argv[2], "rb"))}
    print("ready", flush=True)
    given = (Received(r.article, r.article.id, r.article.id, None) for r in readings.values())
    for article in run.new(given, force=True):
        run.put(article, readings[article.id])
    run.flush()
"""


def _copies(readings: list[Reading], count: int, file: Path) -> int:
    """Many readings in a file: the same ones under other keys' texts, so that each is another article."""
    import msgspec

    from allegedly.model import article_id

    lines = []
    for number in range(count):
        for reading in readings:
            article = msgspec.structs.replace(reading.article, title=f"{reading.article.title} {number}", url=None)
            article = msgspec.structs.replace(article, id=article_id(article))
            lines.append(to_json(msgspec.structs.replace(reading, article=article)))
    file.write_bytes(b"\n".join(lines))
    return len(lines)


def test_killed_at_any_moment(tmp_path: Path, readings: list[Reading]) -> None:
    """Fifty kills at random moments leave the ledger whole; the same command in the end has everything, once."""
    path, file = tmp_path / "killed.ledger", tmp_path / "readings.jsonl"
    count = _copies(readings, 40, file)
    random = Random(1)
    killed = 0
    for _ in range(50):
        running = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(file)], stdout=subprocess.PIPE)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(random.random() * 0.12)
        running.send_signal(signal.SIGKILL)
        killed += running.wait(60) == -signal.SIGKILL
        running.stdout.close()
        with Ledger(path) as ledger:
            assert ledger._connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            assert not ledger._connection.execute("PRAGMA foreign_key_check").fetchall()
            stored, read = ledger._connection.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM readings)"
            ).fetchone()
            assert stored == read
    assert killed
    subprocess.run([sys.executable, "-c", WRITER, str(path), str(file)], check=True, stdout=subprocess.DEVNULL)
    with Ledger(path) as ledger:
        assert ledger.counts()["articles"] == count
        assert list(ledger.check()) == []


def test_a_full_disk(tmp_path: Path, readings: list[Reading]) -> None:
    """Where the file cannot grow, one sentence says so; with room again, the same command has everything, once."""
    path, file = tmp_path / "full.ledger", tmp_path / "readings.jsonl"
    count = _copies(readings, 20, file)
    Ledger(path, make=True).close()
    limit = path.stat().st_size + 1_500_000

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(path), str(file)], preexec_fn=small, capture_output=True, text=True, check=False
    )
    assert done.returncode
    with Ledger(path) as ledger:
        assert 0 < ledger.counts()["articles"] < count
        assert list(ledger.check()) == []
    subprocess.run([sys.executable, "-c", WRITER, str(path), str(file)], check=True, stdout=subprocess.DEVNULL)
    with Ledger(path) as ledger:
        assert ledger.counts()["articles"] == count
        assert list(ledger.check()) == []


def test_damage_is_told(tmp_path: Path, readings: list[Reading]) -> None:
    """What somebody changed by hand is listed: a text, a span, a word, a reference, the index."""
    path = tmp_path / "damaged.ledger"
    with Ledger(path, make=True) as ledger:
        stored(ledger, readings)
        change = ledger._connection.execute
        change("PRAGMA foreign_keys = OFF")
        change("UPDATE articles SET text = text || ' ' WHERE article = 1")
        change("UPDATE labels SET word = 'other word' WHERE article = (SELECT max(article) FROM labels)")
        change("UPDATE statements SET end = end + 100000 WHERE article = 2 AND number = 1")
        change("UPDATE statements SET within = 9999 WHERE statement = 2")
        told = "\n".join(ledger.check())
    assert "its text or metadata are not those that the id was made from" in told
    assert "the label 'other word' is not the word at its span" in told
    assert "is not inside the text" in told
    assert "its reading cannot be put together (it refers to a statement 9999, which is not there)" in told
    assert "statements, row 2: refers to a row of statements that is not there" in told
    assert "statement_words: the search index is out of step" in told


def test_everything_given_is_on_record_with_its_hash(ledger: Ledger, tmp_path: Path) -> None:
    """Each file and each article in it with the hash of its bytes; a file that cannot be read too; the bytes where asked for."""
    row = json.dumps({"title": "Bridge", "text": "Mayor Ana Ruiz said that the bridge would close."})
    (tmp_path / "one.jsonl").write_text(f"{row}\n{{}}\n", encoding="utf-8")
    page = (EXAMPLES / "museum.html").read_bytes()
    (tmp_path / "page.html").write_bytes(page)
    (tmp_path / "empty.txt").write_bytes(b"")
    ledger.add([tmp_path / "one.jsonl", tmp_path / "page.html", tmp_path / "empty.txt"], reader="rules", keep_raw=True)

    def hashed(data: bytes) -> str:
        return f"sha256:{sha256(data).hexdigest()}"

    told = ledger._connection.execute("SELECT name, result, digest FROM intake").fetchall()
    whole = (tmp_path / "one.jsonl").read_bytes()
    line = whole.splitlines(keepends=True)[0]
    assert {(Path(name.split(" ")[0]).name, result): digest for name, result, digest in told} == {
        ("one.jsonl", "added"): next(d for _, r, d in told if r == "added" and d in (hashed(line), hashed(line.rstrip()))),
        ("one.jsonl", "refused"): None,
        ("one.jsonl", "gone through"): hashed(whole),
        ("page.html", "added"): hashed(page),
        ("empty.txt", "refused"): hashed(b""),
    }
    (found,) = ledger.find("bridge", limit=1)
    assert json.loads(ledger.raw(found.id)) == json.loads(row)
    museum = next(r.article.id for r in ledger if r.article.title != "Bridge")
    assert ledger.raw(museum) == page
    assert [c.result for c in ledger.history(museum).came] == ["added"]
    assert list(ledger.check()) == []
    ledger.add([tmp_path / "page.html"], reader="rules", keep_raw=True)
    assert ledger._connection.execute("SELECT count(*) FROM raws").fetchone() == (2,)
    ledger._connection.execute("UPDATE raws SET bytes = x'00'")
    assert len([told for told in ledger.check() if told.endswith("the bytes are not those that the hash was made from")]) == 2


def test_bytes_that_were_not_kept(ledger: Ledger) -> None:
    """Without ``keep_raw`` there is the hash alone; the file given again brings the bytes, and the article is there once."""
    ledger.add([EXAMPLES / "museum.html"], reader="rules")
    (name,) = (r.article.id for r in ledger)
    with pytest.raises(BadLedger, match=r"the bytes of sha256:\w+ were not kept; add its file again with --keep-raw$"):
        ledger.raw(name)
    assert ledger.add([EXAMPLES / "museum.html"], keep_raw=True, reader="rules").there == 1
    assert ledger.raw(name) == (EXAMPLES / "museum.html").read_bytes()


def test_where_a_web_archive_had_it(ledger: Ledger, tmp_path: Path) -> None:
    """Of a page in a web archive the record's id, its digest and the day of its capture are on record beside the hash."""
    (tmp_path / "crawl.warc").write_bytes(record(response(), "WARC-Payload-Digest: sha1:AAAA"))
    ledger.add([tmp_path / "crawl.warc"], reader="rules")
    kept = ledger._connection.execute(
        "SELECT digest, record, record_digest, captured FROM intake WHERE result = 'added'"
    ).fetchall()
    captured = "2021-05-07T01:02:03Z"
    page = f"sha256:{sha256(HTML).hexdigest()}"
    assert kept == [(page, "urn:uuid:80d63307-60af-43e0-903f-574b2f432b7e", "sha1:AAAA", captured)]
