"""The model `WebActionEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_map import ActionMap
    from .action_target import ActionTarget
    from .browser import Browser
    from .device import Device
    from .event_action import EventAction
    from .journey_campaign import JourneyCampaign
    from .journey_geolocation import JourneyGeolocation
    from .referrer import Referrer

__all__ = ["WebActionEvent"]


@model
class WebActionEvent(Model):
    """
    Change of an action that was offered on a web page.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    action: EventAction | None = None
    """Action that changed."""
    action_map: ActionMap | None = None
    """Action map that caused the action."""
    action_target: ActionTarget | None = None
    """Deprecated. Action target the action leads to."""
    time_to_disposition: int | None = None
    """Time from the offer of the action to the visitor's reaction, in milliseconds."""
    error_code: str | None = None
    """Code of the failure when the action did not work out."""
    error_message: str | None = None
    """Text of the failure when the action did not work out."""
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

    _wire_names: ClassVar[dict[str, str]] = {
        "action_map": "actionMap",
        "action_target": "actionTarget",
        "time_to_disposition": "timeToDisposition",
        "error_code": "errorCode",
        "error_message": "errorMessage",
        "user_agent_string": "userAgentString",
        "ip_address": "ipAddress",
        "ip_organization": "ipOrganization",
        "mkt_campaign": "mktCampaign",
        "visit_referrer": "visitReferrer",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "action": ModelOf(__package__, "EventAction"),
        "action_map": ModelOf(__package__, "ActionMap"),
        "action_target": ModelOf(__package__, "ActionTarget"),
        "time_to_disposition": INTEGER,
        "error_code": STRING,
        "error_message": STRING,
        "user_agent_string": STRING,
        "browser": ModelOf(__package__, "Browser"),
        "device": ModelOf(__package__, "Device"),
        "geolocation": ModelOf(__package__, "JourneyGeolocation"),
        "ip_address": STRING,
        "ip_organization": STRING,
        "mkt_campaign": ModelOf(__package__, "JourneyCampaign"),
        "visit_referrer": ModelOf(__package__, "Referrer"),
    }
