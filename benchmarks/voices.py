"""Who is meant: ``python -m benchmarks.voices``.

Coreference and pronouns on GUM (news, interviews, speeches, court) and MEANTIME (Wikinews) with ``score/voices.py``; sources,
their kinds and the voices of labels on ``voices_gold``. On GUM the mentions are the whole noun phrases of everything
(:mod:`allegedly.reading.coreference`), on MEANTIME those of the reading's entities, since either corpus marks its own. The
rankers of pronouns and noun phrases were trained on all three and on ECB+ (``training/antecedents.py``), so everything here is
cross-validated by article: each quarter is read with weights that were trained on the others. The rules were written with an
eye on all of these articles, so on others expect less.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from allegedly.intake import article_from_text
from allegedly.model import Article, Entity, Reading, Span, Statement, to_json
from allegedly.reading.reader import read_parse
from allegedly.reading.voices import cast
from benchmarks.shared import data, letters, score, table
from training.antecedents import clusters, documents, folded, partial, using

Row = dict[str, Any]

_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "PRO": "object"}
_LINKS = ("pronoun", "he_she", "they", "it", "other_pronoun", "nominal", "source")
_FIGURES = ("person", "organisation", "state", "group", "outlet")
"""Kinds of entities that are looked for as what a label is used of; a deed or a claim is none of the reader's entities."""
_FOLDS = 4
_MORE = "ecbplus_train_dev"
"""What is trained on besides, and not looked at."""
_SAME = 0.5
"""Share of letters that two contents must have in common to be taken for one, as in ``score/statements.py``."""


def meantime(row: Row) -> Row:
    """A MEANTIME article in the form of the scorer: its entity mentions, each span once."""
    entities: dict[Span, Row] = {}
    for m in row["mentions"]:
        if m["tag"] == "ENTITY_MENTION" and m.get("cluster"):
            kind = _TYPES.get(m.get("ent_type"), "abstract")
            span = (m["start"], m["end"])
            entities[span] = {"start": span[0], "end": span[1], "cluster": m["cluster"], "type": kind, "text": m["text"]}
    return {"id": row["id"], "text": row["text"], "sentences": row["sentences"], "entities": list(entities.values())}


Clusters = list[tuple[Span, ...]]


def mentions(entities: Iterable[Entity]) -> Clusters:
    """The mentions of each entity, no span twice: names without their titles, as MEANTIME marks them too."""
    taken: set[Span] = set()
    found = []
    for entity in entities:
        found.append(tuple(span for span in entity.mentions if span not in taken))
        taken.update(entity.mentions)
    return found


def coreference(name: str, gold: list[Row], found: dict[str, Clusters]) -> tuple[list[list[object]], list[list[object]]]:
    """Lines on clusters and on linking for some of the articles."""
    chosen = [
        {"id": row["id"], "mentions": [{"span": list(span), "cluster": n} for n, c in enumerate(found[row["id"]]) for span in c]}
        for row in gold
    ]
    every = score("voices.py", gold, chosen)
    people = score("voices.py", gold, chosen, "--types", "person,organization")
    joined: list[list[object]] = []
    for label, figures in (("", every["coreference"]), (", people and bodies", people["coreference"])):
        parts = [figures[k]["f1"] for k in ("muc", "b3", "ceafe", "mentions")]
        joined.append([f"{name}{label}", figures["conll_f1"], *parts, len(gold)])
    links: list[list[object]] = []
    for kind in _LINKS:
        share = every["linking"][kind]
        if share["n"]:
            links.append([f"{name}: {kind}", share["accuracy"], share["pure"], share["n"]])
    return joined, links


def paired(row: Row, reading: Reading) -> list[tuple[Row, Statement]]:
    """Gold statements, doubtful ones apart, and what the reading has for each: the content that shares most letters."""
    text = row["text"]
    left = [s for s in reading.statements if s.mode != "narration"]
    found = []
    words = {s.id: letters(text, s.content) for s in left}
    for gold in row["statements"]:
        if gold["mode"] == "narration" or gold.get("borderline"):
            continue
        wanted = letters(text, [(a, b) for a, b in gold["content"]])
        shares = [(len(wanted & words[s.id]) / max(1, len(wanted | words[s.id])), -i) for i, s in enumerate(left)]
        share, place = max(shares, default=(0.0, 0))
        if share >= _SAME:
            found.append((gold, left.pop(-place)))
    return found


def kinds(pairs: Iterable[tuple[Row, Statement]]) -> list[list[object]]:
    """For each kind of source how many there are, and how many have it in the reading; the commonest mistake."""
    given: dict[str, Counter[str]] = {}
    for gold, statement in pairs:
        given.setdefault(gold["source"]["kind"], Counter())[statement.source.kind] += 1
    lines: list[list[object]] = []
    for kind, found in sorted(given.items(), key=lambda item: -item[1].total()):
        wrong = [(n, other) for other, n in found.items() if other != kind]
        lines.append(
            [kind, found.total(), found[kind] / found.total(), " ".join(f"{o} {n}" for n, o in sorted(wrong, reverse=True)[:2])]
        )
    return lines


def labellers(gold: list[Row], readings: dict[str, Reading]) -> list[list[object]]:
    """Of the labels found, how many are of the right entity and by the right voice."""
    counts: Counter[str] = Counter()
    for row in gold:
        reading = readings[row["id"]]
        named = {e.id: e for e in reading.entities}
        marked = {e["name"]: e["mentions"] for e in row["entities"]}
        figures = {e["name"] for e in row["entities"] if e["kind"] in _FIGURES and e["mentions"]}
        for wanted in row["labels"]:
            start, end = wanted["span"]
            label = next((x for x in reading.labels if x.span[0] < end and start < x.span[1] and x.use == wanted["use"]), None)
            if label is None:
                continue
            counts["found"] += 1
            voices = {wanted["by"], wanted.get("by_alt")}
            by = named.get(label.by.entity or "")
            counts["by"] += "outlet" in voices if label.by.outlet else any(_means(by, v, marked) for v in voices if v)
            if wanted["of"] in figures:
                counts["named"] += 1
                counts["of"] += _means(named.get(label.of or ""), wanted["of"], marked)
    return [
        ["by whom", counts["found"], counts["by"] / max(1, counts["found"])],
        ["of whom, where that is a person or a body", counts["named"], counts["of"] / max(1, counts["named"])],
    ]


def _means(entity: Entity | None, name: str, marked: dict[str, list[list[int]]]) -> bool:
    """Whether an entity of the reading is the one of this name in the annotation: by name, or by a mention in common."""
    if entity is None:
        return False
    spans = marked.get(name, [])
    return entity.name.lower() == name.lower() or any(a < d and c < b for a, b in entity.mentions for c, d in spans)


def _article(row: Row) -> Article:
    """The article of a row, with what is known of it."""
    known = {k: row.get(k) for k in ("title", "outlet", "published")} if "statements" in row else {}
    return article_from_text(row["text"], key=row["id"], **known)


def main() -> None:
    """Print the tables."""
    argparse.ArgumentParser(description="Who is meant: coreference, pronouns, sources, labels.").parse_args()
    path = data("dev/voices_gold.jsonl.gz")
    every = documents([str(data(f"dev/{name}.jsonl.gz")) for name in ("gum_coref_attrib", "meantime", "voices_gold", _MORE)])
    found: dict[str, Clusters] = {}
    readings: dict[str, Reading] = {}
    for document, tables in folded(every, _FOLDS):
        row, parse, relations = document
        if partial(row):
            continue
        with using(tables):
            if "statements" in row:
                readings[row["id"]] = read_parse(_article(row), parse, "")
            elif "attributions" in row:
                found[row["id"]] = clusters(document, tables)
            else:
                found[row["id"]] = mentions(cast(parse, _article(row), relations).entities)
    rows = [row for row, _, _ in every if not partial(row)]
    gum = [row for row in rows if "attributions" in row]
    groups = [
        ("GUM, news and interviews", [row for row in gum if row["genre"] in ("news", "interview")]),
        ("GUM, news", [row for row in gum if row["genre"] == "news"]),
        ("GUM, interviews", [row for row in gum if row["genre"] == "interview"]),
        ("GUM, all", gum),
        ("MEANTIME", [meantime(row) for row in rows if "mentions" in row]),
    ]
    joined, links = [], []
    for name, chosen in groups:
        more, others = coreference(name, chosen, found)
        joined += more
        links += others
    print(f"Cross-validated by article, {_FOLDS} parts.\n")
    print(table(["coreference, F1, singletons out", "CoNLL", "MUC", "B3", "CEAFe", "mentions", "articles"], joined), "\n")
    print(table(["a mention comes to the right name", "right", "and to no other", "n"], links), "\n")
    gold = [row for row in rows if "statements" in row]
    scored = score("statements.py", path, [json.loads(to_json(r)) for r in readings.values()])["entity"]
    lines: list[list[object]] = [[kind, share["n"], share["accuracy"]] for kind, share in scored.items()]
    print(table([f"{path.name}: source to the right entity", "n", "right"], lines), "\n")
    pairs = [pair for row in gold for pair in paired(row, readings[row["id"]])]
    print(table(["kind of source", "n", "right", "else"], kinds(pairs)), "\n")
    print(table(["labels found", "n", "right"], labellers(gold, readings)))


if __name__ == "__main__":
    main()
