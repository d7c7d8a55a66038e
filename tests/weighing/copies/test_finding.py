"""Copies: what two articles are to one another, which came first, and where their words stand."""

from __future__ import annotations

from allegedly.model import Article
from allegedly.model_claims import Copy
from allegedly.weighing.copies.finding import find_copies
from allegedly.weighing.copies.words import same

from .conftest import COUNCIL, FISH, HORSES, LEAD, QUOTE, RAIL, article


def only(*articles: Article) -> Copy:
    """The one copy among these, its passages checked."""
    (found,) = find_copies(articles)
    texts = {a.id: a.text for a in articles}
    for passage in found.passages:
        assert same(texts[found.a][slice(*passage.a)], texts[found.b][slice(*passage.b)])
    return found


def test_wire_copy(wire: Article) -> None:
    """A paper that prints an agency's report has it from there, though it may have the earlier date."""
    paper = article(
        LEAD,
        COUNCIL,
        QUOTE,
        FISH,
        "(Reuters)",
        "Reuters contributed to this report.",
        outlet="Lenning Courier",
        published="2031-03-03",
    )
    found = only(paper, wire)
    assert (found.kind, found.original, found.containment) == ("reprint", wire.id, 0.9708)
    assert found.reason == "one passage, 170 words; one credits the other's outlet, Reuters"
    assert paper.text[slice(*found.passages[0].a)].startswith("The dredger that was")


def test_two_papers_with_one_agency() -> None:
    """Two papers that print the same agency's report have it neither from the other."""
    one = article(LEAD, COUNCIL, FISH, "(Reporting by Ana Ruiz, Reuters)", outlet="Lenning Courier", published="2031-03-04")
    other = article(f"(Reuters) {LEAD}", COUNCIL, FISH, outlet="Wend Herald", published="2031-03-05")
    found = only(one, other)
    assert (found.kind, found.original) == ("reprint", None)
    assert found.reason.endswith("; both credit Reuters")


def test_earlier_one_is_the_original() -> None:
    """Without any credit, the one that was published first is taken for the original, and less surely."""
    one = article(LEAD, COUNCIL, FISH, outlet="Lenning Courier", published="2031-03-04")
    other = article(LEAD, COUNCIL, FISH, outlet="Wend Herald", published="2031-03-06")
    found = only(other, one)
    assert (found.kind, found.a, found.b, found.original, found.jaccard) == ("reprint", one.id, other.id, one.id, 1.0)
    assert found.reason == "one passage, 130 words; published 2 days earlier"
    assert found.confidence < 0.9


def test_later_version() -> None:
    """The same outlet's later article with much of the earlier one's text is an update of it."""
    one = article(LEAD, COUNCIL, outlet="Lenning Courier", published="2031-03-04")
    other = article(RAIL, LEAD, COUNCIL, FISH, outlet="Lenning Courier", published="2031-03-05")
    found = only(one, other)
    assert (found.kind, found.original) == ("update", one.id)
    assert found.reason == "one passage, 90 words; of one outlet, a day later"


def test_borrowed_paragraphs() -> None:
    """Paragraphs of another's report in one's own are an excerpt of it, and a citation says of which."""
    one = article(LEAD, FISH, COUNCIL, outlet="Lenning Courier", published="2031-03-04")
    other = article(
        RAIL, HORSES, LEAD, "The Lenning Courier reported this first.", RAIL[::-1], outlet="Wend Herald", published="2031-03-04"
    )
    found = only(one, other)
    assert (found.kind, found.original) == ("excerpt", one.id)
    assert found.reason == "one passage, 47 words; one cites the other's outlet, Lenning Courier"


def test_the_same_quotation() -> None:
    """Two reports that quote the same words share a source, and neither is the other's original."""
    one = article(LEAD, QUOTE, COUNCIL, outlet="Lenning Courier", published="2031-03-04")
    other = article(RAIL, HORSES, QUOTE, outlet="Wend Herald", published="2031-03-06")
    found = only(one, other)
    assert (found.kind, found.original) == ("shared source", None)


def test_what_a_site_prints_under_everything() -> None:
    """Subscription lines and captions, and the lines about an author at the end, are no copies."""
    box = "Sign up for our harbour letter and have every tide, every landing and boat brought to your door before breakfast."
    one = article(LEAD, COUNCIL, FISH, box, outlet="Lenning Courier", published="2031-03-04")
    other = article(RAIL, HORSES, box, outlet="Wend Herald", published="2031-03-06")
    author = (
        "Bo Lund has written about weirs, locks and the people who mind them for thirty years and lives with two dogs in Wend."
    )
    assert find_copies([one, other]) == []
    assert find_copies([article(LEAD, COUNCIL, FISH, QUOTE, author), article(RAIL, HORSES, RAIL[::-1], RAIL, author)]) == []


def test_the_same_articles_in_any_order(wire: Article) -> None:
    """What is found does not depend on the order in which articles are given."""
    others = [
        article(LEAD, RAIL, outlet="Wend Herald", published="2031-03-06"),
        article(LEAD, FISH, outlet="Lenning Courier"),
        article(QUOTE, HORSES, outlet="Wend Herald"),
    ]
    every = [wire, *others]

    def plain(found: list[Copy]) -> list[str]:
        return sorted(map(repr, found))

    assert plain(find_copies(every)) == plain(find_copies(every[::-1]))
    assert len(find_copies(every)) >= 3


def test_no_text_at_all() -> None:
    """Articles without words are copies of nothing."""
    assert find_copies([article(""), article("…"), article("\0")]) == []
