"""From which article one that gives no source may have a claim: a rewrite in other words. A hint for a person, and no link.

It is given where a good part of what is particular to the article stands in one earlier article of another outlet, and in no
third one nearly as much of it. In the development stories of ``benchmarks/origins`` that points out half of the rewrites, and
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from allegedly.model import Article
from allegedly.model_claims import Claim
from allegedly.weighing.copies.derived import Described, likely_sources

_SHARE = 0.27
"""Which part of an article's particular words the other must have."""
_AHEAD = 0.2
"""How much more of them it must have than the next one."""
_MOST = 60
"""Articles of a claim that are compared, the earliest; and articles without a source that are given hints."""


class Hint(NamedTuple):
    """An article that another one may rest on."""

    article: str
    """Id of the one that gives no source."""
    onto: str
    """Id of the one that it may rest on."""
    score: float
    """0 to 1: which part of what is particular to it the other has."""
    reason: str
    """Why, in a sentence: *both have marta, dredger, autumn*."""


def hints(claim: Claim, article_of: Callable[[str], Article]) -> tuple[Hint, ...]:
    """What the articles of a claim that give no source may rest on.

    Args:
        claim: The claim.
        article_of: What gives an article by its id.
    """
    bare = claim.origins.unestablished[:_MOST] if claim.origins else ()
    if not bare:
        return ()
    days = {s.statement.rpartition(":")[0]: s.published or "" for s in claim.statements}
    chosen = sorted(days, key=lambda id_: (days[id_] or "9", id_))[:_MOST]
    known = {id_: Described(article_of(id_)) for id_ in dict.fromkeys((*chosen, *bare))}
    found = []
    for id_ in bare:
        own = known[id_]
        others = [other for other in chosen if other != id_ and _before(known[other].article, own.article)]
        ranked = likely_sources(own, [known[other] for other in others], most=2)
        if ranked and ranked[0].score >= _SHARE and ranked[0].score - sum(s.score for s in ranked[1:]) >= _AHEAD:
            first = ranked[0]
            found.append(Hint(id_, others[first.place], first.score, first.reason))
    return tuple(found)


def _before(one: Article, other: Article) -> bool:
    """Whether the one came out no later than the other, elsewhere."""
    return one.outlet != other.outlet and (one.published or "") <= (other.published or "9")
