"""Why a statement is an attribution, and why it has its act, stance and slant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegedly.reading.clauses import roots
from allegedly.reading.cues import family_of
from allegedly.reading.explaining.sentences import a, reason, sentences, told
from allegedly.reading.ground import Ground
from allegedly.reading.labels import distances

if TYPE_CHECKING:
    from allegedly.model import Label, Reason, Statement
    from allegedly.reading.parse import Parse
    from allegedly.reading.relation import Attribution
    from allegedly.reading.stance import Judgement

_NO_WORD = ("speaker", "signed", "scene")
"""Frames whose cue is a mark and no word."""
_STANDS = {"affirms": "affirms", "denies": "denies", "doubts": "doubts", "neutral": "leaves it open"}
_TYPED = {"according": "accord"}


def attribution(parse: Parse, relation: Attribution, statement: Statement) -> list[Reason]:
    """Which cue and which frame, who found it, and how sure that is; for narration, why it is nobody's."""
    if relation.mode == "narration":
        aside = statement.confidence < 0.7
        rule = "narration hedged" if relation.cue else "narration aside" if aside else "narration"
        return [reason(parse, "mode", Ground(rule, (*relation.cue[:1],)), statement.confidence)]
    at = (relation.cue[0], *((relation.source,) if relation.source else ()))
    known = family_of(_TYPED.get(relation.lemma, relation.lemma))
    frame = f"frame {relation.rule}"
    if frame not in sentences():
        frame = frame.partition(":")[0]
    takes = sentences()[frame][1]
    found = [
        reason(
            parse,
            "cue",
            Ground("attribution", at, (_BY[relation.by], takes, _how_sure(relation, statement, known=bool(known)))),
            statement.confidence,
        )
    ]
    found += [reason(parse, "content", Ground("carried", (span,))) for span in relation.carried]
    if statement.within is not None:
        found.append(reason(parse, "within", Ground("within", (relation.cue[0],), (statement.within,))))
    return found


_BY = {
    "rules": "grammar, weights attribution",
    "both": "grammar, network attribution",
    "network": "network attribution",
}


def _how_sure(relation: Attribution, statement: Statement, *, known: bool) -> str:
    """Who found it, and how sure that is, in words."""
    sure = f"{statement.confidence:.2f}"
    if relation.rule in _NO_WORD:
        return f"the form alone says who speaks, and is {sure} sure"
    word = "a cue that the vocabulary knows" if known else "no cue that the vocabulary knows"
    if relation.likely is None:
        return f"it is {word}, and by the signs of its grammar the rules are {sure} sure"
    who = "has the words so where the rules had them otherwise" if relation.by == "network" else "agrees that it is one"
    return f"it is {word}, the network ({relation.likely:.2f}) {who}, and rules and network together are {sure} sure"


def judgement(
    parse: Parse, relation: Attribution, judged: Judgement, statement: Statement, labels: tuple[Label, ...]
) -> list[Reason]:
    """Why this act, this stance and this slant; ``judged`` is what cue and words alone say."""
    if relation.mode == "narration":
        return _held_away(parse, statement, labels)
    line = told("stances", "cue").get(judged.cue, "")
    here = relation.cue[:1]
    return [
        reason(parse, "act", _act(judged, statement, line)),
        reason(parse, "stance", _stance(parse, relation, judged, statement, line)),
        *(
            [reason(parse, "slant", Ground("slant by cue", tuple(here), (statement.slant, line)))]
            if judged.slant != "neutral"
            else _held_away(parse, statement, labels)
        ),
    ]


def _held_away(parse: Parse, statement: Statement, labels: tuple[Label, ...]) -> list[Reason]:
    """The label by which the outlet holds a name away from itself in a statement whose cue takes no side."""
    if statement.slant == "neutral":
        return []
    spans = [label.span for label in labels if label.within == statement.id and distances(parse, label)]
    return [reason(parse, "slant", Ground("slant by scare quotes", tuple(spans[:1])))]


def _act(judged: Judgement, statement: Statement, line: str) -> Ground:
    ground = judged.acts
    if ground.rule != "act by cue":
        return ground
    return Ground("act by cue", ground.at, (a(statement.act), line)) if line and ground.at else Ground("act by form")


def _stance(parse: Parse, relation: Attribution, judged: Judgement, statement: Statement, line: str) -> Ground:
    ground = judged.stands
    if statement.stance != judged.stance:
        root = next(roots(parse, relation.content), relation.content[0])
        answered = " and ".join(statement.answers)
        return Ground("negates an answer", (root,), (answered,))
    if ground.rule == "negated":
        return Ground("negated", ground.at, (_STANDS[statement.stance],))
    if ground.rule != "stance by cue":
        return ground
    if not line or not ground.at:
        return Ground("stance by form")
    if statement.stance == "affirms":
        return Ground("affirms", ground.at)
    return ground._replace(said=(_STANDS[statement.stance], line))
