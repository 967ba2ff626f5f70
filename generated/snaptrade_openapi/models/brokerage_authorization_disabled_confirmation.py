"""The model `BrokerageAuthorizationDisabledConfirmation`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["BrokerageAuthorizationDisabledConfirmation"]


@define(kw_only=True, repr=False)
class BrokerageAuthorizationDisabledConfirmation(Model):
    """
    Answer to a forced disconnection that was carried out.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Confirmation for people that the connection was disabled."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "detail": STRING,
        }
