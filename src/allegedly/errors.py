"""What can go wrong, in one tree. Each message is one sentence: what, where, what to do.

::

    AllegedlyError
    ├── Refused            an input that is not read; the rest of the batch goes on (exit status 1)
    │   ├── Unreadable     missing, not permitted, binary, not a format that is known
    │   ├── NotFetched     a web address that cannot be had, or may not
    │   ├── Empty          nothing to read in it
    │   ├── TooLong        longer than the limit; ``--max-characters`` raises it
    │   └── OtherLanguage  not English; ``--force`` reads it all the same
    ├── NoPipeline         the spaCy pipeline is missing or lacks a component
    ├── BadGazetteer       a gazetteer of the user's that is missing or not in the form of one
    ├── BadFamilies        a list of outlets and their publishers that cannot be used
    ├── NoServer           the ledger cannot be served: a port, a password, a certificate that cannot be used
    ├── BadLedger          a ledger that is missing, damaged, or no ledger
    ├── BadReview          a decision that cannot be taken: no such record, or a value that cannot stand
    │   └── Overtaken      somebody else decided meanwhile about what was looked at
    ├── BadList            a list of the user's (who is who) that is missing or not in the form of one
    ├── BadNetwork         a file that a network cannot be written to
    └── BrokenReading      a reading whose spans or references do not hold
"""


class AllegedlyError(Exception):
    """Base of every error that Allegedly raises for a user's or an input's fault."""


class Refused(AllegedlyError):
    """An input that is not read, with the reason and the remedy; ``name`` says which input."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.name, self.reason)


class Unreadable(Refused):
    """Missing, not permitted, binary, or of a format that is not known."""


class NotFetched(Refused):
    """A web address whose page cannot be had, or may not be fetched."""


class Empty(Refused):
    """There is nothing to read in it."""


class TooLong(Refused):
    """Longer than the limit that is set."""


class OtherLanguage(Refused):
    """Not in the language that the reader knows."""


class BadLedger(AllegedlyError):
    """A ledger that cannot be opened, read or written, with the reason and the remedy."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class NoServer(AllegedlyError):
    """The ledger cannot be served: the port is taken, or a password or certificate cannot be used."""


class BadReview(AllegedlyError):
    """A decision that cannot be taken, with the reason and the remedy; ``name`` says about what."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Overtaken(BadReview):
    """Somebody decided meanwhile about the record that was looked at; nothing was overwritten."""


class BadList(AllegedlyError):
    """A list of the user's that cannot be used, with the reason and the remedy; ``name`` says which, and which line."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.name, self.reason)


class BadGazetteer(AllegedlyError):
    """A gazetteer that cannot be used, with the reason and the remedy."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.name, self.reason)


class BadFamilies(AllegedlyError):
    """A list of outlets and their publishers that cannot be used, with the reason and the remedy."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class BadNetwork(AllegedlyError):
    """A file that a network cannot be written to, with the reason and the remedy."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class NoPipeline(AllegedlyError):
    """The spaCy pipeline is not installed or lacks a component."""


class BrokenReading(AllegedlyError):
    """A reading whose spans are not inside the text, do not quote it, or whose references do not meet."""
