"""The registry of pages: each is one module here and one template, and is listed below."""

from __future__ import annotations

from allegedly.web.page import Action, Page
from allegedly.web.pages import (
    add,
    api,
    article,
    claim,
    claims,
    entity,
    find,
    front,
    intake,
    labels,
    outlets,
    queue,
    review,
    timeline,
    versions,
)

PAGES: tuple[Page, ...] = (
    front.PAGE,
    find.PAGE,
    claims.PAGE,
    claim.PAGE,
    article.PAGE,
    versions.PAGE,
    entity.PAGE,
    labels.PAGE,
    timeline.PAGE,
    outlets.PAGE,
    intake.PAGE,
    queue.PAGE,
    review.PAGE,
    add.PAGE,
    add.JOB,
    api.PAGE,
)
"""All pages, those that the head of every page leads to in their order there."""
ACTIONS: tuple[Action, ...] = (review.DECIDE, review.UNDO, review.NAME, add.ACTION)
"""All forms that change something."""
