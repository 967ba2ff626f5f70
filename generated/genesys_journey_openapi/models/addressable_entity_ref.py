"""The model `AddressableEntityRef`."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["AddressableEntityRef"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "id": STRING,
            "self_uri": STRING,
        }
