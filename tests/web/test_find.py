"""What is asked in an address is what the ledger is asked; what cannot be meant is told; the list goes on page by page."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import pytest
from starlette.requests import Request

from allegedly.web.pages.find import asked as taken
from allegedly.web.pages.find import skipped
from tests.web.test_guard import asked


def request(**query: str) -> Request:
    """A request with this after the question mark."""
    return Request({"type": "http", "method": "GET", "path": "/find", "query_string": urlencode(query).encode(), "headers": []})


def test_every_filter_of_the_command_line() -> None:
    """Each filter is taken as ``Ledger.find`` takes it; what is empty is not asked."""
    wanted, wrong = taken(
        request(
            words=" bridge closed ",
            by="Ana Ruiz",
            about="navy",
            denied_by="Lena Marsk",
            stance="denies",
            act="judgement",
            evidence="poll",
            since="2024-03-01",
            until="1 April 2024",
            outlet="Post",
            label="traitor",
            place="",
            min_confidence="80 %",
            rejected="1",
        )
    )
    assert wrong == []
    assert wanted == {
        "words": "bridge closed",
        "by": "Ana Ruiz",
        "about": "navy",
        "denied_by": "Lena Marsk",
        "stance": "denies",
        "act": "judgement",
        "evidence": "poll",
        "since": date(2024, 3, 1),
        "until": date(2024, 4, 1),
        "outlet": "Post",
        "label": "traitor",
        "min_confidence": 0.8,
        "rejected": True,
    }


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"stance": "perhaps"}, "There is no stance “perhaps”; there are affirms, denies, doubts, neutral."),
        ({"since": "soon"}, "“soon” cannot be read as a day; write it as 2019-12-18."),
        ({"min_confidence": "120"}, "“120” is no share; write it as a number from 0 to 100."),
        ({"min_confidence": "٨٠"}, "“٨٠” is no share; write it as a number from 0 to 100."),
    ],
)
def test_what_cannot_be_meant_is_told(site: str, query: dict[str, str], sentence: str) -> None:
    """A condition that cannot be meant is left out, and a sentence says so; the rest is found."""
    assert taken(request(words="trawler", **query)) == ({"words": "trawler"}, [sentence])
    text = asked(site, f"/find?{urlencode({'words': 'trawler', **query})}")[1]
    assert sentence in text
    assert "<mark>trawler</mark>" in text


def test_how_many_are_passed_over() -> None:
    """A number, and not more than anybody pages through; nonsense is none."""
    assert [skipped(request(skip=value)) for value in ("40", "-1", "x", "", "٤", "99999999", "9" * 40)] == [
        40, 0, 0, 0, 0, 10_000, 0,
    ]  # fmt: skip


def test_the_list_goes_on(site: str) -> None:
    """Twenty statements a page, with a link to the next, which has a link back; what is asked stays."""
    first = asked(site, "/find?stance=affirms")[1]
    assert first.count('<li class="found">') == 20
    assert "1 to 20" in first
    assert 'rel="next" href="/find?skip=20&amp;stance=affirms"' in first
    assert 'rel="prev"' not in first
    second = asked(site, "/find?skip=20&stance=affirms")[1]
    assert "21 to 40" in second
    assert 'rel="prev" href="/find?stance=affirms"' in second


def test_an_address_has_only_what_is_asked(site: str) -> None:
    """The empty fields of a form go out of the address."""
    status, _, headers = asked(site, "/find?words=a+b&by=&stance=denies&act=")
    assert (status, headers["location"]) == (303, "/find?words=a+b&stance=denies")
    assert asked(site, "/find?words=&by=")[2]["location"] == "/find"


def test_an_id_as_find_prints_it_is_an_address(site: str, ids: dict[str, str]) -> None:
    """``acc6fb7de38d:s3`` leads to the words of the statement, in the article."""
    status, _, headers = asked(site, f"/article/{ids['article']}:s3")
    assert (status, headers["location"]) == (303, f"/article/{ids['article']}#s3")
