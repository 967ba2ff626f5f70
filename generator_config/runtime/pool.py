"""
The connections of a sync client: a place for each request under way, idle ones on a stack.

httpcore's pool looks through all its connections on every request and every answer, so a call gets
slower the more calls run beside it. Here taking a connection and putting it back costs the same with
one thread and with two hundred.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import httpx

from .deadline import bounded
from .idle import Idle, Origin

if TYPE_CHECKING:
    from .connection import Connection

__all__ = ["Pool"]


class Pool:
    """
    Hand out connections; used by many threads.

    Args:
        limits: How many requests may be under way, how many connections may wait, and for how long.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        self._limits = limits
        self._is_closed = False
        self._begin()

    def _begin(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        most = self._limits.max_connections
        self._places = None if most is None else threading.Semaphore(most)
        self.idle: Idle[Connection] = Idle(self._limits)
        """The connections that wait for the next request."""

    def take(self, origin: Origin, timeout: float | None) -> Connection | None:
        """
        Wait for a place; return an idle connection, or ``None`` when a new one has to be opened.

        Every `take` is followed by one `put_back` or `leave`.

        Raises:
            httpx.PoolTimeout: No place became free in time.
        """
        if self._process != os.getpid():
            self._forget()
        places = self._places
        if places is not None and not places.acquire(timeout=bounded(timeout, httpx.PoolTimeout)):
            raise httpx.PoolTimeout("no connection became free in time")
        while True:
            with self._lock:
                connection = self.idle.pop(origin)
            if connection is None or connection.is_usable():
                return connection
            connection.close()

    def put_back(self, origin: Origin, connection: Connection) -> None:
        """Give up a place; keep the connection if it may serve another request."""
        surplus: Connection | None = connection
        if connection.renew():
            with self._lock:
                surplus = connection if self._is_closed else self.idle.push(origin, connection)
        self.leave(surplus)

    def leave(self, connection: Connection | None) -> None:
        """Give up a place, and close the connection that was made for it."""
        if connection is not None:
            connection.close()
        if self._places is not None:
            self._places.release()

    def _forget(self) -> None:
        # After a fork the connections belong to the other process, too, and the threads that hold
        # places or the lock are gone. Closing here frees the descriptors; the server notices nothing.
        inherited = self.idle.clear()
        self._begin()
        for connection in inherited:
            connection.close()

    def close(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        with self._lock:
            self._is_closed = True
            idle = self.idle.clear()
        for connection in idle:
            connection.close()
