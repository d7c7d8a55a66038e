"""What an article prints as somebody's own words: speeches and statements in full, quoted *I*."""

from __future__ import annotations

import msgspec
import pytest

import allegedly
from allegedly.model import Source, Statement, Voice
from allegedly.weighing.origins.printed import in_full
from allegedly.weighing.origins.report import Report


def report(text: str, *, title: str = "1") -> Report:
    """An article as tracing sees it."""
    reading = allegedly.read(text, outlet="The Orrel Post", published="2019-05-04", title=title, reader="rules")
    return Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)


def voices(made: Report, words: str) -> set[tuple[str, ...]]:
    """The names of the voices of the statements that hold words."""
    at = made.text.index(words)
    return {tuple(hop.name for hop in s.hops) for s in made.sayings if s.start <= at < s.end}


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Transcript: Governor Ana Ruiz's Convention Speech", "Governor Ana Ruiz"),
        ("Read the full text of Ivo Brandt's opening statement to the harbour committee", "Ivo Brandt"),
        ("FULL TEXT: Bishop Lind's letter to the parishes", "Bishop Lind"),
        ("The complete transcript of Pia Rusk’s remarks on the dam", "Pia Rusk"),
        ("In full: Ana Ruiz's resignation letter", "Ana Ruiz"),
        ("Transcript: our interview with Ana Ruiz", ""),
        ("Ruiz calls for release of the transcripts", ""),
    ],
)
def test_a_title_says_whose_words_are_printed_in_full(title: str, who: str) -> None:
    """Of an interview, in which several speak, nobody's."""
    assert in_full(title) == who


def test_who_is_quoted_says_i_there() -> None:
    """*I told them* within quoted words is who is quoted, and not the outlet."""
    made = report("“I told the board that the dam was cracked,” Ana Ruiz, an engineer, said on Monday.")
    assert {names[-1] for names in voices(made, "the dam was cracked")} == {"Ana Ruiz"}


def test_a_speech_printed_in_full_is_the_speakers() -> None:
    """Also where he says *I*, and where nobody is said to speak."""
    made = report("I stand before you tonight. The harbour will open in May.", title="Transcript: Ana Ruiz's harbour speech")
    assert voices(made, "The harbour will open") == {("Ana Ruiz",)}


def test_two_statements_that_quote_each_other_end() -> None:
    """Where the reader has each of two speakers within the other's quoted words, neither is asked for the other without end."""
    reading = allegedly.read(
        "“I told the board,” and “we heard it all,” was heard.", outlet="The Orrel Post", title="1", reader="rules"
    )
    text, one = reading.article.text, reading.statements[0]
    spans = {
        word: (text.index(word), text.index(word) + len(word)) for word in ("I", "we", "I told the board", "we heard it all")
    }

    def statement(number: int, who: str, content: str) -> Statement:
        said = Source(span=spans[who], text=who, entity=None, kind="unnamed")
        voices_ = (Voice(outlet=True), Voice(outlet=False, text=who, span=spans[who]))
        return msgspec.structs.replace(one, id=f"s{number}", mode="direct", source=said, content=(spans[content],), chain=voices_)

    both = (statement(1, "we", "I told the board"), statement(2, "I", "we heard it all"))
    made = Report(1, msgspec.structs.replace(reading, statements=both), [1, 2], {}, lambda _: False)
    assert [[hop.kind for hop in s.hops] for s in made.sayings] == [["own"], ["own"]]
