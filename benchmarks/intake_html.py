r"""How well web pages are taken in: ``python -m benchmarks.intake_html``.

Two sets of the development data. On ``html_articles_zyte`` the **body** is measured as the article extraction benchmark does
that published the pages: both texts as bags of four-word shingles (words are runs of ``\w``, as they are written); of each page
precision and recall, the means of both over all pages, and F1 of these two means. On ``html_metadata_trafilatura`` **title** and
**author** are right where they equal the gold ones but for case, white space and the kind of quotation marks and dashes (authors
in any order, and however they are separated), a **date** where it is the same day; each out of the pages that have one in the
gold. **Must** are strings that stand in the article, **must not** such as stand around it (menus, comments, other articles);
compared without regard to white space.

``--wrong`` lists what is not right, page by page.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import unicodedata
from collections import Counter
from typing import Any

from allegedly.errors import Refused
from allegedly.intake import MAX_CHARACTERS
from allegedly.intake.formats import records
from allegedly.intake.record import Record
from allegedly.intake.stream import Input
from benchmarks.shared import data, rows, table

_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00ad": None})


def taken(row: dict[str, Any]) -> Record | None:
    """What the intake makes of a page; null where it refuses it."""
    page = io.BytesIO(row["html"].encode("utf-8", "replace"))
    found = next(records(Input("page", page, filename="page.html", characters=MAX_CHARACTERS)))
    return None if isinstance(found, Refused) else found


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Its runs of four words; all of them where there are fewer."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def likeness(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of the shingles."""
    true, given = shingles(gold), shingles(found)
    same = (true & given).total()
    return same / given.total() if given else 0.0, same / true.total() if true else 1.0


def plain(words: str | None) -> str:
    """Words as they are compared."""
    return " ".join(unicodedata.normalize("NFKC", words or "").translate(_ALIKE).casefold().split())


def names(words: str | None) -> set[str]:
    """The authors that a byline names."""
    return {name for name in re.split(r"\s*(?:[;,|&]|\band\b|\bund\b)\s*", plain(words)) if name}


def body(*, wrong: bool) -> None:
    """Print how much of the bodies is got."""
    figures: list[tuple[float, float]] = []
    refused = 0
    for row in rows(data("dev/html_articles_zyte.jsonl.gz")):
        found = taken(row)
        refused += found is None
        precision, recall = likeness(row["articleBody"], found.text if found else "")
        figures.append((precision, recall))
        if wrong and min(precision, recall) < 0.9:
            print(f"{precision:.3f} {recall:.3f} {row['id'][:12]} {row['url']}")
    precision, recall = (statistics.mean(column) for column in zip(*figures, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    line = ["html_articles_zyte", len(figures), refused, precision, recall, f1]
    print(table(["body", "pages", "refused", "P", "R", "F1"], [line]))


def metadata(*, wrong: bool) -> None:
    """Print how much of what is known of the articles is got."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    unasked: Counter[str] = Counter()
    for row in rows(data("dev/html_metadata_trafilatura.jsonl.gz")):
        found = taken(row) or Record("page", "")
        for field, gold, got in (
            ("title", row["title"], found.title),
            ("date", row["date"], found.published),
            ("author", row["author"], found.byline),
        ):
            if not gold:
                unasked[field] += got is not None
                continue
            alike = names(gold) == names(got) if field == "author" else plain(gold) == plain(got)
            given[field] += 1
            right[field] += alike
            if wrong and not alike:
                print(f"{field}: {row['id']}: {gold!r}, not {got!r}")
        text = plain(found.text)
        for field, expected in (("must", True), ("mustnot", False)):
            for string in row[field] or ():
                given[field] += 1
                right[field] += (plain(string) in text) is expected
                if wrong and (plain(string) in text) is not expected:
                    print(f"{field}: {row['id']}: {string!r}")
    print(
        table(
            ["html_metadata_trafilatura", "in the gold", "right", "share", "given where gold has none"],
            [[f, given[f], right[f], right[f] / given[f], unasked[f]] for f in ("title", "date", "author", "must", "mustnot")],
        )
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How well web pages are taken in.")
    parser.add_argument("--wrong", action="store_true", help="list what is not right, page by page")
    given = parser.parse_args()
    body(wrong=given.wrong)
    print()
    metadata(wrong=given.wrong)


if __name__ == "__main__":
    main()
