"""The model `Browser`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import BOOLEAN, INTEGER, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["Browser"]


@model
class Browser(Model):
    """
    Web browser the visitor used.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    family: str | None = None
    """Product name of the browser, such as Chrome."""
    version: str | None = None
    """Version of the browser as text."""
    lang: str | None = None
    """Language the browser is set to, as a language tag."""
    fingerprint: str | None = None
    """Hash that tells this browser from others."""
    is_mobile: bool | None = None
    """Deprecated. Whether the browser runs on a mobile device; Device.isMobile has replaced it."""
    view_height: int | None = None
    """Height of the visible page area in pixels."""
    view_width: int | None = None
    """Width of the visible page area in pixels."""
    features_flash: bool | None = None
    """Whether the browser can run Flash."""
    features_java: bool | None = None
    """Whether the browser can run Java."""
    features_pdf: bool | None = None
    """Whether the browser can show PDF files."""
    features_webrtc: bool | None = None
    """Whether the browser supports WebRTC."""

    _wire_names: ClassVar[dict[str, str]] = {
        "is_mobile": "isMobile",
        "view_height": "viewHeight",
        "view_width": "viewWidth",
        "features_flash": "featuresFlash",
        "features_java": "featuresJava",
        "features_pdf": "featuresPdf",
        "features_webrtc": "featuresWebrtc",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "family": STRING,
        "version": STRING,
        "lang": STRING,
        "fingerprint": STRING,
        "is_mobile": BOOLEAN,
        "view_height": INTEGER,
        "view_width": INTEGER,
        "features_flash": BOOLEAN,
        "features_java": BOOLEAN,
        "features_pdf": BOOLEAN,
        "features_webrtc": BOOLEAN,
    }
