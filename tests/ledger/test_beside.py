"""What stands beside an article and a claim: copies, claims, versions, how it came."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegedly.ledger import Ledger
from allegedly.model import Reading
from tests.ledger.conftest import stored


@pytest.fixture(scope="module")
def weighed(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A weighed ledger of the example articles."""
    with Ledger(tmp_path_factory.mktemp("beside") / "weighed.ledger", make=True) as ledger:
        stored(ledger, readings)
        ledger.weigh()
        yield ledger


def named(ledger: Ledger, title: str) -> str:
    """The id of the article with this title."""
    return next(reading.article.id for reading in ledger if reading.article.title == title)


def test_copies_are_seen_from_both_sides(weighed: Ledger) -> None:
    """Two articles that share words are each told of the other, with where the words stand in its own text."""
    own = named(weighed, "Shots in the strait: two fishermen wounded")
    (copy,) = weighed.copies(own)
    (back,) = weighed.copies(copy.other.id)
    assert back.other.id == own
    assert back.copy == copy.copy
    mine, theirs = weighed.article(own).text, weighed.article(copy.other.id).text
    for (a, b), (c, d) in zip(copy.own, back.own, strict=True):
        assert mine[a:b].split()[0] == theirs[c:d].split()[0]
    assert copy.copy.reason


def test_statements_lead_to_their_claims(weighed: Ledger) -> None:
    """A statement of a claim of several articles names it, its side and what is counted of it, as the claim itself says."""
    found = weighed.claims_of(named(weighed, "Navy rejects 'fantasy' of attack on trawler"))
    assert found
    for statement, beside in found.items():
        claim = weighed.claim(beside.claim)
        own = next(s for s in claim.statements if s.statement.endswith(f":{statement}") and s.outlet == "The Tesmark Courier")
        assert (own.side, claim.articles, claim.outlets) == (beside.side, beside.articles, beside.outlets)
        assert claim.origins is not None
        assert (claim.origins.independent, claim.origins.denying) == (beside.origins, beside.denials)


def test_versions_are_those_of_the_same_address(tmp_path: Path) -> None:
    """An article's versions are listed from each of them; one without an address, or with another, is none of them."""
    file = tmp_path / "articles.jsonl"
    texts = ["The ferry runs, the mayor said.", "The ferry does not run, the mayor said.", "It sank, the mayor said."]
    with Ledger(tmp_path / "test.ledger", make=True) as ledger:
        for text in texts:
            file.write_text(json.dumps({"text": text, "url": "https://news.example/ferry"}) + "\n", encoding="utf-8")
            ledger.add([file], reader="rules")
        file.write_text(json.dumps({"text": "Another one, the mayor said."}) + "\n", encoding="utf-8")
        ledger.add([file], reader="rules")
        *versions, other = [reading.article.id for reading in ledger]
        for version in versions:
            assert [one.id for one in ledger.versions_listed(version)] == versions
            assert [article.text for article, _ in ledger.versions(version)] == texts
        assert [one.id for one in ledger.versions_listed(other)] == [other]
        assert [one.result for one in ledger.came(versions[1])] == ["new version"]
        assert ledger.listed([other, "sha256:0"])[other].begin == "Another one, the mayor said."
