"""How sure the reader is when rules and network have both spoken."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.reading.frames import Candidate, Layout
from allegedly.reading.network.marks import Marks
from allegedly.reading.network.proposals import proposals
from allegedly.reading.network.weighing import COLUMNS, table, weigh

SeenText = Callable[[str], tuple[Layout, Marks]]

TEXT = "The company denied that its tanks had leaked. The mayor of Oster said that the bridge would close."

ROWS = st.lists(
    st.lists(st.floats(-50.0, 50.0) | st.sampled_from([-9.0, -1.0, 0.0, 1.0]), min_size=len(COLUMNS), max_size=len(COLUMNS)),
    max_size=20,
)


def said(layout: Layout, marks: Marks) -> Candidate:
    """The network's candidate for *said*, as a rule would have it."""
    found = next(c for c in proposals(layout, marks) if layout.parse.word[c.token] == "said")
    return replace(found, frame="clause")


def forest() -> list[dict[str, str]]:
    """The lines of the forest that is shipped, by the names of their columns."""
    text = resources.files("allegedly.reading").joinpath("data", "forest.tsv").read_text(encoding="utf-8")
    names, *lines = [line.split("\t") for line in text.splitlines()]
    return [dict(zip(names, line, strict=True)) for line in lines]


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, data=st.data())
def test_each_row_by_itself(rows: list[list[float]], data: st.DataObject) -> None:
    """Rows weigh the same together, apart, and in any other order, each between 0 and 1."""
    sure = weigh(rows)
    assert len(sure) == len(rows)
    assert all(0.0 <= s <= 1.0 for s in sure)
    assert all(s == round(s, 4) for s in sure)
    assert [weigh([row])[0] for row in rows] == sure
    order = data.draw(st.permutations(range(len(rows))))
    assert weigh([rows[i] for i in order]) == [sure[i] for i in order]
    some = data.draw(st.integers(0, len(rows)))
    assert [*weigh(rows[:some]), *weigh(rows[some:])] == sure


def test_many_rows() -> None:
    """Thousands of rows weigh what a few of them do."""
    rows = [[math.sin(i * 31 + k) * 7 for k in range(len(COLUMNS))] for i in range(3000)]
    sure = weigh(rows)
    assert len(sure) == 3000
    assert len(set(sure)) > 100
    for i in (0, 1, 1023, 1024, 1025, 2047, 2048, 2999):
        assert weigh([rows[i]]) == [sure[i]]


def test_no_rows() -> None:
    """Nothing weighs nothing."""
    assert weigh([]) == []


def test_extremes() -> None:
    """Numbers far out of the usual still weigh something between 0 and 1."""
    rows = [[sign * 1e300] * len(COLUMNS) for sign in (-1, 1)]
    assert all(0.0 <= s <= 1.0 for s in weigh(rows))


def test_columns_of_the_table(seen_of_text: SeenText) -> None:
    """A cue's candidates have a row each, with a finite number for each column."""
    layout, marks = seen_of_text(TEXT)
    rule = said(layout, marks)
    rows = table(layout, marks, [(rule, 0.9), (replace(rule, source=None, source_token=None), 0.2)])
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert all(math.isfinite(number) for row in rows for number in row)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_no_candidates(seen_of_text: SeenText) -> None:
    """A cue without candidates has no rows."""
    assert table(*seen_of_text(TEXT), []) == []


def test_columns_say_what_they_are_named_for(seen_of_text: SeenText) -> None:
    """Rules' and network's rows say which is which, and how far each is from the network's own candidate."""
    layout, marks = seen_of_text(TEXT)
    rule = said(layout, marks)
    wrong = replace(rule, source=layout.parse.span(0, 1), source_token=1, content=[layout.parse.span(3, 7)])
    proposed = replace(rule, frame="network")
    named = [dict(zip(COLUMNS, row, strict=True)) for row in table(layout, marks, [(rule, 0.9), (wrong, 0.3), (proposed, 0.0)])]
    assert [row["proposed"] for row in named] == [0.0, 0.0, 1.0]
    assert [row["shared"] for row in named] == [1.0, 0.0, 1.0]
    assert [row["same source"] for row in named] == [1.0, 0.0, 1.0]
    assert [row["apart"] for row in named] == [0.0, 1.0, 0.0]
    assert named[0]["rules"] == named[0]["surest rule"] > named[1]["rules"]
    assert named[0]["behind"] == 0.0 > named[1]["behind"]
    alone = [dict(zip(COLUMNS, row, strict=True)) for row in table(layout, marks, [(rule, 0.9)])]
    assert (alone[0]["shared"], alone[0]["same source"]) == (-1.0, -1.0)


def test_sure_of_the_network_is_not_looked_at(seen_of_text: SeenText) -> None:
    """What is given as the confidence of the network's own candidate changes nothing."""
    layout, marks = seen_of_text(TEXT)
    rule = said(layout, marks)
    proposed = replace(rule, frame="network")
    assert table(layout, marks, [(rule, 0.9), (proposed, 0.0)]) == table(layout, marks, [(rule, 0.9), (proposed, 0.99)])
    assert table(layout, marks, [(proposed, 0.0)]) == table(layout, marks, [(proposed, 0.99)])


def test_right_weighs_more_than_wrong(seen_of_text: SeenText) -> None:
    """A candidate that is right weighs more than one with the wrong source, and than one with the wrong content."""
    layout, marks = seen_of_text(TEXT)
    rule = said(layout, marks)
    proposed = replace(rule, frame="network")
    no_source = replace(rule, source=layout.parse.span(0, 1), source_token=1)
    no_content = replace(rule, content=[layout.parse.span(3, 7)])
    rivals = [(rule, 0.8), (no_source, 0.8), (no_content, 0.8), (proposed, 0.0)]
    sure = weigh(table(layout, marks, rivals))
    assert sure[0] > 0.7
    assert sure[0] > sure[1]
    assert sure[0] > sure[2]


def test_forest_knows_its_columns() -> None:
    """The forest that is shipped asks for nothing but columns of the table, and every question is a number."""
    lines = forest()[1:]
    asked = {line["column"] for line in lines} - {""}
    assert asked
    assert asked <= set(COLUMNS)
    assert all(math.isfinite(float(line["bound"])) and math.isfinite(float(line["value"])) for line in lines)


def test_forest_is_whole() -> None:
    """Every question of the forest leads to two other nodes one step deeper, every leaf to itself, and every node is reached."""
    start, *lines = forest()
    assert math.isfinite(float(start["value"]))
    assert [int(line["node"]) for line in lines] == list(range(len(lines)))
    reached = [i for i, line in enumerate(lines) if line["depth"] == "0"]
    for i, line in enumerate(lines):
        low, high = int(line["low"]), int(line["high"])
        if line["column"]:
            assert low != high
            assert int(lines[low]["depth"]) == int(lines[high]["depth"]) == int(line["depth"]) + 1
            reached.extend((low, high))
        else:
            assert low == high == i
    assert sorted(reached) == list(range(len(lines)))


def test_forest_is_small() -> None:
    """The forest that is shipped is below a megabyte."""
    assert 0 < len(resources.files("allegedly.reading").joinpath("data", "forest.tsv").read_bytes()) < 1_000_000
