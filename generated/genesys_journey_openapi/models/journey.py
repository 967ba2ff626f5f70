"""The model `Journey`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .journey_pattern import JourneyPattern

__all__ = ["Journey"]


@model
class Journey(Model):
    """
    Conditions on what a visitor did. One matching pattern is enough.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    patterns: list[JourneyPattern] | None = None
    """Alternatives of which one must match."""

    _members: ClassVar[dict[str, Codec]] = {
        "patterns": ListOf(ModelOf(__package__, "JourneyPattern")),
    }
