"""The model `FieldRequest`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import BOOLEAN, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["FieldRequest"]


@model
class FieldRequest(Model):
    """
    Title and value pair inside an attachment, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    short: bool | None = None
    """Whether the field is narrow enough to stand beside another one."""
    title: str | None = None
    """Label of the pair."""
    value: str | None = None
    """Value of the pair."""

    _members: ClassVar[dict[str, Codec]] = {
        "short": BOOLEAN,
        "title": STRING,
        "value": STRING,
    }
