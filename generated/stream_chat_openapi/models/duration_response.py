"""The model `DurationResponse`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["DurationResponse"]


@model
class DurationResponse(Model):
    """
    Plain acknowledgement that carries nothing but the time spent.

    Source: Stream Chat Python EventsApi page, GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27,
    GetStream/protocol chat-openapi.yaml v81.1.0 at 60e8f001, GetStream/protocol chat-openapi.json
    v236.0.4 at e51a64d3.
    """

    duration: str | None = None
    """Time the server spent on the call, as text with a unit such as `2.31ms` (not a number)."""

    _members: ClassVar[dict[str, Codec]] = {
        "duration": STRING,
    }
