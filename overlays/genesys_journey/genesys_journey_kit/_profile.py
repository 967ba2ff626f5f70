"""Genesys Cloud's habits: error bodies, request ids, rate-limit headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from genesys_journey_openapi._runtime.errors import ErrorInfo
from genesys_journey_openapi._runtime.profile import Profile
from genesys_journey_openapi._runtime.ratelimit import HeaderFamily

from ._version import __version__

__all__ = ["PROFILE", "read_error"]


def read_error(status_code: int, body: Any) -> ErrorInfo:
    """
    Find code and message in the API's error body or in the token endpoint's own shape.

    The API says ``code`` and ``message``; the token endpoint says ``error`` and
    ``error_description`` (or ``description``).
    """
    if not isinstance(body, dict):
        return ErrorInfo()
    members = cast("Mapping[str, Any]", body)
    return ErrorInfo(
        code=_first(members, "code", "error"),
        message=_first(members, "message", "error_description", "description", "messageWithParams"),
    )


def _first(members: Mapping[str, Any], *names: str) -> str | None:
    return next((value for name in names if isinstance(value := members.get(name), str) and value), None)


PROFILE: Final = Profile(
    name="genesys_journey_kit",
    user_agent=f"genesys-journey-kit/{__version__}",
    request_id_headers=("genesys-correlation-id", "inin-correlation-id"),
    rate_limit_headers=(
        HeaderFamily(
            bucket="token",
            limit="inin-ratelimit-allowed",
            count="inin-ratelimit-count",
            counts="used",
            reset="inin-ratelimit-reset",
            reset_unit="delta",
        ),
    ),
    read_error=read_error,
)
