"""The model `DeviceRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["DeviceRequest"]


@model
class DeviceRequest(Model):
    """
    Device registered for push notifications, as part of an event to send.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7.
    """

    created_at: datetime | str | None = None
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

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "disabled": BOOLEAN,
        "disabled_reason": STRING,
        "id": STRING,
        "push_provider": STRING,
        "push_provider_name": STRING,
        "user_id": STRING,
    }
