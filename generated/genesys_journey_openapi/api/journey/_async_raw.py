"""The operations of the tag Journey, with the whole response."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..._runtime.async_client import AsyncClient
from ..._runtime.options import RequestOptions
from ..._runtime.response import Response
from .get_journey_session_events import GET_JOURNEY_SESSION_EVENTS

if TYPE_CHECKING:
    from ...models.event_listing import EventListing

__all__ = ["AsyncJourneyWithRawResponse"]


class AsyncJourneyWithRawResponse:
    """
    What visitors of web sites and apps did, and what was offered to them.

    Each method is that of `AsyncJourney`; it returns the whole `Response` instead of its ``parsed``.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_journey_session_events(
        self,
        session_id: str,
        *,
        before: str | None = None,
        after: str | None = None,
        limit: str | int | None = None,
        page_size: str | int | None = None,
        event_type: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Response[EventListing]:
        """List the events of a session."""
        response = await self._client.perform(
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
        return response
