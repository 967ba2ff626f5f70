"""The model `BrokerageType`."""

from __future__ import annotations

from uuid import UUID

from attrs import define

from .._runtime.codecs import STRING, UUID_TEXT, Codec
from .._runtime.model import Model

__all__ = ["BrokerageType"]


@define(kw_only=True, repr=False)
class BrokerageType(Model):
    """
    Category of a brokerage, for example a traditional broker or a crypto exchange.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    id: UUID | None = None
    """UUID of the category."""
    name: str | None = None
    """Name of the category."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "id": UUID_TEXT,
            "name": STRING,
        }
