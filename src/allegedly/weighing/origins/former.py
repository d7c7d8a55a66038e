"""Posts that somebody holds no longer, by the words around them: *who was head of the mint until May*, *sacked as its head*."""

from __future__ import annotations

import re

_LOST = r"(?:dismissed|sacked|removed|ousted|fired|deposed|replaced|suspended|pensioned off|voted out)"
_LEFT = (
    rf"(?:(?:was|were|been|being|got|after being) (?:\w+ly )?{_LOST}"
    r"|(?:has |had )?(?:resigned|retired|quit|stepped down|stood down|resigning|retiring|stepping down))"
)
_WORDS = r"(?:[Ff]ormer|[Ee]x|[Rr]etired|[Oo]ne-?time|[Ee]rstwhile|[Dd]ismissed|[Ss]acked|[Oo]usted|[Dd]eposed)"
_ARTICLE = r"(?:the |its |their |an? )?"
_OVER = re.compile(
    rf"\b(?:{_WORDS}[ -](?:(?!and\b)[\w-]+ ){{0,2}}|{_LEFT}(?: \w+){{0,3}}? (?:as|from) {_ARTICLE}(?:post of )?"
    rf"|used to be {_ARTICLE})$"
)
"""Before the words for a post."""
_WAS = re.compile(rf"\b(?:was|were|had been|served as) {_ARTICLE}(?:[\w-]+ )?$")
_STILL = r"(?!next\b|at least\b|further\b)"
_NO_VERB = r"(?!(?:sa(?:id|ys?)|told|will|would|has|had|was|is|did|does|can|could|must|spoke|refused|declined|wants?)\b)"
_OF = rf"(?: (?:of|at|for|in|with)(?: {_NO_VERB}[\w'’-]+){{1,7}}?)?"
_ENDED = re.compile(rf"{_OF}(?:,? until {_STILL}|, ?(?:who|and) (?:has |had )?{_LEFT}\b|,? before (?:he |she )?{_LEFT}\b)")
"""Behind them."""
_LASTED = re.compile(rf"{_OF} (?:for (?:[\w-]+ ){{1,3}}(?:years|months|decades)|from \d{{4}} to \d{{4}}|in the \d{{4}}s)\b")
"""Behind the words for a post in which somebody *was*."""
_POST = re.compile(
    rf"\b{_WORDS}[ -][^,;]{{0,60}}?(?=,|;|$| who | and | [A-Z][a-z]+ [A-Z])"
    rf"|, (?:who (?:was|had been|served as) )?[^,;]{{3,60}}? until {_STILL}[^,;]*"
)
"""A post with what says so: *a former spokesman for the mint*, *who was its head until May*."""
_NEAR = 80
"""Characters before the words that are looked at."""


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the article says of the words for somebody's post that he is in it no longer.

    Args:
        text: The article's text.
        start: Where the words begin.
        end: Where they end.
    """
    before = text[max(0, start - _NEAR) : start]
    if _OVER.search(before) or _ENDED.match(text, end):
        return True
    return bool(_WAS.search(before) and _LASTED.match(text, end))


def without(words: str) -> str:
    """The words for somebody without those posts of which they say themselves that he is in them no longer."""
    return _POST.sub("", words)
