"""A name's bearer: whether the name beside the noun for an office or a body is that one's own."""

from __future__ import annotations

from collections.abc import Mapping

from allegedly.reading import lexicons
from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse

_TITLED = 4
"""Words behind a comma of which a name may be the last, the others its titles."""


def apposed(parse: Parse, begins: Mapping[int, Mention], noun: Mention, last: int) -> Mention | None:
    """The name between commas behind a describing noun phrase: *the leader of the group, Falk Trent, who is an architect*."""
    comma = next((t for t in range(noun.head + 1, last) if parse.word[t] == ","), None)
    if comma is None or noun.kind != "person" or any(parse.tag[t][:2] == "VB" for t in range(noun.head, comma)):
        return None
    for name in (begins.get(t) for t in range(comma + 1, min(comma + 1 + _TITLED, last + 1))):
        if name is not None:
            titled = all(parse.tag[t] in ("NNP", "NN", ".") for t in range(comma + 1, name.first))
            closed = name.last >= last or parse.word[name.last + 1] == ","
            return name if titled and closed and name.kind in ("person", "organisation", "other", "place") else None
    return None


def is_human(parse: Parse, noun: Mention, name: Mention) -> bool:
    """Whether what stands behind a noun for somebody, between commas, can be a person's name for its words."""
    plain = all(parse.tag[t] == "NNP" and parse.word[t].istitle() for t in range(name.first, name.last + 1))
    tail = lexicons.sorts().get(parse.lower[name.last])
    bodily = parse.lower[name.last] in lexicons.CORPORATE or (tail is not None and tail.kind in ("organisation", "outlet"))
    return (
        parse.word[name.first - 1] == ","
        and name.first < name.last <= name.first + 2
        and plain
        and not bodily
        and not noun.plural
    )


def is_anothers(parse: Parse, between: range, name: Mention) -> bool:
    """Whether the name is whose lawyer or driver somebody is: *the lawyer of the poet*, *the driver of the late* Ana Ruiz."""
    led = [i for i in between if parse.tag[i] == "IN"]
    if not led or any(parse.word[i] == "," for i in range(led[-1], between.stop)):
        return False
    if name.kind != "person":
        return True  # "a deckhand of the trawler Silver Moon"
    last = between.stop - 1
    sort = lexicons.sorts().get(parse.lower[last])
    return parse.tag[last] == "JJ" or (sort is not None and sort.kind == "person") or parse.word[last] in lexicons.titles()


def is_masthead(parse: Parse, noun: Mention, figure: Figure) -> bool:
    """Whether what looks like a person's name is the name of the body beside which it stands."""
    if figure.kind != "person" or figure.gender or any(m.title for m in figure.names) or noun.plural:
        return False
    above = parse.head[noun.head]
    return parse.dep[noun.head] != "pobj" or parse.lower[above - 1 : above + 1] == ["according", "to"]
