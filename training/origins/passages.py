"""Try a network that reads two passages at once: are they the word of one source, or of two?

``python -m training.origins.passages`` trains it and prints how well it tells on what it has not seen; three quarters of an hour
on two cores. Nothing of it is shipped: on stories it is worth something, in news next to nothing (``README.md`` here has the
figures). It learns from the stories for developing, from the judged claims of real news, and from ``pairs.jsonl``: pairs of
passages that we wrote, with double brackets around what carries the claim, ``one`` (1: one origin, 0: two, -1: untold) and
``none`` (which of them gives no source).
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

from allegedly.reading.network.marks import tokenizer
from benchmarks.shared import data, rows
from benchmarks.weigh_copies import article
from benchmarks.weigh_news import FILES, judged
from benchmarks.weigh_origins import Story, article_of, stories
from training.claims.encoder import base

PAIRS = Path(__file__).parent / "pairs.jsonl"
LAYERS, ROUNDS, RATE, BATCH = 4, 6, 2e-4, 32
EACH = 10
"""Pairs of one claim that are learnt from in a round."""
PIECES, OUTLET = 60, 8
"""Word pieces of a passage, and of its outlet's name among them."""
AROUND = 330
"""Characters of the sentences that are read."""
WEIGHTS = (1.0, 0.35, 0.35)
"""Of what is learnt: whether two are one, and whether the first and the second have a source at all."""
_ENDS = re.compile(r"(?<=[.!?”\"’'])\s+(?=[“\"‘'A-Z0-9])|\n+")
_CLS, _SEP, _BAR = (tokenizer().token_to_id(mark) for mark in ("[CLS]", "[SEP]", "|"))


@dataclass(frozen=True, slots=True)
class Passage:
    """Where an article carries a claim."""

    outlet: str
    text: str
    start: int
    end: int

    def part(self, chance: random.Random) -> Passage:
        """A part of what carries the claim, half of the time: what a reader finds is seldom the whole sentence."""
        words = [m.span() for m in re.finditer(r"\S+", self.text[self.start : self.end])]
        if len(words) < 6 or chance.random() < 0.5:
            return self
        many = chance.randint(max(3, len(words) // 3), len(words))
        first = chance.randint(0, len(words) - many)
        return replace(self, start=self.start + words[first][0], end=self.start + words[first + many - 1][1])

    def pieces(self) -> list[int]:
        """The outlet, and the sentences around the claim's words, with bars around these."""
        low, high = self._around()
        spans = ((low, self.start), (self.start, self.end), (self.end, high))
        before, inside, after = (_pieces(self.text[a:b]) for a, b in spans)
        outlet = _pieces(self.outlet or "unknown")[:OUTLET]
        room = PIECES - len(outlet) - 3
        inside = inside[:room]
        left = room - len(inside)
        after = after[: max(left // 2, left - len(before))]
        before = before[max(0, len(before) - (left - len(after))) :]
        return [*outlet, _BAR, *before, _BAR, *inside, _BAR, *after]

    def _around(self) -> tuple[int, int]:
        ends = [0, *(m.end() for m in _ENDS.finditer(self.text)), len(self.text)]
        first = max(i for i, at in enumerate(ends[:-1]) if at <= self.start)
        last = min(i for i, at in enumerate(ends) if i and at >= self.end)
        grown = True
        while grown:
            grown = False
            if first and ends[last] - ends[first - 1] <= AROUND:
                first, grown = first - 1, True
            if last + 1 < len(ends) and ends[last + 1] - ends[first] <= AROUND:
                last, grown = last + 1, True
        return ends[first], ends[last]


@dataclass(frozen=True, slots=True)
class Example:
    """Two passages that carry one claim; ``claim`` tells which."""

    a: Passage
    b: Passage
    one: bool | None
    """Null where one of them has no source."""
    bare: tuple[bool, bool]
    claim: str


def _pieces(text: str) -> list[int]:
    found: list[int] = tokenizer().encode(text, add_special_tokens=False).ids
    return found


def _all_pairs(carried: Iterable[tuple[Passage, frozenset[str]]], claim: str) -> Iterator[Example]:
    """All pairs of passages, by the origins that each has."""
    for (a, its), (b, others) in combinations(carried, 2):
        yield Example(a, b, bool(its & others) if its and others else None, (not its, not others), claim)


def of_stories(every: list[Story]) -> Iterator[Example]:
    """Any two places of a story that carry one claim."""
    for story in every:
        texts = {given["id"]: (given["outlet"], article_of(given).text) for given in story["articles"]}
        for claim in story["claims"]:
            found: dict[Passage, frozenset[str]] = {}
            for told in claim["statements"]:
                outlet, text = texts[told["article"]]
                at = text.index(told["quote"])
                place = Passage(outlet, text, at, at + len(told["quote"]))
                found[place] = found.get(place, frozenset()) | {origin for origin in [told["origin"]] if origin}
            yield from _all_pairs(found.items(), f"{story['id']} {claim['id']}")


def of_news(*parts: str) -> Iterator[Example]:
    """Any two statements of a judged claim of real news."""
    claims = [claim for part in parts for claim in judged(part)]
    wanted = {told["article"] for claim in claims for told in claim["statements"]}
    every = (row for name in FILES for row in rows(data(f"bulk/{name}.jsonl.gz")) if row["id"] in wanted)
    texts = {row["id"]: article(row, row["id"]) for row in every}
    for claim in claims:
        carried = []
        for number, told in enumerate(claim["statements"], 1):
            own = texts[told["article"]]
            origins = frozenset(str(i) for i, origin in enumerate(claim["origins"]) if number in origin["statements"])
            carried.append((Passage(own.outlet or "", own.text, told["start"], told["end"]), origins))
        yield from _all_pairs(carried, f"{claim['part']} {claim['id']}")


def written() -> Iterator[Example]:
    """The pairs that we wrote."""
    for number, pair in enumerate(rows(PAIRS)):
        both = []
        for side in "ab":
            before, rest = pair[side]["text"].split("[[")
            inside, after = rest.split("]]")
            both.append(Passage(pair[side]["outlet"], before + inside + after, len(before), len(before) + len(inside)))
        one = None if pair["one"] < 0 else bool(pair["one"])
        yield Example(both[0], both[1], one, ("a" in pair.get("none", ""), "b" in pair.get("none", "")), f"written {number}")


class Reader(nn.Module):
    """The first layers of MiniLM over both passages, and three odds: are they one, has the first, has the second no source."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import BertModel

        self.bert = BertModel.from_pretrained(base(), num_hidden_layers=LAYERS, add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.odds = nn.Linear(self.bert.config.hidden_size, len(WEIGHTS))

    def forward(self, pairs: list[tuple[list[int], list[int]]]) -> Tensor:
        """Odds of each pair: (pairs, 3)."""
        rows_ = [([_CLS, *a, _SEP, *b, _SEP], [0] * (len(a) + 2) + [1] * (len(b) + 1)) for a, b in pairs]
        longest = max(len(ids) for ids, _ in rows_)
        ids, types, mask = (torch.zeros(len(rows_), longest, dtype=torch.long) for _ in range(3))
        for i, (own, sort) in enumerate(rows_):
            ids[i, : len(own)], types[i, : len(own)], mask[i, : len(own)] = torch.tensor(own), torch.tensor(sort), 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
            found: Tensor = self.odds(vectors[:, 0])
        return found.float()


def train(examples: list[Example], rounds: int) -> Reader:
    """Train on these; progress is printed."""
    chance = random.Random(1)
    torch.manual_seed(1)
    net = Reader()
    by_claim: dict[str, list[Example]] = {}
    for example in examples:
        by_claim.setdefault(example.claim, []).append(example)
    learnt = [weight for weight in net.parameters() if weight.requires_grad]
    best = torch.optim.AdamW(learnt, lr=RATE)
    steps = rounds * math.ceil(sum(min(EACH, len(own)) for own in by_claim.values()) / BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(best, lambda step: min(1.0, 20 * (step + 1) / steps, 1.01 - step / steps))
    for turn in range(rounds):
        net.train()
        chosen = [one for own in by_claim.values() for one in chance.sample(own, min(EACH, len(own)))]
        chance.shuffle(chosen)
        total = 0.0
        for at in range(0, len(chosen), BATCH):
            loss = _loss(net, chosen[at : at + BATCH], chance)
            best.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(learnt, 1.0)
            best.step()
            rate.step()
            total += loss.item()
        print(f"round {turn + 1} of {rounds}: loss {total * BATCH / len(chosen):.3f}", flush=True)
    return net


def _loss(net: Reader, batch: list[Example], chance: random.Random) -> Tensor:
    pairs, answers = [], []
    for example in batch:
        a, b, (bare, other) = example.a, example.b, example.bare
        if chance.random() < 0.5:
            a, b, bare, other = b, a, other, bare
        pairs.append((a.part(chance).pieces(), b.part(chance).pieces()))
        answers.append([-1.0 if example.one is None else float(example.one), float(bare), float(other)])
    true = torch.tensor(answers)
    each = nn.functional.binary_cross_entropy_with_logits(net(pairs), true.clamp(min=0), reduction="none")
    return (each * (true >= 0) * torch.tensor(WEIGHTS)).sum() / len(batch)


def odds(net: Reader, examples: list[Example]) -> list[float]:
    """The odds that each two are one, on the average of both orders."""
    net.eval()
    found: list[float] = []
    with torch.no_grad():
        for at in range(0, len(examples), BATCH):
            both = [(one.a.pieces(), one.b.pieces()) for one in examples[at : at + BATCH]]
            found += ((net(both) + net([(b, a) for a, b in both]))[:, 0] / 2).tolist()
    return found


def main(arguments: list[str] | None = None) -> None:
    """Train it, and print areas under the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often all is read (default {ROUNDS})")
    parser.add_argument("--stories", type=int, help="learn from so many stories alone, to try the way through")
    options = parser.parse_args(arguments)
    examples = [*of_stories(stories("dev")[: options.stories])]
    if options.stories is None:
        examples += [*of_news("several", "dev"), *written()]
    print(f"{len(examples):,} pairs")
    net = train(examples, options.rounds)
    for name, held in (("fresh stories", of_stories(stories("fresh"))), ("rumours of web news", of_news("rumours"))):
        told = [one for one in held if one.one is not None]
        area = roc_auc_score([one.one for one in told], odds(net, told))
        print(f"{name}: {len(told):,} pairs, {sum(bool(one.one) for one in told):,} are one; area under the curve {area:.3f}")


if __name__ == "__main__":
    main()
