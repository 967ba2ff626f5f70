"""The model `Model401FailedRequestResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model401FailedRequestResponse"]


@model
class Model401FailedRequestResponse(Model):
    """
    Error body for a request whose signature, timestamp or credentials were refused.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03, publicly logged SnapTrade error
    responses.
    """

    default_detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    default_code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 1076 stands for a
    signature that could not be verified."""
    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    status_code: int | str | None = None
    """HTTP status repeated in the body; trust the status line where the two differ."""
    code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 1076 stands for a
    signature that could not be verified, 1083 for a wrong user id or user secret."""

    _members: ClassVar[dict[str, Codec]] = {
        "default_detail": STRING,
        "default_code": OneOf(INTEGER, STRING),
        "detail": STRING,
        "status_code": OneOf(INTEGER, STRING),
        "code": OneOf(INTEGER, STRING),
    }
