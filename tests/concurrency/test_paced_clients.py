"""Clients with a limiter: each vendor's headers pace the next attempts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.twins import Twin

CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"
USER = {"user_id": "1", "user_secret": "S"}
EVENT = {"event": {"type": "x"}}


def _limiter(twin: Twin, vendor: str, **settings: Any) -> Any:
    return twin.kit(vendor).HeaderLimiter(time=twin.clock.time, **settings)


def _answers(twin: Twin, make: Any) -> Any:
    """Answer with headers made from the number of the request, starting at 1."""

    def reply(request: httpx.Request) -> httpx.Response:
        body: Any = [] if request.url.path.endswith("authorizations") else {}
        return httpx.Response(200, json=body, headers=make(len(twin.requests), request))

    return reply


async def test_snaptrade_counts_for_the_whole_client(twin: Twin) -> None:
    """The budget of the client is one for all its operations; the wait lasts until the reset."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        return {"X-RateLimit-Limit": "3", "X-RateLimit-Remaining": str(3 - number), "X-RateLimit-Reset": "20"}

    client = twin.client("snaptrade", _answers(twin, headers), limiter=_limiter(twin, "snaptrade"))
    for _ in range(2):
        await twin(client.connections.list_brokerage_authorizations(**USER))
    await twin(client.connections.refresh_brokerage_authorization(CONNECTION, **USER))
    assert twin.clock.slept == []

    await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.clock.slept == [20.0]


async def test_snaptrade_counts_for_each_account(twin: Twin) -> None:
    """Requests about one account have a budget of their own; other accounts do not wait for it."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        names = ("Limit", "Remaining", "Reset")
        return {f"X-RateLimit-Account-{n}": v for n, v in zip(names, ("1", "0", "40"), strict=True)}

    client = twin.client("snaptrade", _answers(twin, headers), limiter=_limiter(twin, "snaptrade"))
    await twin(client.request("GET", "/accounts/one/balances"))
    await twin(client.request("GET", "/accounts/two/balances"))
    await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.clock.slept == []

    await twin(client.request("GET", "/accounts/one/positions"))
    assert twin.clock.slept == [40.0]


async def test_genesys_tells_what_was_used(twin: Twin) -> None:
    """Genesys counts upwards; the token request is not counted."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        used = sum(request.url.path != "/oauth/token" for request in twin.requests)
        return {
            "inin-ratelimit-allowed": "300",
            "inin-ratelimit-count": str(297 + used),
            "inin-ratelimit-reset": "15",
        }

    def reply(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            return httpx.Response(200, json={"access_token": "T", "expires_in": 3600})
        answer: httpx.Response = _answers(twin, headers)(request)
        return answer

    client = twin.client(
        "genesys", reply, client_id="id", client_secret="s", limiter=_limiter(twin, "genesys")
    )
    for _ in range(3):
        await twin(client.journey.get_journey_session_events("s"))
    assert twin.clock.slept == []

    await twin(client.journey.get_journey_session_events("s"))
    assert twin.clock.slept == [15.0]


async def test_stream_counts_for_each_operation(twin: Twin) -> None:
    """Stream gives each operation a budget, and the end of the window as a moment."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        end = int(twin.clock.now) + 25
        return {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(end)}

    client = twin.client("stream", _answers(twin, headers), limiter=_limiter(twin, "stream"))
    await twin(client.events.send_event("messaging", "general", body=EVENT))
    await twin(client.events.send_user_custom_event("jane", body=EVENT))
    assert twin.clock.slept == []

    await twin(client.events.send_event("messaging", "general", body=EVENT))
    assert twin.clock.slept == [25.0]


async def test_a_wait_beyond_the_deadline_is_not_begun(twin: Twin) -> None:
    """The error comes at once, names the wait, and nothing is sent."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        return {"X-RateLimit-Limit": "3", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "50"}

    kit = twin.kit("snaptrade")
    limiter = _limiter(twin, "snaptrade")
    client = twin.client("snaptrade", _answers(twin, headers), limiter=limiter, deadline=30.0)
    await twin(client.connections.list_brokerage_authorizations(**USER))

    with pytest.raises(kit.DeadlineExceededError, match=r"50 s.*nothing was sent") as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert len(twin.requests) == 1
    assert caught.value.attempts == 0
    assert twin.clock.slept == []


async def test_repetitions_are_paced_too(twin: Twin) -> None:
    """Each attempt takes a place, not only the first of a call."""

    def reply(request: httpx.Request) -> httpx.Response:
        headers = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "10"}
        if len(twin.requests) == 1:
            return httpx.Response(503, headers={**headers, "Retry-After": "1"})
        return httpx.Response(200, json=[], headers=headers)

    client = twin.client("snaptrade", reply, limiter=_limiter(twin, "snaptrade"))
    await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.clock.slept == [1.0, 9.0]


async def test_one_limiter_for_several_clients(twin: Twin) -> None:
    """Two clients with one key share what either of them learns."""

    def headers(number: int, request: httpx.Request) -> dict[str, str]:
        return {"X-RateLimit-Limit": "3", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "20"}

    limiter = _limiter(twin, "snaptrade")
    clients = [twin.client("snaptrade", _answers(twin, headers), limiter=limiter) for _ in range(2)]
    for client in clients:
        await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.clock.slept == [20.0]


async def test_a_crowd_keeps_to_the_budget(twin: Twin) -> None:
    """64 calls at once, a budget of 10 known beforehand: 10 go out, the others wait or give up."""

    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=[])

    kit = twin.kit("snaptrade")
    limiter = _limiter(twin, "snaptrade")
    limiter.observe((_ten(twin),))
    client = twin.client("snaptrade", reply, limiter=limiter, deadline=10.0)

    results = await twin.together(lambda: client.connections.list_brokerage_authorizations(**USER), 64)

    assert len(twin.requests) == 10
    assert [type(result) for result in results].count(list) == 10
    assert sum(isinstance(result, kit.DeadlineExceededError) for result in results) == 54


def _ten(twin: Twin) -> Any:
    return twin.kit("snaptrade").RateLimit("client", 10, 10, datetime.fromtimestamp(twin.clock.now + 60, UTC))
