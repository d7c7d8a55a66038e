"""Markup → paragraphs: what stands between the tags, with a blank line between paragraphs and nothing of scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_BREAK = "\x00"
"""Stands for a line break while white space is made one; no page's text has it (NULs are taken out first)."""
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_TAG = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})(?=[\s/>])", re.ASCII)
_PROLOG = {b"<!--": b"-->", b"<?": b"?>", b"<!": b">"}
_DROPPED = frozenset("audio button canvas embed figure form head iframe noscript object script select style svg video".split())


def root_of(head: bytes) -> str:
    """The name of a document's first tag, in lower case and without its prefix; empty where it begins otherwise."""
    at = 0
    while True:
        at += len(head) - at - len(head[at:].lstrip())
        match = _TAG.match(head, at)
        if match:
            return match[1].decode("ascii").lower()
        opening = next((mark for mark in _PROLOG if head.startswith(mark, at)), None)
        if opening is None:
            return ""
        closing = _PROLOG[opening]
        if opening == b"<!" and 0 <= head.find(b"[", at) < head.find(b">", at):
            closing = b"]"  # a document type with declarations in it
        end = head.find(closing, at)
        if end < 0:
            return ""
        at = end + len(closing)
        if closing == b"]":
            at = head.find(b">", at) + 1 or len(head)


def paragraphs(root: _Element, *, blocks: frozenset[str], line: str, dropped: frozenset[str] = frozenset()) -> list[str]:
    """The paragraphs of a tree.

    Args:
        root: The tree.
        blocks: Tags that begin and end a paragraph.
        line: The tag of a line break.
        dropped: Tags whose content is left out.
    """
    from lxml import etree  # type: ignore[import-untyped]

    found: list[str] = []
    current: list[str] = []
    outside = 0

    def close() -> None:
        lines = (" ".join(one.split()) for one in "".join(current).split(_BREAK))
        paragraph = "\n".join(one for one in lines if one)
        if paragraph:
            found.append(paragraph)
        current.clear()

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            if not outside:
                current.append(element.tail or "")
            continue
        if element.tag in dropped:
            outside += 1 if event == "start" else -1
        elif element.tag in blocks and not outside:
            close()
        if outside:
            continue
        if event == "start":
            current.append(_BREAK if element.tag == line else element.text or "")
        elif element is not root:
            current.append(element.tail or "")
    close()
    return found


def text_of(markup: str) -> str:
    """The paragraphs of a piece of HTML, with a blank line between them; any string is taken."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    whole = f"<div>{''.join(c for c in markup if c in _WHITE or c >= ' ')}</div>"
    try:
        root = html.document_fromstring(whole, parser=html.HTMLParser(encoding=None, no_network=True, huge_tree=False))
    except (etree.LxmlError, ValueError):
        return ""
    return "\n\n".join(paragraphs(root, blocks=_BLOCKS, line="br", dropped=_DROPPED))


_WHITE = "\t\n\r"
