"""The model `Model402BrokerageAuthDisabledResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model402BrokerageAuthDisabledResponse"]


@model
class Model402BrokerageAuthDisabledResponse(Model):
    """
    Error body for refreshing a connection that is disabled; its user must reconnect first.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 3003 stands for a
    disabled connection."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
        "code": OneOf(INTEGER, STRING),
    }
