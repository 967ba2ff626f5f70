"""The model `UserObject`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .device import Device
    from .push_notification_settings import PushNotificationSettings

__all__ = ["UserObject"]


@model
class UserObject(Model):
    """
    A chat user as others see them. Custom data is flat: every further key at this level is app-defined
    data and is kept.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat webhook events guide.
    """

    ban_expires: datetime | None = None
    """When the ban ends; absent for a ban without end."""
    banned: bool | None = None
    """Whether the user is banned from the whole app."""
    created_at: datetime | None = None
    """When the user was created."""
    deactivated_at: datetime | None = None
    """When the user was deactivated; absent while active."""
    deleted_at: datetime | None = None
    """When the user was deleted; absent while the user exists."""
    id: str | None = None
    """Id of the user, chosen by the app: letters, digits and `@ _ -`."""
    invisible: bool | None = None
    """Whether the user hides their online state from others."""
    language: str | None = None
    """Preferred language of the user, as a two-letter ISO 639-1 code."""
    last_active: datetime | None = None
    """When the user was last seen connected."""
    online: bool | None = None
    """Whether the user is connected right now."""
    push_notifications: PushNotificationSettings | None = None
    """Whether and until when the user wants no push notifications."""
    revoke_tokens_issued_before: datetime | None = None
    """User tokens issued before this moment are refused, and so are tokens without an issue time."""
    role: str | None = None
    """Role in the app that decides permissions, for example `user` or `admin`."""
    teams: list[str] | None = None
    """Teams the user belongs to, in apps with multi-tenancy switched on."""
    updated_at: datetime | None = None
    """When the user's data last changed."""
    avg_response_time: int | None = None
    """Average time the user takes to answer, in seconds."""
    blocked_user_ids: list[str] | None = None
    """Ids of the users this user has blocked."""
    bypass_moderation: bool | None = None
    """Whether the user's content skips moderation."""
    channel_last_read_at: datetime | None = None
    """When the user last read the channel of the event, on events sent to hooks."""
    channel_unread_count: int | None = None
    """Unread messages of the user in the channel of the event, on events sent to hooks."""
    devices: list[Device] | None = None
    """Push devices registered for the user."""
    image: str | None = None
    """Address of the user's picture."""
    name: str | None = None
    """Display name of the user."""
    shadow_banned: bool | None = None
    """Whether the user is shadow banned: their messages are visible to nobody else, without notice."""
    teams_role: dict[str, str] | None = None
    """Role of the user, keyed by team."""
    total_unread_count: int | None = None
    """Unread messages of the user over all channels."""
    unread_channels: int | None = None
    """Number of channels in which the user has unread messages."""
    unread_count: int | None = None
    """Unread messages of the user over all channels; older name of `total_unread_count`."""

    _members: ClassVar[dict[str, Codec]] = {
        "ban_expires": DATETIME,
        "banned": BOOLEAN,
        "created_at": DATETIME,
        "deactivated_at": DATETIME,
        "deleted_at": DATETIME,
        "id": STRING,
        "invisible": BOOLEAN,
        "language": STRING,
        "last_active": DATETIME,
        "online": BOOLEAN,
        "push_notifications": ModelOf(__package__, "PushNotificationSettings"),
        "revoke_tokens_issued_before": DATETIME,
        "role": STRING,
        "teams": ListOf(STRING),
        "updated_at": DATETIME,
        "avg_response_time": INTEGER,
        "blocked_user_ids": ListOf(STRING),
        "bypass_moderation": BOOLEAN,
        "channel_last_read_at": DATETIME,
        "channel_unread_count": INTEGER,
        "devices": ListOf(ModelOf(__package__, "Device")),
        "image": STRING,
        "name": STRING,
        "shadow_banned": BOOLEAN,
        "teams_role": MapOf(STRING),
        "total_unread_count": INTEGER,
        "unread_channels": INTEGER,
        "unread_count": INTEGER,
    }
