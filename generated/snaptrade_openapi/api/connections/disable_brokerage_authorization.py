"""Disable a connection for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.brokerage_authorization_disabled_confirmation import (
        BrokerageAuthorizationDisabledConfirmation,
    )

__all__ = ["DISABLE_BROKERAGE_AUTHORIZATION"]


def _decode(data: Any) -> BrokerageAuthorizationDisabledConfirmation:
    from ...models.brokerage_authorization_disabled_confirmation import (
        BrokerageAuthorizationDisabledConfirmation,
    )

    return decode_model(data, BrokerageAuthorizationDisabledConfirmation)


DISABLE_BROKERAGE_AUTHORIZATION: Final[Operation[BrokerageAuthorizationDisabledConfirmation]] = Operation(
    name="disableBrokerageAuthorization",
    method="POST",
    path="/authorizations/{authorizationId}/disable",
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
"""POST /authorizations/{authorizationId}/disable"""
