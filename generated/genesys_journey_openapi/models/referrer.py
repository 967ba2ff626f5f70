"""The model `Referrer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .._runtime.codecs import STRING, Codec, EnumOf
from .._runtime.model import Model, model

if TYPE_CHECKING:
    from .referrer_medium import ReferrerMedium

__all__ = ["Referrer"]


@model
class Referrer(Model):
    """
    Page that brought the visitor here.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    url: str | None = None
    """Full address of the referring page."""
    domain: str | None = None
    """Registered domain of the referring page."""
    hostname: str | None = None
    """Host of the referring page."""
    keywords: str | None = None
    """Search words, when the referrer is a search engine."""
    pathname: str | None = None
    """Path of the referring page's address."""
    query_string: str | None = None
    """Query of the referring page's address."""
    fragment: str | None = None
    """Part of the referring page's address after the hash sign."""
    name: str | None = None
    """Name of the referring site when it is a known one."""
    medium: ReferrerMedium | None = None
    """Kind of source the referrer counts as."""

    _wire_names: ClassVar[dict[str, str]] = {
        "query_string": "queryString",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "url": STRING,
        "domain": STRING,
        "hostname": STRING,
        "keywords": STRING,
        "pathname": STRING,
        "query_string": STRING,
        "fragment": STRING,
        "name": STRING,
        "medium": EnumOf(__package__, "ReferrerMedium"),
    }
