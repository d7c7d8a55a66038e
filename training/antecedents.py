"""Train the ranker that finds whom a pronoun means, and write ``reading/vocabulary/antecedents.tsv``.

    python training/antecedents.py ../shared/data/dev/gum_coref_attrib.jsonl.gz ../shared/data/dev/voices_gold.jsonl.gz

Data: GUM (coreference clusters; annotations CC BY 4.0) and our own annotated articles (source pronouns, with their gold
attributions). For every third-person pronoun the ranker's candidates are taken as the reader meets them, each with its signs; the
right one is the candidate whose mentions belong to the pronoun's gold entity, or *nobody* where none does. A softmax over
the candidates is fitted with an L2 penalty by plain gradient descent, and the articles are read again with the new weights, four
times over. ``--folds 5`` prints accuracy on articles that were not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from allegedly.model import Article
from allegedly.reading import pronouns, voices
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import load, parse_text
from allegedly.reading.relation import Attribution

TARGET = Path(voices.__file__).parent / "vocabulary" / "antecedents.tsv"
ROUNDS, STEPS, RATE, PENALTY = 4, 300, 0.5, 0.004
NOBODY, SOURCE = 0.3, 2.0
"""Weight of a pronoun that means none of the candidates, most often because a noun was missed, and of one that is a source."""

REASONS = {
    "gender": "its gender is known and the pronoun's",
    "genderless": "its gender is not known",
    "sentence": "for each sentence between",
    "mention": "for each other candidate that stands nearer",
    "subject": "it is a subject where it was last mentioned",
    "possessive": "it was last mentioned as a possessor",
    "modifier": "it was last mentioned as a modifier of another noun",
    "object": "it was last mentioned as an object",
    "often": "logarithm of how often it was mentioned",
    "named": "it has a name",
    "pronoun": "it was last mentioned by a pronoun",
    "speaker": "it spoke last",
    "matrix": "it is the subject of the clause above the pronoun's",
    "same_role": "both are subjects, or neither is",
    "paragraph": "it was mentioned in the same paragraph",
    "same_sentence": "it was mentioned in the same sentence",
    "nearest": "no other candidate stands nearer",
    "quoted": "it was mentioned inside a quotation and the pronoun is outside",
}

Signs = dict[str, float]
Case = tuple[int, list[Signs], float]
"""Which candidate is right, the signs of all of them (the first is *nobody*), and how much the case weighs."""
Document = tuple[dict[str, Any], Parse, list[Attribution]]


def documents(paths: Iterable[str]) -> list[Document]:
    """Articles with their parses and gold attributions."""
    nlp = load()
    found = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                parse = parse_text(row["text"], nlp)
                found.append((row, parse, attributions(row)))
    return found


def attributions(row: dict[str, Any]) -> list[Attribution]:
    """Gold statements as the reader's drafts."""
    return [
        Attribution(
            source=tuple(s["source"]["span"]) if s["source"].get("span") else None,
            cue=[(a, b) for a, b in s["cue"]],
            content=[(a, b) for a, b in s["content"]],
            mode=s["mode"],
        )
        for s in row.get("statements", ())
    ]


def gold_of(row: dict[str, Any]) -> dict[tuple[int, int], str]:
    """Gold mentions and the entity of each."""
    if "statements" in row:
        return {(a, b): e["name"] for e in row["entities"] for a, b in e["mentions"]}
    return {(e["start"], e["end"]): e["cluster"] for e in row["entities"]}


def cases(document: Document) -> list[Case]:
    """The choices that the reader meets in an article."""
    row, parse, drafts = document
    gold = gold_of(row)
    heads: dict[int, str] = {}
    for (a, b), entity in sorted(gold.items(), key=lambda item: item[0][0] - item[0][1]):
        tokens = parse.tokens((a, b))
        if len(tokens):
            heads[parse.head_of(tokens[0], tokens[-1])] = entity
    met: list[Case] = []
    inner = voices.resolve

    def spy(parse: Parse, pronoun: Any, recent: Any, figures: Any, scene: Any, at: Any) -> int | None:
        wanted = gold.get(parse.span(pronoun.head, pronoun.head))
        if wanted is not None and not pronouns.pleonastic(parse, pronoun.head):
            rows = pronouns.candidates(parse, pronoun, recent, figures, scene, at)
            right = 0
            for number, (place, _) in enumerate(rows, 1):
                of = [heads[m.head] for m in figures[place].mentions[-6:] if m.head in heads]
                if of and of.count(wanted) * 2 >= len(of):
                    right = number
                    break
            weight = (SOURCE if pronoun.head in scene.saying else 1.0) * (1.0 if right else NOBODY)
            met.append((right, [{f"nobody:{pronoun.lemma}": 1.0}, *(signs for _, signs in rows)], weight))
        return inner(parse, pronoun, recent, figures, scene, at)

    voices.resolve = spy
    try:
        voices.cast(parse, Article(id="", text=row["text"], outlet=row.get("outlet")), drafts)
    finally:
        voices.resolve = inner
    return met


def fit(met: list[Case], start: dict[str, float]) -> dict[str, float]:
    """Softmax regression over candidates, by gradient descent from ``start``."""
    weight = defaultdict(float, start)
    for step in range(STEPS):
        slope: dict[str, float] = defaultdict(float)
        for right, rows, share in met:
            totals = [sum(weight[s] * v for s, v in signs.items()) for signs in rows]
            top = max(totals)
            mass = [math.exp(t - top) for t in totals]
            whole = sum(mass)
            for number, signs in enumerate(rows):
                error = share * (mass[number] / whole - (number == right))
                for sign, value in signs.items():
                    slope[sign] += error * value
        rate = RATE / (1 + step / 100)
        for sign in sorted(slope):
            weight[sign] -= rate * (slope[sign] / len(met) + PENALTY * weight[sign])
    return dict(weight)


def use(weight: dict[str, float]) -> None:
    """Let the reader rank with these weights."""
    pronouns.weights = lambda: weight


def train(train_on: list[Document], say: Callable[[str], None]) -> dict[str, float]:
    """Weights after ``ROUNDS`` readings."""
    weight: dict[str, float] = {"sentence": -0.7, "mention": -0.3, "subject": 0.7, "matrix": 1.0, "named": 0.3, "often": 0.3}
    for number in range(ROUNDS):
        use(weight)
        met = [case for document in train_on for case in cases(document)]
        weight = fit(met, weight)
        say(f"round {number + 1}: {len(met)} pronouns, {accuracy(met, weight):.3f} right in training")
    return weight


def accuracy(met: list[Case], weight: dict[str, float]) -> float:
    """Share of the choices that come out right."""
    right = 0
    for wanted, rows, _ in met:
        totals = [sum(weight.get(s, 0.0) * v for s, v in signs.items()) for signs in rows]
        right += totals.index(max(totals)) == wanted
    return right / max(1, len(met))


def reason(sign: str) -> str:
    """One line on what a sign says."""
    if sign.startswith("nobody:"):
        return f"nobody is meant by *{sign[7:]}*, or nobody that the article names"
    if sign in REASONS:
        return REASONS[sign]
    pronoun, *number, kind = sign.split(":")
    return f"*{pronoun}* for {'one ' if number else ''}{kind}"


def main() -> None:
    """Read the data, train, write the table or print the folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    every = documents(options.data)
    if options.folds:
        right = total = 0.0
        for fold in range(options.folds):
            weight = train([d for i, d in enumerate(every) if i % options.folds != fold], lambda _: None)
            use(weight)
            met = [case for i, d in enumerate(every) if i % options.folds == fold for case in cases(d)]
            right += accuracy(met, weight) * len(met)
            total += len(met)
        print(f"{right / total:.3f} of {int(total)} pronouns right, on articles that were not trained on")
        return
    weight = train(every, print)
    with TARGET.open("w", encoding="utf-8", newline="\n") as out:
        out.write("sign\tweight\treason\n")
        for sign in sorted(weight):
            out.write(f"{sign}\t{weight[sign]:.3f}\t{reason(sign)}\n")


if __name__ == "__main__":
    main()
