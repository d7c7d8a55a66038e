"""The graph as GraphML (Brandes et al. 2002), directed, with parallel edges: networkx, Gephi, igraph and yEd open it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from allegedly.publishing.network.graph import Network
from allegedly.publishing.safe import line

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {
    "label": "string", "kind": "string", "mentions": "int", "roles": "string", "latitude": "double", "longitude": "double",
    "confidence": "double",
}  # fmt: skip
_EDGE = {
    "relation": "string", "kind": "string", "label": "string", "status": "string", "denied": "boolean", "denied_by": "string",
    "planned": "boolean", "single_voiced": "boolean", "outlet": "boolean", "voices": "string", "statements": "string",
    "words": "string", "start": "int", "end": "int", "when": "string", "where": "string", "amount": "string", "weight": "int",
    "confidence": "double",
}  # fmt: skip


def graphml(network: Network) -> str:
    """The document; several values are parted by `` | ``."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for what, columns in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in columns.items():
            attributes = {"id": f"{what[0]}_{name}", "for": what, "attr.name": name, "attr.type": kind}
            ET.SubElement(root, "key", attributes)
    article = network.reading.article
    for name, value in (
        ("article", article.id),
        ("title", article.title),
        ("outlet", article.outlet),
        ("published", article.published),
    ):
        if value:
            ET.SubElement(root, "key", {"id": f"g_{name}", "for": "graph", "attr.name": name, "attr.type": "string"})
    graph = ET.SubElement(root, "graph", id="article", edgedefault="directed")
    for name, value in (
        ("article", article.id),
        ("title", article.title),
        ("outlet", article.outlet),
        ("published", article.published),
    ):
        if value:
            _data(graph, f"g_{name}", value)
    for node in network.nodes:
        place = network.words.places.get(node.place or "")
        values: dict[str, object] = {
            "label": node.name,
            "kind": node.kind,
            "mentions": len(node.mentions),
            "roles": " | ".join(role.text for role in node.roles),
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "confidence": node.confidence,
        }
        element = ET.SubElement(graph, "node", id=node.id)
        for name, value_ in values.items():
            _data(element, f"n_{name}", value_)
    for edge in network.edges:
        first = edge.sayings[0]
        values = {
            "relation": edge.relation,
            "kind": edge.kind,
            "label": edge.label,
            "status": edge.status,
            "denied": edge.denied,
            "denied_by": " | ".join(edge.denied_by),
            "planned": edge.open,
            "single_voiced": edge.single,
            "outlet": edge.outlet,
            "voices": " | ".join(edge.voices),
            "statements": " | ".join(s.statement for s in edge.sayings if s.statement),
            "words": " | ".join(f"{s.before} {s.words} {s.after}" for s in edge.sayings),
            "start": first.span[0],
            "end": first.span[1],
            "when": edge.when,
            "where": edge.where,
            "amount": edge.much,
            "weight": len(edge.voices),
            "confidence": max(s.confidence for s in edge.sayings),
        }
        element = ET.SubElement(graph, "edge", id=edge.id, source=edge.of, target=edge.to)
        for name, value_ in values.items():
            _data(element, f"e_{name}", value_)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _data(element: ET.Element, key: str, value: object) -> None:
    """A value of an element, none where it is empty; words without what XML does not allow."""
    if value is None or value == "":
        return
    written = str(value).lower() if isinstance(value, bool) else line(str(value))
    ET.SubElement(element, "data", key=key).text = written
