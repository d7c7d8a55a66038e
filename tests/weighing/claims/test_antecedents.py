"""Which statement of an article another one of it denies."""

from __future__ import annotations

import pytest

from allegedly.weighing.claims.antecedents import antecedents
from allegedly.weighing.claims.reading import Stated


def stated(number: int, text: str, by: str, cue: str = "said", *, start: int, stance: str = "affirms") -> Stated:
    """One statement of an article; without a source it is narration."""
    return Stated(
        number, 1, number, text, start, start + len(text), stance, "indirect" if by else "narration",
        by.lower() or "outlet:", frozenset(), cue if by else "", f"{by}\n{by}" if by else "",
    )  # fmt: skip


def denial(text: str, by: str, cue: str = "denied", *, start: int = 400) -> Stated:
    """A statement that denies; its number is 9."""
    return stated(9, text, by, cue, start=start, stance="denies")


def found(*every: Stated, answers: tuple[int, ...] = ()) -> int | None:
    """The number of what the ninth statement denies."""
    return dict(antecedents(every, lambda _: answers)).get(9)


CHARGE = stated(1, "that Mayor Brekk took gifts from the builders of the pier", "Ana Ruiz", "alleged", start=200)
ELSE = stated(2, "that the pier was opened in spring", "Olaf Lind", start=280)


@pytest.mark.parametrize(
    "text",
    [
        "the allegations",
        "all allegations against him",
        "any wrongdoing",
        "Ruiz's allegations",
        "that he took gifts from the builders",
        "the charge that he took gifts from builders of the pier",
    ],
)
def test_who_is_charged_denies_the_charge(text: str) -> None:
    """Whether he says it again, names it or says whose it is; what else is said between them is not meant."""
    assert found(CHARGE, ELSE, denial(text, "Mayor Brekk")) == 1


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("the allegations", "Tove Falk"),
        ("Oduya's allegations", "Mayor Brekk"),
        ("that he was in the town that night", "Mayor Brekk"),
        ("that he had not taken money from the builders", "Mayor Brekk"),
        ("the builders' request", "Mayor Brekk"),
        ("that he took gifts from the builders", "Ana Ruiz"),
        ("him the prize", "the jury"),
    ],
)
def test_what_is_not_that_charge(text: str, by: str) -> None:
    """Somebody else's, of somebody else, of something else, turned around, no charge at all; and nobody denies his own word."""
    assert found(CHARGE, ELSE, denial(text, by)) is None


def test_what_stands_right_before() -> None:
    """*That account*, *it* and *those figures* are what somebody said right before, and not what was told further up."""
    told = stated(3, "that the pier had cost nine million", "the builders", start=360)
    assert found(CHARGE, told, denial("that account", "Tove Falk")) == 3
    assert found(CHARGE, told, denial("it", "Tove Falk")) == 3
    assert found(CHARGE, told, denial("those figures", "Tove Falk", "disputed")) == 3
    assert found(CHARGE, told, denial("it", "Tove Falk", start=700)) is None


def test_what_the_outlet_tells_of_charges() -> None:
    """A charge of nobody in particular is one all the same."""
    told = stated(3, "Mayor Brekk faces allegations of bribery over the pier", "", start=300)
    assert found(ELSE, told, denial("the bribery allegations", "Mayor Brekk")) == 3
    assert found(ELSE, told, denial("the theft allegations", "Mayor Brekk")) is None


def test_somebodys_claim_inside_the_denial() -> None:
    """*Rejected Ruiz's claim that the pier was unsafe*: she says so, and he denies it."""
    whole = "Ana Ruiz's claim that the pier was unsafe"
    inner = stated(3, "that the pier was unsafe", "Ana Ruiz", "claim", start=400 + whole.index("that"))
    assert found(denial(whole, "Mayor Brekk", "rejected"), inner) == 3
    assert found(denial(whole.replace("Ana Ruiz's", "a"), "Mayor Brekk", "rejected"), inner) is None


def test_who_takes_back_his_word() -> None:
    """What he recants he has said himself."""
    said = stated(3, "that he had seen the deed", "Olaf Lind", "admitted", start=340)
    assert found(CHARGE, said, denial("that admission", "Olaf Lind", "recanted")) == 3


def test_the_reader_helps_where_words_are_few() -> None:
    """Somebody says it with no word of charging: it counts where the reader takes the denial for an answer to it."""
    said = stated(3, "Mayor Brekk drove the car that hit the lamp", "a waiter", start=120)
    denier = denial("the accusation", "Mayor Brekk")
    assert found(said, ELSE, denier) is None
    assert found(said, ELSE, denier, answers=(3,)) == 3


def test_transcripts_are_left_out() -> None:
    """Of more than four hundred statements none is looked at."""
    many = [stated(10 + i, "the pier was opened", "Olaf Lind", start=1_000 + i) for i in range(400)]
    assert found(CHARGE, denial("the allegations", "Mayor Brekk"), *many) is None
