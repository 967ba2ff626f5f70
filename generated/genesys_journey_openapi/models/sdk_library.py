"""The model `SdkLibrary`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["SdkLibrary"]


@model
class SdkLibrary(Model):
    """
    Tracking library inside the mobile app.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    name: str | None = None
    """Name of the tracking library."""
    version: str | None = None
    """Version of the tracking library as text."""

    _members: ClassVar[dict[str, Codec]] = {
        "name": STRING,
        "version": STRING,
    }
