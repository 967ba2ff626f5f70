"""The model `Criteria`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, STRING, Codec, EnumOf, ListOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .condition_operator import ConditionOperator

__all__ = ["Criteria"]


@model
class Criteria(Model):
    """
    Condition on one attribute of a visitor's actions.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    key: str | None = None
    """Name of the attribute that is looked at."""
    values: list[str] | None = None
    """Values to compare with."""
    should_ignore_case: bool | None = None
    """Whether upper and lower case count as equal."""
    operator: ConditionOperator | None = None
    """Comparison to apply."""

    _wire_names: ClassVar[dict[str, str]] = {
        "should_ignore_case": "shouldIgnoreCase",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "key": STRING,
        "values": ListOf(STRING),
        "should_ignore_case": BOOLEAN,
        "operator": EnumOf(__package__, "ConditionOperator"),
    }
