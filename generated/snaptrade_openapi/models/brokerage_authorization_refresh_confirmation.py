"""The model `BrokerageAuthorizationRefreshConfirmation`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["BrokerageAuthorizationRefreshConfirmation"]


@model
class BrokerageAuthorizationRefreshConfirmation(Model):
    """
    Answer to a holdings refresh that was put in the queue.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    detail: str | None = None
    """Confirmation for people that the refresh was scheduled."""

    _members: ClassVar[dict[str, Codec]] = {
        "detail": STRING,
    }
