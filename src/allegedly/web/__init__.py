"""The ledger in a browser, on this machine: pages made on the server, nothing loaded from elsewhere.

>>> from allegedly.web import app
>>> application = app("reports.ledger")  # an ASGI application, for a server of your own  # doctest: +SKIP

``allegedly serve reports.ledger`` runs it, and so does :func:`serve`.
"""

from __future__ import annotations

from allegedly.web.application import app
from allegedly.web.server import serve

__all__ = ["app", "serve"]
