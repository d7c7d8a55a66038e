"""The versions of an article, and what each says anew or no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from allegedly.model import Article, Reading, Statement
from allegedly.publishing.safe import line
from allegedly.publishing.words import Words, day


def write(versions: Sequence[tuple[Article, Reading | None]], file: TextIO) -> None:
    """Write the versions, the oldest first; a statement is the same where its source's name and its words are."""
    before: dict[tuple[str, str], str] = {}
    for number, (article, reading) in enumerate(versions, 1):
        published = day(article.published) if article.published else "date not known"
        file.write(f"Version {number}  {article.id.removeprefix('sha256:')[:12]}  {published}  {line(article.title or '')}\n")
        said = {_key(reading, s): _told(reading, s) for s in reading.statements} if reading else {}
        if reading is None:
            file.write("    kept unread\n")
        elif number > 1:
            file.writelines(f"  + {words}\n" for key, words in said.items() if key not in before)
            file.writelines(f"  - {words}\n" for key, words in before.items() if key not in said)
        before = said or before


def _key(reading: Reading, statement: Statement) -> tuple[str, str]:
    words = Words(reading)
    return words.who(statement), " ".join(words.quote(span) for span in statement.content)


def _told(reading: Reading, statement: Statement) -> str:
    who, what = _key(reading, statement)
    return f"{who}: {what}"
