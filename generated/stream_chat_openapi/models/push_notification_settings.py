"""The model `PushNotificationSettings`."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, Codec
from .._runtime.model import Model, model

__all__ = ["PushNotificationSettings"]


@model
class PushNotificationSettings(Model):
    """
    A user's wish not to be disturbed by pushes.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3.
    """

    disabled: bool | None = None
    """Whether pushes to the user are switched off."""
    disabled_until: datetime | None = None
    """Moment until which pushes stay off; absent when there is no end."""

    _members: ClassVar[dict[str, Codec]] = {
        "disabled": BOOLEAN,
        "disabled_until": DATETIME,
    }
