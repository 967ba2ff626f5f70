"""A bound user: the same calls without repeating id and secret."""

from __future__ import annotations

import inspect
from typing import Any

import httpx
import pytest

from tests.twins import Twin

CONNECTION = "0d3f5a7c-1b2e-4f60-8a9b-c0d1e2f30415"
LIST = "list_brokerage_authorizations"
CALLS: list[tuple[str, tuple[str, ...], dict[str, Any], Any]] = [
    (LIST, (), {}, []),
    ("detail_brokerage_authorization", (CONNECTION,), {}, {}),
    ("disable_brokerage_authorization", (CONNECTION,), {}, {}),
    ("refresh_brokerage_authorization", (CONNECTION,), {}, {}),
    ("remove_brokerage_authorization", (CONNECTION,), {}, {}),
    ("return_rates", (CONNECTION,), {"timeframes": ["ALL", "1Y"]}, {}),
]


@pytest.mark.parametrize(("name", "args", "kwargs", "body"), CALLS, ids=[call[0] for call in CALLS])
async def test_a_bound_call_is_the_plain_call(
    twin: Twin, name: str, args: tuple[str, ...], kwargs: dict[str, Any], body: Any
) -> None:
    """Bound and plain calls send the same request and give the same result."""
    client = twin.client("snaptrade", httpx.Response(200, json=body))
    user = client.user("u", "marker-secret")
    options = twin.kit("snaptrade").RequestOptions(headers={"x-a": "1"})

    bound = await twin(getattr(user.connections, name)(*args, **kwargs, request_options=options))
    plain = await twin(
        getattr(client.connections, name)(
            *args, **kwargs, user_id="u", user_secret="marker-secret", request_options=options
        )
    )

    assert plain == bound
    first, second = twin.requests
    assert (first.method, first.url.raw_path) == (second.method, second.url.raw_path)
    assert first.headers["x-a"] == "1"


async def test_every_operation_of_a_user_is_bound(twin: Twin) -> None:
    """Whatever takes a user id and secret can be called on the user."""
    client = twin.client("snaptrade", httpx.Response(200))
    user = client.user("u", "s")
    for name, method in inspect.getmembers(client.connections, inspect.ismethod):
        if "user_secret" in inspect.signature(method).parameters:
            assert hasattr(user.connections, name)


async def test_a_user_shows_no_secret(twin: Twin) -> None:
    """Printing a user shows the id only."""
    user = twin.client("snaptrade", httpx.Response(200)).user("u", "marker-secret")
    assert user.user_id == "u"
    assert "marker" not in f"{user!r}{user.connections!r}{vars(user)}{vars(user.connections)}"
    assert " u>" in repr(user)


@pytest.mark.parametrize(
    ("pair", "name"), [(("", "s"), "user_id"), (("u", ""), "user_secret"), ((None, "s"), "user_id")]
)
async def test_a_user_without_id_or_secret(twin: Twin, pair: Any, name: str) -> None:
    """Both are needed, and the message names the missing one."""
    client = twin.client("snaptrade", httpx.Response(200))
    with pytest.raises(twin.kit("snaptrade").InvalidArgumentError, match=name):
        client.user(*pair)
