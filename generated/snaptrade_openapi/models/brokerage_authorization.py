"""The model `BrokerageAuthorization`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from .._runtime.codecs import ANY, BOOLEAN, DATETIME, STRING, UUID_TEXT, Codec, MapOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .brokerage import Brokerage

__all__ = ["BrokerageAuthorization"]


@model
class BrokerageAuthorization(Model):
    """
    Connection between one SnapTrade user and one login at a brokerage. It can hold several accounts.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    id: UUID | None = None
    """UUID of the connection."""
    created_date: datetime | None = None
    """Moment the connection was made."""
    brokerage: Brokerage | None = None
    """Brokerage at the other end of the connection."""
    name: str | None = None
    """Name of the connection to show to its user."""
    type: str | None = None
    """Kind of access, documented as read (data only) or trade (data and orders)."""
    disabled: bool | None = None
    """Whether the brokerage access is no longer valid. Cached data of a disabled connection is still served
    without an error."""
    disabled_date: datetime | None = None
    """Moment the connection became disabled, or null while it works."""
    meta: dict[str, Any] | None = None
    """Deprecated. Further data on the connection, in a form that differs by brokerage and is not described."""
    updated_date: datetime | None = None
    """Deprecated. Moment the connection record last changed."""
    is_eligible_for_payout: bool | None = None
    """Whether the connection is eligible for a payout. The current era calls this field experimental and not
    meant for every partner."""
    data_freshness_mode: str | None = None
    """How fresh the connection's data is, documented as realtime or delayed."""

    _members: ClassVar[dict[str, Codec]] = {
        "id": UUID_TEXT,
        "created_date": DATETIME,
        "brokerage": ModelOf(__package__, "Brokerage"),
        "name": STRING,
        "type": STRING,
        "disabled": BOOLEAN,
        "disabled_date": DATETIME,
        "meta": MapOf(ANY),
        "updated_date": DATETIME,
        "is_eligible_for_payout": BOOLEAN,
        "data_freshness_mode": STRING,
    }
