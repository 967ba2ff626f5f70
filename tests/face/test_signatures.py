"""The methods have the vendors' names and parameters, the same for sync and async."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from attrs import frozen

from .vendors import VENDORS, Vendor, answer


@frozen
class Entry:
    """
    One operation as users call it.

    Args:
        kit: The package.
        method: The method of the resource.
        positional: Names that may be given without a name, in this order.
        required: Names that must be given by name.
        optional: Names that may be given by name.
    """

    kit: str
    method: str
    positional: tuple[str, ...]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


_USER = ("user_id", "user_secret")
_CONNECTION = ("authorization_id",)
ENTRIES = (
    Entry("snaptrade_kit", "detail_brokerage_authorization", _CONNECTION, _USER),
    Entry("snaptrade_kit", "disable_brokerage_authorization", _CONNECTION, _USER),
    Entry("snaptrade_kit", "list_brokerage_authorizations", (), _USER),
    Entry("snaptrade_kit", "refresh_brokerage_authorization", _CONNECTION, _USER),
    Entry("snaptrade_kit", "remove_brokerage_authorization", _CONNECTION, _USER),
    Entry("snaptrade_kit", "return_rates", _CONNECTION, _USER),
    Entry("snaptrade_kit", "session_events", (), (), ("user_id", "session_id", "partner_client_id")),
    Entry(
        "genesys_journey_kit",
        "get_journey_session_events",
        ("session_id",),
        (),
        ("before", "after", "limit", "page_size", "event_type"),
    ),
    Entry("stream_chat_kit", "send_event", ("type", "id"), ("body",)),
    Entry("stream_chat_kit", "send_user_custom_event", ("user_id",), ("body",)),
    Entry(
        "stream_chat_kit",
        "sync",
        (),
        ("body",),
        ("with_inaccessible_cids", "watch", "client_id", "connection_id"),
    ),
)


HALVES = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


def client_class(vendor: Vendor, is_async: bool) -> type[Any]:
    """Return one client class."""
    found: type[Any] = getattr(vendor.module, ("Async" if is_async else "") + vendor.client)
    return found


def resource_class(vendor: Vendor, is_async: bool) -> type[Any]:
    """Return the class of a client's resource."""
    transport = httpx.MockTransport(answer(vendor))
    client = client_class(vendor, is_async)(**vendor.arguments, transport=transport)
    return type(getattr(client, vendor.resource))


def methods(cls: type[Any]) -> dict[str, Callable[..., Any]]:
    """Return the public methods of a class."""
    return {name: value for name, value in inspect.getmembers(cls, callable) if not name.startswith("_")}


def parameters(function: Callable[..., Any]) -> list[tuple[str, Any, Any]]:
    """Return name, kind and default of each parameter."""
    return [(one.name, one.kind, one.default) for one in inspect.signature(function).parameters.values()]


def told(function: object) -> str:
    """Return a docstring in one line, without the word that tells the halves apart."""
    return re.sub(r"\b(async |Async)", "", " ".join((inspect.getdoc(function) or "").split()))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kit}.{entry.method}")
@HALVES
def test_entry_point(entry: Entry, is_async: bool) -> None:
    """An operation takes what the vendor's documentation names, in the order it names it."""
    vendor = next(one for one in VENDORS if one.kit == entry.kit)
    method = getattr(resource_class(vendor, is_async), entry.method)
    found = [one for one in inspect.signature(method).parameters.values() if one.name != "self"]
    positional = [one for one in found if one.kind is one.POSITIONAL_OR_KEYWORD]
    named = {one.name: one.default for one in found if one.kind is one.KEYWORD_ONLY}
    assert entry.positional == tuple(one.name for one in positional)
    assert all(one.default is one.empty for one in positional)
    assert set(entry.required) == {
        name for name, default in named.items() if default is inspect.Parameter.empty
    }
    assert [name for name in entry.optional if named.get(name, "absent") is not None] == []
    assert len(found) == len(positional) + len(named)
    assert inspect.iscoroutinefunction(method) is is_async


@HALVES
def test_every_operation_takes_request_options(vendor: Vendor, is_async: bool) -> None:
    """Timeouts, retries and headers can be set for each single call."""
    for name, method in methods(resource_class(vendor, is_async)).items():
        if name in {entry.method for entry in ENTRIES}:
            assert inspect.signature(method).parameters["request_options"].default is None, name


def test_twin_resources_are_alike(vendor: Vendor) -> None:
    """The sync and the async resource have the same methods, parameters and descriptions."""
    plain, awaited = (methods(resource_class(vendor, is_async)) for is_async in (False, True))
    assert plain.keys() == awaited.keys()
    assert {entry.method for entry in ENTRIES if entry.kit == vendor.kit} <= plain.keys()
    for name, method in plain.items():
        assert parameters(method) == parameters(awaited[name]), name
        assert told(method) == told(awaited[name]) != "", name


def test_twin_clients_are_alike(vendor: Vendor) -> None:
    """The sync and the async client have the same methods and settings; only closing is called aclose."""
    plain, awaited = (methods(client_class(vendor, is_async)) for is_async in (False, True))
    for cls, name in ((plain, "close"), (awaited, "aclose")):
        del cls[name]
    assert plain.keys() == awaited.keys()
    for name, method in plain.items():
        assert parameters(method) == parameters(awaited[name]), name
        assert told(method) == told(awaited[name]) != "", name
    assert parameters(client_class(vendor, False)) == parameters(client_class(vendor, True))
    settings = [told(client_class(vendor, is_async)).partition("Args:")[2] for is_async in (False, True)]
    assert settings[0] == settings[1] != ""


def test_settings_are_named(vendor: Vendor) -> None:
    """No setting of a client depends on its place, and all of them are described."""
    client = client_class(vendor, False)
    found = inspect.signature(client).parameters.values()
    assert [one.name for one in found if one.kind is not one.KEYWORD_ONLY] == []
    assert [one.name for one in found if f"{one.name}: " not in told(client)] == []


def test_parameters_are_described(vendor: Vendor) -> None:
    """The docstring of an operation explains each of its parameters."""
    for name, method in methods(resource_class(vendor, False)).items():
        names = [one for one in inspect.signature(method).parameters if one != "self"]
        assert [one for one in names if f"{one}: " not in told(method)] == [], name
