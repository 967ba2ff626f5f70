"""The model `CustomEventAttribute`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["CustomEventAttribute"]


@model
class CustomEventAttribute(Model):
    """
    Custom value that the tracked site or app attached to an event.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    data_type: str | None = None
    """Type the value had when it was reported, such as string, integer or boolean."""
    value: str | None = None
    """Value as text, whatever its type."""

    _wire_names: ClassVar[dict[str, str]] = {
        "data_type": "dataType",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "data_type": STRING,
        "value": STRING,
    }
