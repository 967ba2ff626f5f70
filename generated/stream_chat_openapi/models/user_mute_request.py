"""The model `UserMuteRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_object_request import UserObjectRequest

__all__ = ["UserMuteRequest"]


@model
class UserMuteRequest(Model):
    """
    A user muted by another user, as part of an event to send.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7.
    """

    created_at: datetime | str | None = None
    """When the user was muted."""
    expires: datetime | str | None = None
    """When the mute ends by itself; absent for a mute without end."""
    target: UserObjectRequest | None = None
    """User who is muted."""
    updated_at: datetime | str | None = None
    """When the mute last changed."""
    user: UserObjectRequest | None = None
    """User who muted the other one."""

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "expires": DATETIME,
        "target": ModelOf(__package__, "UserObjectRequest"),
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObjectRequest"),
    }
