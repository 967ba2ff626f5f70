"""The operations of the tag Events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..._runtime.client import SyncClient
from ..._runtime.options import RequestOptions
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
    from ._sync_raw import EventsWithRawResponse

__all__ = ["Events"]


class Events:
    """
    Events of channels and users: sending them, and catching up on missed ones.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @cached_property
    def with_raw_response(self) -> EventsWithRawResponse:
        """The same methods, returning status, headers, body and timing around the result."""
        from ._sync_raw import EventsWithRawResponse

        return EventsWithRawResponse(self._client)

    def send_event(
        self,
        type: str,
        id: str,
        *,
        body: SendEventRequest | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> EventResponse:
        """
        Send an event to a channel.

        Delivers an event to everybody who watches the channel. Built-in kinds such as typing.start and
        kinds of your own go the same way. Custom events must be enabled for the channel type, and a
        client-side caller needs the permission SendCustomEvent. With a server token the event must name
        its sender in `user` or `user_id`. The event is not stored, and sending it twice delivers it
        twice.

        Args:
            type: Type of the channel, for example `messaging` or `livestream`.
            id: Id of the channel within its type.
            body: The event to send.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 400, 401, 403, 404, 408, 413, 429, 431, 500.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: POST /channels/{type}/{id}/event; Stream Chat Python EventsApi page, Stream Chat OpenAPI
        v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol
        chat-openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat API errors guide.
        """
        response = self._client.perform(
            SEND_EVENT,
            {
                "type": type,
                "id": id,
            },
            body=body,
            options=request_options,
        )
        return response.parsed

    def send_user_custom_event(
        self,
        user_id: str,
        *,
        body: SendUserCustomEventRequest | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> DurationResponse:
        """
        Send a custom event to a user.

        Delivers a custom event to every live connection of one user, whatever channels they watch. It
        needs a server token. The answer carries nothing but the time spent. The event is not stored, and
        sending it twice delivers it twice.

        Args:
            user_id: Id of the user who shall receive the event.
            body: The custom event to send.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 400, 401, 403, 404, 408, 413, 429, 431, 500.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: POST /users/{user_id}/event; Stream Chat Python EventsApi page, Stream Chat OpenAPI
        v80.2.0 at dec74da7, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, Stream Chat API
        errors guide.
        """
        response = self._client.perform(
            SEND_USER_CUSTOM_EVENT,
            {
                "user_id": user_id,
            },
            body=body,
            options=request_options,
        )
        return response.parsed

    def sync(
        self,
        *,
        body: SyncRequest | Mapping[str, Any],
        with_inaccessible_cids: bool | None = None,
        watch: bool | None = None,
        client_id: str | None = None,
        connection_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> SyncResponse:
        """
        Fetch the events missed since a moment.

        Returns what happened in the named channels since a moment in the past, so that a client that was
        away can catch up. There is no paging and no upper end: a caller with many channels asks for them
        in portions. Moments 30 days back or more are refused, and so is a request with too many events to
        return; both are status 400 with code 4 and differ only in the message. A client-side caller needs
        the permission ReadChannel. With a server token the body must name the user.

        Args:
            body: Channels to catch up on, and since when.
            with_inaccessible_cids: Whether channels the user lost access to are listed in `inaccessible_cids`. Otherwise they
                show up as made-up notification.removed_from_channel events.
            watch: Whether to watch the channels on the socket named by `connection_id` from now on.
            client_id: Deprecated. Id of the client's socket as older SDKs sent it; use `connection_id` instead.
            connection_id: Id of the caller's open socket; it has an effect only together with `watch`.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 400, 401, 403, 404, 408, 413, 429, 431, 500.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: POST /sync; Stream Chat Python EventsApi page, Stream Chat OpenAPI v80.2.0 at dec74da7,
        GetStream/protocol chat-openapi-clientside.json v236.0.4 at e51a64d3, Stream Chat sync events
        guide, Stream Chat API errors guide.
        """
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
        return response.parsed
