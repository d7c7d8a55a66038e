"""An article without a source may rest on an earlier one with the same rare words: a hint for a person, and no link."""

from __future__ import annotations

import io

from allegedly.ledger import Ledger
from allegedly.publishing import claims
from tests.weighing.origins.conftest import Claimed, counts

FIRST = (
    "The dredger Wilhelmina has lain in the mud of Port Lenning since Easter, harbour master Marta Quill said.\n\n"
    "Her pump, bought in Rotterdam for 41,000 crowns, swallowed an anchor. Nobody will lift it before the autumn storms."
)
SECOND = (
    "The dredger Wilhelmina is stuck in the mud at Port Lenning and has been so since Easter.\n\n"
    "An anchor is in the pump, for which Rotterdam got 41,000 crowns; till the autumn storms it stays there, where Wilhelmina is."
)
LEAD = "The dredger Wilhelmina"


def test_a_rewrite_is_pointed_out(claimed: Claimed, ledger: Ledger) -> None:
    """The page says what it may rest on and why; the article stays not established."""
    connection = claimed(
        ("The Lenning Post", "2031-03-03", FIRST, [LEAD]),
        ("Coast Digest", "2031-03-05", SECOND, [LEAD]),
        ("The Mail", "2031-03-05", "The dredger Wilhelmina does not move.", [LEAD]),
    )
    assert counts(connection)["unestablished"] == 2
    claim = ledger.claim("c0000000001")
    (hint,) = ledger.hints(claim)
    assert ledger.article(hint.article).outlet == "Coast Digest"
    assert ledger.article(hint.onto).outlet == "The Lenning Post"
    assert hint.reason.startswith("both have ")
    page = io.StringIO()
    claims.write_one(claim, "page", page, width=120, colour=False, hints=ledger.hints(claim))
    assert f"may rest on The Lenning Post, 3 March 2031: {hint.reason}" in page.getvalue()


def test_no_hint_where_nobody_is_ahead(claimed: Claimed, ledger: Ledger) -> None:
    """Where two earlier articles have as much of it, or nothing is missing, there is none."""
    claimed(
        ("The Lenning Post", "2031-03-03", FIRST, [LEAD]),
        ("The Mail", "2031-03-03", FIRST, [LEAD]),
        ("Coast Digest", "2031-03-05", SECOND, [LEAD]),
    )
    assert ledger.hints(ledger.claim("c0000000001")) == ()
