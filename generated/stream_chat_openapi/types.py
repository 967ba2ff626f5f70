"""The types that callers pass and receive."""

from ._runtime.async_client import AsyncHandler, AsyncMiddleware
from ._runtime.client import Handler, Middleware
from ._runtime.environment import Environment
from ._runtime.limiter import AsyncLimiter, HeaderLimiter, Limiter
from ._runtime.model import NULL, Explicit, Model
from ._runtime.options import Attempt, AttemptHook, RequestOptions
from ._runtime.pagination import AsyncPager, Page, Pager
from ._runtime.ratelimit import RateLimit
from ._runtime.redis_limiter import AsyncRedisLimiter, RedisLimiter
from ._runtime.report import Unexpected, on_unexpected
from ._runtime.response import Response
from ._runtime.unions import UnknownPayload

__all__ = [
    "NULL",
    "AsyncHandler",
    "AsyncLimiter",
    "AsyncMiddleware",
    "AsyncPager",
    "AsyncRedisLimiter",
    "Attempt",
    "AttemptHook",
    "Environment",
    "Explicit",
    "Handler",
    "HeaderLimiter",
    "Limiter",
    "Middleware",
    "Model",
    "Page",
    "Pager",
    "RateLimit",
    "RedisLimiter",
    "RequestOptions",
    "Response",
    "Unexpected",
    "UnknownPayload",
    "on_unexpected",
]
