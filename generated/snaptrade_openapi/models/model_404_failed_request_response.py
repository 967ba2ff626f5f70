"""The model `Model404FailedRequestResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model404FailedRequestResponse"]


@model
class Model404FailedRequestResponse(Model):
    """
    Error body for a connection that does not exist or does not belong to the user.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    default_detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    default_code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 1011 stands for an
    object that does not exist."""

    _members: ClassVar[dict[str, Codec]] = {
        "default_detail": STRING,
        "default_code": OneOf(INTEGER, STRING),
    }
