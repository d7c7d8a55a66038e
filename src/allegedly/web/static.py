"""The files that belong to the pages: style sheets, scripts, the icon. All are small and kept in memory."""

from __future__ import annotations

import hashlib
import mimetypes
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import Response


class Static:
    """Every file below ``static``, by its path there. Its address has a digest of its bytes, so that it can be kept for good."""

    def __init__(self) -> None:
        self._files = dict(_files(files("allegedly.web").joinpath("static"), ""))
        self._digests = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in self._files.items()}

    def address(self, name: str) -> str:
        """The address of a file."""
        return f"/static/{name}?{self._digests[name]}"

    async def answer(self, request: Request) -> Response:
        """Send a file."""
        name = request.path_params["name"]
        data = self._files.get(name)
        if data is None:
            return Response("There is no such file.\n", 404, media_type="text/plain")
        kept = request.url.query == self._digests[name]
        return Response(
            data,
            media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            headers={"cache-control": "public, max-age=31536000, immutable" if kept else "no-cache"},
        )


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = []
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            found += _files(each, f"{prefix}{each.name}/")
        else:
            found.append((prefix + each.name, each.read_bytes()))
    return found
