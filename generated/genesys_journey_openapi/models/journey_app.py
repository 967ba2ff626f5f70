"""The model `JourneyApp`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["JourneyApp"]


@model
class JourneyApp(Model):
    """
    Mobile app that reported the event.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    name: str | None = None
    """Name of the app."""
    namespace: str | None = None
    """Package or bundle name of the app."""
    version: str | None = None
    """Version of the app as text."""
    build_number: str | None = None
    """Build number of the app as text."""

    _wire_names: ClassVar[dict[str, str]] = {
        "build_number": "buildNumber",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "name": STRING,
        "namespace": STRING,
        "version": STRING,
        "build_number": STRING,
    }
