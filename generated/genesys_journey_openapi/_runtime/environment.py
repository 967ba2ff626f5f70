"""Time and chance, so that tests can stand in for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import random as system_random
from time import monotonic, sleep, time

from attrs import frozen

__all__ = ["Environment"]


async def _sleep_in_task(seconds: float) -> None:
    # Imported late: it is only needed when an attempt failed. httpx depends on it already.
    import anyio

    await anyio.sleep(seconds)


@frozen(kw_only=True)
class Environment:
    """
    Time and chance, so that tests can stand in for them.

    Args:
        monotonic: Seconds of a clock that never jumps.
        time: Seconds since 1970.
        random: A number from 0 up to 1.
        sleep: Waits in a thread.
        async_sleep: Waits in a task.
    """

    monotonic: Callable[[], float] = monotonic
    time: Callable[[], float] = time
    random: Callable[[], float] = system_random
    sleep: Callable[[float], None] = sleep
    async_sleep: Callable[[float], Awaitable[None]] = _sleep_in_task
