"""The record of who came and changed what, where other machines may ask: a file of JSON Lines beside the ledger.

What was decided, and what was added, is on record in the ledger itself; this has also from where, and who signed in or tried to.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from allegedly.errors import NoServer
from allegedly.ledger.store import now
from allegedly.publishing.safe import line

_LONGEST = 300
"""Characters of a value."""


class Log:
    """A file to which lines are added, and nothing else is done."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it; nobody but its owner may read it then.

        Raises:
            NoServer: It cannot be written.
        """
        self.path = path
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise NoServer(f"{path}: cannot be written ({error.strerror or error}); check the path and its folder") from error

    def write(self, what: str, *, who: str | None, whence: str, about: str = "") -> None:
        """Add a line.

        Args:
            what: What was done.
            who: Who did it.
            whence: From which address.
            about: What it was done to.
        """
        entry = {"at": now(), "from": whence, "who": who and line(who)[:_LONGEST], "what": what, "about": line(about)[:_LONGEST]}
        # One write of a whole line: several servers of one ledger do not mix theirs.
        os.write(self._file, msgspec.json.encode(entry) + b"\n")

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)
