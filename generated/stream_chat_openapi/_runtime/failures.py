"""Say what a failed attempt means; pure functions only."""

from __future__ import annotations

import json
import ssl
from typing import Any, Final

import httpx

from .errors import DeadlineExceededError, TLSError
from .retry import Reach

__all__ = [
    "AUXILIARY",
    "caused_by_tls",
    "describe_mismatch",
    "reach_of",
    "read_body",
    "reason_phrase",
]

AUXILIARY: Final = "kit.auxiliary"
"""Marks a request that prepares the call, such as a token request, in `httpx.Request.extensions`."""

_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_POINTLESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects)


def reach_of(error: httpx.HTTPError | httpx.InvalidURL, translated: Exception) -> Reach:
    """Say whether a request that failed may have reached the server."""
    if isinstance(error, _POINTLESS) or isinstance(translated, TLSError | DeadlineExceededError):
        return "never"
    if isinstance(error, _UNSENT):
        return "unsent"
    if isinstance(error, httpx.RequestError) and error.request.extensions.get(AUXILIARY):
        return "unsent"
    return "unknown"


def caused_by_tls(error: BaseException) -> bool:
    """Look for a TLS error behind an error of the HTTP library."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def read_body(content: bytes) -> Any:
    """Return an error body parsed, or as text when it is not JSON, or ``None`` when empty."""
    if not content.strip():
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content.decode("utf-8", "replace")


def reason_phrase(status_code: int) -> str:
    """Return the standard phrase of a status."""
    phrase = httpx.codes.get_reason_phrase(status_code)
    return phrase or "the server gave no reason"


def describe_mismatch(content: bytes, content_type: str | None, error: Exception) -> str:
    """Say in one clause why a body is not what the operation returns."""
    if not content.strip():
        return "the answer has no body"
    if "json" not in (content_type or "json"):
        return f"the answer is not JSON but {content_type}"
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "the answer is not valid JSON"
    return str(error) if not isinstance(error, RecursionError) else "the answer is nested too deeply"
