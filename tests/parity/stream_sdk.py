"""Drive stream-chat, sync and async, against a sandbox."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime, timedelta
from typing import Any

from stream_chat import StreamChat, StreamChatAsync
from stream_chat.base.exceptions import StreamAPIException

from .reporting import expect, perform

URL = os.environ["SANDBOX_URL"]
API_KEY = os.environ["STREAM_API_KEY"]
API_SECRET = os.environ["STREAM_API_SECRET"]
CHANNEL = ("messaging", "general")
USER = "jane"
EVENT = {"type": "typing.start", "mood": "curious"}
USER_EVENT = {"type": "friendship_request", "text": "größer 🙂"}


def client(secret: str = API_SECRET) -> Any:
    """Build the SDK's client."""
    return StreamChat(API_KEY, secret, base_url=URL)


def told(response: Any) -> str:
    """Say what the SDK read from the headers."""
    # The async client never finds them: it looks for lower case in what aiohttp has capitalised.
    limit = response.rate_limit()
    return f"{limit.remaining} requests left" if limit else "sent"


def sent(response: Any) -> str:
    """Check that an event came back as it was sent."""
    event = response["event"]
    expect(all(event[name] == value for name, value in EVENT.items()), event)
    expect(event["user"]["id"] == USER, event)
    return told(response)


def send_event() -> str:
    """Send an event to a channel."""
    return sent(client().channel(*CHANNEL).send_event(EVENT, USER))


def send_event_async() -> str:
    """Send an event to a channel from a coroutine."""

    async def send() -> str:
        async with StreamChatAsync(API_KEY, API_SECRET, base_url=URL) as stream:
            return sent(await stream.channel(*CHANNEL).send_event(EVENT, USER))

    return asyncio.run(send())


def send_event_as_user() -> str:
    """Send an event with the token the SDK makes for a user."""
    stream = client()
    stream.auth_token = stream.create_token(USER)
    return sent(stream.channel(*CHANNEL).send_event(EVENT, USER))


def send_event_with_wrong_secret() -> str:
    """Send an event with a token of another secret, which must be refused."""
    try:
        client("another-secret-0123456789abcdefghijkl").channel(*CHANNEL).send_event(EVENT, USER)
    except StreamAPIException as error:
        expect(error.status_code == 401, error)
        return f"refused with code {error.error_code}"
    raise AssertionError("the sandbox accepted a wrong token")


def send_user_custom_event() -> str:
    """Send an event to a user."""
    return told(client().send_user_custom_event(USER, USER_EVENT))


def send_user_custom_event_async() -> str:
    """Send an event to a user from a coroutine."""

    async def send() -> str:
        async with StreamChatAsync(API_KEY, API_SECRET, base_url=URL) as stream:
            return told(await stream.send_user_custom_event(USER, USER_EVENT))

    return asyncio.run(send())


def sync() -> str:
    """Ask for missed events; the SDK has no method for it but signs any request."""
    since = (datetime.now(UTC) - timedelta(days=5)).isoformat().replace("+00:00", "Z")
    body = {"channel_cids": [":".join(CHANNEL)], "last_sync_at": since, "user": {"id": USER}}
    events = client().post("sync", data=body)["events"]
    expect(events, "no events")
    return f"{len(events)} events"


if __name__ == "__main__":
    perform(
        {
            "sendEvent": send_event,
            "sendEvent, async": send_event_async,
            "sendEvent, user token": send_event_as_user,
            "sendEvent, wrong secret": send_event_with_wrong_secret,
            "sendUserCustomEvent": send_user_custom_event,
            "sendUserCustomEvent, async": send_user_custom_event_async,
            "sync, through client.post": sync,
        }
    )
