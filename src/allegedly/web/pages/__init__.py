"""The registry of pages: each is one module here and one template, and is listed below."""

from __future__ import annotations

from allegedly.web.page import Action, Page
from allegedly.web.pages import add, article, claim, claims, entity, find, front, intake, outlets, queue, review, versions

PAGES: tuple[Page, ...] = (
    front.PAGE,
    find.PAGE,
    claims.PAGE,
    claim.PAGE,
    article.PAGE,
    versions.PAGE,
    entity.PAGE,
    outlets.PAGE,
    intake.PAGE,
    queue.PAGE,
    review.PAGE,
    add.PAGE,
    add.JOB,
)
"""All pages, those that the head of every page leads to in their order there."""
ACTIONS: tuple[Action, ...] = (review.DECIDE, review.UNDO, review.NAME, add.ACTION)
"""All forms that change something."""
