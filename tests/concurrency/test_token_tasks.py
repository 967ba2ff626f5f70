"""One token for all tasks: one request at a time, and nobody suffers for another."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from genesys_journey_kit import AsyncGenesysJourney, AuthenticationError, DeadlineExceededError, ServerError

from tests.twins import Clock

from .genesys import LIFETIME, PATIENCE, Cloud, async_client, settle

CROWD = 100


class Held:
    """
    A cloud that answers token requests when it is told to.

    Args:
        cloud: What answers.
        free: How many token requests are answered at once.
    """

    def __init__(self, cloud: Cloud, free: int = 0) -> None:
        self.cloud = cloud
        self.free = free
        self.go_on = asyncio.Event()
        self.waiting = 0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            if self.free:
                self.free -= 1
            else:
                self.waiting += 1
                async with asyncio.timeout(PATIENCE):
                    await self.go_on.wait()
        return self.cloud.answer(request)


async def _call(client: AsyncGenesysJourney) -> Any:
    entities = (await client.journey.get_journey_session_events("s")).entities
    return entities[0].id if entities else None


def _begin(client: AsyncGenesysJourney, count: int = CROWD) -> list[asyncio.Task[Any]]:
    return [asyncio.create_task(_call(client)) for _ in range(count)]


async def test_the_first_calls_share_one_token_request() -> None:
    """100 tasks begin at the same moment; the token is asked for once."""
    held = Held(Cloud())
    async with async_client(held) as client:
        tasks = _begin(client)
        await settle()
        assert held.waiting == 1
        held.go_on.set()
        assert await asyncio.gather(*tasks) == ["T1"] * CROWD
    assert held.cloud.token_requests == 1


async def test_refusals_share_one_renewal() -> None:
    """100 calls are refused at the same moment; one new token serves them all."""
    held = Held(Cloud(), free=1)
    async with async_client(held) as client:
        await _call(client)
        held.cloud.revoked.add("T1")
        tasks = _begin(client)
        await settle()
        assert held.waiting == 1
        held.go_on.set()
        assert await asyncio.gather(*tasks) == ["T2"] * CROWD
    assert held.cloud.token_requests == 2
    assert sorted(held.cloud.tokens_used) == ["T1"] * (CROWD + 1) + ["T2"] * CROWD


@pytest.mark.parametrize(("status", "rounds", "kind"), [(401, 1, AuthenticationError), (503, 2, ServerError)])
async def test_a_failure_reaches_all_who_waited(status: int, rounds: int, kind: type[Exception]) -> None:
    """One token request per round of attempts, and an error of its own for everybody."""
    held = Held(Cloud(refuse=status))
    async with async_client(held, max_retries=1) as client:
        tasks = _begin(client)
        for asked in range(1, rounds + 1):
            await settle()
            assert held.waiting == asked
            held.go_on.set()
            held.go_on.clear()
        errors = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(error, kind) for error in errors)
    assert len({id(error) for error in errors}) == CROWD
    assert held.cloud.token_requests == rounds


async def test_a_broken_connection_reaches_all_who_waited() -> None:
    """A transport error counts as a failed round as well, and the next round may succeed."""
    cloud = Cloud()
    broken = iter([True, False])

    async def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            await settle(50)
            if next(broken):
                cloud.token_requests += 1
                raise httpx.ReadError("broken")
        return cloud.answer(request)

    async with async_client(handler, max_retries=1) as client:
        assert await asyncio.gather(*_begin(client)) == ["T2"] * CROWD
    assert cloud.token_requests == 2


async def test_a_cancelled_waiter_hurts_nobody() -> None:
    """One task that waits for the token is cancelled; the others get it."""
    held = Held(Cloud())
    async with async_client(held) as client:
        tasks = _begin(client)
        await settle()
        tasks[50].cancel()
        await settle()
        held.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(results.pop(50), asyncio.CancelledError)
    assert results == ["T1"] * (CROWD - 1)
    assert held.cloud.token_requests == 1


async def test_a_cancelled_leader_hurts_nobody() -> None:
    """The task that asks for the token is cancelled; another one asks instead."""
    held = Held(Cloud())
    async with async_client(held) as client:
        tasks = _begin(client)
        await settle()
        assert held.waiting == 1
        tasks[0].cancel()
        await settle()
        assert held.waiting == 2
        held.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(results.pop(0), asyncio.CancelledError)
    assert results == ["T1"] * (CROWD - 1)


async def test_many_cancelled_leaders_hurt_nobody() -> None:
    """One leader after the other is cancelled until only one task is left."""
    held = Held(Cloud())
    async with async_client(held) as client:
        tasks = _begin(client, 10)
        for task in tasks[:-1]:
            await settle(50)
            task.cancel()
        await settle(50)
        held.go_on.set()
        assert await tasks[-1] == "T1"
        await asyncio.gather(*tasks, return_exceptions=True)
    assert held.waiting == 10


async def test_a_leader_that_runs_out_of_time_hurts_nobody() -> None:
    """The deadline of the task that asks ends only that task."""
    held = Held(Cloud())
    async with async_client(held) as client:
        hasty = asyncio.create_task(_call(client.with_options(deadline=0.05)))
        await settle()
        tasks = _begin(client, 10)
        with pytest.raises(DeadlineExceededError):
            await hasty
        held.go_on.set()
        assert await asyncio.gather(*tasks) == ["T1"] * 10


async def test_a_waiter_keeps_to_its_own_deadline() -> None:
    """A task that waits for somebody else's token request gives up when its own time is over."""
    held = Held(Cloud())
    async with async_client(held) as client:
        leader = asyncio.create_task(_call(client))
        await settle()
        with pytest.raises(DeadlineExceededError):
            await _call(client.with_options(deadline=0.05))
        held.go_on.set()
        assert await leader == "T1"


async def test_renewal_ahead_of_expiry_stops_nobody(clock: Clock) -> None:
    """While one task renews a token that still works, the others go on with it."""
    held = Held(Cloud(), free=1)
    async with async_client(held, environment=clock.environment("genesys")) as client:
        assert await _call(client) == "T1"
        clock.now += LIFETIME - 61
        assert await _call(client) == "T1"
        assert held.waiting == 0
        clock.now += 2
        renewing = asyncio.create_task(_call(client))
        await settle()
        assert held.waiting == 1
        assert await asyncio.gather(*_begin(client, 10)) == ["T1"] * 10
        held.go_on.set()
        assert await renewing == "T2"
        assert await _call(client) == "T2"
    assert held.cloud.token_requests == 2


async def test_two_refusals_are_enough() -> None:
    """One forced renewal, then the error: exactly two API requests."""
    held = Held(Cloud(), free=9)
    held.cloud.revoked |= {"T1", "T2", "T3"}
    async with async_client(held) as client:
        with pytest.raises(AuthenticationError):
            await _call(client)
    assert held.cloud.tokens_used == ["T1", "T2"]
    assert held.cloud.token_requests == 2
