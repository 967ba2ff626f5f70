"""Make the errors of calls that brought no result; nothing secret gets into them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from .call import Call
from .errors import (
    ConnectionFailedError,
    RequestTimeoutError,
    ResponseDecodeError,
    TLSError,
    TransportError,
)
from .failures import caused_by_tls
from .redact import scrub, scrub_bytes

__all__ = ["decode_error", "translated"]


def decode_error(
    call: Call[Any], message: str, *, content: bytes, headers: Mapping[str, str], **details: Any
) -> ResponseDecodeError:
    """Report an answer that is not what the operation returns, and return the error for it."""
    call.report("decode error", None, details["status_code"], details.get("request_id"))
    secrets = call.secrets()
    return ResponseDecodeError(
        scrub(message, secrets),
        content=scrub_bytes(content, secrets),
        headers={name: scrub(value, secrets) for name, value in headers.items()},
        request=call.operation.info,
        attempts=call.attempts,
        **details,
    )


def translated(call: Call[Any], error: httpx.HTTPError | httpx.InvalidURL) -> TransportError:
    """Return our error for one of the HTTP library."""
    info, attempts = call.operation.info, call.attempts
    message = scrub(f"{type(error).__name__}: {error}", call.secrets())
    if isinstance(error, httpx.LocalProtocolError):
        message = "LocalProtocolError: the request cannot be written"  # its text quotes the request
    if isinstance(error, httpx.TimeoutException):
        if call.time.is_over:
            return call.time.exceeded(attempts)
        return RequestTimeoutError(f"{type(error).__name__}: timed out", request=info, attempts=attempts)
    if caused_by_tls(error):
        return TLSError(message, request=info, attempts=attempts)
    return ConnectionFailedError(message, request=info, attempts=attempts)
