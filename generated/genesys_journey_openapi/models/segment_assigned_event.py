"""The model `SegmentAssignedEvent`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .browser import Browser
    from .device import Device
    from .journey_campaign import JourneyCampaign
    from .journey_geolocation import JourneyGeolocation
    from .journey_segment import JourneySegment
    from .referrer import Referrer

__all__ = ["SegmentAssignedEvent"]


@model
class SegmentAssignedEvent(Model):
    """
    Record that the visitor was put into a segment, with the segment's whole configuration.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    segment: JourneySegment | None = None
    """Segment that was assigned, with its configuration."""
    user_agent_string: str | None = None
    """User agent header of the visitor's browser, as received."""
    browser: Browser | None = None
    """Browser the visitor used."""
    device: Device | None = None
    """Device the visitor used."""
    geolocation: JourneyGeolocation | None = None
    """Estimated place of the visitor."""
    ip_address: str | None = None
    """IP address of the visitor, possibly anonymised."""
    ip_organization: str | None = None
    """Organisation the IP address is registered to."""
    mkt_campaign: JourneyCampaign | None = None
    """Marketing campaign that led to the visit."""
    visit_referrer: Referrer | None = None
    """Page that brought the visitor to the site at the start of the visit."""
    visit_created_date: datetime | None = None
    """Moment the visit began, in ISO 8601 form."""

    _wire_names: ClassVar[dict[str, str]] = {
        "user_agent_string": "userAgentString",
        "ip_address": "ipAddress",
        "ip_organization": "ipOrganization",
        "mkt_campaign": "mktCampaign",
        "visit_referrer": "visitReferrer",
        "visit_created_date": "visitCreatedDate",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "segment": ModelOf(__package__, "JourneySegment"),
        "user_agent_string": STRING,
        "browser": ModelOf(__package__, "Browser"),
        "device": ModelOf(__package__, "Device"),
        "geolocation": ModelOf(__package__, "JourneyGeolocation"),
        "ip_address": STRING,
        "ip_organization": STRING,
        "mkt_campaign": ModelOf(__package__, "JourneyCampaign"),
        "visit_referrer": ModelOf(__package__, "Referrer"),
        "visit_created_date": DATETIME,
    }
