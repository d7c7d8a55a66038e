"""An article's happenings and ties in a thousand bytes, and out of them again.

A thousand words tell of a hundred happenings, which as rows would take half as much room as the text. So they are kept as
columns of small numbers (offsets by how far they lie from the last one), one MessagePack for all, deflated, in pieces that leave
little of a page of the file empty. Words are those of the article.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar, get_args

import msgspec

from allegedly.model import (
    Certainty,
    Happening,
    HappeningMention,
    Part,
    Participant,
    Polarity,
    Status,
    Tie,
    TieKind,
    Use,
)

# Kept as places in these lists: they may only grow at their ends.
_STATUSES: tuple[Status, ...] = get_args(Status)
_POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_PARTS: tuple[Part, ...] = get_args(Part)
_KINDS: tuple[TieKind, ...] = get_args(TieKind)
_USES: tuple[Use, ...] = get_args(Use)
_WHOLE = 100
"""A confidence in hundredths; one that is finer is kept in ten-thousandths, from 101 on."""
_HAPPENING, _MENTION, _PART, _TIE = 8, 5, 4, 11
"""How many columns each has."""
_PIECE = 470
"""Bytes of a piece: four fill a page."""
_MOST = 1 << 28
"""Bytes that are unpacked at most: far more than the longest article's."""
Sort = tuple[str, str | None]
"""A type with its mode."""
R = TypeVar("R", HappeningMention, Tie)


def packed(happenings: Sequence[Happening], ties: Sequence[Tie], sorts: Mapping[Sort, int]) -> list[bytes]:
    """The happenings and ties of one article in pieces; none where there are none.

    Args:
        happenings: The happenings.
        ties: The ties.
        sorts: The number of each type with its mode.
    """
    if not happenings and not ties:
        return []
    mentions = [m for h in happenings for m in h.mentions]
    columns = [
        *_columns(_HAPPENING, [(on, *_numbers(h, sorts)) for on, h in zip(_on(happenings), happenings, strict=True)]),
        *_columns(_MENTION, [(*_place(m, before), *_told(m)) for before, m in _pairs(mentions)]),
        *_columns(_PART, [_taken(p, h.mentions[0].span[0]) for h in happenings for p in h.participants]),
        [_id(name) for h in happenings for name in (*h.times, *h.amounts)],
        *_columns(_TIE, [(*_place(r, before), on, *_tied(r)) for on, (before, r) in zip(_on(ties), _pairs(ties), strict=True)]),
    ]
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    whole = made.compress(msgspec.msgpack.encode(columns)) + made.flush()
    return [whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE)]


def unpacked(data: bytes, text: str, sorts: Mapping[int, Sort]) -> tuple[tuple[Happening, ...], tuple[Tie, ...]]:
    """The happenings and ties that were packed.

    Raises:
        ValueError: The bytes are damaged.
    """
    try:
        columns = msgspec.msgpack.decode(zlib.decompressobj(-15).decompress(data, _MOST), type=list[list[int]])
        return _read(columns, text, sorts)
    except (zlib.error, msgspec.DecodeError, LookupError, StopIteration) as error:
        raise ValueError(f"its happenings are damaged: {error}") from error


def _columns(width: int, rows: Sequence[tuple[int, ...]]) -> list[list[int]]:
    return [[row[i] for row in rows] for i in range(width)]


def _on(records: Sequence[Happening] | Sequence[Tie]) -> list[int]:
    """How far the number of each id is from the last one's: a person may have turned one down between."""
    return [b - a for a, b in pairwise([0, *(_id(r.id) for r in records)])]


def _pairs(records: Sequence[R]) -> Iterator[tuple[R | None, R]]:
    """Each record with the one before it."""
    last: R | None = None
    for record in records:
        yield last, record
        last = record


def _place(record: HappeningMention | Tie, before: HappeningMention | Tie | None) -> tuple[int, int, int]:
    """How far a record begins behind the one before it, how long it is, and how far its statement is from that one's."""
    start, statement = (before.span[0], _id(before.statement)) if before else (0, 0)
    return record.span[0] - start, record.span[1] - record.span[0], _id(record.statement) - statement


def _taken(p: Participant, first: int) -> tuple[int, int, int, int]:
    return _PARTS.index(p.role), _id(p.entity), p.span[0] - first, p.span[1] - p.span[0]


def _id(name: str | None) -> int:
    """3 for *e3*, 0 for none."""
    return int(name[1:]) if name else 0


def _sure(confidence: float) -> int:
    finest = round(confidence * 10_000)
    return finest // _WHOLE if finest % _WHOLE == 0 else _WHOLE + 1 + finest


def _numbers(h: Happening, sorts: Mapping[Sort, int]) -> tuple[int, ...]:
    most = max(m.confidence for m in h.mentions)
    sure = 0 if h.confidence == most else 1 + _sure(h.confidence)
    return len(h.mentions), len(h.participants), len(h.times), len(h.amounts), _id(h.place), sure, sorts[h.type, h.mode]


def _told(m: HappeningMention) -> tuple[int, int]:
    tone = (_STATUSES.index(m.status) * 2 + _POLARITIES.index(m.polarity)) * 3 + _CERTAINTIES.index(m.certainty)
    return tone, _sure(m.confidence)


def _tied(r: Tie) -> tuple[int, ...]:
    use = _USES.index(r.use) * 2 + r.former
    return _KINDS.index(r.kind), _id(r.of), _id(r.to), use, _id(r.since), _id(r.until), _sure(r.confidence)


def _name(letter: str, number: int) -> str | None:
    return f"{letter}{number}" if number else None


def _confidence(kept: int) -> float:
    return kept / _WHOLE if kept <= _WHOLE else (kept - _WHOLE - 1) / 10_000


def _read(columns: list[list[int]], text: str, sorts: Mapping[int, Sort]) -> tuple[tuple[Happening, ...], tuple[Tie, ...]]:
    at = iter(columns)

    def rows(width: int) -> Iterator[tuple[int, ...]]:
        return iter(list(zip(*(next(at) for _ in range(width)), strict=True)))

    heads, mentions, parts = rows(_HAPPENING), _spans(rows(_MENTION)), rows(_PART)
    ids = iter(next(at))
    happenings = []
    number = 0
    for on, n_mentions, n_parts, n_times, n_amounts, place, sure, sort in heads:
        number += on
        told = [_mention(next(mentions), text) for _ in range(n_mentions)]
        type_, mode = sorts[sort]
        happenings.append(
            Happening(
                id=f"h{number}",
                type=type_,
                mode=mode,
                mentions=tuple(told),
                participants=tuple(_part(next(parts), told[0].span[0], text) for _ in range(n_parts)),
                times=tuple(f"t{next(ids)}" for _ in range(n_times)),
                amounts=tuple(f"a{next(ids)}" for _ in range(n_amounts)),
                place=_name("e", place),
                confidence=_confidence(sure - 1) if sure else max(m.confidence for m in told),
            )
        )
    ties = list(_spans(rows(_TIE)))
    numbers = accumulate(on for _, _, _, on, *_ in ties)
    return tuple(happenings), tuple(_tie(place, row, text) for place, row in zip(numbers, ties, strict=True))


def _spans(rows: Iterator[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """The rows with where each begins and ends, and its statement's number, in place of how far these lie from the last one's."""
    at = statement = 0
    for step, length, beyond, *rest in rows:
        at += step
        statement += beyond
        yield (at, at + length, statement, *rest)


def _mention(row: Sequence[int], text: str) -> HappeningMention:
    start, end, statement, tone, sure = row
    return HappeningMention(
        span=(start, end),
        text=text[start:end],
        statement=_name("s", statement),
        status=_STATUSES[tone // 6],
        polarity=_POLARITIES[tone // 3 % 2],
        certainty=_CERTAINTIES[tone % 3],
        confidence=_confidence(sure),
    )


def _part(row: Sequence[int], first: int, text: str) -> Participant:
    role, entity, step, length = row
    start, end = first + step, first + step + length
    return Participant(role=_PARTS[role], entity=_name("e", entity), span=(start, end), text=text[start:end])


def _tie(number: int, row: Sequence[int], text: str) -> Tie:
    start, end, statement, _, kind, of, to, use, since, until, sure = row
    return Tie(
        id=f"r{number}",
        kind=_KINDS[kind],
        of=f"e{of}",
        to=f"e{to}",
        span=(start, end),
        text=text[start:end],
        statement=_name("s", statement),
        use=_USES[use // 2],
        former=bool(use % 2),
        since=_name("t", since),
        until=_name("t", until),
        confidence=_confidence(sure),
    )
