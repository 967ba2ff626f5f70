"""The model `Event`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_member import ChannelMember
    from .channel_response import ChannelResponse
    from .message import Message
    from .moderation_response import ModerationResponse
    from .own_user import OwnUser
    from .reaction import Reaction
    from .request_info import RequestInfo
    from .user_object import UserObject

__all__ = ["Event"]


@model
class Event(Model):
    """
    Something that happened in a channel or to a user; which members are filled depends on `type`. Custom
    data is flat: every further key at this level is app-defined data and is kept.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat webhook events guide.
    """

    automoderation: bool | None = None
    """Whether the event was caused by automatic moderation."""
    automoderation_scores: ModerationResponse | None = None
    """Scores that automatic moderation gave the content this event is about."""
    channel: ChannelResponse | None = None
    """State of the channel the event belongs to."""
    channel_id: str | None = None
    """Id of the channel the event belongs to, without the type prefix."""
    channel_type: str | None = None
    """Type of the channel the event belongs to, for example `messaging` or `livestream`."""
    cid: str | None = None
    """Full id of the channel, `type:id`; absent on events that belong to a user."""
    connection_id: str | None = None
    """Id of the socket connection the event was caused by or addressed to."""
    created_at: datetime | None = None
    """When the event happened, RFC 3339 with up to nanoseconds; keep the text when using it as a checkpoint."""
    created_by: UserObject | None = None
    """User who caused the event, on moderation events."""
    me: OwnUser | None = None
    """The connected user with unread counts, devices and mutes; present on connection health events."""
    member: ChannelMember | None = None
    """Membership the event is about, for example the member that was added."""
    message: Message | None = None
    """Message the event is about."""
    parent_id: str | None = None
    """Id of the message whose thread the event belongs to."""
    reaction: Reaction | None = None
    """Reaction the event is about."""
    reason: str | None = None
    """Why it happened, in the words of the acting user, for example the reason of a ban."""
    team: str | None = None
    """Team of the channel, in apps with multi-tenancy switched on."""
    type: str | None = None
    """What happened, for example `message.new` or `typing.start`; custom kinds are free text."""
    user: UserObject | None = None
    """User the event comes from or is about."""
    user_id: str | None = None
    """Id of the user the event comes from or is about."""
    watcher_count: int | None = None
    """Number of users watching the channel at that moment."""
    channel_last_message_at: datetime | None = None
    """When the newest message of the channel was sent."""
    members: list[ChannelMember] | None = None
    """Members of the channel, at most 50, on message and channel events sent to hooks."""
    received_at: datetime | None = None
    """When the server took the event in."""
    request_info: RequestInfo | None = None
    """Facts about the API call that caused the event, on events sent to hooks."""
    thread_id: str | None = None
    """Id of the thread the event belongs to."""

    _members: ClassVar[dict[str, Codec]] = {
        "automoderation": BOOLEAN,
        "automoderation_scores": ModelOf(__package__, "ModerationResponse"),
        "channel": ModelOf(__package__, "ChannelResponse"),
        "channel_id": STRING,
        "channel_type": STRING,
        "cid": STRING,
        "connection_id": STRING,
        "created_at": DATETIME,
        "created_by": ModelOf(__package__, "UserObject"),
        "me": ModelOf(__package__, "OwnUser"),
        "member": ModelOf(__package__, "ChannelMember"),
        "message": ModelOf(__package__, "Message"),
        "parent_id": STRING,
        "reaction": ModelOf(__package__, "Reaction"),
        "reason": STRING,
        "team": STRING,
        "type": STRING,
        "user": ModelOf(__package__, "UserObject"),
        "user_id": STRING,
        "watcher_count": INTEGER,
        "channel_last_message_at": DATETIME,
        "members": ListOf(ModelOf(__package__, "ChannelMember")),
        "received_at": DATETIME,
        "request_info": ModelOf(__package__, "RequestInfo"),
        "thread_id": STRING,
    }
