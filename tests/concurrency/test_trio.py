"""The async clients work under trio as well."""

from __future__ import annotations

import anyio
import anyio.lowlevel
import pytest
from genesys_journey_kit import ConfigurationError
from snaptrade_kit import AsyncSnapTrade, DeadlineExceededError, Environment, ServerError

from .conftest import FastServer
from .genesys import Cloud, async_client

SETTINGS = {"client_id": "C", "consumer_key": "K"}


@pytest.fixture
def anyio_backend() -> str:
    """Run the tests of this file under trio."""
    return "trio"


async def _name(client: AsyncSnapTrade, user: int) -> str | None:
    found = await client.connections.list_brokerage_authorizations(user_id=str(user), user_secret="S")
    return found[0].name


async def test_calls_with_faults(fast_server: FastServer) -> None:
    """Many tasks, real connections, faults that are repeated after a real wait."""
    names: dict[int, str | None] = {}

    async def call(client: AsyncSnapTrade, user: int) -> None:
        names[user] = await _name(client, user)

    # The smallest chance above none: the wait is begun and takes no time to speak of.
    environment = Environment(random=lambda: 0.001)
    client = AsyncSnapTrade(base_url=fast_server.url, environment=environment, **SETTINGS)
    async with client, anyio.create_task_group() as group:
        for user in range(80):
            group.start_soon(call, client, user)

    assert names == {user: str(user) for user in range(80)}
    assert fast_server.stats()["open"] == 0


async def test_a_deadline(fast_server: FastServer) -> None:
    """A call that gets no answer ends at its deadline, and the client goes on working."""
    async with AsyncSnapTrade(base_url=fast_server.url, **SETTINGS) as client:
        with pytest.raises(DeadlineExceededError):
            await client.with_options(deadline=0.05).request("GET", "/hang")
        assert await _name(client, 1) == "1"


async def test_a_deadline_during_a_wait(fast_server: FastServer) -> None:
    """The wait between two attempts is not begun when it would outlast the deadline."""
    environment = Environment(random=lambda: 1.0)
    async with AsyncSnapTrade(base_url=fast_server.url, environment=environment, **SETTINGS) as client:
        with pytest.raises(ServerError):
            await _name(client.with_options(deadline=0.4), 0)


async def test_one_token_for_all_tasks() -> None:
    """The first calls share one token request."""
    cloud = Cloud()

    async def handler(request: object) -> object:
        await anyio.lowlevel.checkpoint()
        return cloud.answer(request)  # type: ignore[arg-type]

    async with async_client(handler) as client:  # type: ignore[arg-type]

        async def call() -> None:
            await client.journey.get_journey_session_events("s")

        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(call)

    assert cloud.token_requests == 1
    assert cloud.tokens_used == ["T1"] * 50


def test_from_trio_to_asyncio() -> None:
    """A client that was used under trio is refused under asyncio."""
    cloud = Cloud()
    client = async_client(cloud.answer)

    async def call() -> None:
        await client.journey.get_journey_session_events("s")

    anyio.run(call, backend="trio")
    with pytest.raises(ConfigurationError, match="one client per event loop"):
        anyio.run(call, backend="asyncio")
