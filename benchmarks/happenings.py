"""Happenings: which words stand for them, who did it to whom, and how certain they are made, against MEANTIME and ECB+.

    python -m benchmarks.happenings

* **Triggers**: heads of the events that MEANTIME marks in headlines and the first four sentences, and ECB+ (actions, states,
  reports) in its chosen sentences. The weights are trained anew without each fifth of the documents (ECB+: of the topics) in
  turn; and on one corpus alone, which shows how far the two understand events differently: MEANTIME marks every verb, *be* and
  *have* among them, and verbs of saying; ECB+ what its topic is about, with objects and particles as often as not.
* **Roles**: PropBank's A0 and A1 of MEANTIME's events against actor and target, given the trigger. One is right where its head
  stands in the words that are marked for it, or in others that are marked for the same entity. Precision counts those of ours
  that stand in a marked entity, at events of which any participant is marked.
* **Told twice**: pairs of marked words in one article that are one event, in MEANTIME's first sentences; of the pairs whose both
  words are found, how many are made one happening, and how many of those that are made one are one.
* **Polarity and certainty** of MEANTIME's events, given the trigger; macro F1 over the values, *underspecified* left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from allegedly.intake import article_from_text
from allegedly.reading.happenings_parts import parts_of
from allegedly.reading.happenings_status import told
from allegedly.reading.happenings_triggers import triggers
from allegedly.reading.reader import read_article
from benchmarks.shared import data, table
from training.happenings import FOLDS, Document, documents, examples, fitted

ENOUGH = 0.4
"""From which probability on a word counts as a trigger here."""
CORPORA = {"meantime": "meantime", "ecbplus": "ecbplus_train_dev"}
_POLARITY = {"POS": "positive", "NEG": "negative"}
_CERTAINTY = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible"}

Counts = tuple[int, int, int]
"""Right, found and marked."""


def rates(right: int, found: int, marked: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / max(1, found), right / max(1, marked)
    return precision, recall, 2 * right / max(1, found + marked)


def heads_found(document: Document, weights: dict[str, float] | None) -> set[int]:
    """The words of the marked sentences that are taken for triggers."""
    parse = document.parse
    return {
        token
        for token, likely in triggers(parse, 0, weights)
        if likely >= ENOUGH and any(a <= parse.start[token] < b for a, b in document.spans)
    }


def triggers_of(documents_: Iterable[Document], weights: dict[str, float]) -> Counts:
    """How many triggers are right, found and marked."""
    right = found = marked = 0
    for document in documents_:
        heads = heads_found(document, weights)
        right += len(heads & set(document.heads))
        found += len(heads)
        marked += len(document.heads)
    return right, found, marked


def crossed(every: Sequence[Document], train_on: str | None = None) -> dict[str, Counts]:
    """Triggers of each corpus, by weights that know nothing of the fold; ``train_on``: of one corpus alone."""
    cases = {id(d): list(examples(d)) for d in every}
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for fold in range(FOLDS):
        known = [c for d in every if d.group != fold and train_on in (None, d.corpus) for c in cases[id(d)]]
        weights = fitted(known)
        for corpus in CORPORA:
            for i, n in enumerate(triggers_of([d for d in every if d.group == fold and d.corpus == corpus], weights)):
                counts[corpus][i] += n
    return {corpus: (count[0], count[1], count[2]) for corpus, count in counts.items()}


def roles(every: Iterable[Document], say: Callable[[str], object] | None = None) -> dict[str, Counts]:
    """A0 and A1, given the trigger: right, found and marked."""
    made: dict[str, Counter[str]] = {"A0": Counter(), "A1": Counter()}
    for document in every:
        parse, row = document.parse, document.row
        named = {m["m"]: m for m in row["mentions"]}
        entities = [(m["start"], m["end"], m.get("cluster")) for m in row["mentions"] if m["tag"].startswith("ENTITY")]
        gold: dict[str, list[tuple[str, int, int, str | None]]] = defaultdict(list)
        for relation in row["relations"]:
            if relation["rel"] == "HAS_PARTICIPANT" and relation["tgt"] in named:
                whom = named[relation["tgt"]]
                gold[relation["src"]].append(
                    (relation["role"].replace("Arg", "A"), whom["start"], whom["end"], whom.get("cluster"))
                )
        for head, mention in document.heads.items():
            marked = gold.get(mention["m"])
            if not marked:
                continue
            ours = [
                ("A0" if one.role == "actor" else "A1", one.head)
                for one in parts_of(parse, head)
                if one.role in ("actor", "target")
            ]
            hit = set()
            for role, token in ours:
                at = parse.start[token]
                around = [(b - a, c) for a, b, c in entities if a <= at < b]
                same = min(around, default=(0, None))[1]
                right = {
                    i for i, (r, a, b, c) in enumerate(marked) if r == role and (a <= at < b or (c is not None and c == same))
                }
                hit |= right
                if right or around:
                    made[role]["found"] += 1
                    made[role]["sound"] += bool(right)
                    if say and not right:
                        say(f"WRONG {role} {parse.word[token]} | {parse.word[head]} | {_line(document, head)}")
            for i, (role, a, b, _) in enumerate(marked):
                if role in made:
                    made[role]["marked"] += 1
                    made[role]["right"] += i in hit
                    if say and i not in hit:
                        say(f"MISSED {role} {parse.text[a:b]} | {parse.word[head]} | {ours} {_line(document, head)}")
    return {
        role: (count["right"], count["found"] + count["right"] - count["sound"], count["marked"]) for role, count in made.items()
    }


def told_twice(every: Iterable[Document]) -> Counts:
    """Pairs of words for one event: made one rightly, made one, and marked as one; of words that are found."""
    right = made = marked = 0
    for document in every:
        parse = document.parse
        reading = read_article(article_from_text(document.row["text"], published=document.row["dct"]))
        own = {parse.token_at(m.span[0]): h.id for h in reading.happenings for m in h.mentions}
        heads = [head for head, mention in sorted(document.heads.items()) if head in own and mention.get("cluster")]
        for a, b in combinations(heads, 2):
            same = document.heads[a]["cluster"] == document.heads[b]["cluster"]
            right += same and own[a] == own[b]
            made += own[a] == own[b]
            marked += same
    return right, made, marked


def truths(every: Iterable[Document], say: Callable[[str], object] | None = None) -> dict[str, dict[str, Counts]]:
    """Polarity and certainty, given the trigger: of each value right, found and marked."""
    made: dict[str, dict[str, Counter[str]]] = {"polarity": defaultdict(Counter), "certainty": defaultdict(Counter)}
    for document in every:
        for head, mention in document.heads.items():
            ours = told(document.parse, head)
            for field, values, mine in (
                ("polarity", _POLARITY, ours.polarity),
                ("certainty", _CERTAINTY, ours.certainty),
            ):
                right = values.get(mention.get(field) or "")
                if right is None:
                    continue
                made[field][right]["marked"] += 1
                made[field][mine]["found"] += 1
                made[field][mine]["right"] += mine == right
                if say and mine != right:
                    say(f"{field}: {right} taken for {mine} | {document.parse.word[head]} | {ours} | {_line(document, head)}")
    return {
        field: {value: (c["right"], c["found"], c["marked"]) for value, c in sorted(values.items())}
        for field, values in made.items()
    }


def _line(document: Document, token: int) -> str:
    first, last = document.parse.sentences[document.parse.sentence[token]]
    return document.parse.slice(first, last)[:200]


def macro(counts: dict[str, Counts]) -> float:
    """Mean of the values' F1."""
    return sum(rates(*count)[2] for count in counts.values()) / len(counts)


def main() -> None:
    """Print the tables."""
    every = [d for name in CORPORA.values() for d in documents(data(f"dev/{name}.jsonl.gz"))]
    lines: list[list[object]] = []
    for name, train_on in (
        ("both, other folds", None),
        ("meantime, other folds", "meantime"),
        ("ecbplus, other folds", "ecbplus"),
    ):
        lines += [[name, corpus, *count, *rates(*count)] for corpus, count in crossed(every, train_on).items()]
    print(table(["triggers: trained on", "tested on", "right", "found", "marked", "P", "R", "F1"], lines))
    articles = [d for d in every if d.corpus == "meantime"]
    by_role = roles(articles)
    by_role["both"] = tuple(map(sum, zip(*by_role.values(), strict=True)))  # type: ignore[assignment]
    print()
    print(table(["roles", "right", "found", "marked", "P", "R", "F1"], [[r, *c, *rates(*c)] for r, c in by_role.items()]))
    print()
    pairs = told_twice(articles)
    print(table(["told twice", "right", "made one", "marked", "P", "R", "F1"], [["pairs", *pairs, *rates(*pairs)]]))
    for field, values in truths(articles).items():
        print()
        rows = [[value, *count, *rates(*count)] for value, count in values.items()]
        print(table([field, "right", "found", "marked", "P", "R", "F1"], [*rows, ["macro", "", "", "", "", "", macro(values)]]))


if __name__ == "__main__":
    main()
