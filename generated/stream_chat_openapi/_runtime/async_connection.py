"""One connection of an async client under asyncio: a protocol of the event loop and HTTP/1.1 on it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import time
from collections.abc import Mapping
from ipaddress import ip_address
from math import inf
from typing import Any, Final, cast

import httpx

from .http11 import Head, Http11
from .idle import Origin, is_readable
from .tls import shared_ssl_context

__all__ = ["AsyncConnection", "open_connection"]

_MOST_UNREAD: Final = 256 * 1024
_WRITTEN_AT_ONCE: Final = 64 * 1024
_SECONDS_FOR_THE_BETTER_ADDRESS: Final = 0.25


class AsyncConnection(asyncio.Protocol):
    """
    Carry one request after the other.

    Args:
        loop: The event loop.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._wire = Http11()
        self._transport: asyncio.Transport | None = None
        self._fileno = -1
        self._is_secure = False
        self._is_asked = False
        self._is_at_end = False
        self._loss: BaseException | None = None
        # Waiting for the event loop: for data, or for room to write.
        self._waiter: asyncio.Future[None] | None = None
        self._has_no_room = False
        self._unread = 0
        self._timeout: float | None = None
        # One timer serves many waits: it is not cancelled after each, but looks at the clock when it rings.
        self._timer: asyncio.TimerHandle | None = None
        self._late_at = inf
        self._late: type[httpx.TimeoutException] = httpx.ReadTimeout
        self.expires = 0.0
        """When it has waited long enough for the next request."""

    # -- what the event loop tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)
        self._fileno = transport.get_extra_info("socket").fileno()

    def secure(self, transport: asyncio.Transport) -> None:
        """Go on behind TLS."""
        self._transport = transport
        self._is_secure = True

    def data_received(self, data: bytes) -> None:
        """Take what has arrived; what nobody asked for makes the connection useless."""
        if not self._is_asked:
            self.close()
            return
        self._wire.feed(data)
        self._unread += len(data)
        if self._unread > _MOST_UNREAD and self._transport is not None:
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        """Take note that nothing more will arrive; the event loop closes the socket."""
        self._is_at_end = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Take note of the end; TLS without its farewell has ended, too."""
        if exc is None or isinstance(exc, ssl.SSLEOFError):
            self._is_at_end = True
        elif not self._is_secure:
            self._rescue()
        self._lose(exc or ConnectionError("the connection was closed"))

    def _rescue(self) -> None:
        # The event loop gives up when it cannot write; the answer that tells why may have arrived.
        with (
            contextlib.suppress(OSError),
            socket.fromfd(self._fileno, socket.AF_INET, socket.SOCK_STREAM) as sock,
        ):
            sock.setblocking(False)
            while data := sock.recv(_WRITTEN_AT_ONCE):
                self._wire.feed(data)

    def pause_writing(self) -> None:
        """Wait with writing."""
        self._has_no_room = True

    def resume_writing(self) -> None:
        """Go on with writing."""
        self._has_no_room = False
        self._wake()

    # -- waiting for the event loop

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def _wait(self, seconds: float | None, late: type[httpx.TimeoutException]) -> None:
        self._waiter = self._loop.create_future()
        self._late = late
        self._late_at = inf if seconds is None else self._loop.time() + seconds
        if self._timer is None or self._late_at < self._timer.when():
            self._set_timer()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _set_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if self._late_at == inf else self._loop.call_at(self._late_at, self._ring)

    def _ring(self) -> None:
        self._timer = None
        if self._waiter is None or self._waiter.done():
            return
        if self._loop.time() < self._late_at:
            self._set_timer()  # that was for an earlier wait
        else:
            self._waiter.set_exception(self._late("timed out"))

    # -- the exchange

    async def send(self, request: httpx.Request, timeouts: Mapping[str, float | None]) -> Head:
        """
        Send a request and return the beginning of the answer.

        Raises:
            httpx.TransportError: That was not possible.
        """
        self._is_asked = True
        try:
            await self._send(request, timeouts.get("write"))
        except httpx.WriteError:
            # A server may refuse a request before it has read it all; its answer tells why.
            self._wire.not_written()
        self._timeout = timeouts.get("read")
        while (head := self._wire.head()) is None:
            await self._receive()
        return head

    async def _send(self, request: httpx.Request, seconds: float | None) -> None:
        wire, stream = self._wire, request.stream
        if isinstance(stream, httpx.ByteStream):
            await self._write(wire.whole(request), seconds)
            return
        assert isinstance(stream, httpx.AsyncByteStream)
        await self._write(wire.head_of(request), seconds)
        async for chunk in stream:
            await self._write(wire.part(chunk), seconds)
        await self._write(wire.end(), seconds)

    async def read(self) -> bytes:
        """
        Return the next piece of the body, nothing at its end.

        Raises:
            httpx.TransportError: It did not arrive.
        """
        while (chunk := self._wire.body()) is None:
            await self._receive()
        return chunk

    async def _write(self, data: bytes, seconds: float | None) -> None:
        for begin in range(0, len(data), _WRITTEN_AT_ONCE):
            if begin:
                await asyncio.sleep(0)  # maybe there is an answer already, which would be lost with a reset
            while self._has_no_room and self._loss is None:
                await self._wait(seconds, httpx.WriteTimeout)
            if self._transport is None or self._loss is not None:
                raise httpx.WriteError(str(self._loss)) from self._loss
            self._transport.write(data[begin : begin + _WRITTEN_AT_ONCE])

    async def _receive(self) -> None:
        if self._is_at_end:
            self._wire.feed(b"")
        elif self._transport is None or self._loss is not None:
            raise httpx.ReadError(str(self._loss)) from self._loss
        else:
            self._go_on_reading()
            await self._wait(self._timeout, httpx.ReadTimeout)

    def _go_on_reading(self) -> None:
        if self._unread > _MOST_UNREAD and self._transport is not None:
            self._transport.resume_reading()
        self._unread = 0

    # -- before and after

    def renew(self) -> bool:
        """Get ready for the next request; tell whether that is possible."""
        transport = self._transport
        if self._is_at_end or self._loss is not None or transport is None or not self._wire.renew():
            return False
        if transport.get_write_buffer_size():
            return False  # answered before the request was written whole
        self._is_asked = False
        self._go_on_reading()
        return True

    def is_usable(self) -> bool:
        """Tell whether another request may be sent: not when the server has closed it meanwhile."""
        if self._is_at_end or self._loss is not None or time.monotonic() >= self.expires:
            return False
        # The event loop may have been too busy to tell.
        return not is_readable(self._fileno)

    def close(self) -> None:
        """End the connection at once, whatever it is doing."""
        if self._transport is not None:
            self._transport.abort()
        self._lose(ConnectionError("the connection was closed"))

    def _lose(self, error: BaseException) -> None:
        self._loss = self._loss or error
        self._late_at = inf
        self._set_timer()
        self._wake()


async def open_connection(origin: Origin, seconds: float | None) -> AsyncConnection:
    """
    Open a connection.

    Args:
        origin: Where to.
        seconds: The time until it is ready, with TLS.

    Raises:
        httpx.ConnectTimeout: It took too long.
        httpx.ConnectError: It was refused.
        ConfigurationError: The trusted certificates cannot be loaded.
    """
    scheme, host, port = origin
    context = shared_ssl_context() if scheme == "https" else None
    loop = asyncio.get_running_loop()
    connection = AsyncConnection(loop)
    try:
        async with asyncio.timeout(seconds):
            transport, _ = await loop.create_connection(
                lambda: connection, host, port, **_options(loop, host)
            )
            if context is not None:
                # In two steps: a handshake that is cancelled must not leave its socket behind.
                secure = await loop.start_tls(transport, connection, context, server_hostname=host)
                assert secure is not None
                connection.secure(secure)
    except BaseException as error:
        connection.close()
        if isinstance(error, TimeoutError):
            raise httpx.ConnectTimeout(str(error)) from error
        if isinstance(error, OSError | UnicodeError):  # the latter: no name of a host looks like this
            raise httpx.ConnectError(str(error)) from error
        raise
    return connection


def _options(loop: asyncio.AbstractEventLoop, host: str) -> dict[str, Any]:
    # Other event loops, such as uvloop's, do not know this; and an address has no alternatives.
    if not isinstance(loop, asyncio.BaseEventLoop):
        return {}
    try:
        ip_address(host)
    except ValueError:
        return {"happy_eyeballs_delay": _SECONDS_FOR_THE_BETTER_ADDRESS}
    return {}
