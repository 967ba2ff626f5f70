"""The model `BrokerageAuthorizationRefreshConfirmation`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["BrokerageAuthorizationRefreshConfirmation"]


@define(kw_only=True, repr=False)
class BrokerageAuthorizationRefreshConfirmation(Model):
    """
    Answer to a holdings refresh that was put in the queue.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Confirmation for people that the refresh was scheduled."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "detail": STRING,
        }
