"""SnapTrade in the sandbox: signatures, connection state, errors and limits."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest

from .process import RunningSandbox
from .snaptrade_signature import signature_agrees
from .wire import as_user, load_vectors, snaptrade
from .world_snaptrade import connection_id, stable_id

SIGNATURES = load_vectors("snaptrade_signatures.json")
BY_ID = {vector["id"]: vector for vector in SIGNATURES}
MAPLE = f"/authorizations/{connection_id('ada', 'MAPLE')}"


def agrees(vector: dict[str, Any], signature: str, body: bytes | None = None) -> bool:
    """Ask the verifier about a known request."""
    sent = b"" if vector["body"] is None else json.dumps(vector["body"]).encode()
    path, query = vector["path"], vector["query"]
    return signature_agrees(signature, vector["consumer_key"], path, query, sent if body is None else body)


@pytest.mark.parametrize("vector", SIGNATURES, ids=lambda vector: vector["id"])
def test_known_signatures_are_accepted_and_wrong_ones_refused(vector: dict[str, Any]) -> None:
    """The verifier agrees with the known signature and with no wrong form of it."""
    assert agrees(vector, vector["signature"])
    for wrong in [*vector.get("must_differ_from", {}).values(), vector["signature"][:-2] + "A=", "", "ü"]:
        assert not agrees(vector, wrong)


def test_an_empty_object_signs_like_no_body() -> None:
    """Content is null for a missing body and for an empty object, but not for an empty list."""
    assert agrees(BY_ID["V3"], BY_ID["V3"]["signature"], b"")
    assert agrees(BY_ID["V3"], BY_ID["V3"]["signature"], b" {} ")
    assert not agrees(BY_ID["V3"], BY_ID["V3"]["signature"], b"[]")
    assert not agrees(BY_ID["V3"], BY_ID["V3"]["signature"], b"{")


@pytest.fixture
def vector_client(sandbox: RunningSandbox) -> RunningSandbox:
    """Let the client, the user and the time of the known requests into the sandbox."""
    first = BY_ID["V1"]
    query = dict(part.split("=") for part in first["query"].split("&"))
    sandbox.control.settings(
        snaptrade_partners={query["clientId"]: first["consumer_key"]},
        snaptrade_users={query["userId"]: query["userSecret"]},
    )
    sandbox.control.clock(int(query["timestamp"]) - time.time())
    return sandbox


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [("V1", None, 200), ("V3", None, 404), ("V3", b"{}", 404), ("V5", None, 200), ("V6", None, 200)],
)
@pytest.mark.usefixtures("vector_client")
def test_known_requests_pass_the_wire(http: httpx.Client, name: str, body: bytes | None, status: int) -> None:
    """Path and query are verified as they travelled, in both path styles."""
    vector = BY_ID[name]
    url, method = f"{vector['path']}?{vector['query']}", vector["method"]
    answer = http.request(method, url, content=body, headers={"signature": vector["signature"]})
    assert status == answer.status_code
    for wrong in vector.get("must_differ_from", {}).values():
        refused = http.request(method, url, content=body, headers={"signature": wrong})
        assert (refused.status_code, refused.json()["code"]) == (401, "1076")


@pytest.mark.parametrize("prefix", ["", "/api/v1"])
@pytest.mark.usefixtures("sandbox")
def test_connections_are_listed_and_shown(http: httpx.Client, prefix: str) -> None:
    """A user sees the own connections only, with brokerage and its type."""
    listed = snaptrade(http, "GET", f"{prefix}/authorizations", as_user("ada")).json()
    shown = snaptrade(http, "GET", f"{prefix}{MAPLE}", as_user("ada"))
    assert [item["brokerage"]["slug"] for item in listed] == ["MAPLE", "COINWELL", "HARBOR"]
    assert listed[0] == shown.json()
    assert shown.json()["brokerage"]["brokerage_type"]["name"] == "Traditional Brokerage"
    assert [item["disabled"] for item in listed] == [False, False, True]
    assert (prefix != "") == ("deprecation" in shown.headers)


def test_disable_marks_and_refresh_charges(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """A disabled connection refuses both actions with their own codes and is still readable."""
    for _ in range(2):
        assert snaptrade(http, "POST", f"{MAPLE}/refresh", as_user("ada")).status_code == 200
    key = connection_id("ada", "MAPLE")
    assert sandbox.control.state()["snaptrade"]["connections"][key]["charges"] == 2
    assert snaptrade(http, "POST", f"{MAPLE}/disable", as_user("ada")).status_code == 200
    again = snaptrade(http, "POST", f"{MAPLE}/disable", as_user("ada"))
    refused = snaptrade(http, "POST", f"{MAPLE}/refresh", as_user("ada"))
    assert (again.status_code, again.json()["code"]) == (402, 3011)
    assert (refused.status_code, refused.json()["code"]) == (402, 3003)
    shown = snaptrade(http, "GET", MAPLE, as_user("ada")).json()
    assert shown["disabled"] is True
    assert shown["disabled_date"] is not None
    assert sandbox.control.state()["snaptrade"]["connections"][key]["charges"] == 2


@pytest.mark.usefixtures("sandbox")
def test_remove_deletes_for_good(http: httpx.Client) -> None:
    """The first removal is an empty 204, the next a bodiless 404, and nothing is left."""
    first = snaptrade(http, "DELETE", MAPLE, as_user("ada"))
    second = snaptrade(http, "DELETE", MAPLE, as_user("ada"))
    assert (first.status_code, first.content) == (204, b"")
    assert (second.status_code, second.content) == (404, b"")
    assert snaptrade(http, "GET", MAPLE, as_user("ada")).status_code == 404
    assert len(snaptrade(http, "GET", "/authorizations", as_user("ada")).json()) == 2


@pytest.mark.usefixtures("sandbox")
def test_return_rates(http: httpx.Client) -> None:
    """Rates come wrapped, can be chosen by timeframe, and are a feature a connection may lack."""
    rates = snaptrade(http, "GET", f"{MAPLE}/returnRates", as_user("ada")).json()["data"]
    chosen = snaptrade(http, "GET", f"{MAPLE}/returnRates", as_user("ada", "&timeframes=ALL,1D")).json()
    other = f"/authorizations/{connection_id('ada', 'COINWELL')}/returnRates"
    refused = snaptrade(http, "GET", other, as_user("ada"))
    assert len(rates) == 8
    assert [rate["timeframe"] for rate in chosen["data"]] == ["ALL", "1D"]
    assert (refused.status_code, refused.json()["default_code"]) == (403, 1141)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ("", 60),
        ("&userId=ada", 30),
        ("&userId=ada%2Cgrace", 60),
        (f"&sessionId={stable_id('session', 'ada', 'first')}", 15),
        (f"&userId=grace&sessionId={stable_id('session', 'ada', 'first')}", 0),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_session_events_are_filtered(http: httpx.Client, filters: str, count: int) -> None:
    """Filters are comma separated and add up."""
    answer = snaptrade(http, "GET", "/api/v1/sessionEvents", f"PartnerClientId=SANDBOX-CLIENT{filters}")
    assert (200, count) == (answer.status_code, len(answer.json()))


@pytest.mark.parametrize(
    ("method", "path", "query", "status", "code"),
    [
        ("GET", "/authorizations", "userId=ada&userSecret=wrong", 401, "1083"),
        ("GET", "/authorizations", "userId=nobody&userSecret=wrong", 401, "1083"),
        ("GET", "/authorizations", "userId=ada", 400, "1012"),
        ("GET", "/authorizations/not-a-uuid", as_user("ada"), 400, "1012"),
        ("GET", MAPLE, as_user("grace"), 404, 1011),
        ("POST", f"/authorizations/{stable_id('none')}/disable", as_user("ada"), 404, 1011),
        ("POST", f"/authorizations/{stable_id('none')}/refresh", as_user("ada"), 404, 1011),
        ("GET", "/sessionEvents", "", 400, "1012"),
        ("GET", "/sessionEvents", "PartnerClientId=other", 403, 1066),
        ("PUT", "/authorizations", as_user("ada"), 405, ""),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_refusals(http: httpx.Client, method: str, path: str, query: str, status: int, code: object) -> None:
    """Each mistake gets the vendor's status and code."""
    answer = snaptrade(http, method, path, query)
    body = answer.json()
    assert (status, code) == (answer.status_code, body.get("code", body.get("default_code")))
    assert len(answer.headers["x-request-id"]) == 32


@pytest.mark.parametrize("shift", [-301, 301, 1e12], ids=["old", "early", "milliseconds"])
@pytest.mark.usefixtures("sandbox")
def test_timestamps_out_of_the_window_are_refused(http: httpx.Client, shift: float) -> None:
    """A timestamp far from now, or in milliseconds, does not verify."""
    answer = snaptrade(http, "GET", "/authorizations", as_user("ada"), at=time.time() + shift)
    assert (answer.status_code, answer.json()["code"]) == (401, "1076")
    assert answer.json()["status_code"] == 401


@pytest.mark.usefixtures("sandbox")
def test_unsigned_requests_are_refused(http: httpx.Client) -> None:
    """Without a signature, or from an unknown client, nothing is answered."""
    stamp = int(time.time())
    for client in ("SANDBOX-CLIENT", "OTHER"):
        answer = http.get(f"/authorizations?clientId={client}&timestamp={stamp}&{as_user('ada')}")
        assert (answer.status_code, answer.json()["code"]) == (401, "1076")


def test_the_request_limit_rolls(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """The limit refuses with code 0000, counts down in headers, and frees up with time."""
    sandbox.control.settings(rate_limit=2)
    left = [
        snaptrade(http, "GET", "/authorizations", as_user("empty")).headers["x-ratelimit-remaining"]
        for _ in range(2)
    ]
    refused = snaptrade(http, "GET", "/authorizations", as_user("empty"))
    assert left == ["1", "0"]
    assert (refused.status_code, refused.json()["code"]) == (429, "0000")
    assert 0 < int(refused.headers["x-ratelimit-reset"]) <= 60
    sandbox.control.clock(61)
    assert snaptrade(http, "GET", "/authorizations", as_user("empty")).status_code == 200


def test_a_refresh_too_soon_is_throttled(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """When asked to, the sandbox throttles a second refresh and does not charge for it."""
    sandbox.control.settings(refresh_interval=60)
    assert snaptrade(http, "POST", f"{MAPLE}/refresh", as_user("ada")).status_code == 200
    refused = snaptrade(http, "POST", f"{MAPLE}/refresh", as_user("ada"))
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    key = connection_id("ada", "MAPLE")
    assert sandbox.control.state()["snaptrade"]["connections"][key]["charges"] == 1
