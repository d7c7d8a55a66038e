"""How many copies are found, and how fast: ``python -m benchmarks.weigh_copies``.

Recall on the pairs of which the development data list the Jaccard index and containment of their word 5-grams, by the scorer
``copies.py``; CPU seconds of the whole search, articles in memory; kinds. ``--draw 100`` prints a random choice of the pairs
of AllSides to be judged by eye, ``--judged`` the verdicts on one, and ``derived`` the ranking of cited sources.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import time
from collections import Counter
from pathlib import Path
from typing import Any

from allegedly.intake.article import make_article
from allegedly.model import Article
from allegedly.weighing.copies.finding import Pair, pairs_of
from benchmarks.shared import data, rows, score, table

SETS = {
    "wikinews_with_sources": ("dev/wikinews_with_sources", "dev/wikinews_with_sources"),
    "allsides": ("bulk/allsides_articles", "bulk/allsides"),
    "reuters21578": ("bulk/reuters21578", "bulk/reuters21578"),
    "fnc1_train_bodies": ("bulk/fnc1_train_bodies", "bulk/fnc1_train"),
}
VERDICTS = Path(__file__).with_name("copies_judged.tsv")
