"""Instruments of which it is told that they go wrong: *the clock shows ten minutes too few* is no word of the clock's."""

from __future__ import annotations

import re
from functools import lru_cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.hops import head
from allegedly.weighing.origins.vocabularies import words

_WRONG = re.compile(
    r"\b(?:\d[\d.,]*|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty)\b[^.;\n]{0,40}? too"
    r" (?:much|many|little|few|high|low|fast|slow|late|early|long|short|far|heavy|light|hot|cold|warm)\b"
    r"|\b(?:wrongly|wrong|incorrect|incorrectly|inaccurate|inaccurately)\b"
    r"|\b(?:more|less|fewer|higher|lower|faster|slower) than (?:it (?:should|ought|really)|there (?:is|are|was|were)"
    r"|the (?:true|real|actual|right|correct))\b"
)
"""*Eight kilometres too much*, *the wrong time*: how far off an instrument is; not *too much lead*, which it has measured."""


@lru_cache(maxsize=4_096)
def goes_wrong(called: str, shown: str) -> bool:
    """Whether an instrument is only told to be off: that the outlet says, or whoever has measured it.

    Args:
        called: The words for it.
        shown: What it is told to show.
    """
    noun = lexicons.singular(head(folded(called)))
    return noun in words("instruments") and _WRONG.search(shown) is not None
