"""
From an `httpx.Request` straight to the wire and back, for sync clients.

httpx makes httpcore's objects of everything first; for a small call that costs more than all the
rest. What this transport does not do itself, it leaves to httpx's.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Self
from urllib.request import getproxies

import httpx

from .idle import Origin, origin_of
from .originals import are_original
from .pool import Pool

if TYPE_CHECKING:
    from .connection import Connection

__all__ = ["LEFT_TO_HTTPX", "AnswerStream", "Transport", "has_proxies", "own_client"]

LEFT_TO_HTTPX: Final = frozenset({"trace", "sni_hostname", "target"})
"""Request extensions that only httpx's own implementation knows."""


class AnswerStream(httpx.SyncByteStream):
    """The body of an answer; gives the connection back when it is closed."""

    def __init__(self, pool: Pool, origin: Origin, connection: Connection, request: httpx.Request) -> None:
        self._pool = pool
        self._origin = origin
        self._connection: Connection | None = connection
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.read, b"")

    def read(self) -> bytes:
        """Return the next piece, nothing at the end."""
        if self._connection is None:
            return b""
        try:
            return self._connection.read()
        except BaseException as error:
            if isinstance(error, httpx.RequestError):
                error.request = self._request
            self.close()
            raise

    def close(self) -> None:
        """Give the connection back; it is kept when the answer was read to its end."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._pool.put_back(self._origin, connection)


class Transport(httpx.HTTPTransport):
    """
    Send requests over connections of our own.

    Args:
        limits: The limits of the connection pool.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        # httpx's own part is made when it is first needed: it loads certificates and httpcore.
        self._limits = limits
        self._ready = threading.Lock()
        self._is_ready = False
        self.connections = Pool(limits)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is not read yet."""
        extensions = request.extensions
        if not (
            LEFT_TO_HTTPX.isdisjoint(extensions)
            and are_original(httpx.HTTPTransport, "ConnectionPool", "handle_request")
        ):
            self._make_ready()
            return super().handle_request(request)
        origin = origin_of(request.url)
        timeouts = extensions.get("timeout", {})
        pool = self.connections
        connection = pool.take(origin, timeouts.get("pool"))
        try:
            if connection is None:
                from .connection import connect  # with h11: the first request needs it, not the import

                connection = connect(origin, timeouts.get("connect"))
            head = connection.send(request, timeouts)
        except BaseException:
            pool.leave(connection)
            raise
        return httpx.Response(
            head.status_code,
            headers=head.headers,
            stream=AnswerStream(pool, origin, connection, request),
            extensions=head.extensions,
        )

    def _make_ready(self) -> None:
        with self._ready:
            if not self._is_ready:
                from .backend import keep_to_deadline
                from .tls import shared_ssl_context

                super().__init__(verify=shared_ssl_context(), limits=self._limits)
                keep_to_deadline(self)
                self._is_ready = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        self.connections.close()
        if self._is_ready:
            super().close()


def has_proxies() -> bool:
    """Tell whether the environment names proxies; httpx asks the same function."""
    proxies = getproxies()
    return any(proxies.get(scheme) for scheme in ("http", "https", "all"))


def own_client(limits: httpx.Limits) -> httpx.Client:
    """
    Return a client with our transport.

    Args:
        limits: The limits of the connection pool.
    """
    transport = Transport(limits)
    if not has_proxies():
        return httpx.Client(transport=transport)
    # Given a transport, httpx looks for no proxies. It has no public way to have both.
    from .backend import keep_to_deadline
    from .tls import shared_ssl_context

    client = httpx.Client(verify=shared_ssl_context(), limits=limits)
    for proxy in getattr(client, "_mounts", {}).values():
        keep_to_deadline(proxy)
    if type(getattr(client, "_transport", None)) is httpx.HTTPTransport:
        client._transport = transport
    return client
