"""The model `Images`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .image_data import ImageData

__all__ = ["Images"]


@model
class Images(Model):
    """
    All renditions of an animated picture.

    Source: Stream Chat v80.2.0 Python client docs at 4d083c94, GetStream/protocol chat-openapi.yaml v79.49.0 at
    843ecf27, GetStream/protocol chat-openapi.json v236.0.4 at e51a64d3, GetStream/protocol chat-openapi-
    clientside.json v236.0.4 at e51a64d3.
    """

    fixed_height: ImageData | None = None
    """Animated rendition with a fixed height of 200 pixels."""
    fixed_height_downsampled: ImageData | None = None
    """Rendition with a fixed height and few frames, for small screens and slow links."""
    fixed_height_still: ImageData | None = None
    """Motionless rendition with a fixed height."""
    fixed_width: ImageData | None = None
    """Animated rendition with a fixed width of 200 pixels."""
    fixed_width_downsampled: ImageData | None = None
    """Rendition with a fixed width and few frames, for small screens and slow links."""
    fixed_width_still: ImageData | None = None
    """Motionless rendition with a fixed width."""
    original: ImageData | None = None
    """The picture as uploaded, unscaled."""

    _members: ClassVar[dict[str, Codec]] = {
        "fixed_height": ModelOf(__package__, "ImageData"),
        "fixed_height_downsampled": ModelOf(__package__, "ImageData"),
        "fixed_height_still": ModelOf(__package__, "ImageData"),
        "fixed_width": ModelOf(__package__, "ImageData"),
        "fixed_width_downsampled": ModelOf(__package__, "ImageData"),
        "fixed_width_still": ModelOf(__package__, "ImageData"),
        "original": ModelOf(__package__, "ImageData"),
    }
