"""The model `JourneyPage`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import STRING, Codec, ListOf
from .._runtime.model import Model, model

__all__ = ["JourneyPage"]


@model
class JourneyPage(Model):
    """
    Web page the event happened on.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    url: str | None = None
    """Full address of the page."""
    title: str | None = None
    """Title of the page."""
    domain: str | None = None
    """Registered domain of the page."""
    fragment: str | None = None
    """Part of the address after the hash sign."""
    hostname: str | None = None
    """Host of the page."""
    keywords: str | None = None
    """Keywords from the page's metadata."""
    lang: str | None = None
    """Language of the page, as a code with two letters."""
    pathname: str | None = None
    """Path of the page's address."""
    query_string: str | None = None
    """Query of the page's address."""
    breadcrumb: list[str] | None = None
    """Place of the page within the site, from the top down."""

    _wire_names: ClassVar[dict[str, str]] = {
        "query_string": "queryString",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "url": STRING,
        "title": STRING,
        "domain": STRING,
        "fragment": STRING,
        "hostname": STRING,
        "keywords": STRING,
        "lang": STRING,
        "pathname": STRING,
        "query_string": STRING,
        "breadcrumb": ListOf(STRING),
    }
