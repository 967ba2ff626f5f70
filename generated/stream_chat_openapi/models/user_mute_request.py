"""The model `UserMuteRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import DATETIME, Codec, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .user_object_request import UserObjectRequest

__all__ = ["UserMuteRequest"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .user_object_request import UserObjectRequest

        return {
            "created_at": DATETIME,
            "expires": DATETIME,
            "target": ModelOf(UserObjectRequest),
            "updated_at": DATETIME,
            "user": ModelOf(UserObjectRequest),
        }
