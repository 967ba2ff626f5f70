"""Two ways to count requests: a window that rolls, and one that starts anew."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """Say where a caller stands after a request was counted or refused."""

    limit: int
    used: int
    reset_after: float
    refused: bool

    @property
    def remaining(self) -> int:
        """Return how many more requests fit now."""
        return max(self.limit - self.used, 0)

    @property
    def reset_seconds(self) -> int:
        """Return the whole seconds until the window has room again or restarts."""
        return math.ceil(self.reset_after)


class RollingWindow:
    """Count the requests of the seconds just passed."""

    def __init__(self) -> None:
        self._hits: dict[str, deque[float]] = {}

    def hit(self, key: str, *, limit: int, now: float, seconds: float) -> Usage:
        """Count one request; a refused one does not count."""
        hits = self._hits.setdefault(key, deque())
        while hits and not now - seconds < hits[0] <= now:
            hits.popleft()
        refused = len(hits) >= limit
        if not refused:
            hits.append(now)
        oldest = hits[0] if hits else now
        return Usage(limit, len(hits), oldest + seconds - now, refused)


class FixedWindow:
    """Count the requests since the window began with the first of them."""

    def __init__(self) -> None:
        self._windows: dict[str, tuple[float, int]] = {}

    def hit(self, key: str, *, limit: int, now: float, seconds: float) -> Usage:
        """Count one request; a refused one does not count."""
        began, used = self._windows.get(key, (now, 0))
        if not began <= now < began + seconds:
            began, used = now, 0
        refused = used >= limit
        used += 0 if refused else 1
        self._windows[key] = (began, used)
        return Usage(limit, used, began + seconds - now, refused)
