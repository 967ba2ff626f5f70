"""The model `Model403FeatureNotEnabledResponse`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model

__all__ = ["Model403FeatureNotEnabledResponse"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "detail": STRING,
            "default_code": OneOf(INTEGER, STRING),
        }
