"""Tell once per place that the vendor sent something the specification does not foresee."""

from __future__ import annotations

import logging
from typing import Final

__all__ = ["report_unexpected"]

_PLACES_KEPT: Final = 1000
_reported: set[tuple[str, str]] = set()
_logger = logging.getLogger(__name__.partition(".")[0])
_logger.addHandler(logging.NullHandler())


def report_unexpected(model: str, member: str, problem: str) -> None:
    """Log a value of an unexpected type; the value itself is not shown, it may be private."""
    place = (model, member)
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
