"""The model `SyncResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .event import Event

__all__ = ["SyncResponse"]


@model
class SyncResponse(Model):
    """
    Events missed while away.

    Source: Stream Chat Python EventsApi page, Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-
    openapi-clientside.json v236.0.4 at e51a64d3.
    """

    duration: str | None = None
    """Time the server spent collecting the events, as text with a unit such as `12.04ms`."""
    events: list[Event] | None = None
    """Events of the requested channels since `last_sync_at`; the order is not promised, so sort by
    `created_at`."""
    inaccessible_cids: list[str] | None = None
    """Requested channels the user can no longer read; filled only when `with_inaccessible_cids` was true."""

    _members: ClassVar[dict[str, Codec]] = {
        "duration": STRING,
        "events": ListOf(ModelOf(__package__, "Event")),
        "inaccessible_cids": ListOf(STRING),
    }
