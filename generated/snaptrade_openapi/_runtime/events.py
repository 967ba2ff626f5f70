"""What the packages write to their loggers: named events with fields, nothing secret."""

from __future__ import annotations

import logging

from .errors import CallInfo
from .options import Attempt

__all__ = ["is_logged", "log_attempt"]


def _level(delay: float | None) -> int:
    return logging.DEBUG if delay is None else logging.INFO


def is_logged(logger: logging.Logger, delay: float | None) -> bool:
    """Tell whether anybody wants to read about an attempt; ``delay`` is that before the next one."""
    return logger.isEnabledFor(_level(delay))


def log_attempt(logger: logging.Logger, call: CallInfo, attempt: Attempt, request_id: str | None) -> None:
    """
    Write one line about an attempt: DEBUG when the call ends with it, INFO when it is repeated.

    The path is the template of the specification, so no argument can appear in the log.
    """
    if not is_logged(logger, attempt.delay):
        return
    level = _level(attempt.delay)
    event = "attempt.finished" if attempt.delay is None else "attempt.retried"
    logger.log(
        level,
        "%s %s %s attempt=%d reason=%r elapsed=%.3f",
        event,
        call.method,
        call.path,
        attempt.number,
        attempt.reason,
        attempt.elapsed,
        extra={
            "event": event,
            "operation": call.operation,
            "method": call.method,
            "path": call.path,
            "attempt": attempt.number,
            "status": attempt.status_code,
            "reason": attempt.reason,
            "delay": attempt.delay,
            "elapsed": attempt.elapsed,
            "request_id": request_id,
        },
    )
