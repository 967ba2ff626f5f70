"""The model `APIError`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import BOOLEAN, INTEGER, STRING, Codec, ListOf, MapOf
from .._runtime.model import Model, model

__all__ = ["APIError"]


@model
class APIError(Model):
    """
    Error body of every failed call that reached the API. The edge network may answer without it, with
    plain text.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat API errors guide.
    """

    status_code: int | None = None
    """HTTP status of the answer, repeated in the body; the key is spelled with capitals."""
    code: int | None = None
    """Stream's own error number, finer than the HTTP status; 4 is bad input, 9 the rate limit, 40 an expired
    token."""
    details: list[int] | None = None
    """Numeric detail codes of the failed call; normally empty."""
    duration: str | None = None
    """Time the server spent before refusing, as text with a unit such as `0.00ms`."""
    exception_fields: dict[str, str] | None = None
    """Reasons keyed by the name of the request field that was refused."""
    message: str | None = None
    """What went wrong, in English; the only thing that tells several errors with code 4 apart."""
    more_info: str | None = None
    """Address of the vendor's page about the error."""
    unrecoverable: bool | None = None
    """True when the same request can never succeed, so repeating it is pointless."""

    _wire_names: ClassVar[dict[str, str]] = {
        "status_code": "StatusCode",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "status_code": INTEGER,
        "code": INTEGER,
        "details": ListOf(INTEGER),
        "duration": STRING,
        "exception_fields": MapOf(STRING),
        "message": STRING,
        "more_info": STRING,
        "unrecoverable": BOOLEAN,
    }
