"""The model `UserMute`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_object import UserObject

__all__ = ["UserMute"]


@model
class UserMute(Model):
    """
    A user muted by another user.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    created_at: datetime | None = None
    """When the user was muted."""
    expires: datetime | None = None
    """When the mute ends by itself; absent for a mute without end."""
    target: UserObject | None = None
    """User who is muted."""
    updated_at: datetime | None = None
    """When the mute last changed."""
    user: UserObject | None = None
    """User who muted the other one."""

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "expires": DATETIME,
        "target": ModelOf(__package__, "UserObject"),
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObject"),
    }
