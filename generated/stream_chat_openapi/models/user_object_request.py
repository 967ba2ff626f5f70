"""The model `UserObjectRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .push_notification_settings_request import PushNotificationSettingsRequest

__all__ = ["UserObjectRequest"]


@model
class UserObjectRequest(Model):
    """
    A user as named in a request; the id alone is enough. Custom data is flat: every further key at this
    level is app-defined data and is kept.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3.
    """

    ban_expires: datetime | str | None = None
    """Deprecated. When the ban ends; absent for a ban without end."""
    banned: bool | None = None
    """Deprecated. Whether the user is banned from the whole app."""
    id: str
    """Id of the user, chosen by the app: letters, digits and `@ _ -`."""
    invisible: bool | None = None
    """Whether the user hides their online state from others."""
    language: str | None = None
    """Preferred language of the user, as a two-letter ISO 639-1 code."""
    push_notifications: PushNotificationSettingsRequest | None = None
    """Deprecated. Whether and until when the user wants no push notifications."""
    revoke_tokens_issued_before: datetime | str | None = None
    """Deprecated. User tokens issued before this moment are refused, and so are tokens without an issue time."""
    role: str | None = None
    """Role in the app that decides permissions, for example `user` or `admin`."""
    teams: list[str] | None = None
    """Teams the user belongs to, in apps with multi-tenancy switched on."""
    image: str | None = None
    """Address of the user's picture."""
    name: str | None = None
    """Display name of the user."""
    teams_role: dict[str, str] | None = None
    """Role of the user, keyed by team."""

    def __init__(
        self,
        *,
        id: str,
        ban_expires: datetime | str | None = None,
        banned: bool | None = None,
        invisible: bool | None = None,
        language: str | None = None,
        push_notifications: PushNotificationSettingsRequest | None = None,
        revoke_tokens_issued_before: datetime | str | None = None,
        role: str | None = None,
        teams: list[str] | None = None,
        image: str | None = None,
        name: str | None = None,
        teams_role: dict[str, str] | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.ban_expires = ban_expires
        self.banned = banned
        self.id = id
        self.invisible = invisible
        self.language = language
        self.push_notifications = push_notifications
        self.revoke_tokens_issued_before = revoke_tokens_issued_before
        self.role = role
        self.teams = teams
        self.image = image
        self.name = name
        self.teams_role = teams_role
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "ban_expires": DATETIME,
        "banned": BOOLEAN,
        "id": STRING,
        "invisible": BOOLEAN,
        "language": STRING,
        "push_notifications": ModelOf(__package__, "PushNotificationSettingsRequest"),
        "revoke_tokens_issued_before": DATETIME,
        "role": STRING,
        "teams": ListOf(STRING),
        "image": STRING,
        "name": STRING,
        "teams_role": MapOf(STRING),
    }
