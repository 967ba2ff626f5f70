"""The model `UserCustomEventRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .._runtime.codecs import DATETIME, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["UserCustomEventRequest"]


@model
class UserCustomEventRequest(Model):
    """
    Custom event for one user. Custom data is flat: every further key at this level is app-defined data
    and is kept.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3.
    """

    created_at: datetime | str | None = None
    """Deprecated. When the event happened; the server sets it itself."""
    type: str
    """Name of the event, chosen by the sender; must not contain a dot, which marks built-in kinds."""

    def __init__(
        self,
        *,
        type: str,
        created_at: datetime | str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.created_at = created_at
        self.type = type
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "created_at": DATETIME,
        "type": STRING,
    }
