"""A reading → a network of who is tied to whom and who does what to whom: GraphML, SVG, HTML.

A file's suffix says which.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from allegedly.errors import BadNetwork
from allegedly.model import Reading
from allegedly.publishing.choice import chosen
from allegedly.publishing.network.graph import Edge, Network, Saying

__all__ = ["SUFFIXES", "Edge", "Network", "Saying", "passing", "write"]

_WRITERS = {".graphml": Network.to_graphml, ".svg": Network.to_svg, ".html": Network.to_html}
SUFFIXES = tuple(_WRITERS)
"""What a network's file may end in."""


def write(network: Network, path: Path) -> None:
    """Write a network in the format that the path ends in; the file is whole or not there.

    Raises:
        BadNetwork: the suffix says no format, or the file cannot be written.
    """
    if path.suffix.lower() not in _WRITERS:
        raise BadNetwork(str(path), f"says no format; end it in {', '.join(SUFFIXES)}")
    text = _WRITERS[path.suffix.lower()](network)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise BadNetwork(str(path), f"cannot be written ({error.strerror}); name another file") from error
    finally:
        part.unlink(missing_ok=True)


def passing(readings: Iterable[Reading], path: Path, *, min_confidence: float = 0.0) -> Iterator[Reading]:
    """The readings as they come; once they are through, the network of the one that came is written.

    Raises:
        BadNetwork: there is more than one, or the file cannot be written.
    """
    only: Reading | None = None
    for reading in readings:
        if only is not None:
            raise BadNetwork(str(path), "is the network of one article, and there are several; name one of them")
        only = reading
        yield reading
    if only is not None:
        write(Network(chosen(only, min_confidence)), path)
