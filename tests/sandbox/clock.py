"""The time of the sandbox: real time plus an offset that a test can move."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Tell the time to everything that compares, counts or expires."""

    def __init__(self) -> None:
        self.offset = 0.0

    def now(self) -> float:
        """Return epoch seconds."""
        return time.time() + self.offset

    def now_ns(self) -> int:
        """Return epoch nanoseconds."""
        return time.time_ns() + round(self.offset * 1_000_000_000)


def rfc3339(epoch_ns: int, digits: int = 6) -> str:
    """Write a moment in UTC with the given number of fractional digits."""
    seconds, fraction = divmod(epoch_ns, 1_000_000_000)
    text = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{fraction:09d}"[: len(text) + 1 + digits].removesuffix(".") + "Z"


def parse_rfc3339(text: str) -> int:
    """Read a moment as epoch nanoseconds, with any number of fractional digits.

    Raises:
        ValueError: The text is not a date and time with an offset.

    """
    head, dot, tail = text.partition(".")
    digits = tail[: len(tail) - len(tail.lstrip("0123456789"))] if dot else ""
    moment = datetime.fromisoformat(head + tail[len(digits) :] if dot else text)
    if "T" not in text.upper() or moment.tzinfo is None or (dot and not digits):
        raise ValueError(text)
    return round(moment.timestamp()) * 1_000_000_000 + int(digits.ljust(9, "0")[:9] or 0)
