"""The model `Limit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .limit_namespace import LimitNamespace

__all__ = ["Limit"]


@model
class Limit(Model):
    """
    Platform limit that a request ran into.

    Source: Genesys Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    key: str | None = None
    """Name of the limit."""
    namespace: LimitNamespace | None = None
    """Area of the platform the limit belongs to."""
    value: int | None = None
    """Largest value the limit allows, in the unit of that limit."""

    _members: ClassVar[dict[str, Codec]] = {
        "key": STRING,
        "namespace": EnumOf(__package__, "LimitNamespace"),
        "value": INTEGER,
    }
