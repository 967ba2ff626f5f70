"""
Share one budget between processes through Redis; needs the extra ``[redis]``.

The counting is done by the package *limits*: a moving window in Redis, one script call per
attempt, so that no process sees a window of its own.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import Any

from .errors import ConfigurationError
from .ratelimit import RateLimit

__all__ = ["AsyncRedisLimiter", "RedisLimiter"]

_SHORTEST_WAIT = 0.01


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ConfigurationError(f"the Redis limiter needs the extra [redis]: {error}") from None


class _Shared:
    def __init__(self, limit: int, window: int, namespace: str) -> None:
        if limit < 1 or window < 1:
            raise ConfigurationError("limit and window of a Redis limiter must be at least 1")
        self._window = window
        self._namespace = namespace
        self._limits: dict[str, int] = {}
        self._default = limit
        self._items: dict[int, Any] = {}

    def _item(self, bucket: str) -> Any:
        size = self._limits.get(bucket, self._default)
        if size not in self._items:
            self._items[size] = _load("limits").RateLimitItemPerSecond(
                size, self._window, namespace=self._namespace
            )
        return self._items[size]

    def _learn(self, limits: tuple[RateLimit, ...]) -> None:
        for limit in limits:
            if limit.limit > 0:
                self._limits[limit.bucket] = limit.limit


def _wait(reset_time: float) -> float:
    return max(reset_time - time.time(), _SHORTEST_WAIT)


class RedisLimiter(_Shared):
    """
    A `Limiter` whose budgets all processes with the same Redis and namespace share.

    Args:
        url: The Redis server, for example ``redis://localhost:6379/0``.
        limit: Requests allowed per window until a response tells the real number.
        window: Seconds of the window.
        namespace: Separates the budgets of different keys or vendors.
    """

    def __init__(self, url: str, *, limit: int, window: int = 60, namespace: str = "kit") -> None:
        super().__init__(limit, window, namespace)
        storage = _load("limits.storage").RedisStorage(url)
        self._strategy = _load("limits.strategies").MovingWindowRateLimiter(storage)

    def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        for bucket in buckets:
            item = self._item(bucket)
            if not self._strategy.hit(item, bucket):
                return _wait(self._strategy.get_window_stats(item, bucket).reset_time)
        return 0.0

    def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Learn the sizes of the budgets."""
        self._learn(limits)


class AsyncRedisLimiter(_Shared):
    """
    An `AsyncLimiter` whose budgets all processes with the same Redis and namespace share.

    Args:
        url: The Redis server, for example ``redis://localhost:6379/0``.
        limit: Requests allowed per window until a response tells the real number.
        window: Seconds of the window.
        namespace: Separates the budgets of different keys or vendors.
    """

    def __init__(self, url: str, *, limit: int, window: int = 60, namespace: str = "kit") -> None:
        super().__init__(limit, window, namespace)
        storage = _load("limits.aio.storage").RedisStorage(f"async+{url}", implementation="redispy")
        self._strategy = _load("limits.aio.strategies").MovingWindowRateLimiter(storage)

    async def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        for bucket in buckets:
            item = self._item(bucket)
            if not await self._strategy.hit(item, bucket):
                stats = await self._strategy.get_window_stats(item, bucket)
                return _wait(stats.reset_time)
        return 0.0

    async def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Learn the sizes of the budgets."""
        self._learn(limits)
