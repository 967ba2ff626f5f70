"""The model `JourneySegment`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .context import Context
    from .journey import Journey

__all__ = ["JourneySegment"]


@model
class JourneySegment(Model):
    """
    Configuration of a segment, which is a named group of visitors with common traits or behaviour.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    id: str | None = None
    """Identifier of the segment, a UUID in text form."""
    name: str | None = None
    """Internal name of the segment."""
    is_active: bool | None = None
    """Whether the segment is in use."""
    display_name: str | None = None
    """Name of the segment to show to people."""
    version: int | None = None
    """Revision number of the segment, raised by each change."""
    description: str | None = None
    """Explanation of what the segment is for."""
    color: str | None = None
    """Colour the segment is shown in, as a hexadecimal RGB value."""
    should_display_to_agent: bool | None = None
    """Whether agents see the segment."""
    context: Context | None = None
    """Conditions on the visitor or the visit."""
    journey: Journey | None = None
    """Conditions on what the visitor did."""
    self_uri: str | None = None
    """Address of the segment in the API."""
    created_date: datetime | None = None
    """Moment the segment was created, in ISO 8601 form."""
    modified_date: datetime | None = None
    """Moment the segment last changed, in ISO 8601 form."""

    _wire_names: ClassVar[dict[str, str]] = {
        "is_active": "isActive",
        "display_name": "displayName",
        "should_display_to_agent": "shouldDisplayToAgent",
        "self_uri": "selfUri",
        "created_date": "createdDate",
        "modified_date": "modifiedDate",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "id": STRING,
        "name": STRING,
        "is_active": BOOLEAN,
        "display_name": STRING,
        "version": INTEGER,
        "description": STRING,
        "color": STRING,
        "should_display_to_agent": BOOLEAN,
        "context": ModelOf(__package__, "Context"),
        "journey": ModelOf(__package__, "Journey"),
        "self_uri": STRING,
        "created_date": DATETIME,
        "modified_date": DATETIME,
    }
