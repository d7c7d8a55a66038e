"""The groups of those whose profiles changed, and of all that hang together with them, into the ledger's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping

from allegedly.ledger.names import folded
from allegedly.ledger.reviews import every_review, in_force
from allegedly.ledger.weighed import unsettle
from allegedly.weighing.entities.authority import Lists
from allegedly.weighing.entities.clustering import Given, Group
from allegedly.weighing.entities.gathering import Profile
from allegedly.weighing.entities.keys import across, keys
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.resolving import BEARERS, resolve
from allegedly.weighing.entities.scoring import Verdict, verdict

_MOST = 0.25
"""Share of all names that are touched, from which on all are resolved: one after another is then slower."""
_TURNED = {"less": "more", "more": "less", "perhaps less": "perhaps more", "perhaps more": "perhaps less"}
_STRONG = ("same", "less", "more")


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
        before = self._wholes()
        self._write(made, own, lists.marks)
        after = self._wholes()
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
        every = list(entities)
        missing = [entity for entity in every if entity not in self.named]
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
        ahead = self._load(touched)
        # Who is gone may have held others together.
        ahead += self._load(row for gone in touched if gone not in self.named for row in self._group(gone))
        while ahead:
            one = ahead.pop()
            if one in own:
                continue
            own.add(one)
            for other, relation in self._compared(one):
                if relation in _STRONG or relation == "perhaps same":
                    ahead.append(other)
                elif relation == "perhaps less":
                    seen.add(other)
                elif relation == "perhaps more":
                    loose.add(other)
            for other, is_loose in self.connection.execute(
                "SELECT o.entity, o.loose FROM resolved r JOIN resolved o USING (whole) WHERE r.entity = ?", (one,)
            ).fetchall():
                if not is_loose:
                    ahead += self._load([other])
                else:
                    loose.update(self._load([other]))
        for one in sorted(loose - own):
            for other, relation in self._compared(one):
                if relation == "perhaps less":
                    seen.add(other)
                elif relation == "perhaps same":
                    own.add(other)
            own.add(one)
        for one in sorted(seen - own):
            seen.update(self._load(row for row in self._group(one, settled=True)))
        return own, own | seen

    def _group(self, entity: int, *, settled: bool = False) -> list[int]:
        rows = self.connection.execute(
            "SELECT o.entity FROM resolved r JOIN resolved o USING (whole) WHERE r.entity = ? AND o.loose <= ?",
            (entity, 0 if settled else 1),
        )
        return [row for (row,) in rows]

    def _near(self, one: Named, whose: str) -> list[tuple[int]]:
        """Those who share a key with this one."""
        shared = [across(key) for key in sorted(keys(one))]
        rows = [
            self.connection.execute(f"SELECT entity FROM name_keys WHERE key = ? AND {whose} LIMIT {BEARERS}", (key,)).fetchall()
            for key in shared
        ]
        return [row for found in rows for row in found]

    def _compared(self, one: int) -> Iterator[tuple[int, str]]:
        """Those who share a key with this one, and how it stands to them."""
        mine = self.named[one]
        rows = self._near(mine, "entity > 0")
        rows += self.connection.execute(
            "SELECT n.entity FROM names n JOIN entities e USING (entity)"
            " WHERE n.name = ? AND n.main AND e.kind = ? AND n.entity <> ?",
            (mine.name, mine.kind, one),
        ).fetchall()
        for other in self._load(dict.fromkeys(row for (row,) in rows if row != one)):
            theirs = self.named[other]
            ends = mine.identity, theirs.identity
            if ends[0] < ends[1]:
                found = self.judged[ends] = self._judge(mine, theirs)
                yield other, found.relation
            else:
                found = self.judged[ends[::-1]] = self._judge(theirs, mine)
                yield other, _TURNED.get(found.relation, found.relation)

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
            near: set[int] = set()
            for row in shown:
                near.update(-entry for (entry,) in self._near(self.named[row], "entity < 0"))
            lists.take(every, near)
        return lists

    # What is written

    def _wholes(self) -> dict[int, int]:
        """As whom each entity is known that is one of several."""
        return dict(self.connection.execute("SELECT entity, whole FROM resolved"))

    def _write(self, made: Iterable[Group], own: set[int], marks: Mapping[Identity, int]) -> None:
        for row in own:
            self.connection.execute("DELETE FROM resolved WHERE entity = ?", (row,))
            self.connection.execute("DELETE FROM wholes WHERE entity = ?", (row,))
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
