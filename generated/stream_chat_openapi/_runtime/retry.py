"""Decide whether and when an attempt is repeated; pure functions only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from attrs import frozen

__all__ = ["BACKOFF_BASE", "BACKOFF_CAP", "LONGEST_WAIT", "Reach", "Situation", "retry_delay"]

Reach = Literal["never", "unsent", "unknown"]

BACKOFF_BASE: Final = 0.5
BACKOFF_CAP: Final = 8.0
LONGEST_WAIT: Final = 120.0
_REPEATABLE_STATUSES: Final = frozenset({408, 500, 502, 503, 504})


@frozen(kw_only=True)
class Situation:
    """
    What is known after a failed attempt.

    Args:
        attempts: Attempts made so far, at least 1.
        max_retries: How many repetitions are allowed.
        idempotent: Whether the operation may be carried out twice.
        status: The status, when the server answered.
        reach: Without an answer: ``unsent`` when the request cannot have reached the server,
            ``unknown`` when it may have, ``never`` when repeating is pointless.
        server_wait: Seconds the server asked to wait, already checked to make sense.
        final: The vendor says that a repetition is pointless.
        remaining: Seconds left of the deadline; ``None`` without a deadline.
    """

    attempts: int
    max_retries: int
    idempotent: bool
    status: int | None = None
    reach: Reach = "unknown"
    server_wait: float | None = None
    final: bool = False
    remaining: float | None = None


def _repeatable(situation: Situation) -> bool:
    if situation.final or situation.attempts > situation.max_retries:
        return False
    if situation.status is None:
        return situation.reach == "unsent" or (situation.reach == "unknown" and situation.idempotent)
    # A 429 is refused before any work is done, so even a charged action may be sent again.
    return situation.status == 429 or (situation.idempotent and situation.status in _REPEATABLE_STATUSES)


def retry_delay(situation: Situation, random: Callable[[], float]) -> float | None:
    """
    Return the seconds to wait before the next attempt, or ``None`` to give up now.

    Without a word from the server the wait is exponential backoff with full jitter. A wait
    that would outlast the deadline, or is longer than anybody wants to wait, is not begun.

    Args:
        situation: What is known.
        random: Gives a number from 0 up to 1.
    """
    if not _repeatable(situation):
        return None
    if situation.server_wait is not None:
        delay = situation.server_wait
        if delay > LONGEST_WAIT:
            return None
    else:
        delay = random() * min(BACKOFF_CAP, BACKOFF_BASE * 2.0 ** (situation.attempts - 1))
    if situation.remaining is not None and delay >= situation.remaining:
        return None
    return delay
