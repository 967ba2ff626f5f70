"""Refusals: which error they become, and which of them are asked for again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from .behaviours import REQUEST_ID, answer, failure
from .bench import CALLS, GET, LIST, REFRESH, SEND, SYNC, TOKEN_PATH, Bench, Call
from .server import Behaviour, Connection, Received

ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    402: "PaymentRequiredError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    408: "StatusError",
    409: "ConflictError",
    413: "PayloadTooLargeError",
    418: "StatusError",
    422: "UnprocessableContentError",
    429: "RateLimitError",
    499: "StatusError",
    500: "ServerError",
    501: "ServerError",
    502: "ServerError",
    503: "ServerError",
    504: "ServerError",
    520: "ServerError",
}
REPEATED = {408, 429, 500, 502, 503, 504}
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
each_status = pytest.mark.parametrize("status", ERRORS)


def _repeats(call: Call, status: int) -> bool:
    return status == 429 or (call.idempotent and status in REPEATED)


@each_status
@each_call
async def test_always(bench: Bench, call: Call, status: int) -> None:
    """A refusal that does not end becomes the error of its status, after the allowed repetitions."""
    client = bench.client(call.vendor)
    bench.server.plan(then=failure(status))
    bench.server.plan(path=TOKEN_PATH)

    error = await bench.fails(ERRORS[status], call, client)

    # A refused token is renewed once within the attempt.
    sent = 2 if (call.vendor, status) == ("genesys", 401) else call.attempts(repeated=_repeats(call, status))
    assert sent == len(bench.calls)
    assert (status, "E7", REQUEST_ID) == (error.status_code, error.code, error.request_id)
    assert f"{status}: told to fail [code E7] (request id {REQUEST_ID})" in str(error)
    assert status == error.body["status"] == json.loads(error.content)["status"]
    assert error.request.path in str(error)
    bench.server.plan()
    await bench.works(call, client)


@each_status
@each_call
async def test_once(bench: Bench, call: Call, status: int) -> None:
    """What is repeated succeeds the second time; what is not is sent once."""
    client = bench.client(call.vendor)
    bench.server.plan(failure(status))
    bench.server.plan(path=TOKEN_PATH)

    if _repeats(call, status):
        await bench.works(call, client)
        assert len(bench.calls) == 2
        assert bench.slept == [0.5]
    elif (call.vendor, status) == ("genesys", 401):
        await bench.works(call, client)
        assert (len(bench.calls), len(bench.token_requests)) == (2, 2)
        assert bench.slept == []
    else:
        await bench.fails(ERRORS[status], call, client)
        assert len(bench.calls) == 1


WAITS: dict[str, tuple[str, list[float]]] = {
    "zero": ("0", [0.0, 0.0]),
    "one": ("1", [1.0, 1.0]),
    "fraction": ("0.25", [0.25, 0.25]),
    "no number": ("soon", [0.5, 1.0]),
    "negative": ("-5", [0.5, 1.0]),
    "not finite": ("inf", [0.5, 1.0]),
    "empty": ("", [0.5, 1.0]),
    "past date": ("Wed, 21 Oct 2015 07:28:00 GMT", [0.0, 0.0]),
    "date that is none": ("Wed, 99 Oct 2015 07:28:00 GMT", [0.5, 1.0]),
}


@pytest.mark.parametrize(("text", "waits"), WAITS.values(), ids=WAITS.keys())
@pytest.mark.parametrize("status", [429, 503])
@each_call
async def test_retry_after(bench: Bench, call: Call, status: int, text: str, waits: list[float]) -> None:
    """The server's wish is honoured when it makes sense; otherwise the client backs off by itself."""
    bench.server.plan(then=failure(status, Retry_After=text))
    bench.server.plan(path=TOKEN_PATH)
    await bench.fails(ERRORS[status], call, bench.client(call.vendor))
    assert (waits if _repeats(call, status) else []) == bench.slept


@pytest.mark.parametrize("status", [429, 503])
@each_call
async def test_retry_after_a_date(bench: Bench, call: Call, status: int) -> None:
    """A date says until when to wait."""
    moment = datetime.now(UTC) + timedelta(seconds=30)
    bench.server.plan(failure(status, Retry_After=format_datetime(moment, usegmt=True)))
    bench.server.plan(path=TOKEN_PATH)
    client = bench.client(call.vendor)
    if _repeats(call, status):
        await bench.works(call, client)
        assert len(bench.slept) == 1
        assert 20 < bench.slept[0] <= 30
    else:
        error = await bench.fails("ServerError", call, client)
        assert 20 < error.retry_after <= 30


@pytest.mark.parametrize("status", [429, 503])
@each_call
async def test_retry_after_hours(bench: Bench, call: Call, status: int) -> None:
    """A wait that nobody wants is handed to the caller at once."""
    bench.server.plan(then=failure(status, Retry_After="7200"))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails(ERRORS[status], call, bench.client(call.vendor, deadline=None))
    assert error.retry_after == 7200.0
    assert len(bench.calls) == 1
    assert bench.slept == []


async def test_throttled_refresh(bench: Bench) -> None:
    """SnapTrade's "throttled" says that another try is pointless, so there is none."""
    bench.server.plan(then=answer(429, b'{"detail": "Too soon", "code": "throttled"}', Retry_After="0"))
    error = await bench.fails("RateLimitError", REFRESH, bench.client("snaptrade"))
    assert error.code == "throttled"
    assert len(bench.calls) == 1


BODIES = {
    "empty": b"",
    "plain text": b"upstream\nwent  away",
    "HTML": b"<html>\n<h1>502</h1>\n</html>",
    "list": b"[1, 2]",
    "text": b'"nope"',
    "null": b"null",
    "odd members": b'{"code": {"a": 1}, "message": ["x"], "detail": null, "error": 3.5}',
    "cut JSON": b'{"detail": "',
    "no UTF-8": b"\xff\xfe\x00",
    "deep nesting": b"[" * 50_000,
    "lone surrogate": b'{"detail": "\\ud800", "message": "\\ud800"}',
    "huge number": b'{"code": 1' + b"0" * 5000 + b"}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
@each_call
async def test_any_error_body(bench: Bench, call: Call, body: bytes) -> None:
    """Building the error never fails, whatever the body; its bytes are kept."""
    bench.server.plan(answer(400, body))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("BadRequestError", call, bench.client(call.vendor))
    assert body == error.content
    assert len(str(error)) < 700


def _echo(connection: Connection, request: Received) -> None:
    """Answer like a debug page: with all that was received."""
    lines = [f"{request.method} {request.target}", *(f"{k}: {v}" for k, v in request.headers.items())]
    answer(500, "\n".join(lines).encode(), Content_Type="text/plain")(connection, request)


@pytest.mark.parametrize("call", [LIST, REFRESH, GET, SEND, SYNC], ids=lambda call: call.name)
async def test_server_that_echoes_the_request(bench: Bench, call: Call) -> None:
    """Secrets, tokens and signatures that a debug page repeats do not get into the error."""
    bench.server.plan(then=_echo)
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ServerError", call, bench.client(call.vendor))
    sent = bench.calls[-1].headers
    values = [sent[name].removeprefix("Bearer ") for name in ("authorization", "signature") if name in sent]
    assert values
    assert not [value for value in values if value in str(error) or value.encode() in error.content]


@pytest.mark.parametrize("behaviour", [answer(999), answer(600)], ids=["999", "600"])
async def test_status_beyond_all_classes(bench: Bench, behaviour: Behaviour) -> None:
    """A status that nobody defined is a StatusError with that number."""
    bench.server.plan(behaviour)
    error = await bench.fails("StatusError", LIST, bench.client("snaptrade"))
    assert error.status_code in {999, 600}
