"""The model `Context`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import Codec, ListOf, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .context_pattern import ContextPattern

__all__ = ["Context"]


@define(kw_only=True, repr=False)
class Context(Model):
    """
    Conditions on the visitor or the visit, such as browser or location. One matching pattern is enough.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models.
    """

    patterns: list[ContextPattern] | None = None
    """Alternatives of which one must match."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .context_pattern import ContextPattern

        return {
            "patterns": ListOf(ModelOf(ContextPattern)),
        }
