"""Make ``reading/vocabulary/forenames.tsv``: first names and who bears them, from the US census of 1990.

    python training/forenames.py dist.male.first dist.female.first ../shared/data/bulk/allsides_articles.jsonl.gz

The two lists (public domain, from census.gov; the package ``names`` on PyPI has them) give each name's share of all men and of
all women. A name goes to those who bear it ten times as often as the others. Left out are states, regions and words: those
that often stand in small letters in news.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from allegedly.reading import lexicons

TARGET = Path(lexicons.__file__).parent / "vocabulary" / "forenames.tsv"
ARTICLES = 4000
TIMES = 10.0
"""How many times as often one sex must bear the name."""
LEAST = 0.002
"""Per cent of men or women who bear the rarest name that is taken."""
COMMON = 0.05
"""The same from which a name says by itself that it is somebody's."""
SMALL = 0.1
"""Share of a word's uses in small letters from which it is a word."""
_WORD = re.compile(r"[A-Za-z]+")


def shares(path: str) -> dict[str, float]:
    """Name → per cent of those who bear it."""
    lines = (line.split() for line in Path(path).read_text(encoding="ascii").splitlines())
    return {fields[0].capitalize(): float(fields[1]) for fields in lines}


def uses(path: str) -> tuple[Counter[str], Counter[str]]:
    """How often words stand in news with a capital letter, and in small letters."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, ARTICLES):
            for word in _WORD.findall(json.loads(line)["text"]):
                if word.islower():
                    small[word] += 1
                elif word.istitle():
                    large[word.lower()] += 1
    return large, small


def main() -> None:
    """Read the lists, write the table."""
    men, women = shares(sys.argv[1]), shares(sys.argv[2])
    large, small = uses(sys.argv[3])
    known = lexicons.first_names()
    places = {*lexicons.states(), *lexicons.regions(), *lexicons.metonyms(), *lexicons.demonyms()}
    lines = ["name\tgender\tcommon\treason\n"]
    for name in sorted({*men, *women} - {*known} - places):
        m, f = men.get(name, 0.0), women.get(name, 0.0)
        key = name.lower()
        word = small[key] > SMALL * (small[key] + large[key])
        if max(m, f) < LEAST or max(m, f) < TIMES * min(m, f) or (word and small[key] > 2) or len(name) < 3:
            continue
        gender, share = ("m", m) if m > f else ("f", f)
        reason = f"{share:.3f} per cent of {'men' if gender == 'm' else 'women'}, US census of 1990"
        lines.append(f"{name}\t{gender}\t{'yes' if share >= COMMON else ''}\t{reason}\n")
    TARGET.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
