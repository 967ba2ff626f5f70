"""The model `ModerationResponse`."""

from __future__ import annotations

from typing import Any, ClassVar

from .._runtime.codecs import ANY, NUMBER, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["ModerationResponse"]


@model
class ModerationResponse(Model):
    """
    Verdict and scores of automatic moderation.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3.
    """

    action: str | None = None
    """Verdict of automatic moderation, as free text such as `flag` or `block`."""
    automod_response: Any = None
    """Deprecated. Raw answer of the moderation service; its shape depends on the service and is not documented."""
    explicit: float | None = None
    """Score for sexual or explicit content, between 0 and 1."""
    spam: float | None = None
    """Score for spam, between 0 and 1."""
    toxic: float | None = None
    """Score for toxic content, between 0 and 1."""

    _members: ClassVar[dict[str, Codec]] = {
        "action": STRING,
        "automod_response": ANY,
        "explicit": NUMBER,
        "spam": NUMBER,
        "toxic": NUMBER,
    }
