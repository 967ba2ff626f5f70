"""The auth hooks: OAuth client credentials with a shared token, or a token given by the caller."""

from __future__ import annotations

import base64
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Any

import httpx
from genesys_journey_openapi._runtime.deadline import time_left
from genesys_journey_openapi._runtime.environment import Environment
from genesys_journey_openapi._runtime.errors import KitError
from genesys_journey_openapi._runtime.failures import AUXILIARY
from genesys_journey_openapi._runtime.redact import Secret

from ._token import Token, TokenBox, fresh, read_token

__all__ = ["AccessToken", "ClientCredentials"]


class AccessToken(httpx.Auth):
    """
    Send an access token that the caller obtained; it is never renewed.

    Args:
        token: The access token.
    """

    def __init__(self, token: Secret) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the token to one attempt."""
        request.headers["Authorization"] = f"Bearer {self._token.reveal()}"
        yield request


class ClientCredentials(httpx.Auth):
    """
    Get, share and renew an access token (OAuth 2.0 client credentials grant).

    The token is renewed shortly before it expires, and once when the API refuses it; a second
    refusal is the caller's to handle. Source: Genesys Cloud's guide on client credentials.

    Args:
        client_id: The OAuth client id.
        client_secret: The OAuth client secret.
        login_url: The base URL of the login host.
        user_agent: Sent with token requests.
        environment: Clocks.
    """

    requires_request_body = False

    def __init__(
        self,
        client_id: str,
        client_secret: Secret,
        *,
        login_url: str,
        user_agent: str,
        environment: Environment,
    ) -> None:
        self._client_id = client_id
        self._client_secret = client_secret
        self._url = f"{login_url}/oauth/token"
        self._user_agent = user_agent
        self._environment = environment
        self._box = TokenBox(environment.monotonic)
        self._gate = threading.Lock()
        self._async_gates: tuple[Any, Any] | None = None
        self.send: Callable[[httpx.Request], httpx.Response] | None = None
        """How the sync client sends the token request; set by the client."""
        self.asend: Callable[[httpx.Request], Awaitable[httpx.Response]] | None = None
        """How the async client sends the token request; set by the client."""

    # -- sync

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send one attempt, and once more with a new token when the first is refused."""
        token = self._obtain(request, None)
        response = yield self._authorized(request, token)
        if response.status_code == 401:
            yield self._authorized(request, self._obtain(request, token))

    def _obtain(self, request: httpx.Request, refused: Token | None) -> Token:
        token = self._box.current(refused)
        if token is not None:
            return token
        rounds = self._box.rounds
        if not self._gate.acquire(blocking=False):
            # Somebody is renewing already: go on with the old token while it works.
            token = self._box.usable(refused)
            if token is not None:
                return token
            self._wait_for_gate(request)
        try:
            token = self._settled(rounds, refused)
            if token is not None:
                return token
            assert self.send is not None
            try:
                return self._accept(self.send(self._token_request(request)))
            except (KitError, httpx.HTTPError) as error:
                self._box.fail(error)
                if (old := self._box.usable(refused)) is not None:
                    return old  # the renewal was early; the next call tries again
                raise
        finally:
            self._gate.release()

    def _wait_for_gate(self, request: httpx.Request) -> None:
        left = time_left()
        if not self._gate.acquire(timeout=-1 if left is None else left):
            waited = self._token_request(request)
            raise httpx.PoolTimeout("the token request of another call took too long", request=waited)

    # -- async

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Send one attempt, and once more with a new token when the first is refused."""
        token = await self._aobtain(request, None)
        response = yield self._authorized(request, token)
        if response.status_code == 401:
            yield self._authorized(request, await self._aobtain(request, token))

    async def _aobtain(self, request: httpx.Request, refused: Token | None) -> Token:
        token = self._box.current(refused)
        if token is not None:
            return token
        rounds = self._box.rounds
        gate = self._async_gate()
        if gate.locked():
            # Somebody is renewing already: go on with the old token while it works.
            token = self._box.usable(refused)
            if token is not None:
                return token
        async with gate:
            token = self._settled(rounds, refused)
            if token is not None:
                return token
            assert self.asend is not None
            try:
                return self._accept(await self.asend(self._token_request(request)))
            except (KitError, httpx.HTTPError) as error:
                self._box.fail(error)
                if (old := self._box.usable(refused)) is not None:
                    return old  # the renewal was early; the next call tries again
                raise

    def _async_gate(self) -> Any:
        import anyio
        import anyio.lowlevel

        # A client serves one event loop; a lock of another one could not be waited for.
        loop = anyio.lowlevel.current_token()
        if self._async_gates is None or self._async_gates[0] != loop:
            self._async_gates = (loop, anyio.Lock())
        return self._async_gates[1]

    # -- both

    def _settled(self, rounds: int, refused: Token | None) -> Token | None:
        """Return what the request brought that ended while we waited, or raise its failure."""
        token = self._box.current(refused)
        if token is None:
            failure = self._box.failure_since(rounds)
            if failure is not None:
                raise fresh(failure)
        return token

    def _accept(self, response: httpx.Response) -> Token:
        token = read_token(
            response, self._environment.monotonic(), self._environment.time(), self._client_secret
        )
        self._box.store(token)
        return token

    def _token_request(self, request: httpx.Request) -> httpx.Request:
        pair = f"{self._client_id}:{self._client_secret.reveal()}"
        return httpx.Request(
            "POST",
            self._url,
            headers={
                "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
                "Content-Type": "application/x-www-form-urlencoded",
                "Accept": "application/json",
                "User-Agent": self._user_agent,
            },
            content=b"grant_type=client_credentials",
            # The call's own timeouts, which its deadline has shortened already, bound this too.
            extensions={"timeout": request.extensions["timeout"], AUXILIARY: True},
        )

    @staticmethod
    def _authorized(request: httpx.Request, token: Token) -> httpx.Request:
        request.headers["Authorization"] = f"Bearer {token.value.reveal()}"
        return request
