"""
Share one budget between processes through Redis; needs the extra ``[redis]``.

The counting is done by the package *limits*: a moving window in Redis, one script call per
attempt, so that no process sees a window of its own.
"""

from __future__ import annotations

import time
from importlib import import_module
from typing import Any, Final

from .errors import ConfigurationError
from .ratelimit import RateLimit

__all__ = ["AsyncRedisLimiter", "RedisLimiter"]

_SHORTEST_WAIT: Final = 0.01
_SECONDS_FOR_REDIS: Final = 5.0


class _Shared:
    """What the two limiters have in common: sizes, keys, and errors that show no password."""

    def __init__(self, storage: str, url: str, limit: int, window: int, namespace: str) -> None:
        if limit < 1 or window < 1:
            raise ConfigurationError("limit and window of a Redis limiter must be at least 1")
        self._window = window
        self._namespace = namespace
        self._sizes: dict[str, int] = {}
        self._default = limit
        self._failures = (_load("redis.exceptions").RedisError, OSError)
        self._item_class = _item_class()
        self._storage = self._open(storage, url)

    def _open(self, storage: str, url: str) -> Any:
        make = _load(storage).RedisStorage
        options: dict[str, Any] = {
            "socket_timeout": _SECONDS_FOR_REDIS,
            "socket_connect_timeout": _SECONDS_FOR_REDIS,
        }
        if ".aio." in storage:
            url, options["implementation"] = f"async+{url}", "redispy"
        problem: str | None = None
        try:
            _load("redis.connection").parse_url(url.removeprefix("async+"))
            return make(url, **options)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it may quote the password in the address
            problem = type(error).__name__
        raise ConfigurationError(f"url of the Redis limiter cannot be used ({problem})")

    def _item(self, bucket: str) -> Any:
        return self._item_class(
            self._sizes.get(bucket, self._default), self._window, namespace=self._namespace
        )

    def _learn(self, limits: tuple[RateLimit, ...]) -> None:
        for limit in limits:
            if limit.limit > 0:
                self._sizes[limit.bucket] = limit.limit

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._namespace}>"


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ConfigurationError(f"the Redis limiter needs the extra [redis]: {error}") from None


def _item_class() -> Any:
    base = _load("limits").RateLimitItemPerSecond

    class Item(base):  # type: ignore[misc, valid-type]  # loaded at run time
        def key_for(self, *identifiers: str) -> str:
            # Without the size: a size that was learned must not begin a new count.
            return "/".join((str(self.namespace), *identifiers, str(self.multiples)))

    return Item


def _unreachable(error: Exception) -> ConfigurationError:
    return ConfigurationError(f"the Redis server of the limiter does not answer ({type(error).__name__})")


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

    Raises:
        ConfigurationError: The extra is not installed or the address makes no sense; later, when
            the server does not answer.
    """

    def __init__(self, url: str, *, limit: int, window: int = 60, namespace: str = "kit") -> None:
        super().__init__("limits.storage", url, limit, window, namespace)
        self._strategy = _load("limits.strategies").MovingWindowRateLimiter(self._storage)

    def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        try:
            for take in (self._strategy.test, self._strategy.hit):
                for bucket in buckets:
                    item = self._item(bucket)
                    if not take(item, bucket):
                        return _wait(self._strategy.get_window_stats(item, bucket).reset_time)
        except self._failures as error:
            raise _unreachable(error) from None
        return 0.0

    def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Learn the sizes of the budgets."""
        self._learn(limits)

    def close(self) -> None:
        """Close the connections to Redis."""
        self._storage.storage.close()


class AsyncRedisLimiter(_Shared):
    """
    An `AsyncLimiter` whose budgets all processes with the same Redis and namespace share.

    Args:
        url: The Redis server, for example ``redis://localhost:6379/0``.
        limit: Requests allowed per window until a response tells the real number.
        window: Seconds of the window.
        namespace: Separates the budgets of different keys or vendors.

    Raises:
        ConfigurationError: The extra is not installed or the address makes no sense; later, when
            the server does not answer.
    """

    def __init__(self, url: str, *, limit: int, window: int = 60, namespace: str = "kit") -> None:
        super().__init__("limits.aio.storage", url, limit, window, namespace)
        self._strategy = _load("limits.aio.strategies").MovingWindowRateLimiter(self._storage)

    async def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        try:
            for take in (self._strategy.test, self._strategy.hit):
                for bucket in buckets:
                    item = self._item(bucket)
                    if not await take(item, bucket):
                        stats = await self._strategy.get_window_stats(item, bucket)
                        return _wait(stats.reset_time)
        except self._failures as error:
            raise _unreachable(error) from None
        return 0.0

    async def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Learn the sizes of the budgets."""
        self._learn(limits)

    async def aclose(self) -> None:
        """Close the connections to Redis."""
        await self._storage.bridge.storage.aclose()
