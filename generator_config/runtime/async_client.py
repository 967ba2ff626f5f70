"""The async client: the loop that sends and waits. `client` is its twin, line by line."""

from __future__ import annotations

import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from inspect import isawaitable
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import httpx

from .async_sending import areceive, asend
from .async_transport import own_async_client
from .client import merged_options
from .core import (
    BODY_HEADERS,
    MOST_OF_AN_AUXILIARY_ANSWER,
    ClientCore,
    default_limits,
    free_operation,
    require_instance,
)
from .environment import Environment
from .errors import ConfigurationError, ResponseDecodeError, StatusError
from .exchange import Exchange, Wait
from .failures import AUXILIARY
from .limiter import AsyncLimiter, Limiter
from .loops import asyncio_timeout, running_loop, the_anyio, under_asyncio
from .model import Model
from .operation import Operation
from .options import RequestOptions, Settings
from .profile import Profile
from .redact import plain_headers
from .response import Response

__all__ = ["AsyncClient", "AsyncHandler", "AsyncMiddleware"]

T = TypeVar("T")

AsyncHandler = Callable[[httpx.Request], Awaitable[httpx.Response]]


class AsyncMiddleware(Protocol):
    """
    A function around each attempt, between retrying and signing.

    It gets the request unsigned and returns the response with its body unread; it may change
    headers, measure, answer by itself or raise.
    """

    def __call__(self, request: httpx.Request, call_next: AsyncHandler) -> Awaitable[httpx.Response]:
        """Handle one attempt; ``await call_next(request)`` sends it."""
        ...


class AsyncClient(ClientCore):
    """
    Send requests from async code (asyncio or trio); one client may be used by many tasks.

    Args:
        base_url: Scheme, host and path prefix of the API.
        profile: The vendor's habits.
        auth: Signs each attempt.
        settings: Timeouts, deadline, retries.
        http_client: A client of the caller; it is neither changed nor closed.
        transport: A transport of the caller, for example for tests; it is not closed.
        environment: Time and chance.
        defaults: Arguments that the client itself supplies where a call leaves them out.
        limiter: Paces the attempts; any object like `Limiter`.
        middleware: Functions around each attempt, the first one outermost.
    """

    def __init__(
        self,
        *,
        base_url: str,
        profile: Profile,
        auth: httpx.Auth,
        settings: Settings,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        environment: Environment | None = None,
        defaults: Mapping[str, Any] | None = None,
        limiter: Limiter | AsyncLimiter | None = None,
        middleware: Sequence[AsyncMiddleware] = (),
    ) -> None:
        super().__init__(
            base_url=base_url,
            profile=profile,
            auth=auth,
            settings=settings,
            environment=environment,
            defaults=defaults,
        )
        if http_client is not None and transport is not None:
            raise ConfigurationError("pass http_client or transport, not both")
        if http_client is not None:
            require_instance(http_client, httpx.AsyncClient, "http_client")
        self._limiter = limiter
        self._middleware = tuple(middleware)
        self._pool = _Pool(http_client, transport)

    async def perform(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Model | Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        """
        Carry out a described operation; what the generated methods call.

        Args:
            operation: What is called.
            arguments: The arguments by their Python names; ``None`` means "leave out".
            body: The request body.
            options: Settings of this call.
        """
        self._pool.client()
        exchange = self._exchange(operation, arguments, body, options)
        while True:
            if self._limiter is not None:
                await self._pace(self._limiter, exchange)
            http = self._pool.client()  # it may have been closed during a wait
            request = exchange.next_request()
            try:
                outcome = await self._attempt(http, request, exchange)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                outcome = exchange.failed(error)
            except StatusError as error:
                if error.request is operation.info:
                    raise
                outcome = exchange.refused(error)
            except ResponseDecodeError as error:
                raise exchange.counted(error) from None
            if not isinstance(outcome, Wait):
                return outcome
            await self._environment.async_sleep(outcome.seconds)

    async def _attempt(
        self, http: httpx.AsyncClient, request: httpx.Request, exchange: Exchange[T]
    ) -> Response[T] | Wait:
        left = exchange.time.remaining()
        if not under_asyncio():
            with the_anyio().move_on_after(left):
                return await self._round_trip(http, request, exchange)
            raise exchange.expired()
        # The same in asyncio's own words, for a third of the price.
        end = asyncio_timeout(left)
        try:
            async with end:
                return await self._round_trip(http, request, exchange)
        except TimeoutError:
            if not end.expired():
                raise
        raise exchange.expired()

    async def _round_trip(
        self, http: httpx.AsyncClient, request: httpx.Request, exchange: Exchange[T]
    ) -> Response[T] | Wait:
        response = await self._send(http, request)
        headers = plain_headers(response.headers)
        content = await self._read(response, headers, exchange)
        limits = exchange.limits(headers)
        if self._limiter is not None:
            await _settled(self._limiter.observe(limits))
        return exchange.answered(response.status_code, headers, content, limits)

    async def _send(self, http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        handler: AsyncHandler = partial(asend, http, auth=self._auth)
        for middleware in reversed(self._middleware):
            handler = partial(middleware, call_next=handler)
        return await handler(request)

    async def _read(
        self, response: httpx.Response, headers: Mapping[str, str], exchange: Exchange[T]
    ) -> bytes:
        limit = exchange.settings.max_response_bytes
        received = await areceive(response, headers.get("content-encoding"), limit)
        return exchange.received(received, response.status_code, headers)

    async def _pace(self, limiter: Limiter | AsyncLimiter, exchange: Exchange[T]) -> None:
        while (seconds := await _settled(limiter.reserve(exchange.buckets))) > 0:
            exchange.check_wait(seconds)
            await self._environment.async_sleep(seconds)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Model | Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        idempotent: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> Response[Any]:
        """
        Call an endpoint that this package does not know, with the same auth, retries and errors.

        Args:
            method: The HTTP method.
            path: The path relative to the base URL, already percent-encoded where needed.
            query: Query parameters.
            body: A JSON body.
            headers: Further headers.
            idempotent: Whether an attempt may be repeated blindly; by default only for GET and HEAD.
            request_options: Settings of this call.

        Returns:
            The response; ``parsed`` is the JSON body as plain dicts and lists, ``None`` when empty.
        """
        operation = free_operation(method, path, idempotent)
        return await self.perform(operation, {}, body, merged_options(request_options, query, headers))

    async def aclose(self) -> None:
        """Close the connections, unless they belong to the caller's own client or transport."""
        await self._pool.aclose()

    async def __aenter__(self) -> Self:
        self._pool.client()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


async def _settled(value: T | Awaitable[T]) -> T:
    return await value if isawaitable(value) else value


class _Pool:
    """The `httpx.AsyncClient` in use and who owns it; shared by a client and its twins."""

    def __init__(
        self, http_client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None
    ) -> None:
        self._owned = http_client is None and transport is None
        self._closed = False
        self._loop: object = None
        if http_client is None:
            http_client = (
                httpx.AsyncClient(transport=transport)
                if transport is not None
                else own_async_client(default_limits())
            )
        self._client = http_client

    def client(self) -> httpx.AsyncClient:
        if self._closed:
            raise ConfigurationError("the client is closed")
        loop = running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop != loop:
            # Connections belong to the loop they were opened in; using them elsewhere hangs.
            raise ConfigurationError(
                "the client was used in another event loop before; make one client per event loop"
            )
        return self._client

    async def send_auxiliary(self, request: httpx.Request) -> httpx.Response:
        """
        Send a request that prepares calls, such as a token request; read its answer whole.

        It goes out unsigned, over the same connections, and a failure counts as "the call itself
        was not sent". An answer that is too large or cannot be unpacked reads as empty.
        """
        request.extensions[AUXILIARY] = True
        response = await asend(self.client(), request, None)
        received = await areceive(
            response, response.headers.get("content-encoding"), MOST_OF_AN_AUXILIARY_ANSWER
        )
        content = received.content if received.problem is None else b""
        headers = [pair for pair in response.headers.multi_items() if pair[0] not in BODY_HEADERS]
        return httpx.Response(response.status_code, headers=headers, content=content, request=request)

    async def aclose(self) -> None:
        if self._loop is not None and self._loop != running_loop():
            raise ConfigurationError("aclose() must be awaited in the event loop that used the client")
        self._closed = True
        if self._owned:
            await self._client.aclose()

    def __del__(self) -> None:
        # An event loop is needed to close the connections, so this can only tell.
        if getattr(self, "_owned", False) and self._loop is not None and not self._closed:
            warnings.warn(
                "unclosed client; await aclose() or use 'async with'", ResourceWarning, stacklevel=2
            )
