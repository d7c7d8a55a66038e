"""The registry of pages: each is one module here and one template, and is listed below."""

from __future__ import annotations

from allegedly.web.page import Action, Page
from allegedly.web.pages import api, article, claim, claims, entity, find, front, labels, timeline, versions

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
    api.PAGE,
)
"""All pages, those that the head of every page leads to in their order there."""
ACTIONS: tuple[Action, ...] = ()
"""All forms that change something."""
