"""What changes a ledger: never without the token of one's own page, never from elsewhere, never in a server that only reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from allegedly.ledger import Ledger
from allegedly.web import app
from allegedly.web.pages import ACTIONS
from tests.web.following import follow
from tests.web.server import running
from tests.web.test_hostile import ARTICLES
from tests.web.test_review import NAVY
from tests.web.visitor import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = "\"><script>alert(1)</script>\u202e\u0000\ud83d javascript:alert(1) {{ 7*7 }} ' OR 1=1 --".encode(
    "utf-8", "replace"
).decode()


@pytest.fixture(scope="module")
def desk(weighed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server of a ledger of its own, and that ledger."""
    path = tmp_path_factory.mktemp("changes") / "desk.ledger"
    with Ledger(weighed) as ledger:
        ledger.backup(path)
    with running(app(path)) as site:
        yield site, path


def form(visitor: Visitor, statement: str = "s3", **given: str) -> dict[str, str]:
    """The form with which a statement is accepted, as its page has it, and what else is given."""
    page = visitor.get(f"/review/{NAVY}:{statement}").text
    state = page.partition('name="state" value="')[2][:16]
    own = {"token": visitor.token(f"/review/{NAVY}:{statement}"), "record": f"{NAVY}:{statement}", "verdict": "accept"}
    return {**own, "state": state, **given}


def reviewer(site: str, who: str = "Ana Ruiz") -> Visitor:
    """Somebody who has said who reviews."""
    visitor = Visitor(site)
    answer = visitor.send("/review/who", {"token": visitor.token("/review"), "who": who})
    assert answer.status == 303
    return visitor


@pytest.mark.parametrize("path", [action.path for action in ACTIONS])
def test_a_forged_form_changes_nothing(desk: tuple[str, Path], path: str) -> None:
    """No token, another session's, or the right one from another site: refused, whatever the form is for."""
    site, ledger_path = desk
    visitor, other = reviewer(site), Visitor(site)
    right = form(visitor)
    with Ledger(ledger_path) as ledger:
        before = list(ledger.reviews), ledger.counts()
    for token in (None, "", "0" * 64, other.token("/review")):
        fields = {name: value for name, value in right.items() if name != "token"} | ({} if token is None else {"token": token})
        assert visitor.send(path, fields).status == 403
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}):
        assert visitor.send(path, right, **headers).status == 403
    assert visitor.send(path, right, host="evil.example").status == 421
    assert visitor.ask("GET", f"{path}?verdict=accept&record={NAVY}:s3&token={right['token']}").status in (200, 404, 405)
    with Ledger(ledger_path) as ledger:
        assert (list(ledger.reviews), ledger.counts()) == before


def test_a_server_that_only_reads_takes_nothing(weighed: Path) -> None:
    """With --read-only no page has a form that changes anything, and nothing that is sent is taken."""
    before = weighed.read_bytes()
    with running(app(weighed, read_only=True)) as site:
        visitor = Visitor(site)
        for path in ("/", "/find", f"/article/{NAVY}"):
            page = visitor.get(path)
            assert page.status == 200
            assert 'method="post"' not in page.text
            assert "/review" not in page.text
        for action in ACTIONS:
            assert visitor.send(action.path, {"token": "0" * 64}).status in (404, 405)
        assert [visitor.get(path).status for path in ("/review", f"/review/{NAVY}:s3", "/add")] == [404, 404, 404]
    assert weighed.read_bytes() == before


def test_hostile_strings_are_words(desk: tuple[str, Path]) -> None:
    """A name, a reason, a field, a search that look like anything else come back as words, and break nothing."""
    site, path = desk
    visitor = reviewer(site, HOSTILE)
    wrong = visitor.send("/review/decide", form(visitor, verdict="correct", stance=HOSTILE, content=HOSTILE, why=HOSTILE))
    assert wrong.status == 400
    done = visitor.send("/review/decide", form(visitor, verdict="reject", why=HOSTILE))
    assert done.status == 303
    pages = [wrong.text, visitor.get(done.place).text, visitor.get(f"/review/{NAVY}:s3").text]
    from urllib.parse import quote

    pages.append(
        visitor.get(f"/review?words={quote(HOSTILE)}&by={quote(HOSTILE)}&sort={quote(HOSTILE)}&done={quote(HOSTILE)}").text
    )
    for page in pages:
        assert "<script>alert" not in page
        assert "\u202e" not in page
        assert "49" not in page.partition("alert(1)")[2][:60]
    with Ledger(path) as ledger:
        assert [r.why.startswith('"><script>') for r in ledger.reviews if r.record and r.record.id == "s3"] == [True]


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"record": "zzzz"}, 404, "is no id of an article"),
        ({"record": f"{NAVY}:s999"}, 404, "The article has no statement s999"),
        ({"verdict": "burn"}, 400, "Nothing is decided; accept, reject or correct it."),
        ({"verdict": "reject"}, 400, "Nothing says why; give a reason to reject it."),
        ({"verdict": "correct", "why": "x"}, 400, "Nothing is changed; change a field, or accept it as it stands."),
        ({"verdict": "correct", "why": "x", "entity": "Nobody Here"}, 400, "speaks of nobody called"),
        (
            {"verdict": "correct", "why": "x", "content_at": "[[0,"},
            400,
            "The places that were marked cannot be read",
        ),
        ({"verdict": "correct", "why": "x", "content_at": "[[0,99999999]]"}, 400, "is no span in the text"),
        ({"verdict": "correct", "why": "x", "stance": "perhaps"}, 400, "perhaps"),
        ({"state": "0" * 16}, 409, "It is not as it was when this page was opened"),
    ],
)
def test_what_cannot_be_done_is_told(desk: tuple[str, Path], given: dict[str, str], status: int, sentence: str) -> None:
    """What a form says wrongly is told in a sentence on the page that it came from."""
    from html import unescape

    visitor = reviewer(desk[0])
    answer = visitor.send("/review/decide", form(visitor, "s6", **given))
    assert (answer.status, sentence in unescape(answer.text)) == (status, True), answer.text


def test_nobody_decides_without_a_name(desk: tuple[str, Path]) -> None:
    """Without a name nothing is decided, and none is taken from an empty one."""
    visitor = Visitor(desk[0])
    answer = visitor.send("/review/decide", {**form(visitor, "s6"), "state": "x"})
    assert (answer.status, "Nobody is named who reviews; give a name first." in answer.text) == (400, True)
    empty = visitor.send("/review/who", {"token": visitor.token("/review"), "who": " \u200b "})
    assert (empty.status, "nothing is given; go back and say who reviews" in empty.text) == (400, True)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """A server of a ledger with articles that attack, and the statements in it; somebody corrected one, for more to be shown."""
    folder = tmp_path_factory.mktemp("attacked")
    lines, path = folder / "articles.jsonl", folder / "attacked.ledger"
    endless = {"title": "Endless", "text": f"“{'The bridge is shut and ' * 1_600}nobody crosses,” mayor Ida Holt said."}
    lines.write_text("".join(json.dumps(article) + "\n" for article in (*ARTICLES, endless)), encoding="utf-8")
    with Ledger(path, make=True) as ledger:
        ledger.add([lines], reader="rules", force=True)
        records = [f.id for f in ledger.find(limit=100)]
        for record in records[::2]:
            ledger.review("correct", record, changes={"stance": "neutral"}, who=HOSTILE, why=HOSTILE)
    with running(app(path)) as site:
        yield site, records


def test_nothing_of_an_article_runs_where_it_is_reviewed(browser: Browser, attacked: tuple[str, list[str]]) -> None:
    """Pages of hostile, endless, and turned-round articles are small, have no markup of theirs, and every form can be sent."""
    site, records = attacked
    context = browser.new_context(base_url=site)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda sent: sent.url.startswith(site) or wrong.append(sent.url))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto("/review")
    page.fill("#who", HOSTILE.replace("\0", ""))
    follow(page, page.locator(".asking button"))
    assert len(records) > 5
    for record in records:
        page.goto(f"/review/{record}")
        text = page.content()
        assert len(text) < 200_000, record
        assert page.title() != "owned"
        assert page.locator("script:not([src])").count() == page.locator("main img").count() == 0
        assert not {"\u202e", "\u2066", "\u0007"} & set(text)
        # Nothing was changed: a form whose words are an article long says so too.
        page.fill("#why", "for the test")
        follow(page, page.locator("#correct .go button"))
        assert page.locator(".wrong").inner_text() == "Nothing is changed; change a field, or accept it as it stands."
    follow(page, page.locator("#accept button"))
    page.wait_for_selector(".just")
    context.close()
    assert [one for one in wrong if "400" not in one] == []
