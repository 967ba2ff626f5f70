"""Read the date and time forms that vendors really send, and write the one they all read."""

from __future__ import annotations

from datetime import UTC, date, datetime

__all__ = ["parse_date", "parse_datetime", "utc_text"]


def parse_datetime(text: str) -> datetime:
    """
    Return the moment of an RFC 3339 text, always with a timezone.

    Beyond the standard: 0 to 9 fractional digits (digits below the microsecond are cut off; the
    model keeps the text), a space instead of ``T``, a bare date (midnight), and a missing
    offset, which is read as UTC because the vendors' servers run on it.

    Raises:
        ValueError: The text is no date and time.
    """
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def parse_date(text: str) -> date:
    """
    Return the day of an ISO text; the time of day is ignored when one is there.

    Raises:
        ValueError: The text is no date.
    """
    return date.fromisoformat(text[:10])


def utc_text(moment: datetime) -> str:
    """
    Return the RFC 3339 text of a moment in UTC.

    Raises:
        ValueError: The datetime has no timezone, or no calendar holds it in UTC.
    """
    if moment.tzinfo is None:
        raise ValueError("must carry a timezone, for example tzinfo=datetime.UTC")
    try:
        return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        raise ValueError("is out of range") from None
