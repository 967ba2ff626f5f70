"""How users annotate; never run, only checked by mypy and pyright in strict mode."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import assert_type

from stream_chat_kit import (
    AsyncStreamChat,
    DurationResponse,
    Event,
    EventRequest,
    EventResponse,
    SendEventRequest,
    SendUserCustomEventRequest,
    StreamChat,
    SyncRequest,
    SyncResponse,
    UserCustomEventRequest,
    user_token,
)


def send(stream: StreamChat) -> EventResponse:
    body = SendEventRequest(event=EventRequest(type="typing.start", user_id="jane"))
    sent = stream.events.send_event("messaging", "general", body=body)
    assert_type(sent, EventResponse)
    return sent


def send_to_user(stream: StreamChat) -> DurationResponse:
    event = UserCustomEventRequest(type="friend_request", text="hi", level=3)
    return stream.events.send_user_custom_event("jane", body=SendUserCustomEventRequest(event=event))


async def catch_up() -> list[Event]:
    async with AsyncStreamChat(api_key="k", token=user_token("s", "jane")) as stream:
        result = await stream.events.sync(
            body=SyncRequest(channel_cids=["messaging:general"], last_sync_at=datetime.now(UTC)),
            with_inaccessible_cids=True,
        )
        assert_type(result, SyncResponse)
        return result.events or []


def plain_body(stream: StreamChat) -> None:
    stream.events.send_event("messaging", "general", body={"event": {"type": "x", "user_id": "jane"}})
