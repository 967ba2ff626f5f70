"""Refresh the holdings of a connection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.brokerage_authorization_refresh_confirmation import (
        BrokerageAuthorizationRefreshConfirmation,
    )

__all__ = ["REFRESH_BROKERAGE_AUTHORIZATION"]


def _decode(data: Any) -> BrokerageAuthorizationRefreshConfirmation:
    from ...models.brokerage_authorization_refresh_confirmation import (
        BrokerageAuthorizationRefreshConfirmation,
    )

    return decode_model(data, BrokerageAuthorizationRefreshConfirmation)


REFRESH_BROKERAGE_AUTHORIZATION: Final[Operation[BrokerageAuthorizationRefreshConfirmation]] = Operation(
    name="refreshBrokerageAuthorization",
    method="POST",
    path="/authorizations/{authorizationId}/refresh",
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
    idempotent=False,
    decode=_decode,
)
"""POST /authorizations/{authorizationId}/refresh"""
