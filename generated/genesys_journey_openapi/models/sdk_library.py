"""The model `SdkLibrary`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["SdkLibrary"]


@define(kw_only=True, repr=False)
class SdkLibrary(Model):
    """
    Tracking library inside the mobile app.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    name: str | None = None
    """Name of the tracking library."""
    version: str | None = None
    """Version of the tracking library as text."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "name": STRING,
            "version": STRING,
        }
