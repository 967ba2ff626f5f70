"""The operations of the tag Journey."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..._runtime.client import SyncClient
from ..._runtime.options import RequestOptions
from .get_journey_session_events import GET_JOURNEY_SESSION_EVENTS

if TYPE_CHECKING:
    from ...models.event_listing import EventListing
    from ._sync_raw import JourneyWithRawResponse

__all__ = ["Journey"]


class Journey:
    """
    What visitors of web sites and apps did, and what was offered to them.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @cached_property
    def with_raw_response(self) -> JourneyWithRawResponse:
        """The same methods, returning status, headers, body and timing around the result."""
        from ._sync_raw import JourneyWithRawResponse

        return JourneyWithRawResponse(self._client)

    def get_journey_session_events(
        self,
        session_id: str,
        *,
        before: str | None = None,
        after: str | None = None,
        limit: str | int | None = None,
        page_size: str | int | None = None,
        event_type: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> EventListing:
        """
        List the events of a session.

        Returns the events of a journey session page by page. Pass the cursor from nextUri as after to get
        the next page, and repeat the other query values with it. Today's API needs the permission
        journey:event:view.

        Args:
            session_id: Identifier of the session whose events are read, a UUID that the platform assigned.
            before: Deprecated. Cursor at the start of a page already read; asks for the page before it. Only the page era
                documents it.
            after: Cursor at the end of the page already read; asks for the page after it. Take it from
                nextUri.
            limit: Deprecated. Number of events per page as decimal text, at most 200. Only the page era documents it;
                pageSize has replaced it.
            page_size: Number of events per page as decimal text, at most 200. Only the current era documents it.
            event_type: Comma-separated kinds of events to return; all kinds when left out. Documented kinds:
                com.genesys.journey.OutcomeAchievedEvent, com.genesys.journey.SegmentAssignmentEvent,
                com.genesys.journey.WebActionEvent, com.genesys.journey.WebEvent,
                com.genesys.journey.AppEvent. Only the current era documents it.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 400, 401, 403, 404, 408, 409, 413, 415, 429, 500, 503, 504.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: GET /api/v2/journey/sessions/{sessionId}/events; Genesys Cloud .NET SDK JourneyApi page,
        Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
        Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models, Genesys Cloud
        Python SDK 27.0.0 swagger.json, Genesys Cloud SDK release notes.
        """
        response = self._client.perform(
            GET_JOURNEY_SESSION_EVENTS,
            {
                "session_id": session_id,
                "before": before,
                "after": after,
                "limit": limit,
                "page_size": page_size,
                "event_type": event_type,
            },
            options=request_options,
        )
        return response.parsed
