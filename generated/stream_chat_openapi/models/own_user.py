"""The model `OwnUser`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_mute import ChannelMute
    from .device import Device
    from .push_notification_settings import PushNotificationSettings
    from .user_mute import UserMute

__all__ = ["OwnUser"]


@model
class OwnUser(Model):
    """
    The connected user's own, fuller record: devices, mutes and unread counts. Custom data is flat: every
    further key at this level is app-defined data and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    banned: bool | None = None
    """Whether the user is banned from the whole app."""
    channel_mutes: list[ChannelMute] | None = None
    """Channels the user has muted, with the expiry of each mute."""
    created_at: datetime | None = None
    """When the user was created."""
    deactivated_at: datetime | None = None
    """When the user was deactivated; absent while active."""
    deleted_at: datetime | None = None
    """When the user was deleted; absent while the user exists."""
    devices: list[Device] | None = None
    """Push devices registered for the user."""
    id: str | None = None
    """Id of the user, chosen by the app: letters, digits and `@ _ -`."""
    invisible: bool | None = None
    """Whether the user hides their online state from others."""
    language: str | None = None
    """Preferred language of the user, as a two-letter ISO 639-1 code."""
    last_active: datetime | None = None
    """When the user was last seen connected."""
    latest_hidden_channels: list[str] | None = None
    """Cids (`type:id`) of channels the user hid most recently."""
    mutes: list[UserMute] | None = None
    """Users this user has muted."""
    online: bool | None = None
    """Whether the user is connected right now."""
    push_notifications: PushNotificationSettings | None = None
    """Deprecated. Whether and until when the user wants no push notifications."""
    role: str | None = None
    """Role in the app that decides permissions, for example `user` or `admin`."""
    teams: list[str] | None = None
    """Teams the user belongs to, in apps with multi-tenancy switched on."""
    total_unread_count: int | None = None
    """Unread messages of the user over all channels."""
    unread_channels: int | None = None
    """Number of channels in which the user has unread messages."""
    unread_count: int | None = None
    """Unread messages of the user over all channels; older name of `total_unread_count`."""
    updated_at: datetime | None = None
    """When the user's data last changed."""
    avg_response_time: int | None = None
    """Average time the user takes to answer, in seconds."""
    blocked_user_ids: list[str] | None = None
    """Ids of the users this user has blocked."""
    image: str | None = None
    """Address of the user's picture."""
    name: str | None = None
    """Display name of the user."""
    revoke_tokens_issued_before: datetime | None = None
    """User tokens issued before this moment are refused, and so are tokens without an issue time."""
    teams_role: dict[str, str] | None = None
    """Role of the user, keyed by team."""
    total_unread_count_by_team: dict[str, int] | None = None
    """Unread messages of the user, keyed by team."""
    unread_threads: int | None = None
    """Number of threads in which the user has unread replies."""

    _members: ClassVar[dict[str, Codec]] = {
        "banned": BOOLEAN,
        "channel_mutes": ListOf(ModelOf(__package__, "ChannelMute")),
        "created_at": DATETIME,
        "deactivated_at": DATETIME,
        "deleted_at": DATETIME,
        "devices": ListOf(ModelOf(__package__, "Device")),
        "id": STRING,
        "invisible": BOOLEAN,
        "language": STRING,
        "last_active": DATETIME,
        "latest_hidden_channels": ListOf(STRING),
        "mutes": ListOf(ModelOf(__package__, "UserMute")),
        "online": BOOLEAN,
        "push_notifications": ModelOf(__package__, "PushNotificationSettings"),
        "role": STRING,
        "teams": ListOf(STRING),
        "total_unread_count": INTEGER,
        "unread_channels": INTEGER,
        "unread_count": INTEGER,
        "updated_at": DATETIME,
        "avg_response_time": INTEGER,
        "blocked_user_ids": ListOf(STRING),
        "image": STRING,
        "name": STRING,
        "revoke_tokens_issued_before": DATETIME,
        "teams_role": MapOf(STRING),
        "total_unread_count_by_team": MapOf(INTEGER),
        "unread_threads": INTEGER,
    }
