"""
A small fast HTTP server with deterministic faults; run as a process of its own.

It answers ``GET .../authorizations?userId=<number>&...`` with one connection that is named after the
user. For every twentieth user the first attempt fails: a 503, a 429, or a connection that is reset.
``GET /hang`` is never answered, ``GET /stats`` tells what has happened.
The port is written to standard output; the server ends when standard input does.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from collections import Counter
from urllib.parse import parse_qs, urlsplit

FAULT_EVERY = 20

seen: Counter[str] = Counter()
connections: set[asyncio.Transport] = set()
most = 0
hanging = 0


class Connection(asyncio.Protocol):
    """One connection that is kept alive."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count the connection."""
        global most  # noqa: PLW0603 -- one process, one server
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._buffer = b""
        connections.add(transport)
        most = max(most, len(connections))

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        connections.discard(self._transport)

    def data_received(self, data: bytes) -> None:
        """Answer every complete request; none of them has a body."""
        global hanging  # noqa: PLW0603 -- one process, one server
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            url = urlsplit(head.split(b" ")[1].decode())
            if url.path == "/stats":
                # The connection that asks is not one of those that are asked about.
                stats = {"seen": seen, "open": len(connections) - 1, "most": most, "hanging": hanging}
                self._answer(200, json.dumps(stats).encode())
            elif url.path == "/hang":
                hanging += 1
            else:
                self._serve(parse_qs(url.query)["userId"][0])

    def _serve(self, user: str) -> None:
        seen[user] += 1
        number = int(user)
        if number % FAULT_EVERY == 0 and seen[user] == 1:
            kind = number // FAULT_EVERY % 3
            if kind == 0:
                self._answer(503, b'{"detail": "later"}')
            elif kind == 1:
                self._answer(429, b'{"detail": "later"}', b"Retry-After: 0\r\n")
            else:
                self._transport.abort()
        else:
            self._answer(200, b'[{"name": "%s"}]' % user.encode())

    def _answer(self, status: int, body: bytes, more: bytes = b"") -> None:
        head = b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n" % (
            status,
            len(body),
        )
        self._transport.write(head + more + b"\r\n" + body)


async def main() -> None:
    """Serve until standard input closes."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1000)
    over = asyncio.Event()

    def wait() -> None:
        sys.stdin.buffer.read()
        loop.call_soon_threadsafe(over.set)

    threading.Thread(target=wait, daemon=True).start()
    os.write(sys.stdout.fileno(), b"%d\n" % server.sockets[0].getsockname()[1])
    await over.wait()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
