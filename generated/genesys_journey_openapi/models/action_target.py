"""The model `ActionTarget`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["ActionTarget"]


@model
class ActionTarget(Model):
    """
    Reference to the group of agents an action leads to.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    id: str | None = None
    """Identifier of the action target, a UUID in text form."""
    name: str | None = None
    """Name of the action target."""
    self_uri: str | None = None
    """Address of the action target in the API."""

    _wire_names: ClassVar[dict[str, str]] = {
        "self_uri": "selfUri",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "name": STRING,
        "self_uri": STRING,
    }
