"""What the sync and the async client have in common."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final, Self, TypeVar

import httpx
from attrs import evolve, frozen

from .environment import Environment
from .errors import ConfigurationError, InvalidArgumentError
from .exchange import Exchange
from .model import Model
from .operation import Operation, build_parts
from .options import RequestOptions, Settings, as_timeout, checked_headers
from .outgoing import Common
from .profile import Profile

__all__ = [
    "BODY_HEADERS",
    "MOST_OF_AN_AUXILIARY_ANSWER",
    "ClientCore",
    "Server",
    "default_limits",
    "free_operation",
    "require_instance",
]

T = TypeVar("T")


BODY_HEADERS: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that no longer hold for a body that was unpacked."""
MOST_OF_AN_AUXILIARY_ANSWER: Final = 1024 * 1024
"""A token answer has a few hundred bytes; nothing near this size can be one."""


@frozen
class Server:
    """
    A host that the specification names.

    Args:
        url: The base URL.
        description: What it is for.
        extra: The ``x-`` members of the specification, without the prefix.
    """

    url: str
    description: str
    extra: Mapping[str, str]


def default_limits() -> httpx.Limits:
    """Return the limits of the connection pool."""
    return httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=50.0)


class ClientCore:
    """
    Settings, profile and the making of exchanges; sends nothing.

    Args:
        base_url: Scheme, host and path prefix of the API.
        profile: The vendor's habits.
        auth: Signs each attempt.
        settings: Timeouts, deadline, retries.
        environment: Time and chance.
        defaults: Arguments that the client itself supplies where a call leaves them out.
    """

    def __init__(
        self,
        *,
        base_url: str,
        profile: Profile,
        auth: httpx.Auth,
        settings: Settings,
        environment: Environment | None = None,
        defaults: Mapping[str, Any] | None = None,
    ) -> None:
        self._base_url = checked_base_url(base_url)
        self._profile = profile
        self._auth = auth
        self._settings = settings
        self._environment = environment or Environment()
        self._defaults = dict(defaults or {})
        self._common = Common(httpx.URL(self._base_url), profile)

    def _exchange(
        self,
        operation: Operation[T],
        arguments: Mapping[str, Any],
        body: Model | Mapping[str, Any] | None,
        options: RequestOptions | None,
    ) -> Exchange[T]:
        if self._defaults:
            given = {name: value for name, value in arguments.items() if value is not None}
            arguments = {**self._defaults, **given}
        settings = self._settings.merge(options)
        checked_headers(settings.headers)
        parts = build_parts(operation, arguments, body, options.query if options else None)
        return Exchange(
            operation,
            parts,
            common=self._common,
            settings=settings,
            profile=self._profile,
            environment=self._environment,
        )

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """
        Return a client with other settings that shares connections and token with this one.

        Args:
            timeout: Seconds for each step (connect, read, write, pool), or an `httpx.Timeout`.
            deadline: Seconds for a whole call, attempts and waits together.
            max_retries: How often a failed attempt may be repeated.
            headers: Headers sent with every request, added to those of this client.
        """
        options = RequestOptions(
            timeout=as_timeout(timeout), deadline=deadline, max_retries=max_retries, headers=headers
        )
        twin = copy.copy(self)
        # Resources made on first access belong to this client, not to the twin.
        for name in [name for name in vars(twin) if not name.startswith("_")]:
            del vars(twin)[name]
        twin._settings = evolve(self._settings.merge(options))
        return twin

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._base_url}>"


def checked_base_url(base_url: str) -> str:
    """
    Return the base URL without a trailing slash.

    Raises:
        ConfigurationError: It is not an absolute http or https URL, or it carries more than
            scheme, host, port and path.
    """
    # No message repeats the value: it may be a credential that was passed as the wrong argument.
    problem: str | None = None
    url = httpx.URL()
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, TypeError, UnicodeError) as error:
        problem = type(error).__name__
    if problem is not None:
        raise ConfigurationError(f"base_url is not a URL ({problem})")
    if url.scheme not in {"http", "https"} or not url.host:
        raise ConfigurationError("base_url must start with https:// or http:// and name a host")
    if url.userinfo or url.query or url.fragment:
        raise ConfigurationError("base_url must not carry user, query or fragment")
    return str(url).rstrip("/")


def require_instance(value: object, kind: type, argument: str) -> None:
    """
    Refuse the twin of what is needed: a sync client where an async one belongs, or the reverse.

    Raises:
        ConfigurationError: The value is of another type.
    """
    if not isinstance(value, kind):
        raise ConfigurationError(f"{argument} must be an httpx.{kind.__name__}, not {type(value).__name__}")


def free_operation(method: str, path: str, idempotent: bool | None) -> Operation[Any]:
    """
    Describe a request to an endpoint that the specification does not have.

    Raises:
        InvalidArgumentError: The path is not relative to the base URL.
    """
    if not method.isascii() or not method.isalpha():
        raise InvalidArgumentError("method must be a word such as GET")
    if not path.isascii() or not path.isprintable() or " " in path:
        raise InvalidArgumentError("path must be percent-encoded: it has characters that no URL may have")
    if not path.startswith("/") or path.startswith("//") or "?" in path or "#" in path:
        raise InvalidArgumentError("path must start with one '/' and carry no query; pass query=...")
    if any(segment in {".", ".."} for segment in path.split("/")):
        raise InvalidArgumentError("path must not contain '.' or '..' segments")
    method = method.upper()
    return Operation(
        name="request",
        method=method,
        path=path,
        idempotent=method in {"GET", "HEAD"} if idempotent is None else idempotent,
        decode=_as_it_is,
        may_be_empty=True,
    )


def _as_it_is(data: Any) -> Any:
    return data
