"""Notes heard out: who are one though no name says so, what has a source though no rule finds it, and what is left alone."""

from __future__ import annotations

import re
import sqlite3

import pytest

from allegedly.weighing.notes import NOTE
from allegedly.weighing.origins.hearing import MANY
from allegedly.weighing.origins.keeping import bring_up_to_date
from tests.weighing.origins.conftest import Claimed, counts, links, roots

SANK = "The ferry Mirela sank within ten minutes"
TOLD = f"ORREL, May 3 (The Orrel Post) - {SANK} off Cape Orrel on Sunday, her captain, Ivo Brandt, told the harbour court."
LONG = " ".join(f"Line {n} of the timetable was changed again." for n in range(60))


def reasons(connection: sqlite3.Connection) -> str:
    """Why the origins are what they are."""
    return " ".join(reason for (reason,) in connection.execute("SELECT reason FROM origins WHERE root").fetchall())


def test_one_man_under_two_names(claimed: Claimed) -> None:
    """*Her captain, Ivo Brandt* and *the 61-year-old at her wheel* are one, and the reason says how that was told."""
    other = (
        '"She went down inside ten minutes," the Mirela\'s 61-year-old master said in the dock at Orrel.\n\n'
        "He had been at the wheel of the ferry since noon. The harbour court hears him again on Monday."
    )
    connection = claimed(
        ("The Orrel Post", "2024-05-03", TOLD, [SANK]),
        ("Radio Cape", "2024-05-03", other, ["She went down inside ten minutes"]),
    )
    assert counts(connection)["origins"] == 1
    assert "are the word of one, read side by side (" in reasons(connection)


def test_two_who_saw_it_are_two(claimed: Claimed) -> None:
    """A fisherman and a nurse who each tell what they saw stay two."""
    one = f"{SANK}, said Ana Ruiz, a nurse who was on deck. She held on to a bench until a trawler came."
    other = 'Walt Purdy was mending nets on the quay. "It was ten minutes and she was under," the fisherman said.'
    connection = claimed(
        ("The Orrel Post", "2024-05-03", one, [SANK]),
        ("Radio Cape", "2024-05-03", other, ["It was ten minutes and she was under"]),
    )
    assert counts(connection)["origins"] == 2


def test_the_word_of_who_speaks_beside_it(claimed: Claimed) -> None:
    """What is told between somebody's words without naming him again is from him, and the way says how likely."""
    text = (
        'Grazier Merv Tolhurst was checking a trough when the train came by. "I heard the brakes," he told us. '
        "Eleven wagons left the rails. He counted them from the fence."
    )
    other = "A goods train is off the line near Orrel with some of its wagons down the bank, the railway said in a notice."
    connection = claimed(
        ("The Orrel Post", "2024-05-03", text, ["Eleven wagons left the rails"]),
        ("Radio Cape", "2024-05-03", other, ["with some of its wagons down the bank"]),
    )
    assert counts(connection)["unestablished"] == 0
    (reason,) = connection.execute("SELECT reason FROM origin_links WHERE article = 1").fetchone()
    assert re.fullmatch(r"The Orrel Post tells it beside the word of .*, as from there \(\d\d% likely\)", reason)


def test_an_outlet_that_gives_no_source_may_have_another_origins_word(claimed: Claimed) -> None:
    """What the Post prints without a source, and Radio Cape cites, is the captain's word where it is read as that."""
    captain = ("Harbour Mail", "2024-05-04", f"{SANK} off Cape Orrel on Sunday, her captain, Ivo Brandt, said.", [SANK])
    connection = claimed(
        ("The Orrel Post", "2024-05-03", f"{SANK} off Cape Orrel on Sunday. Nobody was hurt.", [SANK]),
        ("Radio Cape", "2024-05-04", f"{SANK}, The Orrel Post reports.", [SANK]),
        captain,
    )
    assert [name for _, name, _ in roots(connection)] == ["Ivo Brandt"]
    assert "Ivo Brandt and The Orrel Post are the word of one, read side by side (" in reasons(connection)


def test_an_outlet_that_gives_no_source_shows_its_own_words(claimed: Claimed) -> None:
    """Where nobody else has it, the outlet on whose word others rest is the origin, with the statement that shows it."""
    connection = claimed(
        ("The Orrel Post", "2024-05-03", f"{SANK}. Eleven tonnes of gravel had been loaded on her car deck in Vale.", [SANK]),
        ("Radio Cape", "2024-05-04", f"{SANK}, The Orrel Post reports.", [SANK]),
    )
    assert roots(connection) == [("outlet", "The Orrel Post", "for")]
    assert connection.execute("SELECT statement FROM origins WHERE root").fetchall() == [(1,)]


def test_who_says_nothing_of_where_it_is_from_gives_no_source(claimed: Claimed) -> None:
    """A bare sentence stays not established, and so does what is rumoured."""
    connection = claimed(
        ("The Orrel Post", "2024-05-03", f"{SANK}.", [SANK]),
        ("Radio Cape", "2024-05-03", "It is rumoured that the ferry Mirela sank within ten minutes.", ["the ferry Mirela sank"]),
    )
    assert (counts(connection)["origins"], counts(connection)["unestablished"]) == (0, 2)


def test_long_reports_are_not_heard(claimed: Claimed) -> None:
    """Where reports of more characters than a note alone put it forward, the judges of reports decide."""
    report, other = f"{SANK}, the coastguard said.\n\n{LONG}", f"{SANK}, her captain said.\n\n{LONG}"
    assert len(report) > NOTE
    connection = claimed(("The Orrel Post", "2024-05-03", other, [SANK]), ("Radio Cape", "2024-05-03", report, [SANK]))
    assert "side by side" not in reasons(connection)


def test_too_many_are_left_alone(claimed: Claimed) -> None:
    """More passages than are heard are judged as before, within seconds."""
    told = [
        (f"Outlet {n}", "2024-05-03", f"{SANK}, said witness {chr(65 + n)}na Ruiz{chr(97 + n)}.", [SANK]) for n in range(MANY + 2)
    ]
    connection = claimed(*told)
    assert "side by side" not in reasons(connection)


def test_who_denies_is_judged_as_before(claimed: Claimed) -> None:
    """Those who deny are joined by how they are spoken of: *the coast guard service* is *coastguards*."""
    one, other = "The ferry did not sink within ten minutes", "The ferry did not sink in ten minutes"
    connection = claimed(
        ("The Orrel Post", "2024-05-03", f"{SANK}, said Ana Ruiz, a nurse on board.", [SANK]),
        ("Radio Cape", "2024-05-04", f"{one}, the coast guard service said.", [f"-{one}"]),
        ("Cape Star", "2024-05-04", f"{other}, coastguards said in a note.", [f"-{other}"]),
    )
    assert counts(connection)["denials"] == 1


def test_nothing_changes_from_run_to_run(claimed: Claimed) -> None:
    """The same articles have the same origins and reasons, to the letter."""
    told = (
        ("The Orrel Post", "2024-05-03", TOLD, [SANK]),
        ("Radio Cape", "2024-05-03", f"{SANK}, it was said in court. The coastguard has no comment.", [SANK]),
    )
    connection = claimed(*told)
    before = (roots(connection), links(connection), reasons(connection))
    connection.execute("UPDATE claims SET origins = NULL")
    connection.commit()
    bring_up_to_date(connection)
    assert (roots(connection), links(connection), reasons(connection)) == before


@pytest.mark.parametrize("text", ["", " ", "\u202e\u0000", "x" * 9_000])
def test_odd_outlets_do_no_harm(claimed: Claimed, text: str) -> None:
    """Whatever an outlet is called, its passages are read."""
    connection = claimed((text.strip("\x00") or "?", "2024-05-03", TOLD, [SANK]), ("Radio Cape", "2024-05-03", TOLD, [SANK]))
    assert counts(connection)["origins"] == 1
