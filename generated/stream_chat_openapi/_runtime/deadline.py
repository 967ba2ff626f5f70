"""
Hold sync I/O to the deadline of the call.

A read timeout limits the silence between two pieces of data; a server that sends one byte a
second never breaks it. An async call is simply cancelled at its deadline. A sync call cannot be,
so here every single read, write and connect of the thread gets the time that is left at most.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore

__all__ = ["bounded_backend", "deadline", "time_left"]

_thread = threading.local()


@contextmanager
def deadline(moment: float | None, monotonic: Callable[[], float]) -> Iterator[None]:
    """
    Bound the I/O of this thread within the block.

    Args:
        moment: When the time is up, by the clock; ``None`` for no bound.
        monotonic: The clock.
    """
    before = getattr(_thread, "bound", None)
    _thread.bound = None if moment is None else (moment, monotonic)
    try:
        yield
    finally:
        _thread.bound = before


def time_left() -> float | None:
    """Return the seconds this thread has left, not below zero; ``None`` without a bound."""
    bound = getattr(_thread, "bound", None)
    return None if bound is None else max(float(bound[0] - bound[1]()), 0.0)


def _bounded(timeout: float | None, error: type[Exception]) -> float | None:
    left = time_left()
    if left is None:
        return timeout
    if left <= 0:
        raise error("the deadline of the call has passed")
    return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _bounded(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _bounded(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = _bounded(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, limit))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        limit = _bounded(timeout, httpcore.ConnectTimeout)
        return _Stream(self._backend.connect_tcp(host, port, limit, local_address, socket_options))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        limit = _bounded(timeout, httpcore.ConnectTimeout)
        return _Stream(self._backend.connect_unix_socket(path, limit, socket_options))


def bounded_backend(backend: httpcore.NetworkBackend) -> httpcore.NetworkBackend:
    """Return a network backend whose connections obey the deadline of the calling thread."""
    return _Backend(backend)
