"""Readings that the tests of the formats share: one of an ordinary article, one of a hostile one."""

from __future__ import annotations

import pytest

import allegedly
from allegedly.model import Reading

ORDINARY = """\
OSTER, March 3 - The harbour master of Oster said on Monday that two ferries had been lost. "Nobody warned us," Lena
Marsk, a teacher, told the Tidewater Gazette.

The company denied that its tanks had leaked. According to the coastguard, at least 11 people are missing.
"""

HOSTILE = (
    "=cmd|' /C calc'!A0 said Ana Ruiz.\n\n"
    '"<script>alert(1)</script> & <img src=x onerror=alert(2)>," the [bold red]mayor[/bold red] said.\n\n'
    "The \x1b[31mred\x1b[0m minister said that \u202eevil\u202c words\x00 were \x07spoken\x9b31m.\n\n"
    "The council said that the [bold red]mayor[/bold red] had resigned.\n\n"
    "</style></article><h1>Owned</h1> the clerk claimed.\n"
)


@pytest.fixture(scope="session")
def ordinary() -> Reading:
    """A reading of a short report."""
    return allegedly.read(ORDINARY, published="2025-03-04", outlet="The Oster Mail", title="Two ferries lost")


@pytest.fixture(scope="session")
def hostile() -> Reading:
    """A reading of a text that would do harm where its words were taken for anything but words."""
    return allegedly.read(HOSTILE, title="=1+1 <b>\x1b]0;x\x07", outlet="@SUM(A1)", force=True)
