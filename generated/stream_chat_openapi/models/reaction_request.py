"""The model `ReactionRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

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

    def __init__(
        self,
        *,
        type: str,
        message_id: str | None = None,
        score: int | None = None,
        user: UserObjectRequest | None = None,
        user_id: str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.message_id = message_id
        self.score = score
        self.type = type
        self.user = user
        self.user_id = user_id
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "message_id": STRING,
        "score": INTEGER,
        "type": STRING,
        "user": ModelOf(__package__, "UserObjectRequest"),
        "user_id": STRING,
    }
