"""The model `SendEventRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .event_request import EventRequest

__all__ = ["SendEventRequest"]


@model
class SendEventRequest(Model):
    """
    Body of a call that sends an event to a channel.

    Source: Stream Chat Python EventsApi page, Stream Chat v80.2.0 Python client docs at 4d083c94,
    GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.json
    v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    event: EventRequest
    """The event to deliver to everybody who watches the channel."""

    _members: ClassVar[dict[str, Codec]] = {
        "event": ModelOf(__package__, "EventRequest"),
    }
