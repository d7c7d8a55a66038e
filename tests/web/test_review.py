"""Reviewing in a real browser: by keyboard, by dragging on the text, by plain forms; two people at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from allegedly.ledger import Ledger
from allegedly.model import Statement
from allegedly.web import app
from tests.web.following import follow
from tests.web.server import running
from tests.web.test_pages import LOOKS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAVY = "acc6fb7de38d"
QUEUE = "outlet=The+Tesmark+Courier"
_DRAG = """(words) => {
  const paragraph = [...document.querySelectorAll('[data-at]')].find((one) => one.textContent.includes(words));
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const spot = (count) => {
    walker.currentNode = paragraph;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (count <= node.data.length) return [node, count];
      count -= node.data.length;
    }
  };
  const at = paragraph.textContent.indexOf(words);
  const rect = (count) => {
    const range = document.createRange();
    range.setStart(...spot(count));
    const found = range.getBoundingClientRect();
    return [found.x, found.y + found.height / 2];
  };
  paragraph.scrollIntoView({block: 'center', behavior: 'instant'});
  return [rect(at + 1), rect(at + words.length - 1)];
}"""
"""Where on the page words begin and end."""


@pytest.fixture
def desk(weighed: Path, tmp_path: Path) -> Iterator[tuple[str, Ledger]]:
    """A server of a ledger of its own, and that ledger."""
    path = tmp_path / "desk.ledger"
    with Ledger(weighed) as ledger:
        ledger.backup(path)
    with running(app(path)) as site, Ledger(path) as ledger:
        yield site, ledger


def opened(browser: Browser, site: str, **look: Any) -> Page:  # noqa: ANN401 (a context's options)
    """A page of a browser of its own."""
    page = browser.new_context(base_url=site, **{"viewport": {"width": 1280, "height": 900}, **look}).new_page()
    page.set_default_timeout(15_000)
    return page


def begin(page: Page, who: str, statement: str = "") -> None:
    """Say who reviews, from the queue of the navy's article; then go to a statement, where one is named."""
    page.goto(f"/review?{QUEUE}")
    page.fill("#who", who)
    press(page, "Enter")
    if statement:
        page.goto(f"/review/{NAVY}:{statement}?{QUEUE}")


def press(page: Page, *keys: str) -> None:
    """Press keys; the last of them leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def drag(page: Page, words: str) -> None:
    """Drag over words of the text, from within the first to within the last."""
    (x, y), (to_x, to_y) = page.evaluate(_DRAG, words)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to_x, to_y, steps=4)
    page.mouse.up()


def shown(ledger: Ledger, name: str) -> Statement:
    """A statement as it stands now, rejected or not."""
    return next(s for s in ledger.reading(NAVY, rejected=True).statements if s.id == name)


def at(page: Page) -> str:
    """The statement of the page."""
    return unquote(page.url).partition("/review/")[2].partition("?")[0]


def test_a_queue_is_worked_by_keyboard(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """Who reviews is asked once; accepting, rejecting, undoing, skipping and going back are one key each, a reason typed."""
    site, ledger = desk
    page = opened(browser, site)
    begin(page, "Ana Ruiz")
    assert at(page) == f"{NAVY}:s10"  # the one that the reader is least sure of
    press(page, "a")
    assert (at(page), shown(ledger, "s10").review.standing) == (f"{NAVY}:s7", "accepted")  # type: ignore[union-attr]
    assert page.locator(".just p").inner_text() == "Accepted. Ilse Varrenko: no evidence other than radar records"
    press(page, "u")
    assert (at(page), shown(ledger, "s10").review) == (f"{NAVY}:s10", None)
    page.keyboard.press("x")
    page.keyboard.type("nobody says this")
    press(page, "Enter")
    assert shown(ledger, "s10").review.standing == "rejected"  # type: ignore[union-attr]
    assert at(page) == f"{NAVY}:s7"
    press(page, "n")
    assert at(page) == f"{NAVY}:s1"
    press(page, "p")
    assert at(page) == f"{NAVY}:s7"
    made = [(r.verdict, r.who, r.why) for r in ledger.reviews]
    assert made == [
        ("accept", "Ana Ruiz", ""),
        ("withdraw", "Ana Ruiz", "taken back"),
        ("reject", "Ana Ruiz", "nobody says this"),
    ]


def test_every_field_is_corrected_by_keyboard(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """Stance, kind, who it is and the chain are put in with a reason; everything that was decided stands below."""
    site, ledger = desk
    page = opened(browser, site)
    begin(page, "Ana Ruiz", "s5")
    page.keyboard.press("s")
    page.keyboard.press("3")
    page.keyboard.press("k")
    page.keyboard.press("2")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("Ilse Varrenko")
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    page.keyboard.type("the outlet\nship's log\nIlse Varrenko")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")  # something is changed: now the reason
    page.keyboard.type("for the test")
    press(page, "Enter")
    new = shown(ledger, "s5")
    assert (new.stance, new.act, new.source.entity) == ("doubts", "belief", "e14")
    assert [(hop.outlet, hop.entity) for hop in new.chain] == [(True, None), (False, "e10"), (False, "e14")]
    page.goto(f"/review/{NAVY}:s5")
    told = page.locator(".trail .change").all_inner_texts()
    assert "stance: affirms → doubts" in told
    assert "act: statement → belief" in told
    assert "source.entity: e7 → e14 (Ilse Varrenko)" in told
    assert told[-1] == "Why: for the test"


def test_words_are_dragged_over(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """What is dragged over becomes whole words: who says it, the words that say so, what is said, in one piece or several."""
    site, ledger = desk
    page = opened(browser, site)
    begin(page, "Ana Ruiz", "s4")
    drag(page, "He said the men in the hospital")
    page.keyboard.press("w")
    drag(page, "have been injured in a brawl")
    page.keyboard.press("+")
    page.keyboard.press("c")
    drag(page, "might")  # the field waits for what is dragged over next
    drag(page, "his sailors")
    page.keyboard.press("o")
    assert page.input_value("#content") == "He said the men in the hospital\nhave been injured in a brawl"
    assert (page.input_value("#cue"), page.input_value("#source")) == ("might", "his sailors")
    page.keyboard.press("Escape")
    page.keyboard.press("y")
    page.keyboard.type("for the test")
    press(page, "Enter")
    new, text = shown(ledger, "s4"), ledger.article(NAVY).text
    assert [text[a:b] for a, b in new.content] == ["He said the men in the hospital", "have been injured in a brawl"]
    assert [text[a:b] for a, b in new.cue] == ["might"]
    assert new.source.text == "his sailors"


def test_somebody_is_told_from_a_namesake(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """Whom an article's entity is taken for across articles is decided and undone too, and not over one another's heads."""
    site, ledger = desk
    page, other = opened(browser, site), opened(browser, site)
    begin(page, "Ana Ruiz", "s4")
    begin(other, "Ben Okoro", "s4")
    assert page.locator(".across summary b").inner_text() == "Tomas Brekk"
    page.keyboard.press("t")
    page.keyboard.type("Tomas Brekk (navy)")
    page.keyboard.press("Tab")
    page.keyboard.type("another officer")
    press(page, "Enter")
    assert (at(page), ledger.reviews.taken_for(f"{NAVY}:e7")) == (f"{NAVY}:s4", "Tomas Brekk (navy)")
    other.keyboard.press("t")
    other.keyboard.type("Tom Brekk")
    other.keyboard.press("Tab")
    other.keyboard.type("the singer")
    press(other, "Enter")
    assert "Ana Ruiz split off this on " in other.locator(".overtaken").inner_text()
    assert ledger.reviews.taken_for(f"{NAVY}:e7") == "Tomas Brekk (navy)"
    assert page.locator(".trail .change").all_inner_texts() == ["name: Tomas Brekk → Tomas Brekk (navy)", "Why: another officer"]
    follow(page, page.locator(".trail .undo button"))
    assert (at(page), ledger.reviews.taken_for(f"{NAVY}:e7")) == (f"{NAVY}:s4", "Tomas Brekk")


def test_two_people_at_once(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """Who decides after somebody else had, unseen, is shown it; nothing is overwritten until they decide again."""
    site, ledger = desk
    ana, ben = opened(browser, site), opened(browser, site)
    begin(ana, "Ana Ruiz", "s7")
    begin(ben, "Ben Okoro", "s7")
    ana.keyboard.press("s")
    ana.keyboard.press("3")
    ana.keyboard.press("y")
    ana.keyboard.type("she only wonders")
    press(ana, "Enter")
    ben.keyboard.press("x")
    ben.keyboard.type("no statement")
    press(ben, "Enter")
    told = ben.locator(".overtaken").inner_text()
    assert told.startswith("Ana Ruiz corrected this on ")
    assert "Nothing was overwritten" in told
    assert "stance: affirms → doubts" in told
    assert "Why: she only wonders" in told
    assert "Yours was not taken: rejected; why: no statement." in told
    assert [r.who for r in ledger.reviews] == ["Ana Ruiz"]
    assert ben.locator("input[name=stance]:checked").input_value() == "doubts"
    assert ben.input_value("#why-reject") == "no statement"
    press(ben, "x", "Enter")
    assert shown(ledger, "s7").review.standing == "rejected"  # type: ignore[union-attr]
    assert ledger.reviews.conflicts() == []
    assert [(r.who, r.verdict) for r in ledger.reviews] == [("Ana Ruiz", "correct"), ("Ben Okoro", "reject")]
    # Another person's decision is undone with a reason.
    ana.goto(f"/review/{NAVY}:s7")
    ana.locator(".trail .undo input[name=why]").fill("it is one")
    press(ana, "Enter")
    assert shown(ledger, "s7").review.standing == "corrected"  # type: ignore[union-attr]


def test_plain_forms_do_it_without_scripts(browser: Browser, desk: tuple[str, Ledger]) -> None:
    """With scripts off every action is there: words are copied into the fields; what was typed is kept where it is wrong."""
    site, ledger = desk
    page = opened(browser, site, java_script_enabled=False)
    page.goto(f"/review?{QUEUE}&stance=affirms")
    page.fill("#who", "Ana Ruiz")
    follow(page, page.locator("text=Begin"))
    assert at(page) == f"{NAVY}:s7"
    assert not page.locator("kbd").first.is_visible()
    page.check("input[name=stance][value=denies]")
    page.fill("#content", "inventing the story\nof the  Geneva talks")
    page.fill("#why", "for the test")
    follow(page, page.locator("text=Save the correction"))
    sentence = "Content: the words 'of the Geneva talks' do not stand in the text; copy them from it, or mark them."
    assert page.locator(".wrong").inner_text() == sentence
    assert page.input_value("#content") == "inventing the story\nof the  Geneva talks"
    assert page.locator("input[name=stance]:checked").input_value() == "denies"
    page.fill("#content", "inventing the story\nbefore the  Geneva talks")
    page.fill("#source", "")
    follow(page, page.locator("text=Save the correction"))
    new, text = shown(ledger, "s7"), ledger.article(NAVY).text
    assert [text[a:b] for a, b in new.content] == ["inventing the story", "before the Geneva talks"]
    assert (new.stance, new.source.span) == ("denies", None)
    assert at(page) == f"{NAVY}:s9"
    follow(page, page.locator(".just button"))
    assert shown(ledger, "s7").review is None
    page.fill("#why-reject", "no statement")
    follow(page, page.locator("#reject button"))
    follow(page, page.locator("#accept button"))
    assert [r.verdict for r in ledger.reviews] == ["correct", "withdraw", "reject", "accept"]


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_everybody_can_use_it(browser: Browser, desk: tuple[str, Ledger], look: str) -> None:
    """The queue and a statement with its history are no wider than the window, and axe finds nothing in them."""
    from axe_playwright_python.sync_playwright import Axe

    site, ledger = desk
    ledger.review("correct", f"{NAVY}:s7", changes={"stance": "denies"}, who="Ben Okoro", why="for the test")
    page = opened(browser, site, **LOOKS[look])
    begin(page, "Ana Ruiz")
    for address in (f"/review?{QUEUE}", f"/review/{NAVY}:s7?{QUEUE}", "/review?words=zeppelin&by=&stance=perhaps"):
        page.goto(address)
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
        assert [f"{v['id']}: {v['nodes'][0]['html']}" for v in Axe().run(page).response["violations"]] == []
