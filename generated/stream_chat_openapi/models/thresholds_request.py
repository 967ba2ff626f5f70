"""The model `ThresholdsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .label_thresholds_request import LabelThresholdsRequest

__all__ = ["ThresholdsRequest"]


@model
class ThresholdsRequest(Model):
    """
    Score limits of automatic moderation, one pair per label, as part of an event to send.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7.
    """

    explicit: LabelThresholdsRequest | None = None
    """Limits for the label explicit content."""
    spam: LabelThresholdsRequest | None = None
    """Limits for the label spam."""
    toxic: LabelThresholdsRequest | None = None
    """Limits for the label toxic content."""

    _members: ClassVar[dict[str, Codec]] = {
        "explicit": ModelOf(__package__, "LabelThresholdsRequest"),
        "spam": ModelOf(__package__, "LabelThresholdsRequest"),
        "toxic": ModelOf(__package__, "LabelThresholdsRequest"),
    }
