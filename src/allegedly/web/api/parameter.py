"""What can be asked of an endpoint: how it is written in an address, and what it means."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

FARTHEST = 10_000
"""How many records may be passed over; who wants more asks for less."""
MOST = 100
"""Records that one answer may hold."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SHARE = re.compile(r"[0-9.]{1,40}(?:[eE][-+]?[0-9]{1,4})?")


class Wrong(ValueError):
    """It cannot be meant; the argument is what can be, as the end of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an address."""

    name: str
    told: str
    """What it does, in a sentence."""
    kind: Literal["words", "choice", "day", "share", "number", "flag", "id", "time"] = "words"
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    default: object = None
    """What holds where it is not given."""
    pattern: str | None = None
    """What an id is like."""
    needed: bool = False

    def read(self, value: str) -> Any:  # noqa: ANN401 (what its kind says)
        """The value that is meant.

        Raises:
            Wrong: Nothing can be meant by it.
        """
        match self.kind:
            case "choice":
                if value in self.choices:
                    return value
                raise Wrong(f"give one of {', '.join(self.choices)}")
            case "day":
                try:
                    return date.fromisoformat(value if _DAY.fullmatch(value) else "")
                except ValueError:
                    raise Wrong("give a day as 2019-12-18") from None
            case "share":
                try:
                    share = float(value if _SHARE.fullmatch(value) else "")
                except ValueError:
                    share = math.nan
                if 0 <= share <= 1:
                    return share
                raise Wrong("give a number from 0 to 1")
            case "number":
                if _NUMBER.fullmatch(value) and self.least <= int(value) <= self.most:
                    return int(value)
                raise Wrong(f"give a whole number from {self.least:,} to {self.most:,}")
            case "flag":
                if value in ("true", "false"):
                    return value == "true"
                raise Wrong("give true or false")
            case "time":
                if re.fullmatch(self.pattern or "", value):
                    return value
                raise Wrong("write it as 2019, 2019-12 or 2019-12-18")
        return value

    def described(self, where: Literal["query", "path"]) -> dict[str, Any]:
        """The parameter as OpenAPI has it."""
        schema: dict[str, Any]
        match self.kind:
            case "choice":
                schema = {"type": "string", "enum": list(self.choices)}
            case "day":
                schema = {"type": "string", "format": "date"}
            case "share":
                schema = {"type": "number", "minimum": 0, "maximum": 1}
            case "number":
                schema = {"type": "integer", "minimum": self.least, "maximum": self.most}
            case "flag":
                schema = {"type": "boolean"}
            case _:
                schema = {"type": "string", **({"pattern": f"^{self.pattern}$"} if self.pattern else {})}
        if self.default is not None:
            schema["default"] = self.default
        return {
            "name": self.name,
            "in": where,
            "required": self.needed or where == "path",
            "description": self.told,
            "schema": schema,
        }


LIMIT = Parameter(name="limit", told="How many at most.", kind="number", least=1, most=MOST, default=20)
SKIP = Parameter(name="skip", told="How many to pass over.", kind="number", most=FARTHEST, default=0)
