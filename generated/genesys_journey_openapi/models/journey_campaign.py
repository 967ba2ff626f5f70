"""The model `JourneyCampaign`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec
from .._runtime.model import Model, model

__all__ = ["JourneyCampaign"]


@model
class JourneyCampaign(Model):
    """
    Marketing campaign that led the visitor here, as read from the address of the landing page.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    content: str | None = None
    """Variant of the advertisement."""
    medium: str | None = None
    """Marketing channel of the campaign, such as email or cpc."""
    name: str | None = None
    """Name of the campaign."""
    source: str | None = None
    """Origin of the traffic, such as a search engine or a newsletter."""
    term: str | None = None
    """Search term the advertisement was bought for."""
    click_id: str | None = None
    """Identifier that the advertising network gave to the click."""
    network: str | None = None
    """Advertising network the click id belongs to."""

    _wire_names: ClassVar[dict[str, str]] = {
        "click_id": "clickId",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "content": STRING,
        "medium": STRING,
        "name": STRING,
        "source": STRING,
        "term": STRING,
        "click_id": STRING,
        "network": STRING,
    }
