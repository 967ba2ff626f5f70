"""The types that callers pass and receive."""

from ._runtime.model import NULL, Explicit, Model
from ._runtime.options import Attempt, AttemptHook, RequestOptions
from ._runtime.pagination import AsyncPager, Page, Pager
from ._runtime.ratelimit import RateLimit
from ._runtime.response import Response

__all__ = [
    "NULL",
    "AsyncPager",
    "Attempt",
    "AttemptHook",
    "Explicit",
    "Model",
    "Page",
    "Pager",
    "RateLimit",
    "RequestOptions",
    "Response",
]
