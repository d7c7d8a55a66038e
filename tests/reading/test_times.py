"""Times: which words are one, which days they cover from the day of publication, and their TIMEX3 value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.intake import article_from_text
from allegedly.model import Time
from allegedly.reading import pipeline
from allegedly.reading.reader import read_article
from allegedly.reading.times import find_times

PUBLISHED = "2019-12-18"  # a Wednesday


WORDS = st.sampled_from(
    "the a last next this that past previous following two 3 31 2019 1999 9000 '98 90s nineteen ninety six first second half "
    "of to from between and or until - – , . 's ago earlier later before after from now every each twice times day days week "
    "weeks weekend month months quarter year years decade century Monday May March Dec. morning night noon 10:30 p.m. GMT "
    "spring winter Easter Christmas Eve New Year’s Day Q4 H1 FY19 5 1/2 ½ 2019-02-30 31/12/99 recently soon today tomorrow "
    "old so early late mid end fiscal local time thousand hundred".split(" ")
)


def found(text: str, published: str | None = PUBLISHED) -> list[Time]:
    """The times of a text, by the parse alone."""
    article = article_from_text(text, published=published)
    return find_times(pipeline.parse_text(article.text, pipeline.load()), article)


def days(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None, str | None]]:
    """Words, first and last day of each time."""
    return [(t.text, t.start, t.end) for t in found(text, published)]


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Words and TIMEX3 value of each time."""
    return [(t.text, t.value) for t in found(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met last weekend.", ("last weekend", "2019-12-14", "2019-12-15")),
        ("They met yesterday.", ("yesterday", "2019-12-17", "2019-12-17")),
        ("They met three weeks ago.", ("three weeks ago", "2019-11-25", "2019-12-01")),
        ("They met on 5 May 1990.", ("5 May 1990", "1990-05-05", "1990-05-05")),
        ("They met on May 5.", ("May 5", "2019-05-05", "2019-05-05")),
        ("They met in March 2016.", ("March 2016", "2016-03-01", "2016-03-31")),
        ("They signed it in 2015.", ("2015", "2015-01-01", "2015-12-31")),
        ("It began in the 90s.", ("the 90s", "1990-01-01", "1999-12-31")),
        ("It began in the 19th century.", ("the 19th century", "1800-01-01", "1899-12-31")),
        ("It rose in the first quarter of 2018.", ("the first quarter of 2018", "2018-01-01", "2018-03-31")),
        ("It began in '98.", ("'98", "1998-01-01", "1998-12-31")),
        ("It rose in Q4 2018.", ("Q4 2018", "2018-10-01", "2018-12-31")),
        ("They met last month.", ("last month", "2019-11-01", "2019-11-30")),
        ("They met last year.", ("last year", "2018-01-01", "2018-12-31")),
        ("It happened on 2019-11-02.", ("2019-11-02", "2019-11-02", "2019-11-02")),
        ("She ruled in nineteen ninety-six.", ("nineteen ninety-six", "1996-01-01", "1996-12-31")),
        ("They fled on 21 December last year.", ("21 December last year", "2018-12-21", "2018-12-21")),
        ("It rained on Friday of last week.", ("Friday of last week", "2019-12-13", "2019-12-13")),
        ("He was shot last Oct. 23.", ("last Oct. 23", "2019-10-23", "2019-10-23")),
        ("It fell a year-and-a-half ago.", ("a year-and-a-half ago", "2018-06-01", "2018-06-30")),
        ("The war began eight years ago today.", ("eight years ago today", "2011-12-18", "2011-12-18")),
    ],
)
def test_days(text: str, expected: tuple[str, str, str]) -> None:
    """Absolute and relative times stand for days, both inclusive, seen from the day of publication."""
    assert expected in days(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday morning.", ("Tuesday morning", "2019-12-17TMO")),
        ("They met at 10:30 a.m. on Tuesday.", ("10:30 a.m. on Tuesday", "2019-12-17T10:30")),
        ("They meet tonight.", ("tonight", "2019-12-18TNI")),
        ("It rose in mid-afternoon yesterday.", ("mid-afternoon yesterday", "2019-12-17TAF")),
        ("They met at 8.30am on Monday.", ("8.30am on Monday", "2019-12-16T08:30")),
        ("He spoke early in the week.", ("early in the week", "2019-W51")),
        ("It closes at year-end.", ("year-end", "2019-12-31")),
        ("They met last weekend.", ("last weekend", "2019-W50-WE")),
        ("They met last week.", ("last week", "2019-W50")),
        ("They met last summer.", ("last summer", "2019-SU")),
        ("It snowed in the winter of 1994.", ("the winter of 1994", "1994-WI")),
        ("It began in the early 1980s.", ("the early 1980s", "198")),
        ("It fell in the second half of 2018.", ("the second half of 2018", "2018-H2")),
        ("It lasted three weeks.", ("three weeks", "P3W")),
        ("It lasted two and a half years.", ("two and a half years", "P2Y6M")),
        ("It lasted 5 1/2 hours.", ("5 1/2 hours", "PT5H30M")),
        ("It took an hour and a half.", ("an hour and a half", "PT1H30M")),
        ("It took half an hour.", ("half an hour", "PT30M")),
        ("The 8-month-old truce held.", ("8-month-old", "P8M")),
        ("He spoke every Friday.", ("every Friday", "XXXX-WXX-5")),
        ("They march each July.", ("each July", "XXXX-07")),
        ("He swims twice a week.", ("twice a week", "P1W")),
        ("He recently left.", ("recently", "PAST_REF")),
        ("He is now free.", ("now", "PRESENT_REF")),
        ("He will leave soon.", ("soon", "FUTURE_REF")),
        ("It has slowed in recent months.", ("recent months", "PXM")),
        ("It rose by half in the first nine months of 2018.", ("the first nine months of 2018", "P9M")),
    ],
)
def test_values(text: str, expected: tuple[str, str]) -> None:
    """Every time has its TIMEX3 value: a date, a part of a day, a length, a set, or what is vague."""
    assert expected in values(text)


def test_vague_ones_and_sets_have_no_days() -> None:
    """*Recently* and *every Friday* are kept, and are no days."""
    assert [(t.text, t.start, t.end) for t in found("He recently left, and he spoke every Friday.")] == [
        ("recently", None, None),
        ("every Friday", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Monday.", "2019-12-16"),
        ("They will meet on Monday.", "2019-12-23"),
        ("They agreed to meet on Monday.", "2019-12-23"),
        ("She testifies Tuesday.", "2019-12-24"),
        ("They will have been on strike since Monday.", "2019-12-16"),
        ("They met ahead of Monday's vote.", "2019-12-23"),
        ("They failed to meet on Monday.", "2019-12-16"),
        ("It was postponed until Friday.", "2019-12-20"),
        ("The offer could come as early as Friday.", "2019-12-20"),
        ("The offer had been due to expire on Monday.", "2019-12-16"),
        ("It canceled the planned Christmas Day release.", "2019-12-25"),
        ("The paper said in an editorial on Thursday, December 19.", "2019-12-19"),
        ("The bond was declared payable Jan. 2.", "2020-01-02"),
    ],
)
def test_direction(text: str, expected: str) -> None:
    """A day without its year lies where the clause looks: back in the past tense, ahead after what is still to come."""
    assert [t.start for t in found(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke between March and May.", ("between March and May", "2019-03-01", "2019-05-31")),
        ("He served from 2015 to 2017.", ("2015 to 2017", "2015-01-01", "2017-12-31")),
        ("The fair is open March 3-5, 2020.", ("March 3-5, 2020", "2020-03-03", "2020-03-05")),
        ("They met on April 24 and 25 in Oslo.", ("April 24 and 25", "2019-04-24", "2019-04-25")),
        ("It was shut from Monday to Friday.", ("Monday to Friday", "2019-12-16", "2019-12-20")),
        ("He was there from January 2018 to March 2019.", ("January 2018 to March 2019", "2018-01-01", "2019-03-31")),
        ("It snowed between November and February.", ("between November and February", "2018-11-01", "2019-02-28")),
        ("The 2012-13 season was bad.", ("2012-13", "2012-01-01", "2013-12-31")),
    ],
)
def test_ranges(text: str, expected: tuple[str, str, str]) -> None:
    """Two ends are one time that covers what lies between them."""
    assert days(text) == [expected]


def test_a_number_that_counts_is_no_second_day() -> None:
    """*March 5 and 20 people* has one day."""
    assert days("On March 5 and 20 people were hurt.") == [("March 5", "2019-03-05", "2019-03-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on December 3. The next day he was held.", "2019-12-04"),
        ("He left on December 3. The next morning he was held.", "2019-12-04"),
        ("He left on December 3. He was held the following day.", "2019-12-04"),
        ("He left on December 3. Two days later he was free.", "2019-12-05"),
        ("He left on December 3. Two days earlier he had been seen.", "2019-12-01"),
        ("He left on December 3. She died the same day.", "2019-12-03"),
    ],
)
def test_from_the_time_last_spoken_of(text: str, expected: str) -> None:
    """*The next day* and *two days later* are counted from the day that was told of."""
    assert found(text)[-1].start == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Election Day.", "2019-11-05"),
        ("They met on Memorial Day.", "2019-05-27"),
        ("They met on Good Friday.", "2019-04-19"),
        ("They met on Presidents Day.", "2019-02-18"),
        ("They met on Christmas Eve 2017.", "2017-12-24"),
        ("They will meet on New Year’s Eve.", "2019-12-31"),
    ],
)
def test_feasts(text: str, expected: str) -> None:
    """A feast is the day on which it falls that year."""
    assert [t.start for t in found(text)] == [expected]


def test_no_date_known() -> None:
    """Without a day of publication a relative time keeps its words, has no days, and the reading says why."""
    article = article_from_text("They met on Monday and on 5 March, and they had met in 2015, but not today.")
    reading = read_article(article, reader="rules")
    assert [(t.text, t.start, t.value) for t in reading.times] == [
        ("Monday", None, "XXXX-WXX-1"),
        ("5 March", None, "XXXX-03-05"),
        ("2015", "2015-01-01", "2015"),
        ("today", None, None),
    ]
    assert len(reading.notes) == 1
    assert reading.notes[0].startswith("No publication date is known")


def test_dateline_stands_in() -> None:
    """Where only the dateline has a day, times are seen from there."""
    text = "date 2019-12-18 OSTER, Marenia – The leaders met last weekend."
    assert ("last weekend", "2019-12-14", "2019-12-15") in days(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said so.",
        "Theresa Hart-May, who led, said that May was sure.",
        "The 35-year-old man left.",
        "The child, aged eight months, left.",
        "He paid $2015 for it.",
        "May I ask?",
        "1,990 people came.",
        "Call as soon as you can.",
        "He left shortly after the vote.",
        "It costs $3 million a year.",
        "They cut short-term debt.",
        'He spoke on ABC\'s "This Week" about it.',
        "The Sunday Times wrote so.",
        "It stands at https://example.org/2019/07/18/story here.",
        "The March for Life drew thousands.",
        "He looked past Super Tuesday.",
        "He left at the last minute.",
        "They like Christmas shopping.",
        "He spoke of the soon-to-open hall.",
        "She bought iLife '11 there.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Names, ages of people, prices, rates and counts that look like times are none."""
    assert days(text) == []


def test_that_before_last_week() -> None:
    """*That* before *last week* and *following* before *last month* are no part of the time."""
    text = "He said that last week prices fell following last month's vote."
    assert [t[0] for t in days(text)] == ["last week", "last month"]


@pytest.mark.parametrize(
    "text",
    [
        "Monday " * 500,
        "from 2015 to " * 300,
        "İ" * 300 + " between March and May",
        "1-1-1-" * 400,
        "nineteen ninety " * 300,
        "5 1/2 " * 300,
        "March 3 and " * 300,
        "New Year's " * 300,
        "9999-99-99 Feb. 30-31 Q9 2019 31 February to 0 March 9999/12/31 a year before 0001-01-01",
    ],
)
def test_long_runs(text: str) -> None:
    """Long runs of what begins like a time are read, spans in their place."""
    article = article_from_text(text, published=PUBLISHED)
    times = find_times(pipeline.parse_text(article.text, pipeline.load()), article)
    assert all(article.text[slice(*t.span)] == t.text for t in times)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from([None, "2019-12-18", "2020-02-29", "0001-01-01", "9999-12-31"])
)
def test_any_words_of_time(text: str, published: str | None) -> None:
    """Words of time in any order, seen from any day, are read: spans in their place and in order, days that do not run back."""
    times = found(text, published)
    assert all(text[slice(*t.span)] == t.text for t in times)
    assert all(one.span[1] <= two.span[0] for one, two in pairwise(times))
    assert all(t.start is None or (t.end is not None and t.start <= t.end) for t in times)


@pytest.mark.parametrize(
    "text", ["They met on Eaſter Monday.", "It was Columbuſ Day.", "Nineteen Ninety\u212a", "8000 years later the next weekend"]
)
def test_odd_letters_and_years(text: str) -> None:
    """Letters that only fold to plain ones, and years past the end of the calendar, stop nothing."""
    assert all(text[slice(*t.span)] == t.text for t in found(text))
