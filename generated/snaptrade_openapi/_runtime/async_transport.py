"""The transport of `transport` for async clients under asyncio; see there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Self

import httpx

from .idle import Origin, origin_of
from .loops import under_asyncio
from .originals import are_original
from .transport import LEFT_TO_HTTPX, has_proxies

if TYPE_CHECKING:
    from .async_connection import AsyncConnection
    from .async_pool import AsyncPool

__all__ = ["AsyncAnswerStream", "AsyncTransport", "own_async_client"]


class AsyncAnswerStream(httpx.AsyncByteStream):
    """The body of an answer; gives the connection back when it is closed."""

    def __init__(
        self, pool: AsyncPool, origin: Origin, connection: AsyncConnection, request: httpx.Request
    ) -> None:
        self._pool = pool
        self._origin = origin
        self._connection: AsyncConnection | None = connection
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while chunk := await self.read():
            yield chunk

    async def read(self) -> bytes:
        """Return the next piece, nothing at the end."""
        if self._connection is None:
            return b""
        try:
            return await self._connection.read()
        except BaseException as error:
            if isinstance(error, httpx.RequestError):
                error.request = self._request
            await self.aclose()
            raise

    async def aclose(self) -> None:
        """Give the connection back; it is kept when the answer was read to its end."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await self._pool.put_back(self._origin, connection)


class AsyncTransport(httpx.AsyncHTTPTransport):
    """
    Send requests over connections of our own.

    Args:
        limits: The limits of the connection pool.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        from .async_pool import AsyncPool  # with asyncio: programs without async code do not load it

        # httpx's own part is made when it is first needed: it loads certificates and httpcore.
        self._limits = limits
        self._is_ready = False
        self.connections = AsyncPool(limits)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is not read yet."""
        extensions = request.extensions
        if not (
            LEFT_TO_HTTPX.isdisjoint(extensions)
            and are_original(httpx.AsyncHTTPTransport, "AsyncConnectionPool", "handle_async_request")
            and under_asyncio()
        ):
            self._make_ready()
            return await super().handle_async_request(request)
        origin = origin_of(request.url)
        timeouts = extensions.get("timeout", {})
        pool = self.connections
        connection = await pool.take(origin, timeouts.get("pool"))
        try:
            if connection is None:
                from .async_connection import open_connection

                connection = await open_connection(origin, timeouts.get("connect"))
            head = await connection.send(request, timeouts)
        except BaseException:
            pool.leave(connection)
            raise
        return httpx.Response(
            head.status_code,
            headers=head.headers,
            stream=AsyncAnswerStream(pool, origin, connection, request),
            extensions=head.extensions,
        )

    def _make_ready(self) -> None:
        if not self._is_ready:
            from .tls import shared_ssl_context

            super().__init__(verify=shared_ssl_context(), limits=self._limits)
            self._is_ready = True

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *details: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        await self.connections.aclose()
        if self._is_ready:
            await super().aclose()


def own_async_client(limits: httpx.Limits) -> httpx.AsyncClient:
    """
    Return a client with our transport.

    Args:
        limits: The limits of the connection pool.
    """
    transport = AsyncTransport(limits)
    if not has_proxies():
        return httpx.AsyncClient(transport=transport)
    # Given a transport, httpx looks for no proxies. It has no public way to have both.
    from .tls import shared_ssl_context

    client = httpx.AsyncClient(verify=shared_ssl_context(), limits=limits)
    if type(getattr(client, "_transport", None)) is httpx.AsyncHTTPTransport:
        client._transport = transport
    return client
