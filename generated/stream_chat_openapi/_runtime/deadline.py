"""
Hold sync I/O to the deadline of the call.

A read timeout limits the silence between two pieces of data; a server that sends one byte a
second never breaks it. An async call is simply cancelled at its deadline. A sync call cannot be,
so here every single read, write and connect of the thread gets the time that is left at most.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType

__all__ = ["bounded", "deadline", "time_left"]

_thread = threading.local()


class deadline:  # noqa: N801 -- reads as a statement: with deadline(...)
    """
    Bound the I/O of this thread within the block.

    Args:
        moment: When the time is up, by the clock; ``None`` for no bound.
        monotonic: The clock.
    """

    __slots__ = ("_before", "_bound")

    def __init__(self, moment: float | None, monotonic: Callable[[], float]) -> None:
        self._bound = None if moment is None else (moment, monotonic)

    def __enter__(self) -> None:
        self._before = getattr(_thread, "bound", None)
        _thread.bound = self._bound

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _thread.bound = self._before


def time_left() -> float | None:
    """Return the seconds this thread has left, not below zero; ``None`` without a bound."""
    bound = getattr(_thread, "bound", None)
    return None if bound is None else max(float(bound[0] - bound[1]()), 0.0)


def bounded(timeout: float | None, error: type[Exception]) -> float | None:
    """
    Return the seconds a step may take: its timeout or what is left, whichever is less.

    Args:
        timeout: The timeout of the step.
        error: Raised when nothing is left.
    """
    left = time_left()
    if left is None:
        return timeout
    if left <= 0:
        raise error("the deadline of the call has passed")
    return left if timeout is None else min(timeout, left)
