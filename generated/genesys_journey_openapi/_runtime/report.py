"""Tell once per place that the vendor sent something the specification does not foresee."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final

from attrs import frozen

__all__ = ["Unexpected", "on_unexpected", "report_unexpected"]

_PLACES_KEPT: Final = 1000
_lock = threading.Lock()
_reported: set[tuple[str, str]] = set()
_hooks: list[Callable[[Unexpected], None]] = []
_logger = logging.getLogger(__name__.partition(".")[0])
_logger.addHandler(logging.NullHandler())


@frozen
class Unexpected:
    """
    A value of a type that the specification does not foresee; the value itself may be private.

    Args:
        model: The class of the object it was in.
        member: The name of the member on the wire.
        problem: What was expected and what came.
    """

    model: str
    member: str
    problem: str


def on_unexpected(hook: Callable[[Unexpected], None]) -> Callable[[], None]:
    """
    Call a function for each place at which the vendor sends something unexpected.

    Args:
        hook: Called once per place, in the thread that read the value. It must not raise.

    Returns:
        A function that takes the hook away again.
    """
    _hooks.append(hook)

    def remove() -> None:
        if hook in _hooks:
            _hooks.remove(hook)

    return remove


def report_unexpected(model: str, member: str, problem: str) -> None:
    """Log a place and tell the hooks, once."""
    place = (model, member)
    with _lock:
        if place in _reported or len(_reported) >= _PLACES_KEPT:
            return
        _reported.add(place)
    _logger.warning(
        "response.unexpected_value %s.%s: %s",
        model,
        member,
        problem,
        extra={"event": "response.unexpected_value", "model": model, "member": member},
    )
    for hook in _hooks:
        hook(Unexpected(model, member, problem))
