"""An async client belongs to one event loop; anywhere else it says so instead of hanging."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import genesys_journey_kit
import httpx
import pytest
from snaptrade_kit import AsyncSnapTrade, ConfigurationError

from tests.twins import CREDENTIALS

from .conftest import FastServer
from .genesys import Cloud, async_client

PATIENCE = 10.0


def _client(**settings: Any) -> AsyncSnapTrade:
    settings.setdefault("transport", httpx.MockTransport(lambda request: httpx.Response(200, json=[])))
    return AsyncSnapTrade(**CREDENTIALS["snaptrade"], **settings)


async def _list(client: AsyncSnapTrade) -> Any:
    return await client.connections.list_brokerage_authorizations(user_id="1", user_secret="S")


def test_one_loop_after_the_other() -> None:
    """The second `asyncio.run` with the same client fails at once and says what to do."""
    client = _client()
    assert asyncio.run(_list(client)) == []

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        asyncio.run(_list(client))


def test_one_loop_after_the_other_with_real_connections(fast_server: FastServer) -> None:
    """With connections that belong to the first loop the second one fails in the same way."""
    client = AsyncSnapTrade(base_url=fast_server.url, **CREDENTIALS["snaptrade"])

    async def first() -> None:
        await _list(client)
        await client.aclose()
        client._pool._closed = False  # as if nobody had closed it, without the noise of the loop

    asyncio.run(first())
    with pytest.raises(ConfigurationError, match="one client per event loop"):
        asyncio.run(_list(client))
    client._pool._closed = True


def test_two_loops_at_the_same_time() -> None:
    """Two threads with a loop each: the second is refused while the call of the first goes on."""
    sent, go_on = threading.Event(), threading.Event()

    async def handler(request: httpx.Request) -> httpx.Response:
        sent.set()
        await asyncio.to_thread(go_on.wait, PATIENCE)
        return httpx.Response(200, json=[])

    client = _client(transport=httpx.MockTransport(handler))
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(asyncio.run(_list(client))))
    thread.start()
    assert sent.wait(PATIENCE)

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        asyncio.run(_list(client))

    go_on.set()
    thread.join()
    assert results == [[]]


def test_a_twin_belongs_to_the_same_loop() -> None:
    """What `with_options` returns shares the connections, and so the loop."""
    client = _client()
    asyncio.run(_list(client))

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        asyncio.run(_list(client.with_options(timeout=1.0)))


def test_entering_belongs_to_a_loop_too() -> None:
    """`async with` in another loop is refused like a call."""

    async def enter(client: AsyncSnapTrade) -> None:
        async with client:
            pass

    client = _client()
    asyncio.run(_list(client))

    with pytest.raises(ConfigurationError, match="one client per event loop"):
        asyncio.run(enter(client))


def test_a_client_may_be_made_outside_of_any_loop() -> None:
    """The loop is that of the first call, not that of the construction."""
    client = _client()
    assert asyncio.run(_list(client)) == []


def test_genesys_tells_before_it_asks_for_a_token() -> None:
    """The token request belongs to the loop as well."""
    cloud = Cloud()
    client = async_client(cloud.answer)

    async def call() -> None:
        await client.journey.get_journey_session_events("s")

    asyncio.run(call())
    cloud.revoked.add("T1")
    with pytest.raises(genesys_journey_kit.ConfigurationError, match="one client per event loop"):
        asyncio.run(call())
    assert cloud.token_requests == 1
