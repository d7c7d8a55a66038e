"""Reviews that go from one ledger to another: exported, taken, in conflict; each a line that nobody can change unseen."""

from __future__ import annotations

import io
import json
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly import publishing
from allegedly.ledger import Ledger, Review
from allegedly.ledger.anchor import LETTERS, anchors
from allegedly.ledger.correcting import FIELDS
from allegedly.ledger.reviews import identity, moment
from allegedly.model import Reading
from tests.ledger.conftest import NAVY, statement, stored


def lines(ledger: Ledger) -> list[bytes]:
    """What ``--export`` writes."""
    return [msgspec.json.encode(one) for one in ledger.reviews]


def twin(tmp_path: Path, navy: Reading) -> Ledger:
    """The same article in somebody else's ledger."""
    made = Ledger(tmp_path / "twin.ledger", make=True)
    stored(made, [navy])
    return made


def test_two_people_work_apart_and_merge(desk: Ledger, tmp_path: Path, navy: Reading) -> None:
    """What each decided is in both ledgers afterwards, once, and both show the same."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ana", why="hers")
    with twin(tmp_path, navy) as other:
        other.review("reject", f"{NAVY}:s4", who="Ben", why="his")
        theirs = lines(other)
        done = desk.reviews.take(theirs, "ben.jsonl")
        assert (done.new, done.there, done.refused, done.conflicts) == (1, 0, [], [])
        again_ = desk.reviews.take(theirs, "ben.jsonl")
        assert (again_.new, again_.there) == (0, 1)
        assert str(again_) == "0 reviews taken in; 1 there already"
        other.reviews.take(lines(desk), "ana.jsonl")
        assert lines(other) == lines(desk)
        assert other.reading(NAVY) == desk.reading(NAVY)
        assert list(other.check()) == []


def test_conflicts_are_listed_and_decided_by_people(desk: Ledger, tmp_path: Path, navy: Reading) -> None:
    """Where two differ the earlier stands in either ledger, until a person who has both before them decides."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ana", why="hers")
    with twin(tmp_path, navy) as other:
        other.review("correct", f"{NAVY}:s3", changes={"stance": "doubts"}, who="Ben", why="his")
        for ledger, name, theirs in ((desk, "ben.jsonl", lines(other)), (other, "ana.jsonl", lines(desk))):
            done = ledger.reviews.take(theirs, name)
            assert [(c.record, c.field, [r.who for r in c.reviews]) for c in done.conflicts] == [("s3", "stance", ["Ana", "Ben"])]
            assert statement(ledger.reading(NAVY), "s3").stance == "neutral"
        assert [e.state for e in desk.history(f"{NAVY}:s3").entries] == ["in conflict", "in conflict"]
        other.review("correct", f"{NAVY}:s3", changes={"stance": "doubts"}, who="Cem", why="both of them asked me")
        assert other.reviews.conflicts() == []
        desk.reviews.take(lines(other), "cem.jsonl")
        assert desk.reviews.conflicts() == []
        assert statement(desk.reading(NAVY), "s3").stance == "doubts"


def test_rejected_here_and_corrected_there(desk: Ledger, tmp_path: Path, navy: Reading) -> None:
    """Who corrects a statement says that there is one; an accept of what stands decides the argument."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ana", why="hers")
    with twin(tmp_path, navy) as other:
        other.review("reject", f"{NAVY}:s3", who="Ben", why="his")
        desk.reviews.take(lines(other), "ben.jsonl")
    assert [c.field for c in desk.reviews.conflicts()] == ["standing"]
    desk.review("accept", f"{NAVY}:s3", who="Cem")
    assert desk.reviews.conflicts() == []
    assert statement(desk.reading(NAVY), "s3").stance == "neutral"


def test_accepted_here_and_corrected_there(desk: Ledger, tmp_path: Path, navy: Reading) -> None:
    """Who accepts says that every field is right: a correction made apart from it is in conflict."""
    desk.review("accept", f"{NAVY}:s3", who="Ana")
    with twin(tmp_path, navy) as other:
        other.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ben", why="his")
        desk.reviews.take(lines(other), "ben.jsonl")
    assert [(c.field, [r.who for r in c.reviews]) for c in desk.reviews.conflicts()] == [("stance", ["Ana", "Ben"])]
    assert statement(desk.reading(NAVY), "s3").stance == "denies"
    desk.review("accept", f"{NAVY}:s3", who="Cem")
    assert desk.reviews.conflicts() == []
    assert statement(desk.reading(NAVY), "s3").stance == "denies"


def test_reviews_come_before_their_article(tmp_path: Path, desk: Ledger, navy: Reading) -> None:
    """Reviews of an article that is not here are kept as orphans, and applied when it is added."""
    desk.review("reject", f"{NAVY}:s4", who="Ana", why="nobody says this")
    with Ledger(tmp_path / "early.ledger", make=True) as early:
        done = early.reviews.take(lines(desk), "ana.jsonl")
        assert [o.reason for o in done.orphaned] == ["its article is not in this ledger"]
        stored(early, [navy])
        assert early.reviews.orphaned() == []
        assert early.reading(NAVY) == desk.reading(NAVY)


def test_decisions_from_a_file(desk: Ledger) -> None:
    """Lines that are yet to be decided are taken as decisions, the same line once; bad ones are refused, the rest goes on."""
    from_file = [
        b'{"verdict": "reject", "record": "acc6fb7de38d:s4", "why": "nobody says this"}\n',
        b"\n",
        b'{"verdict": "correct", "record": "acc6fb7de38d:s3", "changes": {"stance": "neutral"}, "why": "x", "who": "Ben"}\n',
        b"not JSON\n",
        b'["a list"]\n',
        b'{"verdict": "reject", "record": "acc6fb7de38d:s99", "why": "not there"}\n',
        b'{"verdict": "reject", "record": "acc6fb7de38d:s1", "reason": "a field that there is not"}\n',
        b'{"id": "0123456789abcdef", "at": "2025-01-01T00:00:00Z", "who": "Eve", "verdict": "accept"}\n',
        b"\xff\xfe\n",
    ]
    done = desk.reviews.take(from_file, "decisions.jsonl", who="Ana")
    assert [r.who for r in desk.reviews] == ["Ana", "Ben"]
    said = [str(refused) for refused in done.refused]
    assert [int(words.split("line ")[1].split(":")[0]) for words in said] == [4, 5, 6, 7, 8, 9]
    assert said[2] == (
        "decisions.jsonl, line 6: acc6fb7de38d:s99: the article has no s99; 'allegedly show' with --format json lists what it has"
    )
    assert said[4] == (
        "decisions.jsonl, line 8: 0123456789abcdef: its id does not belong to what it says; it was changed after it was made"
    )
    more = desk.reviews.take(from_file, "decisions.jsonl", who="Ana")
    assert (more.new, more.there) == (0, 2)


def identified(plain: dict[str, object]) -> bytes:
    """The line of a review with these fields, under the id that belongs to them."""
    review = msgspec.convert(plain, Review)
    return msgspec.json.encode(msgspec.structs.replace(review, id=identity(review)))


def test_a_review_that_is_none_is_refused(desk: Ledger) -> None:
    """What lacks what its verdict needs, or touches what none may touch, is refused with its reason."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ana", why="hers")
    good = json.loads(lines(desk)[0])
    faults = {
        "it does not say who decided, or when": {"who": " "},
        "it puts nothing in": {"after": None},
        "'confidence' is no field that can be corrected": {"after": {"confidence": 1}},
        "it does not say what it is about": {"record": None},
        "it withdraws nothing": {"verdict": "withdraw"},
        "it does not name the entities that are one": {"verdict": "merge"},
        "it does not say whose name it takes": {"verdict": "split"},
    }
    bad = [identified({**good, **change}) for change in faults.values()]
    done = desk.reviews.take(bad, "bad.jsonl")
    assert [r.reason.partition(": ")[2] for r in done.refused] == [
        f"{fault}; export it anew from the ledger that it was made in" for fault in faults
    ]
    assert done.new == 0


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 2000)
    | st.text(max_size=6)
    | st.sampled_from(["e3", "s1", "s99", "denies", "t1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["span", "entity", "kind", "outlet"]), inner),
    max_leaves=6,
)
RECORDS = ["s1", "s3", "e1", "e3", "t1", "p1", "a1"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), record=st.sampled_from(RECORDS), value=JSON)
def test_any_value_from_elsewhere(desk: Ledger, data: st.DataObject, record: str, value: object) -> None:
    """Whatever a review from elsewhere puts into whatever field: applied or orphaned, and the ledger stays whole."""
    kind = LETTERS[record[0]]
    name = data.draw(st.sampled_from(FIELDS[kind]))
    about = anchors(desk.reading(NAVY, machine=True))[record]
    article = desk.article(NAVY).id
    plain = {"at": moment(), "who": "Eve", "verdict": "correct", "why": "x", "article": article, "after": {name: value}}
    done = desk.reviews.take([identified({**plain, "record": msgspec.to_builtins(about)})], "eve.jsonl")
    assert done.refused == []
    assert list(desk.check()) == []
    publishing.write([desk.reading(NAVY)], "page", io.StringIO())
    for review in list(desk.reviews)[-1:]:
        desk.review("withdraw", review.id, who="Ana", why="back")


@given(line=st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | JSON.map(msgspec.json.encode))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_line(desk: Ledger, line: bytes) -> None:
    """A line that is no review is refused with one sentence, whatever it is."""
    done = desk.reviews.take([line], "any.jsonl", who="Ana")
    assert done.new == 0
    assert len(done.refused) == bool(line.strip())
    assert list(desk.reviews) == []


def test_a_line_of_many_brackets(desk: Ledger) -> None:
    """Brackets without an end, and a line of many megabytes, are refused."""
    done = desk.reviews.take([b"[" * 200_000, b'{"verdict": "' + b"x" * 4_000_001 + b'"}'], "deep.jsonl", who="Ana")
    assert len(done.refused) == 2
    assert done.refused[1].reason == "the line: is longer than 4,000,000 bytes, too long for a review; leave it out"


def test_a_changed_review_is_told(desk: Ledger) -> None:
    """Its id is a digest of all that is in it: a word that somebody changed is found by ``check``."""
    (made,) = desk.review("accept", f"{NAVY}:s3", who="Ana")
    assert identity(made) == made.id
    change = desk._connection.execute
    change("DROP TRIGGER reviews_are_not_changed")
    change("UPDATE reviews SET why = 'heard so'")
    assert list(desk.check()) == [f"review {made.id}: it is not what was written down; its id belongs to other words"]


def test_json_of_a_review(desk: Ledger) -> None:
    """A line of the export is plain: who, when, why, the record by place and words, before and after."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral"}, who="Ana", why="hers")
    (plain,) = map(json.loads, lines(desk))
    assert {k: v for k, v in plain.items() if k not in ("id", "at", "article")} == {
        "who": "Ana",
        "verdict": "correct",
        "why": "hers",
        "record": {
            "kind": "statement",
            "id": "s3",
            "spans": [[291, 323], [394, 500]],
            "cue": [[359, 363]],
            "source": [324, 358],
            "name": "Tomas Brekk",
            "words": '"No shot was fired at any boat,"',
        },
        "before": {"stance": "denies"},
        "after": {"stance": "neutral"},
    }
