"""Makes docs/page.svg, the picture in the README: the page that ``allegedly read`` prints of an example article.

Run it as ``make docs``. The picture is cut after the first statements, and loads no font and nothing else.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.segment import Segment, Segments
from rich.terminal_theme import TerminalTheme

import allegedly
from allegedly.publishing.page import page

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "strait-denial.txt"
WIDTH = 100
LINES = 44
"""Lines of the page in the picture."""

_THEME = TerminalTheme(
    (253, 252, 249),
    (28, 27, 25),
    [(28, 27, 25), (190, 30, 45), (20, 120, 60), (160, 100, 0), (30, 80, 160), (130, 50, 130), (0, 110, 125), (110, 108, 100)],
)


def main() -> None:
    """Write the picture."""
    reading = allegedly.read(EXAMPLE)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False, markup=False)
    for line in console.render_lines(page(reading), console.options.update(width=WIDTH), pad=False)[:LINES]:
        console.print(Segments([*line, Segment.line()]), end="")
    svg = console.export_svg(title=f"allegedly read {EXAMPLE.name}", theme=_THEME, unique_id="page")
    # The library's picture names a font on somebody's server; any monospaced font does.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")
    (HERE / "page.svg").write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
