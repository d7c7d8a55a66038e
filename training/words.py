"""One table of word vectors for all networks: MiniLM's, which none of them trains, taken out of each graph.

Needs onnx and onnxruntime. The graphs then read a word piece's row of ``reading/data/network/words.npy`` instead of its number.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from allegedly.reading.network.words import WIDTH

TABLE = Path(__file__).resolve().parents[1] / "src" / "allegedly" / "reading" / "data" / "network" / "words.npy"
_PIECES = "pieces"
"""A graph's input of word pieces."""


def quantized(whole: Path, to: Path) -> None:
    """Write a graph with 8-bit weights, one scale a channel, and without the table; the whole one is done with."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    quant_pre_process(str(whole), str(whole), skip_symbolic_shape=True)
    quantize_dynamic(str(whole), str(to), weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    _share(to)


def _share(graph: Path) -> None:
    """Take the table out of a quantized graph, whose input of word pieces becomes one of their rows, ``words``.

    Raises:
        ValueError: where the graph's table is another one.
    """
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(graph)
    own = model.graph
    gather = next(node for node in own.node if node.op_type == "Gather" and node.input[1] == _PIECES)
    rows = next(tensor for tensor in own.initializer if tensor.name == gather.input[0])
    table = numpy_helper.to_array(rows)
    if not TABLE.exists():
        np.save(TABLE, table)
    if not np.array_equal(np.load(TABLE), table):
        raise ValueError(f"{graph}: its word vectors are not those of {TABLE.name}")
    own.node.remove(gather)
    own.initializer.remove(rows)
    for node in own.node:
        for at, name in enumerate(node.input):
            if name in (_PIECES, gather.output[0]):
                node.input[at] = "words"
    given = next(one for one in own.input if one.name == _PIECES)
    own.input.remove(given)
    own.input.insert(0, helper.make_tensor_value_info("words", TensorProto.UINT8, [1, "pieces", WIDTH]))
    onnx.checker.check_model(model)
    onnx.save(model, graph)
