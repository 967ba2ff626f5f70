"""
A typed client for SnapTrade's connections, sync and async.

Models are loaded when they are first used.
"""

from typing import TYPE_CHECKING, Any

from snaptrade_openapi import models
from snaptrade_openapi.errors import (
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
from snaptrade_openapi.types import (
    NULL,
    AsyncHandler,
    AsyncLimiter,
    AsyncMiddleware,
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
    RateLimit,
    RedisLimiter,
    RequestOptions,
    Response,
    Unexpected,
    on_unexpected,
)

from ._client import AsyncSnapTrade, SnapTrade
from ._user import AsyncSnapTradeUser, SnapTradeUser
from ._version import __version__

if TYPE_CHECKING:
    from snaptrade_openapi.models import *  # noqa: F403 -- the models belong to the public face

__all__ = [
    "NULL",
    "AsyncHandler",
    "AsyncLimiter",
    "AsyncMiddleware",
    "AsyncRedisLimiter",
    "AsyncSnapTrade",
    "AsyncSnapTradeUser",
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
    "Handler",
    "HeaderLimiter",
    "InvalidArgumentError",
    "KitError",
    "Limiter",
    "Middleware",
    "Model",
    "NotFoundError",
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
    "SnapTrade",
    "SnapTradeUser",
    "StatusError",
    "TLSError",
    "TransportError",
    "Unexpected",
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
