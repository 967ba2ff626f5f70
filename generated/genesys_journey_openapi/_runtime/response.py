"""A complete answer, with everything around the parsed result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from attrs import field, frozen

from .errors import CallInfo
from .ratelimit import RateLimit

__all__ = ["Response"]

T = TypeVar("T")


@frozen(kw_only=True)
class Response(Generic[T]):
    """
    The answer to a successful call.

    Args:
        parsed: The result, as the plain method returns it.
        status_code: The HTTP status.
        headers: The response headers, names in lower case.
        content: The body as received; unpacked when it was compressed.
        request: Operation, method and path template.
        request_id: The vendor's id of this request.
        rate_limits: The rate limits the response told about.
        elapsed: Seconds from the first attempt to the complete answer.
        attempts: How many times the request was sent.
    """

    parsed: T
    status_code: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    request: CallInfo
    request_id: str | None
    rate_limits: tuple[RateLimit, ...]
    elapsed: float
    attempts: int

    @property
    def rate_limit(self) -> RateLimit | None:
        """The limit that is closest to being used up."""
        return min(self.rate_limits, key=RateLimit.headroom, default=None)
