"""The model `ChannelConfigWithInfo`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, EnumOf, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .automod_mode import AutomodMode
    from .command import Command
    from .moderation_behavior import ModerationBehavior
    from .push_level import PushLevel
    from .thresholds import Thresholds

__all__ = ["ChannelConfigWithInfo"]


@model
class ChannelConfigWithInfo(Model):
    """
    Settings of a channel type, with its slash commands spelled out.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    automod: AutomodMode | None = None
    """How automatic moderation is run for the channel type."""
    automod_behavior: ModerationBehavior | None = None
    """What happens to a message that automatic moderation objects to."""
    automod_thresholds: Thresholds | None = None
    """Score limits, one pair per label, above which AI moderation acts."""
    blocklist: str | None = None
    """Name of the word list that messages are checked against."""
    blocklist_behavior: ModerationBehavior | None = None
    """What happens to a message that contains a word of the list."""
    commands: list[Command] | None = None
    """Slash commands available in channels of this type."""
    connect_events: bool | None = None
    """Whether watchers are told when users connect to or leave the channel."""
    created_at: datetime | None = None
    """When the channel type was created."""
    custom_events: bool | None = None
    """Whether custom events may be sent to channels of this type."""
    grants: dict[str, list[str]] | None = None
    """Permission names granted, keyed by role."""
    max_message_length: int | None = None
    """Longest message text allowed, in characters; never above 20000."""
    message_retention: str | None = None
    """How long messages are kept: `infinite`, or a number of days as text."""
    mutes: bool | None = None
    """Whether users may mute each other in channels of this type."""
    name: str | None = None
    """Name of the channel type, for example `messaging`."""
    push_notifications: bool | None = None
    """Whether new messages trigger push notifications."""
    quotes: bool | None = None
    """Whether a message may quote another one."""
    reactions: bool | None = None
    """Whether reactions to messages are allowed."""
    read_events: bool | None = None
    """Whether read state is tracked and read events are sent."""
    reminders: bool | None = None
    """Whether unread reminders are sent for channels of this type."""
    replies: bool | None = None
    """Whether threads are allowed."""
    search: bool | None = None
    """Whether messages can be searched."""
    typing_events: bool | None = None
    """Whether typing.start and typing.stop are sent."""
    updated_at: datetime | None = None
    """When the settings of the channel type last changed."""
    uploads: bool | None = None
    """Whether files and images may be uploaded."""
    url_enrichment: bool | None = None
    """Whether links in messages get a preview."""
    allowed_flag_reasons: list[str] | None = None
    """Reasons a user may choose from when flagging a message."""
    count_messages: bool | None = None
    """Whether the channel keeps a count of its messages."""
    delivery_events: bool | None = None
    """Whether delivery receipts are sent."""
    mark_messages_pending: bool | None = None
    """Whether new messages stay pending until they are committed by the server side."""
    partition_size: int | None = None
    """Number of messages kept in one partition of a very large channel."""
    partition_ttl: str | None = None
    """How long a partition of a very large channel is kept, as duration text."""
    polls: bool | None = None
    """Whether polls are allowed."""
    push_level: PushLevel | None = None
    """Which messages trigger a push by default."""
    shared_locations: bool | None = None
    """Whether users may share their location."""
    skip_last_msg_update_for_system_msgs: bool | None = None
    """Whether system messages leave the channel's last message time alone."""
    user_message_reminders: bool | None = None
    """Whether users may set themselves reminders on messages."""

    _members: ClassVar[dict[str, Codec]] = {
        "automod": EnumOf(__package__, "AutomodMode"),
        "automod_behavior": EnumOf(__package__, "ModerationBehavior"),
        "automod_thresholds": ModelOf(__package__, "Thresholds"),
        "blocklist": STRING,
        "blocklist_behavior": EnumOf(__package__, "ModerationBehavior"),
        "commands": ListOf(ModelOf(__package__, "Command")),
        "connect_events": BOOLEAN,
        "created_at": DATETIME,
        "custom_events": BOOLEAN,
        "grants": MapOf(ListOf(STRING)),
        "max_message_length": INTEGER,
        "message_retention": STRING,
        "mutes": BOOLEAN,
        "name": STRING,
        "push_notifications": BOOLEAN,
        "quotes": BOOLEAN,
        "reactions": BOOLEAN,
        "read_events": BOOLEAN,
        "reminders": BOOLEAN,
        "replies": BOOLEAN,
        "search": BOOLEAN,
        "typing_events": BOOLEAN,
        "updated_at": DATETIME,
        "uploads": BOOLEAN,
        "url_enrichment": BOOLEAN,
        "allowed_flag_reasons": ListOf(STRING),
        "count_messages": BOOLEAN,
        "delivery_events": BOOLEAN,
        "mark_messages_pending": BOOLEAN,
        "partition_size": INTEGER,
        "partition_ttl": STRING,
        "polls": BOOLEAN,
        "push_level": EnumOf(__package__, "PushLevel"),
        "shared_locations": BOOLEAN,
        "skip_last_msg_update_for_system_msgs": BOOLEAN,
        "user_message_reminders": BOOLEAN,
    }
