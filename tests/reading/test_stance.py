"""Act, stance and slant of statements, by their cues, frames and words."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from allegedly.model import Act, Slant, Stance
from allegedly.reading.attribution import find_attributions
from allegedly.reading.clauses import negated
from allegedly.reading.narration import find_narration
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.relation import Attribution
from allegedly.reading.stance import Judgement, judge
from allegedly.reading.vocabularies import rows

ParseText = Callable[[str], Parse]


def judged(parse: Parse, cue: str) -> Judgement:
    """The judgement of the statement whose cue has the words."""
    relations = find_attributions(parse, paragraphs_of(parse.text))
    for relation, judgement in zip(relations, judge(parse, relations), strict=True):
        if any(cue in parse.text[start:end] for start, end in relation.cue):
            return judgement
    cues = [[parse.text[start:end] for start, end in r.cue] for r in relations]
    raise AssertionError(f"no statement by {cue!r} among {cues}")


ACTS = {
    "statement": ("The ferry was late, the harbour master said.", "said", "statement"),
    "belief": ("Lena Marsk believes that the pipeline was cut on purpose.", "believes", "belief"),
    "passive belief": ("The mayor is believed to be in Oster.", "is believed", "belief"),
    "hope": ("Rescuers hope that the miners are alive.", "hope", "belief"),
    "promise": ("The mayor vowed to rebuild the bridge.", "vowed", "promise"),
    "promise in a clause": ("The minister promised that nobody would lose a pension.", "promised", "promise"),
    "demand": ("The union urged the owners to reopen the mine.", "urged", "demand"),
    "demand for": ("The opposition called for the minister to resign.", "called", "demand"),
    "told to do": ("The captain told the crew to abandon the ship.", "told", "demand"),
    "wanted of others": ("We want the company to leave the valley, said Ana Ruiz.", "want", "demand"),
    "question": ('"Who signed the order?" the judge asked.', "asked", "question"),
    "indirect question": ("Reporters asked whether the bridge was safe.", "asked", "question"),
    "judgement": ("The council condemned the attack.", "condemned", "judgement"),
    "ruling": ("The court ruled that the arrest was unlawful.", "ruled", "judgement"),
    "naming": ("Ana Ruiz called the plan a disgrace.", "called", "judgement"),
    "accusation": ("The union accused the owners of hiding the report.", "accused", "statement"),
}


@pytest.mark.parametrize(("text", "cue", "act"), ACTS.values(), ids=ACTS)
def test_act(parse_of_text: ParseText, text: str, cue: str, act: str) -> None:
    """The cue and its frame say what kind of saying it is."""
    assert judged(parse_of_text(text), cue).act == act


STANCES = {
    "said": ("The ferry was late, the harbour master said.", "said", "affirms"),
    "denied": ("The mayor denied that the bridge was unsafe.", "denied", "denies"),
    "quick to deny": ("The club was quick to deny that its coach had resigned.", "deny", "denies"),
    "laughed off": ("The actress laughed off reports that she was to marry.", "reports", "denies"),
    "no longer denies": ("The company no longer denies that the valve was broken.", "denies", "neutral"),
    "insisted": ("The clerk insisted that he had not opened the safe.", "insisted", "denies"),
    "another version": ("The colonel offered a different version, saying that they had fired first.", "saying", "denies"),
    "not enough evidence": ("The agency does not believe that there is enough evidence of fraud.", "believe", "doubts"),
    "did not want": ("The sailors do not want to go home.", "want", "affirms"),
    "dismissed": ("The ministry dismissed the allegations as nonsense.", "dismissed", "denies"),
    "ruled out": ("The minister ruled out a rise in taxes.", "ruled out", "denies"),
    "brushed aside": ("The minister brushed aside the claims.", "brushed", "denies"),
    "doubted": ("Engineers doubt that the bridge will open in May.", "doubt", "doubts"),
    "cast doubt": ("The survey casts doubt on the promise of the mayor.", "casts", "doubts"),
    "questioned": ("Her lawyer questioned whether the letter was genuine.", "questioned", "doubts"),
    "unlikely": ("Marsk said it was unlikely that the mine would reopen.", "said", "doubts"),
    "unclear": ("Police said it was unclear who had fired.", "said", "doubts"),
    "believed to be unlikely": ("Marsk said she thinks it is unlikely that the mine will reopen.", "said", "doubts"),
    "did not deny": ("The ministry did not deny that the samples had been taken.", "did not deny", "neutral"),
    "neither confirmed nor denied": (
        "The company would neither confirm nor deny that talks were under way.",
        "deny",
        "neutral",
    ),
    "did not say": ("Police did not say whether shots had been fired.", "did not say", "neutral"),
    "declined to comment": ("The company declined to comment on the sale.", "declined", "neutral"),
    "no recollection": ('"I have no recollection of such a meeting," Kell said.', "said", "neutral"),
    "would not discuss": ('"We do not discuss matters of security," the spokesman said.', "said", "neutral"),
    "does not believe": ("Marsk does not believe that the mine will reopen.", "does not believe", "denies"),
    "does not doubt": ("Marsk does not doubt that the mine will reopen.", "does not doubt", "affirms"),
    "rejects claims": ('"We reject all claims that the water is unsafe," the company said.', "said", "denies"),
    "reports are baseless": ("The minister said the reports were baseless.", "said", "denies"),
    "thinks it nonsense": ('"I think this is complete nonsense," Kell said.', "said", "denies"),
    "no evidence": ("The judge said there was no evidence of fraud.", "said", "denies"),
    "no grounds": ('"These claims cannot have any basis," the envoy said.', "said", "denies"),
    "is lying": ("The union said that the mayor was lying.", "said", "denies"),
    "alleged thing a hoax": ("Police said the alleged kidnapping was nothing but a hoax.", "said", "denies"),
    "called false": ("The ministry called the report misleading.", "called", "denies"),
    "plain negative": ("The mayor said the bridge would not open in May.", "said", "affirms"),
    "report that keeps silent": ("Marsk said the report did not mention the dam.", "said", "affirms"),
}


@pytest.mark.parametrize(("text", "cue", "stance"), STANCES.values(), ids=STANCES)
def test_stance(parse_of_text: ParseText, text: str, cue: str, stance: str) -> None:
    """The cue, its negation and the main clause of the words say how the source stands to what is at stake."""
    assert judged(parse_of_text(text), cue).stance == stance


SLANTS = {
    "said": ("The ferry was late, the harbour master said.", "said", "neutral"),
    "claimed": ("The harbour master claimed that the ferry was late.", "claimed", "distancing"),
    "pointed out": ("The harbour master pointed out that the ferry was late.", "pointed out", "endorsing"),
    "admitted": ("The harbour master admitted that the ferry was late.", "admitted", "endorsing"),
    "did not admit": ("The harbour master did not admit that the ferry was late.", "did not admit", "neutral"),
}


@pytest.mark.parametrize(("text", "cue", "slant"), SLANTS.values(), ids=SLANTS)
def test_slant(parse_of_text: ParseText, text: str, cue: str, slant: str) -> None:
    """The outlet's cue says how far it stands behind the words."""
    assert judged(parse_of_text(text), cue).slant == slant


def test_narration_affirms(parse_of_text: ParseText) -> None:
    """What the outlet says in its own voice is a statement that it affirms."""
    parse = parse_of_text("The bridge does not appear to be safe. It was never inspected.")
    narration = find_narration(parse, [])
    assert judge(parse, narration) == [Judgement("statement", "affirms", "neutral")] * 2


def test_no_cue(parse_of_text: ParseText) -> None:
    """An attribution without a cue word is a plain statement."""
    parse = parse_of_text("KELL: I was at home.")
    relation = Attribution(source=(0, 4), cue=[(4, 5)], content=[(6, 20)], mode="indirect")
    assert judge(parse, [relation]) == [Judgement("statement", "affirms", "neutral")]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("She did not say so.", "say", True),
        ("Nobody said so.", "said", True),
        ("No witness said so.", "said", True),
        ("She could neither confirm nor deny it.", "deny", True),
        ("She said so.", "said", False),
    ],
)
def test_negated(parse_of_text: ParseText, text: str, word: str, expected: bool) -> None:
    """A verb is negated by a word of its own, by its subject, or together with the verb beside it."""
    parse = parse_of_text(text)
    assert negated(parse, parse.word.index(word)) is expected


def test_cue_of_several_words(parse_of_text: ParseText) -> None:
    """A cue of several words means what it means as a whole: *plead not guilty* is no silence."""
    parse = parse_of_text("Orban Kell pleaded not guilty to six counts of theft.")
    relation = Attribution(source=(0, 10), cue=[(11, 29)], content=[(33, 52)], mode="indirect", lemma="plead", cue_token=2)
    assert judge(parse, [relation]) == [Judgement("statement", "denies", "neutral")]


def test_vocabulary() -> None:
    """Every cue stands once, with an act, a stance and a slant of the model and a reason."""
    table = rows("stances")
    cues = [row["cue"] for row in table]
    assert len(table) > 500
    assert cues == sorted(set(cues))
    assert {row["act"] for row in table} == set(get_args(Act))
    assert {row["stance"] for row in table} == set(get_args(Stance))
    assert {row["slant"] for row in table} == set(get_args(Slant))
    assert all(row["reason"].strip() for row in table)


@pytest.mark.parametrize("name", ["addressees", "evidence", "grounds", "irregular", "rejections", "relays"])
def test_tables_have_no_line_twice(name: str) -> None:
    """Every line of a table says something else, and has its reason."""
    table = rows(name)
    keys = [tuple(value for column, value in row.items() if column != "reason") for row in table]
    assert len(keys) == len(set(keys))
    assert all(row["reason"].strip() for row in table)
