"""The model `Model501NotImplementedResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Model501NotImplementedResponse"]


@model
class Model501NotImplementedResponse(Model):
    """
    Error body for a brokerage that cannot deliver what was asked; repeating the request does not help.

    Source: SnapTrade api.yaml at 2df67c03.
    """

    error: str | None = None
    """Explanation of the failure for people; this body carries no code."""

    _members: ClassVar[dict[str, Codec]] = {
        "error": STRING,
    }
