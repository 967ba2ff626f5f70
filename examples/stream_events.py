"""
Tell a channel that somebody is typing, then read what happened in it during the last day.

    STREAM_API_KEY=... STREAM_API_SECRET=... python stream_events.py CHANNEL USER

CHANNEL is a cid such as messaging:general. With STREAM_BASE_URL set (`make sandbox` prints it) the
local server answers instead of Stream.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from stream_chat_kit import (
    EventRequest,
    KitError,
    SendEventRequest,
    StatusError,
    StreamChat,
    SyncRequest,
)


def say_typing(stream: StreamChat, channel: str, user: str) -> None:
    kind, _, name = channel.partition(":")
    event = EventRequest(type="typing.start", user_id=user, mood="curious")
    sent = stream.events.send_event(kind, name, body=SendEventRequest(event=event))
    if sent.event is not None:
        print(f"sent {sent.event.type} at {sent.event.created_at}")


def catch_up(stream: StreamChat, channel: str, user: str) -> None:
    since = datetime.now(UTC) - timedelta(days=1)
    request = SyncRequest(channel_cids=[channel], last_sync_at=since, user_id=user)
    missed = stream.events.sync(body=request, with_inaccessible_cids=True)
    for event in missed.events or []:
        author = event.user.id if event.user else "the system"
        print(f"{event.created_at}  {event.type} by {author}")
    for cid in missed.inaccessible_cids or []:
        print(f"{user} may not read {cid}")


def main(channel: str, user: str) -> None:
    with StreamChat.from_env() as stream:
        try:
            say_typing(stream, channel, user)
        except StatusError as error:
            print(f"events cannot be sent there: {error}")
        catch_up(stream, channel, user)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        main(sys.argv[1], sys.argv[2])
    except KitError as error:
        sys.exit(str(error))
