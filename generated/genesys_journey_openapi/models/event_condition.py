"""The model `EventCondition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, EnumOf, ListOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .condition_operator import ConditionOperator

__all__ = ["EventCondition"]


@model
class EventCondition(Model):
    """
    Condition on the events of a visitor that triggers an action map.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    key: str | None = None
    """Name of the event attribute that is looked at."""
    values: list[str] | None = None
    """Values to compare with."""
    operator: ConditionOperator | None = None
    """Comparison to apply."""

    _members: ClassVar[dict[str, Codec]] = {
        "key": STRING,
        "values": ListOf(STRING),
        "operator": EnumOf(__package__, "ConditionOperator"),
    }
