"""Genesys Cloud in the sandbox: tokens, cursors, errors and limits."""

from __future__ import annotations

import base64

import httpx
import pytest

from . import world
from .process import RunningSandbox
from .wire import FORM, genesys_token
from .world_genesys import EMPTY_SESSION, ENDLESS_SESSION, KINDS, LONG_SESSION, SHORT_SESSION


def events_path(session: str, query: str = "") -> str:
    """Return the path of a session's events."""
    return f"/api/v2/journey/sessions/{session}/events" + (f"?{query}" if query else "")


def get(http: httpx.Client, path: str, token: str) -> httpx.Response:
    """Send a request with a bearer token."""
    return http.get(path, headers={"authorization": f"Bearer {token}"})


def basic(client: str, secret: str) -> str:
    """Return the header value for a client and its secret."""
    return f"Basic {base64.b64encode(f'{client}:{secret}'.encode()).decode()}"


GRANT = "grant_type=client_credentials"
RIGHT = basic(world.GENESYS_CLIENT_ID, world.GENESYS_CLIENT_SECRET)


@pytest.mark.usefixtures("sandbox")
def test_token(http: httpx.Client) -> None:
    """Right credentials give a bearer token with its life in seconds."""
    answer = http.post("/oauth/token", content=GRANT, headers=FORM | {"authorization": RIGHT})
    assert answer.status_code == 200
    assert {"access_token", "token_type", "expires_in"} == set(answer.json())
    assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("bearer", 86_400)


@pytest.mark.parametrize(
    ("authorization", "content", "headers", "status", "error"),
    [
        (basic("x", "y"), GRANT, FORM, 401, "invalid_client"),
        (basic(world.GENESYS_CLIENT_ID, "y"), GRANT, FORM, 401, "invalid_client"),
        ("Basic ???", GRANT, FORM, 401, "invalid_client"),
        ("", GRANT, FORM, 401, "invalid_client"),
        (RIGHT, "grant_type=password", FORM, 400, "unsupported_grant_type"),
        (RIGHT, f"{GRANT}&scope=all", FORM, 400, "invalid_request"),
        (RIGHT, GRANT, {}, 400, "invalid_request"),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_token_refusals(
    http: httpx.Client, authorization: str, content: str, headers: dict[str, str], status: int, error: str
) -> None:
    """Wrong credentials and anything but the one form body are refused in the token error shape."""
    answer = http.post("/oauth/token", content=content, headers=headers | {"authorization": authorization})
    assert (status, error) == (answer.status_code, answer.json()["error"])
    assert {"error", "description", "error_description"} == set(answer.json())


@pytest.mark.parametrize("size", ["pageSize=200", "limit=99", ""])
@pytest.mark.usefixtures("sandbox")
def test_paging_forward_and_back(http: httpx.Client, size: str) -> None:
    """Following the next links gives every event once, and the previous links lead back."""
    token = genesys_token(http)
    path: str | None = events_path(LONG_SESSION, size)
    forward: list[list[str]] = []
    page = {}
    while path:
        page = get(http, path, token).json()
        forward.append([event["id"] for event in page["entities"]])
        path = page.get("nextUri")
    back = [forward[-1]]
    while "previousUri" in page:
        page = get(http, page["previousUri"], token).json()
        back.append([event["id"] for event in page["entities"]])
    flat = [key for keys in forward for key in keys]
    assert 450 == len(flat) == len(set(flat))
    assert set(flat) == {key for keys in back for key in keys}


@pytest.mark.usefixtures("sandbox")
def test_events_of_every_kind(http: httpx.Client) -> None:
    """Each kind has its own member, and a comma list chooses kinds."""
    token = genesys_token(http)
    entities = get(http, events_path(LONG_SESSION), token).json()["entities"]
    assert len(entities) == 50
    assert set(KINDS.values()) == {name for event in entities for name in event} & set(KINDS.values())
    chosen = "com.genesys.journey.WebEvent,com.genesys.journey.AppEvent"
    page = get(http, events_path(LONG_SESSION, f"pageSize=200&eventType={chosen}"), token).json()
    assert set(chosen.split(",")) == {event["eventType"] for event in page["entities"]}
    assert len(page["entities"]) == 114
    assert "nextUri" not in page


@pytest.mark.usefixtures("sandbox")
def test_unusual_sessions(http: httpx.Client) -> None:
    """A short session has no links, an empty one no events, an endless one always a next page."""
    token = genesys_token(http)
    short = get(http, events_path(SHORT_SESSION), token).json()
    assert (7, {"entities", "selfUri"}) == (len(short["entities"]), set(short))
    assert get(http, events_path(EMPTY_SESSION), token).json()["entities"] == []
    endless = get(http, events_path(ENDLESS_SESSION), token).json()
    assert get(http, endless["nextUri"], token).json()["nextUri"] == endless["nextUri"]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (events_path("nobody"), 404, "not.found"),
        (events_path(SHORT_SESSION, "pageSize=201"), 400, "invalid.value"),
        (events_path(SHORT_SESSION, "pageSize=0"), 400, "invalid.value"),
        (events_path(SHORT_SESSION, "limit=many"), 400, "invalid.value"),
        (events_path(SHORT_SESSION, "after=zzz"), 400, "invalid.value"),
        (events_path(SHORT_SESSION, "before=AAAA"), 400, "invalid.value"),
        ("/api/v2/journey/sessions", 404, "not.found"),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_refusals(http: httpx.Client, path: str, status: int, code: str) -> None:
    """Each mistake gets the error body, which repeats the correlation id."""
    answer = get(http, path, genesys_token(http))
    body = answer.json()
    assert (status, status, code) == (answer.status_code, body["status"], body["code"])
    assert answer.headers["ININ-Correlation-Id"] == body["contextId"]


def test_tokens_are_checked_expire_and_are_revoked(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """Every reason to refuse a token has its code."""
    path = events_path(SHORT_SESSION)
    assert http.get(path).json()["code"] == "authentication.required"
    assert get(http, path, "unknown").json()["code"] == "bad.credentials"
    sandbox.control.settings(token_lifetime=30)
    token = genesys_token(http)
    assert get(http, path, token).status_code == 200
    sandbox.control.clock(31)
    expired = get(http, path, token)
    assert (expired.status_code, expired.json()["code"]) == (401, "credentials.expired")
    fresh = genesys_token(http)
    assert sandbox.control.revoke_tokens() == 2
    assert get(http, path, fresh).json()["code"] == "bad.credentials"
    assert sandbox.control.state()["genesys"]["tokens_issued"] == 2


@pytest.mark.usefixtures("sandbox")
def test_a_client_without_permission(http: httpx.Client) -> None:
    """A valid token of a client without the permission is a 403."""
    token = genesys_token(http, world.GENESYS_UNPRIVILEGED_CLIENT_ID)
    answer = get(http, events_path(SHORT_SESSION), token)
    assert (answer.status_code, answer.json()["code"]) == (403, "missing.permissions")


def test_the_request_limit(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """The limit counts up in headers, then refuses with Retry-After."""
    sandbox.control.settings(rate_limit=1)
    token = genesys_token(http)
    first, second = (get(http, events_path(SHORT_SESSION), token) for _ in range(2))
    assert (first.headers["inin-ratelimit-count"], first.headers["inin-ratelimit-allowed"]) == ("1", "1")
    assert (second.status_code, second.json()["code"]) == (429, "too.many.requests")
    assert second.headers["retry-after"] == second.headers["inin-ratelimit-reset"] == "60"
    sandbox.control.clock(60)
    assert get(http, events_path(SHORT_SESSION), token).status_code == 200
