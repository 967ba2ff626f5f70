"""The model `Model403FeatureNotEnabledResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model, model

__all__ = ["Model403FeatureNotEnabledResponse"]


@model
class Model403FeatureNotEnabledResponse(Model):
    """
    Error body for a feature that is switched off for this customer or for this connection.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Explanation of the failure for people; its wording may change."""
    default_code: int | str | None = None
    """SnapTrade error code, sent as a number or as text depending on the server version. 1141 stands for a
    feature that is not enabled."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
        "default_code": OneOf(INTEGER, STRING),
    }
