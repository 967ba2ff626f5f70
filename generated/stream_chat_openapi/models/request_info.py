"""The model `RequestInfo`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["RequestInfo"]


@define(kw_only=True, repr=False)
class RequestInfo(Model):
    """
    Facts about the API call that caused an event; further members than the documented one may come along.

    Source: Stream Chat webhook events guide, Stream Chat webhooks overview guide.
    """

    ext: str | None = None
    """Free text the caller sent in the `X-Stream-Ext` header."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "ext": STRING,
        }
