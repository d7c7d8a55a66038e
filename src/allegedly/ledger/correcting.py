"""What a person puts in place of a field: taken as it is easily given, checked, and put into the record.

Words may stand for their span where they stand once in the text, and a name for the id of an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from allegedly.errors import BadReview, BrokenReading
from allegedly.ledger.anchor import Kind
from allegedly.ledger.names import folded
from allegedly.model import Amount, Entity, Happening, Label, Place, Reading, Span, Statement, Tie, Time, check

Record = Statement | Entity | Label | Time | Place | Amount | Happening | Tie
FIELDS: dict[str, tuple[str, ...]] = {
    "statement": (
        *(
            "mode",
            "act",
            "stance",
            "slant",
            "source.span",
            "source.entity",
            "source.kind",
            "source.voice",
            "source.anonymity",
            "cue",
            "content",
            "within",
        ),
        *("addressee", "chain", "evidence", "answers", "times", "places", "amounts"),
    ),
    "entity": ("kind", "name", "mentions", "roles", "place"),
    "label": ("of", "by", "span", "use", "within"),
    "time": ("span", "start", "end", "grain", "value"),
    "place": ("entity", "name", "latitude", "longitude", "country", "geonames", "region", "kind", "precision"),
    "amount": ("span", "value", "unit", "of", "fate", "low", "high", "qualifier"),
    "happening": ("type", "mode"),
    "tie": ("kind", "use", "former"),
}
"""What can be corrected, by kind of record. Confidence is the machine's and stays; texts follow their spans."""
_LISTS = {
    "s": "statements",
    "e": "entities",
    "l": "labels",
    "t": "times",
    "p": "places",
    "a": "amounts",
    "h": "happenings",
    "r": "ties",
}
REFERENCES = frozenset("entity of within answers times places amounts place".split())
"""Fields that hold ids of other records."""
_PLURAL = frozenset(("cue", "content", "mentions"))
_ID = re.compile(r"[estpa]\d+")


def record_of(reading: Reading, name: str) -> Record | None:
    """The record with this id, ``l2`` for the second label."""
    if name[:1] == "l":
        at = int(name[1:]) - 1 if name[1:].isascii() and name[1:].isdigit() else -1
        return reading.labels[at] if 0 <= at < len(reading.labels) else None
    records: tuple[Record, ...] = getattr(reading, _LISTS.get(name[:1], ""), ())
    return next((record for record in records if not isinstance(record, Label) and record.id == name), None)


def shown(record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The values that these fields have in a record."""
    plain = msgspec.to_builtins(record)
    found = {}
    for path in fields:
        outer, _, last = path.rpartition(".")
        found[path] = (plain[outer] if outer else plain)[last]
    return found


def corrected(record: Record, values: Mapping[str, Any], text: str) -> Record:
    """The record with these values in place of its own, and the texts that belong to its spans.

    Raises:
        msgspec.ValidationError: A value is not one of the reading format.
    """
    plain = msgspec.to_builtins(record)
    for path, value in values.items():
        outer, _, last = path.rpartition(".")
        (plain[outer] if outer else plain)[last] = value
    made = msgspec.convert(_quoted(plain, text), type(record))
    if isinstance(made, Entity | Place) and not made.name.strip():
        raise msgspec.ValidationError("Expected a name with a word in it - at `$.name`")
    # Pieces stand in reading order, each once.
    spans = {name: tuple(sorted(set(getattr(made, name)))) for name in _PLURAL if hasattr(made, name)}
    return msgspec.structs.replace(made, **spans)


def put_in(reading: Reading, name: str, values: Mapping[str, Any]) -> Reading:
    """The reading with these values in one record.

    Raises:
        BrokenReading: A span or a reference does not hold then, and did before.
        msgspec.ValidationError: A value is not one of the reading format.
    """
    record = record_of(reading, name)
    if record is None or not values:
        return reading
    new = corrected(record, values, reading.article.text)
    where = _LISTS[name[0]]
    made = msgspec.structs.replace(reading, **{where: tuple(new if r is record else r for r in getattr(reading, where))})
    fault = _fault(made)
    # What was wrong before, in what an earlier reader read, is not this correction's fault.
    if fault is not None and fault != _fault(reading):
        raise BrokenReading(fault)
    return made


def _fault(reading: Reading) -> str | None:
    try:
        check(reading)
    except BrokenReading as error:
        return str(error)
    return None


def _quoted(value: Any, text: str) -> Any:  # noqa: ANN401 (any JSON)
    """The value with the words at each span beside it."""
    if isinstance(value, list | tuple):
        return [_quoted(one, text) for one in value]
    if not isinstance(value, dict):
        return value
    made = {key: _quoted(one, text) for key, one in value.items()}
    if "span" in made:
        span = made["span"]
        if span is not None:
            if not _pair(span):
                raise msgspec.ValidationError("Expected [first, end] - at `$.span`")
            made["text"] = text[span[0] : span[1]]
        elif "kind" in made:  # a source; a hop of the chain may have words from elsewhere
            made["text"] = None
    return made


def references(values: Any, field: str = "") -> Iterator[str]:  # noqa: ANN401 (any JSON)
    """The ids of other records in values of fields."""
    if isinstance(values, dict):
        for key, value in values.items():
            yield from references(value, key.rpartition(".")[2])
    elif isinstance(values, list | tuple):
        for value in values:
            yield from references(value, field)
    elif isinstance(values, str) and field in REFERENCES and _ID.fullmatch(values):
        yield values


def renamed(values: Any, ids: Mapping[str, str], field: str = "") -> Any:  # noqa: ANN401 (any JSON)
    """The values with other ids in place of those given."""
    if isinstance(values, dict):
        return {key: renamed(value, ids, key.rpartition(".")[2]) for key, value in values.items()}
    if isinstance(values, list | tuple):
        return [renamed(value, ids, field) for value in values]
    if isinstance(values, str) and field in REFERENCES:
        return ids.get(values, values)
    return values


class Given:
    """What a person gives for one record of a reading, on its way to be put in."""

    def __init__(self, reading: Reading, kind: Kind, name: str, where: str) -> None:
        self.reading, self.kind, self.name, self.where = reading, kind, name, where
        self.text = reading.article.text
        found = record_of(reading, name)
        assert found is not None
        self.record = found

    def values(self, changes: Mapping[str, object]) -> dict[str, Any]:
        """The fields as the reading format has them, with what follows from them.

        Raises:
            BadReview: A field that there is not, a value that cannot stand, words or a name that are not there or not once.
        """
        made: dict[str, Any] = {}
        for path, value in self._paths(changes):
            last = path.rpartition(".")[2]
            made[path] = self._value(last, value)
        if not made:
            raise self._no("nothing is given to put in; name a field and its value, as stance=denies")
        if isinstance(self.record, Statement):
            self._climbs(made.get("within"))
            follows = self._follows(self.record, made)
            now = shown(self.record, follows)
            made |= {path: value for path, value in follows.items() if _plain(value) != _plain(now[path])}
        try:
            put_in(self.reading, self.name, made)
        except msgspec.ValidationError as error:
            raise self._no(f"{error}; 'allegedly schema' prints what the fields may hold") from error
        except BrokenReading as error:
            raise self._no(f"{error}; give other values") from error
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(made))
        return plain

    def _no(self, reason: str) -> BadReview:
        return BadReview(self.where, reason)

    def _paths(self, changes: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        """Fields and their values; a source is taken apart."""
        for name, value in msgspec.to_builtins(changes).items():
            if self.kind == "statement" and name == "source":
                parts = value if isinstance(value, dict) else {"span": value}
                yield from ((f"source.{part}", one) for part, one in parts.items() if part != "text")
            elif name not in FIELDS[self.kind]:
                known = ", ".join(FIELDS[self.kind])
                raise self._no(f"{name!r} is no field that can be corrected; there are {known}")
            else:
                yield name, value

    def _value(self, field: str, value: Any) -> Any:  # noqa: ANN401 (any JSON)
        if field == "span":
            return None if value is None else self._span(value)
        if field in _PLURAL:
            single = isinstance(value, str) or _pair(value)
            spans = [self._span(one) for one in ([value] if single else value)] if single or isinstance(value, list) else value
            return sorted(set(map(tuple, spans))) if isinstance(spans, list) else spans
        if field == "addressee" and isinstance(value, str):
            return self._addressee(value)
        if field == "evidence" and isinstance(value, str | dict):
            value = [value]
        if field == "evidence" and isinstance(value, list):
            value = [{"span": one, "kind": "other"} if isinstance(one, str) else one for one in value]
        if field == "by" and value == "outlet":
            return {"outlet": True}
        if isinstance(value, list):
            return [self._value(field, one) if field in REFERENCES else self._inside(one) for one in value]
        if isinstance(value, dict):
            return self._inside(value)
        if field in ("entity", "of") and isinstance(value, str) and not _ID.fullmatch(value):
            return self._entity(value)
        if field in REFERENCES and value is not None and (not isinstance(value, str) or record_of(self.reading, value) is None):
            raise self._no(f"{field}: the article has no {value}; 'allegedly show' with --format json lists what it has")
        return value

    def _inside(self, value: Any) -> Any:  # noqa: ANN401 (any JSON)
        """A hop, a piece of evidence, a role: its own fields."""
        if not isinstance(value, dict):
            return value
        return {key: one if key == "text" else self._value(key, one) for key, one in value.items()}

    def _span(self, value: Any) -> list[int]:  # noqa: ANN401 (any JSON)
        if isinstance(value, str):
            count = self.text.count(value) if value else 0
            if count != 1:
                stands = "do not stand in the text" if not count else f"stand {count} times in the text"
                raise self._no(f"the words {value!r} {stands}; give the span as [first, end]")
            at = self.text.index(value)
            return [at, at + len(value)]
        if not _pair(value) or not 0 <= value[0] < value[1] <= len(self.text):
            raise self._no(f"{value!r} is no span in the text of {len(self.text):,} characters; give it as [first, end]")
        return [value[0], value[1]]

    def _entity(self, name: str) -> str:
        found = [e.id for e in self.reading.entities if folded(e.name) == folded(name)]
        if len(found) != 1:
            how = "none" if not found else f"{len(found)}: {', '.join(found)}"
            raise self._no(f"{name!r} is the name of one entity of the article, and it has {how}; give an id such as e3")
        return found[0]

    def _addressee(self, words: str) -> dict[str, Any]:
        span = self._span(words)
        return {"span": span, "text": words, "entity": self._meant((span[0], span[1]))}

    def _meant(self, span: Span) -> str | None:
        """The entity that these words mean: the one with the longest mention in them."""
        inside = [
            (end - start, e.id) for e in self.reading.entities for start, end in e.mentions if span[0] <= start < end <= span[1]
        ]
        return max(inside)[1] if inside else None

    def _follows(self, s: Statement, made: dict[str, Any]) -> dict[str, Any]:
        """What goes with a new source or new words, unless it is given too."""
        more: dict[str, Any] = {}
        if made.keys() & {"source.span", "source.entity", "source.kind"}:
            span = made.get("source.span", s.source.span)
            if "source.span" in made and "source.entity" not in made:
                more["source.entity"] = self._meant(span) if span else None
            entity = {**made, **more}.get("source.entity", s.source.entity)
            kinds = {e.id: e.kind for e in self.reading.entities}
            if "source.kind" not in made:
                more["source.kind"] = kinds.get(entity or "", "unnamed") if span or entity else "outlet"
            if "chain" not in made and len(s.chain) > 1:
                last = {"entity": entity, "span": span, "text": self.text[slice(*span)] if span else None}
                chain = [*msgspec.to_builtins(s.chain[:-1]), {k: v for k, v in last.items() if v is not None}]
                more["chain"] = chain
        if "content" in made:
            inside = self._inside_content(made["content"])
            more |= {name: ids for name, ids in inside.items() if name not in made}
        return more

    def _climbs(self, within: str | None) -> None:
        outer = {s.id: s.within for s in self.reading.statements}
        at = within
        while at is not None:
            if at == self.name:
                raise self._no("a statement cannot stand within itself or within what stands in it; name another one")
            at = outer.get(at)

    def _inside_content(self, content: list[list[int]]) -> dict[str, list[str]]:
        def within(span: Span) -> bool:
            return any(a <= span[0] and span[1] <= b for a, b in content)

        r = self.reading
        mentions = {e.id: e.mentions for e in r.entities}
        return {
            "times": [t.id for t in r.times if within(t.span)],
            "places": [p.id for p in r.places if any(within(m) for m in mentions[p.entity])],
            "amounts": [a.id for a in r.amounts if within(a.span)],
        }


def _plain(value: object) -> object:
    """A value as JSON would give it back."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _pair(value: object) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(one, int) and not isinstance(one, bool) for one in value)
    )
