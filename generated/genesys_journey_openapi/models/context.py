"""The model `Context`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .context_pattern import ContextPattern

__all__ = ["Context"]


@model
class Context(Model):
    """
    Conditions on the visitor or the visit, such as browser or location. One matching pattern is enough.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    patterns: list[ContextPattern] | None = None
    """Alternatives of which one must match."""

    _members: ClassVar[dict[str, Codec]] = {
        "patterns": ListOf(ModelOf(__package__, "ContextPattern")),
    }
