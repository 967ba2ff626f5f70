"""Derive Python names from wire names: close to the vendor's words, no mangled builtins."""

from __future__ import annotations

import keyword

from openapi_python_client import strings

__all__ = ["RESERVED_ARGUMENTS", "RESERVED_ATTRIBUTES", "RESERVED_CLASSES", "member_name", "python_name"]

RESERVED_ATTRIBUTES = frozenset({"additional_properties", "from_dict", "to_dict", "from_json", "to_json"})
# What a package exports beside its models; see the templates of `types` and `errors`.
RESERVED_CLASSES = frozenset(
    {
        *("NULL", "AsyncPager", "Attempt", "AttemptHook", "CallInfo", "ErrorInfo", "Explicit", "Model"),
        *("AsyncHandler", "AsyncLimiter", "AsyncMiddleware", "AsyncRedisLimiter", "Environment"),
        *("Handler", "HeaderLimiter", "Limiter", "Middleware", "RedisLimiter", "Unexpected"),
        "UnknownPayload",
        *("Page", "Pager", "RateLimit", "RequestOptions", "Response"),
        *("AuthenticationError", "BadRequestError", "ConfigurationError", "ConflictError"),
        *("ConnectionFailedError", "DeadlineExceededError", "InvalidArgumentError", "KitError"),
        *("NotFoundError", "PaginationError", "PayloadTooLargeError", "PaymentRequiredError"),
        *("PermissionDeniedError", "RateLimitError", "RequestTimeoutError", "ResponseDecodeError"),
        *("ServerError", "StatusError", "TLSError", "TransportError", "UnprocessableContentError"),
    }
)
RESERVED_ARGUMENTS = frozenset({"self", "body", "request_options"})


def python_name(wire_name: str) -> str:
    """
    Return the Python name of a parameter or property.

    Unlike the generator's own rule this keeps ``type`` and ``id``: they are fine as argument and
    attribute names, and they are the words in the vendor's documentation.
    """
    name = strings.snake_case(wire_name)
    if keyword.iskeyword(name):
        return f"{name}_"
    return name if name.isidentifier() else f"field_{name}"


def member_name(value: str) -> str:
    """Return the name of an enumeration member."""
    name = strings.snake_case(value.replace(".", "_").replace("/", "_")).upper()
    return name if name.isidentifier() else f"VALUE_{name}"
