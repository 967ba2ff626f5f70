"""The model `Detail`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Detail"]


@model
class Detail(Model):
    """
    One of several causes of an error, usually tied to a field of the request.

    Source: Genesys Cloud Python SDK 27.0.0 swagger.json, Genesys Cloud .NET SDK 270.0.0 model documentation,
    Genesys Cloud Python SDK 269.0.0 models.
    """

    error_code: str | None = None
    """Code of this cause."""
    field_name: str | None = None
    """Field of the request that caused it."""
    entity_id: str | None = None
    """Id of the object concerned."""
    entity_name: str | None = None
    """Name of the object concerned."""

    _wire_names: ClassVar[dict[str, str]] = {
        "error_code": "errorCode",
        "field_name": "fieldName",
        "entity_id": "entityId",
        "entity_name": "entityName",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "error_code": STRING,
        "field_name": STRING,
        "entity_id": STRING,
        "entity_name": STRING,
    }
