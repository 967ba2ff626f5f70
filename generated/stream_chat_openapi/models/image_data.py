"""The model `ImageData`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["ImageData"]


@model
class ImageData(Model):
    """
    One rendition of an animated picture; numbers come as text.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol
    chat-openapi-clientside.json v236.0.4 at e51a64d3.
    """

    frames: str | None = None
    """Number of frames of the animation, as numeric text."""
    height: str | None = None
    """Height in pixels, as numeric text."""
    size: str | None = None
    """Size of the file in bytes, as numeric text."""
    url: str | None = None
    """Address of the rendition."""
    width: str | None = None
    """Width in pixels, as numeric text."""

    _members: ClassVar[dict[str, Codec]] = {
        "frames": STRING,
        "height": STRING,
        "size": STRING,
        "url": STRING,
        "width": STRING,
    }
