"""
Tell whether somebody has put a function of their own in the place of one of httpx or httpcore.

respx, pytest-httpx and the instrumentation of OpenTelemetry do so, before or after this package is
imported. What goes past those functions would be invisible to them.
"""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Any, Final

import httpx

__all__ = ["are_original"]

_seen: Final[dict[str, object]] = {}


def are_original(
    transport: type[httpx.BaseTransport | httpx.AsyncBaseTransport], pool: str, name: str
) -> bool:
    """
    Tell whether transport and pool send requests themselves.

    Args:
        transport: The class of httpx.
        pool: The class of httpcore; while nobody has imported it, nobody can have changed it.
        name: The method.
    """
    httpcore = sys.modules.get("httpcore")
    return _is_original(transport, name) and (httpcore is None or _is_original(getattr(httpcore, pool), name))


def _is_original(owner: type, name: str) -> bool:
    place = f"{owner.__name__}.{name}"
    function: Any = vars(owner)[name]
    if function is _seen.get(place):
        return True
    # A wrapper takes over the names of what it wraps; its code tells where it comes from.
    if (
        type(function) is not FunctionType
        or function.__code__.co_qualname != place
        or function.__globals__["__name__"].partition(".")[0] not in {"httpx", "httpcore"}
    ):
        return False
    _seen[place] = function
    return True
