"""Following a link in a browser until the page behind it is there whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def follow(page: Page, link: Locator) -> None:
    """Click what leads to another page, and wait until that is loaded: a click alone waits for its address only."""
    with page.expect_navigation():
        link.click()
