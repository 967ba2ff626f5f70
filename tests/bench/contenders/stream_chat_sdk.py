"""stream-chat."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import requests
from stream_chat import StreamChat, StreamChatAsync

from .world import CHANNEL, FOUR_OF_DICTS, KIND, SENDER, STREAM


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    channel = StreamChat(**STREAM, base_url=url).channel(*CHANNEL)
    return lambda: channel.send_event({"type": KIND}, SENDER)


@asynccontextmanager
async def connected(vendor: str, url: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
    """Make an async call ready."""
    async with StreamChatAsync(**STREAM, base_url=url) as client:
        channel = client.channel(*CHANNEL)
        yield lambda: channel.send_event({"type": KIND}, SENDER)


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what a call does with the bytes of an answer; the result is a dict."""
    client = StreamChat(**STREAM)

    def decode(content: bytes) -> Any:
        answer = requests.Response()
        answer.status_code = 200
        answer.encoding = "utf-8"
        answer._content = content
        return client._parse_response(answer)

    return decode


FOUR = {"stream_chat": FOUR_OF_DICTS["stream_chat"]}
