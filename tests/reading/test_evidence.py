"""What statements rest on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import allegedly
from allegedly.intake import article_from_text
from allegedly.model import Evidence
from allegedly.reading.evidence import find_evidence
from allegedly.reading.inflection import lemma_of
from allegedly.reading.parse import Parse
from allegedly.reading.relation import Attribution
from allegedly.reading.voices import cast

ParseText = Callable[[str], Parse]


def draft(parse: Parse, source: str, cue: str, *content: str, within: int | None = None) -> Attribution:
    """An attribution by its words, each taken where they stand first."""

    def span(words: str) -> tuple[int, int]:
        start = parse.text.index(words)
        return start, start + len(words)

    def head(words: str) -> int:
        tokens = parse.tokens(span(words))
        return parse.head_of(tokens[0], tokens[-1])

    return Attribution(
        source=span(source),
        cue=[span(cue)],
        content=[span(words) for words in content],
        mode="indirect",
        lemma=lemma_of(parse.lower[head(cue)]),
        cue_token=head(cue),
        source_token=head(source),
        within=within,
    )


def evidence(parse: Parse, *drafts: Attribution) -> list[list[tuple[str, str]]]:
    """Words and kind of the evidence of each statement."""
    relations = list(drafts)
    entity_at = cast(parse, article_from_text(parse.text), relations).entity_at
    return [[(item.text, item.kind) for item in items] for items in find_evidence(parse, relations, entity_at)]


CASES = {
    "documents speak": (
        "Transcripts of the meeting show that the mayor knew.",
        ("Transcripts of the meeting", "show", "that the mayor knew"),
        [("Transcripts of the meeting", "record")],
    ),
    "according to a document": (
        "The dam had leaked for years, according to an engineer's report from 2019.",
        ("an engineer's report from 2019", "according to", "The dam had leaked for years"),
        [("an engineer's report from 2019", "report")],
    ),
    "a report with a name": (
        "The Harlow Report says that the dam had leaked.",
        ("The Harlow Report", "says", "that the dam had leaked"),
        [("The Harlow Report", "report")],
    ),
    "a poll": (
        "An exit poll found that most voters want a bridge.",
        ("An exit poll", "found", "that most voters want a bridge"),
        [("An exit poll", "poll")],
    ),
    "pages of a document": (
        "Hundreds of pages of court papers show that he lied.",
        ("Hundreds of pages of court papers", "show", "that he lied"),
        [("Hundreds of pages of court papers", "court filing")],
    ),
    "said in a filing": (
        "The company said in a court filing that the contract was void.",
        ("The company", "said", "that the contract was void"),
        [("a court filing", "court filing")],
    ),
    "wrote on a blog": (
        "Marsk wrote on her blog that the contract was void.",
        ("Marsk", "wrote", "that the contract was void"),
        [("her blog", "post")],
    ),
    "citing": (
        "The ministry said the convoy had crossed the border, citing satellite images.",
        ("The ministry", "said", "the convoy had crossed the border"),
        [("satellite images", "image")],
    ),
    "several are cited": (
        "The ministry said the convoy had left, citing satellite images and a letter.",
        ("The ministry", "said", "the convoy had left"),
        [("satellite images", "image"), ("a letter", "message")],
    ),
    "cited to claim something": (
        "The ministry cited satellite images to claim that the convoy had left.",
        ("The ministry", "claim", "that the convoy had left"),
        [("satellite images", "image")],
    ),
    "having evidence": (
        '"We have evidence that the dam had leaked," Marsk said.',
        ("Marsk", "said", '"We have evidence that the dam had leaked,"'),
        [("evidence", "trace")],
    ),
    "having papers is no evidence": (
        "Marsk said most patients had records totalling forty pages.",
        ("Marsk", "said", "most patients had records totalling forty pages"),
        [],
    ),
    "based on": (
        "Based on footage from the harbour, police said that two men had fled.",
        ("police", "said", "that two men had fled"),
        [("footage from the harbour", "recording")],
    ),
    "named in the words themselves": (
        '"These data prove that the vaccine works," Dr. Lena Marsk said.',
        ("Dr. Lena Marsk", "said", '"These data prove that the vaccine works,"'),
        [("These data", "data")],
    ),
    "a statement is only a way of saying": (
        "The mayor said in a statement that the bridge was safe.",
        ("The mayor", "said", "that the bridge was safe"),
        [],
    ),
    "a statement spoken of before is more": (
        "The mayor said in the October statement that the bridge was safe.",
        ("The mayor", "said", "that the bridge was safe"),
        [("the October statement", "statement")],
    ),
    "people are none": (
        "Two officials said that the bridge was safe.",
        ("Two officials", "said", "that the bridge was safe"),
        [],
    ),
    "a newspaper's name is none": (
        "The Post said that the bridge was safe.",
        ("The Post", "said", "that the bridge was safe"),
        [],
    ),
    "what is only spoken of is none": (
        "The mayor said that the report was late.",
        ("The mayor", "said", "that the report was late"),
        [],
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES)
def test_evidence(parse_of_text: ParseText, text: str, words: tuple[str, str, str], expected: list[tuple[str, str]]) -> None:
    """A statement has the documents, recordings and the like on which its source rests, and their kinds."""
    parse = parse_of_text(text)
    assert evidence(parse, draft(parse, *words)) == [expected]


def test_a_document_that_begins_what_somebody_says(parse_of_text: ParseText) -> None:
    """Who begins by what a document shows rests on it: *Footage shows …, the inspector said*."""
    parse = parse_of_text("Surveillance footage shows a man at the gate, the inspector said.")
    outer = draft(parse, "the inspector", "said", "Surveillance footage shows a man at the gate")
    inner = draft(parse, "Surveillance footage", "shows", "a man at the gate", within=0)
    assert evidence(parse, outer, inner) == [[("Surveillance footage", "recording")]] * 2


def test_what_a_document_says_of_others(parse_of_text: ParseText) -> None:
    """What a document reports that somebody said rests on the document."""
    parse = parse_of_text('According to e-mails from June, he replied: "Wait until the vote is over."')
    outer = draft(parse, "e-mails from June", "According to", 'he replied: "Wait until the vote is over."')
    inner = draft(parse, "he", "replied", '"Wait until the vote is over."', within=0)
    assert evidence(parse, outer, inner) == [[("e-mails from June", "message")]] * 2


def test_one_document_is_named_once(parse_of_text: ParseText) -> None:
    """A document that the words name twice is one piece of evidence, at its first place."""
    parse = parse_of_text("The audit says that the money is gone, citing the audit.")
    assert evidence(parse, draft(parse, "The audit", "says", "that the money is gone")) == [[("The audit", "report")]]


def test_narration_has_none(parse_of_text: ParseText) -> None:
    """What the outlet says in its own voice rests on nobody's paper."""
    parse = parse_of_text("The report shows the dam.")
    narrated = Attribution(source=None, cue=[], content=[(0, 24)], mode="narration")
    assert evidence(parse, narrated) == [[]]


def test_spans_quote_the_text(parse_of_text: ParseText) -> None:
    """The span of a piece of evidence holds its words."""
    parse = parse_of_text("Transcripts of the meeting show that the mayor knew.")
    relations = [draft(parse, "Transcripts of the meeting", "show", "that the mayor knew")]
    found = find_evidence(parse, relations, lambda _: None)
    assert found == [(Evidence(span=(0, 26), text="Transcripts of the meeting", kind="record"),)]


def test_no_text(parse_of_text: ParseText) -> None:
    """Where there are no statements there is no evidence."""
    assert find_evidence(parse_of_text(""), [], lambda _: None) == []


def test_on_a_recording() -> None:
    """Words that are heard on a recording rest on it; those said on a programme do not."""
    heard = allegedly.read('"Three, and not in the bank," says Talwar on the recording.').statements[0]
    aired = allegedly.read('"Three, and not in the bank," says Talwar on the podcast.').statements[0]
    assert [(e.text, e.kind) for e in heard.evidence] == [("the recording", "recording")]
    assert not aired.evidence
