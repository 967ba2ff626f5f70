"""The clients that applications make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Self

import httpx
from genesys_journey_openapi._runtime.async_client import AsyncMiddleware
from genesys_journey_openapi._runtime.client import Middleware
from genesys_journey_openapi._runtime.credentials import from_environment, required_credential
from genesys_journey_openapi._runtime.environment import Environment
from genesys_journey_openapi._runtime.errors import ConfigurationError
from genesys_journey_openapi._runtime.limiter import AsyncLimiter, Limiter
from genesys_journey_openapi._runtime.options import (
    DEFAULT_DEADLINE,
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AttemptHook,
    make_settings,
)
from genesys_journey_openapi._runtime.redact import Secret
from genesys_journey_openapi.client import ApiClient, AsyncApiClient

from ._auth import AccessToken, ClientCredentials
from ._journey import AsyncJourney, Journey
from ._profile import PROFILE
from ._regions import Hosts, find_hosts

__all__ = ["AsyncGenesysJourney", "GenesysJourney"]

DEFAULT_REGION: Final = "mypurecloud.com"
_REGION: Final = "GENESYSCLOUD_REGION"
_ID: Final = "GENESYSCLOUD_OAUTHCLIENT_ID"
_SECRET: Final = "GENESYSCLOUD_OAUTHCLIENT_SECRET"  # noqa: S105 -- the name of a variable
_TOKEN: Final = "GENESYSCLOUD_ACCESS_TOKEN"  # noqa: S105 -- the name of a variable


def _make_auth(
    client_id: str | None,
    client_secret: str | None,
    access_token: str | None,
    hosts: Hosts,
    environment: Environment,
) -> AccessToken | ClientCredentials:
    if access_token is not None:
        if client_id is not None or client_secret is not None:
            raise ConfigurationError("pass access_token or client_id and client_secret, not both")
        token = required_credential(access_token, argument="access_token", variable=_TOKEN)
        return AccessToken(Secret(token))
    return ClientCredentials(
        required_credential(client_id, argument="client_id", variable=_ID),
        Secret(required_credential(client_secret, argument="client_secret", variable=_SECRET)),
        login_url=hosts.login,
        user_agent=PROFILE.user_agent,
        environment=environment,
    )


class GenesysJourney(ApiClient):
    """
    Genesys Cloud's customer journeys from ordinary code; one client may be used by many threads.

    Args:
        region: The region of the account: a domain such as ``mypurecloud.ie`` or an AWS region such
            as ``eu-west-1``.
        client_id: The id of an OAuth client with the grant "client credentials".
        client_secret: Its secret.
        access_token: A token you obtained yourself, instead of the pair; it is not renewed.
        base_url: The API host, instead of that of the region.
        login_url: The login host, instead of that of the region.
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
        region: str = DEFAULT_REGION,
        client_id: str | None = None,
        client_secret: str | None = None,
        access_token: str | None = None,
        base_url: str | None = None,
        login_url: str | None = None,
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
        environment = environment or Environment()
        hosts = find_hosts(region, base_url, login_url)
        auth = _make_auth(client_id, client_secret, access_token, hosts, environment)
        super().__init__(
            base_url=hosts.api,
            profile=PROFILE,
            auth=auth,
            settings=make_settings(timeout, deadline, max_retries, max_response_bytes, headers, on_attempt),
            http_client=http_client,
            transport=transport,
            limiter=limiter,
            middleware=middleware,
            environment=environment,
        )
        if isinstance(auth, ClientCredentials):
            auth.send = self._pool.send_auxiliary

    @cached_property
    def journey(self) -> Journey:
        """Events of customer journeys, with iteration over all pages."""
        return Journey(self)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with the variables that the vendor's own tools read.

        ``GENESYSCLOUD_REGION``, ``GENESYSCLOUD_OAUTHCLIENT_ID`` and
        ``GENESYSCLOUD_OAUTHCLIENT_SECRET``; without a secret ``GENESYSCLOUD_ACCESS_TOKEN``.

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


class AsyncGenesysJourney(AsyncApiClient):
    """
    Genesys Cloud's customer journeys from async code; one client may be used by many tasks.

    Args:
        region: The region of the account: a domain such as ``mypurecloud.ie`` or an AWS region such
            as ``eu-west-1``.
        client_id: The id of an OAuth client with the grant "client credentials".
        client_secret: Its secret.
        access_token: A token you obtained yourself, instead of the pair; it is not renewed.
        base_url: The API host, instead of that of the region.
        login_url: The login host, instead of that of the region.
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
        region: str = DEFAULT_REGION,
        client_id: str | None = None,
        client_secret: str | None = None,
        access_token: str | None = None,
        base_url: str | None = None,
        login_url: str | None = None,
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
        environment = environment or Environment()
        hosts = find_hosts(region, base_url, login_url)
        auth = _make_auth(client_id, client_secret, access_token, hosts, environment)
        super().__init__(
            base_url=hosts.api,
            profile=PROFILE,
            auth=auth,
            settings=make_settings(timeout, deadline, max_retries, max_response_bytes, headers, on_attempt),
            http_client=http_client,
            transport=transport,
            limiter=limiter,
            middleware=middleware,
            environment=environment,
        )
        if isinstance(auth, ClientCredentials):
            auth.asend = self._pool.send_auxiliary

    @cached_property
    def journey(self) -> AsyncJourney:
        """Events of customer journeys, with iteration over all pages."""
        return AsyncJourney(self)

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """
        Make a client with the variables that the vendor's own tools read.

        ``GENESYSCLOUD_REGION``, ``GENESYSCLOUD_OAUTHCLIENT_ID`` and
        ``GENESYSCLOUD_OAUTHCLIENT_SECRET``; without a secret ``GENESYSCLOUD_ACCESS_TOKEN``.

        Args:
            settings: Any argument of the class; it wins over the environment.

        Raises:
            ConfigurationError: A variable is not set.
        """
        return cls(**_from_env(settings))


def _from_env(settings: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"region": from_environment(_REGION) or DEFAULT_REGION}
    if not settings.keys() & {"access_token", "client_id", "client_secret"}:
        token = from_environment(_TOKEN)
        if token is not None and from_environment(_SECRET) is None:
            return {**found, "access_token": token, **settings}
    if "access_token" not in settings:
        found["client_id"] = from_environment(_ID)
        found["client_secret"] = from_environment(_SECRET)
    return {**found, **settings}
