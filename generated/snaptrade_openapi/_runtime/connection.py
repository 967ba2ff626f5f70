"""One connection of a sync client: a socket and HTTP/1.1 on it."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping

import httpx

from .deadline import bounded
from .http11 import Head, Http11
from .idle import Origin, is_readable
from .tls import shared_ssl_context

__all__ = ["Connection", "connect"]

_READ_AT_ONCE = 64 * 1024


class Connection:
    """
    Carry one request after the other; every step ends at its timeout or at the deadline of the call.

    Args:
        sock: The open socket.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._wire = Http11()
        self._timeout: float | None = None
        self._sock_timeout: float | None = -1
        self.expires = 0.0
        """When it has waited long enough for the next request."""

    def send(self, request: httpx.Request, timeouts: Mapping[str, float | None]) -> Head:
        """
        Send a request and return the beginning of the answer.

        Raises:
            httpx.TransportError: That was not possible.
        """
        try:
            self._send(request, timeouts.get("write"))
        except httpx.WriteError:
            # A server may refuse a request before it has read it all; its answer tells why.
            self._wire.not_written()
        self._timeout = timeouts.get("read")
        while (head := self._wire.head()) is None:
            self._wire.feed(self._receive())
        return head

    def _send(self, request: httpx.Request, timeout: float | None) -> None:
        wire, stream = self._wire, request.stream
        if isinstance(stream, httpx.ByteStream):
            self._write(wire.whole(request), timeout)
            return
        assert isinstance(stream, httpx.SyncByteStream)
        self._write(wire.head_of(request), timeout)
        for chunk in stream:
            self._write(wire.part(chunk), timeout)
        self._write(wire.end(), timeout)

    def read(self) -> bytes:
        """
        Return the next piece of the body, nothing at its end.

        Raises:
            httpx.TransportError: It did not arrive.
        """
        while (chunk := self._wire.body()) is None:
            self._wire.feed(self._receive())
        return chunk

    def _write(self, data: bytes, timeout: float | None) -> None:
        rest = memoryview(data)
        while rest:
            self._allow(bounded(timeout, httpx.WriteTimeout))
            try:
                rest = rest[self._sock.send(rest) :]
            except TimeoutError as error:
                raise httpx.WriteTimeout(str(error)) from error
            except OSError as error:
                raise httpx.WriteError(str(error)) from error

    def _receive(self) -> bytes:
        self._allow(bounded(self._timeout, httpx.ReadTimeout))
        try:
            return self._sock.recv(_READ_AT_ONCE)
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ReadError(str(error)) from error

    def _allow(self, seconds: float | None) -> None:
        # Most steps are allowed the same time as the one before; a system call less for those.
        if seconds != self._sock_timeout:
            self._sock.settimeout(seconds)
            self._sock_timeout = seconds

    def renew(self) -> bool:
        """Get ready for the next request; tell whether that is possible."""
        return self._wire.renew()

    def is_usable(self) -> bool:
        """Tell whether another request may be sent: not when the server has closed it meanwhile."""
        return time.monotonic() < self.expires and not is_readable(self._sock.fileno())

    def close(self) -> None:
        """End the connection, in this process only."""
        self._sock.close()


def connect(origin: Origin, timeout: float | None) -> Connection:
    """
    Open a connection.

    Args:
        origin: Where to.
        timeout: Seconds for each address that is tried, and for the TLS handshake.

    Raises:
        httpx.ConnectTimeout: It took too long.
        httpx.ConnectError: It was refused.
        ConfigurationError: The trusted certificates cannot be loaded.
    """
    scheme, host, port = origin
    context = shared_ssl_context() if scheme == "https" else None
    try:
        sock = _opened(host, port, timeout)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if context is not None:
                sock.settimeout(bounded(timeout, httpx.ConnectTimeout))
                sock = context.wrap_socket(sock, server_hostname=host)
        except BaseException:
            sock.close()
            raise
    except TimeoutError as error:
        raise httpx.ConnectTimeout(str(error)) from error
    except (OSError, UnicodeError) as error:  # the latter: no name of a host looks like this
        raise httpx.ConnectError(str(error)) from error
    return Connection(sock)


def _opened(host: str, port: int, timeout: float | None) -> socket.socket:
    """Try one address after the other, as `socket.create_connection`, but not beyond the deadline."""
    refusal: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(bounded(timeout, httpx.ConnectTimeout))
            sock.connect(address)
            return sock
        except BaseException as error:
            sock.close()
            if not isinstance(error, OSError):
                raise
            refusal = error
    raise refusal or OSError("the name has no address")
