"""Feeds: an article for each entry that has its text, from its page where it may be fetched, a sentence where not."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.errors import Refused
from allegedly.intake.feeds import FORMAT
from allegedly.intake.formats import format_of
from allegedly.intake.stream import Input
from tests.intake.server import Site
from tests.intake.test_html import ONE, PAGE, TWO

HTML = PAGE.replace("CHARSET", "utf-8")
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lantern-feed.xml"
TEASER = "The ferry had been overloaded, the coast guard said."
SUMMARY = "holds only a summary; --fetch fetches its page, and so does naming the feed's own web address"
NOTHING = "holds no text; --fetch fetches its page, and so does naming the feed's own web address"


def rss(*items: str, head: str = '<?xml version="1.0"?>') -> str:
    """An RSS feed with these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'{head}<rss version="2.0" {spaces}><channel><title>Odra Times</title>{inner}</channel></rss>'


def full(html: str) -> str:
    """An item's full text."""
    return f"<content:encoded>{escape(html)}</content:encoded>"


ITEM = (
    "<title>Ferry was &amp;quot;overloaded&amp;quot;</title><link>https://odra.example/ferry</link><guid>odra-1</guid>"
    "<pubDate>Thu, 06 May 2021 23:30:00 -0800</pubDate><dc:creator>Ada Wren</dc:creator>"
)
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Odra Times</title>
<entry><title>Ferry</title><link href="/ferry"/><id>tag:odra.example,2021:1</id><updated>2021-05-06T23:30:00Z</updated>
<author><name>Ada Wren</name></author><author><name>Bo Lark</name></author><summary>{TEASER}</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div></content></entry></feed>
"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Odra Times</title></channel>
<item><title>Ferry</title><link>https://odra.example/ferry</link>{full(f"<p>{ONE}</p>")}</item></rdf:RDF>"""


def test_full_text(take: Callable[..., Any]) -> None:
    """The text of an entry keeps its paragraphs and loses its markup; what else is known is the feed's."""
    markup = f"<p>{ONE}</p><script>alert(1)</script>\n<p>{TWO}</p><figure>A boat</figure>"
    (article,) = take({"feed.rss": rss(ITEM + f"<description>{TEASER}</description>" + full(markup))}).articles
    assert article.text == f"{ONE}\n\n{TWO}"
    assert (article.title, article.byline, article.outlet) == ('Ferry was "overloaded"', "Ada Wren", "Odra Times")
    assert (article.published, article.url, article.key) == ("2021-05-06", "https://odra.example/ferry", "odra-1")


@pytest.mark.parametrize("name", ["a.xml", "a.atom", "a", "a.html", "a.txt"])
def test_by_what_it_holds(take: Callable[..., Any], name: str) -> None:
    """A feed is a feed whatever its name."""
    (article,) = take({name: ATOM}).articles
    assert article.text == f"{ONE}\n\n{TWO}"
    assert (article.byline, article.published, article.key) == ("Ada Wren, Bo Lark", "2021-05-06", "tag:odra.example,2021:1")


@pytest.mark.parametrize("head", ['<?xml version="1.0"?>', "", "<!-- a feed --> <!DOCTYPE rss [<!ENTITY a 'b'>]>\n", "\ufeff"])
def test_what_stands_before_it(take: Callable[..., Any], head: str) -> None:
    """Declarations, comments and document types before the first tag do not hide a feed."""
    assert len(take({"a": rss(ITEM + full(f"<p>{ONE}</p>"), head=head)}).articles) == 1


def test_rdf_and_encodings(take: Callable[..., Any]) -> None:
    """RDF feeds are read; so are feeds in the encoding that they declare."""
    assert [a.text for a in take({"a.rdf": RDF}).articles] == [ONE]
    latin = rss(ITEM + full("<p>The café said no to it.</p>"), head='<?xml version="1.0" encoding="iso-8859-1"?>')
    assert [a.text for a in take({"a.rss": latin.encode("latin-1")}).articles] == ["The café said no to it."]
    wide = latin.replace("iso-8859-1", "utf-16").encode("utf-16")
    assert [a.text for a in take({"a.rss": wide}).articles] == ["The café said no to it."]


def test_a_long_description(take: Callable[..., Any]) -> None:
    """A description as long as an article is the article."""
    long = f"<p>{ONE}</p>" * 9
    assert len(take({"a.rss": rss(f"{ITEM}<description>{escape(long)}</description>")}).articles) == 1


@pytest.mark.parametrize(
    "item",
    [
        f"<description>{TEASER}</description>",
        full(f"<p>{TEASER} […]</p>"),
        full(f"<p>{TEASER}&hellip;</p>"),
        full(f"<p>{TEASER} [&#8230;]</p><p>The post <a>Ferry</a> appeared first on <a>Odra Times</a>.</p>"),
        full(f'<p>{TEASER}</p><p><a href="/ferry">Continue reading <em>Ferry</em> →</a></p>'),
        full(f"<p>{TEASER}</p><p>Read more »</p>"),
        "<description>" + escape(f"<p>{ONE}</p>" * 9) + "…</description>",
    ],
)
def test_only_a_summary(take: Callable[..., Any], item: str) -> None:
    """An entry that goes on elsewhere is refused with what to do; the others are read."""
    taken = take({"feed.rss": rss(ITEM + item, ITEM + full(f"<p>{ONE}</p>"))})
    assert taken.refused == [f"feed.rss entry 1: {SUMMARY}"]
    assert [a.text for a in taken.articles] == [ONE]


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        (rss(), "a.rss: is a feed without an entry; give a feed with articles in it"),
        ("<rss", "a.rss: is no feed that is known; give a feed with articles in it"),
        (rss("<title>a</title>"), "a.rss entry 1: holds no text, and no link to a page; save its page and give the file"),
        (rss("<link>https://odra.example/1</link>"), f"a.rss entry 1: {NOTHING}"),
    ],
)
def test_what_is_refused(take: Callable[..., Any], feed: str, message: str) -> None:
    """Feeds and entries without a text are refused with what to do."""
    assert take({"a.rss": feed}).refused == [message]


def test_a_feed_that_is_not_well_formed(take: Callable[..., Any]) -> None:
    """A feed that breaks the rules of XML is read as far as it goes, with a note."""
    broken = rss(ITEM + full(f"<p>{ONE}</p>"), "<title>AT&T</title>").replace("</channel></rss>", "")
    taken = take({"a.rss": broken})
    assert [a.text for a in taken.articles] == [ONE]
    assert taken.warned == ["a.rss: is not well-formed XML, and is read as far as it can be understood"]


def test_bombs_and_entities(take: Callable[..., Any], tmp_path: Path) -> None:
    """Entities that multiply are not expanded, and files that entities name are not opened."""
    (tmp_path / "secret").write_text("SECRET")
    lines = "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    bomb = f"<!DOCTYPE rss [<!ENTITY a '{'a' * 10}'>{lines}<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>"
    begun = time.monotonic()
    taken = take({"a.rss": rss(ITEM + "<content:encoded>It said no. &j; &x; And so on.</content:encoded>", head=bomb)})
    assert time.monotonic() - begun < 5
    for article in taken.articles:
        assert len(article.text) < 1000
        assert "SECRET" not in article.text


def test_a_feed_of_nothing_but_tags(take: Callable[..., Any]) -> None:
    """A feed with more tags than any feed has is refused before it is taken apart."""
    refused = "a.rss: has more than 100,000 tags, too many for a feed; cut it into parts"
    assert take({"a.rss": rss(full("<b>") * 70_000)}).refused == [refused]


def test_a_feed_that_is_fetched(take: Callable[..., Any], site: Site) -> None:
    """Of a feed that was fetched, the pages behind its summaries are fetched too; what fails is told, the rest is read."""
    site.page("/ferry", HTML)
    items = [f"<title>Ferry</title><link>/ferry</link><guid>1</guid><description>{TEASER}</description>", "<link>/gone</link>"]
    url = site.page("/feed", rss(*items, ITEM + full("<p>It said no.</p>")), "application/rss+xml")
    taken = take({}, [url], allow_private=True)
    assert [a.text for a in taken.articles] == [f"{ONE}\n\n{TWO}", "It said no."]
    first = taken.articles[0]
    assert (first.title, first.key, first.url) == ("Ferry was overloaded", "1", site.url("/ferry"))
    assert taken.refused == [f"{url} entry 2 › {site.url('/gone')}: is not there (status 404); check the address"]
    assert site.paths == ["/feed", "/ferry", "/gone"]


def test_what_the_page_does_not_say(take: Callable[..., Any], site: Site) -> None:
    """Day and author that a page does not give are the feed's."""
    site.page("/plain", f"<html><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>")
    item = "<title>Ferry</title><link>/plain</link><pubDate>2021-05-06</pubDate><author>Ada Wren</author>"
    (article,) = take({}, [site.page("/feed", rss(item), "text/xml")], allow_private=True).articles
    assert (article.title, article.published, article.byline, article.outlet) == ("Ferry", "2021-05-06", "Ada Wren", "Odra Times")


def test_a_link_to_what_is_no_page(take: Callable[..., Any], site: Site) -> None:
    """A link to something else is not taken for an article."""
    link = site.page("/a", "%PDF-1.7", "application/pdf")
    url = site.page("/feed", rss(f"<link>{link}</link>"), "text/xml")
    refused = f"{url} entry 1 › {link}: is no web page; name it yourself if it is an article"
    assert take({}, [url], allow_private=True).refused == [refused]


def test_a_file_fetches_only_where_it_is_told_to(take: Callable[..., Any], site: Site) -> None:
    """A feed in a file touches no network by itself; with leave its pages are fetched, but none of this machine."""
    feed = {"a.rss": rss(f"<link>{site.page('/ferry', HTML)}</link>")}
    assert take(feed, allow_private=True).refused == [f"a.rss entry 1: {NOTHING}"]
    (refused,) = take(feed, fetch=True).refused
    assert "--allow-private fetches it all the same" in refused
    assert site.asked == []
    assert len(take(feed, fetch=True, allow_private=True).articles) == 1


OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="News">
<outline type="rss" xmlUrl="{0}"/><outline type="rss" xmlURL="{1}"/><outline text="again" xmlUrl="{0}"/></outline></body>
</opml>"""


def test_a_list_of_feeds(take: Callable[..., Any], site: Site) -> None:
    """The feeds of a list are fetched, each once, where a person says so; by itself a list fetches nothing."""
    one = site.page("/1", rss(ITEM + full("<p>It said no.</p>")), "text/xml")
    files = {"mine.opml": OPML.format(one, site.url("/2"))}
    refused = "mine.opml: lists 2 feeds, and a list alone fetches nothing; --fetch fetches them"
    assert take(files, allow_private=True).refused == [refused]
    assert site.asked == []
    taken = take(files, fetch=True, allow_private=True)
    assert [a.text for a in taken.articles] == ["It said no."]
    assert taken.refused == [f"{site.url('/2')}: is not there (status 404); check the address"]
    assert site.paths == ["/1", "/2"]


def test_a_list_of_feeds_on_the_web(take: Callable[..., Any], site: Site) -> None:
    """A list that was fetched fetches nothing by itself either."""
    url = site.page("/mine", OPML.format(site.url("/1"), site.url("/2")), "text/x-opml")
    refused = f"{url}: lists 2 feeds, and a list alone fetches nothing; --fetch fetches them"
    assert take({}, [url], allow_private=True).refused == [refused]
    assert site.paths == ["/mine"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<opml></opml>", "a.opml: is a list of feeds without a feed in it; export it again"),
        ("<opml", "a.opml: is a list of feeds without a feed in it; export it again"),
        (
            '<!DOCTYPE opml [<!ENTITY a "b">]><opml><outline xmlUrl="&a;"/></opml>',
            "a.opml: lists 1 feed, and a list alone fetches nothing; --fetch fetches them",
        ),
    ],
)
def test_lists_that_are_none(take: Callable[..., Any], data: str, message: str) -> None:
    """A list without a feed says so."""
    assert take({"a.opml": data}).refused == [message]


def test_the_example(take: Callable[..., Any]) -> None:
    """The example feed has two articles in full."""
    found = take({}, [str(EXAMPLE)]).articles
    assert [(a.outlet, a.published, a.byline, a.key) for a in found] == [
        ("The Quay Lantern", "2025-04-08", "Britta Olm", "lantern-2025-0411"),
        ("The Quay Lantern", "2025-04-07", "Jonas Feld", "lantern-2025-0409"),
    ]


_PIECES = st.sampled_from(
    [
        *[
            "<rss>",
            "<channel>",
            "<item>",
            "</item>",
            "<entry>",
            "<feed>",
            "<link>",
            "<description>",
            "<content:encoded>",
            "<opml>",
        ],
        *["<![CDATA[", "]]>", "<!--", "<!DOCTYPE x [", "<!ENTITY a '&a;'>", "&a;", "&#0;", "&#xffff;", "&lt;p&gt;", "<pubDate>"],
        *[
            "2021-99-99",
            "<outline xmlUrl='x'/>",
            "http://[",
            "\0",
            "\ud800",
            "<a:b xmlns:a='x'>",
            'xml:base="::"',
            "<?xml encoding='hz'?>",
        ],
    ]
)


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from([rss(ITEM + full(f"<p>{ONE}</p>")), ATOM, RDF, OPML]),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 30), _PIECES | st.text(max_size=8)), max_size=6),
    st.sampled_from(["a.rss", "a.opml", "a.xml"]),
)
def test_any_damage(feed: str, changes: list[tuple[int, int, str]], name: str) -> None:
    """Whatever is damaged in a feed, articles, notes and refusals come of it, each refusal one sentence, in bounded time."""
    for at, length, piece in changes:
        feed = feed[:at] + piece + feed[at + length :]
    begun = time.monotonic()
    found: list[Any] = []
    for kind in (None, FORMAT):
        try:
            source = Input(name, io.BytesIO(feed.encode("utf-8", "surrogatepass")), filename=name, characters=10_000)
            found += (kind or format_of(source)).read(source)
        except Refused as refused:
            found.append(refused)
    for item in found:
        if isinstance(item, Refused):
            assert str(item).startswith(name)
            assert "; " in item.reason
    assert time.monotonic() - begun < 10
