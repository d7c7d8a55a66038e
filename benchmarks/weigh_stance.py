"""What an article has to do with a claim: ``python -m benchmarks.weigh_stance``.

FNC-1: article and headline, of the competition's test data. Emergent: headline and claim. What judges is fitted anew for each
part, to pairs of which neither side belongs to a claim of the part that it is measured on: articles and headlines that are about
one another belong to one claim, and so does whatever is about one of them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from allegedly.weighing.encoder import vectors
from benchmarks.shared import data, rows, score, table
from benchmarks.standpoint import RELATED, headline_row, row

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARTS = 6
_ENDS = re.compile(r"(?<=[.!?])[”\"’']?\s+|\n+")
_SENTENCES, _LONGEST, _SHORTEST = 30, 400, 3


def sentences(text: str) -> list[str]:
    """The first sentences of an article; at least one."""
    found = [s[:_LONGEST] for s in _ENDS.split(text) if len(s.split()) >= _SHORTEST][:_SENTENCES]
    return found or [text[:_LONGEST]]


def fnc() -> tuple[NDArray[np.float32], list[str], NDArray[np.int64], NDArray[np.int64], list[str]]:
    """Rows, stances, the part of each pair's article and of its headline, and the pairs' names."""
    bodies = list(rows(data("dev/stance_fnc1_a.jsonl.gz")))
    headlines = sorted({headline for body in bodies for headline, _ in body["headlines"]})
    place = {headline: i for i, headline in enumerate(headlines)}
    near = vectors(headlines)
    claim = _claims(bodies)
    found, stances, of_body, of_headline, names = [], [], [], [], []
    for number, body in enumerate(bodies):
        own = sentences(body["text"])
        each = vectors(own)
        seen: dict[str, list[float]] = {}
        for at, (headline, stance) in enumerate(body["headlines"]):
            if headline not in seen:
                seen[headline] = row(headline, near[place[headline]], own, each)
            found.append(seen[headline])
            stances.append(stance)
            of_body.append(claim[number] % PARTS)
            of_headline.append(claim[headline] % PARTS)
            names.append(f"{body['id']}#{at}")
    return np.array(found, np.float32), stances, np.array(of_body), np.array(of_headline), names


def _claims(bodies: Sequence[dict[str, Any]]) -> dict[int | str, int]:
    """A number for the claim that each article (by its number) and each headline is about."""
    root: dict[int | str, int | str] = {}

    def find(one: int | str) -> int | str:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for number, body in enumerate(bodies):
        find(number)
        for headline, stance in body["headlines"]:
            if stance != "unrelated":
                root[find(number)] = find(headline)
            else:
                find(headline)
    order = {one: i for i, one in enumerate(dict.fromkeys(find(one) for one in root))}
    return {one: order[find(one)] for one in root}


def judged_fnc() -> dict[str, Any]:
    """What the scorer says of FNC-1."""
    from training.claims.trees import trees

    table_, stances, of_body, of_headline, names = fnc()
    stance = np.array(stances)
    said = np.empty(len(stance), object)
    for part in range(PARTS):
        test, learn = of_body == part, (of_body != part) & (of_headline != part)
        about = trees().fit(table_[learn], stance[learn] != "unrelated").predict_proba(table_[test])[:, 1]
        related = learn & (stance != "unrelated")
        which = trees().fit(table_[related], stance[related]).predict(table_[test])
        said[test] = np.where(about > RELATED, which, "unrelated")
    found = [{"id": name, "stance": str(one)} for name, one in zip(names, said, strict=True)]
    return score("stance.py", data("dev/stance_fnc1_a.jsonl.gz"), found)


def judged_emergent() -> dict[str, Any]:
    """What the scorer says of Emergent."""
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.svm import SVC

    lines = list(rows(data("dev/stance_emergent_a.jsonl.gz")))
    claims, headlines = vectors(line["claim"] for line in lines), vectors(line["headline"] for line in lines)
    seen = np.array([headline_row(line["claim"], claims[i], line["headline"], headlines[i]) for i, line in enumerate(lines)])
    names = sorted({line["claimId"] for line in lines})
    stance = np.array([line["stance"] for line in lines])
    said = np.empty(len(lines), object)
    for part in range(10):
        test = np.isin([line["claimId"] for line in lines], names[part::10])
        model = make_pipeline(StandardScaler(), SVC(C=0.5, gamma=0.02))
        said[test] = model.fit(seen[~test], stance[~test]).predict(seen[test])
    found = [
        {**{k: line[k] for k in ("claimId", "articleId")}, "stance": str(one)} for line, one in zip(lines, said, strict=True)
    ]
    return score("stance.py", data("dev/stance_emergent_a.jsonl.gz"), found)


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    argparse.ArgumentParser(description="What an article has to do with a claim.").parse_args(arguments)
    found = judged_fnc()
    print(f"FNC-1: weighted {found['fnc_score']['relative']:.3f}, macro F1 {found['macro_f1']:.3f}, n {found['pairs']}\n")
    print(table(["", "P", "R", "F1", "n"], [[k, v["p"], v["r"], v["f1"], v["gold"]] for k, v in found["per_class"].items()]))
    found = judged_emergent()
    print(f"\nEmergent: accuracy {found['accuracy']:.3f}, macro F1 {found['macro_f1']:.3f}, n {found['pairs']}\n")
    print(table(["", "P", "R", "F1", "n"], [[k, v["p"], v["r"], v["f1"], v["gold"]] for k, v in found["per_class"].items()]))


if __name__ == "__main__":
    main()
