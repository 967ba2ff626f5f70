"""The operations of the tag Connections, with the whole response."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from ..._runtime.client import SyncClient
from ..._runtime.options import RequestOptions
from ..._runtime.response import Response
from .detail_brokerage_authorization import DETAIL_BROKERAGE_AUTHORIZATION
from .disable_brokerage_authorization import DISABLE_BROKERAGE_AUTHORIZATION
from .list_brokerage_authorizations import LIST_BROKERAGE_AUTHORIZATIONS
from .refresh_brokerage_authorization import REFRESH_BROKERAGE_AUTHORIZATION
from .remove_brokerage_authorization import REMOVE_BROKERAGE_AUTHORIZATION
from .return_rates import RETURN_RATES
from .session_events import SESSION_EVENTS

if TYPE_CHECKING:
    from ...models.brokerage_authorization import BrokerageAuthorization
    from ...models.brokerage_authorization_disabled_confirmation import (
        BrokerageAuthorizationDisabledConfirmation,
    )
    from ...models.brokerage_authorization_refresh_confirmation import (
        BrokerageAuthorizationRefreshConfirmation,
    )
    from ...models.rate_of_return_response import RateOfReturnResponse
    from ...models.session_event import SessionEvent

__all__ = ["ConnectionsWithRawResponse"]


class ConnectionsWithRawResponse:
    """
    Links between a user and a login at a brokerage, also called brokerage authorizations.

    Each method is that of `Connections`; it returns the whole `Response` instead of its ``parsed``.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def detail_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> Response[BrokerageAuthorization]:
        """Get one connection."""
        response = self._client.perform(
            DETAIL_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response

    def remove_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> Response[None]:
        """Delete a connection."""
        response = self._client.perform(
            REMOVE_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response

    def disable_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> Response[BrokerageAuthorizationDisabledConfirmation]:
        """Disable a connection for a test."""
        response = self._client.perform(
            DISABLE_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response

    def list_brokerage_authorizations(
        self,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> Response[list[BrokerageAuthorization]]:
        """List the connections of a user."""
        response = self._client.perform(
            LIST_BROKERAGE_AUTHORIZATIONS,
            {
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response

    def refresh_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> Response[BrokerageAuthorizationRefreshConfirmation]:
        """Refresh the holdings of a connection."""
        response = self._client.perform(
            REFRESH_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response

    def return_rates(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        timeframes: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Response[RateOfReturnResponse]:
        """List the rates of return of a connection."""
        response = self._client.perform(
            RETURN_RATES,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
                "timeframes": timeframes,
            },
            options=request_options,
        )
        return response

    def session_events(
        self,
        *,
        partner_client_id: str | None = None,
        user_id: str | Iterable[str] | None = None,
        session_id: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Response[list[SessionEvent]]:
        """List Connection Portal events."""
        response = self._client.perform(
            SESSION_EVENTS,
            {
                "partner_client_id": partner_client_id,
                "user_id": user_id,
                "session_id": session_id,
            },
            options=request_options,
        )
        return response
