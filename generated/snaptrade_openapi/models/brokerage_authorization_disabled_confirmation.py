"""The model `BrokerageAuthorizationDisabledConfirmation`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["BrokerageAuthorizationDisabledConfirmation"]


@model
class BrokerageAuthorizationDisabledConfirmation(Model):
    """
    Answer to a forced disconnection that was carried out.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Confirmation for people that the connection was disabled."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
    }
