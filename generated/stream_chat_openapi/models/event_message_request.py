"""The model `EventMessageRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, EnumOf, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .attachment_request import AttachmentRequest
    from .message_type import MessageType
    from .reaction_request import ReactionRequest
    from .user_object_request import UserObjectRequest

__all__ = ["EventMessageRequest"]


@model
class EventMessageRequest(Model):
    """
    A message inside an event to send; only what the receivers need has to be filled. Custom data is flat:
    every further key at this level is app-defined data and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27.
    """

    attachments: list[AttachmentRequest] | None = None
    """Files, images, link previews and rich cards attached to the message, in display order."""
    before_message_send_failed: bool | None = None
    """True when the app's before-message-send hook failed or timed out for this message."""
    cid: str | None = None
    """Full id of the channel the message was sent to, `type:id`."""
    command: str | None = None
    """Name of the slash command that produced the message, without the slash."""
    created_at: datetime | str | None = None
    """When the message was sent."""
    deleted_at: datetime | str | None = None
    """When the message was deleted; absent while it exists."""
    html: str | None = None
    """The text as HTML; the server renders its own from `text`."""
    i18n: dict[str, str] | None = None
    """Translations of the text: keys such as `fr_text` for the text and `language` for the original language
    code."""
    id: str | None = None
    """Id of the message, unique in the app; a client may choose it, at most 255 characters."""
    image_labels: dict[str, list[str]] | None = None
    """Moderation labels found in the attached pictures, keyed by picture address."""
    latest_reactions: list[ReactionRequest] | None = None
    """The newest reactions to the message, of any user."""
    mentioned_users: list[UserObjectRequest] | None = None
    """Users mentioned in the message text."""
    mml: str | None = None
    """Message written in Stream's message markup language instead of plain text."""
    own_reactions: list[ReactionRequest] | None = None
    """Reactions to the message by the acting user."""
    parent_id: str | None = None
    """Id of the message whose thread this one replies to; absent outside threads."""
    pin_expires: datetime | str | None = None
    """When the message stops being pinned by itself; absent when it stays pinned."""
    pinned: bool | None = None
    """Whether the message is pinned in the channel."""
    pinned_at: datetime | str | None = None
    """When the message was pinned."""
    pinned_by: UserObjectRequest | None = None
    """User who pinned the message."""
    quoted_message: EventMessageRequest | None = None
    """The message this one quotes."""
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
    thread_participants: list[UserObjectRequest] | None = None
    """Users who took part in the thread under this message."""
    type: MessageType | str | None = None
    """Kind of message."""
    updated_at: datetime | str | None = None
    """When the message last changed in any way, reactions included."""
    user: UserObjectRequest | None = None
    """Author of the message."""

    def __init__(
        self,
        *,
        attachments: list[AttachmentRequest] | None = None,
        before_message_send_failed: bool | None = None,
        cid: str | None = None,
        command: str | None = None,
        created_at: datetime | str | None = None,
        deleted_at: datetime | str | None = None,
        html: str | None = None,
        i18n: dict[str, str] | None = None,
        id: str | None = None,
        image_labels: dict[str, list[str]] | None = None,
        latest_reactions: list[ReactionRequest] | None = None,
        mentioned_users: list[UserObjectRequest] | None = None,
        mml: str | None = None,
        own_reactions: list[ReactionRequest] | None = None,
        parent_id: str | None = None,
        pin_expires: datetime | str | None = None,
        pinned: bool | None = None,
        pinned_at: datetime | str | None = None,
        pinned_by: UserObjectRequest | None = None,
        quoted_message: EventMessageRequest | None = None,
        quoted_message_id: str | None = None,
        reaction_counts: dict[str, int] | None = None,
        reaction_scores: dict[str, int] | None = None,
        reply_count: int | None = None,
        shadowed: bool | None = None,
        show_in_channel: bool | None = None,
        silent: bool | None = None,
        text: str | None = None,
        thread_participants: list[UserObjectRequest] | None = None,
        type: MessageType | str | None = None,
        updated_at: datetime | str | None = None,
        user: UserObjectRequest | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.attachments = attachments
        self.before_message_send_failed = before_message_send_failed
        self.cid = cid
        self.command = command
        self.created_at = created_at
        self.deleted_at = deleted_at
        self.html = html
        self.i18n = i18n
        self.id = id
        self.image_labels = image_labels
        self.latest_reactions = latest_reactions
        self.mentioned_users = mentioned_users
        self.mml = mml
        self.own_reactions = own_reactions
        self.parent_id = parent_id
        self.pin_expires = pin_expires
        self.pinned = pinned
        self.pinned_at = pinned_at
        self.pinned_by = pinned_by
        self.quoted_message = quoted_message
        self.quoted_message_id = quoted_message_id
        self.reaction_counts = reaction_counts
        self.reaction_scores = reaction_scores
        self.reply_count = reply_count
        self.shadowed = shadowed
        self.show_in_channel = show_in_channel
        self.silent = silent
        self.text = text
        self.thread_participants = thread_participants
        self.type = type
        self.updated_at = updated_at
        self.user = user
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "attachments": ListOf(ModelOf(__package__, "AttachmentRequest")),
        "before_message_send_failed": BOOLEAN,
        "cid": STRING,
        "command": STRING,
        "created_at": DATETIME,
        "deleted_at": DATETIME,
        "html": STRING,
        "i18n": MapOf(STRING),
        "id": STRING,
        "image_labels": MapOf(ListOf(STRING)),
        "latest_reactions": ListOf(ModelOf(__package__, "ReactionRequest")),
        "mentioned_users": ListOf(ModelOf(__package__, "UserObjectRequest")),
        "mml": STRING,
        "own_reactions": ListOf(ModelOf(__package__, "ReactionRequest")),
        "parent_id": STRING,
        "pin_expires": DATETIME,
        "pinned": BOOLEAN,
        "pinned_at": DATETIME,
        "pinned_by": ModelOf(__package__, "UserObjectRequest"),
        "quoted_message": ModelOf(__package__, "EventMessageRequest"),
        "quoted_message_id": STRING,
        "reaction_counts": MapOf(INTEGER),
        "reaction_scores": MapOf(INTEGER),
        "reply_count": INTEGER,
        "shadowed": BOOLEAN,
        "show_in_channel": BOOLEAN,
        "silent": BOOLEAN,
        "text": STRING,
        "thread_participants": ListOf(ModelOf(__package__, "UserObjectRequest")),
        "type": EnumOf(__package__, "MessageType"),
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObjectRequest"),
    }
