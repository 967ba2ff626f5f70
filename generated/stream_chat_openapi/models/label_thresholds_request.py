"""The model `LabelThresholdsRequest`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import NUMBER, Codec
from .._runtime.model import Model, model

__all__ = ["LabelThresholdsRequest"]


@model
class LabelThresholdsRequest(Model):
    """
    Score limits of one moderation label, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    block: float | None = None
    """Score from which a message is blocked, between 0 and 1."""
    flag: float | None = None
    """Score from which a message is flagged for review, between 0 and 1."""

    _members: ClassVar[dict[str, Codec]] = {
        "block": NUMBER,
        "flag": NUMBER,
    }
