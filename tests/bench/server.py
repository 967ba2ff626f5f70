"""
A server as small as possible, so that what is measured is the client.

It runs as a process of its own on loopback, prints its port, and ends when its standard input
closes, when its time is up, or when it has answered enough.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

from . import payloads
from .environments import ROOT

__all__ = ["running_server"]

MOST_SECONDS: Final = 900
MOST_CONNECTIONS: Final = 1_000
MOST_ANSWERS: Final = 5_000_000
MOST_BYTES: Final = 65_536
"""Of one request."""

_RATE_LIMITS = {
    "snaptrade": {"x-ratelimit-limit": "250", "x-ratelimit-remaining": "249", "x-ratelimit-reset": "60"},
    "genesys_journey": {
        "inin-ratelimit-count": "1",
        "inin-ratelimit-allowed": "300",
        "inin-ratelimit-reset": "60",
    },
    "stream_chat": {
        "x-ratelimit-limit": "10000",
        "x-ratelimit-remaining": "9999",
        "x-ratelimit-reset": "1760000000",
    },
}


def _answer(status: str, vendor: str, body: object) -> bytes:
    content = payloads.write_json(body)
    headers = {
        "content-type": "application/json",
        "content-length": str(len(content)),
        "x-request-id": "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415",
        **_RATE_LIMITS[vendor],
    }
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode() + content


def _answers() -> tuple[tuple[bytes, bytes], ...]:
    token = {"access_token": "a-token-of-the-bench", "token_type": "bearer", "expires_in": 86_400}
    newer = payloads.with_nanoseconds(payloads.sent_event())
    return (
        (b"/api/v2/chat/", _answer("201 Created", "stream_chat", newer)),
        (b"/authorizations", _answer("200 OK", "snaptrade", payloads.connections(1))),
        (b"/api/v2/journey/", _answer("200 OK", "genesys_journey", payloads.journey_events(1))),
        (b"/channels/", _answer("201 Created", "stream_chat", payloads.sent_event())),
        (b"/oauth/token", _answer("200 OK", "genesys_journey", token)),
    )


class _Connection(asyncio.Protocol):
    """Answers one request after the other; knows of HTTP no more than the clients here need."""

    answers = _answers()
    open = 0
    answered = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""
        _Connection.open += 1
        if _Connection.open > MOST_CONNECTIONS:
            transport.abort()

    def connection_lost(self, error: Exception | None) -> None:
        _Connection.open -= 1

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := self._end_of_request()) is not None:
            target = self._received.split(b" ", 2)[1]
            self._received = self._received[end:]
            _Connection.answered += 1
            if _Connection.answered > MOST_ANSWERS:
                asyncio.get_running_loop().stop()
            self._transport.write(next(answer for part, answer in self.answers if part in target))
        if len(self._received) > MOST_BYTES:
            self._transport.abort()

    def _end_of_request(self) -> int | None:
        end = self._received.find(b"\r\n\r\n") + 4
        if end < 4:
            return None
        if not self._received.startswith(b"GET"):
            head = self._received[:end].lower()
            end += int(head.partition(b"\r\ncontent-length:")[2].split(b"\r\n", 1)[0])
        return end if len(self._received) >= end else None


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Connection, "127.0.0.1", 0, backlog=1_000)
    print(server.sockets[0].getsockname()[1], flush=True)
    with contextlib.suppress(TimeoutError):
        # The parent never writes; reading ends when it closes the pipe or dies.
        await asyncio.wait_for(loop.run_in_executor(None, sys.stdin.read), MOST_SECONDS)
    server.close()


@contextlib.contextmanager
def running_server() -> Iterator[str]:
    """Run the server for the length of a `with` block; gives its URL."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.communicate()


if __name__ == "__main__":
    asyncio.run(_serve())
