"""PDF files: the text layer as paragraphs; pictures, passwords and bombs are refused with what to do."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.errors import Empty, TooLong, Unreadable
from allegedly.intake.pdf import text_of

PAGE = [
    "THE ODRA TIMES",
    "The bridge over the Odra is safe, the mayor of the town said on Thurs-",
    "day. He denied that its piers had been damaged by the flood of the week",
    "before.",
    "The council had asked for an inquiry, which he called a co-ordinated at-",
    "tack on him.",
]


def made(pages: list[list[str]], *, title: str | None = None, made_on: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = zlib.compress(f"BT /F1 11 Tf 14 TL 60 760 Td\n{shown}ET".encode("latin-1"))
        objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        font = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /MediaBox [0 0 595 842] /Contents %d 0 R >>" % (font, len(objects)))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    about = f"<< {f'/Title ({title})' if title else ''} {f'/CreationDate (D:{made_on})' if made_on else ''} >>"
    objects.append(about.encode())
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects)))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def test_the_article_of_a_pdf(take: Callable[..., Any]) -> None:
    """Lines become paragraphs, divided words become whole; title and day come from what the file says of itself."""
    taken = take({"a.pdf": made([PAGE[1:]], title="Bridge is safe", made_on="20210506080000Z")})
    (article,) = taken.articles
    assert article.text == (
        "The bridge over the Odra is safe, the mayor of the town said on Thursday. He denied that its piers had been damaged by "
        "the flood of the week before.\n\nThe council had asked for an inquiry, which he called a co-ordinated attack on him."
    )
    assert (article.title, article.published, taken.warned) == ("Bridge is safe", "2021-05-06", [])


def test_heads_of_pages(take: Callable[..., Any]) -> None:
    """What stands on every page, and the pages' numbers, are no part of the article; a sentence goes on over the page."""
    pages = [["THE ODRA TIMES", f"{part} of the story that goes", str(number)] for number, part in enumerate("abc", 1)]
    pages[-1].insert(2, "to its end.")
    (article,) = take({"a-2021-05-07.pdf": made(pages, title="Microsoft Word - x.doc", made_on="20200101")}).articles
    assert article.text == "a of the story that goes b of the story that goes c of the story that goes to its end."
    assert (article.title, article.published) == (None, "2021-05-07")


def test_pages_without_text(take: Callable[..., Any]) -> None:
    """A PDF of pictures is refused with what to do; where some pages have text, what is missing is told."""
    taken = take({"a.pdf": made([[], []]), "b.pdf": made([["The bridge is safe, the mayor said."], []])})
    assert taken.refused == ["a.pdf: is a PDF of pictures, without a text layer; recognise its text first (ocrmypdf)"]
    assert taken.kinds == [Empty]
    assert taken.warned == ["b.pdf: 1 of its 2 pages have no text layer and are left out"]


def test_an_encrypted_pdf(take: Callable[..., Any]) -> None:
    """A PDF with a password is refused with what to do."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made([PAGE])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    taken = take({"a.pdf": out.getvalue()})
    assert taken.refused == ["a.pdf: is encrypted; save it without a password first"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%", b"%PDF-1.4\n" + bytes(range(256)) * 40, made([PAGE])[:300]])
def test_a_damaged_pdf(take: Callable[..., Any], data: bytes) -> None:
    """A PDF that cannot be read is refused, under whatever name."""
    taken = take({"a": data})
    assert taken.refused == ["a: is a PDF that cannot be read; print it into a new PDF, or save its text"]
    assert taken.kinds == [Unreadable]


def test_a_pdf_bomb(take: Callable[..., Any]) -> None:
    """A PDF that unpacks to more text than an article has is refused, and so is one that would fill the memory."""
    taken = take({"a.pdf": made([["x" * 90] * 50] * 4)}, max_characters=1000)
    assert taken.kinds == [TooLong]
    assert taken.refused == ["a.pdf: is a PDF with too much text for an article; cut it into parts"]


def test_divided_words() -> None:
    """A divided word is made whole, unless the text has it with its hyphen elsewhere."""
    pages = ["The vice-\npresident and another vice-president saw the bri-\ndge."]
    assert text_of(pages) == "The vice-president and another vice-president saw the bridge."
    assert text_of([]) == ""


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_lines(pages: list[str]) -> None:
    """Whatever the pages' lines are, a text comes out of them."""
    assert isinstance(text_of(pages), str)


def test_without_the_package(take: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pypdf is not installed, the sentence says how to install it."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    taken = take({"a.pdf": made([PAGE])})
    assert taken.refused == ["a.pdf: is a PDF, for which a package is missing; install it: pip install 'allegedly[pdf]'"]


def test_a_pdf_that_takes_all_memory(take: Callable[..., Any]) -> None:
    """A page of a kilobyte that unpacks to gigabytes is stopped in its own process, and the next input is read."""
    zeros = zlib.compress(bytes(200_000_000), 9)
    bomb = zlib.compress(zeros * 30, 9)
    data = made([PAGE])
    page = data[data.index(b"<< /Filter") : data.index(b"endstream")]
    packed = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\n" % (len(bomb), bomb)
    taken = take({"a.pdf": data.replace(page, packed), "b.txt": "Two, said the mayor."})
    assert [article.text for article in taken.articles] == ["Two, said the mayor."]
    assert len(taken.refused) == 1
