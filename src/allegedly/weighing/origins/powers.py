"""Who speaks in a state under two names: the White House and the administration, a court and who wrote its ruling, a department.

Whoever runs for an office speaks with his campaign and his advertisements.
"""

from __future__ import annotations

import re
from functools import cache

from allegedly.ledger.names import folded
from allegedly.reading import lexicons
from allegedly.weighing.origins.nodes import Node, head_of
from allegedly.weighing.origins.vocabularies import rows

_GOVERNS = re.compile(
    r"(?:[Tt]he )?(?:[Ss]enior )?"
    r"(?:National Security Council|NSC|(?:(?P<whose>[A-Z][\w’'-]+) )?(?:White House|[Aa]dministration))"
    r"(?: (?:officials|aides))?"
)
"""Who speaks for a president: his house, his administration, its officials; a single official is his outlet's own source."""
_TEXT = 30_000
"""Characters of an article that are looked at."""
_CASE = re.compile(r"\w\.? v\.? [A-Z]")
"""*Hask v. Orrel County*: a case that *held* something is the court that decided it."""
_DECIDES = re.compile(r"\b(?:wrote|writing|majority|rul(?:ed|ing)|opinion|decision|order(?:ed)?|finding)\b")
"""What a judge does in a ruling."""
_DISAGREES = re.compile(r"\b(?:dissent\w*|arguments?|hearings?|ask(?:ed|s|ing)?|concurr\w+)\b")
"""What he does where he does not speak for his court."""
_SPEAKS_FOR = re.compile(
    r"(?:[Tt]he |[Aa] )?(?:new )?(?P<whose>[A-Z][\w-]+)"
    r"(?:(?:['’]s)? (?:campaign|ads?|lawyers|attorneys|aides|team|office)"
    r"| and (?:(?:other|his|her|their|many|several) )?[a-z][a-z ]*)"
)
"""What speaks for somebody by his surname, and those who speak with him: *Ruiz ads*, *Ruiz and his fellow lawmakers*."""
_ADVISES = frozenset(("national", "security", "adviser"))
"""*Deputy national security adviser*: of a president's council."""
_MEMBERS = frozenset(("speaker", "representative", "senator", "congressman", "congresswoman"))
"""Who sits in a parliament."""
_JUDGES = frozenset(("justice", "judge"))
_RULINGS = frozenset(("ruling", "opinion", "decision", "judgment", "judgement", "order", "verdict"))


def presides(name: str, texts: tuple[str, ...]) -> str | None:
    """Whose administration speaks by this name: an empty word where that is not said; null where none speaks.

    Args:
        name: The name.
        texts: The articles in which it is to be known from that somebody of the name is president, or of whose house they speak.
    """
    m = _GOVERNS.fullmatch(name)
    if m is None:
        return None
    whose = m["whose"] or ""
    if whose:
        president = re.compile(rf"\bPresident (?:[A-Z][\w.]* ){{0,2}}{re.escape(whose)}\b")
        return whose if any(president.search(text, 0, _TEXT) for text in texts) else None
    return "" if any(text.find("White House", 0, _TEXT) >= 0 for text in texts) else None


def administration(a: Node, b: Node, texts: tuple[str, str]) -> str:
    """Why two that speak for a president are one: *the White House* and *the Ruiz administration* of one time."""
    mine, its = ([presides(name, texts) for name in _spoken_for(node)] for node in (a, b))
    for one in mine:
        for other in its:
            if one is not None and other is not None and (not one or not other or one == other):
                return "both speak for the administration"
    return ""


def _spoken_for(node: Node) -> tuple[str, ...]:
    """What a voice is called, and for whom it speaks; who sits in a parliament does not speak for a president."""
    if not _MEMBERS.isdisjoint(node.offices):
        return (node.name,)
    return (node.name, *node.bodies, *(("National Security Council",) if set(node.described) >= _ADVISES else ()))


@cache
def _branches() -> tuple[tuple[str, str], ...]:
    return tuple((f" {row['name']} ", row["of"]) for row in rows("branches"))


def _department(name: str) -> frozenset[str]:
    low = f" {folded(name)} "
    return frozenset(of for branch, of in _branches() if branch in low)


def department(a: Node, b: Node) -> str:
    """Why two are one department: by the name of its office that publishes figures, or of the document in which they stand."""
    both = _department(a.name) & _department(b.name)
    return f"both have the figures of the {min(both)}" if both else ""


def campaign(a: Node, b: Node) -> str:
    """Why somebody and what speaks for him by his surname are one: *Ruiz ads*, *the Ruiz campaign*."""
    for one, other in ((a, b), (b, a)):
        m = _SPEAKS_FOR.fullmatch(one.name)
        if m and other.kind == "voice" and other.sort == "person" and other.name.split()[-1] == m["whose"]:
            return f"{other.name} speaks by {one.name}"
    return ""


def court(a: Node, b: Node, told: tuple[str, str]) -> str:
    """Why a ruling, or the court, and the judge who wrote it, or the case, are one.

    Args:
        a: The one.
        b: The other.
        told: The sentences in which they speak.
    """
    for one, other, sentence in ((a, b, told[1]), (b, a, told[0])):
        if not _is_of_court(one) or other.kind != "voice":
            continue
        if _CASE.search(other.name):
            return f"{other.name} is the court's"
        judge = other.sort == "person" and not _JUDGES.isdisjoint(other.offices)
        if judge and _DECIDES.search(sentence) and not _DISAGREES.search(sentence):
            return f"{other.name} wrote for the court"
    return ""


def _is_of_court(node: Node) -> bool:
    noun = lexicons.singular(head_of(node.name))
    courts = node.kind == "voice" and folded(node.name).split()[-1:] == ["court"]
    return courts or (node.kind == "document" and noun in _RULINGS)
