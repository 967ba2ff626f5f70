"""A transport of either kind before a server whose connections are in the hands of the test."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import httpx
from snaptrade_openapi._runtime.async_transport import AsyncTransport
from snaptrade_openapi._runtime.transport import Transport

from tests.raw_server import PATIENCE

__all__ = ["Side", "until"]


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
