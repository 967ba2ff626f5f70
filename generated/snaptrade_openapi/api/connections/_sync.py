"""The operations of the tag Connections."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from ..._runtime.client import SyncClient
from ..._runtime.options import RequestOptions
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
    from ._sync_raw import ConnectionsWithRawResponse

__all__ = ["Connections"]


class Connections:
    """
    Links between a user and a login at a brokerage, also called brokerage authorizations.
    """

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @cached_property
    def with_raw_response(self) -> ConnectionsWithRawResponse:
        """The same methods, returning status, headers, body and timing around the result."""
        from ._sync_raw import ConnectionsWithRawResponse

        return ConnectionsWithRawResponse(self._client)

    def detail_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorization:
        """
        Get one connection.

        Returns the connection with the given UUID, together with its brokerage and whether it still
        works.

        Args:
            authorization_id: UUID of the connection to act on.
            user_id: User who owns the connection, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 429, default.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: GET /authorizations/{authorizationId}; SnapTrade Java SDK ConnectionsApi page, SnapTrade
        api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide, SnapTrade
        request id guide.
        """
        response = self._client.perform(
            DETAIL_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response.parsed

    def remove_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """
        Delete a connection.

        Deletes the connection with all its accounts and holdings. This cannot be undone, and it is
        complete once the 204 arrives. Repeating it after a lost response is safe: the second attempt
        finds nothing and answers 404.

        Args:
            authorization_id: UUID of the connection to act on.
            user_id: User who owns the connection, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 400, 401, 404, 429, default.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: DELETE /authorizations/{authorizationId}; SnapTrade Java SDK ConnectionsApi page,
        SnapTrade api.yaml at a831ce6a, SnapTrade rate limit guide, SnapTrade request id guide.
        """
        response = self._client.perform(
            REMOVE_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response.parsed

    def disable_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationDisabledConfirmation:
        """
        Disable a connection for a test.

        Breaks the connection on purpose, as if the brokerage access had expired, and sends the
        CONNECTION_BROKEN webhook. Meant for trying out a reconnect flow. Test keys may call it;
        production keys only after the vendor enabled it. Only the user can repair the connection, through
        the Connection Portal.

        Args:
            authorization_id: UUID of the connection to act on.
            user_id: User who owns the connection, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 402, 403, 404, 429.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: POST /authorizations/{authorizationId}/disable; SnapTrade Java SDK ConnectionsApi page,
        SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide,
        SnapTrade request id guide.
        """
        response = self._client.perform(
            DISABLE_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response.parsed

    def list_brokerage_authorizations(
        self,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> list[BrokerageAuthorization]:
        """
        List the connections of a user.

        Returns every connection of the user in one unpaginated array. Connecting the same brokerage login
        twice yields one connection, not two.

        Args:
            user_id: User whose connections are listed, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 429, default.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: GET /authorizations; SnapTrade Java SDK ConnectionsApi page, SnapTrade api.yaml at
        a831ce6a, SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide, SnapTrade request id guide.
        """
        response = self._client.perform(
            LIST_BROKERAGE_AUTHORIZATIONS,
            {
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response.parsed

    def refresh_brokerage_authorization(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        request_options: RequestOptions | None = None,
    ) -> BrokerageAuthorizationRefreshConfirmation:
        """
        Refresh the holdings of a connection.

        Queues a holdings update for all accounts of the connection and, unless one ran today, a sync of
        the last day's transactions. An ACCOUNT_HOLDINGS_UPDATED webhook follows per account. Every
        accepted call is charged and some plans do not allow it, so it must not be repeated blindly.

        Args:
            authorization_id: UUID of the connection to act on.
            user_id: User who owns the connection, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 402, 403, 404, 429.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: POST /authorizations/{authorizationId}/refresh; SnapTrade Java SDK ConnectionsApi page,
        SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide,
        SnapTrade request id guide.
        """
        response = self._client.perform(
            REFRESH_BROKERAGE_AUTHORIZATION,
            {
                "authorization_id": authorization_id,
                "user_id": user_id,
                "user_secret": user_secret,
            },
            options=request_options,
        )
        return response.parsed

    def return_rates(
        self,
        authorization_id: UUID | str,
        *,
        user_id: str,
        user_secret: str,
        timeframes: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RateOfReturnResponse:
        """
        List the rates of return of a connection.

        Returns the rates of return of the connection in percent, one for each timeframe that its
        brokerage offers.

        Args:
            authorization_id: UUID of the connection to act on.
            user_id: User who owns the connection, by the identifier given at registration.
            user_secret: Secret of that user. It travels in the query, so keep the URL out of logs.
            timeframes: Comma-separated timeframes to return, spelled as in Timeframe; all that exist when left
                out. Only the current era knows this filter.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 403, 429, 500, 501, 503.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: GET /authorizations/{authorizationId}/returnRates; SnapTrade Java SDK ConnectionsApi page,
        SnapTrade api.yaml at a831ce6a, SnapTrade api.yaml at 2df67c03, SnapTrade rate limit guide,
        SnapTrade request id guide.
        """
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
        return response.parsed

    def session_events(
        self,
        *,
        partner_client_id: str | None = None,
        user_id: str | Iterable[str] | None = None,
        session_id: str | Iterable[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[SessionEvent]:
        """
        List Connection Portal events.

        Returns what users did in the Connection Portal, for all users of the partner or for chosen users
        and sessions, in one unpaginated array. No user secret is needed.

        Args:
            partner_client_id: Client id of the partner. It is sent in addition to the clientId that authentication adds,
                with the same value. Left out, it is that of the client.
            user_id: Comma-separated user ids; only events of these users are returned.
            session_id: Comma-separated session ids; only events of these sessions are returned.
            request_options: Timeouts, deadline, retries, headers and query of this call.

        Raises:
            StatusError: The vendor refused; documented: 401, 429, default.
            TransportError: No complete answer arrived.
            ResponseDecodeError: The answer is not what this operation returns.
            InvalidArgumentError: An argument cannot be sent; nothing was sent.

        Source: GET /sessionEvents; SnapTrade Java SDK ConnectionsApi page, SnapTrade api.yaml at
        a831ce6a, SnapTrade rate limit guide, SnapTrade request id guide.
        """
        response = self._client.perform(
            SESSION_EVENTS,
            {
                "partner_client_id": partner_client_id,
                "user_id": user_id,
                "session_id": session_id,
            },
            options=request_options,
        )
        return response.parsed
