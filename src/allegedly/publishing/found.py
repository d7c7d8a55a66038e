"""Statements found in a ledger → text for a terminal, JSON, JSON Lines, CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from allegedly.publishing.safe import cell, line
from allegedly.publishing.words import KINDS, STANCES, day

if TYPE_CHECKING:
    from rich.console import Console

    from allegedly.ledger import Found

_MARKED = re.compile("\x02(.*?)\x03", re.DOTALL)
_COLUMNS = ("id", "outlet", "published", "source", "stance", "act", "mode", "words", "confidence", "url", "article", "review")


def write(found: Sequence[Found], form: str, file: TextIO, *, width: int, colour: bool) -> None:
    """Write what was found.

    Args:
        found: The statements.
        form: ``text``, ``json`` (one list), ``jsonl`` or ``csv``.
        file: Where to.
        width: Columns of the text.
        colour: Whether the text has colour; without it, what was looked for stands in brackets.
    """
    if form == "text":
        _text(found, file, width=width, colour=colour)
    elif form == "csv":
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(_COLUMNS)
        table.writerows([cell(str(value)) if isinstance(value, str) else value for value in _row(one)] for one in found)
    elif form == "jsonl":
        file.writelines(f"{json.dumps(plain(one), ensure_ascii=True)}\n" for one in found)
    else:
        file.write(json.dumps([plain(one) for one in found], ensure_ascii=True, indent=1) + "\n")


def _row(one: Found) -> Iterable[Any]:
    article, s = one.article, one.statement
    words = _MARKED.sub(r"\1", one.highlighted)
    yield from (one.id, article.outlet or "", article.published or "", one.source or "", s.stance, s.act, s.mode, words)
    yield from (s.confidence, article.url or "", article.id, s.review.standing if s.review else "")


def plain(one: Found) -> dict[str, Any]:
    """The statement in the public format, with what is known of its article but the text."""
    article = {k: v for k, v in msgspec.to_builtins(one.article).items() if k != "text"}
    words = [one.article.text[start:end] for start, end in one.statement.content]
    marked = [[m.start(1) - 2 * i - 1, m.end(1) - 2 * i - 1] for i, m in enumerate(_MARKED.finditer(one.highlighted))]
    return {
        "id": one.id,
        "article": article,
        "source": one.source,
        "words": _MARKED.sub(r"\1", one.highlighted),
        "found": marked,
        "pieces": words,
        "statement": msgspec.to_builtins(one.statement),
    }


def _text(found: Sequence[Found], file: TextIO, *, width: int, colour: bool) -> None:
    from rich.console import Console

    console = Console(
        file=file,
        width=max(width, 30),
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for one in found:
        with console.capture() as captured:
            _one(one, console, colour=colour)
        # What is filled up with spaces to the width, nobody wants to copy.
        file.write("".join(f"{row.rstrip()}\n" for row in captured.get().splitlines()))


def _one(one: Found, console: Console, *, colour: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    s = one.statement
    verb = STANCES.get(s.stance) or KINDS[s.act]
    head = Text(line(one.source or "nobody named"), style="bold")
    head.append(f"  {verb}", style="red" if s.stance == "denies" else "dim")
    head.append(f"  {one.id}  {s.confidence:.0%}".replace("%", " %"), style="dim")
    if s.review is not None:
        head.append(f"  {s.review.standing} by {' and '.join(map(line, s.review.who))}", style="magenta")
    console.print(head, soft_wrap=False)
    words = Text()
    at = 0
    for match in _MARKED.finditer(one.highlighted):
        words.append(_kept(one.highlighted[at : match.start()]))
        hit = _kept(match[1])
        words.append(hit if colour else f"[{hit}]", style="reverse")
        at = match.end()
    words.append(_kept(one.highlighted[at:]))
    console.print(Padding(words, (0, 0, 0, 4)))
    article = one.article
    known = [line(article.title or ""), line(article.outlet or ""), day(article.published) if article.published else ""]
    console.print(Padding(Text(" · ".join(filter(None, known)) or article.id[:19], style="dim"), (0, 0, 1, 4)))


def _kept(words: str) -> str:
    """Harmless words, the spaces at their ends kept."""
    plain = line(words)
    return f"{' ' * words[:1].isspace()}{plain}{' ' * (bool(plain) and words[-1:].isspace())}"
