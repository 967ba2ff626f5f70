"""The model `ActionRequest`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["ActionRequest"]


@model
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

    _members: ClassVar[dict[str, Codec]] = {
        "name": STRING,
        "style": STRING,
        "text": STRING,
        "type": STRING,
        "value": STRING,
    }
