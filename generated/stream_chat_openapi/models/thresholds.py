"""The model `Thresholds`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .label_thresholds import LabelThresholds

__all__ = ["Thresholds"]


@model
class Thresholds(Model):
    """
    Score limits of automatic moderation, one pair per label.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3,
    GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    explicit: LabelThresholds | None = None
    """Limits for the label explicit content."""
    spam: LabelThresholds | None = None
    """Limits for the label spam."""
    toxic: LabelThresholds | None = None
    """Limits for the label toxic content."""

    _members: ClassVar[dict[str, Codec]] = {
        "explicit": ModelOf(__package__, "LabelThresholds"),
        "spam": ModelOf(__package__, "LabelThresholds"),
        "toxic": ModelOf(__package__, "LabelThresholds"),
    }
