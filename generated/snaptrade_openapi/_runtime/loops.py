"""Which event loop a coroutine runs in; asyncio and anyio are loaded when there is one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import Timeout

__all__ = ["asyncio_timeout", "running_loop", "the_anyio", "under_asyncio"]


def under_asyncio() -> bool:
    """Tell whether the caller is a task of asyncio."""
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio is not None and asyncio.current_task() is not None
    except RuntimeError:  # no event loop, or that of trio
        return False


def asyncio_timeout(seconds: float | None) -> Timeout:
    """Return a context manager that cancels what takes longer."""
    import asyncio

    return asyncio.timeout(seconds)


def running_loop() -> object:
    """Return what tells one event loop from another."""
    if under_asyncio():
        return sys.modules["asyncio"].get_running_loop()
    return the_anyio().lowlevel.current_token()


def the_anyio() -> Any:
    """Return anyio, on which httpx depends as well."""
    import anyio
    import anyio.lowlevel

    return anyio
