"""The endpoints: each answers by the function that the command line has for the same."""

from __future__ import annotations

from typing import Any, get_args

from allegedly.ledger import Ledger
from allegedly.ledger.claims import SORTS
from allegedly.ledger.finding import SORTS as SORTS_FOUND
from allegedly.ledger.labels import ACROSS
from allegedly.ledger.timeline import WHEN
from allegedly.model import Act, Article, Reading, Stance
from allegedly.model_claims import Claim
from allegedly.publishing import found as statements
from allegedly.publishing import labels, timeline, who
from allegedly.web.api import shapes
from allegedly.web.api.endpoint import Asked, Endpoint
from allegedly.web.api.parameter import LIMIT, SKIP, Parameter
from allegedly.web.remembered import remembered

_NAMESAKES = 5
_ARTICLE = Parameter(
    name="id", told="The article's id, or the beginning of it.", kind="id", pattern=r"(sha256:)?[0-9a-f]{4,64}", default=None
)
_ONE = Parameter(
    name="id",
    told="The article's id, or the beginning of it; with a statement's (acc6fb7de38d:s3) that one alone.",
    kind="id",
    pattern=r"(sha256:)?[0-9a-f]{4,64}(:s[0-9]{1,6})?",
)
_CLAIM = Parameter(name="id", told="The claim's id, or the beginning of it.", kind="id", pattern=r"c[0-9a-f]{4,40}")
FILTERS = (
    Parameter(name="words", told='Words that it holds; "in a row", begin*, OR, NOT and brackets.'),
    Parameter(name="by", told="A name, or part of it, of who says it."),
    Parameter(name="about", told="A name that its words mention."),
    Parameter(name="denied_by", told="A name of who denies it."),
    Parameter(name="stance", told="How its source stands to it.", kind="choice", choices=get_args(Stance)),
    Parameter(name="act", told="What kind of saying it is.", kind="choice", choices=get_args(Act)),
    Parameter(name="evidence", told="What it is said to rest on: document, recording, poll …"),
    Parameter(name="since", told="First day of publication.", kind="day"),
    Parameter(name="until", told="Last day of publication.", kind="day"),
    Parameter(name="outlet", told="Name, or part of it, of the outlet."),
    Parameter(name="label", told="A word that somebody is called in it."),
    Parameter(name="place", told="A place that it names."),
    Parameter(name="min_confidence", told="Least confidence.", kind="share", default=0.0),
    Parameter(name="rejected", told="With what people rejected.", kind="flag", default=False),
    Parameter(name="undecided", told="Only what nobody has decided about.", kind="flag", default=False),
)
"""The filters of ``allegedly find``."""


_LABELS = (
    Parameter(name="words", told="Words that the label has."),
    Parameter(name="label", told="The label itself, nothing more or less."),
    Parameter(name="of", told="Who is called so."),
    Parameter(name="by", told="Who calls them so; an outlet in its own voice."),
    Parameter(name="outlet", told="Name, or part of it, of the outlet."),
    Parameter(name="since", told="First day of publication.", kind="day"),
    Parameter(name="until", told="Last day of publication.", kind="day"),
)

_THEN_AND_THERE = (
    Parameter(
        name="when",
        told="A year, month or day that they name: 2019, 2019-12, 2019-12-18.",
        kind="time",
        pattern=WHEN,
    ),
    Parameter(name="at", told="A place that they name, by its key."),
)

_SORT = Parameter(
    name="sort",
    told="Those of the articles added last first, or those that the reader is least sure of.",
    kind="choice",
    choices=SORTS_FOUND,
    default="newest",
)


def _counts(ledger: Ledger, _: Asked) -> object:
    def count(ledger: Ledger) -> dict[str, Any]:
        first, last = ledger.days() or (None, None)
        return {**ledger.counts(), "first_day": first, "last_day": last}

    return remembered(ledger, "counts", count)


def _articles(ledger: Ledger, asked: Asked) -> object:
    found = ledger.newest(asked.values["limit"] + 1, asked.values["skip"])
    return asked.page([one._asdict() for one in found])


def _statements(ledger: Ledger, asked: Asked) -> object:
    found = ledger.find(**asked.filters(), limit=asked.values["limit"] + 1, skip=asked.values["skip"])
    return asked.page([statements.plain(one) for one in found])


def _claims(ledger: Ledger, asked: Asked) -> object:
    return asked.page(ledger.claims(**asked.filters(), limit=asked.values["limit"] + 1, skip=asked.values["skip"]))


def _entities(ledger: Ledger, asked: Asked) -> object:
    name = asked.values["name"]
    known = ledger.who(name)[:_NAMESAKES]
    return {
        "items": [who.plain(one, ledger.circle(one)) for one in known],
        "like": [] if known else ledger.like(name),
    }


def _labels(ledger: Ledger, asked: Asked) -> object:
    return labels.plain(ledger.labels(**asked.filters(), limit=asked.values["limit"], skip=asked.values["skip"]))


def _labelled(ledger: Ledger, asked: Asked) -> object:
    found = ledger.labelled(**asked.filters(), limit=asked.values["limit"] + 1, skip=asked.values["skip"])
    return asked.page([one._asdict() for one in found])


def _timeline(ledger: Ledger, asked: Asked) -> object:
    return timeline.plain(ledger.timeline(**asked.filters(), most=asked.values["limit"]))


def _told(ledger: Ledger, asked: Asked) -> object:
    found = ledger.told(**asked.filters(), limit=asked.values["limit"] + 1, skip=asked.values["skip"])
    return asked.page([statements.plain(one) for one in found])


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(name="counts", path="/api/counts", told="How much is in the ledger.", make=_counts, answer=shapes.Counts),
    Endpoint(
        name="articles",
        path="/api/articles",
        told="The articles, those added last first.",
        parameters=(SKIP, LIMIT),
        make=_articles,
        answer=shapes.Articles,
    ),
    Endpoint(
        name="article",
        path="/api/articles/{id}",
        told="One article with its text.",
        parts=(_ARTICLE,),
        make=lambda ledger, asked: ledger.article(asked.values["id"]),
        answer=Article,
    ),
    Endpoint(
        name="reading",
        path="/api/readings/{id}",
        told="All that was found in an article, people's decisions applied, in the reading format.",
        parts=(_ONE,),
        parameters=(
            Parameter(name="rejected", told="With what people rejected.", kind="flag", default=False),
            Parameter(name="machine", told="What the reader alone found.", kind="flag", default=False),
        ),
        make=lambda ledger, asked: ledger.show(
            asked.values["id"], rejected=asked.values["rejected"], machine=asked.values["machine"]
        ),
        answer=Reading,
    ),
    Endpoint(
        name="statements",
        path="/api/statements",
        told="Statements by words and by what is known of them.",
        parameters=(*FILTERS, _SORT, SKIP, LIMIT),
        make=_statements,
        answer=shapes.Statements,
    ),
    Endpoint(
        name="claims",
        path="/api/claims",
        told="What several articles say, from how many independent origins, and who denies it.",
        parameters=(
            Parameter(name="words", told="Words that a statement of it holds; without them, claims of one article are left out."),
            Parameter(name="sort", told="Which claims, and in which order.", kind="choice", choices=SORTS, default="disputed"),
            SKIP,
            LIMIT,
        ),
        make=_claims,
        answer=shapes.Claims,
    ),
    Endpoint(
        name="claim",
        path="/api/claims/{id}",
        told="One claim with its statements and the tree of its origins.",
        parts=(_CLAIM,),
        make=lambda ledger, asked: ledger.claim(asked.values["id"]),
        answer=Claim,
    ),
    Endpoint(
        name="entities",
        path="/api/entities",
        told="Who goes by a name: what they are called, their roles, who speaks of them and of whom they speak.",
        parameters=(Parameter(name="name", told="The name, in any spelling.", needed=True, pattern=r"(?s:.*\S.*)"),),
        make=_entities,
        answer=shapes.Entities,
    ),
    Endpoint(
        name="labels",
        path="/api/labels",
        told="Who calls whom what: labels by outlet, by who speaks, or over time.",
        parameters=(
            *_LABELS,
            Parameter(name="across", told="By what they are counted.", kind="choice", choices=ACROSS, default="outlet"),
            Parameter(name="columns", told="How many columns at most.", kind="number", least=1, most=100, default=12),
            SKIP,
            LIMIT,
        ),
        make=_labels,
        answer=shapes.LabelTable,
    ),
    Endpoint(
        name="labelled",
        path="/api/labels/words",
        told="Labels where they stand, with the words around them, those of the articles added last first.",
        parameters=(*_LABELS, SKIP, LIMIT),
        make=_labelled,
        answer=shapes.LabelsStanding,
    ),
    Endpoint(
        name="timeline",
        path="/api/timeline",
        told="Times and places that statements name, counted.",
        parameters=(*FILTERS, *_THEN_AND_THERE, LIMIT),
        make=_timeline,
        answer=shapes.Timeline,
    ),
    Endpoint(
        name="told",
        path="/api/timeline/statements",
        told="The statements that are counted there: those that name this time, this place, or both.",
        parameters=(*FILTERS, *_THEN_AND_THERE, SKIP, LIMIT),
        make=_told,
        answer=shapes.Statements,
    ),
)
