"""snaptrade-python-sdk, version 13."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import urllib3
from snaptrade_client import SnapTrade
from snaptrade_client.auth import SnapTradeAuth
from snaptrade_client.paths.authorizations import get
from snaptrade_client.rest import ResponseWrapper

from .world import FOUR_OF_DICTS, SNAPTRADE, USER


def _connections(url: str) -> Any:
    return SnapTrade(auth=SnapTradeAuth.commercial_api_key(**SNAPTRADE), host=url).connections


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    api = _connections(url)
    return lambda: api.list_brokerage_authorizations(**USER).body


@asynccontextmanager
async def connected(vendor: str, url: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
    """Make an async call ready."""
    api = _connections(url)
    yield lambda: api.alist_brokerage_authorizations(**USER)


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what a call does with the bytes of an answer: without further options, plain dicts."""
    reader = get._response_for_200
    configuration = _connections("https://api.snaptrade.com").api_client.configuration
    headers = {"content-type": "application/json"}

    def decode(content: bytes) -> Any:
        wrapped = ResponseWrapper(urllib3.HTTPResponse(content, headers=headers, status=200), 0.0)
        return reader.deserialize(wrapped, configuration, skip_deserialization=True).body

    return decode


FOUR = {"snaptrade": FOUR_OF_DICTS["snaptrade"]}
