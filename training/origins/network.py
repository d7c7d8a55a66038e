"""Train the network that reads two passages at once: are they the word of one source? And has a sentence a source at all?

``python -m training.origins.network SENTENCES FOLDER`` writes four graphs: ``passages.onnx``, trained on all stories of the file
that ``training.origins.sentences`` makes, and ``part0.onnx`` to ``part2.onnx``, each on two thirds of them, so that the trees can
be fitted to what a network says of stories that it has not seen. With a graphics card that takes some minutes, on two cores of a
processor a day. It needs torch, transformers, onnx and the weights of all-MiniLM-L6-v2 (Apache-2.0).

Pairs are any two sentences of a story that carry one claim; they are one where the story gives them one origin. Half of the
sentences are cut to a part of theirs each time they are seen, for the reader's statements are seldom whole sentences. Beside that
the network learns whether a sentence's article names the source, has it from another, or gives none, which makes it no worse.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.encoder import WORDS, base, stored
from training.origins.parts import PARTS, part_of

_LAYERS, _HEADS, _WIDTH, _PLACES = 4, 12, 384, 320
_EPOCHS, _BATCH, _RATE = 10, 48, 2.5e-4
_LEAST = 6
"""Word pieces of a sentence that is never cut."""
Sentence = dict[str, Any]


class Passages(nn.Module):
    """Two passages to the probability that they are one source's; one passage to whether it has one.

    The vectors of word pieces come in as the package stores them, in 8 bits, and are not trained.
    """

    def __init__(self, weights: str, scale: float, zero: int) -> None:
        super().__init__()
        from transformers import AutoModel

        self.bert = AutoModel.from_pretrained(weights, add_pooling_layer=False, dtype=torch.float32)
        self.bert.encoder.layer = self.bert.encoder.layer[:_LAYERS]
        self.bert.embeddings.word_embeddings = nn.Embedding(1, _WIDTH)
        self.scale, self.zero = scale, float(zero)
        self.drop, self.same, self.says = nn.Dropout(0.1), nn.Linear(2 * _WIDTH, 1), nn.Linear(2 * _WIDTH, 3)

    def vectors(self, found: Tensor, types: Tensor, mask: Tensor | None = None) -> Tensor:
        """Of each passage or pair: the vector of its first piece and the mean of all, (batch, twice the width)."""
        e = self.bert.embeddings
        h = (found.float() - self.zero) * self.scale + e.position_embeddings.weight[: found.shape[1]]
        h = self.drop(e.LayerNorm(h + functional.embedding(types, e.token_type_embeddings.weight)))
        seen = None if mask is None else mask[:, None, None, :].bool()
        for layer in self.bert.encoder.layer:
            attention, (batch, pieces, width) = layer.attention, h.shape

            def heads(f: nn.Module, h: Tensor = h) -> Tensor:
                return f(h).view(h.shape[0], h.shape[1], _HEADS, h.shape[2] // _HEADS).transpose(1, 2)

            own = attention.self
            told = functional.scaled_dot_product_attention(heads(own.query), heads(own.key), heads(own.value), attn_mask=seen)
            told = attention.output.dense(told.transpose(1, 2).reshape(batch, pieces, width))
            h = attention.output.LayerNorm(h + self.drop(told))
            h = layer.output.LayerNorm(h + self.drop(layer.output.dense(functional.gelu(layer.intermediate.dense(h)))))
        mean = h.mean(1) if mask is None else (h * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return torch.cat([h[:, 0], mean], -1)

    def forward(self, found: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """One pair, as it is exported."""
        v = self.vectors(found, types)
        return torch.sigmoid(self.same(v)[0, 0]), torch.softmax(self.says(v)[0], -1)


class Training:
    """What is trained from.

    Args:
        file: The sentences.
        table: The stored vectors of word pieces.
        device: cpu or cuda.
    """

    def __init__(self, file: Path, table: Any, device: str) -> None:
        self.given = json.loads(gzip.decompress(file.read_bytes()))
        self.table, self.device, self.chance = table, device, random.Random(0)

    def network(self, model: Passages, without: int | None) -> Passages:
        """A network trained on all stories, or all but those of one part."""
        self.chance.seed(0)
        claims = [claim for story in self.given["stories"] if part_of(story["story"]) != without for claim in story["claims"]]
        singles = [one for claim in claims for one in claim]
        pairs = [
            (a, b)
            for claim in claims
            for a, b in combinations([one for one in claim if one["origin"]], 2)
            if (a["article"], a["said"]) != (b["article"], b["said"])
        ]
        rate = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=0.01, fused=self.device == "cuda")
        steps = _EPOCHS * (math.ceil(len(pairs) / _BATCH) + math.ceil(len(singles) / _BATCH))
        print(f"{len(claims):,} claims, {len(pairs):,} pairs, {steps:,} steps", flush=True)
        model.to(self.device).train()
        done = 0
        for _ in range(_EPOCHS):
            self.chance.shuffle(pairs)
            self.chance.shuffle(singles)
            batches = [pairs[n : n + _BATCH] for n in range(0, len(pairs), _BATCH)]
            batches += [[(one,) for one in singles[n : n + _BATCH]] for n in range(0, len(singles), _BATCH)]
            self.chance.shuffle(batches)
            for batch in batches:
                at = done / steps
                for group in rate.param_groups:
                    group["lr"] = _RATE * min(at / 0.08 + 0.01, (1 - at) / 0.92)
                loss = self._loss(model, batch)
                rate.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                rate.step()
                done += 1
        return model.cpu().eval()

    def _loss(self, model: Passages, batch: Sequence[tuple[Sentence, ...]]) -> Tensor:
        rows = [[self._passage(one) for one in some] for some in batch]
        two = len(rows[0]) > 1
        with torch.autocast(self.device, dtype=torch.bfloat16):
            v = model.drop(model.vectors(*self._tensors([row[:: self.chance.choice((1, -1))] for row in rows])))
            odds = model.same(v)[:, 0] if two else model.says(v)
        if two:
            one = torch.tensor([float(a["origin"] == b["origin"]) for a, b in batch], device=self.device)
            return functional.binary_cross_entropy_with_logits(odds.float(), one)
        sourced = torch.tensor([some[0]["sourced"] for some in batch], device=self.device)
        return functional.cross_entropy(odds.float(), sourced)

    def _passage(self, one: Sentence) -> list[int]:
        """As the package makes it, often of a part of the sentence."""
        before, said, after = one["before"], one["said"], one["after"]
        if len(said) > _LEAST and self.chance.random() < 0.5:
            first = self.chance.randrange(len(said) // 2)
            last = self.chance.randrange(max(first + 3, len(said) // 2), len(said) + 1)
            before, said, after = before + said[:first], said[first:last], said[last:] + after
        signs, g = self.given["signs"], self.given
        around = before[-g["before"] :], after[: g["after"]]
        return [*one["outlet"], signs["sep"], *around[0], signs["opens"], *said[: g["said"]], signs["closes"], *around[1]]

    def _tensors(self, rows: Sequence[Sequence[list[int]]]) -> tuple[Tensor, Tensor, Tensor]:
        cls, sep = self.given["signs"]["cls"], self.given["signs"]["sep"]
        made = [([cls, *row[0], sep, *(row[1] + [sep] if row[1:] else [])], len(row[0]) + 2) for row in rows]
        longest = max(len(ids) for ids, _ in made)
        found = np.zeros((len(made), longest, _WIDTH), dtype=np.uint8)
        types, mask = torch.zeros(len(made), longest, dtype=torch.long), torch.zeros(len(made), longest)
        for i, (ids, first) in enumerate(made):
            found[i, : len(ids)] = self.table[ids]
            types[i, first : len(ids)] = 1
            mask[i, : len(ids)] = 1
        return torch.from_numpy(found).to(self.device), types.to(self.device), mask.to(self.device)


def export(model: Passages, to: Path) -> None:
    """Write the graph: 8-bit weights, one scale a channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    places = model.bert.embeddings.position_embeddings
    places.weight = nn.Parameter(places.weight[:_PLACES].clone())
    whole = to.with_suffix(".whole")
    torch.onnx.export(
        model, (torch.full((1, 30, _WIDTH), 90, dtype=torch.uint8), torch.zeros(1, 30, dtype=torch.long)), str(whole),
        opset_version=17, dynamo=False, input_names=["words", "types"], output_names=["same", "says"],
        dynamic_axes={"words": {1: "pieces"}, "types": {1: "pieces"}},
    )  # fmt: skip
    quant_pre_process(str(whole), str(whole), skip_symbolic_shape=True)
    quantize_dynamic(str(whole), str(to), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    print(f"{to.name}: {to.stat().st_size / 1e6:.1f} MB", flush=True)


def main() -> None:
    """Train and write all four, or one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path, help="what training.origins.sentences has written")
    parser.add_argument("folder", type=Path, help="where the graphs are written")
    names = ["passages", *(f"part{n}" for n in range(PARTS))]
    parser.add_argument("--only", choices=names, help="one of the four")
    parser.add_argument("--base", help="folder of the weights to begin with; those of the installed package if not given")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    table, scale, zero = stored(WORDS)
    training = Training(options.sentences, table, "cuda" if torch.cuda.is_available() else "cpu")
    for name in [options.only] if options.only else names:
        torch.manual_seed(0)
        model = training.network(
            Passages(options.base or str(base()), scale, zero), None if name == "passages" else int(name[-1])
        )
        export(model, options.folder / f"{name}.onnx")


if __name__ == "__main__":
    main()
