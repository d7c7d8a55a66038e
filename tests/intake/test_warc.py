"""Web archives: the pages are articles, and what is broken is told and passed over."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import re
import time
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.errors import Refused
from allegedly.intake.formats import format_of
from allegedly.intake.record import Provenance, Record
from allegedly.intake.stream import Input
from allegedly.intake.terms import Terms
from tests.intake.archives import HTML, UNDATED, collection, packed, record, response
from tests.intake.test_html import ONE, TWO

BODY = f"{ONE}\n\n{TWO}"
NAME = "a.warc › https://odra.example/ferry"
MEND = "it is passed over, and a whole copy of the archive mends it"
REST = record(b"x", kind="request")


def found(data: bytes, name: str = "a.warc", characters: int = 100_000, unpacked: int | None = None) -> list[Record | Refused]:
    """Everything that a file gives, refusals and notes too."""
    try:
        source = Input(name, io.BytesIO(data), filename=name, characters=characters, terms=Terms(unpacked=unpacked))
        items: list[Record | Refused] = []
        for item in format_of(source).read(source):
            items.append(item)  # noqa: PERF402 (what comes before a refusal is kept)
    except Refused as refused:
        return [*items, refused] if "items" in locals() else [refused]
    finally:
        if "source" in locals():
            source.close()
    return items


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a", "-"])
def test_a_page(take: Callable[..., Any], name: str) -> None:
    """A response that is HTML is an article, with what the page says of itself; what else there is, is counted in a note."""
    records = [record(b"software: x", kind="warcinfo"), REST, record(response()), record(b"a: b", kind="metadata")]
    data = packed(*records) if name in {"a.warc.gz", "-"} else b"".join(records)
    taken = take({}, ["-"], stdin=data) if name == "-" else take({name: data})
    (article,) = taken.articles
    shown = "standard input" if name == "-" else name
    assert (article.text, article.title, article.published) == (BODY, "Ferry was overloaded", "2021-05-06")
    assert article.url == "https://odra.example/ferry"
    assert taken.warned == [f"{shown}: 3 of its records are no pages and are passed over"]
    assert taken.refused == []


def test_what_the_archive_says() -> None:
    """Id, digest and time of the capture are kept, and the record is called by file and address."""
    (item,) = found(record(response(), f"WARC-Payload-Digest: sha1:{base64.b32encode(hashlib.sha1(HTML).digest()).decode()}"))  # noqa: S324 (what archives have)
    assert isinstance(item, Record)
    assert item.name == NAME
    assert item.provenance == Provenance(
        record="urn:uuid:80d63307-60af-43e0-903f-574b2f432b7e",
        digest=f"sha1:{base64.b32encode(hashlib.sha1(HTML).digest()).decode()}",  # noqa: S324 (the same)
        captured="2021-05-07T01:02:03Z",
    )
    assert item.notes == ()


def test_the_day_of_capture_is_no_day_of_publication(take: Callable[..., Any]) -> None:
    """A page that gives no day has none; when it was captured is noted."""
    taken = take({"a.warc": record(response(UNDATED))})
    assert [article.published for article in taken.articles] == [None]
    assert taken.warned == [
        f"{NAME}: it gives no day of publication; it was captured on 2021-05-07, --published says what you know"
    ]


@pytest.mark.parametrize(
    "block",
    [
        response(status="404 Not Found"),
        response(status="301 Moved"),
        response(kind="application/json"),
        response(b'{"a": 1}', kind=""),
        b"no HTTP at all",
        b"",
    ],
)
def test_what_is_no_page(take: Callable[..., Any], block: bytes) -> None:
    """Other answers are counted; an archive without a page is refused."""
    taken = take({"a.warc": record(block)})
    assert taken.refused == ["a.warc: holds no web page; give an archive with HTML responses in it"]
    assert taken.warned == ["a.warc: 1 of its records is no page and is passed over"]


def chunked(data: bytes) -> bytes:
    """The data in two chunks."""
    parts = [data[:100], data[100:]]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(HTML), ["Content-Encoding: gzip"]),
        (HTML, ["Content-Encoding: gzip"]),  # undone by the archive, its header left
        (zlib.compress(HTML), ["Content-Encoding: deflate"]),
        (zlib.compress(HTML)[2:-4], ["Content-Encoding: deflate"]),
        (brotli.compress(HTML), ["Content-Encoding: br"]),
        (HTML, ["Content-Encoding: br"]),
        (chunked(HTML), ["Transfer-Encoding: chunked"]),
        (HTML, ["Transfer-Encoding: chunked"]),
        (chunked(gzip.compress(HTML)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
        (gzip.compress(gzip.compress(HTML)), ["Content-Encoding: gzip, gzip"]),
    ],
)
def test_packed_bodies(take: Callable[..., Any], body: bytes, headers: list[str]) -> None:
    """A body is unpacked as its headers say, or as it shows where they are wrong."""
    taken = take({"a.warc": record(response(body, *headers))})
    assert [article.text for article in taken.articles] == [BODY]
    assert taken.warned == []


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [
        (b"\x28\xb5\x2f\xfd", "zstd", "is packed as 'zstd', which is not known; save its page as HTML"),
        (b"\x1f\x8b\x08junk", "gzip", "has a packed body that is damaged; fetch its page again"),
        (HTML, "gzip, gzip, gzip, gzip, gzip", "is packed 5 times over; save its page as HTML"),
        (
            gzip.compress(b"a" * 30_000_000),
            "gzip",
            "is larger than 1,600,064 bytes, unpacked; raise the limit with --max-characters",
        ),
        (
            brotli.compress(b"a" * 30_000_000),
            "br",
            "is larger than 1,600,064 bytes, unpacked; raise the limit with --max-characters",
        ),
    ],
)
def test_bodies_that_cannot_be_unpacked(take: Callable[..., Any], body: bytes, coding: str, reason: str) -> None:
    """Unknown, damaged and endless packing is refused, and the next record is read."""
    data = record(response(body, f"Content-Encoding: {coding}")) + record(response())
    taken = take({"a.warc": data}, max_characters=100_000)
    assert taken.refused == [f"{NAME}: {reason}"]
    assert len(taken.articles) == 1


def test_the_encoding_that_the_server_named(take: Callable[..., Any]) -> None:
    """The encoding in the archived header counts before the page's own."""
    page = HTML.decode().replace("Bo Lark", "Łucja Żak").encode("windows-1250")
    (article,) = take({"a.warc": record(response(page, kind="text/html; charset=windows-1250"))}).articles
    assert "Łucja Żak" in article.text


def test_a_page_without_its_response(take: Callable[..., Any]) -> None:
    """A bare resource that is HTML is a page, and an address in angle brackets is one."""
    (article,) = take({"a.warc": record(HTML, kind="resource", url="<https://odra.example/ferry>")}).articles
    assert (article.text, article.url) == (BODY, "https://odra.example/ferry")


def test_the_address_of_a_page(take: Callable[..., Any]) -> None:
    """A page's own word for its address counts on its own host only."""
    urls = ["https://www.odra.example/ferry?from=mail", "https://elsewhere.example/copy"]
    data = b"".join(record(response(), url=url) for url in urls)
    assert [a.url for a in take({"a.warc": data}).articles] == ["https://odra.example/ferry", "https://elsewhere.example/copy"]


def test_a_digest_that_does_not_match(take: Callable[..., Any]) -> None:
    """A page that was changed after its capture is read, with a note."""
    taken = take({"a.warc": record(response(), f"WARC-Payload-Digest: sha1:{'A' * 32}")})
    assert len(taken.articles) == 1
    assert taken.warned == [f"{NAME}: its digest does not match: it was changed or damaged after its capture"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"nothing of the kind\r\nat all\r\n\r\n", "at byte 0: what stands here is no record"),
        (record(b"", length="-1"), "at byte 0: the record gives '-1' as its length"),
        (record(b"", length="many"), "at byte 0: the record gives 'many' as its length"),
        (record(b"", length="9" * 5000), f"at byte 0: the record gives '{'9' * 20}' as its length"),
        (record(b"abcdef\r\n", kind="request", length=3), "at byte 284: what stands here is no record"),
    ],
)
def test_a_broken_record(broken: bytes, reason: str) -> None:
    """A record that is broken is told with its place, and the next is read."""
    data = broken + record(response())
    items = found(data)
    refusals = [str(item) for item in items if isinstance(item, Refused)]
    assert [re.sub("(?<=byte )2[0-9]+", "284", one) for one in refusals][:1] == [f"a.warc {reason}; {MEND}"]
    assert [item.text for item in items if isinstance(item, Record)] == [BODY]


def test_a_length_that_is_too_long() -> None:
    """A record that claims more than it has does not swallow the next ones."""
    items = found(record(response(), length=10**12) + record(response(), url="https://odra.example/2"))
    assert [item.name for item in items] == [NAME, "a.warc › https://odra.example/2"]
    first = items[0]
    assert isinstance(first, Record)
    assert first.notes == ("its record is cut off, and what is there is read; a whole copy of the archive mends it",)


def test_a_file_that_is_cut_off() -> None:
    """Of a record that the end of the file cuts off is read what is there."""
    whole = record(response())
    (item,) = found(whole[: whole.index(b"</article>")])
    assert isinstance(item, Record)
    assert item.text == BODY
    assert "cut off" in item.notes[0]


def test_a_damaged_member() -> None:
    """In a packed archive one damaged record costs no other."""
    parts = [gzip.compress(record(response(), url=f"https://odra.example/{i}"), mtime=0) for i in range(5)]
    parts[2] = parts[2][:200] + bytes(60) + parts[2][260:]
    items = found(b"".join(parts), "a.warc.gz")
    pages = [item.name for item in items if isinstance(item, Record)]
    assert pages[:2] == ["a.warc.gz › https://odra.example/0", "a.warc.gz › https://odra.example/1"]
    assert pages[-2:] == ["a.warc.gz › https://odra.example/3", "a.warc.gz › https://odra.example/4"]
    assert [str(item).partition(": ")[2] for item in items if isinstance(item, Refused)] == [
        f"the packed file is damaged here; {MEND}"
    ]


def test_a_damaged_beginning() -> None:
    """A packed archive whose first record is damaged is read from its second."""
    data = packed(record(b"software: x", kind="warcinfo"), record(response()))
    items = found(data[:14] + b"\xff\xff" + data[16:], "a.warc.gz")
    assert [str(item) for item in items if isinstance(item, Refused)] == [
        f"a.warc.gz at byte 0: the packed file is damaged here; {MEND}"
    ]
    assert [item.text for item in items if isinstance(item, Record)] == [BODY]


def test_gzip_in_one_piece() -> None:
    """An archive that is packed as a whole, which other readers refuse, is read."""
    items = found(gzip.compress(record(response()) * 3), "a.warc.gz")
    assert [item.name for item in items] == [NAME.replace("warc", "warc.gz")] * 3


def test_arc(take: Callable[..., Any]) -> None:
    """The older format is read too: both its versions, packed or not, and addresses with blanks."""
    block = response()
    head = b"filedesc://a.arc 0.0.0.0 20210507010203 text/plain 6\n1 0 X\n\n"
    one = b"https://odra.example/a b 93.184.216.34 20210507010203 text/html %d\n%b\n" % (len(block), block)
    two = b"https://odra.example/v2 93.184.216.34 20210507010203 text/html 200 - - 5 a.arc %d\n%b\n" % (len(block), block)
    for name, data in (("a.arc", head + one + two), ("b.arc.gz", packed(head, one, two))):
        taken = take({name: data})
        assert [article.text for article in taken.articles] == [BODY, BODY]
        assert taken.refused == []
    (first, *_) = [item for item in found(head + one, "a.arc") if isinstance(item, Record)]
    assert first.name == "a.arc › https://odra.example/a b"
    assert first.provenance == Provenance(captured="2021-05-07T01:02:03Z")


def test_wacz(take: Callable[..., Any], tmp_path: Any) -> None:  # noqa: ANN401 (pytest's path)
    """A WACZ file gives the pages of its archives, by its name or by what it holds; other zip files are none."""
    data = collection(archive__a_warc_gz=packed(record(response())), archive__b_warc=record(response()), pages__x_warc=b"no")
    for name in ("a.wacz", "b.zip"):
        assert [article.text for article in take({name: data}).articles] == [BODY, BODY]
    assert take({"c.wacz": collection(other=b"x")}).refused == [
        "c.wacz: holds no web page; give an archive with HTML responses in it"
    ]
    assert take({"d.wacz": data[:-200]}).refused == ["d.wacz: is a damaged WACZ archive; fetch it again"]
    assert (tmp_path / "a.wacz").exists()


def test_wacz_with_a_damaged_part(take: Callable[..., Any]) -> None:
    """A part that is damaged costs the others nothing."""
    data = bytearray(collection(archive__a_warc=record(response()), archive__b_warc=record(response())))
    at = data.index(b"overloaded")
    data[at : at + 4] = b"XXXX"
    taken = take({"a.wacz": bytes(data)})
    assert taken.refused == ["a.wacz archive/a.warc: is damaged or locked with a password; make the archive again"]
    assert len(taken.articles) >= 1


def test_memory_is_bounded() -> None:
    """However long a record is or says it is, and however much a member unpacks to, little of it is held."""
    bomb = gzip.compress(record(b"a" * 90_000_000, kind="request") + record(response(b"b" * 5_000_000)))
    tracemalloc.start()
    items = found(bomb, "a.warc.gz", characters=10_000, unpacked=100_000_000)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    (refused,) = [str(item) for item in items if isinstance(item, Refused)]
    large = "is larger than 160,064 bytes, too large for a page; raise the limit with --max-characters"
    assert refused == f"a.warc.gz › https://odra.example/ferry: {large}"
    assert most < 20_000_000


def test_a_gzip_bomb() -> None:
    """What unpacks to more than is reasonable for its size is stopped; what came before is read."""
    *records, refused = found(gzip.compress(record(response()) + b"\0" * 50_000_000), "a.warc.gz")
    assert [type(item).__name__ for item in records] == ["Record"]
    assert str(refused) == "a.warc.gz: unpacks to more than 20,000,000 bytes; raise the limit with --max-unpacked"


WHOLE = [
    b"".join(
        [REST, record(response()), record(response(gzip.compress(HTML), "Content-Encoding: gzip")), record(HTML, kind="resource")]
    ),
    packed(REST, record(response(chunked(HTML), "Transfer-Encoding: chunked")), record(response())),
    b"filedesc://a.arc 0.0.0.0 20210507010203 text/plain 6\n1 0 X\n\nhttp://o.example/ 1.1.1.1 20210507010203 text/html 90\n"
    + response(b"<p>x"),
    collection(archive__a_warc_gz=packed(record(response()))),
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """An archive with some bytes changed, taken out, doubled or put elsewhere."""
    data = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(1, 6))):
        a, b = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        b = min(b, a + draw(st.sampled_from([0, 1, 8, 300])))
        how = draw(st.sampled_from(["bytes", "cut", "twice", "end", "length"]))
        if how == "bytes":
            data = data[:a] + draw(st.binary(max_size=8)) + data[b:]
        elif how == "cut":
            data = data[:a] + data[b:]
        elif how == "twice":
            data = data[:b] + data[a:]
        elif how == "end":
            data = data[:a] if a > 40 else data
        else:
            data = data.replace(b"Content-Length: ", b"Content-Length: %d" % draw(st.integers(-1, 10**20)), 1)
    return data


@settings(deadline=None, max_examples=300)
@given(mutated(), st.sampled_from(["a.warc", "a.warc.gz", "a.arc", "a.wacz", "a"]))
def test_any_damage(data: bytes, name: str) -> None:
    """Whatever is damaged, articles, notes and refusals come of it, each refusal one sentence, and in bounded time."""
    begun = time.monotonic()
    for item in found(data, name):
        if isinstance(item, Refused):
            assert str(item).startswith(name)
            assert "; " in item.reason
            assert "\n" not in str(item)
    assert time.monotonic() - begun < 10
