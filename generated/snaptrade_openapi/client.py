"""Clients for the SnapTrade Connections API that know the operations but no credentials."""

from functools import cached_property
from typing import Final

from ._runtime.async_client import AsyncClient
from ._runtime.client import SyncClient
from ._runtime.core import Server
from .api.connections import AsyncConnections, Connections

__all__ = ["SERVERS", "ApiClient", "AsyncApiClient"]

SERVERS: Final = (
    Server(
        "https://api.snaptrade.com/api/v1",
        "Base of the page era. It still answers, with a Deprecation header.",
        {},
    ),
    Server(
        "https://api.snaptrade.com",
        "Base of the current era, without a path prefix.",
        {},
    ),
)
"""The hosts that the specification names."""


class ApiClient(SyncClient):
    """The operations of the SnapTrade Connections API, one attribute per tag."""

    @cached_property
    def connections(self) -> Connections:
        """Links between a user and a login at a brokerage, also called brokerage authorizations."""
        return Connections(self)


class AsyncApiClient(AsyncClient):
    """The operations of the SnapTrade Connections API, one attribute per tag."""

    @cached_property
    def connections(self) -> AsyncConnections:
        """Links between a user and a login at a brokerage, also called brokerage authorizations."""
        return AsyncConnections(self)
