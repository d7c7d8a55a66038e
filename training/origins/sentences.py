"""The sentences of the development stories in word pieces, in one file from which the network of passages is trained.

``python -m training.origins.sentences FILE`` writes it. What trains the network then needs neither the package nor the stories,
so it can run on a machine that has little but torch.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allegedly.reading.network.marks import tokenizer
from allegedly.weighing.passages import AFTER, BEFORE, CLOSES, CLS, OPENS, OUTLET, SAID, SEP
from benchmarks.weigh_origins import Story, article_of, stories

_AROUND = 512, 256
"""Characters before and after a sentence of which the nearest pieces are taken."""


def _ids(text: str) -> list[int]:
    found: list[int] = tokenizer().encode(text, add_special_tokens=False).ids
    return found


def sentences(claim: Story, story: Story) -> Iterator[dict[str, Any]]:
    """The sentences of a claim that take a side, each with its article and its origin.

    ``sourced`` is 0 where a sentence has no origin, 1 where its article has it from one that names the origin, else 2.
    """
    articles = {a["id"]: (a["outlet"], article_of(a).text) for a in story["articles"]}
    named = {(link["from"], link["to"]) for link in claim["links"] if link["kind"] == "says"}
    for given in claim["statements"]:
        if given["side"] != "neutral":
            outlet, text = articles[given["article"]]
            start = text.index(given["quote"])
            end = start + len(given["quote"])
            origin = given["origin"]
            yield {
                "outlet": _ids(outlet)[:OUTLET],
                "before": _ids(text[max(0, start - _AROUND[0]) : start])[-BEFORE - SAID :],
                "said": _ids(given["quote"]),
                "after": _ids(text[end : end + _AROUND[1]])[:AFTER],
                "article": given["article"],
                "origin": origin,
                "sourced": 0 if origin is None else 2 if (given["article"], origin) in named else 1,
            }


def write(to: Path) -> None:
    """Write the file."""
    signs = {
        name: tokenizer().token_to_id(sign) for name, sign in (("cls", CLS), ("sep", SEP), ("opens", OPENS), ("closes", CLOSES))
    }
    every = [
        {"story": story["id"], "claims": [list(sentences(claim, story)) for claim in story["claims"]]}
        for part in ("dev", "fresh")
        for story in stories(part)
    ]
    made = {"signs": signs, "before": BEFORE, "said": SAID, "after": AFTER, "stories": every}
    to.write_bytes(gzip.compress(json.dumps(made).encode(), 9, mtime=0))
    print(f"{len(every):,} stories written to {to.name}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="where to")
    write(parser.parse_args().file)
