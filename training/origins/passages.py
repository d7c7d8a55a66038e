"""Train the network that reads two passages at once: ``python -m training.origins.passages``.

It learns whether they are the word of one source, whether each gives a source, and whether one is from the other: from the
stories for developing and those written for it (``stories.jsonl``), from pairs of passages that we wrote (``pairs.jsonl``: double
brackets around what carries the claim, ``one`` 1, 0 or -1 for untold, ``none``: which of them gives no source), and from judged
claims of real news. First with passages as the stories quote them; then with passages as the reader finds them, with what rules
have for their sources, most of all those that rules leave apart: for these it is asked. No pair is read twice in the same words
(``varying.py``). A round of either takes some fifteen minutes on two cores, reading the stories besides; ``--from`` goes on from
weights that an earlier run has kept. Writes ``src/allegedly/weighing/data/passages.onnx``.

Needs torch, transformers, onnx and the weights of all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import torch
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

from allegedly.weighing.origins.ends import passage, source_told
from allegedly.weighing.origins.hearing import Carrying
from allegedly.weighing.origins.listening import carryings
from allegedly.weighing.origins.parts import FOR, Side
from allegedly.weighing.origins.passages import Passage, joined
from allegedly.weighing.origins.tree import Tracing
from benchmarks.shared import rows
from benchmarks.weigh_news import judged, texts
from benchmarks.weigh_origins import Story, article_of, read, stories
from training.claims.encoder import base
from training.claims.places import DATA
from training.origins.examples import onto, traced
from training.origins.varying import Varying, names_of
from training.words import quantized

HERE = Path(__file__).parent
PAIRS, STORIES, HELD = HERE / "pairs.jsonl", HERE / "stories.jsonl", HERE / "held.jsonl"
GRAPH = DATA / "passages.onnx"
LAYERS, BATCH = 4, 32
ROUNDS, RATES = (8, 4), (2e-4, 1.2e-4)
"""Of either stage."""
WEIGHTS = (1.0, 0.5, 0.5, 0.6, 0.6)
"""Of what is learnt, in the order of the runtime's ``Odds``."""
_ELSEWHERE = -1
"""The group of what rules follow to another article."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two passages that carry one claim; ``claim`` tells which."""

    a: Passage
    b: Passage
    answers: tuple[float, ...]
    """In the order of the runtime's ``Odds``; -1 where it is not known."""
    claim: str
    apart: bool = True
    """Whether rules leave it open that they are one."""

    def turned(self) -> Example:
        """The same, in the other order."""
        one, bare, other, cites, cited = self.answers
        return Example(self.b, self.a, (one, other, bare, cited, cites), self.claim, self.apart)


class Pool(NamedTuple):
    """Examples, and how many of them are learnt from in a round."""

    examples: list[Example]
    apart: int
    """Of one claim, pairs that rules leave apart, at most."""
    others: int = 0
    share: float = 1.0
    """The part of the claims."""


Carried = tuple[Passage, frozenset[str], str]
"""A passage, its origins, and the article's id."""


def _all_pairs(carried: Iterable[Carried], claim: str, onto: dict[str, set[str]] | None) -> Iterator[Example]:
    for (a, its, here), (b, others, there) in combinations(carried, 2):
        one = float(bool(its & others)) if its and others else -1.0
        ways = (-1.0, -1.0) if onto is None else (float(there in onto[here]), float(here in onto[there]))
        yield Example(a, b, (one, float(not its), float(not others), *ways), claim)


def of_stories(every: list[Story]) -> Iterator[Example]:
    """Any two places of a story that carry one claim."""
    for story in every:
        bodies = {given["id"]: (given["outlet"], article_of(given).text) for given in story["articles"]}
        for claim in story["claims"]:
            found: dict[tuple[Passage, str], frozenset[str]] = {}
            for told in claim["statements"]:
                outlet, text = bodies[told["article"]]
                at = text.index(told["quote"])
                place = Passage(outlet, text, at, at + len(told["quote"])), told["article"]
                found[place] = found.get(place, frozenset()) | {origin for origin in [told["origin"]] if origin}
            carried = [(passage, origins, row) for (passage, row), origins in found.items()]
            yield from _all_pairs(carried, f"{story['id']} {claim['id']}", {a: onto(claim["links"], a) for a in bodies})


def as_found(every: list[Story]) -> Iterator[Example]:
    """Any two statements of a story that carry one claim, with the sources that rules have for them."""
    for one in traced(every, read(every), Tracing):
        side, name = one.tracing.sides[FOR], f"{one.story['id']} {one.claim['id']}"
        every_ = carryings(one.tracing.reports, side, one.tracing.left, one.tracing.ends())
        number = one.tracing.one(())
        found = [(c.passage, c.row, c.node if c.node is None else number[c.node]) for c in every_]
        found += [(place, row, _ELSEWHERE) for place, row in _elsewhere(one.tracing, side, every_)]
        for (a, row, group), (b, other, its) in combinations(found, 2):
            its_own, others = (one.origins(r, x.start, x.end) for r, x in ((row, a), (other, b)))
            both = its_own - {None}, others - {None}
            ways = [-1.0, -1.0]
            if row != other:
                articles = one.articles[row], one.articles[other]
                ways = [float(y in onto(one.claim["links"], x)) for x, y in (articles, articles[::-1])]
            bare = [float(x == {None}) if x else -1.0 for x in (its_own, others)]
            answers = (float(bool(both[0] & both[1])) if all(both) else -1.0, *bare, *ways)
            yield Example(a, b, answers, name, _ELSEWHERE not in (group, its) and (group is None or group != its))


def _elsewhere(tracing: Tracing, side: Side, taken: Sequence[Carrying]) -> Iterator[tuple[Passage, int]]:
    """The statements that rules follow to other articles."""
    known = {carrying.end.node.statement for carrying in taken}
    for row in side.articles:
        report = tracing.reports[row]
        for statement in side.statements[row]:
            if statement not in known and statement in report.at:
                saying = report.sayings[report.at[statement]]
                yield passage(report, saying, source_told(saying)), row


def of_news(*parts: str) -> Iterator[Example]:
    """Any two statements of a judged claim of real news."""
    claims = [claim for name in parts for claim in judged(name)]
    own = texts({told["article"] for claim in claims for told in claim["statements"]})
    for claim in claims:
        carried = []
        for number, told in enumerate(claim["statements"], 1):
            article = own[told["article"]]
            origins = frozenset(str(i) for i, origin in enumerate(claim["origins"]) if number in origin["statements"])
            place = Passage(article.outlet or "", article.text, told["start"], told["end"])
            carried.append((place, origins, told["article"]))
        yield from _all_pairs(carried, f"{claim['part']} {claim['id']}", None)


def written() -> Iterator[Example]:
    """The pairs that we wrote."""
    for number, pair in enumerate(rows(PAIRS)):
        both = []
        for side in "ab":
            before, rest = pair[side]["text"].split("[[")
            inside, after = rest.split("]]")
            both.append(Passage(pair[side]["outlet"], before + inside + after, len(before), len(before) + len(inside)))
        none = pair.get("none", "")
        answers = (float(pair["one"]), float("a" in none), float("b" in none), -1.0, -1.0)
        yield Example(both[0], both[1], answers, f"written {number}")


class Network(nn.Module):
    """The first layers of MiniLM over both passages, and the odds of what is learnt."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import BertModel

        self.bert = BertModel.from_pretrained(base(), num_hidden_layers=LAYERS, add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.head = nn.Linear(self.bert.config.hidden_size, len(WEIGHTS))

    def forward(self, ids: Tensor, sorts: Tensor, mask: Tensor | None = None) -> Tensor:
        """Odds of each pair: (pairs, 5)."""
        vectors = self.bert(input_ids=ids, attention_mask=mask, token_type_ids=sorts).last_hidden_state
        found: Tensor = self.head(vectors[:, 0])
        return found


def odds(net: Network, pairs: list[tuple[list[int], list[int]]]) -> Tensor:
    """The network's odds of these pairs of word pieces, padded to the longest: (pairs, 5)."""
    lines = [joined(a, b) for a, b in pairs]
    longest = max(len(ids) for ids, _ in lines)
    ids, sorts, mask = (torch.zeros(len(lines), longest, dtype=torch.long) for _ in range(3))
    for i, (own, sort) in enumerate(lines):
        ids[i, : len(own)], sorts[i, : len(own)], mask[i, : len(own)] = torch.tensor(own), torch.tensor(sort), 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found: Tensor = net(ids, sorts, mask)
    return found.float()


def train(net: Network, pools: list[Pool], varying: Varying, rounds: int, rate: float) -> None:
    """Train on these; progress is printed."""
    chance = random.Random(1)
    torch.manual_seed(1)
    learnt = [weight for weight in net.parameters() if weight.requires_grad]
    best = torch.optim.AdamW(learnt, lr=rate)
    steps = rounds * len(_batches(pools, random.Random(0)))
    pace = torch.optim.lr_scheduler.LambdaLR(best, lambda step: min(1.0, 20 * (step + 1) / steps, 1.01 - step / steps))
    began = time.monotonic()
    for turn in range(rounds):
        net.train()
        net.bert.embeddings.eval()
        total = count = 0.0
        for batch in _batches(pools, chance):
            loss = _loss(net, batch, varying, chance)
            best.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(learnt, 1.0)
            best.step()
            pace.step()
            total, count = total + loss.item(), count + 1
            if count % 50 == 0:
                print(f"  {int(count)}: {total / count:.3f} ({time.monotonic() - began:.0f} s)", flush=True)
        print(f"round {turn + 1} of {rounds}: loss {total / count:.3f}", flush=True)


def _batches(pools: list[Pool], chance: random.Random) -> list[list[Example]]:
    """A round's batches, each of passages of like length."""
    chosen: list[Example] = []
    for pool in pools:
        by_claim: dict[str, tuple[list[Example], list[Example]]] = {}
        for one in pool.examples:
            by_claim.setdefault(one.claim, ([], []))[not one.apart].append(one)
        for name in chance.sample(sorted(by_claim), math.ceil(pool.share * len(by_claim))):
            for own, most in zip(by_claim[name], (pool.apart, pool.others), strict=True):
                chosen += chance.sample(own, min(most, len(own)))
    chance.shuffle(chosen)
    batches = []
    for at in range(0, len(chosen), BATCH * 16):
        block = sorted(chosen[at : at + BATCH * 16], key=lambda one: min(330, len(one.a.text)) + min(330, len(one.b.text)))
        batches += [block[i : i + BATCH] for i in range(0, len(block), BATCH)]
    chance.shuffle(batches)
    return batches


def _loss(net: Network, batch: list[Example], varying: Varying, chance: random.Random) -> Tensor:
    turned = [one.turned() if chance.random() < 0.5 else one for one in batch]
    pairs = [varying.pieces(one.a, one.b, chance) for one in turned]
    true = torch.tensor([one.answers for one in turned])
    each = nn.functional.binary_cross_entropy_with_logits(odds(net, pairs), true.clamp(min=0), reduction="none")
    return (each * (true >= 0) * torch.tensor(WEIGHTS)).sum() / len(batch)


def told(net: Network, examples: list[Example]) -> Tensor:
    """What it makes of these, on the average of both orders."""
    net.eval()
    found = []
    with torch.no_grad():
        for at in range(0, len(examples), BATCH):
            both = [(one.a.pieces(), one.b.pieces()) for one in examples[at : at + BATCH]]
            found.append((odds(net, both) + odds(net, [(b, a) for a, b in both])[:, [0, 2, 1, 4, 3]]) / 2)
    return torch.cat(found)


def area(net: Network, name: str, held: list[Example]) -> None:
    """Print how well it tells what it has not seen."""
    found = told(net, held)
    known = [i for i, one in enumerate(held) if one.apart and one.answers[0] >= 0]
    each = [(one.answers[1 + side], float(found[i, 1 + side])) for i, one in enumerate(held) for side in (0, 1)]
    bare = [(answer, odd) for answer, odd in each if answer >= 0]
    one = roc_auc_score([held[i].answers[0] for i in known], found[known, 0])
    print(f"{name}: {len(held):,} pairs; area under the curve: one or two, where rules leave it open, {one:.3f}", end="")
    print(f", with a source or none {roc_auc_score(*zip(*bare, strict=True)):.3f}", flush=True)


class _Whole(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, sorts: Tensor) -> Tensor:
        found: Tensor = self.net(ids, sorts)
        return found


def export(net: Network, to: Path = GRAPH) -> None:
    """Write the graph: 8-bit weights, one scale a channel, without the word vectors, which all networks share."""
    net.eval()
    whole = to.with_name("whole.onnx")
    example = torch.full((1, 30), 1000), torch.zeros(1, 30, dtype=torch.long)
    torch.onnx.export(
        _Whole(net), example, str(whole), opset_version=17, dynamo=False,
        input_names=["pieces", "sorts"], output_names=["odds"], dynamic_axes={"pieces": {1: "pieces"}, "sorts": {1: "pieces"}},
    )  # fmt: skip
    quantized(whole, to)
    print(f"passages: {to.stat().st_size / 1e6:.1f} MB written to {to.name}")


def main(arguments: list[str] | None = None) -> None:
    """Train it, print areas under the curve, and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="begin", type=Path, help="leave the first stage out, and begin with what it has kept")
    parser.add_argument("--keep", type=Path, help="keep the weights of the first stage there")
    parser.add_argument(
        "--stories", type=int, help="one round each with so many stories alone, to try the way through; writes no graph"
    )
    options = parser.parse_args(arguments)
    whole = options.stories is None
    net = Network()
    rounds, few = (ROUNDS, None) if whole else ((1, 1), options.stories)
    dev, own = stories("dev")[:few], list(rows(STORIES))[:few]
    varying = Varying(names_of(article["text"] for story in own for article in story["articles"]))
    apart = Pool([*written(), *of_news("rumours")] if whole else [], apart=10, share=1 / 3)
    if options.begin:
        known = {name: weight for name, weight in torch.load(options.begin).items() if "word_embeddings" not in name}
        net.load_state_dict(known, strict=False)
    else:
        first = [*of_stories(dev), *of_stories(own), *(of_news("several", "dev") if whole else ())]
        train(net, [Pool(first, apart=10), apart], varying, rounds[0], RATES[0])
    if options.keep:
        torch.save(net.state_dict(), options.keep)
    train(net, [Pool([*as_found(own)], 8, 2), Pool([*as_found(dev)], 4), apart], varying, rounds[1], RATES[1])
    area(net, "stories that are held", list(as_found(list(rows(HELD))[:few])))
    if whole:
        area(net, "short pieces of web news", list(of_news("short")))
        export(net)


if __name__ == "__main__":
    main()
