"""The model `ReactionRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_object_request import UserObjectRequest

__all__ = ["ReactionRequest"]


@model
class ReactionRequest(Model):
    """
    Reaction inside an event to send. Custom data is flat: every further key at this level is app-defined
    data and is kept.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    message_id: str | None = None
    """Id of the message that was reacted to."""
    score: int | None = None
    """Weight of the reaction; 1 unless the reaction type counts several, such as claps."""
    type: str
    """Kind of reaction, for example `like`; at most 30 characters."""
    user: UserObjectRequest | None = None
    """User on whose behalf the reaction is reported."""
    user_id: str | None = None
    """Id of the user on whose behalf the reaction is reported."""

    _members: ClassVar[dict[str, Codec]] = {
        "message_id": STRING,
        "score": INTEGER,
        "type": STRING,
        "user": ModelOf(__package__, "UserObjectRequest"),
        "user_id": STRING,
    }
