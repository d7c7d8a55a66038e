"""Claims: the right one found among many, and event statements gathered: ``python -m benchmarks.weigh_claims``.

Retrieval: CheckThat! 2020, the verified claim that a post repeats among 10,375. Clusters: ECB+, with the topic given; two
sentences are the same proposition where their main events are marked as one. The trees that judge pairs are fitted anew for
each part, to the topics of the others; every pair is put before the encoder, which in a ledger only those are that their words
leave open.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.weighing.claims.gathering import group
from allegedly.weighing.claims.matching import held
from allegedly.weighing.claims.retrieval import Known
from benchmarks.events import Events, load
from benchmarks.shared import data, rows, score, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
    """How likely each pair says the same, by trees that have seen nothing of its topic."""
    from training.claims.trees import trees

    topics = sorted(set(seen.topics.tolist()))
    sure = np.zeros(len(seen.same))
    for part in range(PARTS):
        test = np.isin(seen.topics, topics[part::PARTS])
        sure[test] = trees().fit(seen.rows[~test], seen.same[~test]).predict_proba(seen.rows[test])[:, 1]
    return held(seen.rows, sure)


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


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    argparse.ArgumentParser(description="Claims: retrieval and clusters.").parse_args(arguments)
    print(table(["", "MAP@1", "MAP@5", "MRR", "recall@10", "n"], [retrieval()]))
    print()
    seen = load()
    sure = likelihood(seen)
    lines = [clustered("sentences", seen, sure, main=True), clustered("all events", seen, sure, main=False)]
    print(table(["ECB+", "B³ P", "B³ R", "B³ F1", "pairs P", "pairs R", "CoNLL", "n"], lines))


if __name__ == "__main__":
    main()
