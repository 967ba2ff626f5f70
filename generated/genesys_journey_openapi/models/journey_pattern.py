"""The model `JourneyPattern`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import INTEGER, Codec, ListOf, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .criteria import Criteria

__all__ = ["JourneyPattern"]


@define(kw_only=True, repr=False)
class JourneyPattern(Model):
    """
    Set of conditions on actions of a visitor, and how often they must be met.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    criteria: list[Criteria] | None = None
    """Conditions that must all hold."""
    count: int | None = None
    """How many times the conditions must be met."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .criteria import Criteria

        return {
            "criteria": ListOf(ModelOf(Criteria)),
            "count": INTEGER,
        }
