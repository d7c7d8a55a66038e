"""Who says a statement, by the words that tell it."""

from __future__ import annotations

from allegedly.weighing.claims.member import Member
from allegedly.weighing.claims.voices import same_voice, states, who


def test_a_name_tells_and_a_description_where_there_is_none() -> None:
    """What somebody is beside his name does not say whom a claim is about; whom a spokesman speaks for does."""
    assert who("Olaf Brekk\nformer Tarnholm lawyer Olaf Brekk") == {"olaf", "brekk"}
    assert who("\nthe harbour board") == {"harbour", "board"}
    assert who("Ana Ruiz\nharbour spokeswoman Ana Ruiz") == {"ana", "ruiz", "harbour"}
    assert who("\nofficials") == frozenset()
    assert who("") == frozenset()


def test_states_by_people_and_capitals() -> None:
    """One of them, several, the seat of the government."""
    assert states("Egyptian boats") == states("the Egyptians") == {"egypt"}
    assert states("Tehran said so") == {"iran"}
    assert states("the harbour") == frozenset()


def test_the_same_voice_under_two_names() -> None:
    """*Brekk* and *Olaf Brekk*, though nobody has found that they are one."""

    def member(voice: str, by: str) -> Member:
        return Member(text="", stance="affirms", negated=False, mode="indirect", central=0.8, voice=voice, by=by)

    assert same_voice(member("e1", "Olaf Brekk\nhe"), member("other:brekk", "\nBrekk"))
    assert not same_voice(member("e1", "Olaf Brekk\nhe"), member("e2", "Ana Ruiz\nshe"))
