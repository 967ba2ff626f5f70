"""Connections that are refused, break off, or were closed while nobody looked."""

from __future__ import annotations

import httpx
import pytest

from tests.twins import Twin

from .behaviours import LOST, answer, close_idle, early_hints, good, more_than_declared
from .bench import CALLS, GET, LIST, REFRESH, REMOVE, SEND, Bench, Call
from .server import Behaviour, FaultServer, closed_port

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
each_loss = pytest.mark.parametrize("lose", LOST, ids=lambda behaviour: behaviour.__name__)


@each_loss
@each_call
async def test_answer_always_lost(bench: Bench, call: Call, lose: Behaviour) -> None:
    """A lost answer is asked for again only when the work may be done twice; then it is an error."""
    client = bench.client(call.vendor)
    bench.server.plan(then=lose)
    bench.server.plan(path="/oauth/token")

    error = await bench.fails("ConnectionFailedError", call, client)

    assert call.attempts() == len(bench.calls) == error.attempts == len(bench.slept) + 1
    assert isinstance(error.__cause__, httpx.HTTPError)
    assert error.request.method == bench.calls[0].method


@each_loss
@each_call
async def test_answer_lost_once(bench: Bench, call: Call, lose: Behaviour) -> None:
    """After one lost answer a repeatable call succeeds; the client stays usable in any case."""
    client = bench.client(call.vendor)
    bench.server.plan(lose)
    bench.server.plan(path="/oauth/token")

    if call.idempotent:
        await bench.works(call, client)
        assert len(bench.calls) == 2
        assert bench.slept == [0.5]
    else:
        await bench.fails("ConnectionFailedError", call, client)
        assert len(bench.calls) == 1
    await bench.works(call, client)


@each_loss
async def test_no_connection_is_leaked(bench: Bench, lose: Behaviour) -> None:
    """A pool of a single connection survives every loss."""
    limits = httpx.Limits(max_connections=1)
    kind = httpx.AsyncClient if bench.twin.is_async else httpx.Client
    http = kind(limits=limits, trust_env=False)
    client = bench.client("stream", http_client=http, timeout=httpx.Timeout(5, pool=0.2))
    bench.server.plan(lose, good, lose)

    await bench.fails("ConnectionFailedError", SEND, client)
    await bench.works(SEND, client)
    await bench.fails("ConnectionFailedError", SEND, client)
    await bench.works(SEND, client)
    await bench.twin(http.aclose() if isinstance(http, httpx.AsyncClient) else http.close())


@each_call
async def test_always_refused(twin: Twin, server: FaultServer, call: Call) -> None:
    """A refused connection brought nothing to the server, so every call may try again."""
    bench = Bench(twin, server)
    with closed_port() as port:
        client = bench.client(call.vendor, base_url=f"http://127.0.0.1:{port}")

        error = await bench.fails("ConnectionFailedError", call, client)

    assert error.attempts == 3
    assert bench.slept == [0.5, 1.0]
    assert isinstance(error.__cause__, httpx.ConnectError)


@each_call
async def test_refused_at_first(twin: Twin, call: Call) -> None:
    """A server that comes up between two attempts gets the request once."""
    late = FaultServer(good)
    bench = Bench(twin, late)
    bench.on_sleep = late.listen
    try:
        await bench.works(call, bench.client(call.vendor))
        assert len(bench.calls) == 1
        assert bench.slept == [0.5]
    finally:
        late.close()


@each_call
async def test_kept_connection_was_closed(bench: Bench, call: Call) -> None:
    """A connection that the server closed while it lay idle is replaced; nothing is sent twice."""
    client = bench.client(call.vendor)
    bench.server.plan(path="/oauth/token")
    bench.server.plan(then=close_idle)
    await bench.works(call, client)
    for _ in range(3):
        bench.server.wait_until_quiet()
        bench.forget()
        await bench.works(call, client)
        assert len(bench.calls) == 1
        assert bench.slept == []
        bench.server.plan(then=close_idle)


@each_call
async def test_connection_is_kept(bench: Bench, call: Call) -> None:
    """All is sent over one connection as long as the server lets it."""
    client = bench.client(call.vendor)
    for _ in range(3):
        await bench.works(call, client)
    assert bench.server.accepted == 1


@each_call
async def test_informational_answers(bench: Bench, call: Call) -> None:
    """Answers of the 1xx kind are passed over."""
    bench.server.plan(then=early_hints)
    client = bench.client(call.vendor)
    await bench.works(call, client)
    await bench.works(call, client)
    assert len(bench.calls) == 2


@each_call
async def test_bytes_after_the_body(bench: Bench, call: Call) -> None:
    """Bytes after the end of an answer never become the answer to the next request."""
    client = bench.client(call.vendor)
    bench.server.plan(more_than_declared)
    bench.server.plan(path="/oauth/token")
    await bench.works(call, client)
    await bench.works(call, client)
    assert len(bench.calls) == 2


@pytest.mark.parametrize("lose", [*LOST, answer(503), answer(500)], ids=lambda b: b.__name__)
async def test_removal_whose_answer_was_lost(bench: Bench, lose: Behaviour) -> None:
    """A removal that meets 404 after a lost answer has succeeded."""
    bench.server.plan(lose, then=answer(404))
    await bench.works(REMOVE, bench.client("snaptrade"))
    assert [request.method for request in bench.calls] == ["DELETE"] * 2


@pytest.mark.parametrize("before", [(), (answer(429),)], ids=["at once", "after 429"])
async def test_removal_of_what_is_not_there(bench: Bench, before: tuple[Behaviour, ...]) -> None:
    """A 404 is an error when no earlier attempt can have been carried out."""
    bench.server.plan(*before, then=answer(404))
    error = await bench.fails("NotFoundError", REMOVE, bench.client("snaptrade"))
    assert error.status_code == 404
    assert len(before) + 1 == len(bench.calls)


async def test_removal_after_a_refused_connection(twin: Twin) -> None:
    """A refused connection carried nothing, so a 404 after it is an error."""
    late = FaultServer(answer(404))
    bench = Bench(twin, late)
    bench.on_sleep = late.listen
    try:
        await bench.fails("NotFoundError", REMOVE, bench.client("snaptrade"))
    finally:
        late.close()


@pytest.mark.parametrize("call", [LIST, GET], ids=lambda call: call.name)
async def test_no_retries_wanted(bench: Bench, call: Call) -> None:
    """With max_retries=0 every call is sent once."""
    bench.server.plan(then=LOST[0])
    bench.server.plan(path="/oauth/token")
    error = await bench.fails("ConnectionFailedError", call, bench.client(call.vendor, max_retries=0))
    assert error.attempts == len(bench.calls) == 1


async def test_every_attempt_is_signed(bench: Bench) -> None:
    """Repetitions over real connections carry the same request, each with one signature."""
    bench.server.plan(LOST[0], LOST[3])
    await bench.works(LIST, bench.client("snaptrade"))
    assert len(bench.calls) == 3
    assert {1} == {request.target.count("timestamp=") for request in bench.calls}
    assert all(request.headers["signature"] for request in bench.calls)


async def test_charged_call_after_a_broken_one(bench: Bench) -> None:
    """A charged call is sent once over a fresh connection when the last one broke."""
    client = bench.client("snaptrade")
    bench.server.plan(LOST[0], then=good)
    await bench.fails("ConnectionFailedError", REFRESH, client)
    bench.forget()
    await bench.works(REFRESH, client)
    assert len(bench.calls) == 1
