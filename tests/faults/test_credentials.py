"""Credentials that cannot be put into a header."""

from __future__ import annotations

from typing import Any

import pytest

from tests.twins import Twin

from .bench import GET, SEND, Bench, Call, assert_discreet
from .server import FaultServer

BROKEN = {
    "line": "marker-secret\nX-Evil: 1",
    "fold": "marker-\r\n secret",
    "zero": "marker-secret\x00",
    "line end": "marker-secret\n",
}


@pytest.mark.parametrize("value", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize(
    ("call", "credentials"),
    [
        (GET, lambda value: {"access_token": value}),
        (SEND, lambda value: {"api_key": "key", "token": value}),
    ],
    ids=["genesys", "stream"],
)
async def test_token_that_is_no_header_value(
    twin: Twin, server: FaultServer, call: Call, credentials: Any, value: str
) -> None:
    """A token broken in copying is an error of this package that does not show it; nothing is sent."""
    bench = Bench(twin, server)
    with pytest.raises(twin.kit(call.vendor).KitError) as caught:
        await twin(call.send(twin.client(call.vendor, base_url=server.url, **credentials(value))))
    assert_discreet(caught.value, (value, "marker"))
    assert bench.server.requests == []


async def test_header_that_is_none(bench: Bench) -> None:
    """A further header with a line break is an error of this package; nothing is sent."""
    client = bench.client("stream", headers={"x-mine": "a\nX-Evil: 1"})
    with pytest.raises(bench.twin.kit("stream").KitError):
        await bench.twin(SEND.send(client))
    assert bench.server.requests == []
    assert bench.slept == []
