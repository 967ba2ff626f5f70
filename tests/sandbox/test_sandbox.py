"""The core of the sandbox: faults, log, control and request limits."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import pytest

from .process import RunningSandbox
from .ratelimit import FixedWindow, RollingWindow
from .wire import as_user, genesys_token, jwt, snaptrade, stream

SYNC = {"channel_cids": ["messaging:random"], "last_sync_at": "2020-01-01T00:00:00Z", "user_id": "jane"}


def listing(http: httpx.Client) -> httpx.Response:
    """List the connections of a user."""
    return snaptrade(http, "GET", "/authorizations", as_user("ada"))


def test_a_queued_fault_is_used_up(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """An order is carried out as often as it says, for the requests it fits."""
    sandbox.control.fault(
        match={"method": "GET", "path_prefix": "/authorizations"},
        times=2,
        status=502,
        headers={"Retry-After": "7", "Content-Type": "text/html"},
        body="<h1>Bad gateway</h1>",
    )
    assert stream(http, "/sync", SYNC).status_code == 400
    answers = [listing(http) for _ in range(3)]
    sandbox.control.fault(status=204)
    sandbox.control.fault(status=200, body_base64="/w==")
    assert [(got.status_code, got.content) for got in map(listing, [http, http])] == [
        (204, b""),
        (200, b"\xff"),
    ]
    assert [answer.status_code for answer in answers] == [502, 502, 200]
    assert (answers[0].headers["retry-after"], answers[0].text) == ("7", "<h1>Bad gateway</h1>")


@pytest.mark.parametrize("path", ["/authorizations", "/sessionEvents", "/oauth/token", "/api/v2/x", "/sync"])
@pytest.mark.usefixtures("sandbox")
def test_a_fault_without_a_body_speaks_like_the_vendor(http: httpx.Client, path: str) -> None:
    """Every path can fail, in the error shape of its vendor, before anything is checked."""
    answer = http.post(path, headers={"x-sandbox-fault": "503"})
    assert answer.status_code == 503
    assert {"detail", "error", "code"} & set(answer.json())


@pytest.mark.usefixtures("sandbox")
def test_a_fault_by_header_with_a_key_ends(http: httpx.Client) -> None:
    """With a key only the first requests fail, so that a repeated request gets through."""
    query, headers = "api_key=sandboxkey12", {"x-sandbox-fault": "500;key=a;times=2"}
    headers |= {"stream-auth-type": "jwt", "authorization": jwt({})}
    body = {"event": {"type": "typing.start", "user_id": "jane"}}
    url = f"/channels/messaging/general/event?{query}"
    assert [http.post(url, json=body, headers=headers).status_code for _ in range(3)] == [500, 500, 201]
    for wrong in ("never", "500;key=b;times=x"):
        assert http.post(url, headers={"x-sandbox-fault": wrong}).status_code == 400


def test_a_replaced_answer_was_still_worked_for(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """The work is done and only the answer is lost, as after a broken connection."""
    sandbox.control.fault(kind="replace", status=504)
    assert listing(http).status_code == 504
    sandbox.control.fault(kind="replace", status=504, match={"path_prefix": "/users/"})
    assert stream(http, "/users/jane/event", {"event": {"type": "x"}}).status_code == 504
    assert len(sandbox.control.state()["stream"]["sent"]) == 1


def test_a_delay_makes_the_real_answer_late(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """A late answer is the vendor's own."""
    sandbox.control.fault(kind="delay", delay=0.05)
    answer = listing(http)
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() >= 0.05
    sandbox.control.fault(kind="delay", delay=10)
    with pytest.raises(httpx.ReadTimeout):
        http.get("/authorizations", timeout=0.05)


@pytest.mark.parametrize(
    "order",
    [
        {"kind": "x"},
        {"body_base64": "?"},
        {"status": 99},
        {"times": 0},
        {"delay": -1},
        {"match": {"host": "x"}},
        {"wat": 1},
    ],
    ids=lambda order: next(iter(order)),
)
def test_impossible_faults_are_refused(sandbox: RunningSandbox, order: dict[str, Any]) -> None:
    """An order that cannot be carried out is not queued."""
    with pytest.raises(ValueError, match="refused"):
        sandbox.control.fault(**order)


def test_the_log_keeps_what_was_sent(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """Path, query and body are logged as they travelled, faults included, control not."""
    http.post("/sync?a=%2C&a=b+c", content=b"\x00\xff", headers={"X-Mark": "1", "x-sandbox-fault": "503"})
    (entry,) = sandbox.control.requests()
    assert (entry["method"], entry["path"], entry["query"]) == ("POST", "/sync", "a=%2C&a=b+c")
    assert base64.b64decode(entry["body"]) == b"\x00\xff"
    assert ["x-mark", "1"] in entry["headers"]
    assert (entry["status"], entry["fault"], entry["vendor"]) == (503, True, "stream")
    sandbox.control.forget_requests()
    assert sandbox.control.requests() == []


def test_reset_restores_everything(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """State, settings, clock, faults and log return to the start."""
    before = sandbox.control.settings()
    stream(http, "/users/jane/event", {"event": {"type": "x"}})
    token = genesys_token(http)
    sandbox.control.settings(rate_limit=0, snaptrade_users={"new": "secret"})
    sandbox.control.clock(1000)
    sandbox.control.fault(status=500)
    sandbox.control.reset()
    assert before == sandbox.control.settings()
    assert sandbox.control.requests() == []
    state = sandbox.control.state()
    assert (state["stream"]["sent"], state["genesys"]["tokens_issued"]) == ([], 0)
    answer = http.get("/api/v2/journey/sessions/x/events", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "changes", [{"unknown": 1}, {"window": "x"}, {"rate_limit": -1}, {"snaptrade_users": {"a": 1}}]
)
def test_wrong_settings_are_refused(sandbox: RunningSandbox, changes: dict[str, Any]) -> None:
    """A misspelt or senseless setting is an error, and nothing changes."""
    before = sandbox.control.settings()
    with pytest.raises(ValueError, match="refused"):
        sandbox.control.settings(**changes)
    assert before == sandbox.control.settings()


@pytest.mark.usefixtures("sandbox")
def test_foreign_paths_and_methods(http: httpx.Client) -> None:
    """What no vendor has is a plain 404 that names the way out."""
    assert "README" in http.get("/somewhere").text
    assert http.get("/_sandbox/nothing").status_code == 404
    assert http.get("/sync").status_code == 405


def test_windows_count_and_free_up() -> None:
    """The rolling window frees one place at a time, the fixed one all at once."""
    rolling, fixed = RollingWindow(), FixedWindow()
    for kind in (rolling, fixed):
        for now in (0.0, 40.0):
            assert not kind.hit("a", limit=2, now=now, seconds=60).refused
        assert kind.hit("a", limit=2, now=50.5, seconds=60).reset_seconds == 10
        assert kind.hit("a", limit=2, now=50.5, seconds=60).refused
        assert not kind.hit("b", limit=2, now=50.5, seconds=60).refused
    assert rolling.hit("a", limit=2, now=61, seconds=60).remaining == 0
    assert fixed.hit("a", limit=2, now=61, seconds=60).remaining == 1
