"""Decisions taken: from the shell, a program, or the lines of a file; and given to others as lines."""

from __future__ import annotations

import getpass
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from allegedly.errors import AllegedlyError, BadReview, Overtaken, Refused, Unreadable
from allegedly.ledger.anchor import LETTERS, Anchor, anchors
from allegedly.ledger.claiming import claims_named, is_about_claims, lost_claims, merge_of_claims, split_of_statement
from allegedly.ledger.correcting import Given, record_of, references, shown
from allegedly.ledger.deciding import STANDING, TAKEN, Conflict
from allegedly.ledger.history import Entry, entries_of
from allegedly.ledger.joining import lost_merges, merge_review, put_merges
from allegedly.ledger.keeping import applied_of, apply_reviews, article_named, machine_of, regather, row_of, shown_of
from allegedly.ledger.names import folded
from allegedly.ledger.overlay import Orphan, lost
from allegedly.ledger.restoring import article_of
from allegedly.ledger.reviews import (
    VERDICTS,
    Review,
    across,
    beginning,
    every_review,
    identified,
    latest,
    moment,
    put_review,
    reviews_of,
)
from allegedly.ledger.soundness import sound
from allegedly.ledger.store import writing

_BATCH = 64
"""Lines of a file that are taken in one transaction."""
_LATELY = 5_000
"""Reviews among which a person's own reasons are looked for."""
_LONGEST = 4_000_000
"""Bytes of a line; a review has some hundreds."""
_RECORD = re.compile(r"[estpalhr][1-9]\d*")
_NEEDS_WHY = frozenset(("reject", "correct", "note", "merge", "split", "withdraw"))


@dataclass
class Imported:
    """What became of the lines of a file."""

    new: int = 0
    there: int = 0
    """Those that were in the ledger already."""
    refused: list[Refused] = field(default_factory=list)
    orphaned: list[Orphan] = field(default_factory=list)
    """New ones that are kept and not applied."""
    conflicts: list[Conflict] = field(default_factory=list)
    """Disagreements on the records that the lines are about."""

    def __str__(self) -> str:
        parts = [f"{self.new:,} {'review' if self.new == 1 else 'reviews'} taken in"]
        if self.there:
            parts.append(f"{self.there:,} there already")
        if self.orphaned:
            parts.append(f"{len(self.orphaned):,} of them orphaned")
        if self.refused:
            parts.append(f"{len(self.refused):,} refused")
        if self.conflicts:
            parts.append(f"{len(self.conflicts):,} in conflict")
        return "; ".join(parts)


class _Line(msgspec.Struct, forbid_unknown_fields=True):
    """A decision in a file that is yet to be taken."""

    verdict: str
    record: str | None = None
    records: tuple[str, ...] = ()
    changes: dict[str, Any] | None = None
    who: str | None = None
    why: str = ""
    name: str | None = None
    at: str | None = None
    """Any words; two lines that are otherwise alike are two decisions where these differ."""


def reviewer(who: str | None = None) -> str:
    """Who decides: the name that is given, else that in ``ALLEGEDLY_REVIEWER``, else the login name.

    Raises:
        BadReview: There is none.
    """
    name = " ".join((who or os.environ.get("ALLEGEDLY_REVIEWER") or "").split())
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            raise BadReview("the review", "nobody is named who decides; give --who, or set ALLEGEDLY_REVIEWER") from None
    return name


class Reviews:
    """The reviews of a ledger."""

    def __init__(self, connection: sqlite3.Connection, path: Path, row: Callable[[str], int]) -> None:
        self.connection, self.path, self._row = connection, path, row

    def __iter__(self) -> Iterator[Review]:
        """All of them, withdrawn ones too, the earliest first: what ``--export`` writes, a line each."""
        return every_review(self.connection)

    def decide(
        self,
        verdict: str,
        *records: str,
        changes: Mapping[str, object] | None = None,
        name: str | None = None,
        who: str | None = None,
        why: str = "",
        seen: str | None = None,
    ) -> list[Review]:
        """Take decisions and apply them, all or none; see :meth:`allegedly.ledger.Ledger.review`."""
        who = reviewer(who)
        with writing(self.connection):
            if seen is not None and any(self.state(record) != seen for record in records):
                raise Overtaken(records[0], "somebody decided about it meanwhile; look at it as it is now, and decide again")
            return self._decide(verdict, records, changes, name, who, why, None)

    def state(self, record: str) -> str:
        """The record as it is shown now, in few letters; another one as soon as anybody decides about it.

        Raises:
            BadLedger: There is no such article.
        """
        seen = shown_of(self.connection, self._row(record), rejected=True)
        shown = seen and (seen.reader, record_of(seen, record.removeprefix("sha256:").partition(":")[2].strip().lower()))
        return hashlib.sha256(msgspec.json.encode(shown, order="deterministic")).hexdigest()[:16]

    def named(self, start: str) -> Review | None:
        """The review whose id begins so; null where there is none, or more than one."""
        found = beginning(self.connection, start.strip().lower()) if start.strip() else []
        return found[0] if len(found) == 1 else None

    def latest(self, limit: int = 20) -> list[Review]:
        """The reviews that came last, the last first."""
        return latest(self.connection, limit)

    def reasons(self, who: str, limit: int = 8) -> list[str]:
        """The reasons that somebody lately gave most often for rejecting and correcting."""
        rows = self.connection.execute(
            "SELECT why FROM (SELECT * FROM reviews ORDER BY review DESC LIMIT ?)"
            " WHERE who = ? AND verdict IN ('reject', 'correct') GROUP BY why ORDER BY count(*) DESC, max(review) DESC LIMIT ?",
            (_LATELY, who, limit),
        )
        return [why for (why,) in rows]

    def _decide(
        self,
        verdict: str,
        records: tuple[str, ...],
        changes: Mapping[str, object] | None,
        name: str | None,
        who: str,
        why: str,
        given: str | None,
    ) -> list[Review]:
        what = records[0] if records else verdict
        if verdict not in VERDICTS:
            raise BadReview(what, f"{verdict!r} is no verdict; there are {', '.join(VERDICTS)}")
        why = " ".join(why.split())
        if verdict in _NEEDS_WHY and not why:
            raise BadReview(what, f"nothing says why; give a reason to {verdict} it with --why")
        if not records:
            raise BadReview(what, "nothing is named to decide upon; 'allegedly find' shows the ids of statements")
        if changes and verdict != "correct":
            raise BadReview(what, f"only 'correct' puts values in, not {verdict!r}")
        blank = Review(at=moment(), who=who, verdict=verdict, why=why, given=given)  # type: ignore[arg-type]
        made = []
        for record in records if verdict != "merge" else [what]:
            if verdict == "merge":
                merged = merge_of_claims if claims_named(records) else merge_review
                taken = merged(self.connection, blank, records)
            elif verdict == "withdraw":
                taken = self._withdrawal(blank, record)
            else:
                taken = self._about(blank, record, changes or {}, name)
            made.append(taken)
            put_review(self.connection, taken)
            self._apply(taken)
        return made

    def _apply(self, review: Review) -> None:
        """Bring what is shown up to date with a new review."""
        if is_about_claims(review):
            # Claims are what weighing makes; it applies this after it has gathered them.
            return
        if review.article is None:
            put_merges(self.connection, lambda row: regather(self.connection, row))
            return
        row = row_of(self.connection, review.article)
        if row is not None:
            apply_reviews(self.connection, row)
            if review.verdict in ("split", "withdraw"):
                regather(self.connection, row)

    def _withdrawal(self, blank: Review, start: str) -> Review:
        undone = self.named(start)
        if undone is None:
            several = start.strip() and beginning(self.connection, start.strip().lower())
            how = "several reviews have an id that begins so; give more of it" if several else "no review has such an id"
            raise BadReview(start, f"{how}; 'allegedly review' with --list shows them")
        rest = {"article": undone.article, "record": undone.record, "withdraws": undone.id}
        return identified(msgspec.structs.replace(blank, **rest))

    def _about(self, blank: Review, record: str, changes: Mapping[str, object], called: str | None) -> Review:
        """The decision about one record of an article, or a note on the article."""
        row = self._row(record)
        article = article_of(self.connection, row)
        blank = msgspec.structs.replace(blank, article=article.id)
        name = record.removeprefix("sha256:").partition(":")[2].strip().lower()
        earlier = reviews_of(self.connection, article.id)
        if not name:
            if blank.verdict != "note":
                raise BadReview(record, f"an article is noted upon, its statements are decided upon; name one, as {record}:s1")
            over = tuple(r.id for r in earlier if r.record and r.record.kind == "article")
            about = Anchor(kind="article", words=article.title or "")
            return identified(msgspec.structs.replace(blank, record=about, over=over))
        machine = machine_of(self.connection, row)
        seen = shown_of(self.connection, row, rejected=True)
        applied = applied_of(self.connection, row)
        if machine is None or seen is None or applied is None:
            raise BadReview(record, "its article is kept unread; 'allegedly reread' with --force reads it")
        kind = LETTERS.get(name[:1]) if _RECORD.fullmatch(name) else None
        # Labels have no ids of their own; they are counted in what is shown, and kept by the machine's count.
        own = name
        if kind == "label":
            at = int(name[1:]) - 1
            own = f"l{applied.labels[at] + 1}" if at < len(applied.labels) else ""
        known = anchors(machine)
        now = record_of(seen, name) if kind else None
        if kind is None or now is None or own not in known:
            raise BadReview(record, f"the article has no {name}; 'allegedly show' with --format json lists what it has")
        if blank.verdict == "reject" and kind == "entity":
            raise BadReview(record, "statements rest on an entity; correct those that name it, or its name or kind")
        about = known[own]
        mine = [r for r in earlier if applied.found.get(r.id) == own or r.record == about]
        over = tuple(r.id for r in mine)
        before: dict[str, Any] | None = None
        after: dict[str, Any] | None = None
        if blank.verdict == "correct":
            after = Given(seen, kind, name, record).values(changes)
            before = shown(now, after)
        elif blank.verdict == "split":
            if kind == "statement" and not called:
                blank = split_of_statement(self.connection, blank, record, row, int(name[1:]))
                before = blank.before
            elif kind != "entity":
                raise BadReview(record, "only an entity is split off; name one, as e3")
            elif not folded(called or ""):
                raise BadReview(record, "nothing says for whom it is to be taken; give a name with --as")
            else:
                before, after = self._taken_for(row, name), {"name": " ".join((called or "").split())}
        elif blank.verdict != "note":
            before = {k: v for k, v in msgspec.to_builtins(now).items() if k != "review"}
            argued = [c.field for c in applied.conflicts if c.record == own and c.field not in (STANDING, TAKEN)]
            # Who accepts what is argued about says that it is right as it stands.
            after = shown(now, dict.fromkeys(argued)) if blank.verdict == "accept" and argued else None
        means = {ref: known[ref] for ref in references(after or {}) if ref in known}
        rest = {"record": about, "before": before, "after": after, "means": means, "over": over}
        return identified(msgspec.structs.replace(blank, **rest))

    def _taken_for(self, row: int, name: str) -> dict[str, Any]:
        found = self.connection.execute(
            "SELECT name FROM known_as WHERE article = ? AND number = ?",
            (row, int(name[1:])),
        ).fetchone()
        return {"name": found[0] if found else None}

    def take(
        self,
        lines: Iterable[bytes],
        name: str,
        *,
        who: str | None = None,
        on_refused: Callable[[Refused], None] | None = None,
    ) -> Imported:
        """Take reviews from lines of JSON: those that another ledger gave, and decisions that are yet to be taken.

        Args:
            lines: The lines.
            name: What the file is called in messages.
            who: Who decides where a line that is yet to be taken does not say.
            on_refused: Called for each line that is not taken.
        """
        done = Imported()
        touched: dict[str | None, None] = {}
        fresh: list[Review] = []
        numbered = enumerate(lines, 1)
        while batch := list(islice(numbered, _BATCH)):
            taken: list[Review] = []
            with writing(self.connection):
                for number, line in batch:
                    if not line.strip():
                        continue
                    try:
                        taken += self._take(line, who, done)
                    except AllegedlyError as error:
                        refused = Unreadable(f"{name}, line {number}", str(error))
                        done.refused.append(refused)
                        if on_refused:
                            on_refused(refused)
            done.new += len(taken)
            fresh += taken
            touched.update(dict.fromkeys(r.article for r in taken))
        new = {r.id for r in fresh}
        for article in touched:
            orphans, conflicts = self._state(article)
            done.orphaned += [o for o in orphans if o.review.id in new]
            done.conflicts += conflicts
        return done

    def _take(self, line: bytes, who: str | None, done: Imported) -> list[Review]:
        if len(line) > _LONGEST:
            raise BadReview("the line", f"is longer than {_LONGEST:,} bytes, too long for a review; leave it out")
        try:
            plain = msgspec.json.decode(line)
            if not isinstance(plain, dict):
                raise BadReview("the line", "is no JSON object; give one review on each line")
            if "id" in plain:
                review = sound(msgspec.convert(plain, Review))
                if not put_review(self.connection, review):
                    done.there += 1
                    return []
                self._apply(review)
                return [review]
            fresh = msgspec.convert(plain, _Line)
        except (msgspec.DecodeError, RecursionError) as error:
            raise BadReview("the line", f"is no review ({error}); 'allegedly review --help' says what one holds") from error
        named = fresh.who or who
        given = hashlib.sha256(msgspec.json.encode([plain, reviewer(named)], order="deterministic")).hexdigest()[:16]
        if self.connection.execute("SELECT 1 FROM reviews WHERE given = ?", (given,)).fetchone():
            done.there += 1
            return []
        records = (fresh.record, *fresh.records) if fresh.record is not None else fresh.records
        if len(records) > 1 and fresh.verdict != "merge":
            raise BadReview("the line", "names several records; give each a line of its own")
        return self._decide(fresh.verdict, records, fresh.changes, fresh.name, reviewer(named), fresh.why, given)

    def _state(self, article: str | None) -> tuple[list[Orphan], list[Conflict]]:
        """What of an article's reviews is orphaned, and what is in conflict."""
        if article is None:
            return [*lost_merges(self.connection), *lost_claims(self.connection)], []
        row = row_of(self.connection, article)
        made = None if row is None else applied_of(self.connection, row)
        if made is None:
            return lost(article_named(self.connection, article), reviews_of(self.connection, article)), []
        return made.orphans, made.conflicts

    def _states(self) -> Iterator[tuple[list[Orphan], list[Conflict]]]:
        rows = self.connection.execute("SELECT DISTINCT article FROM reviews ORDER BY article").fetchall()
        yield from (self._state(article) for (article,) in rows)

    def orphaned(self) -> list[Orphan]:
        """Reviews that are kept and not applied, since what they are about is not found; each with the reason."""
        return [orphan for orphans, _ in self._states() for orphan in orphans]

    def conflicts(self) -> list[Conflict]:
        """Where people who worked apart decided differently; the first of each stands until somebody decides again."""
        return [conflict for _, conflicts in self._states() for conflict in conflicts]

    def entries(self) -> Iterator[Entry]:
        """Every review with how it stands, article by article."""
        rows = self.connection.execute("SELECT article FROM reviews GROUP BY article ORDER BY min(at)").fetchall()
        for (article,) in rows:
            if article is None:
                yield from entries_of(self.connection, None, across(self.connection))
            else:
                yield from entries_of(
                    self.connection, article_named(self.connection, article), reviews_of(self.connection, article)
                )
