"""Makes what claims are gathered with: ``python -m training.claims``. README.md beside it says more."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.claims.matching import UNENCODED
from allegedly.weighing.claims.pairs import COLUMNS
from allegedly.weighing.claims.standpoint import COLUMNS as STANDPOINTS
from allegedly.weighing.claims.standpoint import STANDS
from benchmarks import events, weigh_stance
from training.claims import encoder, sentences, static
from training.claims.places import DATA, MATCHES, PLAUSIBLE, RELATED
from training.claims.trees import trees, write


def main() -> None:
    """The encoder, the words' weights and vectors, then the trees that rest on them."""
    encoder.export()
    sentences.count()
    static.make()
    seen = events.load()
    write(trees().fit(seen.rows, seen.same), COLUMNS, MATCHES)
    columns = [COLUMNS.index(name) for name in UNENCODED]
    write(trees().fit(seen.rows[:, columns], seen.same), UNENCODED, PLAUSIBLE)
    print(f"pairs: {len(seen.same)}, of which {int(seen.same.sum())} the same; written to {MATCHES.name} and {PLAUSIBLE.name}")
    rows, stances, *_ = weigh_stance.fnc()
    stance = np.array(stances)
    write(trees().fit(rows, stance != "unrelated"), STANDPOINTS, RELATED)
    model = trees().fit(rows[stance != "unrelated"], stance[stance != "unrelated"])
    for part, stand in enumerate(STANDS):
        write(model, STANDPOINTS, DATA / f"{stand}.tsv", part)
    print(f"standpoints: {len(stance)} pairs; written to {RELATED.name} and {', '.join(f'{stand}.tsv' for stand in STANDS)}")


if __name__ == "__main__":
    main()
