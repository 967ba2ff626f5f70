"""
Run one test body against the sync and the async client.

The body is an async function that awaits ``twin(...)`` around every call; for the sync client the
value is there already. Time stands still except where the client sleeps: `Clock` is its
clock, its sleep and its randomness.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import genesys_journey_kit
import httpx
import snaptrade_kit
import stream_chat_kit
from snaptrade_kit import Environment

Handler = Callable[[httpx.Request], httpx.Response]

CREDENTIALS: dict[str, dict[str, Any]] = {
    "snaptrade": {"client_id": "CLIENT", "consumer_key": "marker-consumer-key"},
    "genesys": {"access_token": "marker-access-token"},
    "stream": {"api_key": "key", "api_secret": "marker-api-secret-0123456789abcdef"},
}
_CLASSES: dict[str, tuple[Any, Any, Any]] = {
    "snaptrade": (snaptrade_kit, snaptrade_kit.SnapTrade, snaptrade_kit.AsyncSnapTrade),
    "genesys": (
        genesys_journey_kit,
        genesys_journey_kit.GenesysJourney,
        genesys_journey_kit.AsyncGenesysJourney,
    ),
    "stream": (stream_chat_kit, stream_chat_kit.StreamChat, stream_chat_kit.AsyncStreamChat),
}


class Clock:
    """A clock that only moves when the client sleeps or a handler moves it."""

    def __init__(self) -> None:
        self.now = 1_757_611_717.0
        self.slept: list[float] = []
        self.chance = 1.0

    def time(self) -> float:
        return self.now

    def random(self) -> float:
        return self.chance

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def environment(self, vendor: str = "snaptrade") -> Any:
        """Return the environment type of a vendor's own package, moved by this clock."""
        kind = _CLASSES[vendor][0].Environment
        return kind(
            monotonic=self.time,
            time=self.time,
            random=self.random,
            sleep=self.sleep,
            async_sleep=self.async_sleep,
        )


class Twin:
    """Makes clients of one kind (sync or async) and settles what their methods return."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.clock = Clock()
        self.requests: list[httpx.Request] = []
        self._open: list[Any] = []

    @property
    def is_async(self) -> bool:
        return self.kind == "async"

    def kit(self, vendor: str) -> Any:
        return _CLASSES[vendor][0]

    def client(self, vendor: str, handler: Handler | httpx.Response | None = None, **settings: Any) -> Any:
        """Make a client; with a handler it talks to that, and every request is recorded."""
        cls = _CLASSES[vendor][2 if self.is_async else 1]
        if handler is not None:
            settings.setdefault("transport", httpx.MockTransport(self._recorded(handler)))
        if not settings.keys() & CREDENTIALS[vendor].keys() and "client_id" not in settings:
            settings = {**CREDENTIALS[vendor], **settings}
        settings.setdefault("environment", self.clock.environment(vendor))
        client = cls(**settings)
        self._open.append(client)
        return client

    def _recorded(self, handler: Handler | httpx.Response) -> Handler:
        def answer(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            if isinstance(handler, httpx.Response):
                # A response object can be read once, so each request gets a fresh one.
                return httpx.Response(handler.status_code, headers=handler.headers, content=handler.content)
            return handler(request)

        return answer

    async def __call__(self, value: Any) -> Any:
        """Return the value, or what it gives when awaited."""
        return await value if inspect.isawaitable(value) else value

    async def collect(self, iterable: Any) -> list[Any]:
        """Return all items of a sync or async iterable."""
        if hasattr(iterable, "__aiter__"):
            return [item async for item in iterable]
        return list(iterable)

    async def together(self, make_call: Callable[[], Any], count: int) -> list[Any]:
        """Make the same call many times at once, in threads or in tasks; collect results and errors."""
        if self.is_async:
            return list(await asyncio.gather(*(make_call() for _ in range(count)), return_exceptions=True))
        return await _in_threads(make_call, count)

    async def close(self) -> None:
        """Close every client that was made."""
        for client in self._open:
            await self(client.aclose() if self.is_async else client.close())


async def _in_threads(make_call: Callable[[], Any], count: int) -> list[Any]:
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    barrier = Barrier(count)

    def call() -> Any:
        barrier.wait()
        try:
            return make_call()
        except Exception as error:  # noqa: BLE001 -- the caller looks at every outcome
            return error

    def run() -> list[Any]:
        with ThreadPoolExecutor(count) as pool:
            return [future.result() for future in [pool.submit(call) for _ in range(count)]]

    return await asyncio.to_thread(run)


__all__ = ["CREDENTIALS", "Clock", "Environment", "Twin"]
