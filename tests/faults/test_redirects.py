"""Redirects are never followed: credentials stay with the host they were meant for."""

from __future__ import annotations

import httpx
import pytest

from .behaviours import redirect
from .bench import CALLS, GET, LIST, TOKEN_PATH, USER, Bench, Call
from .server import FaultServer

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
STATUSES = (301, 302, 303, 307, 308)


@pytest.mark.parametrize("status", STATUSES)
@each_call
async def test_to_another_host(bench: Bench, elsewhere: FaultServer, call: Call, status: int) -> None:
    """The other host hears nothing, and the caller hears of the redirect."""
    client = bench.client(call.vendor)
    bench.server.plan(redirect(status, f"{elsewhere.url}/stolen"))
    bench.server.plan(path=TOKEN_PATH)

    error = await bench.fails("StatusError", call, client)

    assert elsewhere.accepted == 0
    assert status == error.status_code
    assert f"{elsewhere.url}/stolen" == error.headers["location"]
    assert len(bench.calls) == 1
    await bench.works(call, client)


@pytest.mark.parametrize("location", ["/somewhere", "", "?a=b", "http://", "\xff", "//[::bad", "http://x:y/"])
@each_call
async def test_to_anywhere(bench: Bench, call: Call, location: str) -> None:
    """The same host, and what is no address at all, make no difference."""
    client = bench.client(call.vendor)
    bench.server.plan(then=redirect(302, location))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("StatusError", call, client)
    assert error.status_code == 302
    assert "redirects are not followed" in str(error)
    assert len(bench.calls) == 1


@each_call
async def test_in_a_circle(bench: Bench, call: Call) -> None:
    """A redirect to itself is one request."""
    client = bench.client(call.vendor)
    bench.server.plan(then=lambda connection, request: redirect(307, request.target)(connection, request))
    bench.server.plan(path=TOKEN_PATH)
    with pytest.raises(bench.twin.kit(call.vendor).StatusError) as caught:
        await bench.twin(call.send(client))
    assert caught.value.status_code == 307
    assert len(bench.calls) == 1


@pytest.mark.parametrize("call", [LIST], ids=lambda call: call.name)
async def test_location_that_repeats_the_query(bench: Bench, call: Call) -> None:
    """A redirect that repeats the address of the request brings no secret into the error."""
    bench.server.plan(
        then=lambda connection, request: redirect(301, f"https://x.example{request.target}")(
            connection, request
        )
    )
    error = await bench.fails("StatusError", call, bench.client(call.vendor))
    assert USER["user_secret"] not in error.headers["location"]


@pytest.mark.parametrize("status", STATUSES)
async def test_of_the_token_endpoint(bench: Bench, elsewhere: FaultServer, status: int) -> None:
    """The client's secret goes to the login host only."""
    bench.server.plan(redirect(status, f"{elsewhere.url}/oauth/token"), path=TOKEN_PATH)
    error = await bench.fails("StatusError", GET, bench.client("genesys"))
    assert elsewhere.accepted == 0
    assert status == error.status_code
    assert (len(bench.token_requests), len(bench.calls)) == (1, 0)


@each_call
async def test_with_a_client_that_follows(bench: Bench, elsewhere: FaultServer, call: Call) -> None:
    """The caller's own client does not follow them either when it is used from here."""
    kind = httpx.AsyncClient if bench.twin.is_async else httpx.Client
    http = kind(follow_redirects=True, trust_env=False)
    bench.server.plan(then=redirect(302, f"{elsewhere.url}/stolen"))
    client = bench.client(call.vendor, http_client=http)
    await bench.fails("StatusError", call, client)
    assert elsewhere.accepted == 0
    assert http.follow_redirects is True
    await bench.twin(http.aclose() if isinstance(http, httpx.AsyncClient) else http.close())
