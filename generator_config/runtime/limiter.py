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

from .errors import ConfigurationError
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


_LONGEST_WINDOW = 24 * 3600.0
_MOST_BUCKETS = 1000


@define
class _Budget:
    """What is known of one bucket; ``limit`` is ``None`` until a response described it."""

    limit: int | None
    remaining: int
    reset: float


class HeaderLimiter:
    """
    Count along with the server and wait for the next window when a budget is used up.

    Until the first response nothing is known and nothing waits. Within a window a response can
    only take places away: answers arrive late and out of order, and attempts under way are not in
    them yet.

    Args:
        keep: The share of each budget that is left to others, from 0 to 1; for several processes
            that use one key without a shared limiter.
        window: Seconds of a window, used between its end and the next response.
        time: Seconds since 1970.
    """

    def __init__(self, *, keep: float = 0.0, window: float = 60.0, time: Callable[[], float] = time) -> None:
        if not 0 <= keep < 1:
            raise ConfigurationError(f"keep must be from 0 up to 1, not {keep}")
        self._keep = keep
        self._window = window
        self._time = time
        self._lock = threading.Lock()
        self._budgets: dict[str, _Budget] = {}

    def reserve(self, buckets: tuple[str, ...]) -> float:
        """Take a place for one attempt in every bucket; see `Limiter.reserve`."""
        with self._lock:
            now = self._time()
            budgets = [self._present(name, now) for name in buckets]
            full = [budget for budget in budgets if self._is_full(budget)]
            if full:
                return max(budget.reset - now for budget in full)
            for budget in budgets:
                budget.remaining -= 1
            return 0.0

    def _present(self, bucket: str, now: float) -> _Budget:
        budget = self._budgets.get(bucket)
        if budget is None:
            if len(self._budgets) >= _MOST_BUCKETS:
                self._budgets = {name: old for name, old in self._budgets.items() if old.reset > now}
            budget = self._budgets[bucket] = _Budget(None, 0, now + self._window)
        elif now >= budget.reset:
            budget.remaining, budget.reset = budget.limit or 0, now + self._window
        return budget

    def _is_full(self, budget: _Budget) -> bool:
        return budget.limit is not None and budget.remaining <= int(budget.limit * self._keep)

    def observe(self, limits: tuple[RateLimit, ...]) -> None:
        """Take over what a response says about the budgets."""
        with self._lock:
            now = self._time()
            for limit in limits:
                reset = min(limit.reset.timestamp(), now + _LONGEST_WINDOW)
                if limit.limit <= 0 or reset <= now:
                    continue  # no budget, or about a window that is over
                budget = self._present(limit.bucket, now)
                if budget.limit is None:
                    # Those that went out before anything was known count, too.
                    budget.remaining += limit.limit
                    budget.reset = reset
                budget.limit = limit.limit
                budget.remaining = min(budget.remaining, limit.remaining)
