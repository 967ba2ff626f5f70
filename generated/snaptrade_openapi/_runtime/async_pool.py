"""The connections of an async client: a place for each request under way, idle ones on a stack."""

from __future__ import annotations

import asyncio
from collections import deque
from math import inf

import httpx

from .async_connection import AsyncConnection
from .idle import Idle, Origin

__all__ = ["AsyncPool"]


class AsyncPool:
    """
    Hand out connections; used by many tasks of one event loop.

    Args:
        limits: How many requests may be under way, how many connections may wait, and for how long.
    """

    def __init__(self, limits: httpx.Limits) -> None:
        self._free = inf if limits.max_connections is None else limits.max_connections
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._is_closed = False
        self.idle: Idle[AsyncConnection] = Idle(limits)
        """The connections that wait for the next request."""

    async def take(self, origin: Origin, seconds: float | None) -> AsyncConnection | None:
        """
        Wait for a place; return an idle connection, or ``None`` when a new one has to be opened.

        Every `take` is followed by one `put_back` or `leave`.

        Raises:
            httpx.PoolTimeout: No place became free in time.
        """
        if self._free > 0:
            self._free -= 1
        else:
            await self._wait(seconds)
        while True:
            connection = self.idle.pop(origin)
            if connection is None or connection.is_usable():
                return connection
            connection.close()

    async def _wait(self, seconds: float | None) -> None:
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            async with asyncio.timeout(seconds):
                await place
        except BaseException as error:
            if place in self._waiting:
                self._waiting.remove(place)
            elif not place.cancelled():
                self._release()  # the place was given just now; somebody else may have it
            if isinstance(error, TimeoutError):
                raise httpx.PoolTimeout("no connection became free in time") from error
            raise

    def _release(self) -> None:
        while self._waiting:
            place = self._waiting.popleft()
            if not place.done():  # it may have been cancelled and not know it yet
                place.set_result(None)
                return
        self._free += 1

    async def put_back(self, origin: Origin, connection: AsyncConnection) -> None:
        """Give up a place; keep the connection if it may serve another request."""
        surplus: AsyncConnection | None = connection
        if not self._is_closed and connection.renew():
            surplus = self.idle.push(origin, connection)
        self.leave(surplus)
        if surplus is not None:
            await asyncio.sleep(0)  # the event loop closes its socket in its next round

    def leave(self, connection: AsyncConnection | None) -> None:
        """Give up a place, and close the connection that was made for it."""
        if connection is not None:
            connection.close()
        self._release()

    async def aclose(self) -> None:
        """Close the idle connections; those in use are closed when their answer is read."""
        self._is_closed = True
        idle = self.idle.clear()
        for connection in idle:
            connection.close()
        if idle:
            await asyncio.sleep(0)  # the event loop closes their sockets in its next round
