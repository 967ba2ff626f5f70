"""The model `EventResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .event import Event

__all__ = ["EventResponse"]


@model
class EventResponse(Model):
    """
    Answer to sending an event to a channel.

    Source: Stream Chat Python EventsApi page, Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-
    openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-clientside.json v236.0.4 at
    e51a64d3.
    """

    duration: str | None = None
    """Time the server spent on the call, as text with a unit such as `2.31ms` (not a number)."""
    event: Event | None = None
    """The event as the server accepted and delivered it."""

    _members: ClassVar[dict[str, Codec]] = {
        "duration": STRING,
        "event": ModelOf(__package__, "Event"),
    }
