"""Get one connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.brokerage_authorization import BrokerageAuthorization

__all__ = ["DETAIL_BROKERAGE_AUTHORIZATION"]


def _decode(data: Any) -> BrokerageAuthorization:
    from ...models.brokerage_authorization import BrokerageAuthorization

    return decode_model(data, BrokerageAuthorization)


DETAIL_BROKERAGE_AUTHORIZATION: Final[Operation[BrokerageAuthorization]] = Operation(
    name="detailBrokerageAuthorization",
    method="GET",
    path="/authorizations/{authorizationId}",
    parameters=(
        Parameter(
            argument="authorization_id",
            name="authorizationId",
            place="path",
            kind="uuid",
        ),
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
    ),
    idempotent=True,
    decode=_decode,
)
"""GET /authorizations/{authorizationId}"""
