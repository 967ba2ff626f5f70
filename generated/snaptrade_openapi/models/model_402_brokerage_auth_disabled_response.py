"""The model `Model402BrokerageAuthDisabledResponse`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import INTEGER, STRING, Codec, OneOf
from .._runtime.model import Model

__all__ = ["Model402BrokerageAuthDisabledResponse"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "detail": STRING,
            "code": OneOf(INTEGER, STRING),
        }
