"""The model `ThresholdsRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .label_thresholds_request import LabelThresholdsRequest

__all__ = ["ThresholdsRequest"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .label_thresholds_request import LabelThresholdsRequest

        return {
            "explicit": ModelOf(LabelThresholdsRequest),
            "spam": ModelOf(LabelThresholdsRequest),
            "toxic": ModelOf(LabelThresholdsRequest),
        }
