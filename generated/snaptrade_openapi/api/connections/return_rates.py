"""List the rates of return of a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.rate_of_return_response import RateOfReturnResponse

__all__ = ["RETURN_RATES"]


def _decode(data: Any) -> RateOfReturnResponse:
    from ...models.rate_of_return_response import RateOfReturnResponse

    return decode_model(data, RateOfReturnResponse)


RETURN_RATES: Final[Operation[RateOfReturnResponse]] = Operation(
    name="returnRates",
    method="GET",
    path="/authorizations/{authorizationId}/returnRates",
    parameters=(
        Parameter(
            argument="user_id",
            name="userId",
            place="query",
        ),
        Parameter(
            argument="user_secret",
            name="userSecret",
            place="query",
            secret=True,
        ),
        Parameter(
            argument="authorization_id",
            name="authorizationId",
            place="path",
            kind="uuid",
        ),
        Parameter(
            argument="timeframes",
            name="timeframes",
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
"""GET /authorizations/{authorizationId}/returnRates"""
