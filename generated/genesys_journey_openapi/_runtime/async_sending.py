"""Send one request through an async httpx client; `sending` is its twin, line by line."""

from __future__ import annotations

from typing import Any

import httpx

from .async_transport import AsyncAnswerStream
from .body import Body, BodyTooLargeError, BrokenBodyError, Received
from .sending import already_read

__all__ = ["areceive", "asend"]


async def asend(client: httpx.AsyncClient, request: httpx.Request, auth: httpx.Auth | None) -> httpx.Response:
    """
    Carry a request through its auth flow; the body of the answer is not read yet.

    Args:
        client: The client whose connections are used.
        request: The request.
        auth: Signs the request; ``None`` sends it as it is.
    """
    if getattr(client.send, "__func__", None) is not httpx.AsyncClient.send:
        return await client.send(request, stream=True, auth=auth, follow_redirects=False)
    if auth is None:
        return await _asend_once(client, request)
    flow = auth.async_auth_flow(request)
    try:
        request = await anext(flow)
        while True:
            response = await _asend_once(client, request)
            try:
                request = await flow.asend(response)
            except StopAsyncIteration:
                return response
            except BaseException:
                await response.aclose()
                raise
            await response.aclose()
    finally:
        await flow.aclose()


async def _asend_once(client: Any, request: httpx.Request) -> httpx.Response:
    hooks = client.event_hooks
    for hook in hooks["request"]:
        await hook(request)
    # Chooses between the client's transport and proxies, also those of the environment.
    transport = client._transport_for_url(request.url)
    try:
        response: httpx.Response = await transport.handle_async_request(request)
    except httpx.RequestError as error:
        error.request = request
        raise
    response.request = request
    try:
        for hook in hooks["response"]:
            await hook(response)
    except BaseException:
        await response.aclose()
        raise
    return response


async def areceive(response: httpx.Response, encoding: str | None, limit: int) -> Received:
    """
    Read and unpack a body, whole or as far as it is allowed and possible.

    Args:
        response: The response.
        encoding: Its ``Content-Encoding``.
        limit: The largest body in bytes.
    """
    if response.is_stream_consumed:
        return already_read(response, limit)
    body = Body(encoding, limit)
    stream = response.stream
    try:
        if isinstance(stream, AsyncAnswerStream) and not response.is_closed:
            while chunk := await stream.read():
                body.feed(chunk)
        else:
            async for chunk in response.aiter_raw():
                body.feed(chunk)
        return Received(body.finish())
    except BodyTooLargeError:
        return Received(body.content, "too large")
    except BrokenBodyError:
        return Received(b"", "broken")
    finally:
        await response.aclose()
