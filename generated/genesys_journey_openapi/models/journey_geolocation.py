"""The model `JourneyGeolocation`."""

from __future__ import annotations

from typing import ClassVar

from .._runtime.codecs import NUMBER, STRING, Codec
from .._runtime.model import Model, model

__all__ = ["JourneyGeolocation"]


@model
class JourneyGeolocation(Model):
    """
    Place of the visitor, estimated from the IP address.

    Source: Genesys Cloud .NET SDK 55.0.0 model documentation, Genesys Cloud Python SDK 52.0.0 models, Genesys
    Cloud .NET SDK 270.0.0 model documentation, Genesys Cloud Python SDK 269.0.0 models.
    """

    country: str | None = None
    """Country code with two letters after ISO 3166-1."""
    country_name: str | None = None
    """Name of the country."""
    latitude: float | None = None
    """Latitude in degrees, north positive."""
    longitude: float | None = None
    """Longitude in degrees, east positive."""
    locality: str | None = None
    """Name of the town or city."""
    postal_code: str | None = None
    """Postal code."""
    region: str | None = None
    """Code of the region or state after ISO 3166-2."""
    region_name: str | None = None
    """Name of the region or state."""
    source: str | None = None
    """Service or method the place comes from."""
    timezone: str | None = None
    """Name of the time zone, such as Europe/Dublin."""

    _wire_names: ClassVar[dict[str, str]] = {
        "country_name": "countryName",
        "postal_code": "postalCode",
        "region_name": "regionName",
    }

    _members: ClassVar[dict[str, Codec]] = {
        "country": STRING,
        "country_name": STRING,
        "latitude": NUMBER,
        "longitude": NUMBER,
        "locality": STRING,
        "postal_code": STRING,
        "region": STRING,
        "region_name": STRING,
        "source": STRING,
        "timezone": STRING,
    }
