"""Everything that is spoken of more than once: people, bodies and things."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake import article_from_text
from allegedly.reading.coreference import clusters
from allegedly.reading.pipeline import load, parse_text
from allegedly.reading.reader import find_relations

WORDS = st.sampled_from(
    ["the boat", "Anna Berg", "it", "she", "their", "said", "that", ".", ",", '"', "\n\n", "I", "you", "?", "and", "Berg's", "of"]
)


def joined(text: str) -> list[list[str]]:
    """The words of each cluster of two or more."""
    article = article_from_text(text)
    parse = parse_text(article.text, load())
    found = clusters(parse, article, find_relations(article, parse, reader="rules"))
    return [[article.text[a:b] for a, b in cluster] for cluster in found if len(cluster) > 1]


def test_things_spoken_of_twice() -> None:
    """A definite noun takes up the thing that was brought in, and *it* does too."""
    text = "A grey boat lay in the harbour. The boat had no name. It sank on Monday."
    assert ["A grey boat", "The boat", "It"] in joined(text)


def test_something_else_of_the_same_noun() -> None:
    """*Another boat* is another boat."""
    text = "A grey boat lay in the harbour. Another boat came in."
    assert not any("Another boat" in cluster for cluster in joined(text))


def test_names_with_their_titles() -> None:
    """A mention is the whole phrase: the title before a name, and the sign of the possessive."""
    text = "Mayor Anna Berg spoke on Monday. Berg's brother was there. She thanked him."
    assert ["Mayor Anna Berg", "Berg's", "She"] in joined(text)


def test_what_describes_by_apposition() -> None:
    """A description beside a name is of the same figure."""
    text = "Anna Berg, the mayor of Oster, resigned. The mayor gave no reason."
    assert ["Anna Berg", "the mayor of Oster", "The mayor"] in joined(text)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_no_mention_twice(words: list[str]) -> None:
    """Whatever the text, no two clusters have a mention in common, and none holds one twice."""
    article = article_from_text(" ".join(words))
    parse = parse_text(article.text, load())
    spans = [span for cluster in clusters(parse, article, []) for span in cluster]
    assert len(spans) == len(set(spans))
    assert all(0 <= a < b <= len(article.text) for a, b in spans)


def test_this_law_is_the_law_just_named() -> None:
    """*This important legislation* takes up the law that was named, whatever words stand before its noun; *it* does too."""
    text = (
        "The House passed the Safety in Harbours Act on Monday. This important legislation will save lives. It will cost little."
    )
    assert ["the Safety in Harbours Act", "This important legislation", "It"] in joined(text)


def test_a_thing_and_its_name() -> None:
    """*Its name was Harbour Master 6*: the pronoun is in the name's cluster."""
    text = "A programme was born in 1999. Its name was Harbour Master 6. Harbour Master 6 is sold in Oster."
    assert ["Its", "Harbour Master 6", "Harbour Master 6"] in joined(text)


def test_who_is_to_do_something() -> None:
    """*If it is to meet its debts*: whoever meets them is meant."""
    text = "The Oster Shipyard must cut its costs if it is to meet its debts."
    assert ["The Oster Shipyard", "its", "it", "its"] in joined(text)
