"""Web addresses into a ledger: what was fetched and stored is fetched again only where it has changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from allegedly.errors import Refused
from allegedly.ledger import Ledger
from tests.intake.server import Site, running

FEED = (
    '<rss version="2.0"><channel><title>Odra Times</title>'
    "<item><title>Ferry</title><link>/ferry</link><description>More soon</description></item></channel></rss>"
)
SENTENCE = "The ferry that sank on Thursday had been overloaded, the coast guard of Odra said in a statement."


def html(words: str = SENTENCE) -> str:
    """A page with an article."""
    return f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{words}</p></article></body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine."""
    monkeypatch.setattr("allegedly.intake.fetching.PAUSE", 0.0)
    with running() as made:
        yield made


def rows(ledger: Ledger) -> list[tuple[str, str | None, int]]:
    """What the ledger remembers of what was fetched."""
    return ledger._connection.execute("SELECT url, etag, status FROM fetches ORDER BY url").fetchall()


def test_what_has_not_changed(ledger: Ledger, site: Site) -> None:
    """The second time the page is asked for with its mark; unchanged it adds nothing, changed it is a new version."""
    url = site.page("/ferry", html(), ETag='"1"')
    first = ledger.add([url], reader="rules", allow_private=True)
    assert (first.added, first.refused) == (1, [])
    assert rows(ledger) == [(url, '"1"', 200)]
    site.answer("/ferry", 304)
    notes: list[str] = []
    second = ledger.add([url], reader="rules", allow_private=True, on_warning=notes.append)
    assert (second.added, second.there, second.refused) == (0, 0, [])
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert "has not changed since it was fetched on " in notes[0]
    assert rows(ledger) == [(url, '"1"', 200)]
    site.page("/ferry", html(SENTENCE.replace("overloaded", "sound")), ETag='"2"')
    third = ledger.add([url], reader="rules", allow_private=True)
    assert (third.added, third.versions) == (1, 1)
    assert rows(ledger) == [(url, '"2"', 200)]
    assert list(ledger.check()) == []


def test_a_feed_with_a_page_that_fails(ledger: Ledger, site: Site) -> None:
    """A feed is not remembered while a page of it is missing, so that the same command again brings it."""
    url = site.page("/feed", FEED, "text/xml", ETag='"f"')
    refused: list[Refused] = []
    assert ledger.add([url], reader="rules", allow_private=True, on_refused=refused.append).added == 0
    assert [str(one) for one in refused] == [
        f"{url} entry 1 › {site.url('/ferry')}: is not there (status 404); check the address"
    ]
    assert rows(ledger) == []
    site.page("/ferry", html(), ETag='"p"')
    assert ledger.add([url], reader="rules", allow_private=True).added == 1
    assert "if-none-match" not in site.asked[-2][1]
    assert [row[1] for row in rows(ledger)] == ['"f"', '"p"']


def test_a_page_without_an_article(ledger: Ledger, site: Site) -> None:
    """A page of which nothing was stored is not remembered, so that it is refused again, not passed over."""
    url = site.page("/feed", FEED, "text/xml", ETag='"f"')
    site.page("/ferry", "<html><body><nav>Home</nav></body></html>", ETag='"p"')
    for _ in range(2):
        assert len(ledger.add([url], reader="rules", allow_private=True).refused) == 1
        assert rows(ledger) == []


def test_a_run_that_is_cut_off(ledger: Ledger, site: Site) -> None:
    """What a run fetched that did not come to its end is fetched again."""
    one, two = site.page("/1", html(), ETag='"1"'), site.page("/2", html(SENTENCE.replace("ferry", "boat")), ETag='"2"')

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.add([one, two], reader="rules", allow_private=True, on_article=stop)
    assert rows(ledger) == []
    done = ledger.add([one, two], reader="rules", allow_private=True)
    assert done.added + done.there == 2
    assert ledger.counts()["articles"] == 2


def test_the_own_network_is_not_asked(ledger: Ledger, site: Site) -> None:
    """Without leave a ledger fetches nothing from this machine, and the refusal is on record."""
    url = site.page("/ferry", html())
    (refused,) = ledger.add([url], reader="rules").refused
    assert "--allow-private fetches it all the same" in refused.reason
    assert site.asked == []
    assert ledger._connection.execute("SELECT result, name FROM intake").fetchall() == [("refused", url)]
