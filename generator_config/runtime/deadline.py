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
import httpx

__all__ = ["bind_to_deadline", "deadline"]

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


def _bounded(timeout: float | None, error: type[Exception]) -> float | None:
    bound = getattr(_thread, "bound", None)
    if bound is None:
        return timeout
    moment, monotonic = bound
    left = float(moment - monotonic())
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


def bind_to_deadline(client: httpx.Client) -> None:
    """
    Make the connections of our own client obey the deadline; a caller's client is left as it is.

    httpx has no public way to hand a network backend to its pool, so this looks for the pool and
    changes nothing when it is not where it is in httpx 0.27 and 0.28. Connections through a proxy
    from the environment keep the timeouts of the single steps.
    """
    pool = getattr(getattr(client, "_transport", None), "_pool", None)
    backend = getattr(pool, "_network_backend", None)
    if isinstance(backend, httpcore.NetworkBackend):
        pool._network_backend = _Backend(backend)  # type: ignore[union-attr]  # looked up above
