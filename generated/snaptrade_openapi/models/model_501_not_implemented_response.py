"""The model `Model501NotImplementedResponse`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["Model501NotImplementedResponse"]


@define(kw_only=True, repr=False)
class Model501NotImplementedResponse(Model):
    """
    Error body for a brokerage that cannot deliver what was asked; repeating the request does not help.

    Source: SnapTrade api.yaml at 2df67c03.
    """

    error: str | None = None
    """Explanation of the failure for people; this body carries no code."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "error": STRING,
        }
