"""The model `AppEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .custom_event_attribute import CustomEventAttribute
    from .device import Device
    from .journey_app import JourneyApp
    from .journey_campaign import JourneyCampaign
    from .journey_geolocation import JourneyGeolocation
    from .network_connectivity import NetworkConnectivity
    from .sdk_library import SdkLibrary

__all__ = ["AppEvent"]


@model
class AppEvent(Model):
    """
    What happened in a mobile app: a screen that was viewed, or a custom event that the app reported.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    event_name: str | None = None
    """Name of the event, such as screen_viewed or a custom name."""
    screen_name: str | None = None
    """Name of the app screen the event happened on."""
    app: JourneyApp | None = None
    """App that reported the event."""
    device: Device | None = None
    """Device the visitor used."""
    ip_address: str | None = None
    """IP address of the visitor, possibly anonymised, or null when it was not kept."""
    ip_organization: str | None = None
    """Organisation the IP address is registered to."""
    geolocation: JourneyGeolocation | None = None
    """Estimated place of the visitor."""
    sdk_library: SdkLibrary | None = None
    """Tracking library that reported the event."""
    network_connectivity: NetworkConnectivity | None = None
    """Network interfaces of the device at that moment."""
    mkt_campaign: JourneyCampaign | None = None
    """Marketing campaign that led to the visit."""
    search_query: str | None = None
    """Words the visitor searched for on the site or in the app."""
    attributes: dict[str, CustomEventAttribute] | None = None
    """Custom values by name that were reported with the event."""
    traits: dict[str, CustomEventAttribute] | None = None
    """Values by name that tell who the visitor is, such as an e-mail address."""

    _wire_names: ClassVar[dict[str, str]] = {
        "event_name": "eventName",
        "screen_name": "screenName",
        "ip_address": "ipAddress",
        "ip_organization": "ipOrganization",
        "sdk_library": "sdkLibrary",
        "network_connectivity": "networkConnectivity",
        "mkt_campaign": "mktCampaign",
        "search_query": "searchQuery",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "event_name": STRING,
        "screen_name": STRING,
        "app": ModelOf(__package__, "JourneyApp"),
        "device": ModelOf(__package__, "Device"),
        "ip_address": STRING,
        "ip_organization": STRING,
        "geolocation": ModelOf(__package__, "JourneyGeolocation"),
        "sdk_library": ModelOf(__package__, "SdkLibrary"),
        "network_connectivity": ModelOf(__package__, "NetworkConnectivity"),
        "mkt_campaign": ModelOf(__package__, "JourneyCampaign"),
        "search_query": STRING,
        "attributes": MapOf(ModelOf(__package__, "CustomEventAttribute")),
        "traits": MapOf(ModelOf(__package__, "CustomEventAttribute")),
    }
