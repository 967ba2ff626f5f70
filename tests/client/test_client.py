"""Clients as a whole: options, free requests, middleware, limits, logging."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from tests.twins import Twin

USER = {"user_id": "u", "user_secret": "marker-user-secret"}
OK = httpx.Response(200, json=[])


async def test_headers_and_query_of_one_call(twin: Twin) -> None:
    """Extra headers win, extra query parameters are sent and signed after the declared ones."""
    client = twin.client("snaptrade", OK, headers={"X-A": "client", "X-B": "client"})
    options = twin.kit("snaptrade").RequestOptions(headers={"x-a": "call"}, query={"new param": "1&2"})

    await twin(client.connections.list_brokerage_authorizations(**USER, request_options=options))

    request = twin.requests[0]
    assert (request.headers["x-a"], request.headers["x-b"]) == ("call", "client")
    assert b"&new%20param=1%262&clientId=" in request.url.raw_path
    assert request.headers["user-agent"].startswith("snaptrade-kit/")
    assert request.headers["accept"] == "application/json"


async def test_headers_must_be_ascii(twin: Twin) -> None:
    """A header that cannot be sent is refused without showing it."""
    client = twin.client("snaptrade", OK, headers={"X-A": "märker"})
    with pytest.raises(twin.kit("snaptrade").InvalidArgumentError, match="headers must be printable ASCII"):
        await twin(client.connections.list_brokerage_authorizations(**USER))


async def test_with_options_shares_and_does_not_change(twin: Twin) -> None:
    """The twin has its own settings; the original keeps its own, resources included."""
    client = twin.client("snaptrade", OK, max_retries=0, headers={"X-A": "1"})
    before = client.connections
    other = client.with_options(max_retries=5, headers={"X-B": "2"}, timeout=1.5)

    await twin(other.connections.list_brokerage_authorizations(**USER))
    await twin(client.connections.list_brokerage_authorizations(**USER))

    assert before is client.connections is not other.connections
    assert (other._settings.max_retries, client._settings.max_retries) == (5, 0)
    assert (twin.requests[0].headers["x-a"], twin.requests[0].headers["x-b"]) == ("1", "2")
    assert "x-b" not in twin.requests[1].headers
    assert other._pool is client._pool


async def test_undocumented_endpoints(twin: Twin) -> None:
    """``request`` sends anything with the same auth and gives plain data back."""
    client = twin.client("snaptrade", httpx.Response(200, json={"a": [1]}))

    response = await twin(
        client.request("post", "/snapTrade/login", query={"userId": "ü"}, body={"b": 1}, headers={"X-C": "3"})
    )

    request = twin.requests[0]
    assert response.parsed == {"a": [1]}
    assert (request.method, request.content, request.headers["x-c"]) == ("POST", b'{"b":1}', "3")
    assert request.url.raw_path.startswith(b"/api/v1/snapTrade/login?userId=%C3%BC&clientId=CLIENT")
    assert request.headers["content-type"] == "application/json"


async def test_undocumented_endpoints_may_answer_nothing(twin: Twin) -> None:
    """An empty answer reads as None."""
    client = twin.client("snaptrade", httpx.Response(204))
    assert (await twin(client.request("DELETE", "/x"))).parsed is None


@pytest.mark.parametrize(
    ("method", "idempotent", "attempts"),
    [("GET", None, 3), ("HEAD", None, 3), ("POST", None, 1), ("POST", True, 3), ("GET", False, 1)],
)
async def test_repeating_undocumented_endpoints(
    twin: Twin, method: str, idempotent: bool | None, attempts: int
) -> None:
    """Only GET and HEAD are repeated blindly, unless the caller says otherwise."""
    client = twin.client("snaptrade", httpx.Response(500))
    with pytest.raises(twin.kit("snaptrade").ServerError):
        await twin(client.request(method, "/x", idempotent=idempotent))
    assert attempts == len(twin.requests)


@pytest.mark.parametrize(
    "path", ["x", "//evil.test/x", "https://evil.test/x", "/a?b=1", "/a#b", "/a/../b", "/./a"]
)
async def test_paths_that_lead_elsewhere(twin: Twin, path: str) -> None:
    """A path must stay below the base URL and carry no query."""
    client = twin.client("snaptrade", OK)
    with pytest.raises(twin.kit("snaptrade").InvalidArgumentError, match="path must"):
        await twin(client.request("GET", path))
    assert twin.requests == []


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, object()])
async def test_bodies_without_json_form(twin: Twin, value: Any) -> None:
    """A body that cannot be written is refused before anything is sent."""
    client = twin.client("stream", OK)
    with pytest.raises(twin.kit("stream").InvalidArgumentError, match="body cannot be written as JSON"):
        await twin(client.events.send_event("a", "b", body={"event": value}))
    assert twin.requests == []


@pytest.mark.parametrize("identifier", ["../../admin", "a/b", "a?b", "a#b", "ü", "a b", "%2e%2e"])
async def test_path_values_stay_in_their_segment(twin: Twin, identifier: str) -> None:
    """No id can reach another endpoint."""
    client = twin.client("stream", httpx.Response(201, json={"duration": "1"}))
    await twin(client.events.send_event("messaging", identifier, body={"event": {"type": "x"}}))
    path = twin.requests[0].url.raw_path.partition(b"?")[0]
    assert path.count(b"/") == 4
    assert path.endswith(b"/event")


@pytest.mark.parametrize("identifier", ["", ".", ".."])
async def test_path_values_that_vanish_are_refused(twin: Twin, identifier: str) -> None:
    """Empty and dot segments are refused, naming the argument."""
    client = twin.client("stream", OK)
    with pytest.raises(twin.kit("stream").InvalidArgumentError, match="id must not be"):
        await twin(client.events.send_event("messaging", identifier, body={"event": {"type": "x"}}))
    assert twin.requests == []


async def test_a_required_argument_of_none(twin: Twin) -> None:
    """None for a required argument is refused by name, as callers without types may pass it."""
    client = twin.client("snaptrade", OK)
    with pytest.raises(twin.kit("snaptrade").InvalidArgumentError, match="user_secret is required"):
        await twin(client.connections.list_brokerage_authorizations(user_id="u", user_secret=None))


async def test_the_clients_own_id_is_the_default(twin: Twin) -> None:
    """``session_events`` needs the client id again; left out, it is the client's."""
    client = twin.client("snaptrade", OK)
    await twin(client.connections.session_events(user_id=["a", "b"], session_id="c,d"))
    await twin(client.connections.with_raw_response.session_events(partner_client_id="OTHER"))
    assert (
        b"PartnerClientId=CLIENT&userId=a%2Cb&sessionId=c%2Cd&clientId=CLIENT"
        in twin.requests[0].url.raw_path
    )
    assert b"PartnerClientId=OTHER&clientId=CLIENT" in twin.requests[1].url.raw_path


async def test_middleware_wraps_each_attempt(twin: Twin) -> None:
    """Middleware runs inside the retries, outermost first, before signing."""
    seen: list[str] = []

    def make(name: str) -> Any:
        def note(request: httpx.Request, before: bool) -> None:
            seen.append(f"{name}{'>' if before else '<'}")
            assert "signature" not in request.headers or not before

        def sync_middleware(request: httpx.Request, call_next: Any) -> httpx.Response:
            note(request, True)
            request.headers["x-mark"] = name
            response: httpx.Response = call_next(request)
            note(request, False)
            return response

        async def async_middleware(request: httpx.Request, call_next: Any) -> httpx.Response:
            note(request, True)
            request.headers["x-mark"] = name
            response: httpx.Response = await call_next(request)
            note(request, False)
            return response

        return async_middleware if twin.is_async else sync_middleware

    answers = iter([httpx.Response(503), httpx.Response(200, json=[])])
    client = twin.client("snaptrade", lambda request: next(answers), middleware=[make("a"), make("b")])

    await twin(client.connections.list_brokerage_authorizations(**USER))

    assert seen == ["a>", "b>", "b<", "a<"] * 2
    assert [request.headers["x-mark"] for request in twin.requests] == ["b", "b"]


class _Script:
    """A limiter that answers from a list and notes what it is told."""

    def __init__(self, waits: list[float], asynchronous: bool) -> None:
        self.waits = waits
        self.asynchronous = asynchronous
        self.buckets: list[tuple[str, ...]] = []
        self.observed: list[Any] = []

    def _value(self, value: Any) -> Any:
        async def later() -> Any:
            return value

        return later() if self.asynchronous else value

    def reserve(self, buckets: tuple[str, ...]) -> Any:
        self.buckets.append(buckets)
        return self._value(self.waits.pop(0) if self.waits else 0.0)

    def observe(self, limits: Any) -> Any:
        self.observed.append(limits)
        return self._value(None)


@pytest.mark.parametrize("awaited", [False, True], ids=["plain", "awaited"])
async def test_a_limiter_paces_attempts(twin: Twin, awaited: bool) -> None:
    """The client waits as long as the limiter says, asks again, and tells it what it learned."""
    limiter = _Script([3.0, 1.0], awaited and twin.is_async)
    headers = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "4", "X-RateLimit-Reset": "1757611777"}
    client = twin.client(
        "stream", httpx.Response(201, json={"duration": "1"}, headers=headers), limiter=limiter
    )

    await twin(client.events.send_user_custom_event("jane", body={"event": {"type": "x"}}))

    assert twin.clock.slept == [3.0, 1.0]
    assert limiter.buckets == [("endpoint:sendUserCustomEvent",)] * 3
    assert [[limit.bucket for limit in seen] for seen in limiter.observed] == [
        ["endpoint:sendUserCustomEvent"]
    ]


async def test_a_limiter_beyond_the_deadline(twin: Twin) -> None:
    """A wait that would outlast the deadline is not begun, and nothing is sent."""
    client = twin.client("snaptrade", OK, limiter=_Script([60.0], False), deadline=10)
    with pytest.raises(twin.kit("snaptrade").DeadlineExceededError, match="nothing was sent"):
        await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.requests == []


async def test_log_events(twin: Twin, caplog: pytest.LogCaptureFixture) -> None:
    """Each attempt is a named event with fields; the path is the template."""
    answers = iter([httpx.Response(503), httpx.Response(200, json=[], headers={"X-Request-ID": "r"})])
    client = twin.client("snaptrade", lambda request: next(answers))

    with caplog.at_level(logging.DEBUG, "snaptrade_kit"):
        await twin(client.connections.list_brokerage_authorizations(**USER))

    first, second = [record for record in caplog.records if record.name == "snaptrade_kit"]
    assert (
        first.event,
        first.levelno,
        first.status,
        first.attempt,
        first.delay,
    ) == ("attempt.retried", logging.INFO, 503, 1, 0.5)
    assert (
        second.event,
        second.levelno,
        second.status,
        second.request_id,
        second.path,
    ) == ("attempt.finished", logging.DEBUG, 200, "r", "/authorizations")
    assert "marker" not in caplog.text


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "api.snaptrade.com",
        "ftp://x",
        "https://",
        "https://u:p@x",
        "https://x?a=1",
        "https://x#a",
        7,
        "http://[::1",
    ],
)
async def test_base_urls_that_are_none(twin: Twin, base_url: Any) -> None:
    """A base URL is scheme, host, port and path."""
    with pytest.raises(twin.kit("snaptrade").ConfigurationError, match="base_url"):
        twin.client("snaptrade", OK, base_url=base_url)


async def test_client_and_transport_exclude_each_other(twin: Twin) -> None:
    """Two ways to say where requests go are one too many."""
    own: Any = httpx.AsyncClient() if twin.is_async else httpx.Client()
    with pytest.raises(twin.kit("snaptrade").ConfigurationError, match="not both"):
        twin.client("snaptrade", OK, http_client=own)
    wrong: Any = httpx.Client() if twin.is_async else httpx.AsyncClient()
    with pytest.raises(twin.kit("snaptrade").ConfigurationError, match="http_client must be an httpx"):
        twin.client("snaptrade", http_client=wrong)


async def test_a_timeout_that_is_not_ours(twin: Twin) -> None:
    """A `TimeoutError` of the caller's own middleware is neither the deadline nor an error of the network."""

    def late(request: httpx.Request, call_next: Any) -> Any:
        raise TimeoutError("of somebody else")

    client = twin.client("snaptrade", middleware=[late])
    with pytest.raises(TimeoutError, match="of somebody else") as caught:
        await twin(client.request("GET", "/"))
    assert type(caught.value) is TimeoutError
