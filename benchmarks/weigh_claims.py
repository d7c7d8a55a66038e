"""Claims: the right one found among many, and event statements gathered: ``python -m benchmarks.weigh_claims``.

Retrieval: CheckThat! 2020, the verified claim that a post repeats among 10,375. Clusters: ECB+, with the topic given; two
sentences are the same proposition where their main events are marked as one. The trees that judge pairs are fitted anew for
each part, to the topics of the others; every pair is put before the encoder, which in a ledger only those are that their words
leave open.

Retellings: our stories that are no test, in one ledger, as weighing gathers them, and pairs of news that were judged; the trees
that judge statements of two articles have not seen the story, or a pair of these articles. Nothing at all was fitted or tuned to
the pairs that are held back.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.weighing.claims.clusters import LEAST
from allegedly.weighing.claims.gathering import FAINT, compare, group, set_apart
from allegedly.weighing.claims.matching import MATCHED, columns, held
from allegedly.weighing.claims.retrieval import Known
from allegedly.weighing.claims.words import words
from benchmarks import retellings as told
from benchmarks.events import Events, load
from benchmarks.shared import data, rows, score, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.retellings import Marked

PARTS = 6


def retrieval() -> list[object]:
    """The figures of CheckThat! 2020."""
    claims = list(rows(data("dev/claimmatch_checkthat20_claims.jsonl.gz")))
    queries = list(rows(data("dev/claimmatch_checkthat20_queries.jsonl.gz")))
    known = Known([[row["claim"], row["title"]] for row in claims])
    found = [{"id": row["id"], "ranked": [claims[claim]["id"] for claim, _ in known.nearest(row["text"], 10)]} for row in queries]
    made = score("claims.py", data("dev/claimmatch_checkthat20_queries.jsonl.gz"), found)
    return ["CheckThat! 2020", made["map@1"], made["map@5"], made["mrr"], made["recall@10"], made["queries"]]


def likelihood(seen: Events) -> NDArray[np.float64]:
    """How likely each pair says the same, by trees that have seen nothing of its topic; namesakes do not, as in a ledger."""
    from training.claims.trees import trees

    topics = sorted(set(seen.topics.tolist()))
    sure = np.zeros(len(seen.same))
    for part in range(PARTS):
        test = np.isin(seen.topics, topics[part::PARTS])
        rows_ = seen.rows[:, columns(MATCHED)]
        sure[test] = trees().fit(rows_[~test], seen.same[~test]).predict_proba(rows_[test])[:, 1]
    sure = held(seen.rows, sure)
    for i in np.nonzero(sure >= FAINT)[0].tolist():
        a, b = (seen.events[event].put.text for event in seen.pairs[i].tolist())
        if set_apart(a, b):
            sure[i] = 0
    return sure


def clustered(name: str, seen: Events, sure: NDArray[np.float64], *, main: bool) -> list[object]:
    """The figures of ECB+: of the main events of sentences, or of all events."""
    used = seen.main if main else np.ones(len(sure), np.bool_)
    found = group(len(seen.events), seen.pairs[used], sure[used])
    cluster = {i: number for number, members in enumerate(found.groups) for i in members}
    items = [(i, event) for i, event in enumerate(seen.events) if event.main or not main]
    gold = [{"id": event.name, "cluster": event.cluster} for _, event in items]
    predicted: list[dict[str, Any]] = [{"id": event.name, "cluster": str(cluster.get(i, event.name))} for i, event in items]
    made = score("claims.py", gold, predicted)
    b, pairs = made["bcubed"], made["pairwise"]
    return [name, b["p"], b["r"], b["f1"], pairs["p"], pairs["r"], made["conll"], made["items"]]


def retellings() -> tuple[list[list[object]], list[list[object]], list[list[object]]]:
    """The figures of the stories; of pairs of news, by the least likelihood; and how many of them are the same by how likely."""
    from training.claims import retelling

    stories, news, held_back = told.load(), told.judged(), told.judged("judged_held.tsv")
    pairs_told = retelling.told(stories)
    # Topics in an order that has nothing to do with their articles' numbers.
    of_news = np.random.default_rng(0).permutation(int(news.topic.max()) + 1)[news.topic] % PARTS
    story, part = stories.story[stories.paired.pairs[:, 0]] % PARTS, pairs_told.story % PARTS
    judged = np.zeros(len(news.same))
    pairs, likely_ = [], []
    for number in range(PARTS):
        rest = retelling.Told(*(one[part != number] for one in pairs_told))
        judges = retelling.fitted(rest, news.some(of_news != number)).judges()
        judged[of_news == number] = judges.last(news.rows[of_news == number])
        own = story == number
        found, sure = compare(stories.paired.puts, stories.paired.pairs[own], stories.paired.told[own], judges=judges)
        pairs.append(found)
        likely_.append(sure)
    groups = group(len(stories.which), np.concatenate(pairs), np.concatenate(likely_)).groups
    lines = [["stories", *_joined(stories.marked, {i: number for number, members in enumerate(groups) for i in members})]]
    last = retelling.fitted(pairs_told, news).judges().last(held_back.rows)
    of_pairs, reliable = [], []
    for name, sure, same in (("others", judged, news.same), ("held back", last, held_back.same)):
        of_pairs += [[name, least, *_taken(sure >= least, same)] for least in (0.5, LEAST, 0.7, 0.8)]
        for low in (0.0, 0.2, 0.4, 0.6, 0.8):
            own = (sure >= low) & (sure < low + 0.2 + (low == 0.8))
            reliable.append(
                [name, f"{low:.1f} to {low + 0.2:.1f}", int(own.sum()), float(sure[own].mean()), float(same[own].mean())]
            )
    return lines, of_pairs, reliable


def _taken(taken: NDArray[np.bool_], same: NDArray[np.bool_]) -> list[object]:
    """How many are taken for the same, how many of these are, and of those that are how many are taken."""
    return [int(taken.sum()), float(same[taken].mean()), float(taken[same].mean())]


def _joined(marked: list[Marked], cluster: dict[int, int]) -> list[object]:
    """Precision, recall: of all pairs, of those in like words and in others, and of a statement for and one against; B³ F1."""
    right, wrong = 0, 0
    kinds: dict[str, list[bool]] = {"all": [], "like": [], "other": [], "sides": []}
    for one, two in combinations(marked, 2):
        if one.story != two.story or one.article == two.article or one.statement == two.statement:
            continue
        together = one.place is not None and two.place is not None and cluster.get(one.place, -1) == cluster.get(two.place, -2)
        same = one.claim == two.claim
        right, wrong = right + (together and same), wrong + (together and not same)
        if same:
            own, theirs = set(words(one.words).stems), set(words(two.words).stems)
            like = 2 * len(own & theirs) >= min(len(own), len(theirs))
            for kind in ("all", "like" if like else "other", *(["sides"] if one.side != two.side else [])):
                kinds[kind].append(together)
    gold = [{"id": str(i), "cluster": f"{one.story} {one.claim}"} for i, one in enumerate(marked)]
    found = [
        {"id": str(i), "cluster": f"c{cluster[one.place]}" if one.place in cluster else f"s{i}"} for i, one in enumerate(marked)
    ]
    made = score("claims.py", gold, found)["bcubed"]
    recalls = [sum(kinds[kind]) / len(kinds[kind]) for kind in ("all", "like", "other", "sides")]
    return [right / (right + wrong), *recalls, made["p"], made["r"], made["f1"], len(kinds["all"])]


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    argparse.ArgumentParser(description="Claims: retrieval, clusters, retellings.").parse_args(arguments)
    print(table(["", "MAP@1", "MAP@5", "MRR", "recall@10", "n"], [retrieval()]))
    print()
    seen = load()
    sure = likelihood(seen)
    lines = [clustered("sentences", seen, sure, main=True), clustered("all events", seen, sure, main=False)]
    print(table(["ECB+", "B³ P", "B³ R", "B³ F1", "pairs P", "pairs R", "CoNLL", "n"], lines))
    print()
    of_stories, of_news, reliable = retellings()
    head = ["stories", "pairs P", "pairs R", "in like words", "in others", "for and against", "B³ P", "B³ R", "B³ F1", "n"]
    print(table(head, of_stories))
    print()
    print(table(["pairs of news", "at least", "pairs", "P", "R"], of_news))
    print()
    print(table(["pairs of news", "likelihood", "pairs", "said", "the same"], reliable))


if __name__ == "__main__":
    main()
