"""The model `Model429TooManyRequestsResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model429TooManyRequestsResponse"]


@model
class Model429TooManyRequestsResponse(Model):
    """
    Error body for a throttled request, either by the request limit of the client id or because the
    connection was refreshed moments ago.

    Source: SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide.
    """

    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    status_code: int | str | None = None
    """HTTP status repeated in the body; trust the status line where the two differ."""
    code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 0000 is the request
    limit, throttled a refresh that came too soon after the last one."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
        "status_code": OneOf(INTEGER, STRING),
        "code": OneOf(INTEGER, STRING),
    }
