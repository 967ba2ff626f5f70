"""The model `Field`."""

from __future__ import annotations

from attrs import define

from .._runtime.codecs import BOOLEAN, STRING, Codec
from .._runtime.model import Model

__all__ = ["Field"]


@define(kw_only=True, repr=False)
class Field(Model):
    """
    Title and value pair inside an attachment.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol
    chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    short: bool | None = None
    """Whether the field is narrow enough to stand beside another one."""
    title: str | None = None
    """Label of the pair."""
    value: str | None = None
    """Value of the pair."""

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:

        return {
            "short": BOOLEAN,
            "title": STRING,
            "value": STRING,
        }
