"""Who says *I* and *you* where no quotation marks stand: interviews printed as questions and answers, speeches, columns.

A paragraph that asks somebody (*you*) and is followed by one that answers (*I*) is a turn of an interview. *I* of the answers
and *you* of the questions are whoever is interviewed, most often named above the first question. In a text of one voice every
*I* is one person, whoever that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from allegedly.reading.mentions import Figure, Mention
from allegedly.reading.parse import Parse

Turn = Literal["", "question", "answer", "speech"]

_QUESTIONS = 2
"""Paragraphs that ask *you* something, from which a text is an interview."""
_FIRST = 4
"""How often *I* and *we* stand outside quotations, from which a text has a voice of its own."""
_SHARE = 0.01
"""Share that they are of the words outside quotations, from which it has."""
_NAMED = 2
"""How often answers name somebody who does not give them."""
_LEAD = 400
"""Tokens above the first question in which whoever is asked is looked for."""
_ASKS = frozenset({"interview", "interviews", "interviewed", "interviewing"})
_SPEAKS = frozenset({"spoke", "speaks", "talked", "talks", "sat", "caught", "chatted", "met"})
_TELLS = frozenset({"tells", "told", "discusses", "explains", "answers", "answered"})


@dataclass(slots=True)
class Dialogue:
    """What every paragraph is in a text without quotation marks, and who is asked."""

    turns: list[Turn]
    asked: int | None = None
    """Place of the figure that is interviewed."""

    def turn(self, parse: Parse, token: int) -> Turn:
        """What the paragraph of the token is."""
        return self.turns[parse.paragraph[token]] if self.turns else ""


def listen(parse: Parse, pronouns: Sequence[Mention], quoted: Sequence[bool], figures: Sequence[Figure]) -> Dialogue:
    """The turns of an article.

    Args:
        parse: Its parse.
        pronouns: Its pronouns.
        quoted: For each token, whether it stands between quotation marks.
        figures: Those that it names, with their names.
    """
    first: Counter[int] = Counter()
    second: Counter[int] = Counter()
    for pronoun in pronouns:
        if not quoted[pronoun.head]:
            if pronoun.lemma in ("i", "we"):
                first[parse.paragraph[pronoun.head]] += 1
            elif pronoun.lemma == "you":
                second[parse.paragraph[pronoun.head]] += 1
    if first.total() + second.total() < _FIRST:
        return Dialogue([])
    asks = [_asks(parse, number) for number in range(len(parse.paragraphs))]
    if sum(asks[p] for p in second) >= _QUESTIONS and any(not asks[p] for p in first):
        turns = _turns(asks, first, second)
        begin = next((parse.paragraphs[p][0] for p, turn in enumerate(turns) if turn == "question"), 0)
        return Dialogue(turns, _asked(parse, figures, begin, turns))
    outside = sum(not inside for inside in quoted)
    if first.total() >= max(_FIRST, _SHARE * outside):
        return Dialogue(["speech"] * len(parse.paragraphs))
    return Dialogue([])


def _asks(parse: Parse, paragraph: int) -> bool:
    """Whether the paragraph ends in a question mark."""
    low, last = parse.paragraphs[paragraph]
    while last > low and (parse.tag[last] == "_SP" or parse.word[last] in ')]"”’'):
        last -= 1
    return parse.word[last].endswith("?")


def _turns(asks: list[bool], first: Counter[int], second: Counter[int]) -> list[Turn]:
    turns: list[Turn] = []
    begun = False
    for p, asking in enumerate(asks):
        before = turns[-1] if turns else ""
        question = asking and not (before == "question" and first[p])
        if not question and second[p] and not first[p] and before != "question":
            # "You have written a book about it." asks without a mark, where an answer follows.
            question = p + 1 < len(asks) and not asks[p + 1] and first[p + 1] > 0
        begun = begun or (question and (second[p] > 0 or asking))
        turns.append("question" if question else "answer" if begun and (first[p] or second[p]) else "")
    return turns


def _asked(parse: Parse, figures: Sequence[Figure], begin: int, turns: Sequence[Turn]) -> int | None:
    """Who is interviewed: whom the words above the first question call so, else the person named most often there."""
    end = min(begin, _LEAD) or min(len(parse), _LEAD // 2)
    hints = _hints(parse, end)
    called = not _ASKS.isdisjoint(parse.lower[:end])
    best: tuple[float, int] | None = None
    for place, figure in enumerate(figures):
        if figure.kind not in ("person", "organisation"):
            continue
        above = [m for m in figure.names if m.last < end]
        itself = sum(turns[parse.paragraph[m.first]] == "answer" for m in figure.names if m.first >= begin)
        if not above or (itself >= _NAMED and not (called and parse.paragraph[above[0].first] == 0)):
            continue  # nobody calls himself by name
        weight = len(above) + 4.0 * any(m.first <= hint <= m.last or m.head == hint for m in above for hint in hints)
        weight += 3.0 * (figure.kind == "person") - 0.001 * above[0].first
        if best is None or weight > best[0]:
            best = weight, place
    return best[1] if best is not None else None


def _hints(parse: Parse, end: int) -> set[int]:
    """Heads of what is said to be interviewed above the first question."""
    found = set()
    for token in range(end):
        word = parse.lower[token]
        if word in _ASKS:
            for child in parse.children[token]:
                dep = parse.dep[child]
                if dep in ("dobj", "nsubjpass", "npadvmod") and parse.tag[token][:2] == "VB":
                    found.add(child)
                elif dep == "prep" and parse.lower[child] == "with":
                    found.update(c for c in parse.children[child] if parse.dep[c] == "pobj")
        elif word in _SPEAKS:
            for child in parse.children[token]:
                if parse.dep[child] == "prep" and parse.lower[child] == "with":
                    found.update(c for c in parse.children[child] if parse.dep[c] == "pobj")
        elif word in _TELLS:
            found.update(c for c in parse.children[token] if parse.dep[c] == "nsubj")
    return {h for head in found for h in (head, *(c for c in parse.children[head] if parse.dep[c] == "appos"))}
