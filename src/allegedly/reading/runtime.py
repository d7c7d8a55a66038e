"""What runs the trained networks, kept silent.

Later versions of ONNX Runtime report their use on Linux too (1.32 does): imported, it puts an identifier of the machine
into the user's home and opens a queue of reports to its makers' server. Switching that off afterwards is too late for the first
of it, so it is switched off by the environment before.
"""

from __future__ import annotations

import os
from typing import Any


def session(graph: bytes) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    """A network that is ready to run: on one thread of the processor, so that the same input gives the same bytes everywhere."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    # Where another program's code imported it before us.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
