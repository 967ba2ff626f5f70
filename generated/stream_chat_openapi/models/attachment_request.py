"""The model `AttachmentRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .._runtime.codecs import INTEGER, STRING, Codec, ListOf, ModelOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .action_request import ActionRequest
    from .field_request import FieldRequest
    from .images_request import ImagesRequest

__all__ = ["AttachmentRequest"]


@model
class AttachmentRequest(Model):
    """
    File, image, link preview or rich card inside an event to send. Custom data is flat: every further key
    at this level is app-defined data and is kept.

    Source: GetStream/protocol chat-openapi.yaml v79.49.0 at 843ecf27, GetStream/protocol chat-openapi.yaml
    v81.1.0 at 60e8f001.
    """

    actions: list[ActionRequest] | None = None
    """Buttons and inputs offered with the attachment."""
    asset_url: str | None = None
    """Address of the attached file, video or audio itself."""
    author_icon: str | None = None
    """Address of a small picture of the author or origin of the attached content."""
    author_link: str | None = None
    """Page to open when the author name of the attachment is clicked."""
    author_name: str | None = None
    """Author or site the attached content comes from."""
    color: str | None = None
    """Accent colour of the attachment, as a CSS-style value such as `#36a64f`."""
    fallback: str | None = None
    """Plain text for clients that cannot render the attachment."""
    fields: list[FieldRequest] | None = None
    """Short title and value pairs shown as a table inside the attachment."""
    footer: str | None = None
    """Small print under the attachment."""
    footer_icon: str | None = None
    """Address of the little picture beside the footer."""
    giphy: ImagesRequest | None = None
    """Renditions of an animated picture chosen with the giphy command."""
    image_url: str | None = None
    """Address of the picture to show in the attachment."""
    og_scrape_url: str | None = None
    """Address the link preview was fetched from."""
    original_height: int | None = None
    """Height of the attached picture in pixels."""
    original_width: int | None = None
    """Width of the attached picture in pixels."""
    pretext: str | None = None
    """Text shown above the attachment."""
    text: str | None = None
    """Main text of the attachment."""
    thumb_url: str | None = None
    """Address of a small preview of the attached content."""
    title: str | None = None
    """Heading of the attachment."""
    title_link: str | None = None
    """Page to open when the title of the attachment is clicked."""
    type: str | None = None
    """Kind of attachment: `image`, `video`, `audio`, `file`, `giphy` or a name of your own."""

    def __init__(
        self,
        *,
        actions: list[ActionRequest] | None = None,
        asset_url: str | None = None,
        author_icon: str | None = None,
        author_link: str | None = None,
        author_name: str | None = None,
        color: str | None = None,
        fallback: str | None = None,
        fields: list[FieldRequest] | None = None,
        footer: str | None = None,
        footer_icon: str | None = None,
        giphy: ImagesRequest | None = None,
        image_url: str | None = None,
        og_scrape_url: str | None = None,
        original_height: int | None = None,
        original_width: int | None = None,
        pretext: str | None = None,
        text: str | None = None,
        thumb_url: str | None = None,
        title: str | None = None,
        title_link: str | None = None,
        type: str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **custom: Any,
    ) -> None:
        """
        Take the declared members and any custom data, which is sent at the same level.

        Args:
            additional_properties: Custom data whose names are no Python names.
            custom: Custom data; any JSON value.
        """
        self.actions = actions
        self.asset_url = asset_url
        self.author_icon = author_icon
        self.author_link = author_link
        self.author_name = author_name
        self.color = color
        self.fallback = fallback
        self.fields = fields
        self.footer = footer
        self.footer_icon = footer_icon
        self.giphy = giphy
        self.image_url = image_url
        self.og_scrape_url = og_scrape_url
        self.original_height = original_height
        self.original_width = original_width
        self.pretext = pretext
        self.text = text
        self.thumb_url = thumb_url
        self.title = title
        self.title_link = title_link
        self.type = type
        self.additional_properties = {**(additional_properties or {}), **custom}

    _members: ClassVar[dict[str, Codec]] = {
        "actions": ListOf(ModelOf(__package__, "ActionRequest")),
        "asset_url": STRING,
        "author_icon": STRING,
        "author_link": STRING,
        "author_name": STRING,
        "color": STRING,
        "fallback": STRING,
        "fields": ListOf(ModelOf(__package__, "FieldRequest")),
        "footer": STRING,
        "footer_icon": STRING,
        "giphy": ModelOf(__package__, "ImagesRequest"),
        "image_url": STRING,
        "og_scrape_url": STRING,
        "original_height": INTEGER,
        "original_width": INTEGER,
        "pretext": STRING,
        "text": STRING,
        "thumb_url": STRING,
        "title": STRING,
        "title_link": STRING,
        "type": STRING,
    }
