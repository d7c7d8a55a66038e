"""Noun phrases that describe somebody instead of naming them: *the spokesman*, *Turkish officials*, *a report*."""

from __future__ import annotations

from itertools import islice

from allegedly.model import EntityKind
from allegedly.reading import lexicons
from allegedly.reading.mentions import Determiner, Figure, Mention, left_edge, right_edge
from allegedly.reading.parse import Parse

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = ("compound", "nmod", "amod")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
_POINTING = frozenset({"this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "one", "any", "several", "many", "no", "two", "three", "few", "most"})
_QUANTITIES = frozenset(
    {"one", "some", "many", "most", "several", "all", "none", "two", "three", "others", "both", "few", "dozens", "hundreds"}
)
_PERSONAL = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman")
_NEWS = frozenset({"news", "wire"})
"""Words before a body that make news: *the news agency*."""
_PROGRAMMES = frozenset({"website", "site", "programme", "show", "podcast", "blog"})
_SHORT = 5
_NO_MAN = frozenset({"german", "roman", "norman", "ottoman", "talisman", "superhuman", "human"})
_SEATS = frozenset({"chair"})
"""Furniture where somebody owns one (*her old chair*) or it is any one (*a broken chair*); else whoever presides."""
_WEAK = frozenset(
    {"former", "senior", "top", "other", "new", "same", "late", "chief", "latest", "recent", "the", "a", "an", "this"}
)
_FAR = 12
"""Sentences over which a document that has a name may be taken up by a noun for its sort."""
_FORMS = 4
"""Ways of naming a document whose last words are looked at."""
# Of how many mentions back something definite is looked for.
_WINDOW = 60


def find_nouns(parse: Parse, names: list[Mention], speaking: frozenset[int]) -> list[Mention]:
    """Noun phrases by their heads, in reading order; sources whatever their noun, the others if a vocabulary knows it."""
    named = {i for m in names for i in range(m.first, m.last + 1)}
    sorts = lexicons.sorts()
    found = []
    for i in range(len(parse)):
        tag = parse.tag[i]
        speaks = i in speaking
        if (tag not in _NOUNS and not (speaks and (parse.lower[i] in _QUANTITIES or tag in ("JJ", "CD", "DT")))) or i in named:
            continue
        lemma = lexicons.singular(parse.lower[i])
        sort = sorts.get(lemma)
        if not speaks and parse.dep[i] in _INSIDE and parse.head[i] > i:
            continue
        found.append(_noun(parse, i, lemma, sort, speaks=speaks))
    return found


def _noun(parse: Parse, head: int, lemma: str, sort: lexicons.Sort | None, *, speaks: bool) -> Mention:
    first, last = left_edge(parse, head), right_edge(parse, head)
    plural = parse.tag[head] in ("NNS", "NNPS") or (parse.lower[head] in _QUANTITIES and parse.lower[head] != "one")
    kind: EntityKind | None = sort.kind if sort is not None else None  # type: ignore[assignment]  # a cell of the vocabulary
    unnamed = sort.unnamed if sort is not None else False
    if kind == "organisation" and any(parse.lower[t] in _NEWS for t in range(first, head)):
        kind = "outlet"
    elif kind is None and speaks and lemma in lexicons.bodies():
        kind = "organisation"
    elif kind is None and speaks:
        person = lemma.endswith(_PERSONAL) or parse.lower[head] in _QUANTITIES or parse.tag[head] in ("JJ", "CD", "DT")
        kind = "group" if plural else "person" if person else "other"

    if kind == "person" and plural:
        kind = "group"
    if sort is not None and sort.kind == "group":
        plural = True
    if (
        sort is None
        and kind in (None, "other")
        and lemma.endswith(("man", "woman"))
        and len(lemma) > _SHORT
        and lemma not in _NO_MAN
    ):
        kind = "group" if plural else "person"
    words = []
    determiner: Determiner = "bare"
    owner = None
    for child in parse.children[head]:
        dep = parse.dep[child]
        if child > head:
            if dep == "prep" and parse.lower[child] in ("of", "for", "from", "within", "in", "at") and child <= last:
                thing = parse.child(child, "pobj")
                if thing is not None:
                    owner = owner if owner is not None else thing
                    words.append(parse.lower[thing])
            continue
        if dep in ("det", "predet") and determiner == "bare":
            determiner = "definite" if parse.lower[child] in _DEFINITE else "indefinite"
        elif dep == "poss":
            determiner, owner = "possessed", child
            words.append(parse.lower[child])
        elif dep == "nummod" and determiner == "bare":
            determiner = "indefinite"
        elif dep in ("amod", "compound", "nmod"):
            words.extend(parse.lower[t] for t in range(parse.left[child], child + 1) if parse.word[t][0].isalnum())
            if parse.lower[child] in _INDEFINITE and determiner == "bare":
                determiner = "indefinite"
    if lemma in _SEATS and (determiner == "indefinite" or (owner is not None and owner < head)):
        kind = None
    gender = sort.gender if sort is not None and not plural else ""
    kept = tuple(w for w in words if w not in _WEAK)
    return Mention(first, last, head, "noun", kind, gender, plural, lemma, kept, determiner, owner, unnamed)


def makes_news(parse: Parse, noun: int) -> bool:
    """Whether the common noun is one for what makes news: *daily*, *news agency*."""
    if noun < 0 or parse.tag[noun] not in ("NN", "JJ"):
        return False
    sort = lexicons.sorts().get(parse.lower[noun])
    if sort is None:
        return parse.lower[noun] in _PROGRAMMES
    return sort.kind == "outlet" or (sort.kind == "organisation" and noun > 0 and parse.lower[noun - 1] in _NEWS)


def fits(figure: Figure, noun: Mention) -> bool:
    """Whether what is known of the figure leaves room for the noun."""
    if noun.kind is None or figure.kind is None:
        return noun.lemma in figure.lemmas
    if noun.plural != figure.plural and noun.kind in ("group", "person"):
        return False
    if noun.gender and figure.gender and noun.gender != figure.gender:
        return False
    if noun.kind == "organisation":
        return figure.kind in ("organisation", "outlet", "other") or (noun.lemma == "government" and figure.kind == "state")
    if noun.kind == "group":
        return figure.kind == "group"
    return figure.kind == noun.kind


def antecedent(figures: list[Figure], recent: list[Mention], noun: Mention, parse: Parse) -> int | None:
    """Place of the figure that a noun phrase takes up again, or None where it brings somebody new."""
    takes_up = noun.determiner in ("definite", "possessed")
    again = noun.determiner == "bare"
    if not takes_up and not again:
        return None
    sort = lexicons.sorts().get(noun.lemma)
    wanted = set(noun.words)
    # "this important bill": what is pointed to need not have been called important.
    plain = wanted <= lexicons.epithets() or pointing(parse, noun)
    known: int | None = None
    loose: int | None = None
    seen: set[int] = set()
    for mention in reversed(recent[-_WINDOW:]):
        place = mention.figure
        if place is None or place in seen:
            continue
        seen.add(place)
        figure = figures[place]
        if noun.lemma in figure.lemmas and _modifiers_agree(figure, wanted, again=again) and _number_agrees(figure, noun):
            if mention.first >= noun.first and mention.last <= noun.last:
                continue
            if noun.gender and figure.gender and noun.gender != figure.gender:
                continue
            return place
        if again or loose is not None or mention.first >= noun.first:
            continue
        if _called(figure, noun) and known is None:
            known = place
        if sort is not None and plain and _may_be(figure, mention, noun, sort, parse):
            loose = place
    if known is not None:
        return known
    return loose


def pointing(parse: Parse, noun: Mention) -> bool:
    """Whether the noun phrase begins with *this*, *that*, *these* or *those*."""
    return parse.lower[noun.first] in _POINTING


def _number_agrees(figure: Figure, noun: Mention) -> bool:
    if noun.lemma == "source" and figure.unnamed:
        return True
    return figure.plural == noun.plural or noun.kind not in ("person", "group")


def _modifiers_agree(figure: Figure, wanted: set[str], *, again: bool) -> bool:
    """Whether the noun's modifiers are among those already used of the figure (all of them, and no fewer, for bare plurals)."""
    if again:
        return wanted == figure.modifiers
    return wanted <= figure.modifiers or (not figure.modifiers and len(wanted) <= 1)


def _called(figure: Figure, noun: Mention) -> bool:
    """Whether a name of the figure ends in the noun (*Department* in *Energy Department*)."""
    for words in figure.forms():
        if len(words) > 1 and lexicons.singular(words[-1].lower()) == noun.lemma:
            return set(noun.words) <= {w.lower() for w in words}
        if len(words) > 2 and not noun.words and noun.kind == "organisation" and any(w.lower() == noun.lemma for w in words[:-1]):
            return True
    return False


def _may_be(figure: Figure, mention: Mention, noun: Mention, sort: lexicons.Sort, parse: Parse) -> bool:
    """Whether a noun without a word of its own for the figure may mean it: the sort fits and it stands near."""
    distance = parse.sentence[noun.head] - parse.sentence[mention.head]
    if noun.lemma == "source":
        return figure.unnamed and figure.speaks and distance <= 8
    if noun.lemma in ("official", "spokesman", "spokeswoman", "spokesperson") and not noun.plural:
        return figure.kind == "person" and figure.unnamed and distance <= 3
    if sort.kind == "outlet":
        return figure.kind == "outlet" and noun.plural == figure.plural
    if sort.kind == "state":
        return figure.kind == "state" and distance <= 5 and mention.form != "noun"
    if sort.kind == "place":
        return figure.kind == "place" and distance <= 3 and bool(figure.names)
    if sort.document:
        sorts = lexicons.sorts()
        called = figure.lemmas | {words[-1].lower() for words in islice(figure.forms(), _FORMS) if words}
        near = {sorts[word].document for word in called if word in sorts}
        return figure.kind == "document" and sort.document in near and distance <= (_FAR if figure.names else 6)
    if sort.kind == "organisation" and noun.lemma in (
        "company",
        "firm",
        "bank",
        "agency",
        "organization",
        "organisation",
        "group",
        "party",
        "movement",
        "carrier",
        "airline",
        "corporation",
        "manufacturer",
    ):
        where = parse.lower[parse.head[mention.head]] if parse.dep[mention.head] == "pobj" else ""
        return (
            figure.kind == "organisation"
            and bool(figure.names)
            and distance <= 4
            and where not in ("of", "in", "at", "near", "from")
        )
    if sort.gender and noun.lemma in ("man", "woman", "boy", "girl"):
        return figure.kind == "person" and figure.gender in ("", sort.gender) and distance <= 2 and not figure.names
    return False
