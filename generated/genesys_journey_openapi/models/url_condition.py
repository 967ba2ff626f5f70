"""The model `UrlCondition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, EnumOf, ListOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .condition_operator import ConditionOperator

__all__ = ["UrlCondition"]


@model
class UrlCondition(Model):
    """
    Condition on the address of the page on which an action may be offered.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    values: list[str] | None = None
    """Address parts to compare with."""
    operator: ConditionOperator | None = None
    """Comparison to apply."""

    _members: ClassVar[dict[str, Codec]] = {
        "values": ListOf(STRING),
        "operator": EnumOf(__package__, "ConditionOperator"),
    }
