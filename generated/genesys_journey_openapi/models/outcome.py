"""The model `Outcome`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, INTEGER, STRING, Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .context import Context
    from .journey import Journey

__all__ = ["Outcome"]


@model
class Outcome(Model):
    """
    Goal that visitors can reach, such as a purchase. Today an event carries only a reference to it: id,
    selfUri, displayName and version.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    id: str | None = None
    """Identifier of the outcome, a UUID in text form."""
    name: str | None = None
    """Deprecated. Internal name of the outcome."""
    is_active: bool | None = None
    """Deprecated. Whether the outcome is in use."""
    display_name: str | None = None
    """Name of the outcome to show to people."""
    version: int | None = None
    """Revision number of the outcome, raised by each change."""
    description: str | None = None
    """Deprecated. Explanation of what the outcome is for."""
    is_positive: bool | None = None
    """Deprecated. Whether reaching the outcome is desirable."""
    context: Context | None = None
    """Deprecated. Conditions on the visitor or the visit."""
    journey: Journey | None = None
    """Deprecated. Conditions on what the visitor did."""
    self_uri: str | None = None
    """Address of the outcome in the API."""
    created_date: datetime | None = None
    """Deprecated. Moment the outcome was created, in ISO 8601 form."""
    modified_date: datetime | None = None
    """Deprecated. Moment the outcome last changed, in ISO 8601 form."""

    _wire_names: ClassVar[dict[str, str]] = {
        "is_active": "isActive",
        "display_name": "displayName",
        "is_positive": "isPositive",
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
        "is_positive": BOOLEAN,
        "context": ModelOf(__package__, "Context"),
        "journey": ModelOf(__package__, "Journey"),
        "self_uri": STRING,
        "created_date": DATETIME,
        "modified_date": DATETIME,
    }
