"""The model `SyncRequest`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import BOOLEAN, DATETIME, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .user_object_request import UserObjectRequest

__all__ = ["SyncRequest"]


@model
class SyncRequest(Model):
    """
    Which channels to catch up on, and since when.

    Source: Stream Chat Python EventsApi page, Stream Chat OpenAPI v80.2.0 at dec74da7, GetStream/protocol chat-
    openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat sync events guide.
    """

    channel_cids: list[str] | None = None
    """Channels to catch up on, each written as `type:id`; 1 to 255 entries, duplicates count."""
    client_id: str | None = None
    """Deprecated. Id of the client's socket as older SDKs sent it; same as the query parameter."""
    connection_id: str | None = None
    """Deprecated. Id of the caller's socket, needed together with `watch`; same as the query parameter."""
    last_sync_at: datetime | str
    """Events after this moment are wanted; RFC 3339 and less than 30 days ago."""
    user: UserObjectRequest | None = None
    """User whose view is wanted; a server token must name one here or in `user_id`."""
    user_id: str | None = None
    """Id of the user whose view is wanted; a server token must name one here or in `user`."""
    watch: bool | None = None
    """Whether to watch the channels on the caller's socket from now on; same as the query parameter."""
    with_inaccessible_cids: bool | None = None
    """Whether channels the user lost access to are listed instead of reported as fake removal events; same
    as the query parameter."""

    _members: ClassVar[dict[str, Codec]] = {
        "channel_cids": ListOf(STRING),
        "client_id": STRING,
        "connection_id": STRING,
        "last_sync_at": DATETIME,
        "user": ModelOf(__package__, "UserObjectRequest"),
        "user_id": STRING,
        "watch": BOOLEAN,
        "with_inaccessible_cids": BOOLEAN,
    }
