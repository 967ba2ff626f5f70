"""The model `Brokerage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from .._runtime.codecs import ANY, BOOLEAN, STRING, UUID_TEXT, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .brokerage_type import BrokerageType

__all__ = ["Brokerage"]


@model
class Brokerage(Model):
    """
    Brokerage that SnapTrade can connect to, with its capabilities and its present state.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    id: UUID | None = None
    """UUID of the brokerage."""
    slug: str | None = None
    """Short stable name of the brokerage in capitals, for use in code and links."""
    name: str | None = None
    """Full name of the brokerage."""
    display_name: str | None = None
    """Name of the brokerage to show to end users."""
    description: str | None = None
    """Short text about the brokerage."""
    aws_s3_logo_url: str | None = None
    """Address of the brokerage's logo image."""
    aws_s3_square_logo_url: str | None = None
    """Address of a square variant of the logo, or null when there is none."""
    url: str | None = None
    """Address of the brokerage's web site, or null when it is not known."""
    enabled: bool | None = None
    """Whether new connections to the brokerage can be made."""
    maintenance_mode: bool | None = None
    """Whether the brokerage is under maintenance and takes no new connections for now."""
    is_degraded: bool | None = None
    """Whether the brokerage has technical trouble at present or offers less than usual."""
    allows_trading: bool | None = None
    """Whether SnapTrade can place orders at the brokerage, or null when that is not known."""
    allows_fractional_units: bool | None = None
    """Deprecated. Whether parts of a share can be traded, or null when that is not known."""
    has_reporting: bool | None = None
    """Deprecated. Whether reporting data is available, or null when that is not known."""
    is_real_time_connection: bool | None = None
    """Deprecated. Whether data of the brokerage is read live instead of once a day."""
    brokerage_type: BrokerageType | None = None
    """Category the brokerage belongs to."""
    exchanges: list[Any] | None = None
    """Deprecated. Exchanges the brokerage trades on, in a form the vendor does not describe."""
    open_url: str | None = None
    """Deprecated. Address where an account at the brokerage can be opened, or null when there is none."""

    _members: ClassVar[dict[str, Codec]] = {
        "id": UUID_TEXT,
        "slug": STRING,
        "name": STRING,
        "display_name": STRING,
        "description": STRING,
        "aws_s3_logo_url": STRING,
        "aws_s3_square_logo_url": STRING,
        "url": STRING,
        "enabled": BOOLEAN,
        "maintenance_mode": BOOLEAN,
        "is_degraded": BOOLEAN,
        "allows_trading": BOOLEAN,
        "allows_fractional_units": BOOLEAN,
        "has_reporting": BOOLEAN,
        "is_real_time_connection": BOOLEAN,
        "brokerage_type": ModelOf(__package__, "BrokerageType"),
        "exchanges": ListOf(ANY),
        "open_url": STRING,
    }
