"""Who reports at the end or in the middle of a sentence, whatever names, titles and commas stand there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import allegedly
from allegedly.reading.closings import closings
from allegedly.reading.parse import Parse

ParseText = Callable[[str], Parse]
Found = tuple[str | None, str, str | None]

CLOSED: dict[str, tuple[str, list[Found]]] = {
    "a name with its office behind it": (
        "Dockers go on strike for two days on Monday, S. Harvath, president of the dockers' union, said in a message.",
        [
            (
                "S. Harvath, president of the dockers' union",
                "Dockers go on strike for two days on Monday",
                None,
            )
        ],
    ),
    "an office with its name behind it": (
        "The union was told that thirty men had been suspended, its president, Zdenko Murić, told the Reader.",
        [("its president, Zdenko Murić", "The union was told that thirty men had been suspended", None)],
    ),
    "whom the outlet does not name": (
        "The mayor was at the casino on Sunday, says a croupier at the Grand Palace, whom we have promised not to name.",
        [("a croupier", "The mayor was at the casino on Sunday", None)],
    ),
    "a relative": (
        "The poet was taken from his flat by four men on Sunday, his wife, Gulmira, has told us on his behalf.",
        [("his wife, Gulmira", "The poet was taken from his flat by four men on Sunday", None)],
    ),
    "a participle behind it": (
        "Thirty people died in the fire, Governor Ada Lind said on Tuesday, withdrawing her earlier figure.",
        [("Governor Ada Lind", "Thirty people died in the fire", None)],
    ),
    "a paper that was shown": (
        "The sample contained a steroid, a laboratory report of 22 June that has been shown to Track & Field says.",
        [
            (
                "a laboratory report of 22 June that has been shown to Track & Field",
                "The sample contained a steroid",
                None,
            )
        ],
    ),
    "a clause behind it that belongs to the source": (
        "The Union is preparing duties on cars, a draft list of the department shows that was seen by the Post.",
        [("a draft list of the department", "The Union is preparing duties on cars", None)],
    ),
    "the verb taken for a noun": (
        "A girder fell from the bridge on Tuesday, the news agency FLN reports with reference to the police.",
        [("the news agency FLN", "A girder fell from the bridge on Tuesday", None)],
    ),
    "a verb of two words": (
        "The beam is cracked, as the town has made known, and will be replaced.",
        [("the town", "The beam is cracked", "and will be replaced")],
    ),
    "words that go on": (
        "He was beaten, he told her, and has lost a tooth.",
        [("he", "He was beaten", "and has lost a tooth")],
    ),
    "what it can reveal": (
        "The transfer has collapsed, the Recorder can reveal.",
        [("the Recorder", "The transfer has collapsed", None)],
    ),
    "the verb first": (
        "The mayor has resigned, said Radio Zenit with reference to sources in the town hall.",
        [("Radio Zenit", "The mayor has resigned", None)],
    ),
    "nobody": (
        "The singer and the bowler are no longer engaged, it is understood.",
        [(None, "The singer and the bowler are no longer engaged", None)],
    ),
    "nobody, in the middle": (
        "The banker, it was said on Wednesday, stands behind the counter of a shop.",
        [(None, "The banker", "stands behind the counter of a shop")],
    ),
    "what is being reported": (
        "The actress is a married woman, it is being reported.",
        [(None, "The actress is a married woman", None)],
    ),
    "as somebody described it": (
        "In July the river was white with carp, as the head of the club described it to the Post.",
        [("the head of the club", "In July the river was white with carp", None)],
    ),
    "who was told": (
        "The fence was never mended, the Courier was told by two neighbours.",
        [("two neighbours", "The fence was never mended", None)],
    ),
}
"""A sentence; source, words before and words behind of its closings."""


@pytest.mark.parametrize(("text", "wanted"), CLOSED.values(), ids=CLOSED)
def test_closed(parse_of_text: ParseText, text: str, wanted: list[Found]) -> None:
    """The words before, whoever reports, and the words that go on behind it are told apart."""
    parse = parse_of_text(text)
    found = [
        (
            parse.slice(*c.source) if c.source else None,
            parse.slice(*c.before),
            parse.slice(*c.after) if c.after else None,
        )
        for c in closings(parse)
    ]
    assert found == wanted


OPEN = {
    "a clause follows": "When the talks had failed, the mayor said that she would resign.",
    "a clause without *that*": "After the vote was lost, the mayor said she would resign.",
    "a quotation follows": 'The dam broke, the mayor said: "It will be mended."',
    "somebody is told to do something": "According to the tape it got hold of, the head told her staff to turn people away.",
    "a circumstance": "In the village where it happened, the mayor told reporters that nobody was hurt.",
    "nothing but a name before it": "In May, the mayor, who came late, said nothing.",
    "the noun *states*": "He won in Ohio, Nevada and two other swing states.",
    "a participle": "The rain fell on the fields, harmful chemicals found in fridges.",
    "what is denied": "The clock is not of 1563, as the label says, but of 1870.",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_open(parse_of_text: ParseText, text: str) -> None:
    """Words that report something behind them, or nothing, close nothing."""
    assert not list(closings(parse_of_text(text)))


SAID = {
    "one source": (
        "The union was told of it by the Interior Ministry, its president, Zdenko Murić, told the Reader.",
        ("Zdenko Murić", "The union was told of it by the Interior Ministry"),
    ),
    "two organisations": (
        "The Union plans to impose duties on cars, two news organisations reported on Thursday, both citing a draft list.",
        ("two news organisations", "The Union plans to impose duties on cars"),
    ),
    "somebody of the crew": (
        (
            "The minister for ports, Ludo Ferrer, dined on the yacht before the firm won the contract, "
            "a member of the yacht's crew has told the Broadsheet."
        ),
        (
            "member of the yacht's crew",
            "The minister for ports, Ludo Ferrer, dined on the yacht before the firm won the contract",
        ),
    ),
    "a body": (
        "A tooth that a boy picked up belongs to an extinct beast, the Museum of the Inland announces today.",
        ("Museum of the Inland", "A tooth that a boy picked up belongs to an extinct beast"),
    ),
    "a plain clause": (
        "The owners of the wheat ship Evanthia K. maintain that paint caught fire in a store on board.",
        ("owners of the wheat ship", "that paint caught fire in a store on board"),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SAID.values(), ids=SAID)
def test_said(text: str, wanted: tuple[str, str]) -> None:
    """The reading gives the words to whoever closes them, and leaves none of them to the outlet."""
    reading = allegedly.read(text)
    names = {e.id: e.name for e in reading.entities}
    first = next(s for s in reading.statements if s.mode != "narration" and s.within is None)
    assert (names.get(first.source.entity or ""), text[slice(*first.content[0])]) == wanted
    assert not [s for s in reading.statements if s.mode == "narration"]


@given(
    st.lists(
        st.sampled_from(["said", ",", "the", "mayor", "it", "was", "told", "by", "as", "that", "so", "who", "."]), max_size=40
    )
)
def test_any_words(parse_of_text: ParseText, words: list[str]) -> None:
    """Whatever words stand in whatever order: parts lie in their sentence, in order, and none holds the verb."""
    parse = parse_of_text(" ".join(words))
    for c in closings(parse):
        begin, end = parse.sentences[parse.sentence[c.verb]]
        assert begin <= c.before[0] <= c.before[1] < c.verb <= c.last <= end
        assert c.source is None or not c.source[0] <= c.verb <= c.source[1]
