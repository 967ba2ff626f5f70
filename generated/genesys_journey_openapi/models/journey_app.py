"""The model `JourneyApp`."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["JourneyApp"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "name": STRING,
            "namespace": STRING,
            "version": STRING,
            "build_number": STRING,
        }
