"""Make the weights of the reader again: ``python -m training.attribution`` (about an hour on two cores).

From the training part of PolNeAR (Newell, Margolin, Ruths 2018), in this order:

1. ``weights.tsv``: weights of the rules' signs (:mod:`training.attribution.rules`);
2. ``network/``: MiniLM with a cue head and a linker (:mod:`training.attribution.network`), trained on seven articles of eight,
   with its losses and its pair F1 on the development part after each epoch;
3. ``forest.tsv``: trees that weigh rules and network (:mod:`training.attribution.forest`), fitted to the eighth article.

At the end the whole reader is measured on the development part. Nothing of the texts but single words goes into the files.
Needs what ``pip install -e '.[train]'`` brings. The same data, seed and number of threads give the same weights.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attribution import forest, rules
from training.attribution.articles import articles, pair_f1, read

ROOT = Path(__file__).resolve().parents[2]
POLNEAR = ROOT.parent / "shared" / "data" / "attribution"


def main() -> None:
    """Read, fit, write, measure."""
    parser = argparse.ArgumentParser(description="Make the weights of the reader again from PolNeAR.")
    parser.add_argument("--data", type=Path, default=POLNEAR / "polnear-train.jsonl.gz", help="PolNeAR's training part")
    parser.add_argument("--dev", type=Path, default=POLNEAR / "polnear-dev.jsonl.gz", help="its development part")
    parser.add_argument("--keep-network", action="store_true", help="fit signs and forest to the network that is there")
    parser.add_argument("--articles", type=int, default=None, help="use so many of each part only, to try the way through")
    given = parser.parse_args()
    for path in (given.data, given.dev):
        if not path.exists():
            raise SystemExit(f"{path}: not here; name PolNeAR's parts with --data and --dev")
    parsed = articles(given.data, given.articles)
    dev = articles(given.dev, given.articles)
    rules.make(parsed)
    if not given.keep_network:
        from training.attribution import network

        network.make(parsed, dev)
    forest.make(parsed)
    print(f"pair F1 of the whole reader on the development part: {pair_f1(dev, read):.4f}")


if __name__ == "__main__":
    main()
