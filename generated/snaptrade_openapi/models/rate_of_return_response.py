"""The model `RateOfReturnResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .rate_of_return_object import RateOfReturnObject

__all__ = ["RateOfReturnResponse"]


@model
class RateOfReturnResponse(Model):
    """
    Envelope around the rates of return of one connection.

    Source: SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03.
    """

    data: list[RateOfReturnObject] | None = None
    """One entry per timeframe that the brokerage has a rate for."""

    _members: ClassVar[dict[str, Codec]] = {
        "data": ListOf(ModelOf(__package__, "RateOfReturnObject")),
    }
