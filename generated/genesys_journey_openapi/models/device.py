"""The model `Device`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, INTEGER, STRING, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .device_category import DeviceCategory

__all__ = ["Device"]


@model
class Device(Model):
    """
    Device the visitor used.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    category: DeviceCategory | None = None
    """Form factor of the device."""
    type: str | None = None
    """Model or kind of the device."""
    is_mobile: bool | None = None
    """Whether the device is a mobile one."""
    screen_height: int | None = None
    """Height of the screen in pixels."""
    screen_width: int | None = None
    """Width of the screen in pixels."""
    screen_density: int | None = None
    """Scale factor of the screen: physical pixels per logical pixel, 1 being an ordinary screen."""
    fingerprint: str | None = None
    """Hash that tells this device from others."""
    os_family: str | None = None
    """Product name of the operating system."""
    os_version: str | None = None
    """Version of the operating system as text."""
    manufacturer: str | None = None
    """Maker of the device."""

    _wire_names: ClassVar[dict[str, str]] = {
        "is_mobile": "isMobile",
        "screen_height": "screenHeight",
        "screen_width": "screenWidth",
        "screen_density": "screenDensity",
        "os_family": "osFamily",
        "os_version": "osVersion",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "category": EnumOf(__package__, "DeviceCategory"),
        "type": STRING,
        "is_mobile": BOOLEAN,
        "screen_height": INTEGER,
        "screen_width": INTEGER,
        "screen_density": INTEGER,
        "fingerprint": STRING,
        "os_family": STRING,
        "os_version": STRING,
        "manufacturer": STRING,
    }
