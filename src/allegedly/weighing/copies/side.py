"""One article of a pair, made ready to be compared with others."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from allegedly.model import Article, Span
from allegedly.reading.parse import paragraphs_of
from allegedly.reading.quotations import find_quotations
from allegedly.weighing.copies.credit import owner, suppliers
from allegedly.weighing.copies.passages import Text
from allegedly.weighing.copies.vocabularies import rows
from allegedly.weighing.copies.words import Hashes, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_POST = re.compile(r"\(@\w{1,30}\)")
"""Who wrote a post: *— Ana Ruiz (@anaruiz) March 3, 2018*."""


class Side(Text):
    """An article with what it says of itself."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.text)
        self.article = article

    @cached_property
    def owner(self) -> str | None:
        """Its outlet, by its best-known name."""
        return owner(self.article.outlet)

    @cached_property
    def suppliers(self) -> frozenset[str]:
        """Whom it says it has its text from, itself left out."""
        return suppliers(self.article) - {self.owner or ""}

    @cached_property
    def day(self) -> int:
        """The number of its day of publication; -1 where it is not known."""
        return day(self.article.published)

    @cached_property
    def title(self) -> str:
        """The words of its headline; empty where it has none or one of a word or two, which names no report."""
        words = (self.article.title or "").casefold().split()
        return " ".join(words) if len(words) > 2 else ""

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Whether each word stands in quotation marks, in a paragraph that a colon announces, or in a post that is shown."""
        spans = [q.span for q in find_quotations(self.text, self._paragraphs)]
        announced = False
        for start, end in self._paragraphs:
            if announced:
                spans.append((start, end))
            announced = self.text[start:end].endswith(":")
            spans.extend((start, post.start()) for post in list(_POST.finditer(self.text, start, end))[-1:])
        return self._covered(spans)

    @cached_property
    def first_person(self) -> NDArray[np.bool_]:
        """Whether each word is one by which somebody speaks of himself: *I*, *our*."""
        return np.isin(self.words.hashes, _first_person())

    @cached_property
    def furniture(self) -> NDArray[np.bool_]:
        """Whether each word stands in a paragraph that is the page's and not the report's: captions, boxes, notices."""
        return self._covered([span for span in self._paragraphs if _furniture().search(self.text, *span)])

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return paragraphs_of(self.text)

    def _covered(self, spans: list[Span]) -> NDArray[np.bool_]:
        edges = np.zeros(len(self.words.starts) + 1, np.int64)
        for start, end in spans:
            edges[np.searchsorted(self.words.starts, start)] += 1
            edges[np.searchsorted(self.words.starts, end)] -= 1
        return np.cumsum(edges[:-1]) > 0


@cache
def _first_person() -> Hashes:
    return words(" ".join(row["word"] for row in rows("firstperson"))).hashes


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row["phrase"]) for row in rows("furniture")))


def day(published: str | None) -> int:
    """The number of a day of publication; -1 where it is not known or is no day."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else -1
    except ValueError:
        return -1
