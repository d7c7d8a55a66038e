"""The page of an article in a real browser: words and notes belong together, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
import pytest

from allegedly.ledger import Ledger
from allegedly.model import Article, Reader, Reading, Source, Statement, Voice, article_id
from allegedly.web import app
from tests.ledger.conftest import stored
from tests.web.following import follow
from tests.web.server import running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page of a wide browser."""
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 900}, java_script_enabled=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Browser, site: str) -> Iterator[Page]:
    """The same, with scripts."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def article(ids: dict[str, str], statement: str = "") -> str:
    """The address of the article, or of a statement in it."""
    return f"/article/{ids['article']}" + (f"#{statement}" if statement else "")


def test_a_note_opens_by_itself_alone(page: Page, ids: dict[str, str]) -> None:
    """A note that is clicked shows by which word, on what, how sure; another one closes it. No script is needed."""
    page.goto(article(ids))
    first, second = page.locator("#n3"), page.locator("#n9")
    assert not first.locator("dl").is_visible()
    first.locator("summary").click()
    assert "“told”" in first.locator("dl").inner_text()
    assert "a news conference" in first.locator("dl").inner_text()
    second.locator("summary").click()
    assert second.locator("dl").is_visible()
    assert not first.locator("dl").is_visible()


def test_an_address_leads_to_the_words(page: Page, ids: dict[str, str]) -> None:
    """The address of a statement shows its words marked, in the window."""
    page.goto(article(ids, "s3"))
    words = page.locator("#s3")
    assert words.inner_text() == '"No shot was fired at any boat,"'
    box = words.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 800
    assert words.evaluate("e => e.matches(':target')")


def test_layers_are_shown_and_hidden(page: Page, ids: dict[str, str]) -> None:
    """Each kind of mark is shown where it is asked for, without a script; the lines of statements at first, the others not."""
    page.goto(article(ids))
    line = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator("#s3").evaluate(line) == "underline"
    page.uncheck("#show-said")
    assert page.locator("#s3").evaluate(line) == "none"
    mark, ground = page.locator(".text .plc").first, "e => getComputedStyle(e).backgroundColor"
    assert mark.evaluate(ground) == "rgba(0, 0, 0, 0)"
    page.check("#show-plc")
    assert mark.evaluate(ground) != "rgba(0, 0, 0, 0)"


def test_stance_is_a_shape_and_nesting_is_seen(page: Page, ids: dict[str, str]) -> None:
    """A denial has a double line, a doubt a wave; the line of a nested statement is nearer to its words than the outer one's."""
    page.goto(article(ids))
    style = "e => getComputedStyle(e).textDecorationStyle"
    assert page.locator(".text .said.denies").first.evaluate(style) == "double"
    assert page.locator(".text .said.doubts").first.evaluate(style) == "wavy"
    offset = "e => parseFloat(getComputedStyle(e).textUnderlineOffset)"
    outer, inner = page.locator("#s1").evaluate(offset), page.locator("#s2").evaluate(offset)
    assert inner < outer
    assert page.locator("#s1 #s2").count() == 1
    assert page.locator("#n2").evaluate("e => parseFloat(getComputedStyle(e).marginLeft)") > 0


def test_pointing_at_words_shows_their_note(scripted: Page, ids: dict[str, str]) -> None:
    """With scripts: pointing at words lights all of them and shows their note for as long as they are pointed at."""
    scripted.goto(article(ids))
    scripted.locator("#s3").hover()
    assert scripted.locator(".lit").count() == 3
    assert "lit" in (scripted.locator("#n3").get_attribute("class") or "")
    scripted.locator("#n3 dl").wait_for(state="visible")
    scripted.locator("h1").hover()
    scripted.locator("#n3 dl").wait_for(state="hidden")
    assert scripted.locator(".lit").count() == 0


def test_a_click_keeps_a_note_open(scripted: Page, ids: dict[str, str]) -> None:
    """A note that was clicked, by its words or its head, stays while others are pointed at; a click or Escape closes it."""
    scripted.goto(article(ids))
    scripted.locator("#s3").click()
    scripted.locator("#s9").hover()
    scripted.wait_for_timeout(400)
    assert scripted.locator("#n3 dl").is_visible()
    scripted.locator("#n9 summary").click()
    assert scripted.locator("#n9 dl").is_visible()
    assert not scripted.locator("#n3 dl").is_visible()
    scripted.locator("#n9 summary").click()
    assert scripted.locator(".voice[open]").count() == 0
    scripted.locator("#s3").click()
    scripted.keyboard.press("Escape")
    assert scripted.locator(".voice[open]").count() == 0


def test_focus_shows_a_note(scripted: Page, ids: dict[str, str]) -> None:
    """Who goes through the page with the tabulator key sees the note of each voice in turn."""
    scripted.goto(article(ids))
    scripted.locator("#show-amt").focus()
    scripted.keyboard.press("Tab")
    assert scripted.evaluate("document.activeElement.parentElement.id") == "n1"
    assert scripted.locator("#n1 dl").is_visible()
    while scripted.evaluate("document.activeElement.parentElement.id") != "n2":
        scripted.keyboard.press("Tab")
    assert scripted.locator("#n2 dl").is_visible()
    assert not scripted.locator("#n1 dl").is_visible()


def test_a_note_leads_to_its_voice_and_to_its_review(page: Page, ids: dict[str, str]) -> None:
    """From a note: all that the voice says, and the page on which the statement is reviewed; back is where one was."""
    page.goto(article(ids, "s3"))
    note = page.locator("#n3")
    if not note.locator("dl").is_visible():
        note.locator("summary").click()
    follow(page, note.get_by_role("link", name="all that they say"))
    assert page.locator("h1").inner_text() == "Tomas Brekk"
    page.go_back()
    if not note.locator("dl").is_visible():
        note.locator("summary").click()
    follow(page, note.get_by_role("link", name="review"))
    assert page.url.endswith(f"/review/{ids['article']}:s3")
    assert "No shot was fired at any boat" in page.locator("main").inner_text()


def test_keys_go_from_voice_to_voice(scripted: Page, ids: dict[str, str]) -> None:
    """``j`` and ``k`` open the next note and the one before, with the focus on it; a slash goes to the search field."""
    scripted.goto(article(ids))
    focused = "document.activeElement.closest('details')?.id"
    seen = []
    for key in "jjk":
        scripted.keyboard.press(key)
        seen.append(scripted.evaluate(focused))
    assert seen == ["n1", "n2", "n1"]
    assert scripted.locator(".voice[open]").count() == 1
    scripted.keyboard.press("/")
    assert scripted.evaluate("document.activeElement.name") == "words"


def test_an_address_with_a_statement_opens_its_note(scripted: Page, ids: dict[str, str]) -> None:
    """With scripts the note of the statement in the address is open; going back closes nothing that is wanted."""
    scripted.goto(article(ids, "s3"))
    assert scripted.locator("#n3 dl").is_visible()
    follow(scripted, scripted.locator("#n3").get_by_role("link", name="Marenia"))
    assert scripted.url.endswith("#s2")
    assert scripted.locator("#n2 dl").is_visible()
    scripted.go_back()
    assert scripted.url.endswith("#s3")
    assert scripted.locator("#n3 dl").is_visible()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a long article on a server of its own."""
    many = 2_000
    text = "He said that it rained all over the coast road.\n\n" * many
    bare = Article(id="", text=text, title="Rain")
    made = Reading(
        article=msgspec.structs.replace(bare, id=article_id(bare)),
        statements=tuple(
            Statement(
                id=f"s{i + 1}",
                mode="indirect",
                act="statement",
                stance="affirms",
                source=Source(),
                cue=((49 * i + 3, 49 * i + 7),),
                content=((49 * i + 8, 49 * i + 46),),
                chain=(Voice(outlet=True),),
                confidence=0.9,
            )
            for i in range(many)
        ),
        reader=Reader(name="test", version="0", pipeline="none"),
    )
    path = tmp_path_factory.mktemp("long") / "long.ledger"
    with Ledger(path, make=True) as ledger:
        stored(ledger, [made])
    with running(app(path, read_only=True)) as site:
        yield f"{site}/article/{made.article.id.removeprefix('sha256:')[:12]}"


def test_a_long_article_comes_in_parts(browser: Browser, long: str) -> None:
    """Parts of a long text are light and lead to one another; an address leads to the words in whichever part, also by its id."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    answer = page.goto(long)
    assert answer is not None
    assert len(answer.body()) < 300_000
    assert page.locator("#s1").count() == 1
    assert page.locator("#s1900").count() == 0
    for address in (f"{long}#s1900", f"{long}:s1900"):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_url("**/article/*?portion=*#s1900")
        assert page.locator("#s1900").inner_text() == "that it rained all over the coast road"
    follow(page, page.locator(".portions a").first)
    assert page.locator("#s1").count() == 1
    page.close()


def test_a_claim_leads_to_the_words_and_back(page: Page, ids: dict[str, str]) -> None:
    """From a claim to the words that deny it in their article; the back button leads back."""
    page.goto(f"/claim/{ids['claim']}")
    follow(page, page.locator(f".side.against blockquote a[href$='{ids['article']}#s1']"))
    assert page.url.endswith(f"{ids['article']}#s1")
    page.go_back()
    assert page.url.endswith(ids["claim"])


def test_what_is_asked_is_in_the_address_and_can_be_taken_away(page: Page) -> None:
    """A search is sent as an address; each condition is a chip that takes it away."""
    page.goto("/")
    page.fill("#words", "trawler")
    page.locator(".filters summary").click()
    page.fill("input[name=by]", "Varrenko")
    page.select_option("select[name=stance]", "affirms")
    follow(page, page.locator(".filters button"))
    assert page.url.partition("/find?")[2] == "words=trawler&by=Varrenko&stance=affirms"
    assert [" ".join(chip.split()) for chip in page.locator(".chips li").all_inner_texts()] == [
        "words trawler × , take this away",
        "said by Varrenko × , take this away",
        "stance affirms × , take this away",
    ]
    assert page.locator(".found").count() >= 1
    follow(page, page.locator(".chips a").nth(1))
    assert page.url.partition("/find?")[2] == "words=trawler&stance=affirms"
    assert page.locator(".chips li").count() == 2


def test_a_page_prints_as_a_record(scripted: Page, ids: dict[str, str]) -> None:
    """On paper an article has its hash, when it came, who read it and the address of the page; its notes are open."""
    scripted.goto(article(ids))
    scripted.emulate_media(media="print")
    record = scripted.locator(".record").inner_text()
    assert "sha256:" in record
    assert "examples" in record
    assert "allegedly" in record
    assert f"/article/{ids['article']}" in record
    assert not scripted.locator(".top nav").is_visible()
    assert scripted.locator("#n3 dl").is_visible()
