"""Settings of a client and of a single call."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import httpx
from attrs import evolve, field, frozen

from .errors import ConfigurationError, InvalidArgumentError

__all__ = [
    "DEFAULT_DEADLINE",
    "DEFAULT_MAX_RESPONSE_BYTES",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "SHORTEST_SECRET",
    "Attempt",
    "AttemptHook",
    "RequestOptions",
    "Settings",
    "as_timeout",
    "checked_headers",
    "make_settings",
]

SHORTEST_SECRET: Final = 8
"""Shorter texts are not hidden in answers: they would be found everywhere."""
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")

DEFAULT_TIMEOUT: Final = httpx.Timeout(30.0, connect=5.0, pool=10.0)
DEFAULT_DEADLINE: Final = 90.0
DEFAULT_MAX_RETRIES: Final = 2
DEFAULT_MAX_RESPONSE_BYTES: Final = 64 * 1024 * 1024


@frozen
class Attempt:
    """
    What became of one attempt; handed to the ``on_attempt`` hook.

    Args:
        number: 1 for the first attempt.
        operation: The vendor's name of the operation.
        reason: ``ok``, ``status 503``, ``ConnectTimeout``, ``decode error``, ``deadline`` and so on.
        delay: Seconds until the next attempt, ``None`` when there is none.
        status_code: The status, when there was an answer.
        elapsed: Seconds the attempt took.
    """

    number: int
    operation: str
    reason: str
    delay: float | None
    status_code: int | None
    elapsed: float


AttemptHook = Callable[[Attempt], None]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    # A text may be a credential that was passed as the wrong argument.
    return repr(value) if _is_number(value) else type(value).__name__


def _positive(instance: Any, attribute: Any, value: Any) -> None:
    if value is not None and not (_is_number(value) and value > 0):
        raise ConfigurationError(
            f"{attribute.name} must be a positive number of seconds, not {_shown(value)}"
        )


def _count(instance: Any, attribute: Any, value: Any) -> None:
    if value is not None and not (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        raise ConfigurationError(f"{attribute.name} must be a whole number from 0, not {_shown(value)}")


def _mapping(instance: Any, attribute: Any, value: Any) -> None:
    if value is None:
        return
    # What belongs to one call is an argument, what belongs to the client is configuration.
    refusal = ConfigurationError if isinstance(instance, Settings) else InvalidArgumentError
    if not isinstance(value, Mapping):
        raise refusal(f"{attribute.name} must be a mapping of texts, not {_shown(value)}")
    pairs: Any = value.items()  # pyright: ignore[reportUnknownVariableType]
    if not all(isinstance(name, str) and isinstance(text, str) for name, text in pairs):
        raise refusal(f"{attribute.name} must be a mapping of texts")


def checked_headers(headers: Mapping[str, str] | None) -> None:
    """
    Refuse headers that cannot be sent; the HTTP library would log them and quote them.

    Raises:
        InvalidArgumentError: A name or value has a character that no header may have.
    """
    for name, value in (headers or {}).items():
        if not _HEADER_NAME.fullmatch(name):
            raise InvalidArgumentError("headers: a name has a character that no header name may have")
        if not (value.isascii() and value.replace("\t", " ").isprintable()):
            raise InvalidArgumentError("headers must be printable ASCII")


def _callable(instance: Any, attribute: Any, value: Any) -> None:
    if value is not None and not callable(value):
        raise ConfigurationError(f"{attribute.name} must be a function, not {_shown(value)}")


def as_timeout(value: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """Turn seconds into a timeout for each step (connect, read, write, pool)."""
    if value is None or isinstance(value, httpx.Timeout):
        return value
    if not (_is_number(value) and value > 0):
        raise ConfigurationError(f"timeout must be a positive number of seconds, not {_shown(value)}")
    return httpx.Timeout(value)


@frozen(kw_only=True)
class RequestOptions:
    """
    Settings of one call; what is left out comes from the client.

    Args:
        timeout: Seconds for each step, or an `httpx.Timeout`.
        deadline: Seconds for the whole call, attempts and waits together.
        max_retries: How often a failed attempt may be repeated.
        headers: Further request headers; they win over those of the client.
        query: Further query parameters, sent (and signed) after the declared ones.
    """

    timeout: httpx.Timeout | None = field(default=None, converter=as_timeout)
    deadline: float | None = field(default=None, validator=_positive)
    max_retries: int | None = field(default=None, validator=_count)
    headers: Mapping[str, str] | None = field(default=None, repr=False, validator=_mapping)
    query: Mapping[str, str] | None = field(default=None, repr=False, validator=_mapping)


@frozen(kw_only=True)
class Settings:
    """
    Settings of a client.

    Args:
        timeout: Seconds for each step of an attempt.
        deadline: Seconds for a whole call; ``None`` means no limit beside the timeouts.
        max_retries: How often a failed attempt may be repeated.
        max_response_bytes: The largest body that is read, after unpacking.
        headers: Headers sent with every request.
        on_attempt: Called after each attempt, in the thread or task of the call.
    """

    timeout: httpx.Timeout = field(default=DEFAULT_TIMEOUT)
    deadline: float | None = field(default=DEFAULT_DEADLINE, validator=_positive)
    max_retries: int = field(default=DEFAULT_MAX_RETRIES, validator=_count)
    max_response_bytes: int = field(default=DEFAULT_MAX_RESPONSE_BYTES, validator=_count)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False, validator=_mapping)
    on_attempt: AttemptHook | None = field(default=None, validator=_callable)

    def private_values(self) -> tuple[str, ...]:
        """Return the header values that callers added; any of them may be a secret."""
        return tuple(value for value in self.headers.values() if len(value) >= SHORTEST_SECRET)

    def merge(self, options: RequestOptions | None) -> Settings:
        """Return these settings with those of one call on top."""
        if options is None:
            return self
        changes: dict[str, Any] = {}
        if options.timeout is not None:
            changes["timeout"] = options.timeout
        if options.deadline is not None:
            changes["deadline"] = options.deadline
        if options.max_retries is not None:
            changes["max_retries"] = options.max_retries
        if options.headers:
            changes["headers"] = {**self.headers, **options.headers}
        return evolve(self, **changes) if changes else self


def make_settings(
    timeout: float | httpx.Timeout,
    deadline: float | None,
    max_retries: int,
    max_response_bytes: int,
    headers: Mapping[str, str] | None,
    on_attempt: AttemptHook | None,
) -> Settings:
    """
    Check the settings that every client takes and put them together.

    Raises:
        ConfigurationError: One of them makes no sense; the message names it.
    """
    return Settings(
        timeout=as_timeout(timeout) or DEFAULT_TIMEOUT,
        deadline=deadline,
        max_retries=max_retries,
        max_response_bytes=max_response_bytes,
        headers={} if headers is None else headers,
        on_attempt=on_attempt,
    )
