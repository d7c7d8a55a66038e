"""Why a reading is as it is: the same reading with a reason for every finding, and the words that decided."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import allegedly
from allegedly.model import Reading, Reason, reasons, to_json
from allegedly.publishing.choice import chosen
from allegedly.reading import explaining
from allegedly.reading.explaining.sentences import sureness
from allegedly.reading.vocabularies import rows

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html", ".jsonl"})
SOURCE = Path(explaining.__file__).parents[1]
RECORDS = ("entities", "statements", "labels", "times", "places", "amounts")

TEXT = """Rolf Amsel of the Harbour Union claimed that the city had sold the quay. The mayor of Ostrel denied the claim. \
Mayor Anna Lind told the Ostrel Gazette on 3 May 2024 that she had "no knowledge" of a sale.

"The city has not sold the quay," Lind said. Transcripts show that 12 ships docked there. A spokesman declined to name them."""


def without(reading: Reading) -> Reading:
    """The reading with no reasons in it."""
    plain = {name: tuple(replace(record, why=None) for record in getattr(reading, name)) for name in RECORDS}
    return replace(reading, **plain)


def explained(text: str) -> Reading:
    """A text read with its reasons."""
    return allegedly.read(text, published="2024-05-04", outlet="Plains Post", explain=True)


def because(records: tuple[object, ...], field: str) -> list[str]:
    """The sentences about one field of some records."""
    found: list[Reason] = list(chain.from_iterable(getattr(record, "why") or () for record in records))  # noqa: B009 (any record)
    return [reason.because for reason in found if reason.field == field]


@pytest.mark.parametrize("reader", ["trained", "rules"])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_nothing_else_changes(path: Path, reader: str) -> None:
    """With reasons a reading is the same, byte for byte, but for them; and without being asked it has none."""
    plain = list(allegedly.read_many([path], reader=reader))
    asked = list(allegedly.read_many([path], reader=reader, explain=True))
    assert [to_json(without(reading)) for reading in asked] == [to_json(reading) for reading in plain]
    assert not any(list(reasons(reading)) for reading in plain)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_everything_is_explained(path: Path) -> None:
    """Every record has a reason, and every statement of a source has one for each thing that is said of it."""
    for reading in allegedly.read_many([path], explain=True):
        for name in RECORDS:
            assert all(record.why is not None for record in getattr(reading, name))
        for statement in reading.statements:
            fields = [reason.field for reason in statement.why or ()]
            assert len(fields) == len(set(fields)) or fields.count("content") > 1
            if statement.mode == "narration":
                assert fields == ["mode"]
                continue
            wanted = {"cue", "act", "stance", *(f"answers.{name}" for name in statement.answers)}
            wanted |= {f"chain.{n}" for n in range(1, len(statement.chain))} | {
                f"evidence.{n}" for n in range(len(statement.evidence))
            }
            wanted |= {"slant"} if statement.slant != "neutral" else set()
            wanted |= {"source.entity"} if statement.source.span else {"source"}
            wanted |= {"addressee"} if statement.addressee else set()
            assert wanted <= set(fields)
        for _, reason in reasons(reading):
            assert reason.because[-1] == "."
            assert "\n" not in reason.because
            assert "{" not in reason.because + reason.by


def test_on_several_processes() -> None:
    """Reasons are the same on two processes."""
    paths = ARTICLES[:2]
    alone = [to_json(reading) for reading in allegedly.read_many(paths, explain=True)]
    assert [to_json(reading) for reading in allegedly.read_many(paths, explain=True, processes=2)] == alone


def test_stances() -> None:
    """A stance is explained by its cue, by the words themselves, or by what keeps silent."""
    reading = explained(TEXT)
    assert because(reading.statements, "stance") == [
        "Neither the cue “claimed” nor the words turn anything down, so the source affirms them.",
        "“denied” denies: the source turns a claim down.",
        "“knowledge” says that the source says nothing either way.",
        "The main clause “sold” is negated, and what it negates is what s1 says.",
        "Neither the cue “show” nor the words turn anything down, so the source affirms them.",
        "“declined” says that the source would not speak.",
        "“declined” stands over “name”, so it was not said.",
    ]


def test_who_decided() -> None:
    """A reason names the spans that decided and the vocabulary, rule or trained model that did."""
    statement = explained(TEXT).statements[1]
    assert statement.why is not None
    stance = next(reason for reason in statement.why if reason.field == "stance")
    start = TEXT.index("denied")
    assert (stance.spans, stance.by) == (((start, start + 6),), "vocabulary stances")
    cue = statement.why[0]
    assert (cue.field, cue.by, cue.confidence) == ("cue", "grammar, network attribution", statement.confidence)
    assert cue.spans == ((start, start + 6), (start - 20, start - 1))


def test_sources() -> None:
    """A source is explained by its name, by what it stands beside, or as somebody new."""
    assert because(explained(TEXT).statements, "source.entity")[:6] == [
        "“Rolf Amsel” is the fullest name that the article has of it.",
        "“The mayor of Ostrel” describes “Anna Lind”, who is named a little later.",
        "“Anna Lind” is the fullest name that the article has of it.",
        "“Lind” is part of the name “Anna Lind”, and no other bearer of it was spoken of since.",
        "“Transcripts” takes up nothing that was spoken of before, so it brings somebody or something new.",
        "“A spokesman” takes up nothing that was spoken of before, so it brings somebody or something new.",
    ]


def test_how_sure() -> None:
    """What the annotation knows has a confidence, made of the rule's share on it; what nobody has counted has none."""
    statement = explained(TEXT).statements[1]
    sure = {reason.field: reason.confidence for reason in statement.why or ()}
    assert all(0.3 < (sure[field] or 0.0) < 1.0 for field in ("source.entity", "act", "stance", "chain.1", "answers.s1"))
    assert sure["source.kind"] is None
    assert sureness("stance", "no such rule") == pytest.approx(sureness("stance", "neither"))
    assert sureness("slant", "slant by cue") is None


def test_pronoun_and_its_rival() -> None:
    """A pronoun is explained by whom it means, by its nearest rival, by how sure that is, and by the sign that tipped it."""
    reading = explained("Anna Lind met Maria Voss in Ostrel. She said the quay was safe.")
    assert reading.statements[-1].why is not None
    reason = next(r for r in reading.statements[-1].why if r.field == "source.entity")
    assert re.fullmatch(
        r"“She” means “Anna Lind” rather than “Maria Voss”, the nearest rival \(0\.\d\d against 0\.\d\d\), most of all because"
        r" .+\.",
        reason.because,
    )
    assert reason.by == "weights antecedents"
    assert reason.confidence is not None
    assert 0.5 < reason.confidence < 1


def test_chain_and_evidence() -> None:
    """A hop is explained by the words that pass on, evidence by what speaks and of what kind it is."""
    reading = explained(TEXT)
    assert because(reading.statements, "chain.1")[1:4] == [
        "“The mayor of Ostrel” is the source itself.",
        "“the Ostrel Gazette” was told, or has passed on, what “told” attributes.",
        "“Lind” was speaking to “the Ostrel Gazette” before, and no other hearer is named since.",
    ]
    assert because(reading.statements, "evidence.0") == [
        "“Transcripts” is what says it: kept by an office in the course of its work, not written for the case."
    ]


def test_answers() -> None:
    """An answer is explained by what binds the two statements."""
    found = because(explained(TEXT).statements, "answers.s1")
    assert found[0] == "It turns down what s1 says: “claim” means what others have said."
    assert (
        "It turns down what s1 says: its voice has answered that before, and both speak of “city”, “sold”, “quay”." in found[1:]
    )


def test_things() -> None:
    """Times say from which day they are told, places which other ones bear the name, amounts what they count."""
    reading = explained("The ferry left Paris last week, officials said. At least 12 people were killed on 3 May 2024.")
    assert because(reading.times, "value") == [
        (
            "“last week” has the form of “last week, the following month, this weekend”, told from 2024-05-04, the day of"
            " publication, looking back."
        ),
        "“3 May 2024” has the form of “day, with hour or part of the day”.",
    ]
    assert because(reading.places, "geonames") == [
        (
            "Of the places of this name Paris (Ile-de-France, FR) is by itself likelier than Paris (Texas, US), and nothing in"
            " the article speaks against it."
        )
    ]
    assert because(reading.amounts, "unit") == ["“At least 12” counts people."]
    assert because(reading.amounts, "qualifier") == ["“At least 12” sets its bounds: lower bound."]
    assert because(reading.amounts, "fate") == ["Words beside it say that they were killed."]


def test_labels() -> None:
    """A label is explained by its word, by whose it is, and by what turns it down."""
    reading = explained("Anna Lind said the strikers were not terrorists. The regime arrested them.")
    assert because(reading.labels, "text") == [
        "“terrorists” is a word that condemns whoever is called so; the other side never uses it of itself.",
        "“regime” is a word that denies a government or ruler their right to rule.",
    ]
    assert because(reading.labels, "use") == ["“not” stands over it, so the voice turns the word down."]


def test_least_confidence() -> None:
    """Where a statement is left out, so is the reason why another answers it."""
    reading = explained(TEXT)
    assert chosen(reading, 0.0) == reading
    apart = replace(reading, statements=(replace(reading.statements[0], confidence=0.1), *reading.statements[1:]))
    fewer = chosen(apart, 0.5)
    assert fewer.statements[0].id == "s2"
    assert any(r.field == "answers.s1" for r in reading.statements[1].why or ())
    assert not because(fewer.statements, "answers.s1")


def test_every_rule_has_its_sentence() -> None:
    """The rules that the code names and the lines of the table are the same."""
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    known = {row["rule"] for row in rows("reasons")}
    named = set(re.findall(r'Ground\(\s*"([^"]+)"', code))
    assert named <= known
    assert {rule for rule in known if f'"{rule}"' not in code and not rule.startswith("frame ")} == set()


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(["She", "said", "denied", "it", ".", "“No”", ",", "the", "Lind", "who", "told", "report", "\n\n", "not"])
    )
)
def test_any_words(words: list[str]) -> None:
    """Whatever stands in a text, it can be explained, and reads the same."""
    text = " ".join(["The mayor said so.", *words])
    asked = allegedly.read(text, force=True, explain=True)
    assert to_json(without(asked)) == to_json(allegedly.read(text, force=True))
