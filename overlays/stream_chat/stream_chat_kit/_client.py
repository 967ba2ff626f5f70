"""The clients that applications make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Self, TypedDict

import httpx
from stream_chat_openapi._runtime.async_client import AsyncMiddleware
from stream_chat_openapi._runtime.client import Middleware
from stream_chat_openapi._runtime.credentials import from_environment, required_credential
from stream_chat_openapi._runtime.environment import Environment
from stream_chat_openapi._runtime.errors import ConfigurationError
from stream_chat_openapi._runtime.limiter import AsyncLimiter, Limiter
from stream_chat_openapi._runtime.options import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AttemptHook,
    make_settings,
)
from stream_chat_openapi._runtime.profile import Profile
from stream_chat_openapi._runtime.redact import Secret
from stream_chat_openapi.client import SERVERS, ApiClient, AsyncApiClient

from ._auth import StreamAuth
from ._profile import PROFILE
from .tokens import server_token

__all__ = ["AsyncStreamChat", "StreamChat"]


_KEY: Final = "STREAM_API_KEY"
_SECRET: Final = "STREAM_API_SECRET"  # noqa: S105 -- the name of a variable
_URL: Final = "STREAM_BASE_URL"


class _Identity(TypedDict):
    profile: Profile
    auth: httpx.Auth
    environment: Environment


def _identity(
    api_key: str | None, api_secret: str | None, token: str | None, environment: Environment | None
) -> _Identity:
    key = required_credential(api_key, argument="api_key", variable=_KEY)
    if token is None:
        secret = required_credential(api_secret, argument="api_secret", variable=_SECRET)
        token = server_token(secret)
    elif api_secret is not None:
        raise ConfigurationError("pass api_secret for a server token or token for a user, not both")
    else:
        token = required_credential(token, argument="token", variable=None)
    return {
        "profile": PROFILE,
        "auth": StreamAuth(key, Secret(token)),
        "environment": environment or Environment(),
    }


class StreamChat(ApiClient):
    """
    Stream Chat's events from ordinary code; one client may be used by many threads.

    Args:
        api_key: The key of the app; it is public.
        api_secret: The secret of the app. It signs a server token and is never sent.
        token: The token of one user, instead of the secret; then the user's permissions apply.
        base_url: Where the API is.
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
        api_key: str | None = None,
        api_secret: str | None = None,
        token: str | None = None,
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
            **_identity(api_key, api_secret, token, environment),
        )

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with ``STREAM_API_KEY``, ``STREAM_API_SECRET`` and ``STREAM_BASE_URL`` (optional).

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


class AsyncStreamChat(AsyncApiClient):
    """
    Stream Chat's events from async code; one client may be used by many tasks.

    Args:
        api_key: The key of the app; it is public.
        api_secret: The secret of the app. It signs a server token and is never sent.
        token: The token of one user, instead of the secret; then the user's permissions apply.
        base_url: Where the API is.
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
        api_key: str | None = None,
        api_secret: str | None = None,
        token: str | None = None,
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
            **_identity(api_key, api_secret, token, environment),
        )

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with ``STREAM_API_KEY``, ``STREAM_API_SECRET`` and ``STREAM_BASE_URL`` (optional).

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


def _from_env(settings: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"api_key": from_environment(_KEY)}
    if "token" not in settings:
        found["api_secret"] = from_environment(_SECRET)
    base_url = from_environment(_URL)
    if base_url is not None:
        found["base_url"] = base_url
    return {**found, **settings}
