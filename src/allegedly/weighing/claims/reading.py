"""Statements out of a ledger, as claims are gathered from them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import msgspec

from allegedly.ledger.mentions import WINDOW, unwound
from allegedly.reading.vocabularies import rows
from allegedly.weighing.claims.fragments import is_aside, is_caption, is_topic
from allegedly.weighing.claims.heads import is_clause
from allegedly.weighing.claims.said import Put
from allegedly.weighing.claims.words import stem, words

T = TypeVar("T")
_AT_ONCE = 5_000
"""Row numbers in one query."""
DENIES = 0.0
"""What stands in ``likely_pairs`` for how likely two say the same, where the first denies the other in their article."""
LEAST = 3
"""Words with meaning, its own and those of whom it means, that a statement must have to be compared with others."""
_ACTS = ("statement", "belief", "promise", "judgement")
"""Acts that put something forward; questions and demands do not."""
# The views say the same in words, but would take each out of the whole text by itself.
_STATED = (
    "SELECT s.article, s.statement, s.number, s.start, s.end, m.stance, m.mode, m.source_kind, coalesce(r.whole, e.entity),"
    " e.name, e.start, e.end, s.source_start, s.source_end, s.cue_start, s.cue_end"
    " FROM statements s JOIN manners m USING (manner)"
    " LEFT JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity"
    " LEFT JOIN resolved r ON r.entity = e.entity"
    f" WHERE m.act IN ({', '.join('?' * len(_ACTS))}) AND NOT EXISTS (SELECT 1 FROM reviewed v"
    " WHERE v.article = s.article AND v.number = s.number AND v.standing = 'rejected') AND"
)
_ENTITY = "e"
"""What the voice of somebody who is known across articles begins with; behind it stands his number."""
_SPEAKS = (
    "SELECT s.statement, coalesce(r.whole, e.entity) FROM json_each(?) j JOIN statements s ON s.statement = j.value"
    " JOIN article_entities e ON e.article = s.article AND e.number = s.source_entity LEFT JOIN resolved r USING (entity)"
)
_WHOLE = "SELECT text, coalesce(outlet, ''), published FROM articles WHERE article = ?"
# The crosses keep the order: few rows are asked for, and what an article has of each is much.
_FURTHER = (
    "SELECT x.statement, x.start, x.end FROM json_each(?) j CROSS JOIN statement_spans x ON x.statement = j.value"
    " AND x.part = 'content' ORDER BY x.statement, x.start, x.end"
)
_WINDOWS = "SELECT w.place, w.mentions FROM json_each(?) j CROSS JOIN mention_windows w ON w.article = ? AND w.place = j.value"
_NAMED = (
    "SELECT e.number, e.name, e.start, e.end FROM json_each(?) j CROSS JOIN article_entities e ON e.article = ?"
    " AND e.number = j.value LEFT JOIN entities x USING (entity)"
    " WHERE coalesce(e.kind, x.kind) IN ('person', 'organisation', 'state', 'place')"
)


class Stated(msgspec.Struct, frozen=True):
    """One statement of a ledger."""

    statement: int
    article: int
    number: int
    text: str
    start: int
    end: int
    stance: str
    mode: str
    voice: str
    """Who says it, as voices are told apart."""
    names: frozenset[str]
    cue: str = ""
    """The words that say that it is said, denied or the like."""
    by: str = ""
    """Who says it, by name and in the article's words, with a line break between; empty: the outlet itself."""
    day: int = 0
    """On which its article was published, as an ordinal; 0: nobody knows."""

    def put(self) -> Put:
        """The same as it is compared."""
        return Put(
            self.text, self.article, names=self.names, negative=self.stance == "denies", start=self.start, voice=self.voice,
            narrated=self.mode == "narration", day=self.day,
        )  # fmt: skip


def stated(connection: sqlite3.Connection, articles: Iterable[int], *, least: int = LEAST) -> Iterator[Stated]:
    """The statements of these articles that put something forward and that nobody has rejected, in order.

    Args:
        connection: The ledger.
        articles: Row numbers.
        least: Words with meaning, its own and those of whom it means, that each must have.
    """
    for article in articles:
        rows = connection.execute(f"{_STATED} s.article = ? ORDER BY s.number", (*_ACTS, article)).fetchall()
        yield from _of_article(connection, article, rows, least)


def _of_article(connection: sqlite3.Connection, article: int, rows: Sequence[tuple[Any, ...]], least: int) -> Iterator[Stated]:
    """Statements of one article out of the rows of :data:`_STATED`."""
    if not rows:
        return
    whole, outlet, published = connection.execute(_WHOLE, (article,)).fetchone()
    day = date.fromisoformat(published[:10]).toordinal() if published else 0
    further: dict[int, list[str]] = {}
    for statement, start, end in connection.execute(_FURTHER, (f"{[row[1] for row in rows]}",)):
        further.setdefault(statement, []).append(whole[start:end])
    meant = _meant(connection, article, whole, [row[3:5] for row in rows])
    for (_, statement, number, start, end, stance, mode, kind, entity, name, *places), names in zip(rows, meant, strict=True):
        text = " … ".join([whole[start:end], *further.get(statement, ())])
        named, source, cue = (None if at is None else whole[at:to] for at, to in (places[:2], places[2:4], places[4:]))
        voice = f"{_ENTITY}{entity}" if entity else f"{kind}:{(name or named or source or outlet).lower()}"
        by = f"{name or named or ''}\n{source}" if source else ""
        one = Stated(statement, article, number, text, start, end, stance, mode, voice, names, cue or "", by, day)
        if not least or says_enough(one, least):
            yield one


def says_enough(one: Stated, least: int = LEAST) -> bool:
    """Whether others could repeat it: it has enough words of its own, or is a clause that has them with those of whom it means.

    In the outlet's own voice, what is no clause is a caption, or what a clause was cut off; and notes that stand under every
    article tell nothing. What others only speak of is put forward by nobody.
    """
    stems, told = words(one.text).stems, one.mode == "narration"
    if told and (_standing().search(one.text) or is_aside(one.text) or is_caption(one.text)):
        return False
    # Who denies a thing, or will not speak of it, takes a side.
    if not told and one.stance == "affirms" and is_topic(one.text, one.cue, quoted=one.mode == "direct"):
        return False
    if len(stems) >= least:
        return not told or is_clause(one.text)
    return bool(stems) and len(one.names.union(stems)) >= least and is_clause(one.text)


@cache
def _standing() -> re.Pattern[str]:
    """What only notes say that stand beside articles and tell nothing: who helped, whose opinion it is, what to subscribe to."""
    return re.compile("|".join(re.escape(row["phrase"]) for row in rows("standing", "weighing")), re.IGNORECASE)


@lru_cache(maxsize=20_000)
def _stems(name: str) -> frozenset[str]:
    """The stems of a name; the last words of a person's and the whole of others' tell them apart well enough."""
    return frozenset(stem(word) for word in words(name).forms[-2:])


def _meant(
    connection: sqlite3.Connection, article: int, whole: str, spans: Sequence[tuple[int, int]]
) -> Iterator[frozenset[str]]:
    """For each of these spans of an article, whose text is ``whole``, the stems of the names that are named or meant there."""
    places = {place for start, end in spans for place in _places(start, end)}
    windows: dict[int, list[tuple[int, int]]] = {}
    """By window where in it somebody is meant, and the number of who it is: statements overlap, and each is read once."""
    for place, coded in connection.execute(_WINDOWS, (f"{sorted(places)}", article)):
        windows.setdefault(place, []).extend((at, number) for at, _, number in unwound(place, coded))
    inside = [
        {number for place in _places(start, end) for at, number in windows.get(place, ()) if start <= at < end}
        for start, end in spans
    ]
    stems = {
        number: _stems(whole[start:end] if name is None else name)
        for number, name, start, end in connection.execute(_NAMED, (f"{sorted(set().union(*inside))}", article))
    }
    for numbers in inside:
        found = [stems[number] for number in numbers if number in stems]
        yield found[0] if len(found) == 1 else frozenset().union(*found)


def _places(start: int, end: int) -> range:
    """The windows in which a span lies."""
    return range(start // WINDOW, (end - 1) // WINDOW + 1)


class Answer(NamedTuple):
    """A statement that denies another one of its article."""

    statement: int
    answered: int
    plain: bool
    """Whether its article shows it (:mod:`allegedly.weighing.claims.antecedents`), or the reader alone says so."""


def deniers(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, list[Answer]]:
    """For each of these statements those that deny it in its article, whatever their own words."""
    made: dict[int, list[Answer]] = {}
    standing = (
        "NOT EXISTS (SELECT 1 FROM reviewed v WHERE v.article = s.article AND v.number = s.number AND v.standing = 'rejected')"
    )
    for some in parts(statements):
        rows = connection.execute(
            "SELECT x.answered, x.statement, 0 FROM answers x JOIN statements s ON s.statement = x.statement"
            f" JOIN manners m USING (manner) WHERE x.answered IN ({some}) AND m.stance = 'denies'"
            f" AND m.act IN ({', '.join('?' * len(_ACTS))}) AND {standing}"
            f" AND NOT EXISTS (SELECT 1 FROM likely_pairs p WHERE p.a = x.statement AND p.sure = {DENIES})"
            " UNION SELECT p.b, p.a, 1 FROM likely_pairs p JOIN statements s ON s.statement = p.a"
            f" WHERE p.b IN ({some}) AND p.sure = {DENIES} AND {standing} ORDER BY 1, 2",
            _ACTS,
        )
        for answered, statement, plain in rows:
            made.setdefault(answered, []).append(Answer(statement, answered, bool(plain)))
    return made


def picked(
    connection: sqlite3.Connection, statements: Sequence[int], at_hand: MutableMapping[int, Stated] | None = None
) -> list[Stated]:
    """The statements of these row numbers that put something forward, in this order, however few their words.

    Args:
        connection: The ledger.
        statements: The row numbers.
        at_hand: Those that were read before and need not be read again; what is read is added to them.
    """
    found: MutableMapping[int, Stated] = {} if at_hand is None else at_hand
    for some in parts(sorted(statement for statement in statements if statement not in found)):
        rows = connection.execute(f"{_STATED} s.statement IN ({some}) ORDER BY s.article, s.number", _ACTS).fetchall()
        for article, own in groupby(rows, key=itemgetter(0)):
            found.update((one.statement, one) for one in _of_article(connection, article, list(own), least=0))
    return [found[statement] for statement in statements if statement in found]


def voiced(connection: sqlite3.Connection, every: Sequence[Stated]) -> Iterator[Stated]:
    """Statements with the voices that they have by now: who is who across articles may have been seen since they were read."""
    own = [one.statement for one in every if one.voice[:1] == _ENTITY and one.voice[1:].isdecimal()]
    voices = {statement: f"{_ENTITY}{entity}" for statement, entity in connection.execute(_SPEAKS, (f"{own}",))}
    for one in every:
        voice = voices.get(one.statement, one.voice)
        yield one if voice == one.voice else msgspec.structs.replace(one, voice=voice)


def parts(numbers: Sequence[int]) -> list[str]:
    """Row numbers as lists for a query, not too many in one."""
    return [", ".join(map(str, numbers[i : i + _AT_ONCE])) for i in range(0, len(numbers), _AT_ONCE)]


def days(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, frozenset[int]]:
    """The days that each statement names, as ordinals; none where it names other times too."""
    return _gathered(
        (statement, date.fromisoformat(first).toordinal() if first == last else None)
        for some in parts(statements)
        for statement, first, last in connection.execute(
            "SELECT x.statement, t.first_day, t.last_day FROM statement_times x JOIN times t ON t.article = x.article"
            f" AND t.number = x.time WHERE x.statement IN ({some}) AND t.first_day IS NOT NULL"
        )
    )


def countries(connection: sqlite3.Connection, statements: Sequence[int]) -> dict[int, frozenset[str]]:
    """The countries in which the places lie that each statement names; none where one lies in no country."""
    return _gathered(
        (statement, country)
        for some in parts(statements)
        for statement, country in connection.execute(
            "SELECT x.statement, g.country FROM statement_places x JOIN places p ON p.article = x.article"
            f" AND p.number = x.place JOIN sites g USING (site) WHERE x.statement IN ({some})"
        )
    )


def _gathered(rows: Iterable[tuple[int, T | None]]) -> dict[int, frozenset[T]]:
    found: dict[int, set[T]] = {}
    unclear: set[int] = set()
    for statement, value in rows:
        if value is None:
            unclear.add(statement)
        else:
            found.setdefault(statement, set()).add(value)
    return {statement: frozenset(values) for statement, values in found.items() if statement not in unclear}
