"""The search finds what it is meant to find; otherwise its silence would prove nothing."""

from __future__ import annotations

import base64
import json
import logging
import pickle
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from snaptrade_kit import InvalidArgumentError, StatusError
from snaptrade_openapi._runtime.redact import Secret

from .markers import MARKERS, Marker, Searcher
from .watch import LogWatch, exception_leaks, object_leaks, pickle_leaks

VALUE = MARKERS["user_secret"]
SEARCHER = Searcher(Marker("planted", VALUE))
SIGNATURE = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="


@pytest.mark.parametrize(
    "text",
    [
        VALUE,
        f"before{VALUE}after",
        VALUE[:12],
        quote(VALUE, safe=""),
        quote_plus(VALUE),
        json.dumps({"detail": VALUE}),
        repr(VALUE.encode()),
        VALUE.encode(),
        VALUE.encode().hex(),
        base64.b64encode(VALUE.encode()).decode(),
        base64.b64encode(f"i:{VALUE}".encode()).decode(),
        base64.b64encode(f"id:{VALUE}".encode()).decode(),
        base64.urlsafe_b64encode(f"xyz{VALUE}".encode()),
    ],
    ids=[
        "plain", "inside", "cut off", "percent", "plus", "json", "repr of bytes", "bytes", "hex",
        "base64", "base64 moved by two", "base64 moved by three", "urlsafe base64",
    ],
)  # fmt: skip
def test_forms_are_found(text: str | bytes) -> None:
    """A secret is found in every form it may take."""
    assert {"planted"} == SEARCHER.find(text)


@pytest.mark.parametrize("form", [str, lambda text: quote(text, safe="")], ids=["plain", "percent"])
def test_computed_signatures_are_found(form: Callable[[str], str]) -> None:
    """A signature, which has no planted beginning, is found as well."""
    assert {"signature"} == Searcher(Marker("signature", SIGNATURE)).find(f"x={form(SIGNATURE)}&y")


def test_every_marker_is_told_apart() -> None:
    """Each planted secret is found under its own name and no other."""
    searcher = Searcher(*(Marker(name, value) for name, value in MARKERS.items()))
    assert {name: {name} for name in MARKERS} == {n: searcher.find(v) for n, v in MARKERS.items()}


def test_innocent_texts_are_left_alone() -> None:
    """What is hidden, or only a name, is no leak."""
    assert set() == SEARCHER.find("user_secret=[hidden] mkUser Secret('[hidden]') userSecret=%5Bhidden%5D")


class _Slotted:
    __slots__ = ("held",)

    def __init__(self, held: object) -> None:
        self.held = held


class _Talkative:
    def __repr__(self) -> str:
        return f"<{VALUE}>"


class _Quiet(SimpleNamespace):
    def __repr__(self) -> str:
        return "quiet"


def _nested(depth: int) -> Any:
    value: Any = VALUE
    for _ in range(depth):
        value = _Quiet(inner=value)
    return value


@pytest.mark.parametrize(
    "planted",
    [
        VALUE,
        [VALUE],
        {"k": VALUE},
        {VALUE: "v"},
        {frozenset({VALUE})},
        _Slotted(VALUE),
        _Slotted(bytearray(VALUE.encode())),
        _Talkative(),
        _Slotted(_Slotted(_Talkative())).__init__,
        _nested(6),
    ],
    ids=["text", "list", "value", "key", "set", "slot", "bytes", "repr", "bound method", "deep"],
)
def test_objects_are_searched(planted: object) -> None:
    """Values, keys, slots, bound methods and what is six attributes away are all looked at."""
    assert object_leaks(SEARCHER, planted, "x")


def test_the_slot_of_a_secret_is_its_own() -> None:
    """The one place where the text has to be is not counted."""
    assert object_leaks(SEARCHER, _Slotted(Secret(VALUE)), "x") == []


def _raised(error: BaseException, *, cause: bool = False, context: bool = False) -> BaseException:
    try:
        if not (cause or context):
            raise error
        try:
            raise ValueError(VALUE)
        except ValueError as inner:
            raise error from (inner if cause else None)
    except BaseException as caught:  # noqa: BLE001 -- the planted one
        return caught


def _noted() -> BaseException:
    error = ValueError("x")
    error.add_note(VALUE)
    return error


@pytest.mark.parametrize(
    "error",
    [
        _raised(InvalidArgumentError(VALUE)),
        _raised(InvalidArgumentError("x"), cause=True),
        _raised(InvalidArgumentError("x"), context=True),
        _noted(),
        StatusError("x", status_code=400, body={"detail": VALUE}),
        StatusError("x", status_code=400, content=VALUE.encode()),
        StatusError("x", status_code=400, headers={"location": VALUE}),
    ],
    ids=["message", "cause", "suppressed context", "note", "body", "content", "headers"],
)
def test_errors_are_searched(error: BaseException) -> None:
    """Messages, chains, notes and attributes are looked at."""
    assert exception_leaks(SEARCHER, error)


def test_tracebacks_are_searched() -> None:
    """A secret that only the formatted traceback shows is found."""
    leaks = exception_leaks(SEARCHER, _raised(InvalidArgumentError("x"), cause=True))
    assert "traceback of error: planted" in leaks


def test_pickles_are_searched() -> None:
    """Text pickles and binary ones are looked at."""
    assert pickle_leaks(SEARCHER, {"k": VALUE}, "x") == ["pickle of x: planted"] * 2
    assert pickle.loads(pickle.dumps(VALUE)) == VALUE


@pytest.mark.parametrize(
    ("message", "args", "extra"),
    [
        (VALUE, (), {}),
        ("%s", (VALUE,), {}),
        ("%(a)s", ({"a": VALUE},), {}),
        ("x", (), {"path": VALUE}),
        ("%.0s", (_Talkative(),), {}),
    ],
    ids=["message", "argument", "mapping", "extra", "unused argument"],
)
def test_log_records_are_searched(
    watch: LogWatch, message: str, args: tuple[Any, ...], extra: dict[str, Any]
) -> None:
    """A record is found by its text, its arguments and its further fields, from any logger."""
    logging.getLogger("some.other.library").debug(message, *args, extra=extra)
    assert watch.leaks(SEARCHER)


def test_logged_tracebacks_are_searched(watch: LogWatch) -> None:
    """An exception that is logged is searched with its traceback."""
    try:
        raise ValueError(VALUE)
    except ValueError:
        logging.getLogger("asyncio").exception("x")
    assert watch.leaks(SEARCHER)
