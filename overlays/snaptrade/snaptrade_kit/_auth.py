"""The auth hook that signs each attempt with a fresh timestamp."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

import httpx
from snaptrade_openapi._runtime.encoding import encode_pair
from snaptrade_openapi._runtime.redact import Secret, with_query
from snaptrade_openapi._runtime.sending import BodilessAuth

from ._signing import request_signature

__all__ = ["SnapTradeAuth"]


class SnapTradeAuth(BodilessAuth):
    """
    Add client id and timestamp to the query and sign the bytes that leave.

    Args:
        client_id: The client id from the SnapTrade dashboard.
        consumer_key: The consumer key that belongs to it; it is never sent.
        clock: Seconds since 1970.
    """

    def __init__(self, client_id: str, consumer_key: Secret, clock: Callable[[], float] = time.time) -> None:
        self._client_id = client_id
        self._consumer_key = consumer_key
        self._clock = clock

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign one attempt; a repetition starts from an unsigned request again."""
        # SnapTrade takes whole seconds and refuses milliseconds.
        pairs = [
            encode_pair("clientId", self._client_id),
            encode_pair("timestamp", str(int(self._clock()))),
        ]
        path, query = with_query(request, pairs)
        request.headers["Signature"] = request_signature(
            path=path, query=query, body=request.content, consumer_key=self._consumer_key.reveal()
        )
        yield request
