"""The ledger for programs: the same as the command line gives, page by page, as its description says; never a failure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from allegedly.cli import main
from allegedly.model import from_json
from allegedly.web import app
from allegedly.web.api.endpoints import ENDPOINTS
from tests.web.test_guard import asked


def got(site: str, path: str, status: int = 200) -> Any:  # noqa: ANN401 (JSON)
    """What is answered, which has this status and is JSON."""
    answer, text, headers = asked(site, path)
    assert (answer, headers["content-type"]) == (status, "application/json"), text
    return json.loads(text)


def printed(*command: str) -> Any:  # noqa: ANN401 (JSON)
    """What the command line prints as JSON."""
    return json.loads(CliRunner().invoke(main, [*command, "--format", "json"]).stdout)


def test_the_same_as_the_command_line(site: str, weighed: Path, ids: dict[str, str]) -> None:
    """Statements, claims, people and readings are those of the command line, in the same format."""
    ledger = str(weighed)
    found = got(site, "/api/statements?words=trawler&by=Varrenko&stance=affirms")["items"]
    assert found == printed("find", ledger, "trawler", "--by", "Varrenko", "--stance", "affirms")
    assert got(site, "/api/claims?sort=repeated&limit=5")["items"] == printed(
        "claims", ledger, "--sort", "repeated", "--limit", "5"
    )
    assert got(site, f"/api/claims/{ids['claim']}") == printed("show", ledger, ids["claim"])
    assert got(site, "/api/entities?name=klara+lindqvist-moen")["items"] == printed("show", ledger, "klara lindqvist-moen")
    assert got(site, f"/api/readings/{ids['article']}:s1") == printed("show", ledger, f"{ids['article']}:s1")
    whole = asked(site, f"/api/readings/{ids['article']}")[1]
    assert from_json(whole).article.title == "Navy rejects 'fantasy' of attack on trawler"
    assert got(site, f"/api/articles/{ids['article']}")["text"] == from_json(whole).article.text


def test_page_by_page(site: str) -> None:
    """Each page leads to the next; together they are everything once, and the last one leads nowhere."""
    every = got(site, "/api/statements?words=trawler&limit=100")
    assert every["next"] is None
    path, seen = "/api/statements?words=trawler&limit=4", []
    while path:
        page = got(site, path)
        assert len(page["items"]) <= 4
        seen += page["items"]
        path = page["next"]
    assert seen == every["items"]
    assert len(seen) == 6
    assert got(site, "/api/articles?limit=1")["next"] == "/api/articles?skip=1&limit=1"


def test_counts(site: str) -> None:
    """How much there is, and from which days."""
    counts = got(site, "/api/counts")
    assert set(counts) == {"articles", "statements", "entities", "intake", "first_day", "last_day"}
    assert counts["articles"] == len(got(site, "/api/articles?limit=100")["items"])


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        (
            "/api/statements?stance=perhaps",
            400,
            "stance cannot be 'perhaps'; give one of affirms, denies, doubts, neutral.",
        ),
        ("/api/statements?since=soon", 400, "since cannot be 'soon'; give a day as 2019-12-18."),
        ("/api/statements?min_confidence=80", 400, "min_confidence cannot be '80'; give a number from 0 to 1."),
        ("/api/statements?rejected=maybe", 400, "rejected cannot be 'maybe'; give true or false."),
        ("/api/articles?skip=1&skip=2", 400, "skip is given twice; give it once."),
        ("/api/articles?limit=1000", 400, "limit cannot be '1000'; give a whole number from 1 to 100."),
        ("/api/articles?page=2", 400, "There is no parameter 'page' here; there are skip, limit."),
        ("/api/counts?x=1", 400, "There is no parameter 'x' here; nothing can be asked here but the address itself."),
        ("/api/entities", 400, "name is needed; give it behind the question mark."),
        (
            "/api/articles/zz",
            404,
            "The ledger 'zz' is no id of an article; 'allegedly find' shows them.",
        ),
        (
            "/api/nothing",
            404,
            "There is no page at this address; the links above lead to those that there are.",
        ),
    ],
)
def test_what_is_wrong_is_told(site: str, path: str, status: int, sentence: str) -> None:
    """What cannot be meant, and what is not there, is told in one sentence."""
    assert got(site, path, status) == {"error": sentence}


def test_nothing_can_be_sent(site: str) -> None:
    """It is only read."""
    status, text, _ = asked(site, "/api/statements", "POST")
    assert (status, json.loads(text)) == (405, {"error": "Nothing can be sent to this address."})


def test_as_its_description_says(weighed: Path) -> None:
    """Whatever the description allows, and what it does not, is answered as it says, and never by a failure."""
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app(weighed, hosts=("testserver",)))
    checks = [not_a_server_error, response_schema_conformance, status_code_conformance]
    tried = set()
    for operation in (each.ok() for each in schema.get_all_operations()):
        for mode in GenerationMode:
            if mode is GenerationMode.NEGATIVE and operation.path == "/api/counts":
                continue  # nothing can be asked of it

            @settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(mode))
            def call(case: schemathesis.Case) -> None:
                tried.add(case.path)
                case.call_and_validate(checks=checks)

            call()
    assert tried == {each.path for each in ENDPOINTS}
