"""The sync client: the loop that sends and waits. `async_client` is its twin, line by line."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import httpx

from .core import (
    BODY_HEADERS,
    MOST_OF_AN_AUXILIARY_ANSWER,
    ClientCore,
    default_limits,
    free_operation,
    require_instance,
)
from .deadline import deadline
from .environment import Environment
from .errors import ConfigurationError, ResponseDecodeError, StatusError
from .exchange import Exchange, Wait
from .failures import AUXILIARY
from .limiter import Limiter
from .model import Model
from .operation import Operation
from .options import RequestOptions, Settings
from .profile import Profile
from .redact import plain_headers
from .response import Response
from .sending import receive, send
from .transport import own_client

__all__ = ["Handler", "Middleware", "SyncClient", "merged_options"]

T = TypeVar("T")

Handler = Callable[[httpx.Request], httpx.Response]


class Middleware(Protocol):
    """
    A function around each attempt, between retrying and signing.

    It gets the request unsigned and returns the response with its body unread; it may change
    headers, measure, answer by itself or raise.
    """

    def __call__(self, request: httpx.Request, call_next: Handler) -> httpx.Response:
        """Handle one attempt; ``call_next(request)`` sends it."""
        ...


class SyncClient(ClientCore):
    """
    Send requests from ordinary code; one client may be used by many threads.

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
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
        environment: Environment | None = None,
        defaults: Mapping[str, Any] | None = None,
        limiter: Limiter | None = None,
        middleware: Sequence[Middleware] = (),
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
            require_instance(http_client, httpx.Client, "http_client")
        self._limiter = limiter
        self._middleware = tuple(middleware)
        self._pool = _Pool(http_client, transport)

    def perform(
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
                self._pace(self._limiter, exchange)
            http = self._pool.client()  # it may have been closed during a wait
            request = exchange.next_request()
            try:
                outcome = self._attempt(http, request, exchange)
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
            self._environment.sleep(outcome.seconds)

    def _attempt(
        self, http: httpx.Client, request: httpx.Request, exchange: Exchange[T]
    ) -> Response[T] | Wait:
        with deadline(exchange.time.end, self._environment.monotonic):
            response = self._send(http, request)
            headers = plain_headers(response.headers)
            content = self._read(response, headers, exchange)
        limits = exchange.limits(headers)
        if self._limiter is not None:
            self._limiter.observe(limits)
        return exchange.answered(response.status_code, headers, content, limits)

    def _send(self, http: httpx.Client, request: httpx.Request) -> httpx.Response:
        handler: Handler = partial(send, http, auth=self._auth)
        for middleware in reversed(self._middleware):
            handler = partial(middleware, call_next=handler)
        return handler(request)

    def _read(self, response: httpx.Response, headers: Mapping[str, str], exchange: Exchange[T]) -> bytes:
        limit = exchange.settings.max_response_bytes
        received = receive(response, headers.get("content-encoding"), limit, exchange.check_deadline)
        return exchange.received(received, response.status_code, headers)

    def _pace(self, limiter: Limiter, exchange: Exchange[T]) -> None:
        while (seconds := limiter.reserve(exchange.buckets)) > 0:
            exchange.check_wait(seconds)
            self._environment.sleep(seconds)

    def request(
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
        return self.perform(operation, {}, body, merged_options(request_options, query, headers))

    def close(self) -> None:
        """Close the connections, unless they belong to the caller's own client or transport."""
        self._pool.close()

    def __enter__(self) -> Self:
        self._pool.client()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Pool:
    """The `httpx.Client` in use and who owns it; shared by a client and its `with_options` twins."""

    def __init__(self, http_client: httpx.Client | None, transport: httpx.BaseTransport | None) -> None:
        self._owned = http_client is None and transport is None
        self._closed = False
        if http_client is None:
            http_client = (
                httpx.Client(transport=transport) if transport is not None else own_client(default_limits())
            )
        self._client = http_client

    def client(self) -> httpx.Client:
        if self._closed:
            raise ConfigurationError("the client is closed")
        return self._client

    def send_auxiliary(self, request: httpx.Request) -> httpx.Response:
        """
        Send a request that prepares calls, such as a token request; read its answer whole.

        It goes out unsigned, over the same connections, and a failure counts as "the call itself
        was not sent". An answer that is too large or cannot be unpacked reads as empty.
        """
        request.extensions[AUXILIARY] = True
        response = send(self.client(), request, None)
        received = receive(response, response.headers.get("content-encoding"), MOST_OF_AN_AUXILIARY_ANSWER)
        content = received.content if received.problem is None else b""
        headers = [pair for pair in response.headers.multi_items() if pair[0] not in BODY_HEADERS]
        return httpx.Response(response.status_code, headers=headers, content=content, request=request)

    def close(self) -> None:
        self._closed = True
        if self._owned:
            self._client.close()

    def __del__(self) -> None:
        if getattr(self, "_owned", False) and not self._closed:
            try:
                warnings.warn("unclosed client; call close() or use 'with'", ResourceWarning, stacklevel=2)
            finally:
                self.close()


def merged_options(
    options: RequestOptions | None, query: Mapping[str, str] | None, headers: Mapping[str, str] | None
) -> RequestOptions:
    """Put query and headers of a free request on top of the call's options."""
    base = options or RequestOptions()
    return RequestOptions(
        timeout=base.timeout,
        deadline=base.deadline,
        max_retries=base.max_retries,
        headers={**(base.headers or {}), **(headers or {})},
        query={**(base.query or {}), **(query or {})},
    )
