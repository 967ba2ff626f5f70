"""The model `ActionRequest`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model

__all__ = ["ActionRequest"]


@define(kw_only=True, repr=False)
class ActionRequest(Model):
    """
    Button or input inside an attachment, as part of an event to send.

    Source: Stream Chat OpenAPI v80.2.0 at dec74da7.
    """

    name: str | None = None
    """Key under which a click on the button is reported back."""
    style: str | None = None
    """Look of the button, for example `primary` or `default`."""
    text: str | None = None
    """Label of the button or input."""
    type: str | None = None
    """Kind of control, for example `button`."""
    value: str | None = None
    """Value reported back when the control is used."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "name": STRING,
            "style": STRING,
            "text": STRING,
            "type": STRING,
            "value": STRING,
        }
