"""The model `ChannelResponse`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_config_with_info import ChannelConfigWithInfo
    from .channel_member import ChannelMember
    from .user_object import UserObject

__all__ = ["ChannelResponse"]


@model
class ChannelResponse(Model):
    """
    A channel and its state as seen by the acting user. Custom data is flat: every further key at this
    level is app-defined data and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    auto_translation_enabled: bool | None = None
    """Whether new messages in the channel are translated automatically."""
    auto_translation_language: str | None = None
    """Target language of automatic translation, as a two-letter ISO 639-1 code."""
    cid: str | None = None
    """Full id of the channel, its type and id joined by a colon."""
    config: ChannelConfigWithInfo | None = None
    """Settings of the channel type as they apply to this channel."""
    cooldown: int | None = None
    """Slow mode: seconds a user has to wait between two messages; 0 or absent when off."""
    created_at: datetime | None = None
    """When the channel was created."""
    created_by: UserObject | None = None
    """User who created the channel."""
    deleted_at: datetime | None = None
    """When the channel was deleted; absent while it exists."""
    disabled: bool | None = None
    """Whether the channel is disabled: no message can be sent or read."""
    frozen: bool | None = None
    """Whether the channel is frozen: nobody can add messages or reactions."""
    hidden: bool | None = None
    """Whether the acting user has hidden the channel from their list."""
    hide_messages_before: datetime | None = None
    """Messages older than this moment are not shown to the acting user."""
    id: str | None = None
    """Id of the channel, unique within its type; at most 64 characters."""
    last_message_at: datetime | None = None
    """When the newest message of the channel was sent; absent for an empty channel."""
    member_count: int | None = None
    """Number of members of the channel."""
    members: list[ChannelMember] | None = None
    """Members of the channel; long lists are cut short."""
    mute_expires_at: datetime | None = None
    """When the acting user's mute of the channel ends; absent while the mute has no end."""
    muted: bool | None = None
    """Whether the acting user has muted the channel."""
    own_capabilities: list[str] | None = None
    """What the acting user may do in the channel, for example `send-message`."""
    team: str | None = None
    """Team the channel belongs to, in apps with multi-tenancy switched on."""
    truncated_at: datetime | None = None
    """When the channel was emptied; older messages are gone."""
    truncated_by: UserObject | None = None
    """User who emptied the channel."""
    type: str | None = None
    """Type of the channel, which decides its settings, for example `messaging`."""
    updated_at: datetime | None = None
    """When the channel's data last changed."""
    blocked: bool | None = None
    """Whether the acting user has blocked the other side of this one-to-one channel."""
    filter_tags: list[str] | None = None
    """Labels the channel can be filtered by."""
    message_count: int | None = None
    """Number of messages in the channel, when the channel type counts them."""

    _members: ClassVar[dict[str, Codec]] = {
        "auto_translation_enabled": BOOLEAN,
        "auto_translation_language": STRING,
        "cid": STRING,
        "config": ModelOf(__package__, "ChannelConfigWithInfo"),
        "cooldown": INTEGER,
        "created_at": DATETIME,
        "created_by": ModelOf(__package__, "UserObject"),
        "deleted_at": DATETIME,
        "disabled": BOOLEAN,
        "frozen": BOOLEAN,
        "hidden": BOOLEAN,
        "hide_messages_before": DATETIME,
        "id": STRING,
        "last_message_at": DATETIME,
        "member_count": INTEGER,
        "members": ListOf(ModelOf(__package__, "ChannelMember")),
        "mute_expires_at": DATETIME,
        "muted": BOOLEAN,
        "own_capabilities": ListOf(STRING),
        "team": STRING,
        "truncated_at": DATETIME,
        "truncated_by": ModelOf(__package__, "UserObject"),
        "type": STRING,
        "updated_at": DATETIME,
        "blocked": BOOLEAN,
        "filter_tags": ListOf(STRING),
        "message_count": INTEGER,
    }
