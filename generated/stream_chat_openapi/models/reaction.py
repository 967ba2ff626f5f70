"""The model `Reaction`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_object import UserObject

__all__ = ["Reaction"]


@model
class Reaction(Model):
    """
    One user's reaction to one message. Custom data is flat: every further key at this level is app-
    defined data and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    created_at: datetime | None = None
    """When the reaction was added."""
    message_id: str | None = None
    """Id of the message that was reacted to."""
    score: int | None = None
    """Weight of the reaction; 1 unless the reaction type counts several, such as claps."""
    type: str | None = None
    """Kind of reaction, for example `like`; at most 30 characters."""
    updated_at: datetime | None = None
    """When the reaction last changed."""
    user: UserObject | None = None
    """User who reacted."""
    user_id: str | None = None
    """Id of the user who reacted."""

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "message_id": STRING,
        "score": INTEGER,
        "type": STRING,
        "updated_at": DATETIME,
        "user": ModelOf(__package__, "UserObject"),
        "user_id": STRING,
    }
