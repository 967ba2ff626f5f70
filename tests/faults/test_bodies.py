"""Answers that arrive whole and are not what they should be."""

from __future__ import annotations

import gzip
import json
import tracemalloc

import httpx
import pytest

from .behaviours import ENDLESS, answer, broken_gzip, endless_body, gzipped, with_headers
from .bench import CALLS, GET, LIST, REFRESH, REMOVE, SEND, SYNC, TOKEN_PATH, USER, Bench, Call

WITH_BODY = tuple(call for call in CALLS if not call.empty)
each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
each_call_with_body = pytest.mark.parametrize("call", WITH_BODY, ids=lambda call: call.name)
LIMIT = 100_000
CHUNK = 65_536
"""What is read at once, so a body may be known to be too large only this much later."""

WRONG = {
    "malformed JSON": b'{"entities": [',
    "two documents": b"{} {}",
    "no UTF-8": b'{"detail": "\xff\xfe"}',
    "a text": b'"fine"',
    "a number": b"17",
    "null": b"null",
    "deep nesting": b"[" * 50_000,
    "plain text": b"OK",
}


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG.keys())
@each_call_with_body
async def test_wrong_body(bench: Bench, call: Call, body: bytes) -> None:
    """A 200 with another body is an error that keeps it; the call may have had its effect."""
    client = bench.client(call.vendor)
    bench.server.plan(answer(200, body))
    bench.server.plan(path=TOKEN_PATH)

    error = await bench.fails("ResponseDecodeError", call, client)

    assert error.status_code == 200
    assert body == error.content
    assert error.attempts == len(bench.calls) == 1
    await bench.works(call, client)


@each_call_with_body
async def test_wrong_top_level(bench: Bench, call: Call) -> None:
    """An object in place of a list, or the reverse, is an error."""
    body = b"{}" if call is LIST else b"[]"
    bench.server.plan(answer(200, body))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, bench.client(call.vendor))
    assert body == error.content
    assert "expected" in str(error)


async def test_wrong_item(bench: Bench) -> None:
    """A list of something else is an error."""
    bench.server.plan(answer(200, b'[{"id": "87b24961-b51e-4db8-9226-f198f6518a89"}, 3]'))
    await bench.fails("ResponseDecodeError", LIST, bench.client("snaptrade"))


@pytest.mark.parametrize("status", [200, 202, 204])
@each_call_with_body
async def test_no_body(bench: Bench, call: Call, status: int) -> None:
    """Success without the body that belongs to it is an error."""
    bench.server.plan(answer(status))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, bench.client(call.vendor))
    assert (status, b"") == (error.status_code, error.content)
    assert len(bench.calls) == 1


@each_call
async def test_html(bench: Bench, call: Call) -> None:
    """A login page with status 200 is an error, whatever the operation returns."""
    page = b"<!doctype html>\n<title>Sign in</title>"
    bench.server.plan(answer(200, page, Content_Type="text/html; charset=utf-8"))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, bench.client(call.vendor))
    assert page == error.content
    assert "html" in str(error).lower()
    assert len(bench.calls) == 1


@pytest.mark.parametrize("body", [b"", b"{}", b"null", b"OK"], ids=["empty", "object", "null", "text"])
@pytest.mark.parametrize("status", [200, 202, 204])
async def test_removal_needs_no_body(bench: Bench, status: int, body: bytes) -> None:
    """Where nothing is expected any success will do."""
    bench.server.plan(answer(status, b"" if status == 204 else body))
    await bench.works(REMOVE, bench.client("snaptrade"))
    assert len(bench.calls) == 1


@each_call
async def test_packed(bench: Bench, call: Call) -> None:
    """A packed answer is unpacked, the token's as well."""
    bench.server.plan(then=gzipped)
    await bench.works(call, bench.client(call.vendor))
    assert {"gzip, deflate"} == {request.headers["accept-encoding"] for request in bench.calls}


@each_call
async def test_broken_packing(bench: Bench, call: Call) -> None:
    """A success that cannot be unpacked is an error and not asked for again."""
    client = bench.client(call.vendor)
    bench.server.plan(broken_gzip())
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, client)
    assert error.status_code == 200
    assert "gzip" in str(error)
    assert len(bench.calls) == 1
    await bench.works(call, client)


async def test_packing_cut_short(bench: Bench) -> None:
    """A packed body that ends too early never reads as a shorter good one."""
    packed = gzip.compress(json.dumps([{"name": str(n)} for n in range(2000)]).encode())
    bench.server.plan(answer(200, packed[:-400], Content_Encoding="gzip"))
    await bench.fails("ResponseDecodeError", LIST, bench.client("snaptrade"))


@pytest.mark.parametrize("status", [401, 404, 418, 429, 500, 503])
@pytest.mark.parametrize("call", [LIST, SEND], ids=lambda call: call.name)
async def test_refusal_with_broken_packing(bench: Bench, call: Call, status: int) -> None:
    """A refusal stays one when its body cannot be unpacked: same error, same repetitions."""
    name = {401: "AuthenticationError", 404: "NotFoundError", 418: "StatusError", 429: "RateLimitError"}
    bench.server.plan(then=broken_gzip(status))
    error = await bench.fails(name.get(status, "ServerError"), call, bench.client(call.vendor))
    assert status == error.status_code
    assert len(bench.calls) == call.attempts(
        repeated=status == 429 or (call.idempotent and status in {500, 503})
    )


@each_call
async def test_large_body(bench: Bench, call: Call) -> None:
    """Reading stops at max_response_bytes; what was read is kept, and the client stays usable."""
    client = bench.client(call.vendor, max_response_bytes=LIMIT)
    bench.server.plan(answer(200, b"[" + b" " * 5_000_000 + b"]"))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, client)
    assert "max_response_bytes" in str(error)
    assert error.content.startswith(b"[ ")
    assert len(error.content) <= LIMIT + CHUNK
    assert len(bench.calls) == 1
    await bench.works(call, client)


@pytest.mark.parametrize("status", [404, 429, 503])
async def test_refusal_with_large_body(bench: Bench, status: int) -> None:
    """A refusal stays one when its body is too large."""
    name = {404: "NotFoundError", 429: "RateLimitError", 503: "ServerError"}[status]
    bench.server.plan(then=answer(status, b" " * 1_000_000))
    client = bench.client("snaptrade", max_response_bytes=LIMIT)
    error = await bench.fails(name, LIST, client)
    assert status == error.status_code
    assert len(bench.calls) == (1 if status == 404 else 3)


@pytest.mark.parametrize("status", [200, 401, 404])
@pytest.mark.parametrize("call", [LIST, GET], ids=lambda call: call.name)
async def test_endless_body(bench: Bench, call: Call, status: int) -> None:
    """No body is read without bound, not even that of a refused token."""
    client = bench.client(call.vendor, max_response_bytes=LIMIT)
    bench.server.plan(then=endless_body(status))
    bench.server.plan(path=TOKEN_PATH)
    with pytest.raises(bench.twin.kit(call.vendor).KitError) as caught:
        await bench.twin(call.send(client))
    assert len(caught.value.content) <= LIMIT + CHUNK
    bench.server.wait_until_quiet()
    assert bench.server.most_sent < ENDLESS / 2


async def test_body_of_just_the_allowed_size(bench: Bench) -> None:
    """The limit itself is allowed."""
    body = b"[" + b" " * (LIMIT - 2) + b"]"
    bench.server.plan(answer(200, body), answer(200, body + b" "))
    client = bench.client("snaptrade", max_response_bytes=LIMIT)
    await bench.works(LIST, client)
    await bench.fails("ResponseDecodeError", LIST, client)


@pytest.mark.parametrize("packing", ["gzip", "gzip, gzip"])
@pytest.mark.parametrize("call", [LIST, REFRESH, GET, SYNC], ids=lambda call: call.name)
async def test_body_that_unpacks_to_much(bench: Bench, call: Call, packing: str) -> None:
    """A small packed body that unpacks to very much is stopped like a large one."""
    client = bench.client(call.vendor, max_response_bytes=LIMIT)
    bomb = b" " * 5_000_000
    for _ in packing.split(","):
        bomb = gzip.compress(bomb)
    bench.server.plan(answer(200, bomb, Content_Encoding=packing))
    bench.server.plan(path=TOKEN_PATH)
    error = await bench.fails("ResponseDecodeError", call, client)
    # Packing twice may also be refused as such: nobody asked for it.
    assert packing != "gzip" or "max_response_bytes" in str(error)
    assert len(error.content) <= LIMIT + CHUNK
    assert len(bench.calls) == 1
    await bench.works(call, client)


@pytest.mark.parametrize("packing", ["gzip", "gzip, gzip"])
async def test_unpacking_takes_no_memory(bench: Bench, packing: str) -> None:
    """The limit holds while unpacking, not only afterwards: a few bytes must not fill the memory."""
    client = bench.client("snaptrade", max_response_bytes=LIMIT)
    bomb = b" " * 20_000_000
    for _ in packing.split(","):
        bomb = gzip.compress(bomb)
    bench.server.plan(answer(200, bomb, Content_Encoding=packing))
    tracemalloc.start()
    try:
        await bench.fails("ResponseDecodeError", LIST, client)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


async def test_cookies_are_not_sent_back(bench: Bench) -> None:
    """What a server stores in one answer never travels with the next request."""
    client = bench.client("snaptrade")
    bench.server.plan(then=with_headers(Set_Cookie="session=1; Path=/"))
    await bench.works(LIST, client)
    await bench.works(LIST, client)
    assert [request.headers.get("cookie") for request in bench.calls] == [None, None]


async def test_secrets_echoed_in_a_body(bench: Bench) -> None:
    """A secret argument that comes back in a body that is not JSON is not kept."""
    bench.server.plan(answer(200, f"no JSON but {USER['user_secret']}".encode()))
    error = await bench.fails("ResponseDecodeError", LIST, bench.client("snaptrade"))
    assert error.content == b"no JSON but [hidden]"
    assert not isinstance(error, httpx.HTTPError)
