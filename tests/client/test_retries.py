"""Attempts, waits and deadlines of a whole call, on a simulated clock."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.twins import Twin

USER = {"user_id": "u", "user_secret": "s"}
CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"


def failing(times: int, failure: Any, answer: httpx.Response) -> Any:
    """Answer with a failure some times, then well."""
    left = [times]

    def handler(request: httpx.Request) -> httpx.Response:
        if left[0]:
            left[0] -= 1
            if isinstance(failure, type):
                raise failure("broken", request=request)
            return httpx.Response(failure.status_code, headers=failure.headers, content=failure.content)
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return handler


@pytest.mark.parametrize(
    ("retry_after", "waited"),
    [
        ("0", [0.0]),
        ("1", [1.0]),
        ("1.5", [1.5]),
        ("-5", [0.5]),
        ("soon", [0.5]),
        (None, [0.5]),
        ("Thu, 11 Sep 2025 17:28:40 GMT", [3.0]),
        ("Thu, 11 Sep 2025 17:00:00 GMT", [0.0]),
        ("7200", None),
        ("Sun, 11 Sep 2125 17:28:37 GMT", None),
    ],
    ids=str,
)
@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after(
    twin: Twin, retry_after: str | None, waited: list[float] | None, status: int
) -> None:
    """A sensible Retry-After is obeyed, garbage ignored, one beyond the deadline not begun."""
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    handler = failing(1, httpx.Response(status, headers=headers), httpx.Response(200, json=[]))
    client = twin.client("snaptrade", handler)

    if waited is not None:
        assert await twin(client.connections.list_brokerage_authorizations(**USER)) == []
        assert waited == pytest.approx(twin.clock.slept)
        return
    with pytest.raises(twin.kit("snaptrade").StatusError) as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))
    assert twin.clock.slept == []
    assert len(twin.requests) == 1
    assert caught.value.retry_after > 7000


async def test_the_vendors_own_reset_stands_in_for_retry_after(twin: Twin) -> None:
    """SnapTrade sends no Retry-After: a 429 waits until the used-up budget opens again."""
    refusal = httpx.Response(
        429,
        headers={"X-RateLimit-Limit": "250", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "7"},
        json={"detail": "Request was throttled.", "status_code": 429, "code": "0000"},
    )
    client = twin.client("snaptrade", failing(1, refusal, httpx.Response(200, json={"detail": "ok"})))

    # Not idempotent, but a 429 is refused before any work is done.
    await twin(client.connections.refresh_brokerage_authorization(CONNECTION, **USER))

    assert pytest.approx(twin.clock.slept) == [7.0]


async def test_a_vendors_veto(twin: Twin) -> None:
    """SnapTrade's ``throttled`` says the connection was refreshed too recently: no repetition."""
    refusal = httpx.Response(429, json={"detail": "too recent", "status_code": 429, "code": "throttled"})
    client = twin.client("snaptrade", refusal)

    with pytest.raises(twin.kit("snaptrade").RateLimitError) as caught:
        await twin(client.connections.refresh_brokerage_authorization(CONNECTION, **USER))

    assert 1 == len(twin.requests) == caught.value.attempts
    assert caught.value.code == "throttled"


async def test_unrecoverable_is_not_repeated(twin: Twin) -> None:
    """Stream marks errors that no repetition can cure."""
    refusal = httpx.Response(
        500, json={"code": -1, "message": "no", "StatusCode": 500, "unrecoverable": True}
    )
    client = twin.client("stream", refusal)

    with pytest.raises(twin.kit("stream").ServerError):
        await twin(client.events.sync(body={"last_sync_at": "2026-01-01T00:00:00Z"}))

    assert len(twin.requests) == 1


@pytest.mark.parametrize(
    ("failure", "attempts"),
    [
        (httpx.ConnectError, 3),
        (httpx.ConnectTimeout, 3),
        (httpx.PoolTimeout, 3),
        (httpx.ReadTimeout, 1),
        (httpx.WriteTimeout, 1),
        (httpx.ReadError, 1),
        (httpx.WriteError, 1),
        (httpx.RemoteProtocolError, 1),
        (httpx.LocalProtocolError, 1),
        (httpx.ProxyError, 1),
        (httpx.UnsupportedProtocol, 1),
        (httpx.Response(500), 1),
        (httpx.Response(503), 1),
        (httpx.Response(408), 1),
        (httpx.Response(429), 3),
    ],
    ids=lambda value: getattr(value, "__name__", None) or str(getattr(value, "status_code", value)),
)
async def test_visible_actions_are_not_repeated_blindly(twin: Twin, failure: Any, attempts: int) -> None:
    """What may have reached the server is sent once; the rest up to three times."""
    client = twin.client("stream", failing(99, failure, httpx.Response(201)))

    with pytest.raises(twin.kit("stream").KitError) as caught:
        await twin(client.events.send_event("messaging", "general", body={"event": {"type": "x"}}))

    assert attempts == len(twin.requests) == caught.value.attempts


async def test_reads_are_repeated(twin: Twin) -> None:
    """An idempotent call survives two lost answers."""
    client = twin.client("snaptrade", failing(2, httpx.ReadTimeout, httpx.Response(200, json=[])))

    assert await twin(client.connections.list_brokerage_authorizations(**USER)) == []

    assert len(twin.requests) == 3
    assert twin.clock.slept == [0.5, 1.0]


async def test_a_deletion_whose_answer_was_lost(twin: Twin) -> None:
    """Gone after a lost answer means done; gone at once is still an error."""
    gone = httpx.Response(404)
    client = twin.client("snaptrade", failing(1, httpx.ReadTimeout, gone))
    assert await twin(client.connections.remove_brokerage_authorization(CONNECTION, **USER)) is None

    client = twin.client("snaptrade", gone)
    with pytest.raises(twin.kit("snaptrade").NotFoundError):
        await twin(client.connections.remove_brokerage_authorization(CONNECTION, **USER))

    client = twin.client("snaptrade", failing(1, httpx.ConnectError, gone))
    with pytest.raises(twin.kit("snaptrade").NotFoundError):
        await twin(client.connections.remove_brokerage_authorization(CONNECTION, **USER))


async def test_the_deadline_ends_a_call_between_attempts(twin: Twin) -> None:
    """When the attempts themselves take time, no further one begins after the deadline."""

    def slow(request: httpx.Request) -> httpx.Response:
        twin.clock.now += 4
        raise httpx.ReadTimeout("slow", request=request)

    client = twin.client("snaptrade", slow, deadline=5)

    with pytest.raises(twin.kit("snaptrade").RequestTimeoutError):
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert len(twin.requests) == 2
    assert twin.clock.now - 1_757_611_717.0 >= 5


async def test_no_attempt_begins_after_the_deadline(twin: Twin) -> None:
    """A hook or a limiter may use up the time; then nothing is sent any more."""

    def dawdle(attempt: Any) -> None:
        twin.clock.now += 10

    client = twin.client(
        "snaptrade",
        failing(1, httpx.Response(503, headers={"Retry-After": "0"}), httpx.Response(200, json=[])),
        deadline=5,
        on_attempt=dawdle,
    )

    with pytest.raises(twin.kit("snaptrade").DeadlineExceededError) as caught:
        await twin(client.connections.list_brokerage_authorizations(**USER))

    assert len(twin.requests) == 1
    assert "deadline of 5" in str(caught.value)


async def test_steps_get_no_more_time_than_the_deadline_leaves(twin: Twin) -> None:
    """Each step's timeout is cut to what is left; per call or for the client."""
    client = twin.client("snaptrade", httpx.Response(200, json=[]), timeout=30, deadline=10)
    options = twin.kit("snaptrade").RequestOptions(timeout=httpx.Timeout(3, connect=None), deadline=2)

    await twin(client.connections.list_brokerage_authorizations(**USER))
    await twin(client.connections.list_brokerage_authorizations(**USER, request_options=options))
    await twin(client.with_options(deadline=7).connections.list_brokerage_authorizations(**USER))

    timeouts = [request.extensions["timeout"] for request in twin.requests]
    assert [timeout["read"] for timeout in timeouts] == [10, 2, 7]
    assert timeouts[1]["connect"] == 2


async def test_without_a_deadline_the_steps_keep_their_timeouts(twin: Twin) -> None:
    """``deadline=None`` leaves the timeouts of the steps as the only bound."""
    client = twin.client("snaptrade", httpx.Response(200, json=[]), timeout=30, deadline=None)

    await twin(client.connections.list_brokerage_authorizations(**USER))

    assert twin.requests[0].extensions["timeout"] == {"connect": 30, "read": 30, "write": 30, "pool": 30}


async def test_retries_per_call(twin: Twin) -> None:
    """``request_options`` of one call win over the client's settings."""
    client = twin.client("snaptrade", httpx.Response(503), max_retries=1)
    options = twin.kit("snaptrade").RequestOptions(max_retries=3)

    for settings, attempts in ((None, 2), (options, 4)):
        twin.requests.clear()
        with pytest.raises(twin.kit("snaptrade").ServerError) as caught:
            await twin(client.connections.list_brokerage_authorizations(**USER, request_options=settings))
        assert attempts == len(twin.requests) == caught.value.attempts


async def test_the_hook_sees_each_attempt(twin: Twin) -> None:
    """``on_attempt`` gets number, reason and the wait to come."""
    seen: list[Any] = []
    answers = iter(
        [
            httpx.Response(503),
            httpx.Response(429, headers={"Retry-After": "2"}),
            httpx.Response(200, json=[]),
        ]
    )
    client = twin.client("snaptrade", lambda request: next(answers), on_attempt=seen.append)

    await twin(client.connections.list_brokerage_authorizations(**USER))

    assert [(attempt.number, attempt.reason, attempt.delay, attempt.status_code) for attempt in seen] == [
        (1, "status 503", 0.5, 503),
        (2, "status 429", 2.0, 429),
        (3, "ok", None, 200),
    ]
    assert {"listBrokerageAuthorizations"} == {attempt.operation for attempt in seen}


async def test_a_token_request_is_repeated_for_any_operation(twin: Twin) -> None:
    """A failed token request means that the call itself was not sent, so it is tried again."""
    failures = iter([httpx.Response(503), None])

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            failure = next(failures, httpx.Response(200, json={"access_token": "T", "expires_in": 600}))
            if failure is None:
                raise httpx.ReadTimeout("slow", request=request)
            return failure
        return httpx.Response(200, json={})

    client = twin.client("genesys", answer, client_id="id", client_secret="secret")

    await twin(client.request("POST", "/api/v2/anything", body={"a": 1}))

    assert [request.url.path for request in twin.requests] == ["/oauth/token"] * 3 + ["/api/v2/anything"]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("timeout", 0),
        ("timeout", -1),
        ("timeout", True),
        ("timeout", float("nan")),
        ("deadline", 0),
        ("deadline", -3.5),
        ("max_retries", -1),
        ("max_retries", 1.5),
        ("max_retries", True),
        ("max_response_bytes", -1),
    ],
)
async def test_senseless_settings_are_refused_by_name(twin: Twin, setting: str, value: Any) -> None:
    """A setting that makes no sense is an error when the client is made."""
    with pytest.raises(twin.kit("snaptrade").ConfigurationError, match=setting):
        twin.client("snaptrade", httpx.Response(200), **{setting: value})
