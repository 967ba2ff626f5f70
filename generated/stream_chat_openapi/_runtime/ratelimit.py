"""Read the rate-limit headers of all vendors into one type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from attrs import frozen

__all__ = ["HeaderFamily", "RateLimit", "parse_retry_after", "read_rate_limits"]


@frozen
class RateLimit:
    """
    One budget of requests as the last response described it.

    Args:
        bucket: Which budget this is, for example ``client`` or ``account``.
        limit: Requests allowed in one window.
        remaining: Requests left in the present window.
        reset: When the window ends or the next request is allowed, in UTC.
    """

    bucket: str
    limit: int
    remaining: int
    reset: datetime

    def headroom(self) -> float:
        """Return the share of the budget that is left, from 0 to 1."""
        return self.remaining / self.limit if self.limit > 0 else 0.0


@frozen
class HeaderFamily:
    """
    The three headers in which a vendor describes one budget, and their units.

    Args:
        bucket: The name of the budget.
        limit: The header with the size of the budget.
        count: The header with the number of requests.
        counts: Whether that number says how many are left or how many were used.
        reset: The header that says when the window ends.
        reset_unit: Whether that is seconds from now or seconds since 1970.
        scope: What has a budget of its own: ``all`` requests together, each ``operation``, or each
            value of the group in a regular expression for the path.
    """

    bucket: str
    limit: str
    count: str
    counts: Literal["remaining", "used"]
    reset: str
    reset_unit: Literal["delta", "epoch"]
    scope: str = "all"

    def bucket_of(self, operation: str, path: str) -> str | None:
        """Return the name of the budget a request counts against, ``None`` when it does not."""
        if self.scope == "all":
            return self.bucket
        if self.scope == "operation":
            return f"{self.bucket}:{operation}"
        match = re.search(self.scope, path)
        return f"{self.bucket}:{match[1]}" if match else None


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    # Proxies join repeated headers with commas; the first readable part counts.
    for part in text.split(","):
        try:
            number = float(part)
        except ValueError:
            continue
        if 0 <= number < 1e11:
            return number
    return None


def read_rate_limits(
    headers: Mapping[str, str],
    families: tuple[HeaderFamily, ...],
    now: float,
    *,
    operation: str = "",
    path: str = "",
) -> tuple[RateLimit, ...]:
    """
    Return the limits a response describes; incomplete or unreadable families are left out.

    Args:
        headers: The response headers; looked up in lower case.
        families: The header families of the vendor.
        now: The present time in seconds since 1970.
        operation: The operation, for families that count per operation.
        path: The path, for families that count per part of it.
    """
    found: list[RateLimit] = []
    for family in families:
        limit = _number(headers.get(family.limit))
        if limit is None:
            continue
        count = _number(headers.get(family.count))
        reset = _number(headers.get(family.reset))
        if count is None or reset is None:
            continue
        remaining = count if family.counts == "remaining" else max(limit - count, 0)
        moment = now + reset if family.reset_unit == "delta" else reset
        try:
            when = datetime.fromtimestamp(moment, UTC)
        except (OverflowError, ValueError, OSError):
            continue
        bucket = family.bucket_of(operation, path) or family.bucket
        found.append(RateLimit(bucket, int(limit), int(remaining), when))
    return tuple(found)


def parse_retry_after(text: str | None, now: float) -> float | None:
    """
    Return the seconds a ``Retry-After`` header asks to wait.

    Both forms of RFC 9110 are read: seconds and a date; fractions of a second too, since some
    servers send them. A date in the past means 0. Anything else is ignored.
    """
    if text is None:
        return None
    text = text.strip()
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError):
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(moment.timestamp() - now, 0.0)
    return seconds if 0 <= seconds < float("inf") else None
