"""PDF files with a text layer: one file is one article. It needs the extra ``pdf`` (pypdf).

Lines are joined to paragraphs, words that were divided at a line's end are made whole, and what stands at the head or the foot of
every page (the paper's name, the page's number) is left out. Nothing is recognised in pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec

from allegedly.errors import Empty, Refused, TooLong, Unreadable
from allegedly.intake import apart
from allegedly.intake.dates import day_in_name, iso
from allegedly.intake.record import Format, Record
from allegedly.intake.stream import Input

_BYTES = 100_000_000
"""Of a file with its pictures, which is held as a whole."""
_FULL = 0.8
"""A line shorter than this part of the longest usual line may end a paragraph."""
_ENDS = re.compile(r"""[.!?:…][)\]"'”’»]*$""")
_NUMBER = re.compile(r"\d+")
_NO_TITLE = re.compile(r"untitled|microsoft \w+ - |.*\.(?:docx?|indd|pdf|qxd|rtf|odt|pptx?|txt)$|[\W\d_]*$", re.IGNORECASE)
"""What programs write where a title should be."""
_DIVIDED = re.compile(r"(\w+)[-\u00ad\u2010]\n([a-zà-ÿ]\w*)")


def _looks(head: bytes) -> bool:
    return head.lstrip().startswith(b"%PDF-")


def _read(source: Input) -> Iterator[Record | Refused]:
    if find_spec("pypdf") is None:
        raise Unreadable(source.name, "is a PDF, for which a package is missing; install it: pip install 'allegedly[pdf]'")
    file = source.on_disk()
    data = file.read(_BYTES + 1)
    if len(data) > _BYTES:
        raise TooLong(source.name, f"is a PDF of more than {_BYTES:,} bytes; cut it into parts, or save its text")
    try:
        found = next(apart.found("allegedly.intake.pdftext", {"characters": source.characters}, file))
    except (apart.Ended, StopIteration) as error:
        raise Unreadable(source.name, "is a PDF that takes too much time or memory; print it into a new PDF") from error
    wrong = found.get("wrong")
    if wrong == "encrypted":
        raise Unreadable(source.name, "is encrypted; save it without a password first")
    if wrong == "long":
        raise TooLong(source.name, "is a PDF with too much text for an article; cut it into parts")
    if wrong:
        raise Unreadable(source.name, "is a PDF that cannot be read; print it into a new PDF, or save its text")
    pages = [page.replace("\r\n", "\n") for page in found["pages"]]
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise Empty(source.name, "is a PDF of pictures, without a text layer; recognise its text first (ocrmypdf)")
    notes = (f"{blank:,} of its {len(pages):,} pages have no text layer and are left out",) if blank else ()
    title = " ".join((found["title"] or "").split())
    yield Record(
        name=source.name,
        text=text_of(pages),
        title=None if _NO_TITLE.match(title) else title or None,
        filed=day_in_name(source.filename) or _day(found["made"]),
        notes=notes,
        raw=data,
    )


def _day(made: str | None) -> str | None:
    return iso(*map(int, made.split("-"))) if made else None


def text_of(pages: list[str]) -> str:
    """The running text of the pages' lines."""
    lines_of = [[" ".join(line.split()) for line in page.split("\n")] for page in _without_margins(pages)]
    lengths = sorted(len(line) for lines in lines_of for line in lines if line)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    found: list[str] = []
    current: list[str] = []

    def close() -> None:
        if current:
            found.append("\n".join(current))
            current.clear()

    for lines in lines_of:
        for line in lines:
            if line:
                current.append(line)
            if not line or (len(line) < _FULL * usual and _ENDS.search(line)):
                close()
        # A page's end ends no paragraph unless its last sentence ends there.
        if current and _ENDS.search(current[-1]):
            close()
    close()
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(" ".join(lines) for lines in lines_of).casefold()))

    def whole(match: re.Match[str]) -> str:
        joined, divided = match[1] + match[2], f"{match[1]}-{match[2]}"
        return divided if words[divided.casefold()] and not words[joined.casefold()] else joined

    return "\n\n".join(" ".join(_DIVIDED.sub(whole, paragraph).split("\n")) for paragraph in found)


def _without_margins(pages: list[str]) -> list[str]:
    """The pages without a first or last line that all have but for the number in it, and without the numbers of pages."""
    split = [page.strip().split("\n") for page in pages if page.strip()]
    often = max(3, len(split) // 2 + 1)
    for at in (0, -1):
        heads = Counter(_NUMBER.sub("#", lines[at]) for lines in split if lines)
        for lines in split:
            if lines and (heads[_NUMBER.sub("#", lines[at])] >= often or _NUMBER.fullmatch(lines[at].strip())):
                del lines[at]
    return ["\n".join(lines) for lines in split]


FORMAT = Format(name="pdf", suffixes=(".pdf",), looks=_looks, read=_read)
