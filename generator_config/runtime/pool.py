"""
A connection pool that hands out the connection used last.

httpcore's own pool looks through all its connections on every request and every response, so a
call gets slower the more calls run beside it. Here idle connections lie on a stack: taking and
putting one back costs the same with one task and with two hundred. Connections themselves,
TLS and protocol are httpcore's.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

import httpcore
import httpx

from .deadline import bounded_backend

__all__ = ["StackPool", "is_clean", "use_stack_pool"]

# Tools that replace httpcore's pool in tests (respx does) must keep working.
_ORIGINAL: Final = httpcore.ConnectionPool.handle_request


class StackPool(httpcore.ConnectionPool):
    """Idle connections on a stack per host, a place for each request under way."""

    def __init__(self, *, max_connections: int, max_keepalive_connections: int, **settings: Any) -> None:
        super().__init__(max_connections=max_connections, **settings)
        self._places = threading.BoundedSemaphore(max_connections)
        self._keep = max_keepalive_connections
        self._lock = threading.Lock()
        self._idle: dict[Any, deque[tuple[Any, float]]] = {}
        self._active: set[Any] = set()
        self._is_closed = False

    @property
    def connections(self) -> list[Any]:
        """The connections in use and those that wait for the next request."""
        with self._lock:
            return [*self._active, *(entry[0] for stack in self._idle.values() for entry in stack)]

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request on the connection used last, or on a new one."""
        if httpcore.ConnectionPool.handle_request is not _ORIGINAL:
            return super().handle_request(request)
        url = request.url
        if url.scheme not in (b"http", b"https"):
            raise httpcore.UnsupportedProtocol("the URL must begin with http:// or https://")
        key = (url.scheme, url.host, url.port)
        timeout = request.extensions.get("timeout", {}).get("pool")
        if not self._places.acquire(timeout=timeout):
            raise httpcore.PoolTimeout("no connection became free in time")
        connection: Any = None
        try:
            connection = self._take(key) or self.create_connection(url.origin)
            with self._lock:
                self._active.add(connection)
            response = connection.handle_request(request)
        except BaseException:
            self._drop(connection)
            raise
        return httpcore.Response(
            response.status,
            headers=response.headers,
            content=_Body(response.stream, self, key, connection),
            extensions=response.extensions,
        )

    def _take(self, key: Any) -> Any:
        while True:
            with self._lock:
                stack = self._idle.get(key)
                if not stack:
                    return None
                connection, _ = stack.pop()
            if not connection.has_expired() and connection.is_idle():
                return connection
            connection.close()

    def _drop(self, connection: Any) -> None:
        with self._lock:
            self._active.discard(connection)
        self._places.release()
        if connection is not None:
            connection.close()

    def _put_back(self, key: Any, connection: Any) -> None:
        now = time.monotonic()
        oldest = None
        with self._lock:
            self._active.discard(connection)
            stack = self._idle.setdefault(key, deque())
            keep = is_clean(connection) and not self._is_closed and len(stack) < self._keep
            if keep:
                stack.append((connection, now))
            if stack and now - stack[0][1] > (self._keepalive_expiry or 1e9):
                oldest = stack.popleft()[0]
        self._places.release()
        if not keep:
            connection.close()
        if oldest is not None:
            oldest.close()

    def close(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        with self._lock:
            self._is_closed = True
            idle = [entry[0] for stack in self._idle.values() for entry in stack]
            self._idle.clear()
        for connection in idle:
            connection.close()
        super().close()


def is_clean(connection: Any) -> bool:
    """
    Tell whether a connection may serve another request.

    Bytes after the end of an answer would be taken for the answer to the next request.
    """
    state = getattr(getattr(connection, "_connection", None), "_h11_state", None)
    return bool(connection.is_idle() and not (state is not None and state.trailing_data[0]))


class _Body:
    """The body of an answer; gives the connection back when it is closed."""

    def __init__(self, stream: Any, pool: StackPool, key: Any, connection: Any) -> None:
        self._stream = stream
        self._pool = pool
        self._key = key
        self._connection: Any = connection

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                self._stream.close()
            finally:
                self._pool._put_back(self._key, connection)


def use_stack_pool(client: httpx.Client, limits: httpx.Limits) -> None:
    """
    Give our own client the pool of this module; for proxies of the environment httpx's own stays.

    httpx has no public way to hand over a pool. When its transport looks different from that of
    httpx 0.27 and 0.28, nothing is changed and all still works.
    """
    for proxy in getattr(client, "_mounts", {}).values():
        behind: Any = getattr(proxy, "_pool", None)
        if isinstance(behind, httpcore.ConnectionPool):
            behind._network_backend = bounded_backend(behind._network_backend)
    transport: Any = getattr(client, "_transport", None)
    pool: Any = getattr(transport, "_pool", None)
    if type(pool) is not httpcore.ConnectionPool:
        return
    transport._pool = StackPool(
        ssl_context=pool._ssl_context,
        max_connections=limits.max_connections or 100,
        max_keepalive_connections=limits.max_keepalive_connections or 100,
        keepalive_expiry=limits.keepalive_expiry,
        network_backend=bounded_backend(pool._network_backend),
    )
