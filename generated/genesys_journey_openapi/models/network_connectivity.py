"""The model `NetworkConnectivity`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import BOOLEAN, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["NetworkConnectivity"]


@model
class NetworkConnectivity(Model):
    """
    State of the network interfaces of a mobile device.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    carrier: str | None = None
    """Name of the mobile network operator."""
    bluetooth_enabled: bool | None = None
    """Whether Bluetooth is switched on."""
    cellular_enabled: bool | None = None
    """Whether mobile data is switched on."""
    wifi_enabled: bool | None = None
    """Whether Wi-Fi is switched on."""

    _wire_names: ClassVar[dict[str, str]] = {
        "bluetooth_enabled": "bluetoothEnabled",
        "cellular_enabled": "cellularEnabled",
        "wifi_enabled": "wifiEnabled",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "carrier": STRING,
        "bluetooth_enabled": BOOLEAN,
        "cellular_enabled": BOOLEAN,
        "wifi_enabled": BOOLEAN,
    }
