"""Connections that wait for the next request, on a stack per origin: the one used last comes first."""

from __future__ import annotations

import select
import time
from collections import deque
from math import inf
from typing import Generic, Protocol, TypeVar

import httpx

__all__ = ["Idle", "Origin", "Reusable", "is_readable", "origin_of"]

Origin = tuple[str, str, int]
"""Scheme, host and port: what a connection is good for."""


def origin_of(url: httpx.URL) -> Origin:
    """
    Return where a request goes.

    Raises:
        httpx.UnsupportedProtocol: Not to a web server.
    """
    scheme = url.scheme
    if scheme not in {"http", "https"}:
        raise httpx.UnsupportedProtocol("the URL must begin with http:// or https://")
    return scheme, url.raw_host.decode("ascii"), url.port or (443 if scheme == "https" else 80)


class Reusable(Protocol):
    """What a stack needs to know of a connection."""

    expires: float
    """When it has waited long enough, by the monotonic clock."""

    def is_usable(self) -> bool:
        """Tell whether another request may be sent."""
        ...

    def close(self) -> None:
        """End it."""
        ...


C = TypeVar("C", bound=Reusable)


class Idle(Generic[C]):
    """
    The stacks of one pool; taking and putting back costs the same with one task and with hundreds.

    Args:
        limits: How many connections wait for each origin, and for how long.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        most, expiry = limits.max_keepalive_connections, limits.keepalive_expiry
        self._most = inf if most is None else most
        self._seconds = inf if expiry is None else expiry
        self._stacks: dict[Origin, deque[C]] = {}

    def pop(self, origin: Origin) -> C | None:
        """Return the connection used last, whether it is still usable or not."""
        stack = self._stacks.get(origin)
        return stack.pop() if stack else None

    def push(self, origin: Origin, connection: C) -> C | None:
        """Put a connection back; return one to be closed: the oldest when its time is over, or this one."""
        stack = self._stacks.setdefault(origin, deque())
        if len(stack) >= self._most:
            return connection
        now = time.monotonic()
        connection.expires = now + self._seconds
        stack.append(connection)
        return stack.popleft() if stack[0].expires <= now else None

    def clear(self) -> list[C]:
        """Return all connections and forget them."""
        connections = [connection for stack in self._stacks.values() for connection in stack]
        self._stacks.clear()
        return connections


def is_readable(fileno: int) -> bool:
    """Tell whether something has arrived; while nothing was asked that can only be the end, or junk."""
    if not hasattr(select, "poll"):  # Windows
        return bool(select.select([fileno], [], [], 0)[0])
    poll = select.poll()
    poll.register(fileno, select.POLLIN)
    return bool(poll.poll(0))
