"""The model `EventSession`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["EventSession"]


@model
class EventSession(Model):
    """
    Reference to the journey session an event belongs to.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    id: str | None = None
    """Identifier of the session, a UUID in text form."""
    name: str | None = None
    """Deprecated. Name of the session."""
    self_uri: str | None = None
    """Address of the session in the API."""
    type: str | None = None
    """Kind of the session, such as web or app."""

    _wire_names: ClassVar[dict[str, str]] = {
        "self_uri": "selfUri",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "name": STRING,
        "self_uri": STRING,
        "type": STRING,
    }
