"""The model `RequestInfo`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["RequestInfo"]


@model
class RequestInfo(Model):
    """
    Facts about the API call that caused an event; further members than the documented one may come along.

    Source: Stream Chat webhook events guide, Stream Chat webhooks overview guide.
    """

    ext: str | None = None
    """Free text the caller sent in the `X-Stream-Ext` header."""

    _members: ClassVar[dict[str, Codec]] = {
        "ext": STRING,
    }
