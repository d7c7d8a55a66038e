"""Who says what is told of him in a clause: *The mill contradicted the union, which said that …*."""

from __future__ import annotations

import re

from allegedly.model import Statement
from allegedly.weighing.origins.hops import says

_WHICH_SAID = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w'’-]*) [^.;:,\n\"“”]{2,80}"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4}), (?:which|who) (?:has |had |have )?(?:also |earlier |first |previously )?"
    r"(?P<verb>[a-z]+)(?: on \w+| earlier| before)? that\b"
)


def which_said(text: str, s: Statement) -> tuple[int, int] | None:
    """Where those are named of whom a statement that is not quoted speaks, and tells what they say; nothing where it tells none.

    Args:
        text: The article's text.
        s: The statement: what the reader gives to whoever contradicts them.
    """
    if s.mode != "indirect" or len(s.content) != 1:
        return None
    m = _WHICH_SAID.match(text, *s.content[0])
    return m.span("who") if m and says(m["verb"]) else None
