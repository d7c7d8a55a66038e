"""What is a note of one matter, and what a report, which tells of many: they are read by rules of their own."""

from __future__ import annotations

NOTE = 1_500
"""Characters of a text of one matter, at most."""


def is_report(characters: int) -> bool:
    """Whether a text of so many characters is a report.

    In a note of a few sentences whoever speaks there speaks of its one matter, and who says *no* denies it. A report of a page
    tells of many, most of it in its own voice.
    """
    return characters > NOTE
