"""The clients that applications make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypedDict

import httpx
from snaptrade_openapi._runtime.async_client import AsyncMiddleware
from snaptrade_openapi._runtime.client import Middleware
from snaptrade_openapi._runtime.credentials import from_environment, required_credential
from snaptrade_openapi._runtime.environment import Environment
from snaptrade_openapi._runtime.limiter import AsyncLimiter, Limiter
from snaptrade_openapi._runtime.options import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AttemptHook,
    make_settings,
)
from snaptrade_openapi._runtime.profile import Profile
from snaptrade_openapi._runtime.redact import Secret
from snaptrade_openapi.client import SERVERS, ApiClient, AsyncApiClient

from ._auth import SnapTradeAuth
from ._profile import PROFILE
from ._user import AsyncSnapTradeUser, SnapTradeUser

__all__ = ["AsyncSnapTrade", "SnapTrade"]


class _Identity(TypedDict):
    profile: Profile
    auth: httpx.Auth
    environment: Environment
    defaults: Mapping[str, Any]


def _identity(client_id: str | None, consumer_key: str | None, environment: Environment | None) -> _Identity:
    client_id = required_credential(client_id, argument="client_id", variable="SNAPTRADE_CLIENT_ID")
    key = required_credential(consumer_key, argument="consumer_key", variable="SNAPTRADE_CONSUMER_KEY")
    environment = environment or Environment()
    return {
        "profile": PROFILE,
        "auth": SnapTradeAuth(client_id, Secret(key), environment.time),
        "environment": environment,
        "defaults": {"partner_client_id": client_id},
    }


class SnapTrade(ApiClient):
    """
    SnapTrade's connections from ordinary code; one client may be used by many threads.

    Args:
        client_id: The client id from the SnapTrade dashboard.
        consumer_key: The consumer key that belongs to it. It signs requests and is never sent.
        base_url: Where the API is; the root without ``/api/v1`` works as well.
        timeout: Seconds for each step (connect, read, write, pool), or an `httpx.Timeout`.
        deadline: Seconds for a whole call, attempts and waits together; ``None`` means no limit.
        max_retries: How often a failed attempt may be repeated.
        max_response_bytes: The largest body that is read.
        headers: Further headers sent with every request.
        on_attempt: Called after each attempt.
        limiter: Paces requests before the server refuses them, for example a `HeaderLimiter`.
        middleware: Functions around each attempt, the first one outermost.
        http_client: Your own `httpx.Client` (proxies, certificates, HTTP/2); it is neither changed
            nor closed.
        transport: Your own transport, for example for tests; it is not closed.
        environment: Clocks and randomness, for tests.

    Raises:
        ConfigurationError: A credential is missing or a setting makes no sense.
    """

    def __init__(
        self,
        *,
        client_id: str | None = None,
        consumer_key: str | None = None,
        base_url: str = SERVERS[0].url,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES,
        headers: Mapping[str, str] | None = None,
        on_attempt: AttemptHook | None = None,
        limiter: Limiter | None = None,
        middleware: Sequence[Middleware] = (),
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        environment: Environment | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            settings=make_settings(timeout, deadline, max_retries, max_response_bytes, headers, on_attempt),
            http_client=http_client,
            transport=transport,
            limiter=limiter,
            middleware=middleware,
            **_identity(client_id, consumer_key, environment),
        )

    def user(self, user_id: str, user_secret: str) -> SnapTradeUser:
        """
        Bind a user's id and secret, so that calls need not repeat them.

        Args:
            user_id: The user.
            user_secret: The user's secret.
        """
        return SnapTradeUser(self.connections, user_id, user_secret)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with ``SNAPTRADE_CLIENT_ID`` and ``SNAPTRADE_CONSUMER_KEY``.

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


class AsyncSnapTrade(AsyncApiClient):
    """
    SnapTrade's connections from async code; one client may be used by many tasks.

    Args:
        client_id: The client id from the SnapTrade dashboard.
        consumer_key: The consumer key that belongs to it. It signs requests and is never sent.
        base_url: Where the API is; the root without ``/api/v1`` works as well.
        timeout: Seconds for each step (connect, read, write, pool), or an `httpx.Timeout`.
        deadline: Seconds for a whole call, attempts and waits together; ``None`` means no limit.
        max_retries: How often a failed attempt may be repeated.
        max_response_bytes: The largest body that is read.
        headers: Further headers sent with every request.
        on_attempt: Called after each attempt.
        limiter: Paces requests before the server refuses them, for example a `HeaderLimiter`.
        middleware: Functions around each attempt, the first one outermost.
        http_client: Your own `httpx.AsyncClient` (proxies, certificates, HTTP/2); it is neither
            changed nor closed.
        transport: Your own transport, for example for tests; it is not closed.
        environment: Clocks and randomness, for tests.

    Raises:
        ConfigurationError: A credential is missing or a setting makes no sense.
    """

    def __init__(
        self,
        *,
        client_id: str | None = None,
        consumer_key: str | None = None,
        base_url: str = SERVERS[0].url,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_MAX_RETRIES,
        max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES,
        headers: Mapping[str, str] | None = None,
        on_attempt: AttemptHook | None = None,
        limiter: Limiter | AsyncLimiter | None = None,
        middleware: Sequence[AsyncMiddleware] = (),
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        environment: Environment | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url,
            settings=make_settings(timeout, deadline, max_retries, max_response_bytes, headers, on_attempt),
            http_client=http_client,
            transport=transport,
            limiter=limiter,
            middleware=middleware,
            **_identity(client_id, consumer_key, environment),
        )

    def user(self, user_id: str, user_secret: str) -> AsyncSnapTradeUser:
        """
        Bind a user's id and secret, so that calls need not repeat them.

        Args:
            user_id: The user.
            user_secret: The user's secret.
        """
        return AsyncSnapTradeUser(self.connections, user_id, user_secret)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with ``SNAPTRADE_CLIENT_ID`` and ``SNAPTRADE_CONSUMER_KEY``.

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


def _from_env(settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "client_id": from_environment("SNAPTRADE_CLIENT_ID"),
        "consumer_key": from_environment("SNAPTRADE_CONSUMER_KEY"),
        **settings,
    }
