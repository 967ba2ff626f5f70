"""The connection pool: last used first, a place per request, nothing left behind."""

from __future__ import annotations

import asyncio
from typing import Any

import anyio
import httpcore
import httpx
import pytest
from snaptrade_openapi._runtime import pool
from snaptrade_openapi._runtime.async_pool import AsyncStackPool, use_async_stack_pool
from snaptrade_openapi._runtime.core import default_limits
from snaptrade_openapi._runtime.pool import StackPool, use_stack_pool

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CLOSING = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


class Bench:
    """One pool, sync or async, on connections that answer from memory."""

    def __init__(self, kind: str, answer: bytes = ANSWER, **settings: Any) -> None:
        self.is_async = kind == "async"
        limits: dict[str, Any] = {
            "max_connections": 2,
            "max_keepalive_connections": 2,
            "keepalive_expiry": 50.0,
        }
        limits |= settings
        cls: Any = AsyncStackPool if self.is_async else StackPool
        backend: Any = httpcore.AsyncMockBackend if self.is_async else httpcore.MockBackend
        self.pool = cls(network_backend=backend([answer] * 9), **limits)

    async def send(self, url: str = "http://api.test/", **extensions: Any) -> Any:
        request = httpcore.Request("GET", url, headers={"Host": "api.test"}, extensions=extensions)
        if self.is_async:
            return await self.pool.handle_async_request(request)
        return self.pool.handle_request(request)

    async def read(self, response: Any) -> bytes:
        if self.is_async:
            content: bytes = await response.aread()
            await response.aclose()
        else:
            content = response.read()
            response.close()
        return content

    async def close(self) -> None:
        await self.pool.aclose() if self.is_async else self.pool.close()


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    made: str = request.param
    return made


async def test_a_connection_serves_one_call_after_the_other(kind: str) -> None:
    """The connection used last is used again; while it is in use, another one is opened."""
    bench = Bench(kind)
    assert await bench.read(await bench.send()) == b"ok"
    (first,) = bench.pool.connections
    one, two = await bench.send(), await bench.send()
    assert len(bench.pool.connections) == 2
    assert first in bench.pool.connections
    await bench.read(one)
    await bench.read(two)
    await bench.close()
    assert bench.pool.connections == []


async def test_a_connection_that_the_server_closes_is_not_kept(kind: str) -> None:
    """After ``Connection: close`` nothing is put back."""
    bench = Bench(kind, CLOSING)
    await bench.read(await bench.send())
    assert bench.pool.connections == []


async def test_no_more_idle_connections_than_allowed(kind: str) -> None:
    """What is over the number of idle connections is closed."""
    bench = Bench(kind, max_keepalive_connections=1)
    one, two = await bench.send(), await bench.send()
    await bench.read(one)
    await bench.read(two)
    assert len(bench.pool.connections) == 1
    await bench.close()


async def test_connections_that_were_idle_too_long(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest idle connection is closed when its time is over, also when nobody takes it."""
    now = [1000.0]
    monkeypatch.setattr(pool.time, "monotonic", lambda: now[0])
    bench = Bench(kind)
    one, two = await bench.send(), await bench.send()
    await bench.read(one)
    now[0] += 60
    await bench.read(two)
    assert len(bench.pool.connections) == 1
    now[0] += 60
    assert await bench.read(await bench.send()) == b"ok"
    assert len(bench.pool.connections) == 1
    await bench.close()


async def test_a_place_that_does_not_become_free(kind: str) -> None:
    """A request that finds no place in time ends with a pool timeout; a later one finds one."""
    bench = Bench(kind, max_connections=1)
    busy = await bench.send()
    with pytest.raises(httpcore.PoolTimeout):
        await bench.send(timeout={"pool": 0.01})
    await bench.read(busy)
    assert await bench.read(await bench.send(timeout={"pool": 0.01})) == b"ok"
    await bench.close()


async def test_a_place_given_to_somebody_who_is_cancelled() -> None:
    """A place that is handed over in the moment of a cancellation is not lost."""
    bench = Bench("async", max_connections=1)
    busy = await bench.send()
    waiting = asyncio.create_task(bench.send())
    await anyio.lowlevel.checkpoint()
    bench.pool._release()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert bench.pool._free == 1
    bench.pool._free = 0
    await bench.read(busy)
    await bench.close()


async def test_an_address_without_http(kind: str) -> None:
    """Other schemes are refused before anything is opened."""
    bench = Bench(kind)
    with pytest.raises(httpcore.UnsupportedProtocol):
        await bench.send("ftp://api.test/")


async def test_no_connection_at_all(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When not even a connection object can be made, the place is free again."""
    bench = Bench(kind, max_connections=1)
    real = bench.pool.create_connection

    def broken(origin: Any) -> Any:
        raise RuntimeError("broken")

    monkeypatch.setattr(bench.pool, "create_connection", broken)
    with pytest.raises(RuntimeError, match="broken"):
        await bench.send()
    monkeypatch.setattr(bench.pool, "create_connection", real)
    assert await bench.read(await bench.send(timeout={"pool": 0.01})) == b"ok"
    await bench.close()


async def test_tools_that_replace_the_pool_of_httpcore(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who patches httpcore's pool, as respx does, gets our requests as well."""
    answer = httpcore.Response(201)

    async def async_patched(self: Any, request: Any) -> Any:
        return answer

    def patched(self: Any, request: Any) -> Any:
        return answer

    monkeypatch.setattr(httpcore.AsyncConnectionPool, "handle_async_request", async_patched)
    monkeypatch.setattr(httpcore.ConnectionPool, "handle_request", patched)
    assert await Bench(kind).send() is answer


async def test_a_client_that_looks_different_is_left_alone(kind: str) -> None:
    """With another transport nothing is replaced, and proxies keep their own pool."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    if kind == "async":
        other = httpx.AsyncClient(transport=transport)
        use_async_stack_pool(other, default_limits())
        assert transport is other._transport
        return
    with httpx.Client(transport=transport, mounts={"http://a.test": transport}) as client:
        use_stack_pool(client, default_limits())
        assert transport is client._transport


def test_proxies_of_the_environment_obey_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pools behind proxies get a network backend that keeps to the deadline."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with httpx.Client() as client:
        use_stack_pool(client, default_limits())
        backends = [
            type(proxy._pool._network_backend).__module__  # type: ignore[union-attr, attr-defined]
            for proxy in client._mounts.values()
            if proxy is not None
        ]
    assert backends == ["snaptrade_openapi._runtime.deadline"]
