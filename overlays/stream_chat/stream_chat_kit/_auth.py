"""The auth hook: api key in the query, bare token in the header."""

from __future__ import annotations

from collections.abc import Generator

import httpx
from stream_chat_openapi._runtime.encoding import encode_pair
from stream_chat_openapi._runtime.redact import Secret, with_query
from stream_chat_openapi._runtime.sending import BodilessAuth

__all__ = ["StreamAuth"]


class StreamAuth(BodilessAuth):
    """
    Authenticate with a server token or a user's token.

    Args:
        api_key: The key of the app.
        token: The token. Stream takes it without the word "Bearer".
    """

    def __init__(self, api_key: str, token: Secret) -> None:
        self._pair = encode_pair("api_key", api_key)
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Authenticate one attempt."""
        with_query(request, [self._pair])
        request.headers["Authorization"] = self._token.reveal()
        request.headers["Stream-Auth-Type"] = "jwt"
        yield request
