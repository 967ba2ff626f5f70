"""SnapTrade's habits: error bodies, request ids, rate-limit headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from snaptrade_openapi._runtime.errors import ErrorInfo
from snaptrade_openapi._runtime.profile import Profile
from snaptrade_openapi._runtime.ratelimit import HeaderFamily

from ._version import __version__

__all__ = ["PROFILE", "read_error"]


def read_error(status_code: int, body: Any) -> ErrorInfo:
    """
    Find code and message in any of SnapTrade's error shapes.

    The specification declares ``detail``/``code``, ``default_detail``/``default_code``, mixtures of
    the two and ``error`` alone; codes arrive as numbers and as texts.
    """
    if not isinstance(body, dict):
        return ErrorInfo()
    members = cast("Mapping[str, Any]", body)
    message = _first(members, "detail", "default_detail", "error")
    code = _first(members, "code", "default_code")
    # "throttled" means that this connection was refreshed too recently; asking again does not help.
    return ErrorInfo(code=code, message=message, final=code == "throttled")


def _first(members: Mapping[str, Any], *names: str) -> str | None:
    for name in names:
        value = members.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
    return None


PROFILE: Final = Profile(
    name="snaptrade_kit",
    user_agent=f"snaptrade-kit/{__version__}",
    request_id_headers=("x-request-id",),
    rate_limit_headers=(
        HeaderFamily(
            bucket="client",
            limit="x-ratelimit-limit",
            count="x-ratelimit-remaining",
            counts="remaining",
            reset="x-ratelimit-reset",
            reset_unit="delta",
        ),
        HeaderFamily(
            bucket="account",
            limit="x-ratelimit-account-limit",
            count="x-ratelimit-account-remaining",
            counts="remaining",
            reset="x-ratelimit-account-reset",
            reset_unit="delta",
            scope=r"^/accounts/([^/]+)",
        ),
    ),
    read_error=read_error,
)
