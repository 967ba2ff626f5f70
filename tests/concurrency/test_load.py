"""Thousands of calls through one client: every one is accounted for and nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from snaptrade_kit import AsyncSnapTrade, Environment, SnapTrade

from .conftest import FastServer, descriptors, threads
from .server import FAULT_EVERY

THREADS = 64
TASKS = 500
CALLS = 10_000
POOL = 100

SETTINGS = {"client_id": "C", "consumer_key": "K", "max_retries": 5}
# No waiting between attempts: the server's faults last for one attempt.
ENVIRONMENT = Environment(random=lambda: 0.0)


def _accounted_for(names: Iterable[str], server: FastServer) -> None:
    """Each call got its own answer, and each fault cost exactly one more attempt."""
    stats = server.stats()
    expected = {str(number): 2 if number % FAULT_EVERY == 0 else 1 for number in range(CALLS)}
    assert sorted(names) == sorted(expected)
    assert stats["seen"] == expected
    assert stats["open"] == 0
    assert 1 < stats["most"] <= POOL


def test_threads(fast_server: FastServer) -> None:
    """64 threads, 10,000 calls, 5 % faults: all succeed, and nothing stays open."""
    gc.collect()
    before = descriptors(), threads()
    with SnapTrade(base_url=fast_server.url, environment=ENVIRONMENT, **SETTINGS) as client:

        def calls(first: int) -> list[tuple[str, str | None]]:
            return [(str(user), _name(client, user)) for user in range(first, CALLS, THREADS)]

        with ThreadPoolExecutor(THREADS) as pool:
            pairs = list(chain.from_iterable(pool.map(calls, range(THREADS))))

    assert all(user == name for user, name in pairs)
    _accounted_for((user for user, _ in pairs), fast_server)
    gc.collect()
    assert (descriptors(), threads()) == before


def _name(client: SnapTrade, user: int) -> str | None:
    found = client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name


async def test_tasks(fast_server: FastServer) -> None:
    """500 tasks, 10,000 calls, 5 % faults: all succeed, and nothing stays open."""
    gc.collect()
    before = descriptors(), threads(), asyncio.all_tasks()
    async with AsyncSnapTrade(base_url=fast_server.url, environment=ENVIRONMENT, **SETTINGS) as client:

        async def calls(first: int) -> list[tuple[str, str | None]]:
            return [(str(user), await _name_async(client, user)) for user in range(first, CALLS, TASKS)]

        pairs = list(chain.from_iterable(await asyncio.gather(*map(calls, range(TASKS)))))

    assert all(user == name for user, name in pairs)
    await asyncio.to_thread(_accounted_for, [user for user, _ in pairs], fast_server)
    gc.collect()
    assert descriptors() == before[0]
    assert asyncio.all_tasks() == before[2]


async def _name_async(client: AsyncSnapTrade, user: int) -> str | None:
    found = await client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name
