"""
A typed client for Stream Chat's events, sync and async.

Models are loaded when they are first used.
"""

from typing import TYPE_CHECKING, Any

from stream_chat_openapi import models
from stream_chat_openapi.errors import (
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
from stream_chat_openapi.types import (
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

from ._client import AsyncStreamChat, StreamChat
from ._version import __version__
from .tokens import server_token, user_token

if TYPE_CHECKING:
    from stream_chat_openapi.models import *  # noqa: F403 -- the models belong to the public face

__all__ = [
    "NULL",
    "AsyncHandler",
    "AsyncLimiter",
    "AsyncMiddleware",
    "AsyncRedisLimiter",
    "AsyncStreamChat",
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
    "StatusError",
    "StreamChat",
    "TLSError",
    "TransportError",
    "Unexpected",
    "UnprocessableContentError",
    "__version__",
    "on_unexpected",
    "server_token",
    "user_token",
    *models.__all__,  # pyright: ignore[reportUnsupportedDunderAll]
]


def __getattr__(name: str) -> Any:
    if name in models.__all__:
        return getattr(models, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
