"""The model `Activation`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Activation"]


@model
class Activation(Model):
    """
    Moment, relative to the trigger, at which an action map takes effect.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    type: str | None = None
    """Kind of activation, for example at once or after a delay."""
    delay_in_seconds: int | None = None
    """Delay before the action is offered, in seconds."""

    _wire_names: ClassVar[dict[str, str]] = {
        "delay_in_seconds": "delayInSeconds",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "type": STRING,
        "delay_in_seconds": INTEGER,
    }
