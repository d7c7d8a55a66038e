"""The network of one article: what joins whom, drawn so that it can be read, opened by the programs that its users use."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import allegedly
from allegedly.errors import BadNetwork
from allegedly.model import (
    Article,
    Entity,
    Happening,
    HappeningMention,
    Participant,
    Reader,
    Reading,
    Source,
    Statement,
    Tie,
    Voice,
    article_id,
    check,
)
from allegedly.publishing.network import Network, passing
from allegedly.publishing.network.drawing import MOST_EDGES, MOST_NODES, draw
from allegedly.publishing.network.layout import place

TEXT = "Latvia funds the Red Front, Tom Vale said. Ana Ruiz denied it. Vale, the Front’s leader, plans an attack on Riga."
NAMES = {"e1": ("Latvia", "state"), "e2": ("Red Front", "organisation"), "e3": ("Tom Vale", "person"),
         "e4": ("Ana Ruiz", "person"), "e5": ("Riga", "place")}  # fmt: skip
KEY = "{http://graphml.graphdrawing.org/xmlns}"


def span(words: str) -> tuple[int, int]:
    """Where the words stand first."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def tree(text: str) -> ET.Element:
    """A written document, parsed."""
    return ET.fromstring(text)  # noqa: S314 (what we wrote ourselves)


def statement(name: str, source: str, entity: str, content: str, **more: object) -> Statement:
    """A statement by its words."""
    return Statement(
        id=name,
        mode="indirect",
        act="statement",
        source=Source(span=span(source), text=source, entity=entity, kind="person"),
        content=(span(content),),
        chain=(Voice(outlet=True),),
        confidence=0.9,
        **{"stance": "affirms", **more},  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def reading() -> Reading:
    """A small reading with a tie that is denied, one in the outlet's voice, and a planned attack."""
    article = Article(id="", text=TEXT, title="Money for the Front", outlet="The Oster Mail")
    mention = HappeningMention(
        span=span("attack"),
        text="attack",
        statement=None,
        status="planned",
        polarity="positive",
        certainty="certain",
        confidence=0.8,
    )
    parts = (
        Participant(role="actor", entity="e3", span=span("Vale, the"), text="Vale, the"),
        Participant(role="target", entity="e5", span=span("Riga"), text="Riga"),
    )
    tie = Tie(
        id="r1", kind="funds", of="e1", to="e2", span=span("funds"), text="funds", statement="s1", use="applied", confidence=0.75
    )
    leads = Tie(
        id="r2",
        kind="leads",
        of="e3",
        to="e2",
        span=span("leader"),
        text="leader",
        statement=None,
        use="applied",
        confidence=0.85,
    )
    return check(
        Reading(
            article=Article(id=article_id(article), text=TEXT, title=article.title, outlet=article.outlet),
            entities=tuple(
                Entity(id=name, kind=kind, name=words, mentions=(span(words),))  # type: ignore[arg-type]
                for name, (words, kind) in NAMES.items()
            ),
            statements=(
                statement("s1", "Tom Vale", "e3", "Latvia funds the Red Front"),
                statement("s2", "Ana Ruiz", "e4", "it", stance="denies", answers=("s1",)),
            ),
            happenings=(Happening(id="h1", type="assault", mentions=(mention,), participants=parts, confidence=0.8),),
            ties=(tie, leads),
            reader=Reader(name="test", version="0", pipeline="none"),
        )
    )


def test_edges(reading: Reading) -> None:
    """Ties and happenings are edges, with their voices, who denies them, and what is said to have become of them."""
    network = allegedly.network(reading)
    assert repr(network) == "<Network: 4 entities, 3 edges>"
    assert [(e.of, e.label, e.to, e.status, e.voices, e.denied_by, e.open) for e in network.edges] == [
        ("e1", "funds", "e2", "applied", ("Tom Vale",), ("Ana Ruiz",), False),
        ("e3", "leads", "e2", "applied", ("The Oster Mail",), (), False),
        ("e3", "attack", "e5", "planned", ("The Oster Mail",), (), True),
    ]
    said = network.edges[0].sayings[0]
    assert (said.before, said.words, said.after) == ("Latvia", "funds", "the Red Front, Tom Vale said.")


def test_graphml(reading: Reading) -> None:
    """Nodes and edges carry what is known of them, each value by a declared key of the right type."""
    root = tree(allegedly.network(reading).to_graphml())
    keys = {key.attrib["id"]: (key.attrib["for"], key.attrib["attr.name"]) for key in root.iter(f"{KEY}key")}
    assert len(keys) == len(root.findall(f"{KEY}key"))
    for element in root.iter():
        for data in element.findall(f"{KEY}data"):
            assert keys[data.attrib["key"]][0] == element.tag.removeprefix(KEY)
    nodes = {node.attrib["id"] for node in root.iter(f"{KEY}node")}
    edges = list(root.iter(f"{KEY}edge"))
    assert nodes == {"e1", "e2", "e3", "e5"}
    assert [(e.attrib["source"], e.attrib["target"]) for e in edges] == [("e1", "e2"), ("e3", "e2"), ("e3", "e5")]
    first = {keys[data.attrib["key"]][1]: data.text for data in edges[0]}
    assert (first["kind"], first["denied"], first["denied_by"], first["voices"]) == ("funds", "true", "Ana Ruiz", "Tom Vale")
    assert first["words"] == "Latvia funds the Red Front, Tom Vale said."


class _Links(HTMLParser):
    """Every address that a page names, every id, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links |= {value for name, value in attrs if name in ("href", "src", "xlink:href", "action") and value}


@pytest.mark.parametrize("form", ["to_svg", "to_html"])
def test_each_edge_opens_its_words(reading: Reading, form: str) -> None:
    """A line's words are a link within the file to what says it; nothing else is linked, loaded or run, and ids are unique."""
    text = getattr(allegedly.network(reading), form)()
    page = _Links()
    page.feed(text)
    assert {"#tie1", "#tie2", "#h1.1"} <= page.links
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    assert len(page.ids) == len(set(page.ids))
    assert page.tags.isdisjoint({"script", "img", "image", "iframe", "object", "link", "foreignobject"})
    assert "url(" not in text.replace("url(#", "")
    assert "denied by Ana Ruiz" in text


def test_svg_is_xml(reading: Reading) -> None:
    """The picture is well-formed, and draws what is denied, planned and over otherwise."""
    text = allegedly.network(reading).to_svg()
    root = tree(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    drawn = re.findall(r'<path class="([a-z ]+)" marker-end', text)
    assert drawn == ["tie denied", "tie", "happening open"]
    assert "✗ “funds”" in text


@pytest.mark.parametrize("form", ["to_svg", "to_html", "to_graphml"])
def test_hostile_words_stay_words(hostile: Reading, form: str) -> None:
    """Markup in names and titles is shown as it stands; no character steers; XML stays well-formed."""
    entities = hostile.entities
    ties = tuple(
        Tie(id=f"r{i}", kind="leads", of=a.id, to=b.id, span=a.mentions[0], text=hostile.article.text[slice(*a.mentions[0])],
            statement=None, use="applied", confidence=0.8)
        for i, (a, b) in enumerate(pairwise(entities), 1)
    )  # fmt: skip
    text = getattr(Network(msgspec.structs.replace(hostile, ties=ties)), form)()
    assert "<script" not in text
    assert "<b>\x1b" not in text
    assert "<h1>Owned" not in text
    assert {unicodedata.category(c) for c in text if c != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})
    if form != "to_html":
        tree(text)


def test_same_every_time(reading: Reading) -> None:
    """The same reading is drawn to the same bytes."""
    assert [Network(reading).to_svg(), Network(reading).to_html()] == [Network(reading).to_svg(), Network(reading).to_html()]


def test_nothing_to_draw(ordinary: Reading) -> None:
    """Where nothing joins any two, each format says so and is whole."""
    network = Network(msgspec.structs.replace(ordinary, ties=(), happenings=()))
    assert "joins no two of its entities" in network.to_html()
    assert "joins no two of its entities" in network.to_svg()
    tree(network.to_graphml())


def test_a_large_network_is_bounded(reading: Reading) -> None:
    """A picture has room for so much, and says how much it leaves out; the graph has all."""
    entities = tuple(Entity(id=f"e{i}", kind="person", name=f"Person {i}", mentions=((0, 6),)) for i in range(1, 301))
    ties = tuple(
        Tie(id=f"r{i}", kind="leads", of=f"e{i}", to=f"e{i % 300 + 1}", span=(0, 6), text="Latvia", statement=None, use="applied",
            confidence=0.8)
        for i in range(1, 301)
    )  # fmt: skip
    network = Network(msgspec.structs.replace(reading, entities=entities, ties=ties, statements=(), happenings=()))
    drawing = draw(network, lambda edge: f"#{edge.id}")
    assert len(drawing.edges) <= MOST_EDGES
    assert drawing.elements.count('class="node') <= MOST_NODES
    assert drawing.left_out == 300 - len(drawing.edges)
    assert f"{drawing.left_out} more in the GraphML" in network.to_html()
    assert network.to_graphml().count("<edge ") == 300


@given(
    st.lists(st.tuples(st.floats(20, 180), st.floats(16, 60)), min_size=1, max_size=24),
    st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=40),
)
@settings(deadline=None, max_examples=25)
def test_no_box_on_another(sizes: list[tuple[float, float]], joints: list[tuple[int, int]]) -> None:
    """Whatever is joined to whatever, no two boxes overlap, and the same boxes get the same places."""
    inner = [(a % len(sizes), b % len(sizes)) for a, b in joints if a % len(sizes) != b % len(sizes)]
    spots = place(sizes, inner)
    assert spots == place(sizes, inner)
    for i, (x, y) in enumerate(spots):
        for j in range(i):
            apart_x = abs(x - spots[j][0]) - (sizes[i][0] + sizes[j][0]) / 2
            apart_y = abs(y - spots[j][1]) - (sizes[i][1] + sizes[j][1]) / 2
            assert max(apart_x, apart_y) > -1.0


def test_written_by_suffix(reading: Reading, tmp_path: Path) -> None:
    """The suffix says the format; another one, and a folder that is not there, are refused in a sentence."""
    network = allegedly.network(reading)
    for suffix, begin in ((".graphml", "<?xml"), (".svg", "<?xml"), (".html", "<!doctype html>")):
        network.write(tmp_path / f"net{suffix}")
        assert (tmp_path / f"net{suffix}").read_text(encoding="utf-8").startswith(begin)
    with pytest.raises(BadNetwork, match=r"^.*net\.png: says no format; end it in \.graphml, \.svg, \.html$"):
        network.write(tmp_path / "net.png")
    with pytest.raises(BadNetwork, match=r"net\.svg: cannot be written \(No such file or directory\); name another file$"):
        network.write(tmp_path / "none" / "net.svg")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["net.graphml", "net.html", "net.svg"]


def test_one_article_only(reading: Reading, tmp_path: Path) -> None:
    """A second article has no place in the file."""
    with pytest.raises(BadNetwork, match=r"net\.svg: is the network of one article, and there are several; name one of them$"):
        list(passing([reading, reading], tmp_path / "net.svg"))
    assert list(passing([reading], tmp_path / "net.svg")) == [reading]
    assert (tmp_path / "net.svg").exists()
