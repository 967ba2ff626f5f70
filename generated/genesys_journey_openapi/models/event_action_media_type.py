"""The enumeration `EventActionMediaType`."""

from .._runtime.enums import OpenEnum

__all__ = ["EventActionMediaType"]


class EventActionMediaType(OpenEnum):
    """
    Channel an action uses.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    WEBCHAT = "webchat"
    WEB_MESSAGING_OFFER = "webMessagingOffer"
    CONTENT_OFFER = "contentOffer"
    INTEGRATION_ACTION = "integrationAction"
    ARCHITECT_FLOW = "architectFlow"
    OPEN_ACTION = "openAction"
