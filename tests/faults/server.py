"""
A raw TCP server on loopback that does to each request what a script says.

HTTP libraries cannot send half an answer or garbage, so this one writes bytes itself. Each
request uses up one behaviour of the plan for its path; when none is left, ``then`` counts.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["Behaviour", "Connection", "FaultServer", "Plan", "Received", "closed_port", "silent_port"]

DRIP_SECONDS = 0.02
DRIPS = 150
JOIN_SECONDS = 5.0
TLS_HANDSHAKE = b"\x16\x03"


@dataclass(frozen=True)
class Received:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


@dataclass
class Plan:
    """What happens to the requests of one path: each behaviour once, then always the last one."""

    then: Behaviour
    once: deque[Behaviour] = field(default_factory=deque)

    def take(self) -> Behaviour:
        """Return the behaviour for the next request."""
        return self.once.popleft() if self.once else self.then


class Connection:
    """The server's end of one connection; every method is safe when the client has gone."""

    def __init__(self, sock: socket.socket, stopping: threading.Event) -> None:
        self._sock = sock
        self._stopping = stopping
        self._buffer = b""
        self.open = True
        self.sent = 0
        """How many bytes the client, or the network on the way to it, has taken."""

    def receive(self) -> Received | None:
        """Return the next request, ``None`` when the client has hung up."""
        while b"\r\n\r\n" not in self._buffer:
            if not self._fill():
                return None
            if self._buffer.startswith(TLS_HANDSHAKE):
                self.send(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
                return None
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", "0"))
        while len(self._buffer) < length:
            if not self._fill():
                return None
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        return Received(method, target, headers, body)

    def _fill(self) -> bool:
        try:
            data = self._sock.recv(65_536)
        except OSError:
            return False
        self._buffer += data
        return bool(data)

    def send(self, data: bytes) -> None:
        """Write bytes as they are."""
        try:
            self._sock.sendall(data)
            self.sent += len(data)
        except OSError:
            self.close()

    def drip(self, data: bytes) -> None:
        """Write one byte at a time until the client has gone, or nobody can doubt that it will not go."""
        for index in range(min(len(data), DRIPS)):
            if not self.open or self._stopping.wait(DRIP_SECONDS):
                return
            self.send(data[index : index + 1])
        self.close()

    def hold(self) -> None:
        """Say nothing until the client hangs up."""
        while self._fill():
            pass
        self.close()

    def reset(self) -> None:
        """End the connection with RST instead of FIN."""
        with contextlib.suppress(OSError):
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def close(self) -> None:
        """End the connection."""
        self.open = False
        self._sock.close()

    def interrupt(self) -> None:
        """Wake a thread that reads or writes here."""
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)


Behaviour = Callable[[Connection, Received], None]


class FaultServer:
    """
    Serve scripted answers; one thread per connection.

    Args:
        good: What happens to a request that no plan speaks of.
        tls: Speak TLS with these settings.
    """

    def __init__(self, good: Behaviour, *, tls: ssl.SSLContext | None = None) -> None:
        self._good = good
        self._tls = tls
        self._plans: dict[str, Plan] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._ended = threading.Condition()
        self._connections: list[Connection] = []
        self._threads: list[threading.Thread] = []
        self._running = 0
        self.requests: list[Received] = []
        self.on_request: Callable[[], None] = lambda: None
        """Called with each request, before its behaviour."""
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def accepted(self) -> int:
        """How many connections were made."""
        return len(self._connections)

    @property
    def most_sent(self) -> int:
        """How many bytes were sent over the busiest connection."""
        return max(connection.sent for connection in self._connections)

    def listen(self) -> None:
        """Begin to accept; until then connections are refused."""
        self._socket.listen(64)
        self._start(self._accept)

    def plan(self, *once: Behaviour, then: Behaviour | None = None, path: str = "") -> None:
        """Say what happens to the requests whose path begins like this; the longest match counts."""
        with self._lock:
            self._plans[path] = Plan(then or self._good, deque(once))

    def seen(self, path: str = "", *, but: str | None = None) -> list[Received]:
        """Return the requests whose path begins like this, and not like ``but``."""
        return [
            request
            for request in self.requests
            if request.path.startswith(path) and not (but and request.path.startswith(but))
        ]

    def wait_until_quiet(self) -> None:
        """Wait until the server has ended all connections it was going to end."""
        with self._ended:
            assert self._ended.wait_for(lambda: self._running == 0, JOIN_SECONDS)

    def close(self) -> None:
        """End all connections and threads."""
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for connection in list(self._connections):
            connection.interrupt()
        for thread in list(self._threads):
            thread.join(JOIN_SECONDS)
            assert not thread.is_alive()

    def _start(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(sock, self._stopping)
            self._connections.append(connection)
            with self._ended:
                self._running += 1
            self._start(lambda connection=connection, sock=sock: self._serve(connection, sock))  # type: ignore[misc]

    def _serve(self, connection: Connection, sock: socket.socket) -> None:
        try:
            if self._tls is not None:
                try:
                    connection._sock = self._tls.wrap_socket(sock, server_side=True)
                except (OSError, ValueError):
                    sock.close()
                    return
            self._converse(connection)
        finally:
            connection.close()
            with self._ended:
                self._running -= 1
                self._ended.notify_all()

    def _converse(self, connection: Connection) -> None:
        while connection.open and not self._stopping.is_set():
            request = connection.receive()
            if request is None:
                return
            with self._lock:
                self.requests.append(request)
                fitting = [path for path in self._plans if request.path.startswith(path)]
                behaviour = self._plans[max(fitting, key=len)].take() if fitting else self._good
            self.on_request()
            behaviour(connection, request)


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """Reserve a port where every connection is refused."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield reserved.getsockname()[1]


@contextlib.contextmanager
def silent_port() -> Iterator[int]:
    """Open a port where connections are made, and nobody ever reads or writes."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        yield listening.getsockname()[1]
