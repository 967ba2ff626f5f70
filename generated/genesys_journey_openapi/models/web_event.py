"""The model `WebEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, INTEGER, STRING, Codec, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .browser import Browser
    from .custom_event_attribute import CustomEventAttribute
    from .device import Device
    from .journey_campaign import JourneyCampaign
    from .journey_geolocation import JourneyGeolocation
    from .journey_page import JourneyPage
    from .referrer import Referrer

__all__ = ["WebEvent"]


@model
class WebEvent(Model):
    """
    What happened on a web page: a page view, or a custom event that the page reported.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    event_name: str | None = None
    """Name of the event, such as page_viewed or a custom name."""
    total_event_count: int | None = None
    """Number of events of the visitor so far, over all sessions."""
    total_pageview_count: int | None = None
    """Number of page views of the visitor so far, over all sessions."""
    page: JourneyPage | None = None
    """Page the event happened on."""
    user_agent_string: str | None = None
    """User agent header of the visitor's browser, as received."""
    browser: Browser | None = None
    """Browser the visitor used."""
    device: Device | None = None
    """Device the visitor used."""
    geolocation: JourneyGeolocation | None = None
    """Estimated place of the visitor."""
    ip_address: str | None = None
    """IP address of the visitor, possibly anonymised, or null when it was not kept."""
    ip_organization: str | None = None
    """Organisation the IP address is registered to."""
    mkt_campaign: JourneyCampaign | None = None
    """Marketing campaign that led to the visit."""
    referrer: Referrer | None = None
    """Page the visitor came from."""
    attributes: dict[str, CustomEventAttribute] | None = None
    """Custom values by name that were reported with the event."""
    traits: dict[str, CustomEventAttribute] | None = None
    """Values by name that tell who the visitor is, such as an e-mail address."""
    search_query: str | None = None
    """Words the visitor searched for on the site or in the app."""
    authenticated: bool | None = None
    """Whether the visitor was signed in on the site."""

    _wire_names: ClassVar[dict[str, str]] = {
        "event_name": "eventName",
        "total_event_count": "totalEventCount",
        "total_pageview_count": "totalPageviewCount",
        "user_agent_string": "userAgentString",
        "ip_address": "ipAddress",
        "ip_organization": "ipOrganization",
        "mkt_campaign": "mktCampaign",
        "search_query": "searchQuery",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "event_name": STRING,
        "total_event_count": INTEGER,
        "total_pageview_count": INTEGER,
        "page": ModelOf(__package__, "JourneyPage"),
        "user_agent_string": STRING,
        "browser": ModelOf(__package__, "Browser"),
        "device": ModelOf(__package__, "Device"),
        "geolocation": ModelOf(__package__, "JourneyGeolocation"),
        "ip_address": STRING,
        "ip_organization": STRING,
        "mkt_campaign": ModelOf(__package__, "JourneyCampaign"),
        "referrer": ModelOf(__package__, "Referrer"),
        "attributes": MapOf(ModelOf(__package__, "CustomEventAttribute")),
        "traits": MapOf(ModelOf(__package__, "CustomEventAttribute")),
        "search_query": STRING,
        "authenticated": BOOLEAN,
    }
