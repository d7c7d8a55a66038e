"""Entities across the articles of a ledger, brought up to date: who is new, and whom that touches.

Two steps, each of which may be cut off and goes on where it was. *Gathering* takes in the articles that are not weighed yet:
each entity of theirs is put with those of its name, kind and facet, whose profile grows. *Resolving* works out anew the groups
of those whose profiles changed and of all that hang together with them, and leaves the others as they are.
"""

from __future__ import annotations

import gc
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files

import msgspec

from allegedly.ledger.names import folded
from allegedly.ledger.store import writing
from allegedly.weighing.entities.gathering import Looks, Profile, identity_of
from allegedly.weighing.entities.keys import digest, keys
from allegedly.weighing.entities.loading import Loaded, members, of_article, unweighed
from allegedly.weighing.entities.named import Identity, Named
from allegedly.weighing.entities.writing import Resolving

STEP = "entities"
METHOD = "2"
"""Changes when the same articles would come out otherwise."""
_BATCH = 256
"""Articles of one transaction."""
_PACK, _UNPACK = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Profile)
_NOBODY = _PACK.encode(Profile())


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a weighing's entities."""

    articles: int
    """That were taken in."""
    touched: int
    """Names whose groups were worked out anew."""
    entities: int
    """In the ledger, several names of one counted once."""
    joined: int
    """Names that are taken for others."""

    def __str__(self) -> str:
        return f"{self.entities:,} entities; {self.joined:,} more names are taken for one of them ({self.touched:,} looked at)"


def bring_up_to_date(connection: sqlite3.Connection, *, on_progress: Callable[[int, int], None] | None = None) -> Resolved:
    """Bring the entities across articles up to date with articles, readings, reviews and lists.

    Args:
        connection: The ledger, outside a transaction.
        on_progress: Called with how many articles are taken in, and of how many.
    """
    _begin(connection)
    rows = unweighed(connection, STEP)
    for at in range(0, len(rows), _BATCH):
        with writing(connection):
            _Gathering(connection).take(rows[at : at + _BATCH])
        if on_progress:
            on_progress(min(at + _BATCH, len(rows)), len(rows))
    with writing(connection), _uncollected():
        _renew(connection)
        touched = Resolving(connection, _UNPACK.decode).resolve()
        last = connection.execute("SELECT coalesce(max(review), 0) FROM reviews").fetchone()[0]
        connection.execute("UPDATE weighings SET reviews = ? WHERE step = ?", (last, STEP))
    entities, joined = connection.execute(
        "SELECT (SELECT count(*) FROM profiles), (SELECT count(*) FROM resolved WHERE whole <> entity)"
    ).fetchone()
    return Resolved(articles=len(rows), touched=touched, entities=entities - joined, joined=joined)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for what refers to itself: names do not, and looking through them takes a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _method() -> str:
    """Of the method and its tables."""
    made = hashlib.sha256(METHOD.encode())
    for table in sorted(files("allegedly.weighing.entities").joinpath("vocabulary").iterdir(), key=lambda path: path.name):
        made.update(table.read_bytes())
    return made.hexdigest()[:12]


def _lists(connection: sqlite3.Connection) -> str:
    """Of the user's lists."""
    made = hashlib.sha256()
    for row in connection.execute("SELECT list, id, kind, name FROM authorities ORDER BY list, id"):
        made.update(repr(row).encode())
    for row in connection.execute(
        "SELECT n.name, a.list, a.id FROM authority_names n JOIN authorities a USING (authority) ORDER BY 1, 2, 3"
    ):
        made.update(repr(row).encode())
    return made.hexdigest()[:12]


def _begin(connection: sqlite3.Connection) -> None:
    """Forget what another version made; have those resolved anew about whom people decided since, or all for other lists."""
    with writing(connection):
        method, lists = _method(), _lists(connection)
        kept = connection.execute("SELECT version, reviews FROM weighings WHERE step = ?", (STEP,)).fetchone()
        before, _, listed = (kept[0] if kept else "").partition(" ")
        connection.execute(
            "INSERT OR REPLACE INTO weighings VALUES (?, ?, ?)", (STEP, f"{method} {lists}", kept[1] if kept else 0)
        )
        if before != method:
            for table in ("resolved", "wholes", "unresolved"):
                connection.execute(f"DELETE FROM {table}")
            # Their facets stay, so that they keep their ids.
            connection.execute("UPDATE profiles SET profile = ?", (_NOBODY,))
            connection.execute("DELETE FROM name_keys WHERE entity > 0")
            connection.execute("DELETE FROM weighed WHERE step = ?", (STEP,))
            return
        if listed != lists:
            connection.execute("INSERT OR IGNORE INTO unresolved SELECT entity, 0 FROM profiles")
        decided = connection.execute(
            "SELECT before, after FROM reviews WHERE review > ? AND verdict IN ('merge', 'split')"
            " UNION SELECT r.before, r.after FROM reviews w JOIN reviews r ON r.id = w.withdraws WHERE w.review > ?",
            (kept[1], kept[1]),
        ).fetchall()
        for cell in (cell for row in decided for cell in row if cell):
            plain = msgspec.json.decode(cell)
            for one in (*plain.get("entities", ()), plain):
                if isinstance(one.get("name"), str):
                    connection.execute(
                        "INSERT OR IGNORE INTO unresolved SELECT entity, 0 FROM names WHERE name = ? AND main",
                        (folded(one["name"]),),
                    )


class _Gathering:
    """Articles on their way into profiles. Inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.profiles: dict[int, tuple[Identity, Profile]] = {}
        self.rows: dict[Identity, int] = {}
        self.looks: dict[int, Looks] = {}
        self.before: dict[int, Named] = {}
        """Those that were there, as they were compared."""

    def take(self, rows: list[int]) -> None:
        for row in rows:
            for one in of_article(self.connection, row):
                self._one(one)
            self.connection.execute("INSERT OR IGNORE INTO weighed VALUES (?, ?)", (row, STEP))
        for entity, (identity, profile) in self.profiles.items():
            put_profile(self.connection, entity, identity, profile, self.looks.get(entity))
        # Of most who are in many articles one more tells nothing new.
        changed = [(entity,) for entity, (own, profile) in self.profiles.items() if self.before.get(entity) != profile.named(own)]
        self.connection.executemany("INSERT OR IGNORE INTO unresolved VALUES (?, 0)", changed)

    def _one(self, one: Loaded) -> None:
        identity = identity_of(one.found)
        entity = one.entity if one.told else self._row(identity, one.entity)
        if entity != one.entity:
            self.connection.execute(
                "UPDATE article_entities SET entity = ? WHERE article = ? AND number = ?", (entity, one.row, one.found.number)
            )
        if entity not in self.profiles:
            kept = self.connection.execute("SELECT facet, profile FROM profiles WHERE entity = ?", (entity,)).fetchone()
            if kept is not None:
                self.profiles[entity] = (*identity[:2], kept[0]), _UNPACK.decode(kept[1])
                self.looks[entity] = self.profiles[entity][1].looks
                self.before[entity] = self.profiles[entity][1].named(self.profiles[entity][0])
            else:
                self.profiles[entity] = (*identity[:2], "") if one.told else identity, Profile()
        self.profiles[entity][1].take(one.found)

    def _row(self, identity: Identity, plainly: int) -> int:
        """The ledger's entity of this name, kind and facet, made where it is new; ``plainly``: the one of the name and kind."""
        if identity in self.rows:
            return self.rows[identity]
        name, kind, facet = identity
        same = "SELECT n.entity FROM names n JOIN entities e USING (entity) LEFT JOIN profiles p USING (entity)"
        found = self.connection.execute(
            f"{same} WHERE n.name = ? AND n.main AND e.kind = ? AND p.facet = ? ORDER BY n.entity", identity
        ).fetchone()
        if found is None and not facet:
            # Where only namesakes have profiles, the first of the name is the one of whom nothing tells which it is.
            found = self.connection.execute(
                f"{same} WHERE n.name = ? AND n.main AND e.kind = ? AND p.facet IS NULL ORDER BY n.entity", (name, kind)
            ).fetchone() or (plainly,)
        if found is None:
            shown = self.connection.execute("SELECT name FROM entities WHERE entity = ?", (plainly,)).fetchone()[0]
            made = self.connection.execute("INSERT INTO entities (kind, name) VALUES (?, ?)", (kind, shown)).lastrowid
            self.connection.execute("INSERT INTO names VALUES (?, 1, ?)", (name, made))
            self.connection.execute("INSERT INTO profiles VALUES (?, ?, ?)", (made, facet, _NOBODY))
            found = (made,)
        self.rows[identity] = int(found[0])
        return self.rows[identity]


def put_profile(connection: sqlite3.Connection, entity: int, identity: Identity, profile: Profile, before: Looks = None) -> None:
    """Keep a profile, and the keys by which it is found; ``before``: what it looked like when it was kept last."""
    connection.execute("INSERT OR REPLACE INTO profiles VALUES (?, ?, ?)", (entity, identity[2], _PACK.encode(profile)))
    if before == profile.looks:
        return
    old = {digest(key) for key in keys(profile.looking(identity, before))} if before else set()
    new = {digest(key) for key in keys(profile.looking(identity, profile.looks))}
    connection.executemany("DELETE FROM name_keys WHERE key = ? AND entity = ?", [(key, entity) for key in sorted(old - new)])
    connection.executemany("INSERT OR IGNORE INTO name_keys VALUES (?, ?)", [(key, entity) for key in sorted(new - old)])


def _renew(connection: sqlite3.Connection) -> None:
    """Make the profiles of those anew whose articles went or changed."""
    for entity, kind in _stale(connection):
        profile = Profile()
        for one in members(connection, entity):
            profile.take(one.found)
        kept = connection.execute("SELECT facet, profile FROM profiles WHERE entity = ?", (entity,)).fetchone()
        if kept is None and not profile.articles:
            continue
        name = connection.execute("SELECT name FROM names WHERE entity = ? AND main", (entity,)).fetchone()[0]
        identity = (name, kind, kept[0] if kept else "")
        put_profile(connection, entity, identity, profile, _UNPACK.decode(kept[1]).looks if kept else None)
        if not profile.articles:
            connection.execute("DELETE FROM profiles WHERE entity = ?", (entity,))
    connection.execute("DELETE FROM profiles WHERE profile = ?", (_NOBODY,))
    connection.execute("UPDATE unresolved SET stale = 0")


def _stale(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    yield from connection.execute(
        "SELECT entity, kind FROM unresolved JOIN entities USING (entity) WHERE stale ORDER BY entity"
    ).fetchall()
