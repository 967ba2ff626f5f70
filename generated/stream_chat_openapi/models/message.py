"""The model `Message`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, EnumOf, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .attachment import Attachment
    from .message_type import MessageType
    from .reaction import Reaction
    from .user_object import UserObject

__all__ = ["Message"]


@model
class Message(Model):
    """
    A message in a channel, with its reactions and thread facts. Custom data is flat: every further key at
    this level is app-defined data and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3, Stream Chat webhook events guide.
    """

    attachments: list[Attachment] | None = None
    """Files, images, link previews and rich cards attached to the message, in display order."""
    before_message_send_failed: bool | None = None
    """Deprecated. True when the app's before-message-send hook failed or timed out for this message."""
    cid: str | None = None
    """Full id of the channel the message was sent to, `type:id`."""
    command: str | None = None
    """Name of the slash command that produced the message, without the slash."""
    created_at: datetime | None = None
    """When the message was sent."""
    deleted_at: datetime | None = None
    """When the message was deleted; absent while it exists."""
    html: str | None = None
    """The message text rendered as safe HTML by the server."""
    i18n: dict[str, str] | None = None
    """Translations of the text: keys such as `fr_text` for the text and `language` for the original language
    code."""
    id: str | None = None
    """Id of the message, unique in the app; a client may choose it, at most 255 characters."""
    image_labels: dict[str, list[str]] | None = None
    """Moderation labels found in the attached pictures, keyed by picture address."""
    latest_reactions: list[Reaction] | None = None
    """The newest reactions to the message, of any user."""
    mentioned_users: list[UserObject] | None = None
    """Users mentioned in the message text."""
    mml: str | None = None
    """Message written in Stream's message markup language instead of plain text."""
    own_reactions: list[Reaction] | None = None
    """Reactions to the message by the acting user."""
    parent_id: str | None = None
    """Id of the message whose thread this one replies to; absent outside threads."""
    pin_expires: datetime | None = None
    """When the message stops being pinned by itself; absent when it stays pinned."""
    pinned: bool | None = None
    """Whether the message is pinned in the channel."""
    pinned_at: datetime | None = None
    """When the message was pinned."""
    pinned_by: UserObject | None = None
    """User who pinned the message."""
    quoted_message: Message | None = None
    """The message this one quotes, if any; null when that message is gone."""
    quoted_message_id: str | None = None
    """Id of the quoted message."""
    reaction_counts: dict[str, int] | None = None
    """Number of reactions, keyed by reaction type."""
    reaction_scores: dict[str, int] | None = None
    """Sum of reaction scores, keyed by reaction type."""
    reply_count: int | None = None
    """Number of replies in the thread started by this message."""
    shadowed: bool | None = None
    """Whether the message comes from a shadow banned user and is hidden from everybody else."""
    show_in_channel: bool | None = None
    """Whether a thread reply is also shown in the main channel."""
    silent: bool | None = None
    """Whether the message leaves unread counts alone and triggers no push."""
    text: str | None = None
    """Text of the message as written."""
    thread_participants: list[UserObject] | None = None
    """Users who took part in the thread under this message."""
    type: MessageType | None = None
    """Kind of message."""
    updated_at: datetime | None = None
    """When the message last changed in any way, reactions included."""
    user: UserObject | None = None
    """Author of the message."""
    deleted_for_me: bool | None = None
    """Whether the acting user deleted the message for themselves only."""
    deleted_reply_count: int | None = None
    """Number of deleted replies in the thread."""
    mentioned_channel: bool | None = None
    """Whether the message mentions everybody in the channel."""
    mentioned_group_ids: list[str] | None = None
    """Ids of the user groups mentioned in the message."""
    mentioned_here: bool | None = None
    """Whether the message mentions everybody who is online in the channel."""
    mentioned_roles: list[str] | None = None
    """Roles mentioned in the message."""
    message_text_updated_at: datetime | None = None
    """When the text itself was last edited."""
    poll_id: str | None = None
    """Id of the poll the message carries."""
    restricted_visibility: list[str] | None = None
    """Ids of the only users who can see the message; empty when everybody can."""

    _members: ClassVar[dict[str, Codec]] = {
        "attachments": ListOf(ModelOf(__package__, "Attachment")),
        "before_message_send_failed": BOOLEAN,
        "cid": STRING,
        "command": STRING,
        "created_at": DATETIME,
        "deleted_at": DATETIME,
        "html": STRING,
        "i18n": MapOf(STRING),
        "id": STRING,
        "image_labels": MapOf(ListOf(STRING)),
        "latest_reactions": ListOf(ModelOf(__package__, "Reaction")),
        "mentioned_users": ListOf(ModelOf(__package__, "UserObject")),
        "mml": STRING,
        "own_reactions": ListOf(ModelOf(__package__, "Reaction")),
        "parent_id": STRING,
        "pin_expires": DATETIME,
        "pinned": BOOLEAN,
        "pinned_at": DATETIME,
        "pinned_by": ModelOf(__package__, "UserObject"),
        "quoted_message": ModelOf(__package__, "Message"),
        "quoted_message_id": STRING,
        "reaction_counts": MapOf(INTEGER),
        "reaction_scores": MapOf(INTEGER),
        "reply_count": INTEGER,
        "shadowed": BOOLEAN,
        "show_in_channel": BOOLEAN,
        "silent": BOOLEAN,
        "text": STRING,
        "thread_participants": ListOf(ModelOf(__package__, "UserObject")),
        "type": EnumOf(__package__, "MessageType"),
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObject"),
        "deleted_for_me": BOOLEAN,
        "deleted_reply_count": INTEGER,
        "mentioned_channel": BOOLEAN,
        "mentioned_group_ids": ListOf(STRING),
        "mentioned_here": BOOLEAN,
        "mentioned_roles": ListOf(STRING),
        "message_text_updated_at": DATETIME,
        "poll_id": STRING,
        "restricted_visibility": ListOf(STRING),
    }
