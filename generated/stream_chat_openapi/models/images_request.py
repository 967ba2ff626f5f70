"""The model `ImagesRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .._runtime.codecs import Codec, ModelOf
from .._runtime.model import Model

if TYPE_CHECKING:
    from .image_data_request import ImageDataRequest

__all__ = ["ImagesRequest"]


@define(kw_only=True, repr=False)
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

    @classmethod
    def _codecs(cls) -> dict[str, Codec]:
        from .image_data_request import ImageDataRequest

        return {
            "fixed_height": ModelOf(ImageDataRequest),
            "fixed_height_downsampled": ModelOf(ImageDataRequest),
            "fixed_height_still": ModelOf(ImageDataRequest),
            "fixed_width": ModelOf(ImageDataRequest),
            "fixed_width_downsampled": ModelOf(ImageDataRequest),
            "fixed_width_still": ModelOf(ImageDataRequest),
            "original": ModelOf(ImageDataRequest),
        }
