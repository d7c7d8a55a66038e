"""The description of the endpoints, as OpenAPI 3.1 has it, made of the endpoints themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from allegedly import __version__
from allegedly.web.api.endpoint import Endpoint
from allegedly.web.api.endpoints import ENDPOINTS
from allegedly.web.api.shapes import Wrong

_FAILURES = {
    "400": "Something that is asked cannot be meant.",
    "401": "Nobody is signed in, where other machines may ask.",
    "404": "It is not in the ledger, or there is nothing at this address.",
    "414": "The address is too long.",
    "503": "The ledger does not answer, or takes too long; ask for less at once.",
}


@cache
def description() -> dict[str, Any]:
    """The whole description."""
    types = [Wrong, *(each.answer for each in ENDPOINTS)]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    wrong, answers = schemas[0], schemas[1:]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Allegedly",
            "version": __version__,
            "summary": "A ledger of who says what, to be read by programs.",
            "description": "What the command line gives of a ledger, in the same format. Nothing can be changed by it.",
        },
        "paths": {each.path: {"get": _described(each, schema, wrong)} for each, schema in zip(ENDPOINTS, answers, strict=True)},
        "components": {"schemas": components},
    }


def _described(endpoint: Endpoint, schema: dict[str, Any], wrong: dict[str, Any]) -> dict[str, Any]:
    def answer(told: str, what: dict[str, Any]) -> dict[str, Any]:
        return {"description": told, "content": {"application/json": {"schema": what}}}

    return {
        "operationId": endpoint.name,
        "summary": endpoint.told,
        "parameters": [
            *(each.described("path") for each in endpoint.parts),
            *(each.described("query") for each in endpoint.parameters),
        ],
        "responses": {
            "200": answer(endpoint.told, schema),
            **{status: answer(told, wrong) for status, told in _FAILURES.items()},
        },
    }
