"""The stories of benchmarks/origins hold together: what they quote is there, and their counts follow from their trees."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[2] / "benchmarks" / "origins"
FILES = sorted(HERE.glob("*.jsonl"))
PARTS = {file.stem: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] for file in FILES}
STORIES = [story for part in PARTS.values() for story in part]
CLAIMS = [(story, claim) for story in STORIES for claim in story["claims"]]
STORY_FIELDS = ["id", "kinds", "articles", "families", "claims", "copies"]
ARTICLE_FIELDS = ["id", "outlet", "title", "published", "byline", "url", "text"]
CLAIM_FIELDS = (
    "id words statements origins stations links independent at_least denying circular not_established single_origin retracted"
)


def name(pair: tuple[dict[str, Any], dict[str, Any]]) -> str:
    """A claim's name in the list of tests."""
    return f"{pair[0]['id']}.{pair[1]['id']}"


def kinds_of_the_readme() -> set[str]:
    """The kinds that the README lists."""
    text = (HERE / "README.md").read_text(encoding="utf-8").split("## Kinds")[1].split("## Scoring")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def onward(claim: dict[str, Any], node: str) -> list[str]:
    """The nodes that a node of the claim's tree has it from."""
    return [link["to"] for link in claim["links"] if link["from"] == node]


def reached(claim: dict[str, Any], node: str) -> set[str]:
    """All nodes that links lead to from this one."""
    found: set[str] = set()
    todo = [node]
    while todo:
        new = set(onward(claim, todo.pop())) - found
        found |= new
        todo += new
    return found


def comes_back(story: dict[str, Any], claim: dict[str, Any]) -> bool:
    """Whether links lead from an outlet to somebody else and from there to the same outlet again."""
    outlets = {article["id"]: article["outlet"] for article in story["articles"]}
    others = {node["id"]: node["name"] for node in [*claim["stations"], *claim["origins"]]}
    who = outlets | others

    def walk(node: str, path: tuple[str, ...]) -> bool:
        here = who[node]
        if here in path[:-1] and path[-1] != here:
            return True
        if len(path) > 2 * len(who):
            return False
        return any(walk(after, (*path, here)) for after in onward(claim, node))

    return any(walk(article, ()) for article in outlets)


def test_there_are_enough_stories_and_a_third_is_kept() -> None:
    """At least 60 stories, a third of them or more kept as tests, and no two share an id."""
    assert len(STORIES) >= 60
    assert 3 * (len(PARTS["test"]) + len(PARTS["kept"])) >= len(STORIES)
    assert [n for n, times in Counter(story["id"] for story in STORIES).items() if times > 1] == []


@pytest.mark.parametrize("part", PARTS)
def test_the_readme_counts_what_is_there(part: str) -> None:
    """The README's table counts each part's stories, articles and claims, those by number of origins and by what they show."""
    claims = [claim for story in PARTS[part] for claim in story["claims"]]
    by_number = Counter(claim["independent"] for claim in claims)
    row = [
        f"`{part}.jsonl`",
        f"{len(PARTS[part]):,}",
        f"{sum(len(story['articles']) for story in PARTS[part]):,}",
        f"{len(claims):,}",
        ", ".join(str(by_number[n]) for n in range(6)),
        *(str(sum(bool(claim[key]) for claim in claims)) for key in ("circular", "single_origin", "not_established", "denying")),
    ]
    assert f"| {' | '.join(row)} |" in (HERE / "README.md").read_text(encoding="utf-8").splitlines()
    assert sum(by_number.values()) == sum(by_number[n] for n in range(6))


@pytest.mark.parametrize("part", PARTS)
def test_every_kind_is_in_both_parts(part: str) -> None:
    """Each kind that the README lists is shown in each part, and no other."""
    assert {kind for story in PARTS[part] for kind in story["kinds"]} == kinds_of_the_readme()


def test_no_text_stands_in_both_parts() -> None:
    """No article and no outlet of the test part is in the development part."""
    for field in ("text", "outlet"):
        values = [{article[field] for story in part for article in story["articles"]} for part in PARTS.values()]
        assert all(one.isdisjoint(other) for one, other in combinations(values, 2))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_a_story_is_whole(story: dict[str, Any]) -> None:
    """4 to 12 articles of readable length with unique ids, URLs and days that are days; 1 to 3 claims; copies that resolve."""
    assert list(story) == STORY_FIELDS
    articles = story["articles"]
    assert 4 <= len(articles) <= 12
    assert 1 <= len(story["claims"]) <= 3
    assert [article["id"] for article in articles] == [f"a{n}" for n in range(1, len(articles) + 1)]
    assert len({article["url"] for article in articles}) == len(articles)
    for article in articles:
        assert list(article) == ARTICLE_FIELDS
        assert date.fromisoformat(article["published"]).isoformat() == article["published"]
        assert 60 <= len(article["text"].split()) <= 220
        assert article["text"] == article["text"].strip()
        assert article["outlet"]
        assert article["title"]
        assert re.fullmatch(r"https://[a-z0-9-]+\.example/\d{4}/\d\d/\d\d/[a-z0-9-]+", article["url"])
    days = [article["published"] for article in articles]
    assert days == sorted(days)
    assert set(story["families"]) <= {article["outlet"] for article in articles}
    ids = {article["id"] for article in articles}
    pairs = [(copy["a"], copy["b"]) for copy in story["copies"]]
    assert len(set(pairs)) == len(pairs)
    for copy in story["copies"]:
        assert list(copy) == ["a", "b", "kind", "original"]
        assert {copy["a"], copy["b"]} <= ids
        assert copy["a"] != copy["b"]
        assert copy["kind"] in {"reprint", "excerpt", "update", "shared source", "rewrite"}
        assert copy["original"] in {copy["a"], copy["b"], None}


@pytest.mark.parametrize(("story", "claim"), CLAIMS, ids=[name(pair) for pair in CLAIMS])
def test_a_claim_quotes_what_is_there_and_refers_to_what_it_has(story: dict[str, Any], claim: dict[str, Any]) -> None:
    """Quotes are exact and stand once in their articles; every id of statements, links and flags resolves."""
    assert " ".join(claim) == CLAIM_FIELDS
    texts = {article["id"]: article["text"] for article in story["articles"]}
    origins = {origin["id"] for origin in claim["origins"]}
    stations = {station["id"] for station in claim["stations"]}
    assert {origin["kind"] for origin in claim["origins"]} <= {"voice", "document", "unnamed", "outlet", "external"}
    assert {station["kind"] for station in claim["stations"]} <= {"voice", "document", "outlet"}
    assert len({origin["name"] for origin in claim["origins"]}) == len(origins) == len(claim["origins"])
    for statement in claim["statements"]:
        assert list(statement) == ["article", "quote", "side", "origin"]
        assert texts[statement["article"]].count(statement["quote"]) == 1
        assert statement["side"] in {"for", "against", "doubting", "neutral"}
        assert statement["origin"] is None or statement["origin"] in reached(claim, statement["article"])
    assert {statement["origin"] for statement in claim["statements"]} - {None} == origins
    for link in claim["links"]:
        assert list(link) == ["from", "to", "kind"]
        assert link["from"] in texts.keys() | stations
        assert link["to"] in texts.keys() | stations | origins
        assert link["from"] != link["to"]
        assert link["kind"] in {"copy", "cites", "says"}
    assert all(onward(claim, station) for station in stations)


@pytest.mark.parametrize(("story", "claim"), CLAIMS, ids=[name(pair) for pair in CLAIMS])
def test_a_claims_counts_follow_from_its_tree(story: dict[str, Any], claim: dict[str, Any]) -> None:
    """Independent origins, denials, circles, single origins and what is not established are as the README defines them."""
    outlets = {article["id"]: article["outlet"] for article in story["articles"]}
    roots: dict[str, set[str | None]] = {"for": set(), "against": set(), "doubting": set(), "neutral": set()}
    carrying: dict[str, set[str | None]] = {}
    for statement in claim["statements"]:
        roots[statement["side"]].add(statement["origin"])
        if statement["side"] == "for":
            carrying.setdefault(statement["article"], set()).add(statement["origin"])
    assert claim["independent"] == len(roots["for"] - {None})
    assert claim["denying"] == len(roots["against"] - {None})
    assert min(claim["independent"], 1) <= claim["at_least"] <= claim["independent"]
    unnamed = {origin["id"] for origin in claim["origins"] if origin["kind"] == "unnamed"}
    assert claim["at_least"] >= len(roots["for"] - {None} - unnamed)
    assert claim["not_established"] == [article for article, found in carrying.items() if found == {None}]
    assert claim["circular"] == comes_back(story, claim)
    assert claim["single_origin"] == (claim["independent"] == 1 and len({outlets[article] for article in carrying}) > 1)
    assert set(claim["retracted"]) <= roots["for"] & roots["against"]
    if claim["circular"] and claim["independent"] == 0:
        assert claim["not_established"]
