"""Many readings out of few: real ones with other surnames, days, outlets and keys, so that a ledger of any size can be filled.

A surname gives way to a made-up one of the same length wherever it stands, so every span holds; each copy has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from random import Random

import msgspec

from allegedly.model import Reading, article_id, to_json

FIRST_DAY, DAYS = date(2012, 1, 1), 365 * 9
"""The days of publication, evenly spread."""
TOWNS = "Ashby Brenwick Corvale Dunmore Eastholm Farrow Glenholt Harwick Ilverton Jorvale Kelby Lorne Marsk Norwold Ostby".split()
PAPERS = "Courier Herald Post Times Tribune".split()
_SYLLABLES = [c + v for c in "bcdfghjklmnprstvw" for v in "aeio"]
_SHORTEST = 4
# Between letters of a JSON string, a new line is written \n: its n is no letter of the word after it.
_BEFORE, _AFTER = r"(?:(?<![^\W_])|(?<=\\[nrt]))", r"(?![^\W_])"


def surname(length: int, random: Random) -> str:
    """A made-up surname: short ones come again, as in life; of longer ones there are thousands."""
    name = "".join(random.choice(_SYLLABLES) for _ in range(min(length // 2, 3)))
    return (name + "nsonstadtburgerfield"[: length - len(name)]).ljust(length, "e").capitalize()


def copies(readings: Sequence[Reading], statements: int) -> Iterator[Reading]:
    """Copies of the readings, one after the other and again, until they have so many statements."""
    plain = [(to_json(reading).decode(), _surnames(reading)) for reading in readings]
    made = 0
    for number in count():
        for at, (text, names) in enumerate(plain):
            if made >= statements:
                return
            copy = _copy(text, names, Random(f"{number} {at}"), f"copy {number} of {at}")
            made += len(copy.statements)
            yield copy


def _surnames(reading: Reading) -> list[str]:
    """The last words of the names of people, those that are letters alone."""
    last = {e.name.split()[-1] for e in reading.entities if e.kind == "person" and " " in e.name}
    return sorted(name for name in last if len(name) >= _SHORTEST and name.isascii() and name.isalpha() and name.istitle())


def _copy(text: str, names: list[str], random: Random, key: str) -> Reading:
    if names:
        others = {name: surname(len(name), random) for name in names}
        pattern = re.compile(_BEFORE + f"({'|'.join(names)})" + _AFTER)
        text = pattern.sub(lambda match: others[match[1]], text)
    reading = msgspec.json.decode(text, type=Reading)
    article = msgspec.structs.replace(
        reading.article,
        key=key,
        title=f"{reading.article.title or 'Untitled'} ({key})",
        url=f"https://news.example/{key.replace(' ', '-')}",
        outlet=f"The {random.choice(TOWNS)} {random.choice(PAPERS)}",
        published=(FIRST_DAY + timedelta(days=random.randrange(DAYS))).isoformat(),
    )
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(article, id=article_id(article)))
