"""One token for all threads: one request at a time, and nobody suffers for another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from genesys_journey_kit import (
    AuthenticationError,
    DeadlineExceededError,
    Environment,
    GenesysJourney,
    ServerError,
)

from tests.twins import Clock

from .genesys import LIFETIME, PATIENCE, Cloud, WatchedLock, sync_client

CROWD = 100


def _all_at_once(client: GenesysJourney, count: int = CROWD) -> list[Any]:
    """Make calls in as many threads; return the ids of the first events, or the errors."""
    barrier = threading.Barrier(count)

    def call(_: int) -> Any:
        barrier.wait(PATIENCE)
        try:
            return _call(client)
        except Exception as error:  # noqa: BLE001 -- looked at by the test
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(call, range(count)))


def _call(client: GenesysJourney) -> str | None:
    entities = client.journey.get_journey_session_events("s").entities
    return entities[0].id if entities else None


def _watched(client: GenesysJourney) -> WatchedLock:
    gate = WatchedLock()
    client._auth._gate = gate  # type: ignore[attr-defined]
    return gate


def _after_arrivals(cloud: Cloud, count: int) -> tuple[Callable[[httpx.Request], httpx.Response], list[Any]]:
    """Hold each token request until so many threads wait for its outcome."""
    gates: list[WatchedLock] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            gates[0].await_arrivals(count)
        return cloud.answer(request)

    return handler, gates


def test_the_first_calls_share_one_token_request() -> None:
    """100 threads begin at the same moment; the token is asked for once."""
    cloud = Cloud()
    handler, gates = _after_arrivals(cloud, CROWD - 1)
    with sync_client(handler) as client:
        gates.append(_watched(client))
        assert _all_at_once(client) == ["T1"] * CROWD
    assert cloud.token_requests == 1


def test_refusals_share_one_renewal() -> None:
    """100 calls are refused at the same moment; one new token serves them all."""
    cloud = Cloud()
    together = threading.Barrier(CROWD)

    def handler(request: httpx.Request) -> httpx.Response:
        response = cloud.answer(request)
        if response.status_code == 401:
            together.wait(PATIENCE)
        return response

    with sync_client(handler) as client:
        _call(client)
        cloud.revoked.add("T1")
        assert _all_at_once(client) == ["T2"] * CROWD
    assert cloud.token_requests == 2
    assert sorted(cloud.tokens_used) == ["T1"] * (CROWD + 1) + ["T2"] * CROWD


def test_a_late_refusal_of_an_old_token_renews_nothing() -> None:
    """A call that was slow meets a token that others have renewed already."""
    cloud = Cloud()
    sent, renewed = threading.Event(), threading.Event()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == "Bearer T1" and "slow" in request.url.path:
            sent.set()
            assert renewed.wait(PATIENCE)
        return cloud.answer(request)

    with sync_client(handler) as client, ThreadPoolExecutor(1) as pool:
        _call(client)
        slow = pool.submit(client.journey.get_journey_session_events, "slow")
        assert sent.wait(PATIENCE)
        cloud.revoked.add("T1")
        assert _call(client) == "T2"
        renewed.set()
        slow.result()
    assert cloud.token_requests == 2


@pytest.mark.parametrize(("status", "kind"), [(401, AuthenticationError), (503, ServerError)])
def test_a_failure_reaches_all_who_waited(status: int, kind: type[Exception]) -> None:
    """One token request, and an error of its own for everybody."""
    cloud = Cloud(refuse=status)
    handler, gates = _after_arrivals(cloud, CROWD - 1)
    with sync_client(handler, max_retries=0) as client:
        gates.append(_watched(client))
        errors = _all_at_once(client)
    assert all(isinstance(error, kind) for error in errors)
    assert len({id(error) for error in errors}) == CROWD
    assert cloud.token_requests == 1
    assert cloud.tokens_used == []


def test_a_failure_is_not_remembered() -> None:
    """The next call after a failure asks again."""
    cloud = Cloud(refuse=401)
    with sync_client(cloud.answer) as client:
        with pytest.raises(AuthenticationError):
            _call(client)
        cloud.refuse = None
        assert _call(client) == "T2"


def test_a_broken_connection_reaches_all_who_waited() -> None:
    """A transport error counts as a failed round as well, and the next round may succeed."""
    cloud = Cloud()
    gates: list[WatchedLock] = []

    def handler(request: httpx.Request) -> httpx.Response:
        response = cloud.answer(request)
        if request.url.path == "/oauth/token" and cloud.token_requests == 1:
            gates[0].await_arrivals(CROWD - 1)
            raise httpx.ReadError("broken")
        return response

    with sync_client(handler, max_retries=1) as client:
        gates.append(_watched(client))
        assert _all_at_once(client) == ["T2"] * CROWD
    assert cloud.token_requests == 2


def test_renewal_ahead_of_expiry_stops_nobody(clock: Clock) -> None:
    """While one thread renews a token that still works, the others go on with it."""
    cloud = Cloud()
    asked, go_on = threading.Event(), threading.Event()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token" and cloud.token_requests == 1:
            asked.set()
            assert go_on.wait(PATIENCE)
        return cloud.answer(request)

    client = sync_client(handler, environment=clock.environment("genesys"))
    with client, ThreadPoolExecutor(1) as pool:
        assert _call(client) == "T1"
        clock.now += LIFETIME - 61
        assert _call(client) == "T1"
        assert not asked.is_set()
        clock.now += 2
        renewing = pool.submit(_call, client)
        assert asked.wait(PATIENCE)
        assert _all_at_once(client, 10) == ["T1"] * 10
        go_on.set()
        assert renewing.result() == "T2"
        assert _call(client) == "T2"
    assert cloud.token_requests == 2


def test_an_expired_token_is_not_used(clock: Clock) -> None:
    """After its end nobody sends the old token; all wait for the new one."""
    cloud = Cloud()
    with sync_client(cloud.answer, environment=clock.environment("genesys")) as client:
        _call(client)
        clock.now += LIFETIME
        assert _all_at_once(client, 10) == ["T2"] * 10
    assert cloud.token_requests == 2


def test_two_refusals_are_enough() -> None:
    """One forced renewal, then the error: exactly two API requests."""
    cloud = Cloud()
    cloud.revoked |= {"T1", "T2", "T3"}
    with sync_client(cloud.answer) as client, pytest.raises(AuthenticationError):
        _call(client)
    assert cloud.tokens_used == ["T1", "T2"]
    assert cloud.token_requests == 2


def test_a_waiter_keeps_to_its_own_deadline() -> None:
    """A thread that waits for somebody else's token request gives up when its own time is over."""
    cloud = Cloud()
    asked, go_on = threading.Event(), threading.Event()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            asked.set()
            go_on.wait(PATIENCE / 5)
        return cloud.answer(request)

    with sync_client(handler, environment=Environment()) as client, ThreadPoolExecutor(2) as pool:
        leader = pool.submit(_call, client)
        assert asked.wait(PATIENCE)
        waiter = pool.submit(_call, client.with_options(deadline=0.05))
        try:
            assert isinstance(waiter.exception(PATIENCE / 10), DeadlineExceededError)
        finally:
            go_on.set()
        assert leader.result() == "T1"
