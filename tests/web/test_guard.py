"""Who may ask the server, how much may be sent, and what its answers let a browser do."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest

from allegedly.web.guard import HEADERS


def asked(site: str, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, str, dict[str, str]]:
    """Status, text and headers of an answer; header names are written with underscores."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    text = answer.read().decode("utf-8")
    connection.close()
    return answer.status, text, {name.lower(): value for name, value in answer.getheaders()}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "", "local", "[::2]:80", "127.1"])
def test_another_name_is_refused(site: str, host: str) -> None:
    """A page of another site that lets its own name point here gets nothing (DNS rebinding)."""
    status, text, _ = asked(site, host=host)
    assert (status, text) == (
        421,
        "This server answers to the address that it printed when it started, and to no other name; open that one.\n",
    )


@pytest.mark.parametrize("host", ["{}", "{}:9", "LOCAL" + "HOST:80", "[::1]:80"])
def test_this_machine_by_its_own_names(site: str, host: str) -> None:
    """A browser of this machine may call it by its address, by the usual name, on any port (one that is passed on)."""
    assert asked(site, host=host.format(urlsplit(site).hostname))[0] == 200


@pytest.mark.parametrize("path", ["/", "/find?words=trawler", "/nothing", "/static/page.css", "/claim/c0000"])
def test_every_answer_is_sealed(site: str, path: str) -> None:
    """Whatever is answered, the browser is told to run nothing from elsewhere, to guess nothing, to send no referrer."""
    headers = asked(site, path)[2]
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "'unsafe" not in headers["content-security-policy"]
    assert "server" not in headers


def test_a_form_from_elsewhere_is_refused(site: str) -> None:
    """Another site cannot send a form here, whatever it sends it to."""
    told = "A form can only be sent from a page of this server; open the page here and send it again.\n"
    assert asked(site, "/find", "POST", origin="http://evil.example")[:2] == (403, told)
    assert asked(site, "/find", "POST", origin="null")[:2] == (403, told)
    assert asked(site, "/find", "POST", sec_fetch_site="cross-site", sec_fetch_mode="navigate")[:2] == (403, told)


def test_another_site_can_lead_here_and_load_nothing(site: str) -> None:
    """A link of another site opens a page; its pictures, scripts and requests get nothing."""
    assert asked(site, "/", sec_fetch_site="cross-site", sec_fetch_mode="navigate")[0] == 200
    told = "This can only be loaded by a page of this server.\n"
    assert asked(site, "/", sec_fetch_site="cross-site", sec_fetch_mode="no-cors")[:2] == (403, told)
    assert asked(site, "/static/icon.svg", sec_fetch_site="cross-site", sec_fetch_mode="no-cors")[:2] == (403, told)


def test_nothing_is_sent_where_nothing_is_taken(site: str) -> None:
    """A page that takes no form says so."""
    status, text, _ = asked(site, "/find", "POST")
    assert status == 405
    assert "Nothing can be sent to this address." in text


def test_sizes_are_limited(site: str) -> None:
    """An address or a form that is too long is refused in a sentence."""
    assert asked(site, "/find?words=" + "x" * 5_000)[:2] == (414, "The address is too long; ask for less at once.\n")
    told = "That is more than may be sent to this server at once; send less.\n"
    assert asked(site, "/", "POST", content_length=str(10**9))[:2] == (413, told)
    assert asked(site, "/", "GET", content_length="-1")[0] in (400, 413)
