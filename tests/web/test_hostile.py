"""A ledger of articles that attack whoever looks at them: nothing of them runs, nothing is asked elsewhere, no page fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allegedly.ledger import Ledger
from allegedly.web import app
from tests.web.server import running
from tests.web.test_guard import asked

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCRIPT = "<script>document.title='owned'</script>"
IMAGE = '"><img src=x onerror="document.title=\'owned\'">'
OVERRIDE = "\u202eevil\u2066\u200b\u0007"
ARTICLES = [
    {
        "title": f"Mayor {SCRIPT} denies {IMAGE}",
        "outlet": f"The {SCRIPT} Post",
        "byline": IMAGE,
        "url": "javascript:document.title='owned'",
        "published": "2025-03-12",
        "text": f"Mayor Ana{SCRIPT} Ruiz said that the bridge is {IMAGE} closed. “{SCRIPT},” said Lena Marsk.\n\n"
        f"The {OVERRIDE} company denied that the bridge is closed.\n",
    },
    {
        "title": f"{OVERRIDE} Bridge",
        "outlet": "'; DROP TABLE articles; --",
        "url": "data:text/html,<script>1</script>",
        "published": "2025-03-13",
        "text": f"The {SCRIPT} terrorists and the regime {OVERRIDE} lied, the mayor said. "
        f"“The bridge is closed,” the mayor of {{{{ 7919 * 7907 }}}} Oster{OVERRIDE} said. "
        "قال المتحدث إن الجسر مغلق. The firm denied that the bridge is closed.\n",
    },
    {"title": "Long " + "Name" * 20_000, "outlet": "Word" * 5_000, "text": "Mayor " + "Ana" * 9_000 + " said that it is shut."},
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = folder / f"articles{SCRIPT.replace('/', '')}.jsonl"
    lines.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    (folder / "<img src=x>.txt").write_bytes(b"\0\1\2\3")
    with Ledger(folder / "hostile.ledger", make=True) as ledger:
        ledger.add([lines, folder / "<img src=x>.txt"], reader="rules", force=True)
        ledger.weigh()
    return folder / "hostile.ledger"


@pytest.fixture(scope="module")
def site(hostile: Path) -> Iterator[str]:
    """Its server."""
    with running(app(hostile, read_only=True)) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(hostile: Path) -> list[str]:
    """Every page that the ledger has, and pages that are asked for what its articles say."""
    with Ledger(hostile) as ledger:
        articles = [reading.article.id.removeprefix("sha256:")[:12] for reading in ledger]
        names = [e.name for reading in ledger for e in reading.entities] + [str(a["outlet"])[:500] for a in ARTICLES]
        claims = [claim.id for claim in ledger.claims("bridge")]
        called = ledger.labelled(limit=20)
    assert called
    found = ["/", "/find", "/claims", "/claims?words=bridge", "/who", "/outlets", "/intake", "/intake?which=all"]
    found += [f"/article/{name}" for name in articles] + [f"/article/{name}/versions" for name in articles]
    found += [f"/claim/{name}" for name in claims]
    found += [f"/who?name={quote(name[:500])}" for name in dict.fromkeys(names)]
    found += [f"/{page}?{urlencode({'words': x, 'by': x, 'name': x})}" for page in ("find", "who") for x in (SCRIPT, IMAGE)]
    found += ["/labels", "/labels?across=speaker", "/labels?across=time", "/api", "/timeline"]
    found += [f"/timeline?{urlencode({'when': x, 'at': x, 'words': x})}" for x in (SCRIPT, IMAGE, OVERRIDE, "2025")]
    found += [f"/labels?{urlencode({'label': label.text})}" for label in called]
    found += [f"/labels?{urlencode({name: x, 'label': x})}" for name in ("of", "by", "outlet") for x in (SCRIPT, OVERRIDE)]
    return found


def test_no_page_fails_and_none_has_markup_of_an_article(site: str, addresses: list[str]) -> None:
    """Every page is there; no tag, no script address and no mark of direction comes out of an article."""
    assert len(addresses) > 12
    for address in addresses:
        status, text, _ = asked(site, address)
        assert status == 200, address
        assert "<script>" not in text
        assert "<img" not in text
        assert 'href="javascript' not in text
        assert 'href="data:' not in text
        assert not {"\u202e", "\u2066", "\u200b", "\u0007"} & set(text), address
        # A template in an article is not worked out.
        assert "62615533" not in text
        assert len(text) < 300_000, address


def test_nothing_of_an_article_runs(browser: Browser, site: str, addresses: list[str]) -> None:
    """In a real browser no title changes, nothing is asked elsewhere, and no rule of the page is broken."""
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda sent: sent.url.startswith(site) or wrong.append(sent.url))
    page.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    for address in addresses:
        page.goto(site + address)
        assert page.title() != "owned", address
        assert page.locator("script:not([src])").count() == 0
    context.close()
    assert wrong == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.sampled_from(("find", "claims", "who", "labels", "timeline")),
    st.dictionaries(
        st.sampled_from(
            (
                "words",
                "by",
                "about",
                "stance",
                "since",
                "outlet",
                "min_confidence",
                "skip",
                "sort",
                "name",
                "n",
                "place",
                "label",
                "of",
                "month",
                "across",
            )
        ),
        st.one_of(
            st.text(max_size=40), st.sampled_from(('"', "NOT", "(((", "*", "a* OR", "-1", "9" * 30, "١٢", "\x02\x03", "\ud800"))
        ),
        max_size=4,
    ),
)
def test_whatever_is_asked_is_answered(site: str, page: str, query: dict[str, str]) -> None:
    """No question makes the server fail."""
    assert asked(site, f"/{page}?{urlencode(query, errors='surrogatepass')}")[0] in (200, 303)


@pytest.mark.parametrize(
    "path",
    [
        "/article/zz",
        "/article/0000",
        "/article/%00",
        "/article/%F0%9F%98%80",
        "/claim/c",
        "/claim/%27",
        "/article/0000/versions",
        "/..",
    ],
)
def test_what_is_not_there_is_told(site: str, path: str) -> None:
    """A wrong address is answered with a page that says so, without a path of this machine."""
    status, text, _ = asked(site, path)
    assert status == 404
    assert "Not " in text
    assert "hostile.ledger:" not in text
