"""The model `SendUserCustomEventRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_custom_event_request import UserCustomEventRequest

__all__ = ["SendUserCustomEventRequest"]


@model
class SendUserCustomEventRequest(Model):
    """
    Body of a call that sends a custom event to one user.

    Source: Stream Chat Python EventsApi page, Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-
    openapi.json v236.0.4 at e51a64d3.
    """

    event: UserCustomEventRequest
    """The event to deliver to every live connection of the user."""

    _members: ClassVar[dict[str, Codec]] = {
        "event": ModelOf(__package__, "UserCustomEventRequest"),
    }
