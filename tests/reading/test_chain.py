"""Through whose mouths statements came, and to whom they were said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import allegedly
from allegedly.intake import article_from_text
from allegedly.model import Voice
from allegedly.reading.chain import chains, find_addressee
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
        source=span(source) if source else None,
        cue=[span(cue)],
        content=[span(words) for words in content],
        mode="indirect",
        lemma=lemma_of(parse.lower[head(cue)]),
        cue_token=head(cue),
        source_token=head(source) if source else None,
        within=within,
    )


def hops(parse: Parse, *drafts: Attribution, outlet: str | None = None) -> list[list[str]]:
    """The voices after the outlet in each chain: the name of the entity, or the words."""
    relations = list(drafts)
    known = cast(parse, article_from_text(parse.text, outlet=outlet), relations)
    found = chains(parse, relations, known, find_evidence(parse, relations, known.entity_at))
    assert all(chain[0] == Voice(outlet=True) for chain in found)
    assert all(parse.text[slice(*hop.span)] == hop.text for chain in found for hop in chain[1:] if hop.span)
    return [[known.entity(hop.entity).name if hop.entity else str(hop.text) for hop in chain[1:]] for chain in found]


CASES = {
    "nobody between": (
        "Lena Marsk said that the bridge was safe.",
        ("Lena Marsk", "said", "that the bridge was safe"),
        ["Lena Marsk"],
    ),
    "told another outlet": (
        '"The bridge is safe," Lena Marsk told Reuters.',
        ("Lena Marsk", "told", '"The bridge is safe,"'),
        ["Reuters", "Lena Marsk"],
    ),
    "told an outlet, without that": (
        "The Harlow Beacon wrote of it. Officials told the Beacon they were at work.",
        ("Officials", "told", "the Beacon they were at work"),
        ["Harlow Beacon", "Officials"],
    ),
    "per a report": (
        "Per reports, two officials said that the bridge was safe.",
        ("two officials", "said", "that the bridge was safe"),
        ["reports", "two officials"],
    ),
    "an outlet's report, citing": (
        "It comes after a report by Reuters, also citing two officials, that the bridge is safe.",
        ("two officials", "citing", "that the bridge is safe"),
        ["Reuters", "two officials"],
    ),
    "told reporters": (
        '"The bridge is safe," Lena Marsk told reporters.',
        ("Lena Marsk", "told", '"The bridge is safe,"'),
        ["Lena Marsk"],
    ),
    "told the press": (
        '"The bridge is safe," Lena Marsk told the press.',
        ("Lena Marsk", "told", '"The bridge is safe,"'),
        ["Lena Marsk"],
    ),
    "told a station without a name": (
        '"The bridge is safe," Lena Marsk told local radio.',
        ("Lena Marsk", "told", '"The bridge is safe,"'),
        ["local radio", "Lena Marsk"],
    ),
    "said on television": (
        '"The bridge is safe," Lena Marsk said on television.',
        ("Lena Marsk", "said", '"The bridge is safe,"'),
        ["Lena Marsk"],
    ),
    "told state media": (
        '"The bridge is safe," Lena Marsk told state media.',
        ("Lena Marsk", "told", '"The bridge is safe,"'),
        ["state media", "Lena Marsk"],
    ),
    "in an interview": (
        '"The bridge is safe," Lena Marsk said in an interview with Reuters.',
        ("Lena Marsk", "said", '"The bridge is safe,"'),
        ["Reuters", "Lena Marsk"],
    ),
    "quoted by": (
        '"The bridge is safe," Lena Marsk was quoted as saying by Reuters.',
        ("Lena Marsk", "saying", '"The bridge is safe,"'),
        ["Reuters", "Lena Marsk"],
    ),
    "quoted by, before the saying": (
        "Lena Marsk was quoted by state media as saying the bridge was safe.",
        ("Lena Marsk", "saying", "the bridge was safe"),
        ["state media", "Lena Marsk"],
    ),
    "an outlet that quotes": (
        "Reuters quoted two officials as saying the bridge was safe.",
        ("Reuters", "saying", "the bridge was safe"),
        ["Reuters", "two officials"],
    ),
    "an outlet's report that quotes": (
        "A report by Reuters cited two officials as saying the bridge was safe.",
        ("A report by Reuters", "saying", "the bridge was safe"),
        ["Reuters", "two officials"],
    ),
    "carried by": (
        "Lena Marsk, in a statement carried by Reuters, denied that the bridge was unsafe.",
        ("Lena Marsk", "denied", "that the bridge was unsafe"),
        ["Reuters", "Lena Marsk"],
    ),
    "an outlet's verb around it": (
        "The bridge is safe, Lena Marsk said, Reuters reported.",
        ("Lena Marsk", "said", "The bridge is safe"),
        ["Reuters", "Lena Marsk"],
    ),
    "an outlet itself": (
        "Reuters reports that the bridge is safe.",
        ("Reuters", "reports", "that the bridge is safe"),
        ["Reuters"],
    ),
    "an outlet's report": (
        "A report by Reuters says that the bridge is safe.",
        ("A report by Reuters", "says", "that the bridge is safe"),
        ["Reuters", "report by Reuters"],
    ),
    "a document that an outlet has got": (
        "A memo obtained by Reuters says that the bridge is safe.",
        ("A memo obtained by Reuters", "says", "that the bridge is safe"),
        ["Reuters", "memo"],
    ),
    "a document of nobody's": (
        "An engineer's report says that the bridge is safe.",
        ("An engineer's report", "says", "that the bridge is safe"),
        ["engineer's report"],
    ),
    "citing people": (
        "Reuters reported that the bridge was safe, citing two officials.",
        ("Reuters", "reported", "that the bridge was safe"),
        ["Reuters", "two officials"],
    ),
    "citing papers": (
        "Reuters reported that the bridge was safe, citing two reports.",
        ("Reuters", "reported", "that the bridge was safe"),
        ["Reuters"],
    ),
    "an outlet spoken of": (
        "Lena Marsk criticised Reuters for its haste.",
        ("Lena Marsk", "criticised", "its haste"),
        ["Lena Marsk"],
    ),
    "told an outlet whose name runs into the words": (
        "Lena Marsk told NPR Hamid Karz had left the town.",
        ("Lena Marsk", "told", "NPR Hamid Karz had left the town"),
        ["NPR", "Lena Marsk"],
    ),
    "reportedly": (
        "A clerk in the ministry reportedly said that the bridge was safe.",
        ("A clerk in the ministry", "said", "that the bridge was safe"),
        ["unknown", "clerk in the ministry"],
    ),
    "two sentences in one": (
        "Initial reports said it was a lorry; Reuters later reported a barge.",
        ("Initial reports", "said", "it was a lorry"),
        ["Initial reports"],
    ),
    "nobody named": (
        "The bridge is believed to be safe.",
        ("", "is believed", "to be safe"),
        [],
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES)
def test_chain(parse_of_text: ParseText, text: str, words: tuple[str, str, str], expected: list[str]) -> None:
    """The chain leads from the outlet through whoever passed the words on to the voice that speaks."""
    parse = parse_of_text(text)
    assert hops(parse, draft(parse, *words)) == [expected]


def test_nobody_between(parse_of_text: ParseText) -> None:
    """Where others speak of what is thought, nobody says by whom; at the top of an article that needs no hop."""
    parse = parse_of_text("Traders said that Oster Oil is thought to be for sale. The bridge is thought to be safe.")
    outer = draft(parse, "Traders", "said", "that Oster Oil is thought to be for sale")
    inner = draft(parse, "", "is thought", "to be for sale", within=0)
    alone = draft(parse, "", "is thought", "to be safe")
    assert hops(parse, outer, inner, alone) == [["Traders"], ["Traders", "unknown"], []]


def test_a_reply_to_a_story(parse_of_text: ParseText) -> None:
    """What a story says is not said by the clerk who was responding to it."""
    parse = parse_of_text("A clerk responded to a story by Reuters, which said the vault was empty.")
    reply = draft(parse, "A clerk", "responded to", "a story by Reuters, which said the vault was empty")
    reply.rule = "prep:to"
    story = draft(parse, "which", "said", "the vault was empty", within=0)
    assert hops(parse, reply, story)[1] == ["Reuters"]


def test_own_outlet_by_its_first_words(parse_of_text: ParseText) -> None:
    """An article of *NPR News* that speaks of NPR speaks of its own outlet."""
    parse = parse_of_text('"The bridge is safe," Lena Marsk told NPR.')
    said = draft(parse, "Lena Marsk", "told", '"The bridge is safe,"')
    assert hops(parse, said, outlet="NPR News") == [["Lena Marsk"]]


def test_the_newspaper_is_another(parse_of_text: ParseText) -> None:
    """An outlet that names itself does not call itself *the newspaper*: that is a voice; *this newspaper* is none."""
    parse = parse_of_text(
        "Readers of the Oster Tribune wrote. The newspaper said that the bridge was safe. This newspaper hopes it was safe."
    )
    other = draft(parse, "The newspaper", "said", "that the bridge was safe")
    own = draft(parse, "This newspaper", "hopes", "it was safe")
    assert hops(parse, other, own, outlet="Oster Tribune") == [["The newspaper"], []]


def test_own_interview_adds_no_hop(parse_of_text: ParseText) -> None:
    """Words said to the article's own outlet came through nobody else."""
    parse = parse_of_text('"The bridge is safe," Lena Marsk told the Oster Tribune.')
    said = draft(parse, "Lena Marsk", "told", '"The bridge is safe,"')
    assert hops(parse, said, outlet="Oster Tribune") == [["Lena Marsk"]]


def test_nested(parse_of_text: ParseText) -> None:
    """A voice in another's words comes behind it; the same voice again is no further hop."""
    parse = parse_of_text("Orban Kell said that Lena Marsk believes the bridge is safe. He said he hopes so.")
    outer = draft(parse, "Orban Kell", "said", "that Lena Marsk believes the bridge is safe")
    inner = draft(parse, "Lena Marsk", "believes", "the bridge is safe", within=0)
    assert hops(parse, outer, inner) == [["Orban Kell"], ["Orban Kell", "Lena Marsk"]]


def test_speaking_on_to_the_same_outlet(parse_of_text: ParseText) -> None:
    """Who was speaking to an outlet keeps speaking to it, until somebody else is spoken to."""
    parse = parse_of_text(
        '"The bridge is safe," Lena Marsk told Reuters. "It will open soon," Marsk added. '
        '"Wait for us," Marsk informed parliament. "It is built well," Marsk concluded.'
    )
    drafts = [
        draft(parse, "Lena Marsk", "told", '"The bridge is safe,"'),
        draft(parse, "Marsk added", "added", '"It will open soon,"'),
        draft(parse, "Marsk informed", "informed", '"Wait for us,"'),
        draft(parse, "Marsk concluded", "concluded", '"It is built well,"'),
    ]
    for attribution in drafts[1:]:
        assert attribution.source
        start = attribution.source[0]
        attribution.source, attribution.source_token = (start, start + 5), parse.token_at(start)
    assert hops(parse, *drafts) == [["Reuters", "Lena Marsk"]] * 2 + [["Lena Marsk"]] * 2


def test_a_report_that_stays_the_topic(parse_of_text: ParseText) -> None:
    """*The report* is still that of the outlet to which it was first said to belong."""
    parse = parse_of_text("A report by Reuters says that the bridge is safe. The report adds that it was costly.")
    drafts = [
        draft(parse, "A report by Reuters", "says", "that the bridge is safe"),
        draft(parse, "The report", "adds", "that it was costly"),
    ]
    assert hops(parse, *drafts) == [["Reuters", "report by Reuters"]] * 2


def test_narration(parse_of_text: ParseText) -> None:
    """What the outlet says itself has its own voice alone."""
    parse = parse_of_text("The bridge is safe.")
    narrated = Attribution(source=None, cue=[], content=[(0, 18)], mode="narration")
    assert chains(parse, [narrated], cast(parse, article_from_text(parse.text), [narrated]), [()]) == [(Voice(outlet=True),)]


ADDRESSEES = {
    "object": ("Marsk told reporters that the bridge was safe.", "told", "that the bridge was safe", "reporters"),
    "object with an of phrase": (
        "Marsk told members of parliament that the bridge was safe.",
        "told",
        "that the bridge was safe",
        "members of parliament",
    ),
    "two": ("Marsk told Kell and Ruiz that the bridge was safe.", "told", "that the bridge was safe", "Kell and Ruiz"),
    "to": ('"It is safe," Marsk said to the crew.', "said", '"It is safe,"', "the crew"),
    "passive": ("The court was told that the bridge was unsafe.", "told", "that the bridge was unsafe", "The court"),
    "asked": ('"Is it safe?" Marsk asked the engineer.', "asked", '"Is it safe?"', "the engineer"),
    "nobody": ("Marsk said that the bridge was safe.", "said", "that the bridge was safe", None),
    "inside the words": ("Marsk said the crew had written to the owner.", "said", "the crew had written to the owner", None),
}


@pytest.mark.parametrize(("text", "cue", "content", "expected"), ADDRESSEES.values(), ids=ADDRESSEES)
def test_addressee(parse_of_text: ParseText, text: str, cue: str, content: str, expected: str | None) -> None:
    """Whoever it is said to: the verb's object, the phrase after *to*, the subject of a passive."""
    parse = parse_of_text(text)
    span = find_addressee(parse, draft(parse, "" if "was told" in text else "Marsk", cue, content))
    assert (parse.text[slice(*span)] if span else None) == expected


CITED = {
    "with reference to": (
        "A girder fell from the bridge on Tuesday, the news agency FLN reports with reference to the fire service.",
        ["FLN", "the fire service"],
    ),
    "on the authority of": (
        "Two men were held, the daily Morgon wrote on the authority of the prosecutor.",
        ["Morgon", "the prosecutor"],
    ),
    "citing, before the words": (
        "The Falls Beacon reported Monday, citing a supervisor, that the plant would close.",
        ["Falls Beacon", "a supervisor"],
    ),
    "has this from": ("The bridge is closed until May. The Weekly has this from two clerks.", ["The Weekly", "two clerks"]),
    "we have it from": ("The captain was drunk. We have it from one of the border guards.", ["one of the border guards"]),
    "which cited": (
        "The news agency TNV, which cited the health office, said four people had died.",
        ["TNV", "the health office"],
    ),
    "on condition": (
        "The family has sold the mill to a chain, a banker who saw the papers told the Sheet on condition that he not be named.",
        ["banker"],
    ),
    "learned from": ("The monk sells candles, the weekly Vecer has learnt from the police.", ["Vecer", "the police"]),
    "quoted by": (
        "He is under investigation, according to a source in the party quoted by the Ocean Cricket Service.",
        ["Ocean Cricket Service", "source in the party"],
    ),
    "learn it from": ("We learn it from the Watchman of Alvor: the president is in a clinic.", ["Watchman of Alvor"]),
    "in brackets": ("Oilseeds: sesame 190,000 tonnes (source: Seed & Pulse Markets, 1 October).", ["Seed & Pulse Markets"]),
    "said on a station": (
        "The banker, it was said on TV Panonia on Wednesday, stands behind a counter.",
        ["TV Panonia", "unknown"],
    ),
    "by the count of": ("Eleven people were hurt by the count of their union.", ["their union"]),
    "somebody's own account": ("Eleven people were hurt by the company's own account.", ["company"]),
    "told this magazine": (
        "Delivery has been put off by a year, the yard's director confirmed to this magazine.",
        ["yard's director"],
    ),
    "told to somebody who tells it": (
        '"Doctor Eyles from the museum rang up and told me it was a wombat," said Mrs Treloar.',
        ["Treloar"],
    ),
}
"""A text, and the voices after the outlet of its first statement."""


@pytest.mark.parametrize(("text", "wanted"), CITED.values(), ids=CITED)
def test_whom_an_outlet_goes_by(text: str, wanted: list[str]) -> None:
    """Whoever is cited, heard or credited stands in the chain behind whoever cites."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    first = next(s for s in reading.statements if s.mode != "narration" and text[slice(*s.cue[0])] not in ("citing", "cited"))
    assert [names.get(hop.entity or "", hop.text) for hop in first.chain[1:]] == wanted


def test_quoted_source_of_its_own() -> None:
    """Whoever is said to have told the speaker stands in the quotation and is no other than is named there."""
    reading = allegedly.read('"Doctor Eyles from the museum rang up and told me it was a wombat," said Mrs Treloar.')
    names = {e.id: e.name for e in reading.entities}
    inner = next(s for s in reading.statements if s.within is not None)
    assert [names.get(hop.entity or "") for hop in inner.chain[1:]] == ["Treloar", "Eyles"]
