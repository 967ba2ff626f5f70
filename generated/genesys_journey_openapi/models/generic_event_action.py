"""The model `GenericEventAction`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, STRING, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .event_action_media_type import EventActionMediaType
    from .event_action_state import EventActionState

__all__ = ["GenericEventAction"]


@model
class GenericEventAction(Model):
    """
    Action of a generic action event and how far it got.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    id: str | None = None
    """Identifier of the action, a UUID in text form."""
    state: EventActionState | None = None
    """How far the action got."""
    media_type: EventActionMediaType | None = None
    """Channel the action uses."""
    prompt: str | None = None
    """Text with which the action was offered."""
    media_address: str | None = None
    """Address the visitor was contacted at."""
    created_date: datetime | None = None
    """Moment the action was created, in ISO 8601 form."""

    _wire_names: ClassVar[dict[str, str]] = {
        "media_type": "mediaType",
        "media_address": "mediaAddress",
        "created_date": "createdDate",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "state": EnumOf(__package__, "EventActionState"),
        "media_type": EnumOf(__package__, "EventActionMediaType"),
        "prompt": STRING,
        "media_address": STRING,
        "created_date": DATETIME,
    }
