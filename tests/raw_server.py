"""A server whose connections are plain sockets in the hands of the test."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator

__all__ = ["ANSWER", "PATIENCE", "RawServer", "Script", "head_of", "hold", "reset", "serve", "serving"]

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


@contextlib.contextmanager
def serving(*scripts: Script, tls: ssl.SSLContext | None = None) -> Iterator[RawServer]:
    """Run a server for the length of a ``with`` block."""
    server = RawServer(*scripts, tls=tls)
    try:
        yield server
    finally:
        server.close()
