"""Hostile input, made by mutation: ``python -m benchmarks.fuzz FORMAT --seconds 600``.

FORMAT is the name of a registered format, or ``all`` for one after the other (each for so long). Seeds are small real inputs of
that format, made here; bytes are changed, cut, doubled, moved, and spliced with pieces that parsers look for. It fails, with the
input in a file, on any exception but a refusal, on an input that takes more than 10 seconds of the processor (or a minute by the
clock, which runs on while other programs have the processor), and where the memory of the process grows by more than 500 MB. With
``--atheris`` coverage of this room's code guides the mutation, where atheris is installed.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import io
import json
import lzma
import random
import resource
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FunctionType

from allegedly.errors import Refused
from allegedly.intake import Input, Terms, article_from_text
from allegedly.intake.formats import formats, records
from allegedly.intake.record import Format, Record

SECONDS = 10.0
CLOCK = 60.0
MEGABYTES = 500
TEXT = "LISBON (AP) -- The mayor said on Monday that the bridge was “safe”.\n\nThe council denied that.\n"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bridge | Odra Times</title>
<meta property="og:title" content="Bridge"><meta property="article:published_time" content="2021-05-06T23:30:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge", "datePublished": "2021-05-06",
"author": [{{"@type": "Person", "name": "Ada Wren"}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge</h1><time class="date">May 6, 2021</time>
<p>{TEXT}</p><table><tr><td>1</td></tr></table></article></body></html>"""
PIECES = [
    *[b"\0", b"\xff\xfe", b"\xef\xbb\xbf"],
    *[b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"PK\x03\x04", b"PK\x05\x06", b"ustar", b"%PDF-1.7"],
    *[b"PAR1", b"WARC/1.0\r\n", b"<rss>"],
    *[b'"', b'""', b"\r\n", b"\n", b",", b"\t", b"{", b"}", b"[" * 100, b'{"text": "', b"<html>"],
    *[b"<p>", b"<!--", b"<![CDATA[", b"<?xml ", b"&#0;", b"charset=utf-7", b"\\ud800", b"1e999", b"NaN", b"2147483648", b"-1"],
    *[b"---\n", b"Title: ", b"endobj", b"stream\n", b"/Length 999999999", b"/Kids [2 0 R]", b"\x80" * 9, b"9" * 30, b"(" * 50],
]  # fmt: skip


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _tar(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def _archives() -> list[bytes]:
    files = {"a.txt": TEXT.encode(), "x" * 120 + "/ü.html": PAGE.encode(), "in.zip": _zip({"c.txt": TEXT.encode()})}
    tar = _tar(files)
    return [_zip(files), tar, _tar(files, tarfile.GNU_FORMAT), gzip.compress(tar), bz2.compress(tar), lzma.compress(tar)]


def _parquet() -> list[bytes]:
    import pyarrow as pa
    from pyarrow import parquet

    made = []
    for compression in ("snappy", "gzip", "none"):
        out = io.BytesIO()
        columns = {
            "text": [TEXT, "x" * 100, None],
            "date": pa.array([1, 2, None], pa.timestamp("ns")),
            "authors": [["a"], [], None],
        }
        parquet.write_table(pa.table(columns), out, compression=compression)
        made.append(out.getvalue())
    return made


def _pdf() -> list[bytes]:
    import pypdf

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = pypdf.generic.DecodedStreamObject()
    stream.set_data(b"BT /F1 11 Tf 10 100 Td (The mayor said that the bridge was safe.) Tj ET")
    page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 (its own way has no public name)
    writer.add_metadata({"/Title": "Bridge", "/CreationDate": "D:20210506"})
    out = io.BytesIO()
    writer.write(out)
    return [out.getvalue()]


def _warc() -> list[bytes]:
    """A page as a record of WARC 1.0 and of ARC, plain, packed a record, and in pieces (chunked)."""
    page = PAGE.encode()
    pieces = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    answers = [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + pieces,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(page),
    ]
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1b1b0e10-0000-4000-8000-00000000000%d>\r\n"
        b"WARC-Date: 2021-05-07T08:00:00Z\r\nWARC-Target-URI: http://paper.example/%d\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    )
    records = [head % (number, number, len(answer), answer) for number, answer in enumerate(answers)]
    kinds = b"1 0 test\nURL IP-address Archive-date Content-type Archive-length\n"
    arc = b"filedesc://a.arc 0.0.0.0 20210507080000 text/plain %d\n%s\n" % (len(kinds), kinds)
    arc += b"http://paper.example/1 192.0.2.1 20210507080000 text/html %d\n%s\n" % (len(answers[0]), answers[0])
    return [b"".join(records), b"".join(gzip.compress(record) for record in records), arc]


def _feeds() -> list[bytes]:
    item = f"""<title>Bridge &amp; more</title><link>http://paper.example/1</link><pubDate>Thu, 06 May 2021 23:30:00 GMT</pubDate>
<description><![CDATA[<p>{TEXT * 9}</p>]]></description>"""
    entry = f"""<title type="html">Bridge</title><id>urn:1</id><link href="/1"/><updated>2021-05-06T23:30:00Z</updated>
<author><name>Ada Wren</name></author><content type="html">&lt;p&gt;{TEXT * 9}&lt;/p&gt;</content>"""
    rss = f"""<rss version="2.0"><channel><title>Odra Times</title><item>{item}</item><item/></channel></rss>"""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Odra Times</title><entry>{entry}</entry></feed>"""
    rdf = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item>{item}</item></rdf:RDF>"""
    return [f'<?xml version="1.0"?>{feed}'.encode() for feed in (rss, atom, rdf)]


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "text": lambda: [TEXT.encode(), f"Title: Bridge\nDate: 6 May 2021\n\n{TEXT}".encode(), TEXT.encode("utf-16")],
    "html": lambda: [PAGE.encode(), PAGE.encode("utf-16")],
    "jsonl": lambda: [
        b"".join(json.dumps(row).encode() + b"\n" for row in ({"text": TEXT, "id": 1, "date": "2021-05-06"}, {"body": TEXT})),
        json.dumps([{"text": TEXT, "authors": ["a"]}]).encode(),
    ],
    "csv": lambda: [f'text,title,date\n"{TEXT}","a ""b""",2021-05-06\nx,y,z\n'.encode(), "body;id\na;1\n".encode("utf-16")],
    "archive": _archives,
    "parquet": _parquet,
    "pdf": _pdf,
    "warc": _warc,
    "wacz": lambda: [_zip({"datapackage.json": b"{}", "archive/a.warc": _warc()[0], "archive/b.warc.gz": _warc()[1]})],
    "feeds": _feeds,
    "opml": lambda: [
        b"""<?xml version="1.0"?><opml version="2.0"><head><title>Papers</title></head><body><outline text="Odra">
<outline type="rss" text="Odra Times" xmlUrl="http://paper.example/feed"/></outline></body></opml>"""
    ],
}
"""Inputs of each format to begin with; a format that is not here begins with everybody's."""


def seeds(name: str) -> list[bytes]:
    """What mutation begins with."""
    if name in SEEDS:
        return SEEDS[name]()
    return [seed for make in SEEDS.values() for seed in make()]


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """The bytes with a few things done to them."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(made) + 1)
        what = chance.randrange(7)
        if what == 0 and made:
            made[at % len(made)] = chance.randrange(256)
        elif what == 1 and made:
            made[at % len(made)] ^= 1 << chance.randrange(8)
        elif what == 2:
            made[at:at] = chance.choice(PIECES) * chance.choice([1, 1, 1, 3, 200])
        elif what == 3:
            del made[at : at + chance.choice([1, 4, 30, 400])]
        elif what == 4:
            end = at + chance.choice([4, 30, 400])
            made[at:at] = made[at:end] * chance.choice([1, 2, 50])
        elif what == 5:
            other = chance.choice(others)
            begin = chance.randrange(len(other) + 1)
            made[at:] = other[begin:]
        else:
            made[at : at + 4] = chance.choice([b"\xff\xff\xff\x7f", b"\xff" * 4, bytes(4), b"\0\0\0\x80"])
    return bytes(made[:2_000_000])


def run(one: Format, data: bytes) -> None:
    """Take the input in as that format, and as what it looks like."""
    name = f"fuzzed{one.suffixes[0] if one.suffixes else ''}"
    given = Input(name, io.BytesIO(data), filename=name, characters=100_000)
    try:
        for found in one.read(given):
            _whole(found)
    except Refused:
        pass
    finally:
        given.close()
    for found in records(Input(name, io.BytesIO(data), filename=name, characters=100_000, terms=Terms(seen=lambda _: None))):
        _whole(found)


def _whole(found: Record | Refused) -> None:
    if isinstance(found, Record):
        article_from_text(found.text[:100_000], title=found.title, published=found.published).text.encode("utf-8")
    else:
        assert "\n" not in str(found), found


def memory() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def processor() -> float:
    """Seconds of the processor that this process and those that it started have had."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def checked(one: Format, data: bytes, most: int) -> None:
    """Run it, and keep the input where it does what it must not.

    Raises:
        SystemExit: It did, with what and where the input is.
    """
    begun, used = time.perf_counter(), processor()
    wrong: str | None = None
    try:
        run(one, data)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what is looked for)
        wrong = f"{type(error).__name__}: {error}"
    taken = processor() - used
    if taken > SECONDS or time.perf_counter() - begun > CLOCK:
        wrong = wrong or f"took {taken:.0f} s of the processor, {time.perf_counter() - begun:.0f} s by the clock"
    if memory() > most:
        wrong = wrong or f"memory grew to {memory()} MB"
    if wrong:
        kept = Path(tempfile.gettempdir()) / f"fuzz-{one.name}-{time.time_ns()}"
        kept.write_bytes(data)
        raise SystemExit(f"{one.name}: {wrong}; the input is {kept}")


def mutate(one: Format, seconds: float, seed: int) -> None:
    """Mutate for so long."""
    chance = random.Random(seed)
    pool = seeds(one.name)
    for data in pool:
        checked(one, data, 1 << 30)
    most, begun, runs = memory() + MEGABYTES, time.monotonic(), 0
    while time.monotonic() - begun < seconds:
        checked(one, mutated(chance.choice(pool), chance, pool), most)
        runs += 1
    print(
        f"{one.name}: {runs:,} inputs in {seconds:.0f} s, no crash, none over {SECONDS:.0f} s, {memory()} MB at most, "
        f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB in processes apart",
        flush=True,
    )


def guided(one: Format, seconds: float) -> None:
    """The same, guided by coverage; ends the process."""
    import atheris

    folder = Path(tempfile.mkdtemp())
    for number, data in enumerate(seeds(one.name)):
        (folder / str(number)).write_bytes(data)
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name.startswith("allegedly.intake") else ():
            for function in [value, *(vars(value).values() if isinstance(value, type) else ())]:
                if isinstance(function, FunctionType) and function.__module__ == name:
                    atheris.instrument_func(function)
    most = memory() + MEGABYTES + 500
    limits = [f"-max_total_time={seconds:.0f}", f"-timeout={CLOCK:.0f}", "-rss_limit_mb=0", "-max_len=100000"]
    arguments = [sys.argv[0], str(folder), *limits]
    atheris.Setup(arguments, lambda data: checked(one, data, most))
    atheris.Fuzz()


def main() -> None:
    """Fuzz one format or all."""
    parser = argparse.ArgumentParser(description="Hostile input, made by mutation.")
    parser.add_argument("format", choices=["all", *(one.name for one in formats())])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true", help="guide it by coverage, where atheris is installed")
    given = parser.parse_args()
    for one in formats():
        if given.format in ("all", one.name):
            if given.atheris:
                guided(one, given.seconds)
            mutate(one, given.seconds, given.seed)


if __name__ == "__main__":
    main()
