"""The model `AddressableEntityRef`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["AddressableEntityRef"]


@model
class AddressableEntityRef(Model):
    """
    Reference to another object of the platform by id and address.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    id: str | None = None
    """Identifier of the object referred to, a UUID in text form."""
    self_uri: str | None = None
    """Address of the object in the API."""

    _wire_names: ClassVar[dict[str, str]] = {
        "self_uri": "selfUri",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "self_uri": STRING,
    }
