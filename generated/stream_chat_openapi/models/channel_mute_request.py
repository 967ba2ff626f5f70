"""The model `ChannelMuteRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_response_request import ChannelResponseRequest
    from .user_object_request import UserObjectRequest

__all__ = ["ChannelMuteRequest"]


@model
class ChannelMuteRequest(Model):
    """
    A channel muted by a user, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    channel: ChannelResponseRequest | None = None
    """The muted channel."""
    created_at: datetime | str | None = None
    """When the channel was muted."""
    expires: datetime | str | None = None
    """When the mute ends by itself; absent for a mute without end."""
    updated_at: datetime | str | None = None
    """When the mute last changed."""
    user: UserObjectRequest | None = None
    """User who muted the channel."""

    _members: ClassVar[dict[str, Codec]] = {
        "channel": ModelOf(__package__, "ChannelResponseRequest"),
        "created_at": DATETIME,
        "expires": DATETIME,
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObjectRequest"),
    }
