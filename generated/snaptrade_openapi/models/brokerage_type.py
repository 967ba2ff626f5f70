"""The model `BrokerageType`."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from .._runtime.codecs import STRING, UUID_TEXT, Codec
from .._runtime.model import Model, model

__all__ = ["BrokerageType"]


@model
class BrokerageType(Model):
    """
    Category of a brokerage, for example a traditional broker or a crypto exchange.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    id: UUID | None = None
    """UUID of the category."""
    name: str | None = None
    """Name of the category."""

    _members: ClassVar[dict[str, Codec]] = {
        "id": UUID_TEXT,
        "name": STRING,
    }
