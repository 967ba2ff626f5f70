"""Fetch the events missed since a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._runtime.decoding import decode_model
from ..._runtime.operation import Operation, Parameter

if TYPE_CHECKING:
    from ...models.sync_response import SyncResponse

__all__ = ["SYNC"]


def _decode(data: Any) -> SyncResponse:
    from ...models.sync_response import SyncResponse

    return decode_model(data, SyncResponse)


SYNC: Final[Operation[SyncResponse]] = Operation(
    name="sync",
    method="POST",
    path="/sync",
    parameters=(
        Parameter(
            argument="with_inaccessible_cids",
            name="with_inaccessible_cids",
            place="query",
            kind="boolean",
            required=False,
        ),
        Parameter(
            argument="watch",
            name="watch",
            place="query",
            kind="boolean",
            required=False,
        ),
        Parameter(
            argument="client_id",
            name="client_id",
            place="query",
            required=False,
        ),
        Parameter(
            argument="connection_id",
            name="connection_id",
            place="query",
            required=False,
        ),
    ),
    idempotent=True,
    decode=_decode,
)
"""POST /sync"""
