"""Errors travel: pickle, copy, compare, one line."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from snaptrade_openapi._runtime import errors
from snaptrade_openapi._runtime.errors import CallInfo, ErrorInfo, KitError, StatusError, status_error_class
from snaptrade_openapi._runtime.pagination import PaginationError
from snaptrade_openapi._runtime.ratelimit import RateLimit

INFO = CallInfo("listThings", "GET", "/things/{id}")
LIMITS = (
    RateLimit("client", 250, 10, datetime(2026, 1, 1, tzinfo=UTC)),
    RateLimit("account", 10, 9, datetime(2026, 1, 1, tzinfo=UTC)),
)
ANSWER: dict[str, Any] = {
    "status_code": 429,
    "headers": {"x-request-id": "r-1"},
    "content": b'{"code": 7}',
    "request_id": "r-1",
    "rate_limits": LIMITS,
}
CLASSES = [
    cls
    for cls in [*vars(errors).values(), PaginationError]
    if inspect.isclass(cls) and issubclass(cls, KitError) and not cls.__name__.startswith("_")
]


def make(cls: type[KitError]) -> KitError:
    values: dict[str, Any] = {"request": INFO, "attempts": 3}
    if "status_code" in cls._state:
        values |= ANSWER
    if issubclass(cls, StatusError):
        values |= {
            "body": {"code": 7},
            "info": ErrorInfo(code="7", message="no", final=True),
            "retry_after": 1.5,
        }
    return cls("it went\nwrong " + "x" * 1000, **values)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize(
    "travel",
    [
        copy.copy,
        copy.deepcopy,
        *(lambda error, p=protocol: pickle.loads(pickle.dumps(error, p)) for protocol in range(6)),
    ],
    ids=["copy", "deepcopy", *(f"pickle {protocol}" for protocol in range(6))],
)
def test_an_error_arrives_whole(cls: type[KitError], travel: Any) -> None:
    """Class, message and every attribute survive; the copy compares equal and hashes equal."""
    error = make(cls)

    arrived = travel(error)

    assert type(error) is type(arrived)
    assert error == arrived
    assert hash(error) == hash(arrived)
    assert error._values() == arrived._values()
    assert str(error) == str(arrived)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_text_is_one_bearable_line(cls: type[KitError]) -> None:
    """``str`` is one line of at most 500 characters with method and path template."""
    text = str(make(cls))

    assert "\n" not in text
    assert len(text) <= 500
    assert "GET /things/{id}" in text


def test_text_of_a_status_error() -> None:
    """A status error says where, which status, why, and the id for support."""
    error = StatusError("no", status_code=520, request=INFO, request_id="r-1")
    assert str(error) == "GET /things/{id} -> 520: no (request id r-1)"


def test_text_without_a_request() -> None:
    """An error outside of a call says just what is wrong."""
    assert str(KitError("no")) == "no"
    assert str(StatusError("no", status_code=418)) == "418: no"


def test_errors_differ_by_class_message_and_attributes() -> None:
    """Equality looks at everything, and other types are never equal."""
    error = StatusError("no", status_code=418)
    assert error != StatusError("no", status_code=419)
    assert error != StatusError("yes", status_code=418)
    assert error != errors.BadRequestError("no", status_code=418)
    assert error != "no"


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (402, "PaymentRequiredError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (413, "PayloadTooLargeError"),
        (422, "UnprocessableContentError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (503, "ServerError"),
        (520, "ServerError"),
        (599, "ServerError"),
        (499, "StatusError"),
        (302, "StatusError"),
        (600, "StatusError"),
        (999, "StatusError"),
    ],
)
def test_class_of_a_status(status: int, name: str) -> None:
    """Statuses that users handle differently have classes; every other one is a StatusError."""
    assert name == status_error_class(status).__name__


def test_code_and_closest_limit() -> None:
    """``code`` is the vendor's; ``rate_limit`` is the budget with the least left."""
    error = make(errors.RateLimitError)
    assert isinstance(error, errors.RateLimitError)
    assert error.code == "7"
    assert LIMITS[0] is error.rate_limit
    assert StatusError("no", status_code=418).rate_limit is None


def test_the_tree_is_drawn_as_it_is() -> None:
    """Every public error stands in the drawing of the module, under its parent."""
    drawing = errors.__doc__ or ""
    for cls in CLASSES:
        if cls is not PaginationError:
            assert f" {cls.__name__} " in drawing or f"{cls.__name__}\n" in drawing


def test_standard_bases() -> None:
    """Errors are also the standard library's kinds, so generic handlers catch them."""
    assert issubclass(errors.RequestTimeoutError, TimeoutError)
    assert issubclass(errors.ConfigurationError, ValueError)
    assert issubclass(errors.InvalidArgumentError, ValueError)
