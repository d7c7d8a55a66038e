"""Source, cue and content of attributions, in every shape in which reports put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.reading.attribution import find_attributions
from allegedly.reading.narration import find_narration
from allegedly.reading.parse import Parse, paragraphs_of
from allegedly.reading.relation import Attribution

ParseText = Callable[[str], Parse]


def attributions(parse: Parse) -> list[Attribution]:
    """What the room finds in a text by itself."""
    return find_attributions(parse, paragraphs_of(parse.text))


def lines(parse: Parse) -> list[tuple[str | None, str, list[str], str]]:
    """Source, cue, content and mode of each attribution, as words."""
    text = parse.text
    return [
        (
            a.source and text[slice(*a.source)],
            " ".join(text[slice(*c)] for c in a.cue),
            [text[slice(*c)] for c in a.content],
            a.mode,
        )
        for a in attributions(parse)
    ]


CASES = {
    "that clause": (
        "The harbour master said that the ferry had left early.",
        ("The harbour master", "said", ["that the ferry had left early"], "indirect"),
    ),
    "clause without that": (
        "Officials in Oster believe the pipeline was cut on purpose.",
        ("Officials in Oster", "believe", ["the pipeline was cut on purpose"], "indirect"),
    ),
    "clause before the source": (
        "The bridge will open in May, the mayor said.",
        ("the mayor", "said", ["The bridge will open in May"], "indirect"),
    ),
    "source in the middle": (
        "The bridge, the mayor said, will open in May.",
        ("the mayor", "said", ["The bridge", "will open in May"], "indirect"),
    ),
    "quotation before": (
        '"Nobody warned us," Lena Marsk told the Tidewater Gazette.',
        ("Lena Marsk", "told", ['"Nobody warned us,"'], "direct"),
    ),
    "quotation after": (
        'Marsk told reporters: "Nobody warned us."',
        ("Marsk", "told", ['"Nobody warned us."'], "direct"),
    ),
    "verb before its subject": (
        '"Nobody warned us," said Lena Marsk, a teacher from Oster.',
        ("Lena Marsk, a teacher from Oster", "said", ['"Nobody warned us,"'], "direct"),
    ),
    "quotation in two pieces": (
        '"Nobody warned us," Marsk said, "and nobody came."',
        ("Marsk", "said", ['"Nobody warned us,"', '"and nobody came."'], "direct"),
    ),
    "speech that runs on": (
        '"Nobody warned us," Marsk said. "We had to find our own way out."',
        ("Marsk", "said", ['"Nobody warned us,"', '"We had to find our own way out."'], "direct"),
    ),
    "half quoted": (
        'The minister said the plan was "a bad joke" and would be dropped.',
        ("The minister", "said", ['the plan was "a bad joke" and would be dropped'], "mixed"),
    ),
    "quotation in a paragraph of its own": (
        'Marsk told reporters:\n\n"Nobody warned us."',
        ("Marsk", "told", ['"Nobody warned us."'], "direct"),
    ),
    "block quotation": (
        "Marsk wrote:\n\n> Nobody warned us.",
        ("Marsk", "wrote", ["> Nobody warned us."], "direct"),
    ),
    "signed": (
        "“They said the “old” road was safe. It was not.” ― Lena Marsk.\n\nPhotograph: Tidewater Gazette.",
        ("Lena Marsk", "―", ["“They said the “old” road was safe. It was not.”"], "direct"),
    ),
    "a show's name before the speech goes on": (
        "“Nobody warned us,” Marsk said on Friday on the programme “Dawn and Dusk.” “We would have left at once.”",
        ("Marsk", "said", ["“Nobody warned us,”", "“We would have left at once.”"], "direct"),
    ),
    "speech goes on as a paragraph": (
        "“Nobody warned us,” Marsk said.\n\n“We would have left at once. The water was at the door.”\n\nThe dam burst in May.",
        ("Marsk", "said", ["“Nobody warned us,”", "“We would have left at once. The water was at the door.”"], "direct"),
    ),
    "an exclamation before its speaker": (
        '"The road is open!" a driver shouted to the crowd.',
        ("a driver", "shouted", ['"The road is open!"'], "direct"),
    ),
    "curly opening and straight closing": (
        'Marsk said: “Nobody warned us."',
        ("Marsk", "said", ['“Nobody warned us."'], "direct"),
    ),
    "according to": (
        "According to the coastguard, two boats were lost.",
        ("the coastguard", "According to", ["two boats were lost"], "indirect"),
    ),
    "document as source": (
        "Court records show that the firm paid no tax in 2019.",
        ("Court records", "show", ["that the firm paid no tax in 2019"], "indirect"),
    ),
    "report after its words": (
        "The dam had been leaking for months, a leaked memorandum reveals.",
        ("a leaked memorandum", "reveals", ["The dam had been leaking for months"], "indirect"),
    ),
    "denied that": (
        "The company denied that its tanks had leaked.",
        ("The company", "denied", ["that its tanks had leaked"], "indirect"),
    ),
    "denied allegations that": (
        "The company denied allegations that its tanks had leaked.",
        ("The company", "denied allegations", ["that its tanks had leaked"], "indirect"),
    ),
    "quoted by somebody as saying": (
        '"They never called us," state radio quoted the skipper as saying.',
        ("the skipper", "quoted as saying", ['"They never called us,"'], "direct"),
    ),
    "quoted as saying": (
        '"They never called us," the skipper was quoted as saying.',
        ("the skipper", "was quoted as saying", ['"They never called us,"'], "direct"),
    ),
    "passive belief": (
        "The suspect is believed to be hiding in the hills.",
        (None, "is believed", ["The suspect", "to be hiding in the hills"], "indirect"),
    ),
    "demand": (
        "The union urged the government to reopen the mine.",
        ("The union", "urged", ["the government to reopen the mine"], "indirect"),
    ),
    "promise": (
        "The president vowed to rebuild the town.",
        ("The president", "vowed", ["to rebuild the town"], "indirect"),
    ),
    "an ellipsis of the source": (
        "The minister resigned on Friday, saying that she had lost the cabinet's trust.",
        ("The minister", "saying", ["that she had lost the cabinet's trust"], "indirect"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_shapes(name: str, parse_of_text: ParseText) -> None:
    """Source, cue, content and mode are found in the shape that the case is named for."""
    text, expected = CASES[name]
    assert expected in lines(parse_of_text(text))


def test_second_verb_shares_the_source(parse_of_text: ParseText) -> None:
    """A second verb of saying goes with the first one's source, and its words are not the first one's."""
    found = lines(parse_of_text("The lawyer said that her client was innocent and demanded that he be released."))
    assert ("The lawyer", "said", ["that her client was innocent"], "indirect") in found
    assert ("The lawyer", "demanded", ["that he be released"], "indirect") in found


def test_other_voice_in_a_side_clause(parse_of_text: ParseText) -> None:
    """*while the union warned that* turns to another voice and is not part of what the first one said."""
    found = attributions(
        parse_of_text("The ministry said the bridge was safe, while the union warned that two pillars had cracks.")
    )
    assert [a.lemma for a in found] == ["say", "warn"]
    assert [a.within for a in found] == [None, None]


def test_nested(parse_of_text: ParseText) -> None:
    """What somebody is said to have said somebody says is marked as within the outer one."""
    found = attributions(parse_of_text("The spokeswoman said that the director believes that the plan will work."))
    assert [(a.lemma, a.within) for a in found] == [("say", None), ("believe", 0)]


def test_speech_within_a_speech(parse_of_text: ParseText) -> None:
    """A quotation in single marks inside a quotation is its own speaker's."""
    text = "\"She asked only one thing. She asked: 'Who signed it?' Nobody had,\" Montreau said."
    found = attributions(parse_of_text(text))
    inner = next(a for a in found if a.lemma == "ask" and a.rule == "quote")
    assert [text[slice(*c)] for c in inner.content] == ["'Who signed it?'"]
    assert inner.within is not None
    assert found[inner.within].lemma == "say"


def test_speech_over_paragraphs(parse_of_text: ParseText) -> None:
    """A speech with an opening mark on each paragraph is one statement with a piece a paragraph."""
    text = (
        '"We came in spring," Montreau told the assembly.\n\n'
        '"We were told to wait," she said. "So we waited.\n\n'
        '"We are still here, and we will not leave."\n\n'
        "The assembly rose."
    )
    found = [a for a in attributions(parse_of_text(text)) if a.rule == "quote" and a.within is None]
    assert [[text[slice(*c)] for c in a.content] for a in found] == [
        ['"We came in spring,"'],
        ['"We were told to wait,"', '"So we waited.', '"We are still here, and we will not leave."'],
    ]


def test_narration_is_what_nobody_says(parse_of_text: ParseText) -> None:
    """Sentences that no source says are narration; the others are not."""
    parse = parse_of_text("The ferry left at noon. Officials said it was full. Another failed plan included a tunnel.")
    found = find_narration(parse, attributions(parse))
    assert [parse.text[slice(*n.content[0])] for n in found] == [
        "The ferry left at noon",
        "Another failed plan included a tunnel",
    ]
    assert all(n.mode == "narration" and n.source is None for n in found)


def test_asides_are_narration(parse_of_text: ParseText) -> None:
    """A clause of the outlet's own in a sentence of somebody else's words is narration too, and nothing is lost."""
    parse = parse_of_text("The president promised that nobody would be spared, and ordered three days of mourning.")
    found = find_narration(parse, attributions(parse))
    assert [parse.text[slice(*n.content[0])] for n in found] == ["ordered three days of mourning"]


@pytest.mark.parametrize(
    "text",
    ["In a letter released on Monday, the mayor said that the bridge was safe.", "The mayor said it was safe.\n REUTER"],
)
def test_no_narration_without_a_verb(text: str, parse_of_text: ParseText) -> None:
    """A phrase beside somebody's words, or an agency's name under its report, is nobody's statement."""
    parse = parse_of_text(text)
    assert find_narration(parse, attributions(parse)) == []


def test_quoted_as_saying_that(parse_of_text: ParseText) -> None:
    """Who is quoted says it, not who quotes, and none of it is the outlet's own."""
    before = parse_of_text('"They never called us," state radio quoted the skipper as saying.')
    assert find_narration(before, attributions(before)) == []
    parse = parse_of_text("The paper quoted the skipper as saying that nobody had called.")
    inner = next(line for line in lines(parse) if line[1] == "saying")
    assert inner == ("the skipper", "saying", ["that nobody had called"], "indirect")


def test_hedged_narration(parse_of_text: ParseText) -> None:
    """*appears* is the outlet holding back: narration with that word as its cue, and less sure."""
    parse = parse_of_text("The town appears to be empty. The road is closed.")
    hedged, stated = find_narration(parse, attributions(parse))
    assert [parse.text[slice(*c)] for c in hedged.cue] == ["appears"]
    assert stated.cue == []
    assert hedged.confidence < stated.confidence


def test_nothing_before_the_beginning(parse_of_text: ParseText) -> None:
    """A header block is not read as speech."""
    text = "Title: Mayor says no\n\nThe mayor said no bridge would be built."
    begin = text.index("The mayor")
    found = find_attributions(parse_of_text(text), paragraphs_of(text), begin)
    assert [a.content[0][0] >= begin for a in found] == [True]


@pytest.mark.parametrize("text", ["", " ", '"', '"" "" ""', "said said said said", "THE MAYOR SAID NO", "\u202e\u200f\u2066"])
def test_poor_text(text: str, parse_of_text: ParseText) -> None:
    """Text without sense is read without an error, and no attribution is empty."""
    assert all(a.content for a in attributions(parse_of_text(text)))


WORDS = st.sampled_from(
    [
        "said",
        "denied",
        '"',
        "“",
        "”",
        "'",
        "the mayor",
        "that",
        "reports",
        ",",
        ".",
        "\n\n",
        "according to",
        "he",
        "claim",
        "—",
        ":",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=40))
def test_any_words(parse_of_text: ParseText, words: list[str]) -> None:
    """Of any string of telling words, spans lie in the text, pieces are in order, and nesting has no circle."""
    parse = parse_of_text(" ".join(words))
    found = attributions(parse)
    for a in found:
        spans = [*a.content, *a.cue, *([a.source] if a.source else [])]
        assert all(0 <= start < end <= len(parse.text) for start, end in spans)
        assert all(x[1] <= y[0] for x, y in zip(a.content, a.content[1:], strict=False))
        seen = set()
        outer: int | None = a.within
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = found[outer].within
