"""The model `Device`."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Device"]


@model
class Device(Model):
    """
    Device registered for push notifications.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    created_at: datetime | None = None
    """When the device was registered."""
    disabled: bool | None = None
    """Whether pushes to the device are switched off."""
    disabled_reason: str | None = None
    """Why pushes to the device were switched off, for example a rejected registration token."""
    id: str | None = None
    """Registration token the push service gave the device."""
    push_provider: str | None = None
    """Push service the device is registered with: `firebase`, `apn`, `huawei` or `xiaomi`."""
    push_provider_name: str | None = None
    """Name of the configured provider entry, for apps with several of one kind."""
    user_id: str | None = None
    """Id of the user the device belongs to."""
    hardware_id: str | None = None
    """Lasting identifier of the hardware, so that a re-installed app replaces its old registration."""
    voip: bool | None = None
    """Whether the registration is for incoming calls (Apple VoIP pushes)."""

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "disabled": BOOLEAN,
        "disabled_reason": STRING,
        "id": STRING,
        "push_provider": STRING,
        "push_provider_name": STRING,
        "user_id": STRING,
        "hardware_id": STRING,
        "voip": BOOLEAN,
    }
