"""The model `JourneyPattern`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import INTEGER, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .criteria import Criteria

__all__ = ["JourneyPattern"]


@model
class JourneyPattern(Model):
    """
    Set of conditions on actions of a visitor, and how often they must be met.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    criteria: list[Criteria] | None = None
    """Conditions that must all hold."""
    count: int | None = None
    """How many times the conditions must be met."""

    _members: ClassVar[dict[str, Codec]] = {
        "criteria": ListOf(ModelOf(__package__, "Criteria")),
        "count": INTEGER,
    }
