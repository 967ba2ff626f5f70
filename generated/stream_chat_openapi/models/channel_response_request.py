"""The model `ChannelResponseRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_config_with_info_request import ChannelConfigWithInfoRequest
    from .channel_member_request import ChannelMemberRequest
    from .user_object_request import UserObjectRequest

__all__ = ["ChannelResponseRequest"]


@model
class ChannelResponseRequest(Model):
    """
    Channel facts inside an event to send. Custom data is flat: every further key at this level is app-
    defined data and is kept.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    auto_translation_enabled: bool | None = None
    """Whether new messages in the channel are translated automatically."""
    auto_translation_language: str | None = None
    """Target language of automatic translation, as a two-letter ISO 639-1 code."""
    cid: str | None = None
    """Full id of the channel, its type and id joined by a colon."""
    config: ChannelConfigWithInfoRequest | None = None
    """Settings of the channel type as they apply to this channel."""
    cooldown: int | None = None
    """Slow mode: seconds a user has to wait between two messages; 0 or absent when off."""
    created_at: datetime | str | None = None
    """When the channel was created."""
    created_by: UserObjectRequest | None = None
    """User who created the channel."""
    deleted_at: datetime | str | None = None
    """When the channel was deleted; absent while it exists."""
    disabled: bool | None = None
    """Whether the channel is disabled: no message can be sent or read."""
    frozen: bool | None = None
    """Whether the channel is frozen: nobody can add messages or reactions."""
    hidden: bool | None = None
    """Whether the acting user has hidden the channel from their list."""
    hide_messages_before: datetime | str | None = None
    """Messages older than this moment are not shown to the acting user."""
    id: str | None = None
    """Id of the channel, unique within its type; at most 64 characters."""
    last_message_at: datetime | str | None = None
    """When the newest message of the channel was sent; absent for an empty channel."""
    member_count: int | None = None
    """Number of members of the channel."""
    members: list[ChannelMemberRequest] | None = None
    """Members of the channel; long lists are cut short."""
    mute_expires_at: datetime | str | None = None
    """When the acting user's mute of the channel ends; absent while the mute has no end."""
    muted: bool | None = None
    """Whether the acting user has muted the channel."""
    own_capabilities: list[str] | None = None
    """What the acting user may do in the channel, for example `send-message`."""
    team: str | None = None
    """Team the channel belongs to, in apps with multi-tenancy switched on."""
    truncated_at: datetime | str | None = None
    """When the channel was emptied; older messages are gone."""
    truncated_by: UserObjectRequest | None = None
    """User who emptied the channel."""
    type: str | None = None
    """Type of the channel, which decides its settings, for example `messaging`."""
    updated_at: datetime | str | None = None
    """When the channel's data last changed."""

    def __init__(
        self,
        *,
        auto_translation_enabled: bool | None = None,
        auto_translation_language: str | None = None,
        cid: str | None = None,
        config: ChannelConfigWithInfoRequest | None = None,
        cooldown: int | None = None,
        created_at: datetime | str | None = None,
        created_by: UserObjectRequest | None = None,
        deleted_at: datetime | str | None = None,
        disabled: bool | None = None,
        frozen: bool | None = None,
        hidden: bool | None = None,
        hide_messages_before: datetime | str | None = None,
        id: str | None = None,
        last_message_at: datetime | str | None = None,
        member_count: int | None = None,
        members: list[ChannelMemberRequest] | None = None,
        mute_expires_at: datetime | str | None = None,
        muted: bool | None = None,
        own_capabilities: list[str] | None = None,
        team: str | None = None,
        truncated_at: datetime | str | None = None,
        truncated_by: UserObjectRequest | None = None,
        type: str | None = None,
        updated_at: datetime | str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.auto_translation_enabled = auto_translation_enabled
        self.auto_translation_language = auto_translation_language
        self.cid = cid
        self.config = config
        self.cooldown = cooldown
        self.created_at = created_at
        self.created_by = created_by
        self.deleted_at = deleted_at
        self.disabled = disabled
        self.frozen = frozen
        self.hidden = hidden
        self.hide_messages_before = hide_messages_before
        self.id = id
        self.last_message_at = last_message_at
        self.member_count = member_count
        self.members = members
        self.mute_expires_at = mute_expires_at
        self.muted = muted
        self.own_capabilities = own_capabilities
        self.team = team
        self.truncated_at = truncated_at
        self.truncated_by = truncated_by
        self.type = type
        self.updated_at = updated_at
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "auto_translation_enabled": BOOLEAN,
        "auto_translation_language": STRING,
        "cid": STRING,
        "config": ModelOf(__package__, "ChannelConfigWithInfoRequest"),
        "cooldown": INTEGER,
        "created_at": DATETIME,
        "created_by": ModelOf(__package__, "UserObjectRequest"),
        "deleted_at": DATETIME,
        "disabled": BOOLEAN,
        "frozen": BOOLEAN,
        "hidden": BOOLEAN,
        "hide_messages_before": DATETIME,
        "id": STRING,
        "last_message_at": DATETIME,
        "member_count": INTEGER,
        "members": ListOf(ModelOf(__package__, "ChannelMemberRequest")),
        "mute_expires_at": DATETIME,
        "muted": BOOLEAN,
        "own_capabilities": ListOf(STRING),
        "team": STRING,
        "truncated_at": DATETIME,
        "truncated_by": ModelOf(__package__, "UserObjectRequest"),
        "type": STRING,
        "updated_at": DATETIME,
    }
