"""A reading → a network of who is tied to whom and who does what to whom: GraphML, SVG, HTML."""

from __future__ import annotations

from pathlib import Path

from allegedly.errors import BadNetwork
from allegedly.model import Reading
from allegedly.publishing.network.graph import Edge, Network, Saying

__all__ = ["Edge", "Network", "Saying", "check_suffix", "write"]

_WRITERS = {".graphml": Network.to_graphml, ".svg": Network.to_svg, ".html": Network.to_html}


def check_suffix(path: Path) -> Path:
    """The path, if its ending names a format.

    Raises:
        BadNetwork: it names none.
    """
    if path.suffix.lower() not in _WRITERS:
        raise BadNetwork(str(path), f"says no format; end its name in {', '.join(_WRITERS)}")
    return path


def write(reading: Reading, path: Path) -> None:
    """Write the network of a reading, in the format that the path ends in.

    Raises:
        BadNetwork: the ending names no format, or the file cannot be written.
    """
    text = _WRITERS[check_suffix(path).suffix.lower()](Network(reading))
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadNetwork(str(path), f"cannot be written ({error.strerror}); name a file in a folder that you may write to") from error
