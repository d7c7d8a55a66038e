"""Who calls whom what: designations that evaluate or are contested, and in whose voice they stand.

Found are the words of ``vocabulary/labels.tsv`` as nouns with their modifiers, as adjectives by what they qualify, as
predicates and in acts of naming (*called it "…"*), names in scare quotes, and what follows *so-called* and its like. Offices and
nationalities are no labels. Inside quotation marks, and after verbs of naming, a label is the speaker's; elsewhere it is
the outlet's, who chose the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.model import Label, Use, Voice
from allegedly.reading import lexicons
from allegedly.reading.mentions import left_edge
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.quotations import Quotation, find_quotations
from allegedly.reading.relation import Attribution
from allegedly.reading.vocabularies import rows
from allegedly.reading.voices import Cast

_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "hardly", "cannot"})
_CHARGES = frozenset(
    {
        "count",
        "charge",
        "conviction",
        "indictment",
        "offence",
        "offense",
        "accused",
        "convicted",
        "charged",
        "guilty",
        "acquitted",
    }
)
_COUNTS = frozenset({"numerous", "several", "many", "few", "more", "most", "other", "various", "multiple", "some"})
"""Adjectives that count and do not call anybody anything."""
_LONGEST_SCARE = 5
_LONGEST_MODIFIER = 8
_DEFAULT = 0.6


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    use: str


@dataclass(slots=True)
class _Find:
    first: int
    last: int
    head: int
    naming: int | None = None
    """The verb of naming, where the label is given by one."""
    confidence: float = _DEFAULT


@cache
def _words() -> dict[tuple[str, ...], _Word]:
    """The vocabulary by its words, in the singular and lower case."""
    return {tuple(r["words"].lower().split()): _Word(r["kind"], r["use"]) for r in rows("labels") if r["use"] != "naming"}


@cache
def _naming_verbs() -> frozenset[str]:
    """All forms of the verbs that give names."""
    return frozenset(form for r in rows("labels") if r["use"] == "naming" for form in lexicons.verb_forms(r["words"]))


def find_labels(parse: Parse, cast: Cast, attributions: Sequence[Attribution]) -> list[Label]:
    """Every label in reading order, none overlapping another of the same use."""
    quotations = find_quotations(parse.text, paragraphs_of(parse.text))
    quoted = [False] * len(parse)
    for quotation in quotations:
        for token in parse.tokens(quotation.span):
            quoted[token] = True
    finds = [*_named(parse), *_known(parse), *_scared(parse, quotations, attributions)]
    finds.sort(key=lambda f: (-f.confidence, f.first, -f.last))
    taken = [False] * len(parse)
    kept = []
    for find in finds:
        if not any(taken[find.first : find.last + 1]):
            for i in range(find.first, find.last + 1):
                taken[i] = True
            kept.append(find)
    kept.sort(key=lambda f: f.first)
    innermost, speaking = _holders(parse, attributions)
    return [_label(parse, cast, attributions, quoted, innermost, speaking, find) for find in kept]


def _holders(parse: Parse, attributions: Sequence[Attribution]) -> tuple[list[int], list[int]]:
    """For every token the innermost attribution that holds it, narration counted, and the innermost that is no narration."""
    order = sorted(range(len(attributions)), key=lambda i: -sum(b - a for a, b in attributions[i].content))
    innermost, speaking = [-1] * len(parse), [-1] * len(parse)
    for i in order:
        for span in attributions[i].content:
            for token in parse.tokens(span):
                innermost[token] = i
                if attributions[i].mode != "narration":
                    speaking[token] = i
    for token, i in enumerate(speaking):
        if i >= 0:
            innermost[token] = i
    return innermost, speaking


def _label(
    parse: Parse,
    cast: Cast,
    attributions: Sequence[Attribution],
    quoted: list[bool],
    innermost: list[int],
    speaking: list[int],
    find: _Find,
) -> Label:
    span = parse.span(find.first, find.last)
    held = innermost[find.head]
    speaker = speaking[find.head]
    by = Voice(outlet=True)
    if speaker >= 0:
        attribution = attributions[speaker]
        own = quoted[find.head] or attribution.mode == "direct"
        named = find.naming is not None and (attribution.cue_token == find.naming or speaking[find.naming] != speaker)
        if find.naming is not None and not own and not named:
            named = _names_itself(parse, find.naming)
            by = by if named else _namer(parse, cast, find.naming) or by
        if own or named:
            source = cast.source_of(attribution)
            if source.span is not None:
                by = Voice(entity=source.entity, text=source.text, span=source.span)
    elif find.naming is not None:
        by = _namer(parse, cast, find.naming) or by
    return Label(
        of=_called(parse, cast, find),
        by=by,
        text=parse.text[span[0] : span[1]],
        span=span,
        use=_use(parse, find),
        within=f"s{held + 1}" if held >= 0 else None,
        confidence=find.confidence,
    )


def _names_itself(parse: Parse, verb: int) -> bool:
    """Whether in reported speech it is the voice itself that names: *said it did not consider the group a threat*."""
    subject = parse.child(verb, "nsubj")
    return subject is None or parse.lower[subject] in ("it", "they", "he", "she", "we", "i")


def _namer(parse: Parse, cast: Cast, verb: int) -> Voice | None:
    """Who names, where the verb of naming is no attribution of its own."""
    subject = parse.child(verb, "nsubj")
    if subject is None and parse.dep[verb] in ("conj", "xcomp", "advcl"):
        subject = parse.child(parse.head[verb], "nsubj")
    if subject is None:
        return None
    entity = cast.by_head.get(subject)
    if entity is None:
        return None
    span = parse.span(left_edge(parse, subject), subject)
    return Voice(entity=entity, text=parse.text[span[0] : span[1]], span=span)


def _use(parse: Parse, find: _Find) -> Use:
    """Rejected where a negation stands over the label in its own clause; what follows *but* is applied again."""
    token = find.head
    begin = parse.sentences[parse.sentence[token]][0]
    for _ in range(4):
        for child in parse.children[token]:
            if (
                child < find.first
                and parse.lower[child] in _NEGATIONS
                and parse.dep[child] in ("neg", "det", "advmod", "preconj", "cc")
            ):
                return "applied" if _contrasted(parse, child, find.first) else "rejected"
        if parse.head[token] == token or parse.dep[token] in ("relcl", "advcl", "acl", "nsubj", "nsubjpass", "poss"):
            break
        if parse.dep[token] == "ccomp" and parse.lower[parse.head[token]] not in _naming_verbs():
            break
        if parse.dep[token] == "pobj" and parse.lower[parse.head[token]] not in ("as", "of"):
            break
        if parse.dep[token] in ("amod", "compound", "nmod", "conj") and token != find.head:
            break
        if parse.dep[token] == "dobj" and parse.lower[parse.head[token]] not in _naming_verbs():
            break
        token = parse.head[token]
    before = find.first - 1
    if before > begin and parse.tag[before] == "DT":
        before -= 1
    return "rejected" if before >= begin and parse.lower[before] == "not" else "applied"


def _contrasted(parse: Parse, negation: int, label: int) -> bool:
    return any(parse.lower[i] == "but" for i in range(negation + 1, label))


def _called(parse: Parse, cast: Cast, find: _Find) -> str | None:
    """Id of the entity that the label is used of."""
    head = find.head
    own = cast.by_head.get(head)
    if own is not None:
        return own
    dep, above = parse.dep[head], parse.head[head]
    if find.naming is not None:
        for child in parse.children[find.naming]:
            if child < find.first and child > find.naming and parse.dep[child] in ("dobj", "nsubj"):
                return cast.by_head.get(child)
        for child in parse.children[head]:
            if parse.dep[child] == "nsubj":
                return cast.by_head.get(child)
        clause = parse.child(find.naming, "ccomp", "xcomp")
        within = parse.child(clause, "nsubj") if clause is not None else None
        if within is not None and within > find.naming:
            return cast.by_head.get(within)
        thing = parse.child(find.naming, "nsubjpass", "dobj")
        return cast.by_head.get(thing) if thing is not None and thing != head else None
    if dep in ("compound", "amod", "nmod", "appos"):
        return cast.by_head.get(above)
    if dep in ("attr", "acomp", "oprd"):
        subject = parse.child(above, "nsubj", "nsubjpass")
        return cast.by_head.get(subject) if subject is not None else None
    # "Hamas terrorists" and "the Assad regime" name a body with it; a "Hamas recruiter" is a person, and no body.
    sort = lexicons.sorts().get(parse.lower[head])
    body = parse.tag[head] in ("NNS", "NNPS") or (sort is not None and sort.kind in ("organisation", "group", "state"))
    inner = ("appos", "compound") if body else ("appos",)
    return next((cast.by_head[c] for c in parse.children[head] if parse.dep[c] in inner and c in cast.by_head), None)


def _grow(parse: Parse, first: int, last: int) -> int:
    """First token of the label with the modifiers that belong to it: *a **multi-million** scandal* without articles or names."""
    begin = first
    for child in reversed(parse.children[last]):
        if child >= begin:
            continue
        whole = parse.left[child]
        if (
            parse.dep[child] not in ("amod", "compound", "nmod", "advmod")
            or parse.right[child] < begin - 1
            or parse.lower[child] in _COUNTS
            or any(parse.word[i] in '"“”' for i in range(whole, begin))
            or begin - whole > _LONGEST_MODIFIER
        ):
            break
        begin = whole
    return begin


def _known(parse: Parse) -> list[_Find]:
    """Words of the vocabulary, with what modifies them."""
    table = _words()
    longest = max((len(k) for k in table), default=1)
    finds = []
    lemmas = [lexicons.singular(w) if t in ("NNS", "NNPS") else w for w, t in zip(parse.lower, parse.tag, strict=True)]
    starts = {k[0] for k in table}
    joined = _hyphenated(parse)
    n = len(parse)
    i = 0
    while i < n:
        glued = joined.get(i)
        if glued is not None and (glued[1],) in table:
            row = table[(glued[1],)]
            found = _judge(parse, i, glued[0], row)
            if found is not None:
                finds.append(found)
            i = glued[0] + 1
            continue
        if lemmas[i] not in starts:
            i += 1
            continue
        for size in range(min(longest, n - i), 0, -1):
            entry = table.get(tuple(lemmas[i : i + size]))
            if entry is not None:
                found = _judge(parse, i, i + size - 1, entry)
                if found is not None:
                    finds.append(found)
                i += size - 1
                break
        i += 1
    return finds


def _hyphenated(parse: Parse) -> dict[int, tuple[int, str]]:
    """Words that the tokeniser cut at hyphens: first token → (last token, the whole in lower case)."""
    found = {}
    for i in range(len(parse) - 2):
        if parse.word[i + 1] == "-" and parse.end[i] == parse.start[i + 1] and parse.end[i + 1] == parse.start[i + 2]:
            found[i] = (i + 2, lexicons.singular(f"{parse.lower[i]}-{parse.lower[i + 2]}"))
    return found


def _judge(parse: Parse, first: int, last: int, row: _Word) -> _Find | None:
    """Whether a word of the vocabulary is used as a label here."""
    head = parse.head_of(first, last)
    tag, dep = parse.tag[head], parse.dep[head]
    naming = _naming(parse, head)
    above = parse.head[head]
    if dep in ("compound", "nmod", "amod") and above > head and parse.tag[above] in ("NNP", "NNPS") and tag in ("NNP", "NNPS"):
        return None  # part of a proper name: "Communist Party"
    if naming is None and _is_charge(parse, head):
        return None
    if row.use == "adjective":
        return _adjective(parse, first, last, head, row)
    if row.use == "predicate":
        return _predicate(parse, first, last, head)
    if tag[:2] not in ("NN", "JJ"):
        return None
    if row.use == "definite" and naming is None and not _taken_up(parse, head):
        return None
    if row.use == "predicated" and naming is None and not _said_of(parse, head):
        return None
    begin = _grow(parse, first, last) if tag[:2] == "NN" else first
    return _Find(begin, last, head, naming, 0.7)


def _taken_up(parse: Parse, noun: int) -> bool:
    """Whether the noun takes up what was spoken of: *the victim* (but not *the victim of a theft*)."""
    if parse.dep[noun] == "compound" and parse.tag[parse.head[noun]] in ("NNP", "NNPS"):
        return True
    after = noun + 1
    followed = after < len(parse) and parse.lower[after] in ("of", "in", "on")
    return (
        noun > 0
        and parse.lower[noun - 1] in ("the", "this", "that")
        and not followed
        and parse.dep[noun] not in ("compound", "appos")
    )


def _said_of(parse: Parse, noun: int) -> bool:
    """Whether the noun is a predicate: *remain a threat*."""
    if parse.dep[noun] not in ("attr", "oprd"):
        return False
    subject = parse.child(parse.head[noun], "nsubj")
    return subject is not None and parse.lower[subject] != "there" and parse.child(parse.head[noun], "expl") is None


def _is_charge(parse: Parse, head: int) -> bool:
    """Whether the word names a charge in law: *two counts of murder*, *murder charges*."""
    token = head
    for _ in range(5):
        above = parse.head[token]
        if above == token:
            return False
        if lexicons.singular(parse.lower[above]) in _CHARGES or parse.lower[above] in _CHARGES:
            return True
        if parse.dep[token] not in ("pobj", "prep", "conj", "compound", "nmod", "amod", "dobj"):
            return False
        token = above
    return False


def _adjective(parse: Parse, first: int, last: int, head: int, row: _Word) -> _Find | None:
    dep, tag = parse.dep[head], parse.tag[head]
    before_noun = dep in ("amod", "compound", "nmod", "npadvmod", "advmod") and parse.head[head] > head
    if row.kind == "distances":
        noun = parse.head[head]
        if not before_noun or tag == "VBD" or parse.tag[noun][:2] != "NN" or noun - last > 4:
            return None
        return _Find(first, noun, noun, None, 0.6)
    if not before_noun and dep not in ("acomp", "attr", "oprd", "pobj", "poss", "conj", "dep", "ROOT", "dobj", "nsubj"):
        return None
    noun = parse.head[head] if before_noun else head
    end = noun if last < noun <= last + 3 and parse.tag[noun] not in ("NNP", "NNPS") else last
    return _Find(first, end, noun if end == noun else head, _naming(parse, noun), 0.7)


def _predicate(parse: Parse, first: int, last: int, head: int) -> _Find | None:
    dep, tag = parse.dep[head], parse.tag[head]
    if tag[:2] not in ("JJ", "VB", "NN"):
        return None
    if dep == "amod" and parse.head[head] > head:
        noun = parse.head[head]
        return _Find(first, noun, noun, _naming(parse, noun), 0.5) if noun - last <= 2 and parse.tag[noun][:2] == "NN" else None
    if dep not in ("acomp", "oprd", "attr"):
        return None
    return _Find(first, last, head, _naming(parse, head), 0.5)


def _naming(parse: Parse, head: int) -> int | None:
    """The verb of naming over the label's head: *calls it a …*, *dismissed as …*, *considers them …*."""
    token = head
    for _ in range(4):
        above = parse.head[token]
        if above == token:
            return None
        if (
            parse.lower[above] in _naming_verbs()
            and parse.tag[above][:2] == "VB"
            and parse.dep[token]
            in (
                "oprd",
                "ccomp",
                "prep",
                "xcomp",
                "attr",
                "dobj",
                "advcl",
                "acomp",
            )
        ):
            if parse.dep[token] == "prep" and parse.lower[token] not in ("as", "of"):
                return None
            return above
        if parse.dep[token] not in ("pobj", "prep", "conj", "attr", "acomp", "oprd", "dobj", "ccomp", "amod"):
            return None
        token = above
    return None


def _named(parse: Parse) -> list[_Find]:
    """What verbs of naming give, whatever its words: *called it "an act of war"*, *consider Hamas a terror organization*."""
    finds = []
    for verb in range(len(parse)):
        if parse.lower[verb] not in _naming_verbs() or parse.tag[verb][:2] != "VB":
            continue
        for child in parse.children[verb]:
            if child < verb:
                continue
            target = None
            if parse.dep[child] == "oprd":
                target = child
            elif parse.dep[child] == "prep" and parse.lower[child] == "as":
                target = next((c for c in parse.children[child] if parse.tag[c][:2] in ("NN", "JJ")), None)
            elif (
                parse.dep[child] in ("ccomp", "xcomp")
                and parse.child(child, "nsubj") is not None
                and parse.tag[child][:2] in ("NN", "JJ")
            ):
                target = child
            elif parse.dep[child] == "conj" and parse.tag[child] in ("NN", "NNS") and _but(parse, verb, child):
                target = child  # "does not consider it a sect but a party"
            if target is not None and parse.tag[target] not in ("VBG", "NNP", "CD", "VB"):
                finds.extend(_predicates(parse, verb, target))
    return finds


def _but(parse: Parse, verb: int, noun: int) -> bool:
    """Whether *but* sets the noun against what the verb named before it."""
    return any(parse.lower[c] == "but" for c in parse.children[verb] if verb < c < noun)


def _predicates(parse: Parse, verb: int, target: int) -> list[_Find]:
    finds = []
    current: int | None = target
    for _ in range(3):
        if current is None:
            break
        first = left_edge(parse, current)
        while (
            first < current
            and parse.dep[first] in ("det", "punct", "neg", "advmod", "cc", "preconj")
            and not (parse.dep[first] == "advmod" and parse.head[first] != current)
        ):
            first += 1
        last = current
        prep = parse.child(current, "prep")
        if prep is not None and prep == current + 1 and parse.lower[prep] == "of" and parse.right[prep] - current <= 5:
            last = parse.right[prep]
        if parse.word[last] in '"“”.,':
            last -= 1
        finds.append(_Find(first, max(first, last), current, verb, 0.75))
        current = parse.child(current, "conj")
    return finds


def _scared(parse: Parse, quotations: list[Quotation], attributions: Sequence[Attribution]) -> list[_Find]:
    """Short quotations that name or qualify something: scare quotes."""
    finds = []
    whole = {span for a in attributions for span in a.content}
    starts = {span[0] for span in whole}
    for quotation in quotations:
        if quotation.words > _LONGEST_SCARE or not quotation.closed:
            continue
        tokens = [t for t in parse.tokens(quotation.span) if parse.word[t][0].isalnum()]
        if not tokens:
            continue
        first, last = tokens[0], tokens[-1]
        head = parse.head_of(first, last)
        if parse.tag[head][:2] not in ("NN", "JJ") or parse.tag[head] in ("NNP", "NNPS"):
            continue
        if parse.dep[head] not in ("amod", "nmod", "compound") or parse.head[head] <= last:
            continue  # a noun of its own in quotation marks is as often a term, a title or somebody's words
        if any(parse.lower[i] == "no" for i in range(max(0, first - 2), first)):
            continue
        if parse.tag[first] in ("PRP", "IN", "TO", "CC", "RB", "PRP$", "WP", "UH") or any(parse.tag[t] == "VBD" for t in tokens):
            continue
        if quotation.start in starts and parse.dep[head] in ("ROOT", "ccomp"):
            continue
        if parse.tag[first] == "DT":
            if first == last:
                continue
            first += 1
        finds.append(_Find(first, last, head, _naming(parse, head), 0.65))
    return finds
