"""The pool of `pool` for async code; see there."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import AsyncIterator
from typing import Any, Final

import httpcore
import httpx

from .pool import is_clean

__all__ = ["AsyncStackPool", "use_async_stack_pool"]

# Tools that replace httpcore's pool in tests (respx does) must keep working.
_ORIGINAL: Final = httpcore.AsyncConnectionPool.handle_async_request


class AsyncStackPool(httpcore.AsyncConnectionPool):
    """Idle connections on a stack per host, a place for each request under way."""

    def __init__(self, *, max_connections: int, max_keepalive_connections: int, **settings: Any) -> None:
        super().__init__(max_connections=max_connections, **settings)
        self._free = max_connections
        self._waiting: deque[Any] = deque()
        self._keep = max_keepalive_connections
        self._idle: dict[Any, deque[tuple[Any, float]]] = {}
        self._active: set[Any] = set()
        self._is_closed = False

    @property
    def connections(self) -> list[Any]:
        """The connections in use and those that wait for the next request."""
        return [*self._active, *(entry[0] for stack in self._idle.values() for entry in stack)]

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request on the connection used last, or on a new one."""
        if httpcore.AsyncConnectionPool.handle_async_request is not _ORIGINAL:
            return await super().handle_async_request(request)
        url = request.url
        if url.scheme not in (b"http", b"https"):
            raise httpcore.UnsupportedProtocol("the URL must begin with http:// or https://")
        key = (url.scheme, url.host, url.port)
        if self._free > 0:
            self._free -= 1
        else:
            await self._wait(request.extensions.get("timeout", {}).get("pool"))
        connection: Any = None
        try:
            connection = await self._take(key) or self.create_connection(url.origin)
            self._active.add(connection)
            response = await connection.handle_async_request(request)
        except BaseException:
            self._active.discard(connection)
            self._release()
            if connection is not None:
                await _close(connection)
            raise
        return httpcore.Response(
            response.status,
            headers=response.headers,
            content=_Body(response.stream, self, key, connection),
            extensions=response.extensions,
        )

    async def _wait(self, seconds: float | None) -> None:
        import anyio

        place = anyio.Event()
        self._waiting.append(place)
        try:
            with anyio.move_on_after(seconds):
                await place.wait()
                return
        except BaseException:
            self._give_up(place)
            raise
        self._give_up(place)
        raise httpcore.PoolTimeout("no connection became free in time")

    def _give_up(self, place: Any) -> None:
        if place in self._waiting:
            self._waiting.remove(place)
        else:
            self._release()  # the place was given just now; somebody else may have it

    def _release(self) -> None:
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self._free += 1

    async def _take(self, key: Any) -> Any:
        stack = self._idle.get(key)
        while stack:
            connection, _ = stack.pop()
            if not connection.has_expired() and connection.is_idle():
                return connection
            await _close(connection)
        return None

    async def _put_back(self, key: Any, connection: Any) -> None:
        now = time.monotonic()
        self._active.discard(connection)
        stack = self._idle.setdefault(key, deque())
        keep = is_clean(connection) and not self._is_closed and len(stack) < self._keep
        if keep:
            stack.append((connection, now))
        self._release()
        if not keep:
            await _close(connection)
        if stack and now - stack[0][1] > (self._keepalive_expiry or 1e9):
            await _close(stack.popleft()[0])

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        self._is_closed = True
        idle = [entry[0] for stack in self._idle.values() for entry in stack]
        self._idle.clear()
        for connection in idle:
            await _close(connection)
        await super().aclose()


async def _close(connection: Any) -> None:
    import anyio

    # A cancelled call must still close its connection, or the socket stays open.
    with anyio.CancelScope(shield=True):
        await connection.aclose()


class _Body:
    """The body of an answer; gives the connection back when it is closed."""

    def __init__(self, stream: Any, pool: AsyncStackPool, key: Any, connection: Any) -> None:
        self._stream = stream
        self._pool = pool
        self._key = key
        self._connection: Any = connection

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._stream:
                yield part
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                await self._stream.aclose()
            finally:
                await self._pool._put_back(self._key, connection)


def use_async_stack_pool(client: httpx.AsyncClient, limits: httpx.Limits) -> None:
    """Give our own client the pool of this module; see `pool.use_stack_pool`."""
    transport: Any = getattr(client, "_transport", None)
    pool: Any = getattr(transport, "_pool", None)
    if type(pool) is not httpcore.AsyncConnectionPool:
        return
    transport._pool = AsyncStackPool(
        ssl_context=pool._ssl_context,
        max_connections=limits.max_connections or 100,
        max_keepalive_connections=limits.max_keepalive_connections or 100,
        keepalive_expiry=limits.keepalive_expiry,
        network_backend=pool._network_backend,
    )
