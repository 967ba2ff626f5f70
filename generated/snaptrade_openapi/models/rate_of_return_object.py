"""The model `RateOfReturnObject`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import DATETIME, NUMBER, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .timeframe import Timeframe

__all__ = ["RateOfReturnObject"]


@model
class RateOfReturnObject(Model):
    """
    Rate of return of one connection over one timeframe.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    timeframe: Timeframe | None = None
    """Period the rate covers."""
    return_percent: float | None = None
    """Rate of return in percent: 5.97 means 5.97 %."""
    created_date: datetime | None = None
    """Moment the rate was computed."""

    _members: ClassVar[dict[str, Codec]] = {
        "timeframe": EnumOf(__package__, "Timeframe"),
        "return_percent": NUMBER,
        "created_date": DATETIME,
    }
