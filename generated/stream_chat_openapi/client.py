"""Clients for the Stream Chat Events API that know the operations but no credentials."""

from functools import cached_property
from typing import Final

from ._runtime.async_client import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.core import Server
from .api.events import AsyncEvents, Events

__all__ = ["SERVERS", "ApiClient", "AsyncApiClient"]

SERVERS: Final = (
    Server(
        "https://chat.stream-io-api.com",
        "Edge network, which routes to the region of the app.",
        {},
    ),
)
"""The hosts that the specification names."""


class ApiClient(SyncClient):
    """The operations of the Stream Chat Events API, one attribute per tag."""

    @cached_property
    def events(self) -> Events:
        """Events of channels and users: sending them, and catching up on missed ones."""
        return Events(self)


class AsyncApiClient(AsyncClient):
    """The operations of the Stream Chat Events API, one attribute per tag."""

    @cached_property
    def events(self) -> AsyncEvents:
        """Events of channels and users: sending them, and catching up on missed ones."""
        return AsyncEvents(self)
