"""Stream's habits: error bodies, rate-limit headers, client name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from stream_chat_openapi._runtime.errors import ErrorInfo
from stream_chat_openapi._runtime.profile import Profile
from stream_chat_openapi._runtime.ratelimit import HeaderFamily

from ._version import __version__

__all__ = ["PROFILE", "read_error"]


def read_error(status_code: int, body: Any) -> ErrorInfo:
    """
    Find code and message in Stream's error body.

    The edge in front of the API answers without JSON when it limits an address; then the text is
    the message.
    """
    if not isinstance(body, dict):
        return ErrorInfo()
    members = cast("Mapping[str, Any]", body)
    code, message = members.get("code"), members.get("message")
    return ErrorInfo(
        code=str(code) if isinstance(code, int | str) and not isinstance(code, bool) else None,
        message=message if isinstance(message, str) and message else None,
        final=members.get("unrecoverable") is True,
    )


PROFILE: Final = Profile(
    name="stream_chat_kit",
    user_agent=f"stream-chat-kit/{__version__}",
    headers={"x-stream-client": f"stream-chat-kit-python-{__version__}"},
    request_id_headers=("x-client-request-id", "x-request-id"),
    rate_limit_headers=(
        HeaderFamily(
            bucket="endpoint",
            limit="x-ratelimit-limit",
            count="x-ratelimit-remaining",
            counts="remaining",
            reset="x-ratelimit-reset",
            reset_unit="epoch",
            scope="operation",
        ),
    ),
    read_error=read_error,
)
