"""The model `ErrorBody`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, ListOf, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .detail import Detail
    from .limit import Limit

__all__ = ["ErrorBody"]


@model
class ErrorBody(Model):
    """
    Body of every error answer of the platform. All fields are optional, and a gateway in front of it may
    answer without such a body.

    Source: Genesys Cloud Python SDK 27.0.0 swagger.json, Genesys Cloud .NET SDK 270.0.0 model documentation,
    Genesys Cloud Python SDK 269.0.0 models.
    """

    message: str | None = None
    """Explanation of the error for people."""
    code: str | None = None
    """Code of the error for programs, in words joined by dots, such as too.many.requests."""
    status: int | None = None
    """HTTP status repeated in the body."""
    entity_id: str | None = None
    """Id of the object concerned."""
    entity_name: str | None = None
    """Name of the object concerned."""
    message_with_params: str | None = None
    """Message as a template with named placeholders."""
    message_params: dict[str, str] | None = None
    """Values for the placeholders of messageWithParams, by name."""
    context_id: str | None = None
    """Identifier of the request, to be quoted to vendor support."""
    details: list[Detail] | None = None
    """Single causes of the error."""
    errors: list[ErrorBody] | None = None
    """Further errors when several things went wrong."""
    limit: Limit | None = None
    """Limit that was exceeded, on rate limit errors."""

    _wire_names: ClassVar[dict[str, str]] = {
        "entity_id": "entityId",
        "entity_name": "entityName",
        "message_with_params": "messageWithParams",
        "message_params": "messageParams",
        "context_id": "contextId",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "message": STRING,
        "code": STRING,
        "status": INTEGER,
        "entity_id": STRING,
        "entity_name": STRING,
        "message_with_params": STRING,
        "message_params": MapOf(STRING),
        "context_id": STRING,
        "details": ListOf(ModelOf(__package__, "Detail")),
        "errors": ListOf(ModelOf(__package__, "ErrorBody")),
        "limit": ModelOf(__package__, "Limit"),
    }
