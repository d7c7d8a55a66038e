"""Talk that is nobody's: an outlet that passes it on has not given its own word, nor has who cites that outlet an origin."""

from __future__ import annotations

import pytest

from allegedly.weighing.origins.talk import of_the_press
from tests.weighing.origins.conftest import Claimed, counts

MILL = "the paper mill at Orrel will be shut in June"
LATER = ("Radio Cape", "2024-05-04", f"According to The Orrel Post, {MILL}. The choir sings on Sunday.", [MILL])


def origins(claimed: Claimed, text: str) -> int:
    """How many origins the claim has where the Post prints this and the radio cites the Post."""
    own = MILL if MILL in text else MILL.capitalize()
    more = "\n\nThe swimming baths open on Saturday with a new slide."
    found = counts(claimed(("The Orrel Post", "2024-05-03", text + more, [own]), LATER))["origins"]
    assert isinstance(found, int)
    return found


@pytest.mark.parametrize(
    "text",
    [
        f"It's understood that {MILL}.",
        f"It's being told at the barber's that {MILL}.",
        f"It's an open secret in the valley that {MILL}.",
        f"It seems to be common knowledge that {MILL}.",
        f"There's gossip in all the pubs that {MILL}.",
        f"We hear that {MILL}.",
        f"Hearing that {MILL}.",
        f"Word reaches us that {MILL}.",
        f"Tuesday's gossip in the bakery: {MILL}.",
        f"{MILL.capitalize()}, so one reads.",
        f"{MILL.capitalize()}. That is what they are saying on the quay.",
        f"Everybody in the market hall knows. {MILL.capitalize()}.",
        f"{MILL.capitalize()}, according to posts on two local channels last night.",
        f"{MILL.capitalize()}, according to reports abroad.",
        f"{MILL.capitalize()}, according to a neighbours' group on Facebook.",
        f"{MILL.capitalize()}, according to a warning that is being passed round.",
        f"{MILL.capitalize()}, as one learns from the papers down there. Its foreman, Arno Pell, sings in the choir, he told us.",
        f"{MILL.capitalize()}, as the newspapers there have it.",
        f"By what is written in the local press, {MILL}.",
        f"{MILL.capitalize()}, so it says in the papers.",
        f"If the press is to be believed, {MILL}.",
        f'It has been widely reported that {MILL}. "It is ours," said its foreman, Arno Pell, who sat on the gate.',
    ],
)
def test_nobody_says_so(claimed: Claimed, text: str) -> None:
    """Neither the outlet nor anybody else is an origin of what is only talked of."""
    assert origins(claimed, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        f"{MILL.capitalize()}.",
        f"It's understood by the ministry that {MILL}.",
        f"We hear from its foreman, Arno Pell, that {MILL}.",
        f"It is no secret that {MILL}, said its foreman, Arno Pell.",
        f"It has been widely reported that {MILL}, said its foreman, Arno Pell.",
        f"It has been widely reported by the Hill Courier that {MILL}.",
        f"{MILL.capitalize()}. There's talk of a new one in Orrel.",
        f"{MILL.capitalize()}. It's said to be the oldest of the county.",
        f"In a word: {MILL}.",
        f"A talk with its foreman, Arno Pell: {MILL}.",
        f"Everybody in town knows Arno Pell, the foreman, who said that {MILL}.",
    ],
)
def test_somebody_says_so(claimed: Claimed, text: str) -> None:
    """Where somebody is named, or only something else is talk, there is one."""
    assert origins(claimed, text) == 1


@pytest.mark.parametrize(
    ("sentence", "press"),
    [
        ("As the newspapers there have it, the mill is shut.", True),
        ("To judge by what is printed in the press, the mill is shut.", True),
        ("The mill is shut, as the papers in the case say.", False),
        ("As the press officer of the county has it, the mill is shut.", False),
        ("As the Hill Courier has it, the mill is shut.", False),
        ("He learned from the files on her desk that the mill is shut.", False),
        ("By what is written in the lease, the mill is shut.", False),
    ],
)
def test_what_is_given_to_the_press(sentence: str, *, press: bool) -> None:
    """The press in general, and no paper, officer or document of somebody's."""
    assert of_the_press(sentence) is press
