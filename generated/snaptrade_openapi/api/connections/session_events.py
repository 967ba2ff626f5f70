"""List Connection Portal events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_list
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.session_event import SessionEvent

__all__ = ["SESSION_EVENTS"]


def _decode(data: Any) -> list[SessionEvent]:
    from ...models.session_event import SessionEvent

    return decode_list(data, SessionEvent)


SESSION_EVENTS: Final[Operation[list[SessionEvent]]] = Operation(
    name="sessionEvents",
    method="GET",
    path="/sessionEvents",
    parameters=(
        Parameter(
            argument="partner_client_id",
            name="PartnerClientId",
            place="query",
        ),
        Parameter(
            argument="user_id",
            name="userId",
            place="query",
            required=False,
            accepts=frozenset(
                {
                    "list",
                }
            ),
        ),
        Parameter(
            argument="session_id",
            name="sessionId",
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
"""GET /sessionEvents"""
