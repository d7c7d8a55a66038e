"""Voices and documents of different articles are one for a reason that can be read."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.sameness import Node, groups, same


def voice(name: str, **more: object) -> Node:
    """A voice."""
    return Node("voice", name, **more)  # type: ignore[arg-type]


def test_documents_with_one_author() -> None:
    """Two reports whose articles both name who wrote them are one; those of two authors are two."""
    a = Node("document", "a survey of the dam", bodies=("Stahl & Partners",), article=1)
    b = Node("document", "the engineers' report", bodies=("Stahl",), article=2)
    c = Node("document", "the engineers' report", bodies=("Institute of Geology",), article=3)
    assert same(a, b) == "both are said to be by Stahl & Partners"
    assert same(a, c) == ""
    found = groups([a, b, c])
    assert found.number == [0, 0, 2]
    told = "a survey of the dam and the engineers' report are one: both are said to be by Stahl & Partners"
    assert found.reasons == {0: (told,)}


def test_documents_without_author() -> None:
    """They are one by a name that both have or by their sort, where no name tells them apart; a page is of any document."""
    memo = Node("document", "a memo seen by the paper", article=1)
    assert same(memo, Node("document", "the memo", article=2)) == "they are of one sort, and nothing tells them apart"
    assert same(memo, Node("document", "page 12", article=2)) == "they are of one sort, and nothing tells them apart"
    assert same(memo, Node("document", "a video of the talk", article=2)) == ""
    assert (
        same(Node("document", "the Harbour Files"), Node("document", "files from the Harbour leak")) == "both names have Harbour"
    )
    june, july = Node("document", "a register of 3 June"), Node("document", "the register of 4 July")
    assert same(june, july) == "they are of one sort, and nothing tells them apart"


def test_a_document_and_its_author() -> None:
    """They are one origin, whether the document's words or the article name the author."""
    letter = Node("document", "a letter", bodies=("Ines Caro",))
    assert same(letter, voice("Ines Caro")) == "the document is by Ines Caro"
    assert same(Node("document", "a Water Board bulletin"), voice("Water Board")) == "the document's name has that of Water Board"
    assert same(Node("document", "a letter"), voice("Ines Caro")) == ""


def test_the_same_words() -> None:
    """Words that two articles quote alike are one mouth's; those of one article that it tells apart are not."""
    words = {"we were counting the bolts all night"}
    a = Node("unnamed", "a fitter", outlet="The Post", quotes=set(words), article=1)
    b = Node("unnamed", "an engineer", outlet="The Mail", quotes=set(words), article=2)
    c = Node("unnamed", "a cook", outlet="The Post", quotes=set(words), article=1)
    assert same(a, b) == "both are quoted with the same words"
    assert same(a, c) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "a lot of work gets built up and never gets to cross one floor or the other",
            "a lot of work gets built up that never gets across one floor or the other",
        ),
        ("it has appeared to cast aspersions on a young man", "it you know appeared to cast aspersions on a young man who"),
        ("she wants to sell the old harbour and all its boats", "and i say it again she wants to sell the old harbour and all"),
        ("sick and depraved", "sick and depraved"),
        ("we are hard at work on the new lock and its gates", "we are hard at work on the new lock"),
    ],
)
def test_words_that_are_cut_otherwise(one: str, other: str) -> None:
    """A quotation that one article shortens, or writes down otherwise here and there, is one mouth's."""
    a = Node("unnamed", "a fitter", outlet="The Post", quotes={one}, article=1)
    b = Node("voice", "Ana Ruiz", outlet="The Mail", quotes={other}, article=2)
    assert same(a, b) == "both are quoted with the same words"


def test_words_that_many_say() -> None:
    """A few common words in a row are said by two."""
    a = Node("voice", "Ivo Brandt", quotes={"we will do all that we can for the town"}, article=1)
    b = Node("voice", "Ana Ruiz", quotes={"all that we can say is that it is over"}, article=2)
    assert same(a, b) == ""


def test_words_with_and_without_quotation_marks() -> None:
    """A statement that one article quotes and another prints as it is, is one's; so is a text that both print."""
    words = "the council has sold the old harbour for a song and nobody asked the fishermen"
    quoted = Node("voice", "the council's critics", quotes={words}, said=words, article=1)
    printed = Node("outlet", "The Mail", said=words, article=2)
    post = Node("unnamed", "the mayor", said=words, article=2)
    assert same(quoted, post) == "both are given the same words"
    assert same(quoted, printed) == ""
    assert same(Node("voice", "Ana Ruiz", said=words, article=1), post) == "both are given the same words"


def test_what_an_outlet_is_cited_for_in_somebodys_words() -> None:
    """*The report of Channel Nine quotes a fitter*, whom another article names."""
    a = Node("external", "Channel Nine", quotes={"we were counting the bolts all night"}, article=1)
    b = Node("voice", "Ana Ruiz", quotes={"we were counting the bolts"}, article=2)
    assert same(a, b) == "both are quoted with the same words"


def test_the_only_firm() -> None:
    """*The owner* is the only firm that is named; where two are, it is left open."""
    bare = Node("voice", "the owner", definite=True, outlet="The Post")
    one, two = voice("Corven Shipping", sort="organisation"), voice("Halden Lines", sort="organisation")
    assert groups([one, bare]).number == [0, 0]
    told = "the owner and Corven Shipping are one: it is the only firm that is named as a source of this"
    assert groups([one, bare]).reasons == {0: (told,)}
    assert groups([one, two, bare]).number == [0, 1, 2]


def test_the_only_authority() -> None:
    """*The authorities* are the only official who is named."""
    chief = voice("Raul Ibarra", offices=("chief",), sort="person")
    priest = voice("Tomas Ugarte", offices=("priest",), sort="person")
    bare = Node("unnamed", "the authorities", outlet="The Post")
    assert groups([chief, priest, bare]).number == [0, 1, 0]


def test_offices_and_callings() -> None:
    """The governor of one report is the Governor Slavik of another, the guide its mountain guide; a guide is any guide."""
    guide = voice("Jo Abt", described=("mountain", "guide"))
    assert same(Node("unnamed", "the guide", definite=True, described=("guide",)), guide) == "both are the guide"
    assert same(Node("unnamed", "a guide", described=("guide",)), guide) == ""
    governor = Node("unnamed", "the governor", offices=("governor",), definite=True)
    assert same(governor, voice("Ivo Slavik", offices=("governor",))) == "both are the governor"


def test_documents_that_tell_themselves_apart() -> None:
    """Letters of two days are two; a photograph is no tape, nor an invoice a letter; slides are a deck."""
    first, second = Node("document", "a letter of 3 June", article=1), Node("document", "the letter of 4 June", article=2)
    assert same(first, second) == ""
    assert same(first, Node("document", "a letter of 3 June that we have", article=2)) != ""
    assert same(Node("document", "a photograph of it"), Node("document", "a tape", article=2)) == ""
    assert same(Node("document", "a video"), Node("document", "the recording", article=2)) != ""
    assert same(Node("document", "an invoice"), Node("document", "a letter", article=2)) == ""
    assert same(Node("document", "the slides"), Node("document", "a deck", article=2)) != ""
    assert (
        same(Node("document", "an extract from the land register"), Node("document", "a page of the register", article=2)) != ""
    )


def test_whose_a_document_is() -> None:
    """A firm's ledger is the internal ledger; who wrote in a letter is the letter; the Ruiz letter is Ana Ruiz's."""
    ledger = Node("document", "an internal ledger", article=1)
    assert same(ledger, Node("voice", "Stahl", paper="Stahl's ledger", article=2)) == (
        "it is the document of Stahl, and nothing tells the two apart"
    )
    assert same(ledger, Node("voice", "Stahl", paper="Stahl's letter", article=2)) == ""
    letter = Node("document", "the Ruiz letter", article=1)
    assert same(letter, Node("voice", "Ana Ruiz", sort="person", article=2)) == "the document's name has that of Ana Ruiz"
    report = Node("document", "a report", bodies=("Venter Nkomo",), article=2)
    assert (
        same(Node("document", "the Nkomo report", article=1), report) == "the one is by Venter Nkomo, and the other has that name"
    )


def test_who_speaks_as_one_body() -> None:
    """Firefighters in two papers are one brigade; two firefighters are two, and so are residents."""

    def some(name: str, outlet: str) -> Node:
        return Node("unnamed", name, outlet=outlet, article=len(outlet))

    assert same(some("firefighters", "Post"), some("the firefighters on the spot", "Courier")) == "firefighters speak as one body"
    assert same(some("two firefighters", "Post"), some("firefighters", "Courier")) == ""
    assert same(some("residents", "Post"), some("residents", "Courier")) == ""


def test_polls() -> None:
    """Of polls there are many: those that are told apart by whose they are or how many were asked are two."""
    first = Node("document", "the poll of 1,204 farmers", article=1)
    second = Node("document", "a new Orrel Post poll of farmers", article=2)
    assert same(first, second) == ""
    assert same(first, Node("document", "a survey among 912 farmers", article=2)) == ""
    assert same(first, Node("document", "the poll", article=2)) == ""
    assert same(second, Node("document", "the Orrel Post survey", article=3)) == "both names have Orrel"
    assert same(Node("document", "a poll", article=1), Node("document", "the poll", article=2)) == (
        "they are of one sort, and nothing tells them apart"
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("a poll", "2019-05-01", "the race is close"), ("a new poll", "2019-06-02", "it is close"), ""),
        (("polls", "2019-05-01", "the race tightens"), ("the survey", "2019-05-20", "the race is tight"), ""),
        (("a tweet", "2019-01-01", "it is forged"), ("the tweet", "2019-05-01", "it is a forgery"), ""),
        (("a poll", "2019-05-01", "51 percent are for it"), ("a new poll", "2019-06-02", "that 51 percent are"), "one sort"),
        (("a poll", "2019-05-01", "the race is close"), ("a new poll", "2019-05-04", "it is close"), "one sort"),
        (("a poll", "2019", "the race is close"), ("a new poll", "", "it is close"), "one sort"),
        (("the report", "2019-05-01", "it leaks"), ("a report", "2019-08-01", "it leaks"), "one sort"),
    ],
)
def test_polls_of_two_weeks(one: tuple[str, str, str], other: tuple[str, str, str], why: str) -> None:
    """There is one after another of them, so that weeks lie between two, unless they have a number in common; a report is one."""
    a, b = (Node("document", name, day=day, said=said, article=n) for n, (name, day, said) in enumerate((one, other)))
    assert same(a, b) == ("they are of one sort, and nothing tells them apart" if why else "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Justice Department", "State Department"),
        ("Department of Justice", "Department of State"),
        ("Bishop Museum", "Orrel Museum"),
        ("Captain Marine Institute", "Fenland Institute"),
        ("Judge Water Board", "Orrel Water Board"),
    ],
)
def test_an_office_in_a_bodys_name(one: str, other: str) -> None:
    """It is no title before a name that would be left: the Justice Department is not every department."""
    assert same(voice(one, sort="organisation"), voice(other, sort="organisation")) == ""


def test_what_is_no_office_by_itself() -> None:
    """An inspector general and an attorney general have no more in common than two others."""
    inspector = Node("voice", "the inspector general", offices=("inspector", "general"), article=1)
    attorney = voice("Ana Ruiz", offices=("attorney", "general"), sort="person", article=2)
    assert same(inspector, attorney) == ""
    assert same(Node("unnamed", "the general", offices=("general",), definite=True), voice("Ana Ruiz", offices=("general",)))


@pytest.mark.parametrize("share", ["many", "percent", "current"])
def test_what_counts_and_does_not_name(share: str) -> None:
    """*Ninety percent of voters* and *fifty percent of them* are not one for being percents."""
    a = Node("unnamed", f"the {share} of them", definite=True, described=(share,), article=1)
    assert same(a, voice("Ana Ruiz", described=(share,), article=2)) == ""


def test_two_people_whose_words_stand_in_both_articles() -> None:
    """Where two people with full names speak to the claim, only what they say of it makes them one."""
    words = "we will never sell the old harbour to anybody at all"
    a = voice("Ana Ruiz", sort="person", quotes={words}, said="she did not ask him", article=1)
    b = voice("Ivo Brandt", sort="person", quotes={words}, said="he was not asked by her", article=2)
    c = voice("Ivo Brandt", sort="person", quotes={words}, said=words, article=2)
    assert same(a, b) == ""
    assert same(a, c) == "both are quoted with the same words"
