"""The groups of those whose profiles changed, and of all that hang together with them, into the ledger's tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby, islice
from operator import itemgetter

from allegedly.ledger.names import folded
from allegedly.ledger.reviews import every_review, in_force
from allegedly.ledger.weighed import unsettle
from allegedly.weighing.entities.authority import Lists
from allegedly.weighing.entities.clustering import Given, Group
from allegedly.weighing.entities.gathering import Profile
from allegedly.weighing.entities.keys import across, keys
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.people import TURNED
from allegedly.weighing.entities.resolving import BEARERS, resolve
from allegedly.weighing.entities.scoring import Verdict, strangers, verdict

_MOST = 0.25
"""Share of all names that are touched, from which on all are resolved: one after another is then slower."""
_STRONG = ("same", "less", "more")
_AT_ONCE = 1_000
"""Entities that are looked up in one query. Bounds the memory."""


class Resolving:
    """One run: which names hang together, who is one, and what is written of it. Inside a transaction."""

    def __init__(self, connection: sqlite3.Connection, unpack: Callable[[bytes], Profile]) -> None:
        self.connection, self.unpack = connection, unpack
        self.named: dict[int, Named] = {}
        self.rows: dict[Identity, int] = {}
        self.judged: dict[tuple[Identity, Identity], Verdict] = {}
        """Of pairs that were compared to see who hangs together, and will be again to see who is one."""

    def resolve(self) -> int:
        """Resolve anew what is touched; how many names that were."""
        touched = [row for (row,) in self.connection.execute("SELECT entity FROM unresolved ORDER BY entity")]
        if not touched:
            return 0
        every = self.connection.execute("SELECT count(*) FROM profiles").fetchone()[0]
        if len(touched) > every * _MOST:
            own = self._load_all()
            shown = set(own)
        else:
            own, shown = self._hanging(touched)
        every = [self.named[row] for row in sorted(shown)]
        lists = self._lists(every, shown)
        made = resolve([*every, *lists.named], [*self._given(), *lists.given], lists.marks, self._judge)
        before = self._wholes(own)
        self._write(made, own, lists.marks)
        after = self._wholes(own)
        unsettle(self.connection, [row for row in own if before.get(row, row) != after.get(row, row)])
        self.connection.execute("DELETE FROM unresolved")
        return len(own)

    # What is known of whom

    def _load_all(self) -> set[int]:
        rows = self.connection.execute(
            "SELECT p.entity, n.name, e.kind, p.facet, p.profile FROM profiles p JOIN entities e USING (entity)"
            " JOIN names n ON n.entity = p.entity AND n.main"
        )
        for entity, name, kind, facet, packed in rows:
            self._keep(entity, (name, kind, facet), packed)
        return set(self.named)

    def _keep(self, entity: int, identity: Identity, packed: bytes) -> None:
        self.named[entity] = self.unpack(packed).named(identity)
        self.rows[identity] = entity

    def _load(self, entities: Iterable[int]) -> list[int]:
        """Load the profiles of these; those that have one."""
        every = list(dict.fromkeys(entities))
        # In the order of the file.
        missing = sorted(entity for entity in every if entity not in self.named)
        if missing:
            rows = self.connection.execute(
                "SELECT p.entity, n.name, e.kind, p.facet, p.profile FROM json_each(?) j JOIN profiles p ON p.entity = j.value"
                " JOIN entities e ON e.entity = j.value JOIN names n ON n.entity = j.value AND n.main",
                (f"{missing}",),
            )
            for entity, *identity, packed in rows:
                self._keep(entity, tuple(identity), packed)
        return [entity for entity in every if entity in self.named]

    # Who hangs together with whom

    def _hanging(self, touched: list[int]) -> tuple[set[int], set[int]]:
        """Those whose groups may change, and with them those who must be seen for that."""
        own: set[int] = set()
        loose: set[int] = set()
        seen: set[int] = set()
        ahead = {*self._load(touched)}
        # Who is gone may have held others together.
        ahead.update(self._load(row for row, _ in self._mates([one for one in touched if one not in self.named])))
        while ahead:
            own |= ahead
            found: set[int] = set()
            for some in _parts(ahead):
                for other, relation in self._compared(some, own):
                    if relation in _STRONG or relation == "perhaps same":
                        found.add(other)
                    elif relation == "perhaps less":
                        seen.add(other)
                    elif relation == "perhaps more":
                        loose.add(other)
                mates = self._mates(some)
                there = {*self._load(other for other, _ in mates)}
                found.update(other for other, is_loose in mates if other in there and not is_loose)
                loose.update(other for other, is_loose in mates if other in there and is_loose)
            ahead = found - own
        for some in _parts(loose - own):
            own.update(some)
            for other, relation in self._compared(some, own):
                if relation == "perhaps less":
                    seen.add(other)
                elif relation == "perhaps same":
                    own.add(other)
        for some in _parts(seen - own):
            seen.update(self._load(other for other, is_loose in self._mates(some) if not is_loose))
        return own, own | seen

    def _mates(self, entities: Collection[int]) -> list[tuple[int, int]]:
        """Those who are in a group with one of these, and whether each is so by a guess."""
        return self.connection.execute(
            "SELECT o.entity, o.loose FROM json_each(?) j JOIN resolved r ON r.entity = j.value"
            " JOIN resolved o ON o.whole = r.whole",
            (f"{[*entities]}",),
        ).fetchall()

    def _holders(self, entities: Collection[int], whose: str) -> dict[int, list[int]]:
        """For each of these those who share a key with it, several times where they share several."""
        shared = {one: [across(key) for key in keys(self.named[one])] for one in entities}
        rows = self.connection.execute(
            f"SELECT k.key, k.entity FROM json_each(?) j CROSS JOIN name_keys k ON k.key = j.value AND {whose}",
            (f"{sorted({key for own in shared.values() for key in own})}",),
        )
        # Of a common surname there are many thousands; so many are looked at, those who were met first.
        held = {key: [entity for _, entity in islice(own, BEARERS)] for key, own in groupby(rows, itemgetter(0))}
        return {one: [entity for key in own for entity in held.get(key, ())] for one, own in shared.items()}

    def _namesakes(self, entities: Collection[int]) -> dict[tuple[str, str], list[int]]:
        """By name and kind those who have the same as one of these."""
        found: dict[tuple[str, str], list[int]] = {}
        for name, kind, entity in self.connection.execute(
            "SELECT n.name, e.kind, e.entity FROM json_each(?) j CROSS JOIN names n ON n.name = j.value AND n.main"
            " JOIN entities e USING (entity)",
            (json.dumps(sorted({self.named[one].name for one in entities})),),
        ):
            found.setdefault((name, kind), []).append(entity)
        return found

    def _compared(self, entities: Collection[int], own: Collection[int]) -> Iterator[tuple[int, str]]:
        """Those who share a key or a name with one of these, and how this one stands to them; but for strangers and ``own``."""
        holders, namesakes = self._holders(entities, "k.entity > 0"), self._namesakes(entities)
        self._load(other for near in (*holders.values(), *namesakes.values()) for other in near)
        for one in entities:
            mine = self.named[one]
            identity = mine.identity
            for other in dict.fromkeys([*holders[one], *namesakes.get((mine.name, mine.kind), ())]):
                theirs = self.named.get(other)
                if other in own or theirs is None:
                    continue
                if mine.name != theirs.name and strangers(mine, theirs):
                    continue
                first, second = (mine, theirs) if identity < theirs.identity else (theirs, mine)
                found = self.judged[first.identity, second.identity] = self._judge(first, second)
                yield other, found.relation if first is mine else TURNED.get(found.relation, found.relation)

    def _judge(self, one: Named, other: Named) -> Verdict:
        return self.judged.get((one.identity, other.identity)) or verdict(one, other)

    # What people and lists say

    def _identities(self, name: str, kind: str | None) -> list[Identity]:
        rows = self.connection.execute(
            "SELECT n.name, e.kind, p.facet FROM names n JOIN entities e USING (entity) JOIN profiles p USING (entity)"
            " WHERE n.name = ? AND n.main AND (e.kind = ? OR ? IS NULL) ORDER BY n.entity",
            (name, kind, kind),
        )
        return [*rows]

    def _given(self) -> list[Given]:
        made = []
        for review in in_force(every_review(self.connection)):
            if review.verdict == "merge":
                every = [
                    identity
                    for one in (review.before or {}).get("entities", ())
                    for identity in self._identities(one["name"], one["kind"])
                ]
                words = f"merged by {review.who}: {review.why}"
                made += [Given(every[0], one, words) for one in every[1:]]
            elif review.verdict == "split":
                words = f"split by {review.who}: {review.why}"
                ends = [folded(str((cell or {}).get("name") or "")) for cell in (review.before, review.after)]
                if ends[0] != ends[1]:
                    own, other = (self._identities(name, None) for name in ends)
                    made += [Given(a, b, words, together=False) for a in own for b in other]
        # What is kept apart counts before what is put together earlier: a split is the later, closer look.
        return sorted(made, key=lambda one: one.together)

    def _lists(self, every: list[Named], shown: set[int]) -> Lists:
        lists = Lists(self.connection)
        if self.connection.execute("SELECT 1 FROM authorities LIMIT 1").fetchone():
            near = {-entry for some in _parts(shown) for own in self._holders(some, "k.entity < 0").values() for entry in own}
            lists.take(every, near)
        return lists

    # What is written

    def _wholes(self, entities: Collection[int]) -> dict[int, int]:
        """As whom each of these is known that is one of several."""
        rows = self.connection.execute(
            "SELECT entity, whole FROM json_each(?) j JOIN resolved ON entity = j.value", (f"{[*entities]}",)
        )
        return dict(rows.fetchall())

    def _write(self, made: Iterable[Group], own: set[int], marks: Mapping[Identity, int]) -> None:
        for table in ("resolved", "wholes"):
            self.connection.executemany(f"DELETE FROM {table} WHERE entity = ?", [(row,) for row in own])
        self.connection.execute("DELETE FROM resolved WHERE entity NOT IN (SELECT entity FROM profiles)")
        for group in made:
            # The entries of lists are nobody whom an article names.
            there = [one for one in group.members if one in self.rows]
            rows = [self.rows[one] for one in there]
            entry = next((marks[one] for one in group.members if one in marks), None)
            if own.isdisjoint(rows) or (len(rows) < 2 and entry is None):
                continue
            settled = [row for row, one in zip(rows, there, strict=True) if one not in group.loose]
            whole = min(settled or rows)
            why = group.why(self.named[whole].identity)
            for row, one in zip(rows, there, strict=True):
                tie = why.get(one)
                self.connection.execute(
                    "INSERT OR REPLACE INTO resolved VALUES (?, ?, ?, ?)",
                    (row, whole, int(one in group.loose), self._reason(tie.words, tie.score) if tie else None),
                )
                self.connection.execute("DELETE FROM wholes WHERE entity = ?", (row,))
            self.connection.execute("INSERT INTO wholes VALUES (?, ?, ?)", (whole, self._name(settled or rows, entry), entry))

    def _name(self, rows: Iterable[int], entry: int | None) -> str:
        """By which the group goes: the list's name; for people the one in full, else the one in most articles."""
        if entry is not None:
            found = self.connection.execute("SELECT name FROM authorities WHERE authority = ?", (entry,)).fetchone()
            return str(found[0])
        named = [self.named[row] for row in rows]
        full = [one for one in named if one.kind != "person" or len(one.name.split()) > 1] or named
        best = max(full, key=lambda one: (one.articles, len(one.name), one.name))
        return best.shown or best.name

    def _reason(self, words: str, score: float) -> int:
        self.connection.execute("INSERT OR IGNORE INTO reasons (words, score) VALUES (?, ?)", (words, score))
        return int(
            self.connection.execute("SELECT reason FROM reasons WHERE words = ? AND score = ?", (words, score)).fetchone()[0]
        )


def _parts(entities: Iterable[int]) -> list[list[int]]:
    """These in order, some after others."""
    every = sorted(entities)
    return [every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE)]
