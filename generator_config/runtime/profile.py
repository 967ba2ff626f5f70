"""What the shared behaviour has to know about a vendor; each overlay makes one of these."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from .errors import ErrorInfo
from .ratelimit import HeaderFamily

__all__ = ["Profile"]


def _no_info(status_code: int, body: Any) -> ErrorInfo:
    return ErrorInfo()


@frozen(kw_only=True)
class Profile:
    """
    The habits of one vendor.

    Args:
        name: The name of the package, which is also the name of its logger.
        user_agent: Sent as ``User-Agent``.
        headers: Further headers the vendor expects, in lower case.
        request_id_headers: Headers that may carry the request id, in lower case, best first.
        rate_limit_headers: The header families that describe rate limits.
        read_error: Finds code and message in an error body of any shape; must not raise.
    """

    name: str
    user_agent: str
    headers: Mapping[str, str] = field(factory=dict[str, str])
    request_id_headers: tuple[str, ...] = ()
    rate_limit_headers: tuple[HeaderFamily, ...] = ()
    read_error: Callable[[int, Any], ErrorInfo] = _no_info
    logger: logging.Logger = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        logger = logging.getLogger(self.name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
        object.__setattr__(self, "logger", logger)
