"""People's decisions: on record for good, applied to what is shown and found, undone by further ones."""

from __future__ import annotations

import sqlite3

import msgspec
import pytest

from allegedly.errors import BadReview, Overtaken
from allegedly.ledger import Ledger
from allegedly.ledger.keeping import put_machine
from allegedly.ledger.store import writing
from allegedly.model import Reading, Statement
from tests.ledger.conftest import NAVY, statement, stored


def texts(reading: Reading, s: Statement) -> list[str]:
    """The pieces of its content."""
    return [reading.article.text[a:b] for a, b in s.content]


def test_a_rejected_statement_is_left_out(desk: Ledger, navy: Reading) -> None:
    """It is neither found nor shown nor referred to, unless asked for; the machine's own finding stays."""
    before = [f.id for f in desk.find(limit=100)]
    (made,) = desk.review("reject", f"{NAVY}:s4", who="Ana Ruiz", why="nobody says this")
    assert made.before is not None
    assert (made.who, made.why, made.before["stance"]) == ("Ana Ruiz", "nobody says this", "denies")
    assert [f.id for f in desk.find(limit=100)] == [name for name in before if name != f"{NAVY}:s4"]
    with_it = {f.id: f.statement.review for f in desk.find(limit=100, rejected=True)}
    review = with_it[f"{NAVY}:s4"]
    assert review is not None
    assert (review.standing, review.who) == ("rejected", ("Ana Ruiz",))
    shown = desk.reading(NAVY)
    assert "s4" not in {s.id for s in shown.statements}
    assert not any("s4" in s.answers or s.within == "s4" for s in shown.statements)
    assert "s4" in {s.id for s in desk.reading(NAVY, rejected=True).statements}
    assert desk.reading(NAVY, machine=True) == navy
    assert list(desk.check()) == []


def test_what_a_rejected_denial_denied_is_denied_no_more(desk: Ledger, navy: Reading) -> None:
    """A search for what somebody denies goes by what people left standing."""
    answered = statement(navy, "s4").answers
    assert answered
    assert f"{NAVY}:{answered[0]}" in {f.id for f in desk.find(denied_by="Brekk", limit=100)}
    for s in navy.statements:
        if answered[0] in s.answers:
            desk.review("reject", f"{NAVY}:{s.id}", who="Ana", why="no denial")
    assert f"{NAVY}:{answered[0]}" not in {f.id for f in desk.find(denied_by="Brekk", limit=100)}


def test_a_corrected_statement_shows_what_was_put_in(desk: Ledger, navy: Reading) -> None:
    """Values, words and names are put in, marked, and found; the confidence is the machine's and stays."""
    old = statement(navy, "s3")
    changes = {
        "stance": "affirms",
        "act": "promise",
        "source": "Foreign Minister Klara Lindqvist-Moen",
        "content": ["two flares"],
    }
    (made,) = desk.review("correct", f"{NAVY}:s3", changes=changes, who="Ana", why="for the test")
    assert made.before is not None
    assert made.before["stance"] == "denies"
    shown = desk.reading(NAVY)
    new = statement(shown, "s3")
    named = {e.id: e.name for e in shown.entities}
    assert (new.stance, new.act, new.confidence) == ("affirms", "promise", old.confidence)
    assert new.source.text == "Foreign Minister Klara Lindqvist-Moen"
    assert named[str(new.source.entity)] == "Klara Lindqvist-Moen"
    assert new.chain[-1].entity == new.source.entity
    assert texts(shown, new) == ["two flares"]
    assert new.review is not None
    assert (new.review.standing, new.review.who) == ("corrected", ("Ana",))
    assert set(new.review.fields) == {"stance", "act", "source.span", "source.entity", "chain", "content", "amounts"}
    assert [f.id for f in desk.find("flares", by="Lindqvist", act="promise")] == [f"{NAVY}:s3"]
    assert not desk.find("shot", by="Brekk", stance="denies")
    assert statement(desk.reading(NAVY, machine=True), "s3") == old
    assert list(desk.check()) == []


def test_every_kind_of_field(desk: Ledger) -> None:
    """Addressee, evidence, chain, within, answers and references are put in as the reading format has them."""
    changes = {
        "addressee": "experts",
        "evidence": "radar records",
        "chain": [{"outlet": True}, {"entity": "Marenia"}, {"entity": "e7"}],
        "within": "s2",
        "answers": ["s2"],
        "cue": [[359, 363]],
        "times": ["t1"],
        "places": [],
    }
    desk.review("correct", f"{NAVY}:s5", changes=changes, who="Ana", why="for the test")
    shown = desk.reading(NAVY)
    new = statement(shown, "s5")
    named = {e.name: e.id for e in shown.entities}
    assert new.addressee is not None
    assert (new.addressee.text, new.addressee.entity) == ("experts", named["experts"])
    assert [(e.text, e.kind) for e in new.evidence] == [("radar records", "other")]
    assert [hop.entity for hop in new.chain] == [None, named["Marenia"], "e7"]
    assert (new.within, new.answers, new.cue, new.times) == ("s2", ("s2",), ((359, 363),), ("t1",))
    assert list(desk.check()) == []


def test_other_records(desk: Ledger, navy: Reading) -> None:
    """Entities, times, places and amounts are corrected and rejected too, and what rests on them follows."""
    desk.review("correct", f"{NAVY}:e13", changes={"kind": "place"}, who="Ana", why="a capital")
    desk.review("correct", f"{NAVY}:t3", changes={"start": "2025-03-12", "end": "2025-03-12"}, who="Ana", why="a day before")
    desk.review("reject", f"{NAVY}:a1", who="Ana", why="no amount")
    desk.review("reject", f"{NAVY}:p1", who="Ana", why="another Geneva")
    shown = desk.reading(NAVY)
    assert next(e.kind for e in shown.entities if e.id == "e13") == "place"
    assert next(t.start for t in shown.times if t.id == "t3") == "2025-03-12"
    assert [a.id for a in shown.amounts] == [a.id for a in navy.amounts if a.id != "a1"]
    assert (shown.places, [e for e in shown.entities if e.place]) == ((), [])
    assert not any("a1" in s.amounts or "p1" in s.places for s in shown.statements)
    assert list(desk.check()) == []


def test_labels_are_counted_as_shown(ledger: Ledger, readings: list[Reading]) -> None:
    """A label is named by its place in what is shown, which moves up when one before it is rejected."""
    labelled = next(r for r in readings if len(r.labels) > 2)
    stored(ledger, [labelled])
    name = labelled.article.id[7:19]
    for _ in range(2):
        ledger.review("reject", f"{name}:l1", who="Ana", why="a plain word")
    assert ledger.reading(name).labels == labelled.labels[2:]


REFUSED = [
    ("s99", {"stance": "denies"}, "the article has no s99; 'allegedly show' with --format json lists what it has"),
    ("x1", {"stance": "denies"}, "the article has no x1; 'allegedly show' with --format json lists what it has"),
    ("s3", {}, "nothing is given to put in; name a field and its value, as stance=denies"),
    (
        "s3",
        {"confidence": 1},
        (
            "'confidence' is no field that can be corrected; there are mode, act, stance, slant, source.span, source.entity,"
            " source.kind, source.voice, source.anonymity, cue, content, within, addressee, chain, evidence, answers, times,"
            " places, amounts"
        ),
    ),
    (
        "s3",
        {"stance": "maybe"},
        "Invalid enum value 'maybe' - at `$.stance`; 'allegedly schema' prints what the fields may hold",
    ),
    ("s3", {"content": [[5, 2]]}, "[5, 2] is no span in the text of 1,216 characters; give it as [first, end]"),
    ("s3", {"content": [[0, 10**9]]}, "[0, 1000000000] is no span in the text of 1,216 characters; give it as [first, end]"),
    (
        "s3",
        {"content": [[10, 20], [15, 30]]},
        "s3: its spans [10, 20] and [15, 30] overlap or are out of order; give other values",
    ),
    ("s3", {"source.span": "the king"}, "the words 'the king' do not stand in the text; give the span as [first, end]"),
    ("s3", {"source": "navy"}, "the words 'navy' stand 2 times in the text; give the span as [first, end]"),
    ("s3", {"source.entity": "e99"}, "entity: the article has no e99; 'allegedly show' with --format json lists what it has"),
    (
        "s3",
        {"source.entity": "Ada"},
        "'Ada' is the name of one entity of the article, and it has none; give an id such as e3",
    ),
    ("s3", {"within": "s3"}, "a statement cannot stand within itself or within what stands in it; name another one"),
]


@pytest.mark.parametrize(("record", "changes", "reason"), REFUSED)
def test_what_cannot_stand_is_refused(desk: Ledger, record: str, changes: dict[str, object], reason: str) -> None:
    """A record that is not there, a field that there is not, a value that cannot be: one sentence, and nothing is written."""
    with pytest.raises(BadReview) as refused:
        desk.review("correct", f"{NAVY}:{record}", changes=changes, who="Ana", why="for the test")
    assert str(refused.value) == f"{NAVY}:{record}: {reason}"
    assert list(desk.reviews) == []


def test_who_and_why(desk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an accept goes without a reason; who is not named is who the environment names, else the login name."""
    with pytest.raises(BadReview, match=r":s3: nothing says why; give a reason to reject it with --why$"):
        desk.review("reject", f"{NAVY}:s3", who="Ana")
    with pytest.raises(BadReview, match=r":e7: statements rest on an entity; correct those that name it, or its name or kind$"):
        desk.review("reject", f"{NAVY}:e7", who="Ana", why="nobody")
    monkeypatch.setenv("ALLEGEDLY_REVIEWER", " Ben  Okoro ")
    (made,) = desk.review("accept", f"{NAVY}:s3")
    assert (made.who, made.why) == ("Ben Okoro", "")
    monkeypatch.delenv("ALLEGEDLY_REVIEWER")
    monkeypatch.setenv("LOGNAME", "chidi")
    assert desk.review("note", NAVY, why="read twice")[0].who == "chidi"


def test_all_or_none(desk: Ledger) -> None:
    """Of several records none is decided upon where one is not there."""
    with pytest.raises(BadReview):
        desk.review("accept", f"{NAVY}:s3", f"{NAVY}:s99", who="Ana")
    assert list(desk.reviews) == []


def test_nothing_is_ever_changed(desk: Ledger) -> None:
    """The table of reviews refuses every change and every deletion."""
    desk.review("accept", f"{NAVY}:s3", who="Ana")
    for command in ("UPDATE reviews SET who = 'Ben'", "DELETE FROM reviews"):
        with pytest.raises(sqlite3.IntegrityError, match="reviews are never"):
            desk._connection.execute(command)


def test_an_undo_is_a_further_review(desk: Ledger, navy: Reading) -> None:
    """A review that is withdrawn counts no more, and counts again when its withdrawal is withdrawn; all stay on record."""
    (made,) = desk.review("reject", f"{NAVY}:s4", who="Ana", why="nobody says this")
    (undo,) = desk.review("withdraw", made.id[:10], who="Ben", why="he does, in the third paragraph")
    assert desk.reading(NAVY) == navy
    assert not desk._connection.execute("SELECT * FROM machine_readings").fetchall()
    desk.review("withdraw", undo.id, who="Ana", why="that is somebody else")
    assert "s4" not in {s.id for s in desk.reading(NAVY).statements}
    states = [(e.review.verdict, e.record, e.state) for e in desk.history(NAVY).entries]
    assert states == [("reject", "s4", "counts"), ("withdraw", "s4", "withdrawn"), ("withdraw", "s4", "counts")]
    with pytest.raises(BadReview, match=r"^zzzz: no review has such an id; 'allegedly review' with --list shows them$"):
        desk.review("withdraw", "zzzz", who="Ana", why="no")


def test_nobody_decides_about_what_they_have_not_seen(desk: Ledger) -> None:
    """A decision that says what its author saw is taken only where it is still so; an undone one is as if it had not been."""
    seen = desk.reviews.state(f"{NAVY}:s3")
    assert desk.reviews.state(f"{NAVY}:s4") != seen
    (made,) = desk.review("correct", f"{NAVY}:s3", changes={"stance": "doubts"}, who="Ana", why="first", seen=seen)
    with pytest.raises(Overtaken) as refused:
        desk.review("reject", f"{NAVY}:s3", who="Ben", why="no statement", seen=seen)
    told = f"{NAVY}:s3: somebody decided about it meanwhile; look at it as it is now, and decide again"
    assert str(refused.value) == told
    assert [r.who for r in desk.reviews] == ["Ana"]
    now = desk.reviews.state(f"{NAVY}:s3")
    desk.review("accept", f"{NAVY}:s4", who="Ben")  # another record
    assert desk.reviews.state(f"{NAVY}:s3") == now
    desk.review("withdraw", made.id, who="Ana", why="taken back")
    assert desk.reviews.state(f"{NAVY}:s3") == seen
    desk.review("reject", f"{NAVY}:s3", who="Ben", why="no statement", seen=seen)
    assert [r.who for r in desk.reviews.latest(2)] == ["Ben", "Ana"]
    assert desk.reviews.reasons("Ben") == ["no statement"]
    assert desk.reviews.reasons("Cem") == []
    assert desk.reviews.named(made.id[:9]) == made
    assert desk.reviews.named("zz") is None


def test_the_last_of_one_desk_counts(desk: Ledger) -> None:
    """Who decides after others and has their decisions before them counts before them, field by field."""
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "neutral", "act": "belief"}, who="Ana", why="first")
    desk.review("correct", f"{NAVY}:s3", changes={"stance": "doubts"}, who="Ben", why="second")
    new = statement(desk.reading(NAVY), "s3")
    assert (new.stance, new.act) == ("doubts", "belief")
    assert new.review is not None
    assert new.review.who == ("Ana", "Ben")
    assert desk.reviews.conflicts() == []
    desk.review("accept", f"{NAVY}:s3", who="Cem")
    assert statement(desk.reading(NAVY), "s3").stance == "doubts"


def again(reading: Reading, **changes: object) -> Reading:
    """What a later reader makes of it: another version, other ids, and these changes to the statement with the flares."""
    moved = {s.id: f"s{i + 5}" for i, s in enumerate(reading.statements)}
    people = {e.id: f"e{int(e.id[1:]) + 10}" for e in reading.entities}
    plain = msgspec.to_builtins(reading)
    for s in plain["statements"]:
        if s["id"] == "s3":
            s.update(changes)

    def renamed(value: object, ids: dict[str, str]) -> object:
        if isinstance(value, dict):
            return {k: renamed(v, ids) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [renamed(v, ids) for v in value]
        return ids.get(value, value) if isinstance(value, str) else value

    plain = {
        **plain,
        **{k: renamed(plain[k], moved | people) for k in ("statements", "entities", "labels", "places", "happenings", "ties")},
    }
    plain["reader"]["version"] = "9.9.9"
    return msgspec.convert(plain, Reading)


def reread(ledger: Ledger, reading: Reading) -> None:
    """Put another reading in the place of the one that is there."""
    with writing(ledger._connection):
        put_machine(ledger._connection, 1, reading)


def test_a_review_survives_another_reading(desk: Ledger, navy: Reading) -> None:
    """It is found again by place and source, with the entity that it names, whatever the ids are; and goes on applying."""
    changes = {"source": "Foreign Minister Klara Lindqvist-Moen", "stance": "affirms"}
    desk.review("correct", f"{NAVY}:s3", changes=changes, who="Ana", why="for the test")
    desk.review("reject", f"{NAVY}:s4", who="Ana", why="for the test")
    later = again(navy, content=[[291, 323], [394, 450]], cue=[[347, 363]])
    reread(desk, later)
    shown = desk.reading(NAVY)
    new = statement(shown, "s7")
    assert (new.stance, new.content) == ("affirms", ((291, 323), (394, 450)))
    assert new.source.entity == "e21"
    assert "s8" not in {s.id for s in shown.statements}
    assert desk.reviews.orphaned() == []
    assert desk.reading(NAVY, machine=True) == later
    history = desk.history(NAVY)
    assert [(r.version, r.replaced is None) for r in history.reads] == [(navy.reader.version, False), ("9.9.9", True)]
    assert [e.record for e in history.entries] == ["s7", "s8"]
    assert list(desk.check()) == []


def test_what_is_not_found_is_orphaned_and_comes_back(desk: Ledger, navy: Reading) -> None:
    """A review of what a reader finds no more is kept, shown as orphaned, and applied when it is found again."""
    desk.review("reject", f"{NAVY}:s3", who="Ana", why="for the test")
    reread(desk, again(navy, content=[[0, 5]], cue=[[7, 11]], source={"kind": "unnamed"}))
    (orphan,) = desk.reviews.orphaned()
    assert (orphan.review.verdict, orphan.reason) == ("reject", "this reading of the article has no such record")
    assert [e.state for e in desk.history(NAVY).entries] == ["is orphaned: this reading of the article has no such record"]
    assert len(desk.find(limit=100)) == len(navy.statements)
    reread(desk, again(navy))
    assert desk.reviews.orphaned() == []
    assert "s7" not in {s.id for s in desk.reading(NAVY).statements}


def test_an_entity_that_is_gone_orphans_what_names_it(desk: Ledger, navy: Reading) -> None:
    """A correction that names somebody whom the reader finds no more cannot be applied, and says so."""
    desk.review("correct", f"{NAVY}:s3", changes={"source.entity": "e15"}, who="Ana", why="for the test")
    plain = msgspec.to_builtins(navy)
    plain["entities"] = [e for e in plain["entities"] if e["id"] != "e15"]
    for s in plain["statements"]:
        if s["source"]["entity"] == "e15":
            s["source"]["entity"] = None
        s["chain"] = [{k: v for k, v in hop.items() if v != "e15"} for hop in s["chain"]]
    reread(desk, msgspec.convert(plain, Reading))
    assert [o.reason for o in desk.reviews.orphaned()] == ["it names 'experts', which is not found any more"]


def test_a_statement_within_a_later_one(desk: Ledger) -> None:
    """A person may say that a statement stands within one that comes after it."""
    desk.review("correct", f"{NAVY}:s2", changes={"within": "s5"}, who="Ana", why="for the test")
    assert statement(desk.reading(NAVY), "s2").within == "s5"
    assert list(desk.check()) == []


def test_decisions_are_applied_or_told(desk: Ledger) -> None:
    """Where what is shown is not what machine and reviews come to, ``check`` says so."""
    desk.review("reject", f"{NAVY}:s3", who="Ana", why="for the test")
    desk._connection.execute("DELETE FROM reviewed")
    (told,) = desk.check()
    assert told.endswith("what is shown is not its reading with people's decisions applied")


def test_a_happening_is_turned_down_and_another_corrected(desk: Ledger, navy: Reading) -> None:
    """It goes and the others keep their ids; a type that a person puts in stays, also in a reading from elsewhere."""
    assert [h.id for h in navy.happenings[:3]] == ["h1", "h2", "h3"]
    desk.review("reject", f"{NAVY}:h1", who="Ana", why="no such thing")
    desk.review("correct", f"{NAVY}:h2", changes={"type": "accident", "mode": None}, who="Ana", why="it went off by itself")
    shown = desk.reading(NAVY)
    assert [h.id for h in shown.happenings[:2]] == ["h2", "h3"]
    assert (shown.happenings[0].type, shown.happenings[0].mode) == ("accident", None)
    assert shown.happenings[1:] == navy.happenings[2:]
    with pytest.raises(BadReview) as refused:
        desk.review("correct", f"{NAVY}:h3", changes={"place": "e1"}, who="Ana", why="there")
    assert str(refused.value) == f"{NAVY}:h3: 'place' is no field that can be corrected; there are type, mode"
    assert list(desk.check()) == []
