"""Claims: the right one found among many, and event statements gathered: ``python -m benchmarks.weigh_claims``.

Retrieval: CheckThat! 2020, the verified claim that a post repeats among 10,375. Clusters: ECB+, with the topic given: two
sentences are the same proposition where their main events are marked as one. Sentences are compared, judged and grouped as
statements are in a ledger, all pairs of a topic being candidates: with the place told of the word that says what happens, and
without. Then the articles themselves, read and weighed in a ledger for each topic: in which claims the statements are that have
the main events.

Retellings: our stories that are no test, in one ledger, as weighing gathers them, and pairs of news that were judged.

The trees that judge have not seen the topic, the story, or a pair of the articles. Nothing at all was fitted or tuned to the
pairs that are held back.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from allegedly.weighing.claims.clusters import LEAST
from allegedly.weighing.claims.gathering import compare, group
from allegedly.weighing.claims.matching import Judges
from allegedly.weighing.claims.retrieval import Known
from allegedly.weighing.claims.words import words
from benchmarks import retellings as told
from benchmarks.event_ledgers import Readings, read, said
from benchmarks.events import Event, Events, load
from benchmarks.shared import data, rows, score, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.retellings import Marked


def retrieval() -> list[object]:
    """The figures of CheckThat! 2020."""
    claims = list(rows(data("dev/claimmatch_checkthat20_claims.jsonl.gz")))
    queries = list(rows(data("dev/claimmatch_checkthat20_queries.jsonl.gz")))
    known = Known([[row["claim"], row["title"]] for row in claims])
    found = [{"id": row["id"], "ranked": [claims[claim]["id"] for claim, _ in known.nearest(row["text"], 10)]} for row in queries]
    made = score("claims.py", data("dev/claimmatch_checkthat20_queries.jsonl.gz"), found)
    return ["CheckThat! 2020", made["map@1"], made["map@5"], made["mrr"], made["recall@10"], made["queries"]]


class Judged(NamedTuple):
    """Who judges each part of the data, having seen none of it; and who is shipped, having seen all."""

    stories: told.Retellings
    news: told.News
    readings: Readings
    """Of the articles of ECB+."""
    seen: Events
    of_pair: NDArray[np.int64]
    """The part of each pair of events."""
    of_story: NDArray[np.int64]
    of_news: NDArray[np.int64]
    parts: list[Judges]
    whole: Judges

    def of_topic(self, topic: int) -> Judges:
        """Who judges what is of this topic of ECB+."""
        return self.parts[int(self.of_pair[self.seen.topics == topic][0])]


def judged() -> Judged:
    """Fit the trees to all parts but one, for each, and to all."""
    from training.claims import coreferent, retelling

    stories, news, readings = told.load(), told.judged(), read()
    seen = load(readings)
    sentences, pairs = coreferent.Sentences(seen), retelling.told(stories)
    # Topics in an order that has nothing to do with their articles' numbers.
    of_news = np.random.default_rng(0).permutation(int(news.topic.max()) + 1)[news.topic] % coreferent.PARTS
    parts = []
    for number in range(coreferent.PARTS):
        rest = retelling.Told(*(one[pairs.story % coreferent.PARTS != number] for one in pairs))
        events = coreferent.fitted(seen, sentences.part != number)
        parts.append(retelling.fitted(rest, news.some(of_news != number), sentences.pairs(number)).judges(events))
    whole = retelling.fitted(pairs, news, sentences.pairs()).judges()
    return Judged(stories, news, readings, seen, sentences.part, stories.story % coreferent.PARTS, of_news, parts, whole)


def clusters(made: Judged) -> list[list[object]]:
    """The figures of ECB+: sentences as they are compared in a ledger, and whole articles in ledgers of their topic."""
    seen = made.seen
    main = [event for event in seen.events if event.main]
    part, pairs = made.of_pair[seen.main], seen.sentence_pairs()
    lines = []
    for name, given in (("sentences, their event told", True), ("sentences as they are", False)):
        puts = seen.sentences(given=given)
        articles = np.array([put.article for put in puts])
        found, sure = [], []
        for number, judges in enumerate(made.parts):
            own = pairs[part == number]
            some = compare(puts, own, articles[own[:, 0]] != articles[own[:, 1]], judges=judges)
            found.append(some[0])
            sure.append(some[1])
        groups = group(len(main), np.concatenate(found), np.concatenate(sure)).groups
        cluster = {main[i].name: str(number) for number, members in enumerate(groups) for i in members}
        lines.append(_clustered(name, main, cluster))
    lines.append(_clustered("articles, read, in a ledger", main, said(seen, made.readings, made.of_topic)))
    return lines


def _clustered(name: str, main: list[Event], cluster: dict[str, str]) -> list[object]:
    """B³ and pairs of main events; those in no cluster are each for themselves."""
    gold = [{"id": event.name, "cluster": event.cluster} for event in main]
    made = score("claims.py", gold, [{"id": event.name, "cluster": cluster.get(event.name, event.name)} for event in main])
    b, pairs = made["bcubed"], made["pairwise"]
    return [name, b["p"], b["r"], b["f1"], pairs["p"], pairs["r"], made["conll"], made["items"]]


def retellings(made: Judged) -> tuple[list[list[object]], list[list[object]], list[list[object]]]:
    """The figures of the stories; of pairs of news, by the least likelihood; and how many of them are the same by how likely."""
    stories, news, held_back = made.stories, made.news, told.judged("judged_held.tsv")
    sures = np.zeros(len(news.same))
    pairs, likely_ = [], []
    for number, judges in enumerate(made.parts):
        sures[made.of_news == number] = judges.last(news.rows[made.of_news == number])
        own = made.of_story[stories.paired.pairs[:, 0]] == number
        found, sure = compare(stories.paired.puts, stories.paired.pairs[own], stories.paired.told[own], judges=judges)
        pairs.append(found)
        likely_.append(sure)
    groups = group(len(stories.which), np.concatenate(pairs), np.concatenate(likely_)).groups
    lines = [["stories", *_joined(stories.marked, {i: number for number, members in enumerate(groups) for i in members})]]
    last = made.whole.last(held_back.rows)
    of_pairs, reliable = [], []
    for name, sure, same in (("others", sures, news.same), ("held back", last, held_back.same)):
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
    made = judged()
    print(table(["ECB+", "B³ P", "B³ R", "B³ F1", "pairs P", "pairs R", "CoNLL", "n"], clusters(made)))
    print()
    of_stories, of_news, reliable = retellings(made)
    head = ["stories", "pairs P", "pairs R", "in like words", "in others", "for and against", "B³ P", "B³ R", "B³ F1", "n"]
    print(table(head, of_stories))
    print()
    print(table(["pairs of news", "at least", "pairs", "P", "R"], of_news))
    print()
    print(table(["pairs of news", "likelihood", "pairs", "said", "the same"], reliable))


if __name__ == "__main__":
    main()
