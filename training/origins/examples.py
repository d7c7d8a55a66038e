"""What the trees are fitted to: statements and voices of the development stories, with what the stories say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from allegedly.weighing.origins import likeness
from allegedly.weighing.origins.mentioning import Mentioning
from allegedly.weighing.origins.parts import FOR, Side
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.shelf import Shelf, copies_of
from allegedly.weighing.origins.tree import Tracing
from benchmarks.weigh_origins import Readings, Story, article_of, given

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class ByRule(Tracing):
    """A tracing by the rules alone."""

    def _mentions(self, side: Side) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A claim of a story with its tracing."""

    story: Story
    claim: Story
    tracing: Tracing
    articles: Mapping[int, str]
    """The story's ids of its articles, by row."""

    def origins(self, row: int, start: int, end: int) -> set[str | None]:
        """The origins of what stands at a span of an article, by the story: null where it has none."""
        article = self.articles[row]
        text = next(article_of(a).text for a in self.story["articles"] if a["id"] == article)
        found: set[str | None] = set()
        for told in self.claim["statements"]:
            at = text.find(told["quote"]) if told["article"] == article else -1
            if at >= 0 and min(end, at + len(told["quote"])) > max(start, at):
                found.add(told["origin"])
        return found

    def onward(self, node: str) -> set[str]:
        """All nodes that one leads to, by the story."""
        found: set[str] = set()
        todo = [node]
        while todo:
            here = todo.pop()
            new = {link["to"] for link in self.claim["links"] if link["from"] == here} - found
            found |= new
            todo += new
        return found

    def cited(self, article: str) -> set[str]:
        """The articles that one has the claim from other than by printing their words, by way of voices or not."""
        return onto([link for link in self.claim["links"] if link["kind"] != "copy"], article)


def onto(links: list[dict[str, str]], article: str) -> set[str]:
    """The articles that one has a claim from by these links of it, by way of stations or at once."""
    found: set[str] = set()
    todo, seen = [article], set()
    while todo:
        here = todo.pop()
        for link in links:
            if link["from"] == here and link["to"] not in seen:
                seen.add(link["to"])
                if link["to"].startswith("a"):
                    found.add(link["to"])
                elif link["to"].startswith("x"):
                    todo.append(link["to"])
    return found


def traced(every: list[Story], readings: Readings, how: type[Tracing]) -> Iterator[Traced]:
    """Each claim of the stories, claims and copies given, with what its articles rest on."""
    for story, claim, connection, rows in given(every, readings):
        reports, stated = Shelf(connection).claim(1)
        tracing = how(reports, stated, copies_of(connection, list(reports)))
        tracing.follow()
        yield Traced(story, claim, tracing, {row: name for (_, name), row in rows.items()})


def mentions(one: Traced) -> Iterator[tuple[NDArray[np.float32], list[bool]]]:
    """For each statement a line for each article that it may be from, and whether it is."""
    outlets = {a["id"]: a["outlet"] for a in one.story["articles"]}
    copied = {link["from"] for link in one.claim["links"] if link["kind"] == "copy"}
    side = one.tracing.sides[FOR]
    mentioning = Mentioning(one.tracing.reports, side.statements)
    for row in side.articles:
        report, article = one.tracing.reports[row], one.articles[row]
        others, linked = one.tracing.others(side, row), side.linked(row)
        if not others or article in copied:
            continue
        cited = one.cited(article)
        direct = {link["to"] for link in one.claim["links"] if link["from"] == article}
        for statement in side.statements[row]:
            saying = report.sayings[report.at[statement]]
            origins = one.origins(row, saying.start, saying.end) - direct
            answers = [_is_from(one, origins, cited, outlets, one.tracing.reports[other]) for other in others]
            yield mentioning.table(row, saying, others, linked.get(statement, frozenset())), answers


def _is_from(one: Traced, origins: set[str | None], cited: set[str], outlets: Mapping[str, str], report: Report) -> bool:
    """Whether origins, or none, are reached by way of an outlet's article."""
    there = {article for article in cited if outlets[article] == report.outlet}
    reached = set().union(*(one.onward(article) for article in there))
    return bool(there) and any(origin is None or origin in reached for origin in origins)


def pairs(one: Traced) -> tuple[NDArray[np.float32], list[bool]]:
    """A line for each two ends of which the story says whether they are one, and whether they are."""
    ends = [end for _, end in one.tracing.ends() if not end.node.bare]  # never judged by the trees
    known: list[str | None] = []
    for end in ends:
        report = one.tracing.reports[end.node.article]
        saying = report.sayings[report.at[end.node.statement or 0]]
        origins = one.origins(end.node.article, saying.start, saying.end) - {None}
        known.append(origins.pop() if len(origins) == 1 else None)
    both = [(i, j) for i, j in combinations(range(len(ends)), 2) if known[i] and known[j]]
    return likeness.table(ends, both), [known[i] == known[j] for i, j in both]
