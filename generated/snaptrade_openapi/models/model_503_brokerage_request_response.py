"""The model `Model503BrokerageRequestResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model503BrokerageRequestResponse"]


@model
class Model503BrokerageRequestResponse(Model):
    """
    Error body for a failed call from SnapTrade to the brokerage; usually passes with time.

    Source: SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    status_code: int | str | None = None
    """HTTP status repeated in the body; trust the status line where the two differ."""
    code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 3002 stands for a
    failed brokerage request."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
        "status_code": OneOf(INTEGER, STRING),
        "code": OneOf(INTEGER, STRING),
    }
