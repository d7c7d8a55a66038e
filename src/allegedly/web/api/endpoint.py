"""What an endpoint is: an address, what can be asked of it, and a function that answers out of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.web.api.parameter import FARTHEST, Parameter, Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of an endpoint."""

    path: str
    values: Mapping[str, Any]
    """Every parameter that was given or holds where it is not given, by name; those of the path too."""
    given: tuple[tuple[str, str], ...]
    """What stands behind the question mark."""

    def filters(self) -> dict[str, Any]:
        """What is asked but for the paging."""
        return {name: value for name, value in self.values.items() if name not in ("skip", "limit")}

    def page(self, found: Sequence[Any]) -> dict[str, Any]:
        """One page of what was found.

        Args:
            found: One more than the page holds, where there is more.
        """
        skip, limit = self.values["skip"], self.values["limit"]
        more = None
        if len(found) > limit and skip + limit <= FARTHEST:
            rest = [(name, value) for name, value in self.given if name not in ("skip", "limit")]
            more = f"{self.path}?{urlencode([*rest, ('skip', skip + limit), ('limit', limit)], errors='replace')}"
        return {"items": list(found[:limit]), "next": more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One endpoint. All that it answers is read at one moment of the ledger."""

    name: str
    path: str
    """Its address, with the names of its parts in braces."""
    told: str
    """What it gives, in a sentence."""
    parameters: tuple[Parameter, ...] = ()
    """What can stand behind the question mark."""
    parts: tuple[Parameter, ...] = ()
    """The parts of its path."""
    make: Callable[[Ledger, Asked], object]
    """Its answer, of what JSON can be made of."""
    answer: Any
    """The type of the answer, which describes it."""

    def asked(self, request: Request) -> Asked:
        """What is asked.

        Raises:
            HTTPException: Something cannot be meant.
        """
        given = tuple(request.query_params.multi_items())
        known = {each.name: each for each in self.parameters}
        values: dict[str, Any] = {each.name: each.default for each in self.parameters if each.default is not None}
        seen: set[str] = set()
        for name, value in given:
            if name not in known:
                there = f"there are {', '.join(known)}" if known else "nothing can be asked here but the address itself"
                raise HTTPException(400, f"There is no parameter {name[:60]!r} here; {there}.")
            if name in seen:
                raise HTTPException(400, f"{name} is given twice; give it once.")
            seen.add(name)
            try:
                values[name] = known[name].read(value)
            except Wrong as wrong:
                raise HTTPException(400, f"{name} cannot be {value[:60]!r}; {wrong}.") from wrong
        missing = [each.name for each in self.parameters if each.needed and not str(values.get(each.name, "")).strip()]
        if missing:
            raise HTTPException(400, f"{missing[0]} is needed; give it behind the question mark.")
        return Asked(path=request.url.path, values=values | request.path_params, given=given)
