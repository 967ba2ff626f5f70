"""The caller's own httpx client, and proxies from the environment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from .behaviours import LOST, failure, slow_body, slow_headers, with_headers
from .bench import CALLS, LIST, SEND, Bench, Call
from .server import FaultServer, closed_port

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
PROXY_VARIABLES = ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")


@pytest.fixture
async def http(bench: Bench) -> AsyncIterator[Any]:
    """A client as an application might have it, with everything set to something."""
    seen: list[str] = []

    def note(message: Any) -> None:
        seen.append(type(message).__name__)

    async def anote(message: Any) -> None:
        note(message)

    hook = anote if bench.twin.is_async else note
    made = (httpx.AsyncClient if bench.twin.is_async else httpx.Client)(
        headers={"x-mine": "1"},
        cookies={"mine": "1"},
        params={"mine": "1"},
        timeout=7.5,
        event_hooks={"request": [hook], "response": [hook]},
        auth=("me", "mine"),
        base_url="http://mine.example/",
        max_redirects=3,
        trust_env=False,
    )
    yield made
    await bench.twin(made.aclose() if isinstance(made, httpx.AsyncClient) else made.close())


def _state(http: Any) -> dict[str, Any]:
    return {
        "headers": dict(http.headers),
        "cookies": dict(http.cookies),
        "params": dict(http.params),
        "timeout": http.timeout,
        "hooks": {name: list(hooks) for name, hooks in http.event_hooks.items()},
        "auth": http.auth,
        "base_url": str(http.base_url),
        "redirects": (http.follow_redirects, http.max_redirects),
        "trust_env": http.trust_env,
        "transport": id(http._transport),
    }


async def _close(bench: Bench, client: Any) -> None:
    await bench.twin(client.aclose() if bench.twin.is_async else client.close())


@each_call
async def test_is_left_alone(bench: Bench, http: Any, call: Call) -> None:
    """It is used, changed in nothing, and open after the client was closed."""
    before = _state(http)
    client = bench.client(call.vendor, http_client=http, timeout=3)
    await bench.works(call, client)
    await _close(bench, client)
    assert not http.is_closed
    assert before == _state(http)
    assert (await bench.twin(http.get(f"{bench.server.url}/authorizations"))).status_code == 200


@each_call
async def test_its_cookies_are_left_alone(bench: Bench, http: Any, call: Call) -> None:
    """Cookies of the vendor do not get into its jar."""
    before = _state(http)
    bench.server.plan(then=with_headers(Set_Cookie="session=theirs; Path=/"))
    await bench.works(call, bench.client(call.vendor, http_client=http))
    assert before == _state(http)


@each_call
async def test_no_cookies_are_sent(bench: Bench, http: Any, call: Call) -> None:
    """Neither its own cookies nor those of the vendor travel with a request."""
    bench.server.plan(then=with_headers(Set_Cookie="session=theirs; Path=/"))
    client = bench.client(call.vendor, http_client=http)
    await bench.works(call, client)
    await bench.works(call, client)
    assert {None} == {request.headers.get("cookie") for request in bench.server.requests}


@each_call
async def test_is_left_alone_when_calls_fail(bench: Bench, http: Any, call: Call) -> None:
    """Errors and repetitions make no difference."""
    before = _state(http)
    client = bench.client(call.vendor, http_client=http)
    bench.server.plan(failure(400), failure(400))
    await bench.fails("BadRequestError", call, client)
    bench.server.plan(then=LOST[0])
    await bench.fails("ConnectionFailedError", call, client)
    assert before == _state(http)


async def test_its_settings_do_not_reach_the_vendor(bench: Bench, http: Any) -> None:
    """Auth, cookies and parameters of the caller's client are meant for somebody else."""
    await bench.works(LIST, bench.client("snaptrade", http_client=http))
    (request,) = bench.calls
    assert "authorization" not in request.headers
    assert "cookie" not in request.headers
    assert "mine=1" not in request.target


async def test_its_hooks_run(bench: Bench) -> None:
    """Hooks of the caller see every attempt, and an address without secrets when printed."""
    seen: list[str] = []

    def note(request: httpx.Request) -> None:
        seen.append(f"{request.method} {request.url}")

    async def anote(request: httpx.Request) -> None:
        note(request)

    kind = httpx.AsyncClient if bench.twin.is_async else httpx.Client
    http: Any = kind(trust_env=False, event_hooks={"request": [anote if bench.twin.is_async else note]})
    bench.server.plan(failure(503))
    await bench.works(LIST, bench.client("snaptrade", http_client=http))
    assert len(seen) == 2
    assert not [line for line in seen if "marker" in line]
    await _close(bench, http)


@pytest.mark.parametrize("variable", PROXY_VARIABLES)
@pytest.mark.parametrize("call", [LIST, SEND], ids=lambda call: call.name)
async def test_dead_proxy(bench: Bench, monkeypatch: pytest.MonkeyPatch, call: Call, variable: str) -> None:
    """A proxy that is not there is a failed connection; the vendor hears nothing."""
    with closed_port() as port:
        monkeypatch.setenv(variable, f"http://127.0.0.1:{port}")
        error = await bench.fails("ConnectionFailedError", call, bench.client(call.vendor))
    assert error.attempts == 3
    assert bench.server.accepted == 0


async def test_proxy_that_refuses(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, elsewhere: FaultServer
) -> None:
    """A proxy that refuses answers in the vendor's place."""
    elsewhere.plan(then=failure(403))
    monkeypatch.setenv("HTTP_PROXY", elsewhere.url)
    error = await bench.fails("PermissionDeniedError", SEND, bench.client("stream"))
    assert error.status_code == 403
    assert bench.server.accepted == 0


async def test_deadline_through_a_proxy(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, elsewhere: FaultServer
) -> None:
    """The deadline holds for answers that drip in through a proxy."""
    elsewhere.plan(then=slow_headers)
    monkeypatch.setenv("HTTP_PROXY", elsewhere.url)
    with bench.within(0.3):
        await bench.fails("DeadlineExceededError", SEND, bench.client("stream", deadline=0.3, timeout=2))


async def test_deadline_with_the_callers_client(bench: Bench) -> None:
    """The deadline holds for bodies that drip in through the caller's own client."""
    kind = httpx.AsyncClient if bench.twin.is_async else httpx.Client
    http: Any = kind(trust_env=False)
    bench.server.plan(then=slow_body)
    client = bench.client("stream", http_client=http, deadline=0.3, timeout=2)
    with bench.within(0.3):
        await bench.fails("DeadlineExceededError", SEND, client)
    await _close(bench, http)
