"""Makes what claims are gathered with: ``python -m training.claims``. README.md beside it says more."""

from __future__ import annotations

from allegedly.weighing.claims.matching import MATCHED, UNENCODED
from allegedly.weighing.claims.matching import RETOLD as RETOLD_NAMES
from allegedly.weighing.claims.matching import SAME as SAME_NAMES
from benchmarks import event_ledgers, events, retellings
from training.claims import coreferent, encoder, pieces, retelling, sentences, static
from training.claims.places import MATCHES, PLAUSIBLE, RETOLD, SAME
from training.claims.trees import write


def main() -> None:
    """The encoder, the words' weights and vectors, then the trees that rest on them."""
    encoder.export()
    sentences.count()
    static.make()
    pieces.make()
    seen = events.load(event_ledgers.read())
    of_events = coreferent.fitted(seen)
    write(of_events.plausible, UNENCODED, PLAUSIBLE)
    write(of_events.likely, MATCHED, MATCHES)
    print(f"pairs: {len(seen.same)}, of which {int(seen.same.sum())} the same; written to {MATCHES.name} and {PLAUSIBLE.name}")
    marked = coreferent.Sentences(seen).pairs()
    first, last = retelling.fitted(retelling.told(retellings.load()), retellings.judged(), marked)
    write(first, RETOLD_NAMES, RETOLD)
    write(last, SAME_NAMES, SAME)


if __name__ == "__main__":
    main()
