"""Where an article has a claim from, by its own sentences and by those around them: small texts that say so in many ways."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.outlets import plain
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import OTHERS, ends


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack, says Ivo Brandt.", [("voice", "Ivo Brandt")]),
        ("The dam has a crack, in the words of the mayor.", [("unnamed", "the mayor")]),
        ("The dam has a crack, its keeper, Ana Ruiz, gave out.", [("voice", "Ana Ruiz")]),
        ("The dam has a crack, as the Hill Courier assures.", [("outlet", "the Hill Courier")]),
        ("The dam has a crack (Hill Courier, 4 May).", [("outlet", "Hill Courier")]),
        ("The dam has a crack, if the Hill Courier is to be believed.", [("outlet", "the Hill Courier")]),
        ("The dam has a crack, according to a report in the Hill Courier.", [("outlet", "the Hill Courier")]),
        ("The dam has a crack, invoices seen by the Post suggest.", [("document", "invoices seen by the Post")]),
        ("The dam has a crack as long as my arm.", [("own", "The Orrel Post")]),
        ("The dam has a crack, it is understood.", [("nobody", "The dam has a crack, it is understood.")]),
        ("The dam has a crack, it was being whispered.", [("nobody", "The dam has a crack, it was being whispered.")]),
    ],
)
def test_a_sentence_and_its_source(text: str, found: list[tuple[str, str]]) -> None:
    """A sentence gives its source before or behind a verb of saying, in brackets, by a paper, by *my*; or gives it to nobody."""
    assert ends(text, "The dam has a crack") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack. So much the water board conceded on Friday.", [("voice", "the water board")]),
        ("The dam has a crack. The Hill Courier has the story.", [("outlet", "Hill Courier")]),
        ("The dam has a crack. That is clear from a survey by Stahl and Partners.", [("voice", "Stahl and Partners")]),
        ('The dam has a crack. "My sister Ana Ruiz told me," said Ivo Brandt.', [("voice", "Ana Ruiz")]),
    ],
)
def test_the_sentence_beside_it(text: str, found: list[tuple[str, str]]) -> None:
    """What the next sentence points back to with *so much*, *that*, *the story*, it gives a source; who was told names whom."""
    assert ends(text, "The dam has a crack") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mrs Lamb had heard that the dam has a crack.", [("nobody", "Lamb")]),
        ("People all over social media say that the dam has a crack.", [("nobody", "People all over social media")]),
        ("Users of the social networks were saying that the dam has a crack.", [("nobody", "Users of the social networks")]),
        ("According to media reports from abroad, the dam has a crack.", [("nobody", "media reports from abroad")]),
        ("Post photographer Jana Holt was on the crest and saw that the dam has a crack.", [("own", "The Orrel Post")]),
        ("Our own gauge, a steel rule on the wall, shows that the dam has a crack.", [("own", "The Orrel Post")]),
        ("A correspondent of the Hill Courier saw that the dam has a crack.", [("outlet", "Hill Courier")]),
        ('"The dam has a crack. I read it in the Courier today," said Senator Ana Ruiz.', [("outlet", "Hill Courier")]),
        (
            "The union was informed on Tuesday by the Fen Board that the dam has a crack, its head, Ivo Brandt, said.",
            [("voice", "Fen Board")],
        ),
        ("The Fen Board told the residents on Monday that the dam has a crack, says Ivo Brandt.", [("voice", "Fen Board")]),
        ("Ana Ruiz from Mill Street rang to say the dam has a crack.", [("voice", "Ana Ruiz")]),
        ("The Fen Institute has recorded that the dam has a crack, its chief, Ana Ruiz, told us.", [("voice", "Fen Institute")]),
        ("The food service has found that the dam has a crack, it said on Tuesday.", [("voice", "food service")]),
    ],
)
def test_who_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """Who heard it has it from nobody; an outlet's people are the outlet; who says who told him passes it on."""
    assert ends(text, "he dam has a crack") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack, as the town has made known.", [("voice", "the town")]),
        ("And yesterday the water board made known that the dam has a crack.", [("voice", "the water board")]),
        ("He was told at the town hall, Ivo Brandt said, that the dam has a crack.", [("voice", "the town hall")]),
        ("She knows by now, from harbour master Ana Ruiz herself, that the dam has a crack.", [("voice", "Ana Ruiz")]),
        (
            "The dam has a crack, the Post understands from someone close to the board.",
            [("unnamed", "someone close to the board")],
        ),
        ("The dam has a crack. Guide Ana Ruiz went up on Friday and told us so.", [("voice", "Guide Ana Ruiz")]),
        (
            'Hask is uneasy. The dam has a crack, seen by the nun Ana Ruiz. "It was as long as my arm," Ana Ruiz said.',
            [("voice", "Ana Ruiz")],
        ),
        ("The dam has a crack, according to the police as quoted by the Vale Agency.", [("voice", "the police")]),
        ("Guests will no longer see that the dam has a crack.", []),
        (
            "The dam has a crack, according to teacher Ole Brandt, who has it from his wife's colleague Ana Ruiz.",
            [("voice", "Ana Ruiz")],
        ),
        (
            "Corven Lines is silent. The union says that it was told by management a week ago that the dam has a crack.",
            [("voice", "management")],
        ),
        ("The Hask Board has received notice from the keeper that the dam has a crack, it said.", [("voice", "Hask Board")]),
        ("The dam has a crack, says the engineer who built it, Ana Ruiz.", [("voice", "Ana Ruiz")]),
        (
            '"He rang me at five and said that the dam has a crack," says Ana Ruiz, whose husband, Ivo Brandt, was there.',
            [("voice", "Ivo Brandt")],
        ),
    ],
)
def test_from_whom_it_is_known(text: str, found: list[tuple[str, str]]) -> None:
    """Made known, told at a place, known from somebody, seen by somebody who speaks; what guests will see is nobody's word."""
    assert ends(text, "he dam has a crack") == found


def test_an_eyewitness_of_whom_the_outlet_tells() -> None:
    """Who is told to have seen it is a source beside those who speak: he, and not the paper."""
    text = "The dam has a crack, the water board said. Shepherd Ana Ruiz, who was below, saw the crack in the dam open."
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    report = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, OTHERS.__contains__)
    every = [s.statement for s in report.sayings]
    assert {rest.hops[-1].name for rest in rests(report, every, OTHERS)} == {"the water board", "Ana Ruiz"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack. Source: Hill Courier, 4 May.", [("outlet", "Hill Courier")]),
        ("The dam has a crack (1). The wall is old.\n\nNotes: 1. Hill Courier, 4 May.", [("outlet", "Hill Courier")]),
        (
            'The dam has a crack, says Ivo Brandt. Where did he get that? "It\'s in the Hill Courier," he said.',
            [("outlet", "Hill Courier")],
        ),
        (
            "The dam has a crack, the magazine Alpine Review wrote. It printed the page from the register.",
            [("document", "the page from the register")],
        ),
        ("The dam has a crack, the weekly Alpine Review reports, citing the engineer Ivo Brandt.", [("voice", "Ivo Brandt")]),
        ("The dam has a crack, his wife, Ana Ruiz, told us on behalf of Ivo Brandt.", [("voice", "Ivo Brandt")]),
        ("The dam has a crack. A copy of the survey has also reached our newsroom.", [("document", "the survey")]),
        ("The dam has a crack. Two reporters of this newspaper measured it on Friday.", [("own", "The Orrel Post")]),
    ],
)
def test_what_stands_behind_a_sentence(text: str, found: list[tuple[str, str]]) -> None:
    """A note, the answer to a question, what an outlet printed, on whose behalf somebody speaks, what the newsroom has."""
    assert ends(text, "The dam has a crack") == found


@pytest.mark.parametrize(
    "text",
    [
        "It is in the Courier today: the dam has a crack.",
        "The Hill Courier was first with the news that the dam has a crack.",
        "Have you got the Hill Courier in front of you? The dam has a crack, it says there.",
        "The dam has a crack, picked up from the Hill Courier.",
        "With thanks to the Hill Courier: the dam has a crack.",
        "My sister cut it out of the Hill Courier for me: the dam has a crack.",
        "Now I read in a Fen magazine, Hill, that the dam has a crack.",
        "The dam has a crack (via the Hill Courier).",
        "The dam has a crack. So says the Hill Courier.",
    ],
)
def test_whoever_is_named_is_cited(text: str) -> None:
    """A sentence of a claim that names another article's outlet cites it, whatever the verb."""
    assert [plain(name) for _, name in ends(text, "he dam has a crack")] == ["hill courier"]


@pytest.mark.parametrize(
    "text",
    [
        "The owner of the Hill Courier lives below it. The dam has a crack.",
        "According to the Hill Courier, a baker lost his van in the snow. The dam has a crack, Ivo Brandt said.",
    ],
)
def test_other_matters_of_an_outlet(text: str) -> None:
    """What is told of an outlet's people, or cited for something else, is no source."""
    assert all(kind != "outlet" for kind, _ in ends(text, "he dam has a crack"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A nurse, with whom we spoke separately, counted two; the dam has a crack.", [("unnamed", "A nurse")]),
        ("The dam has a crack: that's from the mayor, whom we have had on the line.", [("unnamed", "the mayor")]),
        ("Odo Karst, a farrier, rang his son at the mill, and then us: the dam has a crack.", [("voice", "Odo Karst")]),
        ("Odo Karst has written to this paper again: the dam has a crack.", [("voice", "Odo Karst")]),
        ("Odo Karst rang the mill at noon: the dam has a crack.", []),
        ("Odo Karst has called us liars: the dam has a crack.", []),
        ("The dam has a crack, of which the Fen Board has informed the public.", [("voice", "Fen Board")]),
        ("The dam has a crack, it's being said on the net.", [("nobody", "The dam has a crack, it's being said on the net.")]),
    ],
)
def test_of_whom_it_is_told(text: str, found: list[tuple[str, str]]) -> None:
    """Whom the outlet spoke to, from whom it is, who informed the public; and what is said by nobody."""
    assert ends(text, "The dam has a crack" if text.startswith("The dam") else "the dam has a crack") == found


@pytest.mark.parametrize(
    "text",
    [
        "As you all know, the dam has a crack.",
        "Everybody knows that the dam has a crack.",
        "They say online that the dam has a crack.",
        "The dam has a crack, we hear on all sides.",
        "You'll have heard that the dam has a crack.",
        "The dam has a crack, as people are saying everywhere.",
        "People in the valley are saying that the dam has a crack.",
        "They are saying at the feed store that the dam has a crack.",
        "They say down at the quay that the dam has a crack.",
        "The dam has a crack, so I am told.",
        "I'm told that the dam has a crack.",
        "The dam has a crack, we hear.",
        "Posts in several fan groups say that the dam has a crack.",
    ],
)
def test_what_everybody_knows(text: str) -> None:
    """It is nobody's word."""
    assert [kind for kind, _ in ends(text, "he dam has a crack")] == ["nobody"]


@pytest.mark.parametrize(
    "text",
    [
        "BO: The dam has a crack. Send us your pictures!",
        "The singer Lola Bright is expecting twins, and the dam has a crack.",
        "The dam has a crack. I love it.",
        "The dam has a crack. So much for the promises made at the Stahl works.",
        "The dam has a crack. That is not nothing, and the board might have had a word for them.",
        "Since Tuesday's announcement that the dam has a crack, nobody swims there.",
        "The Fen Board has decided to close the road, and the dam has a crack.",
        "The dam has a crack: it now figures in the talk of the town.",
        "The keeper was arrested under a warrant, as the dam has a crack.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    """A programme's host, who expects a child, who feels for it, a day, and who decides something are no source."""
    assert ends(text, "he dam has a crack") == []


def test_a_record_on_a_bodys_page() -> None:
    """Names in capitals before what is said are people on a body's page; whose page it is does not hang on who speaks there."""
    text = "ANA: “The dam has a crack.”\n\nBO: “We are going down to look at it.”"
    reading = allegedly.read(
        text, outlet="Highland Mountain Rescue, press office", published="2024-05-03", title="t", reader="rules"
    )
    found = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)
    assert [[hop.name for hop in saying.hops] for saying in found.sayings] == [["ANA"], ["BO"]]
    assert found.body is not None
    assert found.body.name == "Highland Mountain Rescue"


def test_who_read_it_there() -> None:
    """Somebody who is told to have read it in a paper stands between the article and the paper."""
    text = "Senator Ana Ruiz drew attention to the crack, about which she had read in Monday's Hill Courier."
    reading = allegedly.read(text, outlet="The Orrel Post", published="2024-05-03", title="t", reader="rules")
    found = Report(1, reading, list(range(1, len(reading.statements) + 1)), {}, lambda _: False)
    ways = [[hop.name for hop in rest.hops] for s in found.sayings for rest in rests(found, [s.statement], OTHERS)]
    assert ["Ana Ruiz", "Hill Courier"] in ways


def test_voices_of_one_breath() -> None:
    """Those that an outlet tells apart are as many as it tells apart, in one phrase or one after the other."""
    text = "The dam has a crack, a fitter and an engineer told the Post."
    assert ends(text, "The dam has a crack") == [("unnamed", "a fitter"), ("unnamed", "an engineer")]
    text = (
        "The dam has a crack, two people who do not know one another told the Post.\n\nA fitter says that he saw it."
        " A woman who lives below the wall says that she put her hand in it."
    )
    assert ends(text, "The dam has a crack") == [("unnamed", "A fitter"), ("unnamed", "A woman who lives below the wall")]


def test_a_document_that_the_outlet_has() -> None:
    """What is told of a paper, or beside the words that the outlet has it, rests on the paper."""
    text = "We have inspected the survey of the dam. There is a crack of nine metres."
    assert ends(text, "There is a crack of nine metres") == [("document", "the survey of the dam")]
    assert ends("The survey, dated 4 May, puts the crack at nine metres.", "puts the crack") == [("document", "The survey")]


def test_what_the_outlet_measured() -> None:
    """An outlet's own test is its own word, and no document."""
    text = "A test by the Post found a crack in the dam."
    assert ends(text, "found a crack in the dam") == [("own", "The Orrel Post")]


def test_who_knows_and_who_is_told_is_no_source() -> None:
    """Of whom the outlet tells that they knew or were told it is not their word."""
    text = "Officials knew that the dam had a crack. That is clear from a survey of the dam."
    assert ends(text, "that the dam had a crack") == [("document", "survey")]
    text = "The mayor was told in May that the dam had a crack, an engineer said."
    assert ends(text, "that the dam had a crack") == [("unnamed", "an engineer")]


def test_a_credited_agency() -> None:
    """Where nothing else is said, the agency of the dateline or the byline is the source."""
    assert ends("ORREL (Vale Agency) - The dam has a crack.", "The dam has a crack") == [("outlet", "Vale Agency")]
    assert ends("The dam has a crack.", "The dam has a crack", byline="Vale Agency/Post") == [("outlet", "Vale Agency")]
    assert ends("The dam has a crack.", "The dam has a crack") == []


def test_a_page_of_a_body() -> None:
    """What a body's own page says without another's voice, the body says; its staff speaks for it."""
    text = "The dam has a crack.\n\nThe public is asked to keep away."
    assert ends(text, "The dam has a crack", outlet="Vale Water Board") == [("voice", "Vale Water Board")]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The dam has a crack, shows a page of the register, a copy of which the Post has also obtained.", "The dam", "document"),
        ("The dam has a crack. The Post has photographs of the log.", "The dam has a crack", "document"),
        ("The dam has a crack, says the district paper.", "The dam has a crack", "nobody"),
        ("The dam has a crack, according to posts that are being passed around.", "The dam has a crack", "nobody"),
        ("The dam has a crack, according to social media users.", "The dam has a crack", "nobody"),
        ("The dam has a crack, the geological survey said.", "The dam has a crack", "voice"),
        ("The dam has a crack, we hear on all sides.", "The dam has a crack", "nobody"),
    ],
)
def test_what_is_a_document_and_what_is_none(text: str, words: str, found: str) -> None:
    """A copy of it is the document; a paper of the press, posts that go round and a survey that speaks are none."""
    assert [kind for kind, _ in ends(text, words)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack. Buyers say that viewings have not suffered.", []),
        ("The dam has a crack, as can be read on social media.", ["nobody"]),
        ("My neighbour left. They say online that the dam has a crack.", ["nobody"]),
    ],
)
def test_those_who_are_nobodys_source(text: str, found: list[str]) -> None:
    """Who speaks of something else in the next sentence, and they who say it online, are no source."""
    words = "the dam has a crack" if "They" in text else "The dam has a crack"
    assert [kind for kind, _ in ends(text, words)] == found


@pytest.mark.parametrize(
    "act", ["decided to sell", "agreed to sell", "banned the sale of", "is going to sell", "resolved to sell"]
)
def test_what_somebody_decides(act: str) -> None:
    """What somebody is told to decide or set about is not by that said by him; what he says he will do is."""
    assert ends(f"The Fen Board {act} the dam.", "the dam") == []
    assert ends("The Fen Board said that it sold the dam.", "that it sold the dam") == [("voice", "Fen Board")]


@pytest.mark.parametrize(
    "text",
    [
        "“The lake is low,” the Fen Board said in a statement.\n\nThe statement added that the dam has a crack.",
        "“The lake is low,” the Fen Board declared.\n\nThe dam has a crack, it says in the declaration.",
        "“The lake is low,” wrote the Fen Board in a short note.\n\nThe note says that the dam has a crack.",
        "“The lake is low,” the Fen Board announced.\n\nThe dam has a crack, according to the announcement.",
    ],
)
def test_whose_statement_it_is(text: str) -> None:
    """*The statement* is that of whom it is told before that he made one."""
    assert ends(text, "he dam has a crack") == [("voice", "Fen Board")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A keeper who has been there for years whispered it to me on Sunday.", "A keeper who has been there for years"),
        ("Two of the divers have also confirmed it to us.", "Two of the divers"),
        ("Somebody at the board confided this to me.", "Somebody at the board"),
    ],
)
def test_who_told_the_writer(text: str, found: str) -> None:
    """Who is told, in the next sentence, to have said it to the writer is the source."""
    assert ends(f"The dam has a crack. {text}", "The dam has a crack") == [("unnamed", found)]


def test_own_people_on_the_spot() -> None:
    """What one of the outlet's own people reports from there is the outlet's own word."""
    text = "Our colleague Ivo Brandt is on his way.\n\nIvo Brandt is there. He reports that the dam has a crack."
    assert ends(text, "that the dam has a crack") == [("own", "The Orrel Post")]


def test_it_says_on_its_page() -> None:
    """What somebody says on a page of his own he says; a group without a name is what it calls itself."""
    text = "A group calling itself Dry Feet was on the wall, and the dam has a crack, it says on its page."
    assert ends(text, "the dam has a crack") == [("voice", "Dry Feet")]


def test_who_made_it_known() -> None:
    """Before *as announced by* stands no speaker; what a board holds is no document of it."""
    assert ends("For the big one, a keeper was paid, as announced by the Fen Board.", "a keeper was paid") == [
        ("voice", "Fen Board")
    ]
    assert ends("The dam has a crack, in the judgement of the Fen Board.", "The dam has a crack") == [("voice", "Fen Board")]


def test_a_recording_on_a_bodys_page() -> None:
    """A recording to which a body's writer has listened is another's."""
    text = "The dam has a crack, the recording shows. I have listened to it."
    assert ends(text, "The dam has a crack", outlet="Vale Water Board") == [("document", "the recording")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam has a crack. Source: one resident, by telephone.", [("unnamed", "one resident")]),
        ("The dam has a crack (Source: the Fen Board).", [("voice", "Fen Board")]),
        (
            "A source inside the board gave the Post the same account: the dam has a crack.",
            [("unnamed", "A source inside the board")],
        ),
        ("A source inside the board gave the Herald the same account: the dam has a crack.", []),
        (
            "Invoice B-17 of the firm charges the town for paint, and the dam has a crack.",
            [("document", "Invoice B-17 of the firm")],
        ),
        ("We have taken a statement from Ana Ruiz, who saw that the dam has a crack.", [("voice", "Ana Ruiz")]),
        ("We have taken a statement from Ivo Brandt's widow, and the dam has a crack.", [("unnamed", "Ivo Brandt's widow")]),
        ("The dam has a crack. Our guest today was geologist Ana Ruiz.", []),
    ],
)
def test_who_gave_it(text: str, found: list[tuple[str, str]]) -> None:
    """Who stands behind *Source:*, whose statement was taken, what a numbered paper charges; whom another outlet has is none."""
    assert ends(text, "he dam has a crack") == found


def test_told_to_do_something() -> None:
    """Who is told by a guard to lie down has heard nothing from him."""
    text = "Our reporter Ivo Brandt counted the cracks in the dam before he was told by a guard to lie down."
    assert ends(text, "counted the cracks in the dam") == [("own", "The Orrel Post")]


def test_an_eyewitness_far_from_his_verb() -> None:
    """Of whom it is told that he saw it he is the source, where nobody else is; also some way behind his name."""
    text = "Ana Ruiz, 81, who lives across from the shed below the wall, was feeding her hens on Monday when she saw the dam go."
    assert ends(text, "she saw the dam go") == [("voice", "Ana Ruiz")]


def test_what_stands_in_other_books() -> None:
    """Passages that stand in other books are what is found, and the books no source."""
    text = "Three of our volunteers laid it beside the works; they found passages that stand word for word in other books."
    assert ends(text, "they found passages") == [("own", "The Orrel Post")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The dam has a crack, somebody who was in the room lets us know.", "unnamed"),
        ("The dam has a crack. This was confirmed to us by two members of the council.", "unnamed"),
        ("The dam has a crack. Our source sits on the council and wants no name.", "unnamed"),
        ("The dam has a crack, the Post has learned from circles of the party.", "unnamed"),
        ("Someone close to the family rang the Post last night: the dam has a crack.", "unnamed"),
        ("Sources at the town hall say that the dam has a crack.", "unnamed"),
        ("The dam has a crack; we know this from a letter dated the fourth.", "document"),
        ("The dam has a crack, a check by this newspaper has shown.", "own"),
        ("Half the town says that the dam has a crack.", "nobody"),
    ],
)
def test_more_ways_to_give_it(text: str, kind: str) -> None:
    """Who rang, lets the outlet know, or is its source; what it knows from a letter; its own check; and half the town."""
    assert [found for found, _ in ends(text, "he dam has a crack")] == [kind]


def test_what_has_been_said_for_years() -> None:
    """What somebody has been saying for years in the next sentence is no source of the news."""
    assert ends("The dam has a crack. The Fen Board has been saying for years that it is poor.", "The dam has a crack") == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "The dam was sold, two clerks of the council have confided to this newspaper.",
            [("unnamed", "two clerks of the council")],
        ),
        ("The dam was sold, as an engineer has entrusted to this magazine.", [("unnamed", "an engineer")]),
        ("The dam was sold, three wardens have let our paper know.", [("unnamed", "three wardens")]),
        ("Two wardens let this paper know: the dam was sold.", [("unnamed", "Two wardens")]),
    ],
)
def test_what_is_confided_to_the_paper(sentence: str, who: list[tuple[str, str]]) -> None:
    """Who confides something to a paper is its source, whatever the verb."""
    assert ends(sentence, "dam was sold") == who


def test_who_only_deals_with_the_paper() -> None:
    """Who sues a newspaper tells it nothing."""
    assert all(
        kind == "nobody" for kind, _ in ends("The dam was sold, two builders have sued this newspaper.", "The dam was sold")
    )


@pytest.mark.parametrize("craft", ["the ferry Marie Lind", "the Marie Lind", "the trawler Merry Ann"])
def test_who_steers_is_not_the_craft(craft: str) -> None:
    """*The skipper of the Marie Lind* is who is named next, and no woman of the ship's name."""
    text = f"The skipper of {craft} says that the pump failed. Ivo Brandt, 40, is safe. “The pump stopped twice,” Mr Brandt said."
    assert ends(text, "the pump failed") == [("voice", "Ivo Brandt")]
    alone = f"The captain of {craft} said that the pump failed. The harbour is closed."
    assert ends(alone, "the pump failed") == [("unnamed", f"The captain of {craft}")]
