"""The model `ChannelMute`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_response import ChannelResponse
    from .user_object import UserObject

__all__ = ["ChannelMute"]


@model
class ChannelMute(Model):
    """
    A channel muted by a user.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    channel: ChannelResponse | None = None
    """The muted channel."""
    created_at: datetime | None = None
    """When the channel was muted."""
    expires: datetime | None = None
    """When the mute ends by itself; absent for a mute without end."""
    updated_at: datetime | None = None
    """When the mute last changed."""
    user: UserObject | None = None
    """User who muted the channel."""

    _members: ClassVar[dict[str, Codec]] = {
        "channel": ModelOf(__package__, "ChannelResponse"),
        "created_at": DATETIME,
        "expires": DATETIME,
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObject"),
    }
