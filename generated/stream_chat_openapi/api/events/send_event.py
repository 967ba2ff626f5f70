"""Send an event to a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.event_response import EventResponse

__all__ = ["SEND_EVENT"]


def _decode(data: Any) -> EventResponse:
    from ...models.event_response import EventResponse

    return decode_model(data, EventResponse)


SEND_EVENT: Final[Operation[EventResponse]] = Operation(
    name="sendEvent",
    method="POST",
    path="/channels/{type}/{id}/event",
    parameters=(
        Parameter(
            argument="type",
            name="type",
            place="path",
        ),
        Parameter(
            argument="id",
            name="id",
            place="path",
        ),
    ),
    idempotent=False,
    decode=_decode,
)
"""POST /channels/{type}/{id}/event"""
