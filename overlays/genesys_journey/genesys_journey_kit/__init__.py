"""
A typed client for Genesys Cloud's customer journeys, sync and async.

Models are loaded when they are first used.
"""

from typing import TYPE_CHECKING, Any

from genesys_journey_openapi import models
from genesys_journey_openapi.errors import (
    AuthenticationError,
    BadRequestError,
    CallInfo,
    ConfigurationError,
    ConflictError,
    ConnectionFailedError,
    DeadlineExceededError,
    ErrorInfo,
    InvalidArgumentError,
    KitError,
    NotFoundError,
    PaginationError,
    PayloadTooLargeError,
    PaymentRequiredError,
    PermissionDeniedError,
    RateLimitError,
    RequestTimeoutError,
    ResponseDecodeError,
    ServerError,
    StatusError,
    TLSError,
    TransportError,
    UnprocessableContentError,
)
from genesys_journey_openapi.types import (
    NULL,
    AsyncHandler,
    AsyncLimiter,
    AsyncMiddleware,
    AsyncPager,
    AsyncRedisLimiter,
    Attempt,
    AttemptHook,
    Environment,
    Explicit,
    Handler,
    HeaderLimiter,
    Limiter,
    Middleware,
    Model,
    Page,
    Pager,
    RateLimit,
    RedisLimiter,
    RequestOptions,
    Response,
    Unexpected,
    UnknownPayload,
    on_unexpected,
)

from ._client import AsyncGenesysJourney, GenesysJourney
from ._version import __version__

if TYPE_CHECKING:
    from genesys_journey_openapi.models import *  # noqa: F403 -- the models belong to the public face

__all__ = [
    "NULL",
    "AsyncGenesysJourney",
    "AsyncHandler",
    "AsyncLimiter",
    "AsyncMiddleware",
    "AsyncPager",
    "AsyncRedisLimiter",
    "Attempt",
    "AttemptHook",
    "AuthenticationError",
    "BadRequestError",
    "CallInfo",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "DeadlineExceededError",
    "Environment",
    "ErrorInfo",
    "Explicit",
    "GenesysJourney",
    "Handler",
    "HeaderLimiter",
    "InvalidArgumentError",
    "KitError",
    "Limiter",
    "Middleware",
    "Model",
    "NotFoundError",
    "Page",
    "Pager",
    "PaginationError",
    "PayloadTooLargeError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimit",
    "RateLimitError",
    "RedisLimiter",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "ResponseDecodeError",
    "ServerError",
    "StatusError",
    "TLSError",
    "TransportError",
    "Unexpected",
    "UnknownPayload",
    "UnprocessableContentError",
    "__version__",
    "on_unexpected",
    *models.__all__,  # pyright: ignore[reportUnsupportedDunderAll]
]


def __getattr__(name: str) -> Any:
    if name in models.__all__:
        return getattr(models, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
