"""Of statements within one another that of the innermost voice counts."""

from __future__ import annotations

from allegedly.weighing.origins.hops import Hop
from allegedly.weighing.origins.sayings import Saying, innermost

COURIER, RUIZ, BRANDT = (Hop("outlet", "Courier"), Hop("voice", "Ana Ruiz"), Hop("voice", "Ivo Brandt"))


def said(start: int, end: int, *hops: Hop, cue: str = "say") -> Saying:
    """A statement between two places with these voices."""
    return Saying(1, start, end, "affirms", "statement", quoted=False, hops=hops, cue=cue)


def test_who_says_that_another_says_it() -> None:
    """*The Courier reports that Ana Ruiz says the lock is shut* gives the lock to her alone."""
    outer, inner = said(10, 60, COURIER), said(30, 60, COURIER, RUIZ)
    assert innermost([outer, inner]) == [inner]


def test_what_does_not_go_further() -> None:
    """Statements beside one another, of other voices, of nobody or by no verb of saying all stay."""
    outer = said(10, 60, COURIER)
    for other in (
        said(70, 90, COURIER, RUIZ),
        said(30, 60, BRANDT, RUIZ),
        said(30, 60, COURIER),
        said(30, 60, COURIER, Hop("nobody", "they")),
        said(30, 60, COURIER, RUIZ, cue="walk"),
    ):
        assert innermost([outer, other]) == [outer, other]
