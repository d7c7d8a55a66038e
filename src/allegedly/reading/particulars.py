"""Particulars of people: what sort each role is, and age, party, rank and nationality where the words beside a name give them.

The voices' room finds the roles themselves (:mod:`allegedly.reading.roles`); here each gets its sort and its sayer, and what
stands inside them or right behind the name becomes a role of its own: *Captain*, *Labour*, *Turkish*, *71*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from allegedly.model import Entity, Role, RoleKind, Span
from allegedly.reading import lexicons
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.sayers import Sayers
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast
from allegedly.reading.voicing import offices

_AGE_BEHIND = re.compile(r"(?:,\s|\s\(|\s(?=aged))(?:aged?\s|who is\s)?(?P<age>[1-9]\d?|1[01]\d)(?=[,.;)]|\s*$)")
_AGE_BEFORE = re.compile(r"(?P<age>[1-9]\d?|1[01]\d)[-‐‑ ]years?[-‐‑ ]old\b")
_SEAT = re.compile(r"(?:[RDI]|Rep|Dem|Lab|Con|Lib)\.?(?:-[A-Z][\w.]*)?")
"""*R-Texas*, *Lab*: a party behind a name, as the voices' room takes it up."""
_BEHIND = 24
_BEFORE = 40
_MOST = 200
"""Mentions of one entity that are looked at."""


@cache
def _parties() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row["word"].split()) for row in rows("parties"))


@cache
def _ranks() -> frozenset[str]:
    return frozenset(row["title"] for row in rows("titles") if row["kind"] == "rank")


@cache
def _titled() -> frozenset[str]:
    return frozenset(row["title"] for row in rows("titles") if row["kind"] in ("office", "clergy"))


def with_particulars(
    parse: Parse, entities: tuple[Entity, ...], relations: Sequence[Attribution], cast: Cast
) -> tuple[Entity, ...]:
    """The entities with all that is said of each of their people.

    Args:
        parse: The article's parse.
        entities: The article's entities with their roles.
        relations: Its attributions.
        cast: Who is who in it.
    """
    sayers = Sayers(parse, relations, cast)
    return tuple(replace(e, roles=_roles(parse, e, sayers)) if e.kind == "person" else e for e in entities)


def _roles(parse: Parse, entity: Entity, sayers: Sayers) -> tuple[Role, ...]:
    found = {role.span: replace(role, kind=_kind(parse, role), by=sayers.of(role.span)) for role in entity.roles}
    taken: set[tuple[str, str]] = {(role.kind, role.text.casefold()) for role in found.values()}
    more = [*_inside(parse, found.values()), *_beside(parse, entity)]
    for span, kind in sorted(more):
        text = parse.text[span[0] : span[1]]
        if span in found or (kind, text.casefold()) in taken:
            continue
        taken.add((kind, text.casefold()))
        found[span] = Role(text=text, span=span, kind=kind, by=sayers.of(span))
    return tuple(found[span] for span in sorted(found))


def _kind(parse: Parse, role: Role) -> RoleKind:
    """What sort of role the words are: by the noun on which they turn, an office before a rank (*navy spokesman Captain*)."""
    if _SEAT.fullmatch(role.text):
        return "party"
    tokens = parse.tokens(role.span)
    if not len(tokens):
        return "part"
    if all(parse.word[t] in lexicons.demonyms() for t in tokens):
        return "nationality"
    head = parse.head_of(tokens[0], tokens[-1])
    last = head if parse.tag[head][:2] == "NN" and parse.head[head] not in tokens else tokens[-1]
    kinds: dict[RoleKind, int] = {}
    for token in range(tokens[0], last + 1):
        office, _ = offices().get(lexicons.singular(parse.lower[token]), ("", False))
        if parse.word[token] in _ranks() or office == "rank":
            kinds["rank"] = token
        elif parse.word[token] in _titled() or (office == "office" and parse.tag[token][:2] == "NN"):
            kinds["office"] = token
    if "rank" in kinds and "office" in kinds:
        return "office"
    # "the minister's sister" is no minister.
    return next(
        (kind for kind, token in kinds.items() if token == last or parse.head[token] != last or token + 1 == last), "part"
    )


def _inside(parse: Parse, roles: Iterable[Role]) -> Iterator[tuple[Span, RoleKind]]:
    """Rank, party, nationality and age among the words of a role."""
    for role in roles:
        tokens = parse.tokens(role.span)
        state_office = role.kind == "office" and role.of is not None
        for token in tokens:
            if parse.word[token] in _ranks() and role.kind != "rank":
                yield parse.span(token, token), "rank"
            elif _party_at(parse, token) and role.kind != "party":
                yield parse.span(token, token + _party_at(parse, token) - 1), "party"
            elif parse.word[token] in lexicons.demonyms() and not state_office and role.kind != "nationality":
                yield parse.span(token, token), "nationality"
        for match in _AGE_BEFORE.finditer(parse.text, *role.span):
            yield match.span("age"), "age"
        aged = _AGE_BEHIND.match(parse.text, role.span[1], role.span[1] + _BEHIND)
        if aged is not None:
            yield aged.span("age"), "age"


def _beside(parse: Parse, entity: Entity) -> Iterator[tuple[Span, RoleKind]]:
    """What stands right before or behind a name of somebody: *71-year-old*, *, 71,*, *(Labour)*."""
    for start, end in entity.mentions[:_MOST]:
        token = parse.token_at(start)
        if parse.tag[parse.token_at(end - 1)] not in ("NNP", "NNPS"):
            continue
        behind = _AGE_BEHIND.match(parse.text, end, end + _BEHIND)
        if behind is not None:
            yield behind.span("age"), "age"
        low = max(parse.start[parse.sentences[parse.sentence[token]][0]], start - _BEFORE)
        before = list(_AGE_BEFORE.finditer(parse.text, low, start))
        if before and not re.search(r"[,.;:]|\b(?:and|said|of|to|by|with|from|for)\b", parse.text[before[-1].end() : start]):
            yield before[-1].span("age"), "age"
        after = parse.token_at(end)
        size = _party_at(parse, after + 1) if parse.word[after] == "(" else 0
        if size and parse.word[after + 1 + size : after + 2 + size] == [")"]:
            yield parse.span(after + 1, after + size), "party"


def _party_at(parse: Parse, token: int) -> int:
    """How many words from the token on name a party, none where they do not."""
    for size in (2, 1):
        if tuple(parse.word[token : token + size]) in _parties():
            return size
    return 0
