"""The model `Activation`."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from .._runtime.codecs import INTEGER, STRING, Codec
from .._runtime.model import Model

__all__ = ["Activation"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "type": STRING,
            "delay_in_seconds": INTEGER,
        }
