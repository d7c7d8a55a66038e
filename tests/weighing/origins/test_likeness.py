"""Voices that no rule takes for one are joined where how they are spoken of makes that likely, and no others."""

from __future__ import annotations

import numpy as np

from allegedly.weighing.origins.likeness import COLUMNS, ONE, End, joints, likely, table
from allegedly.weighing.origins.nodes import Node


def end(kind: str, name: str, article: int, said: str, **more: object) -> End:
    """An end of a chain in an article of a paper of its own."""
    return End(Node(kind, name, article=article, **more), said, "for", f"Paper {article}", page=False)  # type: ignore[arg-type]


HARBOUR = "the ferry struck the pier at Orrel at 6.40 on Monday"


def test_one_body_under_two_descriptions() -> None:
    """The harbour authority and the port's harbour authority, who say the same, are one; a passenger is another."""
    ends = [
        end("voice", "the harbour authority", 1, HARBOUR, definite=True, sort="organisation"),
        end(
            "voice", "Orrel's harbour authority", 2, "the ferry struck the Orrel pier at 6.40", definite=True, sort="organisation"
        ),
        end("voice", "Ivo Brandt", 3, "“I was thrown off my seat,”", sort="person", described=("passenger",)),
    ]
    found = list(joints(ends, [0, 1, 2]))
    assert [(one.one, one.other) for one in found] == [(0, 1)]
    assert all(ONE < one.likely <= 1 for one in found)


def test_whom_two_outlets_do_not_name_are_two() -> None:
    """A source of one paper and a source of another stay two, however alike they are described."""
    ends = [end("unnamed", "a source close to the talks", n, "the firm will be sold for 40 million") for n in (1, 2)]
    assert list(joints(ends, [0, 1])) == []


def test_an_unnamed_source_is_nobody_whom_another_paper_names() -> None:
    """An official of one paper is not the federation that another one names."""
    said = "the runner's sample was positive"
    ends = [end("unnamed", "an official in the athletics federation", 1, said), end("voice", "athletics federation", 2, said)]
    assert list(joints(ends, [0, 1])) == []


def test_bodies_of_one_article_are_two() -> None:
    """A drivers' association beside a transport union stays another, though the union's president says the same."""
    said = "the members will park their lorries from midnight on Thursday"
    ends = [
        end("voice", "Kofi Mensah", 1, said, sort="person", offices=("president",), bodies=("road transport workers' union",)),
        end("voice", "the transport union", 2, said, definite=True, sort="organisation"),
        end("voice", "the tanker drivers' association", 2, said, sort="organisation"),
    ]
    assert list(joints(ends, [0, 0, 2])) == []


def test_bodies_of_one_place_are_two() -> None:
    """The town's council and its football club share no more than the town; a department is no laboratory."""
    said = "the roof of the east stand came down at 9.20"
    for one, other in (
        ("Hask Metropolitan Council", "Hask Athletic"),
        ("county health department", "Orrel County health laboratory"),
        ("Green Party", "Farmers' Party"),
    ):
        ends = [end("voice", one, 1, said, sort="organisation"), end("voice", other, 2, said, sort="organisation")]
        assert list(joints(ends, [0, 1])) == []


def test_a_witness_is_no_body() -> None:
    """Whoever holds no office and speaks for nobody is not the fire brigade beside which he speaks."""
    ends = [
        end("voice", "the fire brigade in Hask", 1, "a lift with guests fell at the hotel", sort="organisation"),
        end("voice", "Ruggero Vals", 1, "“It went like a stone,”", sort="person", offices=("uncle",), described=("uncle",)),
    ]
    assert list(joints(ends, [0, 1])) == []


def test_an_outlet_is_no_body() -> None:
    """What a paper's own people measured is not the word of a body that bears the same town's name."""
    said = "the water stood at one metre sixty in Hask"
    ends = [end("outlet", "The Hask Valley News", 1, said), end("voice", "Hask Valley District", 2, said, sort="organisation")]
    assert list(joints(ends, [0, 1])) == []


def test_papers_by_two_authors_are_two() -> None:
    """A survey by one firm is not a survey by another, whatever both say."""
    papers = [
        end("document", f"a survey by {firm}", n, "the dam has a crack of 40 metres", bodies=(firm,))
        for n, firm in enumerate(("Stahl Engineers", "Mott Consult"), 1)
    ]
    assert list(joints(papers, [0, 1])) == []


def test_one_group_or_none_needs_no_joining() -> None:
    """Nothing is joined where there is nothing, one end, or what rules have joined already."""
    one = end("voice", "Ana Ruiz", 1, HARBOUR, sort="person")
    assert list(joints([], [])) == []
    assert list(joints([one], [0])) == []
    assert list(joints([one, one], [0, 0])) == []


def test_a_line_for_each_pair() -> None:
    """What is measured has its columns, in whichever order the two are given, and becomes a probability."""
    ends = [end("voice", "Ana Ruiz", 1, HARBOUR), end("document", "the report", 2, "")]
    lines = table(ends, [(0, 1), (1, 0)])
    assert lines.shape == (2, len(COLUMNS))
    assert np.array_equal(lines[0], lines[1])
    assert ((likely(lines) > 0) & (likely(lines) < 1)).all()
    assert table(ends, []).shape == (0, len(COLUMNS))
