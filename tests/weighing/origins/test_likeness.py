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
