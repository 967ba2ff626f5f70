"""The model `PushNotificationSettingsRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, Codec
from .._runtime.model import Model, model

__all__ = ["PushNotificationSettingsRequest"]


@model
class PushNotificationSettingsRequest(Model):
    """
    A user's wish not to be disturbed by pushes, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    disabled: bool | None = None
    """Whether pushes to the user are switched off."""
    disabled_until: datetime | str | None = None
    """Moment until which pushes stay off; absent when there is no end."""

    _members: ClassVar[dict[str, Codec]] = {
        "disabled": BOOLEAN,
        "disabled_until": DATETIME,
    }
