"""Who says *I* and *you* where no quotation marks stand."""

from __future__ import annotations

import allegedly

INTERVIEW = (
    "Interview with novelist Vera Holm\n\n"
    "The Oster Gazette spoke with Vera Holm about her new book.\n\n"
    "When did you begin to write it?\n\n"
    "I began ten years ago. I think that nobody believed in it then, and we had no money.\n\n"
    "Did your family help you?\n\n"
    "My sister did. I believe that she read every page."
)


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    """Source as it stands and the name of the entity that is meant, for each attribution."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    return [(s.source.text, names.get(s.source.entity or "")) for s in reading.statements if s.mode != "narration"]


def test_interview_with_one_speaker() -> None:
    """*I* of the answers and *you* of the questions are whoever is interviewed."""
    reading = allegedly.read(INTERVIEW)
    holm = next(e for e in reading.entities if e.name == "Vera Holm")
    said = [reading.article.text[a:b] for a, b in holm.mentions]
    assert [said.count(word) for word in ("I", "you", "your", "My")] == [3, 2, 1, 1]
    assert ("I", "Vera Holm") in speakers(INTERVIEW)


def test_a_speech_has_one_speaker_without_a_name() -> None:
    """Who says *I* all along is nobody's name, so no entity is made of it."""
    text = "I came here as a child. I learnt to swim in this river. I say to you that we will not let them close it. I thank you."
    assert all(e.name.lower() not in ("i", "we", "you") for e in allegedly.read(text).entities)


def test_people_spoken_of_do_not_answer() -> None:
    """Whoever the answers call by name is not the one who answers."""
    text = (
        "Anna Berg stayed in the house.\n\n"
        "Counsel, what is your theory?\n\nOur theory is that Berg lit the fire. I say that Berg fell.\n\n"
        "Is that what you told the jury?\n\nYes, I said that she had a choice."
    )
    berg = next(e for e in allegedly.read(text).entities if e.name == "Anna Berg")
    assert "I" not in [text[a:b] for a, b in berg.mentions]
