"""Servers that never come to an end: the call does, at its deadline or at the timeout of a step."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from .behaviours import SLOW, answer, silence, slow_body
from .bench import CALLS, GET, LIST, REFRESH, SLACK, TOKEN_PATH, Bench, Call
from .server import Behaviour

DEADLINE = 0.2
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
each_slowness = pytest.mark.parametrize("dawdle", SLOW, ids=lambda behaviour: behaviour.__name__)


@each_slowness
@each_call
async def test_deadline_holds(bench: Bench, call: Call, dawdle: Behaviour) -> None:
    """The call ends at its deadline, is not repeated, and leaves a usable client behind."""
    client = bench.client(call.vendor, deadline=DEADLINE)
    bench.server.plan(dawdle)
    bench.server.plan(path=TOKEN_PATH)

    with bench.within(DEADLINE):
        error = await bench.fails("DeadlineExceededError", call, client)

    assert isinstance(error, TimeoutError)
    assert error.attempts == len(bench.calls) == 1
    assert bench.slept == []
    await bench.works(call, client)
    assert len(bench.calls) == 2


@each_slowness
async def test_deadline_of_one_call(bench: Bench, dawdle: Behaviour) -> None:
    """A deadline given to one call counts in place of the client's."""
    client = bench.client("stream")
    options = bench.twin.kit("stream").RequestOptions(deadline=DEADLINE)
    bench.server.plan(dawdle)

    with bench.within(DEADLINE), pytest.raises(bench.twin.kit("stream").DeadlineExceededError):
        await bench.twin(
            client.events.send_event("messaging", "general", body={"event": {}}, request_options=options)
        )


@each_slowness
async def test_deadline_holds_in_a_later_attempt(bench: Bench, dawdle: Behaviour) -> None:
    """The deadline is that of the call, not of the attempt."""
    client = bench.client("snaptrade", deadline=DEADLINE)
    bench.server.plan(answer(503, Retry_After="0"), then=dawdle)

    with bench.within(DEADLINE):
        error = await bench.fails("DeadlineExceededError", LIST, client)

    assert error.attempts == len(bench.calls) == 2


@pytest.mark.parametrize("dawdle", SLOW, ids=lambda behaviour: behaviour.__name__)
async def test_deadline_holds_for_the_token_request(bench: Bench, dawdle: Behaviour) -> None:
    """A token endpoint that never ends costs no more than the deadline of the call."""
    client = bench.client("genesys", deadline=DEADLINE)
    bench.server.plan(dawdle, path=TOKEN_PATH)

    with bench.within(DEADLINE):
        await bench.fails("DeadlineExceededError", GET, client)

    assert (len(bench.token_requests), len(bench.calls)) == (1, 0)
    await bench.works(GET, client)


@each_call
async def test_silence_breaks_the_read_timeout(bench: Bench, call: Call) -> None:
    """Without an answer in time a repeatable call is repeated; what was sent may have had its effect."""
    client = bench.client(call.vendor, timeout=httpx.Timeout(5, read=0.1))
    bench.server.plan(then=silence)
    bench.server.plan(path=TOKEN_PATH)

    error = await bench.fails("RequestTimeoutError", call, client)

    assert call.attempts() == len(bench.calls) == error.attempts
    assert isinstance(error.__cause__, httpx.ReadTimeout)
    bench.server.plan()
    await bench.works(call, client)


async def test_silent_token_endpoint_is_asked_again(bench: Bench) -> None:
    """A timeout of the token request means that the call itself was not sent."""
    client = bench.client("genesys", timeout=httpx.Timeout(5, read=0.1))
    bench.server.plan(silence, path=TOKEN_PATH)

    await bench.works(GET, client)

    assert (len(bench.token_requests), len(bench.calls)) == (2, 1)


async def test_wait_beyond_the_deadline_is_not_begun(bench: Bench) -> None:
    """A pause that would outlast the deadline is pointless, so the error comes at once."""
    client = bench.client("snaptrade", deadline=DEADLINE)
    bench.server.plan(then=answer(503, Retry_After="1"))

    error = await bench.fails("ServerError", LIST, client)

    assert error.retry_after == 1.0
    assert len(bench.calls) == 1
    assert bench.slept == []


async def test_full_pool_breaks_the_pool_timeout(bench: Bench) -> None:
    """Waiting for a free connection ends too; nothing was sent, so every call may try again."""
    kind = httpx.AsyncClient if bench.twin.is_async else httpx.Client
    http = kind(limits=httpx.Limits(max_connections=1), trust_env=False)
    client = bench.client("snaptrade", http_client=http, timeout=httpx.Timeout(5, pool=0.1))
    bench.server.plan(slow_body)
    response = await bench.twin(http.send(httpx.Request("GET", bench.server.url), stream=True))

    error = await bench.fails("RequestTimeoutError", REFRESH, client)

    assert error.attempts == 3
    await bench.twin(response.aclose() if bench.twin.is_async else response.close())
    await bench.works(REFRESH, client)
    await bench.twin(http.aclose() if isinstance(http, httpx.AsyncClient) else http.close())


async def test_waiting_for_the_token_of_another_call(bench: Bench) -> None:
    """A call that waits while another gets the token still ends at its own deadline."""
    client = bench.client("genesys", deadline=1.5)
    options = bench.twin.kit("genesys").RequestOptions(deadline=DEADLINE)
    bench.server.plan(then=silence, path=TOKEN_PATH)
    got = threading.Event()
    bench.server.on_request = got.set
    began = time.monotonic()

    def patient() -> Any:
        return client.journey.get_journey_session_events("a")

    def hasty() -> Any:
        got.wait(5)
        return client.journey.get_journey_session_events("b", request_options=options)

    if bench.twin.is_async:
        first = asyncio.ensure_future(_end(bench, patient()))
        await asyncio.to_thread(got.wait, 5)
        second = await _end(bench, hasty())
        ends = [await first, second]
    else:
        ends = await asyncio.gather(*(asyncio.to_thread(_end_sync, call) for call in (patient, hasty)))

    assert ends[0] - began >= 1.5
    assert ends[1] - began <= DEADLINE + 2 * SLACK


async def _end(bench: Bench, call: Any) -> float:
    with pytest.raises(TimeoutError):
        await bench.twin(call)
    return time.monotonic()


def _end_sync(call: Callable[[], Any]) -> float:
    with pytest.raises(TimeoutError):
        call()
    return time.monotonic()
