"""A claim's tree of origins: each article of it followed by copies, citations and voices to where the trail ends.

What counts as an origin, and when two are one, is written in ``docs/weighing.md``. Nothing here knows of a ledger's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from allegedly.ledger.names import folded
from allegedly.weighing.origins import distinct, likeness
from allegedly.weighing.origins.around import cites, rests
from allegedly.weighing.origins.circles import close, measured
from allegedly.weighing.origins.citing import only_named
from allegedly.weighing.origins.counting import Counting
from allegedly.weighing.origins.ends import LONGEST, met
from allegedly.weighing.origins.hops import Hop, head, is_indefinite, is_name, is_person
from allegedly.weighing.origins.likeness import End, Joint
from allegedly.weighing.origins.listening import listen
from allegedly.weighing.origins.meant import Meant, by_then
from allegedly.weighing.origins.meeting import Meeting
from allegedly.weighing.origins.mentioning import Mentioning, mentioned
from allegedly.weighing.origins.nodes import Node, node_of
from allegedly.weighing.origins.parts import AGAINST, FOR, Copied, Edge, Point, Side, Stated, Traced, apart
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.resting import Rest
from allegedly.weighing.origins.sameness import groups
from allegedly.weighing.origins.vocabularies import words

_WHOLE = ("reprint", "excerpt", "update", "rewrite")
"""Kinds of copies of which the one has what it says from the other."""


Judge = tuple[Callable[[Sequence[End], Sequence[int]], Iterable[Joint]], str]
"""What finds those of a claim's ends that are one, with the words for it."""
JUDGES: tuple[Judge, ...] = (
    (likeness.joints, "are one by how they are spoken of ({:.0%} likely)"),
    (distinct.joints, "count as one: nothing shows that they are two ({:.0%} likely)"),
)

_HEARD = "are the word of one, read side by side ({:.0%} likely)"


def trace(reports: Mapping[int, Report], statements: Sequence[Stated], copies: Iterable[Copied]) -> Traced:
    """Follow a claim's articles back to their roots.

    Args:
        reports: Its articles, by row.
        statements: Its statements.
        copies: Which of its articles have text in common.
    """
    return Tracing(reports, statements, list(copies)).traced()


class Tracing:
    """One claim's tracing."""

    def __init__(self, reports: Mapping[int, Report], statements: Sequence[Stated], copies: list[Copied]) -> None:
        self.reports, self.copies, self.meant = reports, copies, Meant(reports)
        self.order = sorted({s.article for s in statements}, key=self.meant.when)
        self.nodes: list[Node] = []
        self.left: dict[int, list[int]] = {}
        """By article its statements of either side that it does not print after another one."""
        self.joined: dict[int, tuple[str, ...]] = {}
        """By node, why others are one with it."""
        self.sides = {name: self._side(statements, name) for name in (FOR, AGAINST)}

    def _side(self, statements: Sequence[Stated], name: str) -> Side:
        sides = ("for",) if name == FOR else ("against", "doubting")
        own: dict[int, list[int]] = {}
        others: dict[int, list[int]] = {}
        for s in statements:
            (own if s.side in sides else others).setdefault(s.article, []).append(s.statement)
        return Side([row for row in self.order if row in own], own, others)

    def traced(self) -> Traced:
        """All of it."""
        self.follow()
        side = self.sides[FOR]
        heard = listen(self.reports, side, self.left, self.ends(), self.nodes, partial(self._cited, side))
        number = self.one(JUDGES if heard is None else ((heard, _HEARD), (likeness.joints_against, JUDGES[0][1])))
        for side in self.sides.values():
            if heard is not None and (ways := measured(self.reports, side, self.left, self.nodes, self.copies)) is not None:
                close(self.reports, side, ways, self.nodes)
            for edge in side.edges:
                edge.of, edge.onto = (self._one(point, number) for point in (edge.of, edge.onto))
            side.edges = apart(side.edges)
        return Counting(self.reports, self.sides, self.nodes, self.joined).counted()

    def follow(self) -> None:
        """Put in what each article rests on."""
        for side in self.sides.values():
            for row in side.articles:
                self._article(side, row)
            if side is self.sides[FOR]:
                self._mentions(side)
            self._words_of_outlets(side)

    def one(self, judges: Sequence[Judge]) -> list[int]:
        """For each node the number of the first one that it is one with, by rules and by these judges."""
        against = frozenset(s for own in self.sides[AGAINST].statements.values() for s in own)
        grouped = groups(self.nodes, Meeting(self.nodes, self.reports, against).same)
        number, self.joined = list(grouped.number), dict(grouped.reasons)
        onward = {number[edge.of[1]] for side in self.sides.values() for edge in side.edges if edge.of[0] == "n"}
        # Whoever passes on elsewhere what others say is no end here either.
        ends = [(node, end) for node, end in self.ends() if number[node] not in onward]
        for judge, why in judges:
            for joint in judge([end for _, end in ends], [number[node] for node, _ in ends]):
                one, other = ends[joint.one][0], ends[joint.other][0]
                first, second = sorted((number[one], number[other]))
                number = [first if n == second else n for n in number]
                told = f"{self.nodes[one].name} and {self.nodes[other].name} {why.format(joint.likely)}"
                self.joined[first] = (*self.joined.get(first, ()), *self.joined.pop(second, ()), told)
        return number

    def ends(self) -> list[tuple[int, End]]:
        """The nodes from which no way leads on, with what they are met in."""
        onward = {edge.of for side in self.sides.values() for edge in side.edges}
        sides = {s: name for name, side in self.sides.items() for own in side.statements.values() for s in own}
        found = []
        for n, node in enumerate(self.nodes):
            report = self.reports[node.article]
            if ("n", n) not in onward and node.statement in report.at:
                saying = report.sayings[report.at[node.statement]]
                said, own = report.text[saying.start : saying.end], sides.get(node.statement, "")
                found.append((n, End(node, said, own, report.outlet, report.body is not None, met(report, saying))))
        return found

    @staticmethod
    def _one(point: Point, number: list[int]) -> Point:
        return point if point[0] == "a" else ("n", number[point[1]])

    # What each article rests on.

    def _article(self, side: Side, row: int) -> None:
        report, own = self.reports[row], side.statements[row]
        left = list(own)
        for copy, original, spans in self._copies_of(side, row):
            covered = [s for s in own if self._covered(report, s, spans)] if spans else self._retold(row, original, own)
            if copy.kind == "update":
                # What an outlet now has from another it no longer has from what it printed before.
                outlets = [self.reports[r].outlet for r in side.articles if r != row]
                covered = [s for s in covered if not cites(report, s, outlets)]
            if not covered:
                continue
            left = [s for s in left if s not in covered]
            reason = f"{_named(report)} prints the words of {_named(self.reports[original])}"
            if copy.original is None:
                both = f"{_named(report)} and {_named(self.reports[original])}"
                reason = f"{both} print the same words; which had them first is not established"
            side.edges.append(Edge(("a", row), ("a", original), "copies", covered[0], reason))
            break
        copied = len(left) < len(own)
        if not left:
            return
        outlets = [self.reports[r].outlet for r in side.articles if r != row and self.reports[r].body is None]
        again = self._earlier(side, row) is not None
        made_ = rests(report, left, outlets, side.others.get(row, ()), again=again, alone=copied)
        found = [r for r in made_ if not copied or r.hops[-1].kind != "nobody"]
        made = [self._rest(side, row, rest) for rest in found]
        side.talk |= {r.statement for r in found if r.hops[-1].kind == "nobody" and r.hops[-1].definite}
        # Who says that nobody in particular says so is no end of a chain either.
        if not copied and not any(made) and not found:
            side.bare.add(row)
        self.left.setdefault(row, []).extend(left)

    def _mentions(self, side: Side) -> None:
        """Put in the ways to other articles that no rule has found, where how their outlets are spoken of makes them likely.

        They go by way of the voice that speaks there, unless that one is whom the other article has it from: then both have it
        from him.
        """
        mentioning, found = Mentioning(self.reports, side.statements), []
        for row in side.articles:
            report, linked = self.reports[row], side.linked(row)
            # In a long report an outlet is named beside many things that are not from it.
            others = [] if report.long else self.others(side, row)
            known = frozenset().union(*linked.values())
            for statement in self.left.get(row, ()) if others else ():
                if not linked.get(statement):
                    table = mentioning.table(row, report.sayings[report.at[statement]], others, frozenset())
                    likely = zip(mentioned(table).tolist(), others, strict=True)
                    said = _near(report, statement)
                    found += [
                        (-sure, row, statement, other)
                        for sure, other in likely
                        if sure and other not in known and not only_named(said, self.reports[other].outlet)
                    ]
        number = groups(self.nodes).number if found else []
        for less, row, statement, other in sorted(found):
            ends = [e.onto for e in side.edges if e.of == ("a", row) and e.statement == statement and e.onto[0] == "n"]
            kinds = {self.nodes[n].kind for _, n in ends}
            if "outlet" in kinds or ("document" in kinds and self._has_paper(row, statement)):
                continue  # its own people saw it, or it has the paper
            whence = f"{self.reports[other].outlet} as of where that is from ({-less:.0%} likely)"
            reason = f"{_named(self.reports[row])} speaks there of {whence}"
            there = {number[n] for sort, n in self._beyond(side, ("a", other)) if sort == "n"}
            spoke = self._spoke_before(side, row)
            ends = [(sort, n) for sort, n in ends if number[n] not in there and self.nodes[n].name not in spoke]
            side.edges += [Edge(of, ("a", other), "cites", statement, reason) for of in ends or [("a", row)]]
            side.bare.discard(row)

    def _spoke_before(self, side: Side, row: int) -> frozenset[str]:
        """The names of the voices at which earlier articles of other outlets end: they speak here for themselves too."""
        passing = {e.of for e in side.edges if e.of[0] == "n"}
        mine = self.reports[row].outlet
        earlier = {r for r in side.articles if self.reports[r].outlet != mine and self.meant.when(r) < self.meant.when(row)}
        return frozenset(
            self.nodes[e.onto[1]].name
            for e in side.edges
            if e.of[0] == "a" and e.of[1] in earlier and e.onto[0] == "n" and e.onto not in passing
        )

    def _has_paper(self, row: int, statement: int) -> bool:
        """Whether an article says, in a statement's sentence, that it has the document before it."""
        report = self.reports[row]
        saying = report.sayings[report.at[statement]]
        return report.naming.showing.held(*report.sentence(saying.start, saying.end)) is not None

    @staticmethod
    def _beyond(side: Side, start: Point) -> list[Point]:
        """All to which ways lead from somewhere."""
        found: dict[Point, None] = {}
        open_ = [start]
        while open_:
            here = open_.pop()
            if here not in found:
                found[here] = None
                open_ += [e.onto for e in side.edges if e.of == here]
        return list(found)

    def others(self, side: Side, row: int) -> list[int]:
        """What an article may have a claim from: of each other outlet the last article that was there by then, else its first."""
        own, day = self.reports[row].outlet, self.reports[row].published
        chosen: dict[str, int] = {}
        for r in side.articles:  # in order of their days
            outlet = self.reports[r].outlet
            if outlet and outlet != own and (outlet not in chosen or by_then(self.reports[r].published, day)):
                before = outlet in chosen and (self.reports[chosen[outlet]].published or "") <= (day or "9")
                if not before or (self.reports[r].published or "") <= (day or "9"):
                    chosen[outlet] = r
        return list(chosen.values())

    def _copies_of(self, side: Side, row: int) -> Iterable[tuple[Copied, int, list[tuple[int, int]]]]:
        """What this article is copied from, with the passages in it: what its outlet itself printed first, then the surest."""
        found = []
        for copy in self.copies:
            if row not in (copy.a, copy.b) or copy.kind not in _WHOLE:
                continue
            other = copy.b if row == copy.a else copy.a
            if other not in side.statements or copy.original == row:
                continue
            if copy.original is None and (self.meant.when(other) >= self.meant.when(row) or self.reports[row].credit):
                continue
            if self._came_from(side, row, other, known=copy.original is not None and copy.kind != "excerpt"):
                continue
            spans = [(p[0], p[1]) if row == copy.a else (p[2], p[3]) for p in copy.passages]
            foreign = not self.reports[row].outlet or self.reports[other].outlet != self.reports[row].outlet
            found.append((foreign, copy.original is None, self.meant.when(other), copy, other, spans))
        found.sort(key=lambda one: one[:3])
        return [(copy, other, spans) for *_, copy, other, spans in found]

    def _came_from(self, side: Side, row: int, other: int, *, known: bool) -> bool:
        """Whether an article has its words from the outlet of this one: it prints what that printed before, or cites it.

        Who cites whom tells more than a day does; where it is known whose the words are, nothing more is asked.
        """
        outlet = self.reports[row].outlet
        if not outlet or outlet == self.reports[other].outlet:
            return False
        for copy in self.copies:
            first = copy.b if copy.a == other else copy.a
            printed = other in (copy.a, copy.b) and first != row and copy.original != other
            if printed and self.reports[first].outlet == outlet and self.meant.when(first) < self.meant.when(other):
                return True
        if known:
            return False
        rests_on = any(edge.of == ("a", other) and edge.onto == ("a", row) for edge in side.edges)
        return rests_on or any(cites(self.reports[other], s, [outlet]) for s in side.statements[other])

    def _retold(self, row: int, original: int, own: list[int]) -> list[int]:
        """The statements of a copy, but for those of somebody named of whom the original knows nothing: *she told the Post*."""
        report, text = self.reports[row], folded(self.reports[original].text)
        kept = []
        for statement in own:
            hops = report.sayings[report.at[statement]].hops
            alone = bool(hops) and hops[-1].kind == "voice" and hops[-1].sort in ("person", "other") and is_name(hops[-1].name)
            if not (alone and " " in hops[-1].name and folded(hops[-1].name).split()[-1] not in text):
                kept.append(statement)
        return kept

    @staticmethod
    def _covered(report: Report, statement: int, spans: list[tuple[int, int]]) -> bool:
        saying = report.sayings[report.at[statement]]
        shared = sum(max(0, min(saying.end, b) - max(saying.start, a)) for a, b in spans)
        # What goes on beyond it in the same words is the other's text, of which some words are changed here.
        on = any(a < saying.start < b or a < saying.end < b for a, b in spans)
        return (5 if on else 4) * shared >= 2 * (saying.end - saying.start)

    def _rest(self, side: Side, row: int, rest: Rest) -> bool:
        """Put in the way that these words go; whether it leads anywhere."""
        report = self.reports[row]
        at: Point = ("a", row)
        hops = self._ending(rest.hops)
        if hops[-1].kind == "earlier" and (before := self._earlier(side, row)) is not None:
            side.edges.append(Edge(at, ("a", before), "cites", rest.statement, f"{_named(report)} cites its own earlier article"))
            return True
        for one in (several := self.meant.several(side, row, rest)):
            whom = hops[-1].words or rest.told or hops[-1].name
            reason = f"{_named(report)} cites “{whom}”, which {self.reports[one].outlet} reported before"
            side.edges.append(Edge(at, ("a", one), "cites", rest.statement, reason))
        if several:
            return True
        moved = False
        teller = report.outlet or str(row)
        for hop in hops:
            there = self.meant.cited(side, row, hop, copied=rest.copied) or self._of_a_reporter(side, row, hop)
            if there:
                kind = "copies" if rest.copied else "cites"
                how = "credits" if rest.copied else "cites"
                for one in there:
                    reason = f"{_named(report)} {how} {self.reports[one].outlet}"
                    side.edges.append(Edge(at, ("a", one), kind, rest.statement, reason))
                return True
            if hop.kind == "nobody" or self.meant.is_a_town(hop):
                continue
            node = node_of(hop, teller, rest.quotes if hop is hops[-1] else frozenset(), row, rest.statement)
            if hop is hops[-1] and rest.statement in report.at:
                saying = report.sayings[report.at[rest.statement]]
                node.day = report.published or ""
                node.said = folded(report.text[saying.start : min(saying.end, saying.start + LONGEST)])
            self.nodes.append(node)
            onto: Point = ("n", len(self.nodes) - 1)
            kind = "copies" if rest.copied else "cites" if hop.kind == "outlet" else "says"
            side.edges.append(Edge(at, onto, kind, rest.statement, _why(_named(report), hop, copied=rest.copied)))
            at, moved = onto, True
            if hop.kind == "outlet":
                # Whom an outlet does not name belongs to that outlet, not to the one that cites it.
                teller = hop.name
        return moved

    def _cited(self, side: Side, row: int, hop: Hop) -> list[int]:
        """The articles that one means by an outlet."""
        return self.meant.cited(side, row, hop, copied=False) if hop.kind == "outlet" else []

    def _of_a_reporter(self, side: Side, row: int, hop: Hop) -> list[int]:
        """The one earlier article whose outlet's people were there, where a reporter who is not named tells of it."""
        noun = head(folded(hop.words))
        if hop.kind != "unnamed" or noun not in words("observers") or not is_person(noun) or not is_indefinite(hop.words):
            return []
        own = {n for n, node in enumerate(self.nodes) if node.kind == "outlet"}
        mine, when = self.reports[row].outlet, self.meant.when(row)
        saw = {e.of[1] for e in side.edges if e.of[0] == "a" and e.onto[0] == "n" and e.onto[1] in own}
        found = [r for r in side.articles if r in saw and self.reports[r].outlet != mine and self.meant.when(r) < when]
        return found if len(found) == 1 else []

    @staticmethod
    def _ending(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """The voices as far as they lead: who passes on the words of nobody who is named is himself the end."""
        kept = list(hops)
        while len(kept) > 1 and (
            kept[-1].kind in ("nobody", "own")
            or (
                kept[-1].kind == "unnamed" and kept[-2].kind in ("voice", "document") and not words("kin") & {*kept[-1].described}
            )
            or (kept[-1].kind == "voice" and not _is_one(kept[-1]) and kept[-2].kind == "voice")
        ):
            kept.pop()
        return tuple(kept)

    def _earlier(self, side: Side, row: int) -> int | None:
        """The outlet's own last article before this one."""
        own = self.reports[row].outlet
        before = [r for r in side.articles if own and self.reports[r].outlet == own and self.meant.when(r) < self.meant.when(row)]
        return max(before, key=self.meant.when) if before else None

    def _words_of_outlets(self, side: Side) -> None:
        """Articles that give no source and on whose word others rest: the chain ends at theirs."""
        for row in sorted(side.bare):
            report = self.reports[row]
            # What an outlet prints again, no other rests on.
            on_it = [e for e in side.edges if e.onto == ("a", row)]
            if any(e.kind != "copies" or e.of[0] != "a" or self.reports[e.of[1]].outlet != report.outlet for e in on_it):
                name, outlet, first = report.outlet or "the article", report.outlet or str(row), side.statements[row][0]
                self.nodes.append(Node("outlet", name, outlet=outlet, article=row, statement=first, bare=True))
                onto: Point = ("n", len(self.nodes) - 1)
                reason = f"{_named(report)} gives no source, and others rest on its word"
                side.edges.append(Edge(("a", row), onto, "says", first, reason))
                side.bare.discard(row)


def _is_one(hop: Hop) -> bool:
    """Whether a voice is somebody whom one could ask: *Orrel Council*, *the fire chief*; not *engineers*."""
    return is_name(hop.name) or hop.definite or hop.words.lower().startswith("the ")


def _near(report: Report, statement: int) -> list[str]:
    """The sentences of a statement's paragraph."""
    saying = report.sayings[report.at[statement]]
    at = report.text.rfind("\n", 0, saying.start) + 1
    stop = report.text.find("\n", max(saying.start, saying.end - 1))
    stop = min(len(report.text) if stop < 0 else stop, at + LONGEST)
    found = []
    while at < stop:
        start, end = report.sentence(at, at + 1)
        found.append(report.text[start : min(end, start + LONGEST)])
        at = max(end, at + 1)
    return found


def _named(report: Report) -> str:
    return report.outlet or report.title or "the article"


def _why(outlet: str, hop: Hop, *, copied: bool) -> str:
    if copied:
        return f"{outlet} credits {hop.name}"
    return {
        "outlet": f"{outlet} cites {hop.name}, of which there is no earlier article on this here",
        "own": f"{outlet} says that its own people were there",
        "voice": f"{outlet} has it from {hop.name}",
        "document": f"{outlet} has it from {hop.name}",
        "unnamed": f"{outlet} has it from {hop.name}, who is not named",
    }[hop.kind]
