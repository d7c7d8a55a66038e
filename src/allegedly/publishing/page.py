"""A page for the terminal: the statements in reading order, each with its voice, then labels, people, and counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from allegedly.model import Reading, Reason, Statement
from allegedly.publishing.safe import line
from allegedly.publishing.words import Words, many, told, told_roles

_STANCE = {"affirms": "green", "denies": "bold red", "doubts": "yellow", "neutral": "cyan"}
_MARK = {"affirms": "", "denies": "✗ ", "doubts": "? ", "neutral": "○ "}
_STATUS = {"denied": "red", "failed": "red", "planned": "yellow", "hypothetical": "yellow", "threatened": "yellow"}
_GUTTER = 4


def write(readings: Iterable[Reading], file: TextIO, *, width: int, colour: bool) -> None:
    """Write a page for each reading, as wide as asked for, with colour or plain."""
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
    first = True
    for reading in readings:
        with console.capture() as captured:
            if not first:
                console.print()
            console.print(page(reading))
        # Tables are filled up with spaces to their width, which nobody wants to copy.
        file.write("".join(f"{row.rstrip()}\n" for row in captured.get().splitlines()))
        first = False
        file.flush()


def page(reading: Reading) -> RenderableType:
    """The page of one reading, to be printed at any width."""
    words = Words(reading)
    parts: list[RenderableType] = [
        Rule(style="dim", characters="─"),
        Text(words.title(), style="bold"),
        _dotted(words.head(), "dim"),
    ]
    parts += [Text(f"! {note}", style="yellow") for note in map(line, reading.notes)]
    parts.append(Text())
    for statement in reading.statements:
        parts.append(_statement(words, statement))
    if not reading.statements:
        parts.append(Text("Nothing in this text reads as a sentence.", style="dim"))
    if reading.labels:
        parts += [Text("\nWho calls whom what", style="bold"), _labels(words)]
    parts += [_reason(label.text, "", reason) for label in reading.labels for reason in label.why or ()]
    if any(h.type != "other" for h in reading.happenings):
        parts += [Text("\nWhat is said to have happened", style="bold"), _happenings(words)]
    if reading.ties:
        parts += [Text("\nWho is tied to whom", style="bold"), _ties(words)]
    if reading.entities:
        parts += [Text("\nWho is in it", style="bold"), _cast(words)]
    # Of mentions, those that are sources are told of beside their statements; all are in the public format.
    told_of = [(e, reason) for e in reading.entities for reason in e.why or () if not reason.field.startswith("mentions")]
    parts += [_reason(e.name, f" {reason.field}", reason) for e, reason in told_of]
    parts += [Text(), Text(words.counts(), style="dim"), Rule(style="dim", characters="─")]
    return Group(*parts)


def _reason(of: str, field: str, reason: Reason) -> RenderableType:
    return Padding(Text(f"why {line(of)}{field}: {told(reason)}", style="dim"), (0, 0, 0, 4))


def _dotted(parts: list[str], style: str) -> Text:
    return Text(" · ".join(parts), style=style)


def _statement(words: Words, statement: Statement) -> RenderableType:
    """One statement: a line of who says it and how, the words, and what is known beside them."""
    narrated = statement.mode == "narration"
    number = Text(f"{words.number[statement.id]:>{_GUTTER - 1}}", style="dim")
    body = Text(style="dim" if narrated else "")
    if narrated:
        body.append(words.outlet, style="italic")
        body.append(f"  {words.said(statement)}")
        if statement.cue:
            body.append(f"  (hedged: {words.cue(statement)})")
    else:
        body.append(words.who(statement), style="bold cyan" if statement.source.kind != "unnamed" else "bold")
        known = words.known(statement)
        if known:
            body.append(f", {known}")
        body.append(f"  {_MARK[statement.stance]}{words.verb(statement)}", style=_STANCE[statement.stance])
        cue = words.cue(statement)
        if cue and cue.split()[-1].rstrip("s") != words.verb(statement).rstrip("s"):
            body.append(f" “{cue}”", style="dim")
        to = words.to(statement)
        if to:
            body.append(f" to {to}")
        body.append(f"  {round(100 * statement.confidence)} %", style="dim")
        body.append(f"\n{words.said(statement)}")
    details = _details(words, statement)
    if details:
        body.append("\n")
        body.append(" · ".join(details), style="dim" if narrated else "blue")
    for what, sentence in words.why(statement):
        body.append(f"\nwhy {what}: {sentence}", style="dim")
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_GUTTER, justify="right", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(number, body)
    return Padding(grid, (0, 0, 0 if narrated else 1, 3 * words.depth(statement)))


def _details(words: Words, statement: Statement) -> list[str]:
    found = [
        ("through ", words.chain(statement)),
        ("rests on ", words.evidence(statement)),
        ("without a name: ", words.nameless(statement)),
        ("", words.answers(statement)),
        ("when: ", words.when(statement)),
        ("where: ", words.where(statement)),
        ("how much: ", words.much(statement)),
        ("", words.reviewed(statement)),
    ]
    return [f"{name}{value}" for name, value in found if value]


def _labels(words: Words) -> RenderableType:
    """One line for each way of calling somebody something, with how often."""
    counted: dict[tuple[str, str, str, str], int] = {}
    for label in words.reading.labels:
        row = words.label(label)
        counted[row] = counted.get(row, 0) + 1
    lines = []
    for (by, verb, called, whom), count in counted.items():
        shown = Text("    ")
        shown.append(by, style="bold")
        shown.append(f" {verb} {whom or '(somebody)'} ", style="red" if verb != "calls" else "")
        shown.append(f"“{called}”", style="magenta")
        if count > 1:
            shown.append(f" ×{count}", style="dim")
        lines.append(shown)
    return Group(*lines)


def _happenings(words: Words) -> RenderableType:
    """One line for each happening of a known type; of the others, how many there are."""
    lines = []
    for happening in words.reading.happenings:
        if happening.type == "other":
            continue
        by, what, rest = words.happening(happening)
        shown = Text("    ")
        shown.append(by, style="bold")
        status = happening.mentions[0].status
        shown.append(f" {what} ", style=_STATUS.get(status, ""))
        shown.append(rest, style="dim")
        lines.append(shown)
    left = len(words.reading.happenings) - len(lines)
    if left:
        lines.append(Text(f"    and {many(left, 'other happening')}", style="dim"))
    return Group(*lines)


def _ties(words: Words) -> RenderableType:
    """One line for each tie that a voice tells of."""
    lines = []
    for by, of, how, to in dict.fromkeys(words.tie(tie) for tie in words.reading.ties):
        shown = Text("    ")
        shown.append(by, style="bold")
        shown.append(f": {of} ")
        shown.append(how, style="red" if how.startswith("not ") else "magenta")
        shown.append(f" {to}")
        lines.append(shown)
    return Group(*lines)


def _cast(words: Words) -> RenderableType:
    """Everybody and everything in it, those spoken of most first."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=4, overflow="fold")
    for entity in sorted(words.reading.entities, key=lambda e: -len(e.mentions)):
        roles = ", ".join(line(r.text) for r in told_roles(entity))
        place = words.places.get(entity.place or "")
        near = f"{place.latitude:.2f}, {place.longitude:.2f}" if place else ""
        grid.add_row(line(entity.name), f"{entity.kind} {many(len(entity.mentions), 'mention')}", roles or near)
    return Padding(grid, (0, 0, 0, 4))
