"""The model `ImagesRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .image_data_request import ImageDataRequest

__all__ = ["ImagesRequest"]


@model
class ImagesRequest(Model):
    """
    All renditions of an animated picture, as part of an event to send.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    fixed_height: ImageDataRequest | None = None
    """Animated rendition with a fixed height of 200 pixels."""
    fixed_height_downsampled: ImageDataRequest | None = None
    """Rendition with a fixed height and few frames, for small screens and slow links."""
    fixed_height_still: ImageDataRequest | None = None
    """Motionless rendition with a fixed height."""
    fixed_width: ImageDataRequest | None = None
    """Animated rendition with a fixed width of 200 pixels."""
    fixed_width_downsampled: ImageDataRequest | None = None
    """Rendition with a fixed width and few frames, for small screens and slow links."""
    fixed_width_still: ImageDataRequest | None = None
    """Motionless rendition with a fixed width."""
    original: ImageDataRequest | None = None
    """The picture as uploaded, unscaled."""

    _members: ClassVar[dict[str, Codec]] = {
        "fixed_height": ModelOf(__package__, "ImageDataRequest"),
        "fixed_height_downsampled": ModelOf(__package__, "ImageDataRequest"),
        "fixed_height_still": ModelOf(__package__, "ImageDataRequest"),
        "fixed_width": ModelOf(__package__, "ImageDataRequest"),
        "fixed_width_downsampled": ModelOf(__package__, "ImageDataRequest"),
        "fixed_width_still": ModelOf(__package__, "ImageDataRequest"),
        "original": ModelOf(__package__, "ImageDataRequest"),
    }
