"""Stream Chat in the sandbox: tokens, custom events, sync and limits."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from . import world
from .process import RunningSandbox
from .stream_jwt import TokenError, verify
from .wire import jwt, load_vectors, stream

TOKENS = load_vectors("stream_jwt.json")
GENERAL = "/channels/messaging/general/event"
VECTOR_TIME = 1_700_000_100


def ago(days: float) -> str:
    """Return a moment in the past as the API wants it."""
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def typing(**more: Any) -> dict[str, Any]:
    """Return the body of a typing event."""
    return {"event": {"type": "typing.start", **more}}


def sync(http: httpx.Client, *cids: str, days: float = 25, **options: Any) -> httpx.Response:
    """Ask for what jane missed."""
    body = {"channel_cids": list(cids), "last_sync_at": ago(days), "user_id": "jane"}
    return stream(http, "/sync", body, **options)


@pytest.mark.parametrize("vector", TOKENS, ids=lambda vector: vector["name"])
def test_known_tokens_are_accepted(
    sandbox: RunningSandbox, http: httpx.Client, vector: dict[str, Any]
) -> None:
    """A known token passes the wire with its own secret and fails with any other."""
    refused = stream(http, GENERAL, typing(user_id="jane"), token=vector["token"])
    assert (refused.status_code, refused.json()["code"]) == (401, 43)
    sandbox.control.settings(stream_api_secret=vector["secret"])
    sandbox.control.clock(VECTOR_TIME - time.time())
    answer = stream(http, GENERAL, typing(user_id="jane"), token=vector["token"])
    expected = verify(vector["token"], vector["secret"], VECTOR_TIME).get("user_id", "jane")
    assert (201, expected) == (answer.status_code, answer.json()["event"]["user"]["id"])


NOW = 1_700_000_000
BAD_TOKENS: list[tuple[str, int]] = [
    (jwt({"exp": NOW}), 40),
    (jwt({"nbf": NOW + 1}), 41),
    (jwt({"iat": NOW + 1}), 42),
    (jwt({}, secret="other"), 43),
    (jwt({}, alg="HS512"), 5),
    (jwt({}, alg="none").rpartition(".")[0] + ".", 5),
    (f"Bearer {jwt({})}", 5),
    (jwt({}) + "=", 5),
    (jwt({"exp": "soon"}), 5),
    ("a.b", 5),
    ("a.b.c", 5),
]


@pytest.mark.parametrize(("token", "code"), BAD_TOKENS)
def test_bad_tokens_are_refused_with_their_code(token: str, code: int) -> None:
    """Signature, algorithm, form and each time claim have their own code."""
    with pytest.raises(TokenError) as caught:
        verify(token, world.STREAM_API_SECRET, NOW)
    assert code == caught.value.code


@pytest.mark.parametrize(
    ("query", "headers", "code"),
    [
        ("", {"stream-auth-type": "jwt", "authorization": jwt({})}, 2),
        ("api_key=other", {"stream-auth-type": "jwt", "authorization": jwt({})}, 2),
        (f"api_key={world.STREAM_API_KEY}", {"authorization": jwt({})}, 5),
        (f"api_key={world.STREAM_API_KEY}", {"stream-auth-type": "anonymous"}, 5),
        (f"api_key={world.STREAM_API_KEY}", {"stream-auth-type": "jwt"}, 5),
        (
            f"api_key={world.STREAM_API_KEY}",
            {"stream-auth-type": "jwt", "authorization": f"Bearer {jwt({})}"},
            5,
        ),
        (
            f"api_key={world.STREAM_API_KEY}",
            {"stream-auth-type": "jwt", "authorization": jwt({"user_id": "nobody"})},
            5,
        ),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_incomplete_authentication(
    http: httpx.Client, query: str, headers: dict[str, str], code: int
) -> None:
    """Key, kind and bare token are all needed."""
    answer = http.post(f"{GENERAL}?{query}", json=typing(user_id="jane"), headers=headers)
    assert (401, 401, code) == (answer.status_code, answer.json()["StatusCode"], answer.json()["code"])


def test_send_event_keeps_custom_data(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """Flat custom data comes back, the sender is spelled out, and control shows the event."""
    body = typing(
        user={"id": "jane"}, parent_id="m-1", colour="größe", nested={"a": [1, None]}, half="\ud83d"
    )
    answer = stream(http, GENERAL, body)
    event = answer.json()["event"]
    assert answer.status_code == 201
    assert (event["colour"], event["nested"], event["parent_id"]) == ("größe", {"a": [1, None]}, "m-1")
    assert (event["user"]["id"], event["cid"]) == ("jane", "messaging:general")
    assert event["half"] == "\ud83d"
    assert answer.json()["duration"].endswith("ms")
    assert sandbox.control.state()["stream"]["sent"] == [event]
    assert event not in sync(http, "messaging:general").json()["events"]


@pytest.mark.usefixtures("sandbox")
def test_the_sender_comes_from_a_user_token(http: httpx.Client) -> None:
    """A user cannot send in another name, nor where the user is no member."""
    token = jwt({"user_id": "john"})
    answer = stream(http, GENERAL, typing(user_id="jane"), token=token)
    assert answer.json()["event"]["user"]["id"] == "john"
    refused = stream(http, "/channels/messaging/support/event", typing(), token=token)
    assert (refused.status_code, refused.json()["code"]) == (403, 17)


def test_send_user_custom_event(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """A server reaches one user; the answer holds only the duration."""
    answer = stream(http, "/users/jane/event", {"event": {"type": "greeting", "text": "hi"}})
    assert (201, {"duration"}) == (answer.status_code, set(answer.json()))
    (sent,) = sandbox.control.state()["stream"]["sent"]
    assert (sent["type"], sent["text"], sent["to_user"]) == ("greeting", "hi", "jane")
    refused = stream(http, "/users/jane/event", {"event": {"type": "x"}}, token=jwt({"user_id": "jane"}))
    assert (refused.status_code, refused.json()["code"]) == (403, 17)


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        (GENERAL, typing(), 400, 4),
        (GENERAL, {}, 400, 4),
        (GENERAL, float("nan"), 400, 4),
        (GENERAL, {"event": {"user_id": "jane"}}, 400, 4),
        (GENERAL, typing(user_id="nobody"), 404, 16),
        (GENERAL, {"event": {"type": "no.such.kind", "user_id": "jane"}}, 400, 18),
        ("/channels/messaging/none/event", typing(user_id="jane"), 404, 16),
        ("/channels/broadcast/news/event", typing(user_id="jane"), 400, 19),
        ("/users/nobody/event", {"event": {"type": "x"}}, 404, 16),
        ("/users/jane/event", {"event": {"type": "a.b"}}, 400, 4),
        ("/users/jane/other", {"event": {"type": "x"}}, 404, 16),
        ("/sync", {"channel_cids": ["messaging:general"], "last_sync_at": ago(1)}, 400, 4),
        ("/sync", {"channel_cids": ["messaging:general"], "user_id": "jane"}, 400, 4),
        ("/sync", {"channel_cids": ["messaging:general"], "last_sync_at": "now", "user_id": "jane"}, 400, 4),
        ("/sync", {"channel_cids": ["general"], "last_sync_at": ago(1), "user_id": "jane"}, 400, 4),
    ],
)
@pytest.mark.usefixtures("sandbox")
def test_refusals(http: httpx.Client, path: str, body: object, status: int, code: int) -> None:
    """Each mistake gets the complete error body."""
    answer = stream(http, path, body)
    assert (status, code) == (answer.status_code, answer.json()["code"])
    assert {"code", "message", "StatusCode", "duration", "more_info", "details"} == set(answer.json())


@pytest.mark.usefixtures("sandbox")
def test_sync_gives_what_was_missed(http: httpx.Client) -> None:
    """Events of all asked channels come in order, and only those since the moment."""
    everything = sync(http, "messaging:general", "messaging:support", "messaging:general")
    assert everything.status_code == 201
    cids = {event["cid"] for event in everything.json()["events"]}
    assert {"messaging:general", "messaging:support"} == cids
    assert len(everything.json()["events"]) == 160
    assert len(sync(http, "messaging:general", days=10).json()["events"]) == 60
    as_user = stream(
        http,
        "/sync",
        {"channel_cids": ["messaging:general"], "last_sync_at": ago(25)},
        token=jwt({"user_id": "bob"}),
    )
    assert len(as_user.json()["events"]) == 120


@pytest.mark.usefixtures("sandbox")
def test_inaccessible_channels(http: httpx.Client) -> None:
    """They are listed when asked for, in query or body, and otherwise played as removals."""
    cids = ("messaging:private", "messaging:none")
    default = sync(http, *cids).json()
    assert [event["type"] for event in default["events"]] == ["notification.removed_from_channel"] * 2
    listed = sync(http, *cids, query="&with_inaccessible_cids=true").json()
    assert (list(cids), []) == (listed["inaccessible_cids"], listed["events"])
    body = {
        "channel_cids": cids,
        "last_sync_at": ago(1),
        "user": {"id": "jane"},
        "with_inaccessible_cids": True,
    }
    assert list(cids) == stream(http, "/sync", body).json()["inaccessible_cids"]
    assert sync(http, *cids, query="&with_inaccessible_cids=True").status_code == 400


@pytest.mark.parametrize(
    ("cids", "days", "words"),
    [
        (["messaging:general"], 30.01, "Too old last_sync_at"),
        (["messaging:busy"], 25, "Too many events to sync"),
        (["messaging:general"] * 256, 1, "channel_cids"),
        ([], 1, "channel_cids"),
    ],
    ids=["old", "many", "long", "empty"],
)
@pytest.mark.usefixtures("sandbox")
def test_sync_limits(http: httpx.Client, cids: list[str], days: float, words: str) -> None:
    """All limits share status and code; only the words differ."""
    answer = sync(http, *cids, days=days)
    assert (answer.status_code, answer.json()["code"]) == (400, 4)
    assert words in answer.json()["message"]


def test_the_event_cap_can_be_set(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """A test may make the cap small."""
    sandbox.control.settings(event_cap=119)
    assert sync(http, "messaging:general").status_code == 400
    sandbox.control.settings(event_cap=120)
    assert sync(http, "messaging:general").status_code == 201


def test_the_request_limit(sandbox: RunningSandbox, http: httpx.Client) -> None:
    """The limit tells in epoch seconds when it ends, on good answers too."""
    sandbox.control.settings(rate_limit=1)
    first, second = (stream(http, GENERAL, typing(user_id="jane")) for _ in range(2))
    assert (first.status_code, first.headers["x-ratelimit-remaining"]) == (201, "0")
    assert (second.status_code, second.json()["code"]) == (429, 9)
    assert 0 < int(second.headers["x-ratelimit-reset"]) - time.time() <= 61
    other = stream(http, "/users/jane/event", {"event": {"type": "x"}})
    assert other.status_code == 201
