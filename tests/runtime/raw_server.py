"""A server whose connections are plain sockets in the hands of the test, and a transport before it."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
from snaptrade_openapi._runtime.async_transport import AsyncTransport
from snaptrade_openapi._runtime.transport import Transport

__all__ = ["ANSWER", "RawServer", "Side", "head_of", "hold", "reset", "serve", "serving", "until"]

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
PATIENCE = 5.0
Script = Callable[[socket.socket], None]


def head_of(sock: socket.socket) -> bytes:
    """Read a request up to its empty line; what follows stays for others. Nothing at the end."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = sock.recv(1)
        if not byte:
            return b""
        head += byte
    return head


def serve(sock: socket.socket, answer: bytes = ANSWER) -> None:
    """Answer every request the same."""
    while head_of(sock):
        sock.sendall(answer)


def hold(sock: socket.socket) -> None:
    """Read until the client hangs up."""
    while sock.recv(65_536):
        pass


def reset(sock: socket.socket) -> None:
    """End the connection with RST."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


class RawServer:
    """
    Accept connections on loopback; each runs the next script, the last one as often as needed.

    Args:
        scripts: What to do with a connection.
        tls: Speak TLS with these settings.
    """

    def __init__(self, *scripts: Script, tls: ssl.SSLContext | None = None) -> None:
        self._scripts = list(scripts)
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self._changed = threading.Condition()
        self.ended = 0
        self.accepted = 0
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/"
        self._start(self._accept)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
            self._sockets.append(sock)
            with self._changed:
                self.accepted += 1
                self._changed.notify_all()
            self._start(lambda sock=sock, script=script: self._run(sock, script))  # type: ignore[misc]

    def _run(self, sock: socket.socket, script: Script) -> None:
        try:
            with contextlib.suppress(OSError):
                secure = self._tls.wrap_socket(sock, server_side=True) if self._tls else sock
                with secure:
                    script(secure)
        finally:
            sock.close()
            with self._changed:
                self.ended += 1
                self._changed.notify_all()

    def wait_for(self, *, accepted: int = 0, ended: int = 0) -> None:
        """Wait until so many connections were accepted, and so many have ended."""
        with self._changed:
            done = self._changed.wait_for(lambda: self.accepted >= accepted and self.ended >= ended, PATIENCE)
        assert done, (self.accepted, self.ended)

    def close(self) -> None:
        """End everything."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in self._sockets:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()


class Side:
    """
    A transport of either kind, used in the same words.

    Args:
        kind: ``sync`` or ``async``.
        limits: The limits of the pool, where they differ from two connections kept for 50 s.
    """

    def __init__(self, kind: str, **limits: Any) -> None:
        self.is_async = kind == "async"
        limits = {
            "max_connections": 2,
            "max_keepalive_connections": 2,
            "keepalive_expiry": 50.0,
            **limits,
        }
        self.transport: Any = (AsyncTransport if self.is_async else Transport)(httpx.Limits(**limits))

    @property
    def pool(self) -> Any:
        """The pool of the transport."""
        return self.transport.connections

    @property
    def free_places(self) -> int:
        """How many requests could be begun now."""
        return int(self.pool._free if self.is_async else self.pool._places._value)

    @property
    def idle(self) -> list[Any]:
        """The connections that wait, the oldest first."""
        return [connection for stack in self.pool.idle._stacks.values() for connection in stack]

    async def settle(self, value: Any) -> Any:
        """Return a result that may have to be awaited."""
        return await value if inspect.isawaitable(value) else value

    async def send(self, url: str, method: str = "GET", **settings: Any) -> httpx.Response:
        """Send a request; the body of the answer is not read."""
        timeouts = settings.pop("timeout", {})
        extensions = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), 5.0) | timeouts}
        extensions |= settings.pop("extensions", {})
        request = httpx.Request(method, url, extensions=extensions, **settings)
        handle = self.transport.handle_async_request if self.is_async else self.transport.handle_request
        response: httpx.Response = await self.settle(handle(request))
        return response

    async def read(self, response: httpx.Response) -> bytes:
        """Read the body and give the connection back."""
        return await response.aread() if self.is_async else response.read()

    async def get(self, url: str, method: str = "GET", **settings: Any) -> bytes:
        """Send a request and read the answer."""
        return await self.read(await self.send(url, method, **settings))

    async def end(self, response: httpx.Response) -> None:
        """Close a response, read or not."""
        await self.settle(response.aclose() if self.is_async else response.close())

    async def close(self) -> None:
        """Close the transport."""
        await self.settle(self.transport.aclose() if self.is_async else self.transport.close())


async def until(condition: Callable[[], bool]) -> None:
    """Let the event loop work until something is so; the server runs in threads, which set no events here."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 -- see above
            await asyncio.sleep(0)


@contextlib.contextmanager
def serving(*scripts: Script, tls: ssl.SSLContext | None = None) -> Iterator[RawServer]:
    """Run a server for the length of a ``with`` block."""
    server = RawServer(*scripts, tls=tls)
    try:
        yield server
    finally:
        server.close()
