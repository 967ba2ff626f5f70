"""List the events of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter
from ..._runtime.pagination import Cursor

if TYPE_CHECKING:
    from ...models.event_listing import EventListing

__all__ = ["GET_JOURNEY_SESSION_EVENTS", "PAGES"]


def _decode(data: Any) -> EventListing:
    from ...models.event_listing import EventListing

    return decode_model(data, EventListing)


GET_JOURNEY_SESSION_EVENTS: Final[Operation[EventListing]] = Operation(
    name="getJourneySessionEvents",
    method="GET",
    path="/api/v2/journey/sessions/{sessionId}/events",
    parameters=(
        Parameter(
            argument="session_id",
            name="sessionId",
            place="path",
        ),
        Parameter(
            argument="before",
            name="before",
            place="query",
            required=False,
        ),
        Parameter(
            argument="after",
            name="after",
            place="query",
            required=False,
        ),
        Parameter(
            argument="limit",
            name="limit",
            place="query",
            required=False,
            accepts=frozenset(
                {
                    "integer",
                }
            ),
        ),
        Parameter(
            argument="page_size",
            name="pageSize",
            place="query",
            required=False,
            accepts=frozenset(
                {
                    "integer",
                }
            ),
        ),
        Parameter(
            argument="event_type",
            name="eventType",
            place="query",
            required=False,
            accepts=frozenset(
                {
                    "list",
                }
            ),
        ),
    ),
    idempotent=True,
    decode=_decode,
)
"""GET /api/v2/journey/sessions/{sessionId}/events"""

PAGES: Final = Cursor(
    items="entities",
    next="nextUri",
    cursor="after",
    page_size="pageSize",
    max_page_size=200,
)
"""How the listing is paged."""
