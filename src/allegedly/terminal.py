"""What every command shares: where results go, what is told on standard error, and a bar for long work."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click


def tell(sentence: str) -> None:
    """One line on standard error, without a character that could steer the terminal."""
    from allegedly.publishing.safe import line

    click.echo(line(sentence), err=True)


def look(*, terminal: bool) -> tuple[int, bool]:
    """Width and colour for a page: those of the terminal, plain and 100 columns wide where there is none."""
    from shutil import get_terminal_size

    plain = not terminal or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    wide = terminal or os.environ.get("COLUMNS")
    return get_terminal_size((100, 24)).columns if wide else 100, not plain


def columns(_: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    """What ``--map`` says, field → column; wrong usage where it says nothing that can be meant."""
    from allegedly.intake.columns import parsed

    try:
        return parsed(words)
    except ValueError as error:
        raise click.BadParameter(str(error), param=parameter) from error


MAPPED = click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=columns,
    help="Which column of a table, or field of a JSON record, is read as what: text=body,title=headline.",
)
"""The option ``--map`` of every command that reads articles."""
UNPACKED = click.option(
    "--max-unpacked",
    type=click.IntRange(1),
    metavar="BYTES",
    help="How much an archive or a packed file may unpack to.  [default: 100 times its size, at least 20,000,000]",
)
"""The option ``--max-unpacked``, likewise."""
PIPELINE = click.option(
    "--pipeline", metavar="NAME", help="spaCy pipeline to use instead of the packaged one (or ALLEGEDLY_PIPELINE)."
)
"""The option ``--pipeline``, likewise."""
READER = click.option(
    "--reader",
    type=click.Choice(["trained", "rules"]),
    default="trained",
    show_default=True,
    help="Rules with the trained network, or the rules alone: quicker, and they find less.",
)
"""The option ``--reader``, likewise."""
GAZETTEER = click.option(
    "--gazetteer",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Places of your own: a table that adds to the packaged gazetteer, or an SQLite file that replaces it.",
)
"""The option ``--gazetteer``, likewise."""


@contextmanager
def results(output: Path | None) -> Iterator[tuple[TextIO, bool]]:
    """Where results go, and whether that is a terminal. A file is whole or not there: it takes its name at the end."""
    if output is None:
        stream = sys.stdout
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="replace", newline="\n")
        elif reconfigure is not None:
            reconfigure(errors="replace")
        try:
            yield stream, stream.isatty()
            stream.flush()
        except BrokenPipeError:
            # Whoever read the output has enough. Python would complain again when it closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            raise click.exceptions.Exit(0) from None
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file, False
        part.replace(output)
    except OSError as error:
        raise click.ClickException(f"{output}: cannot be written ({error.strerror}); name another file with -o") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def progress(inputs: int, *, terminal: bool) -> Iterator[Callable[[], None]]:
    """A bar on standard error for long work; none where nobody sees it, or where the results run over the same screen.

    Args:
        inputs: How many files there are; one can hold any number of articles.
        terminal: Whether results go to the same screen.

    Yields:
        What is called once for each article that is done.
    """
    if not sys.stderr.isatty() or terminal:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        several = inputs > 1
        task = bar.add_task("Reading", total=inputs if several else None)
        done = 0

        def tick() -> None:
            nonlocal done
            done += 1
            bar.update(task, completed=done, total=max(done, inputs) if several else None)

        yield tick


@contextmanager
def steps() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error for work in several steps; none where nobody sees it.

    Yields:
        What is called with the step, and how many of how many parts of it are done.
    """
    if not sys.stderr.isatty():
        yield lambda _step, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tick(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=of)
            bar.update(tasks[step], completed=done, total=of)

        yield tick
