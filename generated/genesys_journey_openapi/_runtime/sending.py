"""
Send one request through an httpx client, without what its ``send`` does beside that.

`httpx.Client.send` also keeps cookies, prepares redirects and logs the URL. Our calls use none of
that, and a caller's client is to stay as it is. Event hooks are called, and a client that brings
its own ``send`` is used through it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import httpx

from .body import Body, BodyTooLargeError, BrokenBodyError, Received
from .transport import AnswerStream

__all__ = ["BodilessAuth", "already_read", "receive", "send"]


class BodilessAuth(httpx.Auth):
    """An auth hook that needs no body to be read for it: its flow is used as it is."""

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Authenticate one attempt."""
        return self.auth_flow(request)


def send(client: httpx.Client, request: httpx.Request, auth: httpx.Auth | None) -> httpx.Response:
    """
    Carry a request through its auth flow; the body of the answer is not read yet.

    Args:
        client: The client whose connections are used.
        request: The request.
        auth: Signs the request; ``None`` sends it as it is.
    """
    if getattr(client.send, "__func__", None) is not httpx.Client.send:
        return client.send(request, stream=True, auth=auth, follow_redirects=False)
    if auth is None:
        return _send_once(client, request)
    flow = auth.sync_auth_flow(request)
    try:
        request = next(flow)
        while True:
            response = _send_once(client, request)
            try:
                request = flow.send(response)
            except StopIteration:
                return response
            except BaseException:
                response.close()
                raise
            response.close()
    finally:
        flow.close()


def _send_once(client: Any, request: httpx.Request) -> httpx.Response:
    hooks = client.event_hooks
    for hook in hooks["request"]:
        hook(request)
    # Chooses between the client's transport and proxies, also those of the environment.
    transport = client._transport_for_url(request.url)
    try:
        response: httpx.Response = transport.handle_request(request)
    except httpx.RequestError as error:
        error.request = request
        raise
    response.request = request
    try:
        for hook in hooks["response"]:
            hook(response)
    except BaseException:
        response.close()
        raise
    return response


def receive(
    response: httpx.Response, encoding: str | None, limit: int, check: Callable[[], None] | None = None
) -> Received:
    """
    Read and unpack a body, whole or as far as it is allowed and possible.

    Args:
        response: The response.
        encoding: Its ``Content-Encoding``.
        limit: The largest body in bytes.
        check: Called after each piece; may raise.
    """
    if response.is_stream_consumed:
        return already_read(response, limit)
    body = Body(encoding, limit)
    chunks = response.iter_raw()
    if isinstance(response.stream, AnswerStream) and not response.is_closed:
        chunks = iter(response.stream)  # it needs nothing of what httpx wraps around it
    try:
        for chunk in chunks:
            body.feed(chunk)
            if check is not None:
                check()
        return Received(body.finish())
    except BodyTooLargeError:
        return Received(body.content, "too large")
    except BrokenBodyError:
        return Received(b"", "broken")
    finally:
        response.close()


def already_read(response: httpx.Response, limit: int) -> Received:
    """Return the body of a response that is complete: a transport for tests, or a middleware, made it."""
    content = response.content
    return Received(content) if len(content) <= limit else Received(content[:limit], "too large")
