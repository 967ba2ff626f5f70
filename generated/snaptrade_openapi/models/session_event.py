"""The model `SessionEvent`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from .._runtime.codecs import INTEGER, STRING, UUID_TEXT, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .session_event_type import SessionEventType

__all__ = ["SessionEvent"]


@model
class SessionEvent(Model):
    """
    Step of a user's visit to the Connection Portal.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    id: UUID | None = None
    """UUID of the event."""
    session_event_type: SessionEventType | None = None
    """Kind of step this event records."""
    session_id: UUID | None = None
    """UUID of the Connection Portal session the event belongs to."""
    user_id: str | None = None
    """User who opened the session, by the partner's identifier."""
    created_date: str | None = None
    """Moment of the event as ISO 8601 text."""
    brokerage_status_code: int | None = None
    """HTTP status with which the brokerage answered SnapTrade, or null when it was not asked."""
    brokerage_authorization_id: UUID | None = None
    """Connection the session led to. It can be missing while there is none."""

    _members: ClassVar[dict[str, Codec]] = {
        "id": UUID_TEXT,
        "session_event_type": EnumOf(__package__, "SessionEventType"),
        "session_id": UUID_TEXT,
        "user_id": STRING,
        "created_date": STRING,
        "brokerage_status_code": INTEGER,
        "brokerage_authorization_id": UUID_TEXT,
    }
