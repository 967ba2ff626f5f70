"""Bind a user's id and secret once, instead of passing them to every call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from snaptrade_openapi._runtime.credentials import required_argument
from snaptrade_openapi._runtime.options import RequestOptions
from snaptrade_openapi._runtime.redact import Secret
from snaptrade_openapi.api.connections import AsyncConnections, Connections

if TYPE_CHECKING:
    from snaptrade_openapi.models import (
        BrokerageAuthorization,
        BrokerageAuthorizationDisabledConfirmation,
        BrokerageAuthorizationRefreshConfirmation,
        RateOfReturnResponse,
    )

__all__ = ["AsyncSnapTradeUser", "SnapTradeUser"]


class _Pair(TypedDict):
    user_id: str
    user_secret: str


class _Bound:
    def __init__(self, user_id: str, user_secret: str) -> None:
        self._user_id = required_argument(user_id, "user_id")
        self._user_secret = Secret(required_argument(user_secret, "user_secret"))

    @property
    def user_id(self) -> str:
        """The user that the calls are about."""
        return self._user_id

    def _pair(self) -> _Pair:
        return {"user_id": self._user_id, "user_secret": self._user_secret.reveal()}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._user_id}>"


class UserConnections(_Bound):
    """The connections of one user; each method is that of `Connections` without the user."""

    def __init__(self, connections: Connections, user_id: str, user_secret: str) -> None:
        super().__init__(user_id, user_secret)
        self._connections = connections

    def list_brokerage_authorizations(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> list[BrokerageAuthorization]:
        """List the user's connections."""
        return self._connections.list_brokerage_authorizations(
            request_options=request_options,
            **self._pair(),
        )

    def detail_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorization:
        """Get one connection."""
        return self._connections.detail_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    def disable_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationDisabledConfirmation:
        """Disable a connection, to test how it is reconnected."""
        return self._connections.disable_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    def refresh_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationRefreshConfirmation:
        """Queue an update of the holdings; every call is charged."""
        return self._connections.refresh_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    def remove_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a connection with its accounts and holdings for good."""
        self._connections.remove_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    def return_rates(
        self,
        authorization_id: UUID | str,
        *,
        timeframes: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RateOfReturnResponse:
        """List the rates of return of a connection."""
        return self._connections.return_rates(
            authorization_id,
            timeframes=timeframes,
            request_options=request_options,
            **self._pair(),
        )


class SnapTradeUser(_Bound):
    """
    One user of SnapTrade; made by `SnapTrade.user`.

    Args:
        connections: The connections of the client.
        user_id: The user.
        user_secret: The user's secret.
    """

    def __init__(self, connections: Connections, user_id: str, user_secret: str) -> None:
        super().__init__(user_id, user_secret)
        self.connections = UserConnections(connections, user_id, user_secret)
        """The connections of this user."""


class AsyncUserConnections(_Bound):
    """The connections of one user; each method is that of `AsyncConnections` without the user."""

    def __init__(self, connections: AsyncConnections, user_id: str, user_secret: str) -> None:
        super().__init__(user_id, user_secret)
        self._connections = connections

    async def list_brokerage_authorizations(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> list[BrokerageAuthorization]:
        """List the user's connections."""
        return await self._connections.list_brokerage_authorizations(
            request_options=request_options,
            **self._pair(),
        )

    async def detail_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorization:
        """Get one connection."""
        return await self._connections.detail_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    async def disable_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationDisabledConfirmation:
        """Disable a connection, to test how it is reconnected."""
        return await self._connections.disable_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    async def refresh_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationRefreshConfirmation:
        """Queue an update of the holdings; every call is charged."""
        return await self._connections.refresh_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    async def remove_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a connection with its accounts and holdings for good."""
        await self._connections.remove_brokerage_authorization(
            authorization_id,
            request_options=request_options,
            **self._pair(),
        )

    async def return_rates(
        self,
        authorization_id: UUID | str,
        *,
        timeframes: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RateOfReturnResponse:
        """List the rates of return of a connection."""
        return await self._connections.return_rates(
            authorization_id,
            timeframes=timeframes,
            request_options=request_options,
            **self._pair(),
        )


class AsyncSnapTradeUser(_Bound):
    """
    One user of SnapTrade; made by `AsyncSnapTrade.user`.

    Args:
        connections: The connections of the client.
        user_id: The user.
        user_secret: The user's secret.
    """

    def __init__(self, connections: AsyncConnections, user_id: str, user_secret: str) -> None:
        super().__init__(user_id, user_secret)
        self.connections = AsyncUserConnections(connections, user_id, user_secret)
        """The connections of this user."""
