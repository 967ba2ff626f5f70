"""The operations of the tag Events, with the whole response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..._runtime.client import SyncClient
from ..._runtime.options import RequestOptions
from ..._runtime.response import Response
from .send_event import SEND_EVENT
from .send_user_custom_event import SEND_USER_CUSTOM_EVENT
from .sync import SYNC

if TYPE_CHECKING:
    from ...models.duration_response import DurationResponse
    from ...models.event_response import EventResponse
    from ...models.send_event_request import SendEventRequest
    from ...models.send_user_custom_event_request import SendUserCustomEventRequest
    from ...models.sync_request import SyncRequest
    from ...models.sync_response import SyncResponse

__all__ = ["EventsWithRawResponse"]


class EventsWithRawResponse:
    """
    Events of channels and users: sending them, and catching up on missed ones.

    Each method is that of `Events`; it returns the whole `Response` instead of its ``parsed``.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def send_event(
        self,
        type: str,
        id: str,
        *,
        body: SendEventRequest | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> Response[EventResponse]:
        """Send an event to a channel."""
        response = self._client.perform(
            SEND_EVENT,
            {
                "type": type,
                "id": id,
            },
            body=body,
            options=request_options,
        )
        return response

    def send_user_custom_event(
        self,
        user_id: str,
        *,
        body: SendUserCustomEventRequest | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> Response[DurationResponse]:
        """Send a custom event to a user."""
        response = self._client.perform(
            SEND_USER_CUSTOM_EVENT,
            {
                "user_id": user_id,
            },
            body=body,
            options=request_options,
        )
        return response

    def sync(
        self,
        *,
        body: SyncRequest | Mapping[str, Any],
        with_inaccessible_cids: bool | None = None,
        watch: bool | None = None,
        client_id: str | None = None,
        connection_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Response[SyncResponse]:
        """Fetch the events missed since a moment."""
        response = self._client.perform(
            SYNC,
            {
                "with_inaccessible_cids": with_inaccessible_cids,
                "watch": watch,
                "client_id": client_id,
                "connection_id": connection_id,
            },
            body=body,
            options=request_options,
        )
        return response
