"""The right one of many known claims."""

from __future__ import annotations

from allegedly.weighing.claims.retrieval import Known

CLAIMS = (
    ("The Corvale dam was built without a permit.", "Did Anybody Permit the Corvale Dam?"),
    ("Mayor Orla Brandt owns a bank on the island of Ilver.", "Does Orla Brandt Own a Bank?"),
    ("Drinking seawater cures the flu.",),
)


def test_other_words_find_the_claim() -> None:
    """A hashtag is read as its words; what is meant counts beside what is written."""
    known = Known(CLAIMS)
    assert known.nearest("our #OrlaBrandt has her own bank, unbelievable!! https://news.example/x", 1)[0][0] == 1
    assert known.nearest("you get rid of influenza by swallowing salt water", 1)[0][0] == 2


def test_every_claim_is_ranked_once() -> None:
    """However many wordings it has."""
    assert sorted(claim for claim, _ in Known(CLAIMS).nearest("a bank without a permit", 10)) == [0, 1, 2]


def test_nothing_is_known() -> None:
    """No claims, no answer."""
    assert Known(()).nearest("anything") == []
