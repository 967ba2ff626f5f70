"""
Everything a call can raise.

::

    KitError
    ├── ConfigurationError (ValueError)      wrong or missing settings, a closed client
    ├── InvalidArgumentError (ValueError)    an argument that cannot be sent; nothing was sent
    ├── TransportError                       no complete answer arrived
    │   ├── ConnectionFailedError            refused, reset, unreachable, broken off
    │   ├── TLSError                         the certificate or the handshake was refused
    │   └── RequestTimeoutError (TimeoutError)
    │       └── DeadlineExceededError        the total time for the call is used up
    ├── ResponseDecodeError                  an answer that is not what the operation returns
    └── StatusError                          any status that is not 2xx
        ├── BadRequestError                  400
        ├── AuthenticationError              401
        ├── PaymentRequiredError             402
        ├── PermissionDeniedError            403
        ├── NotFoundError                    404
        ├── ConflictError                    409
        ├── PayloadTooLargeError             413
        ├── UnprocessableContentError        422
        ├── RateLimitError                   429
        └── ServerError                      500 to 599

A status without a class of its own (418, 499, 302) raises `StatusError` itself.
Every error can be pickled, deep-copied and compared, and ``str(error)`` is one line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import frozen

from .ratelimit import RateLimit
from .redact import one_line

__all__ = [
    "AuthenticationError",
    "BadRequestError",
    "CallInfo",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "DeadlineExceededError",
    "ErrorInfo",
    "InvalidArgumentError",
    "KitError",
    "NotFoundError",
    "PayloadTooLargeError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseDecodeError",
    "ServerError",
    "StatusError",
    "TLSError",
    "TransportError",
    "UnprocessableContentError",
    "status_error_class",
]


@frozen
class CallInfo:
    """
    The request an error belongs to, without any value that could be a secret.

    Args:
        operation: The vendor's name of the operation.
        method: The HTTP method.
        path: The path template, for example ``/authorizations/{authorizationId}``.
    """

    operation: str
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@frozen
class ErrorInfo:
    """
    What the vendor's error body says, whichever of its shapes it came in.

    Args:
        code: The vendor's error code as text, since some vendors send ``1076`` and ``"1076"``.
        message: The vendor's explanation for people.
        final: The vendor says that sending the same request again is pointless.
    """

    code: str | None = None
    message: str | None = None
    final: bool = False


class KitError(Exception):
    """The base of every error this package raises on purpose."""

    _state: ClassVar[tuple[str, ...]] = ("request", "attempts")

    def __init__(self, message: str, *, request: CallInfo | None = None, attempts: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        """The request this is about, when there was one."""
        self.attempts = attempts
        """How many times the request was sent, or tried to be."""

    def __str__(self) -> str:
        where = f"{self.request}: " if self.request else ""
        return one_line(f"{where}{self.message}")

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._state}

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions with keyword-only arguments do not unpickle by themselves.
        return _rebuild, (type(self), self.message, self._values())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KitError) or type(other) is not type(self):
            return NotImplemented
        return self.message == other.message and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self.message))


def _rebuild(cls: type[KitError], message: str, values: dict[str, Any]) -> KitError:
    return cls(message, **values)


class ConfigurationError(KitError, ValueError):
    """A setting is missing or makes no sense; the message names the argument."""


class InvalidArgumentError(KitError, ValueError):
    """An argument cannot be sent; the message names it, and nothing was sent."""


class TransportError(KitError):
    """No complete answer arrived; ``__cause__`` is the error of the HTTP library."""


class ConnectionFailedError(TransportError):
    """The connection could not be made or broke before the answer was complete."""


class TLSError(TransportError):
    """The secure connection was refused, for example because of the certificate."""


class RequestTimeoutError(TransportError, TimeoutError):
    """One step (connect, write, read, or waiting for a free connection) took too long."""


class DeadlineExceededError(RequestTimeoutError):
    """The total time allowed for the call, attempts and waits together, is used up."""


class _ResponseError(KitError):
    _state: ClassVar[tuple[str, ...]] = (
        "request",
        "attempts",
        "status_code",
        "headers",
        "content",
        "request_id",
        "rate_limits",
    )

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        request_id: str | None = None,
        rate_limits: tuple[RateLimit, ...] = (),
        request: CallInfo | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(message, request=request, attempts=attempts)
        self.status_code = status_code
        """The HTTP status; a plain integer, so that no status is unknown."""
        self.headers = dict(headers or {})
        """The response headers, names in lower case."""
        self.content = content
        """The body as received; unpacked when it was compressed."""
        self.request_id = request_id
        """The vendor's id of this request, to be quoted in a support case."""
        self.rate_limits = rate_limits
        """The rate limits the response told about."""

    def __str__(self) -> str:
        where = f"{self.request} -> " if self.request else ""
        suffix = f" (request id {self.request_id})" if self.request_id else ""
        return one_line(f"{where}{self.status_code}: {self.message}{suffix}")

    @property
    def rate_limit(self) -> RateLimit | None:
        """The limit that is closest to being used up."""
        return min(self.rate_limits, key=RateLimit.headroom, default=None)


class ResponseDecodeError(_ResponseError):
    """
    A 2xx answer that is not what the operation returns: HTML, cut off, empty, another type.

    The body is kept in `content`, because the request may have had its effect.
    """


class StatusError(_ResponseError):
    """The server answered with a status that is not 2xx."""

    _state: ClassVar[tuple[str, ...]] = (*_ResponseError._state, "body", "info", "retry_after")

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        body: Any = None,
        info: ErrorInfo | None = None,
        retry_after: float | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        request_id: str | None = None,
        rate_limits: tuple[RateLimit, ...] = (),
        request: CallInfo | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(
            message,
            status_code=status_code,
            headers=headers,
            content=content,
            request_id=request_id,
            rate_limits=rate_limits,
            request=request,
            attempts=attempts,
        )
        self.body = body
        """The error body: parsed when it is JSON, otherwise its text, ``None`` when empty."""
        self.info = info or ErrorInfo()
        self.retry_after = retry_after
        """Seconds the server asks to wait before the next try, when it says so."""

    @property
    def code(self) -> str | None:
        """The vendor's error code as text."""
        return self.info.code


class BadRequestError(StatusError):
    """400: the request is malformed or a value is not accepted."""


class AuthenticationError(StatusError):
    """401: the credentials, the token or the signature were refused."""


class PaymentRequiredError(StatusError):
    """402: the vendor refuses until something is settled; see the vendor's code."""


class PermissionDeniedError(StatusError):
    """403: the credentials are good but do not allow this."""


class NotFoundError(StatusError):
    """404: there is no such thing, or not for these credentials."""


class ConflictError(StatusError):
    """409: the request contradicts the present state."""


class PayloadTooLargeError(StatusError):
    """413: the request body is larger than the vendor accepts."""


class UnprocessableContentError(StatusError):
    """422: the request is well-formed but its content is refused."""


class RateLimitError(StatusError):
    """429: too many requests; see `retry_after` and `rate_limit`."""


class ServerError(StatusError):
    """500 to 599: the vendor's side failed."""


_BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: PayloadTooLargeError,
    422: UnprocessableContentError,
    429: RateLimitError,
}


def status_error_class(status_code: int) -> type[StatusError]:
    """Return the class that stands for a status."""
    if 500 <= status_code <= 599:
        return ServerError
    return _BY_STATUS.get(status_code, StatusError)
