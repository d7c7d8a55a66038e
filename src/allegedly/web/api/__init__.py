"""The ledger for programs: what the pages show, as JSON in the public format, described by OpenAPI. It is only read."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from allegedly.ledger import Ledger
from allegedly.publishing.lines import harmless
from allegedly.web.api.description import description
from allegedly.web.api.endpoint import Endpoint
from allegedly.web.api.endpoints import ENDPOINTS
from allegedly.web.readers import Readers

UNDER = "/api/"
"""How the addresses of all endpoints begin."""
METHODS = ["GET"]


def routes(readers: Readers) -> list[Route]:
    """The routes of all endpoints.

    Args:
        readers: Hold the ledger open.
    """

    def answering(endpoint: Endpoint) -> Route:
        async def answer(request: Request) -> Response:
            asked = endpoint.asked(request)

            def made(ledger: Ledger) -> Response:
                return answered(endpoint.make(ledger, asked))

            return await readers.run(made)

        return Route(endpoint.path, answer, methods=METHODS, name=f"api-{endpoint.name}")

    async def described(_: Request) -> Response:
        return answered(description())

    async def nothing(_: Request) -> Response:
        raise HTTPException(404)

    return [
        *map(answering, ENDPOINTS),
        Route(f"{UNDER}openapi.json", described, methods=METHODS, name="api-description"),
        Route(f"{UNDER}{{rest:path}}", nothing, methods=METHODS, name="api-nothing"),
    ]


def answered(value: object, status: int = 200) -> Response:
    """An answer in JSON; control characters and marks of direction are escapes in it."""
    text = harmless(msgspec.json.encode(value).decode())
    return Response(text.encode(), status, media_type="application/json")
