"""The model `OwnUserRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .channel_mute_request import ChannelMuteRequest
    from .device_request import DeviceRequest
    from .push_notification_settings_request import PushNotificationSettingsRequest
    from .user_mute_request import UserMuteRequest

__all__ = ["OwnUserRequest"]


@model
class OwnUserRequest(Model):
    """
    The connected user's record inside an event to send. Custom data is flat: every further key at this
    level is app-defined data and is kept.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    banned: bool | None = None
    """Whether the user is banned from the whole app."""
    channel_mutes: list[ChannelMuteRequest] | None = None
    """Channels the user has muted, with the expiry of each mute."""
    created_at: datetime | str | None = None
    """When the user was created."""
    deactivated_at: datetime | str | None = None
    """When the user was deactivated; absent while active."""
    deleted_at: datetime | str | None = None
    """When the user was deleted; absent while the user exists."""
    devices: list[DeviceRequest] | None = None
    """Push devices registered for the user."""
    id: str | None = None
    """Id of the user, chosen by the app: letters, digits and `@ _ -`."""
    invisible: bool | None = None
    """Whether the user hides their online state from others."""
    language: str | None = None
    """Preferred language of the user, as a two-letter ISO 639-1 code."""
    last_active: datetime | str | None = None
    """When the user was last seen connected."""
    latest_hidden_channels: list[str] | None = None
    """Cids (`type:id`) of channels the user hid most recently."""
    mutes: list[UserMuteRequest] | None = None
    """Users this user has muted."""
    online: bool | None = None
    """Whether the user is connected right now."""
    push_notifications: PushNotificationSettingsRequest | None = None
    """Whether and until when the user wants no push notifications."""
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
    updated_at: datetime | str | None = None
    """When the user's data last changed."""

    def __init__(
        self,
        *,
        banned: bool | None = None,
        channel_mutes: list[ChannelMuteRequest] | None = None,
        created_at: datetime | str | None = None,
        deactivated_at: datetime | str | None = None,
        deleted_at: datetime | str | None = None,
        devices: list[DeviceRequest] | None = None,
        id: str | None = None,
        invisible: bool | None = None,
        language: str | None = None,
        last_active: datetime | str | None = None,
        latest_hidden_channels: list[str] | None = None,
        mutes: list[UserMuteRequest] | None = None,
        online: bool | None = None,
        push_notifications: PushNotificationSettingsRequest | None = None,
        role: str | None = None,
        teams: list[str] | None = None,
        total_unread_count: int | None = None,
        unread_channels: int | None = None,
        unread_count: int | None = None,
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
        self.banned = banned
        self.channel_mutes = channel_mutes
        self.created_at = created_at
        self.deactivated_at = deactivated_at
        self.deleted_at = deleted_at
        self.devices = devices
        self.id = id
        self.invisible = invisible
        self.language = language
        self.last_active = last_active
        self.latest_hidden_channels = latest_hidden_channels
        self.mutes = mutes
        self.online = online
        self.push_notifications = push_notifications
        self.role = role
        self.teams = teams
        self.total_unread_count = total_unread_count
        self.unread_channels = unread_channels
        self.unread_count = unread_count
        self.updated_at = updated_at
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "banned": BOOLEAN,
        "channel_mutes": ListOf(ModelOf(__package__, "ChannelMuteRequest")),
        "created_at": DATETIME,
        "deactivated_at": DATETIME,
        "deleted_at": DATETIME,
        "devices": ListOf(ModelOf(__package__, "DeviceRequest")),
        "id": STRING,
        "invisible": BOOLEAN,
        "language": STRING,
        "last_active": DATETIME,
        "latest_hidden_channels": ListOf(STRING),
        "mutes": ListOf(ModelOf(__package__, "UserMuteRequest")),
        "online": BOOLEAN,
        "push_notifications": ModelOf(__package__, "PushNotificationSettingsRequest"),
        "role": STRING,
        "teams": ListOf(STRING),
        "total_unread_count": INTEGER,
        "unread_channels": INTEGER,
        "unread_count": INTEGER,
        "updated_at": DATETIME,
    }
