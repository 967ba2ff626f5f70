"""The model `ContextPattern`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .entity_type_criteria import EntityTypeCriteria

__all__ = ["ContextPattern"]


@model
class ContextPattern(Model):
    """
    Set of conditions on a visit that must all hold together.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    criteria: list[EntityTypeCriteria] | None = None
    """Conditions that must all hold."""

    _members: ClassVar[dict[str, Codec]] = {
        "criteria": ListOf(ModelOf(__package__, "EntityTypeCriteria")),
    }
