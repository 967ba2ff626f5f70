"""The model `EventListing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .event import Event

__all__ = ["EventListing"]


@model
class EventListing(Model):
    """
    Page of events. The position of the next page is found only inside nextUri.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    entities: list[Event] | None = None
    """Events of this page. The vendor documents no order."""
    next_uri: str | None = None
    """Address of the next page, relative to the API base. Its query value after is the cursor; there is no
    further page when it is missing, empty or without that value."""
    self_uri: str | None = None
    """Address of this page, relative to the API base."""
    previous_uri: str | None = None
    """Address of the previous page, relative to the API base."""

    _wire_names: ClassVar[dict[str, str]] = {
        "next_uri": "nextUri",
        "self_uri": "selfUri",
        "previous_uri": "previousUri",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "entities": ListOf(ModelOf(__package__, "Event")),
        "next_uri": STRING,
        "self_uri": STRING,
        "previous_uri": STRING,
    }
