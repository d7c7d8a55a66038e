"""What sentences say of documents: which one shows something, and which one the outlet has before it."""

from __future__ import annotations

import time

import pytest

from allegedly.weighing.origins.showing import Showing


def held(text: str, outlet: str = "The Orrel Post") -> str:
    """The words for the document that an outlet says, in the text's last sentence, that it has."""
    start = max(text.rfind(". ") + 2, 0) if ". " in text else 0
    found = Showing(text, outlet).held(start, len(text))
    return found.words if found else ""


def shows(text: str) -> str:
    """The words for the document that a sentence gives as what says so."""
    found = Showing(text, "The Orrel Post").shows(0, len(text))
    return found.words if found else ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have inspected the will.", "the will"),
        ("The firm gets it under a contract that the Post has seen.", "a contract"),
        ("The memo, a copy of which is before us, is short.", "The memo"),
        ("A memo has been passed to this paper.", "A memo"),
        ("We have seen the mayor.", ""),
        ("The council has read the letter.", ""),
        ("The Post has before it a photograph of all four pages.", "a photograph of all four pages"),
        ("The “Falcon” slides have now reached us too.", "The “Falcon” slides"),
        ("The deck has meanwhile come our way as well.", "The deck"),
        ("The note of 14 March is in the hands of the Post.", "The note of 14 March"),
        ("The Post was able to inspect the e-mails between the two.", "the e-mails between the two"),
        ("The Post was given access to the court file.", "the court file"),
        ("It emerges from a letter of the inspectorate that is in our possession.", "a letter of the inspectorate"),
        ("The contract of sale lies on our desk.", "The contract of sale"),
        ("Somebody has put the minutes of the works council into our letter box.", "the minutes of the works council"),
        ("An unknown person sent us a spreadsheet.", "a spreadsheet"),
        ("The ship's log, photographs of which are before us, is long.", "The ship's log"),
        ("The log is long. We have it here.", "The log"),
        ("The log is long. The Post was allowed to read the whole exchange.", "The log"),
        ("There is a video of the film star. We have had a look.", ""),
        ("Read the letter to the mayor. In it, a copy of which the Post has seen, she resigns.", "the letter to the mayor"),
        ("The register is long. The one that the board drew up has also reached this journal.", "The register"),
        ("The log is long. It was also sent to us.", "The log"),
        ("We thank you for the letters. The fire came from next door, from where it passed to our roof.", ""),
        ("We thank you for the letters. It began next door, and from there it passed to our roof.", ""),
    ],
)
def test_what_the_outlet_has(text: str, found: str) -> None:
    """The outlet is the subject, the one to whom something came, or its desk; *it* is the document of the sentence before."""
    assert held(text) == found


@pytest.mark.parametrize("name", ["Sun-Objektiv", "the Objektiv", "Radio Sun-Objektiv"])
def test_the_outlets_own_name(name: str) -> None:
    """An outlet speaks of itself by its name or by a part of it; another's name is not its own."""
    assert held(f"The recording was sent to {name} on a stick.", "Radio Sun-Objektiv (English)") == "The recording"
    assert held(f"The recording was sent to {name} on a stick.", "Hill Courier") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack, an extract from the log that was made available to us shows.", "an extract from the log"),
        ("The dam has a crack, shows an entry in the register of dams.", "an entry in the register of dams"),
        ("The dam has a crack, as can be seen from the minutes of the board.", "the minutes of the board"),
        ("So it stands in the register of dams.", "the register of dams"),
        ("So it says in a plan of the works department.", "a plan of the works department"),
        (
            "The dam has a crack, messages on the telephone of the agent Piet Oom show.",
            "messages on the telephone of the agent Piet Oom",
        ),
        ("It emerges from a letter of 3 May that the dam has a crack.", "a letter of 3 May"),
        ("In the parish book forty dead are entered.", "the parish book"),
        ("In images taken on 3 May the gate is down.", "images"),
        ("The dam has a crack, if a draft that was leaked to us is genuine.", "a draft"),
        ("Under a draft law kites are banned.", "a draft law"),
        ("A camera at the gate filmed the dam falling.", "A camera at the gate"),
        ("The volunteers of the census, who landed in June, recorded a fall.", ""),
        ("Forty men sat under a bed sheet.", ""),
        ("The dam was built against the law, says Ana Ruiz.", ""),
        ("The letter was signed by the mayor, who says that the dam is safe.", ""),
        ("The yard will show its new ship.", ""),
        ("The film star says nothing.", ""),
        ("“The letter says so,” she said.", ""),
    ],
)
def test_what_shows_it(text: str, found: str) -> None:
    """A document shows something as the subject, before or behind its verb, or as what it stands in or follows from."""
    assert shows(text) == found


@pytest.mark.parametrize("piece", ["the letter ", "The Post ", "a letter of ", "§", "1.1", "“A", "a", "the log, "])
def test_long_sentences(piece: str) -> None:
    """A sentence of a megabyte is looked at no longer than another one."""
    text = piece * (1_000_000 // len(piece))
    found = Showing(text, "The Orrel Post")
    begun = time.process_time()
    for start in range(0, len(text), 10_000):
        found.held(start, len(text))
        found.shows(start, len(text))
    assert time.process_time() - begun < 10
