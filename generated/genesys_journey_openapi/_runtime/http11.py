"""
HTTP/1.1 on one connection, without any I/O.

h11 knows the protocol. Here its events become bytes to write and an `httpx`-shaped answer, its errors
become those of httpx, and the question is answered whether a connection may serve another request.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import h11
import httpx

__all__ = ["Head", "Http11"]

_LONGEST_HEAD: Final = 100 * 1024
"""Bytes of status line and headers; as httpcore."""


class Head(NamedTuple):
    """
    The beginning of an answer.

    Args:
        status_code: The HTTP status.
        headers: The headers as they were sent.
        extensions: What httpx calls by this name: version and reason phrase.
    """

    status_code: int
    headers: list[tuple[bytes, bytes]]
    extensions: dict[str, Any]


class Http11:
    """One connection as the protocol sees it: requests go in, bytes come out, and the reverse."""

    __slots__ = ("_h11",)

    def __init__(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)

    # -- the request

    def whole(self, request: httpx.Request) -> bytes:
        """Return a request, whose body is there already, in one piece: one system call writes it."""
        assert isinstance(request.stream, httpx.ByteStream)
        content = b"".join(request.stream)
        head = self.head_of(request)
        return b"".join((head, self.part(content), self.end())) if content else head + self.end()

    def head_of(self, request: httpx.Request) -> bytes:
        """
        Return request line and headers.

        Raises:
            httpx.LocalProtocolError: They cannot be written.
        """
        try:
            event = h11.Request(
                method=request.method, target=request.url.raw_path, headers=request.headers.raw
            )
        except h11.LocalProtocolError as error:
            raise httpx.LocalProtocolError(str(error)) from error
        return self._written(event)

    def part(self, chunk: bytes) -> bytes:
        """Return a piece of the body as it is written."""
        return self._written(h11.Data(data=chunk))

    def end(self) -> bytes:
        """Return what ends the body."""
        return self._written(h11.EndOfMessage())

    def _written(self, event: h11.Request | h11.Data | h11.EndOfMessage) -> bytes:
        try:
            return self._h11.send(event)
        except h11.LocalProtocolError as error:
            raise httpx.LocalProtocolError(str(error)) from error

    def not_written(self) -> None:
        """Take note that the request did not leave whole; no other one may follow it."""
        self._h11.send_failed()

    # -- the answer

    def feed(self, data: bytes) -> None:
        """
        Take what was read; nothing means that the server has ended the connection.

        Raises:
            httpx.RemoteProtocolError: It did so instead of an answer.
        """
        if not data and self._h11.their_state is h11.SEND_RESPONSE:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.")
        self._h11.receive_data(data)

    def head(self) -> Head | None:
        """
        Return the beginning of the answer, ``None`` when more has to be read.

        Raises:
            httpx.RemoteProtocolError: It is not HTTP, or longer than anybody reads.
        """
        while True:
            event = self._next()
            if event is h11.NEED_DATA:
                return None
            assert isinstance(event, h11.Response | h11.InformationalResponse)
            # Of the 1xx kind only 101 ends the exchange; the others announce the answer.
            if event.status_code >= 200 or event.status_code == 101:
                extensions = {"http_version": b"HTTP/" + event.http_version, "reason_phrase": event.reason}
                return Head(event.status_code, event.headers.raw_items(), extensions)

    def body(self) -> bytes | None:
        """
        Return the next piece of the body, nothing at its end, ``None`` when more has to be read.

        Raises:
            httpx.RemoteProtocolError: It is broken or cut off.
        """
        event = self._next()
        if event is h11.NEED_DATA:
            return None
        return bytes(event.data) if isinstance(event, h11.Data) else b""

    def _next(self) -> Any:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as error:
            raise httpx.RemoteProtocolError(str(error)) from error

    def renew(self) -> bool:
        """
        Get ready for the next request; tell whether that is possible.

        Bytes after the end of an answer would be taken for the answer to the next request.
        """
        h = self._h11
        if h.our_state is not h11.DONE or h.their_state is not h11.DONE or any(h.trailing_data):
            return False
        h.start_next_cycle()
        return True
