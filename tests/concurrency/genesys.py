"""A Genesys Cloud in memory whose answers can be held back, for threads and for tasks."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import httpx
from genesys_journey_kit import AsyncGenesysJourney, Environment, GenesysJourney

__all__ = ["Cloud", "WatchedLock", "async_client", "settle", "sync_client"]

LIFETIME = 600.0
PATIENCE = 5.0


class Cloud:
    """
    Grants tokens T1, T2 and so on, and knows which of them the API takes.

    Args:
        refuse: The status of token requests, when they are refused.
    """

    def __init__(self, refuse: int | None = None) -> None:
        self.refuse = refuse
        self.token_requests = 0
        self.tokens_used: list[str] = []
        self.revoked: set[str] = set()
        self._lock = threading.Lock()

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer at once."""
        with self._lock:
            if request.url.path == "/oauth/token":
                self.token_requests += 1
                if self.refuse:
                    return httpx.Response(self.refuse, json={"error": "no"}, headers={"Retry-After": "0"})
                token = f"T{self.token_requests}"
                return httpx.Response(200, json={"access_token": token, "expires_in": LIFETIME})
            token = request.headers["authorization"].removeprefix("Bearer ")
            self.tokens_used.append(token)
            if token in self.revoked:
                return httpx.Response(401, json={"code": "bad.credentials", "message": "no"})
            return httpx.Response(200, json={"entities": [{"id": token}]})


class WatchedLock:
    """A lock that tells how many threads wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changed = threading.Condition()
        self._arrived = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Acquire like `threading.Lock`, and count who comes to stay."""
        if blocking:
            with self._changed:
                self._arrived += 1
                self._changed.notify_all()
        return self._lock.acquire(blocking, timeout if blocking else -1)

    def release(self) -> None:
        """Release like `threading.Lock`."""
        self._lock.release()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def await_arrivals(self, count: int) -> None:
        """Wait until so many threads have come to wait since the last time."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._arrived >= count, PATIENCE)
            self._arrived -= count


def sync_client(handler: Callable[[httpx.Request], httpx.Response], **settings: Any) -> GenesysJourney:
    """Make a sync client in front of a handler."""
    settings = {"environment": Environment(random=lambda: 0.0), **settings}
    return GenesysJourney(
        client_id="id", client_secret="s", transport=httpx.MockTransport(handler), **settings
    )


def async_client(handler: Callable[[httpx.Request], Any], **settings: Any) -> AsyncGenesysJourney:
    """Make an async client in front of a handler, which may be an async one."""
    settings = {"environment": Environment(random=lambda: 0.0), **settings}
    return AsyncGenesysJourney(
        client_id="id", client_secret="s", transport=httpx.MockTransport(handler), **settings
    )


async def settle(rounds: int = 300) -> None:
    """Let every task run until it waits for something."""
    for _ in range(rounds):
        await asyncio.sleep(0)
