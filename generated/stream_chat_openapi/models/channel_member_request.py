"""The model `ChannelMemberRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec, EnumOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_member_role import ChannelMemberRole
    from .user_object_request import UserObjectRequest

__all__ = ["ChannelMemberRequest"]


@model
class ChannelMemberRequest(Model):
    """
    Membership inside an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    ban_expires: datetime | str | None = None
    """When the ban ends; absent for a ban without end."""
    banned: bool | None = None
    """Whether the member is banned from this channel."""
    channel_role: str | None = None
    """Role that decides the member's permissions in this channel, such as `channel_member` or
    `channel_moderator`."""
    created_at: datetime | str | None = None
    """When the user became a member."""
    deleted_at: datetime | str | None = None
    """When the membership ended."""
    invite_accepted_at: datetime | str | None = None
    """When the user accepted the invitation to the channel."""
    invite_rejected_at: datetime | str | None = None
    """When the user declined the invitation to the channel."""
    invited: bool | None = None
    """Whether the user came into the channel by an invitation."""
    is_moderator: bool | None = None
    """Whether the member moderates the channel (older, role-less form)."""
    role: ChannelMemberRole | str | None = None
    """Older, coarse role of the member; `channel_role` is the one that decides permissions."""
    shadow_banned: bool | None = None
    """Whether the member is shadow banned: their messages are visible to nobody else, without notice."""
    updated_at: datetime | str | None = None
    """When the membership last changed."""
    user: UserObjectRequest | None = None
    """The user behind the membership."""
    user_id: str | None = None
    """Id of the user behind the membership."""

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
        "user": ModelOf(__package__, "UserObjectRequest"),
        "user_id": STRING,
    }
