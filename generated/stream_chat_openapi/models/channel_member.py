"""The model `ChannelMember`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec, EnumOf, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_member_role import ChannelMemberRole
    from .user_object import UserObject

__all__ = ["ChannelMember"]


@model
class ChannelMember(Model):
    """
    Membership of one user in one channel.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3, Stream Chat webhook events guide.
    """

    ban_expires: datetime | None = None
    """When the ban ends; absent for a ban without end."""
    banned: bool | None = None
    """Whether the member is banned from this channel."""
    channel_role: str | None = None
    """Role that decides the member's permissions in this channel, such as `channel_member` or
    `channel_moderator`."""
    created_at: datetime | None = None
    """When the user became a member."""
    deleted_at: datetime | None = None
    """When the membership ended."""
    invite_accepted_at: datetime | None = None
    """When the user accepted the invitation to the channel."""
    invite_rejected_at: datetime | None = None
    """When the user declined the invitation to the channel."""
    invited: bool | None = None
    """Whether the user came into the channel by an invitation."""
    is_moderator: bool | None = None
    """Whether the member moderates the channel (older, role-less form)."""
    role: ChannelMemberRole | None = None
    """Older, coarse role of the member; `channel_role` is the one that decides permissions."""
    shadow_banned: bool | None = None
    """Whether the member is shadow banned: their messages are visible to nobody else, without notice."""
    updated_at: datetime | None = None
    """When the membership last changed."""
    user: UserObject | None = None
    """The user behind the membership."""
    user_id: str | None = None
    """Id of the user behind the membership."""
    archived_at: datetime | None = None
    """When the member archived the channel for themselves."""
    ban_from_future_channels: bool | None = None
    """Whether the ban also covers channels created later by the same user."""
    deleted_messages: list[str] | None = None
    """Ids of messages the member deleted for themselves only."""
    future_channel_ban_expires: datetime | None = None
    """When the ban from later channels ends."""
    notifications_muted: bool | None = None
    """Whether the member has switched off notifications for the channel."""
    pinned_at: datetime | None = None
    """When the member pinned the channel in their own list."""
    status: str | None = None
    """State of the membership as text, for example `member` or `pending`."""

    _members: ClassVar[dict[str, Codec]] = {
        "ban_expires": DATETIME,
        "banned": BOOLEAN,
        "channel_role": STRING,
        "created_at": DATETIME,
        "deleted_at": DATETIME,
        "invite_accepted_at": DATETIME,
        "invite_rejected_at": DATETIME,
        "invited": BOOLEAN,
        "is_moderator": BOOLEAN,
        "role": EnumOf(__package__, "ChannelMemberRole"),
        "shadow_banned": BOOLEAN,
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObject"),
        "user_id": STRING,
        "archived_at": DATETIME,
        "ban_from_future_channels": BOOLEAN,
        "deleted_messages": ListOf(STRING),
        "future_channel_ban_expires": DATETIME,
        "notifications_muted": BOOLEAN,
        "pinned_at": DATETIME,
        "status": STRING,
    }
