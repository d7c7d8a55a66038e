"""A claim as the terminal shows it."""

from __future__ import annotations

import io

from allegedly.model_claims import Amounts, Claim, ClaimStatement, SaidAmount
from allegedly.publishing.claims import write_one

FIRST, SECOND = f"sha256:{'a' * 64}:s1", f"sha256:{'b' * 64}:s2"


def said(statement: str, source: str, words: str, value: float, unit: str) -> SaidAmount:
    """How many, as one voice has it."""
    return SaidAmount(statement=statement, source=source, words=words, value=value, unit=unit, low=value, high=value)


def stated(statement: str, source: str, words: str) -> ClaimStatement:
    """A statement for the claim."""
    return ClaimStatement(
        statement=statement, outlet=None, published=None, source=source, words=words, side="for", score=0.9, reason=""
    )


CLAIM = Claim(
    id="c4f19d2a7b06",
    statement=FIRST,
    words="Nine workers were killed in Corvale",
    first_seen=None,
    last_seen=None,
    articles=2,
    outlets=2,
    families=2,
    voices_for=2,
    voices_against=0,
    voices_doubting=0,
    statements=(
        stated(FIRST, "police", "Nine workers were killed in Corvale"),
        stated(SECOND, "Orla Brandt", "14 people were killed"),
    ),
    amounts=(
        Amounts(
            unit=None,
            fate="killed",
            least=9,
            most=14,
            by=(said(FIRST, "police", "Nine", 9, "workers"), said(SECOND, "Orla Brandt", "14", 14, "people")),
        ),
        Amounts(unit="USD", fate=None, least=2e6, most=2e6, by=(said(FIRST, "police", "$2 million", 2e6, "USD"),)),
    ),
    origins=None,
)


def test_how_many_stands_above_who_says_so() -> None:
    """From the least to the most; money has its sign in the words."""
    file = io.StringIO()
    write_one(CLAIM, "page", file, width=100, colour=False)
    assert file.getvalue().splitlines() == [
        "“Nine workers were killed in Corvale”",
        "c4f19d2a7b06 · no day known",
        "2 articles, 2 outlets; origins not traced; run 'allegedly weigh'",
        "",
        "How many, by voice",
        "  killed: 9 to 14",
        "    Nine workers  police · aaaaaaaaaaaa:s1",
        "    14 people  Orla Brandt · bbbbbbbbbbbb:s2",
        "  USD: 2,000,000",
        "    $2 million  police · aaaaaaaaaaaa:s1",
        "",
        "Says so",
        "  police: Nine workers were killed in Corvale",
        "    aaaaaaaaaaaa:s1 · 90 %",
        "  Orla Brandt: 14 people were killed",
        "    bbbbbbbbbbbb:s2 · 90 %",
    ]
