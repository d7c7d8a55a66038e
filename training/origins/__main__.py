"""Fit the trees of ``weighing/origins`` to the development stories and write them into the package.

``python -m training.origins FOLDER``, where ``training.origins.network`` has written its graphs to FOLDER. First the trees that
say from which article a statement is, after the rules have had their say; then, with these at work, those that say which voices
are one, asking of each story a network that has not seen it. It takes some minutes, most of them for reading the stories.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from allegedly.reading.network.forest import forest
from allegedly.weighing.origins import likeness, mentioning
from allegedly.weighing.origins.tree import Tracing
from allegedly.weighing.passages import Network
from benchmarks.weigh_origins import Readings, Story, read, stories
from training.claims.trees import write
from training.origins.examples import ByRule, mentions, pairs, traced
from training.origins.parts import PARTS, part_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

DATA = Path(__file__).parents[2] / "src" / "allegedly" / "weighing" / "data"


def _fitted(parts: Iterable[tuple[NDArray[np.float32], list[bool]]]) -> HistGradientBoostingClassifier:
    tables, answers = zip(*parts, strict=True)
    rows, true = np.concatenate(tables), np.concatenate([np.array(some, dtype=bool) for some in answers])
    print(f"{len(true):,} examples, {int(true.sum()):,} true")
    trees = HistGradientBoostingClassifier(
        max_iter=120, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=15, l2_regularization=1.0, random_state=0
    )
    return trees.fit(rows, true)


def fit(every: list[Story], readings: Readings, networks: Path, to: Path = DATA) -> None:
    """Fit both to stories and write them, and take the network of all stories over."""
    write(
        _fitted(part for one in traced(every, readings, ByRule) for part in mentions(one)),
        mentioning.COLUMNS,
        to / "mentioned.tsv",
    )
    forest.cache_clear()
    parts = [Network((networks / f"part{n}.onnx").read_bytes()) for n in range(PARTS)]
    tables = (pairs(one, parts[part_of(one.story["id"])]) for one in traced(every, readings, Tracing))
    write(_fitted(tables), likeness.COLUMNS, to / "one.tsv")
    shutil.copyfile(networks / "passages.onnx", to / "passages.onnx")
    forest.cache_clear()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where training.origins.network has written its graphs")
    chosen = stories("dev") + stories("fresh")
    fit(chosen, read(chosen), parser.parse_args().folder)
