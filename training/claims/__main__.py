"""Makes what claims are gathered with: ``python -m training.claims``. README.md beside it says more."""

from __future__ import annotations

from allegedly.weighing.claims.matching import MATCHED, UNENCODED, columns
from allegedly.weighing.claims.matching import RETOLD as RETOLD_NAMES
from benchmarks import events, retellings
from training.claims import encoder, retelling, sentences, static
from training.claims.places import MATCHES, PLAUSIBLE, RETOLD
from training.claims.trees import trees, write


def main() -> None:
    """The encoder, the words' weights and vectors, then the trees that rest on them."""
    encoder.export()
    sentences.count()
    static.make()
    seen = events.load()
    for names, to in ((MATCHED, MATCHES), (UNENCODED, PLAUSIBLE)):
        write(trees().fit(seen.rows[:, columns(names)], seen.same), names, to)
    print(f"pairs: {len(seen.same)}, of which {int(seen.same.sum())} the same; written to {MATCHES.name} and {PLAUSIBLE.name}")
    write(retelling.fitted(retellings.load(), retellings.judged()), RETOLD_NAMES, RETOLD)


if __name__ == "__main__":
    main()
