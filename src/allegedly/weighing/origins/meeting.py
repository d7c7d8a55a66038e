"""Voices of two articles that are one by what stands around them there, where their names do not say so.

Two articles print one sentence, or quote the same few words, and give them to two names; *the chairman* is whom the article
calls *Chairman Ana Ruiz*; somebody unnamed who spoke to a newspaper is who stands behind it where another article cites it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache

from allegedly.ledger.names import folded
from allegedly.weighing.origins.hops import is_calling, is_indefinite, is_name, offices
from allegedly.weighing.origins.namesakes import same_name
from allegedly.weighing.origins.nodes import Node
from allegedly.weighing.origins.powers import administration, campaign, court, department
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.vocabularies import rows, words
from allegedly.weighing.origins.workplaces import works_there

_PRINTED = 13
"""So many words in a row of two sentences are one text."""
_SAID = 5
"""So many of them, at least, are of what is reported itself."""
_TELLING = 2
"""Words of a quotation that not every sentence has: *woefully inadequate*."""
_SEASON = 90
"""Days between two articles that quote a few words of one."""
_LONG = 4
"""So many words of a quotation are one's, whenever they are quoted."""
_NEAR = 500
"""Characters before a statement in which an outlet is named to which its source spoke."""
_AHEAD = 200
"""The same behind it."""
_TEXT = 30_000
"""Characters of an article in which somebody's office or name is looked for."""
_NO_MORE = frozenset("former ex deputy vice acting assistant lt then late".split())
"""Before an office that somebody else holds."""
_HOLDS = 4
"""Words of somebody's office, at most."""
_LONGEST = 2_000
"""Characters of what is reported that are looked at."""
_QUOTED = re.compile(r"[\"“]([^\"“”]{4,300})[\"”]|‘([^‘’\"“”]{4,200})’|(?<!\w)'([^'\"“”]{4,60})'(?!\w)")
_CAPITAL = r"(?:[A-Z][\w'’]*|\d+|of|the|and|for|a|to|in)"
_CAPITALS = re.compile(rf"{_CAPITAL}(?:[ -]{_CAPITAL})+")
"""A title in quotation marks is a name, and nobody's words: *Hask for All*."""


class Meeting:
    """The voices of one claim, with the articles in which they are met.

    Args:
        nodes: The voices.
        reports: The articles, by row.
        against: The statements that speak against the claim.
    """

    def __init__(self, nodes: list[Node], reports: Mapping[int, Report], against: frozenset[int]) -> None:
        self.nodes, self.reports, self.against = nodes, reports, against
        self._sentences: dict[int, str] = {}
        self._holders: dict[int, tuple[str, ...]] = {}

    def same(self, i: int, j: int) -> str:
        """Why two are one, by their numbers; nothing where they are not, or one article has both."""
        a, b = self.nodes[i], self.nodes[j]
        if a.article == b.article or a.article not in self.reports or b.article not in self.reports:
            return ""
        texts = self.reports[a.article].text, self.reports[b.article].text
        return (
            self._printed(i, j)
            or self._quoting(i, j)
            or self._by_office(i, j)
            or self._by_surname(i, j)
            or self._by_outlet(i, j)
            or (administration(a, b, texts) if {a.kind, b.kind} <= {"voice", "unnamed"} else "")
            or (campaign(a, b) or department(a, b) if "external" not in (a.kind, b.kind) else "")
            or court(a, b, (self._sentence(i), self._sentence(j)))
            or works_there(a, b, self.reports)
        )

    # What two articles have word for word.

    def _printed(self, i: int, j: int) -> str:
        a, b = self.nodes[i], self.nodes[j]
        if not (self._alone(i) and self._alone(j)):
            return ""
        length = min(_SAID, len(a.said.split()), len(b.said.split()))
        if length < _TELLING or runs(a.said, length).isdisjoint(runs(b.said, length)):
            return ""
        same = not runs(self._sentence(i), _PRINTED).isdisjoint(runs(self._sentence(j), _PRINTED))
        return "both articles print one sentence" if same else ""

    def _quoting(self, i: int, j: int) -> str:
        a, b = self.nodes[i], self.nodes[j]
        if (
            "external" in (a.kind, b.kind)
            or not (self._alone(i) and self._alone(j))
            or (a.statement in self.against) != (b.statement in self.against)
        ):
            return ""
        mine, its = self._quotes(i), self._quotes(j)
        both = [min(x, y, key=len) for x in mine for y in its if f" {x} " in f" {y} " or f" {y} " in f" {x} "]
        told = [q for q in both if len([w for w in q.split() if w not in words("common")]) >= _TELLING]
        if not told:
            return ""
        best = max(told, key=lambda q: (len(q.split()), q))
        if len(best.split()) < _LONG and self._days(a, b) > _SEASON:
            return ""
        return f"both are given the words “{best}”"

    def _quotes(self, i: int) -> list[str]:
        """What stands in quotation marks in what a voice is reported to say, folded; no titles."""
        node = self.nodes[i]
        report = self.reports[node.article]
        saying = report.sayings[report.at[node.statement or 0]]
        begin = max(0, saying.start - 1)
        text = report.text[begin : min(saying.end + 1, begin + _LONGEST)]
        found = [m[1] or m[2] or m[3] for m in _QUOTED.finditer(text)]
        if not found and _is_within_marks(report.text, saying.start):
            found = [report.text[saying.start : min(saying.end, saying.start + _LONGEST)]]
        return [
            q
            for found_ in found
            if not _CAPITALS.fullmatch(found_.strip(" ,.;:!?")) and len((q := folded(found_)).split()) >= _TELLING
        ]

    def _alone(self, i: int) -> bool:
        """Whether a voice is the only end of its statement, so that the words are its own."""
        node = self.nodes[i]
        report = self.reports[node.article]
        if not node.said or node.statement is None or node.statement not in report.at:
            return False
        return self._ends[node.article, node.statement] == 1

    @cached_property
    def _ends(self) -> dict[tuple[int, int | None], int]:
        found: dict[tuple[int, int | None], set[str]] = {}
        for node in self.nodes:
            if node.said:
                found.setdefault((node.article, node.statement), set()).add(node.name)
        return {where: len(names) for where, names in found.items()}

    def _sentence(self, i: int) -> str:
        """The sentences of a voice's statement, folded."""
        if i not in self._sentences:
            node = self.nodes[i]
            report = self.reports[node.article]
            known = node.statement is not None and node.statement in report.at
            self._sentences[i] = folded(report.sentence_of(report.sayings[report.at[node.statement or 0]])) if known else ""
        return self._sentences[i]

    def _days(self, a: Node, b: Node) -> int:
        one, other = (self.reports[node.article].published for node in (a, b))
        if one is None or other is None:
            return 0
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)

    # Who is called by less than his name.

    def _by_office(self, i: int, j: int) -> str:
        for one, other in ((i, j), (j, i)):
            named = self.nodes[other]
            if named.kind == "voice" and is_name(named.name) and " " in named.name:
                held = self._held(one)
                if len(held) == 1 and same_name(held[0], named.name):
                    return f"{self.nodes[one].name} is {held[0]}"
        return ""

    def _held(self, i: int) -> tuple[str, ...]:
        """Who holds the office by which alone a voice is called, by its article: *the Fed chairman*, *Fed Chairman Ana Ruiz*."""
        if i not in self._holders:
            node = self.nodes[i]
            called = folded(node.name).removeprefix("the ").split()
            office = called[-1] if called else ""
            bare = node.kind in ("voice", "unnamed") and 0 < len(called) <= _HOLDS and not is_indefinite(node.name)
            known = bare and (office in offices() or is_calling(office))
            self._holders[i] = self._holding(node, called) if known else ()
        return self._holders[i]

    def _holding(self, node: Node, called: list[str]) -> tuple[str, ...]:
        found: dict[str, int] = {}
        for m in _office(called[-1]).finditer(self.reports[node.article].text, 0, _TEXT):
            before = folded(m["before"]).split()
            told = {*before, *folded(" ".join(node.bodies)).split()}
            if _NO_MORE.isdisjoint(before) and all(any(other.startswith(word) for other in told) for word in called[:-1]):
                name = m["name"].removesuffix("'s").removesuffix("’s")
                name = next((other for other in found if same_name(name, other)), name)
                found[name] = found.get(name, 0) + 1
        # Others who hold such an office elsewhere may be named in passing.
        often = sorted(found, key=lambda name: -found[name])
        return tuple(often[:1]) if len(often) < 2 or found[often[0]] >= 2 * found[often[1]] else ()

    def _by_surname(self, i: int, j: int) -> str:
        """*Hill described …* where the article has named Ana Hill: no outlet of that name."""
        for one, other in ((self.nodes[i], self.nodes[j]), (self.nodes[j], self.nodes[i])):
            surname = one.name.removeprefix("The ")
            full = other.kind == "voice" and other.name.endswith(f" {surname}")
            if (
                one.kind == "external"
                and " " not in surname
                and full
                and self.reports[one.article].text.find(other.name, 0, _TEXT) >= 0
            ):
                return f"{surname} is {other.name} there"
        return ""

    def _by_outlet(self, i: int, j: int) -> str:
        """Somebody unnamed beside whom an article names the outlet that the other one cites."""
        for one, other in ((self.nodes[i], self.nodes[j]), (self.nodes[j], self.nodes[i])):
            report = self.reports[one.article]
            if one.kind != "unnamed" or other.kind != "external" or one.statement not in report.at:
                continue
            if one.outlet not in ("", report.outlet):
                continue
            saying = report.sayings[report.at[one.statement or 0]]
            near = report.text[max(0, saying.start - _NEAR) : min(saying.end, saying.start + _LONGEST) + _AHEAD]
            if re.search(rf"\b{re.escape(other.name.removeprefix('The '))}\b", near):
                return f"{one.name} is whom {other.name} has it from"
        return ""


def _is_within_marks(text: str, at: int) -> bool:
    """Whether a place is within a quotation that its paragraph has begun before it."""
    before = text[max(text.rfind("\n", 0, at) + 1, at - _LONGEST) : at]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


@lru_cache(maxsize=512)
def _office(noun: str) -> re.Pattern[str]:
    """An office before the name of who holds it, with the words before it."""
    forms = [noun, noun.title(), *(row["short"] for row in rows("shortened") if row["office"] == noun)]
    who = r"(?:(?:[A-Z][\w'’-]+|[A-Z]\.) ){1,2}[A-Z][\w'’-]+"
    return re.compile(rf"(?P<before>(?:[\w.'’-]{{1,30}} ){{0,4}})\b(?:{'|'.join(map(re.escape, forms))}),? (?P<name>{who})")


@lru_cache(maxsize=256)
def runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """All words in a row of a text, so many at a time."""
    told = text.split()
    return frozenset(tuple(told[i : i + length]) for i in range(len(told) - length + 1))
