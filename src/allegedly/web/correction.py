"""The form by which a statement is corrected: what stands in its fields, and what is made of what a person put there.

Words stand in the fields, one piece on each line. A script that marks words on the page gives their places beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from allegedly.errors import BadReview
from allegedly.ledger.names import folded
from allegedly.model import Reading, Span, Statement, Voice
from allegedly.publishing.safe import line
from allegedly.publishing.words import Words
from allegedly.web.passage import parts

FIELDS = ("stance", "act", "source", "entity", "cue", "content", "chain")
OUTLET = "the outlet"
_LONGEST = 2_000
"""Characters of words that are looked for."""


class Form:
    """A statement's form."""

    def __init__(self, reading: Reading, statement: Statement, where: str) -> None:
        self.words, self.statement, self.where = Words(reading), statement, where
        self.text = reading.article.text
        names = [line(e.name) for e in reading.entities]
        twice = {name for name in names if names.count(name) > 1} if len(names) < 1_000 else set(names)
        self.entities = {
            e.id: f"{name} ({e.id})" if name in twice else name for e, name in zip(reading.entities, names, strict=True)
        }
        """What each entity is called in the form."""

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        s = self.statement
        told = {what: "\n".join(self.words.quote(span) for span in spans) for what, spans in parts(s).items()}
        chain = "\n".join(self._hop(hop) for hop in s.chain)
        entity = self.entities.get(s.source.entity or "", "")
        return {"stance": s.stance, "act": s.act, "entity": entity, "chain": chain, **told}

    def changes(self, given: Mapping[str, Any]) -> dict[str, object]:
        """What is to be put in, as :meth:`allegedly.ledger.Ledger.review` takes it: what is not as it stands.

        Raises:
            BadReview: Words, a name or places that are not there; or nothing is changed.
        """
        now = self.values()
        made: dict[str, object] = {}
        for field in FIELDS:
            value = given.get(field)
            places = given.get(f"{field}_at")
            if isinstance(places, str) and places:
                made[_PATHS[field]] = self._places(field, places)
            elif isinstance(value, str) and _lines(value) != _lines(now[field]):
                made[_PATHS[field]] = getattr(self, f"_{field}")(value)
        if not made:
            raise BadReview(self.where, "nothing is changed; change a field, or accept it as it stands")
        return made

    def _stance(self, value: str) -> str:
        return value

    _act = _stance

    def _places(self, field: str, value: str) -> object:
        try:
            spans = msgspec.json.decode(value, type=list[tuple[int, int]])
        except msgspec.DecodeError as error:
            raise BadReview(self.where, "the places that were marked cannot be read; mark them again") from error
        if field == "source":
            return spans[0] if spans else None
        return spans

    def _source(self, value: str) -> Span | None:
        found = self._spans("source", value)
        return (found[0][0], found[-1][1]) if found else None

    def _cue(self, value: str) -> list[Span]:
        return self._spans("cue", value)

    def _content(self, value: str) -> list[Span]:
        return self._spans("content", value)

    def _entity(self, value: str) -> str | None:
        name = line(value)
        return self._named(name, "choose one of its names from the list") if name else None

    def _named(self, name: str, advice: str) -> str:
        found = [key for key, called in self.entities.items() if called == name]
        found = found or [key for key, called in self.entities.items() if folded(called) == folded(name)]
        if len(found) != 1:
            raise BadReview(self.where, f"the article speaks of nobody called {name!r}; {advice}")
        return found[0]

    def _chain(self, value: str) -> list[object]:
        """Voices from the outlet inward, one on each line: those that are there already, names, or words of the text."""
        there = {self._hop(hop): hop for hop in self.statement.chain}
        made: list[object] = [{"outlet": True}]
        for name in _lines(value):
            if folded(name) in (folded(OUTLET), folded(self.words.outlet)):
                continue
            if name in there:
                made.append(msgspec.to_builtins(there[name]))
                continue
            try:
                key = self._named(name, "")
            except BadReview:
                span = self._found(name, "the voice")
                made.append({"text": self.text[slice(*span)], "span": span})
            else:
                made.append({"entity": key, "text": self.words.entities[key].name})
        return made

    def _hop(self, hop: Voice) -> str:
        return OUTLET if hop.outlet else self.entities.get(hop.entity or "") or self.words.voice(hop)

    def _spans(self, field: str, value: str) -> list[Span]:
        there = {self.words.quote(span): span for span in parts(self.statement)[field]}
        return [there.get(piece) or self._found(piece, field) for piece in _lines(value)]

    def _found(self, words: str, what: str) -> Span:
        """Where the words stand: of several places, the one that is nearest to the statement."""
        places: list[Span] = []
        if len(words) <= _LONGEST:
            pattern = r"\s+".join(map(re.escape, words.split()))
            places = [m.span() for m in re.finditer(pattern, self.text)]
        if not places:
            shown = words if len(words) <= 80 else f"{words[:78]} …"
            raise BadReview(self.where, f"{what}: the words {shown!r} do not stand in the text; copy them from it, or mark them")
        at = self.statement.content[0][0]
        return min(places, key=lambda span: abs(span[0] - at))


_PATHS = {field: field for field in FIELDS} | {"entity": "source.entity"}
"""By which name a field is corrected."""


def _lines(value: str) -> list[str]:
    return [words for piece in value.splitlines() if (words := line(piece))]
