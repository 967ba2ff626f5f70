"""A raw HTTP server in a thread, so that every byte of an answer can be chosen."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from attrs import frozen

from tests import raw_server

__all__ = ["RawRequest", "RawServer", "answer", "refused_port"]


@frozen
class RawRequest:
    """
    A request as it arrived.

    Args:
        head: Request line and headers.
        body: The body.
    """

    head: str
    body: bytes

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.head.split(" ")[1].partition("?")[0]

    def header(self, name: str) -> str:
        """Return a header, empty when it is absent."""
        for line in self.head.split("\r\n")[1:]:
            found, _, value = line.partition(":")
            if found.strip().lower() == name:
                return value.strip()
        return ""


def answer(status: int, body: bytes = b"", content_type: str = "application/json", **headers: Any) -> bytes:
    """Return the bytes of an answer; underscores in header names stand for hyphens."""
    lines = [f"HTTP/1.1 {status} Answer", f"Content-Length: {len(body)}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class RawServer(raw_server.RawServer):
    """
    Answer requests on a free port of the loopback until it is closed.

    Args:
        reply: Returns the bytes of the answer, or ``None`` to break the connection off.
    """

    def __init__(self, reply: Callable[[RawRequest], bytes | None]) -> None:
        self.reply = reply
        self.requests: list[RawRequest] = []
        self.hang_up = False
        """Whether a connection ends after its first answer."""
        self.greeting = b""
        """Said instead of listening, for clients that expect another protocol."""
        super().__init__(self._serve)
        self.url = self.url.rstrip("/")

    def _serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as stream:
            if self.greeting:
                connection.sendall(self.greeting)
                return
            while request := _read(stream):
                self.requests.append(request)
                reply = self.reply(request)
                if reply is None:
                    return
                connection.sendall(reply)
                if self.hang_up:
                    return


def _read(stream: Any) -> RawRequest | None:
    lines: list[str] = []
    while (line := stream.readline().decode("latin-1")).strip():
        lines.append(line.rstrip("\r\n"))
    if not lines:
        return None
    request = RawRequest("\r\n".join(lines), b"")
    return RawRequest(request.head, stream.read(int(request.header("content-length") or 0)))


def refused_port() -> int:
    """Return a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
