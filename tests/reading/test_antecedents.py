"""What a pronoun may mean, and with which signs: what the grammar, number, gender and sort of a candidate leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import allegedly
from allegedly.intake import article_from_text
from allegedly.model import Article
from allegedly.reading.mentions import Mention
from allegedly.reading.parse import Parse
from allegedly.reading.ranking import Choice, Signs
from allegedly.reading.reader import find_relations
from allegedly.reading.relation import Attribution
from allegedly.reading.stage import Stage

Parsed = Callable[[str], Parse]


class Watched(Stage):
    """A stage that keeps what each pronoun was offered, by the candidate's first name or noun."""

    def __init__(self, parse: Parse, article: Article, attributions: Sequence[Attribution]) -> None:
        super().__init__(parse, article, attributions)
        self.offers: dict[int, dict[str, Signs]] = {}

    def rank(self, mention: Mention, table: str, choices: Sequence[Choice]) -> int | None:
        """Keep the choices, and choose as the reader does."""
        if table == "antecedents":
            self.offers[mention.head] = {self._called(place): signs for place, signs in choices if place >= 0}
        return super().rank(mention, table, choices)

    def _called(self, place: int) -> str:
        figure = self.figures[place]
        first = (figure.names or figure.mentions)[0]
        return self.parse.slice(first.first, first.head)


def offered(parse: Parse, pronoun: str) -> dict[str, Signs]:
    """What the last pronoun of this spelling may mean."""
    article = article_from_text(parse.text)
    stage = Watched(parse, article, find_relations(article, parse, reader="rules"))
    stage.run()
    here = max(i for i, word in enumerate(parse.lower) if word == pronoun)
    return stage.offers[here]


def test_what_is_only_said_of_something(parse_of_text: Parsed) -> None:
    """*The Lunder is no yacht* speaks of the Lunder, and *that is a good question* of no question."""
    assert list(offered(parse_of_text("The Lunder is an old yacht. It carries coal."), "it")) == ["The Lunder"]
    text = "Norvik Ferries bought a boat. That is a good question, but it has not answered."
    assert list(offered(parse_of_text(text), "it")) == ["a boat", "Norvik Ferries"]


def test_there_is_one(parse_of_text: Parsed) -> None:
    """What *there* is can be meant: *there is a boat; it* is the boat."""
    assert "a boat" in offered(parse_of_text("There is a boat in the harbour. It carries coal."), "it")


def test_shared_subject(parse_of_text: Parsed) -> None:
    """The object of a verb is not the subject that the verb has from the one before it."""
    text = "The Norvik Council wants to sell the boat, and has painted it."
    assert list(offered(parse_of_text(text), "it")) == ["the boat"]


def test_the_subject_of_somebody_asked(parse_of_text: Parsed) -> None:
    """Where somebody else is asked to do it, the first subject may be meant."""
    text = "The Norvik Council asked the shipyard to sell it."
    assert "Norvik Council" in offered(parse_of_text(text), "it")


def test_nothing_is_spoken_of_in_what_it_is(parse_of_text: Parsed) -> None:
    """*The question is how long it takes*: the question takes no time."""
    text = "The ferry is late. The question is how long it will take."
    assert list(offered(parse_of_text(text), "it")) == ["The ferry"]


def test_what_stands_beside_its_possessor(parse_of_text: Parsed) -> None:
    """*Kestrel, its main rival*: it is somebody else than Kestrel."""
    text = "Skiffway has lost. Kestrel Ferries, its main rival, has not."
    assert list(offered(parse_of_text(text), "its")) == ["Skiffway"]


def test_it_is_no_person_who_is_called_by_an_office(parse_of_text: Parsed) -> None:
    """*It* is neither the president nor a user, but may be a name that was only taken for a person's."""
    assert list(offered(parse_of_text("The president sold the boat. It sank."), "it")) == ["the boat"]
    assert list(offered(parse_of_text("The user sold a boat. It sank."), "it")) == ["a boat"]


def test_one_thing_is_not_they(parse_of_text: Parsed) -> None:
    """*They* are no single thing without a name, but may be a single body."""
    text = "Norvik Ferries sank a tanker. They were fined."
    assert list(offered(parse_of_text(text), "they")) == ["Norvik Ferries"]


def test_she_is_no_nation_without_a_name(parse_of_text: Parsed) -> None:
    """A ship's or a state's *she* needs a name: *a nation in mourning* is no *she*."""
    text = "Vera Holm spoke of a nation in mourning. The hope she spoke of is real."
    assert list(offered(parse_of_text(text), "she")) == ["Vera Holm"]


def test_signs_of_what_is_offered(parse_of_text: Parsed) -> None:
    """A named body that it may be has the sign of its name; a noun for a thought is a shell; who acts is somebody or not."""
    text = "Norvik Ferries rejected the idea. It sold the boat."
    found = offered(parse_of_text(text), "it")
    assert found["Norvik Ferries"]["named:thing"] == 1.0
    assert found["Norvik Ferries"]["acts:somebody"] == 1.0
    assert "shell" not in found["Norvik Ferries"]
    assert found["the idea"]["shell"] == 1.0
    assert found["the idea"]["acts:something"] == 1.0


def test_adverbials(parse_of_text: Parsed) -> None:
    """A noun that stands as an adverbial is marked as one."""
    text = "The ferry ran all winter. It was loud."
    found = offered(parse_of_text(text), "it")
    assert found["all winter"]["adverbial"] == 1.0
    assert "adverbial" not in found["The ferry"]


BROUGHT_IN = {
    "named only in the quotation": (
        'Sione Vakali came to Tasmar in May. "Mr Darren from the firm took our passports at the airport," he said.',
        "Sione Vakali",
    ),
    "spoken of only before *he said*": (
        "Sione Vakali came to Tasmar in May. When his father died he had asked for the passport, he said.",
        "Sione Vakali",
    ),
    "the subject of what is said": (
        "A retired postman spent two nights in a hut after breaking his ankle, he told us.",
        "retired postman",
    ),
    "brought in by a description": (
        'The gateman of the next house, Sunday Etom, wrote down the time. "They bent his head," he said.',
        "Sunday Etom",
    ),
    "what the words tell of": ("The food service has found that the dam has a crack, it said on Tuesday.", "food service"),
    "no paper": ('The mayor was in the market on Tuesday. "I learnt that from Glas Polne, like everybody," he said.', "mayor"),
}


@pytest.mark.parametrize(("text", "wanted"), BROUGHT_IN.values(), ids=BROUGHT_IN)
def test_whoever_says_he_said(text: str, wanted: str) -> None:
    """*He said* means somebody who has been brought in, not somebody whom the words speak of."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    last = [s for s in reading.statements if s.mode != "narration" and s.within is None][-1]
    assert names.get(last.source.entity or "") == wanted
