"""A call that is cancelled takes nothing with it: the connections go on working for the others."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from snaptrade_kit import AsyncSnapTrade, DeadlineExceededError, Environment

from .conftest import FastServer
from .genesys import settle

SETTINGS: dict[str, Any] = {"client_id": "C", "consumer_key": "K"}
CROWD = 100  # as many as there are connections


async def _name(client: AsyncSnapTrade, user: int) -> str | None:
    found = await client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name


async def _works(client: AsyncSnapTrade) -> None:
    users = [user for user in range(1, 2 * CROWD) if user % 20]
    names = await asyncio.gather(*(_name(client, user) for user in users))
    assert names == [str(user) for user in users]


async def _all_places_are_free(client: AsyncSnapTrade, server: FastServer) -> None:
    """As many calls as there are places can be under way at the same time."""
    before = server.stats()["hanging"]
    tasks = [asyncio.create_task(client.request("GET", "/hang")) for _ in range(CROWD)]
    async with asyncio.timeout(5):
        while server.stats()["hanging"] < before + CROWD:
            await settle(10)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_calls_that_hang_are_cancelled(fast_server: FastServer) -> None:
    """All connections wait for answers that never come; after cancelling, all of them are free again."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        tasks = [asyncio.create_task(client.request("GET", "/hang")) for _ in range(CROWD)]
        while fast_server.stats()["hanging"] < CROWD:
            await settle(10)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in results)
        await _works(client)
    assert fast_server.stats()["open"] == 0


@pytest.mark.parametrize("moment", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
async def test_calls_are_cancelled_at_any_moment(fast_server: FastServer, moment: int) -> None:
    """Wherever a call is cut, while connecting, sending or reading, the others are served."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        tasks = [asyncio.create_task(_name(client, user)) for user in range(1, 20)]
        await settle(moment)
        for task in tasks[::2]:
            task.cancel()
        names = await asyncio.gather(*tasks, return_exceptions=True)
        assert names[1::2] == [str(user) for user in range(2, 20, 2)]
        await _all_places_are_free(client, fast_server)
    assert fast_server.stats()["open"] == 0


async def test_calls_that_have_just_connected_are_cancelled(fast_server: FastServer) -> None:
    """A call that is cut between connecting and sending gives its place in the pool back."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        pool = client._pool._client._transport.connections  # type: ignore[attr-defined]
        tasks = [asyncio.create_task(_name(client, user)) for user in range(1, 20)]
        while not fast_server.stats()["open"]:
            await settle(1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert pool._free == CROWD
        await _all_places_are_free(client, fast_server)
        assert pool._free == CROWD


async def test_calls_that_wait_for_a_connection_are_cancelled(fast_server: FastServer) -> None:
    """A call that is cancelled while all connections are busy leaves the queue."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        hanging = [asyncio.create_task(client.request("GET", "/hang")) for _ in range(CROWD)]
        await settle()
        waiting = [asyncio.create_task(_name(client, user)) for user in range(1, 20)]
        await settle()
        for task in [*waiting, *hanging]:
            task.cancel()
        await asyncio.gather(*waiting, *hanging, return_exceptions=True)
        await _works(client)
        await _all_places_are_free(client, fast_server)
    assert fast_server.stats()["open"] == 0


async def test_deadlines_free_their_connections(fast_server: FastServer) -> None:
    """A deadline is a cancellation from inside; the same goes for it."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        hasty = client.with_options(deadline=0.05)
        calls = (hasty.request("GET", "/hang") for _ in range(CROWD))
        errors = await asyncio.gather(*calls, return_exceptions=True)
        assert all(isinstance(error, DeadlineExceededError) for error in errors)
        await _works(client)
        await _all_places_are_free(client, fast_server)
    assert fast_server.stats()["open"] == 0


async def test_a_wait_between_attempts_is_cancelled(fast_server: FastServer) -> None:
    """A call that waits for its next attempt holds no connection and is cancelled at once."""
    waiting = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    environment = Environment(async_sleep=sleep)
    async with AsyncSnapTrade(base_url=fast_server.url, environment=environment, **SETTINGS) as client:
        task = asyncio.create_task(_name(client, 0))
        await waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await _name(client, 0) == "0"
