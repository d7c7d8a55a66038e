"""Whether an outlet's own people were there: what they did and sensed tells it, what they felt and said does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import allegedly
from allegedly.weighing.origins.report import Report
from allegedly.weighing.origins.witness import lived, observed


def report(outlet: str) -> Report:
    """An article of an outlet."""
    return Report(1, allegedly.read("The dam holds.", outlet=outlet, title="t", reader="rules"), [1], {}, lambda _: False)


@pytest.mark.parametrize(
    "sentence",
    [
        "I counted nineteen planks on the bank.",
        "I was twenty yards away when the dam at Orrel broke.",
        "We drove out at dawn and found the gate open.",
        "From our window we could see the wall lean.",
        "When I got there the wall was already in the water.",
        "I make it sixteen boats ashore.",
        "I put my hand into the river, and it came out brown.",
        "The groove in the stone is as deep as my thumb.",
        "The blast took my hat.",
        "Three of us went up in the pilot's boat.",
        "Our photographer was on the bank when it fell.",
        "Our correspondent Ivo Brandt is standing in the main street this morning.",
        "Our reporter is at the gate, where he counts about 150 people.",
        "This reporter saw the wall go.",
        "The Post went to look, and the wall is gone.",
        "We accept that this was untrue.",
        "When the Post called there on Monday, the gate was chained and nobody answered.",
        "The Post had samples from four taps analysed.",
        "From the cliff, where the Post's van was parked, one could see only the piles.",
        "We sat in the first row: she bowed, and asked the guard for the time.",
        "Our colleague Ivo Brandt is on the crest: the two gates lie in the water.",
        "Our stringer is near the gate.",
        "The wall is gone, our critic reports from the second row.",
        "Our reporter Ivo Brandt reports that the wall lies in the water.",
        "This newspaper had four people with clickers on the bridge.",
        "At noon, when the Post found a slick as wide as a road, the wall was gone.",
        "The Orrel Post found no water at all in the lake.",
        "The sale was carried in a hall so packed that the Post had to stand.",
        "From the loft, where a foreman let the Post look in, bricks lay on the looms.",
        "A guard waved us through, and the gate lay in the mud.",
        "The wall was so near that this newspaper could touch it.",
    ],
)
def test_own_people_were_there(sentence: str) -> None:
    """Who did, sensed, stood somewhere, or whose reporter did, was there; who takes back what he wrote speaks of his own."""
    assert observed(report("The Orrel Post"), sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I love it!",
        "I for one am not surprised that the dam has been sold.",
        "We all knew that it would come to this.",
        "We wish them luck.",
        "I can't get over it.",
        "I walked past there as a child.",
        "Everybody at my baker's is talking about it.",
        "We offer our canoe tour from the upper lock.",
        "We could not believe our ears.",
        "The sale kept us awake.",
        "The tram has been running past our door for a year.",
        "We have the messages.",
        "We have gone through the film frame by frame.",
        "The extract from the register, which we drew on Tuesday, leaves no doubt.",
        "A viewer showed our reporter the letter.",
        "Our colleague Ivo Brandt was dragged out of his house.",
        "Mr Brandt, whom I reached by telephone, stands by his word.",
        "The indictment is before us.",
        "She sat in the cells of the bureau.",
        "Our colleague Ivo Brandt is in hospital.",
        "Our photographer Ivo Brandt is on trial.",
        "The Voice found that the sale was illegal.",
        "We asked the guard for the time.",
        "The Voice called the mayor on Monday.",
        "We hear that the Courier had samples tested.",
        "We have left out the Dormer kettle, of which three have melted since May.",
        "We ranked the lock below that of Hask, where a barge sank.",
        "The Voice had to stand by its story.",
        "The Voice could see no reason for the sale.",
        "A clerk let the Voice look at the minutes of the board.",
        "The hall was so full that the Courier had to stand.",
        "The warden took the Voice to court.",
    ],
)
def test_nobody_was_there(sentence: str) -> None:
    """Who feels, wishes, offers, remembers, reads or is shown a paper, or whose colleague it happened to, saw nothing."""
    assert not observed(report("Voice of the Valley"), sentence)


@pytest.mark.parametrize(
    "sentence", ["I held it in my hand.", "I have ruined a pair of boots in it.", "Two of us sat on the wall."]
)
def test_beside_what_happened(sentence: str) -> None:
    """A sentence beside it says that somebody was there by what is done on the spot."""
    assert lived(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I have baked a cake for their wedding.",
        "We have bought the pictures from a company.",
        "I have learned of it from a neighbour.",
    ],
)
def test_something_else_beside_it(sentence: str) -> None:
    """What else somebody did tells nothing."""
    assert not lived(sentence)


@given(st.text(max_size=80))
def test_any_words(sentence: str) -> None:
    """Any words can be asked."""
    assert lived(sentence) in (True, False)
