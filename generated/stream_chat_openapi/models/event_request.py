"""The model `EventRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_member_request import ChannelMemberRequest
    from .channel_response_request import ChannelResponseRequest
    from .event_message_request import EventMessageRequest
    from .moderation_response_request import ModerationResponseRequest
    from .own_user_request import OwnUserRequest
    from .reaction_request import ReactionRequest
    from .user_object_request import UserObjectRequest

__all__ = ["EventRequest"]


@model
class EventRequest(Model):
    """
    Event to send to a channel. Custom data is flat: every further key at this level is app-defined data
    and is kept.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    automoderation: bool | None = None
    """Deprecated. Whether the event was caused by automatic moderation."""
    automoderation_scores: ModerationResponseRequest | None = None
    """Deprecated. Scores that automatic moderation gave the content this event is about."""
    channel: ChannelResponseRequest | None = None
    """Deprecated. State of the channel the event belongs to."""
    channel_id: str | None = None
    """Deprecated. Id of the channel the event belongs to, without the type prefix."""
    channel_type: str | None = None
    """Deprecated. Type of the channel the event belongs to, for example `messaging` or `livestream`."""
    cid: str | None = None
    """Deprecated. Full id of the channel, `type:id`; absent on events that belong to a user."""
    connection_id: str | None = None
    """Deprecated. Id of the socket connection the event was caused by or addressed to."""
    created_at: datetime | str | None = None
    """Deprecated. When the event happened; the server sets it itself."""
    created_by: UserObjectRequest | None = None
    """Deprecated. User who caused the event, on moderation events."""
    me: OwnUserRequest | None = None
    """Deprecated. The connected user with unread counts, devices and mutes; present on connection health events."""
    member: ChannelMemberRequest | None = None
    """Deprecated. Membership the event is about, for example the member that was added."""
    message: EventMessageRequest | None = None
    """Deprecated. Message the event is about."""
    parent_id: str | None = None
    """Id of the message whose thread the event belongs to, for example for typing inside a thread."""
    reaction: ReactionRequest | None = None
    """Deprecated. Reaction the event is about."""
    reason: str | None = None
    """Deprecated. Why it happened, in the words of the acting user, for example the reason of a ban."""
    team: str | None = None
    """Deprecated. Team of the channel, in apps with multi-tenancy switched on."""
    type: str
    """Kind of event: a built-in one such as `typing.start`, or a name of your own."""
    user: UserObjectRequest | None = None
    """Sender of the event; a server token must name the sender here or in `user_id`."""
    user_id: str | None = None
    """Id of the sender; a server token must name the sender here or in `user`."""
    watcher_count: int | None = None
    """Deprecated. Number of users watching the channel at that moment."""

    def __init__(
        self,
        *,
        type: str,
        automoderation: bool | None = None,
        automoderation_scores: ModerationResponseRequest | None = None,
        channel: ChannelResponseRequest | None = None,
        channel_id: str | None = None,
        channel_type: str | None = None,
        cid: str | None = None,
        connection_id: str | None = None,
        created_at: datetime | str | None = None,
        created_by: UserObjectRequest | None = None,
        me: OwnUserRequest | None = None,
        member: ChannelMemberRequest | None = None,
        message: EventMessageRequest | None = None,
        parent_id: str | None = None,
        reaction: ReactionRequest | None = None,
        reason: str | None = None,
        team: str | None = None,
        user: UserObjectRequest | None = None,
        user_id: str | None = None,
        watcher_count: int | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.automoderation = automoderation
        self.automoderation_scores = automoderation_scores
        self.channel = channel
        self.channel_id = channel_id
        self.channel_type = channel_type
        self.cid = cid
        self.connection_id = connection_id
        self.created_at = created_at
        self.created_by = created_by
        self.me = me
        self.member = member
        self.message = message
        self.parent_id = parent_id
        self.reaction = reaction
        self.reason = reason
        self.team = team
        self.type = type
        self.user = user
        self.user_id = user_id
        self.watcher_count = watcher_count
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "automoderation": BOOLEAN,
        "automoderation_scores": ModelOf(__package__, "ModerationResponseRequest"),
        "channel": ModelOf(__package__, "ChannelResponseRequest"),
        "channel_id": STRING,
        "channel_type": STRING,
        "cid": STRING,
        "connection_id": STRING,
        "created_at": DATETIME,
        "created_by": ModelOf(__package__, "UserObjectRequest"),
        "me": ModelOf(__package__, "OwnUserRequest"),
        "member": ModelOf(__package__, "ChannelMemberRequest"),
        "message": ModelOf(__package__, "EventMessageRequest"),
        "parent_id": STRING,
        "reaction": ModelOf(__package__, "ReactionRequest"),
        "reason": STRING,
        "team": STRING,
        "type": STRING,
        "user": ModelOf(__package__, "UserObjectRequest"),
        "user_id": STRING,
        "watcher_count": INTEGER,
    }
