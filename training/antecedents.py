"""Train the rankers that find whom a pronoun means and what a noun phrase takes up again.

    python -m training.antecedents ../shared/data/dev/{gum_coref_attrib,meantime,voices_gold,ecbplus_train_dev}.jsonl.gz

writes ``reading/vocabulary/antecedents.tsv`` and ``descriptions.tsv``. ``benchmarks.voices`` trains in the same way without each
quarter of the articles in turn, and prints what is then reached on that quarter.

Data: GUM (annotations CC BY 4.0), MEANTIME (CC BY 4.0), our own annotated articles and ECB+ (annotations CC BY 3.0), each with
coreference clusters; all but the first mark only some mentions, and what they do not mark teaches nothing. ECB+ marks a few
sentences of an article: it teaches pronouns alone, and those only that mean somebody marked. For every third-person pronoun and
every noun phrase the candidates are taken as the reader meets them, each with its signs; right are those whose mentions belong
to the gold entity, or *nobody* where none does. Where several are right for *it* or *they*, the named ones alone are: whoever
asks what is meant wants the name. A softmax over the candidates is fitted with an L2 penalty by gradient descent (Adam), and
the articles are read again with the new weights, a few times over.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from allegedly.model import Article
from allegedly.reading import ranking
from allegedly.reading.coreference import phrases
from allegedly.reading.mentions import Mention
from allegedly.reading.parse import Parse
from allegedly.reading.pipeline import load, parse_text
from allegedly.reading.ranking import Choice
from allegedly.reading.reader import find_relations
from allegedly.reading.relation import Attribution
from allegedly.reading.stage import Stage

Row = dict[str, Any]
Document = tuple[Row, Parse, list[Attribution]]
Weights = dict[str, dict[str, float]]
Case = tuple[frozenset[int], list[Choice], float]
"""Which of the choices are right (their places in the list), the choices, and how much the case weighs."""

VOCABULARY = Path(ranking.__file__).parent / "vocabulary"
TABLES = {"antecedents": 0.002, "descriptions": 0.0004}
"""The tables, and the L2 penalty of each."""
ROUNDS, STEPS, RATE = 3, 400, 0.05
START: Weights = {
    "antecedents": {"sentence": -0.7, "mention": -0.3, "subject": 0.7, "matrix": 1.0, "gender": 0.5, "nobody": -1.0},
    "descriptions": {"rule": 3.0, "apposed": 3.0, "equal": 2.0, "new": 1.0},
}
"""Weights for the first reading."""
PARTAKERS = ("ENTITY_MENTION", "HUMAN_PART", "NON_HUMAN_PART", "LOC_")
"""How the tags of mentions begin that are no happenings and no times (MEANTIME; ECB+)."""
THIRD = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves".split())
NOBODY, SOURCE = 0.5, 2.0
"""Weight of a mention that means none of the candidates though somebody is meant, and of one that is a source."""
LEANING = {"antecedents": ("nobody", 1.0), "descriptions": ("new", 0.5)}
"""What is taken off the weight of *none of them*: a link too many costs less than one too few."""
LEAST = 0.02
"""Weights nearer to nothing than this are left out."""

REASONS = {
    "acts": "the pronoun does something, and it is",
    "adds": "the noun was used of it without words of its own, and has some now",
    "adverbial": "it was last mentioned as an adverbial (*all her life*)",
    "agrees": "the noun's words have all been used of it",
    "ahead": "it is the subject behind the pronoun's own phrase (*in her speech, Vera Holm said*)",
    "another": "a word says that it is another one",
    "apposed": "they stand in apposition",
    "assumed": "only a pronoun has told its gender, and it is this one's",
    "clause": "it is the subject of the possessive pronoun's own clause",
    "differs": "the noun has words that were not used of it",
    "drops": "the noun stands without the words that were used of it",
    "equal": "the same noun with the same words was used of it",
    "gender": "its gender is known",
    "genderless": "its gender is not known",
    "head": "the same noun was used of it",
    "headline": "it was last mentioned in the first sentence",
    "it": "*it* for one",
    "joined": "it was last mentioned behind *and*",
    "last": "how it was last mentioned",
    "leans": "its first name, by itself, is of the pronoun's gender",
    "leans_away": "its first name, by itself, is of the other gender",
    "main_subject": "it is the subject of a main clause where it was last mentioned",
    "matrix": "it is the subject of the clause above the pronoun's",
    "mention": "for each other candidate that stands nearer",
    "modifier": "it was last mentioned as a modifier of another noun",
    "name": "the noun is a word of its name",
    "named": "it has a name",
    "names": "logarithm of how often it is named in the whole article",
    "near": "it was mentioned in this sentence or the one before",
    "nearest": "no other candidate stands nearer",
    "nested": "it was last mentioned inside another noun phrase",
    "new": "it brings somebody or something new",
    "nobody": "nobody is meant, or nobody that the article names",
    "noun": "it was last mentioned by a noun",
    "number": "one of them is plural",
    "object": "it was last mentioned as an object",
    "often": "logarithm of how often it was mentioned",
    "else": "the noun was not used of it",
    "owned_elsewhere": "it was somebody else's",
    "owner": "it is the same one's",
    "paragraph": "it was mentioned in the same paragraph",
    "period": "it is a stretch of time",
    "possessive": "it was last mentioned as a possessor",
    "predicate": "the noun is said of it (*Oster is a town*)",
    "prepositional": "it was last mentioned behind a preposition",
    "pronoun": "it was last mentioned by a pronoun",
    "quoted": "quotation marks stand between them",
    "rule": "the rules would take it",
    "same_pronoun": "it was last mentioned by the same pronoun",
    "same_relation": "both have the same grammatical relation",
    "same_role": "both are subjects, or neither is",
    "same_sentence": "it was mentioned in the same sentence",
    "sentence": "for the sentences between",
    "sentence_before": "it was mentioned in the sentence before",
    "shares": "a word of the noun's was used of it",
    "she": "*she* for one",
    "shell": "its noun stands for what a clause or *of* brings",
    "speaker": "it spoke last",
    "subject": "it is a subject where it was last mentioned",
    "theme": "logarithm of how often its noun stands in the whole article",
    "they": "*they* for several, or for one",
    "unquoted": "it was mentioned outside a quotation and the pronoun is inside",
}


def documents(paths: Sequence[str]) -> list[Document]:
    """Articles with their parses and the attributions that the reader finds."""
    nlp = load()
    found = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if not _teaches(row):
                    continue
                parse = parse_text(row["text"], nlp)
                found.append((row, parse, find_relations(_article(row), parse)))
    return found


def partial(row: Row) -> bool:
    """Whether only some sentences of the article are annotated (ECB+)."""
    return "gold_sents" in row


def _teaches(row: Row) -> bool:
    """Whether the article marks anything that is learned from it: of ECB+, a pronoun."""
    return not partial(row) or any(m["tag"].startswith(PARTAKERS) and m["text"].lower() in THIRD for m in row["mentions"])


def _article(row: Row) -> Article:
    return Article(id="", text=row["text"], outlet=row.get("outlet"))


def gold_of(row: Row) -> dict[tuple[int, int], str]:
    """Gold mentions and the entity of each."""
    if "statements" in row:
        return {(a, b): e["name"] for e in row["entities"] for a, b in e["mentions"]}
    if "mentions" in row:
        marked = [m for m in row["mentions"] if m["tag"].startswith(PARTAKERS) and m.get("cluster")]
        return {(m["start"], m["end"]): m["cluster"] for m in marked}
    return {(e["start"], e["end"]): e["cluster"] for e in row["entities"]}


class Lesson(Stage):
    """A stage that notes the choices it meets, with what is right."""

    def __init__(self, document: Document, tables: Mapping[str, Mapping[str, float]], *, teach: bool = True) -> None:
        row, parse, relations = document
        super().__init__(parse, _article(row), relations)
        self.tables = tables
        self.met: dict[str, list[Case]] = {table: [] for table in TABLES}
        self.whole = "statements" not in row and "mentions" not in row
        self.partial = partial(row)
        self.gold: dict[int, str] = {}
        if teach:
            for (a, b), entity in sorted(gold_of(row).items(), key=lambda item: item[0][0] - item[0][1]):
                tokens = parse.tokens((a, b))
                if len(tokens):
                    self.gold[parse.head_of(tokens[0], tokens[-1])] = entity

    def rank(self, mention: Mention, table: str, choices: Sequence[Choice]) -> int | None:
        """Note the choice, and make it as the reader does."""
        wanted = self.gold.get(mention.head)
        if wanted is not None or self.whole:
            right = frozenset(k for k, (place, _) in enumerate(choices) if place >= 0 and self._is(place, wanted))
            if table == "antecedents" and not mention.gender:
                right = frozenset(k for k in right if self.figures[choices[k][0]].names) or right
            if self.partial and (not right or table == "descriptions"):
                return super().rank(mention, table, choices)
            weight = 1.0 if right or table == "descriptions" or wanted is None else NOBODY
            weight *= SOURCE if mention.head in self.speaking else 1.0
            self.met[table].append((right or frozenset((0,)), list(choices), weight))
        return super().rank(mention, table, choices)

    def weights(self, table: str) -> Mapping[str, float]:
        """The weights in training."""
        return self.tables[table]

    def _is(self, place: int, wanted: str | None) -> bool:
        """Whether the figure is the entity: most of its names are, or where none is marked, most of its last mentions."""
        if wanted is None:
            return False
        names = [self.gold[m.head] for m in self.figures[place].names if m.head in self.gold]
        if names:
            return names.count(wanted) * 2 >= len(names)
        last = self.known.last.get(place)
        before = [m for m in self.figures[place].mentions if last is None or m.first <= last.first][-6:]
        of = [self.gold[m.head] for m in before if m.head in self.gold]
        return bool(of) and of.count(wanted) * 2 >= len(of)


def lessons(document: Document, tables: Weights) -> dict[str, list[Case]]:
    """The choices that the reader meets in an article."""
    lesson = Lesson(document, tables)
    lesson.run()
    return lesson.met


def fit(met: list[Case], penalty: float) -> dict[str, float]:
    """Softmax regression over candidates by Adam; where several are right, their sum counts (Durrett and Klein 2013)."""
    counts = Counter(sign for _, choices, _ in met for _, signs in choices for sign in signs)
    names = sorted(sign for sign, n in counts.items() if n >= 4)
    index = {sign: i for i, sign in enumerate(names)}
    rows, columns, values, case_of, right = [], [], [], [], []
    row = 0
    for number, (good, choices, _) in enumerate(met):
        for k, (_, signs) in enumerate(choices):
            for sign, value in signs.items():
                if sign in index:
                    rows.append(row)
                    columns.append(index[sign])
                    values.append(value)
            case_of.append(number)
            right.append(k in good)
            row += 1
    r, c, v = np.array(rows), np.array(columns), np.array(values)
    case, good_rows = np.array(case_of), np.array(right)
    share = np.array([w for _, _, w in met])
    total = share.sum()
    weight = np.zeros(len(names))
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = np.bincount(r, weights=weight[c] * v, minlength=row)
        top = np.full(len(met), -np.inf)
        np.maximum.at(top, case, scores)
        mass = np.exp(scores - top[case])
        part = mass / np.bincount(case, weights=mass)[case]
        wanted = np.where(good_rows, mass, 0.0)
        goal = wanted / np.bincount(case, weights=wanted)[case]
        error = (part - goal) * share[case]
        slope = np.bincount(c, weights=error[r] * v, minlength=len(names)) / total + penalty * weight
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = RATE * min(1.0, 3 * (1 - step / STEPS))
        weight -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {sign: float(w) for sign, w in zip(names, weight, strict=True) if abs(w) >= LEAST}


def accuracy(met: list[Case], weight: Mapping[str, float]) -> float:
    """Share of the choices that come out right."""
    right = 0
    for good, choices, _ in met:
        places = [(k, signs) for k, (_, signs) in enumerate(choices)]
        right += (ranking.choose(places, weight) or 0) in good
    return right / max(1, len(met))


def train(train_on: Sequence[Document], *, aloud: bool = True) -> Weights:
    """Weights after ``ROUNDS`` readings, the first with a guess."""
    tables: Weights = START
    for number in range(ROUNDS):
        met: dict[str, list[Case]] = {table: [] for table in TABLES}
        for document in train_on:
            for table, cases in lessons(document, tables).items():
                met[table].extend(cases)
        tables = {table: fit(met[table], penalty) for table, penalty in TABLES.items()}
        if aloud:
            told = ", ".join(f"{t}: {accuracy(met[t], tables[t]):.3f} of {len(met[t])} right in training" for t in TABLES)
            print(f"round {number + 1}: {told}", flush=True)
    for table, (sign, less) in LEANING.items():
        tables[table][sign] = tables[table].get(sign, 0.0) - less
    return tables


def folded(every: Sequence[Document], folds: int) -> list[tuple[Document, Weights]]:
    """Each article with weights from articles among which it was not."""
    found: list[tuple[Document, Weights]] = []
    for fold in range(folds):
        tables = train([d for i, d in enumerate(every) if i % folds != fold], aloud=False)
        found += [(d, tables) for i, d in enumerate(every) if i % folds == fold]
    return found


@contextmanager
def using(tables: Weights) -> Iterator[None]:
    """Let the reader rank with these weights."""
    shipped = ranking.weights
    ranking.weights = tables.__getitem__  # type: ignore[assignment]
    try:
        yield
    finally:
        ranking.weights = shipped


def clusters(document: Document, tables: Weights) -> list[tuple[tuple[int, int], ...]]:
    """What the reader with these weights takes for one, in an article."""
    lesson = Lesson(document, tables, teach=False)
    lesson.run()
    return phrases(document[1], lesson.figures)


def reason(sign: str) -> str:
    """One line on what a sign says."""
    kind, _, of = sign.partition(":")
    if kind not in REASONS:
        return f"a noun for a {kind} is used of a {of}"
    return f"{REASONS[kind]}: {of.replace(':', ', ')}" if of else REASONS[kind]


def write(tables: Weights) -> None:
    """Write the tables of the package."""
    for table, weights in tables.items():
        with (VOCABULARY / f"{table}.tsv").open("w", encoding="utf-8", newline="\n") as out:
            out.write("sign\tweight\treason\n")
            for sign in sorted(weights):
                out.write(f"{sign}\t{weights[sign]:.3f}\t{reason(sign)}\n")


def main() -> None:
    """Read the data, train, write the tables."""
    write(train(documents(sys.argv[1:])))


if __name__ == "__main__":
    main()
