"""List the connections of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_list
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.brokerage_authorization import BrokerageAuthorization

__all__ = ["LIST_BROKERAGE_AUTHORIZATIONS"]


def _decode(data: Any) -> list[BrokerageAuthorization]:
    from ...models.brokerage_authorization import BrokerageAuthorization

    return decode_list(data, BrokerageAuthorization)


LIST_BROKERAGE_AUTHORIZATIONS: Final[Operation[list[BrokerageAuthorization]]] = Operation(
    name="listBrokerageAuthorizations",
    method="GET",
    path="/authorizations",
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
    ),
    idempotent=True,
    decode=_decode,
)
"""GET /authorizations"""
