"""Where the files go that training makes."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src" / "allegedly" / "weighing" / "data"
ENCODER = DATA / "encoder.onnx"
STEMS = DATA / "stems.tsv"
STATIC = DATA / "static.npy"
MATCHES = DATA / "matches.tsv"
PLAUSIBLE = DATA / "plausible.tsv"
RETOLD = DATA / "retold.tsv"
SAME = DATA / "same.tsv"
PIECES = DATA / "pieces.npy"
