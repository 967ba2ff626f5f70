"""Thousands of calls through one client: every one is accounted for and nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any

import httpx
import pytest
from snaptrade_kit import AsyncSnapTrade, Environment, SnapTrade

from .conftest import FastServer, descriptors, threads
from .server import FAULT_EVERY

THREADS = 64
TASKS = 500
CALLS = 10_000
POOL = 100

SETTINGS: dict[str, Any] = {"client_id": "C", "consumer_key": "K", "max_retries": 5}
# No waiting between attempts: the server's faults last for one attempt.
ENVIRONMENT = Environment(random=lambda: 0.0)


def _accounted_for(names: Iterable[str], server: FastServer, calls: int, pool: int) -> None:
    """Each call got its own answer, and each fault cost exactly one more attempt."""
    stats = server.stats()
    expected = {str(number): 2 if number % FAULT_EVERY == 0 else 1 for number in range(calls)}
    assert sorted(names) == sorted(expected)
    assert stats["seen"] == expected
    assert stats["open"] == 0
    assert 1 < stats["most"] <= pool


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
    _accounted_for((user for user, _ in pairs), fast_server, CALLS, POOL)
    gc.collect()
    assert (descriptors(), threads()) == before


def _name(client: SnapTrade, user: int) -> str | None:
    found = client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name


async def _many_tasks(client: AsyncSnapTrade, calls: int) -> list[tuple[str, str | None]]:
    async def some(first: int) -> list[tuple[str, str | None]]:
        return [(str(user), await _name_async(client, user)) for user in range(first, calls, TASKS)]

    return list(chain.from_iterable(await asyncio.gather(*map(some, range(TASKS)))))


async def _name_async(client: AsyncSnapTrade, user: int) -> str | None:
    found = await client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name


@pytest.mark.parametrize(("calls", "pool"), [(CALLS, None), (500, 16)], ids=["own pool", "caller's pool"])
async def test_tasks(fast_server: FastServer, calls: int, pool: int | None) -> None:
    """
    500 tasks, 5 % faults: all calls succeed, and nothing stays open.

    httpcore's own pool looks at all connections and all waiting requests for each request, so few
    calls go through a pool of the caller.
    """
    gc.collect()
    before = descriptors(), asyncio.all_tasks()
    limits = httpx.Limits(max_connections=pool or POOL, max_keepalive_connections=pool)
    async with httpx.AsyncClient(limits=limits, trust_env=False) as http:
        settings = {**SETTINGS, "http_client": http} if pool else SETTINGS
        async with AsyncSnapTrade(base_url=fast_server.url, environment=ENVIRONMENT, **settings) as client:
            pairs = await _many_tasks(client, calls)
        assert not http.is_closed

    assert all(user == name for user, name in pairs)
    _accounted_for((user for user, _ in pairs), fast_server, calls, pool or POOL)
    gc.collect()
    assert (descriptors(), asyncio.all_tasks()) == before
