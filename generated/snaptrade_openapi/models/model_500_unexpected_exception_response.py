"""The model `Model500UnexpectedExceptionResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model500UnexpectedExceptionResponse"]


@model
class Model500UnexpectedExceptionResponse(Model):
    """
    Error body for a failure inside SnapTrade that has no more specific code.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    status_code: int | str | None = None
    """HTTP status repeated in the body; trust the status line where the two differ."""
    code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 1000 stands for an
    unexpected exception."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
        "status_code": OneOf(INTEGER, STRING),
        "code": OneOf(INTEGER, STRING),
    }
