"""What waits to be reviewed: the statements of a search that nobody has decided about, one after the other."""

from __future__ import annotations

from typing import Any, NamedTuple

from starlette.requests import Request

from allegedly.ledger import Ledger
from allegedly.ledger.finding import SORTS, Found, Sort
from allegedly.web.pages.find import NAMES, asked

ORDERS: dict[str, str] = {"least-sure": "the least sure first", "newest": "the newest first"}
"""In which order they may come, in words."""
_FIRST: Sort = "least-sure"


class Queue(NamedTuple):
    """A search, and the order in which what it finds is reviewed."""

    wanted: dict[str, Any]
    plain: dict[str, str]
    """The search as it stands in an address."""
    sort: Sort
    wrong: list[str]
    """A sentence for each thing that cannot be meant."""

    @classmethod
    def of(cls, request: Request) -> Queue:
        """The queue that an address names."""
        wanted, wrong = asked(request)
        plain = {name: value for name in NAMES if (value := request.query_params.get(name, "").strip())}
        sort = request.query_params.get("sort", _FIRST)
        sort = sort if sort in SORTS else _FIRST
        return cls(wanted, plain, sort, wrong)

    @property
    def address(self) -> dict[str, str]:
        """What stands behind the question mark of an address."""
        return self.plain | ({} if self.sort == _FIRST else {"sort": self.sort})

    def next(self, ledger: Ledger, limit: int = 1, after: str | None = None) -> list[Found]:
        """What comes next."""
        return ledger.find(**self.wanted, undecided=True, sort=self.sort, after=after, limit=limit)
