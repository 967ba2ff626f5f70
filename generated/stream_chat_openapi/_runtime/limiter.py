"""
Pace requests before the server refuses them.

Any object with the two methods of `Limiter` will do. `HeaderLimiter` learns the size of each
budget from response headers, so nothing has to be configured.
"""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from time import time
from typing import Protocol

from attrs import define

from .ratelimit import RateLimit

__all__ = ["AsyncLimiter", "HeaderLimiter", "Limiter"]


class Limiter(Protocol):
    """
    What ``limiter=`` accepts; one object may be used by many threads, tasks and clients at once.

    A limiter never waits itself: it says how long, and the client waits and asks again.
    """

    def reserve(self, buckets: tuple[str, ...]) -> float:
        """
        Take a place for one attempt in every bucket, or in none.

        Args:
            buckets: The budgets the attempt counts against, for example ``client``.

        Returns:
            0 when the places are taken; otherwise the seconds after which to ask again.
        """
        ...

    def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """
        Learn from a response.

        Args:
            limits: The limits its headers described.
        """
        ...


class AsyncLimiter(Protocol):
    """A `Limiter` whose methods are awaited; for the async clients."""

    def reserve(self, buckets: tuple[str, ...]) -> Awaitable[float]:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        ...

    def observe(self, limits: tuple[RateLimit, ...]) -> Awaitable[None]:
        """Learn from a response; see `Limiter.observe`."""
        ...


@define
class _Budget:
    limit: int
    remaining: int
    reset: float


class HeaderLimiter:
    """
    Count along with the server and wait for the next window when a budget is used up.

    Until the first response nothing is known and nothing waits.

    Args:
        keep: The share of each budget that is left to others, from 0 to 1; for several processes
            that use one key without a shared limiter.
        window: Seconds of a window, used between its end and the next response.
        time: Seconds since 1970.
    """

    def __init__(self, *, keep: float = 0.0, window: float = 60.0, time: Callable[[], float] = time) -> None:
        if not 0 <= keep < 1:
            raise ValueError(f"keep must be from 0 up to 1, not {keep!r}")
        self._keep = keep
        self._window = window
        self._time = time
        self._lock = threading.Lock()
        self._budgets: dict[str, _Budget] = {}

    def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        with self._lock:
            now = self._time()
            budgets = [self._budgets[name] for name in buckets if name in self._budgets]
            for budget in budgets:
                if now >= budget.reset:
                    budget.remaining, budget.reset = budget.limit, now + self._window
            full = [budget for budget in budgets if budget.remaining <= int(budget.limit * self._keep)]
            if full:
                return max(budget.reset - now for budget in full)
            for budget in budgets:
                budget.remaining -= 1
            return 0.0

    def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Take over the state of the budgets that a response describes."""
        if not limits:
            return
        with self._lock:
            for limit in limits:
                reset = limit.reset.timestamp()
                known = self._budgets.get(limit.bucket)
                if known is not None and abs(reset - known.reset) <= 1.0:
                    # Answers of one window arrive out of order; the lowest number is the safe one.
                    known.remaining = min(known.remaining, limit.remaining)
                    known.limit = limit.limit
                elif known is None or reset > known.reset:
                    self._budgets[limit.bucket] = _Budget(limit.limit, limit.remaining, reset)
