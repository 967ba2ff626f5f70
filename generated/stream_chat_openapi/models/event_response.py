"""The model `EventResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import STRING, Codec, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .event import Event

__all__ = ["EventResponse"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .event import Event

        return {
            "duration": STRING,
            "event": ModelOf(Event),
        }
