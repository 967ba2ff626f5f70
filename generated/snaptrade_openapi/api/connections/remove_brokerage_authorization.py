"""Delete a connection."""

from typing import Final

from ..._runtime.operation import Operation, Parameter

__all__ = ["REMOVE_BROKERAGE_AUTHORIZATION"]


REMOVE_BROKERAGE_AUTHORIZATION: Final[Operation[None]] = Operation(
    name="removeBrokerageAuthorization",
    method="DELETE",
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
)
"""DELETE /authorizations/{authorizationId}"""
