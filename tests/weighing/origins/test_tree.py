"""A claim's articles are followed to where the trail ends, and what is one is counted once."""

from __future__ import annotations

import time

import pytest

from allegedly.intake import article_from_text
from allegedly.model import Reader, Reading, Source, Statement, Voice
from allegedly.weighing.origins.around import rests
from allegedly.weighing.origins.keeping import bring_up_to_date
from allegedly.weighing.origins.report import Report
from tests.weighing.origins.conftest import Claimed, counts, links, roots

LEAK = "The dam at Orrel has a crack"


def test_wire_copy_and_citations_lead_to_one_voice(claimed: Claimed) -> None:
    """Five articles, one mayor: what is printed from the wire or cited by name has no origin of its own."""
    wire = "ORREL, May 3 (VNA) - The dam at Orrel has a crack, Mayor Ana Ruiz said on Friday.\n\nShe did not say how deep it was."
    connection = claimed(
        ("Vale News Agency", "2024-05-03", wire, [LEAK]),
        ("The Orrel Post", "2024-05-03", wire, [LEAK]),
        ("Hill Gazette", "2024-05-04", "The dam at Orrel has a crack, the Orrel Post reports.", [LEAK]),
        ("Radio Fen", "2024-05-05", "The dam at Orrel has a crack, according to the Hill Gazette.", [LEAK]),
        (
            "The Dell Argus",
            "2024-05-05",
            "Mayor Ana Ruiz told the Argus that the dam at Orrel has a crack.",
            ["the dam at Orrel has a crack"],
        ),
        copies=[(1, 2, "reprint", 1)],
    )
    assert roots(connection) == [("voice", "Ana Ruiz", "for")]
    assert links(connection) == [
        ("Vale News Agency", "says", "Ana Ruiz"),
        ("The Orrel Post", "copies", "Vale News Agency"),
        ("Hill Gazette", "cites", "The Orrel Post"),
        ("Radio Fen", "cites", "Hill Gazette"),
        ("The Dell Argus", "says", "Ana Ruiz"),
    ]
    assert counts(connection) == {
        "origins": 1,
        "at_least": 1,
        "denials": 0,
        "unestablished": 0,
        "circular": 0,
        "families": 5,
    }


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("Melody Fen", "A Fen magazine writes that the dam has a crack."),
        ("Hill Courier", "The dam has a crack, the local newspaper there reports."),
        ("stonewall-blog.net", "The dam has a crack, a blog claims."),
        ("Tribuna Orrela (English digest)", "The dam has a crack, says the Tribuna, and what the Tribuna says I read out."),
        ("Radio Zephyr 98.3", "The dam has a crack, Zephyr says, without saying how it knows."),
        ("Commissioner Ana Ruiz's newsletter", "Ana Ruiz has told the town that the dam has a crack."),
    ],
)
def test_an_outlet_by_other_names(claimed: Claimed, outlet: str, text: str) -> None:
    """By its sort, by the first noun of its name, by what is left of it, or by whose it is."""
    connection = claimed(
        (outlet, "2024-05-03", "The dam has a crack, the keeper Ivo Brandt told us.", ["The dam has a crack"]),
        ("Weird Planet", "2024-05-04", text, [text]),
    )
    assert links(connection)[-1] == ("Weird Planet", "cites", outlet)
    assert counts(connection)["origins"] == 1


def test_a_circle_through_somebody_who_read_it(claimed: Claimed) -> None:
    """A senator who read it in the paper, and the paper that then reports the senator: a circle, and the first source alone."""
    connection = claimed(
        ("Hill Courier", "2024-05-03", "The dam has a crack, an engineer who is not named told us.", ["The dam has a crack"]),
        (
            "Upper House Today",
            "2024-05-04",
            "Senator Ana Ruiz drew attention to the crack in the dam, about which she had read in Friday's Hill Courier.",
            ["Senator Ana Ruiz drew attention to the crack in the dam"],
        ),
        ("Hill Courier", "2024-05-05", "Senator Ana Ruiz has confirmed that the dam has a crack.", ["that the dam has a crack"]),
    )
    assert (counts(connection)["origins"], counts(connection)["circular"]) == (1, 1)


def test_who_spoke_to_an_outlet_has_it_not_from_there(claimed: Claimed) -> None:
    """*According to the Courier, to which she confirmed it*: no circle."""
    connection = claimed(
        ("Hill Courier", "2024-05-03", "The dam has a crack, the keeper Ana Ruiz told us.", ["The dam has a crack"]),
        (
            "Radio Fen",
            "2024-05-04",
            "The dam has a crack, according to the Hill Courier, to which its keeper, Ana Ruiz, confirmed it.",
            ["The dam has a crack"],
        ),
    )
    assert roots(connection) == [("voice", "Ana Ruiz", "for")]
    assert counts(connection)["circular"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "The dam has a crack, the police say. The Argus, which broke the story, has it from the inspector.",
        "You read it in the Argus: the dam has a crack, the police say.",
        "The dam has a crack, the police say, as the Argus first reported.",
        "As the Argus reported, the dam has a crack, the police say.",
    ],
)
def test_what_an_outlet_has_from_a_voice_the_voice_has_not_from_the_outlet(claimed: Claimed, text: str) -> None:
    """Who has it from the police, or reads it in the paper, is not the police."""
    connection = claimed(
        ("The Argus", "2024-05-03", "The dam has a crack, police inspector Ana Ruiz said.", ["The dam has a crack"]),
        ("The Courier", "2024-05-04", text, ["he dam has a crack"]),
    )
    assert (counts(connection)["origins"], counts(connection)["circular"]) == (1, 0)


def test_who_speaks_for_a_body_is_the_body(claimed: Claimed) -> None:
    """A spokesman and the ministry that he speaks for are one origin; a witness is another; who denies is not counted there."""
    connection = claimed(
        ("The Post", "2024-05-03", "The bridge has fallen, the Transport Ministry said.", ["The bridge has fallen"]),
        (
            "The Mail",
            "2024-05-03",
            "The bridge has fallen, said Transport Ministry spokesman Ivo Brandt.",
            ["The bridge has fallen"],
        ),
        ("The Sun", "2024-05-03", '"The bridge has fallen," the shepherd Piet Oom told the Sun.', ["The bridge has fallen"]),
        ("The Star", "2024-05-04", "The council denied that the bridge had fallen.", ["-that the bridge had fallen"]),
    )
    assert roots(connection) == [
        ("voice", "Transport Ministry", "for"),
        ("voice", "Piet Oom", "for"),
        ("voice", "the council", "against"),
    ]
    assert (counts(connection)["origins"], counts(connection)["denials"]) == (2, 1)


def test_unnamed_sources_of_two_outlets(claimed: Claimed) -> None:
    """They are two as far as nothing shows them to be one; quoted with the same words they are one."""
    first = "The premier will resign, an official told the Post."
    second = "The premier will resign, a diplomat told the Mail."
    connection = claimed(
        ("The Post", "2024-05-03", first, ["The premier will resign"]),
        ("The Mail", "2024-05-03", second, ["The premier will resign"]),
    )
    assert [kind for kind, *_ in roots(connection)] == ["unnamed", "unnamed"]
    assert (counts(connection)["origins"], counts(connection)["at_least"]) == (2, 1)


def test_the_same_words_are_one_source(claimed: Claimed) -> None:
    """What two outlets quote alike came out of one mouth."""
    connection = claimed(
        (
            "The Post",
            "2024-05-03",
            'The premier is "tired of counting her friends", an official told the Post.',
            ["tired of counting"],
        ),
        (
            "The Mail",
            "2024-05-03",
            'The premier is "tired of counting her friends", a diplomat told the Mail.',
            ["tired of counting"],
        ),
    )
    assert counts(connection)["origins"] == 1


def test_a_circle_without_a_beginning(claimed: Claimed) -> None:
    """Two outlets that cite one another, and a third that cites one of them: no origin, and a flag."""
    connection = claimed(
        ("The Argus", "2024-05-03", "The minister will go, the Courier reports.", ["The minister will go"]),
        ("The Courier", "2024-05-03", "The minister will go, the Argus reports.", ["The minister will go"]),
        ("The Echo", "2024-05-04", "The minister will go, according to the Argus.", ["The minister will go"]),
    )
    assert counts(connection) == {
        "origins": 0,
        "at_least": 0,
        "denials": 0,
        "unestablished": 3,
        "circular": 1,
        "families": 3,
    }


def test_a_circle_with_a_beginning(claimed: Claimed) -> None:
    """An outlet that cites another that cites its own first article: its first word is the origin, the circle is shown."""
    connection = claimed(
        ("The Argus", "2024-05-01", "The minister will go.", ["The minister will go"]),
        ("The Courier", "2024-05-03", "The minister will go, the Argus reports.", ["The minister will go"]),
        ("The Argus", "2024-05-04", "The minister will go, the Courier reports.", ["The minister will go"]),
    )
    assert roots(connection) == [("outlet", "The Argus", "for")]
    assert counts(connection)["circular"] == 1


def test_what_is_not_established(claimed: Claimed) -> None:
    """Articles that give no source, or nobody in particular, are no origins: they may be any of the others."""
    connection = claimed(
        ("The Argus", "2024-05-03", "The minister will go, Mayor Ana Ruiz said.", ["The minister will go"]),
        ("The Courier", "2024-05-03", "The minister will go.", ["The minister will go"]),
        ("The Echo", "2024-05-03", "Local media reported that the minister will go.", ["the minister will go"]),
    )
    assert roots(connection) == [("voice", "Ana Ruiz", "for")]
    assert counts(connection)["unestablished"] == 2


def test_an_outlet_that_is_not_here(claimed: Claimed) -> None:
    """It is an origin of its own, the same one for all who cite it."""
    connection = claimed(
        ("The Argus", "2024-05-03", "The minister will go, the New York Times reported.", ["The minister will go"]),
        ("The Courier", "2024-05-03", "According to the New York Times, the minister will go.", ["the minister will go"]),
    )
    assert roots(connection) == [("external", "New York Times", "for")]


def test_its_own_people_were_there(claimed: Claimed) -> None:
    """An outlet's photographer who counted is an origin."""
    connection = claimed(
        ("The Brae Herald", "2024-05-03", "Fourteen boats lie on the sands, a Herald photographer counted.", ["Fourteen boats"]),
        ("Harbour Watch", "2024-05-03", "I walked the sands and counted sixteen boats.", ["sixteen boats"]),
    )
    assert [kind for kind, *_ in roots(connection)] == ["outlet", "outlet"]


def test_a_copy_has_a_speaker_of_its_own(claimed: Claimed) -> None:
    """What somebody told the paper that prints the wire's text is his word, beside the wire's source."""
    wire = "Eight miners are trapped in pit three, Governor Ada Lind said on Monday."
    own = 'Eight miners are trapped in pit three, Governor Ada Lind said on Monday.\n\n"I felt it," Ivo Brandt told the Post.'
    found = claimed(
        ("Vale Agency", "2024-05-01", wire, ["Eight miners are trapped in pit three"]),
        ("The Orrel Post", "2024-05-02", own, ["Eight miners are trapped in pit three", '"I felt it,"']),
        copies=[(1, 2, "reprint", 1)],
    )
    assert [name for _, name, _ in roots(found)] == ["Ada Lind", "Ivo Brandt"]
    assert counts(found)["origins"] == 2


def test_somebody_inside_a_body_is_not_the_body(claimed: Claimed) -> None:
    """A source within the federation and the federation's own page are two; neither is joined by what they are called."""
    found = claimed(
        (
            "Track Weekly",
            "2024-05-01",
            "The runner failed a test, somebody within the rowing federation told Track Weekly.",
            ["The runner"],
        ),
        ("Rowing Federation of Orland, news", "2024-05-02", "The runner's sample of 3 May was positive.", ["The runner"]),
    )
    assert counts(found)["origins"] == 2


def test_weighing_twice_changes_nothing(claimed: Claimed) -> None:
    """What was traced stands; traced anew it is the same."""
    connection = claimed(
        ("The Argus", "2024-05-03", "The minister will go, Mayor Ana Ruiz said.", ["The minister will go"]),
        ("The Courier", "2024-05-04", "The minister will go, the Argus reports.", ["The minister will go"]),
    )
    before = "\n".join(connection.iterdump())
    assert str(bring_up_to_date(connection)) == "0 claims traced to their origins, 1 left as they are"
    assert "\n".join(connection.iterdump()) == before
    connection.execute("UPDATE claims SET origins = NULL")
    bring_up_to_date(connection)
    assert "\n".join(connection.iterdump()) == before


@pytest.mark.parametrize(
    "text",
    [
        "A " * 40_000 + "spokesman said that it rained.",
        "said, " * 20_000,
        "Ana " * 30_000 + "said: it rained.",
        '"I said, ' * 20_000,
    ],
    ids=["capitals", "said", "names", "quotes"],
)
def test_long_runs_take_the_time_of_their_length(text: str) -> None:
    """What somebody wrote to make it take long is looked at no longer than other texts of that length."""
    own = Statement(
        id="s1",
        mode="indirect",
        act="statement",
        stance="affirms",
        source=Source(span=(0, len(text) - 20), text=text[:-20], kind="person"),
        content=((len(text) - 10, len(text)),),
        chain=(Voice(outlet=True), Voice(span=(0, len(text) - 20), text=text[:-20])),
        confidence=1.0,
    )
    bare = Statement(
        id="s2",
        mode="narration",
        act="statement",
        stance="affirms",
        source=Source(kind="outlet"),
        content=((0, len(text)),),
        chain=(Voice(outlet=True),),
        confidence=1.0,
    )
    article = article_from_text(text, outlet="The Orrel Post")
    reading = Reading(article=article, statements=(own, bare), reader=Reader(name="x", version="1", pipeline="x"))
    begun = time.process_time()
    report = Report(1, reading, [1, 2], {}, lambda _: False)
    rests(report, [1, 2], ["Hill Gazette"])
    assert time.process_time() - begun < 5


def test_two_articles_that_quote_one_report(claimed: Claimed) -> None:
    """A report is one origin however many articles quote it, where they name the same author; the reason says so."""
    told = "The dam at Orrel has a crack, an engineers' report shows.\n\n"
    connection = claimed(
        ("The Post", "2024-05-03", "The dam at Orrel has a crack, according to a survey by Stahl Engineers.", [LEAK]),
        ("The Mail", "2024-05-04", f"{told}The report, prepared for the council by Stahl Engineers, has forty pages.", [LEAK]),
        ("The Sun", "2024-05-04", "The dam at Orrel has a crack, according to a survey by Mott Consult.", [LEAK]),
    )
    assert counts(connection)["origins"] == 2
    (reason,) = connection.execute("SELECT reason FROM origins WHERE number = 1").fetchone()
    assert reason.endswith(" are one: both are said to be by Stahl Engineers")


def test_an_outlet_that_cites_itself(claimed: Claimed) -> None:
    """A paper's follow-up rests on its own first article; that is no circle."""
    connection = claimed(
        ("The Orrel Post", "2024-05-03", "The dam at Orrel has a crack, an engineer told the Post.", [LEAK]),
        (
            "The Orrel Post",
            "2024-05-10",
            "A week after this newspaper revealed that the dam at Orrel has a crack, Ana Ruiz asked for calm.",
            ["that the dam at Orrel has a crack"],
        ),
    )
    assert links(connection)[-1] == ("The Orrel Post", "cites", "The Orrel Post")
    assert (counts(connection)["origins"], counts(connection)["circular"]) == (1, 0)


def test_newspapers_that_are_counted_but_not_named(claimed: Claimed) -> None:
    """*Two newspapers* are those two that had it before; *local media* are nobody in particular."""
    first = ("The Post", "2024-05-03", "The dam at Orrel has a crack, an engineer told the Post.", [LEAK])
    second = ("The Mail", "2024-05-03", "The dam at Orrel has a crack, a diver told the Mail.", [LEAK])
    third = (
        "The Sun",
        "2024-05-05",
        "Two newspapers reported that the dam at Orrel has a crack.",
        ["the dam at Orrel has a crack"],
    )
    connection = claimed(first, second, third)
    assert [link for link in links(connection) if link[0] == "The Sun"] == [
        ("The Sun", "cites", "The Post"),
        ("The Sun", "cites", "The Mail"),
    ]
    assert counts(connection)["unestablished"] == 0


def test_nothing_said_on_the_other_side_is_a_source(claimed: Claimed) -> None:
    """A lead does not have its source from the denial that follows it."""
    text = 'The dam at Orrel has a crack.\n\n"The dam has no crack whatever," the Dam Board said.'
    connection = claimed(("The Post", "2024-05-03", text, [LEAK, "-The dam has no crack whatever"]))
    assert roots(connection) == [("voice", "Dam Board", "against")]
    assert (counts(connection)["origins"], counts(connection)["unestablished"]) == (0, 1)


@pytest.mark.parametrize("outlet", ["Fjordtidende Byline", "The Orrel Post"])
def test_an_agency_by_how_it_signs(claimed: Claimed, outlet: str) -> None:
    """Who cites the agency by its letters rests on the article that it signed, whether on its own pages or another's."""
    signed = "ORREL, May 3 (FTB) - The dam at Orrel has a crack, the fire service said."
    cited = "The dam at Orrel has a crack, the news agency FTB reports."
    connection = claimed((outlet, "2024-05-03", signed, [LEAK]), ("Radio Fen", "2024-05-04", cited, [LEAK]))
    assert links(connection) == [(outlet, "says", "the fire service"), ("Radio Fen", "cites", outlet)]


def test_a_circle_by_way_of_an_office(claimed: Claimed) -> None:
    """What a ministry has from a paper, the paper does not have from the ministry: the way comes back."""
    connection = claimed(
        ("Seed & Pulse Markets", "2024-05-03", "The dam at Orrel has a crack, our own measurements show.", [LEAK]),
        (
            "Ministry of Dams, bulletin",
            "2024-05-04",
            "The dam at Orrel has a crack (source: Seed & Pulse Markets, 3 May).",
            [LEAK],
        ),
        (
            "Seed & Pulse Markets",
            "2024-05-05",
            "The Ministry of Dams said on Sunday that the dam at Orrel has a crack.",
            ["the dam at Orrel has a crack"],
        ),
    )
    assert links(connection) == [
        ("Seed & Pulse Markets", "says", "Seed & Pulse Markets"),
        ("Ministry of Dams, bulletin", "cites", "Seed & Pulse Markets"),
        ("Seed & Pulse Markets", "cites", "Ministry of Dams, bulletin"),
    ]
    assert counts(connection)["circular"] == 1


@pytest.mark.parametrize(("others", "meant"), [((), True), ((("The Dell Argus", "2024-05-03"),), False)])
def test_one_paper_that_is_not_named(claimed: Claimed, others: tuple[tuple[str, str], ...], *, meant: bool) -> None:
    """*A local newspaper* is the one that had it before, where there is one; where there are two it is nobody."""
    told = "The dam at Orrel has a crack, Ana Ruiz said."
    connection = claimed(
        ("The Orrel Post", "2024-05-03", told, [LEAK]),
        *((outlet, day, told, [LEAK]) for outlet, day in others),
        ("Radio Fen", "2024-05-05", "The dam at Orrel has a crack, according to a local newspaper.", [LEAK]),
    )
    assert (("Radio Fen", "cites", "The Orrel Post") in links(connection)) is meant


def test_an_update_that_cites(claimed: Claimed) -> None:
    """What an outlet's later text gives to another outlet it has from there, however much it has of its own earlier one."""
    connection = claimed(
        ("Openlore", "2024-05-03", "The dam at Orrel has a crack. It is old.", [LEAK]),
        ("The Orrel Post", "2024-05-04", "The dam at Orrel has a crack.", [LEAK]),
        ("Openlore", "2024-05-05", "The dam at Orrel has a crack (Orrel Post, 4 May). It is old.", [LEAK]),
        copies=[(1, 2, "excerpt", 1), (1, 3, "update", 1)],
    )
    assert ("Openlore", "cites", "The Orrel Post") in links(connection)
    assert counts(connection)["circular"] == 1


def test_a_surname_is_no_outlet(claimed: Claimed) -> None:
    """*Hill* is not *The Hill* in an article in which Ana Hill speaks; with its article the paper is meant."""
    connection = claimed(
        ("The Hill", "2024-05-02", "The weir was shut on Monday.", []),
        (
            "Radio Fen",
            "2024-05-04",
            "The keeper Ana Hill came on Monday. Hill said that the dam has a crack.",
            ["that the dam has a crack"],
        ),
    )
    assert roots(connection) == [("voice", "Ana Hill", "for")]


def test_an_outlet_has_its_own_words_from_nobody(claimed: Claimed) -> None:
    """An agency that prints again what another printed after it, and who is cited by the one with the same words: no circles."""
    said = "The keeper Ana Ruiz told the Vale News Agency that the dam has a crack."
    connection = claimed(
        ("Vale News Agency", "2024-05-03", said, ["that the dam has a crack"]),
        ("Orrel Post", "2024-05-04", said, ["that the dam has a crack"]),
        ("Vale News Agency", "2024-05-05", said, ["that the dam has a crack"]),
        copies=[(1, 2, "excerpt", 1), (2, 3, "excerpt", 2)],
    )
    assert (counts(connection)["origins"], counts(connection)["circular"]) == (1, 0)


@pytest.mark.parametrize("original", [None, 1])
def test_who_cites_an_outlet_has_the_words_from_it(claimed: Claimed, original: int | None) -> None:
    """Where two print the same words the one that cites the other has them from there, whatever their days say."""
    connection = claimed(
        ("Orrel Post", "2024-05-03", "The dam has a crack, the Hill Courier reports.", ["The dam has a crack"]),
        ("Hill Courier", "2024-05-04", "The dam has a crack, and the weir is dry.", ["The dam has a crack"]),
        copies=[(1, 2, "excerpt", original)],
    )
    assert counts(connection)["circular"] == 0
    assert ("Orrel Post", "cites", "Hill Courier") in links(connection)
