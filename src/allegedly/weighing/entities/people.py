"""Names of people taken apart, and two of them compared: by first names, surnames, what one leaves out and what speaks against.

What is compared is the name alone; what is known of the two besides comes in in ``scoring``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.reading.vocabularies import rows as reading_rows
from allegedly.weighing.entities.spelling import LETTER, LONGEST, OTHER, SAME, SOUND, VOWELS, near, owner, plain, sound, spelt
from allegedly.weighing.entities.vocabularies import also, rows

MOST = 8
"""Words of a name of a person; longer ones are descriptions or lists and are compared by their first ones."""
_GENERATIONS = {
    **dict.fromkeys(("jr", "junior"), "Jr."),
    **dict.fromkeys(("sr", "senior"), "Sr."),
    **{number: number.upper() for number in ("ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi", "xxiii")},
}
_SERVANT = re.compile(r"\b(abd)(?:[aeu]l)?(?:\s+(?:al|el|ul|ar|as|az|an)\b)?\s*(?=\w{3})")
"""*Abdul Rahman*, *Abdelrahman*, *Abd al-Rahman*: servant of, written in one word or three."""
_DEGREES = frozenset("md phd mba esq qc kc kbe obe cbe mbe jd dds rn mp mep mla".split())
"""Degrees, honours and seats behind a name."""
_ASIDE = re.compile(r"\([^)]*\)?|[\"“”«»„][^\"“”«»„]*[\"“”«»„]|(?<=\s)['‘’][^'‘’]+['‘’](?=\s)")
"""What stands inside a name between quotation marks or brackets: a nickname."""
_JOINED_ARTICLE = re.compile(r"\b(?:al|el|as|ash|at|ad|an|ar|az)[-’']+(?=\w)", re.IGNORECASE)
_BETWEEN, _HYPHENED = re.compile(r"[\s\-.,]+"), re.compile(r"\w-\w+\s*$")
"""What stands between the words of a name, and where the last two are one."""


class Person(NamedTuple):
    """A person's name in its parts."""

    words: tuple[str, ...]
    """Its plain words in order, without titles, particles and what tells generations apart."""
    first: tuple[tuple[str, ...], ...]
    """How each of the words may be written (*muller*, *mueller*)."""
    generation: str
    """*Jr.*, *III*; empty where it has none."""
    hyphened: bool
    """Its last two words are one with a hyphen."""
    rest: str
    """All after the first word in one, particles too: *degaulle* for *de Gaulle* and *DeGaulle*."""

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def short(self) -> bool:
        """Whether it is one word alone."""
        return len(self.words) == 1


class Comparison(NamedTuple):
    """How two names stand to one another."""

    relation: str
    """*same*; *less* or *more*: the first says less, or more, than the other; *perhaps less* or *perhaps more*: so, if what is
    known besides says so too; *apart*: two; *none*: nothing joins them."""
    score: float
    words: str
    """What a sentence says of it."""


TURNED = {"less": "more", "more": "less", "perhaps less": "perhaps more", "perhaps more": "perhaps less"}
"""What each relation is seen from the other of two; others are the same."""


@cache
def _titles() -> frozenset[str]:
    kept = {"king", "queen", "prince", "princess", "pope"}
    return frozenset(plain(r["title"]) for r in reading_rows("titles")) - kept


@cache
def _before_names() -> frozenset[str]:
    """Words that stand before names and are none: offices, occupations, nationalities."""
    found = {word for r in reading_rows("rolenouns") if r["kind"] == "person" for word in plain(r["noun"]).split()}
    found |= {word for title in _titles() for word in title.split()} - first_names().keys()
    return frozenset(found | {plain(w) for r in reading_rows("countries") for w in r["demonyms"].split("|") if w})


@cache
def particles() -> frozenset[str]:
    """Words between given name and surname: *al*, *bin*, *de*, *van*."""
    return frozenset(plain(r["particle"]) for r in rows("particles"))


@cache
def forms(table: str) -> dict[str, frozenset[str]]:
    """Words of a table (*givennames*, *surnames*) → the names of which they are forms."""
    found: dict[str, set[str]] = {}
    for row in rows(table):
        for word in (row["name"], *also(row["also"])):
            for written in spelt(word):
                found.setdefault(written, set()).add(plain(row["name"]))
    return {word: frozenset(names) for word, names in found.items()}


@cache
def common() -> frozenset[str]:
    """Surnames that many people have."""
    return frozenset(plain(r["surname"]) for r in rows("commonnames"))


@cache
def first_names() -> dict[str, str]:
    """First names, and the reasons that say where they are given."""
    return {plain(r["name"]): r["reason"] for r in reading_rows("firstnames")}


def _between(token: str, name: str) -> bool:
    """Whether a word is a particle, and no letter that stands for a given name."""
    return token in particles() and not (len(token) == 1 and "." in name)


def _albert(text: str) -> bool:
    """Whether a name begins with *Al* for Albert or *Ben* for Benjamin, and not with an Arabic article or *son of*."""
    return text.startswith(("Al ", "Ben ")) and len(text.split()) == 2


def _cleaned(name: str) -> str:
    """A name without nicknames and a possessive sign; most are letters and spaces alone, and have neither."""
    return name if name.replace(" ", "").isalnum() else owner(_ASIDE.sub(" ", name))


@lru_cache(1 << 16)
def described(shown: str) -> bool:
    """Whether words say what somebody is and do not name them: *Romney campaign aide*, *Egyptian Prime Minister*."""
    words = [w for w in _JOINED_ARTICLE.sub("", _cleaned(shown)).split() if w.strip(".,'’")]
    if not words or len(words) > MOST or any(not w[:1].isupper() and plain(w) not in particles() for w in words):
        return True
    said = " ".join(plain(w) for w in words)
    return said in _titles() or all(w in _before_names() for w in said.split()) or {"and", "or"} & {*said.split()} != set()


@lru_cache(1 << 16)
def person(shown: str) -> Person | None:
    """A name in its parts; null where no word is left of it."""
    whole = _cleaned(shown[:200])
    text = _JOINED_ARTICLE.sub("", whole)
    words: list[str] = []
    written: list[tuple[str, ...]] = []
    generation = ""
    plainly = _SERVANT.sub(r"\1", plain(text))
    # Accents tell how a word may be written, where the words are still the same ones.
    accented = [w for w in _BETWEEN.split(text) if plain(w)]
    tokens = plainly.split()
    ways = [spelt(w) for w in accented] if [plain(w) for w in accented] == tokens else [(t,) for t in tokens]
    for at, (token, way) in enumerate(zip(tokens, ways, strict=True)):
        if token in _GENERATIONS and words and all(t in _GENERATIONS or t in _DEGREES for t in tokens[at:]):
            generation = _GENERATIONS[token]
        elif not (
            (token in _DEGREES and len(words) > 1)
            or (_between(token, whole) and len(tokens) > 1 and (at or not _albert(text)))
            or (token in _titles() and not words and len(tokens) > 1)
        ):
            words.append(token)
            written.append(way)
    if not words:
        return None
    # The reader may take an office or a nationality into the name: Quarterback Ana Ruiz.
    while len(words) > 2 and words[0] not in first_names() and (words[0] in _before_names()):
        del words[0], written[0]
    hyphened = bool(_HYPHENED.search(text)) and len(words) > 2
    rest = "".join(t for t in tokens[tokens.index(words[0]) + 1 :] if t not in _GENERATIONS and t not in _DEGREES)
    return Person(tuple(words[:MOST]), tuple(written[:MOST]), generation, hyphened, rest[:LONGEST])


@lru_cache(1 << 15)  # the same names are met again and again
def given_near(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    """How near two given names are, and what a sentence says where they are not the same; 0 where they are two."""
    best = max(near(a, b) for a in one for b in other)
    if best >= SOUND:
        return best, ""
    known = forms("givennames")
    if any(known.get(a, frozenset((a,))) & known.get(b, frozenset((b,))) for a in one for b in other):
        return 0.9, f"{one[0].title()} and {other[0].title()} are forms of one name"
    short, long = sorted((one[0], other[0]), key=len)
    if len(short) >= 3 and long.startswith(short):
        return 0.75, f"{short.title()} begins {long.title()}"
    if best == VOWELS and not any(w in first_names() and "English" in first_names()[w] for w in (*one, *other)):
        return best, ""
    return OTHER, ""


def strict(one: Person, other: Person) -> bool:
    """Whether a vowel makes another surname: not where names are transliterated, as the given names tell."""
    reasons = [first_names().get(p.words[0], "") for p in (one, other)]
    return any(reason and "Arab" not in reason and "Russia" not in reason for reason in reasons)


def _english(one: Person, other: Person) -> bool:
    return all("English" in first_names().get(p.words[0], "") for p in (one, other))


@lru_cache(1 << 15)
def surname_near(one: tuple[str, ...], other: tuple[str, ...], *, english: bool) -> float:
    """How near two surnames are; ``english``: spellings that differ in vowels or a letter are two names."""
    best = max(near(a, b) for a in one for b in other)
    if best < SOUND:
        known = forms("surnames")
        if any(known.get(a, frozenset()) & known.get(b, frozenset()) for a in one for b in other):
            return 0.92
    if english and best < SOUND:
        return OTHER
    return best


def _initial(word: str) -> bool:
    return len(word) == 1


def _aligned(short: Person, long: Person) -> tuple[list[int], float, list[str]] | None:
    """Which words of the longer name the shorter one's are, in order, with the least nearness and remarks.

    Null where not all of them are.
    """
    english = strict(short, long)
    at, least, remarks, places = 0, SAME, [], []
    for i, way in enumerate(short.first):
        last = i == len(short.first) - 1
        while at < len(long.first):
            other = long.first[at]
            at += 1
            a, b = way[0], other[0]
            if _initial(a) or _initial(b):
                grade, remark = (0.7, "") if a[0] == b[0] and not last else (OTHER, "")
            elif last and at == len(long.first):
                grade, remark = surname_near(way, other, english=english), ""
            elif i == 0:
                grade, remark = given_near(way, other)
            else:
                grade, remark = max(near(x, y) for x in way for y in other), ""
                grade = grade if grade >= SOUND or not english else OTHER
            if grade:
                places.append(at - 1)
                least = min(least, grade)
                if remark:
                    remarks.append(remark)
                break
            if i == 0 and at > len(long.first) - len(short.first):
                return None
        else:
            return None
    return places, least, remarks


def compare(one: Person, other: Person) -> Comparison:
    """How two names of people stand to one another."""
    if len(one.words) > len(other.words):
        relation, score, words = compare(other, one)
        return Comparison(TURNED.get(relation, relation), score, words)
    if one.generation and other.generation and one.generation != other.generation:
        return Comparison("apart", 0.95, f"one is {one.generation}, the other {other.generation}")
    if one.words == other.words:
        if one.generation == other.generation:
            return Comparison("same", 0.95, "the same words but for particles, titles or signs")
        left_out = one.generation or other.generation
        return Comparison("less" if other.generation else "more", 0.75, f"one leaves out {left_out}")
    if one.short:
        return _surname_only(one, other)
    if len(one.words) == len(other.words) and sorted(one.words) == sorted(other.words):
        return Comparison("same", 0.93, "the same words in another order")
    if "".join(one.words) == "".join(other.words) and len(one.words[0]) > 1:
        return Comparison("same", 0.93, "the same letters, put together otherwise")
    joined = _syllables(one, other)
    if joined:
        return joined
    found = _full(one, other)
    if found.relation in ("apart", "none") and sound(one.rest) == sound(other.rest) and len(one.rest) > 4:
        grade, remark = given_near(one.first[0], other.first[0])
        if grade >= VOWELS and one.generation == other.generation and not (strict(one, other) and one.rest != other.rest):
            return Comparison("same", 0.9, "one surname, put together otherwise" + (f", {remark}" if remark else ""))
    return found


def unlike(one: Person, other: Person) -> bool:
    """Whether :func:`compare` finds nothing that joins them, by a quick look; what this does not see, it may still find.

    Most of those who share a surname differ in the first name, and there are many thousands of such pairs.
    """
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if short.short or _initial(short.words[0]):
        return False
    for at in range(len(long.words) - len(short.words) + 1):
        if _initial(long.words[at]) or given_near(short.first[0], long.first[at])[0]:
            return False
    if len(short.words) == len(long.words) == 3 and surname_near(one.first[0], other.first[0], english=False):
        return False  # two romanisations of a surname that comes first
    return sorted(one.words) != sorted(other.words) and "".join(one.words) != "".join(other.words)


def _surname_only(one: Person, other: Person) -> Comparison:
    if other.short:
        grade = surname_near(one.first[0], other.first[0], english=False)
        if grade >= SOUND and len(one.words[0]) > 3:
            return Comparison("perhaps less", 0.6, "two spellings of one surname")
        return Comparison("none", 0.0, "two words that are not near")
    grade = surname_near(one.first[0], other.first[-1], english=False)
    if grade >= SOUND:
        if one.words[0] in first_names():
            return Comparison("perhaps less", 0.45, "one is the other's surname alone, if it is no first name")
        return Comparison("perhaps less", 0.6 if grade == SAME else 0.45, "one is the other's surname alone")
    if one.words[0] == other.words[0] and one.words[0] not in first_names() and len(one.words[0]) > 3:
        return Comparison("perhaps less", 0.45, "one is the other's first word alone")
    if one.words[0] == other.words[-2] and other.hyphened:
        return Comparison("perhaps less", 0.5, "one is half of the other's surname")
    return Comparison("none", 0.0, "one word that is not the other's surname")


def _syllables(one: Person, other: Person) -> Comparison | None:
    """Chinese and Korean given names are of two syllables, written in one word, two, or with a hyphen."""
    if not 2 <= len(one.words) <= len(other.words) <= 3 or one.words[0] != other.words[0]:
        if len(one.words) == len(other.words) == 3 and surname_near(one.first[0], other.first[0], english=False) >= 0.92:
            rest = [near(a, b) for a, b in zip(one.words[1:], other.words[1:], strict=True)]
            if min(rest) >= SOUND and len(one.words[0]) <= 4:
                return Comparison("same", 0.88, "two romanisations of one surname, and the same given name")
        return None
    if len(one.words) == 2 and len(other.words) == 3 and near(one.words[1], other.words[1] + other.words[2]) >= SOUND:
        return Comparison("same", 0.92, "the same syllables, put together otherwise")
    return None


def _differing(one: Person, other: Person) -> str:
    """What of two full names of one surname speaks for two people; empty where nothing does."""
    a, b = one.words[0], other.words[0]
    if not _initial(a) and not _initial(b) and not given_near(one.first[0], other.first[0])[0]:
        return f"the first names differ: {a.title()} and {b.title()}"
    if (_initial(a) or _initial(b)) and a[0] != b[0]:
        return f"the first letters differ: {a[0].upper()} and {b[0].upper()}"
    middle = [w[1:-1] for w in (one.words, other.words)]
    if middle[0] and middle[1] and middle[0][0][0] != middle[1][0][0]:
        return f"the middle names differ: {' '.join(middle[0]).title()} and {' '.join(middle[1]).title()}"
    return ""


def _full(one: Person, other: Person) -> Comparison:
    """Two names of two words or more, the first not the longer one."""
    found = _aligned(one, other)
    whole = len(one.words) == len(other.words)
    if found is not None and len(one.words) > 2 and found[0][-1] == len(other.words) - 1:
        reason = _differing(one, other)
        if reason.startswith("the middle"):
            return Comparison("apart", 0.9, reason)
    if found is not None and (whole or found[0][-1] == len(other.words) - 1 or not _clash(one, other)):
        return _graded(one, other, *found)
    grade = surname_near(one.first[-1], other.first[-1], english=strict(one, other))
    if grade:
        reason = _differing(one, other)
        if reason:
            return Comparison("apart", 0.9, reason)
    if given_near(one.first[0], other.first[0])[0] >= SOUND:
        return Comparison("apart", 0.9, f"the last names differ: {one.surname.title()} and {other.surname.title()}")
    return Comparison("none", 0.0, "the names are not near")


def _clash(one: Person, other: Person) -> bool:
    """Whether the longer name ends in a surname of its own that only a double one explains."""
    return len(one.words) < 2 or bool(_differing(one, other))


def _graded(one: Person, other: Person, places: list[int], least: float, remarks: list[str]) -> Comparison:
    """The shorter name's words are among the longer one's: how sure that makes it."""
    said = "".join(f", {remark}" for remark in remarks)
    initial = least == 0.7
    if one.generation != other.generation:
        # Father and son often differ in nothing else.
        one_word = f"one leaves out {one.generation or other.generation}"
        if len(one.words) == len(other.words) and not initial:
            return Comparison("less" if other.generation else "more", 0.75, one_word + said)
        said += f", {one_word}"
    if len(one.words) == len(other.words):
        if initial:
            return _initials(one, other, said)
        kind = {SAME: "the same words", SOUND: "one name by the rules of transliteration", VOWELS: "one name but for vowels"}
        if least == SOUND and _english(one, other) and one.surname != other.surname:
            return Comparison("perhaps less", 0.65, "two spellings of a surname that may be two surnames in English" + said)
        if least == LETTER:
            return Comparison("perhaps less", 0.65, "one letter apart" + said)
        if least == 0.75:
            return Comparison("same", 0.85, "one surname" + said)
        words = kind.get(least, "one surname" if least == 0.9 else "two spellings of one name")
        return Comparison("same", {SAME: 0.93, SOUND: 0.92, VOWELS: 0.85, 0.9: 0.88, 0.92: 0.88}.get(least, 0.8), words + said)
    left_out = " ".join(w.title() for i, w in enumerate(other.words) if i not in places)
    if places[0] != 0:
        first = other.words[0]
        if initial:
            return Comparison("none", 0.0, "a letter that may be anybody's")
        if least < SOUND:
            return Comparison("perhaps less", 0.6, f"one leaves out {left_out}{said}")
        if _initial(first) or len(one.words) > 2:
            return Comparison("less", 0.85, f"one leaves out {left_out}{said}")
        return Comparison("perhaps less", 0.65, f"one leaves out the first name {left_out}{said}")
    if places[-1] != len(other.words) - 1:
        # Pedro Sánchez and Pedro Sánchez Pérez-Castejón: of a double surname, the second is often left out.
        if least < SOUND or one.surname in first_names():
            return Comparison("perhaps less", 0.55, f"one leaves out {left_out}{said}")
        if other.hyphened or one.surname in common() or _romance(other):
            return Comparison("less", 0.8, f"one leaves out the second surname {left_out}{said}")
        return Comparison("perhaps less", 0.6, f"one leaves out the last name {left_out}{said}")
    if initial:
        return Comparison("perhaps less", 0.65, f"the first name is a letter, and one leaves out {left_out}{said}")
    if least in (VOWELS, LETTER):
        return Comparison("perhaps less", 0.65, f"nearly the same letters, and one leaves out {left_out}{said}")
    return Comparison("less", 0.88, f"one leaves out {left_out}{said}")


def _romance(name: Person) -> bool:
    return first_names().get(name.words[0], "").endswith("Latin America")


def _initials(one: Person, other: Person, said: str) -> Comparison:
    """As many words, some of them letters that begin the other's."""
    first = _initial(one.words[0]) != _initial(other.words[0])
    less = sum(map(_initial, one.words)) >= sum(map(_initial, other.words))
    if not first:
        return Comparison("less" if less else "more", 0.88, "a middle name is a letter" + said)
    return Comparison("perhaps less" if less else "perhaps more", 0.6, "a first name is a letter" + said)
