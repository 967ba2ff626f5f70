"""Send a custom event to a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.duration_response import DurationResponse

__all__ = ["SEND_USER_CUSTOM_EVENT"]


def _decode(data: Any) -> DurationResponse:
    from ...models.duration_response import DurationResponse

    return decode_model(data, DurationResponse)


SEND_USER_CUSTOM_EVENT: Final[Operation[DurationResponse]] = Operation(
    name="sendUserCustomEvent",
    method="POST",
    path="/users/{user_id}/event",
    parameters=(
        Parameter(
            argument="user_id",
            name="user_id",
            place="path",
        ),
    ),
    idempotent=False,
    decode=_decode,
)
"""POST /users/{user_id}/event"""
