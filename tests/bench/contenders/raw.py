"""The measure: httpx as its documentation shows it, and `json.loads`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from .world import CHANNEL, FOUR_OF_DICTS, KIND, SENDER, SESSION, STREAM, TOKEN, USER

_USER = {"userId": USER["user_id"], "userSecret": USER["user_secret"]}
_EVENTS = f"/api/v2/journey/sessions/{SESSION}/events"
_SEND = f"/channels/{CHANNEL[0]}/{CHANNEL[1]}/event"
_BEARER = {"Authorization": f"Bearer {TOKEN}"}
_JWT = {"Authorization": TOKEN, "Stream-Auth-Type": "jwt"}
_KEY = {"api_key": STREAM["api_key"]}


def call(vendor: str, url: str) -> Callable[[], Any]:
    """Make a call ready."""
    http = httpx.Client()

    def snaptrade() -> Any:
        return json.loads(http.get(f"{url}/authorizations", params=_USER).content)

    def genesys_journey() -> Any:
        answer = http.get(f"{url}{_EVENTS}", params={"pageSize": "5"}, headers=_BEARER)
        return json.loads(answer.content)

    def stream_chat() -> Any:
        body = {"event": {"type": KIND, "user_id": SENDER}}
        return json.loads(http.post(f"{url}{_SEND}", params=_KEY, headers=_JWT, json=body).content)

    return {"snaptrade": snaptrade, "genesys_journey": genesys_journey, "stream_chat": stream_chat}[vendor]


@asynccontextmanager
async def connected(vendor: str, url: str) -> AsyncIterator[Callable[[], Awaitable[Any]]]:
    """Make an async call ready."""
    async with httpx.AsyncClient() as http:

        async def snaptrade() -> Any:
            return json.loads((await http.get(f"{url}/authorizations", params=_USER)).content)

        async def stream_chat() -> Any:
            body = {"event": {"type": KIND, "user_id": SENDER}}
            answer = await http.post(f"{url}{_SEND}", params=_KEY, headers=_JWT, json=body)
            return json.loads(answer.content)

        yield {"snaptrade": snaptrade, "stream_chat": stream_chat}[vendor]


def decoder(vendor: str) -> Callable[[bytes], Any]:
    """Return what makes Python objects of bytes."""
    return json.loads


FOUR = FOUR_OF_DICTS
